package vectors

import (
	"bytes"
	"reflect"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// taking makes a [Function] of one that takes its input as a Go value.
func taking[In, Out any](call func(In) (Out, error)) Function {
	return Function{reflect.TypeFor[In](), func(in []byte) (any, error) {
		var given In
		if err := terms.Decode(bytes.NewReader(in), &given); err != nil {
			return nil, err
		}
		return call(given)
	}}
}

type monthsLater struct {
	Day    terms.Day `json:"day"`
	Months int       `json:"months"`
}

func addMonths(in monthsLater) (terms.Day, error) { return in.Day.AddMonths(in.Months), nil }

type split struct {
	Amount  terms.Money       `json:"amount"`
	Weights []decimal.Decimal `json:"weights"`
}

func allocate(in split) ([]terms.Money, error) { return in.Amount.Allocate(in.Weights...) }

// purchase is the JSON of a [licensing.OSAPurchase] whose key and tokens may be left out where they do not matter.
type purchase struct {
	Key       licensing.OSAKey     `json:"key"`
	Purchased terms.Day            `json:"purchased"`
	Tokens    []licensing.OSAToken `json:"tokens"`
}

// osa gives the purchase, with a key and a token that stand in for those left out.
func (p purchase) osa() (licensing.OSAPurchase, error) {
	if p.Key.IsZero() {
		standIn, err := licensing.ParseOSAKey("AAAAA-AAAAA-AAAAA-AAAAA-AAAAA")
		if err != nil {
			return licensing.OSAPurchase{}, err
		}
		p.Key = standIn
	}
	if p.Tokens == nil {
		p.Tokens = []licensing.OSAToken{{Units: 1, Currency: terms.USD}}
	}
	return licensing.NewOSAPurchase(p.Key, p.Purchased, p.Tokens...)
}

func lastActivationDay(in purchase) (terms.Day, error) {
	bought, err := in.osa()
	return bought.LastActivationDay(), err
}

type activation struct {
	Purchase purchase  `json:"purchase"`
	Day      terms.Day `json:"day"`
}

// checkActivation gives nothing, which is null in JSON, where the key can be activated.
func checkActivation(in activation) (any, error) {
	bought, err := in.Purchase.osa()
	if err != nil {
		return nil, err
	}
	return nil, bought.CheckActivation(in.Day)
}

type activated struct {
	Purchased  terms.Day               `json:"purchased"`
	Activation licensing.OSAActivation `json:"activation"`
}

// mayActivate fails where there is no day whose rules could decide.
func mayActivate(in activated) (licensing.OSAActivationAnswer, error) {
	answer := licensing.MayActivate(in.Purchased, in.Activation)
	return answer, decided(answer.Decision)
}

type usedTwice struct {
	Day terms.Day         `json:"day"`
	Use licensing.DualUse `json:"use"`
}

func mayUseTwice(in usedTwice) (licensing.DualUseAnswer, error) {
	answer := licensing.MayUseTwice(in.Day, in.Use)
	return answer, decided(answer.Decision)
}

type cardTopUp struct {
	Day  terms.Day        `json:"day"`
	Wish credit.CardTopUp `json:"wish"`
}

func mayTopUp(in cardTopUp) (credit.TopUpAnswer, error) {
	answer := credit.MayTopUp(in.Day, in.Wish)
	return answer, decided(answer.Decision)
}

type alertSetup struct {
	Day   terms.Day         `json:"day"`
	Setup credit.AlertSetup `json:"setup"`
}

func mayConfigureAlert(in alertSetup) (credit.AlertAnswer, error) {
	answer := credit.MayConfigureAlert(in.Day, in.Setup)
	return answer, decided(answer.Decision)
}

type attachment struct {
	Day        terms.Day         `json:"day"`
	Attachment credit.Attachment `json:"attachment"`
}

func afterAttachment(in attachment) (rules.Decision[credit.Fate], error) {
	decision := credit.AfterAttachment(in.Day, in.Attachment)
	return decision, decided(decision)
}

type combination struct {
	Day         terms.Day          `json:"day"`
	Combination credit.Combination `json:"combination"`
}

func mayCombine(in combination) (rules.Decision[rules.Truth], error) {
	decision := credit.MayCombine(in.Day, in.Combination)
	return decision, decided(decision)
}

type extended struct {
	Subscription licensing.Subscription    `json:"subscription"`
	Reckoning    licensing.Reckoning       `json:"reckoning"`
	Redemptions  []licensing.KeyRedemption `json:"redemptions"`
}

func extend(in extended) (licensing.Extension, error) {
	return licensing.Extend(in.Subscription, in.Reckoning, in.Redemptions...)
}

type termFrom struct {
	Term  licensing.Term `json:"termDuration"`
	First terms.Day      `json:"first"`
}

func termPeriod(in termFrom) (licensing.Period, error) { return in.Term.Period(in.First) }

type charged struct {
	Term   licensing.Term         `json:"termDuration"`
	Period licensing.Period       `json:"period"`
	Cycle  licensing.BillingCycle `json:"billingCycle"`
	Start  licensing.CycleStart   `json:"cycleStart"`
}

func billingCycles(in charged) ([]licensing.Period, error) {
	return in.Term.BillingCycles(in.Period, in.Cycle, in.Start)
}

type grace struct {
	Activated terms.Day            `json:"activated"`
	Count     licensing.GraceCount `json:"count"`
}

func lastKMSDay(in grace) (terms.Day, error) { return licensing.LastKMSDay(in.Activated, in.Count) }

// replayed is a ledger and the instant to replay it to.
type replayed struct {
	Ledger credit.Ledger `json:"ledger"`
	At     time.Time     `json:"at"`
}

func (in replayed) statement() (credit.Statement, error) { return in.Ledger.Replay(in.At) }

type balances struct {
	Ledger   credit.Ledger `json:"ledger"`
	At       time.Time     `json:"at"`
	Instants []time.Time   `json:"instants"`
}

// balancesAt gives the balance at each of the instants, in their order.
func balancesAt(in balances) ([]terms.Money, error) {
	statement, err := in.Ledger.Replay(in.At)
	if err != nil {
		return nil, err
	}
	amounts := make([]terms.Money, len(in.Instants))
	for i, at := range in.Instants {
		if amounts[i], err = statement.BalanceAt(at); err != nil {
			return nil, err
		}
	}
	return amounts, nil
}

type explained struct {
	Ledger credit.Ledger  `json:"ledger"`
	At     time.Time      `json:"at"`
	Use    credit.EventID `json:"use"`
}

func explain(in explained) (credit.Explanation, error) {
	statement, err := in.Ledger.Replay(in.At)
	if err != nil {
		return credit.Explanation{}, err
	}
	return statement.Explain(in.Use)
}

type foreseen struct {
	Ledger  credit.Ledger  `json:"ledger"`
	At      time.Time      `json:"at"`
	Outlook credit.Outlook `json:"outlook"`
}

func forecast(in foreseen) (credit.Forecast, error) {
	statement, err := in.Ledger.Replay(in.At)
	if err != nil {
		return credit.Forecast{}, err
	}
	return statement.Forecast(in.Outlook)
}

type lapses struct {
	Ledger credit.Ledger `json:"ledger"`
	At     time.Time     `json:"at"`
	Span   terms.Span    `json:"span"`
}

// lapsing gives a list in JSON also where nothing lapses.
func lapsing(in lapses) ([]credit.Lapse, error) {
	statement, err := in.Ledger.Replay(in.At)
	if err != nil {
		return nil, err
	}
	return append([]credit.Lapse{}, statement.Lapsing(in.Span)...), nil
}

type redeemed struct {
	Purchase  purchase             `json:"purchase"`
	Activated time.Time            `json:"activated"`
	Redeemed  licensing.Redemption `json:"redeemed"`
	Worths    *credit.UnitTable    `json:"worths"`
}

func tokenLots(in redeemed) ([]credit.Lot, error) {
	bought, err := in.Purchase.osa()
	if err != nil {
		return nil, err
	}
	return credit.TokenLots(bought, in.Activated, in.Redeemed, orDefault(in.Worths))
}

// orDefault gives the table, and the default one where none is given.
func orDefault(table *credit.UnitTable) credit.UnitTable {
	if table == nil {
		return credit.DefaultUnits()
	}
	return *table
}

type worthOfUnits struct {
	Units     int               `json:"units"`
	Currency  terms.Currency    `json:"currency"`
	Purchased terms.Day         `json:"purchased"`
	Worths    *credit.UnitTable `json:"worths"`
}

func unitAmount(in worthOfUnits) (terms.Money, error) {
	return orDefault(in.Worths).Amount(in.Units, in.Currency, in.Purchased)
}
