package credit

import (
	"github.com/cloudterms/terms"
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

	Excluded rules.Truth `json:"excluded,omitzero"` // the market is one in which there are no top-ups by card
}

// A TopUpAnswer says whether credit may be added by card, and why.
type TopUpAnswer struct {
	Decision rules.Decision[rules.Truth] `json:"decision"`
	// Excluded is the list of markets without top-ups by card, as it stood on the day, with its source and who changed it.
	// It is not given for a day of which the record has no list.
	Excluded markets.Version `json:"excluded,omitzero"`
}

// Equal reports whether both are the same answer for the same reasons.
func (a TopUpAnswer) Equal(other TopUpAnswer) bool {
	mine, errMine := marshal(a.Excluded)
	others, errOthers := marshal(other.Excluded)
	return errMine == nil && errOthers == nil && string(mine) == string(others) && a.Decision.Equal(other.Decision)
}

// MayTopUp answers whether a customer may add credit by card on a UTC day, Yes or No (OPEN-05): where credit is about to run
// out before new credit can be ordered through the partner, except in some markets, which package markets lists.
//
// A page of Azure's documentation describes the top-up with a free amount, and a blog of the offer's first days says that
// Microsoft had not switched it on yet; the page of the offer is followed. How long such credit lasts is not on record; see
// [TopUpTerm].
func (r *Rules) MayTopUp(day terms.Day, wish CardTopUp) TopUpAnswer {
	facts := CardTopUpFacts{CardTopUp: wish, Excluded: r.markets.TopUpExcluded().Contains(day, wish.Market)}
	list, err := r.markets.TopUpExcluded().On(day)
	if err != nil {
		list = markets.Version{}
	}
	return TopUpAnswer{r.topUp.Explain(day, facts), list}
}

// MayTopUp is [Rules.MayTopUp] of the [Published] rules.
func MayTopUp(day terms.Day, wish CardTopUp) TopUpAnswer { return Published().MayTopUp(day, wish) }

// TopUpSet gives the rules behind [Rules.MayTopUp], to list, to trace and to test.
func (r *Rules) TopUpSet() *rules.Set[CardTopUpFacts, rules.Truth] { return r.topUp }

// EditTopUp gives rules with a change to the set behind [Rules.MayTopUp].
func (r *Rules) EditTopUp(e rules.Edit[CardTopUpFacts, rules.Truth]) (*Rules, error) {
	return edited(r, e, func(r *Rules) **rules.Set[CardTopUpFacts, rules.Truth] { return &r.topUp })
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
