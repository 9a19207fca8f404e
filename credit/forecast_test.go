package credit_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// outlook gives the question what becomes of an amount every so many days, with units of 100 USD to purchase.
func outlook(amount string, days, leadDays int) credit.Outlook {
	return credit.Outlook{
		Rate:  credit.Rate{Amount: terms.MustParseMoney(amount), Days: days},
		Units: credit.DefaultUnits(), LeadDays: leadDays,
	}
}

// unitsOf gives the question with units of another worth.
func unitsOf(amount string, question credit.Outlook) credit.Outlook {
	units, err := credit.UnitTable{}.With(worth(amount, "../.."))
	if err != nil {
		panic(err)
	}
	question.Units = units
	return question
}

// forecastOf gives a line for each thing a forecast says.
func forecastOf(f credit.Forecast) []string {
	lines := []string{fmt.Sprintf("runs out %s, looked at until %s", orNever(f.RunsOut), f.Until)}
	for _, s := range f.Suspensions {
		line := fmt.Sprintf("suspended %s to %s", when(s.From), when(s.Until))
		if s.Cause == credit.ByForfeit {
			line += ", byForfeit"
		}
		if s.DataMayBeGone != terms.DayOf(s.From).AddDays(90) {
			line += ", data may be gone " + s.DataMayBeGone.String()
		}
		lines = append(lines, line)
	}
	for _, l := range f.Lapses {
		lines = append(lines, fmt.Sprintf("%s %s lapses %s", when(l.At), l.Lot, bare(l.Amount)))
	}
	if f.LapsesInAll.Sign() > 0 {
		lines = append(lines, "lapses in all "+bare(f.LapsesInAll))
	}
	if next := f.Next; !next.By.IsZero() {
		line := fmt.Sprintf("purchase %d units by %s, activate %s", next.Units, next.By, next.Activate)
		if next.Units > 0 {
			line += fmt.Sprintf(", %s last to %s", bare(next.Amount), orNever(next.RunsOut))
		}
		if next.Late {
			line += ", late"
		}
		lines = append(lines, line)
	}
	return lines
}

// ones gives so many equal weights.
func ones(n int) []decimal.Decimal {
	return slices.Repeat([]decimal.Decimal{decimal.NewFromInt(1)}, n)
}

func orNever(d terms.Day) string {
	if d.IsZero() {
		return "never"
	}
	return d.String()
}

func TestForecast(t *testing.T) {
	// 100 USD on 10 June 2023, 10 USD a day from 11 June: the tenth use, on 20 June, takes the last of it.
	hundred := lots{token("L1", "100 USD", "2023-01-01")}
	const now = "2023-06-10"
	spent := use("spent", "2023-06-01", "100 USD")
	tests := []struct {
		name string
		story
		at      string
		outlook credit.Outlook
		want    lines
	}{
		{
			// A unit purchased for 20 June pays from 21 June to 19 June 2024, 365 days: 3,650 USD are 36 units and a half.
			"credit runs out, and a purchase lasts its year: 36 units of 3,600, the last of them on 14 June 2024",
			story{lots: hundred},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2023-06-20 to never",
				"purchase 36 units by 2023-06-20, activate 2023-06-20, 3600.00 last to 2024-06-14",
			},
		},
		{
			"with a lead the purchase is due so many days earlier",
			story{lots: hundred},
			now, outlook("10 USD", 1, 5),
			lines{
				"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2023-06-20 to never",
				"purchase 36 units by 2023-06-15, activate 2023-06-20, 3600.00 last to 2024-06-14",
			},
		},
		{
			"with a lead of ten days it is due today",
			story{lots: hundred},
			now, outlook("10 USD", 1, 10),
			lines{
				"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2023-06-20 to never",
				"purchase 36 units by 2023-06-10, activate 2023-06-20, 3600.00 last to 2024-06-14",
			},
		},
		{
			// 366 days from 21 June 2023 to 20 June 2024.
			"with a lead of eleven days it is late by one",
			story{lots: hundred},
			now, outlook("10 USD", 1, 11),
			lines{
				"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2023-06-20 to never",
				"purchase 36 units by 2023-06-10, activate 2023-06-21, 3600.00 last to 2024-06-14, late",
			},
		},
		{
			"where there is no credit left it has run out today, and a purchase comes late",
			story{lots: hundred, events: events{spent}},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-10, looked at until 2023-06-10", "suspended 2023-06-01 to never",
				"purchase 36 units by 2023-06-11, activate 2023-06-11, 3600.00 last to 2024-06-04, late",
			},
		},
		{
			"and later with a lead",
			story{lots: hundred, events: events{spent}},
			now, outlook("10 USD", 1, 3),
			lines{
				"runs out 2023-06-10, looked at until 2023-06-10", "suspended 2023-06-01 to never",
				"purchase 36 units by 2023-06-10, activate 2023-06-13, 3600.00 last to 2024-06-06, late",
			},
		},
		{
			"where there never was a lot",
			story{},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-10, looked at until 2023-06-10",
				"purchase 36 units by 2023-06-11, activate 2023-06-11, 3600.00 last to 2024-06-04, late",
			},
		},
		{
			"use that stops lets all of it lapse, and no unit is worth while",
			story{lots: hundred},
			now, outlook("0 USD", 1, 0),
			lines{
				"runs out 2024-01-01, looked at until 2024-01-01", "suspended 2024-01-01 to never",
				"2024-01-01 L1 lapses 100.00", "lapses in all 100.00",
				"purchase 0 units by 2024-01-01, activate 2024-01-01",
			},
		},
		{
			// 204 days from 11 June to 31 December at 0.25 are 51; a year at 0.25 is 91.25, less than a unit.
			"slow use lets a part of it lapse, and a unit would lapse in part too: 100 - 51 = 49",
			story{lots: hundred},
			now, outlook("0.25 USD", 1, 0),
			lines{
				"runs out 2024-01-01, looked at until 2024-01-01", "suspended 2024-01-01 to never",
				"2024-01-01 L1 lapses 49.00", "lapses in all 49.00",
				"purchase 0 units by 2024-01-01, activate 2024-01-01",
			},
		},
		{
			// Thirds of ten dollars are 3.34, 3.33 and 3.33.
			"a rate that does not divide evenly adds up: the third day takes the last of 10",
			story{lots: lots{token("L1", "10 USD", "2023-01-01")}},
			now, outlook("10 USD", 3, 0),
			lines{
				"runs out 2023-06-13, looked at until 2024-01-01", "suspended 2023-06-13 to never",
				"purchase 12 units by 2023-06-13, activate 2023-06-13, 1200.00 last to 2024-06-07",
			},
		},
		{
			"and of 10.01 the fourth day takes a cent and is not paid in full",
			story{lots: lots{token("L1", "10.01 USD", "2023-01-01")}},
			now, outlook("10 USD", 3, 0),
			lines{
				"runs out 2023-06-14, looked at until 2024-01-01", "suspended 2023-06-14 to never",
				"purchase 12 units by 2023-06-14, activate 2023-06-14, 1200.00 last to 2024-06-08",
			},
		},
		{
			// A cent a month: on the first of every thirty days.
			"a rate of a cent takes days off",
			story{lots: lots{token("L1", "0.02 USD", "2023-01-01")}},
			now, outlook("0.01 USD", 30, 0),
			lines{
				"runs out 2023-07-11, looked at until 2024-01-01", "suspended 2023-07-11 to never",
				"purchase 0 units by 2023-07-11, activate 2023-07-11",
			},
		},
		{
			"a use refused because credit does not cover it is the day it runs out: 95 - 90 = 5 left",
			story{policy: policy(credit.Refuse), lots: lots{token("L1", "95 USD", "2023-01-01")}},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2024-01-01 to never",
				"2024-01-01 L1 lapses 5.00", "lapses in all 5.00",
				"purchase 36 units by 2023-06-20, activate 2023-06-20, 3600.00 last to 2024-06-14",
			},
		},
		{
			// On 11 June the lot pays 10. Of 3,650 for the 365 days to 10 June 2024 521 units of 7 take 3,647, and the last 7
			// of them are too little for the last day.
			"a unit that use does not divide by, refused: 521 × 7 = 3,647, of which 364 days take 3,640",
			story{policy: policy(credit.Refuse), lots: lots{token("L1", "10 USD", "2023-01-01")}},
			now, unitsOf("7 USD", outlook("10 USD", 1, 0)),
			lines{
				"runs out 2023-06-11, looked at until 2024-01-01", "suspended 2023-06-11 to never",
				"purchase 521 units by 2023-06-11, activate 2023-06-11, 3647.00 last to 2024-06-10",
			},
		},
		{
			"a lot too small for a day's use is used up with the purchase: 366 × 3 - 2 = 1,096",
			story{policy: policy(credit.Refuse), lots: lots{token("L1", "2 USD", "2023-01-01")}},
			now, unitsOf("1 USD", outlook("3 USD", 1, 0)),
			lines{
				"runs out 2023-06-11, looked at until 2024-01-01", "suspended 2024-01-01 to never",
				"2024-01-01 L1 lapses 2.00", "lapses in all 2.00",
				"purchase 1096 units by 2023-06-11, activate 2023-06-11, 1096.00 last to 2024-06-10",
			},
		},
		{
			"not even one unit, refused: a day's use is a cent, and 365 of them are less than 7 USD",
			story{policy: policy(credit.Refuse), lots: lots{token("L1", "0.01 USD", "2023-01-01")}},
			now, unitsOf("7 USD", outlook("0.01 USD", 1, 0)),
			lines{
				"runs out 2023-06-11, looked at until 2024-01-01", "suspended 2023-06-11 to never",
				"purchase 0 units by 2023-06-11, activate 2023-06-11",
			},
		},
		{
			"nothing is suspended under overage",
			story{policy: policy(credit.Overage), lots: hundred},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-20, looked at until 2024-01-01",
				"purchase 36 units by 2023-06-20, activate 2023-06-20, 3600.00 last to 2024-06-14",
			},
		},
		{
			"a top-up without end may last beyond what is looked at, 3,660 days",
			story{policy: policy(credit.TopUpUnending), lots: lots{lot(credit.TopUp, "T", "100 USD", "2023-01-01")}},
			now, outlook("0.01 USD", 1, 0),
			lines{"runs out never, looked at until 2033-06-17"},
		},
		{
			"and so may a lot that lapses later than that",
			story{lots: lots{token("L1", "100 USD", "2023-01-01", "2199-01-01")}},
			now, outlook("0.01 USD", 1, 0),
			lines{"runs out never, looked at until 2033-06-17"},
		},
		{
			"or credit without end runs out before that",
			story{policy: policy(credit.TopUpUnending), lots: lots{lot(credit.TopUp, "T", "100 USD", "2023-01-01")}},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-20, looked at until 2033-06-17", "suspended 2023-06-20 to never",
				"purchase 36 units by 2023-06-20, activate 2023-06-20, 3600.00 last to 2024-06-14",
			},
		},
		{
			"bulk credit runs out, and nothing can be purchased beside it",
			story{lots: lots{lot(credit.BulkBenefit, "B", "100 USD", "2023-01-01")}},
			now, outlook("10 USD", 1, 0),
			lines{"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2023-06-20 to never"},
		},
		{
			"nor where bulk credit has run out",
			story{lots: lots{lot(credit.BulkBenefit, "B", "100 USD", "2023-01-01")}, events: events{spent}},
			now, outlook("10 USD", 1, 0),
			lines{"runs out 2023-06-10, looked at until 2023-06-10", "suspended 2023-06-01 to never"},
		},
		{
			// L1 pays to 20 June, L2 from 1 July to 10 July; on 20 June a purchase would pay before L2.
			"lots activated later are reckoned with: services resume for ten days",
			story{lots: append(hundred, token("L2", "100 USD", "2023-07-01"))},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-20, looked at until 2024-07-01", "suspended 2023-06-20 to 2023-07-01", "suspended 2023-07-10 to never",
				"purchase 36 units by 2023-06-20, activate 2023-06-20, 3600.00 last to 2024-06-24",
			},
		},
		{
			// L1 lapses on 1 January, when 2 of L2 are forfeited as it begins: that is what last made the balance smaller.
			"a lot to be forfeited as it begins says why services are suspended",
			story{lots: lots{token("L1", "100 USD", "2023-01-01"), token("L2", "2 USD", "2024-01-01")}, events: events{forfeit("f", "2023-06-01", "L2")}},
			now, outlook("0 USD", 1, 0),
			lines{
				"runs out 2024-01-01, looked at until 2024-01-01", "suspended 2024-01-01 to never, byForfeit",
				"2024-01-01 L1 lapses 100.00", "lapses in all 100.00",
				"purchase 0 units by 2024-01-01, activate 2024-01-01",
			},
		},
		{
			// Data is kept for 90 days from the latest expiry of the lots activated before, 2024-07-01 of L2.
			"and until when data is kept, where that is reckoned from expiry: 2024-07-01 and 90 days",
			story{
				policy(credit.RetainFromExpiry),
				lots{token("L1", "100 USD", "2023-01-01"), token("L2", "2 USD", "2023-07-01")},
				events{forfeit("f", "2023-06-01", "L2")},
			},
			now, outlook("3 USD", 1, 0),
			lines{
				"runs out 2023-07-14, looked at until 2024-01-01", "suspended 2023-07-14 to never, data may be gone 2024-09-29",
				"purchase 10 units by 2023-07-14, activate 2023-07-14, 1000.00 last to 2024-06-11",
			},
		},
		{
			"a lot to be forfeited as it begins does not pay",
			story{lots: append(hundred, token("L2", "100 USD", "2023-07-01")), events: events{forfeit("f", "2023-06-01", "L2")}},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2023-06-20 to never",
				"purchase 36 units by 2023-06-20, activate 2023-06-20, 3600.00 last to 2024-06-14",
			},
		},
		{
			// 4 are owed. L2 pays 2 of them and L3 the other 2; with the 18 it has left it pays nothing more.
			"credit that goes to debt whole ends no suspension",
			story{
				policy(credit.CarryDebt),
				lots{token("L1", "1 USD", "2023-01-01"), token("L2", "2 USD", "2023-07-01"), token("L3", "20 USD", "2023-08-01")},
				events{use("u", "2023-06-01", "5 USD")},
			},
			now, outlook("0 USD", 1, 0),
			lines{
				"runs out 2023-06-10, looked at until 2024-08-01", "suspended 2023-06-01 to 2023-08-01", "suspended 2024-08-01 to never",
				"2024-08-01 L3 lapses 18.00", "lapses in all 18.00",
				"purchase 0 units by 2023-06-11, activate 2023-06-11, late",
			},
		},
		{
			// 250 are owed, and 366 days of the purchase's term use 3,660: of 3,910 39 units are used up.
			"a purchase pays what is owed first",
			story{policy(credit.CarryDebt), hundred, events{use("u", "2023-06-01", "350 USD")}},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-10, looked at until 2023-06-10", "suspended 2023-06-01 to never",
				"purchase 39 units by 2023-06-11, activate 2023-06-11, 3900.00 last to 2024-06-09, late",
			},
		},
		{
			// L1 lapsed, came back with 10 and ranks first by its old expiry: it pays to 11 February, and L2 lapses on the 10th.
			"a lot that a return reopened keeps its place in the order and has no end",
			story{
				policy(credit.FirstToExpire, credit.Reopen),
				lots{token("L1", "10 USD", "2023-01-01"), token("L2", "10 USD", "2023-02-10")},
				events{use("u", "2023-02-01", "10 USD"), giveBack("r", "2024-02-01", "u", "10 USD")},
			},
			"2024-02-01", outlook("1 USD", 1, 0),
			lines{
				"runs out 2024-02-11, looked at until 2034-02-08", "suspended 2024-02-11 to never",
				"2024-02-10 L2 lapses 10.00", "lapses in all 10.00",
				"purchase 3 units by 2024-02-11, activate 2024-02-11, 300.00 last to 2024-12-07",
			},
		},
		{
			"credit that lapses in the course of the day has run out before a purchase can be activated",
			story{lots: lots{token("L1", "100 USD", "2023-01-01", "2023-06-10T15:00:00Z")}},
			"2023-06-10T10:00:00Z", outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-10, looked at until 2023-06-10", "suspended 2023-06-10T15:00:00Z to never",
				"2023-06-10T15:00:00Z L1 lapses 100.00", "lapses in all 100.00",
				"purchase 36 units by 2023-06-11, activate 2023-06-11, 3600.00 last to 2024-06-04, late",
			},
		},
		{
			"as the day begins it can be activated at once",
			story{lots: lots{token("L1", "100 USD", "2023-01-01", "2023-06-10T15:00:00Z")}},
			"2023-06-10", outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-10, looked at until 2023-06-10", "suspended 2023-06-10T15:00:00Z to never",
				"2023-06-10T15:00:00Z L1 lapses 100.00", "lapses in all 100.00",
				"purchase 36 units by 2023-06-10, activate 2023-06-10, 3600.00 last to 2024-06-04",
			},
		},
		{
			"where use counts at the end of the day a lot pays on the day it is activated",
			story{policy: policy(credit.EndOfDay), lots: lots{token("L1", "100 USD", "2023-01-01", "2023-06-15")}},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-15, looked at until 2023-06-15", "suspended 2023-06-15 to never",
				"2023-06-15 L1 lapses 60.00", "lapses in all 60.00",
				"purchase 36 units by 2023-06-15, activate 2023-06-15, 3600.00 last to 2024-06-08",
			},
		},
		{
			"a lot may have any name",
			story{lots: lots{token("next purchase", "100 USD", "2023-01-01"), token("next purchase'", "100 USD", "2023-01-01")}},
			now, outlook("10 USD", 1, 0),
			lines{
				"runs out 2023-06-30, looked at until 2024-01-01", "suspended 2023-06-30 to never",
				"purchase 36 units by 2023-06-30, activate 2023-06-30, 3600.00 last to 2024-06-24",
			},
		},
		{
			// 100,000,100 at a million a day: the hundred and first day is not paid in full.
			"a million units are the most",
			story{lots: hundred},
			now, outlook("1000000 USD", 1, 0),
			lines{
				"runs out 2023-06-11, looked at until 2024-01-01", "suspended 2023-06-11 to never",
				"purchase 1000000 units by 2023-06-11, activate 2023-06-11, 100000000.00 last to 2023-09-19",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			statement := tt.until(t, tt.at)
			forecast, err := statement.Forecast(tt.outlook)
			require.NoError(t, err)
			require.Equal(t, tt.want, forecastOf(forecast))
			require.Equal(t, at(tt.at), forecast.At)

			text, err := json.Marshal(forecast)
			require.NoError(t, err)
			var back credit.Forecast
			require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
			require.True(t, forecast.Equal(back), "it reads back from JSON")
		})
	}
}

// TestTheNextPurchaseIsTheLargestOfWhichNothingLapses buys one unit more each time, until something lapses that would
// not have lapsed without.
func TestTheNextPurchaseIsTheLargestOfWhichNothingLapses(t *testing.T) {
	tests := []struct {
		name string
		lots lots
		rate string
		days int
	}{
		{"one lot that is used up", lots{token("L1", "100 USD", "2023-01-01")}, "3 USD", 1},
		{"one lot that lapses in part", lots{token("L1", "900 USD", "2023-01-01")}, "2 USD", 1},
		{"a lot still to come", lots{token("L1", "100 USD", "2023-01-01"), token("L2", "500 USD", "2023-12-01")}, "4 USD", 1},
		{"a lot still to come that lapses in part as it is", lots{token("L1", "100 USD", "2023-01-01"), token("L2", "5000 USD", "2023-12-01")}, "4 USD", 1},
		{"an uneven rate", lots{token("L1", "100 USD", "2023-01-01")}, "100 USD", 7},
	}
	const now = "2023-06-10"
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			question := outlook(tt.rate, tt.days, 0)
			forecast, err := story{lots: tt.lots}.until(t, now).Forecast(question)
			require.NoError(t, err)
			parts, err := question.Rate.Amount.Allocate(ones(tt.days)...)
			require.NoError(t, err)

			lapse := func(units int) string {
				s := story{lots: append(lots{}, tt.lots...)}
				if units > 0 {
					s.lots = append(s.lots, token("bought", fmt.Sprintf("%d USD", 100*units), forecast.Next.Activate.String()))
				}
				for n := range 800 {
					on := day(now).AddDays(1 + n).String()
					s.events = append(s.events, use(on, on, parts[n%tt.days].String()))
				}
				sum := usd("0")
				for _, l := range s.until(t, "2025-08-01").Lapsing(terms.Always()) {
					if sum, err = sum.Add(l.Amount); err != nil {
						t.Fatal(err)
					}
				}
				return sum.String()
			}
			unavoidable := lapse(0)
			require.Equal(t, unavoidable, lapse(forecast.Next.Units), "%d units lapse in part", forecast.Next.Units)
			require.NotEqual(t, unavoidable, lapse(forecast.Next.Units+1), "nothing of %d units would lapse", forecast.Next.Units+1)
		})
	}
}

func TestForecastsThatCannotBe(t *testing.T) {
	statement := story{lots: lots{token("L1", "100 USD", "2023-01-01")}}.until(t, "2023-06-10")
	with := func(change func(*credit.Outlook)) credit.Outlook {
		o := outlook("10 USD", 1, 0)
		change(&o)
		return o
	}
	tests := []struct {
		name    string
		outlook credit.Outlook
		want    error
	}{
		{"a day", with(func(o *credit.Outlook) { o.Rate.Days = 1 }), nil},
		{"no day", with(func(o *credit.Outlook) { o.Rate.Days = 0 }), credit.ErrForecast},
		{"less than none", with(func(o *credit.Outlook) { o.Rate.Days = -1 }), credit.ErrForecast},
		{"366 days", with(func(o *credit.Outlook) { o.Rate.Days = 366 }), nil},
		{"367 days", with(func(o *credit.Outlook) { o.Rate.Days = 367 }), credit.ErrForecast},
		{"no amount", with(func(o *credit.Outlook) { o.Rate.Amount = terms.Money{} }), credit.ErrForecast},
		{"an amount below nothing", with(func(o *credit.Outlook) { o.Rate.Amount = usd("-0.01") }), credit.ErrForecast},
		{"an amount of nothing", with(func(o *credit.Outlook) { o.Rate.Amount = usd("0") }), nil},
		{"an amount of 18 places", with(func(o *credit.Outlook) { o.Rate.Amount = usd("0.000000000000000001") }), nil},
		{"an amount of 19 places", with(func(o *credit.Outlook) { o.Rate.Amount = usd("0.0000000000000000001") }), credit.ErrForecast},
		{"an amount of 10^19 a day", with(func(o *credit.Outlook) { o.Rate.Amount = usd("10000000000000000000") }), credit.ErrForecast},
		{"an amount that cannot be split", with(func(o *credit.Outlook) {
			o.Rate = credit.Rate{Amount: usd("99999999999999999999999999999999999999"), Days: 2}
		}), credit.ErrForecast},
		{"another currency", with(func(o *credit.Outlook) { o.Rate.Amount = terms.MustParseMoney("1 EUR") }), credit.ErrCurrency},
		{"a lead below nothing", with(func(o *credit.Outlook) { o.LeadDays = -1 }), credit.ErrForecast},
		{"a lead of 366 days", with(func(o *credit.Outlook) { o.LeadDays = 366 }), nil},
		{"a lead of 367 days", with(func(o *credit.Outlook) { o.LeadDays = 367 }), credit.ErrForecast},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			forecast, err := statement.Forecast(tt.outlook)
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, tt.want)
			require.ErrorIs(t, err, credit.ErrForecast)
			require.True(t, forecast.Equal(credit.Forecast{}))
		})
	}
	t.Run("a table without units asks for no purchase", func(t *testing.T) {
		forecast, err := statement.Forecast(with(func(o *credit.Outlook) { o.Units = credit.UnitTable{} }))
		require.NoError(t, err)
		require.Equal(t, lines{"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2023-06-20 to never"}, forecastOf(forecast))
	})
	t.Run("a unit of unknown worth leaves the forecast complete but for the purchase", func(t *testing.T) {
		units, err := credit.UnitTable{}.With(worth("100 USD", "../2023-06-20"))
		require.NoError(t, err)
		forecast, err := statement.Forecast(with(func(o *credit.Outlook) { o.Units = units }))
		require.ErrorIs(t, err, credit.ErrUnit)
		require.Equal(t, lines{"runs out 2023-06-20, looked at until 2024-01-01", "suspended 2023-06-20 to never"}, forecastOf(forecast))
		_, err = statement.Forecast(with(func(o *credit.Outlook) { o.Units, o.LeadDays = units, 1 }))
		require.NoError(t, err, "a day earlier it is known")
	})
	t.Run("a unit of more digits than a sum can have", func(t *testing.T) {
		units, err := credit.UnitTable{}.With(worth("9999999999.9999999999999999999999999999 USD", "../.."))
		require.NoError(t, err)
		_, err = statement.Forecast(with(func(o *credit.Outlook) { o.Units, o.Rate.Amount = units, usd("1000000000000") }))
		require.ErrorIs(t, err, credit.ErrForecast)
		require.ErrorIs(t, err, terms.ErrDecimalRange)
	})
	t.Run("what cannot be written equals nothing", func(t *testing.T) {
		forecast := credit.Forecast{Suspensions: []credit.Suspension{{Cause: 99}}}
		require.False(t, forecast.Equal(forecast))
	})
	t.Run("a purchase that would lapse after 2199", func(t *testing.T) {
		statement := story{lots: lots{token("L1", "100 USD", "2198-12-01")}}.until(t, "2199-06-10")
		_, err := statement.Forecast(outlook("10 USD", 1, 0))
		require.ErrorIs(t, err, credit.ErrForecast)
		require.ErrorIs(t, err, credit.ErrInstant)
		forecast, err := statement.Forecast(with(func(o *credit.Outlook) { o.Units = credit.UnitTable{} }))
		require.NoError(t, err)
		require.Equal(t, "2199-06-20", forecast.RunsOut.String())
	})
}

func TestForecastIsWhatComesTrue(t *testing.T) {
	// 100 USD, 7 USD a day: the forecast of 10 June, and a replay of what it foresaw.
	s := story{lots: lots{token("L1", "100 USD", "2023-01-01"), token("L2", "50 USD", "2023-07-01")}}
	forecast, err := s.until(t, "2023-06-10").Forecast(outlook("7 USD", 1, 0))
	require.NoError(t, err)
	for on := day("2023-06-11"); !on.After(forecast.Until); on = on.AddDays(1) {
		s.events = append(s.events, use(on.String(), on.String(), "7 USD"))
	}
	came := s.until(t, forecast.Until.String())
	require.Len(t, came.Suspensions(), len(forecast.Suspensions))
	for i, suspension := range came.Suspensions() {
		require.Equal(t, suspension, forecast.Suspensions[i])
	}
	require.Equal(t, "2023-06-25", forecast.RunsOut.String(), "100 ÷ 7 = 14.3: the fifteenth day is not paid in full")
}

func TestRecentRate(t *testing.T) {
	// Uses of 2 USD on 1 to 10 June, 5 USD in May, and a charge that credit cannot pay.
	s := story{
		policy: policy(credit.WriteOffUnpaid),
		lots:   lots{token("L1", "24 USD", "2023-05-15")},
		events: events{use("may", "2023-05-31", "5 USD"), charged(credit.SupportPlan, "support", "2023-06-05", "9 USD")},
	}
	for n := range 10 {
		on := day("2023-06-01").AddDays(n).String()
		s.events = append(s.events, use(on, on, "2 USD"))
	}
	tests := []struct {
		name string
		more events
		at   string
		days int
		want string // nothing for an error
	}{
		{"the statement's own day", nil, "2023-06-10", 1, "2.00 in 1"},
		{"up to the start of June", nil, "2023-06-10", 10, "20.00 in 10"},
		{"and the last day of May", nil, "2023-06-10", 11, "25.00 in 11"},
		{"uses that are not paid count as well: 24 - 5 - 9 × 2 leaves 1 of the last", nil, "2023-06-10", 2, "4.00 in 2"},
		{"up to the first activation, 27 days", nil, "2023-06-10", 27, "25.00 in 27"},
		{"and no further", nil, "2023-06-10", 28, "25.00 in 27"},
		{"not over 366 days either", nil, "2023-06-10", 366, "25.00 in 27"},
		{"the day of activation", nil, "2023-05-15", 30, "0.00 in 1"},
		{"days without use", nil, "2023-07-10", 10, "0.00 in 10"},
		{"less what was returned of it: 20 - 1.50", events{giveBack("r", "2023-06-10", "2023-06-03", "1.50 USD")}, "2023-06-10", 10, "18.50 in 10"},
		{"but not what was returned of earlier use", events{giveBack("r", "2023-06-10", "may", "5 USD")}, "2023-06-10", 10, "20.00 in 10"},
		{"less what was written off: the last use was paid 1 and comes back whole", events{giveBack("r", "2023-06-10", "2023-06-10", "2 USD")}, "2023-06-10", 10, "18.00 in 10"},
		{"but not what was written off of a charge that does not count", events{giveBack("r", "2023-06-10", "support", "9 USD")}, "2023-06-10", 10, "20.00 in 10"},
		{"no days", nil, "2023-06-10", 0, ""},
		{"less than none", nil, "2023-06-10", -1, ""},
		{"more than a leap year", nil, "2023-06-10", 367, ""},
		{"before the first lot was activated", nil, "2023-05-14T23:59:59.999999999Z", 10, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			asked := s
			asked.events = append(append(events{}, s.events...), tt.more...)
			rate, err := asked.until(t, tt.at).RecentRate(tt.days)
			if tt.want == "" {
				require.ErrorIs(t, err, credit.ErrForecast)
				return
			}
			require.NoError(t, err)
			require.Equal(t, tt.want, fmt.Sprintf("%s in %d", bare(rate.Amount), rate.Days))
		})
	}
	t.Run("where there is no lot at all", func(t *testing.T) {
		_, err := story{events: events{use("u", "2023-06-01", "1 USD")}}.until(t, "2023-06-10").RecentRate(10)
		require.ErrorIs(t, err, credit.ErrForecast)
	})
	t.Run("it is a rate to forecast by", func(t *testing.T) {
		statement := s.until(t, "2023-06-05") // 24 - 5 - 5 × 2 = 9 left
		rate, err := statement.RecentRate(5)
		require.NoError(t, err)
		forecast, err := statement.Forecast(credit.Outlook{Rate: rate})
		require.NoError(t, err)
		require.Equal(t, "2023-06-10", forecast.RunsOut.String(), "9 ÷ 2 = 4.5: the fifth day is not paid in full")
	})
}
