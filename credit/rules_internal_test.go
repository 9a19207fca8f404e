package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// since gives a timeline that has a figure from 2 January 2023 on only, and a doubt about its first days.
func since[T any](t *testing.T, figure T) dated[T] {
	t.Helper()
	source := []rules.Source{{Document: "a test", Checked: checked}}
	timeline, err := rules.NewTimeline("credit.test", "A figure.", rules.Entry[T]{
		Value: figure, Span: terms.SpanFrom(terms.MustParseDay("2023-01-02")), Sources: source,
		Doubts: []rules.Doubt[T]{{
			Value: figure, Span: terms.SpanUntil(terms.MustParseDay("2023-02-01")), Text: "Others have it, too.", Sources: source,
		}},
	})
	require.NoError(t, err)
	return datedOf(timeline)
}

// A day without a figure is an error, and never takes the nearest.
func TestADayWithoutAFigure(t *testing.T) {
	usd := terms.MustParseMoney("10 USD")
	lot := func(day string) []Lot {
		return []Lot{{ID: "L", Kind: Token, Amount: usd, Activated: terms.MustParseDay(day).Start()}}
	}
	for name, change := range map[string]func(*Rules){
		"term":       func(r *Rules) { r.term = since[licensing.Months](t, 12) },
		"low credit": func(r *Rules) { r.lowCredit = since[Percent](t, 30) },
		"notice":     func(r *Rules) { r.notice = since[licensing.Days](t, 30) },
	} {
		t.Run(name, func(t *testing.T) {
			r := *Published()
			change(&r)
			_, err := r.New(AzureInOpen(), lot("2023-01-01"), nil)
			require.ErrorIs(t, err, rules.ErrNoFigure)
			var fault *LotError
			require.ErrorAs(t, err, &fault)
			_, err = r.New(AzureInOpen(), lot("2023-01-02"), nil)
			require.NoError(t, err)
		})
	}
	t.Run("retention", func(t *testing.T) {
		r := *Published()
		r.retention = since[licensing.Days](t, 90)
		use := Event{ID: "u", Kind: Use, Day: terms.MustParseDay("2023-01-01"), Amount: usd, Charge: Consumption}
		gone := func(day string) (terms.Day, []string) {
			use.Day = terms.MustParseDay(day)
			ledger, err := r.New(AzureInOpen(), lot("2023-01-01"), []Event{use})
			require.NoError(t, err)
			statement, err := ledger.ReplayDay(terms.MustParseDay("2023-02-01"))
			require.NoError(t, err)
			require.Len(t, statement.Suspensions(), 1)
			var others []string
			for _, f := range statement.Figures() {
				others = append(others, f.Others...)
			}
			return statement.Suspensions()[0].DataMayBeGone, others
		}
		day, others := gone("2023-01-01")
		require.True(t, day.IsZero())
		require.Empty(t, others)
		day, others = gone("2023-01-02")
		require.Equal(t, "2023-04-02", day.String())
		require.Equal(t, []string{"Others have it, too."}, others, "a doubt about the figure is told")
	})
	t.Run("the purchase of a forecast", func(t *testing.T) {
		r := *Published()
		ledger, err := r.New(AzureInOpen(), lot("2022-12-01"), nil)
		require.NoError(t, err)
		ledger.book.rules.term = since[licensing.Months](t, 12)
		statement, err := ledger.ReplayDay(terms.MustParseDay("2022-12-02"))
		require.NoError(t, err)
		_, err = statement.Forecast(Outlook{Rate: Rate{usd, 1}, Units: DefaultUnits()})
		require.ErrorIs(t, err, rules.ErrNoFigure)
	})
	t.Run("examples of benefits", func(t *testing.T) {
		r := *Published()
		r.bulkCredit = since(t, amountsOf("1 USD"))
		_, err := r.BenefitAmounts(terms.MustParseDay("2023-01-01"))
		require.ErrorIs(t, err, rules.ErrNoFigure)
	})
}

func TestDatedAgreesWithItsTimeline(t *testing.T) {
	d := since[Percent](t, 30)
	for day := terms.MustParseDay("2022-12-31"); day.Before(terms.MustParseDay("2023-02-03")); day = day.AddDays(1) {
		want, wantErr := d.timeline.On(day)
		got, err := d.on(day)
		require.Equal(t, wantErr, err)
		if err == nil {
			require.Equal(t, want.Value, got.Value)
			require.Equal(t, want.Others, got.Others, "%s", day)
		}
	}
	_, err := d.on(terms.Day{})
	require.ErrorIs(t, err, rules.ErrDay)
	require.Empty(t, d.origin(terms.MustParseDay("2022-12-31")))
	var none dated[Percent]
	_, err = none.on(terms.MustParseDay("2023-01-02"))
	require.ErrorIs(t, err, rules.ErrNoFigure)
}

func TestFiguresAsText(t *testing.T) {
	require.Equal(t, "P12M", valueText(licensing.Months(12)))
	require.Equal(t, "30", valueText(Percent(30)))
	require.Empty(t, valueText(func() {}))
}
