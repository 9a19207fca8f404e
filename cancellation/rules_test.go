package cancellation_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/rules"
)

// overlay reads an overlay written into a test.
func overlay(t *testing.T, s string) rules.Overlay {
	t.Helper()
	var o rules.Overlay
	require.NoError(t, terms.Decode(strings.NewReader(s), &o))
	return o
}

const fourteenDays = `{
	"owner": "Fabrikam billing", "reason": "distributor contract, clause 4",
	"figures": [{"timeline": "cancellation.window.seats", "span": "2024-01-01/..", "value": "P14D"}]}`

// A team's contract gives 14 days. One overlay changes the decision, the deadline and the explanation, names its owner in each,
// and leaves the published rules as they were, whoever asks them meanwhile.
func TestOneOverlayReachesDecisionDeadlineAndExplanation(t *testing.T) {
	t.Parallel()
	published := cancellation.Published()
	before := published.About()
	request, eighthDay := bought(seats, "2024-03-26T11:00:00Z"), at("2024-04-03T09:00:00Z")

	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			answer, err := published.Check(request, eighthDay)
			assert.NoError(t, err)
			assert.Equal(t, isClosed, answer.Verdict)
			assert.Equal(t, at("2024-04-02T11:00:00Z"), answer.Deadline)
		})
		group.Go(func() {
			house, err := published.With(overlay(t, fourteenDays))
			if !assert.NoError(t, err) {
				return
			}
			answer, err := house.Check(request, eighthDay)
			assert.NoError(t, err)
			assert.Equal(t, isOpen, answer.Verdict, "the decision")
			assert.Equal(t, at("2024-04-09T11:00:00Z"), answer.Deadline, "the deadline")
			assert.Equal(t, cancellation.Left{Days: 6, Hours: 2}, answer.Left)
			assert.Contains(t, answer.String(), "cancellation.window.seats: P14D for 2024-01-01/.. [replaced by Fabrikam billing: distributor contract, clause 4]")
			assert.Equal(t, rules.Origin{Owner: "Fabrikam billing", Change: rules.Replaced, Reason: "distributor contract, clause 4"}, answer.Readings.Window.Origin)
		})
	}
	group.Wait()
	assert.Equal(t, before, published.About(), "the published rules are as they were")

	house, err := published.With(overlay(t, fourteenDays))
	require.NoError(t, err)
	earlier, err := house.Check(bought(seats, "2023-12-31T11:00:00Z"), at("2024-01-01"))
	require.NoError(t, err)
	assert.Equal(t, at("2024-01-07T11:00:00Z"), earlier.Deadline, "days before the contract are as published")
	batch, err := house.CheckSeats(cancellation.SeatRequest{Product: seats, Asker: request.Asker, Batches: []cancellation.SeatBatch{
		{Seats: 5, Opening: cancellation.ByAddedSeats, Opened: request.Opened},
	}}, eighthDay)
	require.NoError(t, err)
	assert.Equal(t, 5, batch.Reducible, "it reaches the seats, too")
}

func TestOverlaysOfEveryKind(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, change string
		request      cancellation.Request
		at           string
		want         string // the summary
	}{
		{
			"another boundary", `"figures": [{"timeline": "cancellation.boundary.software", "span": "../..", "value": "exactHours"}]`,
			bought(software, "2024-05-10T15:30:00Z"), "2024-05-17T15:00:00Z", "open, until 2024-05-17T15:30:00Z, less than an hour left, refund prorated",
		},
		{
			"the closing instant inside", `"figures": [{"timeline": "cancellation.closing", "span": "../..", "value": "inside"}]`,
			bought(seats, "2024-03-26T11:00:00Z"), "2024-04-02T11:00:00Z", "open, until 2024-04-02T11:00:00Z, less than an hour left, refund fullThenProrated",
		},
		{
			"the closing instant inside, a nanosecond later", `"figures": [{"timeline": "cancellation.closing", "span": "../..", "value": "inside"}]`,
			bought(seats, "2024-03-26T11:00:00Z"), "2024-04-02T11:00:00.000000001Z", "closed since 2024-04-02T11:00:00Z",
		},
		{
			"another refund", `"figures": [{"timeline": "cancellation.refund.software", "span": "../..", "value": "full"}]`,
			bought(software, "2024-05-10T15:30:00Z"), "2024-05-17T23:00:00Z", "open, until 2024-05-17T23:59:00Z, less than an hour left, refund full",
		},
		{
			"hours for days", `"figures": [{"timeline": "cancellation.window.software", "span": "../..", "value": "PT1H"}]`,
			bought(software, "2024-05-10T15:30:00Z"), "2024-05-10T15:31:00Z", "open, until 2024-05-10T16:30:00Z, less than an hour left, refund prorated",
		},
		{
			"days for hours", `"figures": [{"timeline": "cancellation.window.marketplaceMonthly", "span": "../..", "value": "P1D"}]`,
			bought(monthly, "2024-05-10T15:30:00Z"), "2024-05-10T15:31:00Z", "open, until 2024-05-11T15:30:00Z, P0DT23H left, refund full",
		},
		{
			"a rule switched off: SUSE plans like any other", `"switchOff": ["cancellation.software.linux"]`,
			bought(software, "2024-05-10T15:30:00Z", linux(rules.Yes)), "2024-05-17T23:00:00Z", "open, until 2024-05-17T23:59:00Z, less than an hour left, refund prorated",
		},
		{
			"what belongs to other packages is left to them", `"switchOff": ["pricing.pec.lighthouse.offer"], "lists": [{"list": "markets.topup.excluded", "add": ["NO"]}]`,
			bought(software, "2024-05-10T15:30:00Z"), "2024-05-17T23:00:00Z", "open, until 2024-05-17T23:59:00Z, less than an hour left, refund prorated",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			house, err := cancellation.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "contract", `+tt.change+`}`))
			require.NoError(t, err)
			answer, err := house.Check(tt.request, at(tt.at))
			require.NoError(t, err)
			assert.Equal(t, tt.want, strings.Split(answer.String(), "\n")[0])
			requireRoundTrip(t, answer)
		})
	}
}

func TestOverlaysThatAreRefused(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, overlay, text string }{
		{"no owner", `{"owner": "", "reason": "contract", "switchOff": ["cancellation.software"]}`, "owner"},
		{"no reason", `{"owner": "Fabrikam", "reason": ""}`, "reason"},
		{"a rule that is not there", `{"owner": "a", "reason": "b", "switchOff": ["cancellation.sofware"]}`, `did you mean "cancellation.software"?`},
		{"a timeline that is not there", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.window.seat", "span": "../..", "value": "P14D"}]}`, `did you mean "cancellation.window.seats"?`},
		{"a window not given", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.window.seats", "span": "../..", "value": ""}]}`, "its value for ../..: cancellation: not a window"},
		{"a boundary not given", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.boundary.seats", "span": "2024-01-01/..", "value": ""}]}`, "its value for 2024-01-01/..: cancellation: request not accepted: value is not given; want one of exactHours"},
		{"a refund not given", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.refund.seats", "span": "../..", "value": ""}]}`, "fullThenProrated"},
		{"a closing not given", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.closing", "span": "../..", "value": ""}]}`, "outside"},
		{"a limit below nothing", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.reservation.limit", "span": "../..", "value": {"amount": "-1", "currency": "USD"}}]}`, "value is -1.00 USD; want an amount of 0 or more"},
		{"a year not given", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.reservation.year", "span": "../..", "value": ""}]}`, "days365"},
		{"conventions for reservations, none given", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.reservation.proration", "span": "../..", "value": {}}]}`, "eventDay"},
		{"conventions for seats, none given", `{"owner": "a", "reason": "b", "figures": [{"timeline": "pricing.proration.seats", "span": "../..", "value": {}}]}`, "pricing.proration.seats: its value for ../..: pricing: choice not given: eventDay"},
		{"a window that is none", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.window.seats", "span": "../..", "value": "14"}]}`, "P7D"},
		{"a boundary that is none", `{"owner": "a", "reason": "b", "figures": [{"timeline": "cancellation.boundary.seats", "span": "../..", "value": "midnight"}]}`, "endOfDay"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			house, err := cancellation.Published().With(overlay(t, tt.overlay))
			require.ErrorIs(t, err, rules.ErrOverlay)
			require.ErrorContains(t, err, tt.text)
			assert.Nil(t, house)
		})
	}
}

func TestRulesInGo(t *testing.T) {
	t.Parallel()
	published := cancellation.Published()
	sources := []rules.Source{{Document: "Distributor contract", Section: "7", Checked: terms.MustParseDay("2026-11-22")}}
	house, err := published.EditLimit(rules.Edit[cancellation.Purchase, cancellation.Limit]{
		Owner: "Fabrikam", Reason: "contract, clause 7",
		Add: []rules.Rule[cancellation.Purchase, cancellation.Limit]{{
			ID: "fabrikam.savingsPlan", Text: "Fabrikam takes savings plans back.", Span: terms.Always(), Sources: sources,
			If: []rules.Condition[cancellation.Purchase]{{
				Name: "product is a savings plan", Reads: []string{"product"},
				Holds: func(p cancellation.Purchase) rules.Truth { return rules.Is(p.Product, savings) },
			}},
			Then: cancellation.AtAnyTime, Excepts: []rules.ID{"cancellation.savingsPlan"},
		}},
	})
	require.NoError(t, err)
	day := terms.MustParseDay("2024-05-10")
	decision := house.LimitOf(day, cancellation.Purchase{Product: savings})
	assert.Equal(t, cancellation.AtAnyTime, decision.Outcome)
	assert.Equal(t, "Fabrikam", decision.Findings[0].Origin.Owner)
	assert.Equal(t, cancellation.NotAtAll, cancellation.LimitOf(day, cancellation.Purchase{Product: savings}).Outcome)
	answer, err := house.Check(bought(savings, "2024-05-10"), at("2024-05-10"))
	require.NoError(t, err)
	assert.Equal(t, isOpen, answer.Verdict)
	assert.Zero(t, answer.Refund, "no figure says what comes back")

	later, err := published.EditLimit(rules.Edit[cancellation.Purchase, cancellation.Limit]{
		Owner: "Fabrikam", Reason: "contract of 2024",
		Add: []rules.Rule[cancellation.Purchase, cancellation.Limit]{{
			ID: "fabrikam.savingsPlan", Text: "From 2024 on Fabrikam takes savings plans back.", Span: terms.SpanFrom(terms.MustParseDay("2024-01-01")), Sources: sources,
			If: []rules.Condition[cancellation.Purchase]{{
				Name: "product is a savings plan", Reads: []string{"product"},
				Holds: func(p cancellation.Purchase) rules.Truth { return rules.Is(p.Product, savings) },
			}},
			Then: cancellation.AtAnyTime, Excepts: []rules.ID{"cancellation.savingsPlan"},
		}},
	})
	require.NoError(t, err)
	for asked, want := range map[string]cancellation.Verdict{"2023-12-31": never, "2024-01-01": undetermined, "2024-06-01": undetermined} {
		answer, err := later.Check(bought(savings, ""), at(asked))
		require.NoError(t, err)
		assert.Equal(t, want, answer.Verdict, "it depends on when it was bought, on "+asked)
	}

	asker, err := published.EditAsker(rules.Edit[cancellation.Asker, rules.Truth]{
		Owner: "Fabrikam", Reason: "sales agents may, too", SwitchOff: []rules.ID{"cancellation.asker.other"},
	})
	require.NoError(t, err)
	_, err = asker.Check(bought(software, "2024-05-10", adminAgent(rules.No)), at("2024-05-10"))
	require.ErrorIs(t, err, rules.ErrNoRule, "a rule switched off permits nothing")

	owed, err := published.EditOwed(rules.Edit[cancellation.Purchase, cancellation.Owed]{
		Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"cancellation.owed.software"},
	})
	require.NoError(t, err)
	assert.Zero(t, owed.OwedFor(day, cancellation.Purchase{Product: software}).Outcome)
	reduction, err := published.EditReduction(rules.Edit[cancellation.Purchase, rules.Truth]{
		Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"cancellation.reduction.software"},
	})
	require.NoError(t, err)
	assert.Zero(t, reduction.MayReduce(day, cancellation.Purchase{Product: software}).Outcome)

	_, err = published.EditLimit(rules.Edit[cancellation.Purchase, cancellation.Limit]{SwitchOff: []rules.ID{"cancellation.software"}})
	require.ErrorIs(t, err, rules.ErrOverlay, "an edit has an owner and a reason")
}

// The window of seats in March 2022: in force for purchases from the 12th, announced on the 17th.
func TestAsKnown(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, known, opened, window string }{
		{"the day before the announcement", "2022-03-16", "2022-03-12", "PT72H"},
		{"the day of the announcement", "2022-03-17", "2022-03-12", "P7D"},
		{"the day after", "2022-03-18", "2022-03-12", "P7D"},
		{"a purchase of the day before", "2022-03-17", "2022-03-11", "PT72H"},
		{"a purchase of later, as one would have said before the announcement", "2022-03-16", "2022-04-01", "PT72H"},
		{"the first day of new commerce", "2022-01-10", "2022-03-12", "PT72H"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			then, err := cancellation.Published().AsKnown(terms.MustParseDay(tt.known))
			require.NoError(t, err)
			reading, err := then.WindowOn(seats, terms.MustParseDay(tt.opened))
			require.NoError(t, err)
			assert.Equal(t, tt.window, reading.Value.String())
			assert.Equal(t, tt.known, reading.Known.String())
		})
	}
	then, err := cancellation.Published().AsKnown(terms.MustParseDay("2022-03-16"))
	require.NoError(t, err)
	answer, err := then.Check(bought(seats, "2022-03-12T10:00:00Z"), at("2022-03-16"))
	require.NoError(t, err)
	assert.Equal(t, isClosed, answer.Verdict, "what was told on the 16th")
	assert.Equal(t, "2022-03-16", answer.Limit.Known.String())
	assert.NotContains(t, alternatives(answer), "P7D")
	now, err := cancellation.Check(bought(seats, "2022-03-12T10:00:00Z"), at("2022-03-16"))
	require.NoError(t, err)
	assert.Equal(t, isOpen, now.Verdict, "what was true all the same")

	beforeAll, err := cancellation.Published().AsKnown(terms.MustParseDay("2022-01-09"))
	require.NoError(t, err)
	_, err = beforeAll.WindowOn(seats, terms.MustParseDay("2022-03-12"))
	require.ErrorIs(t, err, rules.ErrNoFigure)
	same, err := cancellation.Published().AsKnown(terms.Day{})
	require.NoError(t, err)
	assert.Same(t, cancellation.Published(), same, "a record of the present wording is decided by it again")
}

func TestFigures(t *testing.T) {
	t.Parallel()
	day := terms.MustParseDay("2024-05-10")
	for _, p := range []cancellation.Product{perpetual, software, seats, monthly, annual, central} {
		w, err := cancellation.WindowOn(p, day)
		require.NoError(t, err)
		assert.False(t, w.Value.IsZero())
		b, err := cancellation.BoundaryOn(p, day)
		require.NoError(t, err)
		assert.NotZero(t, b.Value)
	}
	for _, p := range []cancellation.Product{extended, azure, reserved, savings, 0, 99} {
		_, err := cancellation.WindowOn(p, day)
		require.ErrorIs(t, err, cancellation.ErrNoWindow)
		_, err = cancellation.BoundaryOn(p, day)
		require.ErrorIs(t, err, cancellation.ErrNoWindow)
	}
	refund, err := cancellation.RefundOn(reserved, day)
	require.NoError(t, err)
	assert.Equal(t, prorated, refund.Value)
	_, err = cancellation.RefundOn(savings, day)
	require.ErrorContains(t, err, "product is savingsPlan; want one of perpetualSoftware, softwareSubscription")
	_, err = cancellation.RefundOn(0, day)
	require.ErrorContains(t, err, "product is not given")
	closing, err := cancellation.ClosingOn(day)
	require.NoError(t, err)
	assert.Equal(t, cancellation.ClosingOutside, closing.Value)
	_, err = cancellation.ClosingOn(terms.Day{})
	require.ErrorIs(t, err, rules.ErrDay)
}

// Every id is of this package, and given once.
func TestAbout(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	note := func(id string) {
		assert.False(t, seen[id], id)
		seen[id] = true
	}
	for _, about := range cancellation.Published().About() {
		note(about.ID)
		switch about.Kind {
		case rules.AboutSet:
			assert.Regexp(t, `^cancellation/[a-z]+$`, about.ID)
		default:
			assert.Regexp(t, `^cancellation(\.[a-zA-Z]+){1,2}$`, about.ID)
		}
		for _, r := range about.Rules {
			note(string(r.ID))
			assert.Regexp(t, `^cancellation(\.[a-zA-Z]+)+$`, string(r.ID))
		}
	}
	assert.Len(t, cancellation.Published().About(), 9+6+6+9+1+4)
}

// The law of missing facts, for the whole answer: it is undetermined exactly when two ways to give the missing facts lead to
// different verdicts, and then asks for facts that are not given.
func TestOnlyWhatMattersIsAsked(t *testing.T) {
	t.Parallel()
	verdict := func(p cancellation.Purchase, a cancellation.Asker, asked time.Time) (string, []string) {
		answer, err := cancellation.Check(cancellation.Request{Purchase: p, Asker: a, Opened: at("2026-01-10T12:00:00Z"), SourceOpened: at("2026-01-08T12:00:00Z")}, asked)
		if err != nil {
			return err.Error(), nil
		}
		return answer.Verdict.String(), answer.Missing
	}
	isGiven := func(p cancellation.Purchase, a cancellation.Asker) map[string]bool {
		return map[string]bool{
			"product": p.Product != 0, "opening": p.Opening != 0, "linuxPlan": p.LinuxPlan != 0, "finalPlan": p.FinalPlan != 0, "adminAgent": a.AdminAgent != 0,
		}
	}
	extends := func(whole, part cancellation.Purchase) bool {
		return (part.Product == 0 || part.Product == whole.Product) && (part.Opening == 0 || part.Opening == whole.Opening) &&
			(part.LinuxPlan == 0 || part.LinuxPlan == whole.LinuxPlan) && (part.FinalPlan == 0 || part.FinalPlan == whole.FinalPlan)
	}
	for _, asked := range []string{"2026-01-09", "2026-01-11", "2026-03-01"} {
		whole := map[cancellation.Purchase]map[rules.Truth]string{}
		for p := range samples.CancellationPurchase().Each {
			if p.Product == 0 || p.Opening == 0 || p.LinuxPlan == 0 || p.FinalPlan == 0 {
				continue
			}
			whole[p] = map[rules.Truth]string{}
			for _, admin := range []rules.Truth{rules.No, rules.Yes} {
				whole[p][admin], _ = verdict(p, cancellation.Asker{AdminAgent: admin}, at(asked))
			}
		}
		for p := range samples.CancellationPurchase().Each {
			for _, admin := range []rules.Truth{rules.Unknown, rules.No, rules.Yes} {
				possible := map[string]bool{}
				for w, byRole := range whole {
					if !extends(w, p) {
						continue
					}
					for role, v := range byRole {
						possible[v] = possible[v] || admin == 0 || admin == role
					}
				}
				for v, is := range possible {
					if !is {
						delete(possible, v)
					}
				}
				asker := cancellation.Asker{AdminAgent: admin}
				got, missing := verdict(p, asker, at(asked))
				require.Equal(t, len(possible) > 1, got == undetermined.String(), "%+v %+v on %s: %s, possible %v", p, asker, asked, got, possible)
				require.Equal(t, got == undetermined.String(), len(missing) > 0)
				given := isGiven(p, asker)
				for _, fact := range missing {
					require.False(t, given[fact], "%+v asks for %s, which is given", p, fact)
				}
			}
		}
	}
}
