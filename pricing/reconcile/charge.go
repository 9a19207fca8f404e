package reconcile

import (
	"errors"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// A Portion is a part of what a charge is for.
type Portion struct {
	Use pricing.Slice `json:"use"` // at list price
	Net terms.Money   `json:"net"` // less Azure credit and earned credit, before any rounding, in the pricing currency
}

// Equal reports whether both are the same portion.
func (p Portion) Equal(other Portion) bool { return p.Use.Equal(other.Use) && p.Net.Equal(other.Net) }

func (p Portion) with(s pricing.Slice, net terms.Money) (Portion, error) {
	quantity := p.Use.Quantity.Add(s.Quantity)
	if err := terms.CheckDecimal(quantity); err != nil {
		return p, err
	}
	var err error
	if p.Use.Amount, err = p.Use.Amount.Add(s.Amount); err != nil {
		return p, err
	}
	p.Use.Quantity = quantity
	p.Net, err = p.Net.Add(net)
	return p, err
}

// A Charge is what a month's use of a meter comes to, as a line of the invoice has it: one for each plan, product, SKU and
// tier. Days on which credit was earned and days on which it was not are on one line, by the page of 2022; the page of 2021
// has a line for each, and an invoice that does is matched too, by the quantities.
type Charge struct {
	CustomerID     string               `json:"customerId,omitzero"`
	SubscriptionID string               `json:"subscriptionId,omitzero"` // of the plan
	ProductID      string               `json:"productId"`
	SkuID          string               `json:"skuId"`
	Name           string               `json:"name,omitzero"`
	Month          terms.Day            `json:"month"`   // its first day
	Earning        Portion              `json:"earning"` // on which credit was earned
	Rest           Portion              `json:"rest"`
	AzureCredit    terms.Money          `json:"azureCredit"` // what an Azure credit offer pays, in the pricing currency
	Earned         terms.Money          `json:"earned"`      // the partner earned credit, in the pricing currency
	Missed         terms.Money          `json:"missed"`      // what more it would be with access that counts
	Rate           pricing.ExchangeRate `json:"rate,omitzero"`
	// Rule is the rounding rule of the month, and Subtotal the charge by it, in the billing currency.
	Rule     pricing.RoundingRule `json:"rule"`
	Subtotal terms.Money          `json:"subtotal"`
	// EffectiveUnitPrice is what a unit came to, in the pricing currency; not given where nothing was used.
	EffectiveUnitPrice terms.Money `json:"effectiveUnitPrice,omitzero"`
	// Unreckoned is the number of lines of use that are not in the charge, because they could not be recomputed.
	Unreckoned int `json:"unreckoned,omitzero"`
}

// Equal reports whether both are the same charge.
func (c Charge) Equal(other Charge) bool {
	return c.CustomerID == other.CustomerID && c.SubscriptionID == other.SubscriptionID && c.ProductID == other.ProductID &&
		c.SkuID == other.SkuID && c.Name == other.Name && c.Month == other.Month && c.Earning.Equal(other.Earning) &&
		c.Rest.Equal(other.Rest) && c.AzureCredit.Equal(other.AzureCredit) && c.Earned.Equal(other.Earned) &&
		c.Missed.Equal(other.Missed) && c.Rate.Equal(other.Rate) && c.Rule == other.Rule && c.Subtotal.Equal(other.Subtotal) &&
		c.EffectiveUnitPrice.Equal(other.EffectiveUnitPrice) && c.Unreckoned == other.Unreckoned
}

// Whole gives all that the charge is for.
func (c Charge) Whole() (Portion, error) { return c.Earning.with(c.Rest.Use, c.Rest.Net) }

// chargeKey is what the use of a month and the lines of an invoice have in common.
func chargeKey(subscription, product, sku string, month terms.Day) string {
	return strings.Join([]string{
		strings.ToLower(strings.TrimSpace(subscription)), pricesheet.ProductKey(product, sku), month.String(),
	}, "|")
}

// A bucket is the use of a meter in a month that is in one tier, at one price, with the same credits.
type bucket struct {
	use                   pricing.Slice
	rate                  pricing.ExchangeRate
	azure, earned, missed pricing.Percent
}

// isFor reports whether a slice of a line goes into the bucket.
func (b *bucket) isFor(l Line, s pricing.Slice) bool {
	return b.use.Tier == s.Tier && b.use.Unit.Equal(s.Unit) && b.azure.Equal(l.AzureCredit) &&
		b.earned.Equal(l.EarnedCredit) && b.missed.Equal(l.MissedCredit)
}

func (b *bucket) add(s pricing.Slice) error {
	quantity := b.use.Quantity.Add(s.Quantity)
	amount, err := b.use.Amount.Add(s.Amount)
	if err = errors.Join(err, terms.CheckDecimal(quantity)); err != nil {
		return err
	}
	b.use.Quantity, b.use.Amount = quantity, amount
	return nil
}

// A tally is a charge that is being added up.
type tally struct{ Charge }

// newTally gives the charge of a tier and its price, with nothing in it.
func newTally(item Item, b *bucket) (*tally, error) {
	nothing, err := terms.NewMoney(decimal.Decimal{}, b.use.Unit.Currency())
	none := Portion{Use: pricing.Slice{Tier: b.use.Tier, Unit: b.use.Unit, Amount: nothing}, Net: nothing}
	return &tally{Charge{
		CustomerID: item.CustomerID, SubscriptionID: item.SubscriptionID, ProductID: item.ProductID, SkuID: item.SkuID,
		Name: item.Name, Month: item.Day.FirstOfMonth(), Earning: none, Rest: none, Rate: b.rate,
		AzureCredit: nothing, Earned: nothing, Missed: nothing,
	}}, err
}

// add puts a bucket into the charge.
func (c *tally) add(b *bucket) error {
	rest, err := b.azure.Off(b.use.Amount)
	if err != nil {
		return err
	}
	paid, err := b.use.Amount.Sub(rest)
	if err != nil {
		return err
	}
	earned, err := b.earned.Of(rest)
	if err != nil {
		return err
	}
	missed, err := b.missed.Of(rest)
	if err != nil {
		return err
	}
	net, err := rest.Sub(earned)
	if err != nil {
		return err
	}
	portion := &c.Rest
	if !b.earned.IsZero() {
		portion = &c.Earning
	}
	if *portion, err = portion.with(b.use, net); err != nil {
		return err
	}
	return errors.Join(addTo(&c.AzureCredit, paid), addTo(&c.Earned, earned), addTo(&c.Missed, missed))
}

// close reckons what the charge comes to.
func (c *tally) close(r *pricing.Rules) error {
	if c.Rest.Net.IsZero() { // none of its use could be recomputed
		return nil
	}
	rule, err := r.UsageRounding(c.Month)
	if err != nil {
		return err
	}
	whole, err := c.Whole()
	if err != nil {
		return err
	}
	c.Rule = rule.Value
	subtotal, err := wholeLine(whole.Net, pricing.Percent{}, c.Rate).Subtotal(c.Rule)
	if err != nil {
		return err
	}
	c.Subtotal = subtotal.Amount
	if !whole.Use.Quantity.IsPositive() {
		return nil
	}
	cost, err := wholeLine(whole.Net, pricing.Percent{}, pricing.ExchangeRate{}).Subtotal(c.Rule)
	if err != nil {
		return err
	}
	c.EffectiveUnitPrice, err = pricing.EffectiveUnitPrice(cost.Amount, whole.Use.Quantity)
	return err
}

// An openCharge is a charge, and which of its portions no line of the invoice has billed yet.
type openCharge struct {
	Charge

	earning, rest bool
}

// openCharges gets the charges ready to be held against an invoice.
func (w *work) openCharges() {
	w.charges = map[string][]*openCharge{}
	for _, c := range w.Charges {
		open := &openCharge{c, !c.Earning.Use.Quantity.IsZero(), !c.Rest.Use.Quantity.IsZero()}
		key := chargeKey(c.SubscriptionID, c.ProductID, c.SkuID, c.Month)
		w.open, w.charges[key] = append(w.open, open), append(w.charges[key], open)
	}
}

// left gives what of the charge is not billed yet, and whether there is anything.
func (o *openCharge) left() (Portion, bool, error) {
	switch {
	case o.earning && o.rest:
		whole, err := o.Whole()
		return whole, true, err
	case o.earning:
		return o.Earning, true, nil
	default:
		return o.Rest, o.rest, nil
	}
}

// take gives what of some charges a line of the invoice bills: what has its quantity, or else the first that is left. It is
// nothing where nothing is.
func take(charges []*openCharge, quantity decimal.Decimal) (*openCharge, Portion, error) {
	var first *openCharge
	for _, o := range charges {
		whole, some, err := o.left()
		if err != nil {
			return nil, Portion{}, err
		}
		switch {
		case some && whole.Use.Quantity.Equal(quantity):
			o.earning, o.rest = false, false
			return o, whole, nil
		case o.earning && o.Earning.Use.Quantity.Equal(quantity):
			o.earning = false
			return o, o.Earning, nil
		case o.rest && o.Rest.Use.Quantity.Equal(quantity):
			o.rest = false
			return o, o.Rest, nil
		case some && first == nil:
			first = o
		}
	}
	if first == nil {
		return nil, Portion{}, nil
	}
	left, _, err := first.left()
	first.earning, first.rest = false, false
	return first, left, err
}

// notBilled gives the use that no line of the invoice has billed, but for what comes to nothing.
func (w *work) notBilled() []Line {
	var lines []Line
	for _, o := range w.open {
		left, some, err := o.left()
		if !some || o.Unreckoned > 0 {
			continue
		}
		line := draft{Line{Item: Item{
			Kind: InvoiceUsage, Day: o.Month, CustomerID: o.CustomerID, SubscriptionID: o.SubscriptionID,
			ProductID: o.ProductID, SkuID: o.SkuID, Name: o.Name, Tier: left.Use.Tier,
		}}}
		if err == nil {
			err = line.settleNotBilled(o.Charge, left)
		}
		if err != nil {
			line.fail(err)
		}
		if line.Outcome != Agrees {
			lines = append(lines, line.Line)
		}
	}
	return lines
}

// settleNotBilled makes of the line one that bills nothing for a portion.
func (l *draft) settleNotBilled(c Charge, left Portion) error {
	subtotal, err := wholeLine(left.Net, pricing.Percent{}, c.Rate).Subtotal(c.Rule)
	if err != nil {
		return err
	}
	l.Outcome, l.Rule, l.Rate, l.Recomputed, l.Difference = NotBilled, c.Rule, c.Rate, subtotal.Amount, subtotal.Amount.Neg()
	l.Slices = []pricing.Slice{left.Use}
	if subtotal.Amount.Sign() == 0 {
		l.Outcome = Agrees
	}
	l.Billed, err = terms.NewMoney(decimal.Decimal{}, subtotal.Amount.Currency())
	return err
}
