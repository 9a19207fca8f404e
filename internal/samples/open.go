package samples

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// AzureChannel gives every channel through which Azure may be bought.
func AzureChannel() rulestest.Samples[licensing.ChannelUse] {
	return rulestest.Product(
		rulestest.Of("channel", func(u *licensing.ChannelUse, c licensing.AzureChannel) { u.Channel = c },
			licensing.ChannelWeb, licensing.ChannelEnterpriseAgreement, licensing.ChannelOpen,
			licensing.ChannelOpenValue, licensing.ChannelOpenValueSubscription),
	)
}

// OpenPurchase gives every purchase of Azure in Open. What the programme and the country allow is looked up before the set
// is asked; a programme that sells nothing is not given where the programme is not.
func OpenPurchase() rulestest.Samples[licensing.OpenPurchaseFacts] {
	type facts = licensing.OpenPurchaseFacts
	type programme struct{ open, sells rules.Truth }
	return rulestest.Product(
		rulestest.Of("programme", func(f *facts, p programme) { f.Open, f.Sells = p.open, p.sells },
			programme{rules.Yes, rules.Yes}, programme{rules.Yes, rules.No}, programme{rules.No, rules.Yes}, programme{rules.No, rules.No}),
		rulestest.Truth("country", func(f *facts, t rules.Truth) { f.Available = t }),
		rulestest.Truth("government", func(f *facts, t rules.Truth) { f.Government = t }),
	)
}

// OpenAccount gives an account of the day before, the day, and the day after that from which accounts will do.
func OpenAccount() rulestest.Samples[licensing.OpenAccount] {
	return rulestest.Product(
		rulestest.Of("created", func(a *licensing.OpenAccount, d terms.Day) { a.Created = d },
			terms.MustParseDay("2014-07-13"), terms.MustParseDay("2014-07-14"), terms.MustParseDay("2014-07-15")),
	)
}

// OpenProduct gives every kind of product that a customer with Azure in Open may want.
func OpenProduct() rulestest.Samples[licensing.OpenWish] {
	return rulestest.Product(
		rulestest.Of("product", func(w *licensing.OpenWish, p licensing.OpenProduct) { w.Product = p },
			licensing.OpenConsumption, licensing.OpenOwnLicence, licensing.OpenMarketplaceUsage,
			licensing.OpenUserLicence, licensing.OpenSupportPlan, licensing.OpenGovernment),
	)
}

// OpenSupport gives every topic of a question to support.
func OpenSupport() rulestest.Samples[licensing.OpenQuestion] {
	return rulestest.Product(
		rulestest.Of("topic", func(q *licensing.OpenQuestion, t licensing.SupportTopic) { q.Topic = t },
			licensing.TopicSubscription, licensing.TopicBilling, licensing.TopicTechnical),
	)
}

// OpenManagement gives every party that may manage an account with Azure in Open.
func OpenManagement() rulestest.Samples[licensing.OpenManagement] {
	type facts = licensing.OpenManagement
	return rulestest.Product(
		rulestest.Of("by", func(f *facts, p licensing.Party) { f.By = p }, parties()...),
		rulestest.Truth("coAdministrator", func(f *facts, t rules.Truth) { f.CoAdministrator = t }),
	)
}

// OpenMove gives everything that billing support may have found.
func OpenMove() rulestest.Samples[licensing.OpenMove] {
	return rulestest.Product(rulestest.Truth("supported", func(m *licensing.OpenMove, t rules.Truth) { m.Supported = t }))
}
