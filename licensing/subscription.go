package licensing

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A SubscriptionStatus is the state of a subscription that a key is redeemed on: [StatusNone], [StatusActive],
// [StatusExpired] or [StatusDisabled]. The zero SubscriptionStatus means "not given". Its texts, in JSON too, are none,
// active, expired and disabled.
type SubscriptionStatus uint8

const (
	_ SubscriptionStatus = iota
	// StatusNone is no subscription yet.
	StatusNone
	// StatusActive is a subscription in use.
	StatusActive
	// StatusExpired is a subscription whose end date has passed.
	StatusExpired
	// StatusDisabled is a subscription that its users cannot use any more.
	StatusDisabled
)

// A Subscription is what a key is redeemed on: a licence-based subscription that keys were paid with.
type Subscription struct {
	Product string `json:"product"` // the plan by any name that keys for it have too, as in "Microsoft 365 E3"
	// Status is the one that the admin center shows. A subscription given as active has expired the day after its end date.
	Status   SubscriptionStatus `json:"status"`
	Licences int                `json:"licences,omitempty"` // that are active; 0 if the subscription is not
	// End is the end date, as the admin center shows it. Activated on 13 July 2020 with a key of 12 months it is 13 July
	// 2021. The time left is counted from a day to the end date: on that date none is left, and the day after it the
	// subscription has expired.
	//
	// One that has expired or is disabled may have an end date; what was never there ([StatusNone]) has none.
	End terms.Day `json:"end,omitzero"`
}

// ended gives the end date of a subscription that has expired, if it has one.
func (s Subscription) ended() terms.Day {
	if s.Status != StatusExpired {
		return terms.Day{}
	}
	return s.End
}

// A LicenceKey is a key that carries licences, as Partner Center shows those of partner benefits (MPN-01). It does not hold
// the key itself.
//
// [ProductKey.LicenceKey] gives that of a key which was parsed.
type LicenceKey struct {
	ID string `json:"id"` // what the key is told apart by, such as [ProductKey.ID]; never the key itself
	// Kind says what kind of key it is. Unless that is given, no rule permits redeeming it; a [PartnerBenefit] alone may be.
	Kind     KeyKind `json:"kind"`
	Product  string  `json:"product"`  // as in [Subscription.Product], but for capitals and small letters
	Licences int     `json:"licences"` // that redeeming it brings
	// Redeemed says whether the key was redeemed before. Unless that is given, no rule permits redeeming it.
	Redeemed rules.Truth `json:"redeemed"`
	// Expires is the expiry date of the benefit, if it has one. It is no end date of a subscription: a key redeemed by then
	// gives 12 months from its redemption (MPN-12, MPN-17).
	Expires terms.Day `json:"expires,omitzero"`
}

// The most licences of a key or subscription, and keys, that a request may name. They stand far above any real ones, and
// keep reckoning within machine words.
const (
	maxLicences    = 1_000_000
	maxRedemptions = 1_000
)

func (s Subscription) check() error {
	switch {
	case s.Product == "":
		return requestError("product", "", "the name of the product, as in Microsoft 365 E3")
	case !subscriptionStatusNames.Valid(s.Status):
		return requestError("status", s.Status.String(), "one of "+subscriptionStatusNames.List())
	case s.Status != StatusActive:
		return s.checkInactive()
	case s.End.IsZero():
		return requestError("end", "", "the end date of the active subscription, as in 2024-02-29")
	}
	return checkLicences("licences", s.Licences)
}

func (s Subscription) checkInactive() error {
	switch {
	case s.Licences != 0:
		return requestError("licences", strconv.Itoa(s.Licences), "no active licences, as the status is "+s.Status.String())
	case s.Status == StatusNone && !s.End.IsZero():
		return requestError("end", s.End.String(), "no end date, as the status is none; a subscription that has ended is expired")
	}
	return nil
}

// checkOn says whether the subscription can be what it is given as on a day.
func (s Subscription) checkOn(day terms.Day) error {
	if s.Status == StatusExpired && s.End.After(day) {
		return requestError("end", s.End.String(), "no day after "+day.String()+", on which the status is expired")
	}
	return nil
}

func (k LicenceKey) check() error {
	switch {
	case k.ID == "":
		return requestError("id", "", "what the key is told apart by, as ProductKey.ID gives it")
	case k.Product == "":
		return requestError("product", "", "the name of the product, as in Microsoft 365 E3")
	case k.Kind != 0 && !k.Kind.IsValid():
		return requestError("kind", k.Kind.String(), "one of "+keyKindNames.List())
	}
	return checkLicences("licences", k.Licences)
}

// isFor says whether the key is for a product. People write the names of products with other capitals.
func (k LicenceKey) isFor(product string) bool {
	return strings.EqualFold(strings.TrimSpace(k.Product), strings.TrimSpace(product))
}

func checkLicences(field string, n int) error {
	if n < 1 || n > maxLicences {
		return requestError(field, strconv.Itoa(n), fmt.Sprintf("a whole number from 1 to %d", maxLicences))
	}
	return nil
}

// on gives the subscription as it is on a day: one that is active until its end date has expired the day after.
func (s Subscription) on(day terms.Day) Subscription {
	if s.Status == StatusActive && s.End.Before(day) {
		s.Status, s.Licences = StatusExpired, 0
	}
	return s
}
