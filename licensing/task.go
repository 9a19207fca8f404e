package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A PortalRole is a role of a person in Partner Center or in the Microsoft 365 admin center. Who has several is asked
// about role by role. The zero PortalRole means "not given". Its texts, in JSON too, are globalAdministrator, adminAgent,
// salesAgent, accountAdministrator, referralAdministrator, marketingContentAdministrator, partnerAdministrator and other.
type PortalRole uint8

const (
	_ PortalRole = iota
	// GlobalAdministrator is the global administrator of a tenant, the partner's in Partner Center and the customer's in the
	// Microsoft 365 admin center.
	GlobalAdministrator
	// AdminAgent is a partner's admin agent.
	AdminAgent
	// SalesAgent is a partner's sales agent.
	SalesAgent
	// AccountAdministrator is the administrator of a partner's account.
	AccountAdministrator
	// ReferralAdministrator is the administrator of a partner's referrals.
	ReferralAdministrator
	// MarketingContentAdministrator is the administrator of a partner's marketing content.
	MarketingContentAdministrator
	// PartnerAdministrator is the MPN partner administrator, today that of the AI Cloud Partner Program.
	PartnerAdministrator
	// OtherPortalRole is any other role.
	OtherPortalRole
)

// A Task is something that a person needs a role for. The zero Task means "not given". Who may attest that a customer has
// accepted the Microsoft Customer Agreement is for [MayAttest] to say, who may cancel for package cancellation. Its texts,
// in JSON too, are sellSoftware, sellAzurePlan, fetchCustomerKeys, fetchOwnKeys, readKeyActivity and viewBenefits.
type Task uint8

const (
	_ Task = iota
	// SellSoftware is selling software subscriptions in Partner Center (SW-28).
	SellSoftware
	// SellAzurePlan is selling an Azure plan in Partner Center (PLAN-07).
	SellAzurePlan
	// FetchCustomerKeys is a partner's fetching of product keys and downloads in Partner Center (SW-05). Some products offer no
	// choice of version, language, file type or operating system there (SW-06).
	FetchCustomerKeys
	// FetchOwnKeys is a customer's fetching of its product keys and downloads in the Microsoft 365 admin center, under
	// Billing, Your products, on the tab Software (SW-05).
	FetchOwnKeys
	// ReadKeyActivity is reading, over a range of dates, who accessed keys of server subscriptions or downloaded their software:
	// the activity log among the account settings of Partner Center (SW-09).
	ReadKeyActivity
	// ViewBenefits is viewing a partner's benefits in Partner Center (MPN-19).
	ViewBenefits
)

// A TaskFacts is what the rules on tasks and roles look at.
type TaskFacts struct {
	Task Task       `json:"task,omitzero"`
	Role PortalRole `json:"role,omitzero"`
}

// MayPerform is [Rules.MayPerform] of the [Published] rules.
func MayPerform(day terms.Day, facts TaskFacts) rules.Decision[rules.Truth] {
	return Published().MayPerform(day, facts)
}

// MayPerform says whether somebody in a role may do a task on a day (SW-05, SW-09, SW-28, PLAN-07, MPN-19): Yes for the
// roles that the page about the task names, and No for others. Of fetching keys a finding says that they are valuable
// (SW-31). Tasks about software are on record from May 2018, selling an Azure plan from November 2019, benefits from 21 October
// 2020; before these no rule answers.
func (r *Rules) MayPerform(day terms.Day, facts TaskFacts) rules.Decision[rules.Truth] {
	return r.task.Explain(day, facts)
}

// A PermittedRole is a role in which a task is permitted, with the decision that says so.
type PermittedRole struct {
	Role     PortalRole                  `json:"role"`
	Decision rules.Decision[rules.Truth] `json:"decision"`
}

// Equal reports whether both are the same role, permitted for the same reasons.
func (p PermittedRole) Equal(other PermittedRole) bool {
	return p.Role == other.Role && p.Decision.Equal(other.Decision)
}

// RolesFor is [Rules.RolesFor] of the [Published] rules.
func RolesFor(day terms.Day, task Task) ([]PermittedRole, error) {
	return Published().RolesFor(day, task)
}

// RolesFor gives the roles in which [Rules.MayPerform] permits a task on a day, in the order of the constants, each with its
// decision. Where there is no answer for any role, it gives the [rules.DecisionError] that says why: that the task or the day
// is not given, or that the day is before the first on record.
func (r *Rules) RolesFor(day terms.Day, task Task) ([]PermittedRole, error) {
	var roles []PermittedRole
	var unanswered error
	isAnswered := false
	for role := range portalRoleNames.Each {
		decision := r.MayPerform(day, TaskFacts{task, role})
		switch err := decision.Err(); {
		case err != nil:
			unanswered = err
		case decision.Outcome == rules.Yes:
			roles = append(roles, PermittedRole{role, decision})
			fallthrough
		default:
			isAnswered = true
		}
	}
	if !isAnswered {
		return nil, unanswered
	}
	return roles, nil
}

// TaskSet gives the set that [Rules.MayPerform] asks, licensing/task.
func (r *Rules) TaskSet() *rules.Set[TaskFacts, rules.Truth] { return r.task }

// EditTask gives the rules with changes to the set of [Rules.MayPerform].
func (r *Rules) EditTask(e rules.Edit[TaskFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.task, e)
}
