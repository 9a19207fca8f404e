package vectors

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// functions are the functions that vectors can be for. README.md says what each takes.
var functions = map[string]Function{
	"terms.AddMonths":                  taking(addMonths),
	"terms.Allocate":                   taking(allocate),
	"terms.ParseDay":                   taking(terms.ParseDay),
	"terms.ParseMoney":                 taking(terms.ParseMoney),
	"terms.ParseSpan":                  taking(terms.ParseSpan),
	"licensing.CheckActivation":        taking(checkActivation),
	"licensing.LastActivationDay":      taking(lastActivationDay),
	"credit.BalanceAt":                 taking(balancesAt),
	"credit.BulkLots":                  taking(credit.BulkLots),
	"credit.Explain":                   taking(explain),
	"credit.Forecast":                  taking(forecast),
	"credit.Lapsing":                   taking(lapsing),
	"credit.MonthlyLots":               taking(credit.MonthlyLots),
	"credit.Replay":                    taking(replayed.statement),
	"credit.TokenLots":                 taking(tokenLots),
	"credit.UnitAmount":                taking(unitAmount),
	"pricing.AccessDays":               taking(accessDays),
	"pricing.Cancel":                   taking(cancel),
	"pricing.ChangeQuantity":           taking(changeQuantity),
	"pricing.Charge":                   taking(charge),
	"pricing.Convert":                  taking(convert),
	"pricing.CreditEarned":             taking(creditEarned),
	"pricing.Cycles":                   taking(cycles),
	"pricing.EffectiveUnitPrice":       taking(effectiveUnitPrice),
	"pricing.Meters":                   taking(meters),
	"pricing.Rate":                     taking(rate),
	"pricing.Serves":                   taking(serves),
	"pricing.Subtotal":                 taking(subtotal),
	"pricing.Tax":                      taking(tax),
	"pricing.Upgrade":                  taking(upgrade),
	"cancellation.Check":               taking(check),
	"cancellation.CheckSeats":          taking(checkSeats),
	"cancellation.Closes":              taking(closes),
	"cancellation.WindowOn":            taking(windowOn),
	"licensing.MayActivate":            taking(mayActivate),
	"credit.AfterAttachment":           taking(afterAttachment),
	"credit.MayCombine":                taking(mayCombine),
	"credit.MayConfigureAlert":         taking(mayConfigureAlert),
	"credit.MayTopUp":                  taking(mayTopUp),
	"cancellation.After":               taking(after),
	"cancellation.CheckParticulars":    taking(checkParticulars),
	"cancellation.CheckSupportRequest": taking(checkSupportRequest),
	"cancellation.InvoiceDays":         taking(invoiceDays),
}
