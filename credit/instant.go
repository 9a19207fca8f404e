package credit

import (
	"fmt"
	"math"
	"time"

	"github.com/cloudterms/terms"
)

// A ledger counts instants in nanoseconds of Unix time. never is the expiry of a lot that has
// none.
const never = math.MaxInt64

// The years a ledger accepts, well inside what nanoseconds in 64 bits reach.
const (
	firstYear = 1900
	lastYear  = 2199
)

// instant checks an instant and gives it as a ledger counts. What says in an error which
// field it is.
func instant(what string, t time.Time) (int64, error) {
	if t.IsZero() {
		return 0, fmt.Errorf("%w: %s is not given", ErrInstant, what)
	}
	if !isReckonable(t) {
		return 0, fmt.Errorf("%w: %s is in the year %d; want %d to %d", ErrInstant, what, t.UTC().Year(), firstYear, lastYear)
	}
	return t.UnixNano(), nil
}

// isReckonable reports whether a ledger can hold an instant.
func isReckonable(t time.Time) bool { return !t.Before(firstInstant) && t.Before(endInstant) }

// checkKnown checks the instant at which a fact became known, which need not be given.
func checkKnown(known time.Time) error {
	if known.IsZero() {
		return nil
	}
	_, err := instant("known", known)
	return err
}

// timeOf gives an instant of a ledger as a time in UTC, and the zero time for never.
func timeOf(at int64) time.Time {
	if at == never {
		return time.Time{}
	}
	return time.Unix(0, at).UTC()
}

// endOf gives the last instant of a UTC day.
func endOf(d terms.Day) time.Time { return d.Start().Add(24*time.Hour - 1) }

// daysOf gives so many times 24 hours.
func daysOf(n int) int64 { return int64(n) * int64(24*time.Hour) }
