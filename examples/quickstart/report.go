package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// mostRows is how many charges one list shows.
const mostRows = 24

// A report is the statement as text, while it is written.
type report struct {
	account

	text strings.Builder
	err  error // the first sum that could not be made
}

// statementText gives the statement as text: what to act on first, then the tables it follows from.
func statementText(acc account) (string, error) {
	r := &report{account: acc}
	r.summary()
	r.lots()
	r.months()
	r.payments()
	r.shared()
	r.notPayable()
	r.notPaid()
	r.alerts()
	r.suspensions()
	r.deadlines()
	r.forecast()
	r.explanation()
	r.line("")
	r.line("Days and instants are UTC. Amounts are exact and rounded only where they are printed here.")
	return r.text.String(), r.err
}

func (r *report) line(format string, args ...any) {
	fmt.Fprintf(&r.text, format+"\n", args...)
}

// section prints a heading and a table, or what to say where the table is empty.
func (r *report) section(heading string, t *table, otherwise string) {
	r.line("\n%s\n", heading)
	if len(t.rows) == 0 {
		r.line("  %s", otherwise)
		return
	}
	r.text.WriteString(t.String())
}

// amount gives an amount to the currency's digits, and a dash for none.
func (a account) amount(m terms.Money) string {
	if m.Sign() == 0 {
		return "-"
	}
	return m.Amount().StringFixed(int32(a.currency.Digits())) //nolint:gosec // at most four
}

// money gives an amount with its currency, for sentences.
func (a account) money(m terms.Money) string {
	if m.IsZero() {
		return "nothing"
	}
	return m.Amount().StringFixed(int32(a.currency.Digits())) + " " + a.currency.String() //nolint:gosec // at most four
}

// add adds an amount to a sum. The zero Money is the sum of nothing.
func (r *report) add(sum *terms.Money, amount terms.Money) {
	if sum.IsZero() {
		*sum = amount
		return
	}
	if amount.IsZero() {
		return
	}
	total, err := sum.Add(amount)
	if err != nil && r.err == nil {
		r.err = err
	}
	*sum = total
}

// owed gives what of a use is to be paid by other means: what credit did not pay, less what was refunded of it.
func (r *report) owed(use credit.UseState) terms.Money {
	owed := use.Unpaid
	r.add(&owed, use.WrittenOff.Neg())
	return owed
}

func (a account) label(id credit.LotID) string { return a.lots.labels[id] }

// instant gives a UTC instant, and only its day where the day begins.
func instant(at time.Time) string {
	if at.IsZero() {
		return "-"
	}
	if day := terms.DayOf(at); at.Equal(day.Start()) {
		return day.String()
	}
	return at.UTC().Format("2006-01-02 15:04")
}

func (r *report) lots() {
	t := newTable("Lot", "Kind", "Activated", "Lapses", ">Granted", ">Used", ">Returned", ">Lapsed", ">Forfeited", ">Left", "Status")
	for _, lot := range r.statement.Lots() {
		t.add(r.label(lot.ID), lot.Kind.String(), instant(lot.Activated), instant(lot.Ends), r.amount(lot.Granted), r.amount(lot.Used),
			r.amount(lot.Returned), r.amount(lot.Lapsed), r.amount(lot.Forfeited), r.amount(lot.Left), lot.Status.String())
	}
	r.section("Lots, in the order in which they pay", t, "There is no credit.")
}

// A month is what moved in one.
type month struct {
	added, use, paid, unpaid, returned, lapsed, notPayable terms.Money
}

func (r *report) months() {
	months := map[terms.Day]*month{} // by their first day
	in := func(day terms.Day) *month {
		first := day.AddDays(1 - day.DayOfMonth())
		if months[first] == nil {
			months[first] = &month{}
		}
		return months[first]
	}
	for use := range r.statement.Uses() {
		m := in(use.Day)
		if use.Outcome == credit.NotPayable {
			r.add(&m.notPayable, r.owed(use))
			continue
		}
		r.add(&m.use, use.Amount)
		r.add(&m.unpaid, r.owed(use))
	}
	for entry := range r.statement.Entries() {
		r.book(in(terms.DayOf(entry.At)), entry)
	}
	t := newTable("Month", ">Added", ">Use", ">Paid by credit", ">Not paid", ">Returned", ">Lapsed", ">Balance at end", ">Not payable")
	for _, first := range slices.SortedFunc(maps.Keys(months), terms.Day.Compare) {
		m := months[first]
		t.add(first.String()[:len("2006-01")], r.amount(m.added), r.amount(m.use), r.amount(m.paid), r.amount(m.unpaid),
			r.amount(m.returned), r.amount(m.lapsed), r.amount(r.balanceAfter(first)), r.amount(m.notPayable))
	}
	r.section("Month by month", t, "Nothing happened.")
}

// book puts an entry into its month.
func (r *report) book(m *month, entry credit.Entry) {
	switch {
	case entry.From == credit.AccountGranted:
		r.add(&m.added, entry.Amount)
	case entry.From == credit.AccountUsed:
		r.add(&m.returned, entry.Amount)
	case entry.To == credit.AccountUsed:
		r.add(&m.paid, entry.Amount)
	default:
		r.add(&m.lapsed, entry.Amount)
	}
}

// balanceAfter gives the balance at the end of a month, or at the statement's if that comes first.
func (r *report) balanceAfter(first terms.Day) terms.Money {
	end := first.AddMonths(1).Start().Add(-time.Nanosecond)
	if end.After(r.statement.At()) {
		return r.statement.Balance()
	}
	balance, err := r.statement.BalanceAt(end)
	if err != nil && r.err == nil {
		r.err = err
	}
	return balance
}

// A payment is what one lot paid in all.
type payment struct {
	first, last terms.Day
	uses        int
	paid        terms.Money
}

func (r *report) payments() {
	payments := map[credit.LotID]*payment{}
	for use := range r.statement.Uses() {
		for _, part := range use.Allocations {
			p := payments[part.Lot]
			if p == nil {
				p = &payment{first: use.Day}
				payments[part.Lot] = p
			}
			p.last, p.uses = use.Day, p.uses+1
			r.add(&p.paid, part.Amount)
		}
	}
	t := newTable("Lot", "First charge", "Last charge", ">Charges", ">Paid")
	for _, lot := range r.statement.Lots() {
		if p := payments[lot.ID]; p != nil {
			t.add(r.label(lot.ID), p.first.String(), p.last.String(), strconv.Itoa(p.uses), r.amount(p.paid))
		}
	}
	r.section("Which lot paid what", t, "No lot has paid anything.")
}

// shared lists the charges that took more than one lot.
func (r *report) shared() {
	t := newTable("Day", "Charge", ">Amount", "Paid by")
	for use := range r.statement.Uses() {
		if len(use.Allocations) < 2 && use.Outcome != credit.PartlyPaid {
			continue
		}
		parts := make([]string, len(use.Allocations))
		for i, part := range use.Allocations {
			parts[i] = r.amount(part.Amount) + " " + r.label(part.Lot)
		}
		if use.Unpaid.Sign() > 0 {
			parts = append(parts, r.amount(use.Unpaid)+" nobody")
		}
		t.add(use.Day.String(), r.charges.uses[use.ID].what, r.amount(use.Amount), strings.Join(parts, " + "))
	}
	r.section("Charges that one lot did not pay alone", t, "Every charge was paid by one lot, or by none.")
}

// notPayable lists the charges that credit cannot pay, by the reason why.
func (r *report) notPayable() {
	groups := map[credit.Charge][]charge{}
	for use := range r.statement.Uses() {
		if use.Outcome == credit.NotPayable {
			groups[use.Charge] = append(groups[use.Charge], r.owing(use))
		}
	}
	r.line("\nCharges that credit cannot pay: pay them by other means")
	if len(groups) == 0 {
		r.line("\n  There are none.")
	}
	for _, kind := range slices.Sorted(maps.Keys(groups)) {
		var sum terms.Money
		for _, one := range groups[kind] {
			r.add(&sum, one.event.Amount)
		}
		r.line("\n  %s in %s: %s.\n", r.money(sum), count(len(groups[kind]), "charge"), kind.Reason())
		r.list(groups[kind])
	}
}

// owing gives the row of a use with what is still to be paid of it.
func (r *report) owing(use credit.UseState) charge {
	one := r.charges.uses[use.ID]
	one.event.Amount = r.owed(use)
	return one
}

// list prints charges, the last of them where they are many.
func (r *report) list(charges []charge) {
	t := newTable("Day", "Charge", ">Amount", "Row")
	for _, one := range charges[max(0, len(charges)-mostRows):] {
		t.add(one.event.Day.String(), one.what, r.amount(one.event.Amount), fmt.Sprintf("%s:%d", one.place.file, one.place.line))
	}
	r.text.WriteString(t.String())
	if more := len(charges) - mostRows; more > 0 {
		r.line("  and %s before them", count(more, "charge"))
	}
}

// notPaid lists the charges that found no credit, or not enough.
func (r *report) notPaid() {
	var unpaid []charge
	for use := range r.statement.Uses() {
		if use.Outcome == credit.Unpaid || use.Outcome == credit.PartlyPaid {
			unpaid = append(unpaid, r.owing(use))
		}
	}
	r.line("\nUse that found no credit left, or not enough\n")
	if len(unpaid) == 0 {
		r.line("  There is none.")
		return
	}
	r.list(unpaid)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func (r *report) alerts() {
	t := newTable(">No", "Fired", "Alert", "Lot", ">Left", ">Threshold")
	for i, alert := range r.statement.Alerts() {
		t.add(strconv.Itoa(i+1), instant(alert.At), alertText(alert), r.label(alert.Lot), r.amount(alert.Left), r.amount(alert.Threshold))
	}
	r.section("Alerts", t, "None has fired.")
}

// alertText says what an alert is about.
func alertText(alert credit.FiredAlert) string {
	switch alert.Notice {
	case credit.TokenLow:
		return "30 % of the token is left"
	case credit.TokenExpiring:
		return "30 days until the token lapses"
	case credit.SubscriptionLow:
		return "30 % of all credit is left"
	case credit.Configured:
		return alert.Name
	}
	return alert.Notice.String()
}

func (r *report) suspensions() {
	t := newTable("From", "Until", "Because credit", "Data may be gone from")
	for _, s := range r.statement.Suspensions() {
		until, gone := instant(s.Until), s.DataMayBeGone.String()
		if s.Until.IsZero() {
			until = "it lasts"
		} else if s.DataKept() {
			gone += ", and credit came before"
		}
		t.add(instant(s.From), until, causeText(s.Cause), gone)
	}
	r.section("Suspensions", t, "Services were never suspended.")
}

func causeText(cause credit.Cause) string {
	switch cause {
	case credit.ByUse:
		return "was used up"
	case credit.ByLapse:
		return "lapsed"
	case credit.ByForfeit:
		return "was forfeited"
	}
	return cause.String()
}

func (r *report) deadlines() {
	t := newTable("When", "What", "Lot", ">At stake")
	for _, d := range r.statement.Deadlines() {
		t.add(instant(d.At), deadlineText(d.Kind), r.label(d.Lot), r.amount(d.Amount))
	}
	r.section("Deadlines ahead, if nothing more is used", t, "There are none.")
}

func deadlineText(kind credit.DeadlineKind) string {
	switch kind {
	case credit.ExpiryNotice:
		return "alert: 30 days until it lapses"
	case credit.LapseDue:
		return "it lapses"
	case credit.ActivationDue:
		return "it begins to pay"
	case credit.DataMayBeGone:
		return "data of the suspended services may be gone"
	}
	return kind.String()
}

func (r *report) forecast() {
	r.line("\nForecast, if use goes on as it did lately\n")
	if r.outlook.err != nil {
		r.line("  Not possible: %v.", r.outlook.err)
		return
	}
	f := r.outlook.forecast
	r.line("  Use:           %s in the last %s", r.money(f.Outlook.Rate.Amount), count(f.Outlook.Rate.Days, "day"))
	r.line("  Runs out:      %s", orElse(f.RunsOut, "not before "+f.Until.AddDays(1).String()))
	for _, s := range f.Suspensions {
		r.line("  Stands still:  from %s until %s", instant(s.From), orElse(terms.DayOf(s.Until), "credit comes"))
	}
	r.line("  Lapses:        %s", r.money(f.LapsesInAll))
	for _, lapse := range f.Lapses {
		r.line("                 %s of %s on %s", r.money(lapse.Amount), r.label(lapse.Lot), instant(lapse.At))
	}
	switch {
	case r.outlook.unitErr != nil:
		r.line("  Purchase:      not known: %v", r.outlook.unitErr)
	case f.Next.By.IsZero():
		r.line("  Purchase:      none is needed")
	default:
		r.line("  Purchase:      by %s, to be activated on %s (%d days to order a key)", f.Next.By, f.Next.Activate, leadDays)
		r.line("                 %s", r.purchase(f.Next))
	}
}

// purchase says how much to purchase.
func (r *report) purchase(next credit.NextPurchase) string {
	if next.Units == 0 {
		return "as little as there is: even one unit would lapse in part"
	}
	return fmt.Sprintf("at most %s, %s: that is used up on %s, and more would lapse", count(next.Units, "unit"), r.money(next.Amount),
		orElse(next.RunsOut, "the last day before it lapses"))
}

func orElse(day terms.Day, otherwise string) string {
	if day.IsZero() {
		return otherwise
	}
	return day.String()
}

// explanation explains the last charge that took more than one lot, with the names people know lots by.
func (r *report) explanation() {
	var last credit.EventID
	for use := range r.statement.Uses() {
		if len(use.Allocations) > 1 {
			last = use.ID
		}
	}
	if last == "" {
		return
	}
	explained, err := r.statement.Explain(last)
	if err != nil {
		r.err = err
		return
	}
	r.line("\nWhy the last of the charges that two lots paid was paid so: %s\n", r.charges.uses[last].what)
	for line := range strings.Lines(r.labelled(explained.String())) {
		r.line("%s", wrapped("  "+strings.TrimRight(line, "\n")))
	}
}

// wrapped breaks a line that is too wide for a terminal, between words.
func wrapped(line string) string {
	const widest = 120
	at := strings.LastIndexByte(line[:min(len(line), widest)], ' ')
	if len(line) <= widest || strings.TrimSpace(line[:at]) == "" {
		return line
	}
	return line[:at] + "\n" + wrapped("      "+line[at+1:])
}

// labelled puts labels into a text in the place of ids, the longer ones first because one may begin another.
func (r *report) labelled(text string) string {
	ids := slices.SortedFunc(maps.Keys(r.input.lots.labels), func(a, b credit.LotID) int { return len(b) - len(a) })
	var pairs []string
	for _, id := range ids {
		pairs = append(pairs, string(id), r.label(id))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
