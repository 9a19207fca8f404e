package rules_test

import (
	"testing"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

func TestArgs(t *testing.T) {
	stockholm := time.FixedZone("CET", 3600)
	tests := []struct {
		got  rules.Arg
		kind rules.ArgKind
		text string
	}{
		{rules.TextArg("x", "Red Hat"), rules.ArgText, "Red Hat"},
		{rules.CountArg("x", -7), rules.ArgNumber, "-7"},
		{rules.DayArg("x", turn), rules.ArgDay, "2022-07-11"},
		{rules.DayArg("x", terms.Day{}), rules.ArgDay, ""},
		{rules.InstantArg("x", time.Date(2022, 7, 11, 1, 30, 0, 5e8, stockholm)), rules.ArgInstant, "2022-07-11T00:30:00.5Z"},
		{rules.SpanArg("x", span("2022-07-11/..")), rules.ArgSpan, "2022-07-11/.."},
		{rules.MoneyArg("x", terms.MustParseMoney("12.5 USD")), rules.ArgMoney, "12.50 USD"},
		{rules.DurationArg("x", 168*time.Hour), rules.ArgDuration, "168h0m0s"},
		{rules.MarketArg("x", "NO"), rules.ArgMarket, "NO"},
	}
	for _, tt := range tests {
		t.Run(tt.kind.String(), func(t *testing.T) {
			if want := (rules.Arg{Name: "x", Kind: tt.kind, Text: tt.text}); tt.got != want {
				t.Errorf("gives %+v, want %+v", tt.got, want)
			}
			if back := decode[rules.Arg](t, marshal(t, tt.got)); back != tt.got {
				t.Errorf("%s reads as %+v", marshal(t, tt.got), back)
			}
		})
	}
}
