package rulesmsg_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

func TestAudit(t *testing.T) {
	shop := []rules.About{{
		ID: "shop/sale", DefaultText: "Nobody forbids it.", Facts: []rules.Fact{{Name: "size", Text: "How many?"}},
		Rules: []rules.RuleInfo{{ID: "shop.rule", Text: "As it is."}, {ID: "shop.rule", Text: "As it was."}, {ID: "shop.phase", Text: "Soon.", Planned: true}},
	}}
	message := func(id rules.ID, text string) rules.Message {
		return rules.Message{ID: id, Text: text, Swedish: "Så.", Norwegian: "Slik."}
	}
	all := []rules.Message{
		message("shop.rule", "As it is."), message("shop.rule", "As it was."), message("shop.phase", "Soon."),
		message("shop/sale", "Nobody forbids it."), message("shop/sale#size", "How many?"),
	}
	require.NoError(t, rulesmsg.Audit(shop, all))
	require.NoError(t, rulesmsg.Audit(nil), "nothing is said, and nothing translated")

	for i, m := range all {
		lacking := append(append([]rules.Message{}, all[:i]...), all[i+1:]...)
		err := rulesmsg.Audit(shop, lacking)
		require.ErrorIs(t, err, rulesmsg.ErrNoMessage)
		assert.EqualError(t, err, `rulesmsg: no message for "`+m.Text+`" (message `+string(m.ID)+")")
	}
	err := rulesmsg.Audit(shop, all, []rules.Message{message("shop.rule", "As it will be."), message("shop.other", "Elsewhere.")})
	require.ErrorIs(t, err, rulesmsg.ErrStale)
	assert.EqualError(t, err, "rulesmsg: a message of nothing that is said: \"As it will be.\" (message shop.rule)\n"+
		"rulesmsg: a message of nothing that is said: \"Elsewhere.\" (message shop.other)")
}
