package cancellation

import (
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// Product gives what a subscription is to, as far as the resource tells: seats of new commerce and software by the type of
// product, a savings plan by its commitment, Azure by its billing, and an offer of the marketplace by not being
// Microsoft's. It gives the zero Product where it cannot tell.
func (s Subscription) Product() Product {
	switch {
	case strings.EqualFold(s.ProductType.ID, "OnlineServicesNCE"):
		return LicenseBased
	case strings.EqualFold(s.ProductType.ID, "Software"):
		return SoftwareSubscription
	case s.hasCommitment():
		return SavingsPlan
	case strings.EqualFold(s.BillingType, "usage"):
		return AzurePlan
	case s.IsMicrosoftProduct == rules.No && strings.EqualFold(s.BillingCycle, "monthly"):
		return MarketplaceMonthly
	case s.IsMicrosoftProduct == rules.No && strings.EqualFold(s.BillingCycle, "annual"):
		return MarketplaceAnnual
	}
	return 0
}

func (s Subscription) isDeleted() bool { return strings.EqualFold(s.Status, statusDeleted) }

func (s Subscription) hasCommitment() bool {
	for _, line := range s.LineItems {
		if line.PurchaseCommitment.Amount != "" {
			return true
		}
	}
	return false
}

// linuxPlan tells by the publisher whether it is a plan of Red Hat or SUSE. What Microsoft publishes is none.
func (s Subscription) linuxPlan() rules.Truth {
	publisher := strings.ToLower(s.PublisherName)
	switch {
	case strings.Contains(publisher, "red hat"), strings.Contains(publisher, "redhat"), strings.Contains(publisher, "suse"):
		return rules.Yes
	case strings.HasPrefix(publisher, "microsoft"), s.IsMicrosoftProduct == rules.Yes:
		return rules.No
	}
	return rules.Unknown
}

// Request gives the question whether the subscription can be cancelled, with all that the resource tells. It does not tell
// what opened the window: [Purchase.Opening] is not given, and Opened is the effective start date, which a renewal does not move.
// Where Partner Center gave a cancellationAllowedUntilDate neither is needed. What is deleted already cannot be cancelled,
// whatever date is left in it.
func (s Subscription) Request(asker Asker) Request {
	allowed := s.CancellationAllowedUntilDate
	if s.isDeleted() {
		allowed = NotAllowed()
	}
	return Request{
		Purchase: Purchase{Product: s.Product(), LinuxPlan: s.linuxPlan()}, Asker: asker,
		Opened: s.EffectiveStartDate.UTC(), AllowedUntil: allowed,
	}
}

// SeatRequest gives the question by how many seats the subscription can be reduced. The batches are those of
// refundableQuantity, with its instants; the seats that are in none of them cannot be given back, as Partner Center has it. Where the
// resource has no such field they are all seats, of which it is not known what opened their window. None of what is deleted already
// can be given back.
func (s Subscription) SeatRequest(asker Asker) SeatRequest {
	request := SeatRequest{Product: s.Product(), Asker: asker}
	switch {
	case s.Quantity < 1:
		return request
	case s.isDeleted():
		request.Batches = []SeatBatch{{Seats: s.Quantity, AllowedUntil: NotAllowed()}}
		return request
	case !s.has("refundableQuantity"):
		request.Batches = []SeatBatch{{Seats: s.Quantity, Opened: s.EffectiveStartDate.UTC()}}
		return request
	}
	rest := s.Quantity
	for _, batch := range s.RefundableQuantity.Details {
		if batch.Quantity > 0 {
			request.Batches = append(request.Batches, SeatBatch{Seats: batch.Quantity, AllowedUntil: Allowed(batch.AllowedUntilDateTime)})
			rest -= batch.Quantity
		}
	}
	if rest > 0 {
		request.Batches = append(request.Batches, SeatBatch{Seats: rest, AllowedUntil: NotAllowed()})
	}
	return request
}

// Holding gives the subscription as one of a [Calendar]'s, by its id and its friendly name, and what is at stake, where that is known
// ([RefundAnswer.Stake]).
func (s Subscription) Holding(asker Asker, stake terms.Money) Holding {
	name := s.FriendlyName
	if name == "" {
		name = s.OfferName
	}
	return Holding{ID: s.ID, Name: name, Request: s.Request(asker), Stake: stake}
}

// Bill gives the bill of a subscription for a price, that of one licence for one charge of its billing plan: the resource has none. The
// term is the one that runs: of a subscription that has been renewed, the last before its commitment ends. Credits and added seats, which the
// resource does not tell either, are for whoever has the invoices to add ([Bill.Lines]). What is billed as it is used has no such price,
// and its bill is empty: nothing of it comes back.
func (s Subscription) Bill(unitPrice terms.Money) Bill {
	if s.Product() == AzurePlan {
		return Bill{}
	}
	bill := Bill{UnitPrice: unitPrice, Quantity: s.Quantity}
	term, err := licensing.ParseTerm(s.TermDuration)
	if err != nil {
		return bill
	}
	if bill.BillingCycle = s.billingCycle(); bill.BillingCycle == 0 {
		return bill
	}
	bill.TermDuration, bill.Period = term, s.period(term)
	return bill
}

// billingCycle reads the billing cycle, in any case. One without charges, and one that no term has, is the zero one.
func (s Subscription) billingCycle() licensing.BillingCycle {
	var cycle licensing.BillingCycle
	if cycle.UnmarshalText([]byte(strings.ToLower(s.BillingCycle))) != nil {
		return 0
	}
	return cycle
}

// period gives the days of the term that runs.
func (s Subscription) period(term licensing.Term) licensing.Period {
	first, last := terms.DayOf(s.EffectiveStartDate), terms.DayOf(s.CommitmentEndDate)
	if first.IsZero() || last.IsZero() {
		return licensing.Period{}
	}
	whole, err := term.Period(first)
	if err == nil && last.After(whole.Last) {
		first = last.AddDays(1).AddMonths(-term.Months())
	}
	return licensing.Period{First: first, Last: last}
}

// RefundRequest gives the question what comes back of the subscription, for a price: see [Subscription.Request] and [Subscription.Bill].
// The instant until which everything comes back is that of its refundOptions.
func (s Subscription) RefundRequest(asker Asker, unitPrice terms.Money) RefundRequest {
	request := RefundRequest{Request: s.Request(asker), Bill: s.Bill(unitPrice)}
	for _, option := range s.RefundOptions {
		if strings.EqualFold(option.Type, "Full") && option.ExpiresAt.After(request.FullUntil) {
			request.FullUntil = option.ExpiresAt.UTC()
		}
	}
	return request
}

// RefundAt gives the refund that the resource's own refundOptions have at an instant: in full, prorated, or none. It is the
// zero Refund where the resource names no options.
func (s Subscription) RefundAt(at time.Time) Refund {
	if len(s.RefundOptions) == 0 {
		return 0
	}
	best := RefundNone
	for _, option := range s.RefundOptions {
		if !option.ExpiresAt.IsZero() && !at.Before(option.ExpiresAt) {
			continue
		}
		switch {
		case strings.EqualFold(option.Type, "Full"):
			return RefundFull
		case strings.EqualFold(option.Type, "Partial"):
			best = RefundProrated
		}
	}
	return best
}
