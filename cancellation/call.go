package cancellation

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// A CallKind is a way to cancel through the API of Partner Center. The zero CallKind means "not given".
type CallKind uint8

const (
	// CallPatchOrder sets the status of an order to cancelled.
	CallPatchOrder CallKind = iota + 1
	// CallPatchSubscription sets the status of a subscription to deleted.
	CallPatchSubscription
	// CallPatchSandboxOrder is CallPatchOrder where it works in the integration sandbox only.
	CallPatchSandboxOrder
)

// CallsFor gives the calls by which a product can be cancelled: an order for perpetual software, either for a software
// subscription, the subscription for seats, the marketplace and the Azure plan, and for a reservation the order, in the
// sandbox only. A savings plan is managed in the Azure portal. The slice is the caller's own.
func CallsFor(p Product) []CallKind {
	switch p {
	case PerpetualSoftware:
		return []CallKind{CallPatchOrder}
	case SoftwareSubscription:
		return []CallKind{CallPatchSubscription, CallPatchOrder}
	case LicenseBased, ExtendedServiceTerm, MarketplaceMonthly, MarketplaceAnnual, BusinessCentral, AzurePlan:
		return []CallKind{CallPatchSubscription}
	case Reservation:
		return []CallKind{CallPatchSandboxOrder}
	default:
		return nil
	}
}

// A Call is a request to the API of Partner Center that whoever has credentials may send. This package sends nothing.
type Call struct {
	Method string          `json:"method"`
	Path   string          `json:"path"`              // below the base address, as in /v1/customers/…/orders/…
	ETag   string          `json:"ifMatch,omitempty"` // for the header If-Match
	Body   json.RawMessage `json:"body"`
}

// CancelCall gives the call that cancels a subscription of a customer: the whole resource with the status deleted. It is
// [ErrCall] if the customer or the subscription has no id, if it is deleted already, or if its product is not cancelled that
// way. Whether it may be cancelled is for [Check] to say.
func (s Subscription) CancelCall(customer string) (Call, error) {
	product := s.Product()
	switch {
	case customer == "" || s.ID == "":
		return Call{}, callError("the customer is %q and the subscription %q; want the id of both", excerpt(customer), excerpt(s.ID))
	case strings.EqualFold(s.Status, statusDeleted):
		return Call{}, callError("subscription %q is deleted already", excerpt(s.ID))
	case product != 0 && CallsFor(product) == nil:
		return Call{}, callError("a %s is not cancelled through Partner Center", product)
	}
	s.Status = statusDeleted
	body, err := json.Marshal(s)
	if err != nil {
		return Call{}, fmt.Errorf("cancellation: subscription %q: %w", excerpt(s.ID), err)
	}
	return Call{
		Method: methodPatch, Path: "/v1/customers/" + url.PathEscape(customer) + "/subscriptions/" + url.PathEscape(s.ID),
		ETag: s.Attributes.ETag, Body: body,
	}, nil
}

const (
	methodPatch     = "PATCH"
	statusDeleted   = "deleted"
	statusCancelled = "cancelled"
)

// An OrderLine is a line of an order, to cancel it alone.
type OrderLine struct {
	Number  int    `json:"lineItemNumber"` // from 0
	OfferID string `json:"offerId"`
}

// CancelOrderCall gives the call that cancels an order of a customer, or only some lines of it. An order becomes cancelled
// only when every line is; until then it is completed, and a cancelled line has the quantity 0. It is [ErrCall] if an id is missing.
// Several orders are cancelled one by one (SW-18): [CancelOrderCalls].
func CancelOrderCall(customer, order string, lines ...OrderLine) (Call, error) {
	if customer == "" || order == "" {
		return Call{}, callError("the customer is %q and the order %q; want the id of both", excerpt(customer), excerpt(order))
	}
	for _, line := range lines {
		if line.Number < 0 || line.OfferID == "" {
			return Call{}, callError("line %d of order %q has the offer %q; want a number from 0 and an offer", line.Number, excerpt(order), excerpt(line.OfferID))
		}
	}
	body, err := json.Marshal(struct {
		ID     string      `json:"id"`
		Status string      `json:"status"`
		Lines  []OrderLine `json:"lineItems,omitempty"`
	}{order, statusCancelled, lines})
	if err != nil {
		return Call{}, fmt.Errorf("cancellation: order %q: %w", excerpt(order), err)
	}
	return Call{
		Method: methodPatch, Path: "/v1/customers/" + url.PathEscape(customer) + "/orders/" + url.PathEscape(order), Body: body,
	}, nil
}

// CancelOrderCalls gives the calls that cancel several orders of a customer: one for each, in their order (SW-18).
func CancelOrderCalls(customer string, orders ...string) ([]Call, error) {
	var calls []Call
	for _, order := range orders {
		call, err := CancelOrderCall(customer, order)
		if err != nil {
			return nil, err
		}
		calls = append(calls, call)
	}
	return calls, nil
}

func callError(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrCall}, args...)...)
}
