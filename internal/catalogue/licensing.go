package catalogue

import "github.com/cloudterms/terms"

func licensingRow() Package {
	inOpen, checked := terms.SpanFrom(terms.MustParseDay("2014-08-01")), terms.MustParseDay("2026-11-22")
	return Package{
		Name:    "licensing",
		Answers: []string{"OPEN-01", "OPEN-08", "OPEN-09"},
		Covers: []Cover{
			{"OPEN-01", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-01-twice", Silent: "credit.Replay/OPEN-01"}},
			{"OPEN-08", inOpen, checked, Enforced{Spoke: "licensing.CheckActivation/day-after", Silent: "licensing.CheckActivation/last-day"}},
			{"OPEN-09", inOpen, checked, Enforced{Spoke: "credit.TokenLots/W12", Silent: "credit.TokenLots/OPEN-09-otherwise"}},
		},
	}
}
