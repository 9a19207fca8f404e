package main

import (
	"cmp"
	"slices"

	"github.com/cloudterms/terms"
)

const labelGap = 6 // pixels between a label and its line

// A mark is a vertical line at a day, with a label above the plot.
type mark struct {
	At      string
	LabelAt string
	Y       int // of the label's foot
	Text    string
	Kind    string // cliff, suspension, today or out

	x          length
	left, tier int // of the label, in pixels
}

// marks gives what is to be seen at once: cliffs, suspensions, the statement and the end of credit.
func (p *plot) marks() []mark {
	var marks []mark
	add := func(day terms.Day, kind, text string) {
		if day.Sub(p.start) > p.days {
			return
		}
		marks = append(marks, mark{x: p.xOf(day), Kind: kind, Text: text})
	}
	for _, lapse := range p.statement.Lapsing(terms.SpanUntil(p.day.AddDays(1))) {
		add(terms.DayOf(lapse.At), "cliff", p.label(lapse.Lot)+": "+p.money(lapse.Amount)+" lapsed")
	}
	for _, lapse := range p.outlook.forecast.Lapses {
		add(terms.DayOf(lapse.At), "cliff", p.label(lapse.Lot)+": "+p.money(lapse.Amount)+" will lapse")
	}
	for _, s := range p.statement.Suspensions() {
		if s.Until.IsZero() {
			add(terms.DayOf(s.From), "suspension", "suspended since "+instant(s.From))
			continue
		}
		add(terms.DayOf(s.From), "suspension", "suspended "+count(terms.DayOf(s.Until).Sub(terms.DayOf(s.From)), "day"))
	}
	add(p.day.AddDays(1), "today", "stated: end of "+p.day.String())
	if out := p.outlook.forecast.RunsOut; out.After(p.day) {
		add(out, "out", "runs out "+out.String())
	}
	return marks
}

// placeMarks finds a row for each label, so that none covers another, and gives the number of rows. Labels stand left of
// their lines, or right of them where the picture begins. A line comes down from its label: rows are chosen so that it crosses no other label where that can be had.
func placeMarks(marks []mark) (placed []mark, tiers int) {
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.x, b.x) })
	for _, m := range marks {
		width := textWidth(m.Text) + labelGap
		m.left = int(m.x)/10 - width
		if m.left < 0 {
			m.left = int(m.x)/10 + labelGap
		}
		m.tier = freeTier(placed, m.left, m.left+width)
		if m.tier >= mostTiers {
			m.Text, m.tier = "", 0
		}
		tiers = max(tiers, m.tier+1)
		placed = append(placed, m)
	}
	for i := range placed {
		m := &placed[i]
		m.At, m.LabelAt = m.x.String(), length(m.left*10).String()
		m.Y = titleBottom + (tiers-m.tier)*tierHeight
	}
	return placed, tiers
}

// freeTier gives the row above every line that a label would cover, or else any row with room.
func freeTier(placed []mark, left, right int) int {
	above := 0
	for _, other := range placed {
		if x := int(other.x) / 10; other.Text != "" && left < x && x < right {
			above = max(above, other.tier+1)
		}
	}
	for _, from := range []int{above, 0} {
		for tier := from; tier < mostTiers; tier++ {
			if hasRoom(placed, tier, left, right) {
				return tier
			}
		}
	}
	return mostTiers
}

func hasRoom(placed []mark, tier, left, right int) bool {
	return !slices.ContainsFunc(placed, func(other mark) bool {
		width := textWidth(other.Text) + labelGap
		return other.Text != "" && other.tier == tier && left < other.left+width && other.left < right
	})
}
