package credit_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// fields gives an event of a kind with the fields that are named, each filled with something that fits.
func fields(kind credit.EventKind, names ...string) credit.Event {
	made := event(kind, "e", "2023-03-01")
	for _, name := range names {
		switch name {
		case "amount":
			made.Amount = usd("1")
		case "charge":
			made.Charge = credit.Consumption
		case "of":
			made.Of = "u"
		case "lot":
			made.Lot = "B"
		case "to":
			made.To = "bob"
		case "reason":
			made.Reason = credit.GivenUp
		}
	}
	return made
}

func TestWhichFieldsAnEventHas(t *testing.T) {
	all := []string{"amount", "charge", "of", "lot", "to", "reason"}
	kinds := []struct {
		kind              credit.EventKind
		required, allowed []string
	}{
		{credit.Use, []string{"amount", "charge"}, []string{"amount", "charge"}},
		{credit.Return, []string{"amount", "of"}, []string{"amount", "of"}},
		{credit.Forfeit, []string{"reason"}, []string{"reason", "lot"}},
		{credit.Transfer, []string{"lot", "to"}, []string{"lot", "to"}},
	}
	accepts := func(t *testing.T, e credit.Event) error {
		t.Helper()
		return story{
			lots:   lots{lot(credit.BulkBenefit, "B", "10 USD", "2023-01-01")},
			events: events{use("u", "2023-02-01", "5 USD"), e},
		}.fault("2023-04-01")
	}
	without := func(list []string, name string) []string {
		var rest []string
		for _, other := range list {
			if other != name {
				rest = append(rest, other)
			}
		}
		return rest
	}
	contains := func(list []string, name string) bool { return len(without(list, name)) < len(list) }
	for _, k := range kinds {
		t.Run(fmt.Sprintf("a %s with all it may have", k.kind), func(t *testing.T) {
			require.NoError(t, accepts(t, fields(k.kind, k.allowed...)))
		})
		t.Run(fmt.Sprintf("a %s with what it must have", k.kind), func(t *testing.T) {
			require.NoError(t, accepts(t, fields(k.kind, k.required...)))
		})
		for _, name := range all {
			if contains(k.required, name) {
				t.Run(fmt.Sprintf("a %s without its %s", k.kind, name), func(t *testing.T) {
					err := accepts(t, fields(k.kind, without(k.allowed, name)...))
					require.ErrorIs(t, err, credit.ErrNotGiven)
					require.ErrorContains(t, err, fmt.Sprintf("an event of kind %s needs its %s", k.kind, name))
				})
			}
			if !contains(k.allowed, name) {
				t.Run(fmt.Sprintf("a %s with a %s", k.kind, name), func(t *testing.T) {
					err := accepts(t, fields(k.kind, append([]string{name}, k.allowed...)...))
					require.ErrorIs(t, err, credit.ErrNotGiven)
					require.ErrorContains(t, err, fmt.Sprintf("an event of kind %s has no %s", k.kind, name))
				})
			}
		}
	}
	t.Run("everything that is missing is named at once", func(t *testing.T) {
		require.ErrorContains(t, accepts(t, fields(credit.Use)), "an event of kind use needs its amount, charge")
	})
	t.Run("everything that is too much is named at once", func(t *testing.T) {
		require.ErrorContains(t, accepts(t, fields(credit.Use, all...)), "an event of kind use has no of, lot, to, reason")
	})
}

func TestAnEventIsChecked(t *testing.T) {
	with := func(e credit.Event, change func(*credit.Event)) credit.Event {
		change(&e)
		return e
	}
	base := use("e", "2023-03-01", "1 USD")
	both := with(base, func(e *credit.Event) { e.At = at("2023-03-01") })
	neither := with(base, func(e *credit.Event) { e.Day = terms.Day{} })
	tests := []struct {
		name  string
		event credit.Event
		want  error
		text  string
	}{
		{"no id", with(base, func(e *credit.Event) { e.ID = "" }), credit.ErrID, "event id of 0 bytes"},
		{"an id of 256 bytes", with(base, func(e *credit.Event) { e.ID = credit.EventID(strings.Repeat("x", 256)) }), nil, ""},
		{"an id of 257 bytes", with(base, func(e *credit.Event) { e.ID = credit.EventID(strings.Repeat("x", 257)) }), credit.ErrID, "event id of 257 bytes"},
		{"an id with a tab", with(base, func(e *credit.Event) { e.ID = "a\tb" }), credit.ErrID, `event id "a\tb"`},
		{"no kind", with(base, func(e *credit.Event) { e.Kind = 0 }), credit.ErrNotGiven, "want one of use, return, forfeit, transfer"},
		{"a kind that is none", with(base, func(e *credit.Event) { e.Kind = 5 }), credit.ErrNotGiven, "want one of use"},
		{"neither an instant nor a day", neither, credit.ErrInstant, "at"},
		{"an instant and a day", both, credit.ErrInstant, "at and day"},
		{"an instant in 1899", use("e", "1899-12-31T23:59:59.999999999Z", "1 USD"), credit.ErrInstant, "at is in the year 1899"},
		{"the first instant of 1900", use("e", "1900-01-01T00:00:00Z", "1 USD"), nil, ""},
		{"the last instant of 2199", use("e", "2199-12-31T23:59:59.999999999Z", "1 USD"), nil, ""},
		{"an instant in 2200", use("e", "2200-01-01T00:00:00Z", "1 USD"), credit.ErrInstant, "at is in the year 2200"},
		{"a day in 1899", use("e", "1899-12-31", "1 USD"), credit.ErrInstant, "day is in the year 1899"},
		{"the first day of 1900", use("e", "1900-01-01", "1 USD"), nil, ""},
		{"the last day of 2199", use("e", "2199-12-31", "1 USD"), nil, ""},
		{"a day in 2200", use("e", "2200-01-01", "1 USD"), credit.ErrInstant, "day is in the year 2200"},
		{"the last day there is", use("e", "9999-12-31", "1 USD"), credit.ErrInstant, "day is in the year 9999"},
		{"a use of nothing", use("e", "2023-03-01", "0 USD"), nil, ""},
		{"a use below nothing", use("e", "2023-03-01", "-0.01 USD"), credit.ErrAmount, "a use of -0.01 USD; what comes back is an event of kind return"},
		{"a use of 18 places", use("e", "2023-03-01", "0.000000000000000001 USD"), nil, ""},
		{"a use of 19 places", use("e", "2023-03-01", "0.0000000000000000001 USD"), credit.ErrAmount, "more than 18 places"},
		{"a use of 10^20", use("e", "2023-03-01", "100000000000000000000 USD"), credit.ErrAmount, "10^20"},
		{"a charge that is none", charged(6, "e", "2023-03-01", "1 USD"), credit.ErrNotGiven, "want one of consumption, marketplaceUsage"},
		{"a return of nothing", giveBack("e", "2023-03-01", "u", "0 USD"), credit.ErrAmount, "a return of 0.00 USD; want more than 0"},
		{"a return below nothing", giveBack("e", "2023-03-01", "u", "-1 USD"), credit.ErrAmount, "a return of -1.00 USD; want more than 0"},
		{"a reason that is none", with(forfeit("e", "2023-03-01"), func(e *credit.Event) { e.Reason = 4 }), credit.ErrNotGiven, "want one of joinedEnterpriseAgreement"},
		{"a transfer to somebody who is not printable", transfer("e", "2023-03-01", "B", "bob\x00"), credit.ErrID, `to "bob\x00"`},
		{"a transfer to somebody who is not UTF-8", transfer("e", "2023-03-01", "B", "\xff"), credit.ErrID, "printable"},
		{"a transfer to somebody of 257 bytes", transfer("e", "2023-03-01", "B", strings.Repeat("x", 257)), credit.ErrID, "to of 257 bytes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, p := range []credit.Policy{policy(), policy(credit.EndOfDay)} {
				_, err := credit.New(p, lots{lot(credit.BulkBenefit, "B", "10 USD", "2023-01-01")}, events{use("u", "2023-02-01", "1 USD"), tt.event})
				if tt.want == nil {
					require.NoError(t, err)
					continue
				}
				require.ErrorIs(t, err, tt.want)
				require.ErrorContains(t, err, tt.text)
				var fault *credit.EventError
				require.ErrorAs(t, err, &fault)
				require.Equal(t, tt.event.ID, fault.Event)
			}
		})
	}
}

func TestCharges(t *testing.T) {
	tests := []struct {
		charge  credit.Charge
		payable bool
		fact    string
	}{
		{credit.Consumption, true, "OPEN-02"},
		{credit.MarketplaceUsage, false, "OPEN-13"},
		{credit.UserLicence, false, "OPEN-28"},
		{credit.SupportPlan, false, "OPEN-06"},
		{credit.OtherCharge, false, "OPEN-02"},
	}
	for _, tt := range tests {
		t.Run(tt.charge.String(), func(t *testing.T) {
			require.Equal(t, tt.payable, tt.charge.Payable())
			require.Contains(t, tt.charge.Reason(), "("+tt.fact+")")
		})
	}
	for _, none := range []credit.Charge{0, 6, 255} {
		require.False(t, none.Payable(), "what is not given is never paid")
		require.Equal(t, "it is not said what the charge was for", none.Reason())
	}
}

func TestEventEqual(t *testing.T) {
	base := credit.Event{
		ID: "e", Kind: credit.Use, At: at("2023-03-01T10:30:00Z"), Amount: usd("1.50"), Charge: credit.Consumption,
		Of: "u", Lot: "L1", To: "bob", Reason: credit.GivenUp,
	}
	same := base
	same.At, same.Amount, same.Known = base.At.In(time.FixedZone("CET", 3600)), usd("1.5"), at("2023-06-01")
	require.True(t, base.Equal(same), "the amount, the instant and the zone are told apart from their notation, and Known plays no part")
	for name, change := range map[string]func(*credit.Event){
		"id":     func(e *credit.Event) { e.ID = "f" },
		"kind":   func(e *credit.Event) { e.Kind = credit.Return },
		"at":     func(e *credit.Event) { e.At = e.At.Add(1) },
		"day":    func(e *credit.Event) { e.Day = day("2023-03-01") },
		"amount": func(e *credit.Event) { e.Amount = usd("1.51") },
		"charge": func(e *credit.Event) { e.Charge = credit.SupportPlan },
		"of":     func(e *credit.Event) { e.Of = "v" },
		"lot":    func(e *credit.Event) { e.Lot = "L2" },
		"to":     func(e *credit.Event) { e.To = "cid" },
		"reason": func(e *credit.Event) { e.Reason = credit.MovedBillingAccount },
	} {
		other := base
		change(&other)
		require.False(t, base.Equal(other), name)
	}
}

func TestEventJSON(t *testing.T) {
	tests := []struct {
		name  string
		event credit.Event
		want  string
	}{
		{"a use on a day", use("u", "2023-03-01", "1.5 USD"), `{
			"id": "u", "kind": "use", "day": "2023-03-01", "amount": {"amount": "1.50", "currency": "USD"}, "charge": "consumption"
		}`},
		{"a use of nothing", use("u", "2023-03-01", "0 USD"), `{
			"id": "u", "kind": "use", "day": "2023-03-01", "amount": {"amount": "0.00", "currency": "USD"}, "charge": "consumption"
		}`},
		{"a return at an instant", known(giveBack("r", "2023-03-01T10:30:00Z", "u", "1 USD"), "2023-03-02"), `{
			"id": "r", "kind": "return", "at": "2023-03-01T10:30:00Z", "known": "2023-03-02T00:00:00Z",
			"amount": {"amount": "1.00", "currency": "USD"}, "of": "u"
		}`},
		{"a forfeit", forfeit("f", "2023-03-01"), `{"id": "f", "kind": "forfeit", "day": "2023-03-01", "reason": "joinedEnterpriseAgreement"}`},
		{"a transfer", transfer("t", "2023-03-01", "B", "bob"), `{"id": "t", "kind": "transfer", "day": "2023-03-01", "lot": "B", "to": "bob"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := json.Marshal(tt.event)
			require.NoError(t, err)
			require.JSONEq(t, tt.want, string(text))
			var back credit.Event
			require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
			require.True(t, tt.event.Equal(back))
			require.True(t, tt.event.Known.Equal(back.Known))
		})
	}
	for _, bad := range []string{
		`{"kind": "refund"}`, `{"charge": "Consumption"}`, `{"reason": "boredom"}`, `{"day": "2023-02-30"}`, `{"day": "2023-3-1"}`,
		`{"at": "2023-03-01T25:00:00Z"}`, `{"lots": []}`, `{"amount": {"amount": "1.50"}}`,
	} {
		var e credit.Event
		require.ErrorIs(t, terms.Decode(strings.NewReader(bad), &e), terms.ErrJSON, bad)
	}
}
