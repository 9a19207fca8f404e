package credit_test

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// allocated gives the bytes that a function allocates, however much of them is free again afterwards.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

const mebibyte = 1 << 20

// requireBounded holds that a function allocates at most so many bytes.
func requireBounded(t *testing.T, most uint64, do func()) {
	t.Helper()
	require.LessOrEqual(t, allocated(do), most, "bytes allocated")
}

// ledgerText gives a ledger in JSON with something in the place of what it mostly is made of.
func ledgerText(lots, events string) string {
	return `{"policy":` + policyText + `,"lots":[` + lots + `],"events":[` + events + `]}`
}

const (
	policyText = `{"order":"fifoByActivation","expiry":"expireAtInstant","topUpTerm":"topUpAsToken","dayPlace":"startOfDay",` +
		`"shortfall":"suspend","lateReturn":"lapseAtOnce","overReturn":"refuseOverReturn","bulkTransfer":"transferWithinYear",` +
		`"lowCredit":"lowCreditOfToken","lowCreditOperator":"atOrBelow","alertOperator":"atOrBelow","rearm":"rearmOnRise",` +
		`"retention":"retainFromZeroBalance"}`
	hostileAmount = `{"id":"a","kind":"token","amount":{"amount":%s,"currency":"USD"},"activated":"2023-01-01T00:00:00Z"}`
	hostileTime   = `{"id":"a","kind":"token","amount":{"amount":"1","currency":"USD"},"activated":%s}`
	hostileDay    = `{"id":"u","kind":"use","day":%s,"amount":{"amount":"1","currency":"USD"},"charge":"consumption"}`
)

func TestHostileJSON(t *testing.T) {
	many := plenty()
	nines := strings.Repeat("9", many)
	amounts := map[string]string{
		"a huge exponent":                  `"1e1000000000"`,
		"a huge exponent of many digits":   `"1e` + nines + `"`,
		"a tiny exponent":                  `"1e-1000000000"`,
		"the exponent of 10^20":            `"1e20"`,
		"very many digits":                 `"` + nines + `"`,
		"very many places":                 `"0.` + nines + `"`,
		"not a number":                     `"NaN"`,
		"infinity":                         `"Infinity"`,
		"not a number, bare":               `NaN`,
		"infinity, bare":                   `Infinity`,
		"a number, bare":                   `1.5`,
		"a number of very many digits":     nines,
		"a number in hexadecimal":          `"0x10"`,
		"a number with a plus":             `"+1"`,
		"a number with a group of digits":  `"1,000"`,
		"a number with an underscore":      `"1_000"`,
		"a number in Arabic digits":        `"١٢"`,
		"a number with space":              `" 1"`,
		"no number":                        `""`,
		"null":                             `null`,
		"a list":                           `[1]`,
		"an object":                        `{"amount":"1"}`,
		"less than nothing":                `"-1"`,
		"more places than a ledger has":    `"0.0000000000000000001"`,
		"more than a ledger can hold":      `"99999999999999999999999999999999999999"`,
		"a lone surrogate":                 `"\ud800"`,
		"a number and a byte of no letter": "\"1\xff\"",
	}
	times := map[string]string{
		"30 February":              `"2023-02-30T00:00:00Z"`,
		"a month that is none":     `"2023-13-01T00:00:00Z"`,
		"hour 24":                  `"2023-01-01T24:00:00Z"`,
		"a leap second":            `"2016-12-31T23:59:60Z"`,
		"the year 0":               `"0000-01-01T00:00:00Z"`,
		"the year 1":               `"0001-01-01T00:00:00Z"`,
		"the year 1899":            `"1899-12-31T23:59:59.999999999Z"`,
		"the year 2200":            `"2200-01-01T00:00:00Z"`,
		"the year 10000":           `"10000-01-01T00:00:00Z"`,
		"the year of very many 9s": `"` + nines + `-01-01T00:00:00Z"`,
		"a year below nothing":     `"-2023-01-01T00:00:00Z"`,
		"a zone that is none":      `"2023-01-01T00:00:00+99:99"`,
		"no zone":                  `"2023-01-01T00:00:00"`,
		"a named zone":             `"2023-01-01T00:00:00 Europe/Stockholm"`,
		"a day":                    `"2023-01-01"`,
		"seconds since 1970":       `1672531200`,
		"no instant":               `""`,
		"null":                     `null`,
	}
	days := map[string]string{
		"30 February":                  `"2023-02-30"`,
		"29 February of a common year": `"2023-02-29"`,
		"the year 0":                   `"0000-01-01"`,
		"the last day there is":        `"9999-12-31"`,
		"the day after":                `"10000-01-01"`,
		"an instant":                   `"2023-01-01T00:00:00Z"`,
		"a month of one digit":         `"2023-1-01"`,
		"very many digits":             `"` + nines + `"`,
		"a number":                     `20230101`,
		"no day":                       `""`,
		"null":                         `null`,
	}
	texts := map[string]string{
		"nothing":                             "",
		"a byte":                              "\x00",
		"a byte order mark":                   "\xef\xbb\xbf" + ledgerText("", ""),
		"UTF-16":                              "\xff\xfe{\x00}\x00",
		"Latin-1 in an id":                    ledgerText(`{"id":"`+"\xe5"+`"}`, ""),
		"an id cut within a letter":           ledgerText(`{"id":"`+"\xe2\x82"+`"}`, ""),
		"a letter spelt in too many bytes":    ledgerText(`{"id":"`+"\xc0\xaf"+`"}`, ""),
		"an id with an escaped zero":          ledgerText(`{"id":"\u0000"}`, ""),
		"a key twice":                         `{"policy":` + policyText + `,"policy":` + policyText + `}`,
		"a key twice by way of an escape":     `{"lots":[],"lot\u0073":[]}`,
		"a key twice far within":              ledgerText(`{"id":"a","kind":"token","amount":{"amount":"1","amount":"2","currency":"USD"}}`, ""),
		"very many equal keys":                `{` + strings.Repeat(`"lots":[],`, many) + `"lots":[]}`,
		"very many unknown keys":              ledgerText(`{`+strings.Repeat(`"x":0,`, many)+`"x":0}`, ""),
		"a key of very many bytes":            `{"` + nines + `":0}`,
		"an id of very many bytes":            ledgerText(`{"id":"`+nines+`"}`, ""),
		"an event id of very many bytes":      ledgerText("", `{"id":"`+nines+`"}`),
		"a kind of very many bytes":           ledgerText(`{"kind":"`+nines+`"}`, ""),
		"a million lists in each other":       strings.Repeat("[", 1_000_000),
		"very many objects in each other":     strings.Repeat(`{"policy":`, many),
		"lists in each other for an amount":   ledgerText(fmt.Sprintf(hostileAmount, strings.Repeat("[", 100_000)), ""),
		"a hundred thousand alerts":           `{"policy":` + strings.TrimSuffix(policyText, "}") + `,"alerts":[` + strings.Repeat(`{"name":"a"},`, many/10) + `{}]}}`,
		"a hundred thousand recipients":       `{"policy":` + strings.TrimSuffix(policyText, "}") + `,"alerts":[{"name":"a","amount":{"amount":"1","currency":"USD"},"recipients":[` + strings.Repeat(`"a@b.c",`, many/10) + `""]}]}}`,
		"a recipient of very many bytes":      `{"policy":` + strings.TrimSuffix(policyText, "}") + `,"alerts":[{"name":"a","amount":{"amount":"1","currency":"USD"},"recipients":["` + strings.Repeat("(", many) + `"]}]}}`,
		"a comment":                           "/* credit */" + ledgerText("", ""),
		"a comma too many":                    ledgerText(`{},`, ""),
		"single quotes":                       `{'policy': {}}`,
		"two values":                          ledgerText("", "") + ledgerText("", ""),
		"an unknown key that looks like ours": ledgerText(`{"id":"a","ıd":"b"}`, ""),
		"a key in another case":               `{"Policy":` + policyText + `}`,
	}
	read := func(t *testing.T, text string) {
		t.Helper()
		for _, into := range []any{new(credit.Ledger), new(credit.Statement), new(credit.Policy), new(credit.UnitTable), new(credit.Forecast)} {
			// A megabyte may be read, copied and quoted in an error, or make objects that are larger than their text.
			requireBounded(t, mebibyte+64*uint64(len(text)), func() {
				err := terms.Decode(strings.NewReader(text), into)
				if err == nil {
					t.Errorf("%T takes it", into)
					return
				}
				if len(err.Error()) > 4096 {
					t.Errorf("the error has %d bytes", len(err.Error()))
				}
			})
		}
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) { read(t, text) })
	}
	for name, amount := range amounts {
		t.Run("an amount that is "+name, func(t *testing.T) { read(t, ledgerText(fmt.Sprintf(hostileAmount, amount), "")) })
	}
	for name, instant := range times {
		t.Run("an instant that is "+name, func(t *testing.T) { read(t, ledgerText(fmt.Sprintf(hostileTime, instant), "")) })
	}
	for name, on := range days {
		t.Run("a day that is "+name, func(t *testing.T) { read(t, ledgerText("", fmt.Sprintf(hostileDay, on))) })
	}
	t.Run("what they are made of is taken", func(t *testing.T) {
		var ledger credit.Ledger
		text := ledgerText(fmt.Sprintf(hostileAmount, `"1.5"`), fmt.Sprintf(hostileDay, `"2023-01-01"`))
		require.NoError(t, terms.Decode(strings.NewReader(text), &ledger))
		require.Len(t, ledger.Lots(), 1)
		require.Len(t, ledger.Events(), 1)
	})
}

// plenty gives a number that shows what costs more than its share of a text, the bounds growing with the text; a smaller one
// where the race detector makes everything ten times as slow.
func plenty() int {
	const calm, racing = 200_000, 50_000
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		return racing
	}
	return calm
}

func TestManyLotsInJSON(t *testing.T) {
	many := plenty()
	t.Run("very many that say nothing are an error that lists a hundred", func(t *testing.T) {
		text := ledgerText(strings.Repeat("{},", many-1)+"{}", "")
		requireBounded(t, 2048*uint64(many), func() {
			var ledger credit.Ledger
			err := terms.Decode(strings.NewReader(text), &ledger)
			var all *credit.InputError
			if !errors.As(err, &all) {
				t.Errorf("the error is %v", err)
				return
			}
			if len(all.Faults) != 100 || all.More != many-100 {
				t.Errorf("the error lists %d and %d more", len(all.Faults), all.More)
			}
		})
	})
	t.Run("very many copies of one lot are one", func(t *testing.T) {
		copies := many / 10 // more take the reader of JSON too long
		one := fmt.Sprintf(hostileAmount, `"1"`)
		text := ledgerText(strings.Repeat(one+",", copies-1)+one, "")
		requireBounded(t, 32*uint64(len(text)), func() {
			var ledger credit.Ledger
			if err := terms.Decode(strings.NewReader(text), &ledger); err != nil || len(ledger.Lots()) != 1 {
				t.Errorf("%d lots: %v", len(ledger.Lots()), err)
			}
		})
	})
}

func TestManyLotsInMemory(t *testing.T) {
	many := plenty()
	made, first := make([]credit.Lot, many), token("L", "1 USD", "2023-01-01")
	for i := range made {
		made[i] = first
		made[i].ID += credit.LotID(strconv.Itoa(many + i)) // as many digits for each
		made[i].Activated = first.Activated.Add(time.Duration(i) * time.Second)
	}
	var ledger credit.Ledger
	requireBounded(t, 2048*uint64(many), func() {
		var err error
		if ledger, err = credit.New(credit.AzureInOpen(), made, events{use("u", "2023-06-01", strconv.Itoa(many/2)+" USD")}); err != nil {
			t.Error(err)
		}
	})
	requireBounded(t, 2048*uint64(many), func() {
		statement, err := ledger.Replay(at("2030-01-01"))
		if err != nil {
			t.Error(err)
			return
		}
		if first, ok := statement.Lot(made[0].ID); !ok || first.Status != credit.Exhausted {
			t.Errorf("the first lot is %s", first.Status)
		}
		if last, ok := statement.Lot(made[many-1].ID); !ok || last.Status != credit.Lapsed {
			t.Errorf("the last lot is %s", last.Status)
		}
	})
}

func TestHostileValues(t *testing.T) {
	huge := decimal.New(1, 1<<30)
	tiny := decimal.New(1, -(1 << 30))
	for name, make := range map[string]func() error{
		"money with a huge exponent": func() error { _, err := terms.NewMoney(huge, terms.USD); return err },
		"money with a tiny exponent": func() error { _, err := terms.NewMoney(tiny, terms.USD); return err },
		"a lot of the largest money there is": func() error {
			return story{lots: lots{token("L1", "99999999999999999999999999999999999999e19 USD", "2023-01-01")}}.fault("2023-01-01")
		},
		"a use of the largest money there is": func() error {
			return story{events: events{use("u", "2023-01-01", "99999999999999999999999999999999999999e19 USD")}}.fault("2023-01-01")
		},
		"the longest duration after 1970": func() error {
			return story{lots: lots{{ID: "a", Kind: credit.Token, Amount: usd("1"), Activated: time.Unix(1<<62, 0)}}}.fault("2023-01-01")
		},
		"the longest duration before 1970": func() error {
			return story{lots: lots{{ID: "a", Kind: credit.Token, Amount: usd("1"), Activated: time.Unix(-1<<62, 0)}}}.fault("2023-01-01")
		},
		"an expiry that time.Time can hardly hold": func() error {
			return story{lots: lots{{ID: "a", Kind: credit.Token, Amount: usd("1"), Activated: at("2023-01-01"), Expires: time.Unix(1<<62, 0)}}}.fault("2023-01-01")
		},
		"a statement at the end of time": func() error {
			_, err := story{}.ledger(t).Replay(time.Unix(1<<62, 0))
			return err
		},
		"a forecast of 2^62 days": func() error {
			statement, err := story{}.ledger(t).Replay(at("2023-01-01"))
			if err != nil {
				return err
			}
			_, err = statement.Forecast(credit.Outlook{Rate: credit.Rate{Amount: usd("1"), Days: 1 << 62}})
			return err
		},
		"a lead of 2^62 days": func() error {
			statement, err := story{}.ledger(t).Replay(at("2023-01-01"))
			if err != nil {
				return err
			}
			_, err = statement.Forecast(credit.Outlook{Rate: credit.Rate{Amount: usd("1"), Days: 1}, LeadDays: 1 << 62})
			return err
		},
		"2^62 units": func() error { _, err := credit.DefaultUnits().Amount(1<<62, terms.USD, day("2023-01-01")); return err },
		"a benefit of ten thousand years": func() error {
			_, err := credit.MonthlyLots(benefit("1 USD", "0001-01-02/9999-12-31"))
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			requireBounded(t, mebibyte, func() {
				if make() == nil {
					t.Error("it is accepted")
				}
			})
		})
	}
}

func TestFarAwayQuestions(t *testing.T) {
	statement := busy().until(t, "2023-06-01")
	far := time.Unix(1<<62, 0)
	requireBounded(t, mebibyte, func() {
		if _, err := statement.BalanceAt(far); err == nil {
			t.Error("a balance at the end of time")
		}
		if _, err := statement.BalanceAt(time.Unix(-1<<62, 0)); err != nil {
			t.Error(err)
		}
		if _, err := busy().ledger(t).AsKnown(far); err != nil {
			t.Error(err)
		}
		if len(statement.Lapsing(span("0001-01-02/9999-12-31"))) != 3 {
			t.Error("one lot has lapsed, and two will")
		}
	})
}
