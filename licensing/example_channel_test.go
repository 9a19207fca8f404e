package licensing_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// Who prices, supports and raises cases for whom.
func ExampleDoneBy() {
	on := terms.MustParseDay("2023-05-01")
	for _, whom := range []licensing.DutyFor{licensing.ForDirectCustomer, licensing.ForIndirectCustomer, licensing.ForReseller} {
		by := func(duty licensing.Duty) licensing.Party {
			return licensing.DoneBy(on, licensing.DutyCase{Duty: duty, For: whom}).Outcome
		}
		fmt.Printf("%s: prices %s, support %s, cases %s\n", whom, by(licensing.DutyPrices), by(licensing.DutySupport), by(licensing.DutyCases))
	}
	// Output:
	// directCustomer: prices directPartner, support directPartner, cases directPartner
	// indirectCustomer: prices reseller, support reseller, cases distributor
	// reseller: prices distributor, support distributor, cases distributor
}

// What a customer can do as owner, and the advice against it.
func ExampleAccessOf() {
	on := terms.MustParseDay("2023-05-01")
	for _, role := range []licensing.AzureRole{licensing.AzureNoRole, licensing.AzureContributor, licensing.AzureOwner} {
		d := licensing.AccessOf(on, licensing.AccessCase{Party: licensing.Customer, Granted: role})
		fmt.Println(role, d.Outcome)
		for _, f := range d.Findings[1:] {
			fmt.Println(f.Text)
		}
	}
	// Output:
	// noRole none
	// contributor services
	// owner users
	// Making the customer an owner is not recommended in general: owners add and remove users.
}

// The two steps of a reseller to a customer's subscription.
func ExampleNextAccessStep() {
	on := terms.MustParseDay("2023-05-01")
	for _, progress := range []licensing.ResellerProgress{
		{Relationship: rules.No, Role: rules.No}, {Relationship: rules.Yes, Role: rules.No}, {Relationship: rules.Yes, Role: rules.Yes},
	} {
		d := licensing.NextAccessStep(on, progress)
		fmt.Println(d.Outcome, d.Findings[0].Text)
	}
	// Output:
	// relationship First the reseller establishes a reseller relationship with the customer.
	// role Then the distributor adds the reseller's group to the right role in the customer's subscription.
	// none With both the reseller has access.
}

// Who may take which part, and what can be used.
func ExampleMayBePartner() {
	on := terms.MustParseDay("2023-05-01")
	fmt.Println(licensing.MayBePartner(on, licensing.PartnerCase{As: licensing.DirectPartner, AtScale: rules.No}).Outcome)
	fmt.Println(licensing.MayBePartner(on, licensing.PartnerCase{As: licensing.Reseller}).Outcome)
	fmt.Println(licensing.MayProvision(on, licensing.CustomerCase{OtherPartner: rules.Yes, Tenant: rules.Yes}).Findings[0].Text)
	fmt.Println(licensing.MayUseInCSP(on, licensing.CSPUse{Item: licensing.ItemAzureService, ResourceManager: rules.No}).Outcome)
	fmt.Println(licensing.MayUseInCSP(on, licensing.CSPUse{Item: licensing.ItemOwnLicence}).Outcome)
	fmt.Println(licensing.CSPServices())
	fmt.Println(licensing.ManagementWays())
	// Output:
	// no
	// yes
	// A customer may use several CSP partners.
	// no
	// yes
	// [Azure Office 365 Enterprise Mobility Suite Dynamics CRM Online]
	// [Microsoft Azure Management Portal PowerShell X-Plat CLI REST API]
}

// Rules of the channel changed in Go.
func ExampleRules_EditDuty() {
	r := licensing.Published()
	const owner, reason = "Fabrikam distribution", "contracts with resellers of 2024"
	r, errDuty := r.EditDuty(rules.Edit[licensing.DutyCase, licensing.Party]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.duty.reseller.sale"}})
	r, errPartner := r.EditPartner(rules.Edit[licensing.PartnerCase, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.partner.reseller"}})
	r, errCustomer := r.EditCustomer(rules.Edit[licensing.CustomerCase, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.customer.new"}})
	r, errAccess := r.EditAccess(rules.Edit[licensing.AccessCase, licensing.Access]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.access.reseller.owner"}})
	r, errStep := r.EditAccessStep(rules.Edit[licensing.ResellerProgress, licensing.AccessStep]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.accessstep.none"}})
	r, errUse := r.EditCSPUse(rules.Edit[licensing.CSPUse, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.cspuse.valueAdded"}})
	fmt.Println(errDuty, errPartner, errCustomer, errAccess, errStep, errUse)

	on := terms.MustParseDay("2024-01-01")
	fmt.Println(r.DoneBy(on, licensing.DutyCase{Duty: licensing.DutyPrices, For: licensing.ForReseller}).Status)
	fmt.Println(r.MayBePartner(on, licensing.PartnerCase{As: licensing.Reseller}).Outcome)
	fmt.Println(r.MayProvision(on, licensing.CustomerCase{OtherPartner: rules.No, Tenant: rules.No}).Status)
	fmt.Println(r.AccessOf(on, licensing.AccessCase{Party: licensing.Reseller, Granted: licensing.AzureOwner, Relationship: rules.Yes}).Outcome)
	fmt.Println(r.NextAccessStep(on, licensing.ResellerProgress{Relationship: rules.Yes, Role: rules.Yes}).Status)
	fmt.Println(r.MayUseInCSP(on, licensing.CSPUse{Item: licensing.ItemValueAdded}).Status)
	fmt.Println(r.DutySet().ID(), r.PartnerSet().ID(), r.CustomerSet().ID(), r.AccessSet().ID(), r.AccessStepSet().ID(), r.CSPUseSet().ID())
	// Output:
	// <nil> <nil> <nil> <nil> <nil> <nil>
	// unanswered
	// no
	// unanswered
	// none
	// unanswered
	// unanswered
	// licensing/duty licensing/partner licensing/customer licensing/access licensing/accessstep licensing/cspuse
}
