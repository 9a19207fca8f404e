package pricing

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Programme is through what an offer is bought. The zero Programme means "not given".
type Programme uint8

const (
	// ProgrammeCSP is Cloud Solution Provider.
	ProgrammeCSP Programme = iota + 1
	// ProgrammeEnterprise is the Enterprise Agreement.
	ProgrammeEnterprise
	// ProgrammePayAsYouGo is bought from Microsoft on the web and paid as it is used.
	ProgrammePayAsYouGo
	// ProgrammeOpen is Open volume licensing: Azure in Open.
	ProgrammeOpen
	// ProgrammePartner is the benefits of the partner programme.
	ProgrammePartner
	// ProgrammeVisualStudio is the benefits of Visual Studio subscribers, MSDN Platforms among them.
	ProgrammeVisualStudio
	// ProgrammeStudents is for students.
	ProgrammeStudents
	// ProgrammePass is Azure Pass, credit that is given away at events and courses.
	ProgrammePass
	// ProgrammeSponsorship is sponsored by Microsoft.
	ProgrammeSponsorship
	// ProgrammeTrial is the free trial.
	ProgrammeTrial
	// ProgrammeSupport is the Azure support plans.
	ProgrammeSupport
)

// An OfferKind is an offer as far as rules tell offers apart. The zero OfferKind means "not given".
type OfferKind uint8

const (
	// PreviousAzureOffer is the previous Azure offer in CSP, MS-AZR-0145P.
	PreviousAzureOffer OfferKind = iota + 1
	// AzurePlanOffer is the new offer, the Azure plan, for development and testing too.
	AzurePlanOffer
	// SharedServicesOffer is Azure Partner Shared Services (APSS), MS-AZR-0159P, for a partner's own use.
	SharedServicesOffer
	// NationalCloudOffer is an offer of CSP in a national cloud, of which the phases say nothing.
	NationalCloudOffer
	// SandboxOffer is for the integration sandbox of Partner Center: no customer has it.
	SandboxOffer
	// OutsideCSP is every offer that no CSP partner transacts.
	OutsideCSP
)

// A Cloud is where an offer's services run. The zero Cloud means "not given".
type Cloud uint8

const (
	// GlobalCloud is the public cloud, in which the customers of the Government Community Cloud (GCC) are as well.
	GlobalCloud Cloud = iota + 1
	// USGovernmentCloud is Azure Government.
	USGovernmentCloud
	// GermanCloud is Microsoft Cloud Germany.
	GermanCloud
)

// A Standing is how an offer stands on a day. The zero Standing means "not given".
type Standing uint8

const (
	// StandingOffered is offered to whoever may buy it.
	StandingOffered Standing = iota + 1
	// StandingContinuing goes on for those who have it, and is closed to net-new business.
	StandingContinuing
	// StandingTesting is for tests.
	StandingTesting
	// StandingNamed is named in the record, which does not say how it stands.
	StandingNamed
	// StandingNotOffered is not offered yet, or any more.
	StandingNotOffered
)

// StandingDays is a standing with its days, which are pending for what is announced and has no day.
type StandingDays struct {
	Standing Standing   `json:"standing"`
	Days     terms.Span `json:"days"`
}

// An Offer is one entry of the catalogue of Azure offers.
type Offer struct {
	ID        string    `json:"id"` // as in MS-AZR-0145P
	Name      string    `json:"name"`
	Kind      OfferKind `json:"kind"`
	Programme Programme `json:"programme"`
	Cloud     Cloud     `json:"cloud"`
	// ProductID and SKUID are those of Partner Center's catalogue, and QuotaIDs those that subscriptions of the offer have,
	// where the record gives them. Offers share quota ids: of a subscription they do not tell which offer it is.
	ProductID string   `json:"productId,omitempty"`
	SKUID     string   `json:"skuId,omitempty"`
	QuotaIDs  []string `json:"quotaIds,omitempty"`
	// Agreement is what the customer buys under, and Prices how it is priced, where the register says so.
	Agreement string `json:"agreement,omitempty"`
	Prices    string `json:"prices,omitempty"`
	// Standings is how it stands, the earliest first.
	Standings []StandingDays `json:"standings"`
	Sources   []rules.Source `json:"sources"`
}

// Equal reports whether both are the same offer.
func (o Offer) Equal(other Offer) bool {
	return o.ID == other.ID && o.Name == other.Name && o.Kind == other.Kind && o.Programme == other.Programme && o.Cloud == other.Cloud &&
		o.ProductID == other.ProductID && o.SKUID == other.SKUID && slices.Equal(o.QuotaIDs, other.QuotaIDs) &&
		o.Agreement == other.Agreement && o.Prices == other.Prices &&
		slices.Equal(o.Standings, other.Standings) && slices.Equal(o.Sources, other.Sources)
}

// catalogued is an offer of the catalogue, with how it stands.
type catalogued struct {
	offer    Offer // without its standings
	standing rules.Timeline[Standing]
}

// whole gives the offer with its standings, as the caller's own.
func (c catalogued) whole() Offer {
	o := c.offer
	o.QuotaIDs, o.Sources = slices.Clone(o.QuotaIDs), slices.Clone(o.Sources)
	for _, s := range stretches(c.standing) {
		o.Standings = append(o.Standings, StandingDays{s.value, s.days})
	}
	return o
}

// Offers gives the catalogue of Azure offers: those of CSP first, then those of other programmes. The Azure plan sells Azure
// services at pay-as-you-go rates under the Microsoft Customer Agreement (PLAN-01), and one global price policy lets partners
// offer them at the published prices (PLAN-03).
func (r *Rules) Offers() []Offer {
	all := make([]Offer, len(r.offers))
	for i, c := range r.offers {
		all[i] = c.whole()
	}
	return all
}

// Offers is [Rules.Offers] of the published rules.
func Offers() []Offer { return Published().Offers() }

// OfferByID gives an offer by its id, in any letter case. One that the catalogue does not have is [ErrOffer], and the error
// names the offers of CSP.
func (r *Rules) OfferByID(id string) (Offer, error) {
	c, err := r.catalogued(id)
	if err != nil {
		return Offer{}, err
	}
	return c.whole(), nil
}

// OfferByID is [Rules.OfferByID] of the published rules.
func OfferByID(id string) (Offer, error) { return Published().OfferByID(id) }

// OfferStanding gives how an offer stands on a day, with what other sources say. The Azure plan, for one, was launched in
// November 2019 by some, and introduced in July 2021 by others. An overlay changes it as the figure pricing.offer. and the
// id in small letters. An offer that the catalogue does not have is [ErrOffer].
func (r *Rules) OfferStanding(day terms.Day, id string) (rules.Reading[Standing], error) {
	c, err := r.catalogued(id)
	if err != nil {
		return rules.Reading[Standing]{}, err
	}
	return c.standing.On(day)
}

// OfferStanding is [Rules.OfferStanding] of the published rules.
func OfferStanding(day terms.Day, id string) (rules.Reading[Standing], error) {
	return Published().OfferStanding(day, id)
}

func (r *Rules) catalogued(id string) (catalogued, error) {
	at := slices.IndexFunc(r.offers, func(c catalogued) bool { return strings.EqualFold(c.offer.ID, id) })
	if at < 0 {
		return catalogued{}, fault(ErrOffer, "offer", id, "an id of the catalogue, in CSP one of "+strings.Join(r.idsInCSP(), ", "))
	}
	return r.offers[at], nil
}

func (r *Rules) idsInCSP() []string {
	var ids []string
	for _, c := range r.offers {
		if c.offer.Programme == ProgrammeCSP {
			ids = append(ids, c.offer.ID)
		}
	}
	return ids
}

// kindOf gives what kind of offer an id is of, and none for an id that the catalogue does not have.
func (r *Rules) kindOf(id string) OfferKind {
	c, err := r.catalogued(id)
	if err != nil {
		return 0
	}
	return c.offer.Kind
}

// newCatalogue makes the catalogue of offers and how each stands. Of an offer without entries the record gives the name only.
func newCatalogue(offers []Offer, standings map[string][]rules.Entry[Standing]) ([]catalogued, error) {
	all := make([]catalogued, len(offers))
	for i, o := range offers {
		entries := standings[o.ID]
		if entries == nil {
			entries = []rules.Entry[Standing]{{Value: StandingNamed, Span: terms.Always(), Sources: o.Sources}}
		}
		t, err := rules.NewTimeline("pricing.offer."+strings.ToLower(o.ID), fmt.Sprintf("How the offer %s (%s) stands.", o.ID, o.Name), entries...)
		if err != nil {
			return nil, err
		}
		all[i] = catalogued{o, t}
	}
	return all, nil
}
