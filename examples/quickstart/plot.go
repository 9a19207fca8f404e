package main

import (
	"math"
	"strconv"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// nothing is less than any amount that can be seen: sums of floating-point numbers seldom come to 0.
const nothing = 1e-6

// A plot is the account in days and amounts.
type plot struct {
	account

	lots  []credit.LotState // in the order in which they pay
	start terms.Day
	today int         // the statement's day, counted from the start
	days  int         // how many are drawn
	stack [][]float64 // by day, what each lot and those that pay after it hold together at its end
	most  float64     // the end of the axis of amounts
	step  float64     // between its ticks
	top   int
	empty bool // there is no credit on any of the days
}

func newPlot(acc account) *plot {
	p := &plot{account: acc, lots: acc.outlook.ahead.Lots()}
	p.start = p.firstDay()
	p.today = acc.day.Sub(p.start)
	p.days = acc.outlook.until.Sub(p.start) + 1
	p.readHoldings()
	peak := 0.0
	for _, levels := range p.stack {
		peak = max(peak, levels[0])
	}
	if p.empty = peak < nothing; p.empty {
		peak = 1
	}
	p.step = niceStep(peak / 5)
	p.most = math.Ceil(peak/p.step) * p.step
	return p
}

// firstDay gives the day of the first lot or charge.
func (p *plot) firstDay() terms.Day {
	first := p.day
	for _, lot := range p.lots {
		if day := terms.DayOf(lot.Activated); day.Before(first) {
			first = day
		}
	}
	for use := range p.statement.Uses() {
		if use.Day.Before(first) {
			first = use.Day
		}
	}
	return first
}

// readHoldings follows every movement of credit and stacks what each lot holds at the end of each day.
func (p *plot) readHoldings() {
	place := map[credit.LotID]int{}
	for i, lot := range p.lots {
		place[lot.ID] = i
	}
	moved := make([][]float64, p.days)
	for day := range moved {
		moved[day] = make([]float64, len(p.lots))
	}
	for entry := range p.outlook.ahead.Entries() {
		amount := entry.Amount.Amount().InexactFloat64()
		if entry.From == credit.AccountAvailable {
			amount = -amount
		}
		if day := terms.DayOf(entry.At).Sub(p.start); day < p.days {
			moved[day][place[entry.Lot]] += amount
		}
	}
	held := make([]float64, len(p.lots))
	for day := range moved {
		p.stack = append(p.stack, make([]float64, len(p.lots)+1))
		for i := len(p.lots) - 1; i >= 0; i-- {
			held[i] += moved[day][i]
			p.stack[day][i] = p.stack[day][i+1] + held[i]
		}
	}
	p.trim()
}

// trim leaves out the days ahead on which there is no credit any more, but for some room for what happens last.
func (p *plot) trim() {
	last := p.days - 1
	for last > p.today && p.stack[last][0] < nothing {
		last--
	}
	p.days = last + 1 + max(4, last/60)
	for len(p.stack) < p.days {
		p.stack = append(p.stack, p.stack[len(p.stack)-1])
	}
	p.stack = p.stack[:p.days]
}

// niceStep gives 1, 2, 2.5 or 5 times a power of ten, at least so much.
func niceStep(least float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for _, factor := range []float64{1, 2, 2.5, 5} {
		if factor*power >= least {
			return factor * power
		}
	}
	return 10 * power
}

func (p *plot) floor() int { return p.top + plotHeight }

// A length is in tenths of a pixel, which is as fine as the picture is drawn.
type length int

func (l length) String() string {
	text := strconv.FormatFloat(float64(l)/10, 'f', 1, 64)
	return strings.TrimSuffix(text, ".0")
}

// x gives where a day begins.
func (p *plot) x(day int) length { return length(plotLeft*10 + day*(plotRight-plotLeft)*10/p.days) }

// xOf gives where a day lies, kept inside the plot.
func (p *plot) xOf(day terms.Day) length { return p.x(min(max(0, day.Sub(p.start)), p.days)) }

// y gives where an amount lies.
func (p *plot) y(amount float64) length {
	return length(p.floor()*10 - int(math.Round(amount/p.most*plotHeight*10)))
}

func (p *plot) levelTicks() []tick {
	var ticks []tick
	for i := range int(math.Round(p.most/p.step)) + 1 {
		if p.empty && i > 0 {
			break
		}
		amount := float64(i) * p.step
		ticks = append(ticks, tick{At: p.y(amount).String(), Label: thousands(amount, p.step)})
	}
	return ticks
}

// thousands writes an amount on the axis with its thousands apart, and as many places as the step between two needs.
func thousands(amount, step float64) string {
	places := 0
	for scaled := step; places < 9 && scaled != math.Trunc(scaled); places++ {
		scaled *= 10
	}
	text := strconv.FormatFloat(amount, 'f', places, 64)
	whole, fraction, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return whole
}

// dayTicks marks the beginnings of months, of as many as can be read.
func (p *plot) dayTicks() []tick {
	const narrowest = 34
	step := 1
	for _, months := range []int{1, 2, 3, 6, 12, 24, 60, 120, 600} {
		step = months
		if p.days > 0 && months*30*(plotRight-plotLeft)/p.days >= narrowest {
			break
		}
	}
	var ticks []tick
	year := 0
	for first := p.start.AddDays(1 - p.start.DayOfMonth()); first.Sub(p.start) < p.days; first = first.AddMonths(1) {
		month := int(first.Month()) - 1
		if first.Before(p.start) || (first.Year()*12+month)%step != 0 {
			continue
		}
		t := tick{At: p.xOf(first).String()}
		if p.xOf(first)/10 < plotRight-narrowest {
			t.Label = first.Month().String()[:3]
		}
		if t.Label != "" && first.Year() != year {
			t.Year, year = strconv.Itoa(first.Year()), first.Year()
		}
		ticks = append(ticks, t)
	}
	return ticks
}
