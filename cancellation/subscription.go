package cancellation

import (
	"encoding/json"
	"time"

	"github.com/cloudterms/terms/rules"
)

// A Subscription is the subscription resource of Partner Center. Its fields have the names they have there; instants have up
// to seven decimals of a second, and null is the same as a field that is left out, except in CancellationAllowedUntilDate.
//
// It is read from JSON in either case, camelCase or PascalCase, and written as it was read: fields that are not known
// here are kept, and of those that are, only what has been changed is written anew. It can be changed by setting fields; compare
// two with [Subscription.Equal].
type Subscription struct {
	kept

	ID                           string
	OfferID                      string // product:sku:availability, as in CFQ7TTC0LH18:0001:CFQ7TTC0K971
	OfferName                    string
	FriendlyName                 string
	OrderID                      string
	EntitlementID                string
	ProductOrderID               string
	ParentSubscriptionID         string
	PartnerID                    string
	PublisherName                string
	PromotionID                  string
	MigratedFromSubscriptionID   string
	ProductType                  ProductType
	Quantity                     int
	UnitType                     string
	CreationDate                 time.Time
	EffectiveStartDate           time.Time
	CommitmentEndDate            time.Time // midnight of the last day, which is inclusive; in the year 9999 for no end
	CommitmentEndDateTime        time.Time
	CancellationAllowedUntilDate AllowedUntil // null is not at all; the end of the term is at any time
	BillingCycleEndDate          time.Time
	BillingCycleEndDateTime      time.Time
	Status                       string // none, active, suspended, deleted, expired, pending, disabled
	AutoRenewEnabled             rules.Truth
	IsTrial                      rules.Truth
	IsMicrosoftProduct           rules.Truth
	HasPurchasableAddons         rules.Truth
	AttentionNeeded              rules.Truth
	ActionTaken                  rules.Truth
	BillingType                  string // none, usage, license
	BillingCycle                 string // monthly, annual, triennial and others, in any case
	TermDuration                 string // P1M, P1Y, P3Y
	RenewalTermDuration          string // the same, or empty
	Actions                      []string
	SuspensionReasons            []string
	ContractType                 string
	RefundOptions                []RefundOption
	RefundableQuantity           RefundableQuantity
	NextTerm                     Instructions // scheduledNextTermInstructions
	NextCharge                   Instructions // nextChargeInstructions
	LineItems                    []LineItem
	ScheduledActions             []ScheduledAction
	Links                        map[string]Link
	Attributes                   Attributes
}

func subscriptionFields(s *Subscription) (*kept, []field) {
	return &s.kept, []field{
		{"id", "", &s.ID},
		{"offerId", "", &s.OfferID},
		{"offerName", "", &s.OfferName},
		{"friendlyName", "", &s.FriendlyName},
		{"orderId", "", &s.OrderID},
		{"entitlementId", "", &s.EntitlementID},
		{"productOrderId", "", &s.ProductOrderID},
		{"parentSubscriptionId", "", &s.ParentSubscriptionID},
		{"partnerId", "", &s.PartnerID},
		{"publisherName", "", &s.PublisherName},
		{"promotionId", "", &s.PromotionID},
		{"migratedFromSubscriptionId", "", &s.MigratedFromSubscriptionID},
		{"productType", "", &s.ProductType},
		{"quantity", "", &s.Quantity},
		{"unitType", "", &s.UnitType},
		{"creationDate", "", &s.CreationDate},
		{"effectiveStartDate", "", &s.EffectiveStartDate},
		{"commitmentEndDate", "", &s.CommitmentEndDate},
		{"commitmentEndDateTime", "", &s.CommitmentEndDateTime},
		{"cancellationAllowedUntilDate", "", &s.CancellationAllowedUntilDate},
		{"billingCycleEndDate", "", &s.BillingCycleEndDate},
		{"billingCycleEndDateTime", "", &s.BillingCycleEndDateTime},
		{"status", "", &s.Status},
		{"autoRenewEnabled", "", &s.AutoRenewEnabled},
		{"isTrial", "", &s.IsTrial},
		{"isMicrosoftProduct", "", &s.IsMicrosoftProduct},
		{"hasPurchasableAddons", "", &s.HasPurchasableAddons},
		{"attentionNeeded", "", &s.AttentionNeeded},
		{"actionTaken", "", &s.ActionTaken},
		{"billingType", "", &s.BillingType},
		{"billingCycle", "", &s.BillingCycle},
		{"termDuration", "", &s.TermDuration},
		{"renewalTermDuration", "", &s.RenewalTermDuration},
		{"actions", "", &s.Actions},
		{"suspensionReasons", "", &s.SuspensionReasons},
		{"contractType", "", &s.ContractType},
		{"refundOptions", "", list[RefundOption]{&s.RefundOptions}},
		{"refundableQuantity", "", &s.RefundableQuantity},
		{"scheduledNextTermInstructions", "", &s.NextTerm},
		{"nextChargeInstructions", "", &s.NextCharge},
		{"lineItems", "", list[LineItem]{&s.LineItems}},
		{"scheduledActions", "", list[ScheduledAction]{&s.ScheduledActions}},
		{"links", "", table[Link]{&s.Links}},
		{"attributes", "", &s.Attributes},
	}
}

// MarshalJSON writes the resource as it was read, with what has been changed since.
func (s Subscription) MarshalJSON() ([]byte, error) { return writeResource(&s, subscriptionFields) }

// UnmarshalJSON reads the resource. An error is a [terms.DecodeError] with the path of the field, wrapping [ErrResource]; it
// leaves s as it was. What contradicts itself is for [Subscription.Check].
func (s *Subscription) UnmarshalJSON(data []byte) error {
	return readResource(data, s, subscriptionFields)
}

// A ProductType says what kind of product a subscription is to, as in OnlineServicesNCE and Software.
type ProductType struct {
	kept

	ID          string
	DisplayName string
	SubType     json.RawMessage
}

func productTypeFields(p *ProductType) (*kept, []field) {
	return &p.kept, []field{{"id", "", &p.ID}, {"displayName", "", &p.DisplayName}, {"subType", "", &p.SubType}}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (p ProductType) MarshalJSON() ([]byte, error) { return writeResource(&p, productTypeFields) }

// UnmarshalJSON reads it.
func (p *ProductType) UnmarshalJSON(data []byte) error {
	return readResource(data, p, productTypeFields)
}

// A RefundOption is a refund that is to be had until an instant. The page calls the instant expiresAfter and the samples
// expiresAt; either is read.
type RefundOption struct {
	kept

	Type      string    // Full, Partial
	ExpiresAt time.Time // zero if it has no end
}

func refundOptionFields(o *RefundOption) (*kept, []field) {
	return &o.kept, []field{{"type", "", &o.Type}, {"expiresAt", "expiresAfter", &o.ExpiresAt}}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (o RefundOption) MarshalJSON() ([]byte, error) { return writeResource(&o, refundOptionFields) }

// UnmarshalJSON reads it.
func (o *RefundOption) UnmarshalJSON(data []byte) error {
	return readResource(data, o, refundOptionFields)
}

// A RefundableQuantity is the seats that can be given back, in batches.
type RefundableQuantity struct {
	kept

	TotalQuantity int
	Details       []RefundableSeats
}

func refundableQuantityFields(q *RefundableQuantity) (*kept, []field) {
	return &q.kept, []field{{"totalQuantity", "", &q.TotalQuantity}, {"details", "", list[RefundableSeats]{&q.Details}}}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (q RefundableQuantity) MarshalJSON() ([]byte, error) {
	return writeResource(&q, refundableQuantityFields)
}

// UnmarshalJSON reads it.
func (q *RefundableQuantity) UnmarshalJSON(data []byte) error {
	return readResource(data, q, refundableQuantityFields)
}

// RefundableSeats is one batch of a [RefundableQuantity].
type RefundableSeats struct {
	kept

	Quantity             int
	AllowedUntilDateTime time.Time
}

func refundableSeatsFields(b *RefundableSeats) (*kept, []field) {
	return &b.kept, []field{{"quantity", "", &b.Quantity}, {"allowedUntilDateTime", "", &b.AllowedUntilDateTime}}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (b RefundableSeats) MarshalJSON() ([]byte, error) {
	return writeResource(&b, refundableSeatsFields)
}

// UnmarshalJSON reads it.
func (b *RefundableSeats) UnmarshalJSON(data []byte) error {
	return readResource(data, b, refundableSeatsFields)
}

// Instructions are what is to become of a subscription at its next term or charge.
type Instructions struct {
	kept

	Product           NextProduct
	Quantity          int
	CustomTermEndDate time.Time
}

func instructionsFields(i *Instructions) (*kept, []field) {
	return &i.kept, []field{{"product", "", &i.Product}, {"quantity", "", &i.Quantity}, {"customTermEndDate", "", &i.CustomTermEndDate}}
}

// MarshalJSON writes them as they were read, with what has been changed since.
func (i Instructions) MarshalJSON() ([]byte, error) { return writeResource(&i, instructionsFields) }

// UnmarshalJSON reads them.
func (i *Instructions) UnmarshalJSON(data []byte) error {
	return readResource(data, i, instructionsFields)
}

// A NextProduct is the product of [Instructions].
type NextProduct struct {
	kept

	ProductID      string
	SkuID          string
	AvailabilityID string
	BillingCycle   string
	TermDuration   string
	PromotionID    string
}

func nextProductFields(p *NextProduct) (*kept, []field) {
	return &p.kept, []field{
		{"productId", "", &p.ProductID},
		{"skuId", "", &p.SkuID},
		{"availabilityId", "", &p.AvailabilityID},
		{"billingCycle", "", &p.BillingCycle},
		{"termDuration", "", &p.TermDuration},
		{"promotionId", "", &p.PromotionID},
	}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (p NextProduct) MarshalJSON() ([]byte, error) { return writeResource(&p, nextProductFields) }

// UnmarshalJSON reads it.
func (p *NextProduct) UnmarshalJSON(data []byte) error {
	return readResource(data, p, nextProductFields)
}

// A LineItem is a line of a savings plan.
type LineItem struct {
	kept

	ID                 string
	FriendlyName       string
	Scope              json.RawMessage
	AutoRenewEnabled   rules.Truth
	Status             string
	PurchaseCommitment Commitment
}

func lineItemFields(l *LineItem) (*kept, []field) {
	return &l.kept, []field{
		{"id", "", &l.ID},
		{"friendlyName", "", &l.FriendlyName},
		{"scope", "", &l.Scope},
		{"autoRenewEnabled", "", &l.AutoRenewEnabled},
		{"status", "", &l.Status},
		{"purchaseCommitment", "", &l.PurchaseCommitment},
	}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (l LineItem) MarshalJSON() ([]byte, error) { return writeResource(&l, lineItemFields) }

// UnmarshalJSON reads it.
func (l *LineItem) UnmarshalJSON(data []byte) error { return readResource(data, l, lineItemFields) }

// A Commitment is the fixed amount of a savings plan, as text.
type Commitment struct {
	kept

	Amount   string
	Grain    string
	Currency string
}

func commitmentFields(c *Commitment) (*kept, []field) {
	return &c.kept, []field{{"amount", "", &c.Amount}, {"grain", "", &c.Grain}, {"currency", "", &c.Currency}}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (c Commitment) MarshalJSON() ([]byte, error) { return writeResource(&c, commitmentFields) }

// UnmarshalJSON reads it.
func (c *Commitment) UnmarshalJSON(data []byte) error { return readResource(data, c, commitmentFields) }

// A ScheduledAction is what is to be done with a subscription later. A community client has it; no page of Microsoft's does.
type ScheduledAction struct {
	kept

	ScheduleType  string // TermEnd, CustomDate
	ActionType    string // Cancel, RenewToNewTerm, RenewToExtendedServiceTerm, Transition
	EffectiveDate time.Time
	Instructions  json.RawMessage
}

func scheduledActionFields(a *ScheduledAction) (*kept, []field) {
	return &a.kept, []field{
		{"scheduleType", "", &a.ScheduleType},
		{"actionType", "", &a.ActionType},
		{"effectiveDate", "", &a.EffectiveDate},
		{"instructions", "", &a.Instructions},
	}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (a ScheduledAction) MarshalJSON() ([]byte, error) {
	return writeResource(&a, scheduledActionFields)
}

// UnmarshalJSON reads it.
func (a *ScheduledAction) UnmarshalJSON(data []byte) error {
	return readResource(data, a, scheduledActionFields)
}

// A Link is where something that belongs to a resource is to be had.
type Link struct {
	kept

	URI     string
	Method  string
	Headers []json.RawMessage
}

func linkFields(l *Link) (*kept, []field) {
	return &l.kept, []field{{"uri", "", &l.URI}, {"method", "", &l.Method}, {"headers", "", &l.Headers}}
}

// MarshalJSON writes it as it was read, with what has been changed since.
func (l Link) MarshalJSON() ([]byte, error) { return writeResource(&l, linkFields) }

// UnmarshalJSON reads it.
func (l *Link) UnmarshalJSON(data []byte) error { return readResource(data, l, linkFields) }

// Attributes are what a resource says of itself.
type Attributes struct {
	kept

	ETag       string
	ObjectType string
}

func attributesFields(a *Attributes) (*kept, []field) {
	return &a.kept, []field{{"etag", "", &a.ETag}, {"objectType", "", &a.ObjectType}}
}

// MarshalJSON writes them as they were read, with what has been changed since.
func (a Attributes) MarshalJSON() ([]byte, error) { return writeResource(&a, attributesFields) }

// UnmarshalJSON reads them.
func (a *Attributes) UnmarshalJSON(data []byte) error { return readResource(data, a, attributesFields) }
