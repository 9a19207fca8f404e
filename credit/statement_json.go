package credit

import (
	"bytes"
	"fmt"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

// statementJSON is a statement as JSON has it: what it follows from, and what follows.
type statementJSON struct {
	changes

	At          time.Time    `json:"at"`
	Policy      Policy       `json:"policy"`
	Balance     terms.Money  `json:"balance"`
	Lots        []LotState   `json:"lots"`
	Uses        []UseState   `json:"uses"`
	Other       []Event      `json:"otherEvents"` // returns, forfeits and transfers
	Alerts      []FiredAlert `json:"alerts"`
	Suspensions []Suspension `json:"suspensions"`
}

// MarshalJSON gives the instant, before it what overlays changed in this package, the policy, the balance, every lot and use with what became of it, the
// other events, the alerts that fired and the suspensions. When facts became known is not in it, so that
// facts that came late give the bytes that timely ones do.
func (s Statement) MarshalJSON() ([]byte, error) {
	if s.result == nil {
		return []byte("null"), nil
	}
	r := s.result
	out := statementJSON{
		changes: r.book.rules.changes, At: s.At(), Policy: r.book.policy, Balance: s.Balance(), Lots: s.Lots(),
		Uses: []UseState{}, Other: []Event{}, Alerts: s.Alerts(), Suspensions: jsonform.EmptyNotNull(s.Suspensions()),
	}
	for use := range s.Uses() {
		out.Uses = append(out.Uses, use)
	}
	for _, e := range r.book.events[:r.count] {
		if e.Kind != Use {
			e.Known = time.Time{}
			out.Other = append(out.Other, e)
		}
	}
	return jsonform.Marshal(out)
}

// UnmarshalJSON reads what [Statement.MarshalJSON] gives, by the rules of [terms.Decode]. It replays the
// lots and events, and where the rest does not follow from them that is [ErrStatement]. On an error it
// leaves s as it was.
func (s *Statement) UnmarshalJSON(data []byte) error {
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		*s = Statement{}
		return nil
	}
	var raw statementJSON
	if err := jsonform.Decode(data, &raw); err != nil {
		return err
	}
	ledger, err := raw.ledger()
	if err != nil {
		return err
	}
	replayed, err := ledger.Replay(raw.At)
	if err != nil {
		return err
	}
	said, err := jsonform.Marshal(raw)
	if err != nil {
		return err
	}
	follows, err := replayed.MarshalJSON()
	if err != nil {
		return err
	}
	if !bytes.Equal(said, follows) {
		return fmt.Errorf("%w: it says %s, and %s follows", ErrStatement,
			differenceAt(said, follows), differenceAt(follows, said))
	}
	*s = replayed
	return nil
}

// ledger gives the ledger of the lots and events a statement carries.
func (raw statementJSON) ledger() (Ledger, error) {
	lots := make([]Lot, len(raw.Lots))
	for i, state := range raw.Lots {
		lots[i] = state.Lot
	}
	events := append(make([]Event, 0, len(raw.Uses)+len(raw.Other)), raw.Other...)
	for _, use := range raw.Uses {
		events = append(events, use.Event)
	}
	ledger, err := ledgerJSON{raw.changes, raw.Policy, lots, events}.made()
	if err == nil && ledger.book.currency.IsZero() {
		ledger.book.currency = raw.Balance.Currency() // that of events after the statement's instant
	}
	return ledger, err
}

// differenceAt gives some of a around the first byte in which it differs from b.
func differenceAt(a, b []byte) string {
	const before, after = 30, 50
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("%q", a[max(0, i-before):min(len(a), i+after)])
}
