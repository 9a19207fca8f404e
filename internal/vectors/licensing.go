package vectors

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// asked is a day and the facts that a decision is asked for.
type asked[Facts any] struct {
	Day   terms.Day `json:"day"`
	Facts Facts     `json:"facts"`
}

// deciding makes a [Function] of one that decides on a day. It fails where there is no day whose rules could decide.
func deciding[Facts any, Out comparable](decide func(terms.Day, Facts) rules.Decision[Out]) Function {
	return taking(func(in asked[Facts]) (rules.Decision[Out], error) {
		decision := decide(in.Day, in.Facts)
		return decision, decided(decision)
	})
}

func mayChangeUser(in asked[licensing.UserChangeRequest]) (licensing.UserChangeAnswer, error) {
	answer := licensing.MayChangeUser(in.Day, in.Facts)
	return answer, decided(answer.Decision)
}

type rolesWanted struct {
	Day  terms.Day      `json:"day"`
	Task licensing.Task `json:"task"`
}

func rolesFor(in rolesWanted) ([]licensing.PortalRole, error) {
	return licensing.RolesFor(in.Day, in.Task), nil
}

type expiries struct {
	Benefit      licensing.Benefit      `json:"benefit"`
	Subscription licensing.Subscription `json:"subscription"`
	Boundary     licensing.ExpiryDay    `json:"boundary"`
}

func compareExpiry(in expiries) (licensing.ExpiryComparison, error) {
	return licensing.CompareExpiry(in.Benefit, in.Subscription, in.Boundary)
}
