package main

import (
	"encoding/json"
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func (d *desk) order(raw json.RawMessage) error {
	var q struct {
		Day   terms.Day       `json:"day"`
		Order licensing.Order `json:"order"`
	}
	if err := read(raw, &q); err != nil {
		return err
	}
	return show(d.w, "may order", d.rules.MayOrder(q.Day, q.Order), d.rules.OrderSet().Fact)
}

// task asks about one role, or without one which roles there are.
func (d *desk) task(raw json.RawMessage) error {
	var q struct {
		Day terms.Day `json:"day"`
		licensing.TaskFacts
	}
	if err := read(raw, &q); err != nil {
		return err
	}
	if q.Role == 0 && q.Task != 0 {
		permitted, err := d.rules.RolesFor(q.Day, q.Task)
		if err != nil {
			return err
		}
		for _, p := range permitted {
			if err := show(d.w, fmt.Sprintf("%s as %s", q.Task, p.Role), p.Decision, d.rules.TaskSet().Fact); err != nil {
				return err
			}
		}
		return nil
	}
	what := or(q.Task.String(), "a task") + " as " + or(q.Role.String(), "somebody")
	return show(d.w, what, d.rules.MayPerform(q.Day, q.TaskFacts), d.rules.TaskSet().Fact)
}

func (d *desk) duty(raw json.RawMessage) error {
	var q struct {
		Day terms.Day `json:"day"`
		licensing.DutyCase
	}
	if err := read(raw, &q); err != nil {
		return err
	}
	what := or(q.Duty.String(), "a duty") + " for " + or(q.For.String(), "somebody")
	return show(d.w, what, d.rules.DoneBy(q.Day, q.DutyCase), d.rules.DutySet().Fact)
}

// open asks whether Azure in Open can be bought. What is known of the country is a question of its own.
func (d *desk) open(raw json.RawMessage) error {
	var q struct {
		Day terms.Day `json:"day"`
		licensing.OpenPurchase
	}
	if err := read(raw, &q); err != nil {
		return err
	}
	a := d.rules.MayBuyInOpen(q.Day, q.OpenPurchase)
	for _, part := range []struct {
		what string
		may  rules.Decision[rules.Truth]
		ask  facts
	}{
		{"may buy Azure in Open", a.Decision, d.rules.OpenPurchaseSet().Fact},
		{"the programme sells", a.Programme, d.rules.ChannelSet().Fact},
		{"available in the country", a.Country, d.rules.Markets().OpenOfferSet().Fact},
	} {
		// What the answer does not depend on need not be asked for.
		if part.may.Status == rules.Undetermined && a.Decision.Status != rules.Undetermined {
			continue
		}
		if err := show(d.w, part.what, part.may, part.ask); err != nil {
			return err
		}
	}
	if a.Programme.Outcome == rules.No {
		sells, err := d.rules.AzureChannels(q.Day)
		if err != nil {
			return err
		}
		d.line("sells on the day: %v", sells)
	}
	return nil
}
