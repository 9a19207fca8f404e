package cancellation

import (
	"strconv"
	"time"

	"github.com/cloudterms/terms"
)

// A Boundary says when a window of days closes. The record contradicts itself, so each of its readings has a name. Which
// one governs is a dated figure of the rules ([Rules.BoundaryOn]): a day's end for software, the clock for seats. All
// of them go by UTC, as every date in Partner Center does.
//
// The zero Boundary means "not given" and closes no window.
type Boundary uint8

const (
	// ExactHours closes a window of n days n times 24 hours after it opened. A purchase of 15 March at 11:00 could be
	// cancelled until 22 March at 11:00, in Microsoft's announcement of March 2022 as CRN quotes it; distributors write
	// "168 hours"; and the window after a renewal starts "precisely" when the renewal completes.
	ExactHours Boundary = iota + 1
	// EndOfDay closes it at the end of the UTC day n days after the day it opened on, written as Partner Center writes it, 23:59:00.
	// Both samples of Partner Center for software have that: opened on 2021-10-15T21:28:18Z, allowed until
	// 2021-11-14T23:59:00Z.
	EndOfDay
	// FirstDayCounted counts the day it opened on as the first, so that it closes a day before EndOfDay. CloudBlue has a window
	// of 60 days from 1 April 2020 end on 30 May.
	FirstDayCounted
)

// dayLength is where Partner Center ends a day, a minute before the next.
const dayLength = 24*time.Hour - time.Minute

// closes gives the instant at which a window of days closes.
func (b Boundary) closes(opened time.Time, days int) (time.Time, error) {
	switch b {
	case ExactHours:
		return opened.Add(time.Duration(days) * 24 * time.Hour), nil
	case EndOfDay:
		return endOf(terms.DayOf(opened).AddDays(days)), nil
	case FirstDayCounted:
		return endOf(terms.DayOf(opened).AddDays(days - 1)), nil
	}
	given := ""
	if b != 0 {
		given = "number " + strconv.Itoa(int(b))
	}
	return time.Time{}, requestError("boundary", given, "one of "+boundaryNames.List())
}

func endOf(d terms.Day) time.Time { return d.Start().Add(dayLength) }

// A Closing says whether the closing instant itself is still inside the window. No text of Microsoft's says so. The zero
// Closing means "not given".
type Closing uint8

const (
	// ClosingOutside has the window open up to, but not at, its closing instant. It is the default: who believes it is never
	// late.
	ClosingOutside Closing = iota + 1
	// ClosingInside has it open at the closing instant too.
	ClosingInside
)

// isPast reports whether the window that closes at an instant is closed at another.
func (c Closing) isPast(closes, at time.Time) bool {
	if c == ClosingInside {
		return at.After(closes)
	}
	return !at.Before(closes)
}
