package vectors

import (
	"errors"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

// cancellationRules are the published rules, or those of a case: with an overlay, or as they were known on a day.
type cancellationRules struct {
	Overlay *rules.Overlay `json:"overlay"`
	Known   terms.Day      `json:"known"`
}

func (c cancellationRules) rules() (*cancellation.Rules, error) {
	decidedBy := cancellation.Published()
	var err, err2 error
	if c.Overlay != nil {
		decidedBy, err = decidedBy.With(*c.Overlay)
	}
	if err == nil && !c.Known.IsZero() {
		decidedBy, err2 = decidedBy.AsKnown(c.Known)
	}
	return decidedBy, errors.Join(err, err2)
}

type checked struct {
	cancellationRules

	Request cancellation.Request `json:"request"`
	At      time.Time            `json:"at"`
}

func check(in checked) (cancellation.Answer, error) {
	decidedBy, err := in.rules()
	if err != nil {
		return cancellation.Answer{}, err
	}
	return decidedBy.Check(in.Request, in.At)
}

type checkedSeats struct {
	cancellationRules

	Request cancellation.SeatRequest `json:"request"`
	At      time.Time                `json:"at"`
}

func checkSeats(in checkedSeats) (cancellation.SeatAnswer, error) {
	decidedBy, err := in.rules()
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
	cancellationRules

	Product cancellation.Product `json:"product"`
	Day     terms.Day            `json:"day"`
}

func windowOn(in figureOn) (rules.Reading[cancellation.Window], error) {
	decidedBy, err := in.rules()
	if err != nil {
		return rules.Reading[cancellation.Window]{}, err
	}
	return decidedBy.WindowOn(in.Product, in.Day)
}

type cancelled struct {
	cancellationRules

	Purchase  cancellation.Purchase `json:"purchase"`
	Cancelled time.Time             `json:"cancelled"`
}

func after(in cancelled) (cancellation.Effects, error) {
	decidedBy, err := in.rules()
	if err != nil {
		return cancellation.Effects{}, err
	}
	return decidedBy.After(in.Purchase, in.Cancelled)
}

type atHand struct {
	cancellationRules

	Day         terms.Day                `json:"day"`
	Particulars cancellation.Particulars `json:"particulars"`
}

func checkParticulars(in atHand) (cancellation.Readiness, error) {
	decidedBy, err := in.rules()
	if err != nil {
		return cancellation.Readiness{}, err
	}
	return decidedBy.CheckParticulars(in.Day, in.Particulars), nil
}

type supported struct {
	cancellationRules

	Day     terms.Day                   `json:"day"`
	Request cancellation.SupportRequest `json:"request"`
}

func checkSupportRequest(in supported) (cancellation.Readiness, error) {
	decidedBy, err := in.rules()
	if err != nil {
		return cancellation.Readiness{}, err
	}
	return decidedBy.CheckSupportRequest(in.Day, in.Request), nil
}

func invoiceDays(day terms.Day) (terms.Span, error) { return cancellation.InvoiceDays(day), nil }
