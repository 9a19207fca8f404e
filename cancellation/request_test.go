package cancellation_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

func TestRequestJSON(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		text string
		want cancellation.Request
	}{
		{"nothing given", `{"purchase":{}}`, cancellation.Request{}},
		{
			"everything given",
			`{"purchase":{"product":"licenseBased","opening":"byPartialUpgrade","linuxPlan":"no","finalPlan":"yes"},"asker":{"adminAgent":"yes"},` +
				`"opened":"2024-03-26T11:00:00Z","sourceOpened":"2024-03-20T08:00:00.123456789Z","cancellationAllowedUntilDate":"2021-11-14T23:59:00Z"}`,
			cancellation.Request{
				Purchase: cancellation.Purchase{Product: seats, Opening: cancellation.ByPartialUpgrade, LinuxPlan: rules.No, FinalPlan: rules.Yes},
				Asker:    cancellation.Asker{AdminAgent: rules.Yes}, Opened: at("2024-03-26T11:00:00Z"),
				SourceOpened: at("2024-03-20T08:00:00.123456789Z"), AllowedUntil: cancellation.Allowed(at("2021-11-14T23:59:00Z")),
			},
		},
		{"null from Partner Center", `{"purchase":{},"cancellationAllowedUntilDate":null}`, cancellation.Request{AllowedUntil: cancellation.NotAllowed()}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got cancellation.Request
			require.NoError(t, terms.Decode(strings.NewReader(tt.text), &got))
			assert.Equal(t, tt.want, got)
			written, err := json.Marshal(got)
			require.NoError(t, err)
			assert.Equal(t, tt.text, string(written))
		})
	}
	for _, bad := range []struct{ text, path string }{
		{`{"purchase":{"product":"software"}}`, "/purchase/product"},
		{`{"purchase":{"Product":"licenseBased"}}`, "/purchase/Product"},
		{`{"purchase":{},"opened":"2024-03-26"}`, "/opened"},
		{`{"purchase":{},"asker":{"adminAgent":true}}`, "/asker/adminAgent"},
		{`{"purchase":{},"cancellationAllowedUntilDate":"tomorrow"}`, "/cancellationAllowedUntilDate"},
		{`{"purchase":{},"cancellationAllowedUntilDate":0}`, "/cancellationAllowedUntilDate"},
	} {
		var got cancellation.Request
		err := terms.Decode(strings.NewReader(bad.text), &got)
		require.ErrorIs(t, err, terms.ErrJSON, bad.text)
		require.ErrorContains(t, err, bad.path)
	}
}

func TestAllowedUntil(t *testing.T) {
	t.Parallel()
	var notAsked cancellation.AllowedUntil
	never, until := cancellation.NotAllowed(), cancellation.Allowed(at("2021-11-14T23:59:00+01:00"))
	assert.True(t, notAsked.IsZero())
	assert.False(t, never.IsZero())
	assert.False(t, until.IsZero())
	instant, ok := until.Until()
	assert.True(t, ok)
	assert.Equal(t, "2021-11-14T22:59:00Z", text(instant))
	for _, u := range []cancellation.AllowedUntil{notAsked, never} {
		_, ok = u.Until()
		assert.False(t, ok)
	}
	assert.Equal(t, never, cancellation.Allowed(at("0001-01-01T00:00:00Z")))
	assert.False(t, notAsked.Equal(never))
	assert.False(t, until.Equal(never))
	assert.True(t, until.Equal(cancellation.Allowed(at("2021-11-14T22:59:00Z"))))

	read := until
	require.ErrorIs(t, json.Unmarshal([]byte(`"2021"`), &read), cancellation.ErrAllowedUntil)
	assert.Equal(t, until, read, "an error leaves it as it was")
	require.NoError(t, json.Unmarshal([]byte(`null`), &read))
	assert.Equal(t, never, read)
}
