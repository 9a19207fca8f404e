package rulestest_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// window is a number of days in which something can be cancelled.
type window int

func spanOf(text string) terms.Span { return rules.Must(terms.ParseSpan(text)) }

func checkedOn(day string) []rules.Source {
	return []rules.Source{{Document: "A page", Checked: terms.MustParseDay(day)}}
}

// entries gives the windows of a record with everything in it: 60, then 30, then 7 days; 72 hours, three days, that became 7
// for what was bought from 12 March 2022 on, as was published on the 17th; and what is announced.
func entries() []rules.Entry[window] {
	from := checkedOn("2026-11-22")
	return []rules.Entry[window]{
		{Value: 5, Span: terms.Pending(), Sources: from},
		{
			Value: 7, Span: spanOf("2022-03-12/.."), Published: spanOf("2022-03-17/.."), Sources: from,
			Doubts: []rules.Doubt[window]{{Value: 3, Span: spanOf("2022-03-12/2022-03-20"), Text: "A distributor dates it later.", Sources: from}},
		},
		{Value: 3, Span: spanOf("2022-03-12/.."), Published: spanOf("../2022-03-17"), Sources: from},
		{Value: 3, Span: spanOf("2022-01-01/2022-03-12"), Sources: from},
		{Value: 30, Span: spanOf("2021-06-02/2022-01-01"), Sources: from},
		{
			Value: 60, Span: spanOf("2020-01-01/2021-06-02"), Sources: from,
			Doubts: []rules.Doubt[window]{{Value: 30, Span: spanOf("2021-05-20/2021-06-02"), Text: "The page is undated.", Sources: from}},
		},
	}
}

func timelineOf(t *testing.T, list []rules.Entry[window]) rules.Timeline[window] {
	t.Helper()
	line, err := rules.NewTimeline("shop.window", "In how many days it can be cancelled.", list...)
	if err != nil {
		t.Fatal(err)
	}
	return line
}

func limits() rulestest.Limits[window] {
	return rulestest.Limits[window]{
		Day: terms.MustParseDay("2026-11-22"), Figure: func(days window) bool { return days >= 1 && days <= 60 },
	}
}

func TestASoundTimelineHasNoProblems(t *testing.T) {
	line := timelineOf(t, entries())
	rulestest.CheckTimeline(t, line, limits())
	rulestest.CheckTimeline(t, line, rulestest.Limits[window]{})
	rulestest.CheckTimeline(t, line.AsKnown(terms.MustParseDay("2022-03-16")), limits())
	limited := limits()
	limited.Days = spanOf("2020-01-01/2030-01-01")
	rulestest.CheckTimeline(t, line, limited)
}

func TestFaultsOfTimelinesAreFound(t *testing.T) {
	const noted = "has a note"
	tests := []struct {
		name   string
		fault  func(list []rules.Entry[window], limits *rulestest.Limits[window]) []rules.Entry[window]
		found  []string // the problems, as they are shown
		allows []rulestest.Allowance[window]
	}{
		{
			"a gap of one day", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[4].Span = spanOf("2021-06-02/2021-12-31")
				return list
			},
			[]string{"gap: shop.window, on 2021-12-31: there is no figure before 2022-01-01"},
			nil,
		},
		{
			"two gaps", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[4].Span = spanOf("2021-07-01/2021-12-01")
				return list
			},
			[]string{
				"gap: shop.window, on 2021-06-02: there is no figure before 2021-07-01",
				"gap: shop.window, on 2021-12-01: there is no figure before 2022-01-01",
			},
			nil,
		},
		{
			"a day too early to have a figure", func(list []rules.Entry[window], limits *rulestest.Limits[window]) []rules.Entry[window] {
				limits.Days = spanOf("2019-12-01/..")
				return list
			},
			[]string{"gap: shop.window, on 2019-12-01: there is no figure before 2020-01-01"},
			nil,
		},
		{
			"days without a beginning", func(list []rules.Entry[window], limits *rulestest.Limits[window]) []rules.Entry[window] {
				limits.Days = terms.Always()
				return list
			},
			[]string{"gap: shop.window, on 2019-12-31: there is no figure before 2020-01-01"},
			nil,
		},
		{
			"figures that come to an end", func(list []rules.Entry[window], limits *rulestest.Limits[window]) []rules.Entry[window] {
				limits.Days = spanOf("2020-01-01/..")
				list[1].Span = spanOf("2022-03-12/2025-01-01")
				return list
			},
			[]string{"gap: shop.window, on 2025-01-01: there is no figure from then on"},
			nil,
		},
		{
			"a figure withdrawn", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[1].Published, list[1].Doubts = spanOf("2022-03-17/2023-01-01"), nil
				return list
			},
			[]string{"gap: shop.window, on 2022-03-12: there is no figure from then on"},
			nil,
		},
		{
			"two wordings with a day between them", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[2].Published = spanOf("../2022-03-16")
				return list
			},
			[]string{"knownGap: shop.window, on 2022-03-12 as known on 2022-03-16: no figure was published for the day, and one was before"},
			nil,
		},
		{
			"a doubt that says the same", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[1].Doubts[0].Value = 7
				return list
			},
			[]string{"idleDoubt: shop.window, on 2022-03-12, for 7: the doubt about the figure for 2022-03-12/.. says what the figure for 2022-03-12/.. says"},
			nil,
		},
		{
			"a doubt that says the same on its last day only", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[5].Doubts[0].Span = spanOf("2021-05-20/2021-06-03")
				return list
			},
			[]string{"idleDoubt: shop.window, on 2021-06-02, for 30: the doubt about the figure for 2020-01-01/2021-06-02 says what the figure for 2021-06-02/2022-01-01 says"},
			nil,
		},
		{
			"a doubt about days without a figure", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[5].Doubts[0].Span = spanOf("../2020-01-01")
				return list
			},
			[]string{"idleDoubt: shop.window, on 2019-12-31, for 30: the doubt about the figure for 2020-01-01/2021-06-02 is for ../2020-01-01, of which no day has a figure"},
			nil,
		},
		{
			"a doubt without days", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[5].Doubts[0].Span = terms.Pending()
				return list
			},
			[]string{"idleDoubt: shop.window, for 30: the doubt about the figure for 2020-01-01/2021-06-02 is for pending, of which no day has a figure"},
			nil,
		},
		{
			"a source checked after the test", func(list []rules.Entry[window], limits *rulestest.Limits[window]) []rules.Entry[window] {
				limits.Day = terms.MustParseDay("2026-11-21")
				list[1].Doubts, list[5].Doubts = nil, nil
				for _, i := range []int{0, 1, 2, 3} {
					list[i].Sources = checkedOn("2026-11-21")
				}
				list[4].Sources = append(checkedOn("2026-11-20"), checkedOn("2026-11-22")...)
				list[5].Sources = checkedOn("2026-11-21")
				return list
			},
			[]string{"unchecked: shop.window, on 2021-06-02, for 30: the figure for 2021-06-02/2022-01-01 was held against A page on 2026-11-22, which is after 2026-11-21"},
			nil,
		},
		{
			"a doubt checked after the test", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[5].Doubts[0].Sources = checkedOn("2026-11-23")
				return list
			},
			[]string{"unchecked: shop.window, on 2021-05-20, for 30: the doubt 1 about the figure for 2020-01-01/2021-06-02 was held against A page on 2026-11-23"},
			nil,
		},
		{
			"figures out of range", func(list []rules.Entry[window], limits *rulestest.Limits[window]) []rules.Entry[window] {
				limits.Figure = func(days window) bool { return days != 30 && days != 5 }
				return list
			},
			[]string{
				"outOfRange: shop.window, for 5: the figure for pending is none there can be",
				"outOfRange: shop.window, on 2021-05-20, for 30: the doubt 1 about the figure for 2020-01-01/2021-06-02 is none there can be",
				"outOfRange: shop.window, on 2021-06-02, for 30: the figure for 2021-06-02/2022-01-01 is none there can be",
			},
			nil,
		},
		{
			"an allowance without a use", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] { return list },
			[]string{"idleAllowance: shop.window: the allowance for outOfRange lets nothing stand"},
			[]rulestest.Allowance[window]{{Kind: rulestest.OutOfRange, Reason: noted}},
		},
		{
			"an allowance without a reason", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] { return list },
			[]string{"idleAllowance: shop.window: the allowance 1, for gap, has no reason"},
			[]rulestest.Allowance[window]{{Kind: rulestest.Gap}},
		},
		{
			"an allowance for one gap of two", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[4].Span = spanOf("2021-07-01/2021-12-01")
				return list
			},
			[]string{"gap: shop.window, on 2021-12-01: there is no figure before 2022-01-01"},
			[]rulestest.Allowance[window]{{
				Kind: rulestest.Gap, Reason: noted,
				Where: func(day terms.Day, figure window) bool {
					return figure == 0 && day.Before(terms.MustParseDay("2021-12-01"))
				},
			}},
		},
		{
			"an allowance for all gaps", func(list []rules.Entry[window], _ *rulestest.Limits[window]) []rules.Entry[window] {
				list[4].Span = spanOf("2021-07-01/2021-12-01")
				return list
			},
			nil,
			[]rulestest.Allowance[window]{{Kind: rulestest.Gap, Reason: noted}},
		},
		{
			"an allowance for a figure", func(list []rules.Entry[window], limits *rulestest.Limits[window]) []rules.Entry[window] {
				limits.Figure = func(days window) bool { return days != 30 && days != 5 }
				return list
			},
			[]string{"outOfRange: shop.window, for 5: the figure for pending is none there can be"},
			[]rulestest.Allowance[window]{{
				Kind: rulestest.OutOfRange, Reason: noted, Where: func(_ terms.Day, figure window) bool { return figure == 30 },
			}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			wanted := limits()
			list := tt.fault(entries(), &wanted)
			checkProblems(t, rulestest.TimelineProblems(timelineOf(t, list), wanted, tt.allows...), tt.found)
		})
	}
}

// checkProblems fails the test where problems are not as they must be shown.
func checkProblems(t *testing.T, found []rulestest.Problem, want []string) {
	t.Helper()
	shown := make([]string, len(found))
	for i, p := range found {
		shown[i] = p.String()
	}
	ok := slices.EqualFunc(shown, want, strings.HasPrefix)
	if !ok {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(shown, "\n"), strings.Join(want, "\n"))
	}
}

// An overlay's figures stand over the published ones, need no check, and are held to the limits all the same.
func TestATimelineWithAnOverlay(t *testing.T) {
	over := func(value string) rules.Timeline[window] {
		line, err := timelineOf(t, entries()).Apply(rules.Overlay{
			Owner: "Fabrikam billing", Reason: "contract",
			Figures: []rules.Figure{{Timeline: "shop.window", Span: spanOf("2024-01-01/.."), Value: json.RawMessage(value)}},
		})
		if err != nil {
			t.Fatal(err)
		}
		return line
	}
	rulestest.CheckTimeline(t, over("14"), limits())
	checkProblems(t, rulestest.TimelineProblems(over("90"), limits()),
		[]string{"outOfRange: shop.window, on 2024-01-01, for 90: the figure for 2024-01-01/.. is none there can be"})
}

// hidden loses a part of what is in it, which its JSON does not show.
type hidden struct {
	Unit string
	days int
}

// kept is hidden with an Equal, which says that the part does not matter.
type kept hidden

func (k kept) Equal(other kept) bool { return k.Unit == other.Unit }

func TestFiguresThatJSONLoses(t *testing.T) {
	from := checkedOn("2026-11-22")
	lost := rules.Must(rules.NewTimeline("shop.window", "Days", rules.Entry[hidden]{Value: hidden{"d", 7}, Span: terms.Always(), Sources: from}))
	checkProblems(t, rulestest.TimelineProblems(lost, rulestest.Limits[hidden]{}),
		[]string{`notReadBack: shop.window, on 2000-01-01, for {"Unit":"d"}: the figure for ../.. comes back from its JSON, {"Unit":"d"}, as another: {Unit:d days:0}`})
	sound := rules.Must(rules.NewTimeline("shop.window", "Days", rules.Entry[kept]{Value: kept{"d", 7}, Span: terms.Always(), Sources: from}))
	rulestest.CheckTimeline(t, sound, rulestest.Limits[kept]{})
}

func TestTheZeroTimeline(t *testing.T) {
	checkProblems(t, rulestest.TimelineProblems(rules.Timeline[int]{}, rulestest.Limits[int]{}), []string{"gap: : the timeline has no figures"})
}

func TestCheckTimelineFailsTheTest(t *testing.T) {
	wanted := limits()
	wanted.Figure = func(window) bool { return false }
	r := &recorder{}
	rulestest.CheckTimeline(r, timelineOf(t, entries()), wanted)
	if len(r.failures) != 8 {
		t.Errorf("shows %q", r.failures)
	}
}
