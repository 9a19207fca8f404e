package reconcile

import (
	"errors"
	"fmt"

	"github.com/cloudterms/terms/pricing/pricesheet"
)

// Conditions that callers test for with errors.Is. Those of lines are in the [LineError] that [Line.Err] gives.
var (
	// ErrBasis is the condition of a [Basis] by which nothing can be recomputed.
	ErrBasis = errors.New("reconcile: basis not accepted")
	// ErrDiffers is the condition of a line that is not billed as the rounding rule of its day has it: [Differs] and
	// [AgreesOtherwise].
	ErrDiffers = errors.New("reconcile: line differs")
	// ErrNoPrice is the condition of a line without a price.
	ErrNoPrice = errors.New("reconcile: line has no price")
	// ErrAmbiguous is the condition of a line with several prices.
	ErrAmbiguous = errors.New("reconcile: line has several prices")
	// ErrUnreckoned is the condition of a line that cannot be recomputed.
	ErrUnreckoned = errors.New("reconcile: line cannot be recomputed")
	// ErrNoUsage is the condition of a line that bills what was not used.
	ErrNoUsage = errors.New("reconcile: nothing was used")
	// ErrNotBilled is the condition of use that is not billed.
	ErrNotBilled = errors.New("reconcile: use is not billed")
)

// A LineError says of one line why it is not settled.
type LineError struct {
	Line Line
	Err  error // the condition, such as [ErrNoPrice]
}

// Error gives the condition, the place, and why or by how much.
func (e *LineError) Error() string {
	where := fmt.Sprintf("product %.64s, SKU %.64s", e.Line.ProductID, e.Line.SkuID)
	if e.Line.Tier > 0 {
		where += fmt.Sprintf(", tier %d", e.Line.Tier)
	}
	if e.Line.Line > 0 {
		where = fmt.Sprintf("line %d, %s", e.Line.Line, where)
	}
	if e.Line.Why != "" {
		return fmt.Sprintf("%v: %s: %s", e.Err, where, e.Line.Why)
	}
	return fmt.Sprintf("%v: %s: billed %v, recomputed %v", e.Err, where, e.Line.Billed, e.Line.Recomputed)
}

// Unwrap gives the condition.
func (e *LineError) Unwrap() error { return e.Err }

// Err gives nothing for a line that [Agrees], and a [LineError] for any other.
func (l Line) Err() error {
	var condition error
	switch l.Outcome {
	case Agrees:
		return nil
	case AgreesOtherwise, Differs:
		condition = ErrDiffers
	case NoPrice:
		condition = ErrNoPrice
	case Ambiguous:
		condition = ErrAmbiguous
	case NoUsage:
		condition = ErrNoUsage
	case NotBilled:
		condition = ErrNotBilled
	default:
		condition = ErrUnreckoned
	}
	return &LineError{l, condition}
}

// outcomeOf says which outcome it is that a line could not be recomputed.
func outcomeOf(err error) Outcome {
	switch {
	case errors.Is(err, pricesheet.ErrNoPrice):
		return NoPrice
	case errors.Is(err, pricesheet.ErrAmbiguous), errors.Is(err, pricesheet.ErrConflict):
		return Ambiguous
	default:
		return Unreckoned
	}
}
