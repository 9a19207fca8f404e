package catalogue

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/cloudterms/terms/internal/vectors"
)

// vector is a case with its file.
type vector struct {
	vectors.Case

	file vectors.File
}

// proveVector gives the vector of a name, if there is one, and what keeps it from covering a fact.
func (a *auditor) proveVector(name, fact string) (*vector, []string) {
	found := a.vectors[name]
	if len(found) != 1 {
		return nil, []string{fmt.Sprintf("names the vector %q, and there are %d of that name", name, len(found))}
	}
	v := &found[0]
	var faults []string
	if pkg, _, _ := strings.Cut(v.file.Function, "."); !a.isRow(pkg) {
		faults = append(faults, fmt.Sprintf("names the vector %s, whose function is of no package of the catalogue", name))
	}
	if !a.cites(v.Source+" "+v.Note, fact) {
		faults = append(faults, fmt.Sprintf("names the vector %s, whose source and note do not cite it", name))
	}
	if err := v.file.Check(v.Case); err != nil {
		faults = append(faults, fmt.Sprintf("names the vector %s, which does not hold: %v", name, err))
	}
	return v, faults
}

// proveDoc gives what keeps a doc comment from citing a fact and saying some words.
func (a *auditor) proveDoc(symbol, fact, words string) []string {
	doc, known := a.docs[symbol]
	if !known {
		return []string{fmt.Sprintf("names %q, which is no exported symbol or package, and no rule, timeline or list", symbol)}
	}
	var faults []string
	if !a.cites(doc, fact) {
		faults = append(faults, fmt.Sprintf("names %s, whose doc comment does not cite it", symbol))
	}
	if !strings.Contains(doc, words) {
		faults = append(faults, fmt.Sprintf("names %s, whose doc comment does not say %q", symbol, words))
	}
	return faults
}

// cites reports whether a text has the id of a fact, as a whole word.
func (a *auditor) cites(text, fact string) bool {
	return slices.Contains(a.ids.FindAllString(text, -1), fact)
}

// sameJSON reports whether two texts are the same JSON, white space aside, or both are none.
func sameJSON(a, b []byte) bool {
	var left, right bytes.Buffer
	_, _ = json.Compact(&left, a), json.Compact(&right, b) // what is read from a vector is JSON, or not given
	return bytes.Equal(left.Bytes(), right.Bytes())
}
