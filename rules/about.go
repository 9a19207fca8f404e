package rules

import (
	"slices"

	"github.com/cloudterms/terms"
)

// An About is what a set, a timeline or a list says of itself. It does not depend on the types of facts and answers, so
// that a catalogue, a document or a test can hold all of a program's in one slice. It marshals to stable JSON.
type About struct {
	Kind     AboutKind  `json:"kind"`
	ID       string     `json:"id"`
	Question string     `json:"question"`          // what a set answers, or what the figures or entries are
	Known    terms.Day  `json:"known,omitzero"`    // whose published wording it reads, if not the present one
	Facts    []Fact     `json:"facts,omitempty"`   // of a set
	Rules    []RuleInfo `json:"rules,omitempty"`   // of a set: all, in the order of declaration
	Default  string     `json:"default,omitempty"` // of a set: the answer where no rule gives one
	// DefaultText and DefaultSources say of a set why that is its default, and where that is written.
	DefaultText    string       `json:"defaultText,omitempty"`
	DefaultSources []Source     `json:"defaultSources,omitempty"`
	Combine        CombineInfo  `json:"combine,omitzero"`     // of a set: what different answers make of each other
	Figures        []FigureInfo `json:"figures,omitempty"`    // of a timeline: the newest first
	Entries        []string     `json:"entries,omitempty"`    // of a list
	Sources        []Source     `json:"sources,omitempty"`    // of a list
	Origin         Origin       `json:"origin,omitzero"`      // of a list: who changed it last
	Boundaries     []terms.Day  `json:"boundaries,omitempty"` // the days on which something changes
	Digest         string       `json:"digest,omitempty"`     // of a set or timeline
}

// An AboutKind says what an [About] is about.
type AboutKind uint8

const (
	// AboutSet is a [Set].
	AboutSet AboutKind = iota + 1
	// AboutTimeline is a [Timeline].
	AboutTimeline
	// AboutList is a list, such as one of markets, that some package keeps and [ChangeList] changes.
	AboutList
)

// String gives the name.
func (k AboutKind) String() string { return aboutKindNames.Text(k) }

// MarshalText gives the name.
func (k AboutKind) MarshalText() ([]byte, error) { return aboutKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *AboutKind) UnmarshalText(text []byte) error { return aboutKindNames.Unmarshal(text, k) }

// A RuleInfo is a [Rule] in an [About].
type RuleInfo struct {
	ID        ID         `json:"id"`
	Text      string     `json:"text"`
	Span      terms.Span `json:"span"`
	Published terms.Span `json:"published,omitzero"`
	Sources   []Source   `json:"sources"`
	Clauses   []Clause   `json:"clauses,omitempty"` // all must hold
	Says      string     `json:"says,omitempty"`    // the answer, as text or JSON; empty for a rule that gives none
	Excepts   []ID       `json:"excepts,omitempty"`
	Origin    Origin     `json:"origin,omitzero"`
	Planned   bool       `json:"planned,omitempty"` // announced without a day, and never evaluated
	Off       bool       `json:"off,omitempty"`     // switched off by an overlay
}

// A Clause is a [Condition] of a rule in an [About].
type Clause struct {
	Condition string   `json:"condition"` // its name
	Negated   bool     `json:"negated,omitempty"`
	Reads     []string `json:"reads"`          // the names of facts
	Uses      []Use    `json:"uses,omitempty"` // the lists and timelines it looks into
}

// String gives the condition, with "not: " before it if it is negated.
func (c Clause) String() string {
	if c.Negated {
		return "not: " + c.Condition
	}
	return c.Condition
}

// A FigureInfo is an [Entry] of a timeline in an [About].
type FigureInfo struct {
	Says      string      `json:"says"` // the figure, as text or JSON
	Span      terms.Span  `json:"span"`
	Published terms.Span  `json:"published,omitzero"`
	Sources   []Source    `json:"sources"`
	Doubts    []DoubtInfo `json:"doubts,omitempty"`
	Origin    Origin      `json:"origin,omitzero"`
}

// A DoubtInfo is a [Doubt] in an [About].
type DoubtInfo struct {
	Says    string     `json:"says"` // the other figure, as text or JSON
	Span    terms.Span `json:"span"`
	Text    string     `json:"text"`
	Sources []Source   `json:"sources"`
}

// About gives what the set says of itself. The slices are the caller's own.
func (s *Set[In, Out]) About() About {
	about := s.about()
	about.Digest = s.digest
	return about
}

func (s *Set[In, Out]) about() About {
	about := About{
		Kind: AboutSet, ID: s.spec.ID, Question: s.spec.Question, Known: s.known, Facts: s.Facts(), Boundaries: s.Boundaries(),
		Rules: make([]RuleInfo, len(s.spec.Rules)),
	}
	if out, ok := s.Default(); ok {
		about.Default, about.DefaultText = jsonText(out), s.spec.DefaultText
		about.DefaultSources = slices.Clone(s.spec.DefaultSources)
	}
	about.Combine = s.aboutCombine()
	for i := range s.spec.Rules {
		about.Rules[i] = aboutRule(s.spec.Rules[i].clone())
	}
	return about
}

func aboutRule[In any, Out comparable](r Rule[In, Out]) RuleInfo {
	info := RuleInfo{
		ID: r.ID, Text: r.Text, Span: r.Span, Published: r.Published, Sources: r.Sources, Excepts: r.Excepts,
		Origin: r.origin, Planned: r.IsPlanned(), Off: r.off,
	}
	var none Out
	if r.Then != none {
		info.Says = jsonText(r.Then)
	}
	for _, c := range r.If {
		info.Clauses = append(info.Clauses, Clause{c.Name, c.negated, c.Reads, c.Uses})
	}
	return info
}

// About gives what the timeline says of itself. The slices are the caller's own.
func (t Timeline[T]) About() About {
	about := t.about()
	about.Digest = digestOf(about)
	return about
}

func (t Timeline[T]) about() About {
	about := About{Kind: AboutTimeline, ID: t.id, Question: t.text, Known: t.known, Boundaries: t.Boundaries()}
	for _, e := range t.entries {
		info := FigureInfo{
			Says: jsonText(e.Value), Span: e.Span, Published: e.Published, Sources: slices.Clone(e.Sources), Origin: e.origin,
		}
		for _, d := range e.Doubts {
			info.Doubts = append(info.Doubts, DoubtInfo{jsonText(d.Value), d.Span, d.Text, slices.Clone(d.Sources)})
		}
		about.Figures = append(about.Figures, info)
	}
	return about
}
