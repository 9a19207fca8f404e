package markets_test

import (
	"flag"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

var update = flag.Bool("update", false, "write the golden files")

// before allows the days of which the record has no list.
func before[In any](first string) rulestest.Allowance[In] {
	return rulestest.Allowance[In]{
		Kind: rulestest.Gap, Reason: "the record has no list of so early a day, and a rule without an answer says so",
		Where: func(d terms.Day, _ In) bool { return d.Before(day(first)) },
	}
}

func TestReservationSet(t *testing.T) {
	t.Parallel()
	check(t, "reservations", markets.Published().ReservationSet(), samples.MarketsReservations(),
		rulestest.Allowance[markets.Reservation]{
			Kind: rulestest.Gap, Reason: "the record has the list of the API page from 2018-10-08, that of the buying pages from 2018-11-06",
			Where: func(d terms.Day, q markets.Reservation) bool {
				return d.Before(day("2018-10-08")) || d.Before(day("2018-11-06")) && q.Pages == markets.BuyingPages
			},
		})
}

func TestTopUpSet(t *testing.T) {
	t.Parallel()
	check(t, "topup", markets.Published().TopUpSet(), samples.MarketsTopUps())
}

func TestSaleSet(t *testing.T) {
	t.Parallel()
	check(t, "sale", markets.Published().SaleSet(), samples.MarketsSales(), before[markets.Sale]("2021-04-15"))
}

func TestEnrolmentSet(t *testing.T) {
	t.Parallel()
	check(t, "enrolment", markets.Published().EnrolmentSet(), samples.MarketsEnrolments(), before[markets.Enrolment]("2021-04-15"))
}

func TestPlanOfferSet(t *testing.T) {
	t.Parallel()
	check(t, "azureplan", markets.Published().PlanOfferSet(), samples.MarketsPlanOffers(), before[markets.PlanOffer]("2022-09-09"),
		rulestest.Allowance[markets.PlanOffer]{
			Kind: rulestest.Gap, Reason: "the record has the number of the markets and not which they are, and a rule without an answer says so",
			Where: func(_ terms.Day, q markets.PlanOffer) bool {
				return q.Listed == rules.No && q.Whole == rules.No && q.InRegion == rules.Yes
			},
		})
}

func TestOpenOfferSet(t *testing.T) {
	t.Parallel()
	check(t, "open", markets.Published().OpenOfferSet(), samples.MarketsOpenOffers())
}

func TestBillingSet(t *testing.T) {
	t.Parallel()
	check(t, "billing", markets.Published().BillingSet(), samples.MarketsBillings(), before[markets.Billing]("2021-04-15"),
		rulestest.Allowance[markets.Billing]{
			Kind: rulestest.Gap, Reason: "the page has no currency for some markets, and none for those in no region; rules without an answer say so",
			Where: func(_ terms.Day, q markets.Billing) bool {
				return q.Entry.Listed == rules.No || q.Entry.Currency.IsZero()
			},
		})
}

func check[In any, Out comparable](
	t *testing.T, name string, set *rules.Set[In, Out], inputs rulestest.Samples[In], allowed ...rulestest.Allowance[In],
) {
	t.Helper()
	rulestest.Check(t, set, inputs, allowed...)
	rulestest.Golden(t, "testdata/"+name+".golden", rulestest.Fingerprint(set, inputs), *update)
}
