package benchmarks

import (
	"errors"
	"iter"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The question that every engine answers: may this partner place a new order under MS-AZR-0145P on a day? Twelve dated
// rules, two of them exemptions. It is a model for load and no transcription: in the record phase 2 takes incentives
// away, here it closes the offer.

// Order is the facts, 128 bytes of them. What is not given is zero.
type Order struct {
	ID, Customer, Tenant, Offer string // carried along, as orders do; no rule reads them

	Market            string
	Day               terms.Day // the day of the order, which is also the day asked about
	PartnerSince      terms.Day
	RelationshipSince terms.Day
	AttestedOn        terms.Day // of the Microsoft Customer Agreement, if it was ever attested

	Role         Role
	Authorized   rules.Truth
	Related      rules.Truth
	Legacy       rules.Truth // has accepted the agreement before that one
	Attested     rules.Truth // has ever attested it
	HasAzurePlan rules.Truth
	Active       rules.Truth // has an active subscription under the offer
	GCC, APSS    rules.Truth // is exempt
}

// Role is the partner's role in CSP.
type Role uint8

// The roles.
const (
	DirectBill Role = iota + 1
	IndirectReseller
)

// Verdict is the answer.
type Verdict uint8

// The answers.
const (
	Allow Verdict = iota + 1
	Deny
)

func (v Verdict) String() string { return []string{"", "allow", "deny"}[v] }

// Turns are the days on which the rules change.
type Turns struct{ Plan, Agreement, Phase1, Phase2 terms.Day }

// NewTurns makes them once; the forms hold them, as a program holds constants.
func NewTurns() Turns {
	return Turns{
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

// ByHand is the limit: what a careful programmer writes for this one question. Facts that are not given are checked for,
// and a denial that is certain does not wait for them. It gives no reasons and does not say what is missing.
func (t *Turns) ByHand(day terms.Day, o *Order) (Verdict, error) {
	if o.Authorized == rules.No || o.Role == IndirectReseller || o.Related == rules.No {
		return Deny, nil
	}
	missing := o.Authorized == rules.Unknown || o.Role == 0 || o.Related == rules.Unknown
	if day.Before(t.Agreement) {
		if o.Legacy == rules.No && o.Attested == rules.No {
			return Deny, nil
		}
		missing = missing || o.Legacy != rules.Yes && o.Attested != rules.Yes
	} else {
		if o.Attested == rules.No || o.AttestedOn.After(day) {
			return Deny, nil
		}
		missing = missing || o.Attested == rules.Unknown || o.AttestedOn.IsZero()
	}
	if !day.Before(t.Plan) {
		if o.HasAzurePlan == rules.Yes {
			return Deny, nil
		}
		missing = missing || o.HasAzurePlan == rules.Unknown
	}
	if excluded(o.Market) {
		return Deny, nil
	}
	missing = missing || o.Market == ""
	switch {
	case !day.Before(t.Phase2):
		if o.GCC == rules.No && o.APSS == rules.No {
			return Deny, nil
		}
		missing = missing || o.GCC != rules.Yes && o.APSS != rules.Yes
	case !day.Before(t.Phase1) && o.GCC != rules.Yes:
		if !o.PartnerSince.Before(t.Phase1) && o.GCC == rules.No {
			return Deny, nil
		}
		missing = missing || o.PartnerSince.IsZero() || !o.PartnerSince.Before(t.Phase1)
		if o.APSS == rules.Yes {
			break
		}
		isNew := o.Active == rules.No || !o.RelationshipSince.Before(t.Phase1)
		if isNew && o.GCC == rules.No && o.APSS == rules.No {
			return Deny, nil
		}
		missing = missing || isNew || o.Active == rules.Unknown || o.RelationshipSince.IsZero()
	}
	if missing {
		return 0, errMissing
	}
	return Allow, nil
}

// AllowedOrder is an order in phase 1 that every rule lets through.
func AllowedOrder() Order {
	return Order{
		ID: "1", Customer: "Fabrikam", Tenant: "fabrikam", Offer: "MS-AZR-0145P",
		Market: "SE", Day: terms.MustParseDay("2021-08-15"), PartnerSince: terms.MustParseDay("2015-07-01"),
		RelationshipSince: terms.MustParseDay("2018-03-01"), AttestedOn: terms.MustParseDay("2020-03-01"),
		Role: DirectBill, Authorized: rules.Yes, Related: rules.Yes, Legacy: rules.No, Attested: rules.Yes,
		HasAzurePlan: rules.No, Active: rules.Yes, GCC: rules.No, APSS: rules.No,
	}
}

// DeniedOrder is one that two rules deny: the agreement was never attested, and phase 2 has begun.
func DeniedOrder() Order {
	o := AllowedOrder()
	o.Day, o.Attested = terms.MustParseDay("2022-03-15"), rules.No
	return o
}

// ExemptedOrder is the same order let through by an exemption.
func ExemptedOrder() Order {
	o := AllowedOrder()
	o.Day, o.GCC = terms.MustParseDay("2022-03-15"), rules.Yes
	return o
}

// days are the turns, the days before them, and a day long after.
func (t Turns) days() []terms.Day {
	var days []terms.Day
	for _, turn := range []terms.Day{t.Plan, t.Agreement, t.Phase1, t.Phase2} {
		days = append(days, turn.AddDays(-1), turn)
	}
	return append(days, t.Phase2.AddDays(1000))
}

// Orders is the cross product of what the facts can be, those that are not given included if unknown is. It is one order,
// which changes.
func (t Turns) Orders(unknown bool) iter.Seq[*Order] {
	truths, roles, markets := []rules.Truth{rules.Yes, rules.No}, []Role{DirectBill, IndirectReseller}, []string{"SE", "KP"}
	since := []terms.Day{t.Phase1.AddDays(-1), t.Phase1}
	if unknown {
		truths, roles, markets = append(truths, rules.Unknown), append(roles, 0), append(markets, "")
		since = append(since, terms.Day{})
	}
	return func(yield func(*Order) bool) {
		o := AllowedOrder()
		vary := []func(next func() bool) bool{
			each(&o.Day, t.days()), each(&o.Role, roles), each(&o.Market, markets), each(&o.PartnerSince, since),
			func(next func() bool) bool {
				return each(&o.RelationshipSince, since)(func() bool {
					o.AttestedOn = o.RelationshipSince
					return next()
				})
			},
		}
		for _, field := range []*rules.Truth{
			&o.Authorized, &o.Related, &o.Legacy, &o.Attested, &o.HasAzurePlan, &o.Active, &o.GCC, &o.APSS,
		} {
			vary = append(vary, each(field, truths))
		}
		var walk func(at int) bool
		walk = func(at int) bool {
			if at == len(vary) {
				return yield(&o)
			}
			return vary[at](func() bool { return walk(at + 1) })
		}
		walk(0)
	}
}

// each gives a field one value after the other.
func each[T any](field *T, values []T) func(next func() bool) bool {
	return func(next func() bool) bool {
		for _, *field = range values {
			if !next() {
				return false
			}
		}
		return true
	}
}
