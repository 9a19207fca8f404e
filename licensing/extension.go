package licensing

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A KeyRedemption is one key that is redeemed for an action on a UTC day.
type KeyRedemption struct {
	Key    LicenceKey `json:"key"`
	Action KeyAction  `json:"action"`
	Day    terms.Day  `json:"day"`
}

// A RedemptionResult is what redeeming one key does.
type RedemptionResult struct {
	Key    string    `json:"key"` // its id
	Action KeyAction `json:"action"`
	Day    terms.Day `json:"day"`
	// Remaining is the new time remaining of every licence, exact: (A × B + K × 12 months) ÷ N, in months or days as the
	// [Reckoning] has it.
	Remaining LicenceTime `json:"remaining"`
	Licences  int         `json:"licences"` // active afterwards, N
	End       terms.Day   `json:"end"`      // the end date afterwards
	// LeftOver is what making an end date of the exact time left over, in licence-days: positive where it was rounded down,
	// negative where it was rounded up. With it the sum is exact: no time is added or lost (MPN-11).
	LeftOver LicenceTime                 `json:"leftOver"`
	Decision rules.Decision[rules.Truth] `json:"decision"` // why it is permitted
}

// Equal reports whether both results are the same for the same reasons.
func (r RedemptionResult) Equal(other RedemptionResult) bool {
	return r.Key == other.Key && r.Action == other.Action && r.Day == other.Day && r.Remaining.Equal(other.Remaining) &&
		r.Licences == other.Licences && r.End == other.End && r.LeftOver.Equal(other.LeftOver) && r.Decision.Equal(other.Decision)
}

// An Extension is what redeeming keys, one after another, makes of a subscription.
type Extension struct {
	Before   Subscription       `json:"before"`
	Results  []RedemptionResult `json:"results"`  // in the order of redemption
	After    Subscription       `json:"after"`    // as it is once the last key is redeemed
	LeftOver LicenceTime        `json:"leftOver"` // of all redemptions, in licence-days
}

// Equal reports whether both are the same results on the same subscription.
func (e Extension) Equal(other Extension) bool {
	return e.Before == other.Before && e.After == other.After && e.LeftOver.Equal(other.LeftOver) &&
		slices.EqualFunc(e.Results, other.Results, RedemptionResult.Equal)
}

// Extend is [Rules.Extend] of the [Published] rules.
func Extend(s Subscription, by Reckoning, redemptions ...KeyRedemption) (Extension, error) {
	return Published().Extend(s, by, redemptions...)
}

// Extend gives what redeeming keys makes of a subscription, in the order in which they are given. One calculation serves
// both actions (MPN-11): with A active licences that have time B left, and a key of K licences, each for 12 months
// (MPN-12), the new time remaining is
//
//	(A × B + K × 12 months) ÷ N
//
// where N is A + K if licences are added and A if the end date is extended, which so moves by 12 × K ÷ A months (MPN-21).
// Added licences have less than 12 months only if less were left (MPN-09), and the end date moves back only if more were.
// A subscription that is activated has K licences for 12 months. The time is exact; the [Reckoning] says in what it is
// counted and how an end date is made of it, from which the next key then goes on. Several keys that are entered at once
// are reckoned so too: how Microsoft reckons them is not on record.
//
// Where the rules refuse a redemption it gives a [RefusalError] that wraps [ErrRefused]; where a fact that matters is not
// given, as which kind of key it is or whether it was redeemed before, one that wraps [rules.ErrUndetermined] and names it. A key that comes twice
// was redeemed before the second time. Anything that is missing or impossible, such as licences that are not 1 to
// 1,000,000, more than 1000 redemptions, days that run backwards, an end date of what was never there, and an end date after
// 9999-12-31, is a [RequestError] that wraps [ErrRequest]. Before 13 July 2020 no key of a partner benefit is on record: such a
// day is a [rules.FigureError] that wraps [rules.ErrNoFigure].
func (r *Rules) Extend(s Subscription, by Reckoning, redemptions ...KeyRedemption) (Extension, error) {
	if err := checkExtension(s, by, redemptions); err != nil {
		return Extension{}, err
	}
	e := Extension{Before: s, Results: []RedemptionResult{}, After: s}
	var leftOver Fraction
	redeemed := map[string]bool{}
	for i, next := range redemptions {
		if redeemed[next.Key.ID] {
			next.Key.Redeemed = rules.Yes
		}
		redeemed[next.Key.ID] = true
		result, after, err := r.redeem(e.After.on(next.Day), by, next)
		if err != nil {
			return Extension{}, below(redemptionPath(i), err)
		}
		e.Results = append(e.Results, result)
		e.After, leftOver = after, leftOver.Add(result.LeftOver.Number())
	}
	e.LeftOver = LicenceTime{leftOver, LicenceDays}
	return e, nil
}

func checkExtension(s Subscription, by Reckoning, redemptions []KeyRedemption) error {
	if err := s.check(); err != nil {
		return below("subscription", err)
	}
	if err := by.check(); err != nil {
		return below("reckoning", err)
	}
	if n := len(redemptions); n > maxRedemptions {
		return requestError("redemptions", fmt.Sprintf("%d redemptions", n), fmt.Sprintf("at most %d", maxRedemptions))
	}
	var before terms.Day
	for i, next := range redemptions {
		if err := next.check(before); err != nil {
			return below(redemptionPath(i), err)
		}
		before = next.Day
	}
	if len(redemptions) > 0 {
		return below("subscription", s.checkOn(redemptions[0].Day))
	}
	return nil
}

func redemptionPath(i int) string { return fmt.Sprintf("redemptions/%d", i) }

func (k KeyRedemption) check(before terms.Day) error {
	if err := k.Key.check(); err != nil {
		return below("key", err)
	}
	switch {
	case !k.Action.IsValid():
		return requestError("action", k.Action.String(), "one of "+listed(keyActionNames))
	case k.Day.IsZero():
		return requestError("day", "", "the day of redemption, as in 2021-10-01")
	case k.Day.Before(before):
		return requestError("day", k.Day.String(), "no day before that of the redemption before it, "+before.String())
	}
	return nil
}

// redeem redeems one key on a subscription as it is on the day.
func (r *Rules) redeem(s Subscription, by Reckoning, k KeyRedemption) (RedemptionResult, Subscription, error) {
	reckoner, err := r.reckonerOn(k.Day, by)
	if err != nil {
		return RedemptionResult{}, Subscription{}, err
	}
	made := reckoner.outcome(s.state(), k.Action, k.Key.Licences)
	decision := r.MayRedeem(k.Day, reckoner.facts(s, k, made))
	if decision.Outcome != rules.Yes {
		what := k.Action.String()
		if ended := s.ended(); !ended.IsZero() {
			what += " of a subscription that ended on " + ended.String()
		}
		return RedemptionResult{}, Subscription{}, &RefusalError{What: what, Key: k.Key.ID, Decision: decision}
	}
	if made.end.IsZero() {
		return RedemptionResult{}, Subscription{}, requestError("key/licences", strconv.Itoa(k.Key.Licences), "so few that the end date is not after 9999-12-31")
	}
	after := Subscription{Product: s.Product, Status: StatusActive, Licences: made.licences, End: made.end}
	return RedemptionResult{
		Key: k.Key.ID, Action: k.Action, Day: k.Day, Remaining: LicenceTime{made.remaining.fraction(), by.each()},
		Licences: made.licences, End: made.end, LeftOver: LicenceTime{made.leftOver(), LicenceDays}, Decision: decision,
	}, after, nil
}

// A holding is what reckoning knows of a subscription: its active licences, and the day they end.
type holding struct {
	licences int
	end      terms.Day
}

// state gives the licences that are active and their end, of which there are none unless the subscription is active.
func (s Subscription) state() holding {
	if s.Status != StatusActive {
		return holding{}
	}
	return holding{s.Licences, s.End}
}

// An outcome is what redeeming a key makes of a holding. Its end is the zero Day if it would lie after all days there are.
type outcome struct {
	holding
	remaining ratio
	beyond    ratio // what of a day is left over by rounding; negative if it was rounded up
}

func (o outcome) leftOver() Fraction {
	licences := new(big.Rat).SetInt64(int64(o.licences))
	return Fraction{licences.Mul(licences, o.beyond.fraction().Rat())}
}

// A reckoner does the arithmetic of one day of redemption. Its numbers stay far below 2⁶³: at most 10⁹ licences, in the
// time to 9999 times 31 days of a month.
type reckoner struct {
	by     Reckoning
	day    terms.Day
	months int // of service on a key
	factor int // times the active licences on a key
	limit  int // months of extension
}

// reckonerOn reads the figures of the day.
func (r *Rules) reckonerOn(day terms.Day, by Reckoning) (reckoner, error) {
	months, err := r.keyMonths.On(day)
	if err != nil {
		return reckoner{}, err
	}
	factor, err := r.extensionFactor.On(day)
	if err != nil {
		return reckoner{}, err
	}
	limit, err := r.extensionLimit.On(day)
	if err != nil {
		return reckoner{}, err
	}
	if day.AddMonths(int(months.Value)).IsZero() {
		return reckoner{}, requestError("day", day.String(), "a day from which "+months.Value.String()+" end by 9999-12-31")
	}
	return reckoner{by, day, int(months.Value), int(factor.Value), int(limit.Value)}, nil
}

// outcome reckons what a key of so many licences does. What the rules would refuse is reckoned as well: to extend what has
// no licences gives nothing.
func (r reckoner) outcome(h holding, action KeyAction, onKey int) outcome {
	licences := h.licences
	if action != ExtendEndDate {
		licences += onKey
	}
	if licences == 0 {
		return outcome{remaining: ratio{0, 1}, beyond: ratio{0, 1}}
	}
	left, unit := r.left(h.end)
	perKey := r.perKey(unit)
	made := outcome{
		holding:   holding{licences: licences},
		remaining: ratio{int64(h.licences)*left + int64(onKey)*perKey, int64(licences) * unit},
	}
	anchor, moved := r.day, made.remaining
	if action == ExtendEndDate && r.by.Unit == CalendarMonths {
		anchor, moved = h.end, ratio{int64(onKey) * perKey, int64(licences) * unit}
	}
	made.end, made.beyond = r.endAfter(anchor, moved)
	return made
}

// left gives the time from the day to an end date, and what it is counted in: days; or, of months, as many parts as the
// last month begun has days. There is none without an end date.
func (r reckoner) left(end terms.Day) (left, unit int64) {
	switch {
	case end.IsZero():
		return 0, 1
	case r.by.Unit == CalendarDays:
		return int64(end.Sub(r.day)), 1
	}
	months := monthsBetween(r.day, end)
	begun := r.day.AddMonths(months)
	unit = daysOfMonth(r.day, months)
	return int64(months)*unit + int64(end.Sub(begun)), unit
}

// perKey gives the service that one licence on a key brings, counted in the same.
func (r reckoner) perKey(unit int64) int64 {
	if r.by.Unit == CalendarDays {
		return int64(r.day.AddMonths(r.months).Sub(r.day))
	}
	return int64(r.months) * unit
}

// daysOfMonth gives the number of days from so many months after the anchor to one month more. Where there are no such
// days any more, after December 9999, that is as many as December has.
func daysOfMonth(anchor terms.Day, months int) int64 {
	const december = 31
	begun, next := anchor.AddMonths(months), anchor.AddMonths(months+1)
	if next.IsZero() {
		return december
	}
	return int64(next.Sub(begun))
}

// endAfter gives the end date that lies a time after a day, rounded to whole days, and what of a day is left over.
func (r reckoner) endAfter(anchor terms.Day, t ratio) (terms.Day, ratio) {
	whole, rest := t.whole()
	if whole > maxRemaining {
		return terms.Day{}, ratio{0, 1}
	}
	begun, parts := anchor.AddDays(int(whole)), rest
	if r.by.Unit == CalendarMonths {
		begun = anchor.AddMonths(int(whole))
		parts = ratio{rest.num * daysOfMonth(anchor, int(whole)), rest.den}
	}
	days := r.round(parts)
	return begun.AddDays(int(days)), ratio{parts.num - days*parts.den, parts.den}
}

// maxRemaining is more than there are days.
const maxRemaining = 10_000 * 366

// round makes whole days of a time that is not negative.
func (r reckoner) round(days ratio) int64 {
	whole, rest := days.whole()
	switch {
	case r.by.Rounding == RoundUp && rest.num > 0:
		return whole + 1
	case r.by.Rounding == RoundNearest && 2*rest.num >= rest.den:
		return whole + 1
	default:
		return whole
	}
}

// withinFactor says whether a key has at most so many times the active licences.
func (r reckoner) withinFactor(h holding, onKey int) bool {
	return int64(onKey) <= int64(r.factor)*int64(h.licences)
}

// withinLimit says whether an extension keeps to the limit.
func (r reckoner) withinLimit(h holding, onKey int, made outcome) bool {
	if r.by.Limit == LimitAddedTime {
		return int64(onKey)*int64(r.months) <= int64(r.limit)*int64(h.licences)
	}
	latest := r.day.AddMonths(r.limit)
	return latest.IsZero() || !made.end.IsZero() && !made.end.After(latest)
}

// pastExpiry says whether a benefit has expired.
func (r reckoner) pastExpiry(expires terms.Day) bool {
	if expires.IsZero() {
		return false
	}
	if r.by.Expiry == ExpiryDayIsOver {
		return !r.day.Before(expires)
	}
	return r.day.After(expires)
}

// facts gives what the rules look at, with what findings tell.
func (r reckoner) facts(s Subscription, k KeyRedemption, made outcome) RedemptionFacts {
	facts := r.decisive(s.state(), k.Action, k.Key.Licences, made)
	facts.Status = s.Status
	facts.Kind, facts.Redeemed = k.Key.Kind, k.Key.Redeemed
	facts.SameProduct = rules.TruthOf(k.Key.isFor(s.Product))
	facts.PastExpiry = rules.TruthOf(r.pastExpiry(k.Key.Expires))
	facts.EndsDiffer = rules.Given(!k.Key.Expires.IsZero() && !made.end.IsZero(), k.Key.Expires != made.end)
	facts.Key, facts.Licences, facts.MostOnKey = k.Key, s.Licences, r.factor*s.Licences
	facts.End, facts.LimitMonths = made.end, r.limit
	facts.Product, facts.Ended = s.Product, s.ended()
	return facts
}

// decisive gives those facts that depend on the action and on what it makes of a holding.
func (r reckoner) decisive(h holding, action KeyAction, onKey int, made outcome) RedemptionFacts {
	extends := action == ExtendEndDate && h.licences > 0
	return RedemptionFacts{
		Action:       action,
		WithinFactor: rules.Given(extends, r.withinFactor(h, onKey)),
		WithinLimit:  rules.Given(extends, r.withinLimit(h, onKey, made)),
	}
}
