package licensing_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// Where a program finds a software subscription depends on the day it was purchased.
func ExampleIsVisible() {
	for _, purchased := range []string{"2021-10-13", "2021-10-14"} {
		day := terms.MustParseDay(purchased)
		for _, place := range []licensing.SoftwarePlace{licensing.InGetSubscriptions, licensing.InGetOrders} {
			fmt.Println(purchased, place, licensing.IsVisible(day, licensing.VisibilityFacts{Place: place}).Outcome)
		}
	}
	fmt.Println(licensing.Published().VisibilitySet().Boundaries())
	// Output:
	// 2021-10-13 inGetSubscriptions no
	// 2021-10-13 inGetOrders yes
	// 2021-10-14 inGetSubscriptions yes
	// 2021-10-14 inGetOrders yes
	// [2018-05-01 2021-10-14]
}

// Three years can be billed annually; of one year billed monthly only the review screen of Partner Center knows.
func ExampleMayBillSoftware() {
	day := terms.MustParseDay("2023-06-30")
	three := licensing.MayBillSoftware(day, licensing.SoftwareBillingFacts{Term: licensing.ThreeYears, Cycle: licensing.Annual})
	fmt.Println(three.Outcome, three.Findings[0].Text)

	facts := licensing.SoftwareBillingFacts{Term: licensing.OneYear, Cycle: licensing.Monthly, RemoteDesktopCAL: rules.No}
	one := licensing.MayBillSoftware(day, facts)
	fmt.Println(one.Status, one.Missing)

	set := licensing.Published().SoftwareBillingSet()
	question, _ := set.Fact(one.Missing[0])
	fmt.Println(question.Text)
	// Output:
	// yes Three-year products are available with annual or triennial billing.
	// undetermined [shown]
	// Does the review screen of Partner Center show a plan of that cycle?
}

func ExampleNeedsOf() {
	day := terms.MustParseDay("2023-06-30")
	for _, kind := range []licensing.SoftwareKind{licensing.SoftwareToDownload, licensing.SoftwareWithInstructions, licensing.ServiceLicence} {
		needs := licensing.NeedsOf(day, licensing.SoftwareNeedFacts{Kind: kind}).Outcome
		fmt.Printf("%s: key %q, download %q, instructions %q, nothing %t\n", kind, needs.Key, needs.Download, needs.Instructions, needs.IsNothing())
	}
	fmt.Println(licensing.Published().SoftwareNeedSet().ID())
	// Output:
	// softwareToDownload: key "yes", download "yes", instructions "no", nothing false
	// softwareWithInstructions: key "", download "", instructions "yes", nothing false
	// serviceLicence: key "no", download "no", instructions "no", nothing true
	// licensing/softwareneed
}

func ExampleMayAcquire() {
	decision := licensing.MayAcquire(terms.MustParseDay("2023-06-30"), licensing.AcquisitionFacts{
		Product: licensing.OrderedReservation, Commercial: rules.Yes,
	})
	fmt.Println(decision.Outcome, decision.Findings[0].Sources[0].Fact)
	fmt.Println(licensing.Published().AcquisitionSet().ID())
	// Output:
	// yes SW-29
	// licensing/acquisition
}

// A partner's sales agent wants a customer's keys: the role is not enough, and the finding warns of the risks.
func ExampleMayPerform() {
	day := terms.MustParseDay("2023-06-30")
	decision := licensing.MayPerform(day, licensing.TaskFacts{Task: licensing.FetchCustomerKeys, Role: licensing.SalesAgent})
	fmt.Println(decision.Outcome)
	for _, f := range decision.Findings {
		fmt.Println(f.Text, f.Sources[0].Fact)
	}
	permitted, err := licensing.RolesFor(day, licensing.FetchCustomerKeys)
	for _, p := range permitted {
		fmt.Println("permitted:", p.Role, err)
	}
	fmt.Println(licensing.Published().TaskSet().ID())
	// Output:
	// no
	// In Partner Center the role of admin agent is required to get a link to keys and downloads. SW-05
	// Keys are valuable and sought-after intellectual property: know the risks of copying links and downloading software. SW-31
	// permitted: adminAgent <nil>
	// licensing/task
}

// A house rule that sales agents sell software reaches the list of roles.
func ExampleRules_EditTask() {
	seller := rules.Condition[licensing.TaskFacts]{
		Name: "a sales agent sells software", Reads: []string{"task", "role"}, Holds: func(f licensing.TaskFacts) rules.Truth {
			return rules.Is(f.Task, licensing.SellSoftware).And(rules.Is(f.Role, licensing.SalesAgent))
		},
	}
	house, err := licensing.Published().EditTask(rules.Edit[licensing.TaskFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "house rules", Add: []rules.Rule[licensing.TaskFacts, rules.Truth]{{
			ID: "fabrikam.sell", Text: "Sales agents sell software too.", Span: terms.Always(),
			Sources: []rules.Source{{Document: "House rules", Checked: terms.MustParseDay("2026-11-22")}},
			If:      []rules.Condition[licensing.TaskFacts]{seller}, Then: rules.Yes,
			Excepts: []rules.ID{"licensing.task.sellSoftware.others"},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	permitted, err := house.RolesFor(terms.MustParseDay("2023-06-30"), licensing.SellSoftware)
	for _, p := range permitted {
		fmt.Println(p.Role, p.Decision.Findings[0].Rule, err)
	}
	// Output:
	// globalAdministrator licensing.task.sellSoftware <nil>
	// adminAgent licensing.task.sellSoftware <nil>
	// salesAgent fabrikam.sell <nil>
}
