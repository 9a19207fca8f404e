package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected output anew")

func command(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, &out, &errs)
	return status, out.String(), errs.String()
}

// file writes an input and gives its name.
func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "order.json")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

// with gives an input in which nothing is wrong or missing, and changes.
func with(changes ...string) string {
	return strings.NewReplacer(changes...).Replace(`{
		"day": "2023-04-28",
		"partner": {"location": "SE", "role": "adminAgent", "indirectReseller": "no", "partnerAgreement": "yes"},
		"customer": {"location": "NO", "commercial": "yes", "acceptance": "attestedByPartner", "acceptedOn": "2023-04-28"},
		"product": {"kind": "serverSubscription", "termDuration": "P3Y", "billingCycle": "annual"}
	}`)
}

func TestTheSampleGivesTheExpectedReport(t *testing.T) {
	status, got, stderr := command()
	assert.Equal(t, exitProblem, status, "the customer of the sample cannot order: "+stderr)
	if *update {
		require.NoError(t, os.WriteFile("expected.txt", []byte(got), 0o600))
	}
	want, err := os.ReadFile("expected.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "expected.txt differs; go test ./examples/order -update writes it anew")
}

func TestOrders(t *testing.T) {
	const software = `"kind": "serverSubscription"`
	tests := []struct {
		name, text string
		status     int
		want       []string
	}{
		{"everything is there", with(), exitFine, []string{
			"Yes, the customer can order.", "region        yes", "agreements    yes", "role          yes", "customer      yes",
			"billing       yes\n  Three-year products are available with annual or triennial billing.",
		}},
		{"no billing cycle, and it is not asked for", with(`, "billingCycle": "annual"`, ""), exitFine, []string{"Yes, the customer can order."}},
		{"the agreement before, on its last day", with("2023-04-28", "2020-01-31", `"acceptance": "attestedByPartner", "acceptedOn": "2023-04-28"`, `"cloudAgreement": "yes"`,
			`"kind": "serverSubscription", "termDuration": "P3Y", "billingCycle": "annual"`, `"kind": "microsoft365"`), exitProblem, []string{
			"agreements    yes\n  Up to 31 January 2020", "region        not known", "It is not known whether the customer can order.",
		}},
		{"the day after", with(`"day": "2023-04-28"`, `"day": "2020-02-01"`, `"attestedByPartner"`, `"notAccepted"`, `, "acceptedOn": "2023-04-28"`, ""), exitProblem, []string{
			"agreements    no\n  Without the customer's acceptance", "because of: agreements.",
		}},
		{"accepted tomorrow", with(`"acceptedOn": "2023-04-28"`, `"acceptedOn": "2023-04-29"`), exitProblem, []string{"cannot lie in the future", "because of: agreements."}},
		{"an indirect reseller, and nothing is attested", with("attestedByPartner", "acceptedUnconfirmed", `"indirectReseller": "no"`, `"indirectReseller": "yes"`), exitProblem, []string{
			"may attest    no\n  An indirect reseller cannot attest",
		}},
		{"another region", with(`"NO"`, `"US"`), exitProblem, []string{"region        no", "because of: region."}},
		{"the wrong role", with("adminAgent", "salesAgent"), exitProblem, []string{
			"role          no\n  Software subscriptions are sold by admin agents and global administrators.", "The roles that may: globalAdministrator, adminAgent.",
		}},
		{"a school", with(`"commercial": "yes"`, `"commercial": "no"`), exitProblem, []string{"customer      no\n  The page names reservations and server subscriptions for commercial customers"}},
		{"a reservation", with(software, `"kind": "reservation"`), exitFine, []string{"availability  yes"}},
		{"a reservation where there is none", with(software, `"kind": "reservation"`, `"NO"`, `"GL"`), exitProblem, []string{"availability  no", "because of: availability."}},
		{"an Azure plan, of whose markets the record has the number only", with(software, `"kind": "azurePlan"`, "adminAgent", "salesAgent"), exitProblem, []string{
			"role          yes", "availability  not known", "It is not known whether the customer can order.",
		}},
		{"nothing but the product", `{"day": "2023-04-28", "product": {"kind": "dynamics365"}}`, exitProblem, []string{
			"Give in the file:", "partner/location", "customer/location", "customer/acceptance", "partner/partnerAgreement  Has the partner signed",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command("-file", file(t, tt.text))
			assert.Equal(t, tt.status, status, stderr+got)
			for _, want := range tt.want {
				assert.Contains(t, got, want)
			}
		})
	}
}

func TestWrongFiles(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no JSON", "", "JSON"},
		{"an unknown name", with(`"day"`, `"days"`), "days"},
		{"a day that does not exist", with(`"day": "2023-04-28"`, `"day": "2023-02-29"`), "/day"},
		{"no day", with(`"day": "2023-04-28",`, ""), "/day is not given; want the day of the order"},
		{"no product", with(`"kind": "serverSubscription", `, ""), "/product/kind is not given"},
		{"a role that is none", with("adminAgent", "adminagent"), "one of globalAdministrator, adminAgent"},
		{"an acceptance that is none", with("attestedByPartner", "attested"), "/customer/acceptance"},
		{"a market that is none", with(`"SE"`, `"SX1"`), "/partner/location"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, got, stderr := command("-file", file(t, tt.text))
			assert.Equal(t, exitProblem, status)
			assert.Empty(t, got)
			assert.Contains(t, stderr, tt.want)
		})
	}
	status, _, stderr := command("-file", "none.json")
	assert.Equal(t, exitProblem, status)
	assert.Contains(t, stderr, "none.json")
}

func TestFlags(t *testing.T) {
	for _, args := range [][]string{{"sample.json"}, {"-files", "x"}} {
		status, _, stderr := command(args...)
		assert.Equal(t, exitUsage, status, args)
		assert.Contains(t, stderr, "Run it with -h for help.")
	}
	status, got, _ := command("-h")
	assert.Equal(t, exitFine, status)
	assert.Equal(t, help, got)
}

// The file that the help shows can be ordered from.
func TestTheHelpShowsAFileThatWorks(t *testing.T) {
	shown := help[strings.Index(help, "  {\"day\""):strings.Index(help, "Day and product/kind")]
	status, got, stderr := command("-file", file(t, shown))
	assert.Equal(t, exitFine, status, stderr+got)
}

func TestEveryFactHasAPlaceInTheFile(t *testing.T) {
	asked, err := read(strings.NewReader(`{"day": "2023-04-28", "product": {"kind": "serverSubscription", "billingCycle": "monthly"}}`))
	require.NoError(t, err)
	for _, c := range asked.checks() {
		for _, name := range c.decision.Missing {
			assert.Contains(t, places(), name, c.name)
			assert.NotEmpty(t, c.question(name), name)
		}
	}
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	var errs bytes.Buffer
	assert.Equal(t, exitProblem, run(nil, brokenPipe{}, &errs))
	assert.Contains(t, errs.String(), io.ErrClosedPipe.Error())
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
