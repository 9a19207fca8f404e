package markets

import (
	"cmp"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A Sale is a question about a partner of the CSP programme: may it sell to that customer?
type Sale struct {
	Partner  Market `json:"partner,omitzero"`  // where the partner's company is located
	Customer Market `json:"customer,omitzero"` // the country set in the customer's tenant, wherever its offices are
	// What the list of regions says of the two. What is not given is looked up on the day; what is given is taken as it is.
	PartnerRegion  RegionFacts `json:"partnerRegion,omitzero"`
	CustomerRegion RegionFacts `json:"customerRegion,omitzero"`
}

// The names of the facts of a sale.
const (
	factPartner  = "partner"
	factCustomer = "customer"
)

// RegionFacts are what the list of regions says of a market, as far as a decision depends on it.
type RegionFacts struct {
	Listed   rules.Truth `json:"listed"`            // whether the market is in a region
	Region   Region      `json:"region,omitzero"`   // the region
	Alone    rules.Truth `json:"alone,omitzero"`    // whether it is the region's only market
	Doubtful rules.Truth `json:"doubtful,omitzero"` // whether a later version, which may have stood already, says otherwise
}

// MaySell says whether a CSP partner may sell to a customer on a day: in its own region, wherever its offices are there
// (CSP-19), and nowhere else. Brazil, China, India, Japan, Korea and Taiwan are regions of one market, and so was Russia.
// A market in no region has no partners and no customers (CSP-31).
//
// Which region a market is in is the list of [Rules.Regions]: the record has it from 2021-04-15 on. Between 2021-05-20 and
// 2023-08-17 it changed on a day that is not known; a finding says so where that matters.
func MaySell(day terms.Day, q Sale) rules.Decision[rules.Truth] { return published.MaySell(day, q) }

// MaySell is [MaySell] by these rules.
func (r *Rules) MaySell(day terms.Day, q Sale) rules.Decision[rules.Truth] {
	q.PartnerRegion = r.regionIfNotGiven(q.PartnerRegion, day, q.Partner)
	q.CustomerRegion = r.regionIfNotGiven(q.CustomerRegion, day, q.Customer)
	partner, customer := r.regions.Listing(day, q.Partner).Listing, r.regions.Listing(day, q.Customer).Listing
	partner.Origin = cmp.Or(partner.Origin, customer.Origin)
	d := cite(r.sales.Explain(day, q), nil, partner)
	d.Missing = q.notGiven(d.Missing)
	return d
}

// notGiven leaves out of the facts that are asked for those that are given: what compares the two asks for both.
func (q Sale) notGiven(missing []string) []string {
	return slices.DeleteFunc(missing, func(fact string) bool {
		return fact == factPartner && !q.Partner.IsZero() || fact == factCustomer && !q.Customer.IsZero()
	})
}

// SaleSet gives the rules of [Rules.MaySell], to list and to test. They do not look into lists: the caller gives what these
// say.
func (r *Rules) SaleSet() *rules.Set[Sale, rules.Truth] { return r.sales }

// EditSales gives the rules with a change of those of [Rules.MaySell].
func (r *Rules) EditSales(e rules.Edit[Sale, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.sales, e)
}

// Regions gives the list of the regions of the CSP programme (CSP-19, CSP-31).
func (r *Rules) Regions() Regions { return r.regions }

func (r *Rules) regionIfNotGiven(given RegionFacts, day terms.Day, m Market) RegionFacts {
	if given != (RegionFacts{}) || m.IsZero() {
		return given
	}
	listing := r.regions.Listing(day, m)
	if listing.Listed == rules.Unknown {
		return given
	}
	region := listing.Placement.Region
	facts := RegionFacts{Listed: listing.Listed, Region: region}
	facts.Doubtful = rules.TruthOf(listing.Doubtful && listing.Later.Region != region)
	if facts.Listed == rules.Yes {
		others, _ := r.regions.Markets(day, region)
		facts.Alone = rules.TruthOf(len(others) == 1)
	}
	return facts
}

// An Enrolment is a question about a company that wants to be a CSP partner: is the programme open to it?
type Enrolment struct {
	Office Market      `json:"office,omitzero"` // where the company has offices
	Region RegionFacts `json:"region,omitzero"` // what the list of regions says of it; looked up on the day if not given
}

// MayEnrol says whether the CSP programme is open to a company with offices in a market: whether the market is in one of the
// regions (CSP-31). It answers for the market alone.
func MayEnrol(day terms.Day, q Enrolment) rules.Decision[rules.Truth] {
	return published.MayEnrol(day, q)
}

// MayEnrol is [MayEnrol] by these rules.
func (r *Rules) MayEnrol(day terms.Day, q Enrolment) rules.Decision[rules.Truth] {
	q.Region = r.regionIfNotGiven(q.Region, day, q.Office)
	return cite(r.enrolments.Explain(day, q), nil, r.regions.Listing(day, q.Office).Listing)
}

// EnrolmentSet gives the rules of [Rules.MayEnrol], to list and to test. They do not look into lists: the caller gives what
// these say.
func (r *Rules) EnrolmentSet() *rules.Set[Enrolment, rules.Truth] { return r.enrolments }

// EditEnrolments gives the rules with a change of those of [Rules.MayEnrol].
func (r *Rules) EditEnrolments(e rules.Edit[Enrolment, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.enrolments, e)
}
