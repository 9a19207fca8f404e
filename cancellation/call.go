package cancellation

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"

	"github.com/cloudterms/terms/internal/excerpt"
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
	if err := checkIDs(customer, "id", s.ID); err != nil {
		return Call{}, err
	}
	switch {
	case s.isDeleted():
		return Call{}, callError("status", s.Status, "a subscription that is not deleted already")
	case product != 0 && CallsFor(product) == nil:
		return Call{}, callError("product", product.String(), "what is cancelled through Partner Center; a savings plan is managed in the Azure portal")
	}
	s.Status = statusDeleted
	body, err := json.Marshal(s)
	if err != nil {
		return Call{}, fmt.Errorf("cancellation: subscription %q: %w", excerpt.Of(s.ID), err)
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
	var found faults
	found = found.with(checkIDs(customer, "order", order))
	for i, line := range lines {
		field := "lineItems/" + strconv.Itoa(i)
		if line.Number < 0 {
			found = found.with(callError(field+"/lineItemNumber", strconv.Itoa(line.Number), "a number from 0"))
		}
		if line.OfferID == "" {
			found = found.with(callError(field+"/offerId", "", "the id of the offer"))
		}
	}
	if err := found.err(); err != nil {
		return Call{}, err
	}
	body, err := json.Marshal(struct {
		ID     string      `json:"id"`
		Status string      `json:"status"`
		Lines  []OrderLine `json:"lineItems,omitempty"`
	}{order, statusCancelled, lines})
	if err != nil {
		return Call{}, fmt.Errorf("cancellation: order %q: %w", excerpt.Of(order), err)
	}
	return Call{
		Method: methodPatch, Path: "/v1/customers/" + url.PathEscape(customer) + "/orders/" + url.PathEscape(order), Body: body,
	}, nil
}

// CancelOrderCalls gives the calls that cancel several orders of a customer: one for each, in their order (SW-18). No order at all is
// [ErrCall], as an order without an id is.
func CancelOrderCalls(customer string, orders ...string) ([]Call, error) {
	if len(orders) == 0 {
		return nil, callError("orders", "", "the ids of the orders")
	}
	var calls []Call
	var found faults
	for i, order := range orders {
		if order == "" {
			found = found.with(callError("orders/"+strconv.Itoa(i), "", "the id of an order"))
			continue
		}
		call, err := CancelOrderCall(customer, order)
		if err != nil {
			return nil, err
		}
		calls = append(calls, call)
	}
	if err := found.err(); err != nil {
		return nil, err
	}
	return calls, nil
}

// checkIDs wants the id of the customer and of what is cancelled.
func checkIDs(customer, what, id string) error {
	var found faults
	if customer == "" {
		found = found.with(callError("customer", "", "the id of the customer"))
	}
	if id == "" {
		found = found.with(callError(what, "", "the id of what is cancelled"))
	}
	return found.err()
}

func callError(field, value, want string) error {
	return &RequestError{Field: field, Value: excerpt.Of(value), Want: want, Err: ErrCall}
}
