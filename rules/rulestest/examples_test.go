package rulestest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// printer stands for the *testing.T that a test has.
type printer struct {
	testing.TB
	directory string // whose name it does not print
}

func (printer) Helper() {}

func (p printer) Errorf(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if p.directory != "" {
		text = strings.ReplaceAll(text, p.directory, "testdata")
	}
	fmt.Println(text)
}

func ExampleCheckTimeline() {
	var t printer
	windows := rules.Must(rules.NewTimeline("orders.window", "In how many days an order can be cancelled.", rules.Entry[int]{
		Value: 7, Span: terms.SpanFrom(terms.MustParseDay("2024-01-01")),
		Sources: []rules.Source{{Document: "Partner guide", Section: "Cancelling", Checked: terms.MustParseDay("2026-11-22")}},
	}))
	rulestest.CheckTimeline(t, windows, rulestest.Limits[int]{Figure: func(days int) bool { return days > 0 && days < 30 }})
	rulestest.CheckTimeline(t, windows, rulestest.Limits[int]{Figure: func(days int) bool { return days > 7 }})
	// Output: outOfRange: orders.window, on 2024-01-01, for 7: the figure for 2024-01-01/.. is none there can be
}

func ExampleCheck() {
	var t printer
	rulestest.Check(t, policySet(), purchases())

	set, err := policySet().With(rules.Edit[purchase, policy]{
		Owner: "Fabrikam billing", Reason: "contract, clause 4", SwitchOff: []rules.ID{"cancel.perpetual.30d"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	rulestest.Check(t, set, purchases())
	// Output:
	// gap: cancellation/policy, on 2022-07-10, for product.kind: perpetual software, product.publisher: not given and 3 more: no rule answers
	// gap: cancellation/policy, on 2022-07-11, for product.kind: perpetual software, product.publisher: not given and 3 more: no rule answers
}

func ExampleAllowance() {
	found := rulestest.Problems(seatSet(seatRules()...), seats(), rulestest.Allowance[seat]{
		Kind:   rulestest.Gap,
		Where:  func(day terms.Day, _ seat) bool { return day.Before(terms.MustParseDay("2022-01-10")) },
		Reason: "seats were not sold before",
	})
	fmt.Println(found)
	// Output: []
}

func ExampleProduct() {
	samples := rulestest.Product(
		rulestest.Of("product.kind", func(p *purchase, k productKind) { p.Kind = k }, perpetualSoftware, softwareSubscription),
		rulestest.Of("product.publisher", func(p *purchase, by publisher) { p.Publisher = by }, suse),
	)
	for p := range samples.Each {
		fmt.Printf("%q by %q\n", p.Kind, p.Publisher)
	}
	// Output:
	// "" by ""
	// "" by "SUSE"
	// "perpetual software" by ""
	// "perpetual software" by "SUSE"
	// "software subscription" by ""
	// "software subscription" by "SUSE"
}

func ExampleDimension_AlwaysGiven() {
	type account struct{ EndedOn terms.Day }
	d := rulestest.Of("account.ended", func(a *account, d terms.Day) { a.EndedOn = d }, terms.MustParseDay("2024-01-01"))
	fmt.Println(d.Given, d.Values[0].Name)
	d = d.AlwaysGiven() // an account that has not ended has no such day
	fmt.Println(d.Given, d.Values[0].Name)
	// Output:
	// false not given
	// true none
}

func ExampleSamples_Where() {
	samples := purchases().Where(func(p purchase) bool {
		return p.Kind == softwareSubscription || p.Publisher <= microsoft // others publish subscriptions only
	})
	n := 0
	for range samples.Each {
		n++
	}
	fmt.Println(n, "samples")
	// Output: 10 samples
}

func ExampleSamples_Err() {
	type order struct{ Quantity int }
	quantities := make([]int, 2000)
	for i := range quantities {
		quantities[i] = i + 1
	}
	quantity := rulestest.Of("quantity", func(o *order, n int) { o.Quantity = n }, quantities...)
	fmt.Println(rulestest.Product(quantity, quantity).Err())
	// Output: rulestest: samples not accepted: quantity (2001) × quantity (2001) are more than 1048576 inputs; name fewer values, or ask several questions
}

func ExampleMap() {
	byPointer := rulestest.Map(purchases(), func(p purchase) *purchase { return &p })
	for p := range byPointer.Each {
		fmt.Printf("%T\n", p)
		break
	}
	// Output: *rulestest_test.purchase
}

func ExampleDays() {
	fmt.Println(rulestest.Days(policySet()))
	// Output: [2022-07-10 2022-07-11 2022-07-12]
}

func ExampleCover() {
	for _, c := range rulestest.Cover(policySet(), purchases()) {
		fmt.Println(c.Rule, c.Facts, c.IsCovered())
	}
	// Output:
	// cancel.perpetual.30d [SW-17] true
	// cancel.subscription.30d [] true
	// cancel.subscription.7d [SW-12] true
	// cancel.subscription.linux [SW-14] true
	// cancel.license-based.7d [] true
}

// The golden file is written once, and read from then on. Then somebody forgets about SUSE.
func ExampleGolden() {
	directory, err := os.MkdirTemp("", "rulestest")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(directory) }()
	t, golden := printer{directory: directory}, filepath.Join(directory, "policy.golden")

	rulestest.Golden(t, golden, rulestest.Fingerprint(policySet(), purchases()), true) // with -update
	rulestest.Golden(t, golden, rulestest.Fingerprint(policySet(), purchases()), false)

	changed := policySpec()
	forgetful := linux
	forgetful.Holds = func(p purchase) rules.Truth { return rules.Is(p.Publisher, redHat) }
	changed.Rules[3].If = []condition{subscription, forgetful}
	set, err := rules.New(changed)
	if err != nil {
		fmt.Println(err)
		return
	}
	rulestest.Golden(t, golden, rulestest.Fingerprint(set, purchases()), false)
	// Output:
	// testdata/policy.golden is not what the test gives; run it with -update if the change is meant:
	// - cancellation/policy: 16 samples, 3 days, dbf73b01f9c43760
	// - 2022-07-10 782d8f36ad6542d6 decided 11, undetermined 5
	// - 2022-07-11 ccbae8a314f62474 decided 11, undetermined 5
	// - 2022-07-12 ccbae8a314f62474 decided 11, undetermined 5
	// - cancel.subscription.30d 60a82730abf2f385 1
	// - cancel.subscription.7d 6864a66ec97c3a93 2
	// - cancel.subscription.linux 9bf04c667b29a02d 6
	// + cancellation/policy: 16 samples, 3 days, 3ec3480f0e7b1e32
	// + 2022-07-10 eaa00b65ac111bdf decided 11, undetermined 5
	// + 2022-07-11 91bdcb5d9c30259f decided 11, undetermined 5
	// + 2022-07-12 91bdcb5d9c30259f decided 11, undetermined 5
	// + cancel.subscription.30d f6efb28077c1bd72 2
	// + cancel.subscription.7d 518b614d5397bbf6 4
	// + cancel.subscription.linux dc50e93f2e53cb18 3
}

func ExampleFingerprint() {
	first, _, _ := strings.Cut(rulestest.Fingerprint(policySet(), purchases()), " days")
	fmt.Println(first)
	// Output: cancellation/policy: 16 samples, 3
}
