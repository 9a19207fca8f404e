package credit_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

func TestEverythingThatIsSaidIsTranslated(t *testing.T) {
	require.NoError(t, rulesmsg.Audit(credit.Published().About(), credit.Messages()))
	_, err := rulesmsg.New(credit.Messages())
	require.NoError(t, err)
}

func TestReasonsInTheReadersLanguage(t *testing.T) {
	book, err := rulesmsg.New(credit.Messages())
	require.NoError(t, err)
	voided := credit.AfterAttachment(terms.MustParseDay("2015-03-01"), credit.Attachment{Attached: rules.Yes, Left: terms.MustParseMoney("1234.5 SEK")})
	for _, c := range []struct {
		name, tag, want string
	}{
		{"Swedish", "sv-SE", "När prenumerationen kopplas till ett Enterprise-avtal går all outnyttjad kredit förlorad: 1\u00a0234,50\u00a0SEK."},
		{"Norwegian by its old tag", "no", "Når abonnementet knyttes til en Enterprise-avtale, går all ubrukt kreditt tapt: 1\u00a0234,50\u00a0SEK."},
		{"English, with the amount", "en-GB", "Attaching the subscription to an Enterprise Agreement voids all unused credit: SEK\u00a01,234.50."},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, rulesmsg.Sentences(book.For(c.tag), voided)[0])
		})
	}
}
