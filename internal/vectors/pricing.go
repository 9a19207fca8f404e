package vectors

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
)

type ratedUse struct {
	Form pricing.TierForm  `json:"form"`
	Rows []pricing.TierRow `json:"rows"`
	Use  pricing.Use       `json:"use"`
}

func rate(in ratedUse) (pricing.Rating, error) {
	price, err := pricing.TieredPrice(in.Form, in.Rows...)
	if err != nil {
		return pricing.Rating{}, err
	}
	return price.Rate(in.Use)
}

type roundedLine struct {
	Rule pricing.RoundingRule `json:"rule"`
	Line pricing.Line         `json:"line"`
}

func subtotal(in roundedLine) (pricing.Subtotal, error) { return in.Line.Subtotal(in.Rule) }

type costOfUnits struct {
	Cost     terms.Money     `json:"cost"`
	Quantity decimal.Decimal `json:"quantity"`
}

func effectiveUnitPrice(in costOfUnits) (terms.Money, error) {
	return pricing.EffectiveUnitPrice(in.Cost, in.Quantity)
}

type conversion struct {
	Rate   pricing.ExchangeRate `json:"rate"`
	Amount terms.Money          `json:"amount"`
	Mode   pricing.Mode         `json:"mode"`
	Places int                  `json:"places"`
}

func convert(in conversion) (terms.Money, error) {
	return in.Rate.Convert(in.Amount, in.Mode, in.Places)
}

type fixedRate struct {
	Cadence pricing.Cadence `json:"cadence"`
	Fixed   terms.Day       `json:"fixed"`
}

func serves(in fixedRate) (terms.Span, error) { return in.Cadence.Serves(in.Fixed) }

type cyclesFrom struct {
	First  terms.Day            `json:"first"`
	Months int                  `json:"months"`
	Count  int                  `json:"count"`
	Start  licensing.CycleStart `json:"start"`
}

func cycles(in cyclesFrom) ([]pricing.Cycle, error) {
	return pricing.Cycles(in.First, in.Months, in.Count, in.Start)
}

// prorated is what every function of a proration takes.
type prorated struct {
	By    pricing.Proration  `json:"by"`
	Seats pricing.Seats      `json:"seats"`
	Type  pricing.ChargeType `json:"type"`
	Day   terms.Day          `json:"day"`
}

func charge(in prorated) (pricing.ChargeLine, error) { return in.By.Charge(in.Type, in.Seats, in.Day) }

type cancelledTerm struct {
	By     pricing.Proration `json:"by"`
	Seats  pricing.Seats     `json:"seats"`
	Bought time.Time         `json:"bought"`
	At     time.Time         `json:"at"`
}

func cancel(in cancelledTerm) (pricing.Refund, error) {
	return in.By.Cancel(in.Seats, in.Bought, in.At)
}

type changed struct {
	prorated

	Quantity int `json:"quantity"`
}

func changeQuantity(in changed) (pricing.Change, error) {
	return in.By.ChangeQuantity(in.Seats, in.Quantity, in.Day)
}

type upgraded struct {
	prorated

	Quantity int         `json:"quantity"`
	Price    terms.Money `json:"price"`
}

func upgrade(in upgraded) (pricing.Change, error) {
	return in.By.Upgrade(in.Type, in.Seats, in.Quantity, in.Price, in.Day)
}

type taxed struct {
	Rate   pricing.Percent   `json:"rate"`
	Basis  pricing.TaxBasis  `json:"basis"`
	Method pricing.TaxMethod `json:"method"`
	Lines  []terms.Money     `json:"lines"`
}

func tax(in taxed) (pricing.Taxation, error) {
	return pricing.Tax(in.Rate, in.Basis, in.Method, in.Lines...)
}

type usedIn struct {
	Partnership pricing.Partnership `json:"partnership"`
	Use         []pricing.PlanUse   `json:"use"`
	Through     terms.Day           `json:"through"`
}

func creditEarned(in usedIn) (pricing.EarnedCredit, error) {
	return pricing.CreditEarned(in.Partnership, in.Use)
}

func meters(in usedIn) ([]pricing.MeterPrice, error) {
	earned, err := creditEarned(in)
	if err != nil {
		return nil, err
	}
	return earned.Meters(in.Through)
}

type managed struct {
	Partnership pricing.Partnership `json:"partnership"`
	Resource    pricing.Scope       `json:"resource"`
	Days        terms.Span          `json:"days"`
}

func accessDays(in managed) ([]pricing.AccessDay, error) {
	return pricing.AccessDays(in.Partnership, in.Resource, in.Days)
}
