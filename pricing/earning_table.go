package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// earnedCreditSet decides which use earns partner earned credit.
var earnedCreditSet = rules.Must(newEarnedCreditSet())

// planBegins is the first day of the month in which the Azure plan was launched.
var planBegins = terms.MustParseDay("2019-11-01")

func newEarnedCreditSet() (*rules.Set[Earning, Eligibility], error) {
	is := func(name string, p PlanProduct) rules.Condition[Earning] {
		return rulebook.One(name, "product", func(e Earning) PlanProduct { return e.Product }, p)
	}
	agreement := rulebook.Holds("the programme agreement is active", "agreement", func(e Earning) rules.Truth { return e.Agreement })
	billed := rulebook.Holds("Microsoft bills the partner", "billed", func(e Earning) rules.Truth { return e.Billed })
	covered := rulebook.Holds("an Azure credit offer pays all of it", "covered", func(e Earning) rules.Truth { return e.Covered })
	access := rulebook.Holds("the partner has access that counts", "access", func(e Earning) rules.Truth { return e.Access })

	type rule = rules.Rule[Earning, Eligibility]
	fails := func(r rule) rule {
		r.Span, r.Then = terms.Always(), Ineligible
		return r
	}
	return rules.New(rules.Spec[Earning, Eligibility]{
		ID: "pricing/earnedcredit", Question: "Does this use earn partner earned credit on this day?",
		Facts: []rules.Fact{
			{Name: "product", Text: "What is the use billed as?"},
			{Name: "agreement", Text: "Is the partner's programme agreement active?"},
			{Name: "billed", Text: "Does Microsoft bill the partner, as a direct-bill partner or an indirect provider?"},
			{Name: "covered", Text: "Does an Azure credit offer pay all of the use?"},
			{Name: "access", Text: "Has the partner, or its reseller of record, access that counts?"},
		},
		Combine: rules.Strongest(Eligible, Ineligible),
		Rules: []rule{
			{
				ID: "pricing.pec.before", Text: "There was no Azure plan yet, and no earned credit.",
				Span: terms.SpanUntil(planBegins), Then: Ineligible,
				Sources: []rules.Source{{Document: "ARN: Azure plan and the new commerce experience (2021-01-25)", Address: "https://www.arnnet.com.au", Checked: checked}},
			},
			{
				ID: "pricing.pec.consumption", Text: "Use of services on the consumption price list of the Azure plan earns the credit for a billing partner that manages them.",
				Span: terms.SpanFrom(planBegins), Then: Eligible, If: all(is("use is of the Azure plan's price list", PlanConsumption)),
				Sources: []rules.Source{azurePlanPage, azureInCSP("CSP-14", "Phase 2"), creditExplained},
			},
			fails(rule{
				ID: "pricing.pec.reservation", Text: "Azure reservations earn none.",
				If: all(is("use is of a reservation", PlanReservation)), Sources: []rules.Source{creditExcludes},
			}),
			fails(rule{
				ID: "pricing.pec.savingsplan", Text: "What an Azure savings plan pays earns none: its discount is instead of the credit.",
				If: all(is("use is of a savings plan", PlanSavings)), Sources: []rules.Source{
					creditExcludes, published("", "Azure savings plan billing (2022-10-11)", "Note", "azure-savings"),
				},
			}),
			fails(rule{
				ID: "pricing.pec.spot", Text: "Azure Spot virtual machines earn none.",
				If: all(is("use is of a Spot virtual machine", SpotMachine)), Sources: []rules.Source{creditExcludes},
			}),
			fails(rule{
				ID: "pricing.pec.thirdparty", Text: "Products that the price list tags as Third Party earn none.",
				If: all(is("use is of a product of a third party", ThirdParty)), Sources: []rules.Source{creditExcludes},
			}),
			fails(rule{
				ID: "pricing.pec.marketplace", Text: "Products of the Marketplace price list earn none.",
				If: all(is("use is of a Marketplace product", MarketplaceProduct)), Sources: []rules.Source{creditExcludes},
			}),
			fails(rule{
				ID: "pricing.pec.previousoffer", Text: "The previous offer earns none: only subscriptions of the new offer qualify.",
				If: all(is("use is of the previous offer", PreviousOffer)), Sources: []rules.Source{
					azureInCSP("CSP-13", "Phase 2"), azureInCSP("CSP-14", "Phase 2"), creditTrouble,
				},
			}),
			fails(rule{
				ID: "pricing.pec.telco", Text: "Calls beyond a plan's minutes earn none.",
				If: all(is("use is of calls beyond a plan", TelcoOverage)), Sources: []rules.Source{
					published("", "New commerce overage for telco pay-as-you-go (2023-06-30)", "Important details about overage", "new-commerce-telco-payg"),
				},
			}),
			fails(rule{
				ID: "pricing.pec.unlisted", Text: "What is not on the consumption price list of the Azure plan earns none.",
				If: all(is("use is of what no price list of the plan has", UnlistedProduct)), Sources: []rules.Source{creditExplained},
			}),
			fails(rule{
				ID: "pricing.pec.agreement", Text: "Without an active programme agreement a partner earns none.",
				If: all(agreement.Not()), Sources: []rules.Source{creditExplained, creditTrouble},
			}),
			fails(rule{
				ID: "pricing.pec.notbilled", Text: "Only partners that Microsoft bills earn it: indirect providers and direct-bill partners.",
				If: all(billed.Not()), Sources: []rules.Source{creditTrouble},
			}),
			fails(rule{
				ID: "pricing.pec.creditoffer", Text: "What an Azure credit offer pays earns none: the offer comes first, and the credit is on what remains.",
				If: all(covered), Sources: []rules.Source{
					published("", "Azure credit offer balance (2022-07-27)", "Important", "azure-credit-offer-balance"),
				},
			}),
			fails(rule{
				ID: "pricing.pec.noaccess", Text: "Without access that counts, the partner does not manage the service, and earns none.",
				If: all(access.Not()), Sources: []rules.Source{azurePlanPage, creditExplained, severalPartners},
			}),
		},
	})
}
