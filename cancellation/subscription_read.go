package cancellation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
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

// Error gives the file and the trouble.
func (e *FileError) Error() string { return fmt.Sprintf("cancellation: %s: %v", e.File, e.Err) }

// Unwrap gives the trouble.
func (e *FileError) Unwrap() error { return e.Err }

// ReadSubscriptions reads what Partner Center returns: one subscription, or a collection of them under items. File names the
// source in errors.
//
// Everything that is wrong is reported at once, each a [FileError]: JSON that is none, fields that cannot be read, and what
// [Subscription.Check] says. The subscriptions that are sound are given all the same.
func ReadSubscriptions(file string, r io.Reader) ([]Subscription, error) {
	var raw json.RawMessage
	if err := terms.Decode(r, &raw); err != nil {
		return nil, &FileError{file, err}
	}
	items, under, err := itemsOf(raw)
	if err != nil {
		return nil, &FileError{file, err}
	}
	var sound []Subscription
	var errs []error
	for i, item := range items {
		var s Subscription
		err := s.UnmarshalJSON(item)
		if err == nil {
			err = s.Check()
		}
		if err == nil {
			sound = append(sound, s)
			continue
		}
		for _, wrong := range each(err) {
			if under != "" {
				wrong = within(under, within(strconv.Itoa(i), wrong))
			}
			errs = append(errs, &FileError{file, wrong})
		}
	}
	return sound, errors.Join(errs...)
}

// each gives the errors that [Subscription.Check] joined, or the one error there is.
func each(err error) []error {
	if joined, ok := errors.AsType[contradictions](err); ok {
		return joined
	}
	return []error{err}
}

// itemsOf gives the resources in what Partner Center returned, and under which name they stand if it was a collection.
func itemsOf(raw json.RawMessage) ([]json.RawMessage, string, error) {
	members, err := membersOf(raw)
	if err != nil {
		return nil, "", err
	}
	for _, m := range members {
		if !strings.EqualFold(m.name, "items") {
			continue
		}
		var items []json.RawMessage
		if err := json.Unmarshal(m.value, &items); err != nil {
			return nil, "", within(m.name, unreadable(m.value, "a list of subscriptions"))
		}
		return items, m.name, nil
	}
	return []json.RawMessage{raw}, "", nil
}

// Check reports where the resource contradicts itself, everything at once, each a [terms.DecodeError] with the path of the
// field that wraps [ErrResource]: it has no id, ends before it starts, can be cancelled until before it starts, or lets more seats
// be given back than there are.
func (s Subscription) Check() error {
	var found contradictions
	if s.ID == "" {
		found = append(found, resourceError("id", "it is not given; want the subscription's id"))
	}
	if s.Quantity < 0 {
		found = append(found, resourceError("quantity", "it is %d; want 0 or more", s.Quantity))
	}
	found = append(found, s.checkDays()...)
	if err := s.checkSeats(); err != nil {
		found = append(found, err)
	}
	if len(found) == 0 {
		return nil
	}
	return found
}

// contradictions are everything that is wrong with one resource.
type contradictions []error

// Error gives each on a line of its own.
func (c contradictions) Error() string { return errors.Join(c...).Error() }

// Unwrap gives them.
func (c contradictions) Unwrap() []error { return c }

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

func (s Subscription) checkSeats() error {
	q := s.RefundableQuantity
	sum := 0
	for i, batch := range q.Details {
		if batch.Quantity < 0 || batch.Quantity > mostSeats {
			return within("refundableQuantity", within("details", within(strconv.Itoa(i),
				resourceError("quantity", "it is %d; want 0 to %d", batch.Quantity, mostSeats))))
		}
		sum += batch.Quantity
	}
	switch {
	case sum != q.TotalQuantity:
		return within("refundableQuantity", resourceError("totalQuantity", "it is %d, and the batches add up to %d", q.TotalQuantity, sum))
	case sum > s.Quantity:
		return within("refundableQuantity", resourceError("totalQuantity", "it is %d, of %d seats", q.TotalQuantity, s.Quantity))
	}
	return nil
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
