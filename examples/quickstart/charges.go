package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

// chargeColumns are the columns of a cost-details file that are read here. The names are those of Microsoft's list of
// fields, where Cost Management's exports and its Cost Details API agree; types of account differ in case and spaces:
// https://learn.microsoft.com/azure/cost-management-billing/automate/understand-usage-details-fields, and for the order
// of the columns by type of account https://learn.microsoft.com/azure/cost-management-billing/dataset-schema/schema-index.
func chargeColumns() []column {
	return []column{
		{name: "SubscriptionId"},
		{name: "Date"},
		{name: "ServicePeriodStartDate", optional: true}, // not in every type of account
		{name: "MeterCategory"},
		{name: "MeterId"},
		{name: "MeterName"},
		{name: "CostInBillingCurrency"},
		{name: "BillingCurrencyCode", also: "BillingCurrency"},
		{name: "ResourceId"},
		{name: "PublisherType"},
		{name: "PublisherName"},
		{name: "ChargeType"},
		{name: "IsAzureCreditEligible"},
	}
}

// exportDay is how the export writes days: in US order, whatever the language.
const exportDay = "01/02/2006"

// A charge is one row that is a use.
type charge struct {
	event credit.Event
	what  string // the resource and the meter, for people
	place place  // of its cost
}

// A refund is one row that gives back. What it reverses is found when all rows are read.
type refund struct {
	charge

	of subject
}

// A subject is what a charge is about. A file may have several rows for one.
type subject struct {
	day             terms.Day
	resource, meter string
	kind            credit.Charge
}

// charges are the rows of a file of charges.
type charges struct {
	uses    map[credit.EventID]charge
	events  []credit.Event
	places  map[credit.EventID]place
	lastDay terms.Day

	subscription string
	bySubject    map[subject][]credit.EventID
	refunds      []refund
}

// readCharges reads a file of charges.
func readCharges(file string, content io.Reader, found *problems) charges {
	c := charges{uses: map[credit.EventID]charge{}, places: map[credit.EventID]place{}, bySubject: map[subject][]credit.EventID{}}
	readSheet(file, content, chargeColumns(), found, func(r row) {
		before := len(*found)
		day, cost := parseExportDay(r, "Date"), c.cost(r)
		c.checkSubscription(r)
		kind, reverses := chargeOf(r), c.reverses(r)
		if len(*found) > before {
			return
		}
		if day.After(c.lastDay) {
			c.lastDay = day
		}
		about := subject{day, strings.ToLower(r.text("ResourceId")), strings.ToLower(r.text("MeterId")), kind}
		one := charge{
			event: credit.Event{Day: day, Amount: cost},
			what:  describe(r), place: r.at("CostInBillingCurrency"),
		}
		if reverses.IsZero() {
			one.event.Kind, one.event.Charge = credit.Use, kind
			c.addUse(one, about, found)
			return
		}
		one.event.Kind, one.event.Amount = credit.Return, cost.Neg()
		about.day = reverses
		c.refunds = append(c.refunds, refund{one, about})
	})
	for i, r := range c.refunds {
		c.addRefund(i, r, found)
	}
	return c
}

func parseExportDay(r row, name string) terms.Day {
	instant, err := time.Parse(exportDay, r.text(name))
	day := terms.DayOf(instant)
	if err != nil || day.IsZero() {
		r.complain(name, "not a day of the export; want MM/DD/YYYY, as in 02/29/2020")
		return terms.Day{}
	}
	return day
}

// cost reads what a row costs, whose sign goes with its type.
func (c *charges) cost(r row) terms.Money {
	cost, ok := r.money("CostInBillingCurrency", "BillingCurrencyCode")
	switch back := isRefund(r); {
	case !ok:
	case back && cost.Sign() >= 0:
		r.complain("CostInBillingCurrency", "a Refund of %s; want less than 0", cost)
	case !back && cost.Sign() < 0:
		r.complain("CostInBillingCurrency", "a charge of %s; want 0 or more, or the ChargeType Refund", cost)
	}
	return cost
}

// checkSubscription holds that a file is about one subscription, because credit is (OPEN-01).
func (c *charges) checkSubscription(r row) {
	id := strings.ToLower(r.text("SubscriptionId"))
	switch {
	case c.subscription == "":
		c.subscription = id
	case id != c.subscription:
		r.complain("SubscriptionId", "a second subscription, after %s; want the charges of one, because credit belongs to one", c.subscription)
	}
}

func isRefund(r row) bool { return r.text("ChargeType") == "Refund" }

// chargeOf says what a row was for. The export says of each row whether credit is eligible; the rest is to say why not.
func chargeOf(r row) credit.Charge {
	switch r.text("ChargeType") {
	case "Usage", "Purchase", "Refund":
	default:
		r.complain("ChargeType", "%q is none that is known; want Usage, Purchase or Refund", r.text("ChargeType"))
	}
	publisher, eligible := r.text("PublisherType"), strings.ToLower(r.text("IsAzureCreditEligible"))
	if eligible != "true" && eligible != "false" {
		r.complain("IsAzureCreditEligible", "%q; want True or False", r.text("IsAzureCreditEligible"))
	}
	switch {
	case publisher == "Marketplace":
		return credit.MarketplaceUsage
	case publisher != "Microsoft" && publisher != "Azure":
		r.complain("PublisherType", "%q is none that is known; want Microsoft, Azure or Marketplace", publisher)
		return 0
	case eligible == "true":
		return credit.Consumption
	case strings.Contains(strings.ToLower(r.text("MeterCategory")), "support"):
		return credit.SupportPlan
	default:
		return credit.OtherCharge
	}
}

// reverses gives the day whose charge a refund gives back, and the zero Day for other rows. The export names no charge; a
// refund is taken to be of the same resource and meter on the day its service period starts.
func (c *charges) reverses(r row) terms.Day {
	if !isRefund(r) {
		return terms.Day{}
	}
	return parseExportDay(r, "ServicePeriodStartDate")
}

// describe says in a few words what was charged.
func describe(r row) string {
	name := path.Base(r.text("ResourceId"))
	if r.text("PublisherType") == "Marketplace" {
		name = r.text("PublisherName")
	}
	if name == "." || name == "/" || name == "" {
		return r.text("MeterName")
	}
	return name + ", " + r.text("MeterName")
}

// addUse gives a use its id and keeps it, if the ledger could.
func (c *charges) addUse(one charge, about subject, found *problems) {
	one.event.ID = about.id(len(c.bySubject[about]))
	if wrong := check(nil, []credit.Event{one.event}); len(wrong) > 0 {
		for _, fault := range wrong {
			found.add(one.place, "%v", fault)
		}
		return
	}
	c.bySubject[about] = append(c.bySubject[about], one.event.ID)
	c.uses[one.event.ID] = one
	c.add(one)
}

func (c *charges) add(one charge) {
	c.events = append(c.events, one.event)
	c.places[one.event.ID] = one.place
}

// id names the charge that comes after so many others of the same subject. The same file gives the same ids.
func (s subject) id(others int) credit.EventID {
	hash := sha256.Sum256([]byte(s.resource + "\n" + s.meter + "\n" + s.kind.String()))
	id := fmt.Sprintf("%s %x", s.day, hash[:6])
	if others > 0 {
		id += fmt.Sprintf(" #%d", others+1)
	}
	return credit.EventID(id)
}

// addRefund finds the charge that a refund gives back: the last of its subject that is not smaller.
func (c *charges) addRefund(number int, r refund, found *problems) {
	same := c.bySubject[r.of]
	at := len(same) - 1
	for at >= 0 && c.uses[same[at]].event.Amount.Amount().LessThan(r.event.Amount.Amount()) {
		at--
	}
	switch {
	case len(same) == 0:
		found.add(r.place, "a refund of no charge here; want one of the same ResourceId, MeterId and IsAzureCreditEligible "+
			"on %s, the ServicePeriodStartDate", r.of.day)
	case at < 0:
		found.add(r.place, "a refund of %s; want at most what was charged for the same ResourceId and MeterId on %s",
			r.event.Amount, r.of.day)
	default:
		r.event.ID, r.event.Of = credit.EventID(fmt.Sprintf("refund %d of %s", number+1, same[at])), same[at]
		c.add(r.charge)
	}
}
