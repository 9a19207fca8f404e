package main

import (
	"net/http"
	"sync/atomic"

	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// A service answers questions. Requests that run while the overlay is swapped are answered by the one or by the other, and
// never by parts of both: each takes the rulebook once.
type service struct {
	read  func() ([]byte, error) // the operator's file
	rules atomic.Pointer[rulebook]
	book  *rulesmsg.Book
}

// newService makes the service, with the overlay that there is now.
func newService(read func() ([]byte, error)) (http.Handler, error) {
	book, err := rulesmsg.New(credit.Messages(), cancellation.Messages(), markets.Messages())
	if err != nil {
		return nil, err
	}
	s := &service{read: read, book: book.WithMarkets(nameOf)}
	if err := s.reload(); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /credit/topup", s.topUp)
	mux.HandleFunc("POST /cancellation/check", s.cancel)
	mux.HandleFunc("POST /reload", s.reloaded)
	return mux, nil
}

// nameOf gives the name of a market in a language of messages.
func nameOf(code string, l rulesmsg.Language) string {
	market, err := markets.ParseMarket(code)
	if err != nil {
		return ""
	}
	language, err := markets.ParseLanguage(l.String())
	if err != nil {
		return ""
	}
	return market.Name(language)
}

func (s *service) reload() error {
	file, err := s.read()
	if err != nil {
		return err
	}
	made, err := newRulebook(file)
	if err != nil {
		return err
	}
	s.rules.Store(made)
	return nil
}

func (s *service) reloaded(w http.ResponseWriter, _ *http.Request) {
	if err := s.reload(); err != nil {
		refuse(w, http.StatusUnprocessableEntity, err)
		return
	}
	writeJSON(w, http.StatusOK, s.rules.Load().overlay)
}

func (s *service) printer(r *http.Request) rulesmsg.Printer {
	return s.book.For(r.Header.Get("Accept-Language"))
}
