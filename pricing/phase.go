package pricing

import (
	"fmt"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Phase is how far the previous Azure offer (MS-AZR-0145P) has gone on its way out of CSP. The zero Phase means "not given".
type Phase uint8

const (
	// BeforePhases is the time in which the previous offer was sold like any other.
	BeforePhases Phase = iota + 1
	// Phase1 began on 21 July 2021: subscriptions go on, and net-new business is in the Azure plan only (CSP-02).
	Phase1
	// Phase2 began on 1 February 2022: the previous offer has no incentives, and its price is the estimated retail price (CSP-13).
	Phase2
	// Phase3 moves whoever is left to the Azure plan. It is announced, and no day is set (CSP-01).
	Phase3
)

// PhaseDays is a phase with its days.
type PhaseDays struct {
	Phase Phase `json:"phase"`
	// Days is the days of the phase, without end if it has not ended. It is pending for what is announced and has no day, which
	// is not the same as open: no day lies in it.
	Days    terms.Span     `json:"days"`
	Sources []rules.Source `json:"sources"`
	// Others is what other sources say: one had planned phase 3 for 31 July 2022. That it began then, none confirms.
	Others []rules.Doubt[Phase] `json:"others,omitempty"`
}

// Equal reports whether both are the same phase on the same days, by the same sources.
func (p PhaseDays) Equal(other PhaseDays) bool {
	return p.Phase == other.Phase && p.Days == other.Days && slices.Equal(p.Sources, other.Sources) &&
		slices.EqualFunc(p.Others, other.Others, sameDoubt[Phase])
}

func sameDoubt[T comparable](a, b rules.Doubt[T]) bool {
	return a.Value == b.Value && a.Span == b.Span && a.Text == b.Text && slices.Equal(a.Sources, b.Sources)
}

// PhaseOn gives the phase of a day, with what other sources say of it.
func (r *Rules) PhaseOn(day terms.Day) (rules.Reading[Phase], error) { return r.phases.On(day) }

// PhaseOn is [Rules.PhaseOn] of the published rules.
func PhaseOn(day terms.Day) (rules.Reading[Phase], error) { return Published().PhaseOn(day) }

// Phases gives the time before the phases, and the three phases with their days: phase 1 from 21 July 2021, phase 2 from 1
// February 2022, phase 3 with no day set (CSP-01).
func (r *Rules) Phases() []PhaseDays {
	var all []PhaseDays
	for _, s := range stretches(r.phases) {
		all = append(all, PhaseDays{s.value, s.days, s.sources, s.others})
	}
	return all
}

// Phases is [Rules.Phases] of the published rules.
func Phases() []PhaseDays { return Published().Phases() }

// phaseStarts is the first day of each phase; the zero Day for one that has none.
type phaseStarts [Phase3 + 1]terms.Day

// startsOf gives the first day of each phase. Phases that do not follow one another are [rules.ErrOverlay]: the published ones do.
func startsOf(phases rules.Timeline[Phase]) (phaseStarts, error) {
	var starts phaseStarts
	next := BeforePhases
	for _, s := range stretches(phases) {
		if s.value != next {
			return phaseStarts{}, fmt.Errorf("%w: pricing: timeline %s has %s for %s; want %s there, since each phase follows the one before",
				rules.ErrOverlay, phases.ID(), s.value, s.days, next)
		}
		starts[s.value], _ = s.days.From()
		next++
	}
	return starts, nil
}

// phasing is the phases in which a rule governs: from the beginning of one, and until that of another. Zero is no bound.
type phasing struct{ from, until Phase }

// span gives the days of the phases.
func (p phasing) span(starts phaseStarts) terms.Span {
	first, end := starts[p.from], starts[p.until]
	switch {
	case p.from > BeforePhases && first.IsZero():
		return terms.Pending()
	case first.IsZero() && end.IsZero():
		return terms.Always()
	case first.IsZero():
		return terms.SpanUntil(end)
	case end.IsZero():
		return terms.SpanFrom(first)
	default:
		return spanOf(first, end)
	}
}

// dated gives the rules, each of those that govern in certain phases with the days of these.
func dated[In any, Out comparable](all ...rules.Rule[In, Out]) []rules.Rule[In, Out] {
	for i := range all {
		if p, ok := rulePhases[all[i].ID]; ok {
			all[i].Span = p.span(publishedStarts)
		}
	}
	return all
}

// follow moves the rules of a set to the days that phases have after an overlay. A rule that an overlay before has given days
// of its own, or switched off, stays as it is.
func follow[In any, Out comparable](set *rules.Set[In, Out], before, after phaseStarts, o rules.Overlay) (*rules.Set[In, Out], error) {
	var moved []rules.Rule[In, Out]
	for r := range set.Rules() {
		p, ok := rulePhases[r.ID]
		if !ok || r.IsOff() || r.Span != p.span(before) || r.Span == p.span(after) {
			continue
		}
		r.Span = p.span(after)
		moved = append(moved, r)
	}
	if len(moved) == 0 {
		return set, nil
	}
	return set.With(rules.Edit[In, Out]{Owner: o.Owner, Reason: o.Reason, Replace: moved})
}

// followPhases moves the rules of every set to the days of the phases, where an overlay has changed these.
func (r *Rules) followPhases(o rules.Overlay) error {
	before := r.starts
	after, err := startsOf(r.phases)
	if err != nil || after == before {
		return err
	}
	r.starts = after
	if r.transaction, err = follow(r.transaction, before, after, o); err != nil {
		return err
	}
	if r.incentive, err = follow(r.incentive, before, after, o); err != nil {
		return err
	}
	r.priceBasis, err = follow(r.priceBasis, before, after, o)
	return err
}

// stretch is days on which a timeline says one thing.
type stretch[T comparable] struct {
	value   T
	days    terms.Span
	sources []rules.Source
	others  []rules.Doubt[T]
}

// stretches gives what a timeline says from its first day to its last, and behind that what is announced without a day, if
// that has not been given one.
func stretches[T comparable](t rules.Timeline[T]) []stretch[T] {
	var all []stretch[T]
	bounds := t.Boundaries()
	for i := -1; i < len(bounds); i++ {
		days, day := between(bounds, i)
		if reading, err := t.On(day); err == nil {
			all = extend(all, stretch[T]{reading.Value, days, reading.Sources, reading.Others})
		}
	}
	for _, e := range t.Entries() {
		begun := slices.ContainsFunc(all, func(s stretch[T]) bool {
			_, begins := s.days.From()
			return s.value == e.Value && begins
		})
		if e.Span.IsPending() && !begun {
			all = append(all, stretch[T]{e.Value, e.Span, slices.Clone(e.Sources), slices.Clone(e.Doubts)})
		}
	}
	return all
}

// between gives the days from one boundary to the next, before the first for −1, and a day that lies in them. Without boundaries
// these are all days, and any will do.
func between(bounds []terms.Day, i int) (terms.Span, terms.Day) {
	switch {
	case len(bounds) == 0:
		return terms.Always(), checked
	case i < 0:
		return terms.SpanUntil(bounds[0]), bounds[0].AddDays(-1)
	case i == len(bounds)-1:
		return terms.SpanFrom(bounds[i]), bounds[i]
	default:
		return spanOf(bounds[i], bounds[i+1]), bounds[i]
	}
}

// extend adds a stretch, to the last one if that says the same.
func extend[T comparable](all []stretch[T], s stretch[T]) []stretch[T] {
	if len(all) == 0 || all[len(all)-1].value != s.value {
		return append(all, s)
	}
	last := &all[len(all)-1]
	last.days = joined(last.days, s.days)
	for _, other := range s.others {
		if !slices.ContainsFunc(last.others, func(d rules.Doubt[T]) bool { return sameDoubt(d, other) }) {
			last.others = append(last.others, other)
		}
	}
	return all
}

// joined gives the days of two spans of which the second begins where the first ends.
func joined(first, second terms.Span) terms.Span {
	from, begins := first.From()
	until, ends := second.Until()
	switch {
	case begins && ends:
		return spanOf(from, until)
	case begins:
		return terms.SpanFrom(from)
	case ends:
		return terms.SpanUntil(until)
	default:
		return terms.Always()
	}
}

// spanOf gives the days from a day until a later one.
func spanOf(from, until terms.Day) terms.Span {
	span, _ := terms.NewSpan(from, until)
	return span
}
