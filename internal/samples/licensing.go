package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// Redemption gives the facts of redeeming a key that carries licences, of which two are missing at most: there are nine.
func Redemption() rulestest.Samples[licensing.RedemptionFacts] {
	type facts = licensing.RedemptionFacts
	return rulestest.Product(
		rulestest.Of("action", func(f *facts, a licensing.KeyAction) { f.Action = a },
			licensing.ExtendEndDate, licensing.AddLicences, licensing.ActivateAsNew),
		rulestest.Of("status", func(f *facts, s licensing.SubscriptionStatus) { f.Status = s },
			licensing.StatusNone, licensing.StatusActive, licensing.StatusExpired, licensing.StatusDisabled),
		rulestest.Truth("redeemed", func(f *facts, t rules.Truth) { f.Redeemed = t }),
		rulestest.Truth("sameProduct", func(f *facts, t rules.Truth) { f.SameProduct = t }),
		rulestest.Truth("pastExpiry", func(f *facts, t rules.Truth) { f.PastExpiry = t }),
		rulestest.Truth("withinFactor", func(f *facts, t rules.Truth) { f.WithinFactor = t }),
		rulestest.Truth("withinLimit", func(f *facts, t rules.Truth) { f.WithinLimit = t }),
		rulestest.Truth("endsDiffer", func(f *facts, t rules.Truth) { f.EndsDiffer = t }),
		keyKind(func(f *facts, k licensing.KeyKind) { f.Kind = k }),
	).Where(func(f facts) bool {
		const most = 2
		missing := 0
		for _, isMissing := range []bool{
			f.Action == 0, f.Status == 0, f.Kind == 0, f.Redeemed == rules.Unknown, f.SameProduct == rules.Unknown,
			f.PastExpiry == rules.Unknown, f.WithinFactor == rules.Unknown, f.WithinLimit == rules.Unknown, f.EndsDiffer == rules.Unknown,
		} {
			if isMissing {
				missing++
			}
		}
		return missing <= most
	})
}

// keyKind gives the dimension of the kind of a key.
func keyKind[In any](set func(*In, licensing.KeyKind)) rulestest.Dimension[In] {
	return rulestest.Of("kind", set,
		licensing.OnlineServiceActivation, licensing.PartnerBenefit, licensing.SoftwareSubscription,
		licensing.MultipleActivation, licensing.KeyManagementService)
}

// KeyAction gives the facts of choosing an action for a key.
func KeyAction() rulestest.Samples[licensing.ActionFacts] {
	type facts = licensing.ActionFacts
	return rulestest.Product(
		rulestest.Of("status", func(f *facts, s licensing.SubscriptionStatus) { f.Status = s },
			licensing.StatusNone, licensing.StatusActive, licensing.StatusExpired, licensing.StatusDisabled),
		rulestest.Of("aim", func(f *facts, a licensing.RenewalAim) { f.Aim = a },
			licensing.MoreTime, licensing.MoreLicences, licensing.MoreOfBoth),
	)
}

// KeyUse gives the facts of using a key of any kind.
func KeyUse() rulestest.Samples[licensing.KeyUseFacts] {
	type facts = licensing.KeyUseFacts
	return rulestest.Product(
		keyKind(func(f *facts, k licensing.KeyKind) { f.Kind = k }),
		rulestest.Of("purpose", func(f *facts, p licensing.KeyPurpose) { f.Purpose = p },
			licensing.ToStartSubscription, licensing.ToChangeSubscription, licensing.ToAddCredit, licensing.ToActivateSoftware),
		rulestest.Truth("csp", func(f *facts, t rules.Truth) { f.CSP = t }),
		rulestest.Truth("redeemed", func(f *facts, t rules.Truth) { f.Redeemed = t }),
	)
}

// CoTermination gives the facts of aligning the end of a subscription, of which two are missing at most: there are ten.
func CoTermination() rulestest.Samples[licensing.CoTermFacts] {
	type facts = licensing.CoTermFacts
	terms := []licensing.Term{licensing.OneMonth, licensing.OneYear, licensing.ThreeYears}
	return rulestest.Product(
		rulestest.Truth("licenceBased", func(f *facts, t rules.Truth) { f.LicenceBased = t }),
		rulestest.Truth("isTrial", func(f *facts, t rules.Truth) { f.Trial = t }),
		rulestest.Of("termDuration", func(f *facts, t licensing.Term) { f.Term = t }, terms...),
		rulestest.Of("alignment", func(f *facts, a licensing.Alignment) { f.Alignment = a },
			licensing.AlignWithSubscription, licensing.AlignWithCalendarMonth),
		rulestest.Of("target.termDuration", func(f *facts, t licensing.Term) { f.TargetTerm = t }, terms...),
		rulestest.Truth("target.licenceBased", func(f *facts, t rules.Truth) { f.TargetLicenceBased = t }),
		rulestest.Truth("target.isTrial", func(f *facts, t rules.Truth) { f.TargetTrial = t }),
		rulestest.Truth("target.active", func(f *facts, t rules.Truth) { f.TargetActive = t }),
		rulestest.Truth("withinTerm", func(f *facts, t rules.Truth) { f.WithinTerm = t }),
		rulestest.Truth("lateDay", func(f *facts, t rules.Truth) { f.LateDay = t }),
	).Where(func(f facts) bool {
		const most = 2
		missing := 0
		for _, isMissing := range []bool{
			f.LicenceBased == rules.Unknown, f.Trial == rules.Unknown, f.Term == 0, f.Alignment == 0, f.TargetTerm == 0,
			f.TargetLicenceBased == rules.Unknown, f.TargetTrial == rules.Unknown, f.TargetActive == rules.Unknown,
			f.WithinTerm == rules.Unknown, f.LateDay == rules.Unknown,
		} {
			if isMissing {
				missing++
			}
		}
		return missing <= most
	})
}

// AutoRenewal gives the facts of the automatic renewal of a software subscription.
func AutoRenewal() rulestest.Samples[licensing.AutoRenewalFacts] {
	return rulestest.Product(
		rulestest.Of("switch", func(f *licensing.AutoRenewalFacts, s licensing.RenewalSwitch) { f.Switch = s },
			licensing.RenewalUntouched, licensing.RenewalOn, licensing.RenewalOff),
	)
}
