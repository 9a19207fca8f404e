package pricesheet

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
)

// A setter reads the text of a field, which is not empty, into a row.
type setter[T any] func(r *reading, row *T, text string) error

// A reading is what the setters of one file share.
type reading struct {
	layouts    []Layout
	times      memo[time.Time]
	days       memo[terms.Day]
	rates      memo[decimal.Decimal]
	currencies memo[terms.Currency]
	// The currencies of the row that is being read.
	billing, pricing terms.Currency
}

func newReading(layouts []Layout) *reading { return &reading{layouts: layouts} }

// A memo remembers what texts mean. The files repeat a few dates, currencies and rates in every row.
type memo[T any] map[string]T

// read gives what text means, by parse where it is new.
func (m *memo[T]) read(text string, parse func(string) (T, error)) (T, error) {
	if value, ok := (*m)[text]; ok {
		return value, nil
	}
	value, err := parse(text)
	if err != nil {
		return value, err
	}
	const most = 512
	if *m == nil {
		*m = make(memo[T])
	}
	if len(*m) < most {
		(*m)[strings.Clone(text)] = value
	}
	return value, nil
}

func (r *reading) time(text string) (time.Time, error) {
	return r.times.read(text, func(s string) (time.Time, error) { return readTime(strings.TrimSpace(s), r.layouts) })
}

func (r *reading) currency(text string) (terms.Currency, error) {
	return r.currencies.read(text, func(s string) (terms.Currency, error) { return terms.ParseCurrency(strings.TrimSpace(s)) })
}

func textTo[T any](to func(*T) *string) setter[T] {
	return func(_ *reading, row *T, text string) error {
		*to(row) = text
		return nil
	}
}

func numberTo[T any](to func(*T) *decimal.Decimal) setter[T] {
	return func(_ *reading, row *T, text string) (err error) {
		*to(row), err = readNumber(text)
		return err
	}
}

// rateTo reads a number that many rows share.
func rateTo[T any](to func(*T) *decimal.Decimal) setter[T] {
	return func(r *reading, row *T, text string) (err error) {
		*to(row), err = r.rates.read(text, readNumber)
		return err
	}
}

// percentTo reads a percentage as the fraction it is.
func percentTo[T any](to func(*T) *decimal.Decimal) setter[T] {
	return func(r *reading, row *T, text string) error {
		percentage, err := r.rates.read(text, readNumber)
		if err != nil {
			return err
		}
		*to(row) = percentage.Shift(-2)
		return terms.CheckDecimal(*to(row))
	}
}

func instantTo[T any](to func(*T) *time.Time) setter[T] {
	return func(r *reading, row *T, text string) (err error) {
		*to(row), err = r.time(text)
		return err
	}
}

func dayTo[T any](to func(*T) *terms.Day) setter[T] {
	return func(r *reading, row *T, text string) (err error) {
		*to(row), err = r.days.read(text, func(s string) (terms.Day, error) {
			at, err := readTime(strings.TrimSpace(s), r.layouts)
			return terms.DayOf(at), err
		})
		return err
	}
}

// billingCurrency reads the currency of the row's amounts of money.
func billingCurrency[T any](r *reading, _ *T, text string) (err error) {
	r.billing, err = r.currency(text)
	return err
}

// pricingCurrency reads the currency of the row's prices, which have it with them.
func pricingCurrency[T any](r *reading, _ *T, text string) (err error) {
	r.pricing, err = r.currency(text)
	return err
}

// pricingCurrencyTo reads the currency of the row's prices.
func pricingCurrencyTo[T any](to func(*T) *terms.Currency) setter[T] {
	return func(r *reading, row *T, text string) (err error) {
		r.pricing, err = r.currency(text)
		*to(row) = r.pricing
		return err
	}
}

func billedTo[T any](to func(*T) *terms.Money) setter[T] {
	return func(r *reading, row *T, text string) (err error) {
		*to(row), err = readMoney(text, r.billing)
		return err
	}
}

func pricedTo[T any](to func(*T) *terms.Money) setter[T] {
	return func(r *reading, row *T, text string) (err error) {
		*to(row), err = readMoney(text, r.pricing)
		return err
	}
}

// listTo reads a list of words, such as Software;Perpetual.
func listTo[T any](to func(*T) *[]string) setter[T] {
	return func(_ *reading, row *T, text string) error {
		const marks = ";,"
		words := make([]string, 0, 1+strings.Count(text, marks[:1])+strings.Count(text, marks[1:]))
		for text != "" {
			end := strings.IndexAny(text, marks)
			if end < 0 {
				end = len(text)
			}
			if word := strings.TrimSpace(text[:end]); word != "" {
				words = append(words, word)
			}
			text = strings.TrimLeft(text[end:], marks)
		}
		*to(row) = words
		return nil
	}
}

func truthTo[T any](to func(*T) *bool) setter[T] {
	return func(_ *reading, row *T, text string) error {
		switch {
		case strings.EqualFold(text, "true"):
			*to(row) = true
		case !strings.EqualFold(text, "false"):
			return fmt.Errorf("%w: %q; want true or false", ErrValue, excerpt(text))
		}
		return nil
	}
}

// jsonTo reads a JSON array or object.
func jsonTo[T, V any](to func(*T) *V) setter[T] {
	return func(_ *reading, row *T, text string) error {
		if err := json.Unmarshal([]byte(text), to(row)); err != nil {
			return fmt.Errorf("%w: %w", ErrJSON, err)
		}
		return nil
	}
}

func readMoney(text string, currency terms.Currency) (terms.Money, error) {
	amount, err := readNumber(text)
	if err != nil {
		return terms.Money{}, err
	}
	if currency.IsZero() {
		return terms.Money{}, fmt.Errorf("%w: the currency of an amount", ErrMissing)
	}
	return terms.NewMoney(amount, currency)
}

// readNumber is terms.ParseDecimal, past spaces around the number, and short for numbers of up to 18 digits.
func readNumber(text string) (decimal.Decimal, error) {
	text = strings.TrimSpace(text)
	if d, ok := shortNumber(text); ok {
		return d, nil
	}
	return terms.ParseDecimal(text)
}

// shortNumber reads what most numbers are: digits, perhaps a sign in front, perhaps a point within.
func shortNumber(text string) (decimal.Decimal, bool) {
	const mostDigits = 18 // that any int64 holds
	digits := strings.TrimPrefix(text, "-")
	if len(digits) == 0 || len(digits) > mostDigits || digits[0] == '0' && len(digits) > 1 && digits[1] != '.' {
		return decimal.Decimal{}, false
	}
	n, point := int64(0), -1
	for i := range len(digits) {
		switch b := digits[i]; {
		case '0' <= b && b <= '9':
			n = n*10 + int64(b-'0')
		case b == '.' && point < 0 && 0 < i && i < len(digits)-1:
			point = i
		default:
			return decimal.Decimal{}, false
		}
	}
	if n == 0 {
		return decimal.Decimal{}, true
	}
	if len(digits) < len(text) {
		n = -n
	}
	places := 0
	if point >= 0 {
		places = len(digits) - 1 - point
	}
	return decimal.New(n, -int32(places)), true //nolint:gosec // at most 18
}
