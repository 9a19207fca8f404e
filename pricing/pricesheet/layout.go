package pricesheet

import (
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A Layout is a way in which the files write a date or an instant. Each is told from the others by its shape alone, never
// by its numbers, and a date with slashes has the month in front: 3/10/2020 is 10 March in every file of the record. What
// says no zone is in UTC, as all dates of Partner Center are.
type Layout uint8

// The layouts. [Format.Layouts] says which of them a format has.
const (
	// MonthDayYear is 10/3/2020, the day of 3 October.
	MonthDayYear Layout = iota + 1
	// MonthDayYearMinute is 2/1/2023 0:00, as spreadsheets save MonthDayYearTime.
	MonthDayYearMinute
	// MonthDayYearTime is 11/30/9999 11:59:59 PM, of the price lists until 2021.
	MonthDayYearTime
	// YearMonthDay is 2020-10-03.
	YearMonthDay
	// Instant is 2021-11-03T06:57:30.0682597Z, of the price lists since 2021 and of all JSON.
	Instant
	// InstantWithoutZone is 2014-01-01T00:00:00, as rate cards write the day of an offer term.
	InstantWithoutZone
	// YearMonth is 201909, the month of an exchange rate.
	YearMonth
)

// Pattern gives the layout in the notation of package time, and nothing for the zero Layout.
func (l Layout) Pattern() string {
	if !layoutNames.Valid(l) {
		return ""
	}
	return layoutPatterns[l].pattern
}

// readTime reads an instant in one of the layouts, of which no two take the same text, in UTC.
func readTime(text string, layouts []Layout) (time.Time, error) {
	for _, layout := range layouts {
		if at, err := time.Parse(layout.Pattern(), text); err == nil {
			return at.UTC(), nil
		}
	}
	return time.Time{}, &terms.ParseError{Input: excerpt.Of(text), Want: wantLayouts(layouts), Err: ErrDate}
}

func wantLayouts(layouts []Layout) string {
	texts := make([]string, len(layouts))
	for i, l := range layouts {
		texts[i] = layoutPatterns[l].words
	}
	return strings.Join(texts, ", or ")
}
