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

func TestASoundSetHasNoProblems(t *testing.T) {
	rulestest.Check(t, policySet(), purchases())
}

// The seven faults that the study of the engine seeded. Three of them make no set.
func TestSeededFaultsMakeNoSet(t *testing.T) {
	tests := []struct {
		name  string
		fault func(*spec)
		want  []string
	}{
		{
			"a span upside down", func(s *spec) {
				span, err := terms.NewSpan(julyEleventh, terms.MustParseDay("2022-01-01"))
				if !errors.Is(err, terms.ErrSpan) {
					t.Errorf("there is a span upside down: %v, %v", span, err)
				}
				s.Rules[2].Span = span
			},
			[]string{"cancel.subscription.7d", "no span"},
		},
		{
			"a fact is misspelt", func(s *spec) {
				c := perpetual
				c.Reads = []string{"product.kin"}
				s.Rules[0].If = []condition{c}
			},
			[]string{"cancel.perpetual.30d", `"product.kin", which is no fact`},
		},
		{
			"a rule without source", func(s *spec) { s.Rules[0].Sources = nil },
			[]string{"cancel.perpetual.30d", "no source"},
		},
		{
			"answers that combine otherwise the other way around", func(s *spec) {
				s.Combine = func(a, _ policy) (policy, bool) { return a, true }
			},
			[]string{"order"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := policySpec()
			tt.fault(&s)
			_, err := rules.New(s)
			if !errors.Is(err, rules.ErrSpec) {
				t.Fatalf("New gives %v", err)
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("the error lacks %q: %v", want, err)
				}
			}
		})
	}
}

// found is what a problem must be. What is not given may be anything, but there must be no other problem.
type found struct {
	kind      rulestest.Kind
	rule      rules.ID
	condition string
	day       string
	input     string
	inputs    int
	note      string
}

func (f found) matches(p rulestest.Problem) bool {
	return p.Kind == f.kind && p.Set == "cancellation/policy" &&
		(f.rule == "" || f.rule == p.Rule) &&
		(f.condition == "" || f.condition == p.Condition) &&
		(f.day == "" || f.day == p.Day.String()) &&
		(f.input == "" || f.input == p.Input) &&
		(f.inputs == 0 || f.inputs == p.Inputs) &&
		strings.Contains(p.Note, f.note)
}

func TestFaultsAreFound(t *testing.T) {
	asked := 0
	tests := []struct {
		name    string
		fault   func(*spec)
		samples rulestest.Samples[purchase]
		want    []found
	}{
		{
			"a gap of one day", func(s *spec) { s.Rules[1].Span = terms.SpanUntil(terms.MustParseDay("2022-07-10")) },
			purchases(),
			[]found{{
				kind: rulestest.Gap, day: "2022-07-10", inputs: 1,
				input: "product.kind: software subscription, product.publisher: Microsoft",
			}},
		},
		{
			"an overlap of one day", func(s *spec) { s.Rules[2].Span = terms.SpanFrom(terms.MustParseDay("2022-07-10")) },
			purchases(),
			[]found{{
				kind: rulestest.Conflict, rule: "cancel.subscription.30d", day: "2022-07-10", inputs: 1,
				input: "product.kind: software subscription, product.publisher: Microsoft", note: "cancel.subscription.7d says",
			}},
		},
		{
			"a rule inside another", func(s *spec) {
				inside := s.Rules[4]
				inside.ID, inside.Span = "cancel.license-based.again", terms.SpanFrom(terms.MustParseDay("2023-01-01"))
				s.Rules = append(s.Rules, inside)
			},
			purchases(),
			[]found{{kind: rulestest.Contained, rule: "cancel.license-based.again", note: "cancel.license-based.7d"}},
		},
		{
			"an exception that eats its rule", func(s *spec) {
				s.Rules = append(s.Rules, rule{
					ID: "cancel.perpetual.never", Text: "Perpetual software may be returned in full within a day.", Span: terms.Always(),
					Sources: source(""), If: []condition{perpetual}, Then: policy{1, fullRefund},
					Excepts: []rules.ID{"cancel.perpetual.30d"},
				})
			},
			purchases(),
			[]found{{kind: rulestest.AlwaysExcepted, rule: "cancel.perpetual.30d"}},
		},
		{
			"a rule that wants a condition and one that excludes it", func(s *spec) {
				s.Rules[4].If = []condition{licenses, subscription}
			},
			purchases(),
			[]found{
				{kind: rulestest.Gap, input: "product.kind: license-based, product.publisher: not given", inputs: 4},
				{kind: rulestest.Gap, input: "product.kind: license-based, product.publisher: not given", inputs: 4},
				{kind: rulestest.NeverReached, rule: "cancel.license-based.7d"},
			},
		},
		{
			"a condition that takes a fact nobody gave for a no", func(s *spec) {
				leak := linux
				leak.Holds = func(p purchase) rules.Truth { return rules.TruthOf(p.Publisher == redHat || p.Publisher == suse) }
				s.Rules[3].If = []condition{subscription, leak}
			},
			purchases(),
			[]found{{
				kind: rulestest.Presumes, rule: "cancel.subscription.linux", condition: linux.Name,
				input: "product.kind: not given, product.publisher: not given", note: "is no although product.publisher is not given",
			}},
		},
		{
			"a condition that takes one of two facts for a no", func(s *spec) {
				s.Rules[3].If = []condition{{
					Name: "product is for Linux", Reads: []string{"product.kind", "product.publisher"},
					Holds: func(p purchase) rules.Truth {
						if p.Kind == 0 {
							return rules.Unknown
						}
						return rules.TruthOf(p.Kind == softwareSubscription && (p.Publisher == redHat || p.Publisher == suse))
					},
				}}
			},
			purchases(),
			[]found{{
				kind: rulestest.Presumes, rule: "cancel.subscription.linux",
				input: "product.kind: software subscription, product.publisher: not given",
				note:  "is no although product.publisher is not given, and yes where that is Red Hat",
			}},
		},
		{
			"a condition that reads a fact it does not name", func(s *spec) {
				lie := licenses
				lie.Holds = func(p purchase) rules.Truth {
					if p.Publisher == suse {
						return rules.No
					}
					return licenses.Holds(p)
				}
				s.Rules[4].If = []condition{lie}
			},
			purchases(),
			[]found{
				{kind: rulestest.Gap, input: "product.kind: license-based, product.publisher: SUSE", inputs: 1},
				{kind: rulestest.Gap, input: "product.kind: license-based, product.publisher: SUSE", inputs: 1},
				{
					kind: rulestest.ReadsMore, rule: "cancel.license-based.7d", condition: licenses.Name,
					input: "product.kind: not given, product.publisher: not given",
					note:  "reads product.kind, and is unknown here and no where product.publisher is SUSE",
				},
			},
		},
		{
			"a condition that counts", func(s *spec) {
				moody := licenses
				moody.Holds = func(purchase) rules.Truth {
					asked++
					return rules.TruthOf(asked%2 == 0)
				}
				s.Rules[4].If = []condition{moody}
			},
			purchases(),
			[]found{{kind: rulestest.Unsteady, rule: "cancel.license-based.7d", condition: licenses.Name, note: "asked again"}},
		},
		{
			"a condition that changes its mind later", func(s *spec) {
				calls := 0
				tired := licenses
				tired.Holds = func(p purchase) rules.Truth {
					if calls++; calls > 4 {
						return rules.No
					}
					return licenses.Holds(p)
				}
				s.Rules[4].If = []condition{tired}
			},
			purchases(),
			[]found{{kind: rulestest.Unsteady, rule: "cancel.license-based.7d", condition: licenses.Name, note: "is now no and now otherwise"}},
		},
		{
			"two conditions of one name", func(s *spec) {
				other := subscription
				other.Holds = perpetual.Holds
				s.Rules[2].If = []condition{other}
			},
			purchases(),
			[]found{{
				kind: rulestest.TwoMeanings, rule: "cancel.subscription.7d", condition: subscription.Name,
				input: "product.kind: perpetual software, product.publisher: not given", note: "is no in rule cancel.subscription.30d and yes here",
			}},
		},
		{
			"a condition that stays unknown", func(s *spec) {
				vague := linux
				vague.Holds = func(p purchase) rules.Truth {
					if p.Publisher == suse {
						return rules.Unknown
					}
					return linux.Holds(p)
				}
				s.Rules[3].If = []condition{subscription, vague}
			},
			purchases(),
			[]found{{
				kind: rulestest.StaysUnknown, condition: linux.Name, input: "product.kind: not given, product.publisher: SUSE",
				note: "is unknown although product.publisher is given",
			}},
		},
		{
			"a condition that is something else than a truth", func(s *spec) {
				odd := linux
				odd.Holds = func(p purchase) rules.Truth {
					if p.Publisher == suse {
						return 7
					}
					return linux.Holds(p)
				}
				s.Rules[3].If = []condition{subscription, odd}
			},
			purchases(),
			[]found{{kind: rulestest.StaysUnknown, condition: linux.Name}},
		},
		{
			"a condition that never holds", func(s *spec) {
				never := linux
				never.Holds = func(p purchase) rules.Truth { return linux.Holds(p).And(rules.No) }
				s.Rules[3].If = []condition{subscription, never.Not()}
			},
			purchases(),
			[]found{
				{kind: rulestest.AlwaysExcepted, rule: "cancel.subscription.30d"},
				{kind: rulestest.AlwaysExcepted, rule: "cancel.subscription.7d"},
				{kind: rulestest.Presumes, condition: linux.Name},
				{kind: rulestest.Idle, condition: linux.Name, note: "is yes for no sample"},
			},
		},
		{
			"samples that lack a value", func(*spec) {},
			rulestest.Product(rulestest.Of("product.kind", func(p *purchase, k productKind) { p.Kind = k }, perpetualSoftware,
				softwareSubscription), publishers()),
			[]found{
				{kind: rulestest.NeverReached, rule: "cancel.license-based.7d"},
				{kind: rulestest.Idle, condition: licenses.Name, note: "is yes for no sample"},
			},
		},
		{
			"samples that lack a fact", func(*spec) {},
			rulestest.Product(kinds()),
			[]found{
				{kind: rulestest.NeverReached, rule: "cancel.subscription.30d"},
				{kind: rulestest.NeverReached, rule: "cancel.subscription.7d"},
				{kind: rulestest.NeverReached, rule: "cancel.subscription.linux"},
				{kind: rulestest.Idle, condition: linux.Name, note: "is yes for no sample"},
				{kind: rulestest.NotSampled, note: `"product.publisher"`},
			},
		},
		{
			"no samples", func(*spec) {},
			rulestest.Samples[purchase]{},
			[]found{{kind: rulestest.NotSampled, note: "none are given"}},
		},
		{
			"samples of which none are left", func(*spec) {}, purchases().Where(func(purchase) bool { return false }),
			[]found{{kind: rulestest.NotSampled, note: "Where leaves none"}},
		},
		{
			"samples that are too many", func(*spec) {},
			rulestest.Product(slices.Repeat([]rulestest.Dimension[purchase]{kinds()}, 11)...),
			[]found{{kind: rulestest.NotSampled, note: "more than 1048576 inputs"}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := policySpec()
			tt.fault(&s)
			set, err := rules.New(s)
			if err != nil {
				t.Fatal(err)
			}
			got := rulestest.Problems(set, tt.samples)
			expectProblems(t, got, tt.want)
		})
	}
}

func expectProblems(t *testing.T, got []rulestest.Problem, want []found) {
	t.Helper()
	ok := len(got) == len(want)
	for i := range want {
		ok = ok && want[i].matches(got[i])
	}
	if !ok {
		var lines []string
		for _, p := range got {
			lines = append(lines, fmt.Sprintf("%s (inputs %d)", p, p.Inputs))
		}
		t.Errorf("found\n%s\nwant %+v", strings.Join(lines, "\n"), want)
	}
}
