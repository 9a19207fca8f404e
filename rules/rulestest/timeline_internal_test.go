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
	rules.Timeline[int]
	entries func([]rules.Entry[int])
	on      func(day, known terms.Day, r *rules.Reading[int]) error
}

func (e erringLine) Entries() []rules.Entry[int] {
	list := e.Timeline.Entries()
	if e.entries != nil {
		e.entries(list)
	}
	return list
}

func (e erringLine) On(day terms.Day) (rules.Reading[int], error) {
	r, err := e.Timeline.On(day)
	if e.on != nil {
		if failed := e.on(day, e.KnownOn(), &r); failed != nil {
			return rules.Reading[int]{}, failed
		}
		if r.Timeline != "" {
			return r, nil
		}
	}
	return r, err
}

func (e erringLine) problems() []Problem {
	asKnown := func(day terms.Day) timeline[int] { return erringLine{e.AsKnown(day), e.entries, e.on} }
	return newFigures[int](e, asKnown, Limits[int]{}, nil).problems()
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
			erringLine{entries: func(list []rules.Entry[int]) { list[1].Published = terms.Span{} }},
			[]string{
				"overlap: shop.days, on 2022-03-12: another figure than that for 2022-03-12/.. was published for the day too",
			},
		},
		{
			"a figure never checked",
			erringLine{entries: func(list []rules.Entry[int]) { list[2].Sources[0].Checked = terms.Day{} }},
			[]string{"unchecked: shop.days, on 2020-01-01, for 30: the figure for 2020-01-01/2022-03-12 was never held against A page"},
		},
		{
			"the nearest figure for a day that has none",
			erringLine{on: func(day, known terms.Day, r *rules.Reading[int]) error {
				if day.Before(first) && known.IsZero() {
					*r = rules.Reading[int]{Timeline: "shop.days", Value: 30}
				}
				return nil
			}},
			[]string{"wrongAnswer: shop.days, on 2019-12-31: the timeline gives a figure for a day that has none"},
		},
		{
			"no figure on the first day",
			erringLine{on: func(day, known terms.Day, _ *rules.Reading[int]) error {
				if day == first && known.IsZero() {
					return rules.ErrNoFigure
				}
				return nil
			}},
			[]string{"wrongAnswer: shop.days, on 2020-01-01: the timeline gives no figure: rules: no figure for the day"},
		},
		{
			"the figure of another wording",
			erringLine{on: func(_, known terms.Day, r *rules.Reading[int]) error {
				if !known.IsZero() && r.Value == 7 {
					r.Value = 3
				}
				return nil
			}},
			[]string{"wrongAnswer: shop.days, on 2022-03-12 as known on 2022-03-17, for 7: the timeline gives 3 for 2022-03-12/..; the figure is for 2022-03-12/.."},
		},
		{
			"a reading of other days",
			erringLine{on: func(_, _ terms.Day, r *rules.Reading[int]) error {
				if r.Value == 3 {
					r.Span = terms.Always()
				}
				return nil
			}},
			[]string{"wrongAnswer: shop.days, on 2022-03-12 as known on"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.errs.Timeline = soundLine()
			found := tt.errs.problems()
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
