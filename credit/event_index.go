package credit

import "hash/maphash"

// eventIndex finds events by their ids. It is an open hash table of places in the ledger's events, without pointers and
// smaller than a map: looking up ids is most of what making a ledger costs.
type eventIndex struct {
	seed  maphash.Seed
	slots []eventSlot // a power of two of them, at most half in use
}

// eventSlot keeps part of the id's hash beside the event's place, so that another id in the slot is told by the slot
// alone, without a walk to its event.
type eventSlot struct {
	tag   uint32
	place int32 // the event's place + 1, or 0 in a free slot
}

// newEventIndex makes an index with room for a number of events.
func newEventIndex(events int) eventIndex {
	const fewest, slotsPerEvent = 8, 2
	size := fewest
	for size < slotsPerEvent*events {
		size *= 2
	}
	return eventIndex{maphash.MakeSeed(), make([]eventSlot, size)}
}

// slot gives the slot of an id, the one that holds its event or the free one where it belongs, and the id's tag.
func (x *eventIndex) slot(events []Event, id EventID) (*eventSlot, uint32) {
	const tagBits = 32
	hash := maphash.String(x.seed, string(id))
	mask := uint64(len(x.slots) - 1)
	tag := uint32(hash >> tagBits) //nolint:gosec // the 32 bits that are left fit
	for at := hash & mask; ; at = (at + 1) & mask {
		slot := &x.slots[at]
		if slot.place == 0 || slot.tag == tag && events[slot.place-1].ID == id {
			return slot, tag
		}
	}
}

// find gives the place of an event, and whether there is one of the id.
func (x *eventIndex) find(events []Event, id EventID) (int32, bool) {
	if len(x.slots) == 0 {
		return 0, false
	}
	slot, _ := x.slot(events, id)
	return slot.place - 1, slot.place > 0
}

// reindex finds anew the places of events that were put in another order.
func (x *eventIndex) reindex(events []Event) {
	clear(x.slots)
	for place := range events {
		slot, tag := x.slot(events, events[place].ID)
		*slot = eventSlot{tag, int32(place) + 1} //nolint:gosec // 2^31 events do not fit in memory
	}
}
