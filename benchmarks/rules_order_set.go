package benchmarks

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// tests are the conditions, over facts that come by pointer or by value.
type tests[In any] struct {
	authorized, reseller, related, legacy, attested, attestedByThen func(In) rules.Truth
	plan, market, newPartner, newCustomer, gcc, apss                func(In) rules.Truth
}

func byPointer(t Turns) tests[*Order] {
	return tests[*Order]{
		authorized: func(o *Order) rules.Truth { return o.Authorized },
		reseller:   func(o *Order) rules.Truth { return rules.Given(o.Role != 0, o.Role == IndirectReseller) },
		related:    func(o *Order) rules.Truth { return o.Related },
		legacy:     func(o *Order) rules.Truth { return o.Legacy },
		attested:   func(o *Order) rules.Truth { return o.Attested },
		attestedByThen: func(o *Order) rules.Truth {
			return o.Attested.And(rules.Given(!o.AttestedOn.IsZero(), !o.AttestedOn.After(o.Day)))
		},
		plan:   func(o *Order) rules.Truth { return o.HasAzurePlan },
		market: func(o *Order) rules.Truth { return rules.Given(o.Market != "", excluded(o.Market)) },
		newPartner: func(o *Order) rules.Truth {
			return rules.Given(!o.PartnerSince.IsZero(), !o.PartnerSince.Before(t.Phase1))
		},
		newCustomer: func(o *Order) rules.Truth {
			return rules.Given(!o.RelationshipSince.IsZero(), !o.RelationshipSince.Before(t.Phase1)).Or(o.Active.Not())
		},
		gcc:  func(o *Order) rules.Truth { return o.GCC },
		apss: func(o *Order) rules.Truth { return o.APSS },
	}
}

func byValue(t Turns) tests[Order] {
	return tests[Order]{
		authorized: func(o Order) rules.Truth { return o.Authorized },
		reseller:   func(o Order) rules.Truth { return rules.Given(o.Role != 0, o.Role == IndirectReseller) },
		related:    func(o Order) rules.Truth { return o.Related },
		legacy:     func(o Order) rules.Truth { return o.Legacy },
		attested:   func(o Order) rules.Truth { return o.Attested },
		attestedByThen: func(o Order) rules.Truth {
			return o.Attested.And(rules.Given(!o.AttestedOn.IsZero(), !o.AttestedOn.After(o.Day)))
		},
		plan:   func(o Order) rules.Truth { return o.HasAzurePlan },
		market: func(o Order) rules.Truth { return rules.Given(o.Market != "", excluded(o.Market)) },
		newPartner: func(o Order) rules.Truth {
			return rules.Given(!o.PartnerSince.IsZero(), !o.PartnerSince.Before(t.Phase1))
		},
		newCustomer: func(o Order) rules.Truth {
			return rules.Given(!o.RelationshipSince.IsZero(), !o.RelationshipSince.Before(t.Phase1)).Or(o.Active.Not())
		},
		gcc:  func(o Order) rules.Truth { return o.GCC },
		apss: func(o Order) rules.Truth { return o.APSS },
	}
}

// NewOrderSet gives the question as a set that is asked by pointer.
func NewOrderSet(t Turns) (*rules.Set[*Order, Verdict], error) { return newOrderSet(t, byPointer(t)) }

// newOrderSet declares the question for the engine.
func newOrderSet[In any](t Turns, test tests[In]) (*rules.Set[In, Verdict], error) {
	condition := func(name, fact string, holds func(In) rules.Truth) rules.Condition[In] {
		return rules.Condition[In]{Name: name, Reads: []string{fact}, Holds: holds}
	}
	var (
		authorized  = condition("partner is authorized", "partner.authorized", test.authorized)
		reseller    = condition("partner is an indirect reseller", "partner.role", test.reseller)
		related     = condition("partner and customer have a relationship", "relationship", test.related)
		legacy      = condition("customer accepted the legacy agreement", "agreement.legacy", test.legacy)
		attested    = condition("agreement was ever attested", "agreement.attested", test.attested)
		attestedBy  = condition("agreement was attested by the day", "agreement.attested", test.attestedByThen)
		plan        = condition("customer has an Azure plan", "customer.azurePlan", test.plan)
		market      = condition("market is excluded", "customer.market", test.market)
		newPartner  = condition("partner is new in phase 1", "partner.since", test.newPartner)
		newCustomer = condition("customer is new in phase 1", "relationship.since", test.newCustomer)
		gcc         = condition("customer is GCC", "customer.gcc", test.gcc)
		apss        = condition("subscription is APSS", "subscription.apss", test.apss)
	)
	phase1, err := terms.NewSpan(t.Phase1, t.Phase2)
	if err != nil {
		return nil, err
	}
	always, sources := terms.Always(), []rules.Source{{Document: "Azure in CSP", Checked: t.Phase2}}
	denies := func(id rules.ID, span terms.Span, conditions ...rules.Condition[In]) rules.Rule[In, Verdict] {
		return rules.Rule[In, Verdict]{
			ID: "order." + id, Text: string(id), Span: span, Sources: sources, If: conditions, Then: Deny,
		}
	}
	exempts := func(id rules.ID, condition rules.Condition[In], excepts ...rules.ID) rules.Rule[In, Verdict] {
		r := denies(id, terms.SpanFrom(t.Phase1), condition)
		r.Then, r.Excepts = 0, excepts
		return r
	}
	spec := rules.Spec[In, Verdict]{
		ID: "order/0145p", Question: "May the partner place a new order?", Default: Allow, Combine: rules.Strongest(Allow, Deny),
		Rules: []rules.Rule[In, Verdict]{
			denies("authorized", always, authorized.Not()),
			denies("reseller", always, reseller),
			denies("relationship", always, related.Not()),
			denies("legacy", terms.SpanUntil(t.Agreement), legacy.Not(), attested.Not()),
			denies("attested", terms.SpanFrom(t.Agreement), attestedBy.Not()),
			denies("plan", terms.SpanFrom(t.Plan), plan),
			denies("market", always, market),
			denies("phase1.partner", phase1, newPartner),
			denies("phase1.customer", phase1, newCustomer),
			denies("phase2", terms.SpanFrom(t.Phase2)),
			exempts("gcc", gcc, "order.phase1.partner", "order.phase1.customer", "order.phase2"),
			exempts("apss", apss, "order.phase1.customer", "order.phase2"),
		},
	}
	for _, name := range []string{
		"partner.authorized", "partner.role", "relationship", "agreement.legacy", "agreement.attested", "customer.azurePlan",
		"customer.market", "partner.since", "relationship.since", "customer.gcc", "subscription.apss",
	} {
		spec.Facts = append(spec.Facts, rules.Fact{Name: name, Text: name + "?"})
	}
	return rules.New(spec)
}
