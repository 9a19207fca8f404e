package cancellation

import (
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// Particulars are what whoever cancels software needs to have at hand (SW-16, SW-18).
type Particulars struct {
	Product Product `json:"product,omitzero"`
	// One of these names the customer.
	CustomerName   string `json:"customerName,omitempty"`
	CustomerTenant string `json:"customerTenant,omitempty"` // a GUID
	CustomerDomain string `json:"customerDomain,omitempty"`
	// One of these names a subscription.
	SubscriptionName string `json:"subscriptionName,omitempty"` // its friendly name
	SubscriptionID   string `json:"subscriptionId,omitempty"`
	// Both of these name perpetual software.
	ProductName string   `json:"productName,omitempty"`
	Orders      []string `json:"orders,omitempty"` // ids; each order is cancelled by itself
}

// A SupportRequest is what a customer support request to cancel software carries (SW-21). One is needed where Partner Center
// asked for more information ([ReportSupportRequest]). Its fields are those of the form.
type SupportRequest struct {
	Impact string `json:"impact,omitempty"`
	Title  string `json:"title,omitempty"`
	// One of these names the customer.
	CustomerTenant string `json:"customerTenant,omitempty"` // a GUID
	CustomerDomain string `json:"customerDomain,omitempty"`
	// One of these names what is to be cancelled.
	OrderID        string      `json:"orderId,omitempty"`
	SubscriptionID string      `json:"subscriptionId,omitempty"`
	Reason         string      `json:"reason,omitempty"` // of the refund
	Amount         terms.Money `json:"amount,omitzero"`  // that is requested
	ContactName    string      `json:"contactName,omitempty"`
	ContactEmail   string      `json:"contactEmail,omitempty"`
	ContactPhone   string      `json:"contactPhone,omitempty"`
	Attachments    []string    `json:"attachments,omitempty"` // names of files; there need be none
}

// SupportProblemType is the problem type to choose for a [SupportRequest] (SW-21).
const SupportProblemType = "CSP Purchase/Refund on behalf of customers"

// A Readiness says whether everything is there, and if not what is missing.
type Readiness struct {
	// Missing is what is missing, by the names of the fields in JSON; where one of several would do they are joined by a bar,
	// as in customerName|customerTenant|customerDomain.
	Missing []string `json:"missing,omitempty"`
	// Decision is the answer, Yes or No, with the rules that gave it.
	Decision rules.Decision[rules.Truth] `json:"decision"`
}

// IsReady reports whether everything is there.
func (r Readiness) IsReady() bool { return r.Decision.Outcome == rules.Yes }

// Equal reports whether both say the same for the same reasons.
func (r Readiness) Equal(other Readiness) bool {
	return strings.Join(r.Missing, ",") == strings.Join(other.Missing, ",") && r.Decision.Equal(other.Decision)
}

// CheckParticulars says whether whoever wants to cancel has what it takes: for a software subscription the customer's name,
// tenant or domain and the subscription's friendly name or id (SW-16); for perpetual software the customer, the product and the orders
// (SW-18). For other products the record asks for nothing.
func (r *Rules) CheckParticulars(day terms.Day, p Particulars) Readiness {
	return readiness(r.particulars.Explain(day, p))
}

// CheckParticulars is [Rules.CheckParticulars] of the [Published] rules.
func CheckParticulars(day terms.Day, p Particulars) Readiness {
	return Published().CheckParticulars(day, p)
}

// ParticularsSet gives the rules behind [Rules.CheckParticulars], to list, to trace and to test.
func (r *Rules) ParticularsSet() *rules.Set[Particulars, rules.Truth] { return r.particulars }

// EditParticulars gives rules with a change to the set behind [Rules.CheckParticulars].
func (r *Rules) EditParticulars(e rules.Edit[Particulars, rules.Truth]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.particulars, e)
}

// CheckSupportRequest says whether a support request carries what it has to (SW-21).
func (r *Rules) CheckSupportRequest(day terms.Day, s SupportRequest) Readiness {
	return readiness(r.support.Explain(day, s))
}

// CheckSupportRequest is [Rules.CheckSupportRequest] of the [Published] rules.
func CheckSupportRequest(day terms.Day, s SupportRequest) Readiness {
	return Published().CheckSupportRequest(day, s)
}

// SupportRequestSet gives the rules behind [Rules.CheckSupportRequest], to list, to trace and to test.
func (r *Rules) SupportRequestSet() *rules.Set[SupportRequest, rules.Truth] { return r.support }

// EditSupportRequest gives rules with a change to the set behind [Rules.CheckSupportRequest].
func (r *Rules) EditSupportRequest(e rules.Edit[SupportRequest, rules.Truth]) (*Rules, error) {
	copied := r.copied()
	return rulebook.Edited(copied, &copied.support, e)
}

// missingArg is the argument of a finding that names what is missing.
const missingArg = "missing"

func readiness(d rules.Decision[rules.Truth]) Readiness {
	ready := Readiness{Decision: d, Missing: d.Missing}
	for _, f := range d.Findings {
		for _, arg := range f.Args {
			if arg.Name == missingArg {
				ready.Missing = append(ready.Missing, arg.Text)
			}
		}
	}
	return ready
}

// Description gives the text for the description of the form: tenant or domain, order or subscription, reason and amount,
// each on a line. What is not given is left out.
func (s SupportRequest) Description() string {
	var b strings.Builder
	for _, line := range []struct{ label, value string }{
		{"Customer tenant", s.CustomerTenant},
		{"Customer domain", s.CustomerDomain},
		{"Order", s.OrderID},
		{"Subscription", s.SubscriptionID},
		{"Reason", s.Reason},
		{"Amount requested", s.Amount.String()},
	} {
		if line.value != "" {
			b.WriteString(line.label + ": " + strings.Join(strings.Fields(line.value), " ") + "\n")
		}
	}
	return b.String()
}
