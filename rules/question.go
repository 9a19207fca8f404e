package rules

// question is how the conditions turned out, held against the rules of an era.
type question struct {
	era      *era
	tested   tested
	stand    weighing // of the rules
	answer   answer   // waiting if it depends on a condition that is unknown
	missing  uint64   // the conditions on which it depends, if it is waiting
	awaiting uint64   // if it is not, rules that may speak, where those that surely do don't give it alone
}

// ask asks the rules of an era, whose conditions turned out so.
func (e *era) ask(t tested) question {
	q := question{era: e, tested: t, stand: e.weigh(t)}
	var room fewNodes
	nodes := e.diagram.reach(&room)
	if q.answer = e.diagram.resolve(t, nodes); q.answer == waiting {
		q.missing = e.diagram.missing(t, nodes)
		return q
	}
	live, _ := e.open(q.stand, t)
	for i := range e.rules {
		// What a rule that can speak says is part of the answer, and so leaves it as it is.
		if r := &e.rules[i]; live&r.bit != 0 && e.combined.of(q.answer, r.then) == q.answer {
			q.awaiting |= r.bit
		}
	}
	return q
}

// answering gives the rules that give an answer, and those that may where the answer is the same either way.
func (q *question) answering() uint64 {
	var answering uint64
	for i := range q.era.rules {
		if r := &q.era.rules[i]; r.then != noAnswer {
			answering |= r.bit & (q.stand.spoken | q.awaiting)
		}
	}
	return answering
}

// silencing gives the rules that spoke and except one that would have spoken.
func (q *question) silencing() uint64 {
	var silencing uint64
	for i := range q.era.rules {
		if r := &q.era.rules[i]; r.bit&q.stand.excepted != 0 {
			silencing |= r.exceptedBy & q.stand.spoken
		}
	}
	return silencing
}

// exceptors gives the rules that spoke and except the rule of a place in the declaration.
func (q *question) exceptors(place int) uint64 {
	var exceptors uint64
	for i := range q.era.rules {
		if r := &q.era.rules[i]; r.bit>>place&1 == 1 {
			exceptors = r.exceptedBy & q.stand.spoken
		}
	}
	return exceptors
}

// waitsFor gives the unknown conditions a rule waits for: its own or, if it has none, those of rules that may except it.
func (q *question) waitsFor(place int) uint64 {
	asked, waits := uint64(1)<<place, uint64(0)
	for i := len(q.era.rules) - 1; i >= 0; i-- { // rules that except others come first
		r := &q.era.rules[i]
		if asked&r.bit == 0 {
			continue
		}
		own := r.mask & q.tested.unknown
		if waits |= own; own == 0 {
			asked |= r.exceptedBy & q.stand.maybe
		}
	}
	return waits
}
