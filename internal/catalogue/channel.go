package catalogue

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/licensing"
)

// channelSamples hears the sets of licensing on Azure Hybrid Benefit, Azure in Open and the channel.
func channelSamples(r *licensing.Rules) []Sampled {
	return []Sampled{
		Sample(r.HybridSet(), samples.HybridLicence()),
		Sample(r.DualUseSet(), samples.DualUse()),
		Sample(r.HostUseSet(), samples.HostUse()),
		Sample(r.SQLRatioSet(), samples.SQLUse()),
		Sample(r.ChannelSet(), samples.AzureChannel()),
		Sample(r.OpenPurchaseSet(), samples.OpenPurchase()),
		Sample(r.OpenAccountSet(), samples.OpenAccount()),
		Sample(r.OpenProductSet(), samples.OpenProduct()),
		Sample(r.OpenSupportSet(), samples.OpenSupport()),
		Sample(r.OpenManagementSet(), samples.OpenManagement()),
		Sample(r.OpenMoveSet(), samples.OpenMove()),
		Sample(r.DutySet(), samples.ChannelDuty()),
		Sample(r.PartnerSet(), samples.Partner()),
		Sample(r.CustomerSet(), samples.ChannelCustomer()),
		Sample(r.AccessSet(), samples.ChannelAccess()),
		Sample(r.AccessStepSet(), samples.AccessStep()),
		Sample(r.CSPUseSet(), samples.CSPUse()),
	}
}

// channelCovers covers the facts that licensing has as data or notes about Azure in Open and the channel.
func channelCovers() []Cover {
	inOpen, checked := terms.SpanFrom(terms.MustParseDay("2014-08-01")), terms.MustParseDay("2026-11-22")
	always := terms.Always() // the pages name no first day
	return []Cover{
		{"OPEN-07", inOpen, checked, Asked{Symbol: "licensing.OpenProgrammes", Ask: openProgrammes, Want: []string{"open", "openValue", "openValueSubscription"}}},
		{"OPEN-11", always, checked, Asked{Symbol: "licensing.Rules.AzureChannels", Ask: azureChannels, Want: [][]string{
			{"web", "enterpriseAgreement"},
			{"web", "enterpriseAgreement", "open", "openValue", "openValueSubscription"},
		}}},
		{"OPEN-26", inOpen, checked, Noted{In: "licensing.openproduct.consumption", Says: "Not every service is offered in every data centre location."}},
		{"OPEN-27", inOpen, checked, Asked{Symbol: "licensing.OpenPortal.Tasks", Ask: openPortals, Want: map[string][]string{
			"management": {"services"},
			"billing":    {"consumption", "balance", "account", "topUp", "alerts"},
			"preview":    {"services", "consumption", "balance", "account", "topUp", "alerts"},
			"classic":    {"domains", "users", "subscriptions", "coAdministrators", "support"},
		}}},
		{"OPEN-29", inOpen, checked, Asked{Symbol: "licensing.KeySales", Ask: keySales, Want: []string{"distributor to reseller", "reseller to customer"}}},
		{"OPEN-30", inOpen, checked, Noted{In: "licensing.Rules.MayBuyInOpen", Says: "differ by service, as Azure Backup's from those of basic Storage"}},
		{"OPEN-31", inOpen, checked, Noted{In: "licensing.Rules.MayBuyInOpen", Says: "are those of the pay-as-you-go offer"}},
		{"CSP-30", always, checked, Noted{In: "licensing.access.customer.advice", Says: "Making the customer an owner is not recommended in general"}},
		{"CSP-35", always, checked, Asked{Symbol: "licensing.CSPServices", Ask: cspServices, Want: []string{"Azure", "Office 365", "Enterprise Mobility Suite", "Dynamics CRM Online"}}},
		{"CSP-36", always, checked, Asked{Symbol: "licensing.ManagementWays", Ask: managementWays, Want: []string{
			"Microsoft Azure Management Portal", "PowerShell", "X-Plat CLI", "REST API",
		}}},
		{"CSP-37", always, checked, Noted{In: "licensing.duty.reseller.availability", Says: "resellers ask their distributor for it"}},
	}
}

func openProgrammes() (any, error) { return texts(licensing.OpenProgrammes()), nil }

// azureChannels asks for the day before Azure was sold through Open, and for the first day.
func azureChannels() (any, error) {
	var channels [][]string
	for _, day := range []string{"2014-07-31", "2014-08-01"} {
		found, err := licensing.AzureChannels(terms.MustParseDay(day))
		if err != nil {
			return nil, err
		}
		channels = append(channels, texts(found))
	}
	return channels, nil
}

func openPortals() (any, error) {
	tasks := map[string][]string{}
	for _, portal := range []licensing.OpenPortal{
		licensing.PortalManagement, licensing.PortalBilling, licensing.PortalPreview, licensing.PortalClassic,
	} {
		tasks[portal.String()] = texts(portal.Tasks())
	}
	return tasks, nil
}

func keySales() (any, error) {
	var sales []string
	for _, sale := range licensing.KeySales() {
		sales = append(sales, sale.Seller.String()+" to "+sale.Buyer.String())
	}
	return sales, nil
}

func cspServices() (any, error) { return licensing.CSPServices(), nil }

func managementWays() (any, error) { return licensing.ManagementWays(), nil }

func texts[T interface{ String() string }](values []T) []string {
	var names []string
	for _, value := range values {
		names = append(names, value.String())
	}
	return names
}
