package pricesheet

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// An Overlap says which row holds where two rows of a price list give one thing a price for the same instant. The pages
// contradict each other.
type Overlap uint8

// The readings of rows that overlap.
const (
	// EarlierHolds is the reading of the page on pricing and offers (2023-10-18): the row that begins first holds until it
	// ends. Of a row that ended on 3 November 2021 and one that began on 1 November, the first is for a transaction of 2
	// November, the second for one of 4 November.
	EarlierHolds Overlap = iota + 1
	// LatestEndHolds is the reading of the page on software pricing (2022-11-04): the row that ends last is the month's
	// active price.
	LatestEndHolds
)

// A Book holds price lists to look prices up in, all of their rows. It is immutable and safe for any number of goroutines.
type Book struct {
	overlap  Overlap
	products map[productKey]map[string][]Price // by market, in the order of precedence
	size     int
}

type productKey struct{ product, sku string }

// NewBook gathers the rows of one or more price lists: of several markets, of the licences and the software, or of a list
// and of that of the month before. Rows that are alike but for the line they stand on count once.
//
// What could not be read is reported by a [ReadError], which says of several lists which one, by its number or as it is [Named], and the book holds what could, so that the caller says whether a bad
// row spoils a list. A reading of overlaps that is not given is [ErrQuery], and no book; the record supports [EarlierHolds]
// best.
func NewBook(overlap Overlap, lists ...iter.Seq2[Price, error]) (*Book, error) {
	if !overlapNames.Valid(overlap) {
		return nil, fmt.Errorf("%w: the reading of rows that overlap is not given; EarlierHolds is what the record supports best", ErrQuery)
	}
	b := &Book{overlap: overlap, products: map[productKey]map[string][]Price{}}
	var faults ReadError
	texts := internedTexts{}
	for i, list := range lists {
		for price, err := range list {
			if err != nil {
				faults.add(inList(err, i+1, len(lists)))
				continue
			}
			b.add(texts.price(price))
		}
	}
	b.order()
	return b, faults.orNil()
}

// inList puts the number of a list into an error that names no file, where there are several lists.
func inList(err error, number, of int) error {
	if row, ok := err.(*RowError); of == 1 || ok && row.File != "" { //nolint:errorlint // as this package's readers give it
		return err
	}
	if file, ok := err.(*FileError); ok && file.File != "" { //nolint:errorlint // as above
		return err
	}
	return inFile(err, fmt.Sprintf("list %d", number))
}

func (b *Book) add(p Price) {
	key := keyOf(p.ProductID, p.SkuID)
	if b.products[key] == nil {
		b.products[key] = map[string][]Price{}
	}
	market := fold(p.Market)
	b.products[key][market] = append(b.products[key][market], p)
}

// order puts the rows into the order in which they are considered, and drops those given twice.
func (b *Book) order() {
	for _, markets := range b.products {
		for market, rows := range markets {
			slices.SortStableFunc(rows, b.compare)
			rows = slices.Clip(slices.CompactFunc(rows, b.alike))
			markets[market] = rows
			b.size += len(rows)
		}
	}
}

// Len gives the number of rows.
func (b *Book) Len() int { return b.size }

// Overlap gives the reading of rows that overlap.
func (b *Book) Overlap() Overlap { return b.overlap }

// keyOf gives what a product goes by. A spreadsheet makes 1 of the SKU 0001.
func keyOf(product, sku string) productKey {
	const width = 4
	sku = fold(sku)
	if missing := width - len(sku); missing > 0 && sku != "" {
		sku = strings.Repeat("0", missing) + sku
	}
	return productKey{fold(product), sku}
}

// fold gives what of a code matters in a look-up.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// compare orders rows by precedence, and then so that rows alike stand together.
func (b *Book) compare(x, y Price) int {
	if order := b.precedence(x, y); order != 0 {
		return order
	}
	for _, f := range facets {
		if order := strings.Compare(fold(f.of(x)), fold(f.of(y))); order != 0 {
			return order
		}
	}
	return cmp.Or(
		x.PricingTierRangeMin.Cmp(y.PricingTierRangeMin),
		x.PricingTierRangeMax.Cmp(y.PricingTierRangeMax),
		x.UnitPrice.Amount().Cmp(y.UnitPrice.Amount()),
		x.ERPPrice.Amount().Cmp(y.ERPPrice.Amount()),
	)
}

// precedence says which of two rows comes first by the reading of overlaps.
func (b *Book) precedence(x, y Price) int {
	begin, end := x.EffectiveStartDate.Compare(y.EffectiveStartDate), compareEnds(x, y)
	if b.overlap == LatestEndHolds {
		return cmp.Or(-end, -begin)
	}
	return cmp.Or(begin, end)
}

// compareEnds puts rows without end behind all others.
func compareEnds(x, y Price) int {
	switch endless, other := x.EffectiveEndDate.IsZero(), y.EffectiveEndDate.IsZero(); {
	case endless && other:
		return 0
	case endless:
		return 1
	case other:
		return -1
	}
	return x.Ends().Compare(y.Ends())
}

// alike reports whether two rows are one, given twice.
func (b *Book) alike(x, y Price) bool {
	if b.compare(x, y) != 0 {
		return false
	}
	x.Line = y.Line
	return x.Equal(y)
}

// internedTexts keeps one copy of each text. A row's fields are parts of the text of its whole line, which the book would
// otherwise keep.
type internedTexts map[string]string

func (t internedTexts) text(s string) string {
	kept, ok := t[s]
	if !ok {
		kept = strings.Clone(s)
		t[kept] = kept
	}
	return kept
}

// price gives a row that shares nothing with the one given.
func (t internedTexts) price(p Price) Price {
	for _, s := range []*string{
		&p.ProductTitle, &p.ProductID, &p.SkuID, &p.SkuTitle, &p.Publisher, &p.SkuDescription, &p.UnitOfMeasure,
		&p.TermDuration, &p.BillingPlan, &p.Market, &p.Segment, &p.MeterType,
	} {
		*s = t.text(*s)
	}
	p = p.clone()
	for i := range p.MeterIDs {
		p.MeterIDs[i] = t.text(p.MeterIDs[i])
	}
	for i := range p.Tags {
		p.Tags[i] = t.text(p.Tags[i])
	}
	for i := range p.Other {
		p.Other[i] = Field{t.text(p.Other[i].Name), t.text(p.Other[i].Text)}
	}
	return p
}

// clone gives a row whose slices are its own.
func (p Price) clone() Price {
	p.MeterIDs, p.Tags, p.Other = slices.Clone(p.MeterIDs), slices.Clone(p.Tags), slices.Clone(p.Other)
	return p
}
