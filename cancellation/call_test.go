package cancellation_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/cancellation"
)

func TestCallsFor(t *testing.T) {
	t.Parallel()
	const order, subscription, sandbox = cancellation.CallPatchOrder, cancellation.CallPatchSubscription, cancellation.CallPatchSandboxOrder
	tests := map[cancellation.Product][]cancellation.CallKind{
		perpetual: {order}, software: {subscription, order}, seats: {subscription}, extended: {subscription}, monthly: {subscription},
		annual: {subscription}, central: {subscription}, azure: {subscription}, reserved: {sandbox}, savings: nil, 0: nil, 99: nil,
	}
	for product, want := range tests {
		assert.Equal(t, want, cancellation.CallsFor(product), product.String())
	}
}

func TestCancelCall(t *testing.T) {
	t.Parallel()
	s := sample(t, "marketplace")
	s.Attributes.ETag = `W/"1"`
	call, err := s.CancelCall("5921f00a-32c0-4457-aaa1-e8018c650895")
	require.NoError(t, err)
	assert.Equal(t, "PATCH", call.Method)
	assert.Equal(t, "/v1/customers/5921f00a-32c0-4457-aaa1-e8018c650895/subscriptions/6e7aa601-629e-461b-8933-0898c3cc3c7c", call.Path)
	assert.Equal(t, `W/"1"`, call.ETag)
	sent := read(t, string(call.Body))
	assert.Equal(t, "deleted", sent.Status)
	sent.Status = "active"
	assert.True(t, sent.Equal(s), "the whole resource, with another status")
	assert.Equal(t, "active", s.Status, "the subscription is as it was")

	escaped, err := read(t, `{"id":"a/b?c"}`).CancelCall("x y")
	require.NoError(t, err)
	assert.Equal(t, "/v1/customers/x%20y/subscriptions/a%2Fb%3Fc", escaped.Path)

	for name, bad := range map[string]string{
		"no id": `{}`, "deleted already": `{"id":"1","status":"Deleted"}`,
		"a savings plan": `{"id":"1","lineItems":[{"purchaseCommitment":{"amount":"10"}}]}`,
	} {
		_, err := read(t, bad).CancelCall("c")
		require.ErrorIs(t, err, cancellation.ErrCall, name)
	}
	_, err = s.CancelCall("")
	require.ErrorIs(t, err, cancellation.ErrCall)
}

func TestCancelOrderCalls(t *testing.T) {
	t.Parallel()
	line := cancellation.OrderLine{Number: 0, OfferID: "DG7GMGF0FKZV:0003:DG7GMGF0DWMS"}
	call, err := cancellation.CancelOrderCall("c", "2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1", line)
	require.NoError(t, err)
	assert.Equal(t, "/v1/customers/c/orders/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1", call.Path)
	assert.Equal(t, `{"id":"2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1","status":"cancelled","lineItems":[{"lineItemNumber":0,"offerId":"DG7GMGF0FKZV:0003:DG7GMGF0DWMS"}]}`, string(call.Body))
	written, err := json.Marshal(call)
	require.NoError(t, err)
	assert.Contains(t, string(written), `"method":"PATCH"`)

	calls, err := cancellation.CancelOrderCalls("c", "1", "2", "3")
	require.NoError(t, err)
	require.Len(t, calls, 3, "one by one")
	assert.Equal(t, "/v1/customers/c/orders/2", calls[1].Path)
	assert.Equal(t, `{"id":"2","status":"cancelled"}`, string(calls[1].Body))
	_, err = cancellation.CancelOrderCalls("c")
	require.EqualError(t, err, "cancellation: no such cancel call: orders is not given; want the ids of the orders")
	_, err = cancellation.CancelOrderCalls("c", "1", "", "3", "")
	require.ErrorContains(t, err, "orders/1 is not given")
	require.ErrorContains(t, err, "orders/3 is not given")
	_, err = cancellation.CancelOrderCall("", "", cancellation.OrderLine{Number: -1})
	for _, field := range []string{"customer is not given", "order is not given", "lineItems/0/lineItemNumber is -1", "lineItems/0/offerId is not given"} {
		require.ErrorContains(t, err, field, "everything at once")
	}
	_, err = cancellation.CancelOrderCalls("c", "1", "")
	require.ErrorIs(t, err, cancellation.ErrCall)
	_, err = cancellation.CancelOrderCall("", "1")
	require.ErrorIs(t, err, cancellation.ErrCall)
	for _, bad := range []cancellation.OrderLine{{Number: -1, OfferID: "x"}, {Number: 0}} {
		_, err = cancellation.CancelOrderCall("c", "1", line, bad)
		require.ErrorIs(t, err, cancellation.ErrCall)
	}
}

func TestAPIErrors(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, body, code string
		meaning          cancellation.Meaning
		window           string
	}{
		{"days", `{"code":"900117","description":"You have passed your 7-day cancellation window. We are unable to cancel your purchase","data":[],"source":"PartnerFD"}`, "900117", cancellation.MeaningWindowPassed, "P7D"},
		{"hours", `{"code":"900213","description":"You have passed your 72-hour cancellation window."}`, "900213", cancellation.MeaningWindowPassed, "PT72H"},
		{"seats", `{"code":"900257","description":"You have passed your 7-day window for reducing seats for this subscription."}`, "900257", cancellation.MeaningReductionWindowPassed, "P7D"},
		{"a number for a code, as in a sample", `{"code":800090,"description":"Subscription quantity can't be decreased","source":"PartnerFD"}`, "800090", cancellation.MeaningReductionWindowPassed, ""},
		{"a window of no days", `{"code":"900117","description":"your 0-day window"}`, "900117", cancellation.MeaningWindowPassed, ""},
		{"a placeholder that was not filled in", `{"code":"900117","description":"your {0}-day window"}`, "900117", cancellation.MeaningWindowPassed, ""},
		{"days in another error", `{"code":"900278","description":"a 1-day wait"}`, "900278", cancellation.MeaningTryLater, ""},
		{"the order, not the subscription", `{"code":"800077","description":"x"}`, "800077", cancellation.MeaningPatchSubscription, ""},
		{"without the role", `{"Code":"900150","Description":"The supplied role doesn't have the rights"}`, "900150", cancellation.MeaningNotPermitted, ""},
		{"a code nobody knows", `{"code":"123","description":"x","new":1}`, "123", 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			e, err := cancellation.ParseAPIError([]byte(tt.body))
			require.NoError(t, err)
			assert.Equal(t, tt.code, e.Code)
			assert.Equal(t, tt.meaning, e.Meaning())
			w, ok := e.Window()
			assert.Equal(t, tt.window, w.String())
			assert.Equal(t, tt.window != "", ok)
			require.ErrorContains(t, e, "cancellation: Partner Center: "+tt.code)
		})
	}
	for _, bad := range []string{``, `3`, `{}`, `{"code":""}`, `{"code":null}`, `{"code":1.5}`, `{"code":{}}`, `{"code":"1","description":2}`} {
		_, err := cancellation.ParseAPIError([]byte(bad))
		require.ErrorIs(t, err, cancellation.ErrResource, bad)
	}
	codes := cancellation.ErrorCodes()
	assert.Equal(t, cancellation.MeaningOnlySoftware, codes["800019"])
	delete(codes, "800019")
	assert.Contains(t, cancellation.ErrorCodes(), "800019", "the map is the caller's own")
	for code, meaning := range codes {
		assert.NotZero(t, meaning, code)
	}
}
