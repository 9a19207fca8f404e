package main

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// A check is what the library says of one precondition.
type check struct {
	name     string
	decision rules.Decision[rules.Truth]
	question func(fact string) string // what to ask for a fact
	set      rules.About              // what the set says of itself, its default included
	remedy   string                   // what would help, if it is known
}

// ask makes a check of a decision and the set that gave it.
func ask[Facts any](name string, set *rules.Set[Facts, rules.Truth], decision rules.Decision[rules.Truth]) check {
	question := func(name string) string {
		fact, _ := set.Fact(name)
		return fact.Text
	}
	return check{name: name, decision: decision, question: question, set: set.About()}
}

// checks asks for every precondition that the record has of a product, in the order in which people settle them.
func (o order) checks() []check {
	agreed, lists := licensing.Published(), markets.Published()
	region := lists.MaySell(o.Day, markets.Sale{Partner: o.Partner.Location, Customer: o.Customer.Location})
	all := []check{
		ask("region", lists.SaleSet(), region),
		ask("agreements", agreed.OrderSet(), agreed.MayOrder(o.Day, licensing.Order{
			Product: o.Product.Kind, CloudAgreement: o.Customer.CloudAgreement, Acceptance: o.Customer.Acceptance,
			AcceptedOn: o.Customer.AcceptedOn, PartnerAgreement: o.Partner.PartnerAgreement,
		})),
	}
	switch o.Product.Kind {
	case licensing.OrderedAzurePlan:
		all = append(all, o.role(licensing.SellAzurePlan),
			ask("availability", lists.PlanOfferSet(), lists.IsPlanAvailable(o.Day, markets.PlanOffer{Market: o.Customer.Location})))
	case licensing.OrderedReservation:
		all = append(all, o.role(licensing.SellSoftware), o.acquisition(),
			ask("availability", lists.ReservationSet(), lists.MayReserve(o.Day, markets.Reservation{Market: o.Customer.Location})))
	case licensing.OrderedServerSubscription:
		all = append(all, o.role(licensing.SellSoftware), o.acquisition())
		if o.Product.Cycle != 0 {
			all = append(all, ask("billing", agreed.SoftwareBillingSet(), agreed.MayBillSoftware(o.Day, licensing.SoftwareBillingFacts{
				Term: o.Product.Term, Cycle: o.Product.Cycle, RemoteDesktopCAL: o.Product.RemoteDesktopCAL, Shown: o.Product.Shown,
			})))
		}
	default: // of other products nothing more is on record
	}
	return all
}

// role asks whether whoever places the order may, and else names the roles that may.
func (o order) role(task licensing.Task) check {
	published := licensing.Published()
	c := ask("role", published.TaskSet(), published.MayPerform(o.Day, licensing.TaskFacts{Task: task, Role: o.Partner.Role}))
	// Without an answer for any role there is none for this one either, and the check says so.
	if permitted, err := published.RolesFor(o.Day, task); err == nil {
		c.remedy = "The roles that may: " + list(permitted) + "."
	}
	return c
}

func (o order) acquisition() check {
	published := licensing.Published()
	return ask("customer", published.AcquisitionSet(), published.MayAcquire(o.Day, licensing.AcquisitionFacts{
		Product: o.Product.Kind, Commercial: o.Customer.Commercial,
	}))
}

// verdictOf gives No where a precondition is not met, and Yes where all are.
func verdictOf(checks []check) rules.Truth {
	verdict := rules.Yes
	for _, c := range checks {
		verdict = verdict.And(c.decision.Outcome)
	}
	return verdict
}
