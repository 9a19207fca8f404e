package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A BenefitKind is a kind of partner benefit among Azure and cloud products (MPN-01). The zero BenefitKind means "not
// given". Its texts, in JSON too, are usageBased and licenceBased.
type BenefitKind uint8

const (
	_ BenefitKind = iota
	// UsageBased is Azure credit, which is assigned to a user. What it pays for is package credit's.
	UsageBased
	// LicenceBased is a subscription that a product key activates.
	LicenceBased
)

// BenefitKinds gives the kinds there are: usage-based and licence-based (MPN-01).
func BenefitKinds() []BenefitKind { return []BenefitKind{UsageBased, LicenceBased} }

// A BenefitType says what a benefit comes from (MPN-01). The zero BenefitType means "not given". Its texts, in JSON too,
// are core and incremental.
type BenefitType uint8

const (
	_ BenefitType = iota
	// BenefitCore is a core benefit.
	BenefitCore
	// BenefitIncremental is one that comes on top.
	BenefitIncremental
)

// A MembershipOffer is an offer of the partner programme that brings benefits. The page calls its list of them open. The
// zero MembershipOffer means "not given". Its texts, in JSON too, are actionPack, silverCompetency, goldCompetency,
// solutionsPartner and other.
type MembershipOffer uint8

const (
	_ MembershipOffer = iota
	// OfferActionPack is the Microsoft Action Pack.
	OfferActionPack
	// OfferSilverCompetency is a silver competency. It was offered until 30 September 2022; who held it then can renew it, for
	// its benefits alone.
	OfferSilverCompetency
	// OfferGoldCompetency is a gold competency. It ended with silver.
	OfferGoldCompetency
	// OfferSolutionsPartner is a Solutions Partner designation, from 4 October 2022 on.
	OfferSolutionsPartner
	// OfferOther is any other offer.
	OfferOther
)

// A BenefitProduct is the product of a licence-based benefit, as far as rules tell products apart. The zero BenefitProduct
// means "not given". Its texts, in JSON too, are office365E3, office365E5, enterpriseMobilitySecurity, intune,
// windows10Enterprise, microsoft365E3, microsoft365E5 and other.
type BenefitProduct uint8

const (
	_ BenefitProduct = iota
	// Office365E3 is Office 365 E3.
	Office365E3
	// Office365E5 is Office 365 E5.
	Office365E5
	// EnterpriseMobilitySecurity is Enterprise Mobility + Security.
	EnterpriseMobilitySecurity
	// Intune is Microsoft Intune.
	Intune
	// Windows10Enterprise is Windows 10 Enterprise.
	Windows10Enterprise
	// Microsoft365E3 is Microsoft 365 E3.
	Microsoft365E3
	// Microsoft365E5 is Microsoft 365 E5.
	Microsoft365E5
	// OtherBenefitProduct is any other product.
	OtherBenefitProduct
)

// ReplacedBy gives the products of which either takes the place of p in the benefit packages of competencies (MPN-18), and
// none for a product that has kept its place.
func (p BenefitProduct) ReplacedBy() []BenefitProduct {
	switch p {
	case Office365E3, Office365E5, EnterpriseMobilitySecurity, Intune, Windows10Enterprise:
		return []BenefitProduct{Microsoft365E3, Microsoft365E5}
	default:
		return nil
	}
}

// ProductsWithKey gives the products that the page names as examples of those that a product key activates (MPN-23).
func ProductsWithKey() []string {
	return []string{"Office 365", "Dynamics", "Intune", "Azure AD Basic", "Power BI"}
}

// A Benefit is a partner benefit as Partner Center shows it (MPN-01).
type Benefit struct {
	Product  string          `json:"product"`
	Kind     BenefitKind     `json:"kind,omitzero"`
	Licences int             `json:"licences,omitzero"` // how many licences are assigned
	Offer    MembershipOffer `json:"offer,omitzero"`    // that provisioned it
	Type     BenefitType     `json:"type,omitzero"`
	// Expires is the last day on which the right to the benefit may be used (MPN-17).
	Expires terms.Day `json:"expires,omitzero"`
}

// A BenefitFacts is what the rules on which benefits a member has look at.
type BenefitFacts struct {
	Offer  MembershipOffer `json:"offer,omitzero"`
	Active rules.Truth     `json:"active,omitzero"` // the member's offer is active
	// Provisioned says whether Partner Center shows the benefit as one that the offer has provisioned. What is in the package of
	// an offer changes every year, and only Partner Center knows.
	Provisioned rules.Truth `json:"provisioned,omitzero"`
	// Held says whether the member held its competency on 30 September 2022. It matters for competencies after that day.
	Held    rules.Truth    `json:"held,omitzero"`
	Product BenefitProduct `json:"product,omitzero"`
}

// HasBenefit is [Rules.HasBenefit] of the [Published] rules.
func HasBenefit(day terms.Day, facts BenefitFacts) rules.Decision[rules.Truth] {
	return Published().HasBenefit(day, facts)
}

// HasBenefit says whether a member has a benefit by one of its offers on a day: the offer is active and has provisioned it
// (MPN-02). Some products have left the packages of competencies, and Microsoft 365 E3 or E5 replaces them (MPN-18); the
// Action Pack still had them in 2023. The note on that came between 19 May and 15 June 2021, and the later day counts here. From 1 October 2022 on a
// competency is there only for those who held it the day before.
// On help with deploying Microsoft 365 benefits a finding says where it is to be had (MPN-26).
func (r *Rules) HasBenefit(day terms.Day, facts BenefitFacts) rules.Decision[rules.Truth] {
	return r.benefit.Explain(day, facts)
}

// BenefitSet gives the set that [Rules.HasBenefit] asks, licensing/benefit.
func (r *Rules) BenefitSet() *rules.Set[BenefitFacts, rules.Truth] { return r.benefit }

// EditBenefit gives the rules with changes to the set of [Rules.HasBenefit].
func (r *Rules) EditBenefit(e rules.Edit[BenefitFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.benefit, e)
}
