package cancellation

// A Refund is what comes back for a cancellation in the window. [CheckRefund] gives the amount. The zero Refund
// means "not given".
type Refund uint8

const (
	// RefundFull is everything that was paid.
	RefundFull Refund = iota + 1
	// RefundFullThenProrated is everything on the first day, and from then on what remains of the paid period, by the day.
	RefundFullThenProrated
	// RefundProrated is what remains of the paid period, by the day.
	RefundProrated
	// RefundNone is nothing.
	RefundNone
)
