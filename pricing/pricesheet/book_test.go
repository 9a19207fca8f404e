package pricesheet_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// A list gives prices as a reader would.
func list(prices ...pricesheet.Price) iter.Seq2[pricesheet.Price, error] {
	return func(yield func(pricesheet.Price, error) bool) {
		for i, p := range prices {
			if p.Line == 0 {
				p.Line = i + 2
			}
			if !yield(p, nil) {
				return
			}
		}
	}
}

// price is a row of product P, SKU 0001, for a yearly term in the US, changed as told.
func price(amount, from, to string, changes ...func(*pricesheet.Price)) pricesheet.Price {
	p := pricesheet.Price{
		ProductID: "P", SkuID: "0001", TermDuration: "P1Y", BillingPlan: "Annual", Market: "US", UnitPrice: money(amount),
		EffectiveStartDate: instant(from),
	}
	if to != "" {
		p.EffectiveEndDate = instant(to)
	}
	for _, change := range changes {
		change(&p)
	}
	return p
}

func tier(low, high string) func(*pricesheet.Price) {
	return func(p *pricesheet.Price) { p.PricingTierRangeMin, p.PricingTierRangeMax = number(low), number(high) }
}

func segment(s string) func(*pricesheet.Price) { return func(p *pricesheet.Price) { p.Segment = s } }

func term(s string) func(*pricesheet.Price) { return func(p *pricesheet.Price) { p.TermDuration = s } }

func plan(s string) func(*pricesheet.Price)   { return func(p *pricesheet.Price) { p.BillingPlan = s } }
func market(s string) func(*pricesheet.Price) { return func(p *pricesheet.Price) { p.Market = s } }

func book(tb testing.TB, overlap pricesheet.Overlap, prices ...pricesheet.Price) *pricesheet.Book {
	tb.Helper()
	b, err := pricesheet.NewBook(overlap, list(prices...))
	require.NoError(tb, err)
	return b
}

// ask gives the tiers of an answer as texts, or its error.
func ask(b *pricesheet.Book, q pricesheet.Query) string {
	quote, err := b.Price(q)
	if err != nil {
		return err.Error()
	}
	var tiers []string
	for _, p := range quote.Tiers {
		text := p.UnitPrice.String()
		if !p.PricingTierRangeMin.IsZero() || !p.PricingTierRangeMax.IsZero() {
			text += fmt.Sprintf(" for %v to %v", p.PricingTierRangeMin, p.PricingTierRangeMax)
		}
		tiers = append(tiers, text)
	}
	return strings.Join(tiers, ", ")
}

func at(s string) pricesheet.Query {
	return pricesheet.Query{ProductID: "P", SkuID: "0001", At: instant(s)}
}

// The overlap of the page on pricing and offers, under both readings, at each boundary.
func TestOverlappingRows(t *testing.T) {
	rows := []pricesheet.Price{
		price("110 USD", "2021-11-01T00:00:00Z", "9999-11-30T23:59:59Z"),
		price("100 USD", "2021-10-01T00:00:00Z", "2021-11-03T06:57:30.0682597Z"),
	}
	tests := []struct{ name, at, earlier, latest string }{
		{"the instant before the first begins", "2021-09-30T23:59:59.9999999Z", "no price", "no price"},
		{"the first begins", "2021-10-01T00:00:00Z", "100.00 USD", "100.00 USD"},
		{"the instant before the second begins", "2021-10-31T23:59:59.9999999Z", "100.00 USD", "100.00 USD"},
		{"the second begins, the first goes on", "2021-11-01T00:00:00Z", "100.00 USD", "110.00 USD"},
		{"2 November, the page's example", "2021-11-02T12:00:00Z", "100.00 USD", "110.00 USD"},
		{"the instant before the first ends", "2021-11-03T06:57:30.0682596Z", "100.00 USD", "110.00 USD"},
		{"the first ends", "2021-11-03T06:57:30.0682597Z", "110.00 USD", "110.00 USD"},
		{"4 November, the page's example", "2021-11-04T00:00:00Z", "110.00 USD", "110.00 USD"},
	}
	earlier, latest := book(t, pricesheet.EarlierHolds, rows...), book(t, pricesheet.LatestEndHolds, rows...)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Contains(t, ask(earlier, at(tt.at)), tt.earlier)
			assert.Contains(t, ask(latest, at(tt.at)), tt.latest)
		})
	}
	t.Run("the answer says what was passed over, and by which reading", func(t *testing.T) {
		quote, err := earlier.Price(at("2021-11-02T12:00:00Z"))
		require.NoError(t, err)
		require.Len(t, quote.PassedOver, 1)
		assert.Equal(t, "110.00 USD", quote.PassedOver[0].UnitPrice.String())
		assert.Equal(t, pricesheet.EarlierHolds, quote.Overlap)
		assert.Equal(t, pricesheet.EarlierHolds, earlier.Overlap())
		quote, err = earlier.Price(at("2021-11-04T00:00:00Z"))
		require.NoError(t, err)
		assert.Empty(t, quote.PassedOver)
	})
}

// An end written as the last second or minute of an hour leaves no gap to the row behind it.
func TestWhereRowsEnd(t *testing.T) {
	tests := []struct{ name, end, ends string }{
		{"the last second of a day", "2023-01-31T23:59:59Z", "2023-02-01T00:00:00Z"},
		{"the last minute of a day, as a spreadsheet saves it", "2023-01-31T23:59:00Z", "2023-02-01T00:00:00Z"},
		{"the last tick of a day", "2023-01-31T23:59:59.9999999Z", "2023-02-01T00:00:00Z"},
		{"the last second of an hour", "2023-01-31T17:59:59Z", "2023-01-31T18:00:00Z"},
		{"a day's start, which the row does not hold at", "2023-02-01T00:00:00Z", "2023-02-01T00:00:00Z"},
		{"any other second", "2021-02-04T20:35:31Z", "2021-02-04T20:35:31Z"},
		{"a tick of one", "2021-11-03T06:57:30.0682597Z", "2021-11-03T06:57:30.0682597Z"},
		{"the second before the last", "2023-01-31T23:59:58Z", "2023-01-31T23:59:58Z"},
		{"the last second of another minute", "2023-01-31T23:58:59Z", "2023-01-31T23:58:59Z"},
		{"the last of November 9999", "9999-11-30T23:59:59Z", "9999-12-01T00:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			row := price("1 USD", "2020-01-01T00:00:00Z", tt.end)
			assert.Equal(t, instant(tt.ends), row.Ends())
			b := book(t, pricesheet.EarlierHolds, row)
			assert.Equal(t, "1.00 USD", ask(b, pricesheet.Query{ProductID: "P", SkuID: "0001", At: row.Ends().Add(-1)}))
			assert.Contains(t, ask(b, pricesheet.Query{ProductID: "P", SkuID: "0001", At: row.Ends()}), "no price")
		})
	}
	assert.Zero(t, pricesheet.Price{}.Ends(), "a row without end has none")
	b := book(t, pricesheet.EarlierHolds, price("1 USD", "2020-01-01T00:00:00Z", ""))
	assert.Equal(t, "1.00 USD", ask(b, at("9999-12-31T23:59:59Z")))

	t.Run("rows one behind the other do not overlap", func(t *testing.T) {
		b := book(t, pricesheet.EarlierHolds,
			price("1 USD", "2023-01-01T00:00:00Z", "2023-01-31T23:59:59Z"), price("2 USD", "2023-02-01T00:00:00Z", ""))
		assert.Equal(t, "1.00 USD", ask(b, at("2023-01-31T23:59:59.5Z")))
		assert.Equal(t, "2.00 USD", ask(b, at("2023-02-01T00:00:00Z")))
	})
	t.Run("nor rows of which one ends where the other begins", func(t *testing.T) {
		b := book(t, pricesheet.EarlierHolds,
			price("1 USD", "2023-01-01T00:00:00Z", "2023-02-01T00:00:00Z"), price("2 USD", "2023-02-01T00:00:00Z", ""))
		assert.Equal(t, "2.00 USD", ask(b, at("2023-02-01T00:00:00Z")))
	})
}

func TestPrecedence(t *testing.T) {
	const from, late = "2023-01-01T00:00:00Z", "2023-06-01T00:00:00Z"
	tests := []struct {
		name, earlier, latest string
		rows                  []pricesheet.Price
	}{
		{
			"rows that begin together: the one that ends first holds until it ends", "1.00 USD", "2.00 USD",
			[]pricesheet.Price{price("2 USD", from, ""), price("1 USD", from, late)},
		},
		{
			"rows that end together: the one that begins first, or last", "1.00 USD", "2.00 USD",
			[]pricesheet.Price{price("2 USD", "2023-02-01T00:00:00Z", late), price("1 USD", from, late)},
		},
		{
			"two without end", "1.00 USD", "2.00 USD",
			[]pricesheet.Price{price("2 USD", "2023-02-01T00:00:00Z", ""), price("1 USD", from, "")},
		},
		{
			"one row twice", "1.00 USD", "1.00 USD",
			[]pricesheet.Price{price("1 USD", from, late), price("1 USD", from, late)},
		},
		{
			"one price under two titles", "1.00 USD", "1.00 USD",
			[]pricesheet.Price{price("1 USD", from, late), price("1 USD", from, late, func(p *pricesheet.Price) { p.SkuTitle = "other" })},
		},
		{
			"a row within the time of another", "1.00 USD", "1.00 USD",
			[]pricesheet.Price{price("2 USD", "2023-02-01T00:00:00Z", late), price("1 USD", from, "")},
		},
	}
	const when = "2023-03-01T00:00:00Z"
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for range 2 { // in either order of the rows
				assert.Equal(t, tt.earlier, ask(book(t, pricesheet.EarlierHolds, tt.rows...), at(when)))
				assert.Equal(t, tt.latest, ask(book(t, pricesheet.LatestEndHolds, tt.rows...), at(when)))
				slices.Reverse(tt.rows)
			}
		})
	}
	t.Run("two prices for one thing", func(t *testing.T) {
		for _, overlap := range []pricesheet.Overlap{pricesheet.EarlierHolds, pricesheet.LatestEndHolds} {
			b := book(t, overlap, price("2 USD", from, late), price("1 USD", from, late))
			assert.Equal(t, "pricesheet: two prices for one thing: 1.00 USD in line 3 and 2.00 USD in line 2, from 2023-01-01T00:00:00Z on "+
				"(asked for product P, SKU 0001, at 2023-03-01T00:00:00Z)", ask(b, at(when)))
		}
	})
	b := book(t, pricesheet.EarlierHolds, price("1 USD", from, late), price("1 USD", from, late))
	assert.Equal(t, 1, b.Len())
	_, err := book(t, pricesheet.EarlierHolds, price("1 USD", from, late), price("2 USD", from, late)).Price(at(from))
	require.ErrorIs(t, err, pricesheet.ErrConflict)
}

func TestTiers(t *testing.T) {
	const from, change = "2023-01-01T00:00:00Z", "2023-06-01T00:00:00Z"
	t.Run("of the page's sample, whatever their order", func(t *testing.T) {
		b, err := pricesheet.NewBook(pricesheet.EarlierHolds, pricesheet.ReadAzurePlan(bytes.NewReader(testdata(t, "azure_plan.csv"))))
		require.NoError(t, err)
		q := pricesheet.Query{ProductID: "ddd123456abc", SkuID: "01ab", Market: "us", At: instant("2023-05-01T00:00:00Z")}
		assert.Equal(t, "1.00 USD for 1 to 100, 0.80 USD for 101 to 100000, 0.50 USD for 100001 to 9223372036854780000", ask(b, q))
		quote, err := b.Price(q)
		require.NoError(t, err)
		_, one := quote.UnitPrice()
		assert.False(t, one, "there is no one price")
		q.ProductID, q.SkuID = "DZH318Z0C16V", "1j"
		quote, err = b.Price(q)
		require.NoError(t, err)
		unit, one := quote.UnitPrice()
		assert.True(t, one)
		assert.Equal(t, "15.00 USD", unit.String())
	})
	tests := []struct {
		name, at, want string
		rows           []pricesheet.Price
	}{
		{
			"a change of one tier leaves the other", "2023-07-01T00:00:00Z", "1.00 USD for 1 to 100, 0.70 USD for 101 to 0",
			[]pricesheet.Price{
				price("1 USD", from, "", tier("1", "100")),
				price("0.8 USD", from, "2023-05-31T23:59:59Z", tier("101", "0")),
				price("0.7 USD", change, "", tier("101", "0")),
			},
		},
		{
			"also where it is the first", "2023-07-01T00:00:00Z", "1.10 USD for 1 to 100, 0.80 USD for 101 to 0",
			[]pricesheet.Price{
				price("1 USD", from, "2023-05-31T23:59:59Z", tier("1", "100")),
				price("0.8 USD", from, "", tier("101", "0")),
				price("1.1 USD", change, "", tier("1", "100")),
			},
		},
		{
			"tiers of one unit that overlap in time", "2023-07-01T00:00:00Z", "1.00 USD for 1 to 1",
			[]pricesheet.Price{price("1 USD", from, "", tier("1", "1")), price("2 USD", change, "", tier("1", "1"))},
		},
		{
			"tiers that overlap in time: the earlier hold, with their own bounds", "2023-07-01T00:00:00Z",
			"1.00 USD for 1 to 100, 0.80 USD for 101 to 0",
			[]pricesheet.Price{
				price("1.1 USD", change, "", tier("1", "500")), price("0.9 USD", change, "", tier("501", "0")),
				price("1 USD", from, "2024-01-31T23:59:59Z", tier("1", "100")), price("0.8 USD", from, "2024-01-31T23:59:59Z", tier("101", "0")),
			},
		},
		{
			"and the later once they have ended", "2024-02-01T00:00:00Z", "1.10 USD for 1 to 500, 0.90 USD for 501 to 0",
			[]pricesheet.Price{
				price("1.1 USD", change, "", tier("1", "500")), price("0.9 USD", change, "", tier("501", "0")),
				price("1 USD", from, "2024-01-31T23:59:59Z", tier("1", "100")), price("0.8 USD", from, "2024-01-31T23:59:59Z", tier("101", "0")),
			},
		},
		{
			"tiers of one price before tiers", "2023-07-01T00:00:00Z", "1.00 USD",
			[]pricesheet.Price{
				price("1 USD", from, ""), price("0.9 USD", change, "", tier("1", "100")), price("0.8 USD", change, "", tier("101", "0")),
			},
		},
		{
			"bounds that tiers share", "2023-07-01T00:00:00Z", "1.00 USD for 0 to 100, 0.80 USD for 100 to 0",
			[]pricesheet.Price{price("1 USD", from, "", tier("0", "100")), price("0.8 USD", from, "", tier("100", "0"))},
		},
		{
			"a tier of one unit", "2023-07-01T00:00:00Z", "0.00 USD for 1 to 1, 1.00 USD for 2 to 0",
			[]pricesheet.Price{price("0 USD", from, "", tier("1", "1")), price("1 USD", from, "", tier("2", "0"))},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, ask(book(t, pricesheet.EarlierHolds, tt.rows...), at(tt.at)))
			slices.Reverse(tt.rows)
			assert.Equal(t, tt.want, ask(book(t, pricesheet.EarlierHolds, tt.rows...), at(tt.at)))
		})
	}
	t.Run("tiers of one time that share units have two prices", func(t *testing.T) {
		_, err := book(t, pricesheet.EarlierHolds,
			price("1 USD", from, "", tier("1", "100")), price("0.8 USD", from, "", tier("50", "0"))).Price(at(from))
		require.ErrorIs(t, err, pricesheet.ErrConflict)
	})
}

// A question may leave open only what does not matter.
func TestWhatAQuestionLeavesOpen(t *testing.T) {
	const from = "2023-01-01T00:00:00Z"
	b := book(t, pricesheet.EarlierHolds,
		price("10 EUR", from, "", market("DE")),
		price("11 SEK", from, "", market("DE")),
		price("12 EUR", from, "", market("DE"), segment("Education")),
		price("13 EUR", from, "", market("DE"), plan("Monthly")),
		price("14 EUR", from, "", market("DE"), term("P1M"), plan("Monthly")),
		price("15 USD", from, ""),
		price("16 USD", "2020-01-01T00:00:00Z", "2022-12-31T23:59:59Z"),
	)
	full := pricesheet.Query{
		ProductID: "P", SkuID: "0001", Market: "DE", Segment: "Commercial", TermDuration: "P1Y", BillingPlan: "Annual",
		Currency: terms.EUR, At: instant(from),
	}
	tests := []struct {
		name   string
		change func(*pricesheet.Query)
		want   string
		field  string
		err    error
	}{
		{"nothing", func(*pricesheet.Query) {}, "10.00 EUR", "", nil},
		{"capitals", func(q *pricesheet.Query) {
			q.ProductID, q.Market, q.Segment, q.TermDuration, q.BillingPlan = "p", "de", "COMMERCIAL", "p1y", "annual"
		}, "10.00 EUR", "", nil},
		{"zeros of the SKU", func(q *pricesheet.Query) { q.SkuID = "1" }, "10.00 EUR", "", nil},
		{"the segment of another price", func(q *pricesheet.Query) { q.Segment = "Education" }, "12.00 EUR", "", nil},
		{"another plan", func(q *pricesheet.Query) { q.BillingPlan = "Monthly" }, "13.00 EUR", "", nil},
		{"a term that has one plan only", func(q *pricesheet.Query) { q.TermDuration, q.BillingPlan = "P1M", "" }, "14.00 EUR", "", nil},
		{"another currency", func(q *pricesheet.Query) { q.Currency = terms.SEK }, "11.00 SEK", "", nil},
		{"all but the market of one price", func(q *pricesheet.Query) {
			*q = pricesheet.Query{ProductID: "P", SkuID: "0001", Market: "US", At: q.At}
		}, "15.00 USD", "", nil},
		{"the instant of a price that has ended", func(q *pricesheet.Query) {
			*q = pricesheet.Query{ProductID: "P", SkuID: "0001", At: instant("2021-01-01T00:00:00Z")}
		}, "16.00 USD", "", nil},
		{
			"the market", func(q *pricesheet.Query) { *q = pricesheet.Query{ProductID: "P", SkuID: "0001", At: q.At} },
			`several prices: of market "DE", "US"; ask for one of them`, "market", pricesheet.ErrAmbiguous,
		},
		{"the segment", func(q *pricesheet.Query) { q.Segment = "" }, `of segment "Commercial", "Education"`, "segment", pricesheet.ErrAmbiguous},
		{"the term", func(q *pricesheet.Query) { q.TermDuration, q.BillingPlan = "", "Monthly" }, `of term "P1M", "P1Y"`, "termDuration", pricesheet.ErrAmbiguous},
		{"the plan", func(q *pricesheet.Query) { q.BillingPlan = "" }, `of plan "Annual", "Monthly"`, "billingPlan", pricesheet.ErrAmbiguous},
		{"the currency", func(q *pricesheet.Query) { q.Currency = 0 }, `of currency "EUR", "SEK"`, "currency", pricesheet.ErrAmbiguous},
		{"another product", func(q *pricesheet.Query) { q.ProductID = "Q" }, "no price: the product is not in the book", "productId", pricesheet.ErrNoPrice},
		{"another SKU", func(q *pricesheet.Query) { q.SkuID = "0002" }, `no price: of SKU there is "0001"`, "skuId", pricesheet.ErrNoPrice},
		{"another market", func(q *pricesheet.Query) { q.Market = "SE" }, `no price: of market there is "DE", "US"`, "market", pricesheet.ErrNoPrice},
		{"another segment", func(q *pricesheet.Query) { q.Segment = "Charity" }, `no price: of segment there is "Commercial", "Education"`, "segment", pricesheet.ErrNoPrice},
		{"another term", func(q *pricesheet.Query) { q.TermDuration = "P3Y" }, `no price: of term there is "P1M", "P1Y"`, "termDuration", pricesheet.ErrNoPrice},
		{"another plan", func(q *pricesheet.Query) { q.BillingPlan = "None" }, `no price: of plan there is "Annual", "Monthly"`, "billingPlan", pricesheet.ErrNoPrice},
		{"another currency", func(q *pricesheet.Query) { q.Currency = terms.NOK }, `no price: of currency there is "EUR", "SEK"`, "currency", pricesheet.ErrNoPrice},
		{
			"an instant before", func(q *pricesheet.Query) { q.At = q.At.Add(-1) },
			"no price: at that instant; there is \"from 2023-01-01T00:00:00Z\" (asked for product P, SKU 0001, market DE, segment Commercial, " +
				"term P1Y, plan Annual, currency EUR, at 2022-12-31T23:59:59.999999999Z)", "at", pricesheet.ErrNoPrice,
		},
		{"no product", func(q *pricesheet.Query) { q.ProductID = " " }, "question not accepted: productId is not given", "productId", pricesheet.ErrQuery},
		{"no SKU", func(q *pricesheet.Query) { q.SkuID = "" }, "skuId is not given", "skuId", pricesheet.ErrQuery},
		{"no instant", func(q *pricesheet.Query) { q.At = time.Time{} }, "at is not given", "at", pricesheet.ErrQuery},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := full
			tt.change(&q)
			assert.Contains(t, ask(b, q), tt.want)
			_, err := b.Price(q)
			require.ErrorIs(t, err, tt.err)
			if fault, ok := errors.AsType[*pricesheet.QueryError](err); ok {
				assert.Equal(t, tt.field, fault.Field)
				assert.Equal(t, q, fault.Query)
			}
		})
	}
	assert.Contains(t, ask(b, pricesheet.Query{ProductID: "P", SkuID: "0001", Market: "US", At: instant("2019-12-31T00:00:00Z")}),
		`there is "2020-01-01T00:00:00Z to 2022-12-31T23:59:59Z", "from 2023-01-01T00:00:00Z"`)
	assert.Contains(t, ask(book(t, pricesheet.EarlierHolds), full), "the product is not in the book")
	assert.Contains(t, ask(&pricesheet.Book{}, full), "the product is not in the book", "the zero Book is empty")
}

func TestNewBook(t *testing.T) {
	t.Run("without a reading of overlaps", func(t *testing.T) {
		for _, overlap := range []pricesheet.Overlap{0, 3} {
			b, err := pricesheet.NewBook(overlap)
			require.ErrorIs(t, err, pricesheet.ErrQuery)
			assert.ErrorContains(t, err, "EarlierHolds is what the record supports best")
			assert.Nil(t, b)
		}
	})
	t.Run("of lists with bad rows, which are told and not lost", func(t *testing.T) {
		b, err := pricesheet.NewBook(pricesheet.EarlierHolds,
			pricesheet.ReadLicences(strings.NewReader(licenceHeader+
				"A,1,P1Y,Annual,US,USD,1,2023-01-01T00:00:00Z,\nA,1,P1M,Monthly,US,USD,one,2023-01-01T00:00:00Z,\n")),
			pricesheet.ReadLicences(strings.NewReader("no list\n")),
			pricesheet.ReadSoftware(bytes.NewReader(testdata(t, "software.csv"))))
		var all *pricesheet.ReadError
		require.ErrorAs(t, err, &all)
		require.Len(t, all.Faults, 2)
		require.NotNil(t, b)
		assert.Equal(t, 4, b.Len())
		assert.Equal(t, "1.00 USD", ask(b, pricesheet.Query{ProductID: "A", SkuID: "0001", At: instant("2023-05-01T00:00:00Z")}))
		q := pricesheet.Query{ProductID: "DG7GMGF0D5SL", SkuID: "7", Segment: "Commercial", Currency: terms.SEK, At: instant("2023-05-01T00:00:00Z")}
		assert.Equal(t, "402.50 SEK", ask(b, q), "a spreadsheet's SKU 7 is SKU 0007")
	})
	t.Run("what goes in and comes out is the book's own", func(t *testing.T) {
		given := price("1 USD", "2023-01-01T00:00:00Z", "", func(p *pricesheet.Price) {
			p.Tags, p.MeterIDs, p.Other = []string{"Azure"}, []string{"m"}, []pricesheet.Field{{Name: "n", Text: "t"}}
		})
		b := book(t, pricesheet.EarlierHolds, given)
		given.Tags[0], given.MeterIDs[0], given.Other[0].Text = "changed", "changed", "changed"
		for range 2 {
			quote, err := b.Price(at("2023-05-01T00:00:00Z"))
			require.NoError(t, err)
			got := quote.Tiers[0]
			assert.Equal(t, "Azure m t", got.Tags[0]+" "+got.MeterIDs[0]+" "+got.Other[0].Text)
			got.Tags[0], got.MeterIDs[0], got.Other[0].Text = "changed", "changed", "changed"
		}
	})
	t.Run("is for any number of goroutines", func(t *testing.T) {
		b := book(t, pricesheet.EarlierHolds, price("1 USD", "2023-01-01T00:00:00Z", ""), price("2 USD", "2023-02-01T00:00:00Z", ""))
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				for range 100 {
					assert.Equal(t, "1.00 USD", ask(b, at("2023-05-01T00:00:00Z")))
				}
			})
		}
		all.Wait()
	})
}

func TestQueryAndQuoteJSON(t *testing.T) {
	q := pricesheet.Query{
		ProductID: "P", SkuID: "0001", Market: "DE", Segment: "Commercial", TermDuration: "P1Y", BillingPlan: "Annual",
		Currency: terms.EUR, At: instant("2023-05-01T00:00:00Z"),
	}
	text, err := json.Marshal(q)
	require.NoError(t, err)
	assert.JSONEq(t, `{"productId": "P", "skuId": "0001", "market": "DE", "segment": "Commercial", "termDuration": "P1Y",
		"billingPlan": "Annual", "currency": "EUR", "at": "2023-05-01T00:00:00Z"}`, string(text))
	var back pricesheet.Query
	require.NoError(t, terms.Decode(bytes.NewReader(text), &back))
	assert.Equal(t, q, back)

	quote, err := book(t, pricesheet.LatestEndHolds, price("1 USD", "2023-01-01T00:00:00Z", "", tier("1", "100")),
		price("2 USD", "2023-02-01T00:00:00Z", "", tier("1", "100"))).Price(at("2023-05-01T00:00:00Z"))
	require.NoError(t, err)
	text, err = json.Marshal(quote)
	require.NoError(t, err)
	var read pricesheet.Quote
	require.NoError(t, terms.Decode(bytes.NewReader(text), &read))
	requireEqual(t, quote, read)
	assert.False(t, quote.Equal(pricesheet.Quote{}))
}

func TestFaultsSayWhichListTheyAreOf(t *testing.T) {
	const header = "ProductId,SkuId,TermDuration,BillingPlan,Market,Currency,UnitPrice,EffectiveStartDate,EffectiveEndDate\n"
	bad := func() iter.Seq2[pricesheet.Price, error] {
		return pricesheet.ReadLicences(strings.NewReader(header + "A,1,P1Y,Annual,DE,USD,x,2023-01-01T00:00:00Z,\n"))
	}
	_, err := pricesheet.NewBook(pricesheet.EarlierHolds, bad(), pricesheet.Named("b.csv", bad()), pricesheet.ReadLicences(strings.NewReader("")))
	rows, rest := pricesheet.RowErrors(err)
	require.Len(t, rows, 2)
	assert.Equal(t, []string{"list 1", "b.csv"}, []string{rows[0].File, rows[1].File})
	require.ErrorContains(t, rest, "licences, list 3: header not accepted")
	_, err = pricesheet.NewBook(pricesheet.EarlierHolds, bad())
	rows, _ = pricesheet.RowErrors(err)
	assert.Empty(t, rows[0].File, "one list needs no number")
}
