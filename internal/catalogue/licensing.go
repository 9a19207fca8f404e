package catalogue

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/licensing"
)

func licensingRow() Package {
	inOpen, checked := terms.SpanFrom(terms.MustParseDay("2014-08-01")), terms.MustParseDay("2026-11-22")
	always := terms.Always() // the pages name no first day
	return Package{
		Name: "licensing",
		Answers: []string{
			"OPEN-01", "OPEN-08", "OPEN-09", "OPEN-10",
			"OPEN-06", "OPEN-07", "OPEN-11", "OPEN-13", "OPEN-14", "OPEN-17", "OPEN-18",
			"OPEN-25", "OPEN-26", "OPEN-27", "OPEN-28", "OPEN-29", "OPEN-30", "OPEN-31",
			"CSP-16", "CSP-17", "CSP-18", "CSP-21", "CSP-24", "CSP-25", "CSP-29", "CSP-30", "CSP-32", "CSP-33", "CSP-34",
			"CSP-35", "CSP-36", "CSP-37", "SW-01",
			"MPN-07", "MPN-08", "MPN-09", "MPN-10", "MPN-11", "MPN-12", "MPN-13", "MPN-14", "MPN-15", "MPN-16", "MPN-17", "MPN-21", "MPN-24",
			"SW-06", "SW-07", "SW-08", "SW-10", "SW-23",
			"SW-04", "SW-05", "SW-09", "SW-11", "SW-22", "SW-28", "SW-29", "SW-30", "SW-31", "PLAN-05", "PLAN-07", "PLAN-09",
			"MPN-01", "MPN-02", "MPN-04", "MPN-18", "MPN-19", "MPN-20", "MPN-23", "MPN-25", "MPN-26",
		},
		About: licensing.Published().About(), Messages: licensing.Messages(),
		Samples: append(channelSamples(licensing.Published()),
			Sample(licensing.Published().OSAActivationSet(), samples.OSAActivation()),
			Sample(licensing.Published().KeyUseSet(), samples.KeyUse()),
			Sample(licensing.Published().RedemptionSet(), samples.Redemption()),
			Sample(licensing.Published().ActionSet(), samples.KeyAction()),
			Sample(licensing.Published().CoTerminationSet(), samples.CoTermination()),
			Sample(licensing.Published().AutoRenewalSet(), samples.AutoRenewal()),
			Sample(licensing.Published().VisibilitySet(), samples.Visibility()),
			Sample(licensing.Published().SoftwareBillingSet(), samples.SoftwareBilling()),
			Sample(licensing.Published().SoftwareNeedSet(), samples.SoftwareNeeds()),
			Sample(licensing.Published().TaskSet(), samples.Tasks()),
			Sample(licensing.Published().AcquisitionSet(), samples.Acquisition()),
			Sample(licensing.Published().OrderSet(), samples.Order()),
			Sample(licensing.Published().AttestationSet(), samples.Attestation()),
			Sample(licensing.Published().BenefitSet(), samples.Benefit()),
			Sample(licensing.Published().BenefitActivationSet(), samples.BenefitActivation()),
			Sample(licensing.Published().AssignmentSet(), samples.CreditAssignment()),
			Sample(licensing.Published().UserChangeSet(), samples.UserChange()),
		),
		Covers: append(channelCovers(), []Cover{
			{"OPEN-01", inOpen, checked, Enforced{Spoke: "credit.Replay/OPEN-01-twice", Silent: "credit.Replay/OPEN-01"}},
			{"OPEN-08", inOpen, checked, Enforced{Spoke: "licensing.CheckActivation/day-after", Silent: "licensing.CheckActivation/last-day"}},
			{"OPEN-10", inOpen, checked, Noted{In: "licensing.OSAKey", Says: "once the order is processed, and activated in the account portal"}},
			{"OPEN-09", inOpen, checked, Enforced{Spoke: "credit.TokenLots/W12", Silent: "credit.TokenLots/OPEN-09-otherwise"}},
			{"MPN-09", always, checked, Worked{"licensing.Extend/less-than-12", "licensing.Extend/not-less-than-12", "licensing.CompareCourses/three-ways"}},
			{"MPN-10", always, checked, Worked{"licensing.Extend/moves-back", "licensing.Extend/record-5", "licensing.CompareCourses/three-ways"}},
			{"MPN-11", always, checked, Worked{"licensing.Extend/record-5", "licensing.Extend/record-5-days", "licensing.Extend/several"}},
			{"MPN-12", always, checked, Worked{"licensing.Extend/record-7", "licensing.Extend/record-9"}},
			{"MPN-13", always, checked, Worked{"licensing.Extend/scenario-1"}},
			{"MPN-14", always, checked, Worked{"licensing.Extend/scenario-2"}},
			{"MPN-15", always, checked, Worked{"licensing.Extend/scenario-3"}},
			{"MPN-16", always, checked, Enforced{Spoke: "licensing.Extend/scenario-4", Silent: "licensing.Extend/scenario-4-exactly"}},
			{"MPN-17", always, checked, Enforced{Spoke: "licensing.Extend/record-9-day-after", Silent: "licensing.Extend/record-9-last-day"}},
			{"MPN-21", always, checked, Worked{"licensing.Extend/scenario-1", "licensing.Extend/rounding-down"}},
			{"SW-06", always, checked, Asked{Symbol: "licensing.KeyKind.Lengths", Ask: partnerCenterKey, Want: []int{32}}},
			{"SW-08", always, checked, Worked{
				"licensing.LastKMSDay/2023-01-01-fromDayAfter", "licensing.LastKMSDay/2024-01-01-fromDayAfter", "licensing.LastKMSDay/2023-01-01-fromActivationDay",
			}},
			{"SW-31", always, checked, Noted{"licensing.task.keysAreValuable", "know the risks of copying links and downloading"}},
			{"MPN-01", always, checked, Asked{Symbol: "licensing.BenefitKinds", Ask: benefitKinds, Want: []string{"usageBased", "licenceBased"}}},
			{"MPN-01", always, checked, Asked{Symbol: "licensing.BenefitType", Ask: benefitTypes, Want: []string{"core", "incremental"}}},
			{"MPN-01", always, checked, Asked{
				Symbol: "licensing.Benefit", Ask: benefitFields, Want: []string{"expires", "kind", "licences", "offer", "product", "type"},
			}},
			{"MPN-20", always, checked, Noted{"licensing.benefit.activation.window", "private browser window, signed in to the right tenant"}},
			{"MPN-23", always, checked, Asked{
				Symbol: "licensing.ProductsWithKey", Ask: productsWithKey,
				Want: []string{"Office 365", "Dynamics", "Intune", "Azure AD Basic", "Power BI"},
			}},
			{"MPN-25", always, checked, Noted{"licensing.benefit.activation.check", "check the tenant, the product, the number of licences and the duration"}},
			{"MPN-26", always, checked, Noted{"licensing.benefit.help", "create a technical support ticket with the technical benefits"}},
		}...),
	}
}

func partnerCenterKey() (any, error) { return licensing.SoftwareSubscription.Lengths(), nil }

func benefitKinds() (any, error) {
	var names []string
	for _, kind := range licensing.BenefitKinds() {
		names = append(names, kind.String())
	}
	return names, nil
}

func benefitTypes() (any, error) {
	return []string{licensing.BenefitCore.String(), licensing.BenefitIncremental.String()}, nil
}

// benefitFields gives what a benefit shows, by its members in JSON, with its product and its kind.
func benefitFields() (any, error) {
	text, err := json.Marshal(licensing.Benefit{
		Product: "Power BI", Kind: licensing.LicenceBased, Licences: 5, Offer: licensing.OfferActionPack, Type: licensing.BenefitCore,
		Expires: terms.MustParseDay("2021-01-31"),
	})
	if err != nil {
		return nil, err
	}
	var members map[string]any
	err = json.Unmarshal(text, &members)
	return slices.Sorted(maps.Keys(members)), err
}

func productsWithKey() (any, error) { return licensing.ProductsWithKey(), nil }
