package credit

import "iter"

// posting is one movement of credit, or a use that credit could have paid and did not, or not in full.
type posting struct {
	at     int64
	amount units
	event  int32 // noIndex for what lots do by themselves
	lot    int32 // noIndex for what credit did not pay, and what was written off
	kind   postingKind
}

type postingKind uint8

const (
	postGrant postingKind = iota
	postDraw
	postReturn
	postLapse
	postForfeit
	postUnpaid
	postRefused
	postWriteOff
)

// direction says whether a posting adds credit to a lot, takes it away, or does neither.
func (p posting) direction() int {
	switch p.kind {
	case postGrant, postReturn:
		return 1
	case postDraw, postLapse, postForfeit:
		return -1
	case postUnpaid, postRefused, postWriteOff:
	}
	return 0
}

// move keeps what each lot holds in step with a posting.
func (p posting) move(left []units) {
	switch p.direction() {
	case 1:
		left[p.lot] = left[p.lot].add(p.amount)
	case -1:
		left[p.lot] = left[p.lot].sub(p.amount)
	}
}

// journal holds the postings of a replay, in order. Most events are uses that one lot pays whole, or
// that are not paid, many in a row: one line stands for such a run, so that a replay writes little more than the lots have changes.
type journal struct {
	facts []fact
	lines []line
}

// line is one posting, or a run of them: from the event of the first to last, each use that credit can pay was
// paid whole by the line's lot, or not paid in full.
type line struct {
	posting
	last int32 // noIndex for one posting
}

func (j *journal) post(p posting) { j.lines = append(j.lines, line{p, noIndex}) }

// postWhole posts that a lot paid a use whole, or that it was not paid in full.
func (j *journal) postWhole(use, lot int32, kind postingKind) {
	if n := len(j.lines) - 1; n >= 0 && j.lines[n].last != noIndex && j.lines[n].lot == lot && j.lines[n].kind == kind {
		j.lines[n].last = use
		return
	}
	j.lines = append(j.lines, line{posting{event: use, lot: lot, kind: kind}, use})
}

// all gives every posting, in order.
func (j *journal) all() iter.Seq[posting] {
	return func(yield func(posting) bool) {
		for i := range j.lines {
			l := &j.lines[i]
			if l.last == noIndex {
				if !yield(l.posting) {
					return
				}
				continue
			}
			for use := l.event; use <= l.last; use++ {
				f := &j.facts[use]
				if f.drawable() && !yield(posting{f.at, f.amount, use, l.lot, l.kind}) {
					return
				}
			}
		}
	}
}
