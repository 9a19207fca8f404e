package benchmarks

import (
	"errors"
	"iter"
	"testing"
	"unsafe"

	"github.com/expr-lang/expr/vm"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// orderForms are the forms of the question in which no module beside this one takes part.
type orderForms struct {
	turns   turns
	pointer *rules.Set[*order, verdict]
	value   *rules.Set[order, verdict]
}

func newOrderForms(tb testing.TB) orderForms {
	tb.Helper()
	t := newTurns()
	pointer, err := newOrderSet(t, byPointer(t))
	if err != nil {
		tb.Fatal(err)
	}
	value, err := newOrderSet(t, byValue(t))
	if err != nil {
		tb.Fatal(err)
	}
	return orderForms{t, pointer, value}
}

// days are the turns, the days before them, and a day long after.
func (t turns) days() []terms.Day {
	var days []terms.Day
	for _, turn := range []terms.Day{t.plan, t.agreement, t.phase1, t.phase2} {
		days = append(days, turn.AddDays(-1), turn)
	}
	return append(days, t.phase2.AddDays(1000))
}

// orders is the cross product of what the facts can be, those that are not given included if unknown is.
func (t turns) orders(unknown bool) iter.Seq[*order] {
	truths, roles, markets := []rules.Truth{rules.Yes, rules.No}, []role{directBill, indirectReseller}, []string{"SE", "KP"}
	since := []terms.Day{t.phase1.AddDays(-1), t.phase1}
	if unknown {
		truths, roles, markets = append(truths, rules.Unknown), append(roles, 0), append(markets, "")
		since = append(since, terms.Day{})
	}
	return func(yield func(*order) bool) {
		o := allowed()
		fields := []*rules.Truth{&o.Authorized, &o.Related, &o.Legacy, &o.Attested, &o.HasAzurePlan, &o.Active, &o.GCC, &o.APSS}
		var vary func(at int) bool
		vary = func(at int) bool {
			if at == len(fields) {
				return yield(&o)
			}
			for _, truth := range truths {
				*fields[at] = truth
				if !vary(at + 1) {
					return false
				}
			}
			return true
		}
		for _, o.Day = range t.days() {
			for _, o.Role = range roles {
				for _, o.Market = range markets {
					for _, day := range since {
						o.PartnerSince, o.RelationshipSince, o.AttestedOn = day, day, day
						if !vary(0) {
							return
						}
					}
				}
			}
		}
	}
}

func TestOrderIs128Bytes(t *testing.T) {
	if size := unsafe.Sizeof(order{}); size != 128 {
		t.Errorf("the facts have %d bytes", size)
	}
}

// TestOrderFormsAgree holds the engine against the hand-written form for all facts, given and not.
func TestOrderFormsAgree(t *testing.T) {
	forms := newOrderForms(t)
	asked, undetermined := 0, 0
	for o := range forms.turns.orders(true) {
		want, wrong := forms.turns.byHand(o.Day, o)
		for _, ask := range []func() (verdict, error){
			func() (verdict, error) { return forms.pointer.Decide(o.Day, o) },
			func() (verdict, error) { return forms.value.Decide(o.Day, *o) },
		} {
			if got, err := ask(); got != want || errors.Is(err, rules.ErrUndetermined) != (wrong != nil) || (err != nil) != (wrong != nil) {
				t.Fatalf("%+v: %v, %v; by hand %v, %v", *o, got, err, want, wrong)
			}
		}
		asked++
		if wrong != nil {
			undetermined++
		}
	}
	t.Logf("%d orders, %d of them undetermined", asked, undetermined)
}

// TestOrderPeersAgree holds CEL and Expr against the hand-written form for facts that are given.
func TestOrderPeersAgree(t *testing.T) {
	turns, asked := newTurns(), 0
	inCEL, inExpr, machine := newCEL(t, turns), newExpr(t), vm.VM{}
	for o := range turns.orders(false) {
		want, err := turns.byHand(o.Day, o)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := byCEL(inCEL, activation{o, &turns}); got != want || err != nil {
			t.Fatalf("%+v: CEL %v, %v; by hand %v", *o, got, err, want)
		}
		asExpr := newExprOrder(o, &turns)
		if got, err := byExpr(&machine, inExpr, &asExpr); got != want || err != nil {
			t.Fatalf("%+v: Expr %v, %v; by hand %v", *o, got, err, want)
		}
		asked++
	}
	t.Logf("%d orders", asked)
}

func TestOrderFormsAllocateNothing(t *testing.T) {
	forms := newOrderForms(t)
	for name, o := range map[string]order{"allowed": allowed(), "denied": denied(), "exempted": exempted()} {
		o.Legacy = rules.Unknown // cannot matter after 2020
		for form, ask := range map[string]func() (verdict, error){
			"by pointer": func() (verdict, error) { return forms.pointer.Decide(o.Day, &o) },
			"by value":   func() (verdict, error) { return forms.value.Decide(o.Day, o) },
		} {
			if n := testing.AllocsPerRun(100, func() { _, _ = ask() }); n != 0 {
				t.Errorf("%s %s: %v allocations", name, form, n)
			}
		}
	}
}

// BenchmarkOrder asks whether an order may be placed that may, so that every rule is looked at. Each form has a loop of its
// own: a function between them would cost the hand-written form the most.
func BenchmarkOrder(b *testing.B) {
	forms, o := newOrderForms(b), allowed()
	day, turns := o.Day, forms.turns
	b.Run("hand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := turns.byHand(day, &o); v != allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	b.Run("pointer", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := forms.pointer.Decide(day, &o); v != allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	b.Run("value", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := forms.value.Decide(day, o); v != allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	program, activation := newCEL(b, turns), activation{&o, &turns}
	b.Run("cel", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := byCEL(program, activation); v != allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	compiled, machine, facts := newExpr(b), vm.VM{}, newExprOrder(&o, &turns)
	b.Run("expr", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := byExpr(&machine, compiled, &facts); v != allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
}

// BenchmarkOrderReasons asks about an order that two rules deny, for the reasons too.
func BenchmarkOrderReasons(b *testing.B) {
	forms, o := newOrderForms(b), denied()
	b.Run("decide", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := forms.pointer.Decide(o.Day, &o); v != deny || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	b.Run("explain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if d := forms.pointer.Explain(o.Day, &o); len(d.Findings) != 2 {
				b.Fatal(d)
			}
		}
	})
	b.Run("trace", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if d := forms.pointer.Trace(o.Day, &o); len(d.Trace) != 12 {
				b.Fatal(d)
			}
		}
	})
}

// BenchmarkOrderUnknown leaves facts out: one that cannot matter, and one that can.
func BenchmarkOrderUnknown(b *testing.B) {
	forms := newOrderForms(b)
	b.Run("cannotMatter", func(b *testing.B) {
		o := denied()
		o.Authorized = rules.Unknown
		b.ReportAllocs()
		for b.Loop() {
			if v, err := forms.pointer.Decide(o.Day, &o); v != deny || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	b.Run("matters", func(b *testing.B) {
		o := allowed()
		o.Authorized = rules.Unknown
		b.ReportAllocs()
		for b.Loop() {
			if _, err := forms.pointer.Decide(o.Day, &o); err == nil {
				b.Fatal("decided")
			}
		}
	})
}

// BenchmarkOrderNew builds the set, which a program does once.
func BenchmarkOrderNew(b *testing.B) {
	t := newTurns()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := newOrderSet(t, byPointer(t)); err != nil {
			b.Fatal(err)
		}
	}
}
