package vectors

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

func mayChangeUser(in asked[licensing.UserChangeRequest]) (licensing.UserChangeAnswer, error) {
	answer := licensing.MayChangeUser(in.Day, in.Facts)
	return answer, decided(answer.Decision)
}

type rolesWanted struct {
	Day  terms.Day      `json:"day"`
	Task licensing.Task `json:"task"`
}

func rolesFor(in rolesWanted) ([]licensing.PermittedRole, error) {
	return licensing.RolesFor(in.Day, in.Task)
}

type expiries struct {
	Benefit      licensing.Benefit      `json:"benefit"`
	Subscription licensing.Subscription `json:"subscription"`
	Boundary     licensing.ExpiryDay    `json:"boundary"`
}

func compareExpiry(in expiries) (licensing.ExpiryComparison, error) {
	return licensing.CompareExpiry(in.Benefit, in.Subscription, in.Boundary)
}
