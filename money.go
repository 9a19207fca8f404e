package terms

import (
	"fmt"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/shopspring/decimal"
)

// Money is an exact amount in one currency. It is an immutable value; compare two with
// [Money.Equal] or [Money.Cmp], not with ==, for which 2.5 and 2.50 differ.
//
// The zero Money means "not given": no currency, amount 0, text empty, JSON null.
//
// The text of an amount is 12.50 USD: every digit that counts, and at least those of the
// currency's minor unit. Zeros behind these are left out: 2.500 USD is 2.50 USD. In JSON it is {"amount":"12.50","currency":"USD"}, the
// amount a string. Neither depends on the package globals of shopspring/decimal.
type Money struct {
	amount   decimal.Decimal
	currency Currency
}

const wantMoney = "an amount and an ISO 4217 code, as in 12.50 USD"

// NewMoney gives an amount in a currency. The amount must pass [CheckDecimal], and the
// currency must be one ([ErrCurrency]).
func NewMoney(amount decimal.Decimal, currency Currency) (Money, error) {
	if err := currency.check(); err != nil {
		return Money{}, err
	}
	if err := CheckDecimal(amount); err != nil {
		return Money{}, err
	}
	return Money{amount, currency}, nil
}

// ParseMoney reads an amount, one space and a currency, as in 12.50 USD. The amount is what
// [ParseDecimal] reads, the currency what [ParseCurrency] reads.
func ParseMoney(s string) (Money, error) {
	number, code, ok := strings.Cut(s, " ")
	if !ok {
		return Money{}, parseError(ErrMoney, s, wantMoney)
	}
	return parseMoney(number, code)
}

// MustParseMoney is [ParseMoney] for amounts written into a program. It panics on text
// that ParseMoney refuses, so it is for constants and tests, never for input.
func MustParseMoney(s string) Money {
	m, err := ParseMoney(s)
	if err != nil {
		panic(err)
	}
	return m
}

func parseMoney(number, code string) (Money, error) {
	amount, err := ParseDecimal(number)
	if err != nil {
		return Money{}, err
	}
	currency, err := ParseCurrency(code)
	if err != nil {
		return Money{}, err
	}
	return Money{amount, currency}, nil
}

// Amount gives the amount, exact.
func (m Money) Amount() decimal.Decimal { return m.amount }

// Currency gives the currency, and the zero Currency for the zero Money.
func (m Money) Currency() Currency { return m.currency }

// IsZero reports whether no amount is given. An amount of 0.00 USD is given.
func (m Money) IsZero() bool { return m.currency.IsZero() }

// Sign gives −1, 0 or +1 as the amount is negative, nothing or positive.
func (m Money) Sign() int { return m.amount.Sign() }

// Add gives the sum, exact. It fails with [ErrCurrencyMismatch] if the currencies
// differ, with [ErrCurrency] if neither amount is given, and with [ErrDecimalRange] if the
// sum does not pass [CheckDecimal].
func (m Money) Add(other Money) (Money, error) {
	if err := m.sameCurrency(other); err != nil {
		return Money{}, err
	}
	return NewMoney(m.amount.Add(other.amount), m.currency)
}

// Sub gives the difference, exact. It fails as [Money.Add] does.
func (m Money) Sub(other Money) (Money, error) { return m.Add(other.Neg()) }

// Neg gives the amount with its sign turned.
func (m Money) Neg() Money { return Money{m.amount.Neg(), m.currency} }

// Mul gives the amount times a factor, exact. The factor and the product must pass
// [CheckDecimal]; the zero Money has no product and fails with [ErrCurrency].
func (m Money) Mul(factor decimal.Decimal) (Money, error) {
	if err := CheckDecimal(factor); err != nil {
		return Money{}, err
	}
	return NewMoney(m.amount.Mul(factor), m.currency)
}

// Cmp gives −1, 0 or +1 as m is less than, equal to or more than other. Two currencies
// do not compare: that is [ErrCurrencyMismatch].
func (m Money) Cmp(other Money) (int, error) {
	if err := m.sameCurrency(other); err != nil {
		return 0, err
	}
	return m.amount.Cmp(other.amount), nil
}

// Equal reports whether both are the same amount in the same currency. 2.5 USD and 2.50
// USD are; 0.00 USD and 0.00 EUR are not, nor is 0.00 USD the zero Money.
func (m Money) Equal(other Money) bool {
	return m.currency == other.currency && m.amount.Equal(other.amount)
}

func (m Money) sameCurrency(other Money) error {
	if m.currency != other.currency {
		return &CurrencyMismatchError{m.currency, other.currency}
	}
	return nil
}

// String gives the amount and the currency, as in 12.50 USD, and nothing for the zero
// Money.
func (m Money) String() string {
	if m.IsZero() {
		return ""
	}
	return m.amountText() + " " + m.currency.String()
}

func (m Money) amountText() string { return decimalText(m.amount, m.currency.Digits()) }

// MarshalText gives what [Money.String] gives. It never fails.
func (m Money) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what [ParseMoney] reads, and empty text as the zero Money. On an error
// it leaves m as it was.
func (m *Money) UnmarshalText(text []byte) error { return unmarshalText(text, m, ParseMoney) }

// MarshalJSON gives {"amount":"12.50","currency":"USD"}, and null for the zero Money. It
// never fails.
func (m Money) MarshalJSON() ([]byte, error) {
	if m.IsZero() {
		return []byte("null"), nil
	}
	return fmt.Appendf(nil, `{"amount":%q,"currency":%q}`, m.amountText(), m.currency), nil
}

// UnmarshalJSON reads what [Money.MarshalJSON] gives, by the rules of [Decode]: the two
// keys, each once, the amount a string. On an error it leaves m as it was.
func (m *Money) UnmarshalJSON(data []byte) error {
	if kind := jsontext.Value(data).Kind(); kind != jsontext.KindBeginObject && kind != jsontext.KindNull {
		return &DecodeError{Err: parseError(ErrMoney, string(data), wantMoneyJSON)}
	}
	var raw *struct {
		Amount   *decimal.Decimal `json:"amount"`
		Currency Currency         `json:"currency"`
	}
	if err := decodeBytes(data, &raw); err != nil {
		return err
	}
	if raw == nil {
		*m = Money{}
		return nil
	}
	if raw.Amount == nil {
		return &DecodeError{Path: "/amount", Err: fmt.Errorf("%w: no amount; want %s", ErrMoney, wantMoneyJSON)}
	}
	if err := raw.Currency.check(); err != nil {
		return &DecodeError{Path: "/currency", Err: err}
	}
	*m = Money{*raw.Amount, raw.Currency}
	return nil
}

const wantMoneyJSON = `{"amount":"12.50","currency":"USD"}`
