package samples

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

// OSAActivation gives the activations of an OSA key, before, within and after the time there is. None is both too early and
// too late.
func OSAActivation() rulestest.Samples[licensing.OSAActivationFacts] {
	return rulestest.Product(
		rulestest.Truth("activated", func(f *licensing.OSAActivationFacts, t rules.Truth) { f.Early = t }),
		rulestest.Truth("activated", func(f *licensing.OSAActivationFacts, t rules.Truth) { f.Late = t }),
		rulestest.Truth("redeemed", func(f *licensing.OSAActivationFacts, t rules.Truth) { f.Redeemed = t }),
	).Where(func(f licensing.OSAActivationFacts) bool { return f.Early != rules.Yes || f.Late != rules.Yes })
}
