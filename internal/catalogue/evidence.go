package catalogue

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// Evidence is what covers a fact: one of [Worked], [Enforced], [Asked] and [Noted]. That a rule covers a fact needs no
// row; it shows in the rule's sources and in what it says to samples.
type Evidence interface {
	// suits is the kind of fact that it can cover.
	suits() Kind
	// prove gives what keeps it from covering a fact.
	prove(a *auditor, fact string) []string
	// markdown says what covers the fact.
	markdown() string
}

// Worked covers a calculation by conformance vectors, each named as function/id, that cite the fact and hold.
type Worked []string

func (w Worked) suits() Kind { return Calculation }

func (w Worked) prove(a *auditor, fact string) []string {
	if len(w) == 0 {
		return []string{"names no vector"}
	}
	var faults []string
	for _, name := range w {
		_, found := a.proveVector(name, fact)
		faults = append(faults, found...)
	}
	return faults
}

func (w Worked) markdown() string { return "worked in " + vectorNames(w...) }

// Enforced covers a rule that a calculation keeps to, and no set decides, by two conformance vectors: one in which it
// speaks, so that without it the result would be another, and one in which it is silent. Both are of one function, cite
// the fact and hold, and their inputs and results differ.
type Enforced struct{ Spoke, Silent string }

func (e Enforced) suits() Kind { return Rule }

func (e Enforced) prove(a *auditor, fact string) []string {
	spoke, faults := a.proveVector(e.Spoke, fact)
	silent, more := a.proveVector(e.Silent, fact)
	faults = append(faults, more...)
	switch {
	case spoke == nil || silent == nil:
	case spoke.file.Function != silent.file.Function:
		faults = append(faults, fmt.Sprintf("speaks in %s and is silent in %s, which is another function", e.Spoke, e.Silent))
	case sameJSON(spoke.In, silent.In):
		faults = append(faults, fmt.Sprintf("speaks in %s and is silent in %s, which has the same input", e.Spoke, e.Silent))
	case spoke.Error == silent.Error && sameJSON(spoke.Want, silent.Want):
		faults = append(faults, fmt.Sprintf("speaks in %s and is silent in %s, with the same result", e.Spoke, e.Silent))
	}
	return faults
}

func (e Enforced) markdown() string {
	return fmt.Sprintf("enforced: speaks in %s, silent in %s", vectorNames(e.Spoke), vectorNames(e.Silent))
}

func vectorNames(names ...string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "`" + name + "`"
	}
	return strings.Join(quoted, ", ")
}

// Asked covers data by asking for it: what Ask gets from the exported symbol named, whose doc comment cites the fact, is
// what is wanted. Want is copied from the document, never from the library.
type Asked struct {
	Symbol string // as in markets.TopUpExcluded or credit.Ledger.Replay
	Ask    func() (any, error)
	Want   any
}

func (q Asked) suits() Kind { return Data }

func (q Asked) prove(a *auditor, fact string) []string {
	faults := a.proveDoc(q.Symbol, fact, "")
	if wantsNothing(q.Want) || q.Ask == nil {
		return append(faults, fmt.Sprintf("asks %s and wants %#v; want a question and the data the document states", q.Symbol, q.Want))
	}
	got, err := q.Ask()
	switch {
	case err != nil:
		faults = append(faults, fmt.Sprintf("asks %s, which fails: %v", q.Symbol, err))
	case !reflect.DeepEqual(got, q.Want):
		faults = append(faults, fmt.Sprintf("asks %s and wants %#v, found %#v", q.Symbol, q.Want, got))
	}
	return faults
}

// wantsNothing reports whether a value says nothing: none, zero or empty.
func wantsNothing(want any) bool {
	v := reflect.ValueOf(want)
	if !v.IsValid() || v.IsZero() {
		return true
	}
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	default:
		return false
	}
}

func (q Asked) markdown() string { return "asked of `" + q.Symbol + "`" }

// Noted covers a note by the place that carries it and words of it that stand there: an exported symbol or a package, whose
// doc comment also cites the fact; or a rule, timeline or list of the catalogue, by its id, of which a source does.
type Noted struct {
	In   string // as in licensing.OSAKey, licensing or credit.topup.card
	Says string
}

func (n Noted) suits() Kind { return Note }

func (n Noted) prove(a *auditor, fact string) []string {
	if n.Says == "" {
		return []string{fmt.Sprintf("names no words of %s that carry it", n.In)}
	}
	stated, known := a.statements[n.In]
	if !known {
		return a.proveDoc(n.In, fact, n.Says)
	}
	var faults []string
	if !slices.ContainsFunc(stated.sources, func(s rules.Source) bool { return s.Fact == fact }) {
		faults = append(faults, fmt.Sprintf("is noted in %s, of which no source cites it", n.In))
	}
	if !strings.Contains(stated.text, n.Says) {
		faults = append(faults, fmt.Sprintf("is noted in %s, which does not say %q", n.In, n.Says))
	}
	return faults
}

func (n Noted) markdown() string { return "noted in `" + n.In + "`" }
