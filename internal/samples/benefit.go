package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// Benefit gives the facts of which benefits a member has.
func Benefit() rulestest.Samples[licensing.BenefitFacts] {
	type facts = licensing.BenefitFacts
	return rulestest.Product(
		rulestest.Of("offer", func(f *facts, o licensing.MembershipOffer) { f.Offer = o },
			licensing.OfferActionPack, licensing.OfferSilverCompetency, licensing.OfferGoldCompetency,
			licensing.OfferSolutionsPartner, licensing.OfferOther),
		rulestest.Truth("active", func(f *facts, t rules.Truth) { f.Active = t }),
		rulestest.Truth("provisioned", func(f *facts, t rules.Truth) { f.Provisioned = t }),
		rulestest.Truth("held", func(f *facts, t rules.Truth) { f.Held = t }),
		rulestest.Of("product", func(f *facts, p licensing.BenefitProduct) { f.Product = p },
			licensing.Office365E3, licensing.Office365E5, licensing.EnterpriseMobilitySecurity, licensing.Intune, licensing.Windows10Enterprise,
			licensing.Microsoft365E3, licensing.Microsoft365E5, licensing.OtherBenefitProduct),
	)
}

// BenefitActivation gives the facts of activating a partner benefit.
func BenefitActivation() rulestest.Samples[licensing.BenefitActivationFacts] {
	type facts = licensing.BenefitActivationFacts
	return rulestest.Product(
		rulestest.Of("kind", func(f *facts, k licensing.BenefitKind) { f.Kind = k }, licensing.UsageBased, licensing.LicenceBased),
		rulestest.Of("status", func(f *facts, s licensing.SubscriptionStatus) { f.Status = s },
			licensing.StatusNone, licensing.StatusActive, licensing.StatusExpired, licensing.StatusDisabled),
	)
}

// CreditAssignment gives the facts of assigning Azure credit to a user.
func CreditAssignment() rulestest.Samples[licensing.AssignmentFacts] {
	type facts = licensing.AssignmentFacts
	return rulestest.Product(
		rulestest.Of("user", func(f *facts, u licensing.CreditUser) { f.User = u }, licensing.CompanyUser, licensing.GuestUser),
		rulestest.Truth("inTenant", func(f *facts, t rules.Truth) { f.InTenant = t }),
		rulestest.Truth("freeMail", func(f *facts, t rules.Truth) { f.FreeMail = t }),
		rulestest.Truth("hasCredit", func(f *facts, t rules.Truth) { f.HasCredit = t }),
	)
}

// UserChange gives the facts of changing the users of Azure credit.
func UserChange() rulestest.Samples[licensing.UserChangeFacts] {
	type facts = licensing.UserChangeFacts
	return rulestest.Product(
		rulestest.Of("credit", func(f *facts, c licensing.AzureBenefit) { f.Credit = c },
			licensing.AzureMonthlyCredit, licensing.AzureBulkCredit),
		rulestest.Of("change", func(f *facts, c licensing.UserChange) { f.Change = c },
			licensing.AddUser, licensing.RemoveUser, licensing.ReplaceUser),
		rulestest.Truth("inEnrolmentYear", func(f *facts, t rules.Truth) { f.InEnrolmentYear = t }),
		rulestest.Truth("reassignments", func(f *facts, t rules.Truth) { f.TooMany = t }),
	)
}
