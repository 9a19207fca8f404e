package credit

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"sort"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A Rate is use expected to go on: an amount every so many days, spread over them evenly to the minor unit of
// the currency. What does not divide falls on the first of these days.
type Rate struct {
	Amount terms.Money `json:"amount"` // at least 0
	Days   int         `json:"days"`   // 1 to 366
}

// An Outlook is a question about the future of a statement.
type Outlook struct {
	Rate Rate `json:"rate"`
	// Units says what a unit is worth that could be purchased. The zero table asks for no purchase.
	Units UnitTable `json:"units"`
	// LeadDays is the number of days from a purchase to its activation, 0 to 366.
	LeadDays int `json:"leadDays"`
}

// A Forecast is what becomes of the credit there is, and what to purchase next, if use goes on at a rate from
// the UTC day after the statement's. Lots the ledger already has that are activated later are reckoned with, events
// that count later are not.
type Forecast struct {
	At      time.Time `json:"at"` // the statement's instant
	Outlook Outlook   `json:"outlook"`
	// RunsOut is the first UTC day on which the balance is zero, or use is not paid in full. It is the
	// statement's own day if there is no credit at its end, and not given if credit lasts beyond Until. Whether
	// credit is used up then or lapses is the Cause of the suspension that begins there.
	RunsOut terms.Day `json:"runsOut,omitzero"`
	// Suspensions are the times without credit up to Until, the one that lasts included: where lots are activated later,
	// they say when services resume and when credit runs out again. Under the policy Overage there are none.
	Suspensions []Suspension `json:"suspensions"`
	// Until is the last day looked at: that of the last expiry there is, and at most 3,660 days ahead. Where no
	// credit is left or to come it is the statement's own day.
	Until terms.Day `json:"until"`
	// Lapses is what will lapse unused, lot by lot, and LapsesInAll its sum.
	Lapses      []Lapse      `json:"lapses"`
	LapsesInAll terms.Money  `json:"lapsesInAll"`
	Next        NextPurchase `json:"next"`
}

// A NextPurchase is the latest purchase that avoids a suspension, and how large it can be without adding to what
// lapses. It is empty if credit does not run out, if the outlook has no units, and for bulk credit, with which no
// purchase can be combined (MPN-06).
type NextPurchase struct {
	// By is the latest day to purchase, and Activate the day at whose start, 00:00 UTC, its key must be activated: the
	// day on which credit runs out, or the earliest there can be if that is too late. Without a lead that is the
	// statement's own day if it has only begun and has credit, and otherwise the day after.
	By       terms.Day `json:"by,omitzero"`
	Activate terms.Day `json:"activate,omitzero"`
	// Late says that a suspension cannot be avoided altogether: there is no credit at the end of the statement, or
	// a purchase on the statement's own day would be activated after it has run out.
	Late bool `json:"late"`
	// Units is the largest number of units of which nothing lapses and that makes nothing else lapse, up to 1,000,000. It
	// is no advice to purchase as many. It is 0 if even one unit would lapse in part: the days hold all the same, and
	// whether to purchase is yours to weigh. Under the policy Refuse, by which credit that is too little for a whole
	// day's use is lost, the units are those that use would take if credit paid in part: what a lot has left at its end
	// is then less than a day's use, and does not count against them.
	Units  int         `json:"units"`
	Amount terms.Money `json:"amount,omitzero"` // what they are worth
	// RunsOut is the day on which credit runs out after that purchase, not given for no units.
	RunsOut terms.Day `json:"runsOut,omitzero"`
}

// Equal reports whether both forecasts say the same.
func (f Forecast) Equal(other Forecast) bool {
	a, errA := jsonform.Marshal(f)
	b, errB := jsonform.Marshal(other)
	return errA == nil && errB == nil && bytes.Equal(a, b)
}

const (
	mostRateDays  = 366
	mostDaysAhead = 3660
	mostUnits     = 1_000_000
)

// RecentRate gives the rate of the last days, 1 to 366, up to and including the statement's own, or of the days since the
// first lot was activated if those are fewer: all use that credit can pay on those UTC days, paid or not, less what of it
// was returned or written off since. A ledger in which no lot has been activated has no rate: that is [ErrForecast].
func (s Statement) RecentRate(days int) (Rate, error) {
	r := s.read()
	if days < 1 || days > mostRateDays {
		return Rate{}, fmt.Errorf("%w: a rate of the last %d days; want 1 to %d", ErrForecast, days, mostRateDays)
	}
	age, begun := r.age()
	if !begun {
		return Rate{}, fmt.Errorf("%w: a rate of recent use where no lot has been activated; give one", ErrForecast)
	}
	days = min(days, age)
	first := terms.DayOf(s.At()).AddDays(1 - days).Start().UnixNano()
	counts := func(f *fact) bool { return f.drawable() && f.at >= first }
	var sum units
	for i := range r.book.facts[:r.count] {
		if f := &r.book.facts[i]; counts(f) {
			sum = sum.add(f.amount)
		}
	}
	for p := range r.journal.all() {
		if (p.kind == postReturn || p.kind == postWriteOff) && counts(&r.book.facts[r.book.facts[p.event].of]) {
			sum = sum.sub(p.amount)
		}
	}
	return Rate{r.money(sum), days}, nil
}

// age gives the number of UTC days from the first activation of a lot to the statement's day, both counted, and whether
// there was one.
func (r *result) age() (int, bool) {
	if len(r.book.byStart) == 0 {
		return 0, false
	}
	first := r.book.runs[r.book.byStart[0]].from
	if first > r.at {
		return 0, false
	}
	return terms.DayOf(timeOf(r.at)).Sub(terms.DayOf(timeOf(first))) + 1, true
}

// Forecast says when credit runs out at a rate, what will lapse unused, and what to purchase next. It replays the
// credit that is left with use projected day by day, by the policy of the statement. It fails with [ErrForecast] for a
// rate or lead that cannot be. If the worth of a unit on the day to purchase is not known it gives [ErrUnit], and the
// forecast complete but for Next.
func (s Statement) Forecast(outlook Outlook) (Forecast, error) {
	p, err := s.projection(outlook)
	if err != nil {
		return Forecast{}, err
	}
	until := p.horizon()
	alone, err := p.replay(p.lots, until)
	if err != nil {
		return Forecast{}, err
	}
	forecast := Forecast{
		At: s.At(), Outlook: outlook, RunsOut: p.today, Until: until, Suspensions: p.suspensions(alone),
		Lapses: jsonform.EmptyNotNull(p.lapses(alone)), LapsesInAll: p.lapsed(alone).money(p.currency),
	}
	if !p.empty {
		forecast.RunsOut = alone.runsOut(p.after + 1)
	}
	if forecast.RunsOut.IsZero() || p.bulk || len(outlook.Units.worths) == 0 {
		return forecast, nil
	}
	forecast.Next, err = p.next(outlook, forecast.RunsOut)
	return forecast, err
}

// projection is what a forecast replays: the lots as they stand, and use to come.
type projection struct {
	rules  *Rules
	policy Policy
	after  int64 // the statement's instant
	today  terms.Day
	lots   []Lot
	owed   terms.Money   // use carried over, under CarryDebt
	cycle  []terms.Money // use of each day, over and over

	currency terms.Currency
	empty    bool          // there is no credit at the statement's instant
	lasting  []zeroBalance // the time without credit that lasts then, if one does
	lastEnd  int64         // the latest expiry of the lots activated by then
	bulk     bool          // the lots are bulk credit, which stands alone
	unending bool          // a lot has no end
	reopened []LotID
	doomed   []Lot // forfeited before they are activated
}

func (s Statement) projection(outlook Outlook) (*projection, error) {
	if err := s.checkOutlook(outlook); err != nil {
		return nil, err
	}
	r, rate := s.read(), outlook.Rate
	even := slices.Repeat([]decimal.Decimal{decimal.NewFromInt(1)}, rate.Days)
	cycle, err := rate.Amount.Allocate(even...)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrForecast, err)
	}
	p := &projection{
		rules: r.book.rules, policy: r.book.policy, after: r.at, today: terms.DayOf(s.At()), cycle: cycle,
		currency: rate.Amount.Currency(), empty: r.total.isZero(), lastEnd: math.MinInt64,
	}
	p.policy.Alerts = nil
	if n := len(r.zeros); n > 0 && r.zeros[n-1].until == never {
		p.lasting = slices.Clone(r.zeros[n-1:])
	}
	for i := range r.lots {
		if r.lots[i].status != Pending {
			p.lastEnd = max(p.lastEnd, r.book.runs[i].to)
		}
		p.bulk = p.bulk || r.book.lots[i].Kind == BulkBenefit && !p.rules.standsBesideBulk(p.today, Token)
		lot, left := r.remains(i)
		switch {
		case left && r.lots[i].doomed():
			p.doomed = append(p.doomed, lot)
		case left:
			p.lots = append(p.lots, lot)
			p.unending = p.unending || r.book.runs[i].to == never || r.lots[i].reopened
			if r.lots[i].reopened {
				p.reopened = append(p.reopened, lot.ID)
			}
		}
	}
	var owed units
	for _, d := range r.debts {
		owed = owed.add(d.amount)
	}
	p.owed = owed.money(p.currency)
	return p, nil
}

func (s Statement) checkOutlook(outlook Outlook) error {
	r, rate := s.read(), outlook.Rate
	switch {
	case s.result == nil:
		return fmt.Errorf("%w: of the zero Statement", ErrForecast)
	case rate.Amount.IsZero() || rate.Amount.Sign() < 0:
		return fmt.Errorf("%w: a rate of %q; want an amount of 0 or more", ErrForecast, rate.Amount)
	case rate.Days < 1 || rate.Days > mostRateDays:
		return fmt.Errorf("%w: a rate for %d days; want 1 to %d", ErrForecast, rate.Days, mostRateDays)
	case outlook.LeadDays < 0 || outlook.LeadDays > mostRateDays:
		return fmt.Errorf("%w: a lead of %d days; want 0 to %d", ErrForecast, outlook.LeadDays, mostRateDays)
	case r.book.currency != 0 && r.book.currency != rate.Amount.Currency():
		return fmt.Errorf("%w: %w: a rate in %s beside %s", ErrForecast, ErrCurrency, rate.Amount.Currency(), r.book.currency)
	}
	return nil
}

// remains gives what is left of a lot as a lot of its own, and whether anything is, or is to come.
func (r *result) remains(i int) (Lot, bool) {
	lot, state := r.book.lots[i], &r.lots[i]
	lot.Redeemed = 0
	if state.status == Pending {
		return lot, true
	}
	lot.Amount = r.money(state.left)
	return lot, !state.left.isZero()
}

// horizon gives the last day to look at.
func (p *projection) horizon() terms.Day {
	furthest := p.furthest()
	if p.unending {
		return furthest
	}
	last := p.today
	for _, lot := range p.lots {
		if end, err := lot.expiry(p.policy, p.rules); err == nil && terms.DayOf(timeOf(end)).After(last) {
			last = terms.DayOf(timeOf(end))
		}
	}
	if last.After(furthest) {
		return furthest
	}
	return last
}

// furthest gives the last day any forecast looks at.
func (p *projection) furthest() terms.Day {
	furthest := p.today.AddDays(mostDaysAhead)
	if last, err := terms.NewDay(lastYear, time.December, 30); err == nil && furthest.After(last) {
		return last
	}
	return furthest
}

// replay projects use onto lots, up to the end of a day.
func (p *projection) replay(lots []Lot, until terms.Day) (Statement, error) {
	events := make([]Event, 0, max(0, until.Sub(p.today))+1+len(p.doomed))
	for n, lot := range p.doomed {
		id := EventID(fmt.Sprintf("forfeit %d", n))
		events = append(events, Event{ID: id, Kind: Forfeit, At: timeOf(p.after), Lot: lot.ID, Reason: GivenUp})
	}
	if p.owed.Sign() > 0 {
		events = append(events, Event{ID: "owed", Kind: Use, At: timeOf(p.after), Amount: p.owed, Charge: Consumption})
	}
	day := p.today.AddDays(1)
	for n := 0; !day.After(until); n++ {
		events = append(events, Event{
			ID: EventID(day.String()), Kind: Use, Day: day, Amount: p.cycle[n%len(p.cycle)], Charge: Consumption,
		})
		day = day.AddDays(1)
	}
	ledger, err := p.rules.New(p.policy, slices.Concat(lots, p.doomed), events)
	if err != nil {
		return Statement{}, fmt.Errorf("%w: %w", ErrForecast, err)
	}
	ledger.book.unend(p.reopened)
	r, end := newReplayer(ledger.book), endOf(until).UnixNano()
	r.zeros, r.empty, r.lastEnd = slices.Clone(p.lasting), len(p.lasting) > 0, p.lastEnd
	r.begun = r.empty
	r.run(end)
	return Statement{r.result(end)}, r.faults.err()
}

// unend takes the end from lots that have been reopened. They keep their place in the order.
func (b *book) unend(reopened []LotID) {
	if len(reopened) == 0 {
		return
	}
	for _, id := range reopened {
		b.runs[b.lotIndex[id]].to = never
	}
	b.prepareLots()
}

// runsOut gives the first day with a zero balance, or with a use not paid in full, from an instant on, and the zero Day
// if there is none.
func (s Statement) runsOut(from int64) terms.Day {
	r, first := s.read(), int64(never)
	for _, z := range r.zeros {
		if z.until > from {
			first = min(first, max(z.from, from))
		}
	}
	for p := range r.journal.all() {
		if (p.kind == postUnpaid || p.kind == postRefused) && p.at >= from {
			first = min(first, p.at)
		}
	}
	return terms.DayOf(timeOf(first))
}

// suspensions gives the suspension that lasts at the statement's instant and those that begin after it.
func (p *projection) suspensions(projected Statement) []Suspension {
	return slices.DeleteFunc(jsonform.EmptyNotNull(projected.Suspensions()), func(s Suspension) bool {
		return !s.Until.IsZero() && s.Until.UnixNano() <= p.after
	})
}

// lapses gives what lapses after the statement's instant.
func (p *projection) lapses(projected Statement) []Lapse {
	r := projected.read()
	var lapses []Lapse
	for posting := range r.journal.all() {
		if posting.kind == postLapse && posting.at > p.after {
			lapses = append(lapses, Lapse{
				Lot: r.book.lots[posting.lot].ID, At: timeOf(posting.at), Amount: r.money(posting.amount),
				Origin: r.book.termOrigin(int(posting.lot)),
			})
		}
	}
	return lapses
}

func (p *projection) lapsed(projected Statement) units {
	var sum units
	for posting := range projected.read().journal.all() {
		if posting.kind == postLapse && posting.at > p.after {
			sum = sum.add(posting.amount)
		}
	}
	return sum
}

// next finds the latest purchase that avoids a suspension on the day credit runs out, and the largest that adds nothing
// to what lapses. Where credit pays in part more of it never makes less lapse, so that the number of units can be searched
// for by halves.
func (p *projection) next(outlook Outlook, runsOut terms.Day) (NextPurchase, error) {
	next := NextPurchase{Activate: runsOut, Late: p.empty}
	earliest := p.today.AddDays(outlook.LeadDays)
	if p.empty || p.after > p.today.Start().UnixNano() { // the start of this day is over
		earliest = p.today.AddDays(max(1, outlook.LeadDays))
	}
	if runsOut.Before(earliest) {
		next.Activate, next.Late = earliest, true
	}
	next.By = next.Activate.AddDays(-outlook.LeadDays)
	worth, err := outlook.Units.Amount(1, p.currency, next.By)
	if err != nil {
		return NextPurchase{}, err
	}
	until, err := p.coverage(next.Activate)
	if err != nil {
		return NextPurchase{}, err
	}
	next.Units, err = p.payingInPart().units(worth, next.Activate, until)
	if err != nil {
		return NextPurchase{}, err
	}
	if next.Units == 0 {
		return next, nil
	}
	purchased, err := p.with(worth, next.Units, next.Activate, until)
	if err != nil {
		return NextPurchase{}, err
	}
	next.Amount, err = worth.Mul(decimal.NewFromInt(int64(next.Units)))
	next.RunsOut = purchased.runsOut(next.Activate.Start().UnixNano())
	return next, err
}

// payingInPart gives the projection with a policy by which credit that does not cover a use pays a part of it.
func (p *projection) payingInPart() *projection {
	partly := *p
	if partly.policy.Shortfall == Refuse {
		partly.policy.Shortfall = Suspend
	}
	return &partly
}

// units gives the largest number of units that adds nothing to what lapses.
func (p *projection) units(worth terms.Money, activate, until terms.Day) (int, error) {
	alone, err := p.replay(p.lots, until)
	if err != nil {
		return 0, err
	}
	unavoidable := p.lapsed(alone)
	most := sort.Search(p.worthwhile(worth, until), func(n int) bool {
		if err != nil {
			return true
		}
		var more Statement
		more, err = p.with(worth, n+1, activate, until)
		return err == nil && p.lapsed(more).above(unavoidable)
	})
	return most, err
}

// coverage gives the last day to look at for a purchase: the end of its term, or of the lots there are.
func (p *projection) coverage(activate terms.Day) (terms.Day, error) {
	term, err := p.rules.term.on(activate)
	if err != nil {
		return terms.Day{}, fmt.Errorf("%w: %w", ErrForecast, err)
	}
	last, furthest := activate.AddMonths(int(term.Value)).AddDays(1), p.furthest()
	if horizon := p.horizon(); horizon.After(last) {
		last = horizon
	}
	if last.After(furthest) {
		return furthest, nil
	}
	return last, nil
}

// worthwhile gives a number of units beyond which some would lapse for sure: more than all use to come.
func (p *projection) worthwhile(worth terms.Money, until terms.Day) int {
	cycles := until.Sub(p.today)/len(p.cycle) + 2
	use := decimal.Decimal{}
	for _, day := range p.cycle {
		use = use.Add(day.Amount())
	}
	use = use.Mul(decimal.NewFromInt(int64(cycles))).Add(p.owed.Amount())
	quotient, _ := use.QuoRem(worth.Amount(), 0)
	if quotient.GreaterThanOrEqual(decimal.NewFromInt(mostUnits)) {
		return mostUnits
	}
	return int(quotient.IntPart()) + 1
}

// with projects use onto the lots and a purchase of n units.
func (p *projection) with(worth terms.Money, n int, activate, until terms.Day) (Statement, error) {
	amount, err := worth.Mul(decimal.NewFromInt(int64(n)))
	if err != nil {
		return Statement{}, fmt.Errorf("%w: %w", ErrForecast, err)
	}
	id, taken := LotID("next purchase"), slices.Concat(p.lots, p.doomed)
	for slices.ContainsFunc(taken, func(l Lot) bool { return l.ID == id }) {
		id += "'"
	}
	lot := Lot{ID: id, Kind: Token, Amount: amount, Activated: activate.Start()}
	return p.replay(append(slices.Clone(p.lots), lot), until)
}
