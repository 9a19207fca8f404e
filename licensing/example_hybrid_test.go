package licensing_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// Licences with Software Assurance, on the day of Microsoft's page.
func ExampleHybridBenefitOf() {
	on := terms.MustParseDay("2023-06-30")
	for _, edition := range []licensing.HybridEdition{
		licensing.WindowsServerDatacenter, licensing.WindowsServerStandard, licensing.SQLServerEnterprise, licensing.OtherEdition,
	} {
		d := licensing.HybridBenefitOf(on, licensing.HybridLicence{Edition: edition, Assurance: rules.Yes})
		fmt.Println(edition, d.Outcome, d.Findings[0].Rule)
	}
	fmt.Println(licensing.HybridBenefitOf(on, licensing.HybridLicence{Edition: licensing.WindowsServerStandard}).Missing)
	// Output:
	// windowsServerDatacenter reuse licensing.hybrid.datacenter
	// windowsServerStandard convert licensing.hybrid.standard
	// sqlServerEnterprise convert licensing.hybrid.sql
	// otherEdition none licensing.hybrid.edition
	// [softwareAssurance qualifyingSubscription]
}

// The same machines by the three published rules of counting.
func ExampleCoreLicences() {
	machines := []licensing.HybridMachines{{Cores: 4, Machines: 1}, {Cores: 12, Machines: 2}}
	for _, on := range []string{"2018-04-22", "2022-10-05", "2025-09-03"} {
		need, err := licensing.CoreLicences(licensing.CoreRequest{Day: terms.MustParseDay(on), Machines: machines})
		fmt.Println(on, need.Counting, need.Licences, "or for processors", need.Processors, err)
	}
	by, err := licensing.CoreLicences(licensing.CoreRequest{
		Day: terms.MustParseDay("2025-09-03"), Machines: machines, Counting: licensing.CountInSets,
	})
	fmt.Println("in sets:", by.Licences, by.Sizes, err)
	fmt.Println(by.Equal(licensing.CoreNeed{}))
	// Output:
	// 2018-04-22 inSets 48 or for processors 3 <nil>
	// 2022-10-05 inGroups 40 or for processors 3 <nil>
	// 2025-09-03 perCore 32 or for processors 2 <nil>
	// in sets: 48 [{{4 1} 8} {{12 2} 16}] <nil>
	// false
}

// The day on which the use of Windows Server Standard in both places ends.
func ExampleMayUseTwice() {
	use := licensing.DualUse{
		Edition: licensing.WindowsServerStandard, Target: licensing.OnMachine, Allocated: terms.MustParseDay("2024-01-01"),
	}
	for _, on := range []string{"2024-06-28", "2024-06-29"} {
		answer := licensing.MayUseTwice(terms.MustParseDay(on), use)
		fmt.Println(on, answer.Decision.Outcome, answer.Last, answer.Within.Value)
	}
	use.Edition = licensing.WindowsServerDatacenter
	answer := licensing.MayUseTwice(terms.MustParseDay("2030-01-01"), use)
	fmt.Println(answer.Decision.Findings[0].Text, answer.Equal(licensing.DualUseAnswer{}))
	// Output:
	// 2024-06-28 yes 2024-06-28 P180D
	// 2024-06-29 no 2024-06-28 P180D
	// Licences for Windows Server Datacenter are used on-premises and in Azure at once, without end, where machines are licensed one by one. false
}

// Licences for every physical core of a dedicated host.
func ExampleMayRunUnlimited() {
	on := terms.MustParseDay("2024-01-01")
	for _, edition := range []licensing.HybridEdition{licensing.WindowsServerDatacenter, licensing.WindowsServerStandard} {
		fmt.Println(edition, licensing.MayRunUnlimited(on, licensing.HostUse{Edition: edition, AllCores: rules.Yes}).Outcome)
	}
	// Output:
	// windowsServerDatacenter yes
	// windowsServerStandard no
}

// What licences for Standard are worth where the machine runs Enterprise.
func ExampleSQLCoreLicences() {
	use := licensing.SQLUse{Edition: licensing.SQLServerStandard, Service: licensing.SQLEnterpriseMachine}
	for _, on := range []string{"2020-07-31", "2020-08-01"} {
		need, err := licensing.SQLCoreLicences(licensing.SQLRequest{SQLUse: use, Day: terms.MustParseDay(on), Cores: 2, Instances: 1})
		fmt.Println(need.Licences, need.EachLicences, err)
	}
	ratio := licensing.SQLRatioOf(terms.MustParseDay("2020-08-01"), use).Outcome
	fmt.Println(ratio, ratio.Licences(2))
	fmt.Println(licensing.SQLNeed{}.Equal(licensing.SQLNeed{}))
	// Output:
	// 0 0 licensing: refused: licences for sqlServerStandard are of no use for enterpriseMachine on 2020-07-31
	// 8 8 <nil>
	// fourForOne 8
	// true
}

// The figures and sets behind Azure Hybrid Benefit, those of a team among them.
func ExampleRules_CoreLicences() {
	on := terms.MustParseDay("2025-09-03")
	house, err := licensing.Published().With(rules.Overlay{
		Owner: "Fabrikam licensing", Reason: "counts as its agreement of 2019 does",
		Figures: []rules.Figure{{Timeline: "licensing.hybrid.counting", Span: terms.SpanFrom(on), Value: []byte(`"inSets"`)}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	need, err := house.CoreLicences(licensing.CoreRequest{Day: on, Machines: []licensing.HybridMachines{{Cores: 4, Machines: 1}}})
	fmt.Println(need.Licences, "by", need.OfDay.Origin.Owner, err)

	counting, err := house.CoreCountings().On(on)
	fmt.Println(counting.Value, err)
	for _, figure := range []rules.Timeline[licensing.Cores]{house.MachineCores(), house.ProcessorCores(), house.SQLMachineCores()} {
		cores, err := figure.On(on)
		fmt.Println(figure.ID(), cores.Value, err)
	}
	for _, figure := range []rules.Timeline[licensing.Days]{house.MigrationTime(), house.SQLMigrationTime()} {
		days, err := figure.On(on)
		fmt.Println(figure.ID(), days.Value, err)
	}
	fmt.Println(house.HybridSet().ID(), house.DualUseSet().ID(), house.HostUseSet().ID(), house.SQLRatioSet().ID())
	// Output:
	// 16 by Fabrikam licensing <nil>
	// inSets <nil>
	// licensing.hybrid.machine 8 <nil>
	// licensing.hybrid.processor 16 <nil>
	// licensing.sqlratio.machine 4 <nil>
	// licensing.dualuse.migration P180D <nil>
	// licensing.dualuse.migration.sql P180D <nil>
	// licensing/hybrid licensing/dualuse licensing/hostuse licensing/sqlratio
}

// Rules of Azure Hybrid Benefit changed in Go.
func ExampleRules_EditHybrid() {
	r := licensing.Published()
	r, errHybrid := r.EditHybrid(rules.Edit[licensing.HybridLicence, licensing.HybridBenefit]{
		Owner: "Fabrikam licensing", Reason: "has no subscriptions", SwitchOff: []rules.ID{"licensing.hybrid.standard.subscription"},
	})
	r, errDual := r.EditDualUse(rules.Edit[licensing.DualUseFacts, rules.Truth]{
		Owner: "Fabrikam licensing", Reason: "has moved everything", SwitchOff: []rules.ID{"licensing.dualuse.migrating"},
	})
	r, errHost := r.EditHostUse(rules.Edit[licensing.HostUse, rules.Truth]{
		Owner: "Fabrikam licensing", Reason: "has no hosts", SwitchOff: []rules.ID{"licensing.hostuse.datacenter"},
	})
	r, errRatio := r.EditSQLRatio(rules.Edit[licensing.SQLUse, licensing.SQLRatio]{
		Owner: "Fabrikam licensing", Reason: "has none of it", SwitchOff: []rules.ID{"licensing.sqlratio.standard.hyperscale"},
	})
	fmt.Println(errHybrid, errDual, errHost, errRatio)

	on := terms.MustParseDay("2024-01-01")
	standard := licensing.HybridLicence{Edition: licensing.WindowsServerStandard, Assurance: rules.No, Subscription: rules.Yes}
	fmt.Println(r.HybridBenefitOf(on, standard).Outcome)
	fmt.Println(r.MayUseTwice(on, licensing.DualUse{Edition: licensing.WindowsServerStandard, Target: licensing.OnMachine, Allocated: on}).Decision.Outcome)
	fmt.Println(r.MayRunUnlimited(on, licensing.HostUse{Edition: licensing.WindowsServerDatacenter, AllCores: rules.Yes}).Outcome)
	fmt.Println(r.SQLRatioOf(on, licensing.SQLUse{Edition: licensing.SQLServerStandard, Service: licensing.SQLHyperscale}).Outcome)
	_, err := r.SQLCoreLicences(licensing.SQLRequest{
		SQLUse: licensing.SQLUse{Edition: licensing.SQLServerStandard, Service: licensing.SQLHyperscale}, Day: on, Cores: 2, Instances: 1,
	})
	fmt.Println(err)
	// Output:
	// <nil> <nil> <nil> <nil>
	// none
	// no
	// no
	// notCovered
	// licensing: refused: licences for sqlServerStandard are of no use for hyperscale on 2024-01-01
}
