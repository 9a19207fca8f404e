package rulesmsg

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/bojanz/currency"
	"golang.org/x/text/language"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A form is how a language writes the values of arguments.
type form struct {
	tag                   language.Tag
	months                [12]string
	afterDay              string // between the day of a month and the month
	at                    string // between a day and the time of day
	between, from, until  string // spans, by their first and last days
	always, pending, none string
	units                 [4]unit // days, hours, minutes, seconds
	without               string  // before the questions whose answers are missing
	statuses              map[rules.Status]string
	market                func(code string) string // nil where codes are to stand
}

// A unit of time, in the singular and the plural.
type unit struct{ one, other string }

// arg writes an argument. What is not as its kind says is written as it is.
func (f *form) arg(a rules.Arg) string {
	text, ok := "", false
	switch a.Kind {
	case rules.ArgNumber:
		text, ok = f.number(a.Text)
	case rules.ArgDay:
		text, ok = f.parsedDay(a.Text)
	case rules.ArgInstant:
		text, ok = f.instant(a.Text)
	case rules.ArgSpan:
		text, ok = f.span(a.Text)
	case rules.ArgMoney:
		text, ok = f.money(a.Text)
	case rules.ArgDuration:
		text, ok = f.duration(a.Text)
	case rules.ArgMarket:
		if f.market != nil {
			text = f.market(a.Text)
		}
		ok = text != ""
	case rules.ArgText:
	}
	if !ok {
		return a.Text
	}
	return text
}

// number writes a decimal number with the language's separators, and every digit it has.
func (f *form) number(text string) (string, bool) {
	if _, err := terms.ParseDecimal(text); err != nil {
		return "", false
	}
	amount, err := currency.NewAmount(text, anyCurrency)
	if err != nil {
		return "", false
	}
	formatter := f.formatter(amount)
	formatter.CurrencyDisplay, formatter.MinDigits = currency.DisplayNone, 0
	return strings.TrimSpace(formatter.Format(amount)), true
}

// anyCurrency stands beside a number that is no amount: the formatter that knows the languages' separators wants one.
const anyCurrency = "USD"

// money writes an amount as the language does, with the currency's code and every digit the amount has. A currency that the
// formatter does not know has its amount written as a number.
func (f *form) money(text string) (string, bool) {
	m, err := terms.ParseMoney(text)
	if err != nil {
		return "", false
	}
	digits, code, _ := strings.Cut(m.String(), " ")
	amount, err := currency.NewAmount(digits, code)
	if err != nil {
		number, ok := f.number(digits)
		return number + noBreak + code, ok
	}
	formatter := f.formatter(amount)
	formatter.CurrencyDisplay = currency.DisplayCode
	return formatter.Format(amount), true
}

// formatter gives one that writes every digit of an amount after its point, and rounds nothing.
func (f *form) formatter(a currency.Amount) *currency.Formatter {
	_, fraction, _ := strings.Cut(a.Number(), ".")
	formatter := currency.NewFormatter(currency.NewLocale(f.tag.String()))
	formatter.MaxDigits = uint8(len(fraction)) //nolint:gosec // the guard of numbers lets at most 38 digits pass
	return formatter
}

func (f *form) parsedDay(text string) (string, bool) {
	d, err := terms.ParseDay(text)
	if err != nil {
		return "", false
	}
	return f.day(d), true
}

// day writes a day with the month in words, so that nobody takes the day for the month.
func (f *form) day(d terms.Day) string {
	year, month, day := d.Date().Date()
	return strconv.Itoa(day) + f.afterDay + f.months[month-1] + " " + strconv.Itoa(year)
}

// instant writes a day and a time of day in UTC. Fractions of seconds are kept: an instant may be the last at which something can be done.
func (f *form) instant(text string) (string, bool) {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return "", false
	}
	t = t.UTC()
	return f.day(terms.DayOf(t)) + f.at + t.Format("15:04:05.999999999") + " UTC", true
}

// span writes a run of days by its first and its last day.
func (f *form) span(text string) (string, bool) {
	s, err := terms.ParseSpan(text)
	if err != nil {
		return "", false
	}
	first, begins := s.From()
	end, ends := s.Until()
	switch {
	case s.IsZero():
		return f.none, true
	case s.IsPending():
		return f.pending, true
	case begins && ends:
		return fmt.Sprintf(f.between, f.day(first), f.day(end.AddDays(-1))), true
	case begins:
		return fmt.Sprintf(f.from, f.day(first)), true
	case ends:
		return fmt.Sprintf(f.until, f.day(end.AddDays(-1))), true
	}
	return f.always, true
}

// duration writes a length of time in days where it is whole days and at least a week, and in hours, minutes and seconds
// otherwise: a window of 72 hours is no window of three days.
func (f *form) duration(text string) (string, bool) {
	const day, week = 24 * time.Hour, 7 * 24 * time.Hour
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		return "", false
	}
	if d >= week && d%day == 0 {
		return f.count(int64(d/day), f.units[0]), true
	}
	var parts []string
	for i, length := range []time.Duration{time.Hour, time.Minute, time.Second} {
		if n := d / length; n > 0 {
			parts = append(parts, f.count(int64(n), f.units[i+1]))
			d -= n * length
		}
	}
	if d > 0 {
		return "", false
	}
	if len(parts) == 0 {
		return f.count(0, f.units[len(f.units)-1]), true
	}
	return strings.Join(parts, " "), true
}

func (f *form) count(n int64, u unit) string {
	digits := strconv.FormatInt(n, 10)
	number, _ := f.number(digits)
	if isOne(digits) {
		return number + noBreak + u.one
	}
	return number + noBreak + u.other
}

// isOne says whether a number goes with the singular: in each of these languages one does, and nothing else.
func isOne(number string) bool { return number == "1" }

// status says why a decision has no answer, and nothing where it has one.
func (f *form) status(s rules.Status, questions string) string {
	if s == rules.Undetermined {
		return f.without + " " + questions
	}
	return f.statuses[s]
}
