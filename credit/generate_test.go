package credit_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// A history is what a ledger is made of, and an instant to replay it to.
type history struct {
	policy credit.Policy
	lots   []credit.Lot
	events []credit.Event
	at     time.Time
}

// GoString shows a history the way a test case can be made of it.
func (h history) GoString() string {
	text, err := json.MarshalIndent(struct {
		At     time.Time      `json:"at"`
		Policy credit.Policy  `json:"policy"`
		Lots   []credit.Lot   `json:"lots"`
		Events []credit.Event `json:"events"`
	}{h.at, h.policy, h.lots, h.events}, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// endOfTime is after everything that happens in a history.
var endOfTime = time.Date(2199, 12, 31, 23, 59, 59, 999_999_999, time.UTC)

// sound leaves out the events that cannot have happened, which changes nothing else.
func (h history) sound() history {
	for _, fault := range replayByOracle(h.policy, h.lots, h.events, endOfTime).faults {
		h.events = without(h.events, func(e credit.Event) bool { return e.ID == fault.event })
	}
	return h
}

// without gives a copy of a list that lacks some of its members.
func without[T any](list []T, which func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), which)
}

func oneOf[T any](t *rapid.T, label string, choices ...T) T {
	return rapid.SampledFrom(choices).Draw(t, label)
}

// chance is true once in so many times.
func chance(t *rapid.T, label string, in int) bool {
	return rapid.IntRange(1, in).Draw(t, label) == in
}

// policies draws from all choices of a policy, without alerts.
func policies() *rapid.Generator[credit.Policy] {
	return rapid.Custom(func(t *rapid.T) credit.Policy {
		return credit.Policy{
			Order:             oneOf(t, "order", credit.FIFOByActivation, credit.FirstToExpire),
			Expiry:            oneOf(t, "expiry", credit.ExpireAtInstant, credit.ExpireAtDayEnd),
			TopUpTerm:         oneOf(t, "top-up term", credit.TopUpAsToken, credit.TopUpUnending),
			DayPlace:          oneOf(t, "day place", credit.StartOfDay, credit.EndOfDay),
			Shortfall:         oneOf(t, "shortfall", credit.Suspend, credit.Refuse, credit.Overage, credit.CarryDebt),
			LateReturn:        oneOf(t, "late return", credit.LapseAtOnce, credit.Reopen),
			OverReturn:        oneOf(t, "over-return", credit.RefuseOverReturn, credit.WriteOffUnpaid),
			BulkTransfer:      oneOf(t, "bulk transfer", credit.TransferWithinYear, credit.TransferNever),
			LowCredit:         oneOf(t, "low credit", credit.LowCreditOfToken, credit.LowCreditOfSubscription),
			LowCreditOperator: oneOf(t, "low credit operator", credit.AtOrBelow, credit.Below),
			AlertOperator:     oneOf(t, "alert operator", credit.AtOrBelow, credit.Below),
			Rearm:             oneOf(t, "rearm", credit.RearmOnRise, credit.FireOnce),
			Retention:         oneOf(t, "retention", credit.RetainFromZeroBalance, credit.RetainFromExpiry),
		}
	})
}

// policiesWith draws from the policies under which what credit does not cover is dealt with in one way.
func policiesWith(shortfall credit.Shortfall) *rapid.Generator[credit.Policy] {
	return rapid.Map(policies(), func(p credit.Policy) credit.Policy {
		p.Shortfall = shortfall
		return p
	})
}

// A scale is the kind of numbers a history has: one exponent or several, and coefficients up to a largest.
type scale struct {
	exponents []int32
	largest   uint64
}

func scales() *rapid.Generator[scale] {
	return rapid.SampledFrom([]scale{
		{[]int32{0}, 20},
		{[]int32{-2}, 3000},
		{[]int32{-18}, 20},
		{[]int32{-18}, 18e18},
		{[]int32{17}, 20},
		{[]int32{-18, -7, 0, 2, 17}, 20},
	})
}

// amount draws an amount of more than 0.
func (s scale) amount(t *rapid.T, currency terms.Currency) terms.Money {
	coefficient := new(big.Int).SetUint64(rapid.Uint64Range(1, s.largest).Draw(t, "coefficient"))
	m, err := terms.NewMoney(decimal.NewFromBigInt(coefficient, oneOf(t, "exponent", s.exponents...)), currency)
	if err != nil {
		panic(err)
	}
	return m
}

// histories draws ledgers of every kind that New accepts, and events that Replay may still refuse.
func histories() *rapid.Generator[history] { return historiesUnder(policies(), scales()) }

// historiesUnder draws histories under some policies, of some kinds of numbers.
func historiesUnder(policies *rapid.Generator[credit.Policy], scales *rapid.Generator[scale]) *rapid.Generator[history] {
	return rapid.Custom(func(t *rapid.T) history {
		g := &generator{
			t: t, policy: policies.Draw(t, "policy"), scale: scales.Draw(t, "scale"),
			currency: oneOf(t, "currency", terms.USD, terms.USD, terms.JPY, terms.KWD),
			years:    oneOf(t, "years", 0, 0, 0, -56, 112),
		}
		g.policy.Alerts = g.alerts()
		g.generateLots()
		g.generateEvents()
		return history{g.policy, g.lots, g.events, g.anyMoment("at")}
	})
}

// generator draws the parts of one history.
type generator struct {
	t        *rapid.T
	scale    scale
	currency terms.Currency
	policy   credit.Policy
	lots     []credit.Lot
	events   []credit.Event
	// years are added to every day, so that a history may lie before 1970 or far ahead. The leap years stay in place.
	years int
	// moments are the instants at which lots begin, end and are warned of, so that events can fall on them.
	moments []time.Time
}

func (g *generator) amount() terms.Money { return g.scale.amount(g.t, g.currency) }

func (g *generator) alerts() []credit.Alert {
	var alerts []credit.Alert
	for i := range rapid.IntRange(0, 5).Draw(g.t, "alerts") {
		a := credit.Alert{Name: fmt.Sprint("alert ", i), Amount: g.amount(), Recipients: []string{"a@example.com", "b@example.com"}[:1+i%2]}
		if !slices.ContainsFunc(alerts, func(b credit.Alert) bool { return a.Amount.Equal(b.Amount) }) {
			alerts = append(alerts, a)
		}
	}
	return alerts
}

// remarkable are days at which the reckoning of months is hardest.
var remarkable = []string{
	"2023-01-31", "2023-02-28", "2023-03-01", "2023-03-31", "2023-08-31", "2023-12-31", "2024-01-01", "2024-01-31", "2024-02-28", "2024-02-29",
}

// freeMoment draws an instant of about two years, often one at the edge of a day.
func (g *generator) freeMoment() time.Time {
	day := terms.MustParseDay(oneOf(g.t, "day", remarkable...))
	if chance(g.t, "any day", 2) {
		day = terms.MustParseDay("2023-01-01").AddDays(rapid.IntRange(0, 800).Draw(g.t, "days"))
	}
	clock := oneOf[time.Duration](g.t, "clock", 0, 0, 1, 12*time.Hour, 24*time.Hour-1)
	return day.AddMonths(12 * g.years).Start().Add(clock)
}

// moment draws an instant, most often one of those at which something else happens, or one right beside it.
func (g *generator) moment(label string) time.Time {
	if len(g.moments) == 0 || chance(g.t, label+" is free", 4) {
		return g.freeMoment()
	}
	return rapid.SampledFrom(g.moments).Draw(g.t, label).Add(oneOf[time.Duration](g.t, "beside", 0, 0, 0, -1, 1))
}

// anyMoment draws an instant to look at, before and after everything included.
func (g *generator) anyMoment(label string) time.Time {
	switch rapid.IntRange(0, 7).Draw(g.t, label+" lies") {
	case 0:
		return time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	case 1, 2, 3:
		return endOfTime
	}
	return g.moment(label)
}

// known draws when a fact became known, which is often not said.
func (g *generator) known() time.Time {
	if chance(g.t, "late", 4) {
		return g.freeMoment()
	}
	return time.Time{}
}

// lotIDs are ids whose order is not the one in which lots are drawn.
var lotIDs = []credit.LotID{"m", "Z", "a", "ä b", "10", "9"}

func (g *generator) generateLots() {
	kinds := []credit.LotKind{credit.Token, credit.Token, credit.TopUp, credit.MonthlyBenefit}
	if chance(g.t, "bulk", 4) {
		kinds = []credit.LotKind{credit.BulkBenefit}
	}
	for i := range rapid.IntRange(0, len(lotIDs)).Draw(g.t, "lots") {
		l := credit.Lot{
			ID: lotIDs[i], Kind: oneOf(g.t, "kind", kinds...), Amount: g.amount(), Activated: g.moment("activated"), Known: g.known(),
		}
		if i == 0 && chance(g.t, "vast", 10) {
			l.Amount = terms.MustParseMoney("10000000000000000000 " + g.currency.String())
		}
		if l.Kind == credit.MonthlyBenefit || l.Kind == credit.BulkBenefit {
			l.Holder = oneOf(g.t, "holder", "", "Åsa")
		}
		l.Expires = g.expiry(l)
		g.moments = append(g.moments, l.Activated)
		end := &oracleLot{Lot: l, ends: oracleEnd(g.policy, l)}
		for _, moment := range []time.Time{end.ends, noticeOf(end)} {
			if !moment.IsZero() {
				g.moments = append(g.moments, moment)
			}
		}
		g.lots = append(g.lots, l)
	}
	g.redeem()
}

// expiry draws when a lot expires: as its kind says, at once, soon, or when something else happens.
func (g *generator) expiry(l credit.Lot) time.Time {
	var expires time.Time
	switch rapid.IntRange(0, 7).Draw(g.t, "expires") {
	case 0:
		expires = l.Activated
	case 1:
		expires = l.Activated.Add(oneOf[time.Duration](g.t, "hours", 1, 24, 29*24, 30*24, 31*24, 90*24) * time.Hour)
	case 2:
		expires = g.moment("expires")
	}
	if expires.Before(l.Activated) {
		return time.Time{}
	}
	return expires
}

// redeem says of some tokens how their keys were redeemed: the earliest activate the subscription.
func (g *generator) redeem() {
	if len(g.lots) == 0 {
		return
	}
	first := slices.MinFunc(g.lots, func(a, b credit.Lot) int { return a.Activated.Compare(b.Activated) }).Activated
	for i, l := range g.lots {
		switch {
		case l.Kind != credit.Token || chance(g.t, "redeemed left open", 2):
		case l.Activated.Equal(first):
			g.lots[i].Redeemed = licensing.ActivatesSubscription
		default:
			g.lots[i].Redeemed = licensing.AddsCredit
		}
	}
}

func (g *generator) generateEvents() {
	for i := range rapid.IntRange(0, 20).Draw(g.t, "events") {
		// The ids are all different, and in another order than the events are drawn.
		e := credit.Event{ID: credit.EventID(fmt.Sprint("e", i*7%31)), Known: g.known()}
		g.place(&e, g.eventMoment())
		switch rapid.IntRange(0, 9).Draw(g.t, "event") {
		case 0, 1, 2:
			g.makeReturn(&e)
		case 3:
			g.makeForfeit(&e)
		case 4:
			g.makeTransfer(&e)
		}
		if e.Kind == 0 {
			g.makeUse(&e)
		}
		g.events = append(g.events, e)
	}
}

// eventMoment draws when an event counts: some come after all lots have ended, when only returns bring credit.
func (g *generator) eventMoment() time.Time {
	at := g.moment("event")
	if len(g.moments) > 0 && chance(g.t, "very late", 6) {
		return slices.MaxFunc(g.moments, time.Time.Compare).Add(time.Duration(rapid.IntRange(0, 3).Draw(g.t, "days late")) * oracleDay)
	}
	return at
}

// place lets an event count at an instant, or on the day of it.
func (g *generator) place(e *credit.Event, at time.Time) {
	e.At, e.Day = at, terms.Day{}
	if chance(g.t, "only the day", 3) {
		e.At, e.Day = time.Time{}, terms.DayOf(at)
	}
}

func (g *generator) makeUse(e *credit.Event) {
	e.Kind, e.Amount, e.Charge = credit.Use, g.amount(), credit.Consumption
	if chance(g.t, "nothing used", 12) {
		e.Amount = moneyOf(nothing(), g.currency)
	}
	if chance(g.t, "other charge", 8) {
		e.Charge = oneOf(g.t, "charge", credit.MarketplaceUsage, credit.UserLicence, credit.SupportPlan, credit.OtherCharge)
	}
}

// makeReturn reverses one of the uses, if there is any, and not before it.
func (g *generator) makeReturn(e *credit.Event) {
	uses := without(g.events, func(e credit.Event) bool { return e.Kind != credit.Use })
	if len(uses) == 0 {
		return
	}
	use := rapid.SampledFrom(uses).Draw(g.t, "use")
	if instantOf(g.policy, *e).Before(instantOf(g.policy, use)) {
		e.At, e.Day = use.At, use.Day
	}
	e.Kind, e.Of, e.Amount = credit.Return, use.ID, g.amount()
	if use.Amount.Sign() > 0 && chance(g.t, "all of it", 2) {
		e.Amount = use.Amount
	}
}

func (g *generator) makeForfeit(e *credit.Event) {
	e.Kind = credit.Forfeit
	e.Reason = oneOf(g.t, "reason", credit.JoinedEnterpriseAgreement, credit.MovedBillingAccount, credit.GivenUp)
	if len(g.lots) > 0 && chance(g.t, "one lot", 3) {
		e.Lot = rapid.SampledFrom(g.lots).Draw(g.t, "lot").ID
	}
}

// makeTransfer transfers a bulk credit within its life, if there is one and the policy allows it.
func (g *generator) makeTransfer(e *credit.Event) {
	if len(g.lots) == 0 || g.policy.BulkTransfer == credit.TransferNever {
		return
	}
	l := rapid.SampledFrom(g.lots).Draw(g.t, "lot")
	at := instantOf(g.policy, *e)
	if l.Kind == credit.BulkBenefit && !at.Before(l.Activated) && at.Before(oracleEnd(g.policy, l)) {
		e.Kind, e.Lot, e.To = credit.Transfer, l.ID, "Björn"
	}
}

// corrupted gives the history with garbage in some of its fields: what New is given by somebody careless, or hostile.
func (h history) corrupted(t *rapid.T) history {
	h.lots, h.events = slices.Clone(h.lots), slices.Clone(h.events)
	for i := range h.lots {
		l := &h.lots[i]
		corrupt(t, "lot id", &l.ID, garbageTexts[credit.LotID]()...)
		corrupt(t, "lot kind", &l.Kind, 0, credit.BulkBenefit, 5, 255)
		corrupt(t, "granted", &l.Amount, garbageAmounts...)
		corrupt(t, "activated", &l.Activated, garbageInstants...)
		corrupt(t, "expires", &l.Expires, garbageInstants...)
		corrupt(t, "redeemed", &l.Redeemed, 0, licensing.ActivatesSubscription, licensing.AddsCredit, 3)
		corrupt(t, "holder", &l.Holder, garbageTexts[string]()...)
		corrupt(t, "lot known", &l.Known, garbageInstants...)
	}
	for i := range h.events {
		e := &h.events[i]
		corrupt(t, "event id", &e.ID, garbageTexts[credit.EventID]()...)
		corrupt(t, "event kind", &e.Kind, 0, credit.Return, credit.Transfer, 5, 255)
		corrupt(t, "at", &e.At, garbageInstants...)
		corrupt(t, "day", &e.Day, garbageDays...)
		corrupt(t, "event known", &e.Known, garbageInstants...)
		corrupt(t, "amount", &e.Amount, garbageAmounts...)
		corrupt(t, "charge", &e.Charge, 0, credit.OtherCharge, 6, 255)
		corrupt(t, "of", &e.Of, garbageTexts[credit.EventID]()...)
		corrupt(t, "lot", &e.Lot, garbageTexts[credit.LotID]()...)
		corrupt(t, "to", &e.To, garbageTexts[string]()...)
		corrupt(t, "reason", &e.Reason, 0, credit.GivenUp, 4, 255)
	}
	for i := range h.policy.Alerts {
		a := &h.policy.Alerts[i]
		corrupt(t, "name", &a.Name, garbageTexts[string]()...)
		corrupt(t, "alert at", &a.Amount, garbageAmounts...)
		corrupt(t, "recipients", &a.Recipients, nil, []string{""}, []string{"\xff@example.com"}, []string{"a@b", "b@c", "c@d"})
	}
	corrupt(t, "order", &h.policy.Order, 0, 3, 255)
	corrupt(t, "shortfall", &h.policy.Shortfall, 0, 5, 255)
	corrupt(t, "replayed to", &h.at, garbageInstants...)
	return h
}

// corrupt puts garbage in the place of a value, once in many times.
func corrupt[T any](t *rapid.T, label string, value *T, garbage ...T) {
	if chance(t, label+" is garbage", 60) {
		*value = rapid.SampledFrom(garbage).Draw(t, label)
	}
}

func garbageTexts[T ~string]() []T {
	return []T{"", " ", "m", "Z", "e0", "e7", "\x00", "\xff", "\ufffd", "\u202e", "<&>", T(strings.Repeat("x", 256)), T(strings.Repeat("é", 200))}
}

var (
	garbageInstants = []time.Time{
		{},
		time.Unix(0, 0), time.Unix(1<<62, 0), time.Unix(-1<<62, 0), time.Unix(0, -1<<63), time.Unix(0, 1<<63-1),
		time.Date(1899, 12, 31, 23, 59, 59, 999_999_999, time.UTC), time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC), endOfTime,
		time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2023, 1, 31, 0, 0, 0, 0, time.FixedZone("", 45296)),
		time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	garbageDays = []terms.Day{
		{},
		terms.MustParseDay("0001-01-02"), terms.MustParseDay("9999-12-31"), terms.MustParseDay("1900-01-01"),
		terms.MustParseDay("2199-12-31"), terms.MustParseDay("2200-01-01"),
	}
	garbageAmounts = []terms.Money{
		{},
		terms.MustParseMoney("0 USD"), terms.MustParseMoney("-1 USD"), terms.MustParseMoney("1 EUR"),
		terms.MustParseMoney("1e-19 USD"), terms.MustParseMoney("1e-28 USD"), terms.MustParseMoney("1e19 USD"),
		terms.MustParseMoney("99999999999999999999.999999999999999999 USD"), terms.MustParseMoney("100000000000000000000 USD"),
		terms.MustParseMoney("1.000000000000000000000000000 USD"),
	}
)
