package pricesheet

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A Query asks a [Book] what a product costs. Product, SKU and instant must be given. What else is left open may be open
// only where all prices that hold agree on it: otherwise the answer is [ErrAmbiguous], which says between what to choose.
// Capitals do not matter, and SKU 1 is SKU 0001.
type Query struct {
	ProductID string `json:"productId"`
	SkuID     string `json:"skuId"`
	// Market is a code of two letters, of the customer's market.
	Market string `json:"market,omitzero"`
	// Segment is Commercial, Education, Charity or Government. A row without one is for the commercial segment: no segment
	// defaults to it, says the page on pricing and offers.
	Segment      string `json:"segment,omitzero"`
	TermDuration string `json:"termDuration,omitzero"`
	BillingPlan  string `json:"billingPlan,omitzero"`
	// Currency is that of the price. European licence lists have six.
	Currency terms.Currency `json:"currency,omitzero"`
	// At is the instant of the transaction.
	At time.Time `json:"at"`
}

// String gives the question in words.
func (q Query) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "product %s, SKU %s", excerpt.Of(q.ProductID), excerpt.Of(q.SkuID))
	for _, f := range facets {
		if asked := f.asked(q); asked != "" {
			fmt.Fprintf(&b, ", %s %s", f.words, excerpt.Of(asked))
		}
	}
	return b.String() + ", at " + q.At.UTC().Format(time.RFC3339Nano)
}

// A Quote is what a [Book] answers.
type Quote struct {
	// Tiers are the rows that hold: one, or one for each tier, the lowest first. There is at least one.
	Tiers []Price `json:"tiers"`
	// PassedOver are the rows that the instant falls into too, and that those in Tiers come before.
	PassedOver []Price `json:"passedOver,omitempty"`
	// Overlap is the reading by which they do.
	Overlap Overlap `json:"overlap"`
}

// UnitPrice gives the price of a unit, and whether there is one for all quantities.
func (q Quote) UnitPrice() (terms.Money, bool) {
	if len(q.Tiers) != 1 || !q.Tiers[0].PricingTierRangeMax.IsZero() {
		return terms.Money{}, false
	}
	return q.Tiers[0].UnitPrice, true
}

// Equal reports whether both are the same answer.
func (q Quote) Equal(other Quote) bool { return sameJSON(q, other) }

// A facet is what prices of one product differ in, and a question may ask for.
type facet struct {
	name, words string
	asked       func(Query) string
	of          func(Price) string
}

func (f facet) fits(q Query, p Price) bool {
	asked := f.asked(q)
	return asked == "" || fold(asked) == fold(f.of(p))
}

// Price gives the price of a product at an instant. Rows hold from their start to where they end, [Price.Ends]; where
// several do, the book's reading of overlaps decides, for each tier by itself.
//
// Its error is a [QueryError]: [ErrQuery] for a question that lacks the product, the SKU or the instant, [ErrNoPrice],
// [ErrAmbiguous], or [ErrConflict] where two rows of the same time differ in the price.
func (b *Book) Price(q Query) (Quote, error) {
	if err := q.check(); err != nil {
		return Quote{}, err
	}
	rows := b.rows(q)
	holding := slices.DeleteFunc(slices.Clone(rows), func(p Price) bool { return !p.fits(q) || !p.holds(q.At) })
	if len(holding) == 0 {
		return Quote{}, b.noPrice(q, rows)
	}
	for _, f := range facets {
		if values := valuesOf(f, holding); len(values) > 1 {
			return Quote{}, &QueryError{q, f.name, fmt.Errorf("%w: of %s %s; ask for one of them", ErrAmbiguous, f.words, listed(values))}
		}
	}
	quote, err := b.quote(holding)
	if err != nil {
		return Quote{}, &QueryError{Query: q, Err: err}
	}
	return quote, nil
}

func (q Query) check() error {
	for _, part := range []struct {
		field string
		given bool
	}{
		{"productId", strings.TrimSpace(q.ProductID) != ""},
		{"skuId", strings.TrimSpace(q.SkuID) != ""},
		{"at", !q.At.IsZero()},
	} {
		if !part.given {
			return &QueryError{q, part.field, fmt.Errorf("%w: %s is not given", ErrQuery, part.field)}
		}
	}
	return nil
}

// rows gives the rows of the product, in the order of precedence; of one market where the question says which.
func (b *Book) rows(q Query) []Price {
	markets := b.products[keyOf(q.ProductID, q.SkuID)]
	if q.Market != "" {
		return markets[fold(q.Market)]
	}
	var rows []Price
	for _, ofMarket := range markets {
		rows = append(rows, ofMarket...)
	}
	slices.SortStableFunc(rows, b.compare)
	return rows
}

func (p Price) fits(q Query) bool {
	return !slices.ContainsFunc(facets[:], func(f facet) bool { return !f.fits(q, p) })
}

// holds reports whether an instant lies in the time of a row.
func (p Price) holds(at time.Time) bool {
	return !at.Before(p.EffectiveStartDate) && (p.EffectiveEndDate.IsZero() || at.Before(p.Ends()))
}

// quote chooses between rows that hold: each tier goes to the first row in the order of precedence.
func (b *Book) quote(holding []Price) (Quote, error) {
	quote := Quote{Overlap: b.overlap}
	for _, p := range holding {
		taken := slices.IndexFunc(quote.Tiers, func(t Price) bool { return sharesUnits(t, p) })
		if taken < 0 {
			quote.Tiers = append(quote.Tiers, p.clone())
			continue
		}
		if before := quote.Tiers[taken]; b.precedence(before, p) == 0 && !before.UnitPrice.Equal(p.UnitPrice) {
			return Quote{}, fmt.Errorf("%w: %v in line %d and %v in line %d, from %s on", ErrConflict,
				before.UnitPrice, before.Line, p.UnitPrice, p.Line, p.EffectiveStartDate.Format(time.RFC3339Nano))
		}
		quote.PassedOver = append(quote.PassedOver, p.clone())
	}
	slices.SortStableFunc(quote.Tiers, func(x, y Price) int { return x.PricingTierRangeMin.Cmp(y.PricingTierRangeMin) })
	return quote, nil
}

// sharesUnits reports whether the tiers of two rows have units in common. A tier that begins where another ends has none:
// some lists write the last unit of the one, some the bound between the two.
func sharesUnits(x, y Price) bool {
	if x.PricingTierRangeMin.Equal(y.PricingTierRangeMin) {
		return true
	}
	return beginsBelow(x, y) && beginsBelow(y, x)
}

// beginsBelow reports whether x begins below the end of y's tier.
func beginsBelow(x, y Price) bool {
	return y.PricingTierRangeMax.IsZero() || x.PricingTierRangeMin.LessThan(y.PricingTierRangeMax)
}

// noPrice says which part of a question leaves no price.
func (b *Book) noPrice(q Query, rows []Price) error {
	if b.products[keyOf(q.ProductID, q.SkuID)] == nil {
		return b.noProduct(q)
	}
	if len(rows) == 0 { // no row of the market
		all := q
		all.Market = ""
		rows = b.rows(all)
	}
	for _, f := range facets {
		fitting := slices.DeleteFunc(slices.Clone(rows), func(p Price) bool { return !f.fits(q, p) })
		if len(fitting) == 0 {
			return &QueryError{q, f.name, fmt.Errorf("%w: of %s there is %s", ErrNoPrice, f.words, listed(valuesOf(f, rows)))}
		}
		rows = fitting
	}
	times := make([]string, len(rows))
	for i, p := range rows {
		times[i] = span(p)
	}
	return &QueryError{q, "at", fmt.Errorf("%w: at that instant; there is %s", ErrNoPrice, listed(slices.Compact(times)))}
}

// noProduct says which of product and SKU is not in the book.
func (b *Book) noProduct(q Query) error {
	var skus []string
	for key := range b.products {
		if key.product == fold(q.ProductID) {
			skus = append(skus, key.sku)
		}
	}
	if len(skus) == 0 {
		return &QueryError{q, "productId", fmt.Errorf("%w: the product is not in the book", ErrNoPrice)}
	}
	slices.Sort(skus)
	return &QueryError{q, "skuId", fmt.Errorf("%w: of SKU there is %s", ErrNoPrice, listed(skus))}
}

// span words the time of a row.
func span(p Price) string {
	if p.EffectiveEndDate.IsZero() {
		return "from " + p.EffectiveStartDate.Format(time.RFC3339)
	}
	return p.EffectiveStartDate.Format(time.RFC3339) + " to " + p.EffectiveEndDate.Format(time.RFC3339)
}

// valuesOf gives the different values of a facet, sorted.
func valuesOf(f facet, rows []Price) []string {
	var values []string
	for _, p := range rows {
		values = append(values, f.of(p))
	}
	slices.SortFunc(values, func(x, y string) int { return strings.Compare(fold(x), fold(y)) })
	return slices.CompactFunc(values, func(x, y string) bool { return fold(x) == fold(y) })
}
