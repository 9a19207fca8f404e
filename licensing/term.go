package licensing

import (
	"fmt"
	"strconv"
	"time"

	"github.com/cloudterms/terms"
)

// A Term is how long a subscription is committed to: [OneMonth], [OneYear] or [ThreeYears]. Its text is Microsoft's
// termDuration: P1M, P1Y, P3Y. The zero Term means "not given".
type Term uint8

const (
	_ Term = iota
	// OneMonth is P1M.
	OneMonth
	// OneYear is P1Y.
	OneYear
	// ThreeYears is P3Y.
	ThreeYears
)

// ParseTerm reads P1M, P1Y or P3Y. Anything else, P12M and P36M too, is a [terms.ParseError] wrapping [terms.ErrName].
func ParseTerm(s string) (Term, error) {
	var t Term
	if err := termNames.Unmarshal([]byte(s), &t); err != nil {
		return 0, err
	}
	if !t.IsValid() {
		return 0, &terms.ParseError{Want: "term: one of P1M, P1Y, P3Y", Err: terms.ErrName}
	}
	return t, nil
}

// IsValid reports whether t is one of the three terms. The zero Term is not.
func (t Term) IsValid() bool { return termNames.Valid(t) }

// Months gives the term's length in months, 1, 12 or 36, and 0 for a Term that is not valid.
func (t Term) Months() int {
	switch t {
	case OneMonth:
		return 1
	case OneYear:
		return 12
	case ThreeYears:
		return 36
	default:
		return 0
	}
}

// Period gives the days of a term that begins on a UTC day. It ends the day before the same day of the month one term
// later, or before the month's last where there is no such day: of one month from 31 January 2021 it is 27 February, from
// 28 February it is 27 March. Every term of Microsoft's page "Billing scenarios for one-time and select recurring
// purchases in new commerce experience" of 2022-11-08 ends so.
//
// A term or day that is not given, and an end after 9999-12-31, is [ErrRequest].
func (t Term) Period(first terms.Day) (Period, error) {
	switch {
	case !t.IsValid():
		return Period{}, requestError("termDuration", t.String(), "one of "+termNames.List())
	case first.IsZero():
		return Period{}, requestError("first", "", "the first day of the term, as in 2021-01-31")
	}
	next := first.AddMonths(t.Months())
	if next.IsZero() {
		return Period{}, requestError("first", first.String(), "a day from which the term ends before 9999-12-31")
	}
	return Period{first, next.AddDays(-1)}, nil
}

// A RenewalAnchor says which day the terms after the first one count from: [AnchorLastEnd] or [AnchorFirstDay]. They
// differ where a month has no such day: a month from 31 January 2021 is renewed on 28 February; that term ends with 27
// March by the first, and with 30 March by the second. Its texts, in JSON too, are lastEnd and firstDay.
type RenewalAnchor uint8

const (
	_ RenewalAnchor = iota
	// AnchorLastEnd counts each term from its own first day, the day after the last one ended. It is the one to take where nothing speaks for the
	// other: the page
	// on billing scenarios reckons the end of every term by its own first day, and knows no other.
	AnchorLastEnd
	// AnchorFirstDay counts all terms from the first day of the first one, as charge cycles are counted.
	AnchorFirstDay
)

// maxPeriods bounds what is made at once: a hundred years of months.
const maxPeriods = 1_200

// Periods gives so many terms in a row, the first of which begins on a day; each of the others begins on the renewal day
// of the one before. It fails as [Term.Period] does, and with [ErrRequest] for an anchor that is not given, and fewer
// than 1 or more than 1200 terms.
func (t Term) Periods(first terms.Day, count int, anchor RenewalAnchor) ([]Period, error) {
	switch {
	case !renewalAnchorNames.Valid(anchor):
		return nil, choiceError("renewalAnchor", renewalAnchorNames, anchor, AnchorLastEnd)
	case count < 1 || count > maxPeriods:
		return nil, requestError("count", strconv.Itoa(count), fmt.Sprintf("1 to %d terms", maxPeriods))
	}
	periods := make([]Period, 0, count)
	begin := first
	for n := 1; n <= count; n++ {
		period, err := t.Period(begin)
		if err != nil {
			return nil, err
		}
		if anchor == AnchorFirstDay {
			period.Last = first.AddMonths(n * t.Months()).AddDays(-1)
		}
		if period.Last.IsZero() {
			return nil, requestError("count", strconv.Itoa(count), "fewer terms, so that the last one ends before 9999-12-31")
		}
		periods = append(periods, period)
		begin = period.RenewalDay()
	}
	return periods, nil
}

// A Period is a run of whole UTC days, the first and the last included, as Microsoft writes terms and charge cycles. The
// zero Period means "not given".
type Period struct {
	First terms.Day `json:"first"`
	Last  terms.Day `json:"last"`
}

// IsZero reports whether no period is given.
func (p Period) IsZero() bool { return p == Period{} }

// String gives both days, as in 2021-01-31 to 2021-02-27, and nothing for the zero Period.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	return p.First.String() + " to " + p.Last.String()
}

// Days gives the number of days, the first and the last included, and 0 for a period that has none.
func (p Period) Days() int {
	if p.First.IsZero() || p.Last.IsZero() || p.Last.Before(p.First) {
		return 0
	}
	return p.Last.Sub(p.First) + 1
}

// RenewalDay gives the day after the last. A term that renews itself does so on that day, which is processed in the course
// of it; a charge cycle is followed by the next.
func (p Period) RenewalDay() terms.Day { return p.Last.AddDays(1) }

// Span gives the days as a half-open [terms.Span], and the zero Span for a period that has none.
func (p Period) Span() terms.Span {
	span, err := terms.NewSpan(p.First, p.RenewalDay())
	if err != nil {
		return terms.Span{}
	}
	return span
}

// EndDate gives the instant by which Microsoft names the last day in commitmentEndDate and customTermEndDate: 00:00 UTC at
// its beginning. The whole day belongs to the period.
func (p Period) EndDate() time.Time { return p.Last.Start() }

// EndDateTime gives the instant Microsoft gives in commitmentEndDateTime and billingCycleEndDateTime: 23:59:59 UTC on the
// last day.
func (p Period) EndDateTime() time.Time {
	if p.Last.IsZero() {
		return time.Time{}
	}
	return p.Last.Start().Add(24*time.Hour - time.Second)
}
