package rulestest_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

var update = flag.Bool("update", false, "write the golden files")

func TestFingerprintsAreAsKept(t *testing.T) {
	rulestest.Golden(t, "testdata/policy.golden", rulestest.Fingerprint(policySet(), purchases()), *update)
	rulestest.Golden(t, "testdata/seats.golden", rulestest.Fingerprint(seatSet(seatRules()...), seats()), *update)
}

// changedLines gives the first word of every line that is another in the fingerprint of the set with a fault.
func changedLines(t *testing.T, fault func(*spec), samples rulestest.Samples[purchase]) []string {
	t.Helper()
	s := policySpec()
	fault(&s)
	set, err := rules.New(s)
	if err != nil {
		t.Fatal(err)
	}
	before := strings.Split(rulestest.Fingerprint(policySet(), purchases()), "\n")
	after := strings.Split(rulestest.Fingerprint(set, samples), "\n")
	var changed []string
	for i, line := range after {
		if i >= len(before) || line != before[i] {
			first, _, _ := strings.Cut(line, " ")
			changed = append(changed, first)
		}
	}
	return changed
}

func TestAFingerprintShowsWhatChanged(t *testing.T) {
	tests := []struct {
		name    string
		change  func(*spec)
		samples rulestest.Samples[purchase]
		want    string
	}{
		{"nothing", func(*spec) {}, purchases(), "[]"},
		{
			"a text, a source and the name of a condition, of which the digest tells", func(s *spec) {
				s.Rules[0].Text, s.Rules[0].Sources = "Another.", source("X-1")
				c := perpetual
				c.Name = "product is not rented"
				s.Rules[0].If = []condition{c}
			}, purchases(), "[]",
		},
		{
			"the body of a condition", func(s *spec) {
				c := linux
				c.Holds = func(p purchase) rules.Truth {
					if p.Publisher == 0 {
						return rules.Unknown
					}
					return rules.TruthOf(p.Publisher == redHat) // SUSE is gone
				}
				s.Rules[3].If = []condition{subscription, c}
			}, purchases(),
			"[cancellation/policy: 2022-07-10 2022-07-11 2022-07-12 cancel.subscription.30d cancel.subscription.7d cancel.subscription.linux]",
		},
		{
			"the bodies of two conditions, one for the other", func(s *spec) {
				s.Rules[0].If, s.Rules[4].If = []condition{licenses}, []condition{perpetual}
			}, purchases(),
			"[cancellation/policy: 2022-07-10 2022-07-11 2022-07-12 cancel.perpetual.30d cancel.license-based.7d]",
		},
		{
			"an answer", func(s *spec) { s.Rules[1].Then.Days = 31 }, purchases(),
			"[cancellation/policy: 2022-07-10]",
		},
		{
			"a day", func(s *spec) { s.Rules[1].Span = terms.SpanUntil(terms.MustParseDay("2022-07-10")) }, purchases(),
			"[cancellation/policy: 2022-07-09 2022-07-10 2022-07-11 2022-07-12  rules, " +
				"cancel.perpetual.30d cancel.subscription.30d cancel.subscription.7d cancel.subscription.linux cancel.license-based.7d ]",
		},
		{
			"the samples", func(*spec) {}, purchases().Where(func(p purchase) bool { return p != purchase{licenseBased, suse} }),
			"[cancellation/policy: 2022-07-10 2022-07-11 2022-07-12 cancel.license-based.7d]",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := fmt.Sprint(changedLines(t, tt.change, tt.samples)); got != tt.want {
				t.Errorf("changes %s", got)
			}
		})
	}
}

func TestFingerprintsOfSetsThatOnlyAgreeInTheEnd(t *testing.T) {
	// A condition more, which changes no answer and which rules spoke: only what is asked for would show it.
	s := policySpec()
	s.Rules[0].If = []condition{perpetual, licenses.Not()}
	if got, want := rulestest.Fingerprint(rules.Must(rules.New(s)), purchases()), rulestest.Fingerprint(policySet(), purchases()); got != want {
		t.Errorf("gives\n%s\nand\n%s", got, want)
	}
}

func TestCover(t *testing.T) {
	got := rulestest.Cover(seatSet(seatRules()...), seats())
	want := []rulestest.Coverage{
		{Set: "seat/window", Rule: "seat.3d.as-it-was", Spoke: 3, Silent: 3, Waiting: 3, OutsideDays: 21},
		{Set: "seat/window", Rule: "seat.3d", Spoke: 3, Silent: 3, Waiting: 3, OutsideDays: 21},
		{Set: "seat/window", Rule: "seat.7d", Spoke: 2, Silent: 2, Waiting: 2, OutsideDays: 24},
		{Set: "seat/window", Rule: "seat.next", Planned: true},
		{Set: "seat/window", Rule: "seat.old", Spoke: 8, Silent: 8, Waiting: 8, OutsideDays: 6},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("gives %+v", got)
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	var back []rulestest.Coverage
	if err := terms.Decode(strings.NewReader(string(text)), &back); err != nil || !reflect.DeepEqual(back, want) {
		t.Errorf("%s decodes to %+v, %v", text, back, err)
	}
}

func TestCoverNamesTheFactsOfTheRegister(t *testing.T) {
	cited := map[string]rules.ID{}
	for _, c := range rulestest.Cover(policySet(), purchases()) {
		for _, fact := range c.Facts {
			cited[fact] = c.Rule
		}
		if !c.IsCovered() {
			t.Errorf("%s is not covered", c.Rule)
		}
	}
	if fmt.Sprint(cited) != "map[SW-12:cancel.subscription.7d SW-14:cancel.subscription.linux SW-17:cancel.perpetual.30d]" {
		t.Errorf("cites %v", cited)
	}
}

func TestIsCovered(t *testing.T) {
	tests := []struct {
		name     string
		coverage rulestest.Coverage
		want     bool
	}{
		{"spoke and was silent", rulestest.Coverage{Spoke: 1, Silent: 1}, true},
		{"spoke and was excepted", rulestest.Coverage{Spoke: 1, Excepted: 1}, true},
		{"spoke, and not on other days", rulestest.Coverage{Spoke: 1, OutsideDays: 1}, true},
		{"spoke always", rulestest.Coverage{Spoke: 1}, false},
		{"spoke, or waited for a fact", rulestest.Coverage{Spoke: 1, Waiting: 1}, false},
		{"never spoke", rulestest.Coverage{Silent: 1}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.coverage.IsCovered() != tt.want {
				t.Errorf("covered: %v", !tt.want)
			}
		})
	}
}

// recorder is a test that keeps what fails it.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

func TestCheckFailsWithEveryProblemUpToTwenty(t *testing.T) {
	tests := []struct {
		name    string
		rules   int // that never speak
		want    int
		last    string
		capital string
	}{
		{name: "none", rules: 0, want: 0},
		{name: "one", rules: 1, want: 1, last: "neverReached: cancellation/policy, rule never.0: holds for no sample on any day"},
		{name: "twenty", rules: 20, want: 20, last: "neverReached: cancellation/policy, rule never.9: holds for no sample on any day"},
		{name: "more", rules: 22, want: 21, last: "cancellation/policy: 2 problems more"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := policySpec()
			for n := range tt.rules {
				never := s.Rules[0]
				never.ID, never.Then.Days = rules.ID(fmt.Sprint("never.", n)), 100+n
				never.If = []condition{perpetual, licenses}
				s.Rules = append(s.Rules, never)
			}
			var r recorder
			rulestest.Check(&r, rules.Must(rules.New(s)), purchases())
			if len(r.failures) != tt.want || tt.want > 0 && r.failures[tt.want-1] != tt.last {
				t.Errorf("fails with %d:\n%s", len(r.failures), strings.Join(r.failures, "\n"))
			}
		})
	}
}

func TestGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "x.golden")
	golden := func(path, text string, update bool) []string {
		var r recorder
		rulestest.Golden(&r, path, text, update)
		return r.failures
	}
	if got := golden(path, "one\n", false); len(got) != 1 || !strings.Contains(got[0], "run the test with -update to write it") {
		t.Errorf("a file that is not there: %v", got)
	}
	if got := golden(path, "one\ntwo\n", true); got != nil {
		t.Errorf("writing it: %v", got)
	}
	if got := golden(path, "one\ntwo\n", false); got != nil {
		t.Errorf("the same text: %v", got)
	}
	if got := golden(path, "one\n2\n", false); len(got) != 1 || !strings.HasSuffix(got[0], "meant:\n- two\n+ 2\n") {
		t.Errorf("another line: %v", got)
	}
	if got := golden(path, "two\none\n", false); len(got) != 1 || !strings.HasSuffix(got[0], "in another order, or more often") {
		t.Errorf("the same lines the other way around: %v", got)
	}
	if err := os.WriteFile(path, []byte("one\r\ntwo\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := golden(path, "one\ntwo\n", false); got != nil {
		t.Errorf("line ends of another system: %v", got)
	}
	if got := golden(filepath.Dir(path), "x", true); len(got) != 1 {
		t.Errorf("a directory in the way: %v", got)
	}
	if got := golden(filepath.Join(path, "y"), "x", true); len(got) != 1 {
		t.Errorf("a file in the way: %v", got)
	}
}

// Twenty-one ways to say yes hang on one fact, so that there are two million ways in which its conditions could turn out.
func TestTooManyUnknownConditionsAreUnproven(t *testing.T) {
	type choice struct{ N int }
	const most = 21
	s := rules.Spec[choice, int]{
		ID: "choice", Question: "Is it one of them?", Facts: []rules.Fact{{Name: "n", Text: "Which?"}},
	}
	var all []int
	for n := 1; n <= most; n++ {
		all = append(all, n)
		s.Rules = append(s.Rules, rules.Rule[choice, int]{
			ID: rules.ID(fmt.Sprint(n)), Text: "It is.", Span: terms.Always(), Sources: source(""), Then: 1,
			If: []rules.Condition[choice]{{
				Name: fmt.Sprint("it is ", n), Reads: []string{"n"}, Holds: func(c choice) rules.Truth {
					if c.N == 0 {
						return rules.Unknown
					}
					return rules.TruthOf(c.N == n)
				},
			}},
		})
	}
	samples := rulestest.Product(rulestest.Of("n", func(c *choice, n int) { c.N = n }, all...))
	got := rulestest.Problems(rules.Must(rules.New(s)), samples)
	if len(got) != 1 || got[0].Kind != rulestest.Unproven || got[0].Input != "n: not given" {
		t.Errorf("found %v", got)
	}
	rulestest.Check(t, rules.Must(rules.New(s)), samples, rulestest.Allowance[choice]{
		Kind: rulestest.Unproven, Reason: "the conditions exclude each other, and all say the same",
	})
	s.Rules = slices.Delete(s.Rules, 0, 1) // twenty can be tried out, and one choice has no answer now
	got = rulestest.Problems(rules.Must(rules.New(s)), samples)
	if len(got) != 1 || got[0].Kind != rulestest.Gap || got[0].Input != "n: 1" {
		t.Errorf("found %v", got)
	}
}
