package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
)

// holding is a subscription with its file and what is answered about it.
type holding struct {
	file         string
	subscription cancellation.Subscription
	request      cancellation.RefundRequest
	answer       cancellation.Answer
	money        cancellation.RefundAnswer // zero where there is no price
}

// findings are what the files hold, and what is wrong with them.
type findings struct {
	prices   map[string]terms.Money
	holdings []holding
	mistakes []error
}

// read reads all files. Only what is no folder, and prices that cannot be read, are an error: what is wrong in a file of subscriptions
// is a mistake, and the others are read all the same.
func read(in input) (findings, error) {
	var found findings
	if err := terms.Decode(bytes.NewReader(in.prices), &found.prices); err != nil {
		return found, fmt.Errorf("prices: %w", err)
	}
	names, err := fs.Glob(in.folder, "*.json")
	if err != nil {
		return found, err
	}
	if len(names) == 0 {
		return found, errors.New("the folder of subscriptions has no *.json")
	}
	first := map[string]string{}
	for _, name := range names {
		text, err := fs.ReadFile(in.folder, name)
		if err != nil {
			return found, err
		}
		subscriptions, err := cancellation.ReadSubscriptions(name, bytes.NewReader(text))
		if wrong, ok := errors.AsType[cancellation.FileErrors](err); ok {
			found.mistakes = append(found.mistakes, wrong.Unwrap()...)
		}
		for _, s := range subscriptions {
			if other, isTwice := first[s.ID]; isTwice {
				found.mistakes = append(found.mistakes, &cancellation.FileError{File: name, Err: fmt.Errorf("id %q stands in %s, too", s.ID, other)})
				continue
			}
			first[s.ID] = name
			found.holdings = append(found.holdings, holding{file: name, subscription: s})
		}
	}
	return found, nil
}

// answers are what is answered about the holdings.
type answers struct {
	findings

	calendar cancellation.Calendar
	explain  string // what one that cannot be cancelled answers
}

// ask asks about every holding. One that cannot be answered is a mistake.
func (f findings) ask(o options) (answers, error) {
	asker := cancellation.Asker{AdminAgent: o.adminAgent}
	all := answers{findings: findings{mistakes: f.mistakes}}
	var questions []cancellation.Holding
	for _, h := range f.holdings {
		answered, err := h.asked(f.prices[h.subscription.OfferID], asker, o)
		if err != nil {
			all.mistakes = append(all.mistakes, &cancellation.FileError{File: h.file, Err: fmt.Errorf("subscription %s: %w", h.subscription.ID, err)})
			continue
		}
		all.holdings = append(all.holdings, answered)
		questions = append(questions, h.subscription.Holding(asker, answered.money.Stake()))
	}
	var err error
	if all.calendar, err = cancellation.NewCalendar(questions, o.at); err != nil {
		return all, err
	}
	return all, all.choose(o.explain)
}

// asked gives the holding with its answers, with amounts where there is a price.
func (h holding) asked(price terms.Money, asker cancellation.Asker, o options) (holding, error) {
	h.request = h.subscription.RefundRequest(asker, price)
	var err error
	if h.answer, err = cancellation.Check(h.request.Request, o.at); err != nil || price.IsZero() {
		return h, err
	}
	h.money, err = cancellation.CheckRefund(h.request, o.at)
	return h, err
}

// choose picks the holding to explain: the one of an id, or the first that cannot be cancelled.
func (a *answers) choose(id string) error {
	for _, h := range a.holdings {
		switch h.answer.Verdict {
		case cancellation.Closed, cancellation.Never, cancellation.Refused:
		default:
			if id == "" {
				continue
			}
		}
		if id == "" || h.subscription.ID == id {
			a.explain = h.subscription.FriendlyName + ", " + h.subscription.ID + ": " + h.answer.String()
			return nil
		}
	}
	if id != "" {
		return fmt.Errorf("-explain %q: no subscription of that id was answered", id)
	}
	return nil
}
