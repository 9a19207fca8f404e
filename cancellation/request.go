package cancellation

import (
	"bytes"
	"encoding/json"
	"errors"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/internal/excerpt"
)

// A Request is a question about one purchase: can it be cancelled?
type Request struct {
	Purchase Purchase `json:"purchase"`
	// Asker is who wants to cancel. It matters only while the window is open.
	Asker Asker `json:"asker,omitzero"`
	// Opened is the instant at which the window opened: of the purchase, of the completion of the renewal, of the conversion,
	// of the addition of the seats, or of the upgrade, as [Purchase.Opening] says.
	Opened time.Time `json:"opened,omitzero"`
	// SourceOpened is, for a partial upgrade, the instant at which the window of the source subscription opened.
	SourceOpened time.Time `json:"sourceOpened,omitzero"`
	// AllowedUntil is what Partner Center says itself. Where it is given it prevails over the rules.
	AllowedUntil AllowedUntil `json:"cancellationAllowedUntilDate,omitzero"`
}

// Equal reports whether both are the same question.
func (r Request) Equal(other Request) bool {
	return r.Purchase == other.Purchase && r.Asker == other.Asker && r.Opened.Equal(other.Opened) &&
		r.SourceOpened.Equal(other.SourceOpened) && r.AllowedUntil.Equal(other.AllowedUntil)
}

// check reports everything that makes no sense.
func (r Request) check() error {
	var found faults
	found = found.with(checkGiven("opened", r.Opened))
	found = found.with(checkGiven("sourceOpened", r.SourceOpened))
	found = found.with(checkName("purchase/product", productNames, r.Purchase.Product))
	found = found.with(checkName("purchase/opening", openingNames, r.Purchase.Opening))
	found = found.with(checkUntil("cancellationAllowedUntilDate", r.AllowedUntil, r.Opened))
	return found.err()
}

// checkUntil wants what Partner Center allows not to end before it began.
func checkUntil(field string, until AllowedUntil, opened time.Time) error {
	if at, isGiven := until.Until(); isGiven && at.Before(opened) {
		return requestError(field, instantText(at), "an instant that is not before opened, "+instantText(opened))
	}
	return nil
}

// checkGiven checks an instant that may be left out.
func checkGiven(field string, t time.Time) error {
	if t.IsZero() {
		return nil
	}
	return checkInstant(field, t)
}

// inRequest says of an error of [Rules.Check] where it is in what has the request in a field.
func inRequest(err error) error {
	var found faults
	for _, one := range each(err) {
		if wrong, ok := errors.AsType[*RequestError](one); ok && wrong.Field != "at" {
			one = inField("request", one)
		}
		found = found.with(one)
	}
	return found.err()
}

func checkName[T ~uint8](field string, names enum.Names[T], value T) error {
	if value == 0 || names.Valid(value) {
		return nil
	}
	return requestError(field, names.Text(value), "one of "+names.List())
}

// AllowedUntil is the cancellationAllowedUntilDate of a subscription in Partner Center: an instant until which it can be
// cancelled, or null, which is not at all. In JSON it is the same.
//
// The zero AllowedUntil means that Partner Center has not been asked. It is left out of JSON where the field says
// omitzero, as [Request.AllowedUntil] does.
type AllowedUntil struct {
	at    time.Time
	given bool
}

// Allowed gives an instant until which Partner Center lets a purchase be cancelled. The zero time is [NotAllowed].
func Allowed(until time.Time) AllowedUntil {
	if until.IsZero() {
		return NotAllowed()
	}
	return AllowedUntil{until.UTC(), true}
}

// NotAllowed gives the null of Partner Center: the purchase cannot be cancelled.
func NotAllowed() AllowedUntil { return AllowedUntil{given: true} }

// IsZero reports whether Partner Center has not been asked.
func (u AllowedUntil) IsZero() bool { return !u.given }

// Until gives the instant in UTC, and whether there is one.
func (u AllowedUntil) Until() (time.Time, bool) { return u.at, u.given && !u.at.IsZero() }

// Equal reports whether both say the same.
func (u AllowedUntil) Equal(other AllowedUntil) bool {
	return u.given == other.given && u.at.Equal(other.at)
}

// MarshalJSON gives the instant, and null where there is none.
func (u AllowedUntil) MarshalJSON() ([]byte, error) {
	if u.at.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(u.at)
}

// UnmarshalJSON reads an instant in the form of RFC 3339, and null as [NotAllowed]. Anything else wraps [ErrAllowedUntil]. On
// an error it leaves u as it was.
func (u *AllowedUntil) UnmarshalJSON(data []byte) error {
	var at time.Time
	if err := terms.Decode(bytes.NewReader(data), &at); err != nil {
		want := "an instant, as in 2021-11-14T23:59:00Z"
		if wrong, ok := errors.AsType[*terms.ParseError](err); ok {
			want = wrong.Want
		}
		return &terms.ParseError{Input: excerpt.Of(string(data)), Want: want + ", or null", Err: ErrAllowedUntil}
	}
	*u = Allowed(at)
	return nil
}
