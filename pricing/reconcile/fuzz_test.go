package reconcile_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

// FuzzReport holds that whatever reads as a report is written so that it reads as an equal one.
func FuzzReport(f *testing.F) {
	basis := reconcile.Basis{Prices: prices()}
	for _, text := range []string{usage, strings.Replace(usage, "8.378", "1e-28", 1), ""} {
		report, _ := basis.Report(basis.Usage(pricesheet.ReadDailyUsage(strings.NewReader(text))))
		data, err := json.Marshal(report)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte(`{"lines":1,"findings":[{"kind":"invoiceSeats","productId":"","skuId":"","outcome":"differs","causes":["rounding"],"slices":[null],"rate":null}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var report reconcile.Report
		if terms.Decode(bytes.NewReader(data), &report) != nil {
			return
		}
		requireReadsBack(t, report)
		for _, l := range report.Findings {
			_, _ = l.AtStake(), l.Err()
		}
	})
}

// FuzzReconcile holds that whatever the readers let through has an outcome each, sums that are sums, and is written and read
// back.
func FuzzReconcile(f *testing.F) {
	f.Add([]byte(usage), []byte(invoice))
	f.Add([]byte(strings.ReplaceAll(usage, "29", "-1e9")), []byte(strings.ReplaceAll(invoice, "49", "1e-12")))
	f.Add([]byte(strings.ReplaceAll(usage, "8/4/2022", "12/31/9999")), []byte(strings.ReplaceAll(invoice, "8/1/2022", "1/1/0001")))
	f.Add([]byte(strings.ReplaceAll(usage, "USD,USD", "EUR,USD")), []byte(strings.ReplaceAll(invoice, "0.868", "9223372036854780000")))
	f.Add([]byte(usage), []byte(strings.NewReplacer("MeterDescription", "TermAndBillingCycle", "Compute hours", "One-Year commitment for monthly/yearly billing").Replace(invoice)))
	book := book(f, row("COMPUTE", "10 USD", licence("P1Y", "Monthly")), row("COMPUTE", "9 USD", licence("P1Y", "Annual")))
	f.Fuzz(func(t *testing.T, use, bill []byte) {
		if len(use)+len(bill) > 1<<13 {
			return
		}
		basis := reconcile.Basis{Prices: book}
		used, _ := basis.Report(basis.Usage(pricesheet.ReadDailyUsage(bytes.NewReader(use))))
		requireReadsBack(t, used)
		for _, charges := range [][]reconcile.Charge{nil, used.Charges} {
			basis.Charges = charges
			billed, _ := basis.Report(basis.Invoice(pricesheet.ReadInvoice(bytes.NewReader(bill))))
			requireReadsBack(t, billed)
		}
	})
}
