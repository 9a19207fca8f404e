package licensing_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// The channels of the page, before Open sold Azure, while Open License did, and after.
func ExampleAzureChannels() {
	for _, on := range []string{"2014-07-31", "2014-08-01", "2022-01-01"} {
		channels, err := licensing.AzureChannels(terms.MustParseDay(on))
		fmt.Printf("%s %v %v\n", on, channels, err)
	}
	fmt.Printf("%v %t %t\n", licensing.OpenProgrammes(), licensing.ChannelOpenValue.IsOpen(), licensing.ChannelWeb.IsOpen())
	d := licensing.MayBuyThrough(terms.MustParseDay("2022-01-01"), licensing.ChannelUse{Channel: licensing.ChannelOpen})
	fmt.Println(d.Outcome, d.Findings[0].Text)
	// Output:
	// 2014-07-31 [web enterpriseAgreement] <nil>
	// 2014-08-01 [web enterpriseAgreement open openValue openValueSubscription] <nil>
	// 2022-01-01 [web enterpriseAgreement openValue openValueSubscription] <nil>
	// [open openValue openValueSubscription] true false
	// no Nothing can be bought in Open License after 31 December 2021. What was bought and not activated can be activated still.
}

// A customer who wants Azure in Open: whether it can be bought, with which account, and what for.
func ExampleMayBuyInOpen() {
	on := terms.MustParseDay("2018-06-15")
	answer := licensing.MayBuyInOpen(on, licensing.OpenPurchase{
		Programme: licensing.ChannelOpenValue, Country: markets.OpenOffer{Partners: rules.Yes, AzureDirect: rules.Yes}, Government: rules.No,
	})
	fmt.Println("buy:", answer.Decision.Outcome, answer.Programme.Outcome, answer.Country.Outcome, answer.Equal(licensing.OpenPurchaseAnswer{}))
	account := licensing.MayCreateInOpen(on, licensing.OpenAccount{Created: terms.MustParseDay("2014-07-13")})
	fmt.Println("account:", account.Outcome, account.Findings[0].Text)
	fmt.Println("Marketplace:", licensing.OpenWayTo(on, licensing.OpenWish{Product: licensing.OpenMarketplaceUsage}).Outcome)
	fmt.Println("Azure AD Premium:", licensing.OpenWayTo(on, licensing.OpenWish{Product: licensing.OpenUserLicence}).Outcome)
	fmt.Println("bought by way of:", licensing.KeySales())
	// Output:
	// buy: yes yes yes false
	// account: no An account created before 14 July 2014, of any offer type, trials and Office 365 included, will not do: create a new one with another e-mail address.
	// Marketplace: cardSubscription
	// Azure AD Premium: userLicence
	// bought by way of: [{distributor reseller} {reseller customer}]
}

// Questions after the purchase.
func ExampleNeedsSupportPlan() {
	on := terms.MustParseDay("2018-06-15")
	for _, topic := range []licensing.SupportTopic{licensing.TopicBilling, licensing.TopicTechnical} {
		fmt.Println(topic, licensing.NeedsSupportPlan(on, licensing.OpenQuestion{Topic: topic}).Outcome)
	}
	fmt.Println(licensing.MayManageInOpen(on, licensing.OpenManagement{By: licensing.Reseller, CoAdministrator: rules.Yes}).Outcome)
	fmt.Println(licensing.MayMoveInOpen(on, licensing.OpenMove{}).Missing)
	fmt.Printf("%v %v\n", licensing.TaskBalance.Portals(), licensing.PortalClassic.Tasks())
	// Output:
	// billing no
	// technical yes
	// yes
	// [supported]
	// [billing preview] [domains users subscriptions coAdministrators support]
}

// Rules of Azure in Open changed in Go, by a team that is on terms of its own with everybody.
func ExampleRules_EditOpenPurchase() {
	r := licensing.Published()
	const owner, reason = "Fabrikam licensing", "agreed with Microsoft"
	r, errChannel := r.EditChannel(rules.Edit[licensing.ChannelUse, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.channel.openRetired"}})
	r, errPurchase := r.EditOpenPurchase(rules.Edit[licensing.OpenPurchaseFacts, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.openpurchase.government"}})
	r, errAccount := r.EditOpenAccount(rules.Edit[licensing.OpenAccount, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.openaccount.old"}})
	r, errProduct := r.EditOpenProduct(rules.Edit[licensing.OpenWish, licensing.OpenWay]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.openproduct.government"}})
	r, errSupport := r.EditOpenSupport(rules.Edit[licensing.OpenQuestion, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.opensupport.technical"}})
	r, errManagement := r.EditOpenManagement(rules.Edit[licensing.OpenManagement, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.openmanagement.reseller"}})
	r, errMove := r.EditOpenMove(rules.Edit[licensing.OpenMove, rules.Truth]{Owner: owner, Reason: reason, SwitchOff: []rules.ID{"licensing.openmove.supported"}})
	fmt.Println(errChannel, errPurchase, errAccount, errProduct, errSupport, errManagement, errMove)

	on := terms.MustParseDay("2022-01-01")
	fmt.Println(r.MayBuyThrough(on, licensing.ChannelUse{Channel: licensing.ChannelOpen}).DefaultText)
	fmt.Println(r.AzureChannels(on))
	fmt.Println(r.MayBuyInOpen(on, licensing.OpenPurchase{Programme: licensing.ChannelOpenValue}).Decision.Missing)
	fmt.Println(r.MayCreateInOpen(on, licensing.OpenAccount{Created: terms.MustParseDay("2010-01-01")}).Status)
	fmt.Println(r.OpenWayTo(on, licensing.OpenWish{Product: licensing.OpenGovernment}).Status)
	fmt.Println(r.NeedsSupportPlan(on, licensing.OpenQuestion{Topic: licensing.TopicTechnical}).Status)
	fmt.Println(r.MayManageInOpen(on, licensing.OpenManagement{By: licensing.Reseller, CoAdministrator: rules.Yes}).Outcome)
	fmt.Println(r.MayMoveInOpen(on, licensing.OpenMove{Supported: rules.Yes}).Status)
	fmt.Println(r.ChannelSet().ID(), r.OpenPurchaseSet().ID(), r.OpenAccountSet().ID(), r.OpenProductSet().ID(),
		r.OpenSupportSet().ID(), r.OpenManagementSet().ID(), r.OpenMoveSet().ID(), r.Markets().OpenOfferSet().ID())
	// Output:
	// <nil> <nil> <nil> <nil> <nil> <nil> <nil>
	// No page on record has Azure sold through this channel on this day.
	// [web enterpriseAgreement openValue openValueSubscription] <nil>
	// [country]
	// unanswered
	// unanswered
	// unanswered
	// no
	// unanswered
	// licensing/channel licensing/openpurchase licensing/openaccount licensing/openproduct licensing/opensupport licensing/openmanagement licensing/openmove markets/open
}
