package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// accessSet decides which access counts for partner earned credit.
var accessSet = rules.Must(newAccessSet())

func newAccessSet() (*rules.Set[Access, Eligibility], error) {
	path := func(a Access) AccessPath { return a.Path }
	viaAOBO := rulebook.One("access is AOBO", "path", path, AOBO)
	viaOffer := rulebook.One("access is Azure Lighthouse by a Marketplace offer", "path", path, LighthouseOffer)
	viaTemplate := rulebook.One("access is Azure Lighthouse by a template", "path", path, LighthouseTemplate)
	viaUser := rulebook.One("access is that of a user or service principal", "path", path, DirectoryUser)
	linked := rulebook.Holds("the partner's id is linked", "linked", func(a Access) rules.Truth { return a.Linked })
	roleCounts := rulebook.Holds("the role counts", "role", func(a Access) rules.Truth { return a.RoleEligible })
	others := rulebook.One("access is another partner's", "holder", func(a Access) Holder { return a.Holder }, OtherPartner)
	management := rulebook.One("access was given on a management group", "scope", func(a Access) ScopeKind { return a.Scope }, ManagementGroupScope)
	covers := rulebook.Holds("access covers the resource", "covers", func(a Access) rules.Truth { return a.Covers })
	permanent := rulebook.Holds("access is permanent", "permanent", func(a Access) rules.Truth { return a.Permanent })
	held := rulebook.Holds("access held on the day", "held", func(a Access) rules.Truth { return a.Held })

	type rule = rules.Rule[Access, Eligibility]
	always := func(r rule, then Eligibility) rule {
		r.Span, r.Then = terms.Always(), then
		r.Args = func(a Access) []rules.Arg { return []rules.Arg{rules.TextArg("role", a.Role)} }
		return r
	}
	counts := func(r rule) rule { return always(r, Eligible) }
	fails := func(r rule) rule { return always(r, Ineligible) }
	return rules.New(rules.Spec[Access, Eligibility]{
		ID: "pricing/access", Question: "Does this access count for partner earned credit?",
		Facts: []rules.Fact{
			{Name: "holder", Text: "Whose access is it: the billed partner's, its reseller's, or another's?"},
			{Name: "path", Text: "How was the access given: AOBO, Azure Lighthouse, or to a user?"},
			{Name: "linked", Text: "Is the partner's id linked to the user or service principal?"},
			{Name: "role", Text: "Which Azure role was given, and is it one that counts?"},
			{Name: "scope", Text: "Was it given on a subscription, resource group, resource or management group?"},
			{Name: "covers", Text: "Is the resource what it was given on, or does it roll up to it?"},
			{Name: "permanent", Text: "Is it permanent, and not limited in time or taken away by a deny assignment?"},
			{Name: "held", Text: "Did the partner's access hold for the whole day?"},
		},
		Combine: rules.Strongest(Eligible, Ineligible),
		Rules: []rule{
			counts(rule{
				ID: "pricing.pec.aobo", Text: "Access on behalf of the customer (AOBO) counts, and is linked to the partner by itself.",
				Sources: []rules.Source{creditExplained, linkTable}, If: all(viaAOBO),
			}),
			counts(rule{
				ID: "pricing.pec.lighthouse.offer", Text: "Azure Lighthouse by a Marketplace offer counts, and is linked to the partner by itself.",
				Sources: []rules.Source{creditExplained, linkTable}, If: all(viaOffer),
			}),
			counts(rule{
				ID: "pricing.pec.lighthouse.template", Text: "Azure Lighthouse by a template counts where the partner's id is linked.",
				Sources: []rules.Source{creditExplained, linkTable}, If: all(viaTemplate, linked),
			}),
			counts(rule{
				ID: "pricing.pec.user", Text: "Access of a user, guest user or service principal counts where the partner's id is linked.",
				Sources: []rules.Source{creditExplained, linkTable}, If: all(viaUser, linked),
			}),
			fails(rule{
				ID: "pricing.pec.lighthouse.unlinked", Text: "Azure Lighthouse by a template does not count where the partner's id is not linked.",
				Sources: []rules.Source{creditTrouble, linkTable}, If: all(viaTemplate, linked.Not()),
			}),
			fails(rule{
				ID: "pricing.pec.user.unlinked", Text: "Access of a user or service principal does not count where the partner's id is not linked.",
				Sources: []rules.Source{creditTrouble, linkTable}, If: all(viaUser, linked.Not()),
			}),
			fails(rule{
				ID: "pricing.pec.otherpartner", Text: "Access of a partner that is neither billed nor reseller of record does not count.",
				Sources: []rules.Source{severalPartners}, If: all(others),
			}),
			fails(rule{
				ID: "pricing.pec.role", Text: "Access in this role does not count: it is none of those that permit managing.",
				Sources: []rules.Source{creditRoles}, If: all(roleCounts.Not()),
			}),
			fails(rule{
				ID: "pricing.pec.scope", Text: "Access that does not cover the resource earns nothing for it: it counts for what it was given on, and what rolls up to that.",
				Sources: []rules.Source{creditExplained}, If: all(covers.Not()),
			}),
			fails(rule{
				ID: "pricing.pec.managementgroup", Text: "Access given on a management group is not taken to count: the sources name resource, resource group and subscription.",
				Sources: []rules.Source{creditExplained}, If: all(management),
			}),
			fails(rule{
				ID: "pricing.pec.temporary", Text: "Access that is limited in time, or taken away by a deny assignment, is not the persistent privileged access that counts.",
				Sources: []rules.Source{creditDaily}, If: all(viaAOBO.Not(), permanent.Not()),
			}),
			fails(rule{
				ID: "pricing.pec.wholeday", Text: "Access has to hold for the whole day, around the clock.",
				Sources: []rules.Source{azurePlanPage, creditTrouble, creditDaily}, If: all(held.Not()),
			}),
		},
	})
}
