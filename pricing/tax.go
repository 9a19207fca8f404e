package pricing

import (
	"math/big"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// A TaxBasis says whether a price includes tax. The zero TaxBasis is no answer.
type TaxBasis uint8

const (
	// TaxExclusive is a price to which tax is added.
	TaxExclusive TaxBasis = iota + 1
	// TaxInclusive is a price that contains it.
	TaxInclusive
)

// A TaxReading says by which page it is decided whether a price includes tax. Microsoft's pages contradict each other. The zero
// TaxReading is the default, SoftwarePageTax.
type TaxReading uint8

const (
	// SoftwarePageTax is the page on software subscriptions: commercial prices exclude tax, except in Australia and Brazil
	// (SW-03). The text of 2021 adds that those two include it. It is the default.
	SoftwarePageTax TaxReading = iota + 1
	// ReservationPageTax is the page on buying Azure reservations (2023): prices exclude tax, unless the partner is in Brazil.
	ReservationPageTax
	// PriceListTax is the page on pricing and offers (2023): "all pricing in Partner Center CSP price lists is tax-exclusive".
	PriceListTax
)

// A TaxCase is the facts about a commercial price.
type TaxCase struct {
	Market  markets.Market `json:"market,omitzero"` // where the partner is, to whom the price is
	Reading TaxReading     `json:"reading,omitzero"`
	// Listed is whether the market is one of those in which the reading has prices include tax. Where that is not given,
	// [Rules.PriceIncludesTax] looks the market up.
	Listed rules.Truth `json:"listed,omitzero"`
}

// PriceIncludesTax says whether a commercial price includes tax, and why: it does not, except in Australia and Brazil (SW-03).
func (r *Rules) PriceIncludesTax(day terms.Day, facts TaxCase) rules.Decision[TaxBasis] {
	return r.tax.Explain(day, r.lookUpTax(facts))
}

// PriceIncludesTax is [Rules.PriceIncludesTax] of the published rules.
func PriceIncludesTax(day terms.Day, facts TaxCase) rules.Decision[TaxBasis] {
	return Published().PriceIncludesTax(day, facts)
}

// TaxSet gives the set that decides whether a price includes tax, to list, trace and test. It is asked by TaxCase.Listed,
// which [Rules.PriceIncludesTax] looks up.
func (r *Rules) TaxSet() *rules.Set[TaxCase, TaxBasis] { return r.tax }

// EditTax gives the rules with an edit of [Rules.TaxSet].
func (r *Rules) EditTax(e rules.Edit[TaxCase, TaxBasis]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.tax, e)
}

// lookUpTax fills in the default reading, and whether the market is on its list.
func (r *Rules) lookUpTax(facts TaxCase) TaxCase {
	if facts.Reading == 0 {
		facts.Reading = SoftwarePageTax
	}
	if facts.Listed == rules.Unknown {
		included := r.taxInclusive
		if facts.Reading == ReservationPageTax {
			included = r.taxInclusiveReservations
		}
		facts.Listed = rules.Given(!facts.Market.IsZero(), included.contains(facts.Market))
	}
	return facts
}

// A TaxMethod says where tax is rounded. The zero TaxMethod means "not given".
type TaxMethod uint8

const (
	// TaxLinesDown reckons the tax of each line, cuts it off at the cents, and adds up. It is the default, by the page on
	// invoices (2023).
	TaxLinesDown TaxMethod = iota + 1
	// TaxLinesNearest reckons the tax of each line to the nearest cent, and adds up: 10 % of 9.75 and of 10.25 are 0.98 and
	// 1.03, together 2.01. The page on reading a bill (2022) shows it to say what is wrong with it.
	TaxLinesNearest
	// TaxTotalNearest reckons the tax of the total to the nearest cent, in the same example 2.00. That page says some countries
	// want it so, and that lines no longer carry tax at all.
	TaxTotalNearest
)

// A TaxedLine is one line with its tax. Where tax is reckoned on the total, a line has only the amount it came with.
type TaxedLine struct {
	Net   terms.Money `json:"net,omitzero"`
	Tax   terms.Money `json:"tax,omitzero"`
	Gross terms.Money `json:"gross,omitzero"`
}

// Equal reports whether both are the same line.
func (l TaxedLine) Equal(other TaxedLine) bool {
	return l.Net.Equal(other.Net) && l.Tax.Equal(other.Tax) && l.Gross.Equal(other.Gross)
}

// A Taxation is lines with their tax. Net and tax are gross, on each line that has both and in the sums.
type Taxation struct {
	Rate   Percent     `json:"rate"`
	Basis  TaxBasis    `json:"basis"`
	Method TaxMethod   `json:"method"`
	Lines  []TaxedLine `json:"lines"`
	Net    terms.Money `json:"net"`
	Tax    terms.Money `json:"tax"`
	Gross  terms.Money `json:"gross"`
}

// Equal reports whether both are the same.
func (t Taxation) Equal(other Taxation) bool {
	return t.Rate.Equal(other.Rate) && t.Basis == other.Basis && t.Method == other.Method &&
		slices.EqualFunc(t.Lines, other.Lines, TaxedLine.Equal) && t.Net.Equal(other.Net) && t.Tax.Equal(other.Tax) &&
		t.Gross.Equal(other.Gross)
}

// Tax gives lines with their tax. Of a [TaxExclusive] amount the tax is added; of a [TaxInclusive] one it is the part it
// contains. The value of prepaid credit excludes all tax paid for it, so it is the net of what was paid (OPEN-03).
//
// No lines, or lines that are not given, are [ErrTax]; lines in two currencies [terms.ErrCurrencyMismatch]; and a basis or
// method that is not given [ErrNotGiven].
func Tax(rate Percent, basis TaxBasis, method TaxMethod, lines ...terms.Money) (Taxation, error) {
	if !taxBasisNames.Valid(basis) {
		return Taxation{}, notGiven("basis", taxBasisNames, basis)
	}
	if !taxMethodNames.Valid(method) {
		return Taxation{}, notGiven("method", taxMethodNames, method)
	}
	if len(lines) == 0 {
		return Taxation{}, fault(ErrTax, "lines", 0, "a line or more")
	}
	total, err := terms.Money{}, error(nil)
	for i, l := range lines {
		switch {
		case l.IsZero():
			return Taxation{}, fault(ErrTax, "lines", "", "amounts")
		case i == 0:
			total = l
		default:
			if total, err = total.Add(l); err != nil {
				return Taxation{}, err
			}
		}
	}
	t := Taxation{Rate: rate, Basis: basis, Method: method}
	if method == TaxTotalNearest {
		return t.onTotal(lines, total)
	}
	return t.byLine(lines)
}

// onTotal reckons the tax of the total.
func (t Taxation) onTotal(lines []terms.Money, total terms.Money) (Taxation, error) {
	for _, l := range lines {
		if t.Basis == TaxInclusive {
			t.Lines = append(t.Lines, TaxedLine{Gross: l})
		} else {
			t.Lines = append(t.Lines, TaxedLine{Net: l})
		}
	}
	whole, err := t.taxed(total, HalfAwayFromZero)
	t.Net, t.Tax, t.Gross = whole.Net, whole.Tax, whole.Gross
	return t, err
}

// byLine reckons the tax of each line and adds up.
func (t Taxation) byLine(lines []terms.Money) (Taxation, error) {
	mode := TowardsZero
	if t.Method == TaxLinesNearest {
		mode = HalfAwayFromZero
	}
	for i, l := range lines {
		line, err := t.taxed(l, mode)
		if err != nil {
			return Taxation{}, err
		}
		t.Lines = append(t.Lines, line)
		if i == 0 {
			t.Net, t.Tax, t.Gross = line.Net, line.Tax, line.Gross
			continue
		}
		if t, err = t.plus(line); err != nil {
			return Taxation{}, err
		}
	}
	return t, nil
}

func (t Taxation) plus(line TaxedLine) (Taxation, error) {
	var err error
	if t.Net, err = t.Net.Add(line.Net); err != nil {
		return t, err
	}
	if t.Tax, err = t.Tax.Add(line.Tax); err != nil {
		return t, err
	}
	t.Gross, err = t.Gross.Add(line.Gross)
	return t, err
}

// taxed gives an amount with its tax.
func (t Taxation) taxed(amount terms.Money, mode Mode) (TaxedLine, error) {
	share := t.Rate.fraction()
	if t.Basis == TaxInclusive {
		share.Quo(share, new(big.Rat).Add(big.NewRat(1, 1), t.Rate.fraction()))
	}
	tax, err := terms.NewMoney(mode.round(product(ratOf(amount.Amount()), share), cents), amount.Currency())
	if err != nil {
		return TaxedLine{}, causedFault(ErrTax, "lines", err, "smaller amounts")
	}
	line := TaxedLine{Tax: tax}
	if t.Basis == TaxInclusive {
		line.Gross = amount
		line.Net, err = amount.Sub(tax)
	} else {
		line.Net = amount
		line.Gross, err = amount.Add(tax)
	}
	return line, err
}
