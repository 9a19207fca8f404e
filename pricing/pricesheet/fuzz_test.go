package pricesheet_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// mostFuzzed is how much of an input a target looks at, so that it tries many inputs and not few large ones.
const mostFuzzed = 1 << 14

// fuzzReader holds of any input: rows come back from their JSON, errors say where, and nothing follows the end.
func fuzzReader[T equal[T]](f *testing.F, read func(io.Reader) iter.Seq2[T, error], seeds ...string) {
	f.Helper()
	for _, name := range seeds {
		data := testdata(f, name)
		f.Add(data)
		f.Add(data[:len(data)/2])
		f.Add(data[len(data)/2:])
		f.Add(bytes.ReplaceAll(data, []byte(`"`), nil))
		f.Add(bytes.ReplaceAll(data, []byte(","), []byte(";")))
		f.Add(bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n\xef\xbb\xbf")))
		f.Add(bytes.ReplaceAll(data, []byte("0"), []byte("1e999")))
	}
	for _, s := range []string{"", "\n", "\"", "\"\"", ",", "\r", "\xff\xfe", "PK\x03\x04", "{", "[", `{"meters":[{}]}`, `{"Items":[null]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > mostFuzzed {
			return
		}
		lines, ended := bytes.Count(data, []byte("\n"))+1, false
		var whole []string
		for row, err := range read(bytes.NewReader(data)) {
			require.False(t, ended, "something follows the end")
			if err != nil {
				ended = checkFault(t, err, lines)
				whole = append(whole, err.Error())
				continue
			}
			text, err := json.Marshal(row)
			require.NoError(t, err)
			var back T
			require.NoError(t, terms.Decode(bytes.NewReader(text), &back))
			require.True(t, row.Equal(back), string(text))
			whole = append(whole, string(text))
		}
		var pieces []string
		for row, err := range read(&slowReader{data, 5}) {
			if err != nil {
				pieces = append(pieces, err.Error())
				continue
			}
			text, err := json.Marshal(row)
			require.NoError(t, err)
			pieces = append(pieces, string(text))
		}
		require.Equal(t, whole, pieces, "what the reader gives at once does not matter")
	})
}

// checkFault holds that an error is of this package, short and about a place in the file, and says whether it is the end.
func checkFault(t *testing.T, err error, lines int) (ended bool) {
	t.Helper()
	require.Less(t, len(err.Error()), 2000)
	if row, ok := errors.AsType[*pricesheet.RowError](err); ok {
		require.NotZero(t, row.Format)
		require.True(t, 1 <= row.Line && row.Line <= lines && 1 <= row.Column, err)
		return false
	}
	file, ok := errors.AsType[*pricesheet.FileError](err)
	require.True(t, ok, err)
	require.LessOrEqual(t, file.Line, lines)
	return true
}

func FuzzReadAzurePlan(f *testing.F) { fuzzReader(f, pricesheet.ReadAzurePlan, "azure_plan.csv") }

func FuzzReadLicences(f *testing.F) {
	fuzzReader(f, pricesheet.ReadLicences, "licences.csv", "licences_preview.csv")
}

func FuzzReadSoftware(f *testing.F) { fuzzReader(f, pricesheet.ReadSoftware, "software.csv") }

func FuzzReadExchangeRates(f *testing.F) {
	fuzzReader(f, pricesheet.ReadExchangeRates, "exchange_rates.csv")
}

func FuzzReadDailyUsage(f *testing.F) {
	fuzzReader(f, pricesheet.ReadDailyUsage, "daily_usage.csv", "daily_usage_2020.csv")
}

func FuzzReadInvoice(f *testing.F) { fuzzReader(f, pricesheet.ReadInvoice, "invoice.csv") }

func FuzzReadRateCard(f *testing.F) {
	fuzzReader(f, func(in io.Reader) iter.Seq2[pricesheet.Meter, error] {
		return pricesheet.ReadRateCard(in, &pricesheet.RateCard{})
	}, "rate_card.json", "rate_card_arm.json")
}

func FuzzReadRetailPrices(f *testing.F) {
	fuzzReader(f, func(in io.Reader) iter.Seq2[pricesheet.RetailPrice, error] {
		return pricesheet.ReadRetailPrices(in, &pricesheet.RetailPage{})
	}, "retail_prices.json")
}

func FuzzUnzip(f *testing.F) {
	archive := pack(f, packed{"a.csv", ratesHeader + "AED,0.27,201909\n"}, packed{"b/c.csv", "x"})
	f.Add(archive)
	f.Add(archive[:len(archive)/2])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > mostFuzzed {
			return
		}
		_, err := unzip(data)
		if err != nil {
			require.NotEmpty(t, err.Error())
		}
	})
}

// A book answers any question about any list with rows that hold, or with an error.
func FuzzBook(f *testing.F) {
	for _, name := range []string{"azure_plan.csv", "licences.csv", "software.csv"} {
		f.Add(testdata(f, name), int64(1_700_000_000))
	}
	f.Add([]byte(licenceHeader+strings.Repeat("p,1,P1Y,Annual,US,USD,1,2023-01-01T00:00:00Z,\n", 3)), int64(1_700_000_000))
	f.Fuzz(func(t *testing.T, data []byte, seconds int64) {
		if len(data) > mostFuzzed {
			return
		}
		rows, _ := pricesheet.Collect(pricesheet.ReadLicences(bytes.NewReader(data)))
		for _, overlap := range []pricesheet.Overlap{pricesheet.EarlierHolds, pricesheet.LatestEndHolds} {
			b, err := pricesheet.NewBook(overlap, list(rows...))
			require.NoError(t, err)
			require.LessOrEqual(t, b.Len(), len(rows))
			for _, row := range rows {
				for _, at := range []time.Time{time.Unix(seconds, 0), row.EffectiveStartDate} {
					quote, err := b.Price(pricesheet.Query{
						ProductID: row.ProductID, SkuID: row.SkuID, Market: row.Market, TermDuration: row.TermDuration, At: at,
					})
					if err != nil {
						var fault *pricesheet.QueryError
						require.ErrorAs(t, err, &fault)
						require.Less(t, len(err.Error()), 3000)
						continue
					}
					require.NotEmpty(t, quote.Tiers)
					for _, p := range append(quote.Tiers, quote.PassedOver...) {
						require.False(t, at.Before(p.EffectiveStartDate))
						require.True(t, p.EffectiveEndDate.IsZero() || at.Before(p.Ends()))
					}
				}
			}
		}
	})
}
