package benchmarks

import (
	"errors"
	"testing"
	"unsafe"

	"github.com/expr-lang/expr/vm"

	"github.com/cloudterms/terms/rules"
)

// orderForms are the forms of the question in which no module beside this one takes part.
type orderForms struct {
	turns   Turns
	pointer *rules.Set[*Order, Verdict]
	value   *rules.Set[Order, Verdict]
}

func newOrderForms(tb testing.TB) orderForms {
	tb.Helper()
	t := NewTurns()
	pointer, err := NewOrderSet(t)
	if err != nil {
		tb.Fatal(err)
	}
	value, err := newOrderSet(t, byValue(t))
	if err != nil {
		tb.Fatal(err)
	}
	return orderForms{t, pointer, value}
}

func TestOrderIs128Bytes(t *testing.T) {
	if size := unsafe.Sizeof(Order{}); size != 128 {
		t.Errorf("the facts have %d bytes", size)
	}
}

// TestOrderFormsAgree holds the engine against the hand-written form for all facts, given and not.
func TestOrderFormsAgree(t *testing.T) {
	forms := newOrderForms(t)
	asked, undetermined := 0, 0
	for o := range forms.turns.Orders(true) {
		want, wrong := forms.turns.ByHand(o.Day, o)
		for _, ask := range []func() (Verdict, error){
			func() (Verdict, error) { return forms.pointer.Decide(o.Day, o) },
			func() (Verdict, error) { return forms.value.Decide(o.Day, *o) },
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
	turns, asked := NewTurns(), 0
	inCEL, inExpr, machine := newCEL(t, turns), newExpr(t), vm.VM{}
	for o := range turns.Orders(false) {
		want, err := turns.ByHand(o.Day, o)
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
	for name, o := range map[string]Order{"allowed": AllowedOrder(), "denied": DeniedOrder(), "exempted": ExemptedOrder()} {
		o.Legacy = rules.Unknown // cannot matter after 2020
		for form, ask := range map[string]func() (Verdict, error){
			"by pointer": func() (Verdict, error) { return forms.pointer.Decide(o.Day, &o) },
			"by value":   func() (Verdict, error) { return forms.value.Decide(o.Day, o) },
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
	forms, o := newOrderForms(b), AllowedOrder()
	day, turns := o.Day, forms.turns
	b.Run("hand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := turns.ByHand(day, &o); v != Allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	b.Run("pointer", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := forms.pointer.Decide(day, &o); v != Allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	b.Run("value", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := forms.value.Decide(day, o); v != Allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	program, activation := newCEL(b, turns), activation{&o, &turns}
	b.Run("cel", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := byCEL(program, activation); v != Allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	compiled, machine, facts := newExpr(b), vm.VM{}, newExprOrder(&o, &turns)
	b.Run("expr", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := byExpr(&machine, compiled, &facts); v != Allow || err != nil {
				b.Fatal(v, err)
			}
		}
	})
}

// BenchmarkOrderReasons asks about an order that two rules Deny, for the reasons too.
func BenchmarkOrderReasons(b *testing.B) {
	forms, o := newOrderForms(b), DeniedOrder()
	b.Run("decide", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v, err := forms.pointer.Decide(o.Day, &o); v != Deny || err != nil {
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
		o := DeniedOrder()
		o.Authorized = rules.Unknown
		b.ReportAllocs()
		for b.Loop() {
			if v, err := forms.pointer.Decide(o.Day, &o); v != Deny || err != nil {
				b.Fatal(v, err)
			}
		}
	})
	b.Run("matters", func(b *testing.B) {
		o := AllowedOrder()
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
	t := NewTurns()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewOrderSet(t); err != nil {
			b.Fatal(err)
		}
	}
}
