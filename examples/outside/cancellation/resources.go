package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

// customer is whose subscriptions the resources are.
const customer = "11111111-2222-3333-4444-555555555555"

// agent is who asks about the resources.
var agent = cancellation.Asker{AdminAgent: rules.Yes}

// resources answers for the subscriptions of Partner Center. Of a file with faults those that are sound are answered for.
func resources(w io.Writer, o options) error {
	heading(w, "Subscriptions of Partner Center")
	var holdings []cancellation.Holding
	for _, name := range []string{"subscriptions.json", "pascalcase.json", "contradictory.json", "notaresource.json"} {
		data, err := os.ReadFile(filepath.Join(o.data, name))
		if err != nil {
			return err
		}
		subs, err := cancellation.ReadSubscriptions(name, bytes.NewReader(data))
		fmt.Fprintf(w, "\n%s: %d sound\n", name, len(subs))
		if err != nil {
			showError(w, err)
		}
		for _, s := range subs {
			if err := resource(w, o, s); err != nil {
				showError(w, err)
			}
			holdings = append(holdings, s.Holding(agent, terms.Money{}))
		}
	}
	fmt.Fprintln(w)
	c, err := cancellation.NewCalendar(holdings, o.at)
	if err != nil {
		return err
	}
	lines(w, c)
	return nil
}

func resource(w io.Writer, o options, s cancellation.Subscription) error {
	fmt.Fprintf(w, "\n%s, %s: %s\n", s.ID, s.FriendlyName, or(s.Product()))
	if s.Status != "active" {
		line(w, "it is %s in Partner Center; the answers below do not go by that", s.Status)
	}
	line(w, "refund by its own options %s", or(s.RefundAt(o.at)))
	err := errors.Join(
		show(w, showRefund)(cancellation.CheckRefund(s.RefundRequest(agent, o.price), o.at)),
		show(w, showSeats)(cancellation.CheckSeats(s.SeatRequest(agent), o.at)),
	)
	call, callErr := s.CancelCall(customer)
	if callErr == nil {
		showCall(w, call)
	}
	return errors.Join(err, callErr, kept(s))
}

// kept sees to it that a resource survives being written and read, fields that are not known included.
func kept(s cancellation.Subscription) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	back, err := cancellation.ReadSubscriptions(s.ID, bytes.NewReader(data))
	if err != nil {
		return err
	}
	if len(back) != 1 || !back[0].Equal(s) {
		return errors.New("what was written is not what was read")
	}
	return nil
}
