package credit

import (
	"iter"
	"time"

	"github.com/cloudterms/terms"
)

// An Account is a place credit moves from or to. Every entry takes from one account what it puts
// into another, so that all accounts together hold nothing.
type Account uint8

const (
	_ Account = iota
	// AccountGranted is where credit comes from.
	AccountGranted
	// AccountAvailable is the credit that can pay.
	AccountAvailable
	// AccountUsed is credit that paid.
	AccountUsed
	// AccountLapsed is credit whose time ended unused.
	AccountLapsed
	// AccountForfeited is credit that was given up.
	AccountForfeited
)

// An Entry is one movement of credit of one lot.
type Entry struct {
	At     time.Time   `json:"at"`
	Event  EventID     `json:"event,omitempty"` // not given where a lot begins or ends by itself
	Lot    LotID       `json:"lot"`
	From   Account     `json:"from"`
	To     Account     `json:"to"`
	Amount terms.Money `json:"amount"`
}

// Entries gives every movement of credit up to the statement's instant, in order. What a use did not
// get from credit is no movement of it, and is in [Statement.Uses].
func (s Statement) Entries() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		r := s.read()
		for p := range r.journal.all() {
			if p.lot == noIndex {
				continue
			}
			move := entryAccounts[p.kind]
			entry := Entry{
				At: timeOf(p.at), Lot: r.book.lots[p.lot].ID, From: move.from, To: move.to, Amount: r.money(p.amount),
			}
			if p.event != noIndex {
				entry.Event = r.book.events[p.event].ID
			}
			if !yield(entry) {
				return
			}
		}
	}
}
