package markets

import (
	"slices"

	"github.com/cloudterms/terms/rules"
)

// looksInto gives a condition that says into which lists it looks. It looks by a fact: what a list says of a market depends on
// the day, which a condition does not see, so whoever asks has looked it up before.
func looksInto[In any](c rules.Condition[In], lists ...interface{ About() rules.About }) rules.Condition[In] {
	for _, list := range lists {
		c.Uses = append(c.Uses, list.About().Use())
	}
	return c
}

// lookAgain puts the set in its place whose conditions say of the lists that were changed what is in them now. The conditions
// are those that this package declares: one that somebody else brings looks into what he gave it.
func lookAgain[In any, Out comparable](set **rules.Set[In, Out], declared *rules.Set[In, Out], changed map[string]rules.Use) error {
	var anew []rules.Condition[In]
	for rule := range declared.Rules() {
		for _, c := range rule.If {
			uses := slices.Clone(c.Uses)
			for i := range uses {
				if now, ok := changed[uses[i].ID]; ok {
					uses[i] = now
				}
			}
			if !slices.Equal(uses, c.Uses) {
				c.Uses = uses
				anew = append(anew, c)
			}
		}
	}
	made, err := (*set).WithConditions(anew...)
	if err != nil {
		return err
	}
	*set = made
	return nil
}
