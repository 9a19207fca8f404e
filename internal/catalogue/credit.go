package catalogue

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/internal/samples"
)

func creditRow() Package {
	inOpen, checked := terms.SpanFrom(terms.MustParseDay("2014-08-01")), terms.MustParseDay("2026-11-22")
	benefits := terms.Always() // the page names no first day
	return Package{
		Name: "credit",
		Answers: []string{
			"OPEN-02", "OPEN-03", "OPEN-04", "OPEN-05", "OPEN-15", "OPEN-16", "OPEN-19", "OPEN-20", "OPEN-21", "OPEN-22", "OPEN-23", "OPEN-24",
			"MPN-03", "MPN-05", "MPN-06", "MPN-22",
		},
		About: credit.Published().About(), Messages: credit.Messages(),
		Samples: []Sampled{
			Sample(credit.Published().TopUpSet(), samples.CreditTopUp()),
			Sample(credit.Published().AlertSetupSet(), samples.CreditAlert()),
			Sample(credit.Published().AttachmentSet(), samples.CreditAttachment()),
			Sample(credit.Published().CombinationSet(), samples.CreditCombination()),
		},
		Covers: []Cover{
			{"OPEN-02", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-02", Silent: "credit.Replay/OPEN-02-not-consumption"}},
			{"OPEN-03", inOpen, checked, Worked{"credit.UnitAmount/OPEN-03", "credit.TokenLots/one-unit", "credit.UnitAmount/not-known"}},
			{"OPEN-04", inOpen, checked, Worked{"credit.Replay/FIFO-1", "credit.Replay/FIFO-3", "credit.Explain/across", "credit.BalanceAt/FIFO-1"}},
			{"OPEN-15", inOpen, checked, Enforced{Spoke: "credit.Lapsing/OPEN-15", Silent: "credit.Lapsing/used-up"}},
			{"OPEN-16", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-16", Silent: "credit.Replay/OPEN-16-used-up"}},
			{"OPEN-19", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-19", Silent: "credit.Replay/OPEN-19-above"}},
			{"OPEN-20", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-20-six", Silent: "credit.Replay/OPEN-20"}},
			{"OPEN-20", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-20-three", Silent: "credit.Replay/OPEN-20"}},
			{"OPEN-21", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-21", Silent: "credit.Replay/OPEN-21-above"}},
			{"OPEN-22", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-22", Silent: "credit.Replay/OPEN-22-used"}},
			{"OPEN-23", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-23", Silent: "credit.Replay/OPEN-23-above"}},
			{"OPEN-24", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-24", Silent: "credit.Replay/OPEN-24-seamless"}},
			{"OPEN-24", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-24-resume", Silent: "credit.Replay/OPEN-24"}},
			{"MPN-03", benefits, checked, Asked{Symbol: "credit.BenefitAmounts", Ask: benefitAmounts, Want: []string{
				"monthlyBenefit 100.00 USD", "bulkBenefit 6000.00 USD", "bulkBenefit 12000.00 USD", "bulkBenefit 13000.00 USD",
			}}},
			{"MPN-05", benefits, checked, Enforced{Spoke: "credit.MonthlyLots/taken-away", Silent: "credit.MonthlyLots/year"}},
			{"MPN-06", benefits, checked, Enforced{Spoke: "credit.Replay/MPN-06", Silent: "credit.Replay/MPN-06-alone"}},
			{"MPN-22", benefits, checked, Enforced{Spoke: "credit.Replay/transfer", Silent: "credit.Replay/transfer-token"}},
		},
	}
}

func benefitAmounts() (any, error) {
	var amounts []string
	examples, err := credit.BenefitAmounts(terms.MustParseDay("2021-01-28"))
	for _, b := range examples {
		amounts = append(amounts, b.Kind.String()+" "+b.Amount.String())
	}
	return amounts, err
}
