package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
)

// A request is customers as they come from the shop's forms, and the companies through which the shop sells.
type request struct {
	Day       terms.Day  `json:"day"`
	Partners  []partner  `json:"partners"`
	Customers []customer `json:"customers"`
}

// A partner is one of the shop's own companies. The shop keeps its location as a code, so a wrong one is a fault.
type partner struct {
	Name     string         `json:"name"`
	Location markets.Market `json:"location"`
}

// A customer is what somebody wrote. All of it may be wrong.
type customer struct {
	ID       string    `json:"id"`
	Country  string    `json:"country"`            // a code or a name
	Language string    `json:"language,omitempty"` // of the form, as in sv-SE; any, if it is not known
	Day      terms.Day `json:"day,omitzero"`       // of the order, if it is not the request's
}

func readRequest(in io.Reader) (request, error) {
	var r request
	if err := terms.Decode(in, &r); err != nil {
		return request{}, err
	}
	if r.Day.IsZero() {
		return request{}, errors.New("markets: the request has no day")
	}
	// A code that is left out is read as no market.
	for _, p := range r.Partners {
		if p.Location.IsZero() {
			return request{}, fmt.Errorf("markets: partner %s has no location", p.Name)
		}
	}
	return r, nil
}
