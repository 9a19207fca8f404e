package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A GraceCount says how days of grace are counted, such as those that a device stays active which a key management service
// activated: [GraceFromActivationDay] or [GraceFromDayAfter]. Its texts, in JSON too, are fromActivationDay and
// fromDayAfter.
type GraceCount uint8

const (
	_ GraceCount = iota
	// GraceFromActivationDay counts the day of activation as the first: of 180 days from 1 January 2023 the last is 29
	// June. It is the one to take where nothing speaks for the other, for on that day the device is still active whatever the time of day it was activated at.
	GraceFromActivationDay
	// GraceFromDayAfter counts the day after the activation as the first: from 1 January 2023 the last is 30 June, on which
	// the device stays active up to the time of day it was activated at.
	GraceFromDayAfter
)

// LastKMSDay is [Rules.LastKMSDay] of the [Published] rules.
func LastKMSDay(activated terms.Day, count GraceCount) (terms.Day, error) {
	return Published().LastKMSDay(activated, count)
}

// LastKMSDay gives the last day on which a device is sure to be active that a key management service activated, or renewed
// the activation of, on a day: 180 days by [Rules.KMSGrace] (SW-08). Who moves its licence from volume licensing to CSP,
// where there are no such keys, and has activated the device with a multiple activation key by then has no downtime. The
// record says "usually".
//
// A day that is not given or too late, and a count that is not given, is [ErrRequest]; a day before 25 October 2006, when such
// services are first on record, [rules.ErrNoFigure].
func (r *Rules) LastKMSDay(activated terms.Day, count GraceCount) (terms.Day, error) {
	switch {
	case activated.IsZero():
		return terms.Day{}, requestError("activated", "", "the day the device was activated on, as in 2023-01-01")
	case !graceCountNames.Valid(count):
		return terms.Day{}, choiceError("count", graceCountNames, count, GraceFromActivationDay)
	}
	grace, err := r.kmsGrace.On(activated)
	if err != nil {
		return terms.Day{}, err
	}
	days := int(grace.Value)
	if count == GraceFromActivationDay {
		days--
	}
	last := activated.AddDays(days)
	if last.IsZero() {
		return terms.Day{}, requestError("activated", activated.String(), "a day from which the grace ends by 9999-12-31")
	}
	return last, nil
}

// KMSGrace gives the timeline of the days for which a device stays active that a key management service activated,
// licensing.kms.grace (SW-08).
func (r *Rules) KMSGrace() rules.Timeline[Days] { return r.kmsGrace }
