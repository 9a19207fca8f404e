package cancellation_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

func TestAfter(t *testing.T) {
	t.Parallel()
	ofSoftware := []cancellation.Consequence{
		cancellation.KeysRevoked, cancellation.ShownWithoutKey, cancellation.StopUsing, cancellation.Uninstall,
		cancellation.CreditOnInvoice, cancellation.ShownLater,
	}
	ofSeats := []cancellation.Consequence{cancellation.CreditOnInvoice, cancellation.AccessLost}
	tests := map[cancellation.Product][]cancellation.Consequence{
		perpetual: ofSoftware, software: ofSoftware, seats: ofSeats, extended: ofSeats, monthly: ofSeats, annual: ofSeats, central: ofSeats,
		reserved: {cancellation.InvoiceReplaced, cancellation.HeldForReservations},
	}
	for product, want := range tests {
		effects, err := cancellation.After(cancellation.Purchase{Product: product}, at("2024-05-10T10:00:00+02:00"))
		require.NoError(t, err)
		assert.Equal(t, want, effects.Decision.Outcome.All(), product.String())
		requireRoundTrip(t, effects)
		requireFieldsMatter(t, effects)
		for i, e := range effects.Effects {
			assert.Equal(t, want[i], e.Consequence)
			assert.NotEmpty(t, e.Parties)
			requireFieldsMatter(t, e)
		}
	}
	for _, product := range []cancellation.Product{azure, savings} {
		_, err := cancellation.After(cancellation.Purchase{Product: product}, at("2024-05-10"))
		require.ErrorIs(t, err, rules.ErrNoRule, product.String())
		require.ErrorIs(t, err, cancellation.ErrNotSaid)
		require.ErrorContains(t, err, "product is "+product.String()+"; want one of perpetualSoftware, softwareSubscription")
	}
	unknown, err := cancellation.After(cancellation.Purchase{}, at("2024-05-10"))
	require.NoError(t, err)
	assert.Equal(t, []string{"product"}, unknown.Decision.Missing)
	assert.Empty(t, unknown.Effects)
	_, err = cancellation.After(cancellation.Purchase{Product: software}, at("1800-01-01"))
	require.ErrorContains(t, err, "cancelled is 1800-01-01")
}

func TestEffectsAreDated(t *testing.T) {
	t.Parallel()
	effects, err := cancellation.After(cancellation.Purchase{Product: perpetual}, at("2024-02-29T23:50:00Z"))
	require.NoError(t, err)
	byKind := map[cancellation.Consequence]cancellation.Effect{}
	for _, e := range effects.Effects {
		byKind[e.Consequence] = e
	}
	const partner, customer = cancellation.Partner, cancellation.Customer
	assert.Equal(t, "2024-02-29T23:50:00Z", text(byKind[cancellation.KeysRevoked].From))
	assert.Equal(t, []cancellation.Party{partner, customer}, byKind[cancellation.KeysRevoked].Parties)
	assert.Equal(t, []cancellation.Party{partner, customer}, byKind[cancellation.StopUsing].Parties)
	assert.Equal(t, []cancellation.Party{partner}, byKind[cancellation.Uninstall].Parties)
	assert.Equal(t, "2024-03-01T00:05:00Z", text(byKind[cancellation.ShownLater].By), "23:50 and 15 minutes, over a leap day's end")
	assert.Equal(t, "2024-03-06/2024-03-09", byKind[cancellation.CreditOnInvoice].Days.String())
	assert.True(t, byKind[cancellation.CreditOnInvoice].From.IsZero())
}

func TestInvoiceDays(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]string{
		"2024-01-01": "2024-02-06/2024-02-09", "2024-01-31": "2024-02-06/2024-02-09", "2024-02-01": "2024-03-06/2024-03-09",
		"2024-02-29": "2024-03-06/2024-03-09", "2024-12-31": "2025-01-06/2025-01-09", "9999-12-01": "",
	} {
		assert.Equal(t, want, cancellation.InvoiceDays(terms.MustParseDay(day)).String(), day)
	}
	assert.True(t, cancellation.InvoiceDays(terms.Day{}).IsZero())
}

func TestConsequencesJSON(t *testing.T) {
	t.Parallel()
	var c cancellation.Consequences
	require.NoError(t, json.Unmarshal([]byte(`["accessLost","keysRevoked"]`), &c))
	assert.Equal(t, "keysRevoked, accessLost", c.String())
	assert.True(t, c.Has(cancellation.AccessLost))
	assert.False(t, c.Has(cancellation.StopUsing))
	assert.False(t, c.Has(0))
	written, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Equal(t, `["keysRevoked","accessLost"]`, string(written))
	var none cancellation.Consequences
	written, err = json.Marshal(none)
	require.NoError(t, err)
	assert.Equal(t, `[]`, string(written))
	for _, bad := range []string{`["none"]`, `[""]`, `"keysRevoked"`, `3`} {
		was := c
		require.Error(t, json.Unmarshal([]byte(bad), &c), bad)
		assert.Equal(t, was, c, "an error leaves it as it was")
	}
}

func TestCheckParticulars(t *testing.T) {
	t.Parallel()
	day := terms.MustParseDay("2024-05-10")
	type particulars = cancellation.Particulars
	tests := []struct {
		name    string
		have    particulars
		missing []string
	}{
		{"a subscription by name, a customer by tenant", particulars{Product: software, CustomerTenant: "guid", SubscriptionName: "SQL"}, nil},
		{"a subscription by id, a customer by name", particulars{Product: software, CustomerName: "Contoso", SubscriptionID: "1"}, nil},
		{"a subscription of nobody", particulars{Product: software, SubscriptionID: "1"}, []string{"customerName|customerTenant|customerDomain"}},
		{"nothing at all", particulars{Product: software}, []string{"customerName|customerTenant|customerDomain", "subscriptionName|subscriptionId"}},
		{"orders do not name a subscription", particulars{Product: software, CustomerName: "x", Orders: []string{"1"}}, []string{"subscriptionName|subscriptionId"}},
		{"perpetual software, two orders", particulars{Product: perpetual, CustomerDomain: "contoso.com", ProductName: "Office", Orders: []string{"1", "2"}}, nil},
		{"perpetual software without an order", particulars{Product: perpetual, CustomerDomain: "contoso.com", ProductName: "Office", Orders: []string{""}}, []string{"orders"}},
		{"perpetual software, nothing at all", particulars{Product: perpetual}, []string{"customerName|customerTenant|customerDomain", "productName", "orders"}},
		{"of seats nothing is said", particulars{Product: seats}, nil},
		{"nobody knows what, and nothing at hand", particulars{}, []string{"product"}},
		{"nobody knows what, but everything is at hand", particulars{CustomerName: "x", SubscriptionID: "1", ProductName: "y", Orders: []string{"1"}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := cancellation.CheckParticulars(day, tt.have)
			assert.Equal(t, tt.missing, got.Missing)
			assert.Equal(t, tt.missing == nil, got.IsReady())
			requireRoundTrip(t, got)
		})
	}
}

func TestCheckSupportRequest(t *testing.T) {
	t.Parallel()
	day := terms.MustParseDay("2024-05-10")
	whole := cancellation.SupportRequest{
		Impact: "critical", Title: "Cancel", CustomerTenant: "guid", OrderID: "1", Reason: "bought\ntwice", Amount: terms.MustParseMoney("0 EUR"),
		ContactName: "Ann", ContactEmail: "a@example.com", ContactPhone: "+46",
	}
	assert.True(t, cancellation.CheckSupportRequest(day, whole).IsReady(), "attachments are optional")
	assert.Equal(t, "Customer tenant: guid\nOrder: 1\nReason: bought twice\nAmount requested: 0.00 EUR\n", whole.Description(), "each on one line")
	for missing, take := range map[string]func(*cancellation.SupportRequest){
		"impact":                        func(s *cancellation.SupportRequest) { s.Impact = "" },
		"title":                         func(s *cancellation.SupportRequest) { s.Title = "" },
		"customerTenant|customerDomain": func(s *cancellation.SupportRequest) { s.CustomerTenant = "" },
		"orderId|subscriptionId":        func(s *cancellation.SupportRequest) { s.OrderID = "" },
		"reason":                        func(s *cancellation.SupportRequest) { s.Reason = "" },
		"amount":                        func(s *cancellation.SupportRequest) { s.Amount = terms.Money{} },
		"contactName":                   func(s *cancellation.SupportRequest) { s.ContactName = "" },
		"contactEmail":                  func(s *cancellation.SupportRequest) { s.ContactEmail = "" },
		"contactPhone":                  func(s *cancellation.SupportRequest) { s.ContactPhone = "" },
	} {
		lacking := whole
		take(&lacking)
		got := cancellation.CheckSupportRequest(day, lacking)
		assert.False(t, got.IsReady())
		assert.Equal(t, []string{missing}, got.Missing)
	}
	nothing := cancellation.CheckSupportRequest(day, cancellation.SupportRequest{})
	assert.Len(t, nothing.Missing, 9)
	assert.Empty(t, cancellation.SupportRequest{}.Description())
	other := whole
	other.CustomerTenant, other.CustomerDomain, other.OrderID, other.SubscriptionID = "", "contoso.com", "", "9"
	assert.True(t, cancellation.CheckSupportRequest(day, other).IsReady())
}

func TestEditingTheSetsOfWhatItTakesAndWhatFollows(t *testing.T) {
	t.Parallel()
	day := terms.MustParseDay("2024-05-10")
	published := cancellation.Published()
	house, err := published.EditSupportRequest(rules.Edit[cancellation.SupportRequest, rules.Truth]{
		Owner: "Fabrikam", Reason: "no telephones", SwitchOff: []rules.ID{"cancellation.support.contactPhone"},
	})
	require.NoError(t, err)
	assert.NotContains(t, house.CheckSupportRequest(day, cancellation.SupportRequest{}).Missing, "contactPhone")
	house, err = published.EditParticulars(rules.Edit[cancellation.Particulars, rules.Truth]{
		Owner: "Fabrikam", Reason: "orders are enough", SwitchOff: []rules.ID{"cancellation.particulars.perpetual.product"},
	})
	require.NoError(t, err)
	assert.True(t, house.CheckParticulars(day, cancellation.Particulars{Product: perpetual, CustomerName: "x", Orders: []string{"1"}}).IsReady())
	house, err = published.EditAfter(rules.Edit[cancellation.Purchase, cancellation.Consequences]{
		Owner: "Fabrikam", Reason: "credits are paid out", SwitchOff: []rules.ID{"cancellation.after.credit"},
	})
	require.NoError(t, err)
	effects, err := house.After(cancellation.Purchase{Product: software}, at("2024-05-10"))
	require.NoError(t, err)
	assert.False(t, effects.Decision.Outcome.Has(cancellation.CreditOnInvoice))
}
