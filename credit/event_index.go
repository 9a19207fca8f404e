package credit

import "hash/maphash"

// eventIndex finds events by their ids. It is an open hash table of places in the ledger's events, a fifth of the size
// of a map and without pointers: looking up ids is most of what making a ledger costs.
type eventIndex struct {
	seed  maphash.Seed
	slots []int32 // a power of two of them, at most half in use: the event's place + 1, or 0
}

// newEventIndex makes an index with room for a number of events.
func newEventIndex(events int) eventIndex {
	const fewest, slotsPerEvent = 8, 2
	size := fewest
	for size < slotsPerEvent*events {
		size *= 2
	}
	return eventIndex{maphash.MakeSeed(), make([]int32, size)}
}

// slot gives the slot of an id: the one that holds its event, or the free one where it belongs.
func (x *eventIndex) slot(events []Event, id EventID) int {
	mask := len(x.slots) - 1
	at := int(maphash.String(x.seed, string(id))&(1<<32-1)) & mask //nolint:gosec // 32 bits fit
	for x.slots[at] != 0 && events[x.slots[at]-1].ID != id {
		at = (at + 1) & mask
	}
	return at
}

// find gives the place of an event, and whether there is one of the id.
func (x *eventIndex) find(events []Event, id EventID) (int32, bool) {
	if len(x.slots) == 0 {
		return 0, false
	}
	place := x.slots[x.slot(events, id)] - 1
	return place, place >= 0
}

// reindex finds anew the places of events that were put in another order.
func (x *eventIndex) reindex(events []Event) {
	clear(x.slots)
	for place := range events {
		x.slots[x.slot(events, events[place].ID)] = int32(place) + 1 //nolint:gosec // 2^31 events do not fit in memory
	}
}
