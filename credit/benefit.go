package credit

import (
	"errors"
	"fmt"

	"github.com/cloudterms/terms"
)

// A Benefit is the Azure credit a partner is granted month by month or year by year, assigned to one user
// (MPN-03).
type Benefit struct {
	ID     string      `json:"id"`
	User   string      `json:"user"`   // the user it is assigned to
	Amount terms.Money `json:"amount"` // a month, or a year
	// Assigned is the days for which the user has it: from the day it was assigned, up to the day it is
	// taken away or ends. Both must be given.
	Assigned terms.Span `json:"assigned"`
}

// MonthlyLots gives one lot for each month of a benefit of monthly credit, which lapses when its month ends.
// Months count from the day of assignment, at its day of the month or the last there is: from the 31st of
// January, to the 28th of February, to the 31st of March. Taking the benefit from the user, which can be done
// at any time (MPN-05), ends its last month early.
//
// A benefit without an id, a user, a positive amount or two days, or of more than 1,200 months, is
// [ErrBenefit].
func MonthlyLots(b Benefit) ([]Lot, error) { return b.lots(MonthlyBenefit, benefitMonth) }

// BulkLots gives one lot for each year of a benefit of bulk credit, which lapses when its year ends, or when
// the benefit does. It fails as [MonthlyLots] does.
func BulkLots(b Benefit) ([]Lot, error) { return b.lots(BulkBenefit, benefitYear) }

func (b Benefit) lots(kind LotKind, months int) ([]Lot, error) {
	const most = 1200
	from, until, err := b.check()
	if err != nil {
		return nil, err
	}
	var lots []Lot
	for n := 0; ; n += months {
		begins := from.AddMonths(n)
		if !begins.Before(until) {
			return lots, nil
		}
		if n >= most {
			return nil, fmt.Errorf("%w: %q is assigned for more than %d months", ErrBenefit, b.ID, most)
		}
		ends := from.AddMonths(n + months)
		if until.Before(ends) {
			ends = until
		}
		lots = append(lots, Lot{
			ID: LotID(b.ID + "/" + begins.String()), Kind: kind, Amount: b.Amount,
			Activated: begins.Start(), Expires: ends.Start(), Holder: b.User,
		})
	}
}

func (b Benefit) check() (from, until terms.Day, err error) {
	from, hasFrom := b.Assigned.From()
	until, hasUntil := b.Assigned.Until()
	err = errors.Join(checkText("benefit id", b.ID), checkText("lot id", b.ID+"/"+from.String()), checkText("benefit user", b.User))
	switch {
	case err != nil:
		return from, until, fmt.Errorf("%w: %w", ErrBenefit, err)
	case b.Amount.Sign() <= 0:
		return from, until, fmt.Errorf("%w: %q has the amount %q; want more than 0", ErrBenefit, b.ID, b.Amount)
	case !hasFrom || !hasUntil:
		return from, until, fmt.Errorf("%w: %q is assigned for %q; want a first day and an end, as in 2023-01-31/2024-01-31",
			ErrBenefit, b.ID, b.Assigned)
	}
	return from, until, nil
}

// A BenefitAmount is an amount the record gives as an example of a partner's Azure credit.
type BenefitAmount struct {
	Kind   LotKind     `json:"kind"` // MonthlyBenefit or BulkBenefit
	Amount terms.Money `json:"amount"`
}

// BenefitAmounts gives the amounts the record names for a day, "something like" which a partner is granted: 100 USD a
// month; 6,000, 12,000 and 13,000 USD a year (MPN-03). They are examples, each also granted in local
// currency, and which membership is granted which is not on record. [Rules.MonthlyCredit] and [Rules.BulkCredit] say
// where they are written, and what other pages have. The zero Day is [rules.ErrDay].
func (r *Rules) BenefitAmounts(day terms.Day) ([]BenefitAmount, error) {
	var amounts []BenefitAmount
	for _, of := range []struct {
		kind    LotKind
		figures dated[Amounts]
	}{{MonthlyBenefit, r.monthlyCredit}, {BulkBenefit, r.bulkCredit}} {
		reading, err := of.figures.on(day)
		if err != nil {
			return nil, err
		}
		for _, amount := range reading.Value.list {
			amounts = append(amounts, BenefitAmount{of.kind, amount})
		}
	}
	return amounts, nil
}

// BenefitAmounts is [Rules.BenefitAmounts] of the [Published] rules: the amounts of MPN-03.
func BenefitAmounts(day terms.Day) ([]BenefitAmount, error) { return Published().BenefitAmounts(day) }
