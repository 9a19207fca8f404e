package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A CreditUser is to whom the Azure credit of a partner benefit is assigned. The zero CreditUser means "not given". Its
// texts, in JSON too, are companyUser and guestUser.
type CreditUser uint8

const (
	_ CreditUser = iota
	// CompanyUser is a user of the partner's company.
	CompanyUser
	// GuestUser is a guest.
	GuestUser
)

// An AssignmentFacts is what the rules on assigning Azure credit look at.
type AssignmentFacts struct {
	User     CreditUser  `json:"user,omitzero"`
	InTenant rules.Truth `json:"inTenant,omitzero"` // the user exists in the company's Azure AD tenant
	FreeMail rules.Truth `json:"freeMail,omitzero"` // the user's domain is a free-hosted one, as in outlook.com
	// HasCredit says whether the user has other Azure credit by benefits, monthly or bulk, that is active.
	HasCredit rules.Truth `json:"hasCredit,omitzero"`
}

// MayAssign is [Rules.MayAssign] of the [Published] rules.
func MayAssign(day terms.Day, facts AssignmentFacts) rules.Decision[rules.Truth] {
	return Published().MayAssign(day, facts)
}

// MayAssign says whether the Azure credit of a partner benefit may be assigned to a user on a day, which activates it: to a
// user of the company or a guest that exists in its Azure AD tenant (MPN-04). The page of 19 September 2023 speaks of users
// of the organisation only, wants them to have a company domain, and permits each one credit; from that day it is so here.
// Whether bulk credit goes with other offers that the user has is for package credit to say (MPN-06).
func (r *Rules) MayAssign(day terms.Day, facts AssignmentFacts) rules.Decision[rules.Truth] {
	return r.assignment.Explain(day, facts)
}

// AssignmentSet gives the set that [Rules.MayAssign] asks, licensing/benefit.assignment.
func (r *Rules) AssignmentSet() *rules.Set[AssignmentFacts, rules.Truth] { return r.assignment }

// EditAssignment gives the rules with changes to the set of [Rules.MayAssign].
func (r *Rules) EditAssignment(e rules.Edit[AssignmentFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.assignment, e)
}

// An AzureBenefit is one of the two Azure credits of partner benefits. The zero AzureBenefit means "not given". Its texts,
// in JSON too, are azureMonthlyCredit and azureBulkCredit.
type AzureBenefit uint8

const (
	_ AzureBenefit = iota
	// AzureMonthlyCredit is the credit that comes every month.
	AzureMonthlyCredit
	// AzureBulkCredit is the credit that comes once for a year.
	AzureBulkCredit
)

// A UserChange is a change of the users of Azure credit. The zero UserChange means "not given". Its texts, in JSON too,
// are addUser, removeUser and replaceUser.
type UserChange uint8

const (
	_ UserChange = iota
	// AddUser adds a user to those there are.
	AddUser
	// RemoveUser removes a user, and puts nobody in its place.
	RemoveUser
	// ReplaceUser transfers the credit to another user.
	ReplaceUser
)

// A UserChangeRequest is a change of the users of Azure credit that somebody wants to make. What is not given is asked for
// where it matters.
type UserChangeRequest struct {
	Credit AzureBenefit `json:"credit,omitzero"`
	Change UserChange   `json:"change,omitzero"`
	// InEnrolmentYear says whether it is still the member's year of enrolment.
	InEnrolmentYear rules.Truth `json:"inEnrolmentYear,omitzero"`
	// Reassignments is how many reassignments of the credit there would be with this one, 1 or more; 0 is not given.
	Reassignments int `json:"reassignments,omitzero"`
}

// UserChangeFacts is what the rules of [Rules.UserChangeSet] look at: a change, held against the figure of the day.
type UserChangeFacts struct {
	UserChangeRequest

	TooMany rules.Truth `json:"tooMany,omitzero"` // there would be more reassignments than there can be
	Limit   Times       `json:"limit,omitzero"`   // how many there can be
}

// A UserChangeAnswer says whether a change of users is permitted, and why.
type UserChangeAnswer struct {
	Decision rules.Decision[rules.Truth] `json:"decision"`
	// Limit is how many reassignments there can be, with its source and whose figure it is. On days without a limit it is zero.
	Limit rules.Reading[Times] `json:"limit,omitzero"`
}

// Equal reports whether both are the same answer for the same reasons.
func (a UserChangeAnswer) Equal(other UserChangeAnswer) bool {
	same := func(a, b Times) bool { return a == b }
	return a.Decision.Equal(other.Decision) && a.Limit.EqualFunc(other.Limit, same)
}

// MayChangeUser is [Rules.MayChangeUser] of the [Published] rules.
func MayChangeUser(day terms.Day, change UserChangeRequest) UserChangeAnswer {
	return Published().MayChangeUser(day, change)
}

// MayChangeUser says whether the users of Azure credit may be changed on a UTC day.
//
// By the page of 2021 users of monthly credit are added and removed at any time (MPN-05), and bulk credit has no remove: it
// is transferred to somebody else, during the year of enrolment (MPN-22). By the page of 19 September 2023 monthly credit can
// be reassigned five times, by [Rules.ReassignmentLimit], and bulk credit not at all before a renewal brings another. When
// between July 2021 and that day it changed is not on record; here it changes on that day. Removing a user without another
// in its place is read as no reassignment.
func (r *Rules) MayChangeUser(day terms.Day, change UserChangeRequest) UserChangeAnswer {
	facts := UserChangeFacts{UserChangeRequest: change}
	limit, err := r.reassignmentLimit.On(day)
	if err == nil {
		facts.Limit = limit.Value
		facts.TooMany = rules.Given(change.Reassignments > 0, change.Reassignments > int(limit.Value))
	}
	decision := r.userChange.Explain(day, facts)
	for i := range decision.Findings {
		f := &decision.Findings[i]
		if f.Origin.IsZero() && (f.Rule == ruleUserCapped || f.Rule == ruleUserSpent) {
			f.Origin = limit.Origin
		}
	}
	return UserChangeAnswer{decision, limit}
}

// UserChangeSet gives the set that [Rules.MayChangeUser] asks, licensing/benefit.user.
func (r *Rules) UserChangeSet() *rules.Set[UserChangeFacts, rules.Truth] { return r.userChange }

// EditUserChange gives the rules with changes to the set of [Rules.MayChangeUser].
func (r *Rules) EditUserChange(e rules.Edit[UserChangeFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.userChange, e)
}

// ReassignmentLimit gives the timeline of how many times a monthly credit can be reassigned,
// licensing.benefit.reassignments. Before 19 September 2023 it has no figure: there was no limit.
func (r *Rules) ReassignmentLimit() rules.Timeline[Times] { return r.reassignmentLimit }
