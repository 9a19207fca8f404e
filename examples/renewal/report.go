package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// A printer prints what the library answers. It writes to memory, where nothing fails.
type printer struct {
	out   io.Writer
	asked question
}

func (p printer) line(format string, args ...any) { say(p.out, format+"\n", args...) }

// table prints rows in columns.
func (p printer) table(rows [][]string) {
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		say(w, "  %s\n", strings.TrimRight(strings.Join(row, "\t"), "\t "))
	}
	_ = w.Flush()
}

func (p printer) opening() {
	q := p.asked.request
	p.line("%s on %s: %s", q.Subscription.Product, q.Day, state(q.Subscription, q.Day))
	p.line("Wanted: %s", wanted(q.Goal))
	p.line("")
	p.line("Keys")
	var rows [][]string
	for _, key := range q.Keys {
		rows = append(rows, []string{p.name(key.ID), strconv.Itoa(key.Licences), key.ID})
	}
	p.table(rows)
}

// state says what a subscription is on a day.
func state(s licensing.Subscription, day terms.Day) string {
	switch {
	case s.Status != licensing.StatusActive:
		return s.Status.String()
	case s.End.Before(day):
		return fmt.Sprintf("expired on %s", s.End)
	default:
		return fmt.Sprintf("%d licences to %s", s.Licences, s.End)
	}
}

func wanted(g licensing.Goal) string {
	var parts []string
	if g.Licences > 0 {
		parts = append(parts, fmt.Sprintf("%d licences", g.Licences))
	}
	if !g.End.IsZero() {
		parts = append(parts, "to "+g.End.String()+" or later")
	}
	return strings.Join(parts, " ")
}

// name gives a key as people know it, masked.
func (p printer) name(id string) string {
	return "…" + strings.TrimLeft(p.asked.keys[id].String(), "*-")
}

func (p printer) courses(courses []licensing.Course) {
	p.line("")
	p.line("What all keys together come to")
	rows := [][]string{{"", "licences", "to", "seat-months", "wanted"}}
	for _, course := range courses {
		rows = append(rows, p.courseRow(course))
	}
	p.table(rows)
	for _, course := range courses {
		if course.IsRefused() {
			p.line("  %s is not possible, because of %s:", courseName(course.Kind), p.name(course.RefusedKey))
			p.reasons("    ", course.Refusal)
		}
	}
}

func (p printer) courseRow(c licensing.Course) []string {
	if c.IsRefused() {
		return []string{courseName(c.Kind), "-", "-", "-", "-"}
	}
	licences := make([]string, len(c.Stretches))
	ends := make([]string, len(c.Stretches))
	for i, s := range c.Stretches {
		licences[i], ends[i] = strconv.Itoa(s.Licences), s.End.String()
	}
	met := "no"
	if c.MeetsGoal {
		met = "yes"
	}
	return []string{courseName(c.Kind), strings.Join(licences, ", then "), strings.Join(ends, ", then "), c.SeatMonths.Text(1), met}
}

func courseName(kind licensing.CourseKind) string {
	switch kind {
	case licensing.CourseKeep:
		return "keep the keys"
	case licensing.CourseAddLicences:
		return "add licences"
	case licensing.CourseExtendEndDate:
		return "extend the end date"
	default:
		return "let it lapse, start anew"
	}
}

// reasons prints the rules that refuse something, or the facts that are missing.
func (p printer) reasons(indent string, d rules.Decision[rules.Truth]) {
	for _, f := range d.Findings {
		if f.Says == rules.No {
			p.line("%s%s [%s]", indent, f.Text, source(f))
		}
	}
	for _, fact := range d.Missing {
		p.line("%sIt is not given: %s.", indent, fact)
	}
}

// source names what a rule stands on: the fact of the register, or the document.
func source(f rules.Finding[rules.Truth]) string {
	if f.Sources[0].Fact != "" {
		return f.Sources[0].Fact
	}
	return f.Sources[0].Document
}

func (p printer) plan(plan licensing.RenewalPlan) {
	p.line("")
	switch {
	case plan.Status == licensing.PlanImpossible:
		p.impossible(plan)
	case plan.Status == licensing.PlanStopped && len(plan.Extension.Results) == 0:
		p.line("No plan: the search was stopped; keys of fewer than %d licences in all are not enough.", plan.FewestOnKeys)
	case len(plan.Extension.Results) == 0:
		p.line("Plan: redeem no key, the goal is met.")
	default:
		p.steps(plan)
	}
	for _, excluded := range plan.Excluded {
		p.line("Left out: %s", p.name(excluded.Key))
		p.reasons("  ", excluded.Decision)
	}
}

func (p printer) steps(plan licensing.RenewalPlan) {
	p.line("Plan")
	var rows [][]string
	for i, step := range plan.Extension.Results {
		rows = append(rows, []string{
			fmt.Sprintf("%d. redeem %s", i+1, p.name(step.Key)), actionName(step.Action), fmt.Sprintf("%d licences", step.Licences),
			fmt.Sprintf("to %s", step.End), source(step.Decision.Findings[0]),
		})
	}
	p.table(rows)
	p.line("Wasted: %s beyond what is wanted; %s are left over by rounding.", plan.Wasted.Text(1), plan.Extension.LeftOver.Text(1))
	if plan.Status == licensing.PlanStopped {
		p.line("The search was stopped: a plan that wastes less may be there.")
	}
	if len(plan.Kept) > 0 {
		names := make([]string, len(plan.Kept))
		for i, id := range plan.Kept {
			names[i] = p.name(id)
		}
		p.line("Kept: %s", strings.Join(names, ", "))
	}
}

func actionName(a licensing.KeyAction) string {
	switch a {
	case licensing.ExtendEndDate:
		return "to extend the end date"
	case licensing.AddLicences:
		return "to add licences"
	default:
		return "to activate the subscription"
	}
}

func (p printer) impossible(plan licensing.RenewalPlan) {
	switch plan.Obstacle {
	case licensing.ObstacleNoKeys:
		p.line("No plan: there is no key that may be redeemed.")
	case licensing.ObstacleTooFewLicences:
		p.line("No plan: with all keys there are %d licences.", plan.MostLicences)
	case licensing.ObstacleTooLittleTime:
		p.line("No plan: the keys bring too little time.")
	case licensing.ObstacleRefused:
		p.line("No plan: there is time enough on the keys, but redemptions on the way are refused.")
	default:
		p.line("No plan: there is time enough on the keys, but a key cannot be divided, and rounding takes the last day.")
	}
	if !plan.LatestEnd.IsZero() {
		p.line("With the wanted licences the latest end date is %s.", plan.LatestEnd)
	}
	p.reasons("  ", plan.Refusal)
}
