package markets_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
)

func testdata(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	return string(text)
}

// recorded is a row of the record's own table of the list of SW-02.
type recorded struct {
	english, swedish, region string
	market                   markets.Market
}

func record(t *testing.T) []recorded {
	t.Helper()
	var rows []recorded
	lines := bufio.NewScanner(strings.NewReader(testdata(t, "reservations.tsv")))
	for lines.Scan() {
		if fields := strings.Split(lines.Text(), "\t"); len(fields) == 4 {
			rows = append(rows, recorded{fields[0], fields[1], fields[3], market(fields[2])})
		}
	}
	require.Len(t, rows, 109)
	return rows
}

// The source prints the list as a table of three columns whose cells run together, in the order of the English names.
func TestTheListOfTheSourceIsReadWhole(t *testing.T) {
	t.Parallel()
	parsed, err := markets.ParseList(testdata(t, "reservations.sv.txt"), markets.Swedish)
	require.NoError(t, err)
	assert.Empty(t, parsed.Unplaced)
	assert.Len(t, parsed.Found, 109)

	list, err := markets.Published().ReservationsExcluded(markets.BuyingPages).On(day("2026-11-22"))
	require.NoError(t, err)
	assert.Equal(t, list.Entries, parsed.Markets())

	named := map[markets.Market]string{}
	for _, f := range parsed.Found {
		named[f.Market] = f.Text
	}
	for _, row := range record(t) {
		assert.Equal(t, row.swedish, named[row.market])
	}
}

func TestEveryNameOfTheRecordIsFoundInItsLanguage(t *testing.T) {
	t.Parallel()
	for _, row := range record(t) {
		for name, l := range map[string]markets.Language{row.english: markets.English, row.swedish: markets.Swedish} {
			found, err := markets.Lookup(name, l)
			require.NoError(t, err)
			assert.Equal(t, row.market, found, name)
		}
	}
}

func TestTheListOfTheAPIPageIsReadWhole(t *testing.T) {
	t.Parallel()
	parsed, err := markets.ParseList(testdata(t, "reservations-api.en.txt"), markets.English)
	require.NoError(t, err)
	list, err := markets.Published().ReservationsExcluded(markets.APIPage).On(day("2022-06-28"))
	require.NoError(t, err)
	assert.Len(t, parsed.Found, 110)
	assert.Equal(t, list.Entries, parsed.Markets())
}

func TestParseList(t *testing.T) {
	t.Parallel()
	found := func(code, text string, line, column int) markets.Found {
		return markets.Found{Market: market(code), Text: text, Line: line, Column: column}
	}
	word := func(text string, line, column int) markets.Unplaced {
		return markets.Unplaced{Text: text, Line: line, Column: column}
	}
	tests := []struct {
		name, text string
		language   markets.Language
		found      []markets.Found
		unplaced   []markets.Unplaced
	}{
		{"nothing", "", markets.Swedish, nil, nil},
		{"white space", " \n\t\r\n", markets.Swedish, nil, nil},
		{"one", "Norge", markets.Swedish, []markets.Found{found("NO", "Norge", 1, 1)}, nil},
		{
			"three cells", "Kongo (DR) Martinique Surinam", markets.Swedish,
			[]markets.Found{found("CD", "Kongo (DR)", 1, 1), found("MQ", "Martinique", 1, 12), found("SR", "Surinam", 1, 23)},
			nil,
		},
		{
			"a name that is in a longer one", "Papua Nya Guinea Guinea Guinea-Bissau", markets.Swedish,
			[]markets.Found{found("PG", "Papua Nya Guinea", 1, 1), found("GN", "Guinea", 1, 18), found("GW", "Guinea-Bissau", 1, 25)},
			nil,
		},
		{
			"a name behind its own end", "Amerikanska Samoa Samoa", markets.Swedish,
			[]markets.Found{found("AS", "Amerikanska Samoa", 1, 1), found("WS", "Samoa", 1, 19)},
			nil,
		},
		{
			"a sentence, with commas and a word for and", "Norge, Turks- och Caicosöarna och Danmark.", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1), found("TC", "Turks- och Caicosöarna", 1, 8), found("DK", "Danmark.", 1, 36)},
			nil,
		},
		{
			"the heading of the table", "A till Gi\tGi till Pap\nÅland", markets.Swedish,
			[]markets.Found{found("AX", "Åland", 2, 1)},
			[]markets.Unplaced{word("A till Gi", 1, 1), word("Gi till Pap", 1, 11)},
		},
		{
			"words beside a name, which may be a longer one", "A till Gi Åland", markets.Swedish, nil,
			[]markets.Unplaced{{Text: "A till Gi Åland", Line: 1, Column: 1, Could: marketsOf("AX")}},
		},
		{
			"a longer name of another language", "Norway République démocratique du Congo Denmark", markets.English,
			[]markets.Found{found("NO", "Norway", 1, 1), found("DK", "Denmark", 1, 43)},
			[]markets.Unplaced{{
				Text: "République démocratique du Congo", Line: 1, Column: 8, Could: marketsOf("CD"), Elsewhere: []markets.Language{markets.French},
			}},
		},
		{
			"a name turned around", "Congo, Popular Republic of; Norway", markets.English,
			[]markets.Found{found("NO", "Norway", 1, 29)},
			[]markets.Unplaced{{Text: "Congo, Popular Republic of", Line: 1, Column: 1, Could: marketsOf("CG")}},
		},
		{
			"words between names, parted by commas", "Norge, Narnia, Danmark", markets.Swedish,
			[]markets.Found{found("DK", "Danmark", 1, 16)},
			[]markets.Unplaced{{Text: "Norge, Narnia", Line: 1, Column: 1, Could: marketsOf("NO")}},
		},
		{
			"by tabs", "Norge\tNarnia\tDanmark", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1), found("DK", "Danmark", 1, 14)},
			[]markets.Unplaced{word("Narnia", 1, 7)},
		},
		{
			"names on both sides of a word", "Norge Narnia Danmark Island", markets.Swedish,
			[]markets.Found{found("IS", "Island", 1, 22)},
			[]markets.Unplaced{{Text: "Norge Narnia Danmark", Line: 1, Column: 1, Could: marketsOf("DK NO")}},
		},
		{
			"a misspelt name, which has a sense by itself", "Norge Sverge Danmark", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1), found("DK", "Danmark", 1, 14)},
			[]markets.Unplaced{{Text: "Sverge", Line: 1, Column: 7, Near: marketsOf("SE")}},
		},
		{
			"a name of another language", "Norge Germany", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1)},
			[]markets.Unplaced{{Text: "Germany", Line: 1, Column: 7, Could: marketsOf("DE"), Elsewhere: []markets.Language{markets.English}}},
		},
		{
			"footnotes", "Norge1 Sverige² Papua Nya Guinea* 3 Guinea 4 Bissau", markets.Swedish,
			[]markets.Found{
				found("NO", "Norge", 1, 1), found("SE", "Sverige", 1, 8), found("PG", "Papua Nya Guinea", 1, 18), found("GN", "Guinea", 1, 38),
			},
			[]markets.Unplaced{{Text: "Bissau", Line: 1, Column: 47, Near: marketsOf("GW")}},
		},
		{
			"codes of the markets beside them", "Norge (NO)\tSWE Sverige", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1), found("SE", "Sverige", 1, 16)},
			nil,
		},
		{
			"codes by themselves", "Norge SE se EU", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1)},
			[]markets.Unplaced{
				{Text: "SE", Line: 1, Column: 7, Is: "a market's code", Could: marketsOf("SE")},
				word("se", 1, 10),
				{Text: "EU", Line: 1, Column: 13, Is: "reserved for the European Union"},
			},
		},
		{
			"a part of a country", "Skottland Norge", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 11)},
			[]markets.Unplaced{{Text: "Skottland", Line: 1, Column: 1, Is: "a part of the United Kingdom", Could: marketsOf("GB")}},
		},
		{
			"a name that does not go on in the next line", "Papua Nya\nGuinea", markets.Swedish,
			[]markets.Found{found("GN", "Guinea", 2, 1)},
			[]markets.Unplaced{{Text: "Papua Nya", Line: 1, Column: 1, Near: marketsOf("PG")}},
		},
		{
			"a name of several markets", "Norge Karibiska Nederländerna", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1)},
			[]markets.Unplaced{{Text: "Karibiska Nederländerna", Line: 1, Column: 7, Could: marketsOf("BQ XE XS")}},
		},
		{
			"two markets that have a name together", "Svalbard och Jan Mayen", markets.Swedish,
			[]markets.Found{found("SJ", "Svalbard", 1, 1), found("XJ", "Jan Mayen", 1, 14)},
			nil,
		},
		{
			"a country that is no market", "Norge Kuba", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1)},
			[]markets.Unplaced{{Text: "Kuba", Line: 1, Column: 7, Is: "Cuba, which Microsoft has no market for"}},
		},
		{
			"words that can be parted in two ways", "Virgin Islands U.S. Outlying Islands", markets.English, nil,
			[]markets.Unplaced{{Text: "Virgin Islands U.S. Outlying Islands", Line: 1, Column: 1, Could: marketsOf("UM VI")}},
		},
		{
			"Japanese, whose words have no spaces", "日本 ボネール島\nサバ島", markets.Japanese,
			[]markets.Found{found("JP", "日本", 1, 1), found("BQ", "ボネール島", 1, 8), found("XS", "サバ島", 2, 1)},
			nil,
		},
		{
			"lines that end as on Windows, with a mark at the beginning", "\ufeffNorge\r\nDanmark\r\n", markets.Swedish,
			[]markets.Found{found("NO", "Norge", 1, 1), found("DK", "Danmark", 2, 1)},
			nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			parsed, err := markets.ParseList(tt.text, tt.language)
			assert.Equal(t, tt.found, parsed.Found)
			assert.Equal(t, tt.unplaced, parsed.Unplaced)
			if tt.unplaced == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, markets.ErrUnplaced)
			var bad *markets.ListError
			require.ErrorAs(t, err, &bad)
			assert.Equal(t, tt.unplaced, bad.Unplaced)

			text, err := json.Marshal(parsed)
			require.NoError(t, err)
			var back markets.ParsedList
			require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
			assert.Equal(t, parsed, back)
		})
	}

	_, err := markets.ParseList("Norge", 0)
	require.ErrorIs(t, err, markets.ErrLanguage)
	_, err = markets.ParseList("Kuba Norrge, Karibiska Nederländerna", markets.Swedish)
	assert.EqualError(t, err, `markets: words in a list that name no one market: 1:1: "Kuba" is Cuba, which Microsoft has no market for; and 2 more`)
	_, err = markets.ParseList("Norrge", markets.Swedish)
	assert.EqualError(t, err, `markets: words in a list that name no one market: 1:1: "Norrge"; did you mean NO?`)
	_, err = markets.ParseList("Germany", markets.Swedish)
	assert.EqualError(t, err, `markets: words in a list that name no one market: 1:1: "Germany" is DE in en`)
	_, err = markets.ParseList("Karibiska Nederländerna", markets.Swedish)
	assert.EqualError(t, err, `markets: words in a list that name no one market: 1:1: "Karibiska Nederländerna" may be BQ, XE, XS`)
}
