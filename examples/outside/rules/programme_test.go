package main

import (
	"errors"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

func TestPricesUnderAgreement(t *testing.T) {
	p, err := underAgreement(published())
	if err != nil {
		t.Fatal(err)
	}
	rulestest.Check(t, p.prices, orders())
	rulestest.Golden(t, "testdata/agreement.fingerprint", rulestest.Fingerprint(p.prices, orders()), *update)
}

func TestCopiesUnderAgreement(t *testing.T) {
	p, err := underAgreement(published())
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		day    string
		copies int
		want   price
	}{
		"the day before the agreement three are too many": {"2025-02-28", 3, listPrice},
		"on its first day five are not":                   {"2025-03-01", 5, educatorPrice},
		"but six are":                                     {"2025-03-01", 6, listPrice},
	} {
		t.Run(name, func(t *testing.T) {
			o := order{Buyer: teacher, Confirmed: rules.Yes, Copies: c.copies, ForClass: rules.No, Resale: rules.No}
			got, err := p.prices.Decide(terms.MustParseDay(c.day), o)
			if err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestOverlayOfWhatIsNotThere(t *testing.T) {
	o := rules.Overlay{Owner: "Northlight", Reason: "a try", SwitchOff: []rules.ID{"educator.copie"}}
	if _, err := published().with(o); !errors.Is(err, rules.ErrOverlay) {
		t.Errorf("got %v, want %v", err, rules.ErrOverlay)
	}
}

// A record says by which wording it was decided, and not if that was the present one.
func TestARecordIsDecidedAgain(t *testing.T) {
	day := terms.MustParseDay("2025-09-10")
	for name, known := range map[string]terms.Day{
		"as known on a day": terms.MustParseDay("2025-09-18"), "by the present wording": {},
	} {
		t.Run(name, func(t *testing.T) {
			then, err := published().knownOn(known)
			if err != nil {
				t.Fatal(err)
			}
			kept, err := then.explain(day, order{Buyer: student, Confirmed: rules.No, SchoolEmail: rules.Yes, Copies: 1, Resale: rules.No})
			if err != nil {
				t.Fatal(err)
			}
			again, err := published().knownOn(kept.Decision.Known)
			if err != nil {
				t.Fatal(err)
			}
			got, err := again.explain(day, kept.Order)
			if err != nil || !got.Decision.Equal(kept.Decision) {
				t.Errorf("got %v, %v; want %v", got, err, kept)
			}
		})
	}
}
