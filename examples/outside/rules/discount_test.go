package main

import (
	"errors"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

func TestDiscountOnTheDaysOfAChange(t *testing.T) {
	for name, c := range map[string]struct {
		day    string
		want   percent
		others int
	}{
		"on the first day of the programme it is half":          {day: "2023-08-01", want: 50},
		"on the last day of 2024 it still is":                   {day: "2024-12-31", want: 50},
		"from 2025 on it is 40%, which the price list disputes": {day: "2025-01-01", want: 40, others: 1},
		"until the last day of January":                         {day: "2025-01-31", want: 40, others: 1},
		"from February on nobody disputes it":                   {day: "2025-02-01", want: 40},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := discounts.On(terms.MustParseDay(c.day))
			if err != nil || r.Value != c.want || len(r.Others) != c.others {
				t.Errorf("got %s and %d other readings, %v; want %s and %d", r.Value, len(r.Others), err, c.want, c.others)
			}
		})
	}
}

func TestNoDiscountBeforeTheProgramme(t *testing.T) {
	_, err := discounts.On(terms.MustParseDay("2023-07-31"))
	if !errors.Is(err, rules.ErrNoFigure) {
		t.Errorf("got %v, want %v", err, rules.ErrNoFigure)
	}
}

func TestPercentIsFrom0To100(t *testing.T) {
	for text, want := range map[string]bool{
		"0%": true, "40%": true, "100%": true, "101%": false, "-1%": false, "256%": false, "40": false, "40 %": false, "%": false, "": false,
	} {
		var p percent
		if err := p.UnmarshalText([]byte(text)); (err == nil) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}
