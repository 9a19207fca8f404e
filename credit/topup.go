package credit

import (
	"cmp"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// A CardTopUp is a customer's wish to add credit to an Azure in Open subscription by card. What is not given is asked for where
// it matters.
type CardTopUp struct {
	// Market is the customer's.
	Market markets.Market `json:"market,omitzero"`
	// RunningOut says whether credit is about to run out before new credit can be ordered through the partner, as
	// [Forecast.RunningOut] does.
	RunningOut rules.Truth `json:"runningOut,omitzero"`
}

// CardTopUpFacts is what the rules of [Rules.TopUpSet] read: a wish, and what package markets says of its market.
type CardTopUpFacts struct {
	CardTopUp

	Available rules.Truth `json:"available,omitzero"` // there are top-ups by card in the market
}

// A TopUpAnswer says whether credit may be added by card, and why.
type TopUpAnswer struct {
	Decision rules.Decision[rules.Truth] `json:"decision"`
	// Market is what package markets answers for the market alone, with the list it answers by and who changed that.
	Market rules.Decision[rules.Truth] `json:"market"`
}

// Equal reports whether both are the same answer for the same reasons.
func (a TopUpAnswer) Equal(other TopUpAnswer) bool {
	return a.Decision.Equal(other.Decision) && a.Market.Equal(other.Market)
}

// MayTopUp answers whether a customer may add credit by card on a UTC day, Yes or No (OPEN-05): where credit is about to run
// out before new credit can be ordered through the partner, except in some markets, for which package markets answers.
//
// A page of Azure's documentation describes the top-up with a free amount, and a blog of the offer's first days says that
// Microsoft had not switched it on yet; the page of the offer is followed. How long such credit lasts is not on record; see
// [TopUpTerm].
func (r *Rules) MayTopUp(day terms.Day, wish CardTopUp) TopUpAnswer {
	market := r.markets.MayTopUp(day, markets.TopUp{Market: wish.Market})
	decision := r.topUp.Explain(day, CardTopUpFacts{CardTopUp: wish, Available: market.Outcome})
	for _, f := range market.Findings {
		cite(&decision, ruleTopUpMarket, f.Sources, f.Origin)
	}
	return TopUpAnswer{decision, market}
}

// cite puts into the finding of a rule, if it spoke, what else it stands on, and who changed that.
func cite[Out comparable](d *rules.Decision[Out], rule rules.ID, sources []rules.Source, origin rules.Origin) {
	for i := range d.Findings {
		f := &d.Findings[i]
		if f.Rule != rule {
			continue
		}
		f.Origin = cmp.Or(f.Origin, origin)
		isCited := func(s rules.Source) bool { return slices.Contains(f.Sources, s) }
		f.Sources = slices.Concat(f.Sources, slices.DeleteFunc(slices.Clone(sources), isCited))
	}
}

// MayTopUp is [Rules.MayTopUp] of the [Published] rules.
func MayTopUp(day terms.Day, wish CardTopUp) TopUpAnswer { return Published().MayTopUp(day, wish) }

// TopUpSet gives the rules behind [Rules.MayTopUp], to list, to trace and to test.
func (r *Rules) TopUpSet() *rules.Set[CardTopUpFacts, rules.Truth] { return r.topUp }

// EditTopUp gives rules with a change to the set behind [Rules.MayTopUp].
func (r *Rules) EditTopUp(e rules.Edit[CardTopUpFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.topUp, e)
}

// RunningOut says whether credit runs out before a purchase can be activated, with the lead of the outlook: that services
// are suspended in spite of a purchase on the statement's own day. It is unknown if credit runs out and the outlook asked
// for no purchase.
func (f Forecast) RunningOut() rules.Truth {
	switch {
	case f.RunsOut.IsZero():
		return rules.No
	case f.Next.By.IsZero():
		return rules.Unknown
	}
	return rules.TruthOf(f.Next.Late)
}
