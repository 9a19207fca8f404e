package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// channelRules is the sets of the Cloud Solution Provider programme.
type channelRules struct {
	duty       *rules.Set[DutyCase, Party]
	partner    *rules.Set[PartnerCase, rules.Truth]
	customer   *rules.Set[CustomerCase, rules.Truth]
	access     *rules.Set[AccessCase, Access]
	accessStep *rules.Set[ResellerProgress, AccessStep]
	cspUse     *rules.Set[CSPUse, rules.Truth]
}

func (c *channelRules) amend(a *rulebook.Amendment) {
	rulebook.Amend(a, &c.duty)
	rulebook.Amend(a, &c.partner)
	rulebook.Amend(a, &c.customer)
	rulebook.Amend(a, &c.access)
	rulebook.Amend(a, &c.accessStep)
	rulebook.Amend(a, &c.cspUse)
}

func (c *channelRules) takeKnown(day terms.Day, errs *[]error) {
	rulebook.AsKnown(&c.duty, day, errs)
	rulebook.AsKnown(&c.partner, day, errs)
	rulebook.AsKnown(&c.customer, day, errs)
	rulebook.AsKnown(&c.access, day, errs)
	rulebook.AsKnown(&c.accessStep, day, errs)
	rulebook.AsKnown(&c.cspUse, day, errs)
}

func (c *channelRules) about() []rules.About {
	return []rules.About{
		c.duty.About(),
		c.partner.About(),
		c.customer.About(),
		c.access.About(),
		c.accessStep.About(),
		c.cspUse.About(),
	}
}
