package rulestest_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

func TestProduct(t *testing.T) {
	type order struct {
		Kind  productKind
		GCC   rules.Truth
		Until terms.Day
	}
	samples := rulestest.Product(
		rulestest.Of("kind", func(o *order, k productKind) { o.Kind = k }, 0, perpetualSoftware),
		rulestest.Truth("gcc", func(o *order, t rules.Truth) { o.GCC = t }),
		rulestest.Of("until", func(o *order, d terms.Day) { o.Until = d }, julyEleventh).AlwaysGiven(),
	)
	want := []order{
		{0, rules.Unknown, terms.Day{}},
		{0, rules.Unknown, julyEleventh},
		{0, rules.No, terms.Day{}},
		{0, rules.No, julyEleventh},
		{0, rules.Yes, terms.Day{}},
		{0, rules.Yes, julyEleventh},
		{perpetualSoftware, rules.Unknown, terms.Day{}},
		{perpetualSoftware, rules.Unknown, julyEleventh},
		{perpetualSoftware, rules.No, terms.Day{}},
		{perpetualSoftware, rules.No, julyEleventh},
		{perpetualSoftware, rules.Yes, terms.Day{}},
		{perpetualSoftware, rules.Yes, julyEleventh},
	}
	if got := slices.Collect(samples.Each); !slices.Equal(got, want) || samples.Err() != nil {
		t.Errorf("gives %v, %v", got, samples.Err())
	}
	for range samples.Each {
		break // and nothing is asked any more
	}
}

func TestWhereLeavesOut(t *testing.T) {
	samples := purchases().
		Where(func(p purchase) bool { return p.Kind == licenseBased || p.Kind == 0 }).
		Where(func(p purchase) bool { return p.Publisher == suse })
	want := []purchase{{0, suse}, {licenseBased, suse}}
	if got := slices.Collect(samples.Each); !slices.Equal(got, want) {
		t.Errorf("gives %v", got)
	}
}

func TestDimensionsThatMakeNoSamples(t *testing.T) {
	set := func(*purchase) {}
	tests := []struct {
		name       string
		dimensions []rulestest.Dimension[purchase]
		want       string
	}{
		{"no fact", []rulestest.Dimension[purchase]{kinds(), {Values: []rulestest.Value[purchase]{{"one", set}}}}, `dimension 2 is of fact ""`},
		{"no values", []rulestest.Dimension[purchase]{{Fact: "x"}}, `dimension 1 is of fact "x" and has 0 values`},
		{"a value without a name", []rulestest.Dimension[purchase]{{Fact: "x", Values: []rulestest.Value[purchase]{{"", set}}}}, "has 1 values"},
		{"a value that sets nothing", []rulestest.Dimension[purchase]{{Fact: "x", Values: []rulestest.Value[purchase]{{"one", nil}}}}, "has 1 values"},
		{
			"too many inputs", append(slices.Repeat([]rulestest.Dimension[purchase]{kinds()}, 10), publishers()),
			"product.kind (4) × product.publisher (4) are more than 1048576 inputs",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			samples := rulestest.Product(tt.dimensions...)
			if err := samples.Err(); !errors.Is(err, rulestest.ErrSamples) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("gives the error %v", err)
			}
			for in := range samples.Each {
				t.Fatalf("gives %v all the same", in)
			}
			if got := rulestest.Problems(policySet(), samples); len(got) != 1 || got[0].Kind != rulestest.NotSampled {
				t.Errorf("a check finds %v", got)
			}
			if got := rulestest.Fingerprint(policySet(), samples); got != "" {
				t.Errorf("the fingerprint is %q", got)
			}
			for _, c := range rulestest.Cover(policySet(), samples) {
				if c.IsCovered() {
					t.Errorf("%s is covered", c.Rule)
				}
			}
		})
	}
}

func TestNamesOfValues(t *testing.T) {
	d := rulestest.Of("x", func(*purchase, string) {}, "plain", "a, b", "a: b")
	var got []string
	for _, v := range d.Values {
		got = append(got, v.Name)
	}
	if fmt.Sprint(got) != `[not given plain "a, b" "a: b"]` {
		t.Errorf("gives %v", got)
	}
	if name := d.AlwaysGiven().Values[0].Name; name != "none" || d.Values[0].Name != "not given" {
		t.Errorf("where it is always given, the first is %q", name)
	}
}

// Fields that hold one fact are given where all of them are.
func TestAFactInTwoFields(t *testing.T) {
	type account struct{ Since, Until terms.Day }
	holds := func(a account) rules.Truth {
		if a.Since.IsZero() || a.Until.IsZero() {
			return rules.Unknown
		}
		return rules.TruthOf(a.Since.Before(a.Until))
	}
	set := func(holds func(account) rules.Truth) *rules.Set[account, int] {
		return rules.Must(rules.New(rules.Spec[account, int]{
			ID: "account", Question: "Was it open?", Facts: []rules.Fact{{Name: "days", Text: "From when to when?"}}, Default: 1,
			Rules: []rules.Rule[account, int]{{
				ID: "open", Text: "It was.", Span: terms.Always(), Sources: source(""), Then: 2,
				If: []rules.Condition[account]{{Name: "it was open", Reads: []string{"days"}, Holds: holds}},
			}},
		}))
	}
	earlier, later := terms.MustParseDay("2022-07-10"), julyEleventh
	samples := rulestest.Product(
		rulestest.Of("days", func(a *account, d terms.Day) { a.Since = d }, earlier, later),
		rulestest.Of("days", func(a *account, d terms.Day) { a.Until = d }, later),
	)
	rulestest.Check(t, set(holds), samples)
	got := rulestest.Problems(set(func(a account) rules.Truth { return rules.TruthOf(a.Since.Before(a.Until)) }), samples)
	if len(got) != 1 || got[0].Kind != rulestest.Presumes || got[0].Inputs != 3 {
		t.Errorf("found %v", got)
	}
}

func TestAFactThatIsAlwaysGivenMayBeZero(t *testing.T) {
	s := policySpec()
	everywhere := linux
	everywhere.Holds = func(p purchase) rules.Truth { return rules.TruthOf(p.Publisher == redHat || p.Publisher == suse) }
	s.Rules[3].If = []condition{subscription, everywhere}
	rulestest.Check(t, rules.Must(rules.New(s)), rulestest.Product(kinds(), publishers().AlwaysGiven()))
}
