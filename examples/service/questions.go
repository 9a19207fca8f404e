package main

import (
	"net/http"
	"slices"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/credit"
)

// A topUpQuestion asks whether credit may be added by card.
type topUpQuestion struct {
	Day  terms.Day        `json:"day"`
	Wish credit.CardTopUp `json:"wish"`
}

func (s *service) topUp(w http.ResponseWriter, r *http.Request) {
	var q topUpQuestion
	if err := readJSON(w, r, &q); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	a := s.rules.Load().credit.MayTopUp(q.Day, q.Wish)
	p := s.printer(r)
	writeJSON(w, http.StatusOK, answer{p.Language(), slices.Concat(reasons(p, a.Decision), reasons(p, a.Market)), a})
}

// A cancelQuestion asks whether a purchase can be cancelled at an instant.
type cancelQuestion struct {
	Request cancellation.Request `json:"request"`
	At      time.Time            `json:"at"`
}

func (s *service) cancel(w http.ResponseWriter, r *http.Request) {
	var q cancelQuestion
	if err := readJSON(w, r, &q); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	a, err := s.rules.Load().cancellation.Check(q.Request, q.At)
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	p := s.printer(r)
	writeJSON(w, http.StatusOK, answer{p.Language(), slices.Concat(reasons(p, a.Limit), reasons(p, a.Asker), reasons(p, a.Owed)), a})
}
