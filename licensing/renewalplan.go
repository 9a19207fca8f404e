package licensing

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Goal is what a renewal is to reach: an end date, a number of licences, or both.
type Goal struct {
	End terms.Day `json:"end,omitzero"` // the end date is to be this day or a later one; any if it is not given
	// Licences is how many are to be active, or more. If it is not given, that is as many as there are on the day.
	Licences int `json:"licences,omitempty"`
}

// licences gives how many are wanted of a subscription.
func (g Goal) licences(s Subscription) int {
	if g.Licences == 0 {
		return max(s.Licences, 1)
	}
	return g.Licences
}

// A RenewalRequest asks what the keys of a pool can do for a subscription on a UTC day.
type RenewalRequest struct {
	Subscription Subscription `json:"subscription"`
	Keys         []LicenceKey `json:"keys"` // each with an id of its own, at most 250
	Day          terms.Day    `json:"day"`  // on which they are redeemed
	Goal         Goal         `json:"goal,omitzero"`
	Reckoning    Reckoning    `json:"reckoning"`
}

// A PlanStatus says what became of a plan: [PlanFound], [PlanImpossible] or [PlanStopped]. Its texts, in JSON too, are
// found, impossible and stopped.
type PlanStatus uint8

const (
	_ PlanStatus = iota
	// PlanFound is a plan that meets the goal, and than which none wastes less.
	PlanFound
	// PlanImpossible is that no redemptions of the keys meet the goal.
	PlanImpossible
	// PlanStopped is that the search was stopped at its bound. If a plan is given, it meets the goal, and another may waste
	// less; if none is, there may be one all the same.
	PlanStopped
)

// A PlanObstacle says why no redemptions meet a goal: [ObstacleNoKeys], [ObstacleTooFewLicences], [ObstacleTooLittleTime],
// [ObstacleRefused] or [ObstacleOutOfReach]. Its texts, in JSON too, are noKeys, tooFewLicences, tooLittleTime, refused
// and outOfReach.
type PlanObstacle uint8

const (
	_ PlanObstacle = iota
	// ObstacleNoKeys is a pool without a key that may be redeemed.
	ObstacleNoKeys
	// ObstacleTooFewLicences is a goal of more licences than there are with those of all keys.
	ObstacleTooFewLicences
	// ObstacleTooLittleTime is a goal that needs more licence-time than there is with that of all keys.
	ObstacleTooLittleTime
	// ObstacleRefused is a goal for which there is time enough, but the rules refuse redemptions on the way to it; the plan
	// has one of them in Refusal.
	ObstacleRefused
	// ObstacleOutOfReach is a goal for which there is time enough, and no rule refuses anything: the licences of one key
	// cannot be divided between adding and extending, and rounding takes the last day.
	ObstacleOutOfReach
)

// An ExcludedKey is a key of a pool that may not be redeemed, whatever for, or of which that cannot be decided.
type ExcludedKey struct {
	Key      string                      `json:"key"` // its id
	Decision rules.Decision[rules.Truth] `json:"decision"`
}

// Equal reports whether both are the same key, excluded for the same reasons.
func (e ExcludedKey) Equal(other ExcludedKey) bool {
	return e.Key == other.Key && e.Decision.Equal(other.Decision)
}

// A RenewalPlan is the redemptions that meet a goal, or says why none do.
type RenewalPlan struct {
	Status    PlanStatus `json:"status"`
	Extension Extension  `json:"extension,omitzero"` // the redemptions in their order, and what they make of the subscription
	// Wasted is the licence-time beyond the goal, in licence-months or licence-days as the [Reckoning] has it: what the active
	// licences have left and the keys bring, less the wanted licences times the time to the wanted end. Where the goal
	// names no licences, those that were active are wanted, or those of the plan if there were none; where it names no
	// end, that of the plan is.
	Wasted   LicenceTime   `json:"wasted,omitzero"`
	Kept     []string      `json:"kept,omitempty"`     // the ids of the keys that may be redeemed and need not be
	Excluded []ExcludedKey `json:"excluded,omitempty"` // the keys that may not be redeemed

	Obstacle     PlanObstacle                `json:"obstacle,omitzero"`     // for PlanImpossible
	MostLicences int                         `json:"mostLicences"`          // with those of all keys that may be redeemed
	LatestEnd    terms.Day                   `json:"latestEnd,omitzero"`    // for PlanImpossible: that is reached with the wanted licences; not for pools too large to go through
	Refusal      rules.Decision[rules.Truth] `json:"refusal,omitzero"`      // for ObstacleRefused: a redemption that was refused
	Steps        int                         `json:"steps"`                 // that the search took
	FewestOnKeys int                         `json:"fewestOnKeys,omitzero"` // for PlanStopped: no keys with fewer licences in all meet the goal
}

// Equal reports whether both are the same plan for the same reasons.
func (p RenewalPlan) Equal(other RenewalPlan) bool {
	return p.Status == other.Status && p.Extension.Equal(other.Extension) && p.Wasted.Equal(other.Wasted) &&
		slices.Equal(p.Kept, other.Kept) && slices.EqualFunc(p.Excluded, other.Excluded, ExcludedKey.Equal) &&
		p.Obstacle == other.Obstacle && p.MostLicences == other.MostLicences && p.LatestEnd == other.LatestEnd &&
		p.Refusal.Equal(other.Refusal) && p.Steps == other.Steps && p.FewestOnKeys == other.FewestOnKeys
}

// PlanRenewal is [Rules.PlanRenewal] of the [Published] rules.
func PlanRenewal(q RenewalRequest) (RenewalPlan, error) { return Published().PlanRenewal(q) }

// PlanRenewal finds the redemptions of keys of a pool that meet a goal on a day with the least licence-time wasted. No
// redemption adds or loses time (MPN-11), so these are the keys with the fewest licences in all; of several such, the
// fewest keys, then the latest end, then the most licences, then the keys that stand first in the pool.
//
// The search goes through every set of keys, every order and every action, so what it finds is exact for pools of up to 12
// keys, and for larger ones with several keys of one size. It stops at 1,700,000 steps; the plan then says so, and gives what a simple rule
// finds.
//
// A key that may not be redeemed is left out, and so is one of which it is not given whether it was redeemed before; the
// plan names it with the decision. A request in which something is missing or impossible is a [RequestError] that wraps
// [ErrRequest]: a goal of nothing or with an end that is not after the day, a key given twice, more than 250 keys, and
// what [Rules.Extend] refuses so. A day before 13 July 2020 is [rules.ErrNoFigure], as it is there.
func (r *Rules) PlanRenewal(q RenewalRequest) (RenewalPlan, error) {
	if err := q.checkGoal(); err != nil {
		return RenewalPlan{}, err
	}
	p, err := r.planner(q)
	if err != nil {
		return RenewalPlan{}, err
	}
	if p.cannotReach(q.Goal.End, p.all(), max(p.wanted, p.start.licences)) {
		return p.impossible(), nil
	}
	chosen := p.search()
	switch {
	case chosen != nil:
		return p.plan(PlanFound, p.redemptions(chosen.last))
	case p.stopped:
		return p.plan(PlanStopped, p.greedy())
	}
	return p.impossible(), nil
}

const maxPool = 250

func (q RenewalRequest) check() error {
	if err := q.Subscription.check(); err != nil {
		return below("subscription", err)
	}
	if err := q.Reckoning.check(); err != nil {
		return below("reckoning", err)
	}
	if q.Day.IsZero() {
		return requestError("day", "", "the day of redemption, as in 2021-10-01")
	}
	if n := len(q.Keys); n > maxPool {
		return requestError("keys", fmt.Sprintf("%d keys", n), fmt.Sprintf("at most %d", maxPool))
	}
	seen := map[string]bool{}
	for i, key := range q.Keys {
		path := fmt.Sprintf("keys/%d", i)
		if err := key.check(); err != nil {
			return below(path, err)
		}
		if seen[key.ID] {
			return requestError(path+"/id", key.ID, "an id that no other key of the pool has")
		}
		seen[key.ID] = true
	}
	return below("subscription", q.Subscription.checkOn(q.Day))
}

func (q RenewalRequest) checkGoal() error {
	if err := q.check(); err != nil {
		return err
	}
	switch {
	case q.Goal == Goal{}:
		return requestError("goal", "", "an end date, a number of licences, or both")
	case !q.Goal.End.IsZero() && !q.Goal.End.After(q.Day):
		return requestError("goal/end", q.Goal.End.String(), "a day after the day of redemption")
	case q.Goal.Licences != 0:
		return below("goal", checkLicences("licences", q.Goal.Licences))
	}
	return nil
}

// plan tells what redemptions come to.
func (p *planner) plan(status PlanStatus, redemptions []KeyRedemption) (RenewalPlan, error) {
	told := p.told(status)
	if redemptions == nil {
		return told, nil
	}
	extension, err := p.rules.Extend(p.request.Subscription, p.request.Reckoning, redemptions...)
	if err != nil {
		return RenewalPlan{}, err
	}
	told.Extension, told.Wasted = extension, p.wasted(redemptions, extension.After)
	for _, key := range p.pool {
		if !slices.ContainsFunc(redemptions, func(k KeyRedemption) bool { return k.Key.ID == key.ID }) {
			told.Kept = append(told.Kept, key.ID)
		}
	}
	return told, nil
}

// told gives the part of a plan that does not depend on what was found.
func (p *planner) told(status PlanStatus) RenewalPlan {
	told := RenewalPlan{
		Status: status, Excluded: p.excluded, MostLicences: p.start.licences + p.onKeys(), Steps: p.steps,
	}
	if status == PlanStopped {
		told.FewestOnKeys = p.provenBelow
	}
	return told
}

func (p *planner) impossible() RenewalPlan {
	told := p.told(PlanImpossible)
	told.LatestEnd = p.latestEnd()
	told.Steps = p.steps
	if p.refused == nil && len(p.pool) > 0 && p.beyondLimit(p.goal.End) {
		p.refused = p.extensionBeyondLimit()
	}
	switch {
	case len(p.pool) == 0:
		told.Obstacle = ObstacleNoKeys
	case told.MostLicences < p.wanted:
		told.Obstacle = ObstacleTooFewLicences
	case !p.goal.End.IsZero() && p.brought(p.pool).Cmp(p.needed(p.wanted, p.goal.End)) < 0:
		told.Obstacle = ObstacleTooLittleTime
	case p.refused != nil:
		told.Obstacle, told.Refusal = ObstacleRefused, p.rules.MayRedeem(p.reckoner.day, *p.refused)
	default:
		told.Obstacle = ObstacleOutOfReach
	}
	return told
}

// extensionBeyondLimit gives the facts of extending an end date too far, for a goal that no redemption was tried for.
func (p *planner) extensionBeyondLimit() *RedemptionFacts {
	facts := p.facts(p.start, StatusActive, p.pool[0], ExtendEndDate, outcome{holding: holding{p.start.licences, p.goal.End}})
	facts.WithinFactor, facts.WithinLimit = rules.Yes, rules.No
	return &facts
}

func (p *planner) wasted(redemptions []KeyRedemption, after Subscription) LicenceTime {
	var keys []LicenceKey
	for _, k := range redemptions {
		keys = append(keys, k.Key)
	}
	licences, end := p.goal.Licences, p.goal.End
	if licences == 0 {
		licences = p.start.licences
	}
	if licences == 0 {
		licences = after.Licences
	}
	if end.IsZero() {
		end = after.End
	}
	brought := p.brought(keys)
	return LicenceTime{Fraction{brought.Sub(brought, p.needed(licences, end))}, p.request.Reckoning.all()}
}

// brought gives the licence-time that the active licences have left and keys bring.
func (p *planner) brought(keys []LicenceKey) *big.Rat {
	left, unit := p.reckoner.left(p.start.end)
	sum := int64(p.start.licences) * left
	for _, key := range keys {
		sum += int64(key.Licences) * p.reckoner.perKey(unit)
	}
	return big.NewRat(sum, unit)
}

// needed gives the licence-time of so many licences to an end date, of which there is none before the day.
func (p *planner) needed(licences int, end terms.Day) *big.Rat {
	if !end.After(p.reckoner.day) {
		return new(big.Rat)
	}
	left, unit := p.reckoner.left(end)
	return big.NewRat(int64(licences)*left, unit)
}
