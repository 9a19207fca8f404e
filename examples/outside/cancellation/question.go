package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
)

// A question is one of the things the service asks, in a shape of the service's own around those of the package.
// Exactly one of the pointers is given.
type question struct {
	Name string    `json:"name"`
	At   time.Time `json:"at,omitzero"`

	Cancel      *cancellation.Request             `json:"cancel,omitempty"`
	Money       *cancellation.RefundRequest       `json:"money,omitempty"`
	Seats       *cancellation.SeatRequest         `json:"seats,omitempty"`
	Choices     *cancellation.ChoiceRequest       `json:"choices,omitempty"`
	Reservation *cancellation.ReservationRequest  `json:"reservation,omitempty"`
	Pool        *[]cancellation.ReservationReturn `json:"pool,omitempty"`
	Exchange    *cancellation.ExchangeFacts       `json:"exchange,omitempty"`
	Owed        *cancellation.Purchase            `json:"owed,omitempty"`
	After       *cancellation.Purchase            `json:"after,omitempty"`
	Particulars *cancellation.Particulars         `json:"particulars,omitempty"`
	Support     *cancellation.SupportRequest      `json:"support,omitempty"`
	Order       *order                            `json:"order,omitempty"`
	APIError    *json.RawMessage                  `json:"apiError,omitempty"`
}

// order is what a cancel call for an order takes.
type order struct {
	Product  cancellation.Product     `json:"product"`
	Customer string                   `json:"customer"`
	Orders   []string                 `json:"orders"`
	Lines    []cancellation.OrderLine `json:"lines,omitempty"`
}

var errNothingAsked = errors.New("the question asks nothing")

// answer answers by some rules, at the question's own instant or, where it has none, at another.
func (q question) answer(w io.Writer, r *cancellation.Rules, at time.Time) error {
	if !q.At.IsZero() {
		at = q.At
	}
	fmt.Fprintf(w, "  asked about %s\n", instant(at))
	day := terms.DayOf(at)
	switch {
	case q.Cancel != nil:
		return show(w, showAnswer)(r.Check(*q.Cancel, at))
	case q.Money != nil:
		return show(w, showRefund)(r.CheckRefund(*q.Money, at))
	case q.Seats != nil:
		return show(w, showSeats)(r.CheckSeats(*q.Seats, at))
	case q.Choices != nil:
		return show(w, showChoices)(r.CompareChoices(*q.Choices, at))
	case q.Reservation != nil:
		return show(w, showReservation)(r.CheckReservation(*q.Reservation, at))
	case q.Pool != nil:
		return show(w, showPool)(r.ReservationPool(*q.Pool, day))
	case q.Exchange != nil:
		showDecision(w, r.MayExchange(day, *q.Exchange))
	case q.Owed != nil:
		showDecision(w, r.OwedFor(day, *q.Owed))
	case q.After != nil:
		return show(w, showEffects)(r.After(*q.After, at))
	case q.Particulars != nil:
		showReadiness(w, r.CheckParticulars(day, *q.Particulars))
	case q.Support != nil:
		showReadiness(w, r.CheckSupportRequest(day, *q.Support))
		showForm(w, *q.Support)
	case q.Order != nil:
		return q.Order.show(w)
	case q.APIError != nil:
		return showAPIError(w, *q.APIError)
	default:
		return errNothingAsked
	}
	return nil
}

// show makes of a function that writes an answer one that takes an answer or an error.
func show[T any](w io.Writer, write func(io.Writer, T)) func(T, error) error {
	return func(answer T, err error) error {
		if err == nil {
			write(w, answer)
		}
		return err
	}
}
