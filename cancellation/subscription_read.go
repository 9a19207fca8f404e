package cancellation

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cloudterms/terms"
)

// A FileError says in which file something is wrong, and where in it.
type FileError struct {
	File string // as it was named to [ReadSubscriptions]
	Err  error  // a [terms.DecodeError] with the path, if it is at one place
}

// Error gives the file, the place and the trouble.
func (e *FileError) Error() string { return "cancellation: " + e.File + ": " + plain(e.Err) }

// Unwrap gives the trouble.
func (e *FileError) Unwrap() error { return e.Err }

// FileErrors are everything that is wrong in what was read. errors.As finds them in what [ReadSubscriptions] gives, and, for who
// wants no more than one, a [FileError].
type FileErrors []*FileError

// Error gives each on a line of its own.
func (e FileErrors) Error() string { return errors.Join(e.Unwrap()...).Error() }

// Unwrap gives them.
func (e FileErrors) Unwrap() []error {
	errs := make([]error, len(e))
	for i, one := range e {
		errs[i] = one
	}
	return errs
}

// ReadSubscriptions reads what Partner Center returns: one subscription, a collection of them under items, or a list of them. File
// names the source in errors.
//
// Everything that is wrong is reported at once, as [FileErrors]: JSON that is none, fields that cannot be read, and what
// [Subscription.Check] says. The subscriptions that are sound are given all the same.
func ReadSubscriptions(file string, r io.Reader) ([]Subscription, error) {
	var raw json.RawMessage
	if err := terms.Decode(r, &raw); err != nil {
		return nil, inFile(file, err)
	}
	items, under, err := itemsOf(raw)
	if err != nil {
		return nil, inFile(file, err)
	}
	var sound []Subscription
	var found faults
	for i, item := range items {
		s, err := readChecked(item)
		if err == nil {
			sound = append(sound, s)
			continue
		}
		for _, name := range under(i) {
			err = within(name, err)
		}
		found = found.with(err)
	}
	if len(found) > 0 {
		return sound, inFile(file, found)
	}
	return sound, nil
}

// readChecked reads a resource, and reports all that is wrong with it: what cannot be read, and, of what can, what contradicts itself.
func readChecked(data []byte) (Subscription, error) {
	var s Subscription
	members, err := membersOf(data)
	if err != nil {
		return s, err
	}
	all, known := subscriptionFields(&s)
	all.members = members
	found := decodeMembers(members, known)
	if err := s.Check(); err != nil {
		for _, wrong := range each(err) {
			if !found.spoil(wrong) {
				found = found.with(wrong)
			}
		}
	}
	return s, found.err()
}

// spoil reports whether a field that cannot be read is one that a contradiction rests on.
func (f faults) spoil(contradiction error) bool {
	about := memberOf(contradiction)
	return slices.ContainsFunc(f, func(unread error) bool {
		member := memberOf(unread)
		return member == about || member == "quantity" && about == "refundablequantity"
	})
}

// memberOf gives the name, in small letters, of the member of the resource in which an error is.
func memberOf(err error) string {
	wrong, ok := errors.AsType[*terms.DecodeError](err)
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(wrong.Path, "/"), "/")
	return strings.ToLower(name)
}

func inFile(file string, err error) FileErrors {
	var all FileErrors
	for _, one := range each(err) {
		all = append(all, &FileError{file, one})
	}
	return all
}

// itemsOf gives the resources in what Partner Center returned, and by what names, the innermost first, each of them is found.
func itemsOf(raw json.RawMessage) ([]json.RawMessage, func(i int) []string, error) {
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) == nil {
		return items, func(i int) []string { return []string{strconv.Itoa(i)} }, nil
	}
	members, err := membersOf(raw)
	if err != nil {
		return nil, nil, err
	}
	for _, m := range members {
		if !strings.EqualFold(m.name, "items") {
			continue
		}
		if err := json.Unmarshal(m.value, &items); err != nil {
			return nil, nil, within(m.name, unreadable(m.value, "a list of subscriptions"))
		}
		return items, func(i int) []string { return []string{strconv.Itoa(i), m.name} }, nil
	}
	return []json.RawMessage{raw}, func(int) []string { return nil }, nil
}

// Check reports where the resource contradicts itself, everything at once, each a [terms.DecodeError] with the path of the
// field that wraps [ErrResource], as Unwrap() []error where there are several: it has no id, ends before it starts, can be cancelled until before it starts, or lets more seats
// be given back than there are.
func (s Subscription) Check() error {
	var found faults
	if s.ID == "" {
		found = found.with(resourceError("id", "it is not given; want the subscription's id"))
	}
	if s.Quantity < 0 {
		found = found.with(resourceError("quantity", "it is %d; want 0 or more", s.Quantity))
	}
	found = append(found, s.checkDays()...)
	found = append(found, s.checkSeats()...)
	return found.err()
}

func (s Subscription) checkDays() []error {
	var errs []error
	for _, end := range []struct {
		name string
		at   time.Time
	}{
		{"commitmentEndDate", endOfDayOf(s.CommitmentEndDate)},
		{"commitmentEndDateTime", s.CommitmentEndDateTime},
		{"cancellationAllowedUntilDate", s.CancellationAllowedUntilDate.at},
	} {
		if !end.at.IsZero() && !s.EffectiveStartDate.IsZero() && end.at.Before(s.EffectiveStartDate) {
			errs = append(errs, resourceError(end.name, "it lies before effectiveStartDate, %s", instantText(s.EffectiveStartDate)))
		}
	}
	return errs
}

// endOfDayOf gives the end of the day of an instant: a commitment ends with the whole of its last day.
func endOfDayOf(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return endOf(terms.DayOf(t))
}

func (s Subscription) checkSeats() faults {
	q := s.RefundableQuantity
	var found faults
	sum := 0
	for i, batch := range q.Details {
		if batch.Quantity < 0 || batch.Quantity > mostSeats {
			found = found.with(within("refundableQuantity", within("details", within(strconv.Itoa(i),
				resourceError("quantity", "it is %d; want 0 to %d", batch.Quantity, mostSeats)))))
			continue
		}
		sum += batch.Quantity
	}
	switch {
	case len(found) > 0: // of which the sum says nothing
	case sum != q.TotalQuantity:
		found = found.with(within("refundableQuantity", resourceError("totalQuantity", "it is %d, and the batches add up to %d", q.TotalQuantity, sum)))
	case sum > s.Quantity && s.Quantity >= 0:
		found = found.with(within("refundableQuantity", resourceError("totalQuantity", "it is %d, of %s", q.TotalQuantity, seatsText(s.Quantity))))
	}
	return found
}

// Equal reports whether both write the same JSON, whatever the order of the fields.
func (s Subscription) Equal(other Subscription) bool {
	mine, err := json.Marshal(s)
	others, err2 := json.Marshal(other)
	return err == nil && err2 == nil && reflect.DeepEqual(unordered(mine), unordered(others))
}

// unordered gives JSON as Go values, numbers as they are written.
func unordered(data []byte) any {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var value any
	_ = d.Decode(&value) // it was just written
	return value
}
