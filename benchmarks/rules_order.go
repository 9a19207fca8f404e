package benchmarks

import (
	"errors"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The question that every engine answers: may this partner place a new order under MS-AZR-0145P on a day? Twelve dated
// rules, two of them exemptions. It is a model for load and no transcription: in the record phase 2 takes incentives
// away, here it closes the offer.

// order is the facts, 128 bytes of them. What is not given is zero.
type order struct {
	ID, Customer, Tenant, Offer string // carried along, as orders do; no rule reads them

	Market            string
	Day               terms.Day // the day of the order, which is also the day asked about
	PartnerSince      terms.Day
	RelationshipSince terms.Day
	AttestedOn        terms.Day // of the Microsoft Customer Agreement, if it was ever attested

	Role         role
	Authorized   rules.Truth
	Related      rules.Truth
	Legacy       rules.Truth // has accepted the agreement before that one
	Attested     rules.Truth // has ever attested it
	HasAzurePlan rules.Truth
	Active       rules.Truth // has an active subscription under the offer
	GCC, APSS    rules.Truth // is exempt
}

type role uint8

const (
	directBill role = iota + 1
	indirectReseller
)

type verdict uint8

const (
	allow verdict = iota + 1
	deny
)

func (v verdict) String() string { return []string{"", "allow", "deny"}[v] }

// turns are the days on which the rules change.
type turns struct{ plan, agreement, phase1, phase2 terms.Day }

// newTurns makes them once; the forms hold them, as a program holds constants.
func newTurns() turns {
	return turns{
		terms.MustParseDay("2019-11-01"), terms.MustParseDay("2020-02-01"),
		terms.MustParseDay("2021-07-21"), terms.MustParseDay("2022-02-01"),
	}
}

func excluded(market string) bool {
	switch market {
	case "BY", "CU", "IR", "KP", "RU", "SY":
		return true
	}
	return false
}

var errMissing = errors.New("benchmarks: a fact that matters is not given")

// byHand is the limit: what a careful programmer writes for this one question. Facts that are not given are checked for,
// and a deny that is certain does not wait for them. It gives no reasons and does not say what is missing.
func (t *turns) byHand(day terms.Day, o *order) (verdict, error) {
	if o.Authorized == rules.No || o.Role == indirectReseller || o.Related == rules.No {
		return deny, nil
	}
	missing := o.Authorized == rules.Unknown || o.Role == 0 || o.Related == rules.Unknown
	if day.Before(t.agreement) {
		if o.Legacy == rules.No && o.Attested == rules.No {
			return deny, nil
		}
		missing = missing || o.Legacy != rules.Yes && o.Attested != rules.Yes
	} else {
		if o.Attested == rules.No || o.AttestedOn.After(day) {
			return deny, nil
		}
		missing = missing || o.Attested == rules.Unknown || o.AttestedOn.IsZero()
	}
	if !day.Before(t.plan) {
		if o.HasAzurePlan == rules.Yes {
			return deny, nil
		}
		missing = missing || o.HasAzurePlan == rules.Unknown
	}
	if excluded(o.Market) {
		return deny, nil
	}
	missing = missing || o.Market == ""
	switch {
	case !day.Before(t.phase2):
		if o.GCC == rules.No && o.APSS == rules.No {
			return deny, nil
		}
		missing = missing || o.GCC != rules.Yes && o.APSS != rules.Yes
	case !day.Before(t.phase1) && o.GCC != rules.Yes:
		if !o.PartnerSince.Before(t.phase1) && o.GCC == rules.No {
			return deny, nil
		}
		missing = missing || o.PartnerSince.IsZero() || !o.PartnerSince.Before(t.phase1)
		if o.APSS == rules.Yes {
			break
		}
		isNew := o.Active == rules.No || !o.RelationshipSince.Before(t.phase1)
		if isNew && o.GCC == rules.No && o.APSS == rules.No {
			return deny, nil
		}
		missing = missing || isNew || o.Active == rules.Unknown || o.RelationshipSince.IsZero()
	}
	if missing {
		return 0, errMissing
	}
	return allow, nil
}

// tests are the conditions, over facts that come by pointer or by value.
type tests[In any] struct {
	authorized, reseller, related, legacy, attested, attestedByThen func(In) rules.Truth
	plan, market, newPartner, newCustomer, gcc, apss                func(In) rules.Truth
}

func byPointer(t turns) tests[*order] {
	return tests[*order]{
		authorized: func(o *order) rules.Truth { return o.Authorized },
		reseller:   func(o *order) rules.Truth { return rules.Given(o.Role != 0, o.Role == indirectReseller) },
		related:    func(o *order) rules.Truth { return o.Related },
		legacy:     func(o *order) rules.Truth { return o.Legacy },
		attested:   func(o *order) rules.Truth { return o.Attested },
		attestedByThen: func(o *order) rules.Truth {
			return o.Attested.And(rules.Given(!o.AttestedOn.IsZero(), !o.AttestedOn.After(o.Day)))
		},
		plan:   func(o *order) rules.Truth { return o.HasAzurePlan },
		market: func(o *order) rules.Truth { return rules.Given(o.Market != "", excluded(o.Market)) },
		newPartner: func(o *order) rules.Truth {
			return rules.Given(!o.PartnerSince.IsZero(), !o.PartnerSince.Before(t.phase1))
		},
		newCustomer: func(o *order) rules.Truth {
			return rules.Given(!o.RelationshipSince.IsZero(), !o.RelationshipSince.Before(t.phase1)).Or(o.Active.Not())
		},
		gcc:  func(o *order) rules.Truth { return o.GCC },
		apss: func(o *order) rules.Truth { return o.APSS },
	}
}

func byValue(t turns) tests[order] {
	return tests[order]{
		authorized: func(o order) rules.Truth { return o.Authorized },
		reseller:   func(o order) rules.Truth { return rules.Given(o.Role != 0, o.Role == indirectReseller) },
		related:    func(o order) rules.Truth { return o.Related },
		legacy:     func(o order) rules.Truth { return o.Legacy },
		attested:   func(o order) rules.Truth { return o.Attested },
		attestedByThen: func(o order) rules.Truth {
			return o.Attested.And(rules.Given(!o.AttestedOn.IsZero(), !o.AttestedOn.After(o.Day)))
		},
		plan:   func(o order) rules.Truth { return o.HasAzurePlan },
		market: func(o order) rules.Truth { return rules.Given(o.Market != "", excluded(o.Market)) },
		newPartner: func(o order) rules.Truth {
			return rules.Given(!o.PartnerSince.IsZero(), !o.PartnerSince.Before(t.phase1))
		},
		newCustomer: func(o order) rules.Truth {
			return rules.Given(!o.RelationshipSince.IsZero(), !o.RelationshipSince.Before(t.phase1)).Or(o.Active.Not())
		},
		gcc:  func(o order) rules.Truth { return o.GCC },
		apss: func(o order) rules.Truth { return o.APSS },
	}
}

// newOrderSet declares the question for the engine.
func newOrderSet[In any](t turns, test tests[In]) (*rules.Set[In, verdict], error) {
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
	phase1, err := terms.NewSpan(t.phase1, t.phase2)
	if err != nil {
		return nil, err
	}
	always, sources := terms.Always(), []rules.Source{{Document: "Azure in CSP", Checked: t.phase2}}
	denies := func(id rules.ID, span terms.Span, conditions ...rules.Condition[In]) rules.Rule[In, verdict] {
		return rules.Rule[In, verdict]{
			ID: "order." + id, Text: string(id), Span: span, Sources: sources, If: conditions, Then: deny,
		}
	}
	exempts := func(id rules.ID, condition rules.Condition[In], excepts ...rules.ID) rules.Rule[In, verdict] {
		r := denies(id, terms.SpanFrom(t.phase1), condition)
		r.Then, r.Excepts = 0, excepts
		return r
	}
	spec := rules.Spec[In, verdict]{
		ID: "order/0145p", Question: "May the partner place a new order?", Default: allow, Combine: rules.Strongest(allow, deny),
		Rules: []rules.Rule[In, verdict]{
			denies("authorized", always, authorized.Not()),
			denies("reseller", always, reseller),
			denies("relationship", always, related.Not()),
			denies("legacy", terms.SpanUntil(t.agreement), legacy.Not(), attested.Not()),
			denies("attested", terms.SpanFrom(t.agreement), attestedBy.Not()),
			denies("plan", terms.SpanFrom(t.plan), plan),
			denies("market", always, market),
			denies("phase1.partner", phase1, newPartner),
			denies("phase1.customer", phase1, newCustomer),
			denies("phase2", terms.SpanFrom(t.phase2)),
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

// allowed is an order in phase 1 that every rule lets through.
func allowed() order {
	return order{
		ID: "1", Customer: "Fabrikam", Tenant: "fabrikam", Offer: "MS-AZR-0145P",
		Market: "SE", Day: terms.MustParseDay("2021-08-15"), PartnerSince: terms.MustParseDay("2015-07-01"),
		RelationshipSince: terms.MustParseDay("2018-03-01"), AttestedOn: terms.MustParseDay("2020-03-01"),
		Role: directBill, Authorized: rules.Yes, Related: rules.Yes, Legacy: rules.No, Attested: rules.Yes,
		HasAzurePlan: rules.No, Active: rules.Yes, GCC: rules.No, APSS: rules.No,
	}
}

// denied is an order that two rules deny: the agreement was never attested, and phase 2 has begun.
func denied() order {
	o := allowed()
	o.Day, o.Attested = terms.MustParseDay("2022-03-15"), rules.No
	return o
}

// exempted is the same order let through by an exemption.
func exempted() order {
	o := allowed()
	o.Day, o.GCC = terms.MustParseDay("2022-03-15"), rules.Yes
	return o
}
