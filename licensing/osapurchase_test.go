package licensing_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

func day(s string) terms.Day { return terms.MustParseDay(s) }

func token(units int, currency terms.Currency) licensing.OSAToken {
	return licensing.OSAToken{Units: units, Currency: currency}
}

func mustPurchase(t *testing.T, purchased string, tokens ...licensing.OSAToken) licensing.OSAPurchase {
	t.Helper()
	if len(tokens) == 0 {
		tokens = []licensing.OSAToken{token(50, terms.USD)}
	}
	purchase, err := licensing.NewOSAPurchase(mustKey(t, secretKey), day(purchased), tokens...)
	if err != nil {
		t.Fatal(err)
	}
	return purchase
}

func TestNewOSAPurchaseAccepts(t *testing.T) {
	key := mustKey(t, secretKey)
	tests := []struct {
		name      string
		purchased string
		tokens    []licensing.OSAToken
	}{
		{"a token of one unit", "2023-01-02", []licensing.OSAToken{token(1, terms.USD)}},
		{"a token of a million units", "2023-01-02", []licensing.OSAToken{token(1_000_000, terms.JPY)}},
		{"several tokens on the key", "2023-01-02", []licensing.OSAToken{token(50, terms.SEK), token(50, terms.SEK), token(3, terms.SEK)}},
		{"the first day there is", "0001-01-02", []licensing.OSAToken{token(1, terms.USD)}},
		{"the last day from which five years end", "9994-12-31", []licensing.OSAToken{token(1, terms.USD)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			purchase, err := licensing.NewOSAPurchase(key, day(tt.purchased), tt.tokens...)
			if err != nil {
				t.Fatal(err)
			}
			if purchase.Key() != key || purchase.Purchased() != day(tt.purchased) ||
				fmt.Sprint(purchase.Tokens()) != fmt.Sprint(tt.tokens) || purchase.IsZero() {
				t.Errorf("the purchase is %v", purchase)
			}
			if purchase.LastActivationDay().IsZero() {
				t.Error("no last day")
			}
		})
	}
}

func TestNewOSAPurchaseRefuses(t *testing.T) {
	const (
		wantUnits    = "a whole number from 1 to 1000000"
		wantCurrency = "an ISO 4217 currency, such as USD"
		wantEarlier  = "a day no later than 9994-12-31"
	)
	type tokens = []licensing.OSAToken
	key, purchased, one := mustKey(t, secretKey), day("2023-01-02"), token(1, terms.USD)
	tests := []struct {
		name               string
		key                licensing.OSAKey
		purchased          terms.Day
		tokens             tokens
		field, value, want string
	}{
		{"no key", licensing.OSAKey{}, purchased, tokens{one}, "key", "", "the OSA key that was purchased"},
		{"no day", key, terms.Day{}, tokens{one}, "purchased", "", "the day of the purchase, as in 2016-02-29"},
		{"a day from which five years do not end", key, day("9995-01-01"), tokens{one}, "purchased", "9995-01-01", wantEarlier},
		{"the last day there is", key, day("9999-12-31"), tokens{one}, "purchased", "9999-12-31", wantEarlier},
		{"no token", key, purchased, nil, "tokens", "", "one token or more on a key"},
		{"no units", key, purchased, tokens{one, token(0, terms.USD)}, "tokens/1/units", "0", wantUnits},
		{"units below nothing", key, purchased, tokens{token(-1, terms.USD)}, "tokens/0/units", "-1", wantUnits},
		{"a million and one units", key, purchased, tokens{token(1_000_001, terms.USD)}, "tokens/0/units", "1000001", wantUnits},
		{"no currency", key, purchased, tokens{one, one, token(1, 0)}, "tokens/2/currency", "", wantCurrency},
		{"a number that is no currency", key, purchased, tokens{token(1, 60000)}, "tokens/0/currency", "number 60000", wantCurrency},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			purchase, err := licensing.NewOSAPurchase(tt.key, tt.purchased, tt.tokens...)
			var wrong *licensing.PurchaseError
			if !errors.As(err, &wrong) {
				t.Fatalf("error %v is no PurchaseError", err)
			}
			if want := (licensing.PurchaseError{
				Field: tt.field, Value: tt.value, Want: tt.want, Err: licensing.ErrOSAPurchase,
			}); *wrong != want {
				t.Errorf("error %+v, want %+v", *wrong, want)
			}
			given := tt.value
			if given == "" {
				given = "not given"
			}
			text := "licensing: not a purchase of an OSA key: " + tt.field + " is " + given + "; want " + tt.want
			if err.Error() != text {
				t.Errorf("error text %q, want %q", err, text)
			}
			if !errors.Is(err, licensing.ErrOSAPurchase) || !purchase.IsZero() {
				t.Errorf("gives %v, %v", purchase, err)
			}
		})
	}
}

func TestOSAPurchaseIsImmutable(t *testing.T) {
	tokens := []licensing.OSAToken{token(50, terms.USD), token(3, terms.USD)}
	purchase := mustPurchase(t, "2023-01-02", tokens...)
	tokens[0].Units = 7
	purchase.Tokens()[1].Units = 7
	if got := purchase.Tokens(); got[0].Units != 50 || got[1].Units != 3 {
		t.Errorf("the tokens have become %v", got)
	}
}

func TestLastActivationDay(t *testing.T) {
	tests := []struct{ name, purchased, want string }{
		{"the same day of the month five years on", "2023-01-02", "2028-01-02"},
		{"29 February of 2016 ends with February of 2021", "2016-02-29", "2021-02-28"},
		{"29 February of 2096, before a century without a leap day", "2096-02-29", "2101-02-28"},
		{"28 February of a leap year stays the 28th", "2016-02-28", "2021-02-28"},
		{"28 February does not become the 29th in a leap year", "2019-02-28", "2024-02-28"},
		{"1 March stays the first", "2016-03-01", "2021-03-01"},
		{"the last day of a year", "2021-12-31", "2026-12-31"},
		{"the last days there are", "9994-12-31", "9999-12-31"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := mustPurchase(t, tt.purchased).LastActivationDay(); got != day(tt.want) {
				t.Errorf("purchased on %s: last day %s, want %s", tt.purchased, got, tt.want)
			}
		})
	}
}

func TestCheckActivation(t *testing.T) {
	tests := []struct {
		name, purchased, day string
		want                 error
	}{
		{"the day before the purchase", "2023-01-02", "2023-01-01", licensing.ErrActivatedBeforePurchase},
		{"the day of the purchase", "2023-01-02", "2023-01-02", nil},
		{"the day after the purchase", "2023-01-02", "2023-01-03", nil},
		{"the middle of the five years", "2023-01-02", "2025-07-01", nil},
		{"the day before the last", "2023-01-02", "2028-01-01", nil},
		{"the last day", "2023-01-02", "2028-01-02", nil},
		{"the day after the last", "2023-01-02", "2028-01-03", licensing.ErrActivatedTooLate},
		{"the first day there is", "2023-01-02", "0001-01-02", licensing.ErrActivatedBeforePurchase},
		{"the last day there is", "2023-01-02", "9999-12-31", licensing.ErrActivatedTooLate},
		{"purchased on a leap day, the last day", "2016-02-29", "2021-02-28", nil},
		{"purchased on a leap day, the day after the last", "2016-02-29", "2021-03-01", licensing.ErrActivatedTooLate},
		{"the last day of the last purchase", "9994-12-31", "9999-12-31", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			purchase := mustPurchase(t, tt.purchased)
			err := purchase.CheckActivation(day(tt.day))
			if tt.want == nil {
				if err != nil {
					t.Errorf("error %v", err)
				}
				return
			}
			var wrong *licensing.ActivationError
			if !errors.Is(err, tt.want) || !errors.As(err, &wrong) {
				t.Fatalf("error %v is no ActivationError wrapping %v", err, tt.want)
			}
			want := licensing.ActivationError{
				KeyID: purchase.Key().ID(), Purchased: purchase.Purchased(), Last: purchase.LastActivationDay(),
				Day: day(tt.day), Err: tt.want,
			}
			if *wrong != want {
				t.Errorf("error %+v, want %+v", *wrong, want)
			}
			text := fmt.Sprintf("%v: key %s, on %s; want a day from its purchase on %s to %s",
				tt.want, want.KeyID, want.Day, want.Purchased, want.Last)
			if err.Error() != text {
				t.Errorf("error text %q, want %q", err, text)
			}
		})
	}
}

func TestCheckActivationOfWhatIsNotGiven(t *testing.T) {
	purchase := mustPurchase(t, "2023-01-02")
	tests := []struct {
		name     string
		purchase licensing.OSAPurchase
		day      terms.Day
		want     string
	}{
		{
			"no day", purchase,
			terms.Day{},
			"licensing: not given: key " + purchase.Key().ID() +
				", the day of activation; want a day from its purchase on 2023-01-02 to 2028-01-02",
		},
		{
			"no purchase",
			licensing.OSAPurchase{},
			day("2023-01-02"),
			"licensing: not given: the purchase; want one from NewOSAPurchase",
		},
		{
			"neither",
			licensing.OSAPurchase{},
			terms.Day{},
			"licensing: not given: the purchase; want one from NewOSAPurchase",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.purchase.CheckActivation(tt.day)
			if !errors.Is(err, licensing.ErrNotGiven) || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
		})
	}
}

func TestZeroOSAPurchaseIsNotGiven(t *testing.T) {
	var zero licensing.OSAPurchase
	if !zero.IsZero() || !zero.Key().IsZero() || !zero.Purchased().IsZero() || len(zero.Tokens()) > 0 ||
		!zero.LastActivationDay().IsZero() || zero.String() != "" {
		t.Errorf("the zero purchase is %#v", zero)
	}
	text, err := json.Marshal(zero)
	if err != nil || string(text) != "null" {
		t.Errorf("the zero purchase marshals to %s, %v", text, err)
	}
	purchase := mustPurchase(t, "2023-01-02")
	if err := json.Unmarshal(text, &purchase); err != nil || !purchase.Equal(zero) {
		t.Errorf("null gives %v, %v", purchase, err)
	}
}

func TestOSAPurchaseEqual(t *testing.T) {
	purchase := mustPurchase(t, "2023-01-02", token(50, terms.USD), token(3, terms.USD))
	tests := []struct {
		name  string
		other licensing.OSAPurchase
		want  bool
	}{
		{"the same facts", mustPurchase(t, "2023-01-02", token(50, terms.USD), token(3, terms.USD)), true},
		{"another day", mustPurchase(t, "2023-01-03", token(50, terms.USD), token(3, terms.USD)), false},
		{"other units", mustPurchase(t, "2023-01-02", token(50, terms.USD), token(4, terms.USD)), false},
		{"another currency", mustPurchase(t, "2023-01-02", token(50, terms.USD), token(3, terms.EUR)), false},
		{"another order of tokens", mustPurchase(t, "2023-01-02", token(3, terms.USD), token(50, terms.USD)), false},
		{"a token less", mustPurchase(t, "2023-01-02", token(50, terms.USD)), false},
		{"no purchase", licensing.OSAPurchase{}, false},
	}
	for _, tt := range tests {
		if purchase.Equal(tt.other) != tt.want || tt.other.Equal(purchase) != tt.want {
			t.Errorf("%s: equal is not %v", tt.name, tt.want)
		}
	}
	other, err := licensing.NewOSAPurchase(mustKey(t, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"), purchase.Purchased(), purchase.Tokens()...)
	if err != nil || purchase.Equal(other) {
		t.Errorf("equal with another key, %v", err)
	}
}

func TestOSAPurchaseString(t *testing.T) {
	purchase := mustPurchase(t, "2023-01-02", token(50, terms.USD), token(3, terms.EUR))
	if got, want := purchase.String(), purchase.Key().ID()+", purchased 2023-01-02: 50 × USD, 3 × EUR"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
}

// decoders are the two ways in which a program may come to read a purchase.
var decoders = map[string]func(string, any) error{
	"encoding/json": func(text string, v any) error { return json.Unmarshal([]byte(text), v) },
	"terms.Decode":  func(text string, v any) error { return terms.Decode(strings.NewReader(text), v) },
}

func TestOSAPurchaseJSON(t *testing.T) {
	purchase := mustPurchase(t, "2023-01-02", token(50, terms.USD), token(3, terms.EUR))
	text, err := json.Marshal(purchase)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"key":"` + maskedKey + `","keyId":"` + purchase.Key().ID() +
		`","purchased":"2023-01-02","tokens":[{"units":50,"currency":"USD"},{"units":3,"currency":"EUR"}]}`
	if string(text) != want {
		t.Errorf("marshals to %s, want %s", text, want)
	}

	for name, decode := range decoders {
		t.Run(name, func(t *testing.T) {
			var kept licensing.OSAPurchase
			err := decode(string(text), &kept)
			if !errors.Is(err, licensing.ErrOSAKey) || !strings.Contains(err.Error(), "the key is masked") {
				t.Errorf("what was marshalled gives %v", err)
			}
			full := `{"key":"` + secretKey + `","purchased":"2023-01-02",` +
				`"tokens":[{"units":50,"currency":"USD"},{"units":3,"currency":"EUR"}]}`
			if err := decode(full, &kept); err != nil || !kept.Equal(purchase) {
				t.Errorf("the key in full gives %v, %v", kept, err)
			}
			if err := decode(`{"key":"?"}`, &kept); err == nil || !kept.Equal(purchase) {
				t.Errorf("an error leaves %v, %v", kept, err)
			}
		})
	}
}

func TestOSAPurchaseJSONRefuses(t *testing.T) {
	const (
		key       = `"key":"` + secretKey + `"`
		purchased = `"purchased":"2023-01-02"`
		tokens    = `"tokens":[{"units":50,"currency":"USD"}]`
	)
	tests := []struct {
		name, text, path string
		condition        error
	}{
		{"no key", `{` + purchased + `,` + tokens + `}`, "/key", licensing.ErrOSAPurchase},
		{"an empty key", `{"key":"",` + purchased + `,` + tokens + `}`, "/key", licensing.ErrOSAPurchase},
		{"a key too short", `{"key":"AAAAA",` + purchased + `,` + tokens + `}`, "/key", licensing.ErrOSAKey},
		{"no day", `{` + key + `,` + tokens + `}`, "/purchased", licensing.ErrOSAPurchase},
		{"a day that does not exist", `{` + key + `,"purchased":"2023-02-29",` + tokens + `}`, "/purchased", terms.ErrDay},
		{"a day with a time", `{` + key + `,"purchased":"2023-01-02T00:00:00Z",` + tokens + `}`, "/purchased", terms.ErrDay},
		{"a day too late", `{` + key + `,"purchased":"9999-12-31",` + tokens + `}`, "/purchased", licensing.ErrOSAPurchase},
		{"no tokens", `{` + key + `,` + purchased + `}`, "/tokens", licensing.ErrOSAPurchase},
		{"a list of no tokens", `{` + key + `,` + purchased + `,"tokens":[]}`, "/tokens", licensing.ErrOSAPurchase},
		{"no units", `{` + key + `,` + purchased + `,"tokens":[{"currency":"USD"}]}`, "/tokens/0/units", licensing.ErrOSAPurchase},
		{"half a unit", `{` + key + `,` + purchased + `,"tokens":[{"units":0.5,"currency":"USD"}]}`, "/tokens/0/units", terms.ErrJSON},
		{"units as text", `{` + key + `,` + purchased + `,"tokens":[{"units":"5","currency":"USD"}]}`, "/tokens/0/units", terms.ErrJSON},
		{"no currency", `{` + key + `,` + purchased + `,"tokens":[{"units":1,"currency":"USD"},{"units":1}]}`, "/tokens/1/currency", licensing.ErrOSAPurchase},
		{"a currency in small letters", `{` + key + `,` + purchased + `,"tokens":[{"units":1,"currency":"usd"}]}`, "/tokens/0/currency", terms.ErrCurrency},
		{"a member that is unknown", `{` + key + `,` + purchased + `,` + tokens + `,"reseller":"x"}`, "/reseller", terms.ErrJSON},
		{"a member in another case", `{` + key + `,"Purchased":"2023-01-02",` + tokens + `}`, "/Purchased", terms.ErrJSON},
		{"an array", `[]`, "", terms.ErrJSON},
	}
	for _, tt := range tests {
		for name, decode := range decoders {
			t.Run(tt.name+", "+name, func(t *testing.T) {
				purchase := licensing.OSAPurchase{}
				err := decode(tt.text, &purchase)
				var place *terms.DecodeError
				if !errors.Is(err, tt.condition) || !errors.Is(err, terms.ErrJSON) || !errors.As(err, &place) {
					t.Fatalf("error %v is no DecodeError wrapping %v", err, tt.condition)
				}
				if place.Path != tt.path {
					t.Errorf("path %q, want %q: %v", place.Path, tt.path, err)
				}
				if !purchase.IsZero() {
					t.Error("a purchase beside an error")
				}
				hides(t, "the error", err.Error())
			})
		}
	}
}

func TestOSAPurchaseJSONNamesThePlaceInAList(t *testing.T) {
	const good = `{"key":"` + secretKey + `","purchased":"2023-01-02","tokens":[{"units":50,"currency":"USD"}]}`
	var list struct {
		Purchases []licensing.OSAPurchase `json:"purchases"`
	}
	text := `{"purchases":[` + good + `,` + strings.Replace(good, "50", "0", 1) + `]}`
	err := terms.Decode(strings.NewReader(text), &list)
	var place *terms.DecodeError
	if !errors.As(err, &place) || place.Path != "/purchases/1/tokens/0/units" {
		t.Errorf("error %v", err)
	}
	text = `{"purchases":[` + good + `,` + good + `]}`
	if err := terms.Decode(strings.NewReader(text), &list); err != nil || !list.Purchases[0].Equal(list.Purchases[1]) {
		t.Errorf("a good list gives %v, %v", list, err)
	}
}

func TestOSATokenJSON(t *testing.T) {
	want := token(50, terms.SEK)
	text, err := json.Marshal(want)
	if err != nil || string(text) != `{"units":50,"currency":"SEK"}` {
		t.Fatalf("marshals to %s, %v", text, err)
	}
	var got licensing.OSAToken
	if err := terms.Decode(strings.NewReader(string(text)), &got); err != nil || got != want {
		t.Errorf("decodes to %v, %v", got, err)
	}
}
