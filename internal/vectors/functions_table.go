package vectors

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// functions are the functions that vectors can be for. README.md says what each takes.
var functions = map[string]Function{
	"terms.AddMonths":                  taking(addMonths),
	"terms.Allocate":                   taking(allocate),
	"terms.ParseDay":                   taking(terms.ParseDay),
	"terms.ParseMoney":                 taking(terms.ParseMoney),
	"terms.ParseSpan":                  taking(terms.ParseSpan),
	"licensing.BillingCycles":          taking(billingCycles),
	"licensing.CheckActivation":        taking(checkActivation),
	"licensing.CompareCourses":         taking(licensing.CompareCourses),
	"licensing.CoTerminate":            taking(licensing.CoTerminate),
	"licensing.Extend":                 taking(extend),
	"licensing.LastActivationDay":      taking(lastActivationDay),
	"licensing.LastKMSDay":             taking(lastKMSDay),
	"cancellation.Check":               taking(check),
	"cancellation.CheckSeats":          taking(checkSeats),
	"cancellation.Closes":              taking(closes),
	"cancellation.WindowOn":            taking(windowOn),
	"licensing.MayActivate":            taking(mayActivate),
	"licensing.PlanRenewal":            taking(licensing.PlanRenewal),
	"licensing.TermPeriod":             taking(termPeriod),
	"credit.AfterAttachment":           taking(afterAttachment),
	"credit.BalanceAt":                 taking(balancesAt),
	"credit.BulkLots":                  taking(credit.BulkLots),
	"credit.Explain":                   taking(explain),
	"credit.Forecast":                  taking(forecast),
	"credit.Lapsing":                   taking(lapsing),
	"credit.MayCombine":                taking(mayCombine),
	"credit.MayConfigureAlert":         taking(mayConfigureAlert),
	"credit.MayTopUp":                  taking(mayTopUp),
	"credit.MonthlyLots":               taking(credit.MonthlyLots),
	"credit.Replay":                    taking(replayed.statement),
	"credit.TokenLots":                 taking(tokenLots),
	"credit.UnitAmount":                taking(unitAmount),
	"cancellation.After":               taking(after),
	"cancellation.CheckParticulars":    taking(checkParticulars),
	"cancellation.CheckSupportRequest": taking(checkSupportRequest),
	"cancellation.InvoiceDays":         taking(invoiceDays),
}
