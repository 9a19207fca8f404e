package pricing

import (
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
	"github.com/cloudterms/terms/rules"
)

// A ComparedOffer is a column of the comparison of offer types. The zero ComparedOffer means "not given".
type ComparedOffer uint8

const (
	// ComparedAzurePlan is the Azure plan.
	ComparedAzurePlan ComparedOffer = iota + 1
	// ComparedMarketplace is third-party offers of the Marketplace.
	ComparedMarketplace
	// ComparedReservations is Azure reservations.
	ComparedReservations
	// ComparedServerSubscriptions is server subscriptions sold through CSP.
	ComparedServerSubscriptions
	// ComparedLicences is licence-based offers, by now the legacy ones.
	ComparedLicences
	// ComparedNewCommerceLicences is licence-based offers of the new commerce experience.
	ComparedNewCommerceLicences
)

// Title gives the offer type as the table heads its column.
func (o ComparedOffer) Title() string { return titleOf(comparedOfferTitles, o) }

// An Aspect is a row of the comparison of offer types. The zero Aspect means "not given".
type Aspect uint8

const (
	// AspectBilling is how often it is billed.
	AspectBilling Aspect = iota + 1
	// AspectLicensee is who is licensed.
	AspectLicensee
	// AspectCoverage is how long it covers.
	AspectCoverage
	// AspectAutoRenewal is whether it renews by itself.
	AspectAutoRenewal
	// AspectCurrency is in which currency it is billed.
	AspectCurrency
	// AspectInvoice is on how many invoices and reconciliation files it is.
	AspectInvoice
	// AspectPriceList is how its prices are published.
	AspectPriceList
	// AspectOfferMatrix is whether there is an offer matrix.
	AspectOfferMatrix
	// AspectReturns is what comes back on a return or cancellation.
	AspectReturns
	// AspectCountries is where it is available.
	AspectCountries
	// AspectSupport is who supports it.
	AspectSupport
)

// Title gives the aspect as the table heads its row.
func (a Aspect) Title() string { return titleOf(aspectTitles, a) }

func titleOf[T ~uint8](titles []string, v T) string {
	if int(v) < len(titles) {
		return titles[v]
	}
	return ""
}

// A ComparisonCell is one cell of a comparison.
type ComparisonCell struct {
	Offer  ComparedOffer `json:"offer"`
	Aspect Aspect        `json:"aspect"`
	Says   string        `json:"says"`
}

// A Comparison is the table that sets the types of offers in CSP side by side. It is immutable. The zero Comparison has no cells.
type Comparison struct{ cells []ComparisonCell }

// NewComparison makes a table of cells, in any order. A cell without an offer, an aspect or a text, and one that is there already,
// is [ErrComparison].
func NewComparison(cells ...ComparisonCell) (Comparison, error) {
	for i, c := range cells {
		same := func(other ComparisonCell) bool { return other.Offer == c.Offer && other.Aspect == c.Aspect }
		switch {
		case !comparedOfferNames.Valid(c.Offer):
			return Comparison{}, fault(ErrComparison, "offer", c.Offer, "a type of offer")
		case !aspectNames.Valid(c.Aspect):
			return Comparison{}, fault(ErrComparison, "aspect", c.Aspect, "an aspect")
		case strings.TrimSpace(c.Says) == "":
			return Comparison{}, fault(ErrComparison, "says", c.Says, "what the table says of "+c.Offer.String()+" and "+c.Aspect.String())
		case slices.ContainsFunc(cells[:i], same):
			return Comparison{}, fault(ErrComparison, "aspect", c.Aspect, "one cell for "+c.Offer.String())
		}
	}
	sorted := slices.Clone(cells)
	slices.SortFunc(sorted, func(a, b ComparisonCell) int {
		if a.Aspect != b.Aspect {
			return int(a.Aspect) - int(b.Aspect)
		}
		return int(a.Offer) - int(b.Offer)
	})
	return Comparison{sorted}, nil
}

// ComparisonOn gives the table as it stood on a day: the version of 5 May 2020, or that of 11 January 2023 (PLAN-08). What it says
// is in words of this package, and kept as printed where the page has slipped: in 2020 reservations are billed to the "end
// customer". A day before the first version is [rules.ErrNoFigure].
func (r *Rules) ComparisonOn(day terms.Day) (rules.Reading[Comparison], error) {
	return r.comparison.On(day)
}

// ComparisonOn is [Rules.ComparisonOn] of the published rules.
func ComparisonOn(day terms.Day) (rules.Reading[Comparison], error) {
	return Published().ComparisonOn(day)
}

// ComparisonVersions gives the days of each version of the table, the earliest first.
func (r *Rules) ComparisonVersions() []terms.Span {
	var spans []terms.Span
	bounds := r.comparison.Boundaries()
	for i := range bounds {
		span, day := between(bounds, i)
		if _, err := r.comparison.On(day); err == nil {
			spans = append(spans, span)
		}
	}
	return spans
}

// ComparisonVersions is [Rules.ComparisonVersions] of the published rules.
func ComparisonVersions() []terms.Span { return Published().ComparisonVersions() }

// Cells gives every cell, row by row. The slice is the caller's own.
func (c Comparison) Cells() []ComparisonCell { return slices.Clone(c.cells) }

// Says gives what the table says of an offer and an aspect, and whether it says anything.
func (c Comparison) Says(o ComparedOffer, a Aspect) (string, bool) {
	for _, cell := range c.cells {
		if cell.Offer == o && cell.Aspect == a {
			return cell.Says, true
		}
	}
	return "", false
}

// Offers gives the offers that the table compares, in order.
func (c Comparison) Offers() []ComparedOffer {
	var offers []ComparedOffer
	for o := range comparedOfferNames.Each {
		if slices.ContainsFunc(c.cells, func(cell ComparisonCell) bool { return cell.Offer == o }) {
			offers = append(offers, o)
		}
	}
	return offers
}

// aspects gives the aspects that the table has.
func (c Comparison) aspects() []Aspect {
	var aspects []Aspect
	for _, cell := range c.cells {
		if !slices.Contains(aspects, cell.Aspect) {
			aspects = append(aspects, cell.Aspect)
		}
	}
	return aspects
}

// Markdown gives the table in Markdown: a column for each offer, a row for each aspect.
func (c Comparison) Markdown() string {
	heads := []string{""}
	for _, o := range c.Offers() {
		heads = append(heads, o.Title())
	}
	var rows [][]string
	for _, a := range c.aspects() {
		row := []string{a.Title()}
		for _, o := range c.Offers() {
			says, _ := c.Says(o, a)
			row = append(row, says)
		}
		rows = append(rows, row)
	}
	return markdownTable(heads, rows)
}

// A ComparisonChange is a cell that says something else in a later version. Was is empty for what the earlier one does not say,
// and Is for what the later one does not.
type ComparisonChange struct {
	Offer  ComparedOffer `json:"offer"`
	Aspect Aspect        `json:"aspect"`
	Was    string        `json:"was,omitempty"`
	Is     string        `json:"is,omitempty"`
}

// ChangesTo gives the cells that a later version has otherwise, row by row.
func (c Comparison) ChangesTo(later Comparison) []ComparisonChange {
	var changes []ComparisonChange
	for a := range aspectNames.Each {
		for o := range comparedOfferNames.Each {
			was, _ := c.Says(o, a)
			is, _ := later.Says(o, a)
			if was != is {
				changes = append(changes, ComparisonChange{o, a, was, is})
			}
		}
	}
	return changes
}

// ChangesMarkdown gives changes as a table in Markdown.
func ChangesMarkdown(changes []ComparisonChange) string {
	var rows [][]string
	for _, c := range changes {
		rows = append(rows, []string{c.Aspect.Title(), c.Offer.Title(), c.Was, c.Is})
	}
	return markdownTable([]string{"Aspect", "Offer", "Was", "Is"}, rows)
}

// markdownTable writes a table.
func markdownTable(heads []string, rows [][]string) string {
	var b strings.Builder
	line := func(cells []string) {
		for _, cell := range cells {
			b.WriteString("| " + markdownCell.Replace(cell) + " ")
		}
		b.WriteString("|\n")
	}
	line(heads)
	b.WriteString(strings.Repeat("|---", len(heads)) + "|\n")
	for _, row := range rows {
		line(row)
	}
	return b.String()
}

// MarshalJSON gives the list of cells.
func (c Comparison) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(jsonform.EmptyNotNull(c.cells))
}

// UnmarshalJSON reads what [Comparison.MarshalJSON] gives, by the rules of [terms.Decode] and [NewComparison]. On an error it
// leaves c as it was.
func (c *Comparison) UnmarshalJSON(data []byte) error {
	var cells []ComparisonCell
	if err := jsonform.Decode(data, &cells); err != nil {
		return err
	}
	read, err := NewComparison(cells...)
	if err != nil {
		return err
	}
	*c = read
	return nil
}

// Equal reports whether both tables have the same cells.
func (c Comparison) Equal(other Comparison) bool { return slices.Equal(c.cells, other.cells) }
