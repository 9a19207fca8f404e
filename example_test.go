package terms_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
)

// A year's price is charged by the month. The order comes in as JSON, each charge falls on
// the day of the month the order began or on the month's end, and the charges add up to the
// price, to the cent.
func Example() {
	const order = `{"begins": "2024-01-31", "price": {"amount": "100.00", "currency": "USD"}, "months": 12}`
	var o struct {
		Begins terms.Day   `json:"begins"`
		Price  terms.Money `json:"price"`
		Months int         `json:"months"`
	}
	if err := terms.Decode(strings.NewReader(order), &o); err != nil {
		fmt.Println(err)
		return
	}
	term, err := terms.NewSpan(o.Begins, o.Begins.AddMonths(o.Months))
	if err != nil {
		fmt.Println(err)
		return
	}
	alike := make([]decimal.Decimal, o.Months)
	for i := range alike {
		alike[i] = decimal.New(1, 0)
	}
	charges, err := o.Price.Allocate(alike...)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("term", term)
	for month, charge := range charges[:5] {
		fmt.Println(o.Begins.AddMonths(month), charge)
	}
	// Output:
	// term 2024-01-31/2025-01-31
	// 2024-01-31 8.34 USD
	// 2024-02-29 8.34 USD
	// 2024-03-31 8.34 USD
	// 2024-04-30 8.34 USD
	// 2024-05-31 8.33 USD
}

func ExampleNewDay() {
	fmt.Println(terms.NewDay(2024, time.February, 29))
	_, err := terms.NewDay(2026, time.February, 29)
	fmt.Println(err)
	// Output:
	// 2024-02-29 <nil>
	// terms: not a day: "2026-02-29"; want a day that exists, as in 2024-02-29
}

func ExampleParseDay() {
	d, err := terms.ParseDay("2024-02-29")
	fmt.Println(d, err)
	_, err = terms.ParseDay("2026-02-30")
	fmt.Println(err)
	// Output:
	// 2024-02-29 <nil>
	// terms: not a day: "2026-02-30"; want a day that exists, as in 2024-02-29
}

func ExampleMustParseDay() {
	endOfSale := terms.MustParseDay("2021-12-31")
	fmt.Println(endOfSale.AddDays(1))
	// Output: 2022-01-01
}

func ExampleDayFrom() {
	d, err := terms.DayFrom(date.New(2024, time.February, 29))
	fmt.Println(d, err)
	// Output: 2024-02-29 <nil>
}

func ExampleDay_Date() {
	fmt.Println(terms.MustParseDay("2024-02-29").Date().Weekday())
	// Output: Thursday
}

func ExampleDayOf() {
	purchased := time.Date(2026, time.February, 28, 23, 30, 0, 0, time.FixedZone("Seattle", -8*60*60))
	fmt.Println(terms.DayOf(purchased))
	// Output: 2026-03-01
}

func ExampleDayIn() {
	stockholm, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		fmt.Println(err)
		return
	}
	purchased := time.Date(2026, time.February, 28, 23, 30, 0, 0, time.UTC)
	fmt.Println(terms.DayOf(purchased), terms.DayIn(purchased, stockholm))
	// Output: 2026-02-28 2026-03-01
}

func ExampleDay_IsZero() {
	var notGiven terms.Day
	fmt.Printf("%t %q\n", notGiven.IsZero(), notGiven)
	// Output: true ""
}

func ExampleDay_DayOfMonth() {
	d := terms.MustParseDay("2024-02-29")
	fmt.Println(d.DayOfMonth(), d.Month(), d.Year())
	// Output: 29 February 2024
}

func ExampleDay_FirstOfMonth() {
	d := terms.MustParseDay("2024-02-29")
	fmt.Println(d.FirstOfMonth(), d.FirstOfMonth().AddMonths(1).AddDays(-1))
	// Output: 2024-02-01 2024-02-29
}

// A day holds the instants from its start up to, but not, the start of the next.
func ExampleDay_Start() {
	d := terms.MustParseDay("2024-02-29")
	fmt.Println(d.Start())
	fmt.Println(d.AddDays(1).Start())
	// Output:
	// 2024-02-29 00:00:00 +0000 UTC
	// 2024-03-01 00:00:00 +0000 UTC
}

func ExampleDay_StartIn() {
	cairo, err := time.LoadLocation("Africa/Cairo")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range []string{"2024-04-25", "2024-04-26"} {
		fmt.Println(terms.MustParseDay(d).StartIn(cairo))
	}
	// Output:
	// 2024-04-25 00:00:00 +0200 EET
	// 2024-04-26 01:00:00 +0300 EEST
}

func ExampleDay_AddDays() {
	fmt.Println(terms.MustParseDay("2024-02-28").AddDays(2))
	fmt.Println(terms.MustParseDay("2026-01-01").AddDays(-1))
	// Output:
	// 2024-03-01
	// 2025-12-31
}

func ExampleDay_AddMonths() {
	anchor := terms.MustParseDay("2024-01-31")
	for months := range 4 {
		fmt.Println(anchor.AddMonths(months))
	}
	// Output:
	// 2024-01-31
	// 2024-02-29
	// 2024-03-31
	// 2024-04-30
}

func ExampleDay_Sub() {
	fmt.Println(terms.MustParseDay("2025-01-01").Sub(terms.MustParseDay("2024-01-01")))
	// Output: 366
}

func ExampleDay_Compare() {
	first, second := terms.MustParseDay("2022-01-31"), terms.MustParseDay("2022-02-01")
	fmt.Println(first.Compare(second), first.Compare(first), second.Compare(first))
	// Output: -1 0 1
}

func ExampleDay_Before() {
	first, second := terms.MustParseDay("2022-01-31"), terms.MustParseDay("2022-02-01")
	fmt.Println(first.Before(second), first.Before(first), second.After(first))
	// Output: true false true
}

func ExampleNewSpan() {
	april, err := terms.NewSpan(terms.MustParseDay("2026-04-01"), terms.MustParseDay("2026-05-01"))
	fmt.Println(april, err)
	_, err = terms.NewSpan(terms.MustParseDay("2026-05-01"), terms.MustParseDay("2026-04-01"))
	fmt.Println(errors.Is(err, terms.ErrSpan))
	// Output:
	// 2026-04-01/2026-05-01 <nil>
	// true
}

func ExampleMustSpan() {
	phase := terms.MustSpan(terms.MustParseDay("2021-07-21"), terms.MustParseDay("2022-02-01"))
	fmt.Println(phase.Contains(terms.MustParseDay("2022-01-31")), phase.Contains(terms.MustParseDay("2022-02-01")))
	// Output: true false
}

func ExampleParseSpan() {
	for _, text := range []string{"2021-07-21/2022-02-01", "2022-02-01/..", "../2021-10-14", "pending"} {
		s, err := terms.ParseSpan(text)
		fmt.Println(s, err)
	}
	// Output:
	// 2021-07-21/2022-02-01 <nil>
	// 2022-02-01/.. <nil>
	// ../2021-10-14 <nil>
	// pending <nil>
}

func ExampleSpanFrom() {
	s := terms.SpanFrom(terms.MustParseDay("2022-02-01"))
	fmt.Println(s, s.Contains(terms.MustParseDay("2022-01-31")), s.Contains(terms.MustParseDay("9999-12-31")))
	// Output: 2022-02-01/.. false true
}

func ExampleSpanUntil() {
	s := terms.SpanUntil(terms.MustParseDay("2021-10-14"))
	fmt.Println(s, s.Contains(terms.MustParseDay("2021-10-13")), s.Contains(terms.MustParseDay("2021-10-14")))
	// Output: ../2021-10-14 true false
}

// What is announced with no day set holds no day, and what is open holds them all.
func ExamplePending() {
	d := terms.MustParseDay("2026-01-01")
	fmt.Println(terms.Pending(), terms.Pending().IsPending(), terms.Pending().Contains(d))
	fmt.Println(terms.Always(), terms.Always().IsPending(), terms.Always().Contains(d))
	// Output:
	// pending true false
	// ../.. false true
}

func ExampleAlways() {
	fmt.Println(terms.Always().Contains(terms.MustParseDay("0001-01-02")))
	fmt.Println(terms.Span{}.Contains(terms.MustParseDay("0001-01-02")), terms.Span{}.IsZero())
	// Output:
	// true
	// false true
}

func ExampleSpan_Contains() {
	april, err := terms.ParseSpan("2026-04-01/2026-05-01")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range []string{"2026-03-31", "2026-04-01", "2026-04-30", "2026-05-01"} {
		fmt.Println(d, april.Contains(terms.MustParseDay(d)))
	}
	// Output:
	// 2026-03-31 false
	// 2026-04-01 true
	// 2026-04-30 true
	// 2026-05-01 false
}

func ExampleSpan_Overlaps() {
	until, from := terms.SpanUntil(terms.MustParseDay("2022-02-01")), terms.SpanFrom(terms.MustParseDay("2022-02-01"))
	fmt.Println(until.Overlaps(from), from.Overlaps(terms.Always()))
	// Output: false true
}

func ExampleSpan_Until() {
	for _, s := range []terms.Span{terms.SpanUntil(terms.MustParseDay("2021-10-14")), terms.Always()} {
		from, begins := s.From()
		until, ends := s.Until()
		fmt.Printf("from %q %t, until %q %t\n", from, begins, until, ends)
	}
	// Output:
	// from "" false, until "2021-10-14" true
	// from "" false, until "" false
}

func ExampleNewMoney() {
	m, err := terms.NewMoney(decimal.New(125, -1), terms.USD)
	fmt.Println(m, err)
	_, err = terms.NewMoney(decimal.New(1, 1_000_000), terms.USD)
	fmt.Println(err)
	// Output:
	// 12.50 USD <nil>
	// terms: decimal number out of range: exponent 1000000; want -28 to 19
}

func ExampleParseMoney() {
	for _, text := range []string{"12.5 USD", "1250 JPY", "12.505 USD", "12,50 SEK"} {
		m, err := terms.ParseMoney(text)
		fmt.Println(m, errors.Is(err, terms.ErrDecimal))
	}
	// Output:
	// 12.50 USD false
	// 1250 JPY false
	// 12.505 USD false
	//  true
}

func ExampleMustParseMoney() {
	price := terms.MustParseMoney("12.50 USD")
	fmt.Println(price.Amount(), price.Currency(), price.Sign())
	// Output: 12.5 USD 1
}

func ExampleMoney_IsZero() {
	fmt.Println(terms.Money{}.IsZero(), terms.MustParseMoney("0.00 USD").IsZero())
	// Output: true false
}

func ExampleMoney_Add() {
	m := terms.MustParseMoney("0.10 USD")
	fmt.Println(m.Add(terms.MustParseMoney("0.20 USD")))
	_, err := m.Add(terms.MustParseMoney("0.20 EUR"))
	fmt.Println(err)
	// Output:
	// 0.30 USD <nil>
	// terms: currencies differ: USD and EUR; convert one of them first
}

func ExampleMoney_Sub() {
	fmt.Println(terms.MustParseMoney("100.00 USD").Sub(terms.MustParseMoney("100.01 USD")))
	// Output: -0.01 USD <nil>
}

func ExampleMoney_Neg() {
	fmt.Println(terms.MustParseMoney("100.00 USD").Neg())
	// Output: -100.00 USD
}

// A product keeps all its digits; when to round, and how, is for the caller to say.
func ExampleMoney_Mul() {
	fmt.Println(terms.MustParseMoney("12.50 USD").Mul(decimal.New(15, -2)))
	// Output: 1.875 USD <nil>
}

func ExampleMoney_Cmp() {
	fmt.Println(terms.MustParseMoney("2.50 USD").Cmp(terms.MustParseMoney("2.51 USD")))
	_, err := terms.MustParseMoney("2.50 USD").Cmp(terms.MustParseMoney("2.50 EUR"))
	fmt.Println(errors.Is(err, terms.ErrCurrencyMismatch))
	// Output:
	// -1 <nil>
	// true
}

func ExampleMoney_Equal() {
	m := terms.MustParseMoney("2.50 USD")
	fmt.Println(m.Equal(terms.MustParseMoney("2.5 USD")), m.Equal(terms.MustParseMoney("2.50 EUR")))
	// Output: true false
}

func ExampleMoney_Allocate() {
	one := decimal.New(1, 0)
	fmt.Println(terms.MustParseMoney("100.00 USD").Allocate(one, one, one))
	fmt.Println(terms.MustParseMoney("100 JPY").Allocate(one, decimal.Decimal{}, one.Add(one)))
	// Output:
	// [33.34 USD 33.33 USD 33.33 USD] <nil>
	// [33 JPY 0 JPY 67 JPY] <nil>
}

func ExampleMoney_MarshalJSON() {
	text, err := json.Marshal([]terms.Money{terms.MustParseMoney("12.5 USD"), terms.MustParseMoney("1250 JPY"), {}})
	fmt.Println(string(text), err)
	// Output: [{"amount":"12.50","currency":"USD"},{"amount":"1250","currency":"JPY"},null] <nil>
}

func ExampleParseCurrency() {
	c, err := terms.ParseCurrency("SEK")
	fmt.Println(c, c == terms.SEK, err)
	_, err = terms.ParseCurrency("sek")
	fmt.Println(err)
	// Output:
	// SEK true <nil>
	// terms: not a currency: "sek"; want an ISO 4217 code in capitals, such as USD
}

func ExampleCurrency_Digits() {
	for _, c := range []terms.Currency{terms.USD, terms.JPY, terms.KWD} {
		fmt.Println(c, c.Digits(), c.Name())
	}
	// Output:
	// USD 2 US Dollar
	// JPY 0 Yen
	// KWD 3 Kuwaiti Dinar
}

func ExampleCurrency_Successor() {
	fmt.Println(terms.BGN.Successor())
	_, _, ok := terms.EUR.Successor()
	fmt.Println(ok)
	// Output:
	// EUR 2026-01-01 true
	// false
}

func ExampleCurrency_IsValid() {
	fmt.Println(terms.USD.IsValid(), terms.Currency(0).IsValid(), terms.Currency(60000).IsValid())
	// Output: true false false
}

func ExampleParseDecimal() {
	fmt.Println(terms.ParseDecimal("3.6E-05"))
	_, err := terms.ParseDecimal("1,5")
	fmt.Println(err)
	_, err = terms.ParseDecimal("1e1000000000")
	fmt.Println(err)
	// Output:
	// 0.000036 <nil>
	// terms: not a decimal number: "1,5"; want a number such as 12.50 or 3.6E-05, of at most 64 bytes
	// terms: decimal number out of range: exponent 1000000000; want -28 to 19: "1e1000000000"
}

func ExampleFormatDecimal() {
	fmt.Println(terms.FormatDecimal(decimal.New(1250, -3)))
	fmt.Println(terms.FormatDecimal(decimal.New(36, -6)))
	// Output:
	// 1.25 <nil>
	// 0.000036 <nil>
}

func ExampleCheckDecimal() {
	fmt.Println(terms.CheckDecimal(decimal.New(1, -28)))
	fmt.Println(terms.CheckDecimal(decimal.New(1, 100_000_000)))
	// Output:
	// <nil>
	// terms: decimal number out of range: exponent 100000000; want -28 to 19
}

func ExampleDecode() {
	type lot struct {
		Bought terms.Day   `json:"bought"`
		Amount terms.Money `json:"amount"`
	}
	for _, text := range []string{
		`{"bought": "2024-02-29", "amount": {"amount": "12.50", "currency": "USD"}}`,
		`{"bought": "2026-02-30"}`,
		`{"Bought": "2026-02-28"}`,
	} {
		var l lot
		if err := terms.Decode(strings.NewReader(text), &l); err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(l.Bought, l.Amount)
	}
	// Output:
	// 2024-02-29 12.50 USD
	// terms: JSON not accepted: line 1, column 12: /bought: terms: not a day: "2026-02-30"; want a day that exists, as in 2024-02-29
	// terms: JSON not accepted: line 1, column 2: /Bought: unknown key; keys are written as documented, in the same case
}

func ExampleDecodeList() {
	amounts, err := terms.DecodeList[terms.Money](strings.NewReader(`[
  {"amount": "12.50", "currency": "USD"},
  {"amount": "12,50", "currency": "USD"},
  {"amount": "7", "currency": "EUR"}
]`))
	fmt.Println(amounts)
	fmt.Println(err)
	// Output:
	// [12.50 USD 7.00 EUR]
	// terms: JSON not accepted: line 3, column 14: /1/amount: terms: not a decimal number: "12,50"; want a number such as 12.50 or 3.6E-05, of at most 64 bytes
}

func ExampleDecodeError() {
	var lots []terms.Money
	err := terms.Decode(strings.NewReader("[\n  {\"amount\": \"12.50\", \"currency\": \"XXX\"}\n]"), &lots)
	if decode, ok := errors.AsType[*terms.DecodeError](err); ok {
		fmt.Println(decode.Path, decode.Line, errors.Is(err, terms.ErrCurrency))
	}
	// Output: /0/currency 2 true
}

func ExampleParseError() {
	_, err := terms.ParseDay("29 February 2024")
	if parse, ok := errors.AsType[*terms.ParseError](err); ok {
		fmt.Printf("%q is wrong, right is %s\n", parse.Input, parse.Want)
	}
	// Output: "29 February 2024" is wrong, right is a day that exists, as in 2024-02-29
}

func ExampleCurrencyMismatchError() {
	_, err := terms.MustParseMoney("1.00 BGN").Add(terms.MustParseMoney("1.00 EUR"))
	if mismatch, ok := errors.AsType[*terms.CurrencyMismatchError](err); ok {
		successor, from, _ := mismatch.A.Successor()
		fmt.Println(mismatch.A, "became", successor, "on", from)
	}
	// Output: BGN became EUR on 2026-01-01
}
