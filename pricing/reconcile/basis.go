package reconcile

import (
	"fmt"
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// A Basis is what lines are recomputed from. Only Prices must be given.
type Basis struct {
	// Prices is the price list that was agreed on.
	Prices *pricesheet.Book
	// Rules are the rules and figures of package pricing: of rounding, proration and earned credit. Without them it is the
	// published ones.
	Rules *pricing.Rules
	// Partnership is who had access to the customer's Azure. Earned credit is decided by it, day by day and resource by
	// resource. Without it a line has the credit that it says it has, if its product can earn it.
	Partnership *pricing.Partnership
	// Rates are the exchange rates. Without them, each line has the rate that it says.
	Rates pricing.RateTable
	// Charges are what use came to, [Report.Charges] of the daily usage. With them, usage on an invoice is held against
	// what was used; without them, against the price list alone, and a line has the earned credit that it says.
	Charges []Charge
	// Product says what use is billed as, which decides whether it can earn credit. Without it, it is [ProductOf].
	Product func(use pricesheet.UsageLine, row pricesheet.Price) pricing.PlanProduct
}

// ProductOf says what use is billed as, by what the price list and the line say: a row tagged as of a third party, a row for
// a term, a line with a benefit, which is a savings plan's, a meter or SKU with Spot in its name. Everything else is
// consumption. A customer's own knowledge can be better: [Basis.Product].
func ProductOf(use pricesheet.UsageLine, row pricesheet.Price) pricing.PlanProduct {
	switch {
	case row.HasTag("ThirdParty"):
		return pricing.ThirdParty
	case !isPayAsYouGo(row):
		return pricing.PlanReservation
	case use.BenefitID != "" || use.BenefitOrderID != "":
		return pricing.PlanSavings
	case hasWord(use.MeterName, "spot") || hasWord(use.SkuName, "spot"):
		return pricing.SpotMachine
	default:
		return pricing.PlanConsumption
	}
}

// isPayAsYouGo reports whether a row is for what is paid as it is used, and not for a term. Lists of consumption write
// payG-1.
func isPayAsYouGo(row pricesheet.Price) bool {
	return row.TermDuration == "" && row.BillingPlan == "" || strings.HasPrefix(strings.ToLower(row.TermDuration), "payg")
}

func hasWord(text, word string) bool {
	for field := range strings.FieldsSeq(text) {
		if strings.EqualFold(strings.Trim(field, "()/-,"), word) {
			return true
		}
	}
	return false
}

// A work is one run through a file.
type work struct {
	Basis

	hasRates bool
	prices   memo[pricesheet.Query, priced]
	credits  memo[creditKey, credited]
	used     map[string]tierUse // of meters with tiers, in a month
	open     []*openCharge
	charges  map[string][]*openCharge
}

func (b Basis) begin() (*work, error) {
	if b.Prices == nil {
		return nil, fmt.Errorf("%w: prices are not given; want a book of the price list", ErrBasis)
	}
	w := &work{
		Basis: b, hasRates: len(b.Rates.Rates()) > 0, used: map[string]tierUse{},
		prices: memo[pricesheet.Query, priced]{}, credits: memo[creditKey, credited]{},
	}
	if w.Rules == nil {
		w.Rules = pricing.Published()
	}
	if w.Product == nil {
		w.Product = ProductOf
	}
	w.openCharges()
	return w, nil
}

// stream recomputes line by line, and gives what is left when there are no more.
func stream[T any](b Basis, rows iter.Seq2[T, error], reckon func(*work, T) Line, rest func(*work) []Line) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		w, err := b.begin()
		if err != nil {
			yield(Line{}, err)
			return
		}
		for row, err := range rows {
			var line Line
			if err == nil {
				line = reckon(w, row)
			}
			if !yield(line, err) {
				return
			}
		}
		for _, line := range rest(w) {
			if !yield(line, nil) {
				return
			}
		}
	}
}

// A memo remembers answers that many lines ask for, and forgets all of them where they become too many.
type memo[K comparable, V any] map[K]V

func (m memo[K, V]) of(key K, answer func() V) V {
	known, ok := m[key]
	if !ok {
		const most = 1 << 14
		if len(m) >= most {
			clear(m)
		}
		known = answer()
		m[key] = known
	}
	return known
}

// priced is the answer of the price list.
type priced struct {
	price  pricing.Price
	tiered bool
	row    pricesheet.Price // the first of its tiers
	err    error
}

func (w *work) price(q pricesheet.Query) priced {
	return w.prices.of(q, func() priced {
		quote, err := w.Prices.Price(q)
		if err != nil {
			return priced{err: err}
		}
		price, err := quote.Price()
		_, limited := price.Limit()
		return priced{price, limited || len(quote.Tiers) > 1, quote.Tiers[0], err}
	})
}

// tierUse is how much of a meter was used so far in a month.
type tierUse struct {
	quantity decimal.Decimal
	day      terms.Day
}

// rate rates a quantity, in the tiers that what came before it left. What is given back comes out of the highest tier.
func (w *work) rate(item Item, found priced, quantity decimal.Decimal) ([]pricing.Slice, error) {
	use := pricing.Use{Quantity: quantity.Abs()}
	key := ""
	if found.tiered {
		key = chargeKey(item.SubscriptionID, item.ProductID, item.SkuID, item.Day.FirstOfMonth())
		before := w.used[key]
		if item.Day.Before(before.day) {
			return nil, fmt.Errorf("its meter has tiers, which days fill in their order, and a line before it is of %s; want lines "+
				"in the order of their days", before.day)
		}
		use.Before = before.quantity
		if quantity.IsNegative() {
			use.Before = decimal.Max(decimal.Decimal{}, before.quantity.Add(quantity))
		}
	}
	rating, err := found.price.Rate(use)
	if err != nil {
		return nil, err
	}
	if found.tiered {
		w.used[key] = tierUse{decimal.Max(decimal.Decimal{}, w.used[key].quantity.Add(quantity)), item.Day}
	}
	if quantity.IsNegative() {
		for i, s := range rating.Slices {
			rating.Slices[i].Quantity, rating.Slices[i].Amount = s.Quantity.Neg(), s.Amount.Neg()
		}
	}
	return rating.Slices, nil
}

// exchange gives the rate of a line, and whether the one it says is another.
func (w *work) exchange(day terms.Day, from, to terms.Currency, said decimal.Decimal) (rate pricing.ExchangeRate, differs bool, err error) {
	if from == to {
		one := decimal.NewFromInt(1)
		return rate, !said.IsZero() && !said.Equal(one), nil
	}
	var own pricing.ExchangeRate
	if !said.IsZero() {
		if own, err = pricing.NewPCToBC(from, to, said); err != nil {
			return rate, false, err
		}
	}
	if w.hasRates {
		if rate, err = w.Rates.On(day, from, to); err != nil {
			return rate, false, err
		}
		return choose(rate, own)
	}
	if own.IsZero() {
		return rate, false, fmt.Errorf("it has no exchange rate from %s to %s", from, to)
	}
	return own, false, nil
}

// fewestDigits is how many digits a rate has at least that is taken for another one, written short.
const fewestDigits = 6

// choose gives a line's own rate where that is the one of the table as far as it is written, and else that of the table.
func choose(table, own pricing.ExchangeRate) (rate pricing.ExchangeRate, differs bool, err error) {
	if own.IsZero() || table.Equal(own) {
		return table, false, nil
	}
	one, err := terms.NewMoney(decimal.NewFromInt(1), table.From())
	if err != nil {
		return table, false, err
	}
	if own.Value().NumDigits() < fewestDigits {
		return table, true, nil
	}
	places := int(max(0, -own.Value().Exponent()))
	for _, mode := range []pricing.Mode{pricing.HalfAwayFromZero, pricing.TowardsZero} {
		converted, err := table.Convert(one, mode, places)
		if err != nil {
			return table, false, err
		}
		if converted.Amount().Equal(own.Value()) {
			return own, false, nil
		}
	}
	return table, true, nil
}
