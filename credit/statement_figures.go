package credit

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Figure is a dated figure that a statement stands on.
type Figure struct {
	Timeline string         `json:"timeline"`         // its id, as in credit.term
	Says     string         `json:"says"`             // as in P12M
	Span     terms.Span     `json:"span"`             // the days for which it holds
	Lots     []LotID        `json:"lots,omitempty"`   // the lots it was read for, in the order in which they pay
	Sources  []rules.Source `json:"sources"`          // where it is written
	Others   []string       `json:"others,omitempty"` // what other readings of the record say, a sentence each
	Origin   rules.Origin   `json:"origin,omitzero"`  // who changed it, if it is not the published one
}

// Equal reports whether both are the same figure, read for the same lots.
func (f Figure) Equal(other Figure) bool {
	return f.Timeline == other.Timeline && f.Says == other.Says && f.Span == other.Span && f.Origin == other.Origin &&
		slices.Equal(f.Lots, other.Lots) && slices.Equal(f.Sources, other.Sources) && slices.Equal(f.Others, other.Others)
}

// Figures gives every dated figure that the statement stands on, with its source and who changed it: the term, the share
// that is low credit and the notice of expiry of each lot that has them, how long data is kept where services were
// suspended, and how many alerts and addresses there can be where alerts are configured. Where one changed over time, there
// is one for each of its values that was read.
func (s Statement) Figures() []Figure {
	r := s.read()
	b := r.book
	var read figuresRead
	for i := range b.lots {
		lot := &b.lots[i]
		if lot.hasTerm(b.policy) {
			readFigure(&read, b.rules.term, terms.DayOf(lot.Activated), lot.ID)
		}
		if lot.Kind == Token || b.policy.LowCredit == LowCreditOfSubscription {
			readFigure(&read, b.rules.lowCredit, terms.DayOf(lot.Activated), lot.ID)
		}
		if lot.Kind == Token {
			readFigure(&read, b.rules.notice, terms.DayOf(lot.Activated), lot.ID)
		}
	}
	for _, suspension := range s.Suspensions() {
		readFigure(&read, b.rules.retention, terms.DayOf(suspension.From), "")
	}
	if len(b.policy.Alerts) > 0 {
		day := latestDay(b.lots, b.events)
		readFigure(&read, b.rules.alertLimit, day, "")
		readFigure(&read, b.rules.recipientLimit, day, "")
	}
	slices.SortStableFunc(read, func(a, b Figure) int { return cmp.Compare(a.Timeline, b.Timeline) })
	return read
}

// figuresRead gathers figures, each once.
type figuresRead []Figure

// readFigure adds the figure of a day, or a lot to one that is there.
func readFigure[T any](read *figuresRead, d dated[T], day terms.Day, lot LotID) {
	reading, err := d.on(day)
	if err != nil {
		return // New has refused what would need it
	}
	says := valueText(reading.Value)
	at := slices.IndexFunc(*read, func(f Figure) bool {
		return f.Timeline == reading.Timeline && f.Span == reading.Span && f.Origin == reading.Origin && f.Says == says
	})
	if at < 0 {
		at = len(*read)
		*read = append(*read, Figure{
			Timeline: reading.Timeline, Says: says, Span: reading.Span, Sources: slices.Clone(reading.Sources), Origin: reading.Origin,
			Others: othersOf(reading),
		})
	}
	if f := &(*read)[at]; lot != "" {
		f.Lots = append(f.Lots, lot)
	}
}

func othersOf[T any](reading *rules.Reading[T]) []string {
	var others []string
	for _, doubt := range reading.Others {
		others = append(others, doubt.Text)
	}
	return others
}

// valueText gives a figure as text: what its JSON string says, or its JSON.
func valueText(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	var name string
	if json.Unmarshal(text, &name) == nil {
		return name
	}
	return string(text)
}

// termOrigin says who changed the term by which a lot ends.
func (b *book) termOrigin(lot int) rules.Origin {
	l := &b.lots[lot]
	if !l.hasTerm(b.policy) {
		return rules.Origin{}
	}
	return b.rules.term.origin(terms.DayOf(l.Activated))
}

// alertOrigin says who changed the figure by which an alert fired: the share that is low, or when an expiry is noticed and
// failing that the term. Of several lots whose credit is low together it is the first that has somebody's figure.
func (b *book) alertOrigin(f firing) rules.Origin {
	switch f.notice {
	case TokenLow:
		return b.rules.lowCredit.origin(terms.DayOf(b.lots[f.lot].Activated))
	case TokenExpiring:
		return cmp.Or(b.rules.notice.origin(terms.DayOf(b.lots[f.lot].Activated)), b.termOrigin(int(f.lot)))
	case SubscriptionLow:
		for i, run := range b.runs {
			if origin := b.rules.lowCredit.origin(terms.DayOf(b.lots[i].Activated)); run.from <= f.at && f.at < run.to && !origin.IsZero() {
				return origin
			}
		}
	case Configured:
	}
	return rules.Origin{}
}
