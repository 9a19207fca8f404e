package licensing

import "github.com/cloudterms/terms"

// A Redemption is what a key of Online Service Activation is redeemed for: one of two
// things (OPEN-01). The zero Redemption means "not given" and stands for neither. Its text
// is activatesSubscription or addsCredit.
//
// The record contradicts itself. Microsoft's Swedish and Norwegian offer pages (sv-se,
// nb-no) offer both ways, as do the Polish, Japanese and Brazilian ones and the page
// "Online service activation for Open programs (volume licensing)" of 2025; the
// British, German, French and Portuguese pages (en-gb, de-de, fr-fr, pt-pt) offer
// only AddsCredit. OPEN-01 follows the first, so both ways are open by default.
type Redemption uint8

const (
	// ActivatesSubscription activates a new Azure in Open subscription (OPEN-01).
	ActivatesSubscription Redemption = iota + 1
	// AddsCredit adds credit to an Azure in Open subscription there is (OPEN-01).
	AddsCredit
)

// ParseRedemption reads the text of a redemption, in the case in which it is written.
// Anything else is a [terms.ParseError] wrapping [terms.ErrName], which lists what is right.
func ParseRedemption(s string) (Redemption, error) {
	var r Redemption
	if err := redemptions.Unmarshal([]byte(s), &r); err != nil {
		return 0, err
	}
	if !r.IsValid() {
		return 0, &terms.ParseError{Want: "redemption: one of activatesSubscription, addsCredit", Err: terms.ErrName}
	}
	return r, nil
}

// IsValid reports whether r is one of the two redemptions. The zero Redemption is not.
func (r Redemption) IsValid() bool { return redemptions.Valid(r) }

// String gives the text, nothing for the zero Redemption, and the number in words for one
// that is none of the two.
func (r Redemption) String() string { return redemptions.Text(r) }

// MarshalText gives the text, and empty text for the zero Redemption. A number that is no
// Redemption is [terms.ErrName].
func (r Redemption) MarshalText() ([]byte, error) { return redemptions.Marshal(r) }

// UnmarshalText reads what [ParseRedemption] reads, and empty text as the zero Redemption.
// On an error it leaves r as it was.
func (r *Redemption) UnmarshalText(text []byte) error { return redemptions.Unmarshal(text, r) }
