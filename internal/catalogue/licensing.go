package catalogue

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/licensing"
)

func licensingRow() Package {
	inOpen, checked := terms.SpanFrom(terms.MustParseDay("2014-08-01")), terms.MustParseDay("2026-11-22")
	return Package{
		Name:    "licensing",
		Answers: []string{"OPEN-01", "OPEN-08", "OPEN-09", "OPEN-10"},
		About:   licensing.Published().About(),
		Samples: []Sampled{Sample(licensing.Published().OSAActivationSet(), samples.OSAActivation())},
		Covers: []Cover{
			{"OPEN-01", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-01-twice", Silent: "credit.Replay/OPEN-01"}},
			{"OPEN-08", inOpen, checked, Enforced{Spoke: "licensing.CheckActivation/day-after", Silent: "licensing.CheckActivation/last-day"}},
			{"OPEN-10", inOpen, checked, Noted{In: "licensing.OSAKey", Says: "once the order is processed, and activated in the account portal"}},
			{"OPEN-09", inOpen, checked, Enforced{Spoke: "credit.TokenLots/W12", Silent: "credit.TokenLots/OPEN-09-otherwise"}},
		},
	}
}
