package credit

import (
	"fmt"
	"strings"
	"time"
)

// difference says in which fields two contents of one id differ, with both values.
type difference []string

func (d *difference) field(name string, differs bool, have, again any) {
	if differs {
		*d = append(*d, fmt.Sprintf("%s is %.256q and %.256q", name, fmt.Sprint(have), fmt.Sprint(again)))
	}
}

func (d *difference) instant(name string, have, again time.Time) {
	text := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.UTC().Format(time.RFC3339Nano)
	}
	d.field(name, !have.Equal(again), text(have), text(again))
}

func (d *difference) String() string { return strings.Join(*d, "; ") }

func lotDifference(have, again Lot) string {
	var d difference
	d.field("kind", have.Kind != again.Kind, have.Kind, again.Kind)
	d.field("amount", !have.Amount.Equal(again.Amount), have.Amount, again.Amount)
	d.instant("activated", have.Activated, again.Activated)
	d.instant("expires", have.Expires, again.Expires)
	d.field("redeemed", have.Redeemed != again.Redeemed, have.Redeemed, again.Redeemed)
	d.field("holder", have.Holder != again.Holder, have.Holder, again.Holder)
	return d.String()
}

func eventDifference(have, again *Event) string {
	var d difference
	d.field("kind", have.Kind != again.Kind, have.Kind, again.Kind)
	d.instant("at", have.At, again.At)
	d.field("day", have.Day != again.Day, have.Day, again.Day)
	d.field("amount", !have.Amount.Equal(again.Amount), have.Amount, again.Amount)
	d.field("charge", have.Charge != again.Charge, have.Charge, again.Charge)
	d.field("of", have.Of != again.Of, have.Of, again.Of)
	d.field("lot", have.Lot != again.Lot, have.Lot, again.Lot)
	d.field("to", have.To != again.To, have.To, again.To)
	d.field("reason", have.Reason != again.Reason, have.Reason, again.Reason)
	return d.String()
}
