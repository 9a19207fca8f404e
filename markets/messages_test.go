package markets_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// messageBook is the book of this package's messages, with the names of the markets.
func messageBook(t *testing.T) *rulesmsg.Book {
	t.Helper()
	book, err := rulesmsg.New(markets.Messages())
	require.NoError(t, err)
	return book.WithMarkets(func(code string, l rulesmsg.Language) string {
		language, err := markets.ParseLanguage(l.String())
		require.NoError(t, err)
		return markets.MustParseMarket(code).Name(language)
	})
}

func TestEverythingThatIsSaidIsTranslated(t *testing.T) {
	t.Parallel()
	require.NoError(t, rulesmsg.Audit(markets.Published().About(), markets.Messages()))
	messages := markets.Messages()
	messages[0].Swedish = ""
	require.NoError(t, rulesmsg.Audit(markets.Published().About(), markets.Messages()), "the slice is the caller's own")
}

func TestReasonsInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	book := messageBook(t)
	day := terms.MustParseDay("2024-01-01")
	norway, greenland, mexico := markets.MustParseMarket("NO"), markets.MustParseMarket("GL"), markets.MustParseMarket("MX")
	greenlandIsOut := markets.MayReserve(day, markets.Reservation{Market: greenland})
	acrossRegions := markets.MaySell(day, markets.Sale{Partner: norway, Customer: mexico})
	byCard := markets.MayTopUp(day, markets.TopUp{Market: norway})
	nobody := markets.MayTopUp(day, markets.TopUp{})
	for _, c := range []struct {
		name, tag, want string
		write           func(rulesmsg.Printer) []string
	}{
		{"Swedish", "sv-SE", "Azure-reservationer är inte tillgängliga på marknaderna i köpsidornas lista: Grönland.", of(greenlandIsOut)},
		{"Norwegian", "nb", "Azure-reservasjoner er ikke tilgjengelige i markedene på kjøpssidenes liste: Grønland.", of(greenlandIsOut)},
		{"English", "en-GB", "Azure reservations are not available in the markets on the list of the buying pages: Greenland.", of(greenlandIsOut)},
		{"two markets, in Swedish", "sv", "En partner får inte sälja i en annan region än sin egen: Norge och Mexiko är inte i samma.", of(acrossRegions)},
		{"two markets, in Norwegian by its old tag", "no", "En partner kan ikke selge i en annen region enn sin egen: Norge og Mexico er ikke i samme.", of(acrossRegions)},
		{"one that is not listed, in Swedish", "sv", "Kredit kan fyllas på med kort på alla marknader som inte finns i listan, även Norge.", of(byCard)},
		{"the question, in Swedish", "sv", "På vilken marknad finns kunden?", of(nobody)},
		{"the question, in Norwegian", "nb", "I hvilket marked er kunden?", of(nobody)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			assert.Contains(t, strings.Join(c.write(book.For(c.tag)), "\n"), c.want)
		})
	}
}

// of gives what writes the reasons of a decision.
func of(d rules.Decision[rules.Truth]) func(rulesmsg.Printer) []string {
	return func(p rulesmsg.Printer) []string { return rulesmsg.Sentences(p, d) }
}

// A market whose name cannot be told is written by its code.
func ExampleMessages() {
	book, err := rulesmsg.New(markets.Messages())
	if err != nil {
		fmt.Println(err)
		return
	}
	decision := markets.MayReserve(terms.MustParseDay("2024-01-01"), markets.Reservation{Market: markets.MustParseMarket("GL")})
	for _, tag := range []string{"sv-SE", "nb-NO"} {
		fmt.Println(rulesmsg.Sentences(book.For(tag), decision)[0])
	}
	// Output:
	// Azure-reservationer är inte tillgängliga på marknaderna i köpsidornas lista: GL.
	// Azure-reservasjoner er ikke tilgjengelige i markedene på kjøpssidenes liste: GL.
}
