package pricesheet_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// A bad item costs itself only, and its error says where it stands.
func TestBrokenItemsCostThemselvesOnly(t *testing.T) {
	const good = `{"id": "a", "rates": {"0": 1}}`
	tests := []struct {
		name, item   string
		line, column int
		field        string
		condition    error
		says         string
	}{
		{"no object", `"text"`, 3, 3, "", pricesheet.ErrJSON, "want an object"},
		{"null", `null`, 3, 3, "", pricesheet.ErrJSON, "want an object"},
		{"no id", `{"rates": {"0": 1}}`, 3, 3, "id", pricesheet.ErrMissing, "value missing: id"},
		{"an id of nothing", `{"id": null, "rates": {"0": 1}}`, 3, 10, "id", pricesheet.ErrMissing, "value missing: id"},
		{"no rates", `{"id": "b"}`, 3, 3, "rates", pricesheet.ErrMissing, "value missing: rates"},
		{"rates without one", `{"id": "b", "rates": {}}`, 3, 24, "rates", pricesheet.ErrValue, "a meter without rates"},
		{"rates in a list", `{"id": "b", "rates": [1]}`, 3, 24, "rates", pricesheet.ErrJSON, "want an object"},
		{"rates of one quantity", `{"id": "b", "rates": {"0": 1, "0.0": 2}}`, 3, 24, "rates", pricesheet.ErrValue, "two rates from one quantity on"},
		{"rates of a quantity below nothing", `{"id": "b", "rates": {"-1": 1}}`, 3, 24, "rates", pricesheet.ErrValue, "want 0 or more"},
		{"a quantity that is no number", `{"id": "b", "rates": {"x": 1}}`, 3, 24, "rates", terms.ErrDecimal, `"x"`},
		{"a price that is no number", `{"id": "b", "rates": {"0": "free"}}`, 3, 24, "rates", terms.ErrDecimal, `"free"`},
		{"a price beyond all bounds", `{"id": "b", "rates": {"0": 1e999}}`, 3, 24, "rates", terms.ErrDecimalRange, "exponent"},
		{"a member twice", "{\"id\": \"b\",\n  \"ID\": \"c\", \"rates\": {\"0\": 1}}", 4, 9, "ID", pricesheet.ErrJSON, `"id" and "ID" are one and the same`},
		{"a member under both APIs' names", `{"id": "b", "MeterId": "c", "rates": {"0": 1}}`, 3, 26, "MeterId", pricesheet.ErrJSON, "one and the same"},
		{"a day that does not exist", `{"id": "b", "rates": {"0": 1}, "effectiveDate": "2017-02-30T00:00:00Z"}`, 3, 51, "effectiveDate", pricesheet.ErrDate, "2017-02-30"},
		{"tags that are no list", `{"id": "b", "rates": {"0": 1}, "tags": 5}`, 3, 42, "tags", pricesheet.ErrJSON, "cannot unmarshal"},
		{"bytes that are no text", "{\"id\": \"\xe5\", \"rates\": {\"0\": 1}}", 3, 3, "", pricesheet.ErrEncoding, "UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := "{\"meters\": [\n  " + good + ",\n  " + tt.item + ",\n  " + good + "\n], \"currency\": \"SEK\"}"
			var card pricesheet.RateCard
			meters, err := pricesheet.Collect(pricesheet.ReadRateCard(strings.NewReader(file), &card))
			var fault *pricesheet.RowError
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, pricesheet.FormatRateCard, fault.Format)
			assert.Equal(t, tt.line, fault.Line)
			assert.Equal(t, tt.column, fault.Column)
			assert.Equal(t, tt.field, fault.Field)
			require.ErrorIs(t, err, tt.condition)
			assert.Contains(t, err.Error(), tt.says)
			require.Len(t, meters, 2)
			assert.Equal(t, 2, meters[0].Line)
			assert.Equal(t, fault.Line+1, meters[1].Line)
			assert.Equal(t, terms.SEK, card.Currency)
		})
	}
}

func TestDocumentsThatAreRefused(t *testing.T) {
	const good = `{"id": "a", "rates": {"0": 1}}`
	tests := []struct {
		name, file   string
		before       int // meters that are read
		line, column int
		condition    error
		says         string
	}{
		{"empty", "", 0, 0, 0, pricesheet.ErrJSON, "the file is empty"},
		{"spaces", "  \n ", 0, 2, 2, pricesheet.ErrJSON, "ends in the middle"},
		{"a list", "[" + good + "]", 0, 1, 2, pricesheet.ErrJSON, `want an object that begins {"meters": [`},
		{"a price list", "ProductId,SkuId\n", 0, 1, 1, pricesheet.ErrJSON, "invalid character 'P'"},
		{"another document", `{"Items": []}`, 0, 1, 14, pricesheet.ErrJSON, `it has no "meters"`},
		{"no list of meters", `{"meters": 5}`, 0, 1, 13, pricesheet.ErrJSON, `"meters" is no array`},
		{"meters twice", `{"meters": [` + good + `], "Meters": []}`, 1, 1, 54, pricesheet.ErrJSON, `"Meters" twice`},
		{"text behind", `{"meters": [` + good + `]} {}`, 1, 1, 47, pricesheet.ErrJSON, "text behind the document"},
		{"cut off in a meter", "{\"meters\": [" + good + ",\n{\"id\": ", 1, 2, 8, pricesheet.ErrJSON, "ends in the middle"},
		{"cut off behind the meters", "{\"meters\": [" + good + "]", 1, 1, 44, pricesheet.ErrJSON, "ends in the middle"},
		{"cut off behind a name", `{"currency"`, 0, 1, 12, pricesheet.ErrJSON, "ends in the middle"},
		{"no comma", "{\"meters\": [" + good + "\n" + good + "]}", 1, 2, 1, pricesheet.ErrJSON, "expected comma after array element"},
		{"a currency that is none", "{\"currency\":\n \"dollar\", \"meters\": []}", 0, 2, 2, terms.ErrCurrency, `"dollar"; want an ISO 4217 code in capitals, such as USD (currency)`},
		{"a term without a name", `{"offerTerms": [{"discount": 0.15}], "meters": []}`, 0, 1, 16, pricesheet.ErrMissing, "name of element 1"},
		{"terms that are no list", `{"offerTerms": 1, "meters": []}`, 0, 1, 16, pricesheet.ErrJSON, "offerTerms"},
		{"taxes that are neither", `{"isTaxIncluded": "perhaps", "meters": []}`, 0, 1, 19, pricesheet.ErrValue, "want true or false"},
		{"UTF-16", "\xff\xfe{\x00", 0, 0, 0, pricesheet.ErrEncoding, "UTF-16"},
		{"a zip archive", "PK\x03\x04", 0, 0, 0, pricesheet.ErrEncoding, "Unzip"},
		{"a value of two megabytes", `{"locale": "` + strings.Repeat("x", 2<<20) + `", "meters": []}`, 0, 1, 11, pricesheet.ErrSize, "a value of more than"},
		{"a meter of two megabytes", `{"meters": [{"id": "` + strings.Repeat("x", 2<<20) + `"}]}`, 0, 1, 13, pricesheet.ErrSize, "a value of more than"},
		{"two megabytes of nothing", `{"meters": [` + strings.Repeat(" ", 2<<20) + `]}`, 0, 1, 13, pricesheet.ErrSize, "a value of more than"},
		{"members without end", "{" + strings.Repeat(`"x": 1, `, 600) + `"meters": []}`, 0, 1, 4096 + 7, pricesheet.ErrSize, "more than 512 members"},
		{"a hundred thousand brackets", `{"meters": [` + strings.Repeat("[", 100_000), 0, 1, 13, pricesheet.ErrJSON, "exceeded max depth"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			meters, err := pricesheet.Collect(pricesheet.ReadRateCard(strings.NewReader(tt.file), nil))
			require.Len(t, meters, tt.before)
			var fault *pricesheet.FileError
			require.ErrorAs(t, err, &fault)
			require.ErrorIs(t, err, tt.condition)
			assert.Contains(t, err.Error(), tt.says)
			assert.Equal(t, [2]int{tt.line, tt.column}, [2]int{fault.Line, fault.Column}, err)
			assert.Less(t, len(err.Error()), 500)
		})
	}
}

func TestDocumentsThatAreRight(t *testing.T) {
	for name, file := range map[string]string{
		"a byte order mark":            "\ufeff{\"meters\": [{\"id\": \"a\", \"rates\": {\"0\": 1}}]}",
		"two of them":                  "\ufeff\ufeff{\"meters\": [{\"id\": \"a\", \"rates\": {\"0\": 1}}]}",
		"space around":                 "\n {\"meters\": [{\"id\": \"a\", \"rates\": {\"0\": 1}}]}\n\n",
		"prices as texts":              `{"meters": [{"id": "a", "rates": {"0": "1"}}]}`,
		"numbers where texts could be": `{"meters": [{"id": "a", "name": 5, "rates": {"0": 1.0}}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			meters := collect(t, pricesheet.ReadRateCard(strings.NewReader(file), nil))
			require.Len(t, meters, 1)
			assert.True(t, number("1").Equal(meters[0].Rates[0].Price))
		})
	}
}

func TestRetailItems(t *testing.T) {
	read := func(item string) (pricesheet.RetailPrice, error) {
		items, err := pricesheet.Collect(pricesheet.ReadRetailPrices(strings.NewReader(`{"Items": [`+item+`]}`), nil))
		if err != nil {
			return pricesheet.RetailPrice{}, err
		}
		return items[0], nil
	}
	t.Run("a price before its currency", func(t *testing.T) {
		item, err := read(`{"retailPrice": 1.5, "savingsPlan": [{"unitPrice": 1, "term": "1 Year", "note": {}}], "currencyCode": "EUR"}`)
		require.NoError(t, err)
		assert.Equal(t, "1.50 EUR", item.RetailPrice.String())
		assert.Equal(t, "1.00 EUR", item.SavingsPlan[0].UnitPrice.String())
		assert.Equal(t, []pricesheet.Field{{Name: "note", Text: "{}"}}, item.SavingsPlan[0].Other)
	})
	t.Run("a price without currency", func(t *testing.T) {
		_, err := read(`{"retailPrice": 1.5}`)
		require.ErrorIs(t, err, pricesheet.ErrMissing)
	})
	t.Run("a savings plan without a price", func(t *testing.T) {
		_, err := read(`{"retailPrice": 1.5, "currencyCode": "EUR", "savingsPlan": [{"term": "1 Year"}]}`)
		require.ErrorIs(t, err, pricesheet.ErrMissing)
		var fault *pricesheet.RowError
		require.True(t, errors.As(err, &fault))
		assert.Equal(t, "savingsPlan", fault.Field)
	})
}
