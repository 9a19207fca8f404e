package markets

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A Billing is a question about a CSP partner: in which currency does Microsoft bill it?
type Billing struct {
	Partner Market `json:"partner,omitzero"` // where the partner's company is located
	// Traditional says whether it is about traditional licence-based offers, and not those of new commerce. It matters in Brazil
	// only, and is asked for there only.
	Traditional rules.Truth `json:"traditional,omitzero"`
	// Entry is what the list of regions says. If not given, it is looked up on the day.
	Entry BillingEntry `json:"entry,omitzero"`
}

// A BillingEntry is what the list of regions says of the currency in a market.
type BillingEntry struct {
	Listed      rules.Truth    `json:"listed"`               // whether the market is in a region
	Currency    terms.Currency `json:"currency,omitzero"`    // not given where the page has none
	Traditional terms.Currency `json:"traditional,omitzero"` // of traditional licence-based offers, where it is another
	Doubtful    rules.Truth    `json:"doubtful,omitzero"`    // whether a later version, which may have stood already, says otherwise
}

// A BillingBasis says which currency of an entry a partner is billed in. The zero BillingBasis is none.
type BillingBasis uint8

const (
	// BilledAsListed is the currency of the market's entry.
	BilledAsListed BillingBasis = iota + 1
	// BilledAsTraditional is the currency the entry has for traditional licence-based offers.
	BilledAsTraditional
)

// String gives the name.
func (b BillingBasis) String() string { return billingBasisNames.Text(b) }

// MarshalText gives the name.
func (b BillingBasis) MarshalText() ([]byte, error) { return billingBasisNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *BillingBasis) UnmarshalText(text []byte) error { return billingBasisNames.Unmarshal(text, b) }

// A BillingDecision is the currency in which a partner is billed, with its reasons.
type BillingDecision struct {
	Currency terms.Currency               `json:"currency,omitzero"` // not given if there is no answer
	Decision rules.Decision[BillingBasis] `json:"decision"`
}

// Equal reports whether both are the same answer for the same reasons.
func (d BillingDecision) Equal(other BillingDecision) bool {
	return d.Currency == other.Currency && d.Decision.Equal(other.Decision)
}

// BilledIn says in which currency Microsoft bills a CSP partner on a day: by where its company is located, whatever the
// customer's market. Partner and customer settle theirs by their own agreement (CSP-23). The currency is Microsoft's, and
// need not be the country's: Bulgaria and Croatia are billed in euros on all days, and so are Poland and the Czech Republic.
//
// It is the list of [Rules.Regions], which changed between 2021 and 2023: the Faroe Islands from euros to Danish kroner; American
// Samoa, Guam and the Northern Mariana Islands to US dollars with their region; Brazil to reais, but for traditional
// licence-based offers. Where the page has no currency for a market, or the market is in no region, the decision is
// rules.Unanswered, and a finding says why.
func BilledIn(day terms.Day, q Billing) BillingDecision { return published.BilledIn(day, q) }

// BilledIn is [BilledIn] by these rules.
func (r *Rules) BilledIn(day terms.Day, q Billing) BillingDecision {
	listing := r.regions.Listing(day, q.Partner)
	if q.Entry == (BillingEntry{}) && listing.Listed != rules.Unknown {
		q.Entry = billingEntry(listing)
	}
	d := BillingDecision{Decision: cite(r.billings.Explain(day, q), nil, listing.Listing)}
	if q.Partner.IsZero() && len(d.Decision.Missing) > 0 { // which offers it is about matters in some markets only
		d.Decision.Missing = []string{factPartner}
	}
	switch d.Decision.Outcome {
	case BilledAsListed:
		d.Currency = q.Entry.Currency
	case BilledAsTraditional:
		d.Currency = q.Entry.Traditional
	}
	return d
}

func billingEntry(listing PlacementListing) BillingEntry {
	p, later := listing.Placement, listing.Later
	return BillingEntry{
		Listed: listing.Listed, Currency: p.Currency, Traditional: p.Traditional,
		Doubtful: rules.TruthOf(listing.Doubtful && (later.Currency != p.Currency || later.Traditional != p.Traditional)),
	}
}

// BillingSet gives the rules of [Rules.BilledIn], to list and to test. They do not look into lists: the caller gives what these
// say.
func (r *Rules) BillingSet() *rules.Set[Billing, BillingBasis] { return r.billings }

// EditBillings gives the rules with a change of those of [Rules.BilledIn].
func (r *Rules) EditBillings(e rules.Edit[Billing, BillingBasis]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.billings, e)
}
