package cancellation

import (
	"bytes"
	"encoding/json"
	"maps"
	"strconv"
)

// A Meaning is what an error code of Partner Center means for a cancellation. The zero Meaning is of a code that is not
// known here.
type Meaning uint8

const (
	// MeaningWindowPassed is that the cancellation window has passed.
	MeaningWindowPassed Meaning = iota + 1
	// MeaningReductionWindowPassed is that the window for reducing seats has passed.
	MeaningReductionWindowPassed
	// MeaningNotCancellable is that the order or subscription cannot be cancelled at all.
	MeaningNotCancellable
	// MeaningPatchSubscription is that the subscription must be patched, and not the order.
	MeaningPatchSubscription
	// MeaningOnlySoftware is that outside the sandbox only orders of software can be cancelled.
	MeaningOnlySoftware
	// MeaningTryLater is that something else is going on with the subscription or order: try again, after 24 hours at most.
	MeaningTryLater
	// MeaningNoUpdates is that the subscription takes no more updates, now or ever.
	MeaningNoUpdates
	// MeaningReadAgain is that the subscription has changed since it was read.
	MeaningReadAgain
	// MeaningNotPermitted is that whoever asks lacks the role (SW-13).
	MeaningNotPermitted
	// MeaningElsewhere is that it is done in the Azure portal.
	MeaningElsewhere
	// MeaningCancelReservations is that reservations stand in the way of a transfer, and have to be cancelled first.
	MeaningCancelReservations
	// MeaningOther is that it has nothing to do with cancelling.
	MeaningOther
)

// An APIError is an error that Partner Center returned. Its code is a text in the documentation and a number in some samples; either
// is read.
type APIError struct {
	Code        string            `json:"code"`
	Description string            `json:"description"`
	Data        []json.RawMessage `json:"data,omitempty"`
	Source      string            `json:"source,omitempty"`
}

// Error gives the code, what it means, and the description.
func (e *APIError) Error() string {
	meaning := ""
	if m := e.Meaning(); m != 0 {
		meaning = " (" + m.String() + ")"
	}
	return "cancellation: Partner Center: " + e.Code + meaning + ": " + e.Description
}

// ParseAPIError reads the body of an error response. Fields that are not known are left out; a body without a code is
// [ErrResource].
func ParseAPIError(body []byte) (*APIError, error) {
	var read struct {
		Code        json.RawMessage
		Description string
		Data        []json.RawMessage
		Source      string
	}
	if err := json.Unmarshal(body, &read); err != nil {
		return nil, unreadable(body, "an error of Partner Center: code, description, data and source")
	}
	code, ok := codeText(read.Code)
	if !ok {
		return nil, unreadable(body, "an error of Partner Center with a code, as in 900117")
	}
	return &APIError{code, read.Description, read.Data, read.Source}, nil
}

// codeText gives a code that is a text or a whole number.
func codeText(raw json.RawMessage) (string, bool) {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text, text != ""
	}
	number, err := strconv.ParseInt(string(bytes.TrimSpace(raw)), 10, 64)
	return strconv.FormatInt(number, 10), err == nil
}

// Meaning gives what the code means for a cancellation, and the zero Meaning for one that is not known here.
func (e *APIError) Meaning() Meaning { return meanings[e.Code] }

// Window gives the window that the description says has passed, as in "your 7-day cancellation window" or "72-hour", and whether it
// says one: so many days or hours before the word, in English. Only of a code whose meaning is that a window has passed is a number of
// days read as one. It is what Partner Center goes by, where the record's own window is another.
func (e *APIError) Window() (Window, bool) {
	found := windowInWords.FindStringSubmatch(e.Description)
	if found == nil || e.Meaning() != MeaningWindowPassed && e.Meaning() != MeaningReductionWindowPassed {
		return Window{}, false
	}
	n, err := strconv.Atoi(found[1])
	if err != nil {
		return Window{}, false
	}
	unit := Days
	if found[2] == "hour" {
		unit = Hours
	}
	w, err := unit(n)
	return w, err == nil
}

// ErrorCodes gives every code that is known here with its meaning: those of Partner Center's page of REST error codes, of 15 June 2023,
// that have to do with cancelling or reducing, and those that are met beside them ([MeaningOther]). Partner Center has others; a code
// that is not here says nothing of cancelling. The map is the caller's own.
func ErrorCodes() map[string]Meaning { return maps.Clone(meanings) }
