package licensing_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

func TestRedemptionTexts(t *testing.T) {
	tests := []struct {
		redemption licensing.Redemption
		text       string
	}{
		{licensing.ActivatesSubscription, "activatesSubscription"},
		{licensing.AddsCredit, "addsCredit"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if !tt.redemption.IsValid() || tt.redemption.String() != tt.text {
				t.Errorf("the text is %q, valid %v", tt.redemption, tt.redemption.IsValid())
			}
			if got, err := licensing.ParseRedemption(tt.text); err != nil || got != tt.redemption {
				t.Errorf("the text parses to %v, %v", got, err)
			}
			text, err := json.Marshal(tt.redemption)
			if err != nil || string(text) != `"`+tt.text+`"` {
				t.Fatalf("marshals to %s, %v", text, err)
			}
			var got licensing.Redemption
			if err := terms.Decode(strings.NewReader(string(text)), &got); err != nil || got != tt.redemption {
				t.Errorf("decodes to %v, %v", got, err)
			}
		})
	}
}

func TestParseRedemptionRefuses(t *testing.T) {
	tests := []struct{ name, in string }{
		{"empty text", ""},
		{"another case", "AddsCredit"},
		{"white space", " addsCredit"},
		{"a number", "1"},
		{"a third way", "renews"},
		{"a megabyte", strings.Repeat("x", 1<<20)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := licensing.ParseRedemption(tt.in)
			var wrong *terms.ParseError
			if !errors.Is(err, terms.ErrName) || !errors.As(err, &wrong) || got != 0 {
				t.Fatalf("gives %v, %v", got, err)
			}
			if !strings.Contains(wrong.Want, "redemption: one of activatesSubscription, addsCredit") {
				t.Errorf("wants %q", wrong.Want)
			}
			if len(err.Error()) > 300 {
				t.Errorf("error text of %d bytes", len(err.Error()))
			}
			kept := licensing.AddsCredit
			if err := kept.UnmarshalText([]byte(tt.in)); tt.in != "" && (err == nil || kept != licensing.AddsCredit) {
				t.Errorf("unmarshals to %v, %v", kept, err)
			}
		})
	}
}

func TestZeroRedemptionIsNotGiven(t *testing.T) {
	var zero licensing.Redemption
	if zero.IsValid() || zero.String() != "" {
		t.Errorf("the zero redemption is %q, valid %v", zero, zero.IsValid())
	}
	if text, err := json.Marshal(zero); err != nil || string(text) != `""` {
		t.Errorf("marshals to %s, %v", text, err)
	}
	kept := licensing.AddsCredit
	if err := json.Unmarshal([]byte(`""`), &kept); err != nil || kept != zero {
		t.Errorf("empty text gives %v, %v", kept, err)
	}
}

func TestANumberThatIsNoRedemption(t *testing.T) {
	for _, wrong := range []licensing.Redemption{licensing.AddsCredit + 1, 255} {
		if wrong.IsValid() || wrong.String() == "" {
			t.Errorf("%d is valid or has no text", wrong)
		}
		if _, err := wrong.MarshalText(); !errors.Is(err, terms.ErrName) {
			t.Errorf("%d marshals with %v", wrong, err)
		}
		if text, err := json.Marshal(wrong); err == nil {
			t.Errorf("%d marshals to %s", wrong, text)
		}
	}
}
