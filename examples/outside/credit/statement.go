package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// showStatement writes what is left, what credit did not pay, what lapsed, which alerts fired and when services stood
// still.
func showStatement(w io.Writer, st credit.Statement) {
	fmt.Fprintf(w, "%s left\n", st.Balance())
	showLots(w, st)
	showUnpaid(w, st)
	showLapsed(w, st)
	showAlerts(w, st)
	showSuspensions(w, st)
}

func showLots(w io.Writer, st credit.Statement) {
	fmt.Fprintln(w, "\nlots, in the order in which they pay:")
	for _, lot := range st.Lots() {
		fmt.Fprintf(w, "  %-18s %-10s %14s of %12s, to %s\n",
			lot.ID, lot.Status, lot.Left, lot.Amount, minute(lot.Ends))
	}
}

// showUnpaid writes the charges somebody has to be invoiced for, because credit did not pay them.
func showUnpaid(w io.Writer, st credit.Statement) {
	fmt.Fprintln(w, "\nnot paid by credit:")
	none := true
	for use := range st.Uses() {
		if use.Unpaid.Sign() > 0 {
			fmt.Fprintf(w, "  %s of %s, a charge of %s: %s\n", use.Unpaid, use.ID, use.Charge, use.Outcome)
			none = false
		}
	}
	if none {
		fmt.Fprintln(w, "  nothing")
	}
}

// showLapsed leaves out what Lapsing looks ahead to. The forecast says that better, because it reckons with use.
func showLapsed(w io.Writer, st credit.Statement) {
	fmt.Fprintln(w, "\nlapsed unused:")
	none := true
	for _, lapse := range st.Lapsing(terms.Always()) {
		if lapse.Happened {
			fmt.Fprintf(w, "  %s of %s on %s\n", lapse.Amount, lapse.Lot, minute(lapse.At))
			none = false
		}
	}
	if none {
		fmt.Fprintln(w, "  nothing")
	}
}

func showAlerts(w io.Writer, st credit.Statement) {
	fmt.Fprintln(w, "\nalerts:")
	for _, alert := range st.Alerts() {
		// An alert is about one lot, or has the name it was configured by, or neither.
		about := string(alert.Lot)
		if alert.Notice == credit.Configured {
			about = fmt.Sprintf("%s to %v", alert.Name, alert.Recipients)
		}
		fmt.Fprintf(w, "  %s %s %s: %s left\n", minute(alert.At), alert.Notice, about, alert.Left)
	}
}

func showSuspensions(w io.Writer, st credit.Statement) {
	fmt.Fprintln(w, "\nservices stood still:")
	for _, s := range st.Suspensions() {
		fmt.Fprintf(w, "  from %s to %s, credit %s; %s\n", minute(s.From), minute(s.Until), s.Cause, data(s))
	}
	if _, now := st.Suspended(); !now {
		fmt.Fprintln(w, "  not at the end of the day")
	}
}

// data says what a suspension does to data. The day stands in every suspension, also in one that ended in time.
func data(s credit.Suspension) string {
	if s.Until.IsZero() {
		return fmt.Sprintf("data may be gone from %s", s.DataMayBeGone)
	}
	if terms.DayOf(s.Until).Before(s.DataMayBeGone) {
		return "data was kept"
	}
	return fmt.Sprintf("data may have been gone from %s", s.DataMayBeGone)
}

// showExplanation writes why one use was paid as it was. The explanation has a text of its own for people; a program
// goes by the verdicts.
func showExplanation(w io.Writer, st credit.Statement, id credit.EventID) error {
	explanation, err := st.Explain(id)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nwhy:\n%s\n", explanation)
	for _, lot := range explanation.Lots {
		fmt.Fprintf(w, "  verdict %s: %s\n", lot.Lot, lot.Verdict)
	}
	return nil
}

// showKept keeps the statement and reads it back. What is kept is its own record: reading replays it.
func showKept(w io.Writer, st credit.Statement) error {
	var file bytes.Buffer
	if err := json.NewEncoder(&file).Encode(st); err != nil {
		return err
	}
	var back credit.Statement
	if err := terms.Decode(&file, &back); err != nil {
		return err
	}
	if !back.Equal(st) {
		return errors.New("the statement that was read back differs from the one that was kept")
	}
	fmt.Fprintf(w, "\nkept as JSON and read back: %s left, the same statement\n", back.Balance())
	return nil
}

// minute writes an instant for people, and one that is not given as such.
func minute(at time.Time) string {
	if at.IsZero() {
		return "an open end"
	}
	return at.UTC().Format("2006-01-02 15:04")
}
