package rules

import "math/bits"

// diagram is the answer of an era as a function of its conditions: a reduced, ordered decision diagram. A walk through
// it tests only the conditions on which the answer depends, given those before; and because two equal functions are one
// node, a condition stands in it if and only if the answer depends on it.
type diagram struct {
	root  uint16 // a node, or an answer below firstNode
	nodes []node // each after those it leads to
}

// node turns on one condition.
type node struct {
	test   uint16    // the number of the condition's test among those of the set
	next   [4]uint16 // by what the condition is; for a Truth that is none of the three, as for Unknown, waiting
	column uint8
}

// firstNode is where the numbers of nodes begin. Those below are answers.
const firstNode = 256

// maxStates bounds the work that a diagram takes, and so its nodes. A set that would exceed it is refused.
const maxStates = 1 << 14

// state is all on which the answer depends while some conditions are unknown.
type state struct {
	firm        answer
	live, waits uint64
}

// branch is what makes a node another than the rest.
type branch struct {
	column  uint8
	no, yes uint16
}

// drawing is a diagram while it is made.
type drawing struct {
	era    *era
	nodes  []node
	states map[state]uint16
	places map[branch]uint16
}

// draw makes the diagram of an era, and reports whether that was possible within bounds.
func (e *era) draw() bool {
	d := drawing{e, nil, map[state]uint16{}, map[branch]uint16{}}
	root := d.build(tested{unknown: allOf(len(e.columns))})
	e.diagram = diagram{root, d.nodes}
	return len(d.states) <= maxStates
}

// build gives the node of the answer while some conditions are unknown.
func (d *drawing) build(t tested) uint16 {
	w := d.era.weigh(t)
	live, waits := d.era.open(w, t)
	if live == 0 || len(d.states) > maxStates {
		return uint16(d.era.outcome(w))
	}
	key := state{w.firm, live, waits}
	if at, ok := d.states[key]; ok {
		return at
	}
	column := bits.TrailingZeros64(waits)
	no, yes := t, t
	no.unknown &^= 1 << column
	yes.unknown &^= 1 << column
	yes.yes |= 1 << column
	at := d.add(branch{uint8(column), d.build(no), d.build(yes)})
	d.states[key] = at
	return at
}

func (d *drawing) add(b branch) uint16 {
	if b.no == b.yes {
		return b.no
	}
	if at, ok := d.places[b]; ok {
		return at
	}
	at := uint16(firstNode + len(d.nodes))
	d.nodes = append(d.nodes, node{
		test:   uint16(d.era.columns[b.column].test), //nolint:gosec // at most 64 rules of 64 conditions
		next:   [4]uint16{Unknown: uint16(waiting), No: b.no, Yes: b.yes, 3: uint16(waiting)},
		column: b.column,
	})
	d.places[b] = at
	return at
}

// reached is the nodes to which walks through a diagram lead, by their places.
type reached []uint64

// fewNodes is room for the nodes of all but the largest diagrams, to be had without allocation.
type fewNodes [8]uint64

// reach gives room for the nodes that are reached, none of them yet.
func (d *diagram) reach(room *fewNodes) reached {
	words := (len(d.nodes) + 63) / 64
	if words > len(room) {
		return make(reached, words)
	}
	return room[:]
}

func (r reached) add(place uint16)      { r[place/64] |= 1 << (place % 64) }
func (r reached) has(place uint16) bool { return r[place/64]>>(place%64)&1 == 1 }

// resolve gives the answer to which all walks lead that unknown conditions leave open, and waiting if they lead to
// several. It adds the nodes they reach. Every walk is one assignment of the unknown conditions, for none comes by a
// condition twice.
func (d *diagram) resolve(t tested, nodes reached) answer {
	found, ended := noAnswer, false
	come := func(at uint16) {
		switch {
		case at >= firstNode:
			nodes.add(at - firstNode)
		case ended && answer(at) != found:
			found = waiting
		default:
			found, ended = answer(at), true
		}
	}
	come(d.root)
	for place := len(d.nodes) - 1; place >= 0; place-- {
		if !nodes.has(uint16(place)) {
			continue
		}
		n := &d.nodes[place]
		truth := t.of(n.column)
		if truth != Yes {
			come(n.next[No])
		}
		if truth != No {
			come(n.next[Yes])
		}
	}
	return found
}

// missing gives the unknown conditions on which the answer depends: each at which a walk can turn to two functions of
// the unknown that are not the same.
func (d *diagram) missing(t tested, nodes reached) uint64 {
	var depends uint64
	same := make([]uint16, firstNode+len(d.nodes)) // for each node the first that is the same function of the unknown
	for at := range uint16(firstNode) {
		same[at] = at
	}
	places := map[branch]uint16{}
	for place := range d.nodes {
		n, at := &d.nodes[place], uint16(firstNode+place)
		b := branch{n.column, same[n.next[No]], same[n.next[Yes]]}
		switch truth := t.of(n.column); {
		case truth != Unknown:
			same[at] = same[n.next[truth]]
		case b.no == b.yes:
			same[at] = b.no
		default:
			if nodes.has(uint16(place)) {
				depends |= 1 << n.column
			}
			if _, known := places[b]; !known {
				places[b] = at
			}
			same[at] = places[b]
		}
	}
	return depends
}
