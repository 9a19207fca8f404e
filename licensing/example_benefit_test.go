package licensing_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// Intune left the benefit packages of competencies, and what replaces it can be asked for.
func ExampleHasBenefit() {
	facts := licensing.BenefitFacts{
		Offer: licensing.OfferGoldCompetency, Active: rules.Yes, Provisioned: rules.Yes, Product: licensing.Intune,
	}
	for _, day := range []string{"2021-01-28", "2021-07-29"} {
		fmt.Println(day, licensing.HasBenefit(terms.MustParseDay(day), facts).Outcome)
	}
	fmt.Printf("%v\n", facts.Product.ReplacedBy())
	fmt.Println(licensing.Published().BenefitSet().Boundaries())
	// Output:
	// 2021-01-28 yes
	// 2021-07-29 no
	// [microsoft365E3 microsoft365E5]
	// [2020-10-21 2021-06-15 2022-10-01 2022-10-04]
}

func ExampleBenefitKinds() {
	fmt.Printf("%v %v %v\n", licensing.BenefitKinds(), licensing.BenefitCore, licensing.BenefitIncremental)
	fmt.Println(licensing.ProductsWithKey())
	// Output:
	// [usageBased licenceBased] core incremental
	// [Office 365 Dynamics Intune Azure AD Basic Power BI]
}

// How a benefit is activated, and what to look out for.
func ExampleActivatesBenefit() {
	decision := licensing.ActivatesBenefit(terms.MustParseDay("2021-01-28"), licensing.BenefitActivationFacts{
		Kind: licensing.LicenceBased, Status: licensing.StatusExpired,
	})
	fmt.Println(decision.Outcome, decision.Outcome.Address())
	for _, f := range decision.Findings {
		fmt.Println(f.Text)
	}
	fmt.Println(licensing.Published().BenefitActivationSet().ID())
	// Output:
	// redeemAsNew https://signup.microsoft.com/productkeystart
	// A key of 25 characters activates a subscription that is new, disabled or expired.
	// Redeem in a private browser window, signed in to the right tenant.
	// Before redeeming, check the tenant, the product, the number of licences and the duration.
	// licensing/benefit.activation
}

func ExampleMayAssign() {
	guest := licensing.AssignmentFacts{User: licensing.GuestUser, InTenant: rules.Yes}
	for _, day := range []string{"2021-01-28", "2023-09-19"} {
		fmt.Println(day, licensing.MayAssign(terms.MustParseDay(day), guest).Outcome)
	}
	fmt.Println(licensing.Published().AssignmentSet().ID())
	// Output:
	// 2021-01-28 yes
	// 2023-09-19 no
	// licensing/benefit.assignment
}

// A sixth reassignment of a monthly credit is one too many, unless a contract has another figure.
func ExampleMayChangeUser() {
	day := terms.MustParseDay("2024-05-01")
	change := licensing.UserChangeRequest{Credit: licensing.AzureMonthlyCredit, Change: licensing.ReplaceUser, Reassignments: 6}
	answer := licensing.MayChangeUser(day, change)
	fmt.Println(answer.Decision.Outcome, answer.Limit.Value)

	ours, err := licensing.Published().With(rules.Overlay{
		Owner: "Fabrikam", Reason: "contract, clause 4", Figures: []rules.Figure{{
			Timeline: licensing.Published().ReassignmentLimit().ID(), Span: terms.SpanFrom(day), Value: []byte("10"),
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	answer = ours.MayChangeUser(day, change)
	fmt.Println(answer.Decision.Outcome, answer.Limit.Value, answer.Limit.Origin.Owner)
	fmt.Println(licensing.Published().UserChangeSet().ID())
	// Output:
	// no 5
	// yes 10 Fabrikam
	// licensing/benefit.user
}

// The record's example: two dates that have little to do with each other.
func ExampleCompareExpiry() {
	benefit := licensing.Benefit{Product: "Power BI Pro", Kind: licensing.LicenceBased, Expires: terms.MustParseDay("2021-01-31")}
	subscription := licensing.Subscription{
		Product: "Power BI Pro", Status: licensing.StatusActive, Licences: 5, End: terms.MustParseDay("2021-12-01"),
	}
	compared, err := licensing.CompareExpiry(benefit, subscription, licensing.DefaultReckoning().Expiry)
	fmt.Println("redeem by", compared.LastRedemption, "use to", compared.LastUse, "days apart:", compared.DaysApart, err)
	// Output: redeem by 2021-01-31 use to 2021-12-01 days apart: 304 <nil>
}
