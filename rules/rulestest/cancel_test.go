package rulestest_test

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// The set the tests of this package are about: which cancellation policy a purchase has. It shows the engine and is no
// authority on cancellations.

type productKind uint8

const (
	perpetualSoftware productKind = iota + 1
	softwareSubscription
	licenseBased
)

func (k productKind) String() string {
	return [...]string{"", "perpetual software", "software subscription", "license-based"}[k]
}

type publisher uint8

const (
	microsoft publisher = iota + 1
	redHat
	suse
)

func (p publisher) String() string { return [...]string{"", "Microsoft", "Red Hat", "SUSE"}[p] }

type refund uint8

const (
	noRefund refund = iota + 1
	fullRefund
	proratedRefund
)

// policy is the answer.
type policy struct {
	Days   int    `json:"days"`
	Refund refund `json:"refund"`
}

// purchase is the facts.
type purchase struct {
	Kind      productKind
	Publisher publisher
}

type (
	spec      = rules.Spec[purchase, policy]
	rule      = rules.Rule[purchase, policy]
	condition = rules.Condition[purchase]
)

// julyEleventh is when the policy for software subscriptions changed.
var julyEleventh = terms.MustParseDay("2022-07-11")

var (
	perpetual    = isKind(perpetualSoftware)
	subscription = isKind(softwareSubscription)
	licenses     = isKind(licenseBased)
	linux        = condition{
		Name: "publisher is Red Hat or SUSE", Reads: []string{"product.publisher"},
		Holds: func(p purchase) rules.Truth {
			if p.Publisher == 0 {
				return rules.Unknown
			}
			return rules.TruthOf(p.Publisher == redHat || p.Publisher == suse)
		},
	}
)

func isKind(k productKind) condition {
	return condition{
		Name: "product is " + k.String(), Reads: []string{"product.kind"},
		Holds: func(p purchase) rules.Truth {
			if p.Kind == 0 {
				return rules.Unknown
			}
			return rules.TruthOf(p.Kind == k)
		},
	}
}

func source(fact string) []rules.Source {
	return []rules.Source{{Fact: fact, Document: "Cancellation policy", Checked: terms.MustParseDay("2026-11-22")}}
}

// policySpec declares the set afresh, so that a test may break it.
func policySpec() spec {
	return spec{
		ID: "cancellation/policy", Question: "Which cancellation policy does the purchase have?",
		Facts: []rules.Fact{
			{Name: "product.kind", Text: "What was purchased?"},
			{Name: "product.publisher", Text: "Who publishes it?"},
		},
		Rules: []rule{
			{
				ID: "cancel.perpetual.30d", Text: "Perpetual software may be returned in full within 30 days.", Span: terms.Always(),
				Sources: source("SW-17"), If: []condition{perpetual}, Then: policy{30, fullRefund},
			},
			{
				ID: "cancel.subscription.30d", Text: "A software subscription bought before 11 July 2022 may be returned in full within 30 days.",
				Span: terms.SpanUntil(julyEleventh), Sources: source(""), If: []condition{subscription}, Then: policy{30, fullRefund},
			},
			{
				ID: "cancel.subscription.7d", Text: "A software subscription may be cancelled in its first seven days, prorated.",
				Span: terms.SpanFrom(julyEleventh), Sources: source("SW-12"), If: []condition{subscription}, Then: policy{7, proratedRefund},
			},
			{
				ID: "cancel.subscription.linux", Text: "Red Hat and SUSE plans can be neither cancelled nor exchanged.", Span: terms.Always(),
				Sources: source("SW-14"), If: []condition{subscription, linux}, Then: policy{0, noRefund},
				Excepts: []rules.ID{"cancel.subscription.30d", "cancel.subscription.7d"},
			},
			{
				ID: "cancel.license-based.7d", Text: "A license-based subscription may be cancelled within seven days, prorated.", Span: terms.Always(),
				Sources: source(""), If: []condition{licenses}, Then: policy{7, proratedRefund},
			},
		},
	}
}

func policySet() *rules.Set[purchase, policy] { return rules.Must(rules.New(policySpec())) }

func kinds() rulestest.Dimension[purchase] {
	return rulestest.Of("product.kind", func(p *purchase, k productKind) { p.Kind = k },
		perpetualSoftware, softwareSubscription, licenseBased)
}

func publishers() rulestest.Dimension[purchase] {
	return rulestest.Of("product.publisher", func(p *purchase, by publisher) { p.Publisher = by }, microsoft, redHat, suse)
}

func purchases() rulestest.Samples[purchase] { return rulestest.Product(kinds(), publishers()) }
