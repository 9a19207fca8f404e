package cancellation_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

// sample reads one of the samples of Microsoft's documentation, as it stands there.
func sample(tb testing.TB, name string) cancellation.Subscription {
	tb.Helper()
	file, err := os.Open(filepath.Join("testdata", "partnercenter", name+".json"))
	require.NoError(tb, err)
	defer func() { require.NoError(tb, file.Close()) }()
	all, err := cancellation.ReadSubscriptions(name, file)
	require.NoError(tb, err)
	require.Len(tb, all, 1)
	return all[0]
}

func TestSamplesOfMicrosoft(t *testing.T) {
	t.Parallel()
	s := sample(t, "seats")
	assert.Equal(t, "a4c1340d-6911-4758-bba3-0c4c6007d161", s.ID)
	assert.Equal(t, "CFQ7TTC0LH18:0001:CFQ7TTC0K971", s.OfferID)
	assert.Equal(t, "OnlineServicesNCE", s.ProductType.ID)
	assert.Equal(t, 15, s.Quantity)
	assert.Equal(t, "2021-01-14T16:57:15.0966728Z", text(s.CreationDate), "seven decimals")
	assert.Equal(t, "2021-01-14T16:57:14.498252Z", text(s.EffectiveStartDate))
	assert.Equal(t, "2022-01-13T23:59:59Z", text(s.CommitmentEndDateTime))
	assert.Equal(t, rules.No, s.AutoRenewEnabled)
	assert.Equal(t, rules.Yes, s.IsMicrosoftProduct)
	assert.Equal(t, "Full", s.RefundOptions[0].Type)
	assert.Equal(t, "2021-01-15T00:00:00Z", text(s.RefundOptions[0].ExpiresAt))
	assert.Equal(t, 10, s.RefundableQuantity.TotalQuantity)
	assert.Equal(t, "2021-01-24T20:39:17.182697Z", text(s.RefundableQuantity.Details[0].AllowedUntilDateTime))
	assert.Equal(t, "/products/CFQ7TTC0LH18?country=US", s.Links["product"].URI)
	assert.Equal(t, "Subscription", s.Attributes.ObjectType)
	assert.True(t, s.CancellationAllowedUntilDate.IsZero(), "the field is not there")

	until, ok := sample(t, "software").CancellationAllowedUntilDate.Until()
	assert.True(t, ok)
	assert.Equal(t, "2021-11-14T23:59:00Z", text(until))
	assert.Equal(t, "2019-01-09T00:21:45.9263727Z", text(sample(t, "marketplace").EffectiveStartDate), "written +00:00")
	assert.Equal(t, 9999, sample(t, "azure").CommitmentEndDate.Year())

	for _, name := range []string{"seats", "software", "marketplace", "azure"} {
		requireRoundTrip(t, sample(t, name))
	}
}

func read(t *testing.T, s string) cancellation.Subscription {
	t.Helper()
	var subscription cancellation.Subscription
	require.NoError(t, terms.Decode(strings.NewReader(s), &subscription))
	return subscription
}

func written(t *testing.T, s cancellation.Subscription) string {
	t.Helper()
	data, err := json.Marshal(s)
	require.NoError(t, err)
	return string(data)
}

func TestResourcesAreWrittenAsTheyWereRead(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		`{}`,
		`{"id":"1","unheard":{"of":[1,2.50,null]},"quantity":3}`,
		`{"Id":"1","OfferId":"x","CancellationAllowedUntilDate":null,"RefundOptions":[{"Type":"Full","ExpiresAfter":null}]}`,
		`{"quantity":3,"id":"1","creationDate":"2021-10-15T21:28:19.3000000Z","effectiveStartDate":"2021-10-15T21:28:19+02:00"}`,
		`{"id":"1","refundOptions":null,"refundableQuantity":null,"links":null,"productType":null,"isTrial":null,"actions":null,"quantity":null}`,
		`{"id":"1","scheduledNextTermInstructions":{"product":{"productId":"p","skuId":"s","new":true},"quantity":1,"customTermEndDate":null}}`,
		`{"id":"1","lineItems":[{"id":"l","scope":{"type":"Shared"},"purchaseCommitment":{"amount":"10","grain":"Hourly","currency":"USD"}}]}`,
		`{"id":"1","scheduledActions":[{"scheduleType":"TermEnd","actionType":"Cancel","effectiveDate":null,"instructions":null}]}`,
		`{"id":"1","refundOptions":[null,{"type":"Full"}],"links":{"self":null},"nextChargeInstructions":{"product":null,"quantity":1}}`,
		`{"id":"1","productType":{"id":"Software","displayName":"Software","subType":{"id":"x"}},"attributes":{"etag":"e","objectType":"Subscription","more":1}}`,
	} {
		assert.Equal(t, s, written(t, read(t, s)))
	}
}

func TestOnlyWhatIsChangedIsWrittenAnew(t *testing.T) {
	t.Parallel()
	s := read(t, `{"Id":"1","unheard":0.10,"Status":"active","cancellationAllowedUntilDate":"2021-11-14T23:59:00.0000000Z","isTrial":false,"creationDate":"2021-10-15T21:28:19.3000000Z",`+
		`"refundOptions":[{"type":"Full","expiresAfter":"2021-01-15T00:00:00Z","x":1}]}`)
	s.Status = "deleted"
	s.Quantity = 4
	assert.Equal(t, `{"Id":"1","unheard":0.10,"Status":"deleted","cancellationAllowedUntilDate":"2021-11-14T23:59:00.0000000Z","isTrial":false,"creationDate":"2021-10-15T21:28:19.3000000Z",`+
		`"refundOptions":[{"type":"Full","expiresAfter":"2021-01-15T00:00:00Z","x":1}],"quantity":4}`, written(t, s))

	s.CancellationAllowedUntilDate = cancellation.NotAllowed()
	s.IsTrial = rules.Unknown
	s.RefundOptions[0].ExpiresAt = at("2021-01-16")
	s.CreationDate = at("2021-10-16T00:00:00+02:00")
	assert.Equal(t, `{"Id":"1","unheard":0.10,"Status":"deleted","cancellationAllowedUntilDate":null,"creationDate":"2021-10-15T22:00:00Z",`+
		`"refundOptions":[{"type":"Full","expiresAfter":"2021-01-16T00:00:00Z","x":1}],"quantity":4}`, written(t, s))

	made := cancellation.Subscription{ID: "2", IsTrial: rules.Yes, EffectiveStartDate: at("2024-01-01")}
	assert.Equal(t, `{"id":"2","effectiveStartDate":"2024-01-01T00:00:00Z","isTrial":true}`, written(t, made))
	requireRoundTrip(t, made)
	assert.False(t, made.Equal(s))
	assert.True(t, read(t, `{"id":"2","quantity":1}`).Equal(read(t, `{"quantity":1,"id":"2"}`)))
}

func TestWhatCannotBeRead(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, path, says string }{
		{"no object", `[]`, "", "no object"},
		{"a text for a number", `{"quantity":"3"}`, "/quantity", "a whole number"},
		{"half a seat", `{"quantity":1.5}`, "/quantity", "a whole number"},
		{"a number for a text", `{"id":3}`, "/id", "a text"},
		{"a text for yes or no", `{"isTrial":"no"}`, "/isTrial", "true, false or null"},
		{"a day for an instant", `{"effectiveStartDate":"2021-01-14"}`, "/effectiveStartDate", "an instant"},
		{"spaces in an instant, as in an old sample", `{"creationDate":"2015-11-25T06: 41: 12Z"}`, "/creationDate", "an instant"},
		{"a date of cancellation that is none", `{"cancellationAllowedUntilDate":"soon"}`, "/cancellationAllowedUntilDate", "or null"},
		{"one field in two spellings", `{"id":"1","Id":"2"}`, "/Id", "given twice"},
		{"both names of a refund's instant", `{"refundOptions":[{},{"expiresAt":"2021-01-15T00:00:00Z","expiresAfter":"2021-01-16T00:00:00Z"}]}`, "/refundOptions/1/expiresAfter", "so is expiresAt"},
		{"an object for a list", `{"refundOptions":{}}`, "/refundOptions", "a list of objects"},
		{"a list for an object", `{"productType":[]}`, "/productType", "no object"},
		{"an instant without a zone", `{"creationDate":"2021-01-14T16:57:15"}`, "/creationDate", "an instant with its zone, as in 2021-01-14T16:57:15Z, or null"},
		{"an instant on 30 February", `{"creationDate":"2021-02-30T16:57:15Z"}`, "/creationDate", "an instant of a day that exists"},
		{"a text deep inside", `{"refundableQuantity":{"details":[{"quantity":1},{"quantity":"1"}]}}`, "/refundableQuantity/details/1/quantity", "a whole number"},
		{"a link that is none", `{"links":{"self":{"uri":1}}}`, "/links/self/uri", "a text"},
		{"a list of numbers for texts", `{"actions":[1]}`, "/actions", "a list of texts"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := cancellation.Subscription{ID: "untouched"}
			err := terms.Decode(strings.NewReader(tt.text), &s)
			require.ErrorIs(t, err, terms.ErrJSON)
			require.ErrorContains(t, err, tt.says)
			wrong, ok := errors.AsType[*terms.DecodeError](err)
			require.True(t, ok)
			assert.Equal(t, tt.path, wrong.Path)

			err = json.Unmarshal([]byte(tt.text), &s)
			require.ErrorIs(t, err, cancellation.ErrResource)
			assert.Equal(t, "untouched", s.ID)
		})
	}
}

func TestContradictions(t *testing.T) {
	t.Parallel()
	const sound = `"id":"1","effectiveStartDate":"2021-01-14T16:57:14Z","quantity":3`
	tests := []struct {
		name, text string
		paths      []string
	}{
		{"nothing wrong", `{` + sound + `}`, nil},
		{"the last day is the first", `{` + sound + `,"commitmentEndDate":"2021-01-14T00:00:00Z"}`, nil},
		{"all seats can be given back", `{` + sound + `,"refundableQuantity":{"totalQuantity":3,"details":[{"quantity":1},{"quantity":2}]}}`, nil},
		{"no id", `{"quantity":1}`, []string{"/id"}},
		{"less than no seats", `{"id":"1","quantity":-1}`, []string{"/quantity"}},
		{"less than no seats, and some to give back", `{"id":"1","quantity":-1,"refundableQuantity":{"totalQuantity":1,"details":[{"quantity":1}]}}`, []string{"/quantity"}},
		{"it ends before it starts", `{` + sound + `,"commitmentEndDate":"2021-01-13T00:00:00Z"}`, []string{"/commitmentEndDate"}},
		{"by the instant, too", `{` + sound + `,"commitmentEndDateTime":"2021-01-14T16:57:13Z"}`, []string{"/commitmentEndDateTime"}},
		{"the window closes before it opens", `{` + sound + `,"cancellationAllowedUntilDate":"2021-01-14T16:57:13Z"}`, []string{"/cancellationAllowedUntilDate"}},
		{"batches that do not add up", `{` + sound + `,"refundableQuantity":{"totalQuantity":3,"details":[{"quantity":1}]}}`, []string{"/refundableQuantity/totalQuantity"}},
		{"batches that add up to more", `{` + sound + `,"refundableQuantity":{"totalQuantity":1,"details":[{"quantity":2}]}}`, []string{"/refundableQuantity/totalQuantity"}},
		{"more seats than there are", `{` + sound + `,"refundableQuantity":{"totalQuantity":4,"details":[{"quantity":4}]}}`, []string{"/refundableQuantity/totalQuantity"}},
		{"a batch of less than none", `{` + sound + `,"refundableQuantity":{"totalQuantity":-1,"details":[{"quantity":-1}]}}`, []string{"/refundableQuantity/details/0/quantity"}},
		{"several at once", `{"quantity":-1,"effectiveStartDate":"2021-01-14T16:57:14Z","commitmentEndDate":"2020-01-01T00:00:00Z"}`, []string{"/id", "/quantity", "/commitmentEndDate"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			err := read(t, tt.text).Check()
			if tt.paths == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, cancellation.ErrResource)
			_, err = cancellation.ReadSubscriptions("customer/a.json", strings.NewReader(`{"items":[{"id":"good"},`+tt.text+`]}`))
			all, ok := errors.AsType[cancellation.FileErrors](err)
			require.True(t, ok)
			require.Len(t, all, len(tt.paths), "%v", err)
			for _, path := range tt.paths {
				require.ErrorContains(t, err, "cancellation: customer/a.json: ")
				require.ErrorContains(t, err, "/items/1"+path+": ")
			}
		})
	}
}

func TestReadSubscriptions(t *testing.T) {
	t.Parallel()
	all, err := cancellation.ReadSubscriptions("f", strings.NewReader(`{"Items":[{"id":"1"},{"id":2},{"id":"3"}],"totalCount":3}`))
	require.ErrorContains(t, err, "cancellation: f: /Items/1/id: it is 2; want a text")
	require.Len(t, all, 2, "what is sound is read all the same")
	assert.Equal(t, "3", all[1].ID)
	file, isOne := errors.AsType[*cancellation.FileError](err)
	require.True(t, isOne)
	assert.Equal(t, "f", file.File)

	_, err = cancellation.ReadSubscriptions("f", strings.NewReader(`{"id":1,"quantity":"four","refundableQuantity":{"totalQuantity":1,"details":[{"quantity":1}]}}`))
	require.EqualError(t, err, `cancellation: f: /id: it is 1; want a text
cancellation: f: /quantity: it is "four"; want a whole number`, "nothing is said to contradict what could not be read")
	const wrong = `[{"id":"1"}, {"quantity":"four","refundableQuantity":{"totalQuantity":9,"details":[{"quantity":"1"}]},"isTrial":"no"}, 5]`
	all, err = cancellation.ReadSubscriptions("list.json", strings.NewReader(wrong))
	require.Len(t, all, 1, "a list without a collection around it")
	require.EqualError(t, err, `cancellation: list.json: /1/quantity: it is "four"; want a whole number
cancellation: list.json: /1/refundableQuantity/details/0/quantity: it is "1"; want a whole number
cancellation: list.json: /1/isTrial: it is "no"; want true, false or null
cancellation: list.json: /1/id: it is not given; want the subscription's id
cancellation: list.json: /2: it is no object; want a subscription`, "everything at once, and nothing twice")
	wrongs, ok := errors.AsType[cancellation.FileErrors](err)
	require.True(t, ok)
	for _, one := range wrongs {
		place, ok := errors.AsType[*terms.DecodeError](one)
		require.True(t, ok)
		assert.NotEmpty(t, place.Path)
		require.ErrorIs(t, one, cancellation.ErrResource)
	}

	for name, bad := range map[string]string{
		"nothing": ``, "half an object": `{"id":`, "two values": `{} {}`, "no object": `3`, "a key given twice": `{"id":"1","id":"1"}`,
		"items that are no list": `{"items":{}}`, "not UTF-8": "{\"id\":\"\xff\"}", "a missing comma, as in a sample": `{"refundableQuantity": {} "orderId": "3"}`,
	} {
		_, err := cancellation.ReadSubscriptions("bad.json", strings.NewReader(bad))
		require.Error(t, err, name)
		require.ErrorContains(t, err, "cancellation: bad.json: ", name)
	}
	none, err := cancellation.ReadSubscriptions("f", strings.NewReader(`{"totalCount":0,"items":[]}`))
	require.NoError(t, err)
	assert.Empty(t, none)
}

func TestSubscriptionsAsRequests(t *testing.T) {
	t.Parallel()
	may := cancellation.Asker{AdminAgent: rules.Yes}
	softwareRequest := sample(t, "software").Request(may)
	assert.Equal(t, software, softwareRequest.Purchase.Product)
	assert.Equal(t, rules.No, softwareRequest.Purchase.LinuxPlan)
	answer, err := cancellation.Check(softwareRequest, at("2021-11-14T23:58:00Z"))
	require.NoError(t, err)
	assert.Equal(t, isOpen, answer.Verdict)
	assert.Equal(t, cancellation.BasisPartnerCenter, answer.Basis)
	assert.Equal(t, answer.Deadline, answer.Alternatives[0].Deadline, "the rules give the same instant")

	seatsAnswer, err := cancellation.Check(sample(t, "seats").Request(may), at("2021-01-15"))
	require.NoError(t, err)
	assert.Equal(t, undetermined, seatsAnswer.Verdict)
	assert.Equal(t, []string{"opening"}, seatsAnswer.Missing, "the resource does not tell what opened the window")

	tests := []struct {
		name, text string
		product    cancellation.Product
		linux      rules.Truth
	}{
		{"Azure by its billing", `{"billingType":"usage"}`, azure, rules.Unknown},
		{"marketplace, monthly", `{"isMicrosoftProduct":false,"billingCycle":"Monthly"}`, monthly, rules.Unknown},
		{"marketplace, annual", `{"isMicrosoftProduct":false,"billingCycle":"annual"}`, annual, rules.Unknown},
		{"a savings plan by its commitment", `{"lineItems":[{"purchaseCommitment":{"amount":"10"}}]}`, savings, rules.Unknown},
		{"a plan of SUSE", `{"productType":{"id":"Software"},"publisherName":"SUSE S.A."}`, software, rules.Yes},
		{"a plan of Red Hat", `{"productType":{"id":"software"},"publisherName":"Red Hat, Inc.","isMicrosoftProduct":true}`, software, rules.Yes},
		{"software of Microsoft's by its name", `{"productType":{"id":"Software"},"publisherName":"Microsoft"}`, software, rules.No},
		{"software of nobody knows whom", `{"productType":{"id":"Software"},"publisherName":"Contoso"}`, software, rules.Unknown},
		{"seats from before new commerce", `{"billingType":"license","isMicrosoftProduct":true}`, 0, rules.No},
		{"nothing", `{}`, 0, rules.Unknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			request := read(t, tt.text).Request(may)
			assert.Equal(t, tt.product, request.Purchase.Product)
			assert.Equal(t, tt.linux, request.Purchase.LinuxPlan)
			assert.True(t, request.AllowedUntil.IsZero())
		})
	}
	assert.Equal(t, cancellation.NotAllowed(), read(t, `{"cancellationAllowedUntilDate":null}`).Request(may).AllowedUntil)
}

func TestSubscriptionsAsSeatRequests(t *testing.T) {
	t.Parallel()
	may := cancellation.Asker{AdminAgent: rules.Yes}
	request := sample(t, "seats").SeatRequest(may)
	require.Len(t, request.Batches, 2, "10 of 15 seats can be given back")
	assert.Equal(t, cancellation.SeatBatch{Seats: 5, AllowedUntil: cancellation.NotAllowed()}, request.Batches[1])
	answer, err := cancellation.CheckSeats(request, at("2021-01-24T20:39:17Z"))
	require.NoError(t, err)
	assert.Equal(t, 10, answer.Reducible)
	assert.Equal(t, "2021-01-24T20:39:17.182697Z", text(answer.Next))

	none := read(t, `{"productType":{"id":"OnlineServicesNCE"},"quantity":5,"refundableQuantity":null}`).SeatRequest(may)
	assert.Equal(t, []cancellation.SeatBatch{{Seats: 5, AllowedUntil: cancellation.NotAllowed()}}, none.Batches, "Partner Center says that none can be given back")
	notSaid := read(t, `{"productType":{"id":"OnlineServicesNCE"},"quantity":5,"effectiveStartDate":"2024-05-10T00:00:00Z"}`).SeatRequest(may)
	deleted := read(t, `{"productType":{"id":"OnlineServicesNCE"},"quantity":5,"status":"deleted","refundableQuantity":{"totalQuantity":5,"details":[{"quantity":5,"allowedUntilDateTime":"2024-05-12T00:00:00Z"}]}}`).SeatRequest(may)
	assert.Equal(t, none.Batches, deleted.Batches, "what is deleted is given back already")
	unknown, err := cancellation.CheckSeats(notSaid, at("2024-05-11"))
	require.NoError(t, err)
	assert.Equal(t, []string{"opening"}, unknown.Missing)
}

func TestRefundAt(t *testing.T) {
	t.Parallel()
	const both = `{"refundOptions":[{"type":"Partial","expiresAt":"2021-01-21T00:00:00Z"},{"type":"Full","expiresAt":"2021-01-15T00:00:00Z"}]}`
	tests := []struct {
		name, text, at string
		want           cancellation.Refund
	}{
		{"a nanosecond before the first option expires", both, "2021-01-14T23:59:59.999999999Z", full},
		{"at that instant", both, "2021-01-15T00:00:00Z", prorated},
		{"at the end of the second", both, "2021-01-21T00:00:00Z", nothing},
		{"without end", `{"refundOptions":[{"type":"full","expiresAfter":null}]}`, "2099-01-01", full},
		{"of a kind that nobody knows", `{"refundOptions":[{"type":"Half"}]}`, "2021-01-01", nothing},
		{"no options named", `{}`, "2021-01-01", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, read(t, tt.text).RefundAt(at(tt.at)))
		})
	}
}

func TestSubscriptionsAsBills(t *testing.T) {
	t.Parallel()
	const seatsOf = `{"id": "1", "quantity": 5, "effectiveStartDate": "2021-01-14T16:57:14Z", `
	tests := []struct{ name, json, want string }{
		{"the first term", `"commitmentEndDate": "2022-01-13T00:00:00Z", "termDuration": "P1Y", "billingCycle": "Monthly"}`, "P1Y monthly 2021-01-14 2022-01-13"},
		{"renewed twice", `"commitmentEndDate": "2024-01-13T00:00:00Z", "termDuration": "P1Y", "billingCycle": "annual"}`, "P1Y annual 2023-01-14 2024-01-13"},
		{"cut short, to end with another", `"commitmentEndDate": "2021-09-30T00:00:00Z", "termDuration": "P3Y", "billingCycle": "triennial"}`, "P3Y triennial 2021-01-14 2021-09-30"},
		{"no end given", `"termDuration": "P1M", "billingCycle": "monthly"}`, "P1M monthly  "},
		{"no billing", `"commitmentEndDate": "2022-01-13T00:00:00Z", "termDuration": "P1Y", "billingCycle": "none"}`, "   "},
		{"paid once", `"commitmentEndDate": "9999-12-10T00:00:00Z", "billingCycle": "one_time"}`, "   "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			bill := read(t, seatsOf+tt.json).Bill(money("12 USD"))
			assert.Equal(t, tt.want, bill.TermDuration.String()+" "+bill.BillingCycle.String()+" "+bill.Period.First.String()+" "+bill.Period.Last.String())
			assert.Equal(t, 5, bill.Quantity)
			assert.Equal(t, money("12 USD"), bill.UnitPrice)
		})
	}
}

func TestSubscriptionsAsRefundRequests(t *testing.T) {
	t.Parallel()
	admin := cancellation.Asker{AdminAgent: rules.Yes}
	request := sample(t, "seats").RefundRequest(admin, money("5 USD"))
	assert.Equal(t, at("2021-01-15"), request.FullUntil)
	assert.Equal(t, sample(t, "seats").Request(admin), request.Request)

	request = sample(t, "software").RefundRequest(admin, money("15000 USD"))
	assert.True(t, request.FullUntil.IsZero())
	answer, err := cancellation.CheckRefund(request, at("2021-10-17T12:00:00Z"))
	require.NoError(t, err)
	assert.Equal(t, "14972.62 USD", answer.Refunded.String(), "15,000 × 1,094 ÷ 1,096")
}

func FuzzSubscription(f *testing.F) {
	for _, name := range []string{"seats", "software", "marketplace", "azure"} {
		seedJSON(f, sample(f, name))
	}
	f.Add([]byte(`{"Id":"1","x":{"y":[1e400]},"refundOptions":[null,{"expiresAfter":null}],"links":{"":null}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s cancellation.Subscription
		if len(data) > mostFuzzed || terms.Decode(bytes.NewReader(data), &s) != nil {
			return
		}
		again, err := json.Marshal(s)
		require.NoError(t, err)
		if string(bytes.TrimSpace(data)) != "null" {
			require.Equal(t, numbersAsWritten(t, data), numbersAsWritten(t, again))
		}
		requireRoundTrip(t, s)
		_ = s.Check()
		_, _ = cancellation.Check(s.Request(cancellation.Asker{}), at("2024-05-10"))
		_, _ = cancellation.CheckSeats(s.SeatRequest(cancellation.Asker{}), at("2024-05-10"))
	})
}

// numbersAsWritten gives JSON as Go values.
func numbersAsWritten(t *testing.T, data []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var value any
	require.NoError(t, d.Decode(&value))
	return value
}

// A date that was left in a resource does not open what is deleted already.
func TestWhatIsDeletedCannotBeCancelled(t *testing.T) {
	for _, tt := range []struct {
		status string
		want   cancellation.Verdict
	}{{"active", cancellation.Open}, {"deleted", cancellation.Never}, {"Deleted", cancellation.Never}} {
		s := read(t, `{"id":"1","status":"`+tt.status+`","cancellationAllowedUntilDate":"2024-05-12T00:00:00Z"}`)
		answer, err := cancellation.Check(s.Request(cancellation.Asker{AdminAgent: rules.Yes}), at("2024-05-10T00:00:00Z"))
		require.NoError(t, err)
		assert.Equal(t, tt.want, answer.Verdict, tt.status)
	}
}

func TestSubscriptionsAsHoldings(t *testing.T) {
	t.Parallel()
	may := cancellation.Asker{AdminAgent: rules.Yes}
	s := sample(t, "software")
	held := s.Holding(may, money("5 USD"))
	assert.Equal(t, s.ID, held.ID)
	assert.Equal(t, s.FriendlyName, held.Name)
	assert.True(t, s.Request(may).Equal(held.Request))
	assert.Equal(t, "5.00 USD", held.Stake.String())
	assert.Equal(t, "An offer", read(t, `{"id":"1","offerName":"An offer"}`).Holding(may, terms.Money{}).Name, "without a name of its own")
}

// What is billed as it is used has no price for a charge: nothing comes back, and no amounts are made up.
func TestBillsOfWhatIsUsed(t *testing.T) {
	t.Parallel()
	plan := read(t, `{"id":"1","quantity":1,"billingType":"usage","billingCycle":"monthly","effectiveStartDate":"2022-01-01T00:00:00Z","commitmentEndDate":"9999-12-31T00:00:00Z"}`)
	request := plan.RefundRequest(cancellation.Asker{AdminAgent: rules.Yes}, money("20 USD"))
	assert.True(t, request.Bill.Equal(cancellation.Bill{}))
	answer, err := cancellation.CheckRefund(request, at("2024-04-02"))
	require.NoError(t, err)
	assert.True(t, answer.Paid.IsZero())
	assert.True(t, answer.Stake().IsZero())
	assert.Equal(t, isOpen, answer.Answer.Verdict)
	assert.Equal(t, "nothing comes back", strings.Split(answer.String(), "\n")[0])
	requireRoundTrip(t, answer)

	request.Bill.Lines = []terms.Money{money("57.21 USD")}
	answer, err = cancellation.CheckRefund(request, at("2024-04-02"))
	require.NoError(t, err)
	assert.Equal(t, "57.21 USD", answer.Kept.String(), "what was used must be paid")
}
