package terms_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
)

func same[T comparable](a, b T) bool { return a == b }

// requireRoundTrip writes v as text and as JSON and reads it back, through Decode and
// through encoding/json, as a value, behind a pointer and in a list.
func requireRoundTrip[T encoding.TextMarshaler](t require.TestingT, v T, equal func(a, b T) bool) {
	text, err := v.MarshalText()
	require.NoError(t, err)
	var read T
	reader, ok := any(&read).(encoding.TextUnmarshaler)
	require.True(t, ok)
	require.NoError(t, reader.UnmarshalText(text))
	require.True(t, equal(v, read), "%v comes back from %q as %v", v, text, read)

	type places struct {
		Value   T   `json:"value"`
		Pointer *T  `json:"pointer"`
		List    []T `json:"list"`
	}
	marshalled, err := json.Marshal(places{v, &v, []T{v, v}})
	require.NoError(t, err)
	for name, unmarshal := range map[string]func() (places, error){
		"Decode":        func() (p places, err error) { return p, terms.Decode(strings.NewReader(string(marshalled)), &p) },
		"encoding/json": func() (p places, err error) { err = json.Unmarshal(marshalled, &p); return p, err },
	} {
		got, err := unmarshal()
		require.NoError(t, err, name)
		require.Len(t, got.List, 2, name)
		pointed := v // not given is null, which leaves a pointer nil
		if got.Pointer != nil {
			pointed = *got.Pointer
		} else {
			require.Equal(t, "null", jsonOf(t, v), name)
		}
		for _, back := range []T{got.Value, pointed, got.List[0], got.List[1]} {
			require.True(t, equal(v, back), "%v comes back by %s from %s as %v", v, name, marshalled, back)
		}
	}
}

func jsonOf(t require.TestingT, v any) string {
	marshalled, err := json.Marshal(v)
	require.NoError(t, err)
	return string(marshalled)
}

type ledger struct {
	Lots []lot `json:"lots"`
}

type lot struct {
	ID     string                             `json:"id"`
	Bought terms.Day                          `json:"bought"`
	Valid  terms.Span                         `json:"valid"`
	Amount terms.Money                        `json:"amount"`
	Rate   decimal.Decimal                    `json:"rate"`
	Rates  map[terms.Currency]decimal.Decimal `json:"rates"`
	Seats  int                                `json:"seats"`
	Other  any                                `json:"other"`
}

func TestDecode(t *testing.T) {
	var got ledger
	require.NoError(t, terms.Decode(strings.NewReader(` {"lots": [
		{"id": "a", "bought": "2024-02-29", "valid": "2024-02-29/..", "amount": {"amount": "12.50", "currency": "USD"},
		 "rate": "0.85", "rates": {"SEK": "10.5", "NOK": "11"}, "seats": 3, "other": [1, "x"]},
		{"bought": "", "valid": "", "amount": null, "other": null},
		{"bought": null, "valid": null}
	]} `), &got))
	require.Len(t, got.Lots, 3)
	first := got.Lots[0]
	assert.Equal(t, day("2024-02-29"), first.Bought)
	assert.Equal(t, terms.SpanFrom(day("2024-02-29")), first.Valid)
	assert.Equal(t, "12.50 USD", first.Amount.String())
	assert.True(t, first.Rate.Equal(decimal.New(85, -2)))
	assert.True(t, first.Rates[terms.SEK].Equal(decimal.New(105, -1)))
	assert.True(t, first.Rates[terms.NOK].Equal(decimal.New(11, 0)))
	assert.Equal(t, 3, first.Seats)
	for _, empty := range got.Lots[1:] {
		assert.True(t, empty.Bought.IsZero())
		assert.True(t, empty.Valid.IsZero())
		assert.True(t, empty.Amount.IsZero())
	}
}

func TestDecodeRefuses(t *testing.T) {
	const million = 1_000_000
	inLot := func(members string) string { return `{"lots":[{"id":"a"},{` + members + `}]}` }
	inAmount := func(members string) string { return inLot(`"amount":{` + members + `}`) }
	tests := []struct {
		name, json, path string
		err              error  // wrapped beside ErrJSON, if any
		text             string // what the error says
	}{
		{"a day that does not exist", inLot(`"bought":"2026-02-30"`), "/lots/1/bought", terms.ErrDay, `"2026-02-30"`},
		{"a day as a number", inLot(`"bought":20260228`), "/lots/1/bought", nil, "string"},
		{"a span that ends before it begins", inLot(`"valid":"2022-02-01/2021-07-21"`), "/lots/1/valid", terms.ErrSpan, "2022-02-01"},
		{"an unknown currency", inAmount(`"amount":"1","currency":"XXX"`), "/lots/1/amount/currency", terms.ErrCurrency, `"XXX"`},
		{"an unknown currency as a key", inLot(`"rates":{"XXX":"1"}`), "/lots/1/rates/XXX", terms.ErrCurrency, `"XXX"`},
		{"an amount in one string", inLot(`"amount":"12.50 USD"`), "/lots/1/amount", terms.ErrMoney, `"amount":"12.50"`},
		{"an amount that is a number", inAmount(`"amount":12.50,"currency":"USD"`), "/lots/1/amount/amount", terms.ErrDecimal, "JSON string"},
		{"an absurd amount", inAmount(`"amount":"1e1000000000","currency":"USD"`), "/lots/1/amount/amount", terms.ErrDecimalRange, "exponent 1000000000"},
		{"an absurd amount without quotes", inAmount(`"amount":1e1000000000,"currency":"USD"`), "/lots/1/amount/amount", terms.ErrDecimal, "JSON string"},
		{"no amount", inAmount(`"currency":"USD"`), "/lots/1/amount/amount", terms.ErrMoney, "no amount"},
		{"no currency", inAmount(`"amount":"1"`), "/lots/1/amount/currency", terms.ErrCurrency, ""},
		{"an absurd number", inLot(`"rate":"1e1000000000"`), "/lots/1/rate", terms.ErrDecimalRange, "exponent"},
		{"an absurd number without quotes", inLot(`"rate":1e1000000000`), "/lots/1/rate", terms.ErrDecimal, "JSON string"},
		{"a number that is null", inLot(`"rate":null`), "/lots/1/rate", terms.ErrDecimal, "JSON string"},
		{"a number with an escape that is none", inLot(`"rate":"\x31"`), "/lots/1/rate", nil, "escape"},
		{"eleven ones in 66 bytes of escapes", inLot(`"rate":"` + strings.Repeat(`\u0031`, 11) + `"`), "/lots/1/rate", terms.ErrDecimal, "64 bytes"},
		{"a number of a million digits", inLot(`"rate":"` + strings.Repeat("9", million) + `"`), "/lots/1/rate", terms.ErrDecimal, "64 bytes"},
		{"a number of a million digits without quotes", inLot(`"rate":` + strings.Repeat("9", million)), "/lots/1/rate", terms.ErrDecimal, "64 bytes"},
		{"an amount of a million digits", inAmount(`"amount":"` + strings.Repeat("9", million) + `","currency":"USD"`), "/lots/1/amount/amount", terms.ErrDecimal, "64 bytes"},
		{"a day of a million digits", inLot(`"bought":"` + strings.Repeat("9", million) + `"`), "/lots/1/bought", terms.ErrDay, "…"},
		{"a count of a million digits", inLot(`"seats":` + strings.Repeat("9", million)), "/lots/1/seats", nil, "9… does not fit; want a whole number from -9223372036854775808 to 9223372036854775807"},
		{"a count in quotes", inLot(`"seats":"3"`), "/lots/1/seats", nil, "a JSON string does not fit; want a whole number"},
		{"an object where a list belongs", `{"lots":{}}`, "/lots", nil, "a JSON object does not fit; want a JSON array"},
		{"a list where an object belongs", `[]`, "", nil, "a JSON array does not fit; want a JSON object"},
		{"a key given twice", inLot(`"id":"b","id":"c"`), "/lots/1/id", nil, "key given twice"},
		{"a key given twice in an amount", inAmount(`"amount":"1","amount":"2","currency":"USD"`), "/lots/1/amount/amount", nil, "key given twice"},
		{"a currency given twice", inLot(`"rates":{"SEK":"1","SEK":"2"}`), "/lots/1/rates/SEK", nil, "key given twice"},
		{"a key in another case", inLot(`"Bought":"2026-02-28"`), "/lots/1/Bought", nil, "same case"},
		{"a key in another case in an amount", inAmount(`"amount":"1","Currency":"USD"`), "/lots/1/amount/Currency", nil, "same case"},
		{"an unknown key", inLot(`"price":"1"`), "/lots/1/price", nil, "unknown key"},
		{"an unknown key with a slash and a tilde", inLot(`"a/b~c":"1"`), "/lots/1/a~1b~0c", nil, "unknown key"},
		{"an unknown key in an amount", inAmount(`"amount":"1","currency":"USD","digits":2`), "/lots/1/amount/digits", nil, "unknown key"},
		{"an unknown key of a million bytes", inLot(`"` + strings.Repeat("k", million) + `":1`), "/lots/1/kkkkkkkkkkkk…", nil, "unknown key"},
		{"data behind the value", `{"lots":[]} {}`, "", nil, "after top-level value"},
		{"text that is not UTF-8", inLot("\"id\":\"\xff\""), "/lots/1/id", nil, "UTF-8"},
		{"half a surrogate pair", inLot(`"id":"\ud800"`), "/lots/1/id", nil, "surrogate"},
		{"a byte order mark", "\ufeff{}", "", nil, "invalid character"},
		{"nothing", "", "", nil, "EOF"},
		{"blanks", " \n ", "", nil, "EOF"},
		{"half a value", `{"lots":[{"id":"a"`, "/lots/0", nil, "EOF"},
		{"a comment", `{/* */}`, "", nil, "invalid character"},
		{"a comma too many", `{"lots":[],}`, "", nil, "invalid character"},
		{"not a number", inLot(`"seats":NaN`), "/lots/1/seats", nil, "invalid character"},
		{"100,000 lists in place of an object", strings.Repeat("[", 100_000), "", nil, ""},
		{"100,000 lists in an amount", inLot(`"amount":` + strings.Repeat("[", 100_000)), "/lots/1/amount/0/0/0…", nil, "depth"},
		{"100,000 lists anywhere", inLot(`"other":` + strings.Repeat("[", 100_000)), "/lots/1/other/0/0/0/…", nil, "depth"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got ledger
			var err error
			// Reading a text takes its size several times over and no more, whatever it says:
			// a million digits read as a number would take two gigabytes.
			assert.Less(t, allocated(func() { err = terms.Decode(strings.NewReader(tt.json), &got) }), uint64(1<<20+32*len(tt.json)))
			require.ErrorIs(t, err, terms.ErrJSON)
			if tt.err != nil {
				require.ErrorIs(t, err, tt.err)
			}
			var decode *terms.DecodeError
			require.ErrorAs(t, err, &decode)
			path := decode.Path
			if len(path) > 100 {
				path = path[:20] + "…"
			}
			assert.Equal(t, tt.path, path)
			assert.ErrorContains(t, err, tt.text)
			assert.Less(t, len(err.Error()), 700, "an error about a megabyte stays readable")
		})
	}
}

// allocated gives the bytes that f allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// even is a number that is written as text, and reads also what nobody would write so.
type even int

func (e *even) UnmarshalText(text []byte) error {
	if len(text) == 0 || text[len(text)-1]%2 != 0 {
		return errors.New("an odd one")
	}
	*e = even(len(text))
	return nil
}

// Who writes the JSON need not know Go.
func TestDecodeSaysWhatIsWanted(t *testing.T) {
	type kinds struct {
		Day    terms.Day         `json:"day"`
		At     time.Time         `json:"at"`
		Even   *even             `json:"even"`
		Count  int               `json:"count"`
		Small  int8              `json:"small"`
		Size   uint              `json:"size"`
		Byte   uint8             `json:"byte"`
		Ratio  float64           `json:"ratio"`
		Single float32           `json:"single"`
		Flag   bool              `json:"flag"`
		Name   string            `json:"name"`
		List   []string          `json:"list"`
		Pair   [2]int            `json:"pair"`
		Bytes  []byte            `json:"bytes"`
		Table  map[string]string `json:"table"`
		Counts map[int]string    `json:"counts"`
		Place  struct{}          `json:"place"`
		To     *int              `json:"to"`
		Func   func()            `json:"func"`
	}
	tests := []struct{ name, json, want string }{
		{"a truth value for a day", `{"day": true}`, `/day: the JSON value true does not fit; want a JSON string: a day that exists, as in 2024-02-29`},
		{"a number for a day", `{"day":20240229}`, `/day: a JSON number does not fit; want a JSON string: a day that exists`},
		{"a number of 65 digits for a day", `{"day":` + strings.Repeat("9", 65) + `}`, `/day: a JSON number does not fit; want a JSON string: a day that exists`},
		{"an instant without a zone", `{"at":"2024-03-26T11:00:00"}`, `/at: terms: not an instant: "2024-03-26T11:00:00"; want an instant with its zone, as in 2024-03-26T11:00:00Z`},
		{"an instant without a zone, of a part of a second", `{"at":"2024-03-26T11:00:00.1234567"}`, `as in 2024-03-26T11:00:00.1234567Z`},
		{"an instant on 30 February", `{"at":"2024-02-30T11:00:00Z"}`, `want an instant of a day that exists, as in 2024-02-29T10:30:00Z`},
		{"a day for an instant", `{"at":"2024-03-26"}`, `want an instant, as in 2024-02-29T10:30:00Z`},
		{"a word for an instant", `{"at":"now"}`, `want an instant, as in 2024-02-29T10:30:00Z`},
		{"no text for an instant", `{"at":5}`, `want an instant, as in 2024-02-29T10:30:00Z`},
		{"an object for a day", `{"day":{}}`, "/day: a JSON object does not fit; want a JSON string"},
		{"a list for a day", `{"day":[]}`, "/day: a JSON array does not fit; want a JSON string"},
		{"a number that would do in quotes", `{"even":12}`, `/even: a JSON number does not fit; want a JSON string`},
		{"a number that would not", `{"even":11}`, "/even: a JSON number does not fit; want a JSON string: an odd one"},
		{"text that the type refuses", `{"even":"11"}`, "/even: an odd one"},
		{"a part of a count", `{"count": 3.5}`, "/count: the JSON number 3.5 does not fit; want a whole number"},
		{"a count with an exponent", `{"count":1e2}`, "/count: the JSON number 1e2 does not fit; want a whole number"},
		{"a count in quotes", `{"count":"3"}`, "/count: a JSON string does not fit; want a whole number"},
		{"a truth value for a count", `{"count":false}`, "/count: the JSON value false does not fit; want a whole number"},
		{"a count above the bound", `{"small":128}`, "/small: the JSON number 128 does not fit; want a whole number from -128 to 127"},
		{"a count below the bound", `{"small":-129}`, "/small: the JSON number -129 does not fit; want a whole number from -128 to 127"},
		{"a size below nothing", `{"size":-1}`, "/size: the JSON number -1 does not fit; want a whole number, 0 or more"},
		{"a size above all bounds", `{"size":18446744073709551616}`, "want a whole number from 0 to 18446744073709551615"},
		{"a byte above the bound", `{"byte":256}`, "/byte: the JSON number 256 does not fit; want a whole number from 0 to 255"},
		{"a ratio in quotes", `{"ratio":"1.5"}`, "/ratio: a JSON string does not fit; want a number"},
		{"a ratio that is too large", `{"single":1e300}`, "/single: value out of range"},
		{"a word for a truth value", `{"flag":"yes"}`, "/flag: a JSON string does not fit; want true or false"},
		{"a number for a truth value", `{"flag":1}`, "/flag: a JSON number does not fit; want true or false"},
		{"a number for text", `{"name":7}`, "/name: a JSON number does not fit; want a JSON string"},
		{"an object for a list", `{"list":{}}`, "/list: a JSON object does not fit; want a JSON array"},
		{"text in a list of numbers", `{"pair":[1,"2"]}`, "/pair/1: a JSON string does not fit; want a whole number"},
		{"a list for bytes", `{"bytes":[1]}`, "/bytes: a JSON array does not fit; want a JSON string in Base64"},
		{"a list for a table", `{"table":[]}`, "/table: a JSON array does not fit; want a JSON object"},
		{"a key that should be a number", `{"counts":{"x":"1"}}`, "/counts/x: a JSON string does not fit; want a whole number"},
		{"text for an object", `{"place":"Oslo"}`, "/place: a JSON string does not fit; want a JSON object"},
		{"text for what may be left out", `{"to":"3"}`, "/to: a JSON string does not fit; want a whole number"},
		{"anything for what is not JSON", `{"func":{}}`, "does not fit a Go func()"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got kinds
			require.ErrorContains(t, terms.Decode(strings.NewReader(tt.json), &got), tt.want)
		})
	}
}

func TestDecodeSaysWhere(t *testing.T) {
	tests := []struct {
		name, json   string
		line, column int
	}{
		{"in the first line", `{"lots": 1}`, 1, 10},
		{"in the third, counted in bytes", "{\"lots\": [\n  {\"id\": \"å\"},\n  {\"id\": \"å\", \"seats\": \"3\"}\n]}", 3, 25},
		{"at a character that does not belong", "{\n\"lots\" [\n]}", 2, 8},
		{"at the end of what is cut short", "{\n", 2, 1},
		{"inside an amount that begins on an earlier line", "{\"lots\": [\n  {\"amount\": {\n    \"amount\": \"1\", \"currency\": \"XXX\"}}]}", 3, 32},
		{"inside an amount on one line", "{\"lots\": [\n  {\"amount\": {\"amount\": \"1\", \"currency\": \"XXX\"}}]}", 2, 42},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got ledger
			var decode *terms.DecodeError
			require.ErrorAs(t, terms.Decode(strings.NewReader(tt.json), &got), &decode)
			assert.Equal(t, tt.line, decode.Line)
			assert.Equal(t, tt.column, decode.Column)
		})
	}
}

func TestDecodeIntoWhatCannotHoldIt(t *testing.T) {
	var n int
	for _, v := range []any{nil, n, (*int)(nil), struct{}{}} {
		require.ErrorIs(t, terms.Decode(strings.NewReader("1"), v), terms.ErrJSON)
	}
	require.NoError(t, terms.Decode(strings.NewReader("1"), &n))
	assert.Equal(t, 1, n)
}

func TestDecodeGivesWhatTheReaderGave(t *testing.T) {
	broken := errors.New("line dropped")
	err := terms.Decode(iotest.ErrReader(broken), new(ledger))
	require.ErrorIs(t, err, broken)
	assert.NotErrorIs(t, err, terms.ErrJSON, "the JSON is not to blame")

	var n int
	require.NoError(t, terms.Decode(iotest.OneByteReader(strings.NewReader(" 17 ")), &n))
	assert.Equal(t, 17, n)
}

func TestDecodeError(t *testing.T) {
	tests := []struct {
		name string
		err  terms.DecodeError
		want string
	}{
		{"place and path", terms.DecodeError{Path: "/lots/0", Line: 3, Column: 7, Err: terms.ErrDay}, "terms: JSON not accepted: line 3, column 7: /lots/0: terms: not a day"},
		{"no place", terms.DecodeError{Path: "/lots/0", Err: terms.ErrDay}, "terms: JSON not accepted: /lots/0: terms: not a day"},
		{"the whole", terms.DecodeError{Err: io.ErrUnexpectedEOF}, "terms: JSON not accepted: unexpected EOF"},
		{"nothing", terms.DecodeError{}, "terms: JSON not accepted: <nil>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.EqualError(t, &tt.err, tt.want)
			require.ErrorIs(t, &tt.err, terms.ErrJSON)
			if tt.err.Err != nil {
				require.ErrorIs(t, &tt.err, tt.err.Err)
			}
		})
	}
}
