package rules_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

type figures = rules.Timeline[int]

func entry(days string, value int) rules.Entry[int] {
	return rules.Entry[int]{Value: value, Span: span(days), Sources: source("T-02")}
}

// window is a figure that changed twice, the second time on a day that the record disputes.
func window(t *testing.T) figures {
	t.Helper()
	newest := entry("2022-07-11/..", 7)
	newest.Doubts = []rules.Doubt[int]{{
		Value: 30, Span: span("2022-07-11/2022-10-14"), Text: "A distributor dates the change to 14 October 2022.", Sources: source("T-03"),
	}}
	planned := entry("pending", 3)
	made, err := rules.NewTimeline("test.window", "Days in which it can be cancelled.",
		planned, newest, entry("2021-06-01/2022-07-11", 30), entry("2018-09-01/2021-06-01", 60))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestTimelineOn(t *testing.T) {
	w := window(t)
	tests := []struct {
		name, day string
		want      int
		span      string
		others    int
	}{
		{"the first day", "2018-09-01", 60, "2018-09-01/2021-06-01", 0},
		{"the day before the first change", "2021-05-31", 60, "2018-09-01/2021-06-01", 0},
		{"the day of the first change", "2021-06-01", 30, "2021-06-01/2022-07-11", 0},
		{"the day after", "2021-06-02", 30, "2021-06-01/2022-07-11", 0},
		{"the day before the disputed change", "2022-07-10", 30, "2021-06-01/2022-07-11", 0},
		{"the first disputed day", "2022-07-11", 7, "2022-07-11/..", 1},
		{"the last disputed day", "2022-10-13", 7, "2022-07-11/..", 1},
		{"the day on which nobody disputes it any more", "2022-10-14", 7, "2022-07-11/..", 0},
		{"the last day there is", "9999-12-31", 7, "2022-07-11/..", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := w.On(day(tt.day))
			if err != nil {
				t.Fatal(err)
			}
			if r.Value != tt.want || r.Span != span(tt.span) || len(r.Others) != tt.others || !slices.Equal(r.Sources, source("T-02")) {
				t.Errorf("reads %+v", r)
			}
			if r.Timeline != "test.window" || r.Day != day(tt.day) || !r.Origin.IsZero() || !r.Known.IsZero() {
				t.Errorf("the record is %+v", r)
			}
			if tt.others == 1 && (r.Others[0].Value != 30 || !slices.Equal(r.Others[0].Sources, source("T-03"))) {
				t.Errorf("the other reading is %+v", r.Others[0])
			}
		})
	}
	want := []terms.Day{day("2018-09-01"), day("2021-06-01"), day("2022-07-11"), day("2022-10-14")}
	if got := w.Boundaries(); !slices.Equal(got, want) {
		t.Errorf("boundaries %v, want %v", got, want)
	}
	if w.ID() != "test.window" || w.Text() != "Days in which it can be cancelled." || !w.KnownOn().IsZero() {
		t.Errorf("it is %q, %q", w.ID(), w.Text())
	}
}

func TestDaysWithoutAFigure(t *testing.T) {
	w := window(t)
	tests := []struct {
		name      string
		timeline  figures
		day       terms.Day
		condition error
		want      string
	}{
		{
			"the day before the first figure", w, day("2018-08-31"), rules.ErrNoFigure,
			"rules: no figure for the day: test.window on 2018-08-31; it has figures for 2022-07-11/.., 2021-06-01/2022-07-11, 2018-09-01/2021-06-01",
		},
		{
			"no day", w,
			terms.Day{},
			rules.ErrDay,
			"rules: day not given: test.window; it has figures for 2022-07-11/.., 2021-06-01/2022-07-11, 2018-09-01/2021-06-01",
		},
		{
			"a day in a gap", rules.Must(rules.NewTimeline("test.gap", "x", entry("2024-01-02/..", 2), entry("../2024-01-01", 1))),
			day("2024-01-01"), rules.ErrNoFigure, "it has figures for 2024-01-02/.., ../2024-01-01",
		},
		{"a timeline of nothing", figures{}, turn, rules.ErrNoFigure, "it has figures for no day"},
		{
			"a timeline of plans", rules.Must(rules.NewTimeline("test.plan", "x", entry("pending", 2))), turn,
			rules.ErrNoFigure, "it has figures for no day",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := tt.timeline.On(tt.day)
			failed, ok := errors.AsType[*rules.FigureError](err)
			if !ok || !errors.Is(err, tt.condition) || !strings.Contains(err.Error(), tt.want) || r.Timeline != "" || r.Value != 0 {
				t.Fatalf("gives %+v, %v", r, err)
			}
			if failed.Timeline != tt.timeline.ID() || failed.Day != tt.day {
				t.Errorf("the error is %+v", failed)
			}
		})
	}
}

// The window for seats: 72 hours, then seven days. That was announced on 17 March 2022, and reached back to the 12th.
func TestTimelineAsKnown(t *testing.T) {
	publishedOn := func(days string, e rules.Entry[int]) rules.Entry[int] {
		e.Published = span(days)
		return e
	}
	seats := rules.Must(rules.NewTimeline("test.seats", "Hours in which seats can be cancelled.",
		publishedOn("2022-03-17/..", entry("2022-03-12/..", 168)),
		publishedOn("2022-03-17/..", entry("2022-01-10/2022-03-12", 72)),
		publishedOn("../2022-03-17", entry("2022-01-10/..", 72)),
	))
	tests := []struct {
		name, bought, known string
		want                int
	}{
		{"bought before the days it reaches back to", "2022-03-11", "", 72},
		{"bought on the first of them", "2022-03-12", "", 168},
		{"as it was known the day before the announcement", "2022-03-12", "2022-03-16", 72},
		{"as it was known on the day of the announcement", "2022-03-12", "2022-03-17", 168},
		{"bought and known later", "2022-03-20", "2022-03-18", 168},
		{"bought later, as known before", "2022-03-20", "2022-03-16", 72},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			then := seats
			if tt.known != "" {
				then = seats.AsKnown(day(tt.known))
			}
			r, err := then.On(day(tt.bought))
			if r.Value != tt.want || err != nil || r.Known != then.KnownOn() || r.Known.String() != tt.known {
				t.Errorf("reads %+v, %v", r, err)
			}
		})
	}
	if back := seats.AsKnown(turn).AsKnown(terms.Day{}); !back.KnownOn().IsZero() {
		t.Errorf("as known on no day it reads %v", back.KnownOn())
	}
	if got := seats.AsKnown(day("2022-03-16")).Boundaries(); !slices.Equal(got, []terms.Day{day("2022-01-10")}) {
		t.Errorf("boundaries as known before: %v", got)
	}
}

func TestNewTimelineRefuses(t *testing.T) {
	type hidden struct{ days int }
	doubt := rules.Doubt[int]{Value: 1, Span: terms.Always(), Text: "Somebody says so.", Sources: source("T-03")}
	doubted := func(change func(*rules.Doubt[int])) rules.Entry[int] {
		e, d := entry("../..", 7), doubt
		change(&d)
		e.Doubts = []rules.Doubt[int]{d}
		return e
	}
	with := func(change func(*rules.Entry[int])) rules.Entry[int] {
		e := entry("../..", 7)
		change(&e)
		return e
	}
	tests := []struct {
		name     string
		id, text string
		entries  []rules.Entry[int]
		problem  string
	}{
		{"no id", "", "x", []rules.Entry[int]{entry("../..", 7)}, "want an id, a text and one entry or more"},
		{"no text", "t", "", []rules.Entry[int]{entry("../..", 7)}, "want an id, a text and one entry or more"},
		{"no entry", "t", "x", nil, "want an id, a text and one entry or more"},
		{
			"a figure published on no day", "t", "x",
			[]rules.Entry[int]{with(func(e *rules.Entry[int]) { e.Published = terms.Pending() })},
			"the figure for ../.. is the published wording on no day; what is announced has a pending Span",
		},
		{"no span", "t", "x", []rules.Entry[int]{with(func(e *rules.Entry[int]) { e.Span = terms.Span{} })}, "a figure has no span; want its days"},
		{"no source", "t", "x", []rules.Entry[int]{with(func(e *rules.Entry[int]) { e.Sources = nil })}, "the figure for ../.. has no source"},
		{
			"a source nobody checked", "t", "x",
			[]rules.Entry[int]{with(func(e *rules.Entry[int]) { e.Sources[0].Checked = terms.Day{} })},
			"want a document, and the day",
		},
		{
			"two figures for a day", "t", "x",
			[]rules.Entry[int]{entry("2024-01-01/..", 2), entry("../2024-01-02", 1)},
			"the figures for 2024-01-01/.. and ../2024-01-02 hold on one day",
		},
		{
			"the older before the newer", "t", "x",
			[]rules.Entry[int]{entry("../2024-01-01", 1), entry("2024-01-01/..", 2)},
			"the figure for ../2024-01-01 stands before the newer one for 2024-01-01/..",
		},
		{
			"a doubt without span", "t", "x",
			[]rules.Entry[int]{doubted(func(d *rules.Doubt[int]) { d.Span = terms.Span{} })},
			`a doubt about the figure for ../.. has the span ""`,
		},
		{"a doubt without text", "t", "x", []rules.Entry[int]{doubted(func(d *rules.Doubt[int]) { d.Text = "" })}, `the text ""; want both`},
		{"a doubt without source", "t", "x", []rules.Entry[int]{doubted(func(d *rules.Doubt[int]) { d.Sources = nil })}, "has no source"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			made, err := rules.NewTimeline(tt.id, tt.text, tt.entries...)
			if !errors.Is(err, rules.ErrSpec) || !strings.Contains(err.Error(), tt.problem) || made.ID() != "" {
				t.Errorf("gives %+v, %v", made, err)
			}
			for _, e := range wrong(t, err) {
				if e.Of != tt.id {
					t.Errorf("the error is about %q", e.Of)
				}
			}
		})
	}
	for name, err := range map[string]error{
		"a length of time": timelineOf(time.Hour), "an infinite figure": timelineOf(math.Inf(1)), "a struct whose field nobody sees": timelineOf(hidden{7}),
	} {
		if err == nil || !strings.Contains(err.Error(), "the figure for ../.. does not come back from JSON as it was") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"an amount": timelineOf(terms.MustParseMoney("12.50 USD")), "a list": timelineOf([]string{"BR"}), "a verdict": timelineOf(deny),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheFigureOfADoubtComesBackFromJSONToo(t *testing.T) {
	_, err := rules.NewTimeline("t", "x", rules.Entry[float64]{
		Value: 7, Span: terms.Always(), Sources: source("T-02"),
		Doubts: []rules.Doubt[float64]{{Value: math.Inf(1), Span: terms.Always(), Text: "Some say for ever.", Sources: source("T-02")}},
	})
	if err == nil || !strings.Contains(err.Error(), "the figure of a doubt about the figure for ../.. does not come back from JSON as it was") {
		t.Errorf("gives %v", err)
	}
}

func timelineOf[T any](value T) error {
	_, err := rules.NewTimeline("t", "x", rules.Entry[T]{Value: value, Span: terms.Always(), Sources: source("T-02")})
	return err
}

func TestTimelineApply(t *testing.T) {
	w := window(t)
	house := rules.Overlay{Owner: "Fabrikam", Reason: "contract", Figures: []rules.Figure{
		{Timeline: "other.window", Span: terms.Always(), Value: []byte("1")},
		{Timeline: "test.window", Span: span("2022-08-01/2022-09-01"), Value: []byte("14")},
	}}
	over, err := w.Apply(house)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, day string
		want      int
		owner     string
		others    int
	}{
		{"the day before", "2022-07-31", 7, "", 1},
		{"the first day of the overlay", "2022-08-01", 14, "Fabrikam", 0},
		{"its last day", "2022-08-31", 14, "Fabrikam", 0},
		{"the day it ends with", "2022-09-01", 7, "", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := over.On(day(tt.day))
			if r.Value != tt.want || r.Origin.Owner != tt.owner || len(r.Others) != tt.others || err != nil {
				t.Errorf("reads %+v, %v", r, err)
			}
			if published, err := w.On(day(tt.day)); published.Value != 7 || err != nil {
				t.Errorf("the published figure is %+v, %v", published, err)
			}
		})
	}
	r, err := over.On(day("2022-08-01"))
	if err != nil || r.Origin != (rules.Origin{Owner: "Fabrikam", Change: rules.Replaced, Reason: "contract"}) || r.Sources[0].Document != "Fabrikam: contract" {
		t.Errorf("the house's figure is %+v, %v", r, err)
	}
	if r, err := over.AsKnown(day("2020-01-01")).On(day("2022-08-01")); r.Value != 14 || err != nil {
		t.Errorf("as known before there was a house: %+v, %v", r, err)
	}
	house.Figures[1].Value = []byte("21")
	again, err := over.Apply(house)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := again.On(day("2022-08-01")); r.Value != 21 || err != nil {
		t.Errorf("a later overlay stands over an earlier one: %+v, %v", r, err)
	}
	if first := over.Entries()[0]; first.Origin().Owner != "Fabrikam" || first.Value != 14 || !w.Entries()[0].Origin().IsZero() {
		t.Errorf("the first entry is %+v", first)
	}
}

func TestTimelineApplyRefuses(t *testing.T) {
	w := window(t)
	tests := []struct {
		name    string
		overlay rules.Overlay
		problem string
	}{
		{"no owner", rules.Overlay{Reason: "r", Figures: []rules.Figure{{Timeline: "test.window", Span: terms.Always(), Value: []byte("1")}}}, "want both"},
		{"no days", rules.Overlay{Owner: "o", Reason: "r", Figures: []rules.Figure{{Timeline: "test.window", Value: []byte("1")}}}, "want days"},
		{"no value", rules.Overlay{Owner: "o", Reason: "r", Figures: []rules.Figure{{Timeline: "test.window", Span: terms.Always()}}}, "without a value"},
		{
			"null, which would be a window of no days",
			rules.Overlay{Owner: "o", Reason: "r", Figures: []rules.Figure{{Timeline: "test.window", Span: terms.Always(), Value: []byte("null")}}},
			"without a value",
		},
		{
			"a value of another kind",
			rules.Overlay{Owner: "o", Reason: "r", Figures: []rules.Figure{{Timeline: "test.window", Span: terms.Always(), Value: []byte(`"P14D"`)}}},
			"its value for ../..: terms: JSON not accepted: a JSON string does not fit; want a whole number",
		},
		{
			"two values for a day", rules.Overlay{Owner: "o", Reason: "r", Figures: []rules.Figure{
				{Timeline: "test.window", Span: terms.Always(), Value: []byte("1")}, {Timeline: "test.window", Span: span("../2024-01-01"), Value: []byte("2")},
			}}, "twice",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			over, err := w.Apply(tt.overlay)
			if !errors.Is(err, rules.ErrOverlay) || !strings.Contains(err.Error(), tt.problem) || over.ID() != "" {
				t.Errorf("gives %v, %v", over, err)
			}
		})
	}
	if same, err := w.Apply(rules.Overlay{}); err != nil || len(same.Entries()) != 4 {
		t.Errorf("an overlay for others gives %v, %v", same, err)
	}
}

// The figure's place in the file is not known where it is applied, and the place within its value is no line of that file.
func TestAFigureThatDoesNotFitHasNoLine(t *testing.T) {
	type limit struct {
		Copies int `json:"copies"`
	}
	limits := rules.Must(rules.NewTimeline("test.limit", "How many.", rules.Entry[limit]{Value: limit{2}, Span: terms.Always(), Sources: source("T-02")}))
	tests := []struct{ name, value, want string }{
		{"a part of it", `{"copies": "3"}`, "/copies: a JSON string does not fit; want a whole number"},
		{"a key that is none", `{"copy": 3}`, "/copy: unknown key"},
		{"the whole", `3`, "a JSON number does not fit; want a JSON object"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := decode[rules.Overlay](t, "{\n\"owner\": \"o\", \"reason\": \"r\",\n\"figures\": [{\"timeline\": \"test.limit\", \"span\": \"../..\", \"value\": "+tt.value+"}]}")
			_, err := limits.Apply(o)
			want := "rules: overlay not accepted: test.limit: its value for ../..: terms: JSON not accepted: " + tt.want
			if !errors.Is(err, rules.ErrOverlay) || !errors.Is(err, terms.ErrJSON) || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("gives %v, want %s", err, want)
			}
		})
	}
}

func TestATimelineIsImmutable(t *testing.T) {
	e := entry("../..", 7)
	e.Doubts = []rules.Doubt[int]{{Value: 1, Span: terms.Always(), Text: "Somebody says so.", Sources: source("T-03")}}
	list := []rules.Entry[int]{e}
	w := rules.Must(rules.NewTimeline("test.window", "x", list...))
	digest := w.About().Digest
	vandalise := func(e *rules.Entry[int]) {
		e.Value, e.Sources[0].Document, e.Doubts[0].Text, e.Doubts[0].Sources[0].Document = 0, "x", "x", "x"
	}
	vandalise(&list[0])
	vandalise(&w.Entries()[0])
	r, err := w.On(turn)
	if err != nil {
		t.Fatal(err)
	}
	r.Sources[0].Document, r.Others[0].Text, r.Others[0].Sources[0].Document = "x", "x", "x"
	w.About().Figures[0].Sources[0].Document = "x"
	w.About().Figures[0].Doubts[0].Sources[0].Document = "x"
	if w.About().Digest != digest {
		t.Error("the timeline has changed")
	}
	if r, err := w.On(turn); err != nil || r.Value != 7 || r.Sources[0].Document != "Test terms" || r.Others[0].Text == "x" ||
		r.Others[0].Sources[0].Document != "Test terms" {
		t.Errorf("reads %+v, %v", r, err)
	}
}

func TestReadingIsItsOwnRecord(t *testing.T) {
	w := window(t)
	over, err := w.Apply(rules.Overlay{Owner: "o", Reason: "r", Figures: []rules.Figure{
		{Timeline: "test.window", Span: span("2024-01-01/.."), Value: []byte("14")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	same := func(a, b int) bool { return a == b }
	for _, on := range []string{"2018-09-01", "2022-07-11", "2024-01-01"} {
		r, err := over.AsKnown(turn).On(day(on))
		if err != nil {
			t.Fatal(err)
		}
		text := marshal(t, r)
		if back := decode[rules.Reading[int]](t, text); !back.EqualFunc(r, same) || marshal(t, back) != text {
			t.Errorf("%s reads as %s", text, marshal(t, back))
		}
	}
	for i, change := range []func(*rules.Reading[int]){
		func(r *rules.Reading[int]) { r.Timeline = "x" },
		func(r *rules.Reading[int]) { r.Day = after },
		func(r *rules.Reading[int]) { r.Known = after },
		func(r *rules.Reading[int]) { r.Value = 8 },
		func(r *rules.Reading[int]) { r.Span = terms.Always() },
		func(r *rules.Reading[int]) { r.Sources = nil },
		func(r *rules.Reading[int]) { r.Others = nil },
		func(r *rules.Reading[int]) { r.Others[0].Value = 8 },
		func(r *rules.Reading[int]) { r.Others[0].Span = terms.Always() },
		func(r *rules.Reading[int]) { r.Others[0].Text = "x" },
		func(r *rules.Reading[int]) { r.Others[0].Sources = nil },
		func(r *rules.Reading[int]) { r.Origin.Owner = "x" },
	} {
		a, err := w.On(turn)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := w.On(turn)
		if change(&a); a.EqualFunc(b, same) || b.EqualFunc(a, same) {
			t.Errorf("change %d makes no difference", i)
		}
	}
}
