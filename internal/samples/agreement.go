package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// Order gives the facts of a new order, as far as agreements are concerned.
func Order() rulestest.Samples[licensing.OrderFacts] {
	type facts = licensing.OrderFacts
	return rulestest.Product(
		product(func(f *facts, p licensing.OrderedProduct) { f.Product = p }),
		rulestest.Truth("cloudAgreement", func(f *facts, t rules.Truth) { f.CloudAgreement = t }),
		rulestest.Of("acceptance", func(f *facts, a licensing.Acceptance) { f.Acceptance = a },
			licensing.NotAccepted, licensing.AcceptedUnconfirmed, licensing.AttestedByPartner, licensing.AcceptedDirectly),
		rulestest.Of("acceptedOn", func(f *facts, a acceptedOn) { f.Early, f.Later = a.early, a.later }, acceptedDays()...),
		rulestest.Truth("partnerAgreement", func(f *facts, t rules.Truth) { f.PartnerAgreement = t }),
	)
}

// Attestation gives the facts of a partner's attestation.
func Attestation() rulestest.Samples[licensing.AttestationFacts] {
	type facts = licensing.AttestationFacts
	return rulestest.Product(
		role(func(f *facts, r licensing.PortalRole) { f.Role = r }),
		rulestest.Truth("indirectReseller", func(f *facts, t rules.Truth) { f.IndirectReseller = t }),
		rulestest.Of("acceptedOn", func(f *facts, a acceptedOn) { f.Early, f.Later = a.early, a.later }, acceptedDays()...),
	)
}

// acceptedOn says of the day of an acceptance whether it lies before the agreement, and whether after the day asked about.
type acceptedOn struct{ early, later rules.Truth }

func acceptedDays() []acceptedOn {
	return []acceptedOn{{rules.Yes, rules.No}, {rules.No, rules.No}, {rules.No, rules.Yes}}
}
