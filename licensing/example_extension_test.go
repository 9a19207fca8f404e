package licensing_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// A subscription of 100 licences that ends with the year.
func hundred() licensing.Subscription {
	return licensing.Subscription{
		Product: "Microsoft 365 E3", Status: licensing.StatusActive, Licences: 100, End: terms.MustParseDay("2021-12-31"),
	}
}

// keyOf gives a key that was not redeemed.
func keyOf(id string, licences int) licensing.LicenceKey {
	return licensing.LicenceKey{ID: id, Kind: licensing.PartnerBenefit, Product: "Microsoft 365 E3", Licences: licences, Redeemed: rules.No}
}

// Scenario 1 of Microsoft's page: 100 licences, and a key of 25 to extend the end date.
func ExampleExtend() {
	result, err := licensing.Extend(hundred(), licensing.DefaultReckoning(), licensing.KeyRedemption{
		Key: keyOf("benefit-1", 25), Action: licensing.ExtendEndDate, Day: terms.MustParseDay("2021-10-01"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.After.Licences, "licences to", result.After.End)
	for _, finding := range result.Results[0].Decision.Findings {
		fmt.Println(finding.Text, finding.Sources[0].Fact)
	}
	// Output:
	// 100 licences to 2022-03-31
	// The end date of an active subscription can be extended. MPN-08
}

// Two keys in order: one adds licences, the other extends the end date of all of them. What rounding leaves over is told.
func ExampleExtend_severalKeys() {
	reckoning := licensing.DefaultReckoning()
	reckoning.Unit = licensing.CalendarDays
	on := terms.MustParseDay("2021-10-01")
	result, err := licensing.Extend(hundred(), reckoning,
		licensing.KeyRedemption{Key: keyOf("benefit-1", 50), Action: licensing.AddLicences, Day: on},
		licensing.KeyRedemption{Key: keyOf("benefit-2", 100), Action: licensing.ExtendEndDate, Day: on},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, step := range result.Results {
		fmt.Printf("%s: %d licences for %s, to %s, %s left over\n", step.Action, step.Licences, step.Remaining, step.End, step.LeftOver)
	}
	// Output:
	// addLicences: 150 licences for 547/3 days, to 2022-04-01, 50 licence-days left over
	// extendEndDate: 150 licences for 1276/3 days, to 2022-11-30, 50 licence-days left over
}

// A time says what it is counted in.
func ExampleLicenceTime() {
	result, err := licensing.Extend(hundred(), licensing.DefaultReckoning(), licensing.KeyRedemption{
		Key: keyOf("benefit-1", 7), Action: licensing.AddLicences, Day: terms.MustParseDay("2021-10-01"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	remaining := result.Results[0].Remaining
	fmt.Println(remaining, "or about", remaining.Text(2))
	fmt.Println(remaining.Number(), remaining.Measure(), remaining.Measure() == licensing.MonthsEach)
	read, err := licensing.ParseLicenceTime(result.LeftOver.Text(0))
	fmt.Println(read, read.Equal(result.LeftOver), read.IsZero(), err)
	// Output:
	// 11804/3317 months or about 3.56 months
	// 11804/3317 months true
	// 34 licence-days true false <nil>
}

// A key of more than three times the active licences does not extend the end date, and a key whose past is not known is
// asked about.
func ExampleRefusalError() {
	on := terms.MustParseDay("2021-10-01")
	_, err := licensing.Extend(hundred(), licensing.DefaultReckoning(), licensing.KeyRedemption{
		Key: keyOf("benefit-1", 301), Action: licensing.ExtendEndDate, Day: on,
	})
	if refusal, ok := errors.AsType[*licensing.RefusalError](err); ok {
		for _, finding := range refusal.Decision.Findings {
			if finding.Says == rules.No {
				fmt.Println(finding.Rule, finding.Args)
			}
		}
	}

	unknown := keyOf("benefit-2", 10)
	unknown.Redeemed = rules.Unknown
	_, err = licensing.Extend(hundred(), licensing.DefaultReckoning(), licensing.KeyRedemption{Key: unknown, Action: licensing.ExtendEndDate, Day: on})
	fmt.Println(err)
	// Output:
	// licensing.redemption.factor [{key text benefit-1} {onKey number 301} {active number 100} {mostOnKey number 300}]
	// licensing.redemption.limit [{key text benefit-1} {end day 2025-01-03} {limitMonths number 36}]
	// licensing: extendEndDate with key "benefit-2": rules: a fact that matters is not given: licensing/redemption on 2021-10-01: give redeemed
}

// A request says where it is wrong.
func ExampleRequestError() {
	_, err := licensing.Extend(hundred(), licensing.Reckoning{})
	fmt.Println(err)
	// Output:
	// licensing: request not accepted: reckoning/unit is not given; want one of calendarMonths, calendarDays; calendarMonths where nothing speaks for another
}

// The fewest licences on keys that give 120 licences until the end of June.
func ExamplePlanRenewal() {
	plan, err := licensing.PlanRenewal(licensing.RenewalRequest{
		Subscription: hundred(),
		Keys:         []licensing.LicenceKey{keyOf("benefit-1", 100), keyOf("benefit-2", 25), keyOf("benefit-3", 20)},
		Day:          terms.MustParseDay("2021-10-01"),
		Goal:         licensing.Goal{Licences: 120, End: terms.MustParseDay("2022-06-30")},
		Reckoning:    licensing.DefaultReckoning(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, step := range plan.Extension.Results {
		fmt.Println(step.Key, step.Action, "gives", step.Licences, "licences to", step.End)
	}
	fmt.Println(plan.Status, "wasting", plan.Wasted.Text(1)+", and keeping", plan.Kept)
	// Output:
	// benefit-1 extendEndDate gives 100 licences to 2022-12-31
	// benefit-3 addLicences gives 120 licences to 2022-12-15
	// found wasting 660.8 licence-months, and keeping [benefit-2]
}

// What stands in the way is said.
func ExamplePlanRenewal_impossible() {
	plan, err := licensing.PlanRenewal(licensing.RenewalRequest{
		Subscription: hundred(), Keys: []licensing.LicenceKey{keyOf("benefit-1", 100)}, Day: terms.MustParseDay("2021-10-01"),
		Goal: licensing.Goal{End: terms.MustParseDay("2023-01-01")}, Reckoning: licensing.DefaultReckoning(),
	})
	fmt.Println(plan.Status, plan.Obstacle, plan.LatestEnd, err)
	// Output:
	// impossible tooLittleTime 2022-12-31 <nil>
}

// Add, extend, or let it lapse and start anew.
func ExampleCompareCourses() {
	compared, err := licensing.CompareCourses(licensing.RenewalRequest{
		Subscription: hundred(), Keys: []licensing.LicenceKey{keyOf("benefit-1", 50)}, Day: terms.MustParseDay("2021-10-31"),
		Reckoning: licensing.DefaultReckoning(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, course := range compared.Courses {
		fmt.Printf("%-14s %v %s seat-months %v\n", course.Kind, course.Stretches, course.SeatMonths, course.IsRefused())
	}
	// Output:
	// keep           [{2021-10-31 2021-12-31 100}] 200 seat-months false
	// addLicences    [{2021-10-31 2022-04-10 150}] 800 seat-months false
	// extendEndDate  [{2021-10-31 2022-06-30 100}] 800 seat-months false
	// startAnew      [{2021-10-31 2021-12-31 100} {2022-01-01 2023-01-01 50}] 800 seat-months false
}

// A team that sells keys of six months puts the figure over the published one, and the arithmetic goes by it.
func ExampleRules_With_keyMonths() {
	house, err := licensing.Published().With(rules.Overlay{
		Owner: "Fabrikam", Reason: "keys of the pilot", Figures: []rules.Figure{{
			Timeline: "licensing.key.months", Span: terms.SpanFrom(terms.MustParseDay("2021-10-01")), Value: json.RawMessage(`"P6M"`),
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2021-09-30", "2021-10-01"} {
		result, err := house.Extend(hundred(), licensing.DefaultReckoning(), licensing.KeyRedemption{
			Key: keyOf("benefit-1", 100), Action: licensing.ExtendEndDate, Day: terms.MustParseDay(day),
		})
		fmt.Println(day, result.After.End, err)
	}
	// Output:
	// 2021-09-30 2022-12-31 <nil>
	// 2021-10-01 2022-06-30 <nil>
}

// The figures, with their sources, and what other readings of the record say.
func ExampleRules_ExtensionLimit() {
	published, on := licensing.Published(), terms.MustParseDay("2021-10-01")
	months, _ := published.KeyMonths().On(on)
	factor, _ := published.ExtensionFactor().On(on)
	limit, _ := published.ExtensionLimit().On(on)
	grace, _ := published.KMSGrace().On(on)
	fmt.Println(months.Value, factor.Value, limit.Value, grace.Value)
	for _, other := range limit.Others {
		fmt.Println(other.Value, other.Sources[0].Document)
	}
	// Output:
	// P12M 3 P36M P180D
	// P12M Cloud services (2023-06-15)
	// P24M License Counter, renewal of Office 365 Open (2015-10-21, Japanese)
}

// The rules can be asked by themselves, with facts from elsewhere.
func ExampleMayRedeem() {
	decision := licensing.MayRedeem(terms.MustParseDay("2021-10-01"), licensing.RedemptionFacts{
		Action: licensing.AddLicences, Status: licensing.StatusExpired, Redeemed: rules.No, SameProduct: rules.Yes, PastExpiry: rules.No,
	})
	fmt.Println(decision.Outcome, decision.Findings[0].Text)
	// Output:
	// no A subscription that is not active, such as one whose end date has passed, cannot be extended or added to: activate it as a new one instead.
}

func ExampleChooseAction() {
	on := terms.MustParseDay("2021-10-01")
	for _, facts := range []licensing.ActionFacts{
		{Status: licensing.StatusActive, Aim: licensing.MoreOfBoth},
		{Status: licensing.StatusActive, Aim: licensing.MoreLicences},
		{Status: licensing.StatusExpired},
	} {
		decision := licensing.ChooseAction(on, facts)
		fmt.Println(decision.Outcome, decision.Findings[0].Sources[0].Fact)
	}
	fmt.Println(licensing.ChooseAction(on, licensing.ActionFacts{Status: licensing.StatusActive}).Missing)
	// Output:
	// extendEndDate MPN-24
	// addLicences MPN-10
	// activateAsNew MPN-08
	// [aim]
}

// A team adds a rule of its own to a published set, and lists what is in it.
func ExampleRules_EditRedemption() {
	isAdding := rules.Condition[licensing.RedemptionFacts]{
		Name: "licences are added", Reads: []string{"action"},
		Holds: func(f licensing.RedemptionFacts) rules.Truth { return rules.Is(f.Action, licensing.AddLicences) },
	}
	house, err := licensing.Published().EditRedemption(rules.Edit[licensing.RedemptionFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "keys are kept for renewals",
		Add: []rules.Rule[licensing.RedemptionFacts, rules.Truth]{{
			ID: "fabrikam.noAdding", Text: "We add no licences by key.", Span: terms.Always(),
			Sources: []rules.Source{{Document: "Purchasing handbook", Checked: terms.MustParseDay("2026-11-22")}},
			If:      []rules.Condition[licensing.RedemptionFacts]{isAdding}, Then: rules.No,
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = house.Extend(hundred(), licensing.DefaultReckoning(), licensing.KeyRedemption{
		Key: keyOf("benefit-1", 10), Action: licensing.AddLicences, Day: terms.MustParseDay("2021-10-01"),
	})
	fmt.Println(err)
	for rule := range house.RedemptionSet().Rules() {
		if rule.Origin().Owner != "" {
			fmt.Println(rule.ID, rule.Origin().Owner)
		}
	}
	// Output:
	// licensing: refused: addLicences with key "benefit-1" on 2021-10-01: We add no licences by key. (fabrikam.noAdding)
	// fabrikam.noAdding Fabrikam
}

func ExampleFraction() {
	half, _ := licensing.NewFraction(1, 2)
	nine, err := licensing.ParseFraction("9")
	sum := nine.Add(half)
	fmt.Println(sum, sum.Text(1), sum.Rat().Num(), err)
	fmt.Println(sum.Cmp(nine), sum.Equal(nine), sum.Sign(), licensing.Fraction{}.IsZero())
	text, err := json.Marshal(sum)
	fmt.Println(string(text), err)
	_, err = licensing.ParseFraction("9.5")
	fmt.Println(err)
	// Output:
	// 19/2 9.5 19 <nil>
	// 1 false 1 true
	// "19/2" <nil>
	// licensing: not a fraction: "9.5"; want a whole number or a fraction of two, as in 7 or 19/2, of at most 128 characters
}
