package rules_test

import (
	"testing"

	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// TestCancellations is the test that doc.go shows.
func TestCancellations(t *testing.T) {
	cancellations := rules.Must(newCancellations())
	rulestest.Check(t, cancellations, rulestest.Product(
		rulestest.Of("product", func(p *purchase, v product) { p.Product = v }, perpetual, subscription),
		rulestest.Truth("linux", func(p *purchase, v rules.Truth) { p.Linux = v }),
	))
}
