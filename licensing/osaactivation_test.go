package licensing_test

import (
	"encoding/json"
	"errors"
	"flag"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

var update = flag.Bool("update", false, "write the golden files")

func TestOSAActivationSet(t *testing.T) {
	set, facts := licensing.Published().OSAActivationSet(), samples.OSAActivation()
	rulestest.Check(t, set, facts)
	rulestest.Golden(t, "testdata/osa-activation.golden", rulestest.Fingerprint(set, facts), *update)
}

func TestMayActivate(t *testing.T) {
	const (
		inTime   = "licensing.osa.activation.inTime"
		late     = "licensing.osa.activation.late"
		early    = "licensing.osa.activation.early"
		redeemed = "licensing.osa.activation.redeemed"
	)
	// Five years from 29 February 2016 end with 28 February 2021, those from 15 June 2018 with 15 June 2023.
	tests := []struct {
		name      string
		purchased string
		activated string
		redeemed  rules.Truth
		want      rules.Truth
		by        []rules.ID
		missing   []string
	}{
		{"the day before the purchase", "2018-06-15", "2018-06-14", rules.No, rules.No, []rules.ID{early}, nil},
		{"the day of the purchase", "2018-06-15", "2018-06-15", rules.No, rules.Yes, []rules.ID{inTime}, nil},
		{"the last day", "2018-06-15", "2023-06-15", rules.No, rules.Yes, []rules.ID{inTime}, nil},
		{"the day after", "2018-06-15", "2023-06-16", rules.No, rules.No, []rules.ID{late}, nil},
		{"the last day of a key purchased on a leap day", "2016-02-29", "2021-02-28", rules.No, rules.Yes, []rules.ID{inTime}, nil},
		{"the day after", "2016-02-29", "2021-03-01", rules.No, rules.No, []rules.ID{late}, nil},
		{"a key that was redeemed", "2018-06-15", "2018-06-15", rules.Yes, rules.No, []rules.ID{redeemed}, nil},
		{"redeemed, and too late as well", "2018-06-15", "2023-06-16", rules.Yes, rules.No, []rules.ID{late, redeemed}, nil},
		{"in time, and nobody says whether it was redeemed", "2018-06-15", "2018-06-15", 0, 0, nil, []string{"redeemed"}},
		{"too late, whether or not it was redeemed", "2018-06-15", "2023-06-16", 0, rules.No, []rules.ID{late}, nil},
		{"redeemed, on whatever day", "2018-06-15", "", rules.Yes, rules.No, []rules.ID{redeemed}, nil},
		{"no day", "2018-06-15", "", rules.No, 0, nil, []string{"activated"}},
		{"a purchase from which five years do not end", "9995-01-01", "9999-12-31", rules.No, rules.Yes, []rules.ID{inTime}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := licensing.OSAActivation{Redeemed: tt.redeemed}
			if tt.activated != "" {
				facts.Activated = day(tt.activated)
			}
			answer := licensing.MayActivate(day(tt.purchased), facts)
			assert.Equal(t, tt.want, answer.Decision.Outcome)
			assert.Equal(t, tt.missing, answer.Decision.Missing)
			var by []rules.ID
			for _, f := range answer.Decision.Findings {
				by = append(by, f.Rule)
			}
			assert.Equal(t, tt.by, by)
			assert.Equal(t, licensing.Months(60), answer.Within.Value)

			text, err := json.Marshal(answer)
			require.NoError(t, err)
			var back licensing.OSAActivationAnswer
			require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
			require.True(t, answer.Equal(back), "it reads back from JSON")
		})
	}
	t.Run("no day of purchase", func(t *testing.T) {
		answer := licensing.MayActivate(terms.Day{}, licensing.OSAActivation{Activated: day("2018-06-15"), Redeemed: rules.No})
		require.ErrorIs(t, answer.Decision.Err(), rules.ErrDay)
		require.Zero(t, answer.Last)
	})
	t.Run("an answer that is not the same", func(t *testing.T) {
		answer := licensing.MayActivate(day("2018-06-15"), licensing.OSAActivation{})
		other := answer
		other.Within.Value = 61
		require.False(t, answer.Equal(other))
	})
}

// sixYears is the overlay of a team whose contract gives keys six years.
func sixYears() rules.Overlay {
	return rules.Overlay{Owner: "Fabrikam licensing", Reason: "framework agreement, section 2", Figures: []rules.Figure{{
		Timeline: "licensing.osa.activation.time", Span: terms.SpanFrom(day("2018-01-01")), Value: json.RawMessage(`"P72M"`),
	}}}
}

func TestAnOverlayOfTheTimeToActivate(t *testing.T) {
	t.Parallel()
	before, err := json.Marshal(licensing.Published().About())
	require.NoError(t, err)
	house, err := licensing.Published().With(sixYears())
	require.NoError(t, err)
	purchase, earlier := mustPurchase(t, "2018-06-15"), mustPurchase(t, "2017-12-31")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			last, err := house.LastActivationDay(purchase)
			assert.NoError(t, err)
			assert.Equal(t, "2024-06-15", last.String())
			last, err = house.LastActivationDay(earlier)
			assert.NoError(t, err)
			assert.Equal(t, "2022-12-31", last.String(), "a purchase before the contract has five years")

			assert.NoError(t, house.CheckActivation(purchase, day("2024-06-15")))
			err = house.CheckActivation(purchase, day("2024-06-16"))
			late, ok := errors.AsType[*licensing.ActivationError](err)
			assert.True(t, ok)
			assert.Equal(t, "Fabrikam licensing", late.Origin.Owner)
			assert.ErrorContains(t, err, "to 2024-06-15 (as Fabrikam licensing has it: framework agreement, section 2)")

			answer := house.MayActivate(day("2018-06-15"), licensing.OSAActivation{Activated: day("2024-06-15"), Redeemed: rules.No})
			assert.Equal(t, rules.Yes, answer.Decision.Outcome)
			assert.Equal(t, "Fabrikam licensing", answer.Within.Origin.Owner)
			assert.Equal(t, "Fabrikam licensing", answer.Decision.Findings[0].Origin.Owner)

			assert.Equal(t, "2023-06-15", purchase.LastActivationDay().String())
			assert.ErrorIs(t, purchase.CheckActivation(day("2023-06-16")), licensing.ErrActivatedTooLate)
		})
	}
	group.Wait()
	after, err := json.Marshal(licensing.Published().About())
	require.NoError(t, err)
	require.JSONEq(t, string(before), string(after))
}

func TestRulesOfLicensing(t *testing.T) {
	published := licensing.Published()
	t.Run("an overlay for other packages changes nothing", func(t *testing.T) {
		same, err := published.With(rules.Overlay{Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"credit.topup.card"}})
		require.NoError(t, err)
		require.Equal(t, published.About(), same.About())
	})
	t.Run("a misspelt id", func(t *testing.T) {
		_, err := published.With(rules.Overlay{Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"licensing.osa.activation.lat"}})
		require.ErrorIs(t, err, rules.ErrOverlay)
		require.ErrorContains(t, err, `did you mean "licensing.osa.activation.late"?`)
	})
	for _, value := range []string{`"P5Y"`, `"P0M"`, `"P1201M"`, `"P60D"`, `60`, `""`, `"P+6M"`} {
		t.Run("a figure that is none, "+value, func(t *testing.T) {
			o := sixYears()
			o.Figures[0].Value = json.RawMessage(value)
			_, err := published.With(o)
			require.ErrorIs(t, err, rules.ErrOverlay)
		})
	}
	t.Run("a rule switched off", func(t *testing.T) {
		lenient, err := published.With(rules.Overlay{
			Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"licensing.osa.activation.redeemed"},
		})
		require.NoError(t, err)
		answer := lenient.MayActivate(day("2018-06-15"), licensing.OSAActivation{Activated: day("2018-06-15"), Redeemed: rules.Yes})
		require.ErrorIs(t, answer.Decision.Err(), rules.ErrNoRule)
		require.Equal(t, "Fabrikam", answer.Decision.Changed[0].Origin.Owner)
	})
	t.Run("an edit in Go", func(t *testing.T) {
		edited, err := published.EditOSAActivation(rules.Edit[licensing.OSAActivationFacts, rules.Truth]{
			Owner: "Fabrikam", Reason: "a test", SwitchOff: []rules.ID{"licensing.osa.activation.late"},
		})
		require.NoError(t, err)
		_, err = edited.OSAActivationSet().Decide(day("2018-06-15"), licensing.OSAActivationFacts{
			OSAActivation: licensing.OSAActivation{Redeemed: rules.No}, Early: rules.No, Late: rules.Yes,
		})
		require.ErrorIs(t, err, rules.ErrNoRule)
		_, err = published.EditOSAActivation(rules.Edit[licensing.OSAActivationFacts, rules.Truth]{})
		require.ErrorIs(t, err, rules.ErrOverlay)
	})
	t.Run("as known", func(t *testing.T) {
		known, err := published.AsKnown(day("2020-01-01"))
		require.NoError(t, err)
		require.Equal(t, "2020-01-01", known.OSAActivationSet().KnownOn().String())
		require.Equal(t, "2020-01-01", known.OSAActivationTime().KnownOn().String())
	})
	t.Run("no purchase", func(t *testing.T) {
		_, err := published.LastActivationDay(licensing.OSAPurchase{})
		require.ErrorIs(t, err, licensing.ErrNotGiven)
		require.ErrorIs(t, published.CheckActivation(licensing.OSAPurchase{}, day("2020-01-01")), licensing.ErrNotGiven)
	})
}

func TestFiguresOfLicensing(t *testing.T) {
	t.Run("lengths of time read back", func(t *testing.T) {
		var months licensing.Months
		var days licensing.Days
		require.NoError(t, months.UnmarshalText([]byte("P1200M")))
		require.NoError(t, days.UnmarshalText([]byte("P36525D")))
		require.Equal(t, "P1200M P36525D", months.String()+" "+days.String())
		text, err := days.MarshalText()
		require.NoError(t, err)
		require.Equal(t, "P36525D", string(text))
		require.Empty(t, licensing.Months(0).String())
	})
	t.Run("what is none leaves them as they were", func(t *testing.T) {
		months, days := licensing.Months(12), licensing.Days(30)
		require.ErrorIs(t, months.UnmarshalText([]byte("P12D")), licensing.ErrFigure)
		require.ErrorIs(t, days.UnmarshalText([]byte("P36526D")), licensing.ErrFigure)
		require.Equal(t, "P12M P30D", months.String()+" "+days.String())
	})
}
