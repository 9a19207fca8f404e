package pricing

import (
	"github.com/cloudterms/terms"
)

// A Change is the lines that a change in the middle of a charge cycle makes.
type Change struct {
	Lines []ChargeLine `json:"lines"` // refunds and charges, in the order in which they are billed
	Net   terms.Money  `json:"net"`   // their sum; below 0 where the change gives money back
}

// Equal reports whether both are the same lines.
func (c Change) Equal(other Change) bool {
	if len(c.Lines) != len(other.Lines) || !c.Net.Equal(other.Net) {
		return false
	}
	for i, l := range c.Lines {
		if !l.Equal(other.Lines[i]) {
			return false
		}
	}
	return true
}

// ChangeQuantity gives the lines of seats whose number changes on a day of their cycle. As [RestOfCycle] has it there are
// two: the old number is given back from that day on, and the new one charged. Ten seats at 10.08 from 18 June that become
// twelve on the 20th are −94.08 and 112.89, each line cut off at the cents (W2).
//
// The same number of seats is no change, and none at all is a cancellation, for which [Proration.Cancel] is: both are
// [ErrProration]. Whether seats can be removed at all is for package cancellation to say.
func (p Proration) ChangeQuantity(seats Seats, quantity int, day terms.Day) (Change, error) {
	switch quantity {
	case seats.Quantity:
		return Change{}, fault(ErrProration, "quantity", quantity, "another number of seats than there are")
	case 0:
		return Change{}, fault(ErrProration, "quantity", quantity, "1 seat or more; Cancel gives all of them back")
	}
	changed := seats
	changed.Quantity = quantity
	kind := ChargeAddQuantity
	if quantity < seats.Quantity {
		kind = ChargeRemoveQuantity
	}
	if err := p.Check(); err != nil {
		return Change{}, err
	}
	p.Rounding = p.QuantityRounding
	return p.change(kind, seats, changed, day)
}

// Upgrade gives the lines of seats that become seats of another product on a day of their cycle, all of them or some. The
// base is given back for the rest of the cycle, and the other product charged for it. 300 seats at 10.08 that become 300 at
// 6.43 on 25 June are −2,316 and 1,476 (W8).
//
// Use [ChargeConvert] for a new subscription and [ChargeMoveQuantity] for one that exists already.
func (p Proration) Upgrade(kind ChargeType, seats Seats, quantity int, price terms.Money, day terms.Day) (Change, error) {
	if kind != ChargeConvert && kind != ChargeMoveQuantity {
		return Change{}, fault(ErrProration, "type", kind, "convert or moveQuantity")
	}
	if quantity < 1 || quantity > seats.Quantity {
		return Change{}, fault(ErrProration, "quantity", quantity, "1 seat or more, and at most the seats there are")
	}
	base, upgraded := seats, seats
	base.Quantity, upgraded.Quantity, upgraded.UnitPrice = quantity, quantity, price
	rest := p
	rest.Adjustment = RestOfCycle // of another product there is no part before the upgrade
	return rest.change(kind, base, upgraded, day)
}

// ChangePlan gives the line of a subscription whose billing plan changes with a charge cycle: the new plan's seats, from the
// day the change begins with to the end of their cycle. A plan of months that follows a year is charged in full (W11); a
// year's plan that follows the first month is charged for the eleven that are left (W12).
func (p Proration) ChangePlan(seats Seats, from terms.Day) (ChargeLine, error) {
	if err := p.Check(); err != nil {
		return ChargeLine{}, err
	}
	p.CycleDays = p.PlanDays
	return p.Charge(ChargeChangePlan, seats, from)
}

func (p Proration) change(kind ChargeType, old, changed Seats, day terms.Day) (Change, error) {
	if err := p.check(old); err != nil {
		return Change{}, err
	}
	if err := p.check(changed); err != nil {
		return Change{}, err
	}
	from := p.firstUnused(day)
	part, err := p.restFrom(old, from)
	if err != nil {
		return Change{}, err
	}
	if p.Adjustment == WholeCycle {
		return p.remade(kind, old, changed, part, from)
	}
	refund, err := p.credit(kind, old, part, from)
	if err != nil {
		return Change{}, err
	}
	charge, err := p.chargeLine(kind, changed.line(part), changed, from)
	if err != nil {
		return Change{}, err
	}
	return changeOf(refund, charge)
}

func (p Proration) credit(kind ChargeType, seats Seats, part Part, from terms.Day) (ChargeLine, error) {
	line := seats.line(part)
	line.Credit = true
	return p.chargeLine(kind, line, seats, from)
}

// remade gives the lines of a cycle that is made anew: all of it given back, its first part charged as it was, and the rest as
// it is.
func (p Proration) remade(kind ChargeType, old, changed Seats, rest Part, from terms.Day) (Change, error) {
	first, until, err := old.Cycle.bounds()
	if err != nil {
		return Change{}, err
	}
	refund, err := p.credit(kind, old, Part{}, first)
	if err != nil {
		return Change{}, err
	}
	charge, err := p.lineFor(kind, changed.line(rest), from, until)
	if err != nil || rest == (Part{}) {
		return changeOrError(err, refund, charge)
	}
	used, err := p.lineFor(kind, old.line(Part{rest.Of - rest.Units, rest.Of}), first, from)
	return changeOrError(err, refund, used, charge)
}

func changeOrError(err error, lines ...ChargeLine) (Change, error) {
	if err != nil {
		return Change{}, err
	}
	return changeOf(lines...)
}

func changeOf(lines ...ChargeLine) (Change, error) {
	change := Change{Lines: lines, Net: lines[0].Subtotal.Amount}
	for _, l := range lines[1:] {
		var err error
		if change.Net, err = change.Net.Add(l.Subtotal.Amount); err != nil {
			return Change{}, err
		}
	}
	return change, nil
}
