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
func (c Clause) String() string { return clauseOf(c.Condition, c.Negated) }

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

func (c *core) about() About {
	about := About{
		Kind: AboutSet, ID: c.spec.id, Question: c.spec.question, Known: c.known, Facts: slices.Clone(c.spec.facts),
		Boundaries: c.boundaries(), Combine: c.aboutCombine(), Rules: make([]RuleInfo, len(c.spec.rules)),
	}
	if c.spec.byDefault != c.spec.none {
		about.Default, about.DefaultText = jsonText(c.spec.byDefault), c.spec.defaultText
		about.DefaultSources = slices.Clone(c.spec.defaultSources)
	}
	for i := range c.spec.rules {
		about.Rules[i] = c.aboutRule(&c.spec.rules[i])
	}
	return about
}

func (c *core) aboutRule(r *plainRule) RuleInfo {
	info := RuleInfo{
		ID: r.id, Text: r.text, Span: r.span, Published: r.published, Sources: slices.Clone(r.sources), Excepts: slices.Clone(r.excepts),
		Origin: r.origin, Planned: r.isPlanned(), Off: r.off,
	}
	if r.then != c.spec.none {
		info.Says = jsonText(r.then)
	}
	for _, condition := range r.conditions {
		info.Clauses = append(info.Clauses, Clause{
			Condition: condition.name, Negated: condition.negated,
			Reads: slices.Clone(condition.reads), Uses: slices.Clone(condition.uses),
		})
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
