package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// openRules is the sets of Azure in Open.
type openRules struct {
	channel        *rules.Set[ChannelUse, rules.Truth]
	openPurchase   *rules.Set[OpenPurchaseFacts, rules.Truth]
	openAccount    *rules.Set[OpenAccount, rules.Truth]
	openProduct    *rules.Set[OpenWish, OpenWay]
	openSupport    *rules.Set[OpenQuestion, rules.Truth]
	openManagement *rules.Set[OpenManagement, rules.Truth]
	openMove       *rules.Set[OpenMove, rules.Truth]
}

func (o *openRules) amend(a *rulebook.Amendment) {
	rulebook.Amend(a, &o.channel)
	rulebook.Amend(a, &o.openPurchase)
	rulebook.Amend(a, &o.openAccount)
	rulebook.Amend(a, &o.openProduct)
	rulebook.Amend(a, &o.openSupport)
	rulebook.Amend(a, &o.openManagement)
	rulebook.Amend(a, &o.openMove)
}

func (o *openRules) takeKnown(day terms.Day, errs *[]error) {
	rulebook.AsKnown(&o.channel, day, errs)
	rulebook.AsKnown(&o.openPurchase, day, errs)
	rulebook.AsKnown(&o.openAccount, day, errs)
	rulebook.AsKnown(&o.openProduct, day, errs)
	rulebook.AsKnown(&o.openSupport, day, errs)
	rulebook.AsKnown(&o.openManagement, day, errs)
	rulebook.AsKnown(&o.openMove, day, errs)
}

func (o *openRules) about() []rules.About {
	return []rules.About{
		o.channel.About(),
		o.openPurchase.About(),
		o.openAccount.About(),
		o.openProduct.About(),
		o.openSupport.About(),
		o.openManagement.About(),
		o.openMove.About(),
	}
}
