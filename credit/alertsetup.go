package credit

import (
	"errors"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An AlertSubject is what an alert watches: [WatchSubscriptionCredit], [WatchTokenCredit] or [WatchTokenExpiry]. The zero
// AlertSubject is not given.
type AlertSubject uint8

const (
	_ AlertSubject = iota
	// WatchSubscriptionCredit is all credit that remains in the subscription (OPEN-23).
	WatchSubscriptionCredit
	// WatchTokenCredit is the credit that remains of a token (OPEN-21).
	WatchTokenCredit
	// WatchTokenExpiry is the day on which a token expires (OPEN-22).
	WatchTokenExpiry
)

// An AlertSetup is an alert that somebody wants to configure, beside those there are. What is not given is asked for where
// it matters.
type AlertSetup struct {
	Alerts      int          `json:"alerts,omitzero"`      // how many there would be with it, 1 or more; 0 is not given
	Recipients  int          `json:"recipients,omitzero"`  // to how many addresses it would go, 1 or more; 0 is not given
	Watches     AlertSubject `json:"watches,omitzero"`     // what it would watch
	NameTaken   rules.Truth  `json:"nameTaken,omitzero"`   // another alert has its name
	AmountTaken rules.Truth  `json:"amountTaken,omitzero"` // another alert has its amount
}

// AlertSetupFacts is what the rules of [Rules.AlertSetupSet] read: an alert, held against the figures of the day.
type AlertSetupFacts struct {
	AlertSetup

	TooMany           rules.Truth `json:"tooMany,omitzero"`           // there would be more alerts than there can be
	TooManyRecipients rules.Truth `json:"tooManyRecipients,omitzero"` // it would go to more addresses than it can
	AlertLimit        Count       `json:"alertLimit,omitzero"`        // how many alerts there can be
	RecipientLimit    Count       `json:"recipientLimit,omitzero"`    // to how many addresses one can go
}

// An AlertAnswer says whether an alert may be configured, and why.
type AlertAnswer struct {
	Decision rules.Decision[rules.Truth] `json:"decision"`
	// Alerts and Recipients are the figures of the day, with their sources and who changed them.
	Alerts     rules.Reading[Count] `json:"alerts,omitzero"`
	Recipients rules.Reading[Count] `json:"recipients,omitzero"`
}

// Equal reports whether both are the same answer for the same reasons.
func (a AlertAnswer) Equal(other AlertAnswer) bool {
	same := func(a, b Count) bool { return a == b }
	return a.Decision.Equal(other.Decision) && a.Alerts.EqualFunc(other.Alerts, same) &&
		a.Recipients.EqualFunc(other.Recipients, same)
}

// MayConfigureAlert answers whether an alert may be configured on a UTC day, Yes or No: on the credit that remains in the
// subscription, up to five of them, each to at most two addresses (OPEN-20), and no two of one name or amount. The alerts of
// a [Policy] are held to it by [Rules.New].
func (r *Rules) MayConfigureAlert(day terms.Day, setup AlertSetup) AlertAnswer {
	alerts, errAlerts := r.alertLimit.timeline.On(day)
	recipients, errRecipients := r.recipientLimit.timeline.On(day)
	facts := AlertSetupFacts{AlertSetup: setup}
	if errAlerts == nil && errRecipients == nil {
		facts = setup.against(alerts.Value, recipients.Value)
	}
	decision := r.alertSetup.Explain(day, facts)
	cite(&decision, ruleAlertNumber, alerts.Sources, alerts.Origin)
	cite(&decision, ruleAlertRecipients, recipients.Sources, recipients.Origin)
	return AlertAnswer{decision, alerts, recipients}
}

// refusal gives nil for Yes, and otherwise an error that says by which rules, and by whose figures, it is not.
func (a AlertAnswer) refusal() error {
	if err := a.Decision.Err(); err != nil || a.Decision.Outcome == rules.Yes {
		return err
	}
	var because []string
	for _, f := range a.Decision.Findings {
		if f.Says == a.Decision.Outcome {
			because = append(because, findingText(f))
		}
	}
	return errors.New(strings.Join(because, "; "))
}

// findingText gives a finding in one line: what the rule says, of what, which it is and whose.
func findingText[Out comparable](f rules.Finding[Out]) string {
	var about []string
	for _, arg := range f.Args {
		about = append(about, arg.Text+" "+arg.Name)
	}
	about = append(about, string(f.Rule))
	for _, s := range f.Sources {
		if s.Fact != "" {
			about = append(about, s.Fact)
		}
	}
	if by := f.Origin; !by.IsZero() {
		about = append(about, "by "+by.Owner+": "+by.Reason)
	}
	return strings.TrimSuffix(f.Text, ".") + " (" + strings.Join(about, ", ") + ")"
}

// against holds an alert against figures.
func (s AlertSetup) against(alerts, recipients Count) AlertSetupFacts {
	return AlertSetupFacts{
		AlertSetup: s, AlertLimit: alerts, RecipientLimit: recipients,
		TooMany:           rules.Given(s.Alerts > 0, s.Alerts > int(alerts)),
		TooManyRecipients: rules.Given(s.Recipients > 0, s.Recipients > int(recipients)),
	}
}

// MayConfigureAlert is [Rules.MayConfigureAlert] of the [Published] rules.
func MayConfigureAlert(day terms.Day, setup AlertSetup) AlertAnswer {
	return Published().MayConfigureAlert(day, setup)
}

// AlertSetupSet gives the rules behind [Rules.MayConfigureAlert], to list, to trace and to test.
func (r *Rules) AlertSetupSet() *rules.Set[AlertSetupFacts, rules.Truth] { return r.alertSetup }

// EditAlertSetup gives rules with a change to the set behind [Rules.MayConfigureAlert].
func (r *Rules) EditAlertSetup(e rules.Edit[AlertSetupFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.alertSetup, e)
}
