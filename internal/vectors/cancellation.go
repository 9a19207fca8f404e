package vectors

import (
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

type checked struct {
	ruleChanges

	Request cancellation.Request `json:"request"`
	At      time.Time            `json:"at"`
}

func check(in checked) (cancellation.Answer, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.Answer{}, err
	}
	return decidedBy.Check(in.Request, in.At)
}

type checkedSeats struct {
	ruleChanges

	Request cancellation.SeatRequest `json:"request"`
	At      time.Time                `json:"at"`
}

func checkSeats(in checkedSeats) (cancellation.SeatAnswer, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.SeatAnswer{}, err
	}
	return decidedBy.CheckSeats(in.Request, in.At)
}

type closing struct {
	Window   cancellation.Window   `json:"window"`
	Opened   time.Time             `json:"opened"`
	Boundary cancellation.Boundary `json:"boundary"`
}

func closes(in closing) (time.Time, error) { return in.Window.Closes(in.Opened, in.Boundary) }

type figureOn struct {
	ruleChanges

	Product cancellation.Product `json:"product"`
	Day     terms.Day            `json:"day"`
}

func windowOn(in figureOn) (rules.Reading[cancellation.Window], error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return rules.Reading[cancellation.Window]{}, err
	}
	return decidedBy.WindowOn(in.Product, in.Day)
}

type cancelled struct {
	ruleChanges

	Purchase  cancellation.Purchase `json:"purchase"`
	Cancelled time.Time             `json:"cancelled"`
}

func after(in cancelled) (cancellation.Effects, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.Effects{}, err
	}
	return decidedBy.After(in.Purchase, in.Cancelled)
}

type atHand struct {
	ruleChanges

	Day         terms.Day                `json:"day"`
	Particulars cancellation.Particulars `json:"particulars"`
}

func checkParticulars(in atHand) (cancellation.Readiness, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.Readiness{}, err
	}
	return decidedBy.CheckParticulars(in.Day, in.Particulars), nil
}

type supported struct {
	ruleChanges

	Day     terms.Day                   `json:"day"`
	Request cancellation.SupportRequest `json:"request"`
}

func checkSupportRequest(in supported) (cancellation.Readiness, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.Readiness{}, err
	}
	return decidedBy.CheckSupportRequest(in.Day, in.Request), nil
}

func invoiceDays(day terms.Day) (terms.Span, error) { return cancellation.InvoiceDays(day), nil }

type refunded struct {
	ruleChanges

	Request cancellation.RefundRequest `json:"request"`
	At      time.Time                  `json:"at"`
}

func checkRefund(in refunded) (cancellation.RefundAnswer, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.RefundAnswer{}, err
	}
	return decidedBy.CheckRefund(in.Request, in.At)
}

type givenBack struct {
	ruleChanges

	Request cancellation.ReservationRequest `json:"request"`
	At      time.Time                       `json:"at"`
}

func checkReservation(in givenBack) (cancellation.ReservationAnswer, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.ReservationAnswer{}, err
	}
	return decidedBy.CheckReservation(in.Request, in.At)
}

type pooled struct {
	ruleChanges

	Returns []cancellation.ReservationReturn `json:"returns"`
	Day     terms.Day                        `json:"day"`
}

func reservationPool(in pooled) (cancellation.Pool, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.Pool{}, err
	}
	return decidedBy.ReservationPool(in.Returns, in.Day)
}

type chosen struct {
	ruleChanges

	Request cancellation.ChoiceRequest `json:"request"`
	At      time.Time                  `json:"at"`
}

func compareChoices(in chosen) (cancellation.Choices, error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return cancellation.Choices{}, err
	}
	return decidedBy.CompareChoices(in.Request, in.At)
}

type exchange struct {
	ruleChanges

	Day   terms.Day                  `json:"day"`
	Facts cancellation.ExchangeFacts `json:"facts"`
}

func mayExchange(in exchange) (rules.Decision[rules.Truth], error) {
	decidedBy, err := rulesOf(cancellation.Published(), in.ruleChanges)
	if err != nil {
		return rules.Decision[rules.Truth]{}, err
	}
	decision := decidedBy.MayExchange(in.Day, in.Facts)
	return decision, decided(decision)
}
