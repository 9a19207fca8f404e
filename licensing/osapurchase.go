package licensing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudterms/terms"
)

// An OSAToken is what one token on a key carries: a number of purchased units in the
// currency of the purchase. Credit comes in whole units, each worth about 100 USD or
// its equivalent, taxes not counted (OPEN-03). What a unit is worth to the cent is
// the affair of package credit.
//
// The zero OSAToken means "not given".
type OSAToken struct {
	Units    int            `json:"units"`    // 1 to 1,000,000
	Currency terms.Currency `json:"currency"` // the currency of the purchase
}

// maxUnits stands far above any purchase and far below where sums of units overflow.
const maxUnits = 1_000_000

// lastPurchaseDay is the last day from which the published time to activate a key, five years, ends within the days there
// are.
const (
	lastPurchaseDay = "9994-12-31"
	fiveYears       = 5 * 12 // months
)

// An OSAPurchase is one purchase as one key carries it. The whole purchase is issued as
// one key unless the order says otherwise (OPEN-09): an order that asked for several keys
// is as many purchases, each with the tokens on its key.
//
// It is an immutable value, made by [NewOSAPurchase] or read from JSON; compare two with
// [OSAPurchase.Equal]. The zero OSAPurchase means "not given", has no days and allows no
// activation.
type OSAPurchase struct {
	key       OSAKey
	purchased terms.Day
	tokens    []OSAToken
}

// NewOSAPurchase gives the purchase of a key on a day, with the tokens on it. The key and
// the day must be given, the day no later than 9994-12-31, and there must be a
// token or more, each of 1 to 1,000,000 units of a currency. Anything else is a
// [PurchaseError] wrapping [ErrOSAPurchase].
func NewOSAPurchase(key OSAKey, purchased terms.Day, tokens ...OSAToken) (OSAPurchase, error) {
	p := OSAPurchase{key, purchased, slices.Clone(tokens)}
	if wrong := p.check(); wrong != nil {
		return OSAPurchase{}, wrong
	}
	return p, nil
}

func (p OSAPurchase) check() *PurchaseError {
	switch {
	case p.key.IsZero():
		return purchaseError("key", "", "the OSA key that was purchased")
	case p.purchased.IsZero():
		return purchaseError("purchased", "", "the day of the purchase, as in 2016-02-29")
	case p.purchased.AddMonths(fiveYears).IsZero():
		return purchaseError("purchased", p.purchased.String(), "a day no later than "+lastPurchaseDay)
	case len(p.tokens) == 0:
		return purchaseError("tokens", "", "one token or more on a key")
	}
	for i, token := range p.tokens {
		if wrong := token.check("tokens/" + strconv.Itoa(i)); wrong != nil {
			return wrong
		}
	}
	return nil
}

func (t OSAToken) check(field string) *PurchaseError {
	if t.Units < 1 || t.Units > maxUnits {
		return purchaseError(field+"/units", strconv.Itoa(t.Units), "a whole number from 1 to "+strconv.Itoa(maxUnits))
	}
	if t.Currency.IsValid() {
		return nil
	}
	given := ""
	if !t.Currency.IsZero() {
		given = "number " + strconv.Itoa(int(t.Currency))
	}
	return purchaseError(field+"/currency", given, "an ISO 4217 currency, such as USD")
}

func purchaseError(field, value, want string) *PurchaseError {
	return &PurchaseError{field, value, want, ErrOSAPurchase}
}

// Key gives the key the purchase was issued as.
func (p OSAPurchase) Key() OSAKey { return p.key }

// Purchased gives the day of the purchase, which is also the first day on which the
// key can be activated.
func (p OSAPurchase) Purchased() terms.Day { return p.purchased }

// Tokens gives the tokens on the key, in the order in which they were given. The slice is the
// caller's own.
func (p OSAPurchase) Tokens() []OSAToken { return slices.Clone(p.tokens) }

// LastActivationDay gives the last day on which the key can be activated: the same day of
// the month five years after the purchase (OPEN-08), or the month's last where there is no
// such day. A key purchased on 29 February 2016 can be activated on 28 February 2021, and no
// longer on 1 March.
//
// The record says "within five years of the purchase date" and gives neither an instant
// nor a zone. Read here: days are UTC days, and the last is inclusive. Who counts five years
// from the beginning of the day of purchase ends one day earlier. These are the [Published] rules;
// [Rules.LastActivationDay] goes by others.
func (p OSAPurchase) LastActivationDay() terms.Day {
	last, err := Published().LastActivationDay(p)
	if err != nil {
		return terms.Day{}
	}
	return last
}

// CheckActivation gives nil if the key can be activated on a UTC day: from the day of
// purchase to [OSAPurchase.LastActivationDay], both included (OPEN-08). Otherwise it
// gives an [ActivationError] that wraps [ErrActivatedTooLate] or
// [ErrActivatedBeforePurchase], and [ErrNotGiven] if the day or the purchase is zero.
//
// For an instant, ask about [terms.DayOf] it. These are the [Published] rules; [Rules.CheckActivation] goes by
// others.
func (p OSAPurchase) CheckActivation(day terms.Day) error { return Published().CheckActivation(p, day) }

// IsZero reports whether no purchase is given.
func (p OSAPurchase) IsZero() bool { return p.key.IsZero() }

// Equal reports whether both are the purchase of the same key on the same day with the same
// tokens in the same order.
func (p OSAPurchase) Equal(other OSAPurchase) bool {
	return p.key == other.key && p.purchased == other.purchased && slices.Equal(p.tokens, other.tokens)
}

// String gives the key's id, the day and the tokens, as in
// osa-0a1b2c3d4e5f, purchased 2023-01-02: 50 × USD, 3 × EUR. The zero OSAPurchase gives
// nothing.
func (p OSAPurchase) String() string {
	if p.IsZero() {
		return ""
	}
	tokens := make([]string, len(p.tokens))
	for i, token := range p.tokens {
		tokens[i] = fmt.Sprintf("%d × %s", token.Units, token.Currency)
	}
	return fmt.Sprintf("%s, purchased %s: %s", p.key.ID(), p.purchased, strings.Join(tokens, ", "))
}

// MarshalJSON gives the purchase with its key masked, and the key's id beside it:
//
//	{"key":"*****-*****-*****-*****-EEEEE","keyId":"osa-0a1b2c3d4e5f",
//	 "purchased":"2023-01-02","tokens":[{"units":50,"currency":"USD"}]}
//
// The zero OSAPurchase gives null. Because the key is masked this is the one JSON of the
// module that does not decode to an equal value; only null does. To keep a purchase, keep
// its key in a secret store, by the id.
func (p OSAPurchase) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		// The key comes first: who reads this back is told that it is masked, before
		// anything is said about an unknown keyId.
		Key       OSAKey     `json:"key"`
		KeyID     string     `json:"keyId"`
		Purchased terms.Day  `json:"purchased"`
		Tokens    []OSAToken `json:"tokens"`
	}{p.key, p.key.ID(), p.purchased, p.tokens})
}

// UnmarshalJSON reads a purchase with the key in full, by the rules of [terms.Decode] and
// [NewOSAPurchase], and null as the zero OSAPurchase:
//
//	{"key":"AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
//	 "purchased":"2023-01-02","tokens":[{"units":50,"currency":"USD"}]}
//
// Errors are a [terms.DecodeError] with the path. On an error it leaves p as it was.
func (p *OSAPurchase) UnmarshalJSON(data []byte) error {
	var raw *struct {
		Key       OSAKey     `json:"key"`
		Purchased terms.Day  `json:"purchased"`
		Tokens    []OSAToken `json:"tokens"`
	}
	if err := terms.Decode(bytes.NewReader(data), &raw); err != nil {
		return err
	}
	if raw == nil {
		*p = OSAPurchase{}
		return nil
	}
	purchase := OSAPurchase{raw.Key, raw.Purchased, raw.Tokens}
	if wrong := purchase.check(); wrong != nil {
		return &terms.DecodeError{Path: "/" + wrong.Field, Err: wrong}
	}
	*p = purchase
	return nil
}
