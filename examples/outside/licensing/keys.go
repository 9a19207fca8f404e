package main

import (
	"encoding/json"
	"errors"
	"strconv"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// deskKey is a key as the desk is sent it: the text itself, and what Partner Center shows beside it.
type deskKey struct {
	Kind     licensing.KeyKind `json:"kind"`
	Text     string            `json:"text"`
	Product  string            `json:"product"`
	Licences int               `json:"licences"`
	Redeemed rules.Truth       `json:"redeemed"`
	Expires  terms.Day         `json:"expires"`
}

// parse gives the key, which masks itself, and what it carries under the key's id.
func (k deskKey) parse() (licensing.ProductKey, licensing.LicenceKey, error) {
	key, err := licensing.ParseProductKey(k.Kind, k.Text)
	licences := key.LicenceKey(k.Product, k.Licences)
	licences.Redeemed, licences.Expires = k.Redeemed, k.Expires
	return key, licences, err
}

// redemption asks what comes of a key. Without an action the aim chooses one.
type redemption struct {
	Subscription licensing.Subscription `json:"subscription"`
	Key          deskKey                `json:"key"`
	Day          terms.Day              `json:"day"`
	Action       licensing.KeyAction    `json:"action"`
	Aim          licensing.RenewalAim   `json:"aim"`
}

func (d *desk) redeem(raw json.RawMessage) error {
	var q redemption
	if err := read(raw, &q); err != nil {
		return err
	}
	key, licences, err := q.Key.parse()
	if err != nil {
		return err
	}
	d.line("key %s, %s", key, key.ID())
	if !q.Action.IsValid() {
		choice := d.rules.ChooseAction(q.Day, licensing.ActionFacts{Status: q.Subscription.Status, Aim: q.Aim})
		if err := show(d.w, "action to choose", choice, d.rules.ActionSet().Fact); err != nil {
			return err
		}
		if choice.Err() != nil {
			return nil
		}
		q.Action = choice.Outcome
	}
	use := d.rules.MayUseKey(q.Day, licensing.KeyUseFacts{
		Kind: key.Kind(), Purpose: purpose(q.Action), Redeemed: q.Key.Redeemed,
	})
	if err := show(d.w, "may use a key of "+key.Kind().String(), use, d.rules.KeyUseSet().Fact); err != nil {
		return err
	}
	if use.Outcome == rules.No {
		return nil
	}
	ext, err := d.rules.Extend(q.Subscription, licensing.DefaultReckoning(),
		licensing.KeyRedemption{Key: licences, Action: q.Action, Day: q.Day})
	if err != nil {
		return d.refused(err)
	}
	d.extension(ext)
	return nil
}

// purpose gives what a key is used for that is redeemed for an action.
func purpose(a licensing.KeyAction) licensing.KeyPurpose {
	switch a {
	case licensing.ActivateAsNew:
		return licensing.ToStartSubscription
	case licensing.ExtendEndDate, licensing.AddLicences:
		return licensing.ToChangeSubscription
	default:
		return 0
	}
}

// refused writes the decision behind an error, if there is one. That facts are missing is no error of the request.
func (d *desk) refused(err error) error {
	var refusal *licensing.RefusalError
	if errors.As(err, &refusal) {
		if err := d.redeemable("may redeem", refusal.Decision); err != nil {
			return err
		}
		if errors.Is(err, rules.ErrUndetermined) {
			return nil
		}
	}
	return err
}

// redeemable writes whether a key may be redeemed.
func (d *desk) redeemable(what string, may rules.Decision[rules.Truth]) error {
	return show(d.w, what, may, d.rules.RedemptionSet().Fact)
}

// extension writes what redemptions did.
func (d *desk) extension(ext licensing.Extension) {
	d.subscription("before", ext.Before)
	for _, r := range ext.Results {
		d.line("%s with %s on %s: %d licences to %s, %s remaining (exactly %s), %s left over",
			r.Action, r.Key, r.Day, r.Licences, r.End, r.Remaining.Text(2), r.Remaining, r.LeftOver)
		reasons(d.w, r.Decision)
	}
	d.subscription("after", ext.After)
}

func (d *desk) subscription(when string, s licensing.Subscription) {
	d.line("%-6s %s, %s, %d licences, end %s", when, s.Product, s.Status, s.Licences, s.End)
}

// plan is a licensing.RenewalRequest, reckoned by default in all that it does not name.
func (d *desk) plan(raw json.RawMessage) error {
	q := licensing.RenewalRequest{Reckoning: licensing.DefaultReckoning()}
	if err := read(raw, &q); err != nil {
		return err
	}
	plan, err := d.rules.PlanRenewal(q)
	if err != nil {
		return err
	}
	d.line("goal: end %s, licences %s", or(q.Goal.End.String(), "any"), or(count(q.Goal.Licences), "as now"))
	switch plan.Status {
	case licensing.PlanImpossible:
		d.line("impossible: %s; at most %d licences, latest end %s",
			plan.Obstacle, plan.MostLicences, or(plan.LatestEnd.String(), "none"))
		if plan.Refusal.Status != 0 {
			if err := d.redeemable("one that was refused", plan.Refusal); err != nil {
				return err
			}
		}
	default:
		d.line("%s; %s beyond the goal", plan.Status, plan.Wasted.Text(2))
		d.extension(plan.Extension)
	}
	for _, id := range plan.Kept {
		d.line("kept: %s", id)
	}
	for _, x := range plan.Excluded {
		if err := d.redeemable("left out: may redeem "+x.Key, x.Decision); err != nil {
			return err
		}
	}
	return d.courses(q)
}

// courses sets the simple courses beside a plan.
func (d *desk) courses(q licensing.RenewalRequest) error {
	c, err := d.rules.CompareCourses(q)
	if err != nil {
		return err
	}
	for _, course := range c.Courses {
		if course.IsRefused() {
			d.line("course %s: refused for %s", course.Kind, course.RefusedKey)
			reasons(d.w, course.Refusal)
			continue
		}
		d.line("course %s: %d licences to %s, %s seat-months, meets the goal: %t",
			course.Kind, course.Licences, or(course.End.String(), "no end"), course.SeatMonths.Text(1), course.MeetsGoal)
	}
	return nil
}

// or gives a text, or another where there is none.
func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// count gives a number, and no text for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
