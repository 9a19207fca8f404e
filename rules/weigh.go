package rules

// weighing is how the rules of an era stand while some conditions are unknown. Each is a set of rules by their bits.
type weighing struct {
	spoken   uint64 // those that speak whatever is unknown
	excepted uint64 // those that would, but for one that spoke and excepts them
	maybe    uint64 // those that speak or not, as the unknown turns out
	firm     answer // what those that spoke give together; noAnswer if none of them gives one
}

// weigh holds the rules of an era against conditions of which some are unknown.
func (e *era) weigh(t tested) weighing {
	var w weighing
	for i := range e.rules {
		r := &e.rules[i]
		switch {
		case (t.yes^r.want)&r.mask&^t.unknown != 0:
		case w.spoken&r.exceptedBy != 0:
			if r.mask&t.unknown == 0 {
				w.excepted |= r.bit
			}
		case r.mask&t.unknown != 0 || w.maybe&r.exceptedBy != 0:
			w.maybe |= r.bit
		default:
			w.spoken |= r.bit
			w.firm = e.combined.of(w.firm, r.then)
		}
	}
	return w
}

// open gives the rules that may speak and on which the answer can still depend, with those that may except them, and the
// unknown conditions they wait for. An answer that another leaves as it is stays so whatever else speaks, because
// combining does not mind the order.
func (e *era) open(w weighing, t tested) (live, waits uint64) {
	onlyDefault := true
	for i := range e.rules {
		r := &e.rules[i]
		if w.maybe&r.bit != 0 && e.combined.of(w.firm, r.then) != w.firm {
			live |= r.bit
			onlyDefault = onlyDefault && w.firm == noAnswer && r.then == e.byDefault
		}
	}
	if onlyDefault {
		return 0, 0
	}
	// Rules that except others come first, so one walk back reaches all on which a live rule depends.
	for i := len(e.rules) - 1; i >= 0; i-- {
		if r := &e.rules[i]; live&r.bit != 0 {
			waits |= r.mask & t.unknown
			live |= r.exceptedBy & w.maybe
		}
	}
	return live, waits
}

// outcome gives the answer of a weighing on which nothing is open.
func (e *era) outcome(w weighing) answer {
	if w.firm == noAnswer {
		return e.byDefault
	}
	return w.firm
}
