package credit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// usd gives an amount in US dollars.
func usd(amount string) terms.Money { return terms.MustParseMoney(amount + " USD") }

// day gives a day, as in 2023-01-15.
func day(s string) terms.Day { return terms.MustParseDay(s) }

// at gives an instant: the beginning of a day, as in 2023-01-15, or what is written as in 2023-01-15T10:30:00Z.
func at(s string) time.Time {
	if !strings.Contains(s, "T") {
		return day(s).Start()
	}
	instant, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		panic(err)
	}
	return instant
}

// span gives a span of days, as in 2023-01-15/2023-02-01.
func span(s string) terms.Span {
	made, err := terms.ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return made
}

// lot gives a lot of a kind, with an expiry of its own if one is given.
func lot(kind credit.LotKind, id, amount, activated string, expires ...string) credit.Lot {
	made := credit.Lot{
		ID: credit.LotID(id), Kind: kind, Amount: terms.MustParseMoney(amount), Activated: at(activated),
	}
	for _, e := range expires {
		made.Expires = at(e)
	}
	return made
}

// token gives a token, with an expiry of its own if one is given.
func token(id, amount, activated string, expires ...string) credit.Lot {
	return lot(credit.Token, id, amount, activated, expires...)
}

// event gives an event of a kind at an instant, or on a day where only that is given.
func event(kind credit.EventKind, id, when string) credit.Event {
	made := credit.Event{ID: credit.EventID(id), Kind: kind}
	if strings.Contains(when, "T") {
		made.At = at(when)
	} else {
		made.Day = day(when)
	}
	return made
}

// use gives a use of a consumption-based service.
func use(id, when, amount string) credit.Event {
	made := event(credit.Use, id, when)
	made.Amount, made.Charge = terms.MustParseMoney(amount), credit.Consumption
	return made
}

// charged gives a use of another kind.
func charged(charge credit.Charge, id, when, amount string) credit.Event {
	made := use(id, when, amount)
	made.Charge = charge
	return made
}

// giveBack gives a return of a use.
func giveBack(id, when, of, amount string) credit.Event {
	made := event(credit.Return, id, when)
	made.Of, made.Amount = credit.EventID(of), terms.MustParseMoney(amount)
	return made
}

// forfeit gives the forfeit of a lot, or of all live ones where none is named.
func forfeit(id, when string, lots ...string) credit.Event {
	made := event(credit.Forfeit, id, when)
	made.Reason = credit.JoinedEnterpriseAgreement
	for _, named := range lots {
		made.Lot, made.Reason = credit.LotID(named), credit.GivenUp
	}
	return made
}

// transfer gives the transfer of a lot to another user.
func transfer(id, when, lot, to string) credit.Event {
	made := event(credit.Transfer, id, when)
	made.Lot, made.To = credit.LotID(lot), to
	return made
}

// known gives the event as one that became known at an instant.
func known(e credit.Event, when string) credit.Event {
	e.Known = at(when)
	return e
}

// alert gives an alert to one address.
func alert(name, amount string) credit.Alert {
	return credit.Alert{Name: name, Amount: terms.MustParseMoney(amount), Recipients: []string{name + "@example.com"}}
}

// policy gives the policy of Azure in Open with other choices, and with the alerts among them.
func policy(choices ...any) credit.Policy {
	made := credit.AzureInOpen()
	for _, choice := range choices {
		switch choice := choice.(type) {
		case credit.Order:
			made.Order = choice
		case credit.Expiry:
			made.Expiry = choice
		case credit.TopUpTerm:
			made.TopUpTerm = choice
		case credit.DayPlace:
			made.DayPlace = choice
		case credit.Shortfall:
			made.Shortfall = choice
		case credit.LateReturn:
			made.LateReturn = choice
		case credit.OverReturn:
			made.OverReturn = choice
		case credit.BulkTransfer:
			made.BulkTransfer = choice
		case credit.LowCredit:
			made.LowCredit = choice
		case credit.Operator:
			made.LowCreditOperator, made.AlertOperator = choice, choice
		case credit.Rearm:
			made.Rearm = choice
		case credit.Retention:
			made.Retention = choice
		case credit.Alert:
			made.Alerts = append(made.Alerts, choice)
		default:
			panic(fmt.Sprintf("%T is no choice of a policy", choice))
		}
	}
	return made
}

// A story is what a test replays: lots and events, under the policy of Azure in Open or another.
type story struct {
	policy credit.Policy
	lots   []credit.Lot
	events []credit.Event
}

func (s story) make() (credit.Ledger, error) { return s.makeBy(credit.Published()) }

// makeBy makes the story's ledger by rules.
func (s story) makeBy(r *credit.Rules) (credit.Ledger, error) {
	if s.policy.Equal(credit.Policy{}) {
		s.policy = credit.AzureInOpen()
	}
	return r.New(s.policy, s.lots, s.events)
}

// ledger gives the story's ledger, which must be accepted.
func (s story) ledger(t *testing.T) credit.Ledger {
	t.Helper()
	ledger, err := s.make()
	require.NoError(t, err)
	return ledger
}

// until gives the story's statement at an instant, which must add up.
func (s story) until(t *testing.T, when string) credit.Statement {
	t.Helper()
	statement, err := s.ledger(t).Replay(at(when))
	require.NoError(t, err)
	requireConserved(t, statement)
	return statement
}

// fault gives the error of the story's ledger, or of its replay up to an instant.
func (s story) fault(when string) error {
	ledger, err := s.make()
	if err == nil {
		_, err = ledger.Replay(at(when))
	}
	return err
}

// requireConserved holds that no credit comes from nowhere or gets lost: in each lot, in each use, in the balance and
// in the entries.
func requireConserved(t *testing.T, statement credit.Statement) {
	t.Helper()
	var left, available decimal.Decimal
	used := map[credit.LotID]decimal.Decimal{}
	for _, l := range statement.Lots() {
		sum := l.Used.Amount().Sub(l.Returned.Amount()).Add(l.Lapsed.Amount()).Add(l.Forfeited.Amount()).Add(l.Left.Amount())
		require.True(t, l.Granted.Amount().Equal(sum), "lot %s was granted %s and accounts for %s", l.ID, l.Granted, sum)
		require.True(t, l.Returned.Amount().LessThanOrEqual(l.Used.Amount()), "more came back to lot %s than it paid", l.ID)
		for _, amount := range []terms.Money{l.Used, l.Returned, l.Lapsed, l.Forfeited, l.Left} {
			require.GreaterOrEqual(t, amount.Sign(), 0, "lot %s", l.ID)
		}
		left, used[l.ID] = left.Add(l.Left.Amount()), l.Used.Amount()
	}
	for u := range statement.Uses() {
		require.True(t, u.Amount.Amount().Equal(u.Paid.Amount().Add(u.Unpaid.Amount())), "use %s", u.ID)
		require.True(t, u.Returned.Amount().LessThanOrEqual(u.Paid.Amount()), "more of use %s came back than was paid", u.ID)
		require.True(t, u.WrittenOff.Amount().LessThanOrEqual(u.Unpaid.Amount()), "more of use %s was written off than was open", u.ID)
		paid := u.Paid.Amount()
		for _, a := range u.Allocations {
			paid, used[a.Lot] = paid.Sub(a.Amount.Amount()), used[a.Lot].Sub(a.Amount.Amount())
		}
		require.True(t, paid.IsZero(), "use %s was paid and not by a lot: %s", u.ID, paid)
	}
	for id, rest := range used {
		require.True(t, rest.IsZero(), "lot %s paid what no use has: %s", id, rest)
	}
	for e := range statement.Entries() {
		if e.To == credit.AccountAvailable {
			available = available.Add(e.Amount.Amount())
		}
		if e.From == credit.AccountAvailable {
			available = available.Sub(e.Amount.Amount())
		}
	}
	require.True(t, left.Equal(available), "the lots hold %s, the entries leave %s", left, available)
	require.True(t, left.Equal(statement.Balance().Amount()), "the lots hold %s, the balance is %s", left, statement.Balance())
	balance, err := statement.BalanceAt(statement.At())
	require.NoError(t, err)
	require.True(t, statement.Balance().Equal(balance), "the balance is %s, and at its instant %s", statement.Balance(), balance)
}

// bare gives an amount without its currency where that is US dollars.
func bare(m terms.Money) string { return strings.TrimSuffix(m.String(), " USD") }

// when gives an instant, as its day where it is the beginning of one.
func when(t time.Time) string {
	switch {
	case t.IsZero():
		return "never"
	case t.Equal(terms.DayOf(t).Start()):
		return terms.DayOf(t).String()
	default:
		return t.Format(time.RFC3339Nano)
	}
}

// lotsOf gives a line for each lot: L1 live: 100.00 = 40.00 used + 60.00 left.
func lotsOf(statement credit.Statement) []string {
	var lines []string
	for _, l := range statement.Lots() {
		line := fmt.Sprintf("%s %s", l.ID, l.Status)
		if l.Granted.Sign() > 0 {
			line += ": " + bare(l.Granted) + " ="
			for _, part := range []struct {
				sign, name string
				amount     terms.Money
			}{
				{"+", "used", l.Used},
				{"-", "returned", l.Returned},
				{"+", "lapsed", l.Lapsed},
				{"+", "forfeited", l.Forfeited},
				{"+", "left", l.Left},
			} {
				if part.amount.Sign() > 0 {
					line += fmt.Sprintf(" %s %s %s", part.sign, bare(part.amount), part.name)
				}
			}
		}
		lines = append(lines, strings.Replace(line, "= + ", "= ", 1))
	}
	return lines
}

// usesOf gives a line for each use: u1 partlyPaid: L1 40.00 + 5.00 unpaid.
func usesOf(statement credit.Statement) []string {
	var lines []string
	for u := range statement.Uses() {
		var parts []string
		for _, a := range u.Allocations {
			parts = append(parts, fmt.Sprintf("%s %s", a.Lot, bare(a.Amount)))
		}
		if u.Unpaid.Sign() > 0 {
			parts = append(parts, bare(u.Unpaid)+" unpaid")
		}
		line := fmt.Sprintf("%s %s: %s", u.ID, u.Outcome, strings.Join(parts, " + "))
		if u.Returned.Sign() > 0 {
			line += ", " + bare(u.Returned) + " returned"
		}
		if u.WrittenOff.Sign() > 0 {
			line += ", " + bare(u.WrittenOff) + " written off"
		}
		lines = append(lines, line)
	}
	return lines
}

// alertsOf gives a line for each alert: 2023-02-01 tokenLow L1: 30.00 left at 30.00.
func alertsOf(statement credit.Statement) []string {
	var lines []string
	for _, a := range statement.Alerts() {
		line := fmt.Sprintf("%s %s %s: %s left", when(a.At), a.Notice, string(a.Lot)+a.Name, bare(a.Left))
		if !a.Threshold.IsZero() {
			line += " at " + bare(a.Threshold)
		}
		lines = append(lines, strings.Replace(line, " :", ":", 1))
	}
	return lines
}

// suspensionsOf gives a line for each suspension: 2023-02-01 to 2023-03-01, exhausted, data may be gone 2023-05-02.
func suspensionsOf(statement credit.Statement) []string {
	var lines []string
	for _, s := range statement.Suspensions() {
		lines = append(lines, fmt.Sprintf("%s to %s, %s, data may be gone %s",
			when(s.From), when(s.Until), s.Cause, s.DataMayBeGone))
	}
	return lines
}
