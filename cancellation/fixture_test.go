package cancellation_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

// at reads an instant written into a test, in RFC 3339, or a day, whose first instant it is.
func at(s string) time.Time {
	if len(s) == len("2006-01-02") {
		return terms.MustParseDay(s).Start()
	}
	instant, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		panic(err)
	}
	return instant
}

// text gives an instant as a test writes it, and nothing for the zero time.
func text(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// bought gives a request of an admin agent about a purchase that is no final plan, opened by a purchase.
func bought(p cancellation.Product, opened string, change ...func(*cancellation.Request)) cancellation.Request {
	r := cancellation.Request{
		Purchase: cancellation.Purchase{Product: p, Opening: cancellation.ByPurchase, LinuxPlan: rules.No, FinalPlan: rules.No},
		Asker:    cancellation.Asker{AdminAgent: rules.Yes},
	}
	if opened != "" {
		r.Opened = at(opened)
	}
	for _, c := range change {
		c(&r)
	}
	return r
}

func openedBy(o cancellation.Opening) func(*cancellation.Request) {
	return func(r *cancellation.Request) { r.Purchase.Opening = o }
}

func linux(t rules.Truth) func(*cancellation.Request) {
	return func(r *cancellation.Request) { r.Purchase.LinuxPlan = t }
}

func final(t rules.Truth) func(*cancellation.Request) {
	return func(r *cancellation.Request) { r.Purchase.FinalPlan = t }
}

func adminAgent(t rules.Truth) func(*cancellation.Request) {
	return func(r *cancellation.Request) { r.Asker.AdminAgent = t }
}

func source(opened string) func(*cancellation.Request) {
	return func(r *cancellation.Request) { r.SourceOpened = at(opened) }
}

func allowed(until string) func(*cancellation.Request) {
	return func(r *cancellation.Request) { r.AllowedUntil = cancellation.Allowed(at(until)) }
}

func notAllowed(r *cancellation.Request) { r.AllowedUntil = cancellation.NotAllowed() }

// requireRoundTrip marshals a value and reads it back as an equal one.
func requireRoundTrip[T interface{ Equal(T) bool }](t *testing.T, value T) {
	t.Helper()
	written, err := json.Marshal(value)
	require.NoError(t, err)
	var back T
	require.NoError(t, terms.Decode(bytes.NewReader(written), &back), "%s", written)
	require.True(t, value.Equal(back), "%s", written)
	again, err := json.Marshal(back)
	require.NoError(t, err)
	require.Equal(t, string(written), string(again))
}

// requireFieldsMatter changes each field of a value, alone, and finds the changed value unequal.
func requireFieldsMatter[T interface{ Equal(T) bool }](t *testing.T, value T) {
	t.Helper()
	require.True(t, value.Equal(value))
	for i := range reflect.TypeFor[T]().NumField() {
		changed := value
		field := reflect.ValueOf(&changed).Elem().Field(i)
		if field.IsZero() {
			field.Set(something(field.Type()))
		} else {
			field.SetZero()
		}
		require.False(t, value.Equal(changed), reflect.TypeFor[T]().Field(i).Name)
	}
}

// something gives a value of a type that is not zero.
func something(of reflect.Type) reflect.Value {
	made := reflect.New(of).Elem()
	switch of.Kind() {
	case reflect.Struct:
		if of == reflect.TypeFor[time.Time]() {
			return reflect.ValueOf(at("2000-01-01"))
		}
		if of == reflect.TypeFor[terms.Span]() {
			return reflect.ValueOf(terms.Always())
		}
		if of == reflect.TypeFor[terms.Money]() {
			return reflect.ValueOf(money("1 USD"))
		}
		made.Field(0).Set(something(of.Field(0).Type))
	case reflect.Slice:
		made = reflect.Append(made, reflect.New(of.Elem()).Elem())
	case reflect.String:
		made.SetString("something")
	case reflect.Uint8:
		made.SetUint(1)
	default:
		made.SetInt(1)
	}
	return made
}

func hours(n int) time.Duration { return time.Duration(n) * time.Hour }

func decimalOf(n int) decimal.Decimal { return decimal.NewFromInt(int64(n)) }
