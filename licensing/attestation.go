package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An Attestation is a partner's word, given in Partner Center or by its API, that a customer has accepted the Microsoft
// Customer Agreement. What is not given is asked for where it matters.
type Attestation struct {
	Role             PortalRole  `json:"role,omitzero"`             // of whoever attests
	IndirectReseller rules.Truth `json:"indirectReseller,omitzero"` // the partner is an indirect reseller
	AcceptedOn       terms.Day   `json:"acceptedOn,omitzero"`       // the day on which the customer has accepted it
}

// An AttestationFacts is what the rules of [Rules.AttestationSet] look at: an attestation, held against its day.
type AttestationFacts struct {
	Attestation

	Early rules.Truth `json:"early,omitzero"` // the acceptance is dated before the agreement was there
	Later rules.Truth `json:"later,omitzero"` // the acceptance is dated after the attestation
}

// MayAttest is [Rules.MayAttest] of the [Published] rules.
func MayAttest(day terms.Day, attestation Attestation) rules.Decision[rules.Truth] {
	return Published().MayAttest(day, attestation)
}

// MayAttest says whether somebody may attest on a UTC day that a customer has accepted the Microsoft Customer Agreement
// (PLAN-05). An admin agent or a sales agent may; an indirect reseller cannot, and has its indirect provider do it; and the
// acceptance cannot lie in the future, nor before the agreement was there. Before 1 October 2019 there is nothing to attest.
func (r *Rules) MayAttest(day terms.Day, attestation Attestation) rules.Decision[rules.Truth] {
	return r.attestation.Explain(day, AttestationFacts{attestation, isEarly(attestation.AcceptedOn), isLater(attestation.AcceptedOn, day)})
}

// AttestationSet gives the set that [Rules.MayAttest] asks, licensing/attestation.
func (r *Rules) AttestationSet() *rules.Set[AttestationFacts, rules.Truth] { return r.attestation }

// EditAttestation gives the rules with changes to the set of [Rules.MayAttest].
func (r *Rules) EditAttestation(e rules.Edit[AttestationFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.attestation, e)
}
