package main

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

//go:embed chart.svg.tmpl
var chartTemplate string

// The picture in pixels. Its height depends on how much is to be said above and below the plot.
const (
	chartWidth    = 900
	plotLeft      = 66
	plotRight     = 880
	plotHeight    = 270
	tierHeight    = 16 // of a row of labels above the plot
	mostTiers     = 6
	entryHeight   = 17 // of a row of the legend
	legendColumns = 3
	titleBottom   = 54
)

// A chart is what the template draws. Paths and positions are ready to be written.
type chart struct {
	Title, Summary          string
	Width, Height           int
	Left, Right, Top, Floor int
	Currency                string
	AxisMiddle              int
	Levels                  []tick // of the axis of amounts
	Days                    []tick // of the axis of days
	Bands                   []band
	Areas                   []area
	Past, Ahead             string // the line of all credit, up to the statement and after it
	Names                   []name
	Marks                   []mark
	Alerts                  []alert
	LegendTop, NotesTop     int
	Legend                  []entry
	Notes                   []entry
	PlotHeight              int
	Empty                   bool
}

type tick struct {
	At          string
	Label, Year string
}

// A band is a time in which services are suspended.
type band struct{ At, Width string }

// An area is what one lot holds over time, up to the statement or after it.
type area struct {
	Path    string
	Fill    string
	Hatched bool
	Ahead   bool
	Title   string
}

// A name is a lot's, written into its area.
type name struct{ X, Y, Fill, Ink, Text string }

// An alert is a numbered marker on the line of all credit.
type alert struct {
	X, Y   string
	Number int
	Title  string
}

// An entry is one of the legend, or a note on an alert.
type entry struct {
	X, Y    int
	Fill    string
	Hatched bool
	Number  int
	Text    string
}

// textWidth gives about how many pixels wide a label is: what fonts measure is not known here.
func textWidth(text string) int {
	const ofTen = 62 // tenths of a pixel for a character, at 11 pixels
	return utf8.RuneCountInString(text) * ofTen / 10
}

// draw writes the burn-down of an account as an SVG picture.
func draw(w io.Writer, acc account) error {
	parsed, err := template.New("chart").Parse(chartTemplate)
	if err != nil {
		return err
	}
	return parsed.Execute(w, newChart(acc))
}

func newChart(acc account) chart {
	p := newPlot(acc)
	marks, tiers := placeMarks(p.marks())
	p.top = titleBottom + tiers*tierHeight + 14
	c := chart{
		Title:   "Azure in Open credit, burn-down to " + acc.day.String(),
		Summary: acc.balanceSentence(),
		Width:   chartWidth, Left: plotLeft, Right: plotRight, Top: p.top, Floor: p.floor(), AxisMiddle: p.top + plotHeight/2,
		Currency: acc.currency.String(), Levels: p.levelTicks(), Days: p.dayTicks(), Bands: p.bands(), Areas: p.areas(),
		Names: p.names(), Marks: marks, Alerts: p.alerts(), Empty: p.empty,
		Past: p.total(0, p.today+1), Ahead: p.total(p.today+1, p.days),
		LegendTop: p.floor() + 66, PlotHeight: plotHeight,
	}
	legendFloor := c.legend(p)
	c.NotesTop = legendFloor + 26
	c.Height = legendFloor + 14
	if len(c.Alerts) > 0 {
		c.Height = c.notes(p) + 14
	}
	return c
}

// alerts gives the markers of the alerts, on the line of all credit, one above the other where they are close.
func (p *plot) alerts() []alert {
	const size = 170 // tenths of a pixel, with some space
	var alerts []alert
	var placed []struct{ x, y length }
	for i, fired := range p.statement.Alerts() {
		day := terms.DayOf(fired.At).Sub(p.start)
		x, y := p.x(day), p.y(p.stack[day][0])-90
		for moved := true; moved; {
			moved = false
			for _, other := range placed {
				if abs(other.x-x) < size && abs(other.y-y) < size {
					y, moved = other.y-size, true
				}
			}
		}
		placed = append(placed, struct{ x, y length }{x, y})
		alerts = append(alerts, alert{x.String(), y.String(), i + 1, alertText(fired) + ", " + p.label(fired.Lot)})
	}
	return alerts
}

func abs(l length) length { return max(l, -l) }

// legend writes an entry for each lot and gives where it ends.
func (c *chart) legend(p *plot) int {
	y := c.LegendTop
	for i, lot := range p.lots {
		colour := colourOf(i)
		x, row := inColumns(i)
		y = c.LegendTop + (row+1)*entryHeight
		text := p.label(lot.ID) + ": " + p.money(lot.Amount) + " until " + instant(lot.Ends)
		c.Legend = append(c.Legend, entry{X: x, Y: y, Fill: colour.fill, Hatched: colour.hatched, Text: text})
	}
	return y
}

// notes writes a note for each alert and gives where they end.
func (c *chart) notes(p *plot) int {
	y := c.NotesTop
	for i, fired := range p.statement.Alerts() {
		x, row := inColumns(i)
		y = c.NotesTop + (row+1)*entryHeight
		text := terms.DayOf(fired.At).String() + " " + shortAlert(fired) + " " + p.label(fired.Lot)
		c.Notes = append(c.Notes, entry{X: x, Y: y, Number: i + 1, Text: strings.TrimSpace(text)})
	}
	return y
}

func inColumns(i int) (x, row int) {
	return plotLeft + i%legendColumns*(plotRight-plotLeft)/legendColumns, i / legendColumns
}

// shortAlert says in two words what an alert is about.
func shortAlert(fired credit.FiredAlert) string {
	switch fired.Notice {
	case credit.TokenLow, credit.SubscriptionLow:
		return "30 % left"
	case credit.TokenExpiring:
		return "30 days left"
	case credit.Configured:
		return fired.Name
	}
	return fired.Notice.String()
}
