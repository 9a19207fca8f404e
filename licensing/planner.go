package licensing

import (
	"cmp"
	"container/heap"
	"iter"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// planBound is how many steps a search takes. For 12 keys, no two of one size, there are 2¹² sets of 12 sizes, and 3¹² ways
// to leave, add or extend: these are gone through once for the states they lead to, once for the goal, and where it is not
// met once more for the latest end. That makes 1,692,627 steps.
const planBound = 1_700_000

const mostWays = 531_441 // 3¹²

// A planner searches the redemptions of one pool on one day.
type planner struct {
	rules    *Rules
	request  RenewalRequest
	reckoner reckoner
	goal     Goal
	wanted   int // licences, at least
	status   SubscriptionStatus
	start    holding

	pool     []LicenceKey // those that may be redeemed
	excluded []ExcludedKey
	groups   []keyGroup

	// states holds what is reached by keys of which so many of each group are added and so many extend: the end dates, with
	// the redemption that led to each. In what order is not told apart. A later end date is at least as good as an
	// earlier one, unless a rule might refuse what comes of it; then everyEnd is kept, and not the latest alone.
	states   map[string][]reached
	everyEnd bool
	// answers holds what the published rules say. Those of a team may look at more than is told apart here.
	answers map[RedemptionFacts]bool
	steps   int
	stopped bool

	provenBelow int              // no keys with fewer licences meet the goal
	refused     *RedemptionFacts // the first redemption that was refused
}

// A keyGroup is keys of a pool that differ in their ids only.
type keyGroup struct {
	key   LicenceKey
	index []int // in the pool
}

// reached is an end date with the last redemption that led to it, and the one before.
type reached struct {
	end    terms.Day
	group  int
	action KeyAction
	before *reached // nil for the subscription as it was
}

func (r *Rules) planner(q RenewalRequest) (*planner, error) {
	reckoner, err := r.reckonerOn(q.Day, q.Reckoning)
	if err != nil {
		return nil, err
	}
	s := q.Subscription.on(q.Day)
	p := &planner{
		rules: r, request: q, reckoner: reckoner, goal: q.Goal, wanted: q.Goal.licences(s), status: s.Status, start: s.state(),
		states: map[string][]reached{}, everyEnd: q.Reckoning.Limit == LimitResultingEnd,
	}
	if r.redemption.Digest() == redemption.Digest() {
		p.answers = map[RedemptionFacts]bool{}
	} else {
		p.everyEnd = true
	}
	for _, key := range q.Keys {
		p.sort(key)
	}
	return p, nil
}

// sort puts a key into the pool, or leaves it out.
func (p *planner) sort(key LicenceKey) {
	if decision := p.decide(key); decision.Outcome != rules.Yes {
		p.excluded = append(p.excluded, ExcludedKey{key.ID, decision})
		return
	}
	p.pool = append(p.pool, key)
	same := func(g keyGroup) bool {
		g.key.ID = key.ID
		return g.key == key
	}
	i := slices.IndexFunc(p.groups, same)
	if i < 0 {
		i, p.groups = len(p.groups), append(p.groups, keyGroup{key: key})
	}
	p.groups[i].index = append(p.groups[i].index, len(p.pool)-1)
}

// decide says whether a key may be redeemed for something: as the first one, for the action that fits the subscription, or
// for adding licences.
func (p *planner) decide(key LicenceKey) rules.Decision[rules.Truth] {
	status, actions := StatusActive, []KeyAction{ExtendEndDate, AddLicences}
	if p.status != StatusActive {
		status, actions = p.status, []KeyAction{ActivateAsNew}
	}
	var decision rules.Decision[rules.Truth]
	for _, action := range actions {
		facts := p.facts(holding{}, status, key, action, outcome{})
		facts.WithinFactor, facts.WithinLimit = rules.Yes, rules.Yes
		decision = p.rules.MayRedeem(p.reckoner.day, facts)
		if decision.Outcome == rules.Yes {
			break
		}
	}
	return decision
}

func (p *planner) facts(h holding, status SubscriptionStatus, key LicenceKey, action KeyAction, made outcome) RedemptionFacts {
	s := Subscription{Product: p.request.Subscription.Product, Status: status, Licences: h.licences, End: h.end}
	return p.reckoner.facts(s, KeyRedemption{key, action, p.reckoner.day}, made)
}

// onKeys gives the licences on all keys of the pool.
func (p *planner) onKeys() int {
	sum := 0
	for _, key := range p.pool {
		sum += key.Licences
	}
	return sum
}

// A choice is a set of keys with what is reached by it.
type choice struct {
	keySet
	licences int
	last     *reached
}

// search goes through the sets of keys in the order of the licences on them, and gives the best of those that meet the
// goal with the fewest; nil if none does, or if the search was stopped.
func (p *planner) search() *choice {
	var best *choice
	sets := keySets{{counts: make([]byte, len(p.groups))}}
	for len(sets) > 0 && !p.stopped {
		set := heap.Pop(&sets).(keySet) //nolint:forcetypeassert // the heap holds nothing else
		if best != nil && set.compare(best.keySet) > 0 {
			return best
		}
		p.provenBelow = set.licences
		if p.cannotReach(p.goal.End, set, max(p.wanted, p.start.licences)) {
			p.grow(&sets, set)
			continue
		}
		for added, licences := range p.divisions(set) {
			for _, last := range p.ends(set, added, licences, p.goal.End) {
				if found := (choice{set, licences, &last}); best == nil || p.prefer(found, *best) {
					best = &found
				}
			}
		}
		p.grow(&sets, set)
	}
	if p.stopped {
		return nil
	}
	return best
}

// latestEnd gives the latest end date that is reached with the wanted licences, and the zero Day if none is, or if the pool
// is too large to go through. It begins with all keys and leaves out more and more licences, until fewer cannot reach any
// further.
func (p *planner) latestEnd() terms.Day {
	var latest terms.Day
	if p.isLarge() {
		return latest
	}
	all := p.all()
	left := keySets{{counts: make([]byte, len(p.groups))}}
	for len(left) > 0 && !p.stopped {
		without := heap.Pop(&left).(keySet) //nolint:forcetypeassert // the heap holds nothing else
		set := keySet{counts: less(all.counts, without.counts), licences: all.licences - without.licences}
		if p.cannotReach(latest.AddDays(1), set, max(p.wanted, p.start.licences)) {
			break
		}
		for added, licences := range p.divisions(set) {
			for _, last := range p.ends(set, added, licences, latest.AddDays(1)) {
				latest = last.end
			}
		}
		p.grow(&left, without)
	}
	return latest
}

// isLarge reports whether there are more ways to leave, add or extend by the keys than there are for 12 keys of which no two
// are of one size.
func (p *planner) isLarge() bool {
	ways := 1
	for _, g := range p.groups {
		n := len(g.index) + 1
		if ways *= n * (n + 1) / 2; ways > mostWays {
			return true
		}
	}
	return false
}

// all gives the set of all keys.
func (p *planner) all() keySet {
	set := keySet{counts: make([]byte, len(p.groups)), licences: p.onKeys(), keys: len(p.pool)}
	for g := range p.groups {
		set.counts[g] = byte(len(p.groups[g].index)) //nolint:gosec // at most maxPool
	}
	return set
}

// grow adds the sets of one key more. Each set is made once: by taking from the groups in their order.
func (p *planner) grow(sets *keySets, set keySet) {
	p.step(len(p.groups))
	for g := set.last; g < len(p.groups); g++ {
		if int(set.counts[g]) == len(p.groups[g].index) {
			continue
		}
		larger := keySet{slices.Clone(set.counts), g, set.licences + p.groups[g].key.Licences, set.keys + 1}
		larger.counts[g]++
		heap.Push(sets, larger)
	}
}

func (p *planner) step(n int) {
	p.steps += n
	p.stopped = p.stopped || p.steps > planBound
}

// divisions gives every way to divide a set of keys into those that add licences and those that extend, as how many of
// each group add, by which there are as many licences as are wanted.
func (p *planner) divisions(set keySet) iter.Seq2[[]byte, int] {
	return func(yield func([]byte, int) bool) {
		for added := range someOf(set.counts) {
			p.step(1)
			if licences := p.licences(added); licences >= p.wanted && (p.stopped || !yield(added, licences)) {
				return
			}
		}
	}
}

// ends gives the end dates from one on, in their order, that a set of keys reaches.
func (p *planner) ends(set keySet, added []byte, licences int, from terms.Day) []reached {
	if p.cannotReach(from, set, licences) {
		return nil
	}
	ends := slices.Clone(p.reach(added, less(set.counts, added)))
	ends = slices.DeleteFunc(ends, func(r reached) bool { return r.end.Before(from) })
	slices.SortFunc(ends, func(a, b reached) int { return a.end.Compare(b.end) })
	return ends
}

// cannotReach says that so many licences cannot last to an end date with the keys of a set, for want of time: each
// redemption rounds by less than a day, and counting a month from another day makes less than three days' difference.
func (p *planner) cannotReach(end terms.Day, set keySet, licences int) bool {
	const most = 4 // days
	left, unit := p.reckoner.left(p.start.end)
	time := int64(p.start.licences)*left + int64(set.licences)*p.reckoner.perKey(unit)
	if time == 0 {
		return !end.IsZero()
	}
	atMost, _ := p.reckoner.endAfter(p.reckoner.day, ratio{time, int64(licences) * unit})
	beyond := atMost.AddDays(most * (len(p.pool) + 1))
	return !beyond.IsZero() && beyond.Before(end) || p.beyondLimit(end)
}

// beyondLimit says that the published rules refuse every redemption that would lead to an end date.
func (p *planner) beyondLimit(end terms.Day) bool {
	limit, added := p.reckoner.day.AddMonths(p.reckoner.limit), p.reckoner.day.AddMonths(p.reckoner.months)
	return p.answers != nil && p.reckoner.by.Limit == LimitResultingEnd && !limit.IsZero() &&
		end.After(limit) && end.After(added) && end.After(p.start.end)
}

// licences gives the active licences once so many keys have added theirs.
func (p *planner) licences(added []byte) int {
	sum := p.start.licences
	for g, n := range added {
		sum += int(n) * p.groups[g].key.Licences
	}
	return sum
}

// prefer says whether of two choices of one rank the first is the better: by its end, its licences, and the place of its
// keys in the pool.
func (p *planner) prefer(a, b choice) bool {
	order := cmp.Or(-a.last.end.Compare(b.last.end), -cmp.Compare(a.licences, b.licences),
		slices.Compare(p.places(a.keySet), p.places(b.keySet)))
	return order < 0
}

// places gives where in the pool the keys of a set stand, in order.
func (p *planner) places(set keySet) []int {
	var places []int
	for g, n := range set.counts {
		places = append(places, p.groups[g].index[:n]...)
	}
	slices.Sort(places)
	return places
}

// reach gives every end date that is reached by so many keys that add and so many that extend, in any order the rules
// permit.
func (p *planner) reach(added, extending []byte) []reached {
	id := string(added) + string(extending)
	if ends, known := p.states[id]; known || p.stopped {
		return ends
	}
	p.step(1)
	var ends []reached
	if !slices.ContainsFunc([]byte(id), func(n byte) bool { return n > 0 }) {
		ends = []reached{{end: p.start.end}}
	}
	// Of orders that end alike the one that was found first is kept: licences are added before the end date is extended, and
	// the keys come as they stand in the pool.
	for _, action := range []KeyAction{ExtendEndDate, AddLicences} {
		for g := range slices.Backward(p.groups) {
			ends = p.reachBy(ends, g, action, added, extending)
		}
	}
	p.states[id] = ends
	return ends
}

// reachBy adds the end dates that are reached where the last key is one of a group, redeemed for an action.
func (p *planner) reachBy(ends []reached, g int, action KeyAction, added, extending []byte) []reached {
	taken := extending
	if action == AddLicences {
		taken = added
	}
	if taken[g] == 0 {
		return ends
	}
	taken[g]--
	before, licences := p.reach(added, extending), p.licences(added)
	taken[g]++
	for i := range before {
		next := reached{group: g, action: action, before: &before[i]}
		if p.redeem(&next, holding{licences, before[i].end}) {
			ends = p.keep(ends, next)
		}
	}
	return ends
}

// keep adds an end date to others, or puts it in the place of one that is not as good.
func (p *planner) keep(ends []reached, next reached) []reached {
	if !p.everyEnd && len(ends) > 0 {
		if next.end.After(ends[0].end) {
			ends[0] = next
		}
		return ends
	}
	if slices.ContainsFunc(ends, func(r reached) bool { return r.end == next.end }) {
		return ends
	}
	return append(ends, next)
}

// redeem says whether the rules permit to redeem a key of a group, and puts the end date that this leads to into its
// place. Where there is no subscription to add to yet, it is activated instead; there is none to extend then.
func (p *planner) redeem(next *reached, h holding) bool {
	status := StatusActive
	if h.licences == 0 {
		status = p.status
	}
	switch {
	case status == StatusActive:
	case next.action == ExtendEndDate:
		return false
	default:
		next.action = ActivateAsNew
	}
	key := p.groups[next.group].key
	made := p.reckoner.outcome(h, next.action, key.Licences)
	next.end = made.end
	facts := p.facts(h, status, key, next.action, made)
	if p.permitted(facts) {
		return !made.end.IsZero()
	}
	if p.refused == nil {
		p.refused = &facts
	}
	return false
}

func (p *planner) permitted(facts RedemptionFacts) bool {
	if p.answers == nil {
		answer, err := p.rules.redemption.Decide(p.reckoner.day, facts)
		return err == nil && answer == rules.Yes
	}
	decisive := RedemptionFacts{
		Action: facts.Action, Status: facts.Status, Kind: facts.Kind, Redeemed: facts.Redeemed, SameProduct: facts.SameProduct, PastExpiry: facts.PastExpiry,
		WithinFactor: facts.WithinFactor, WithinLimit: facts.WithinLimit,
	}
	permitted, known := p.answers[decisive]
	if !known {
		answer, err := p.rules.redemption.Decide(p.reckoner.day, decisive)
		permitted = err == nil && answer == rules.Yes
		p.answers[decisive] = permitted
	}
	return permitted
}

// redemptions gives the redemptions that led to an end date, each with its key.
func (p *planner) redemptions(last *reached) []KeyRedemption {
	var steps []*reached
	for at := last; at.before != nil; at = at.before {
		steps = append(steps, at)
	}
	slices.Reverse(steps)
	used := make([]int, len(p.groups))
	made := []KeyRedemption{}
	for _, step := range steps {
		key := p.pool[p.groups[step.group].index[used[step.group]]]
		used[step.group]++
		made = append(made, KeyRedemption{key, step.action, p.reckoner.day})
	}
	return made
}
