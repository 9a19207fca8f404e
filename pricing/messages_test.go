package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

func TestEverythingThatIsSaidIsTranslated(t *testing.T) {
	require.NoError(t, rulesmsg.Audit(pricing.Published().About(), pricing.Messages()))
	_, err := rulesmsg.New(pricing.Messages())
	require.NoError(t, err)
}

func TestReasonsInTheReadersLanguage(t *testing.T) {
	book, err := rulesmsg.New(pricing.Messages())
	require.NoError(t, err)
	facts := goingOn()
	facts.History = pricing.PreviousEnded
	continuing := pricing.MayTransact(day("2021-07-21"), facts)
	reader := pricing.Access{
		Holder: pricing.TransactingPartner, Path: pricing.AOBO, Role: "Reader", Scope: pricing.SubscriptionScope,
		Covers: rules.Yes, Permanent: rules.Yes, Held: rules.Yes,
	}
	inReader := pricing.AccessCounts(day("2022-07-01"), reader)
	reader.Role, reader.RoleEligible = "", rules.No
	inRole := pricing.AccessCounts(day("2022-07-01"), reader)
	brazil := pricing.PriceIncludesTax(day("2022-07-01"), pricing.TaxCase{Market: markets.MustParseMarket("BR"), Reading: pricing.SoftwarePageTax})
	for _, c := range []struct {
		name, tag, want string
		said            []string
	}{
		{"Swedish", "sv-SE", "I en befintlig relation får en kund som har köpt det tidigare erbjudandet fortsätta att köpa det av den partnern.", rulesmsg.Sentences(book.For("sv-SE"), continuing)},
		{"Norwegian by its old tag", "no", "I et eksisterende forhold kan en kunde som har kjøpt det forrige tilbudet, fortsette å kjøpe det fra den partneren.", rulesmsg.Sentences(book.For("no"), continuing)},
		{"English, with the role", "en-GB", "Access in this role (Reader) does not count: it is none of those that permit managing.", rulesmsg.Sentences(book.For("en-GB"), inReader)},
		{"Swedish, with the role", "sv", "Åtkomst i den här rollen (Reader) räknas inte: den är ingen av dem som ger rätt att hantera.", rulesmsg.Sentences(book.For("sv"), inReader)},
		{"Norwegian, of a role that is not given", "nb", "Tilgang i denne rollen teller ikke: den er ingen av dem som gir rett til å administrere.", rulesmsg.Sentences(book.For("nb"), inRole)},
		{"Swedish, with the market", "sv", "På den här marknaden (Brasilien) ingår skatt i det kommersiella priset.", rulesmsg.Sentences(book.WithMarkets(swedish).For("sv"), brazil)},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Contains(t, c.said, c.want)
		})
	}
}

// swedish gives the Swedish name of a market, as a program gives names to a book.
func swedish(code string, _ rulesmsg.Language) string {
	market, err := markets.ParseMarket(code)
	if err != nil {
		return ""
	}
	return market.Name(markets.Swedish)
}
