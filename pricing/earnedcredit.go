package pricing

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Grant is an access that a partner had to a customer's Azure, from one instant to another. A timeline of access is a list
// of grants: where a role changed there are two.
type Grant struct {
	ID      string     `json:"id"`      // names the grant in what is said of it
	Partner string     `json:"partner"` // whose it is, by its partner id (MPN id)
	Path    AccessPath `json:"path"`
	Role    string     `json:"role"` // by its name in Azure, as in Owner
	// RoleEligible is whether the role counts, for a custom role, which is on no list. Where it is not given, it is that of
	// [Roles], and unknown for a role that is not among them.
	RoleEligible rules.Truth `json:"roleEligible,omitzero"`
	// Scope is what it was given on. A grant on a management group is not taken to count, since no source names it.
	Scope     Scope       `json:"scope"`
	Linked    rules.Truth `json:"linked,omitzero"`    // as in [Access]
	Permanent rules.Truth `json:"permanent,omitzero"` // as in [Access]
	From      time.Time   `json:"from"`               // the instant it began
	Until     time.Time   `json:"until,omitzero"`     // the instant it ended; zero where it goes on
}

// Equal reports whether both are the same grant.
func (g Grant) Equal(other Grant) bool {
	return g.ID == other.ID && g.Partner == other.Partner && g.Path == other.Path && g.Role == other.Role &&
		g.RoleEligible == other.RoleEligible && g.Scope.Equal(other.Scope) && g.Linked == other.Linked && g.Permanent == other.Permanent &&
		g.From.Equal(other.From) && g.Until.Equal(other.Until)
}

// check reports everything that is wrong with the grant, which is found at a place.
func (g Grant) check(place string) []error {
	var errs []error
	if g.ID == "" {
		errs = append(errs, fault(ErrGrant, place+"/id", "", "an id"))
	}
	if g.Partner == "" {
		errs = append(errs, fault(ErrGrant, place+"/partner", "", "the partner whose access it is"))
	}
	if g.From.IsZero() {
		errs = append(errs, fault(ErrGrant, place+"/from", "", "the instant from which it held"))
	} else if !g.Until.IsZero() && !g.From.Before(g.Until) {
		errs = append(errs, fault(ErrGrant, place+"/until", g.Until.Format(time.RFC3339),
			"an instant after "+g.From.Format(time.RFC3339)+", from which it held"))
	}
	return errs
}

// A Partnership is who is billed for a customer's Azure plan, and who had access to it.
type Partnership struct {
	Transacting string      `json:"transacting"`        // the partner that is billed for the plan, by its partner id
	Reseller    string      `json:"reseller,omitzero"`  // the reseller of record, where there is one
	Agreement   rules.Truth `json:"agreement,omitzero"` // as in [Earning]
	Billed      rules.Truth `json:"billed,omitzero"`    // as in [Earning]
	Grants      []Grant     `json:"grants"`
	Reading     DayReading  `json:"reading"` // what access a day needs
}

// Equal reports whether both are the same.
func (p Partnership) Equal(other Partnership) bool {
	return p.Transacting == other.Transacting && p.Reseller == other.Reseller && p.Agreement == other.Agreement &&
		p.Billed == other.Billed && slices.EqualFunc(p.Grants, other.Grants, Grant.Equal) && p.Reading == other.Reading
}

// check reports everything that is wrong at once.
func (p Partnership) check() error {
	var errs []error
	if p.Transacting == "" {
		errs = append(errs, fault(ErrGrant, "transacting", "", "the partner id of the partner that is billed"))
	}
	if !dayReadingNames.Valid(p.Reading) {
		errs = append(errs, notGiven("reading", dayReadingNames, p.Reading))
	}
	ids := map[string]bool{}
	for i, g := range p.Grants {
		place := fmt.Sprintf("grants/%d", i)
		errs = append(errs, g.check(place)...)
		if ids[g.ID] {
			errs = append(errs, fault(ErrGrant, place+"/id", g.ID, "an id that no other grant has"))
		}
		ids[g.ID] = g.ID != ""
	}
	return errors.Join(errs...)
}

// holder says who a partner is in the partnership.
func (p Partnership) holder(partner string) Holder {
	switch partner {
	case p.Transacting:
		return TransactingPartner
	case p.Reseller:
		return ResellerOfRecord
	default:
		return OtherPartner
	}
}

// A GrantDecision says of one grant whether it counts on a day, and why.
type GrantDecision struct {
	Grant    string                      `json:"grant"` // its id
	From     time.Time                   `json:"from"`  // the instants of the day between which it held, in UTC
	Until    time.Time                   `json:"until"`
	Decision rules.Decision[Eligibility] `json:"decision"`
}

// Equal reports whether both say the same.
func (g GrantDecision) Equal(other GrantDecision) bool {
	return g.Grant == other.Grant && g.From.Equal(other.From) && g.Until.Equal(other.Until) && g.Decision.Equal(other.Decision)
}

// An AccessDay is what access there was to a resource on a day.
type AccessDay struct {
	Day terms.Day `json:"day"`
	// Access is whether it counts for partner earned credit; unknown where a fact that matters is not given.
	Access rules.Truth `json:"access"`
	// Grants is what each grant that held at some time of the day counts for.
	Grants []GrantDecision `json:"grants"`
}

// Equal reports whether both are the same.
func (a AccessDay) Equal(other AccessDay) bool {
	return a.Day == other.Day && a.Access == other.Access && slices.EqualFunc(a.Grants, other.Grants, GrantDecision.Equal)
}

// mostDays is the most days access is asked for at once.
const mostDays = 366

// AccessDays gives, for each day of a span of at most 366, whether there was access to a resource that counts for partner
// earned credit. Grants that count are taken together: where one ends when the next begins, the day is whole. Days are UTC days.
func (r *Rules) AccessDays(p Partnership, resource Scope, days terms.Span) ([]AccessDay, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	if resource.IsZero() {
		return nil, fault(ErrScope, "resource", "", wantScope)
	}
	from, begins := days.From()
	until, ends := days.Until()
	if !begins || !ends || until.Sub(from) > mostDays {
		return nil, fault(ErrEarnedCredit, "days", days, "at most 366 days, with a first and a last")
	}
	found := make([]AccessDay, 0, until.Sub(from))
	for d := from; d.Before(until); d = d.AddDays(1) {
		found = append(found, r.accessOn(p, resource, d))
	}
	return found, nil
}

// AccessDays is [Rules.AccessDays] of the published rules.
func AccessDays(p Partnership, resource Scope, days terms.Span) ([]AccessDay, error) {
	return Published().AccessDays(p, resource, days)
}

// accessOn decides one day. Each grant is asked twice: whether it counts if the day is held, and, once it is known whether
// the grants that count hold the day together, whether it counts. What is said of a grant is said of it beside those: one in a
// role that does not count is not told that the day is not held as well, where it held it.
func (r *Rules) accessOn(p Partnership, resource Scope, d terms.Day) AccessDay {
	found := AccessDay{Day: d, Access: rules.No, Grants: []GrantDecision{}}
	var sure, perhaps, own []interval
	var asked []Access
	for _, g := range p.Grants {
		held := g.on(d)
		if held.isEmpty() {
			continue
		}
		facts := r.lookUp(Access{
			Holder: p.holder(g.Partner), Path: g.Path, Linked: g.Linked, Role: g.Role, RoleEligible: g.RoleEligible, Scope: g.Scope.Kind(),
			Covers: g.Scope.Covers(resource), Permanent: g.Permanent, Held: rules.Yes,
		})
		counts := r.counts(d, facts)
		if counts == rules.Yes {
			sure = append(sure, held)
		}
		if counts != rules.No {
			perhaps = append(perhaps, held)
		}
		asked, own, found.Grants = append(asked, facts), append(own, held), append(found.Grants, GrantDecision{Grant: g.ID, From: held.from.UTC(), Until: held.until.UTC()})
	}
	surely, possibly := p.Reading.held(d, sure), p.Reading.held(d, perhaps)
	for i, facts := range asked {
		facts.Held = rules.Given(surely == possibly, surely == rules.Yes)
		found.Access = found.Access.Or(r.counts(d, facts))
		facts.Held = p.Reading.held(d, append(slices.Clone(perhaps), own[i])) // its own facts, and not the missing ones of others
		found.Grants[i].Decision = r.access.Explain(d, facts)
	}
	return found
}

// counts says whether an access counts, and Unknown where a fact is missing.
func (r *Rules) counts(d terms.Day, facts Access) rules.Truth {
	outcome, err := r.access.Decide(d, facts)
	return rules.Given(err == nil, outcome == Eligible)
}

// interval is the time from one instant to another.
type interval struct{ from, until time.Time }

func (i interval) isEmpty() bool { return !i.from.Before(i.until) }

// on gives the time of a day at which the grant held.
func (g Grant) on(d terms.Day) interval {
	held := interval{d.Start(), d.AddDays(1).Start()}
	if g.From.After(held.from) {
		held.from = g.From
	}
	if !g.Until.IsZero() && g.Until.Before(held.until) {
		held.until = g.Until
	}
	return held
}

// held says whether intervals of a day hold it, as the reading has it.
func (r DayReading) held(d terms.Day, intervals []interval) rules.Truth {
	if r == PartOfDay {
		return rules.TruthOf(len(intervals) > 0)
	}
	slices.SortFunc(intervals, func(a, b interval) int { return a.from.Compare(b.from) })
	reached := d.Start()
	for _, i := range intervals {
		if !i.from.After(reached) && i.until.After(reached) {
			reached = i.until
		}
	}
	return rules.TruthOf(!reached.Before(d.AddDays(1).Start()))
}

// PlanUse is the use of one meter by one resource on one day, with what it costs at list price. Use below 0, which gives back
// what was charged before, costs 0 or less.
type PlanUse struct {
	Day      terms.Day       `json:"day"`
	Resource Scope           `json:"resource"`
	Meter    string          `json:"meter"` // its id; use of one meter has one effective unit price
	Product  PlanProduct     `json:"product"`
	Quantity decimal.Decimal `json:"quantity"`
	Cost     terms.Money     `json:"cost"` // at list price, before any credit and rounding: the amount of a [Slice]
	// AzureCredit is what an Azure credit offer pays of it. That comes first, and earned credit is on the rest.
	AzureCredit terms.Money `json:"azureCredit,omitzero"`
}

// MarshalJSON gives the fields by the names of their tags.
func (u PlanUse) MarshalJSON() ([]byte, error) {
	return marshal(struct {
		Day         terms.Day   `json:"day"`
		Resource    Scope       `json:"resource"`
		Meter       string      `json:"meter"`
		Product     PlanProduct `json:"product"`
		Quantity    number      `json:"quantity"`
		Cost        terms.Money `json:"cost"`
		AzureCredit terms.Money `json:"azureCredit,omitzero"`
	}{u.Day, u.Resource, u.Meter, u.Product, number(u.Quantity), u.Cost, u.AzureCredit})
}

// Equal reports whether both are the same use.
func (u PlanUse) Equal(other PlanUse) bool {
	return u.Day == other.Day && u.Resource.Equal(other.Resource) && u.Meter == other.Meter && u.Product == other.Product &&
		u.Quantity.Equal(other.Quantity) && u.Cost.Equal(other.Cost) && u.AzureCredit.Equal(other.AzureCredit)
}

// rest gives what the Azure credit does not pay.
func (u PlanUse) rest() (terms.Money, error) {
	if u.AzureCredit.IsZero() {
		return u.Cost, nil
	}
	return u.Cost.Sub(u.AzureCredit)
}

func (u PlanUse) check() error {
	switch {
	case u.Day.IsZero():
		return fault(ErrEarnedCredit, "day", "", "the day of the use")
	case u.Resource.IsZero():
		return fault(ErrEarnedCredit, "resource", "", wantScope)
	case u.Meter == "":
		return fault(ErrEarnedCredit, "meter", "", "the id of the meter")
	case u.Cost.IsZero():
		return fault(ErrEarnedCredit, "cost", "", "what it costs at list price, as in 12.50 USD")
	}
	if err := terms.CheckDecimal(u.Quantity); err != nil {
		return causedFault(ErrEarnedCredit, "quantity", err, "a number of at most 38 digits and 28 places")
	}
	if u.Quantity.IsNegative() && u.Cost.Sign() > 0 {
		return fault(ErrEarnedCredit, "quantity", shown(u.Quantity), "0 or more for what costs "+u.Cost.String())
	}
	rest, err := u.rest()
	if err != nil {
		return causedFault(ErrEarnedCredit, "azureCredit", err, "an amount in the currency of the cost")
	}
	if u.AzureCredit.Sign() < 0 || u.Cost.Sign() >= 0 && rest.Sign() < 0 {
		return fault(ErrEarnedCredit, "azureCredit", u.AzureCredit, "an amount from nothing to the cost")
	}
	return nil
}

// A CreditLine is what one use earned, and why.
type CreditLine struct {
	Use      PlanUse                     `json:"use"`
	Decision rules.Decision[Eligibility] `json:"decision"`
	Rate     Percent                     `json:"rate"`   // 15 % or nothing, as PartnerEarnedCreditPercentage has it
	Earned   terms.Money                 `json:"earned"` // before rounding
	Missed   terms.Money                 `json:"missed"` // what it would have earned with access that counts
}

// Equal reports whether both are the same line.
func (l CreditLine) Equal(other CreditLine) bool {
	return l.Use.Equal(other.Use) && l.Decision.Equal(other.Decision) && l.Rate.Equal(other.Rate) &&
		l.Earned.Equal(other.Earned) && l.Missed.Equal(other.Missed)
}

// EarnedCredit is what use earned, line by line.
type EarnedCredit struct {
	Lines  []CreditLine `json:"lines"`  // in the order of the use, of which those are left out that cannot be told
	Earned terms.Money  `json:"earned"` // the sums; not given where there is no use
	Missed terms.Money  `json:"missed"`
}

// Equal reports whether both are the same.
func (e EarnedCredit) Equal(other EarnedCredit) bool {
	return slices.EqualFunc(e.Lines, other.Lines, CreditLine.Equal) && e.Earned.Equal(other.Earned) && e.Missed.Equal(other.Missed)
}

// CreditEarned gives what a month of use, or any other, earned day by day, and what was missed for want of access: where the
// product earns the credit and the partner is one that can, but nobody had access that counts. Amounts are exact, since
// Microsoft rounds by the meter and not by the day ([EarnedCredit.Meters]).
//
// Use of which it cannot be told is reported by a [CreditError], each with its place, beside what the others earned: use that
// is refused, in another currency than the first, or of which it is not known whether it earns the credit
// ([rules.ErrUndetermined], with the facts that are missing and the grants that lack them). A partnership that is refused is
// [ErrGrant] or [ErrNotGiven] with everything that is wrong, and nothing is told.
func (r *Rules) CreditEarned(p Partnership, use []PlanUse) (EarnedCredit, error) {
	if err := p.check(); err != nil {
		return EarnedCredit{}, err
	}
	found := EarnedCredit{Lines: make([]CreditLine, 0, len(use))}
	decided := map[earningKey]earningFound{}
	var faults CreditError
	for i, u := range use {
		line, err := r.creditLine(p, u, decided)
		var more EarnedCredit
		if err == nil {
			more, err = found.with(line)
		}
		if err != nil {
			faults.add(&UseError{i, u, err})
			continue
		}
		found = more
	}
	return found, faults.orNil()
}

// CreditEarned is [Rules.CreditEarned] of the published rules.
func CreditEarned(p Partnership, use []PlanUse) (EarnedCredit, error) {
	return Published().CreditEarned(p, use)
}

// earningKey is what decides whether a use earns the credit: each is decided once.
type earningKey struct {
	day      terms.Day
	resource string
	product  PlanProduct
	covered  bool
}

type earningFound struct {
	decision rules.Decision[Eligibility]
	rate     Percent
	missed   bool // it would be eligible with access that counts
	err      error
}

func (r *Rules) creditLine(p Partnership, u PlanUse, decided map[earningKey]earningFound) (CreditLine, error) {
	if err := u.check(); err != nil {
		return CreditLine{}, err
	}
	rest, err := u.rest()
	if err != nil {
		return CreditLine{}, err
	}
	key := earningKey{u.Day, strings.ToLower(u.Resource.String()), u.Product, !u.AzureCredit.IsZero() && rest.Sign() == 0}
	found, known := decided[key]
	if !known {
		found, found.err = r.earning(p, u, key.covered)
		decided[key] = found
	}
	if found.err != nil {
		return CreditLine{}, found.err
	}
	line := CreditLine{Use: u, Decision: found.decision}
	nothing, err := terms.NewMoney(decimal.Decimal{}, u.Cost.Currency())
	if err != nil {
		return CreditLine{}, err
	}
	line.Earned, line.Missed = nothing, nothing
	switch {
	case found.decision.Outcome == Eligible:
		line.Rate = found.rate
		line.Earned, err = found.rate.Of(rest)
	case found.missed:
		line.Missed, err = found.rate.Of(rest)
	}
	return line, err
}

// earning decides whether a use earns the credit, and whether it would with access.
func (r *Rules) earning(p Partnership, u PlanUse, covered bool) (earningFound, error) {
	access := r.accessOn(p, u.Resource, u.Day)
	facts := Earning{
		Product: u.Product, Agreement: p.Agreement, Billed: p.Billed, Covered: rules.TruthOf(covered), Access: access.Access,
	}
	found := earningFound{decision: r.earnedCredit.Explain(u.Day, facts)}
	if err := found.decision.Err(); err != nil {
		return found, r.missing(p, access, err)
	}
	facts.Access = rules.Yes
	with, err := r.earnedCredit.Decide(u.Day, facts)
	if err != nil {
		return found, causedFault(ErrEarnedCredit, "use", err, "use of which it can be told")
	}
	if with != Eligible {
		return found, nil
	}
	rate, err := r.earnedCreditRate.On(u.Day)
	if err != nil {
		return found, causedFault(ErrEarnedCredit, "day", err, "a day for which there is a rate")
	}
	found.rate, found.missed = rate.Value, found.decision.Outcome == Ineligible
	return found, nil
}

// missing says why it cannot be told, with the grants whose facts are missing.
func (r *Rules) missing(p Partnership, access AccessDay, err error) error {
	why := []error{err}
	for _, g := range access.Grants {
		if undetermined := g.Decision.Err(); undetermined != nil {
			at := slices.IndexFunc(p.Grants, func(given Grant) bool { return given.ID == g.Grant })
			why = append(why, fmt.Errorf("grant %.64q: %w%s", g.Grant, undetermined, r.lacks(p.Grants[at], g.Decision.Missing)))
		}
	}
	return causedFault(ErrEarnedCredit, "access", errors.Join(why...), "the facts that are missing")
}

// lacks words what is wrong with the role of a grant, where that is among the missing facts.
func (r *Rules) lacks(g Grant, missing []string) string {
	if !slices.Contains(missing, "role") {
		return ""
	}
	return "; " + r.unknownRole(g.Role)
}

// with gives the credit with one more line.
func (e EarnedCredit) with(line CreditLine) (EarnedCredit, error) {
	first := len(e.Lines) == 0
	e.Lines = append(e.Lines, line)
	if first {
		e.Earned, e.Missed = line.Earned, line.Missed
		return e, nil
	}
	var err error
	if e.Earned, err = e.Earned.Add(line.Earned); err != nil {
		return e, causedFault(ErrEarnedCredit, "cost", err, "amounts of one currency")
	}
	if e.Missed, err = e.Missed.Add(line.Missed); err != nil {
		return e, causedFault(ErrEarnedCredit, "cost", err, "smaller amounts")
	}
	return e, nil
}

// A MeterPrice is what a meter cost so far, as Microsoft reckons it.
type MeterPrice struct {
	Meter    string          `json:"meter"`
	Quantity decimal.Decimal `json:"quantity"` // BCU, the billable consumption units
	List     terms.Money     `json:"list"`     // at list price
	Earned   terms.Money     `json:"earned"`   // the partner earned credit
	// Billable is BC, the billable cost: list price less credits, cut off at the cents.
	Billable terms.Money `json:"billable"`
	// EffectiveUnitPrice is the billable cost of each unit, and not given where nothing was used.
	EffectiveUnitPrice terms.Money `json:"effectiveUnitPrice,omitzero"`
}

// MarshalJSON gives the fields by the names of their tags.
func (m MeterPrice) MarshalJSON() ([]byte, error) {
	return marshal(struct {
		Meter              string      `json:"meter"`
		Quantity           number      `json:"quantity"`
		List               terms.Money `json:"list"`
		Earned             terms.Money `json:"earned"`
		Billable           terms.Money `json:"billable"`
		EffectiveUnitPrice terms.Money `json:"effectiveUnitPrice,omitzero"`
	}{m.Meter, number(m.Quantity), m.List, m.Earned, m.Billable, m.EffectiveUnitPrice})
}

// Equal reports whether both are the same.
func (m MeterPrice) Equal(other MeterPrice) bool {
	return m.Meter == other.Meter && m.Quantity.Equal(other.Quantity) && m.List.Equal(other.List) && m.Earned.Equal(other.Earned) &&
		m.Billable.Equal(other.Billable) && m.EffectiveUnitPrice.Equal(other.EffectiveUnitPrice)
}

// Meters gives the billable cost and the effective unit price of each meter, in the order of their names, through a day and
// no further. The effective unit price is reckoned for the meter and not for its resources, from all its use in the billing
// period so far, so it moves from day to day until the period is closed. The zero Day is all of the use.
func (e EarnedCredit) Meters(through terms.Day) ([]MeterPrice, error) {
	totals := map[string]*meterTotal{}
	for _, l := range e.Lines {
		if !through.IsZero() && l.Use.Day.After(through) {
			continue
		}
		if totals[l.Use.Meter] == nil {
			totals[l.Use.Meter] = &meterTotal{
				meter: l.Use.Meter, currency: l.Use.Cost.Currency(), list: new(big.Rat), earned: new(big.Rat), credit: new(big.Rat),
			}
		}
		totals[l.Use.Meter].add(l)
	}
	prices := make([]MeterPrice, 0, len(totals))
	for _, total := range totals {
		price, err := total.price()
		if err != nil {
			return nil, err
		}
		prices = append(prices, price)
	}
	slices.SortFunc(prices, func(a, b MeterPrice) int { return cmp.Compare(a.Meter, b.Meter) })
	return prices, nil
}

type meterTotal struct {
	meter                string
	currency             terms.Currency
	quantity             decimal.Decimal
	list, earned, credit *big.Rat
}

func (m *meterTotal) add(l CreditLine) {
	m.quantity = m.quantity.Add(l.Use.Quantity)
	m.list.Add(m.list, ratOf(l.Use.Cost.Amount()))
	m.earned.Add(m.earned, ratOf(l.Earned.Amount()))
	m.credit.Add(m.credit, ratOf(l.Use.AzureCredit.Amount()))
}

func (m *meterTotal) price() (MeterPrice, error) {
	price := MeterPrice{Meter: m.meter, Quantity: m.quantity}
	billable := new(big.Rat).Sub(m.list, m.earned)
	billable.Sub(billable, m.credit)
	for _, a := range []struct {
		to   *terms.Money
		from *big.Rat
	}{{&price.List, m.list}, {&price.Earned, m.earned}, {&price.Billable, ratOf(TowardsZero.round(billable, cents))}} {
		var err error
		if *a.to, err = amountOf(a.from, m.currency); err != nil {
			return MeterPrice{}, causedFault(ErrEarnedCredit, "cost", err, "smaller amounts")
		}
	}
	if m.quantity.IsPositive() {
		var err error
		if price.EffectiveUnitPrice, err = EffectiveUnitPrice(price.Billable, m.quantity); err != nil {
			return MeterPrice{}, err
		}
	}
	return price, nil
}
