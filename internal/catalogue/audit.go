package catalogue

import (
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/cloudterms/terms/internal/vectors"
)

// An Audit is what covers each fact, and everything that is wrong.
type Audit struct {
	Register Register
	Coverage map[string]Coverage // by the ids of facts; one that is not covered has none
	Breaches []string            // each says where, what is wrong, and what would be right
}

// Audit holds the parts of the catalogue against each other. It fails only where the files cannot be read.
func (c Catalogue) Audit() (Audit, error) {
	read, err := readSource(c.Module, c.Register)
	if err != nil {
		return Audit{}, fmt.Errorf("catalogue: %w", err)
	}
	a := &auditor{
		Catalogue: c, source: read,
		statements: map[string]statement{}, vectors: map[string][]vector{}, owners: map[string]string{},
		found: Audit{Register: c.Register, Coverage: map[string]Coverage{}, Breaches: read.unknown},
	}
	a.readVectors()
	a.checkRows()
	for _, p := range c.Packages {
		a.checkAnswersExist(p)
		a.state(p)
	}
	for _, p := range c.Packages {
		a.hearRules(p)
		for _, cover := range p.Covers {
			a.checkCover(p, cover)
		}
	}
	for _, p := range c.Packages {
		a.checkAnswered(p)
	}
	return a.found, nil
}

// auditor is an audit in the making.
type auditor struct {
	Catalogue

	*source

	statements map[string]statement // by the ids of sets, rules, timelines and lists
	vectors    map[string][]vector  // by function/id
	owners     map[string]string    // the packages that answer for facts
	found      Audit
}

func (a *auditor) breach(format string, args ...any) {
	a.found.Breaches = append(a.found.Breaches, fmt.Sprintf(format, args...))
}

func (a *auditor) readVectors() {
	files, err := vectors.InModule(a.Module)
	if err != nil {
		a.breach("%v", err)
	}
	for _, file := range files {
		for _, c := range file.Cases {
			name := file.Function + "/" + c.ID
			a.vectors[name] = append(a.vectors[name], vector{c, file})
		}
	}
}

// checkRows holds the rows of the catalogue against the packages there are.
func (a *auditor) checkRows() {
	rows := map[string]bool{}
	for _, p := range a.Packages {
		rows[p.Name] = true
		name, exists := a.packages[p.Name]
		if !exists {
			a.breach("%s: has a row in the catalogue, and there is no such package", p.Name)
		}
		if _, publishes := a.docs[name+".Published"]; publishes && len(p.About) == 0 {
			a.breach("%s: has published rules, and its row says nothing of them; want About: %s.Published().About()", p.Name, name)
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(a.packages)) {
		if !rows[dir] {
			a.breach("%s: is a domain package without a row in the catalogue; add one to Packages", dir)
		}
	}
}

func (a *auditor) checkAnswersExist(p Package) {
	for _, id := range p.Answers {
		if _, known := a.Register.Fact(id); !known {
			a.breach("%s: answers for %s, which is not in the register", p.Name, id)
		}
		if owner, twice := a.owners[id]; twice {
			a.breach("%s: answers for %s, for which %s answers", p.Name, id, owner)
		}
		a.owners[id] = p.Name
	}
}

// checkAnswered finds facts that a package answers for and nothing covers.
func (a *auditor) checkAnswered(p Package) {
	for _, id := range p.Answers {
		if f, known := a.Register.Fact(id); known && !a.found.IsCovered(id) {
			a.breach("%s: %s is not covered: %s", p.Name, id, wanted(f.Kind))
		}
	}
}

// wanted says what would cover a fact.
func wanted(k Kind) string {
	switch k {
	case Rule:
		return "want a rule that cites it, spoke and was silent, or a cover by Enforced"
	case Calculation:
		return "want a cover by Worked"
	case Data:
		return "want a cover by Asked"
	case Note:
		return "want a cover by Noted"
	default:
		return "nothing covers such a fact; take it out of Answers"
	}
}

// IsCovered reports whether something covers a fact.
func (a Audit) IsCovered(fact string) bool { return len(a.Coverage[fact].By) > 0 }

// isRow reports whether the catalogue has a package of this name, as Go code calls it.
func (a *auditor) isRow(pkg string) bool {
	return slices.ContainsFunc(a.Packages, func(p Package) bool { return path.Base(p.Name) == pkg })
}
