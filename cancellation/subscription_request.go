package cancellation

import (
	"strings"
	"time"

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
// Where Partner Center gave a cancellationAllowedUntilDate neither is needed.
func (s Subscription) Request(asker Asker) Request {
	return Request{
		Purchase: Purchase{Product: s.Product(), LinuxPlan: s.linuxPlan()}, Asker: asker,
		Opened: s.EffectiveStartDate.UTC(), AllowedUntil: s.CancellationAllowedUntilDate,
	}
}

// SeatRequest gives the question by how many seats the subscription can be reduced. The batches are those of
// refundableQuantity, with its instants. Where the resource has no such field they are all seats, of which it is not known what
// opened their window.
func (s Subscription) SeatRequest(asker Asker) SeatRequest {
	request := SeatRequest{Product: s.Product(), Asker: asker}
	for _, batch := range s.RefundableQuantity.Details {
		if batch.Quantity > 0 {
			request.Batches = append(request.Batches, SeatBatch{Seats: batch.Quantity, AllowedUntil: Allowed(batch.AllowedUntilDateTime)})
		}
	}
	if !s.has("refundableQuantity") && s.Quantity > 0 {
		request.Batches = []SeatBatch{{Seats: s.Quantity, Opened: s.EffectiveStartDate.UTC()}}
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
