package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

func parties() []licensing.Party {
	return []licensing.Party{
		licensing.Microsoft, licensing.DirectPartner, licensing.Distributor, licensing.Reseller, licensing.Customer,
	}
}

// ChannelDuty gives every duty, for all it is done for.
func ChannelDuty() rulestest.Samples[licensing.DutyCase] {
	type facts = licensing.DutyCase
	return rulestest.Product(
		rulestest.Of("duty", func(f *facts, d licensing.Duty) { f.Duty = d },
			licensing.DutyPrices, licensing.DutyTerms, licensing.DutyBilling, licensing.DutyProvisioning,
			licensing.DutyManagement, licensing.DutySupport, licensing.DutyCases, licensing.DutyAvailability),
		rulestest.Of("for", func(f *facts, whom licensing.DutyFor) { f.For = whom },
			licensing.ForDirectCustomer, licensing.ForIndirectCustomer, licensing.ForReseller),
	)
}

// Partner gives every company that wants to take a part in the programme.
func Partner() rulestest.Samples[licensing.PartnerCase] {
	type facts = licensing.PartnerCase
	return rulestest.Product(
		rulestest.Of("as", func(f *facts, p licensing.Party) { f.As = p }, parties()...),
		rulestest.Truth("atScale", func(f *facts, t rules.Truth) { f.AtScale = t }),
		rulestest.Truth("nominated", func(f *facts, t rules.Truth) { f.Nominated = t }),
		rulestest.Truth("proven", func(f *facts, t rules.Truth) { f.Proven = t }),
	)
}

// ChannelCustomer gives every customer to provision for.
func ChannelCustomer() rulestest.Samples[licensing.CustomerCase] {
	type facts = licensing.CustomerCase
	return rulestest.Product(
		rulestest.Truth("otherPartner", func(f *facts, t rules.Truth) { f.OtherPartner = t }),
		rulestest.Truth("tenant", func(f *facts, t rules.Truth) { f.Tenant = t }),
	)
}

// ChannelAccess gives every party with every role.
func ChannelAccess() rulestest.Samples[licensing.AccessCase] {
	type facts = licensing.AccessCase
	return rulestest.Product(
		rulestest.Of("party", func(f *facts, p licensing.Party) { f.Party = p }, parties()...),
		rulestest.Of("granted", func(f *facts, r licensing.AzureRole) { f.Granted = r },
			licensing.AzureNoRole, licensing.AzureContributor, licensing.AzureOwner),
		rulestest.Truth("relationship", func(f *facts, t rules.Truth) { f.Relationship = t }),
	)
}

// AccessStep gives every progress of a reseller towards access.
func AccessStep() rulestest.Samples[licensing.ResellerProgress] {
	type facts = licensing.ResellerProgress
	return rulestest.Product(
		rulestest.Truth("relationship", func(f *facts, t rules.Truth) { f.Relationship = t }),
		rulestest.Truth("role", func(f *facts, t rules.Truth) { f.Role = t }),
	)
}

// CSPUse gives everything that may be used with an Azure subscription in CSP.
func CSPUse() rulestest.Samples[licensing.CSPUse] {
	type facts = licensing.CSPUse
	return rulestest.Product(
		rulestest.Of("item", func(f *facts, i licensing.CSPItem) { f.Item = i },
			licensing.ItemAzureService, licensing.ItemThirdParty, licensing.ItemOwnLicence, licensing.ItemFreeImage, licensing.ItemValueAdded),
		rulestest.Truth("resourceManager", func(f *facts, t rules.Truth) { f.ResourceManager = t }),
		rulestest.Truth("optedIn", func(f *facts, t rules.Truth) { f.OptedIn = t }),
	)
}
