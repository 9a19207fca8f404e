package cancellation_test

import (
	"flag"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

var update = flag.Bool("update", false, "write the golden files")

func TestSets(t *testing.T) {
	t.Parallel()
	published := cancellation.Published()
	purchases := samples.CancellationPurchase()
	t.Run("limit", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "limit", published.LimitSet(), purchases, beforeExtendedTerms())
	})
	t.Run("owed", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "owed", published.OwedSet(), purchases)
	})
	t.Run("reduction", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "reduction", published.ReductionSet(), purchases, rulestest.Allowance[cancellation.Purchase]{
			Kind: rulestest.Gap,
			Where: func(_ terms.Day, p cancellation.Purchase) bool {
				switch p.Product {
				case cancellation.LicenseBased, cancellation.SoftwareSubscription, cancellation.PerpetualSoftware:
					return false
				default:
					return true
				}
			},
			Reason: "of other products the record does not say whether a part can be given back",
		})
	})
	t.Run("particulars", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "particulars", published.ParticularsSet(), samples.CancellationParticulars())
	})
	t.Run("support", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "support", published.SupportRequestSet(), samples.CancellationSupport())
	})
	t.Run("after", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "after", published.AfterSet(), purchases, rulestest.Allowance[cancellation.Purchase]{
			Kind: rulestest.Gap,
			Where: func(_ terms.Day, p cancellation.Purchase) bool {
				switch p.Product {
				case cancellation.AzurePlan, cancellation.SavingsPlan:
					return true
				default:
					return false
				}
			},
			Reason: "of Azure that is paid as it is used the record does not say what follows, and savings plans are final",
		})
	})
	t.Run("return", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "return", published.ReturnSet(), samples.CancellationReturn())
	})
	t.Run("exchange", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "exchange", published.ExchangeSet(), samples.CancellationExchange())
	})
	t.Run("asker", func(t *testing.T) {
		t.Parallel()
		checkSet(t, "asker", published.AskerSet(), samples.CancellationAsker())
	})
}

// checkSet looks for everything that can be wrong with a set, and holds its answers against those kept in a file.
func checkSet[In any, Out comparable](t *testing.T, name string, set *rules.Set[In, Out], inputs rulestest.Samples[In], allowed ...rulestest.Allowance[In]) {
	t.Helper()
	rulestest.Check(t, set, inputs, allowed...)
	rulestest.Golden(t, "testdata/"+name+".golden", rulestest.Fingerprint(set, inputs), *update)
	for _, c := range rulestest.Cover(set, inputs) {
		if !c.IsCovered() {
			t.Errorf("%s never spoke, or never was silent: %+v", c.Rule, c)
		}
	}
}

func beforeExtendedTerms() rulestest.Allowance[cancellation.Purchase] {
	return rulestest.Allowance[cancellation.Purchase]{
		Kind: rulestest.Gap,
		Where: func(day terms.Day, p cancellation.Purchase) bool {
			return p.Product == cancellation.ExtendedServiceTerm && day.Before(terms.MustParseDay("2025-11-03"))
		},
		Reason: "there was no extended service term before November 2025",
	}
}
