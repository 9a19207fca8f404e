package catalogue

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/internal/samples"
)

func cancellationRow() Package {
	published, checked := cancellation.Published(), terms.MustParseDay("2026-11-22")
	sevenDays, thirtyDays := terms.SpanFrom(terms.MustParseDay("2022-07-11")), terms.SpanFrom(terms.MustParseDay("2021-05-20"))
	return Package{
		Name: "cancellation",
		Answers: []string{
			"SW-12", "SW-13", "SW-14", "SW-15", "SW-16", "SW-17", "SW-18", "SW-19", "SW-20", "SW-21", "SW-24", "SW-25", "SW-26", "SW-27",
			"CSP-20",
		},
		About: published.About(), Messages: cancellation.Messages(),
		Samples: []Sampled{
			Sample(published.LimitSet(), samples.CancellationPurchase()),
			Sample(published.OwedSet(), samples.CancellationPurchase()),
			Sample(published.ReductionSet(), samples.CancellationPurchase()),
			Sample(published.AskerSet(), samples.CancellationAsker()),
			Sample(published.ParticularsSet(), samples.CancellationParticulars()),
			Sample(published.SupportRequestSet(), samples.CancellationSupport()),
			Sample(published.AfterSet(), samples.CancellationPurchase()),
			Sample(published.ReturnSet(), samples.CancellationReturn()),
			Sample(published.ExchangeSet(), samples.CancellationExchange()),
		},
		Covers: []Cover{
			{"SW-12", sevenDays, checked, Worked{"cancellation.Check/SW-12-seven-days", "cancellation.Check/SW-12-after", "cancellation.CheckRefund/SW-12"}},
			{"SW-15", terms.Always(), checked, Asked{
				Symbol: "cancellation.Reports", Ask: reports(cancellation.SoftwareSubscription), Want: []string{"windowEnd", "windowPassed"},
			}},
			{"SW-19", terms.Always(), checked, Asked{
				Symbol: "cancellation.Reports", Ask: reports(cancellation.PerpetualSoftware),
				Want: []string{"daysLeft", "windowPassed", "supportRequest"},
			}},
			{"SW-26", terms.Always(), checked, Worked{
				"cancellation.InvoiceDays/SW-26", "cancellation.InvoiceDays/SW-26-last-day", "cancellation.InvoiceDays/SW-26-next-month",
				"cancellation.CheckRefund/SW-26",
			}},
			{"SW-27", terms.Always(), checked, Noted{"cancellation.after.shown", "Up to 15 minutes may pass"}},
			{"SW-17", thirtyDays, checked, Worked{"cancellation.Check/SW-17-last-day", "cancellation.Check/SW-17-after"}},
		},
	}
}

func reports(p cancellation.Product) func() (any, error) {
	return func() (any, error) {
		var names []string
		for _, r := range cancellation.Reports(p) {
			names = append(names, r.String())
		}
		return names, nil
	}
}
