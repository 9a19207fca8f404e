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
		rulestest.Truth("acceptedOn", func(f *facts, t rules.Truth) { f.Later = t }),
		rulestest.Truth("partnerAgreement", func(f *facts, t rules.Truth) { f.PartnerAgreement = t }),
	)
}

// Attestation gives the facts of a partner's attestation.
func Attestation() rulestest.Samples[licensing.AttestationFacts] {
	type facts = licensing.AttestationFacts
	return rulestest.Product(
		role(func(f *facts, r licensing.PortalRole) { f.Role = r }),
		rulestest.Truth("indirectReseller", func(f *facts, t rules.Truth) { f.IndirectReseller = t }),
		rulestest.Truth("acceptedOn", func(f *facts, t rules.Truth) { f.Later = t }),
	)
}
