package pricing

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// A Cadence says which days an exchange rate serves. The record contradicts itself. The zero Cadence means "not given" and
// serves no day.
type Cadence uint8

const (
	// MonthAfter has a rate serve the calendar month after the one it was fixed in. It is the default, by the billing pages: the
	// rate is fixed two business days before the month ends, and applied to the whole of the next, so that the rate of about 29
	// November serves 1 to 31 December.
	MonthAfter Cadence = iota + 1
	// SameDay has a rate serve the day it is of. The pages on price lists call the rates "updated daily".
	SameDay
)

// Serves gives the days that a rate fixed on a day serves. A cadence that is not given is [ErrNotGiven], a day that is not
// given is [ErrRate].
func (c Cadence) Serves(fixed terms.Day) (terms.Span, error) {
	if !cadenceNames.Valid(c) {
		return terms.Span{}, notGiven("cadence", cadenceNames, c)
	}
	if fixed.IsZero() {
		return terms.Span{}, fault(ErrRate, "fixed", "", "the day on which the rate was fixed")
	}
	if c == SameDay {
		return terms.NewSpan(fixed, fixed.AddDays(1))
	}
	return monthOf(fixed.FirstOfMonth().AddMonths(1))
}

// FixingDay gives the day on which the rate of a month is fixed, by the wording of the billing pages: the second to last
// weekday of the month before, which for December 2022 is 29 November. Holidays, and a market that is closed, move it; the
// file says which day it was. It is the zero Day for the zero Day.
func FixingDay(month terms.Day) terms.Day {
	if month.IsZero() {
		return terms.Day{}
	}
	day := month.FirstOfMonth()
	for weekdays := 0; weekdays < 2; {
		day = day.AddDays(-1)
		if w := day.Start().Weekday(); w != time.Saturday && w != time.Sunday {
			weekdays++
		}
	}
	return day
}

// monthOf gives the calendar month that begins on a day.
func monthOf(first terms.Day) (terms.Span, error) { return terms.NewSpan(first, first.AddMonths(1)) }

// A DatedRate is an exchange rate and the days on which charges are converted by it.
type DatedRate struct {
	Rate ExchangeRate `json:"rate"`
	Span terms.Span   `json:"span"` // as [Cadence.Serves] gives it
}

// A RateTable finds the exchange rate of a charge. It is immutable, and safe for any number of goroutines. The zero RateTable
// has no rates.
type RateTable struct{ rates []DatedRate }

// NewRateTable makes a table. A rate that is not given, that serves no days, or that serves a day which another rate between
// the same currencies serves, is [ErrRate].
func NewRateTable(rates ...DatedRate) (RateTable, error) {
	for i, r := range rates {
		if r.Rate.IsZero() || r.Span.IsZero() || r.Span.IsPending() {
			return RateTable{}, fault(ErrRate, "span", r.Span, "a rate, and the days it serves")
		}
		for _, other := range rates[:i] {
			if r.isFor(other.Rate.From(), other.Rate.To()) && r.Span.Overlaps(other.Span) {
				return RateTable{}, fault(ErrRate, "span", r.Span, "days on which no other rate serves, as "+other.Span.String()+" does")
			}
		}
	}
	return RateTable{slices.Clone(rates)}, nil
}

func (r DatedRate) isFor(from, to terms.Currency) bool {
	return r.Rate.From() == from && r.Rate.To() == to
}

// On gives the rate by which a charge of a day is converted. The rate follows the day of the charge, and not that of the
// purchase, so a yearly subscription billed by the month has another each month. Between one currency and itself it is the
// zero ExchangeRate. Where the table has none it is [ErrNoRate]: the nearest month is never taken instead.
func (t RateTable) On(day terms.Day, from, to terms.Currency) (ExchangeRate, error) {
	if from == to && from.IsValid() {
		return ExchangeRate{}, nil
	}
	for _, r := range t.rates {
		if r.isFor(from, to) && r.Span.Contains(day) {
			return r.Rate, nil
		}
	}
	return ExchangeRate{}, t.noRate(day, from, to)
}

// noRate says whether it is the currency or the day that the table lacks.
func (t RateTable) noRate(day terms.Day, from, to terms.Currency) error {
	var days, others []string
	for _, r := range t.rates {
		switch {
		case r.isFor(from, to):
			days = append(days, r.Span.String())
		case r.Rate.From() == from && !slices.Contains(others, r.Rate.To().String()):
			others = append(others, r.Rate.To().String())
		}
	}
	switch {
	case len(days) > 0:
		return fault(ErrNoRate, "day", day, "a day for which the table has a rate from "+from.String()+" to "+to.String()+": of "+listed(days))
	case len(others) > 0:
		return fault(ErrNoRate, "to", to, "a currency to which the table has a rate from "+from.String()+": "+listed(others))
	default:
		return fault(ErrNoRate, "from", from, "a currency from which the table has rates")
	}
}

// listed names a few of many.
func listed(names []string) string {
	const most = 8
	if more := len(names) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), more)
	}
	return strings.Join(names, ", ")
}

// Rates gives every rate, in the order in which they were given. The slice is the caller's own.
func (t RateTable) Rates() []DatedRate { return slices.Clone(t.rates) }

// MarshalJSON gives the list of rates.
func (t RateTable) MarshalJSON() ([]byte, error) {
	return jsonform.Marshal(jsonform.EmptyNotNull(t.rates))
}

// UnmarshalJSON reads what [RateTable.MarshalJSON] gives, by the rules of [terms.Decode] and [NewRateTable]. On an error it
// leaves t as it was.
func (t *RateTable) UnmarshalJSON(data []byte) error {
	var rates []DatedRate
	if err := jsonform.Decode(data, &rates); err != nil {
		return err
	}
	read, err := NewRateTable(rates...)
	if err != nil {
		return err
	}
	*t = read
	return nil
}

// Equal reports whether both have the same rates in the same order.
func (t RateTable) Equal(other RateTable) bool {
	return slices.EqualFunc(t.rates, other.rates, func(a, b DatedRate) bool { return a.Rate.Equal(b.Rate) && a.Span == b.Span })
}
