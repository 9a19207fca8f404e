package pricesheet

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/markets"
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
	markets    memo[markets.Market]
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
	return r.currencies.read(text, func(s string) (terms.Currency, error) {
		currency, err := terms.ParseCurrency(strings.TrimSpace(s))
		return currency, asValue(err)
	})
}

// asValue makes what is wrong with a field's text the condition of a value that its column cannot have.
func asValue(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: %w", ErrValue, err)
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
		return asValue(terms.CheckDecimal(*to(row)))
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

// priceTo reads a price, which is not below 0.
func priceTo[T any](to func(*T) *terms.Money) setter[T] {
	return func(r *reading, row *T, text string) (err error) {
		if *to(row), err = readMoney(text, r.pricing); err == nil && to(row).Sign() < 0 {
			return fmt.Errorf("%w: a price of %q; want 0 or more", ErrValue, excerpt.Of(text))
		}
		return err
	}
}

// setMarket reads a market by its code, in any case, and keeps it as it is written.
func setMarket(r *reading, row *Price, text string) error {
	row.Market = text
	_, err := r.markets.read(text, func(s string) (markets.Market, error) {
		market, err := markets.ParseMarket(strings.ToUpper(strings.TrimSpace(s)))
		return market, asValue(err)
	})
	return err
}

// setTierMin reads the number of the first unit of a tier.
func setTierMin(r *reading, row *Price, text string) (err error) {
	row.PricingTierRangeMin, err = r.rates.read(text, readNumber)
	if err == nil && row.PricingTierRangeMin.IsNegative() {
		return fmt.Errorf("%w: a tier from %q on; want 0 or more", ErrValue, excerpt.Of(text))
	}
	return err
}

// setTierMax reads the last unit of a tier, which is none before the first.
func setTierMax(r *reading, row *Price, text string) (err error) {
	if row.PricingTierRangeMax, err = r.rates.read(text, readNumber); err != nil {
		return err
	}
	if least, most := row.PricingTierRangeMin, row.PricingTierRangeMax; !most.IsZero() && most.LessThan(least) {
		return fmt.Errorf("%w: a tier from %v to %v; want its last unit not before its first", ErrValue, least, most)
	}
	return nil
}

// setEnd reads the end of a price, which is not before its start.
func setEnd(r *reading, row *Price, text string) (err error) {
	if row.EffectiveEndDate, err = r.time(text); err != nil {
		return err
	}
	if row.EffectiveEndDate.Before(row.EffectiveStartDate) {
		return fmt.Errorf("%w: an end at %q; want one not before the start, %s", ErrValue, excerpt.Of(text), row.EffectiveStartDate.Format(time.RFC3339))
	}
	return nil
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
			return fmt.Errorf("%w: %q; want true or false", ErrValue, excerpt.Of(text))
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
	read, err := terms.NewMoney(amount, currency)
	return read, asValue(err)
}

// readNumber is terms.ParseDecimal, past spaces around the number, and short for numbers of up to 18 digits.
func readNumber(text string) (decimal.Decimal, error) {
	text = strings.TrimSpace(text)
	if d, ok := shortNumber(text); ok {
		return d, nil
	}
	d, err := terms.ParseDecimal(text)
	return d, asValue(err)
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
