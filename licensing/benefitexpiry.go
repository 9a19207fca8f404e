package licensing

import "github.com/cloudterms/terms"

// An ExpiryComparison sets the expiry date of a benefit against the end date of the subscription that its keys paid for.
type ExpiryComparison struct {
	// LastRedemption is the last day on which a key of the benefit can be redeemed.
	LastRedemption terms.Day `json:"lastRedemption"`
	// LastUse is the end date of the subscription. It does not move when the benefit expires.
	LastUse terms.Day `json:"lastUse"`
	// DaysApart is the days from the expiry date to the end date; below zero if the subscription ends first.
	DaysApart int `json:"daysApart"`
}

// CompareExpiry sets the expiry date of a benefit against the end date of an active subscription (MPN-17). They are two
// dates: by the first the right to the benefit is used, its key redeemed; the second follows from the day of activation, the
// licences on the key, and the licences added or extended, by [Rules.Extend]. In the record's example a benefit that expires
// on 31 January 2021, redeemed on 1 December 2020, is used to 1 December 2021.
//
// Whether the expiry date is itself a day to redeem on is for the [ExpiryDay] to say, which is [ExpiryDayCounts] in [DefaultReckoning]. A date
// that is not given, and a subscription that is not active, is [ErrRequest].
func CompareExpiry(b Benefit, s Subscription, boundary ExpiryDay) (ExpiryComparison, error) {
	switch {
	case b.Expires.IsZero():
		return ExpiryComparison{}, requestError("benefit/expires", "", "the expiry date that Partner Center shows, as in 2021-01-31")
	case s.Status != StatusActive:
		return ExpiryComparison{}, requestError("subscription/status", s.Status.String(), "an active subscription, for others have no end date")
	case s.End.IsZero():
		return ExpiryComparison{}, requestError("subscription/end", "", "the end date that the admin center shows, as in 2021-12-01")
	case !expiryDayNames.Valid(boundary):
		return ExpiryComparison{}, choiceError("boundary", expiryDayNames, boundary, ExpiryDayCounts)
	}
	last := b.Expires
	if boundary == ExpiryDayIsOver {
		last = last.AddDays(-1)
	}
	if last.IsZero() {
		return ExpiryComparison{}, requestError("benefit/expires", b.Expires.String(), "an expiry date with a day before it")
	}
	return ExpiryComparison{last, s.End, s.End.Sub(b.Expires)}, nil
}
