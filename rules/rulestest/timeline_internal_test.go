package rulestest

import (
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// NewTimeline makes no timeline that errs, so these tests put one in front of a sound one.

// erringLine is a timeline that errs where one of its functions is given.
type erringLine struct {
	entries func([]datedFigure)
	on      func(day, known terms.Day, r told, err error) (told, error)
}

func (e erringLine) timeline() timeline {
	t := timelineOf(soundLine())
	if e.entries != nil {
		e.entries(t.entries)
	}
	if e.on != nil {
		asKnown := t.asKnown
		t.present = e.lookup(terms.Day{}, t.present)
		t.asKnown = func(day terms.Day) lookup { return e.lookup(day, asKnown(day)) }
	}
	return t
}

// lookup gives what a sound wording gives, with the errors of this one.
func (e erringLine) lookup(known terms.Day, sound lookup) lookup {
	return func(day terms.Day) (told, error) {
		r, err := sound(day)
		return e.on(day, known, r, err)
	}
}

func soundLine() rules.Timeline[int] {
	from := []rules.Source{{Document: "A page", Checked: terms.MustParseDay("2026-11-22")}}
	dated := func(value int, span, published string) rules.Entry[int] {
		return rules.Entry[int]{
			Value: value, Span: rules.Must(terms.ParseSpan(span)), Published: rules.Must(terms.ParseSpan(published)), Sources: from,
		}
	}
	return rules.Must(rules.NewTimeline("shop.days", "The days",
		dated(7, "2022-03-12/..", "2022-03-17/.."), dated(3, "2022-03-12/..", "../2022-03-17"), dated(30, "2020-01-01/2022-03-12", "../..")))
}

func TestErringTimelines(t *testing.T) {
	first := terms.MustParseDay("2020-01-01")
	tests := []struct {
		name string
		errs erringLine
		want []string
	}{
		{"none", erringLine{}, nil},
		{
			"two figures published for the same days",
			erringLine{entries: func(list []datedFigure) { list[1].published = terms.Span{} }},
			[]string{
				"overlap: shop.days, on 2022-03-12: another figure than that for 2022-03-12/.. was published for the day too",
			},
		},
		{
			"a figure never checked",
			erringLine{entries: func(list []datedFigure) { list[2].sources[0].Checked = terms.Day{} }},
			[]string{"unchecked: shop.days, on 2020-01-01, for 30: the figure for 2020-01-01/2022-03-12 was never held against A page"},
		},
		{
			"the nearest figure for a day that has none",
			erringLine{on: func(day, known terms.Day, r told, err error) (told, error) {
				if day.Before(first) && known.IsZero() {
					return told{value: 30}, nil
				}
				return r, err
			}},
			[]string{"wrongAnswer: shop.days, on 2019-12-31: the timeline gives a figure for a day that has none"},
		},
		{
			"no figure on the first day",
			erringLine{on: func(day, known terms.Day, r told, err error) (told, error) {
				if day == first && known.IsZero() {
					return told{}, rules.ErrNoFigure
				}
				return r, err
			}},
			[]string{"wrongAnswer: shop.days, on 2020-01-01: the timeline gives no figure: rules: no figure for the day"},
		},
		{
			"the figure of another wording",
			erringLine{on: func(_, known terms.Day, r told, err error) (told, error) {
				if !known.IsZero() && r.value == 7 {
					r.value = 3
				}
				return r, err
			}},
			[]string{"wrongAnswer: shop.days, on 2022-03-12 as known on 2022-03-17, for 7: the timeline gives 3 for 2022-03-12/..; the figure is for 2022-03-12/.."},
		},
		{
			"a reading of other days",
			erringLine{on: func(_, _ terms.Day, r told, err error) (told, error) {
				if r.value == 3 {
					r.span = terms.Always()
				}
				return r, err
			}},
			[]string{"wrongAnswer: shop.days, on 2022-03-12 as known on"},
		},
		{
			"a reading that JSON loses",
			erringLine{on: func(day, known terms.Day, r told, err error) (told, error) {
				if day == first && known.IsZero() {
					r.readsBack = func() bool { return false }
				}
				return r, err
			}},
			[]string{"notReadBack: shop.days, on 2020-01-01: the reading of the day does not come back from its JSON as it was"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := newFigures(tt.errs.timeline(), Limits[any]{}, nil).problems()
			if len(found) != len(tt.want) {
				t.Fatalf("found %v", found)
			}
			for i, want := range tt.want {
				if !strings.HasPrefix(found[i].String(), want) {
					t.Errorf("found %s\nwant  %s", found[i], want)
				}
			}
		})
	}
}

// brief is a figure whose JSON says nothing to a reader once it is inside a reading.
type brief string

func (b brief) MarshalText() ([]byte, error) { return []byte(b), nil }

func TestAReadingThatJSONLoses(t *testing.T) {
	sound := rules.Reading[brief]{Timeline: "x", Day: terms.MustParseDay("2024-01-01"), Value: "a", Span: terms.Always()}
	if !readingReadsBack(sound) {
		t.Error("a sound reading does not read back")
	}
	for name, lose := range map[string]func(*rules.Reading[brief]){
		"text that is not UTF-8": func(r *rules.Reading[brief]) { r.Value = "\xff" },
		"a change there is not":  func(r *rules.Reading[brief]) { r.Origin = rules.Origin{Owner: "x", Change: 99} },
	} {
		lost := sound
		lose(&lost)
		if readingReadsBack(lost) {
			t.Errorf("%s reads back", name)
		}
	}
	for figure, want := range map[brief]bool{"a": true, "\xff": false} {
		line := rules.Must(rules.NewTimeline("x", "The figures", rules.Entry[brief]{
			Value: figure, Span: terms.Always(), Sources: []rules.Source{{Document: "A page", Checked: sound.Day}},
		}))
		if r, err := timelineOf(line).present(sound.Day); err != nil || r.readsBack() != want {
			t.Errorf("%q reads back: %t, %v", figure, !want, err)
		}
	}
}

func TestFiguresThatHaveNoJSON(t *testing.T) {
	if got := readsBack(func() {}); !strings.Contains(got, "cannot be written as JSON") {
		t.Errorf("gives %q", got)
	}
	if got := readsBack(brief("\xff")); got == "" {
		t.Error("text that is not UTF-8 reads back")
	}
	if got := figureText(func() {}); !strings.HasPrefix(got, "0x") {
		t.Errorf("gives %q", got)
	}
}
