package pricing_test

import (
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// A customer's subscriptions of the previous offer have ended. By the detailed rules it may buy it again, by the summary at the
// head of the page it may not.
func ExampleMayTransact() {
	facts := pricing.Transaction{
		Offer: "MS-AZR-0145P", Deal: pricing.DealPurchase, Related: terms.MustParseDay("2019-05-01"),
		History: pricing.PreviousEnded, HasPlan: rules.No, GCC: rules.No, CustomerAgreement: rules.Yes,
	}
	d := pricing.MayTransact(terms.MustParseDay("2021-07-21"), facts)
	fmt.Println(d.Outcome, "by", d.Findings[0].Sources[0].Fact)
	facts.Continuation = pricing.ActiveTogether
	d = pricing.MayTransact(terms.MustParseDay("2021-07-21"), facts)
	fmt.Println(d.Outcome, "by", d.Findings[0].Sources[0].Fact)
	// Output:
	// permitted by CSP-03
	// refused by CSP-15
}

// A reader has the reasons in a language of his own.
func ExampleMessages() {
	book, err := rulesmsg.New(pricing.Messages())
	if err != nil {
		fmt.Println(err)
		return
	}
	decision := pricing.MayTransact(terms.MustParseDay("2021-07-20"), pricing.Transaction{
		Offer: "MS-AZR-0145P", Deal: pricing.DealPurchase, HasPlan: rules.No, GCC: rules.No, CustomerAgreement: rules.Yes,
	})
	for _, language := range rulesmsg.Languages() {
		for _, sentence := range rulesmsg.Sentences(book.In(language), decision) {
			fmt.Println(sentence)
		}
	}
	// Output:
	// Before phase 1 the previous offer is transacted like any other.
	// Före fas 1 säljs det tidigare erbjudandet som vilket annat som helst.
	// Før fase 1 handles det forrige tilbudet som et hvilket som helst annet.
}

// Facts that contradict each other permit nothing.
func ExampleCheckTransaction() {
	facts := pricing.Transaction{
		Offer: "MS-AZR-0145P", Deal: pricing.DealPurchase, History: pricing.PreviousActive, HasPlan: rules.No, GCC: rules.No,
		CustomerAgreement: rules.Yes, Related: terms.MustParseDay("2019-05-01"), PartnerEnrolled: terms.MustParseDay("2020-02-01"),
	}
	fmt.Println(pricing.MayTransact(terms.MustParseDay("2021-08-02"), facts).Status)
	fmt.Println(pricing.CheckTransaction(facts))
	// Output:
	// undetermined
	// pricing: facts contradict each other: related is "2019-05-01"; want a day from 2020-02-01 on, which partnerEnrolled is
}

func ExampleOfferByID() {
	offer, err := pricing.OfferByID("MS-AZR-0145P")
	fmt.Println(offer.Name, err)
	for _, s := range offer.Standings {
		fmt.Println(s.Standing, s.Days)
	}
	_, err = pricing.OfferByID("0145P")
	fmt.Println(err)
	// Output:
	// Microsoft Azure (previous offer in CSP) <nil>
	// offered ../2021-07-21
	// continuing 2021-07-21/..
	// notOffered pending
	// pricing: not an offer of the catalogue: offer is "0145P"; want an id of the catalogue, in CSP one of MS-AZR-0017G, MS-AZR-0148G, MS-AZR-0145P, MS-AZR-0159P, MS-AZR-USGOV-0145P, MS-AZR-DE-0145P, MS-AZR-0146P, MS-AZR-USGOV-0146P, MS-AZR-DE-0146P
}

func ExampleOffers() {
	offers := pricing.Offers()
	fmt.Println(len(offers), "offers")
	for _, o := range offers[:3] {
		fmt.Println(o.ID, o.Name, o.Programme)
	}
	again, _ := pricing.OfferByID(offers[0].ID)
	fmt.Println(again.Equal(offers[0]))
	// Output:
	// 42 offers
	// MS-AZR-0017G Azure plan csp
	// MS-AZR-0148G Azure plan for Dev/Test csp
	// MS-AZR-0145P Microsoft Azure (previous offer in CSP) csp
	// true
}

func ExampleOfferStanding() {
	reading, err := pricing.OfferStanding(terms.MustParseDay("2020-01-01"), "MS-AZR-0017G")
	fmt.Println(reading.Value, err)
	for _, other := range reading.Others {
		fmt.Println(other.Value, other.Text)
	}
	// Output:
	// offered <nil>
	// notOffered A page of 2023 has the plan introduced in July 2021.
}

func ExamplePhases() {
	for _, p := range pricing.Phases() {
		fmt.Println(p.Phase, p.Days, p.Equal(p))
	}
	reading, err := pricing.PhaseOn(terms.MustParseDay("2022-08-01"))
	fmt.Println(reading.Value, err)
	for _, other := range reading.Others {
		fmt.Println(other.Value, other.Span, other.Text)
	}
	// Output:
	// beforePhases ../2021-07-21 true
	// phase1 2021-07-21/2022-02-01 true
	// phase2 2022-02-01/.. true
	// phase3 pending true
	// phase2 <nil>
	// phase3 2022-07-31/.. A page of 2023 still calls phase 3 planned for 31 July 2022. No source says that it began.
}

func ExampleComparisonOn() {
	versions := pricing.ComparisonVersions()
	older, _ := versions[0].From()
	newer, _ := versions[1].From()
	then, err := pricing.ComparisonOn(older)
	if err != nil {
		fmt.Println(err)
		return
	}
	now, err := pricing.ComparisonOn(newer)
	if err != nil {
		fmt.Println(err)
		return
	}
	says, known := now.Value.Says(pricing.ComparedReservations, pricing.AspectReturns)
	fmt.Println(says, known)
	fmt.Println(len(then.Value.Cells()), then.Value.Offers()[0], then.Value.Equal(now.Value))
	var currencies []pricing.ComparisonChange
	for _, c := range then.Value.ChangesTo(now.Value) {
		if c.Aspect == pricing.AspectCurrency && c.Was != "" {
			currencies = append(currencies, c)
		}
	}
	fmt.Print(pricing.ChangesMarkdown(currencies))
	// Output:
	// within 5 days of the order 100 %, later prorated less a fee of 12 % of that; at most 50,000 USD a customer and year true
	// 51 comparedAzurePlan false
	// | Aspect | Offer | Was | Is |
	// |---|---|---|---|
	// | Currency | Azure plan | that of the customer's location | that of the partner's location |
	// | Currency | Third-party marketplace | that of the customer's location | that of the partner's location |
	// | Currency | Azure reservations | that of the customer's location | that of the partner's location |
	// | Currency | Server subscriptions | that of the customer's location | that of the partner's location |
}

func ExampleNewComparison() {
	table, err := pricing.NewComparison(
		pricing.ComparisonCell{Offer: pricing.ComparedReservations, Aspect: pricing.AspectAutoRenewal, Says: "no"},
		pricing.ComparisonCell{Offer: pricing.ComparedAzurePlan, Aspect: pricing.AspectAutoRenewal, Says: "yes"},
	)
	fmt.Print(table.Markdown())
	fmt.Println(err, pricing.ComparedAzurePlan.Title(), pricing.AspectAutoRenewal.Title())
	// Output:
	// |  | Azure plan | Azure reservations |
	// |---|---|---|
	// | Renews by itself | yes | no |
	// <nil> Azure plan Renews by itself
}

func ExampleMayTransition() {
	facts := pricing.Transition{
		Offer: "MS-AZR-0145P", Party: licensing.DirectPartner, Related: rules.Yes, CustomerAgreement: rules.No, GCC: rules.No,
	}
	d := pricing.MayTransition(terms.MustParseDay("2023-01-11"), facts)
	fmt.Println(d.Outcome, d.Findings[0].Text)
	facts.CustomerAgreement = rules.Yes
	d = pricing.MayTransition(terms.MustParseDay("2023-01-11"), facts)
	fmt.Println(d.Outcome, d.Findings[0].Text)
	// Output:
	// refused Without the signed Microsoft Customer Agreement there is no transition.
	// permitted An established reseller relationship and the signed Microsoft Customer Agreement are all that is needed.
}

func ExampleAfterTransition() {
	for _, part := range pricing.TransitionParts() {
		d := pricing.AfterTransition(terms.MustParseDay("2023-01-11"), pricing.TransitionItem{Part: part})
		fmt.Println(part, d.Outcome)
	}
	// Output:
	// partAzureSubscription effectMoves
	// partCommerceSubscription effectSuspended
	// partUsageBefore effectOldInvoice
	// partAdminAccess effectKept
	// partBudget effectNotCarriedOver
	// partServices effectKept
	// partPreviousOffer effectCloses
	// partOtherProducts effectKept
	// partPlan effectBought
}

func ExamplePlansBought() {
	fmt.Println(pricing.PlansBought(licensing.Distributor, "Fabrikam", "Contoso"))
	fmt.Println(pricing.PlansBought(licensing.DirectPartner))
	// Output:
	// 2 <nil>
	// 1 <nil>
}

func ExampleNeedsOrder() {
	d := pricing.NeedsOrder(terms.MustParseDay("2022-09-09"), pricing.SubscriptionOrder{Offer: "MS-AZR-0017G", HasPlan: rules.Yes})
	fmt.Println(d.Outcome, d.Findings[0].Text)
	// Output:
	// no One Azure plan holds several Azure subscriptions, and no order is sent for each.
}

func ExampleIncentivesOf() {
	partner := pricing.IncentiveCase{Registered: rules.Yes, SilverCloudPlatform: rules.No}
	for _, offer := range []string{"MS-AZR-0145P", "MS-AZR-0017G"} {
		partner.Offer = offer
		for _, on := range []string{"2022-01-31", "2022-02-01"} {
			d := pricing.IncentivesOf(terms.MustParseDay(on), partner)
			p := pricing.PriceBasisOf(terms.MustParseDay(on), pricing.PriceCase{Offer: offer})
			fmt.Println(offer, on, d.Outcome.Base, p.Outcome)
		}
	}
	// Output:
	// MS-AZR-0145P 2022-01-31 eligible partnerPrices
	// MS-AZR-0145P 2022-02-01 ineligible estimatedRetailPrice
	// MS-AZR-0017G 2022-01-31 eligible payAsYouGoRates
	// MS-AZR-0017G 2022-02-01 eligible payAsYouGoRates
}

// A team that has been told a day for phase 3 gives it in an overlay, and the rules follow.
func ExampleRules_MayTransact() {
	var o rules.Overlay
	err := terms.Decode(strings.NewReader(`{"owner": "Fabrikam", "reason": "letter of 3 May",
		"figures": [{"timeline": "pricing.phase", "span": "2022-07-31/..", "value": "phase3"}]}`), &o)
	if err != nil {
		fmt.Println(err)
		return
	}
	house, err := pricing.Published().With(o)
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := pricing.Transaction{Offer: "MS-AZR-0145P", Deal: pricing.DealContinue, History: pricing.PreviousActive}
	for _, on := range []string{"2022-07-30", "2022-07-31"} {
		d := house.MayTransact(terms.MustParseDay(on), facts)
		fmt.Println(on, d.Outcome, d.Findings[0].Origin.Owner)
	}
	fmt.Println(house.Phases()[3].Days)
	// Output:
	// 2022-07-30 permitted Fabrikam
	// 2022-07-31 refused Fabrikam
	// 2022-07-31/..
}

// The sets behind the answers can be listed, and changed in Go.
func ExampleRules_EditTransaction() {
	r := pricing.Published()
	for _, question := range []string{
		r.TransactionSet().Question(), r.OrderSet().Question(), r.TransitionSet().Question(), r.AfterTransitionSet().Question(),
		r.IncentiveSet().Question(), r.PriceBasisSet().Question(),
	} {
		fmt.Println(question)
	}
	house, err := r.EditTransaction(rules.Edit[pricing.Transaction, pricing.Permission]{
		Owner: "Fabrikam", Reason: "case 4711", SwitchOff: []rules.ID{"pricing.transact.plan.closes"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := pricing.Transaction{
		Offer: "MS-AZR-0145P", Deal: pricing.DealPurchase, Related: terms.MustParseDay("2019-05-01"),
		History: pricing.PreviousActive, HasPlan: rules.Yes, GCC: rules.No, CustomerAgreement: rules.Yes,
	}
	fmt.Println(r.MayTransact(terms.MustParseDay("2022-02-01"), facts).Outcome, house.MayTransact(terms.MustParseDay("2022-02-01"), facts).Outcome)
	_, err = r.EditTransition(rules.Edit[pricing.Transition, pricing.Permission]{Owner: "Fabrikam", Reason: "case 4711", SwitchOff: []rules.ID{"pricing.transition.gcc"}})
	fmt.Println(err)
	_, err = r.EditAfterTransition(rules.Edit[pricing.TransitionItem, pricing.TransitionEffect]{Owner: "Fabrikam", Reason: "case 4711", SwitchOff: []rules.ID{"pricing.aftertransition.budget"}})
	fmt.Println(err)
	_, err = r.EditOrder(rules.Edit[pricing.SubscriptionOrder, rules.Truth]{Owner: "Fabrikam", Reason: "case 4711", SwitchOff: []rules.ID{"pricing.order.previous"}})
	fmt.Println(err)
	_, err = r.EditIncentive(rules.Edit[pricing.IncentiveCase, pricing.Incentives]{Owner: "Fabrikam", Reason: "case 4711", SwitchOff: []rules.ID{"pricing.incentive.silver"}})
	fmt.Println(err)
	_, err = r.EditPriceBasis(rules.Edit[pricing.PriceCase, pricing.PriceBasis]{Owner: "Fabrikam", Reason: "case 4711", SwitchOff: []rules.ID{"pricing.price.retail"}})
	fmt.Println(err)
	// Output:
	// May this partner transact this offer for this customer on this day?
	// Does one more Azure subscription need an order of its own?
	// Can this customer be moved to the Azure plan?
	// What becomes of this when the customer is moved to the Azure plan?
	// Which incentives does this offer bring the partner?
	// By which prices is this offer billed to the partner?
	// refused permitted
	// <nil>
	// <nil>
	// <nil>
	// <nil>
	// <nil>
}
