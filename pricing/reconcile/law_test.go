package reconcile_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

// A drawn line is one that is billed as it should be, reckoned here by decimals alone, and what was planted in it.
type drawn struct {
	use     pricesheet.UsageLine
	planted decimal.Decimal // added to what is billed
	known   bool            // whether the price list has it
}

func drawLine(t *rapid.T, i int) drawn {
	product := rapid.SampledFrom([]string{"COMPUTE", "FIREWALL", "OTHER"}).Draw(t, "product")
	unit, credit := number("0.868"), number("0.85")
	switch product {
	case "FIREWALL":
		unit, credit = number("1"), number("1")
	case "OTHER":
		unit = number("1")
	}
	if product == "COMPUTE" && rapid.Bool().Draw(t, "withoutCredit") {
		credit = number("1")
	}
	quantity := decimal.New(rapid.Int64Range(0, 1e9).Draw(t, "quantity"), -6)
	rate, currency := number("1"), terms.USD
	if rapid.Bool().Draw(t, "inEuros") {
		rate, currency = number("0.846202666"), mustCurrency("EUR")
	}
	planted := decimal.Decimal{}
	if rapid.IntRange(0, 3).Draw(t, "plant") == 0 {
		planted = decimal.New(rapid.Int64Range(1, 5000).Draw(t, "planted"), -3)
		if rapid.Bool().Draw(t, "tooLittle") {
			planted = planted.Neg()
		}
	}
	due := quantity.Mul(unit).Mul(credit).Mul(rate).Round(10)
	billed, err := terms.NewMoney(due.Add(planted), currency)
	require.NoError(t, err)
	u := use(func(u *pricesheet.UsageLine) {
		u.Line, u.ProductID, u.UnitPrice, u.Quantity, u.BillingPreTaxTotal, u.PCToBCExchangeRate = i+2, product, unit, quantity, billed, rate
		u.RateOfPartnerEarnedCredit = number("1").Sub(credit)
		u.UsageDate = day("2022-08-01").AddDays(rapid.IntRange(0, 30).Draw(t, "day"))
	})
	return drawn{u, planted, product != "OTHER"}
}

func drawLines(t *rapid.T) []drawn {
	n := rapid.IntRange(0, 40).Draw(t, "lines")
	lines := make([]drawn, n)
	for i := range lines {
		lines[i] = drawLine(t, i)
	}
	return lines
}

// Planted differences are all found, to the last place, and nothing else is; every line is in exactly one outcome; and what is
// billed less what was recomputed is the sum of the differences.
func TestPlantedDifferencesAreAllFoundAndNothingElse(t *testing.T) {
	basis := reconcile.Basis{Prices: book(t)}
	rapid.Check(t, func(t *rapid.T) {
		lines := drawLines(t)
		uses := make([]pricesheet.UsageLine, len(lines))
		want := map[int]string{}
		for i, l := range lines {
			uses[i] = l.use
			switch {
			case !l.known:
				want[l.use.Line] = "noPrice"
			case !l.planted.IsZero():
				want[l.use.Line] = l.planted.String()
			}
		}
		report, err := basis.Report(basis.Usage(seq(uses...)))
		require.NoError(t, err)
		got := map[int]string{}
		for _, l := range report.Findings {
			got[l.Line] = l.Difference.Amount().String()
			if l.Outcome == reconcile.NoPrice {
				got[l.Line] = "noPrice"
			}
		}
		require.Equal(t, want, got)
		checkSums(t, report, len(lines))
		requireReadsBack(t, report)
	})
}

// checkSums holds what holds of every report.
func checkSums(t require.TestingT, r reconcile.Report, lines int) {
	counted := 0
	for _, total := range r.Totals {
		counted += total.Lines
		if total.Outcome == reconcile.NoPrice {
			require.Zero(t, total.Recomputed.Sign())
			continue
		}
		difference, err := total.Billed.Sub(total.Recomputed)
		require.NoError(t, err)
		require.True(t, difference.Equal(total.Difference), "%v: %v", total.Outcome, total.Difference)
	}
	require.Equal(t, lines, counted, "every line is in one outcome")
	require.Equal(t, lines, r.Lines)
}

// An invoice that is what the use comes to agrees with it, line by line, and a line that is left out or doubled is found.
func TestAnInvoiceOfTheUseAgreesWithIt(t *testing.T) {
	prices := book(t)
	rapid.Check(t, func(t *rapid.T) {
		var uses []pricesheet.UsageLine
		for _, l := range drawLines(t) {
			l.use.SubscriptionID = rapid.SampledFrom([]string{"a", "b"}).Draw(t, "plan")
			l.use.PCToBCExchangeRate, l.use.BillingPreTaxTotal = number("1"), money("0 USD")
			uses = append(uses, l.use)
		}
		basis := reconcile.Basis{Prices: prices}
		report, err := basis.Report(basis.Usage(seq(uses...)))
		require.NoError(t, err)
		basis.Charges = report.Charges
		var bills []pricesheet.InvoiceLine
		for i, c := range report.Charges {
			if c.Unreckoned > 0 {
				continue
			}
			bills = append(bills, invoiceOf(t, c, i+2))
		}
		settled, err := basis.Report(basis.Invoice(seq(bills...)))
		require.NoError(t, err)
		require.Empty(t, settled.Findings)
		if len(bills) == 0 {
			return
		}
		left := rapid.IntRange(0, len(bills)-1).Draw(t, "left out")
		without := append(append([]pricesheet.InvoiceLine{}, bills[:left]...), bills[left+1:]...)
		settled, err = basis.Report(basis.Invoice(seq(without...)))
		require.NoError(t, err)
		checkMissing(t, settled, bills[left], reconcile.NotBilled)
		settled, err = basis.Report(basis.Invoice(seq(append(bills, bills[left])...)))
		require.NoError(t, err)
		checkMissing(t, settled, bills[left], reconcile.NoUsage)
	})
}

func invoiceOf(t require.TestingT, c reconcile.Charge, line int) pricesheet.InvoiceLine {
	whole, err := c.Whole()
	require.NoError(t, err)
	return bill(func(l *pricesheet.InvoiceLine) {
		l.Line, l.SubscriptionID, l.ProductID, l.SkuID, l.Subtotal = line, c.SubscriptionID, c.ProductID, c.SkuID, c.Subtotal
		l.BillableQuantity, l.Quantity, l.UnitPrice, l.EffectiveUnitPrice = whole.Use.Quantity, whole.Use.Quantity, whole.Use.Unit.Amount(), c.EffectiveUnitPrice.Amount()
	})
}

func checkMissing(t require.TestingT, r reconcile.Report, line pricesheet.InvoiceLine, want reconcile.Outcome) {
	if line.Subtotal.Sign() == 0 {
		require.Empty(t, r.Findings)
		return
	}
	require.Len(t, r.Findings, 1, fmt.Sprint(r.Findings))
	require.Equal(t, want, r.Findings[0].Outcome)
	require.True(t, line.Subtotal.Equal(r.Findings[0].AtStake()))
}
