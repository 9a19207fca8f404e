package rulesmsg

import (
	"errors"
	"fmt"
	"slices"

	"github.com/cloudterms/terms/rules"
)

// Audit holds messages against what sets say of themselves. It wants a message for every rule, planned ones too, for every
// default that has a text, and for every fact, and none for what is not there or says something else. A test
// of a program that adds rules of its own is where it belongs. The error joins a [MessageError] for each.
func Audit(sets []rules.About, messages ...[]rules.Message) error {
	type said struct {
		id   rules.ID
		text string
	}
	wanted, have := map[said]bool{}, map[said]bool{}
	var order []said
	want := func(id rules.ID, text string) {
		s := said{id, text}
		if text != "" && !wanted[s] {
			wanted[s], order = true, append(order, s)
		}
	}
	for _, about := range sets {
		for _, r := range about.Rules {
			want(r.ID, r.Text)
		}
		want(rules.ID(about.ID), about.DefaultText)
		for _, f := range about.Facts {
			want(FactID(about.ID, f.Name), f.Text)
		}
	}
	var found []error
	for _, m := range slices.Concat(messages...) {
		s := said{m.ID, m.Text}
		if have[s] = true; !wanted[s] {
			found = append(found, &MessageError{m.ID, fmt.Errorf("%w: %q", ErrStale, m.Text)})
		}
	}
	for _, s := range order {
		if !have[s] {
			found = append(found, &MessageError{s.id, fmt.Errorf("%w for %q", ErrNoMessage, s.text)})
		}
	}
	return errors.Join(found...)
}
