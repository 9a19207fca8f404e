package main

import (
	"slices"
	"strings"

	"github.com/cloudterms/terms"
)

// bands gives the times in which services are suspended.
func (p *plot) bands() []band {
	var bands []band
	for _, s := range p.statement.Suspensions() {
		from, until := p.xOf(terms.DayOf(s.From)), p.x(p.today+1)
		if !s.Until.IsZero() {
			until = p.xOf(terms.DayOf(s.Until))
		}
		bands = append(bands, band{from.String(), (until - from).String()})
	}
	return bands
}

// areas gives what each lot holds as a stack of steps, once up to the statement and once after it.
func (p *plot) areas() []area {
	var areas []area
	for i, lot := range p.lots {
		colour := colourOf(i)
		for _, part := range []struct {
			from, to int
			ahead    bool
		}{{0, p.today + 1, false}, {p.today + 1, p.days, true}} {
			if path := p.area(i, part.from, part.to); path != "" {
				areas = append(areas, area{path, colour.fill, colour.hatched, part.ahead, p.label(lot.ID)})
			}
		}
	}
	return areas
}

// area gives the outline of what one lot holds on some days: along the top, and back along the bottom.
func (p *plot) area(lot, from, to int) string {
	from, to = p.holding(lot, from, to)
	if from >= to {
		return ""
	}
	path := p.steps(lot, from, to)
	path.down(p.y(p.stack[to-1][lot+1]))
	for day := to - 1; day > from; day-- {
		path.step(p.x(day), p.y(p.stack[day-1][lot+1]))
	}
	path.across(p.x(from))
	return path.String() + "Z"
}

// holding narrows some days to those from the first to the last on which a lot holds something.
func (p *plot) holding(lot, from, to int) (first, end int) {
	empty := func(day int) bool { return p.stack[day][lot]-p.stack[day][lot+1] < nothing }
	for from < to && empty(from) {
		from++
	}
	for from < to && empty(to-1) {
		to--
	}
	return from, to
}

// An outline is a path of level and upright lines.
type outline struct {
	strings.Builder

	at length // the height it has come to
}

func (o *outline) across(x length) { o.WriteString("H" + x.String()) }

func (o *outline) down(y length) {
	o.WriteString("V" + y.String())
	o.at = y
}

// step goes on to where the height changes, if it does.
func (o *outline) step(x, y length) {
	if y != o.at {
		o.across(x)
		o.down(y)
	}
}

// steps gives the line above a lot, level on each of some days.
func (p *plot) steps(lot, from, to int) *outline {
	path := &outline{at: p.y(p.stack[from][lot])}
	path.WriteString("M" + p.x(from).String() + " " + path.at.String())
	for day := from + 1; day < to; day++ {
		path.step(p.x(day), p.y(p.stack[day][lot]))
	}
	path.across(p.x(to))
	return path
}

// total gives the line of all credit on some days.
func (p *plot) total(from, to int) string {
	if from >= to || len(p.lots) == 0 {
		return ""
	}
	return p.steps(0, from, to).String()
}

// names writes each lot's label into its area, where there is room for it.
func (p *plot) names() []name {
	const margin = 12
	var names []name
	for i, lot := range p.lots {
		text := p.label(lot.ID)
		days := (textWidth(text)+2*margin)*p.days/(plotRight-plotLeft) + 1
		if at, middle, ok := p.roomiest(i, days); ok {
			x := (p.x(at) + p.x(at+days)) / 2
			names = append(names, name{x.String(), (middle + 40).String(), colourOf(i).fill, colourOf(i).ink, text})
		}
	}
	return names
}

// roomiest gives the first of the days, and the height, at which a lot's area has the most room for a label. Of many that
// are almost as good it takes the one in the middle, where people look for it.
func (p *plot) roomiest(lot, days int) (at int, middle length, ok bool) {
	const lineHeight = 150
	type room struct {
		day           int
		upper, height length
	}
	var rooms []room
	most := length(lineHeight)
	for day := 0; day+days <= p.today+1; day++ {
		upper, lower := p.inside(lot, day, day+days)
		most = max(most, lower-upper)
		rooms = append(rooms, room{day, upper, lower - upper})
	}
	rooms = slices.DeleteFunc(rooms, func(r room) bool { return r.height < lineHeight || r.height < most*8/10 })
	if len(rooms) == 0 {
		return 0, 0, false
	}
	best := rooms[len(rooms)/2]
	return best.day, best.upper + best.height/2, true
}

// inside gives the highest and the lowest line between which a lot's area lies unbroken on some days.
func (p *plot) inside(lot, from, to int) (upper, lower length) {
	upper, lower = 0, length(p.floor()*10)
	for day := from; day < to; day++ {
		upper = max(upper, p.y(p.stack[day][lot]))
		lower = min(lower, p.y(p.stack[day][lot+1]))
	}
	return upper, lower
}
