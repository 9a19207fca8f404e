package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/credit"
)

// operator is the operator's file.
type operator struct{ file atomic.Pointer[[]byte] }

func (o *operator) write(text []byte)     { o.file.Store(&text) }
func (o *operator) read() ([]byte, error) { return *o.file.Load(), nil }

// started gives a service over HTTP, and its operator's file, which is empty.
func started(t *testing.T) (string, *operator) {
	t.Helper()

	var o operator
	o.write(nil)
	handler, err := newService(o.read)
	require.NoError(t, err)
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL, &o
}

func overlay(t *testing.T) []byte {
	t.Helper()

	text, err := os.ReadFile("overlay.json")
	require.NoError(t, err)
	return text
}

func post(t *testing.T, address, language, body string) (int, string) {
	t.Helper()

	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(body))
	require.NoError(t, err)
	request.Header.Set("Accept-Language", language)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, string(text)
}

// replied is a reply, with the library's answer as a value of its type.
type replied[A any] struct {
	Language string   `json:"language"`
	Reasons  []reason `json:"reasons"`
	Answer   A        `json:"answer"`
}

func ask[A any](t *testing.T, address, language, body string) replied[A] {
	t.Helper()

	status, text := post(t, address, language, body)
	require.Equal(t, http.StatusOK, status, text)
	var r replied[A]
	require.NoError(t, json.Unmarshal([]byte(text), &r))
	return r
}

const (
	topUpInNorway = `{"day": "2024-03-01", "wish": {"market": "NO", "runningOut": "yes"}}`
	// Ten days after the purchase: as published the window of seven days has passed.
	tenthDay = `{"at": "2024-03-11T12:00:00Z", "request": {"opened": "2024-03-01T12:00:00Z", "asker": {"adminAgent": "yes"},
		"purchase": {"product": "softwareSubscription", "linuxPlan": "no"}}}`
)

func TestAnswersByThePublishedRulesInTheCallersLanguage(t *testing.T) {
	address, _ := started(t)
	for _, c := range []struct{ language, tag, sentence string }{
		{"sv-SE,en;q=0.5", "sv", "En kund vars kredit tar slut innan ny kredit kan beställas via partnern får fylla på med kort."},
		{"no", "nb", "En kunde som går tom før ny kreditt kan bestilles gjennom partneren, kan fylle på med kort."},
		{"de", "en", "A customer about to run out before new credit can be ordered through the partner may top up by card."},
	} {
		t.Run(c.language, func(t *testing.T) {
			r := ask[credit.TopUpAnswer](t, address+"/credit/topup", c.language, topUpInNorway)
			assert.Equal(t, c.tag, r.Language)
			assert.Equal(t, reason{Rule: "credit.topup.card", Sentence: c.sentence}, r.Reasons[0])
			assert.Equal(t, "yes", r.Answer.Decision.Outcome.String())
		})
	}
	r := ask[cancellation.Answer](t, address+"/cancellation/check", "en", tenthDay)
	assert.Equal(t, cancellation.Closed, r.Answer.Verdict)
}

func TestAMissingFactIsAskedForInTheCallersLanguage(t *testing.T) {
	address, _ := started(t)
	r := ask[credit.TopUpAnswer](t, address+"/credit/topup", "nb", `{"day": "2024-03-01", "wish": {"market": "NO"}}`)
	assert.Equal(t, []string{"runningOut"}, r.Answer.Decision.Missing)
	assert.Equal(t, "Det kan ikke sies uten svar på: Er kreditten i ferd med å ta slutt før ny kreditt kan bestilles gjennom partneren?", r.Reasons[0].Sentence)
}

func TestAnOverlayIsSwappedInWithoutARestart(t *testing.T) {
	address, operator := started(t)
	operator.write(overlay(t))
	assert.Equal(t, "yes", ask[credit.TopUpAnswer](t, address+"/credit/topup", "en", topUpInNorway).Answer.Decision.Outcome.String(),
		"the file alone changes nothing")

	status, text := post(t, address+"/reload", "en", "")
	require.Equal(t, http.StatusOK, status, text)
	r := ask[credit.TopUpAnswer](t, address+"/credit/topup", "sv", topUpInNorway)
	assert.Equal(t, "no", r.Answer.Decision.Outcome.String())
	assert.Contains(t, r.Reasons, reason{
		Rule: "credit.topup.market", Sentence: "På vissa marknader går det inte att fylla på med kort, till exempel Norge.",
		Owner: "Fabrikam billing", Why: "distributor contract, clause 4",
	})
	longer := ask[cancellation.Answer](t, address+"/cancellation/check", "en", tenthDay)
	assert.Equal(t, cancellation.Open, longer.Answer.Verdict, "14 days")
	assert.Equal(t, "Fabrikam billing", longer.Answer.Readings.Window.Origin.Owner)

	operator.write(nil)
	_, _ = post(t, address+"/reload", "en", "")
	assert.Equal(t, "yes", ask[credit.TopUpAnswer](t, address+"/credit/topup", "en", topUpInNorway).Answer.Decision.Outcome.String())
}

func ownerOf(reasons []reason) string {
	for _, r := range reasons {
		if r.Owner != "" {
			return r.Owner
		}
	}
	return ""
}

func TestAFileThatIsWrongChangesNothing(t *testing.T) {
	address, operator := started(t)
	operator.write(overlay(t))
	_, _ = post(t, address+"/reload", "en", "")
	for _, c := range []struct{ name, file, want string }{
		{"no JSON", `{`, "terms"},
		{"a key that is not there", `{"owner": "Fabrikam", "reason": "x", "switchoff": []}`, "switchoff"},
		{"nobody's rule", `{"owner": "Fabrikam", "reason": "x", "switchOff": ["cancelation.software"]}`, "cancelation.software"},
		{"a figure that does not fit", `{"owner": "Fabrikam", "reason": "x", "figures": [{"timeline": "cancellation.window.software", "span": "2024-01-01/..", "value": "long"}]}`, "long"},
		{"no owner", `{"reason": "x", "switchOff": ["credit.topup.market"]}`, "owner"},
	} {
		t.Run(c.name, func(t *testing.T) {
			operator.write([]byte(c.file))
			status, text := post(t, address+"/reload", "en", "")
			assert.Equal(t, http.StatusUnprocessableEntity, status)
			assert.Contains(t, text, c.want)
			assert.Equal(t, "no", ask[credit.TopUpAnswer](t, address+"/credit/topup", "en", topUpInNorway).Answer.Decision.Outcome.String(),
				"it goes on by the overlay it has")
		})
	}
}

func TestQuestionsThatAreWrong(t *testing.T) {
	address, _ := started(t)
	for _, c := range []struct{ name, path, body, want string }{
		{"no JSON", "/credit/topup", `{"day":`, "terms"},
		{"a day that does not exist", "/credit/topup", `{"day": "2026-02-30"}`, "2026-02-30"},
		{"a key in another case", "/credit/topup", `{"Day": "2026-02-28"}`, "Day"},
		{"no market's code", "/credit/topup", `{"day": "2024-03-01", "wish": {"market": "UK"}}`, "UK"},
		{"a product that is none", "/cancellation/check", `{"request": {"purchase": {"product": "hardware"}}}`, "hardware"},
		{"more than any question needs", "/credit/topup", `"` + strings.Repeat("x", mostBytes) + `"`, "error"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, text := post(t, address+c.path, "en", c.body)
			assert.Equal(t, http.StatusBadRequest, status)
			assert.Contains(t, text, c.want)
		})
	}
}

// While the overlay is swapped to and fro every answer is by the published rules or by the operator's, never by parts of both.
func TestRequestsDuringTheSwap(t *testing.T) {
	address, operator := started(t)
	changed := overlay(t)
	const callers, questions = 4, 25
	var asking sync.WaitGroup
	for range callers {
		asking.Go(func() {
			for range questions {
				r := ask[credit.TopUpAnswer](t, address+"/credit/topup", "nb", topUpInNorway)
				if owner := ownerOf(r.Reasons); owner == "" {
					assert.Equal(t, "yes", r.Answer.Decision.Outcome.String())
				} else {
					assert.Equal(t, "no", r.Answer.Decision.Outcome.String())
				}
				c := ask[cancellation.Answer](t, address+"/cancellation/check", "sv", tenthDay)
				byOperator := c.Answer.Readings.Window.Origin.Owner != ""
				assert.Equal(t, byOperator, c.Answer.Verdict == cancellation.Open)
			}
		})
	}
	for n := range questions {
		operator.write(nil)
		if n%2 == 0 {
			operator.write(changed)
		}
		status, text := post(t, address+"/reload", "en", "")
		require.Equal(t, http.StatusOK, status, text)
	}
	asking.Wait()
}
