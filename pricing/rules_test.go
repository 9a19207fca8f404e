package pricing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

func overlay(t *testing.T, text string) rules.Overlay {
	t.Helper()
	o, err := decodes[rules.Overlay](text)
	require.NoError(t, err)
	return o
}

func TestReadings(t *testing.T) {
	rate, err := pricing.EarnedCreditRate(day("2019-11-01"))
	require.NoError(t, err)
	assert.Equal(t, "15%", rate.Value.String())
	_, err = pricing.EarnedCreditRate(day("2019-10-31"))
	require.ErrorIs(t, err, rules.ErrNoFigure)

	for on, want := range map[string]pricing.RoundingRule{
		"2020-06-12": pricing.DailyFloor, "2022-07-17": pricing.DailyFloor, "2022-07-18": pricing.DailyTenPlaces, "2022-07-19": pricing.DailyTenPlaces,
	} {
		r, err := pricing.DailyRounding(day(on))
		require.NoError(t, err)
		assert.Equal(t, want, r.Value, on)
	}
	_, err = pricing.DailyRounding(day("2020-06-11"))
	require.ErrorIs(t, err, rules.ErrNoFigure)

	usage, err := pricing.UsageRounding(day("2023-10-03"))
	require.NoError(t, err)
	assert.Equal(t, pricing.UsageDown, usage.Value)
	assert.Equal(t, pricing.LineNearest, usage.Others[0].Value, "from the announcement on, another reading")
	usage, err = pricing.UsageRounding(day("2023-10-02"))
	require.NoError(t, err)
	assert.Empty(t, usage.Others)
	_, err = pricing.UsageRounding(day("2021-04-01"))
	require.ErrorIs(t, err, rules.ErrNoFigure)

	legacy, err := pricing.LegacyUsageRounding(day("2019-02-01"))
	require.NoError(t, err)
	assert.Equal(t, pricing.LineNearest, legacy.Value)

	seats, err := pricing.SeatProration(day("2021-06-18"))
	require.NoError(t, err)
	assert.Equal(t, pricing.NewCommerce(), seats.Value)
	assert.Equal(t, pricing.SeatDown, seats.Others[0].Value.QuantityRounding)
	assert.Equal(t, pricing.EventDayKept, seats.Others[1].Value.EventDay)
	seats, err = pricing.SeatProration(day("2022-01-24"))
	require.NoError(t, err)
	assert.Equal(t, pricing.DaysOfEndMonth, seats.Others[2].Value.CycleDays)
	assert.Equal(t, pricing.FullOnFirstDay, seats.Others[3].Value.FullRefund)
	assert.Equal(t, pricing.ByHour, seats.Others[4].Value.Grain)
	_, err = pricing.SeatProration(day("2021-06-17"))
	require.ErrorIs(t, err, rules.ErrNoFigure)

	old, err := pricing.LegacyProration(day("2022-08-18"))
	require.NoError(t, err)
	assert.Equal(t, pricing.Legacy(), old.Value)
	assert.Equal(t, pricing.DailyPriceNearest, old.Others[0].Value.Rounding)
	assert.Equal(t, pricing.SeatCreditNearest, old.Others[1].Value.Rounding)

	method, err := pricing.TaxMethodOn(day("2023-09-11"))
	require.NoError(t, err)
	assert.Equal(t, pricing.TaxLinesDown, method.Value)
	assert.Equal(t, pricing.TaxTotalNearest, method.Others[0].Value)

	cadence, err := pricing.RateCadence(day("2023-09-11"))
	require.NoError(t, err)
	assert.Equal(t, pricing.MonthAfter, cadence.Value)
	assert.Equal(t, pricing.SameDay, cadence.Others[0].Value)
}

// An overlay reaches the calculators, and not only what explains them.
func TestOverlaysReachTheCalculators(t *testing.T) {
	house, err := pricing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "distributor contract, clause 4",
		"switchOff": ["pricing.pec.wholeday"],
		"figures": [
			{"timeline": "pricing.pec.rate", "span": "2022-02-01/..", "value": "10%"},
			{"timeline": "pricing.rounding.usage", "span": "2022-02-01/..", "value": "lineNearest"},
			{"timeline": "pricing.proration.seats", "span": "../..", "value": {"eventDay": "eventDayKept", "fullRefund": "fullNever",
				"grain": "byDay", "cycleDays": "daysOfCycle", "planDays": "countMonths", "adjustment": "restOfCycle", "rounding": "lineDown",
				"quantityRounding": "lineDown"}},
			{"timeline": "pricing.tax.method", "span": "../..", "value": "taxTotalNearest"}],
		"lists": [
			{"list": "pricing.pec.roles.eligible", "add": ["Contoso operator"], "remove": ["Owner"]},
			{"list": "pricing.tax.inclusive", "add": ["NO"], "remove": ["AU"]},
			{"list": "markets.topup.excluded", "add": ["NO"]}]}`))
	require.NoError(t, err)

	rate, err := house.EarnedCreditRate(day("2022-02-01"))
	require.NoError(t, err)
	assert.Equal(t, "10%", rate.Value.String())
	assert.Equal(t, "Fabrikam", rate.Origin.Owner)
	rounding, err := house.UsageRounding(day("2022-02-01"))
	require.NoError(t, err)
	assert.Equal(t, pricing.LineNearest, rounding.Value)
	seats, err := house.SeatProration(day("2020-01-01"))
	require.NoError(t, err)
	assert.Equal(t, pricing.EventDayKept, seats.Value.EventDay)

	assert.Equal(t, rules.Yes, house.RoleEligible("contoso operator"))
	assert.Equal(t, rules.Unknown, house.RoleEligible("Owner"))
	assert.Equal(t, rules.Yes, pricing.RoleEligible("owner"), "the published rules stay as they were")
	on := day("2023-10-23")
	assert.Equal(t, pricing.TaxInclusive, house.PriceIncludesTax(on, pricing.TaxCase{Market: markets.MustParseMarket("NO")}).Outcome)
	assert.Equal(t, pricing.TaxExclusive, house.PriceIncludesTax(on, pricing.TaxCase{Market: markets.MustParseMarket("AU")}).Outcome)

	part := byUser()
	part.Held, part.Role = rules.No, "Contoso operator"
	d := house.AccessCounts(on, part)
	assert.Equal(t, pricing.Eligible, d.Outcome)
	assert.Equal(t, "pricing.pec.wholeday", string(d.Changed[0].Rule))

	earned, err := house.CreditEarned(pricing.Partnership{
		Transacting: "MPN1", Agreement: rules.Yes, Billed: rules.Yes, Reading: pricing.WholeDay,
		Grants: []pricing.Grant{{ID: "a", Partner: "MPN1", Path: pricing.AOBO, Role: "Contoso operator", Scope: scope(subscription), From: instant("2022-02-01T12:00:00Z")}},
	}, []pricing.PlanUse{use("2022-02-01", "10 USD")})
	require.NoError(t, err)
	assert.Equal(t, "1.00 USD", earned.Earned.String(), "10 % on half a day, in a role of the house")
}

func TestOverlaysThatDoNotFitAreRefused(t *testing.T) {
	tests := map[string]string{
		"a rule nobody has":        `"switchOff": ["pricing.pec.nothing"]`,
		"a timeline nobody has":    `"figures": [{"timeline": "pricing.pec.rates", "span": "../..", "value": "10%"}]`,
		"a figure that is none":    `"figures": [{"timeline": "pricing.pec.rate", "span": "../..", "value": "ten"}]`,
		"a list nobody has":        `"lists": [{"list": "pricing.tax.included", "add": ["NO"]}]`,
		"a market that is none":    `"lists": [{"list": "pricing.tax.inclusive", "add": ["XX"]}]`,
		"a market there already":   `"lists": [{"list": "pricing.tax.inclusive", "add": ["AU"]}]`,
		"a role that is not there": `"lists": [{"list": "pricing.pec.roles.ineligible", "remove": ["Owner"]}]`,
		"conventions, none given":  `"figures": [{"timeline": "pricing.proration.seats", "span": "../..", "value": {}}]`,
		"conventions but for one":  `"figures": [{"timeline": "pricing.proration.legacy", "span": "../..", "value": {"eventDay": "eventDayKept", "fullRefund": "fullNever", "grain": "byDay", "cycleDays": "daysOfCycle", "planDays": "countMonths", "adjustment": "restOfCycle", "rounding": "lineDown"}}]`,
		"a rounding not given":     `"figures": [{"timeline": "pricing.rounding.usage", "span": "../..", "value": ""}]`,
		"a role without a name":    `"lists": [{"list": "pricing.pec.roles.eligible", "add": [" "]}]`,
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			house, err := pricing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "a test", `+change+`}`))
			require.ErrorIs(t, err, rules.ErrOverlay)
			assert.Nil(t, house)
		})
	}
}

func TestEdits(t *testing.T) {
	source := []rules.Source{{Document: "Distributor contract", Section: "4", Checked: day("2026-11-22")}}
	house, err := pricing.Published().EditBilling(rules.Edit[pricing.BillingCase, pricing.Billing]{
		Owner: "Fabrikam", Reason: "clause 4", Add: []rules.Rule[pricing.BillingCase, pricing.Billing]{{
			ID: "fabrikam.currency", Text: "Resellers are billed in the currency of their distributor.", Span: terms.Always(), Sources: source,
			If: []rules.Condition[pricing.BillingCase]{{
				Name: "billed is a reseller", Reads: []string{"party"},
				Holds: func(c pricing.BillingCase) rules.Truth { return rules.Is(c.Party, licensing.Reseller) },
			}},
			Then: pricing.Billing{Currency: pricing.CurrencyByPartner},
		}},
	})
	require.NoError(t, err)
	d := house.BillingOf(day("2022-02-01"), pricing.BillingCase{Party: licensing.Reseller})
	assert.Equal(t, pricing.Billing{By: pricing.BillerDistributor, Prices: pricing.BillerDistributor, Currency: pricing.CurrencyByPartner}, d.Outcome)

	off := func(id rules.ID) []rules.ID { return []rules.ID{id} }
	_, err = house.EditAccess(rules.Edit[pricing.Access, pricing.Eligibility]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.pec.managementgroup")})
	require.NoError(t, err)
	_, err = house.EditEarnedCredit(rules.Edit[pricing.Earning, pricing.Eligibility]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.pec.spot")})
	require.NoError(t, err)
	_, err = house.EditTax(rules.Edit[pricing.TaxCase, pricing.TaxBasis]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.tax.software")})
	require.NoError(t, err)
	_, err = house.EditCommitment(rules.Edit[pricing.CommitmentCase, pricing.Commitment]{Owner: "Fabrikam", Reason: "a test", SwitchOff: off("pricing.term")})
	require.NoError(t, err)
	none, err := house.EditTax(rules.Edit[pricing.TaxCase, pricing.TaxBasis]{})
	require.ErrorIs(t, err, rules.ErrOverlay)
	assert.Nil(t, none)
	assert.Equal(t, 12, countRules(house.AccessSet()))
	assert.Equal(t, 2, countRules(house.CommitmentSet()))
}

func countRules[In any, Out comparable](s *rules.Set[In, Out]) int {
	n := 0
	for range s.Rules() {
		n++
	}
	return n
}

func TestAsKnown(t *testing.T) {
	known, err := pricing.Published().AsKnown(day("2023-01-01"))
	require.NoError(t, err)
	assert.Equal(t, day("2023-01-01"), known.AccessSet().KnownOn())
	r, err := known.EarnedCreditRate(day("2022-02-01"))
	require.NoError(t, err)
	assert.Equal(t, day("2023-01-01"), r.Known)
	same, err := pricing.Published().AsKnown(terms.Day{})
	require.NoError(t, err)
	assert.Same(t, pricing.Published(), same, "a record of the present wording is decided by it again")
}

// Every id begins with the package's name, and names one thing; every source says when it was held against the rule.
func TestAbout(t *testing.T) {
	seen := map[string]bool{}
	facts := map[string]bool{}
	note := func(id string, prefix string, sources []rules.Source) {
		assert.True(t, strings.HasPrefix(id, prefix), id)
		assert.False(t, seen[id], id)
		seen[id] = true
		assert.NotEmpty(t, sources, id)
		for _, s := range sources {
			assert.False(t, s.Checked.IsZero(), id)
			facts[s.Fact] = true
		}
	}
	for _, a := range pricing.Published().About() {
		switch a.Kind {
		case rules.AboutSet:
			assert.True(t, strings.HasPrefix(a.ID, "pricing/"), a.ID)
			for _, r := range a.Rules {
				note(string(r.ID), "pricing.", r.Sources)
			}
		case rules.AboutTimeline:
			var sources []rules.Source
			for _, f := range a.Figures {
				sources = append(sources, f.Sources...)
			}
			note(a.ID, "pricing.", sources)
		case rules.AboutList:
			note(a.ID, "pricing.", a.Sources)
			assert.NotEmpty(t, a.Entries)
		}
	}
	for _, fact := range []string{"SW-03", "CSP-13", "CSP-14", "CSP-20", "CSP-22", "CSP-23", "PLAN-06"} {
		assert.True(t, facts[fact], fact)
	}
	assert.Len(t, pricing.Published().About(), 17+8+len(pricing.Offers()))
}
