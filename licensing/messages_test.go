package licensing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

func TestEverythingThatIsSaidIsTranslated(t *testing.T) {
	require.NoError(t, rulesmsg.Audit(licensing.Published().About(), licensing.Messages()))
	_, err := rulesmsg.New(licensing.Messages())
	require.NoError(t, err)
}

func TestReasonsInTheReadersLanguage(t *testing.T) {
	book, err := rulesmsg.New(licensing.Messages())
	require.NoError(t, err)
	in := func(tag string, d rules.Decision[rules.Truth]) string {
		return strings.Join(rulesmsg.Sentences(book.For(tag), d), " ")
	}
	tooLarge := licensing.MayRedeem(day("2021-10-01"), licensing.RedemptionFacts{
		Action: licensing.ExtendEndDate, Status: licensing.StatusActive, Kind: licensing.PartnerBenefit, Redeemed: rules.No, SameProduct: rules.Yes,
		PastExpiry: rules.No, WithinFactor: rules.No, WithinLimit: rules.Yes, Key: fresh(1301), Licences: 100, MostOnKey: 300,
	})
	unsaid := licensing.MayRedeem(day("2021-10-01"), licensing.RedemptionFacts{
		Action: licensing.ExtendEndDate, Status: licensing.StatusExpired, Kind: licensing.PartnerBenefit, Redeemed: rules.No, SameProduct: rules.Yes, PastExpiry: rules.No,
	})
	future := licensing.MayOrder(day("2023-04-28"), licensing.Order{
		Acceptance: licensing.AttestedByPartner, AcceptedOn: day("2023-04-29"), PartnerAgreement: rules.Yes,
	})
	unknown := licensing.MayPerform(day("2023-04-28"), licensing.TaskFacts{Task: licensing.SellSoftware})
	byDefault := licensing.MayRunUnlimited(day("2023-04-28"), licensing.HostUse{Edition: licensing.SQLServerStandard})
	late := licensing.MayActivate(day("2018-06-15"), licensing.OSAActivation{Activated: day("2023-06-16")}).Decision
	twice := licensing.MayUseTwice(day("2023-06-29"), licensing.DualUse{
		Edition: licensing.WindowsServerStandard, Target: licensing.OnMachine, Allocated: day("2023-01-01"),
	}).Decision
	for _, c := range []struct {
		name, tag, want string
		d               rules.Decision[rules.Truth]
	}{
		{
			"numbers, Swedish", "sv-SE",
			"Slutdatumet för en aktiv prenumeration kan utökas. En nyckel som utökar slutdatumet har högst tre gånger så många licenser som är aktiva: här högst 300, och den har 1\u00a0301.",
			tooLarge,
		},
		{
			"numbers, Norwegian by its old tag", "no",
			"Sluttdatoen for et aktivt abonnement kan forlenges. En nøkkel som forlenger sluttdatoen, har høyst tre ganger så mange lisenser som er aktive: her høyst 300, og den har 1\u00a0301.",
			tooLarge,
		},
		{
			"numbers, English", "en-GB",
			"The end date of an active subscription can be extended. A key that extends the end date has at most three times the active licences: here 300, and it has 1,301.",
			tooLarge,
		},
		{
			"without what is not given, Swedish", "sv",
			"En prenumeration som inte är aktiv kan inte förlängas och inte få fler licenser: aktivera den som ny i stället.",
			unsaid,
		},
		{
			"without what is not given, English", "en",
			"A subscription that is not active cannot be extended or added to: activate it as a new one instead.",
			unsaid,
		},
		{"a day, Swedish", "sv", "Godkännandet av Microsoft-kundavtalet kan inte ligga i framtiden (den 29 april 2023).", future},
		{"a day, Norwegian", "nb", "Godkjenningen av Microsoft-kundeavtalen kan ikke ligge i fremtiden (29. april 2023).", future},
		{"a question, Swedish", "sv", "Det går inte att säga utan svar på: Vilken roll har den som ska göra det?", unknown},
		{
			"a default, Norwegian", "nn",
			"Lisenser for annet enn Windows Server Datacenter, eller for en del av kjernene, lisensierer enkelte virtuelle maskiner. For tiden før august 2019 er ingenting dokumentert.",
			byDefault,
		},
		{"the last day of a key, Swedish", "sv", "En nyckel kan inte aktiveras när tiden för aktivering har gått ut; sista dagen var den 15 juni 2023.", late},
		{
			"the last day of a migration, Norwegian", "nb",
			"Mens arbeidsbelastninger flyttes til Azure, kan lisenser brukes begge steder, én gang, i en begrenset tid, til og med 29. juni 2023.",
			twice,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, in(c.tag, c.d))
		})
	}
}

func TestMessagesAreTheCallersOwn(t *testing.T) {
	licensing.Messages()[0].Swedish = "?"
	assert.NotEqual(t, "?", licensing.Messages()[0].Swedish)
}

// A sentence about a refusal in the reader's language, with the numbers of the request.
func TestARefusalInTheReadersLanguage(t *testing.T) {
	book, err := rulesmsg.New(licensing.Messages())
	require.NoError(t, err)
	_, err = licensing.Extend(active(10, "2021-09-30"), by(), extend(fresh(5), "2021-10-01"))
	var refusal *licensing.RefusalError
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, []string{
		"En prenumeration som inte är aktiv, som denna, vars slutdatum var den 30 september 2021, kan inte förlängas och inte få fler licenser: aktivera den som ny i stället.",
	}, rulesmsg.Sentences(book.For("sv"), refusal.Decision))
}
