package cancellation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

func TestEverythingThatIsSaidIsTranslated(t *testing.T) {
	t.Parallel()
	require.NoError(t, rulesmsg.Audit(cancellation.Published().About(), cancellation.Messages()))
	_, err := rulesmsg.New(cancellation.Messages())
	require.NoError(t, err)
	messages := cancellation.Messages()
	messages[0].Swedish = ""
	require.NoError(t, rulesmsg.Audit(cancellation.Published().About(), cancellation.Messages()), "the slice is the caller's own")
}

func TestReasonsInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	book, err := rulesmsg.New(cancellation.Messages())
	require.NoError(t, err)
	exchange := cancellation.MayExchange(terms.MustParseDay("2027-06-01"), cancellation.ExchangeFacts{
		SameType: rules.Yes, CoversRemaining: rules.Yes, LinuxPlan: rules.No, FinalPlan: rules.No,
		Purchased: terms.MustParseDay("2027-02-03"), SavingsPlanCovers: rules.Yes,
	})
	for _, c := range []struct{ name, tag, want string }{
		{"Swedish", "sv-SE", "En reservation som köpts den 1 februari 2027 eller senare kan inte bytas om det finns sparplaner för dess tjänst; den här köptes den 3 februari 2027."},
		{"Norwegian", "nb", "En reservasjon som er kjøpt 1. februar 2027 eller senere, kan ikke byttes hvis det finnes spareplaner for tjenesten; denne ble kjøpt 3. februar 2027."},
		{"English", "en-GB", "A reservation bought from 1 February 2027 on cannot be exchanged where savings plans support its service; this one was bought on 3 February 2027."},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, rulesmsg.Sentences(book.For(c.tag), exchange)[0])
		})
	}
	closed, err := cancellation.Check(bought(software, "2024-05-10"), at("2024-06-01"))
	require.NoError(t, err)
	for tag, want := range map[string]string{
		"sv": "Partnern debiteras för hela perioden i alla faktureringsplaner, även om kunden slutar betala för eller använda prenumerationen.",
		"no": "Partneren faktureres for hele perioden i alle faktureringsplaner, selv om kunden slutter å betale for eller bruke abonnementet.",
	} {
		assert.Equal(t, []string{want}, rulesmsg.Sentences(book.For(tag), closed.Owed), tag)
	}
	unknown := cancellation.MayAsk(terms.MustParseDay("2024-05-10"), cancellation.Asker{})
	assert.Contains(t, rulesmsg.Sentences(book.For("sv"), unknown)[0], "Har den som vill avbryta köpet rollen administratörsagent?")
}
