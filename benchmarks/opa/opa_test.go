package opa

import (
	"context"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/benchmarks"
	"github.com/cloudterms/terms/rules"
)

// policy is the question in Rego. Days are numbers such as 20220201. A fact that is not given makes the expression that
// reads it undefined, which the agent passes over, so that facts are given here.
const policy = `package order

default may := false
may if count(deny) == 0

deny contains "authorized" if not input.authorized
deny contains "reseller" if input.role == 2
deny contains "relationship" if not input.related
deny contains "legacy" if { input.day < 20200201; not input.legacy; not input.attested }
deny contains "attested" if { input.day >= 20200201; not input.attested }
deny contains "attested" if { input.day >= 20200201; input.attested_on > input.day }
deny contains "plan" if { input.day >= 20191101; input.has_azure_plan }
deny contains "market" if input.market in {"BY", "CU", "IR", "KP", "RU", "SY"}
deny contains "phase1.partner" if { phase1; input.partner_since >= 20210721; not input.gcc }
deny contains "phase1.customer" if { phase1; is_new; not input.gcc; not input.apss }
deny contains "phase2" if { input.day >= 20220201; not input.gcc; not input.apss }

phase1 if { input.day >= 20210721; input.day < 20220201 }
is_new if input.relationship_since >= 20210721
is_new if not input.active
`

func prepare(tb testing.TB, query string) rego.PreparedEvalQuery {
	tb.Helper()
	prepared, err := rego.New(rego.Query(query), rego.Module("order.rego", policy)).PrepareForEval(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	return prepared
}

func number(day terms.Day) int {
	year, month, dayOfMonth := day.Start().Date()
	return year*10_000 + int(month)*100 + dayOfMonth
}

// input gives an order as the agent takes it.
func input(o *benchmarks.Order) map[string]any {
	yes := func(t rules.Truth) bool { return t == rules.Yes }
	return map[string]any{
		"day": number(o.Day), "market": o.Market, "role": int(o.Role),
		"partner_since": number(o.PartnerSince), "relationship_since": number(o.RelationshipSince), "attested_on": number(o.AttestedOn),
		"authorized": yes(o.Authorized), "related": yes(o.Related), "legacy": yes(o.Legacy), "attested": yes(o.Attested),
		"has_azure_plan": yes(o.HasAzurePlan), "active": yes(o.Active), "gcc": yes(o.GCC), "apss": yes(o.APSS),
	}
}

func allowed(tb testing.TB, prepared rego.PreparedEvalQuery, in rego.EvalOption) bool {
	tb.Helper()
	results, err := prepared.Eval(context.Background(), in)
	if err != nil {
		tb.Fatal(err)
	}
	return results.Allowed()
}

// TestAgrees holds the policy against the form by hand for all facts, which are given.
func TestAgrees(t *testing.T) {
	turns, may, n := benchmarks.NewTurns(), prepare(t, "data.order.may"), 0
	for o := range turns.Orders(false) {
		want, err := turns.ByHand(o.Day, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := allowed(t, may, rego.EvalInput(input(o))); got != (want == benchmarks.Allow) {
			t.Fatalf("%+v: the agent says %t, by hand it is %v", *o, got, want)
		}
		n++
	}
	t.Logf("%d orders", n)
}

// BenchmarkOrder asks whether an order may be placed that may, as package benchmarks does.
func BenchmarkOrder(b *testing.B) {
	turns, o, may := benchmarks.NewTurns(), benchmarks.AllowedOrder(), prepare(b, "data.order.may")
	set, err := benchmarks.NewOrderSet(turns)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("hand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := turns.ByHand(o.Day, &o); v != benchmarks.Allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	b.Run("pointer", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := set.Decide(o.Day, &o); v != benchmarks.Allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	parsed, err := ast.InterfaceToValue(input(&o))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("opa", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if !allowed(b, may, rego.EvalParsedInput(parsed)) {
				b.Fatal("denied")
			}
		}
	})
	b.Run("opaMap", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if !allowed(b, may, rego.EvalInput(input(&o))) {
				b.Fatal("denied")
			}
		}
	})
}

// BenchmarkOrderReasons asks about an order that two rules deny, which they are.
func BenchmarkOrderReasons(b *testing.B) {
	o, deny := benchmarks.DeniedOrder(), prepare(b, "data.order.deny")
	parsed, err := ast.InterfaceToValue(input(&o))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("opaReasons", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			results, err := deny.Eval(context.Background(), rego.EvalParsedInput(parsed))
			if err != nil {
				b.Fatal(err)
			}
			if reasons, ok := results[0].Expressions[0].Value.([]any); !ok || len(reasons) != 2 {
				b.Fatal(results)
			}
		}
	})
}
