package terms_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
)

// span reads a span, and the zero Span from empty text.
func span(t *testing.T, s string) terms.Span {
	t.Helper()
	var read terms.Span
	require.NoError(t, read.UnmarshalText([]byte(s)))
	return read
}

// spans draws from all spans: dated ones with any end open, pending and not given.
func spans() *rapid.Generator[terms.Span] {
	return rapid.Custom(func(t *rapid.T) terms.Span {
		from, until := days().Draw(t, "from"), days().Draw(t, "until")
		if until.Before(from) {
			from, until = until, from
		}
		choices := []terms.Span{{}, terms.Pending(), terms.Always(), terms.SpanFrom(from), terms.SpanUntil(until)}
		if dated, err := terms.NewSpan(from, until); err == nil {
			choices = append(choices, dated)
		}
		return rapid.SampledFrom(choices).Draw(t, "span")
	})
}

func TestMustSpanPanicsWhereNewSpanFails(t *testing.T) {
	first, last := day("2021-07-21"), day("2022-02-01")
	want, err := terms.NewSpan(first, last)
	require.NoError(t, err)
	assert.Equal(t, want, terms.MustSpan(first, last))
	assert.Panics(t, func() { terms.MustSpan(last, first) })
	assert.Panics(t, func() { terms.MustSpan(terms.Day{}, first) })
}

func TestNewSpan(t *testing.T) {
	tests := []struct{ name, from, until, want string }{
		{"many days", "2021-07-21", "2022-02-01", "2021-07-21/2022-02-01"},
		{"one day ends with the next", "2024-02-29", "2024-03-01", "2024-02-29/2024-03-01"},
		{"all days from the earliest to the latest but one", "0001-01-02", "9999-12-31", "0001-01-02/9999-12-31"},
		{"no day at all", "2024-02-29", "2024-02-29", ""},
		{"the end first", "2024-03-01", "2024-02-29", ""},
		{"no first day", "", "2024-02-29", ""},
		{"no end", "2024-02-29", "", ""},
		{"neither", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.NewSpan(day(tt.from), day(tt.until))
			if tt.want == "" {
				require.ErrorIs(t, err, terms.ErrSpan)
				assert.True(t, got.IsZero())
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.String())
		})
	}
}

func TestSpanContains(t *testing.T) {
	tests := []struct {
		name, span string
		in, out    []string
	}{
		{
			"holds its first day and not the day it ends with", "2021-07-21/2022-02-01",
			[]string{"2021-07-21", "2021-07-22", "2022-01-31"},
			[]string{"2021-07-20", "2022-02-01", "2022-02-02", "0001-01-02", "9999-12-31", ""},
		},
		{
			"of one leap day", "2024-02-29/2024-03-01",
			[]string{"2024-02-29"},
			[]string{"2024-02-28", "2024-03-01", ""},
		},
		{
			"open at its end holds the latest day", "2022-02-01/..",
			[]string{"2022-02-01", "9999-12-31"},
			[]string{"2022-01-31", "0001-01-02", ""},
		},
		{
			"open at its start holds the earliest day", "../2021-10-14",
			[]string{"0001-01-02", "2021-10-13"},
			[]string{"2021-10-14", "9999-12-31", ""},
		},
		{
			"of all days", "../..",
			[]string{"0001-01-02", "2024-02-29", "9999-12-31"},
			[]string{""},
		},
		{
			"that is pending holds no day", "pending",
			nil,
			[]string{"0001-01-02", "2024-02-29", "9999-12-31", ""},
		},
		{
			"that is not given holds no day", "",
			nil,
			[]string{"0001-01-02", "2024-02-29", "9999-12-31", ""},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := span(t, tt.span)
			for _, d := range tt.in {
				assert.True(t, s.Contains(day(d)), "%q", d)
			}
			for _, d := range tt.out {
				assert.False(t, s.Contains(day(d)), "%q", d)
			}
		})
	}

	rapid.Check(t, func(t *rapid.T) {
		s, d := spans().Draw(t, "span"), days().Draw(t, "day")
		from, hasFrom := s.From()
		until, hasUntil := s.Until()
		dated := !s.IsZero() && !s.IsPending()
		require.Equal(t, dated && (!hasFrom || !d.Before(from)) && (!hasUntil || d.Before(until)), s.Contains(d))
	})
}

func TestSpanOverlaps(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"one ends on the day before the other begins", "2021-07-21/2022-01-31", "2022-02-01/2023-01-01", false},
		{"one ends with the day on which the other begins", "2021-07-21/2022-02-01", "2022-02-01/2023-01-01", false},
		{"one day in both", "2021-07-21/2022-02-02", "2022-02-01/2023-01-01", true},
		{"one within the other", "2021-07-21/2023-01-01", "2022-02-01/2022-02-02", true},
		{"the same", "2024-02-29/2024-03-01", "2024-02-29/2024-03-01", true},
		{"open at the end and open at the start", "2022-02-01/..", "../2022-02-02", true},
		{"open at the end and over before", "2022-02-01/..", "../2022-02-01", false},
		{"both open at the end", "2022-02-01/..", "9999-12-31/..", true},
		{"both open at the start", "../2022-02-01", "../0001-01-03", true},
		{"all days and one", "../..", "2024-02-29/2024-03-01", true},
		{"no day is before the earliest", "../..", "../0001-01-02", false},
		{"all days and what is pending", "../..", "pending", false},
		{"both pending", "pending", "pending", false},
		{"all days and none given", "../..", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := span(t, tt.a), span(t, tt.b)
			assert.Equal(t, tt.want, a.Overlaps(b))
			assert.Equal(t, tt.want, b.Overlaps(a))
		})
	}

	rapid.Check(t, func(t *rapid.T) {
		a, b := spans().Draw(t, "a"), spans().Draw(t, "b")
		// If a day lies in both, the day on which the later one begins does.
		later := day("0001-01-02")
		for _, s := range []terms.Span{a, b} {
			if from, ok := s.From(); ok && from.After(later) {
				later = from
			}
		}
		require.Equal(t, a.Contains(later) && b.Contains(later), a.Overlaps(b))
	})
}

func TestSpanEnds(t *testing.T) {
	tests := []struct {
		name          string
		span          terms.Span
		from, until   string // empty where there is none
		pending, zero bool
	}{
		{"from a day", terms.SpanFrom(day("2022-02-01")), "2022-02-01", "", false, false},
		{"until a day", terms.SpanUntil(day("2021-10-14")), "", "2021-10-14", false, false},
		{"always", terms.Always(), "", "", false, false},
		{"pending", terms.Pending(), "", "", true, false},
		{"not given", terms.Span{}, "", "", false, true},
		{"from a day that is not given", terms.SpanFrom(terms.Day{}), "", "", false, true},
		{"until a day that is not given", terms.SpanUntil(terms.Day{}), "", "", false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			from, ok := tt.span.From()
			assert.Equal(t, tt.from, from.String())
			assert.Equal(t, tt.from != "", ok)
			until, ok := tt.span.Until()
			assert.Equal(t, tt.until, until.String())
			assert.Equal(t, tt.until != "", ok)
			assert.Equal(t, tt.pending, tt.span.IsPending())
			assert.Equal(t, tt.zero, tt.span.IsZero())
		})
	}
	assert.NotEqual(t, terms.Pending(), terms.Always())
	assert.NotEqual(t, terms.Pending(), terms.Span{})
}

func TestParseSpanRefuses(t *testing.T) {
	tests := []struct{ name, in string }{
		{"nothing", ""},
		{"one day", "2022-02-01"},
		{"two ends that are not given", "/"},
		{"a first day that is not given", "/2022-02-01"},
		{"an end that is not given", "2022-02-01/"},
		{"a first day that does not exist", "2022-02-30/2022-03-01"},
		{"an end that does not exist", "2022-02-01/2022-02-30"},
		{"no day at all", "2022-02-01/2022-02-01"},
		{"the end first", "2022-02-01/2021-07-21"},
		{"three days", "2021-07-21/2022-02-01/2023-01-01"},
		{"a duration", "2021-07-21/P1M"},
		{"one dot", "2021-07-21/."},
		{"three dots", "2021-07-21/..."},
		{"spaces", "2021-07-21 / 2022-02-01"},
		{"another case of the word", "Pending"},
		{"the word as an end", "2021-07-21/pending"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := terms.ParseSpan(tt.in)
			require.ErrorIs(t, err, terms.ErrSpan)
			assert.True(t, got.IsZero())
			var parse *terms.ParseError
			require.ErrorAs(t, err, &parse)
			assert.Equal(t, tt.in, parse.Input)
		})
	}

	_, err := terms.ParseSpan("2022-02-01/2022-02-30")
	require.ErrorIs(t, err, terms.ErrDay, "the day that is wrong is named as well")
	assert.ErrorContains(t, err, `"2022-02-30"`)
}

func TestSpanText(t *testing.T) {
	s := terms.Pending()
	require.ErrorIs(t, s.UnmarshalText([]byte("soon")), terms.ErrSpan)
	assert.Equal(t, terms.Pending(), s, "an error leaves it as it was")
	require.NoError(t, s.UnmarshalText(nil))
	assert.True(t, s.IsZero())
	assert.Empty(t, s.String())
}

func TestSpanRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := spans().Draw(t, "span")
		if !s.IsZero() {
			parsed, err := terms.ParseSpan(s.String())
			require.NoError(t, err)
			require.Equal(t, s, parsed)
		}
		requireRoundTrip(t, s, same)
	})
}
