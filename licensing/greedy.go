package licensing

// greedy gives redemptions that meet the goal, or nil if it finds none: keys that add until there are licences enough, then
// keys that extend, each time the smallest that is enough, or else the largest.
func (p *planner) greedy() []KeyRedemption {
	used := make([]byte, len(p.groups))
	h, last := p.start, &reached{end: p.start.end}
	for h.licences < p.wanted || h.end.Before(p.goal.End) {
		next := p.greedyStep(h, last, used)
		if next == nil {
			return nil
		}
		if next.action != ExtendEndDate {
			h.licences += p.groups[next.group].key.Licences
		}
		h.end, last = next.end, next
		used[next.group]++
	}
	return p.redemptions(last)
}

func (p *planner) greedyStep(h holding, last *reached, used []byte) *reached {
	action := ExtendEndDate
	if h.licences < p.wanted {
		action = AddLicences
	}
	var largest, enough *reached
	size := func(r *reached) int { return p.groups[r.group].key.Licences }
	for g := range p.groups {
		next := &reached{group: g, action: action, before: last}
		if int(used[g]) == len(p.groups[g].index) || !p.redeem(next, h) {
			continue
		}
		if largest == nil || size(next) > size(largest) {
			largest = next
		}
		isEnough := h.licences+size(next) >= p.wanted
		if next.action == ExtendEndDate {
			isEnough = !next.end.Before(p.goal.End)
		}
		if isEnough && (enough == nil || size(next) < size(enough)) {
			enough = next
		}
	}
	if enough != nil {
		return enough
	}
	return largest
}
