package samples

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// CreditTopUp gives the wishes to add credit by card.
func CreditTopUp() rulestest.Samples[credit.CardTopUpFacts] {
	return rulestest.Product(
		rulestest.Truth("runningOut", func(f *credit.CardTopUpFacts, t rules.Truth) { f.RunningOut = t }),
		rulestest.Truth("market", func(f *credit.CardTopUpFacts, t rules.Truth) { f.Available = t }),
	)
}

// CreditAlert gives the alerts to configure.
func CreditAlert() rulestest.Samples[credit.AlertSetupFacts] {
	return rulestest.Product(
		rulestest.Of("watches", func(f *credit.AlertSetupFacts, s credit.AlertSubject) { f.Watches = s },
			credit.WatchSubscriptionCredit, credit.WatchTokenCredit, credit.WatchTokenExpiry),
		rulestest.Truth("alerts", func(f *credit.AlertSetupFacts, t rules.Truth) { f.TooMany = t }),
		rulestest.Truth("recipients", func(f *credit.AlertSetupFacts, t rules.Truth) { f.TooManyRecipients = t }),
		rulestest.Truth("nameTaken", func(f *credit.AlertSetupFacts, t rules.Truth) { f.NameTaken = t }),
		rulestest.Truth("amountTaken", func(f *credit.AlertSetupFacts, t rules.Truth) { f.AmountTaken = t }),
	)
}

// CreditAttachment gives subscriptions with and without credit, attached to an Enterprise Agreement or not.
func CreditAttachment() rulestest.Samples[credit.Attachment] {
	return rulestest.Product(
		rulestest.Truth("attached", func(a *credit.Attachment, t rules.Truth) { a.Attached = t }),
		rulestest.Of("left", func(a *credit.Attachment, m terms.Money) { a.Left = m },
			terms.MustParseMoney("0 USD"), terms.MustParseMoney("0.01 USD"), terms.MustParseMoney("40 USD")),
	)
}

// CreditCombination gives bulk credit beside every offer.
func CreditCombination() rulestest.Samples[credit.Combination] {
	return rulestest.Product(
		rulestest.Of("with", func(c *credit.Combination, o credit.Offer) { c.With = o },
			credit.NoOffer, credit.OfferEnterpriseAgreement, credit.OfferCloudSolutionProvider, credit.OfferAzureInOpen,
			credit.OfferAzurePass, credit.OfferActionPack, credit.OfferMonthlyCredit, credit.OfferOther),
		rulestest.Truth("sameUser", func(c *credit.Combination, t rules.Truth) { c.SameUser = t }),
	)
}
