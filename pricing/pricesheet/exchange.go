package pricesheet

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
	"github.com/cloudterms/terms/internal/jsonform"
)

// An ExchangeRate is a row of a month's exchange rates: what one unit of a currency is worth in US dollars. An amount in
// dollars is divided by it. The column PCToBCExchangeRate of usage and invoices goes the other way: it multiplies.
type ExchangeRate struct {
	// Line is the line of the file that the row begins on, counted from 1.
	Line         int            `json:"line,omitzero"`
	CurrencyCode terms.Currency `json:"currencyCode"`
	// USDPerUnit is more than 0, and has up to 17 places.
	USDPerUnit decimal.Decimal `json:"-"`
	// Month is the first day of the month whose charges the rate converts. The rate stands for the whole of it.
	Month terms.Day `json:"month"`
	// Other are the columns this package does not know, in the order of the file.
	Other []Field `json:"other,omitempty"`
}

// ReadExchangeRates reads the exchange rates of a month: the file of fxrates of the pricing API, or the download. Months are
// [YearMonth]; the sample on the API's page, whose month is 2019, is cut short. The sequence reads in as it is ranged over,
// and can be once.
func ReadExchangeRates(in io.Reader) iter.Seq2[ExchangeRate, error] {
	return readCSV(&exchangeRates, in)
}

// setUSDPerUnit reads a rate, which divides and therefore is more than 0.
func setUSDPerUnit(_ *reading, row *ExchangeRate, text string) error {
	rate, err := readNumber(text)
	if err != nil {
		return err
	}
	if !rate.IsPositive() {
		return fmt.Errorf("%w: a rate of %q; want more than 0", ErrValue, excerpt.Of(text))
	}
	row.USDPerUnit = rate
	return nil
}

func setRateCurrency(r *reading, row *ExchangeRate, text string) (err error) {
	row.CurrencyCode, err = r.currency(text)
	return err
}

// Applies reports whether the rate converts a charge of a day.
func (r ExchangeRate) Applies(day terms.Day) bool {
	return !r.Month.IsZero() && day.Year() == r.Month.Year() && day.Month() == r.Month.Month()
}

// Equal reports whether both are the same row of the same line.
func (r ExchangeRate) Equal(other ExchangeRate) bool { return sameJSON(r, other) }

type (
	exchangeRateJSON ExchangeRate
	exchangeRateForm struct {
		exchangeRateJSON

		USDPerUnit number `json:"usdPerUnit"`
	}
)

// MarshalJSON gives the row under the names of its columns.
func (r ExchangeRate) MarshalJSON() ([]byte, error) {
	return json.Marshal(exchangeRateForm{
		exchangeRateJSON: exchangeRateJSON(r),
		USDPerUnit:       number{r.USDPerUnit},
	})
}

// UnmarshalJSON reads what [ExchangeRate.MarshalJSON] gives, by the rules of [terms.Decode].
func (r *ExchangeRate) UnmarshalJSON(data []byte) error {
	var read exchangeRateForm
	if err := jsonform.Decode(data, &read); err != nil {
		return err
	}
	*r = ExchangeRate(read.exchangeRateJSON)
	r.USDPerUnit = read.USDPerUnit.Decimal
	return nil
}
