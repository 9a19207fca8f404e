// Package catalogue gathers what the domain packages have, holds it against the register of facts, and says which facts
// are covered and by what. Its test fails where something is not as it is claimed to be, and COVERAGE.md is written from
// it, by go generate.
//
// [Of] gives the [Catalogue] of the module: the [Register], which is register.md beside this file, a [Package] for each
// domain package, and the module's files. [Catalogue.Audit] gives the [Audit].
//
// # Adding a package
//
// A package is a line in [Packages] and a file named after it, with what the package answers for and what covers that:
//
//	func cancellationRow() Package {
//		return Package{
//			Name:    "cancellation",
//			Answers: []string{"SW-12", "SW-14"},
//			About:   cancellation.Published().About(),
//			Samples: []Sampled{Sample(cancellation.Published().WindowSet(), samples.CancellationWindow())},
//			Covers: []Cover{
//				{"SW-12", terms.SpanFrom(july), checked, Worked{"cancellation.Refund/W1", "cancellation.Deadline/day-7"}},
//			},
//		}
//	}
//
// Answers is the claim: a fact in it is covered, and stays so, or the test fails; a fact that is not in it does not count as
// covered, whatever cites it. Then run
//
//	go generate ./internal/catalogue && go test ./internal/catalogue
//
// # What covers a fact
//
// The register gives each fact a [Kind], and only one sort of evidence suits a kind:
//
//   - A [Rule] is covered by a rule that has the fact among its sources and, over the samples of its set, has spoken and
//     has been silent. It needs no row: the sources and the samples say it. Where a calculation keeps to the rule and no
//     set decides it, a row names two conformance vectors, one in which the rule speaks and one in which it is silent:
//     [Enforced].
//   - A [Calculation] is covered by conformance vectors that cite it and hold: [Worked].
//   - [Data] is covered by asking for it and comparing what comes with what the document states: [Asked].
//   - A [Note] is covered by words of a doc comment, a rule or a source that carry it, with the citation: [Noted].
//
// A vector cites a fact in its source or its note. A [Cover] also says for which days the fact holds and when it was last
// held against its document; a rule says both itself. A fact may have several covers, and one of several parts should.
//
// # What is a breach
//
// Beside facts that are answered for and not covered: a citation, in library code, a source, a vector or a document, of a
// fact that is not in the register; a cover that proves nothing, or of another kind than its fact; a rule that never
// spoke; a set without samples; a fact that a row covers and its package does not answer for, or does not cite; a fact
// answered for twice; an id given twice, or that does not begin with its package's name; a domain package without a row, or
// with published rules of which its row says nothing.
//
// # What it cannot see
//
// Whether a rule, a vector or a note says what its fact says is for a person to read; Checked is the day on which one did.
package catalogue

//go:generate go run write.go
