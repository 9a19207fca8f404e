package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

const previousOffer, azurePlan, sharedServices = "MS-AZR-0145P", "MS-AZR-0017G", "MS-AZR-0159P"

// goingOn is the purchase of the previous offer in a relationship of old, by a customer who has it.
func goingOn() pricing.Transaction {
	return pricing.Transaction{
		Offer: previousOffer, Deal: pricing.DealPurchase,
		PartnerEnrolled: day("2018-03-01"), CustomerEnrolled: day("2019-05-01"), Related: day("2019-05-01"),
		History: pricing.PreviousActive, HasPlan: rules.No, GCC: rules.No, CustomerAgreement: rules.Yes,
	}
}

// The rows of the record's decision table, each on the day before phase 1 and from it on.
func TestRowsOfPhase1(t *testing.T) {
	type change = func(*pricing.Transaction)
	tests := []struct {
		name   string
		change change
		before pricing.Permission
		want   pricing.Permission
		rule   rules.ID // the rule that decided from phase 1 on
		fact   string   // and the fact it cites
	}{
		{
			"row 1: an existing relationship, the customer has the previous offer", func(*pricing.Transaction) {},
			pricing.Permitted, pricing.Permitted, "pricing.transact.existing", "CSP-03",
		},
		{
			"row 1: an existing relationship, the customer had the previous offer", func(f *pricing.Transaction) { f.History = pricing.PreviousEnded },
			pricing.Permitted, pricing.Permitted, "pricing.transact.existing", "CSP-03",
		},
		{
			"row 2: an existing relationship, the customer never bought Azure", func(f *pricing.Transaction) { f.History = pricing.NeverBoughtAzure },
			pricing.Permitted, pricing.Refused, "pricing.transact.neverazure", "CSP-09",
		},
		{
			"an existing relationship, the customer bought other Azure", func(f *pricing.Transaction) { f.History = pricing.OtherAzureOnly },
			pricing.Permitted, pricing.Refused, "pricing.transact.netnew", "CSP-02",
		},
		{
			"an existing relationship, the customer has the previous offer from others", func(f *pricing.Transaction) { f.History = pricing.PreviousElsewhere },
			pricing.Permitted, pricing.Refused, "pricing.transact.netnew", "CSP-02",
		},
		{
			"row 3: a new relationship", func(f *pricing.Transaction) { f.Related = day("2021-07-21") },
			pricing.Permitted, pricing.Refused, "pricing.transact.relationship.new", "CSP-06",
		},
		{
			"row 4 and 11: a partner new to CSP", func(f *pricing.Transaction) { f.PartnerEnrolled, f.Related = day("2021-07-21"), day("2021-07-21") },
			pricing.Permitted, pricing.Refused, "pricing.transact.partner.new", "CSP-04",
		},
		{
			"row 5 and 10: the partner is of old, the customer new to CSP", func(f *pricing.Transaction) { f.CustomerEnrolled, f.Related = day("2021-07-21"), day("2021-07-21") },
			pricing.Permitted, pricing.Refused, "pricing.transact.customer.new", "CSP-05",
		},
		{
			"row 6: a change of channel partner to one who has the customer on the offer", func(f *pricing.Transaction) { f.Deal = pricing.DealChangePartner },
			pricing.Permitted, pricing.Permitted, "pricing.transact.change", "CSP-07",
		},
		{
			"row 6: a change of channel partner to a new one", func(f *pricing.Transaction) {
				f.Deal, f.Related, f.History = pricing.DealChangePartner, day("2021-08-01"), pricing.PreviousElsewhere
			},
			pricing.Permitted, pricing.Refused, "pricing.transact.change", "CSP-07",
		},
		{
			"row 6: the self-service tool", func(f *pricing.Transaction) { f.Deal, f.History = pricing.DealTakeOver, pricing.PreviousElsewhere },
			pricing.Refused, pricing.PermittedConverting, "pricing.transact.tool", "CSP-08",
		},
		{
			"row 7: a GCC customer in a new relationship that never bought Azure", func(f *pricing.Transaction) {
				f.GCC, f.Related, f.History = rules.Yes, day("2021-08-01"), pricing.NeverBoughtAzure
			},
			pricing.Permitted, pricing.Permitted, "pricing.transact.gcc", "CSP-10",
		},
		{
			"row 7: the tool for GCC customers is being planned", func(f *pricing.Transaction) { f.GCC, f.Deal = rules.Yes, pricing.DealTakeOver },
			pricing.Refused, pricing.Refused, "pricing.transact.tool.gcc", "CSP-10",
		},
		{
			"row 7 and 4: not even for GCC is the offer open to a partner new to CSP", func(f *pricing.Transaction) {
				f.GCC, f.PartnerEnrolled, f.Related = rules.Yes, day("2022-01-01"), day("2022-01-01")
			},
			pricing.Permitted, pricing.Refused, "pricing.transact.partner.new", "CSP-04",
		},
		{
			"row 7: GCC by the page on prices", func(f *pricing.Transaction) { f.GCC, f.GCCReading = rules.Yes, pricing.GCCPricePage },
			pricing.Refused, pricing.Refused, "pricing.transact.gcc.licences", "",
		},
		{
			"row 8: a direct partner becomes an indirect reseller", func(f *pricing.Transaction) {
				f.Deal, f.Related, f.History = pricing.DealToProvider, day("2021-09-01"), pricing.PreviousElsewhere
			},
			pricing.Permitted, pricing.Permitted, "pricing.transact.toprovider", "CSP-11",
		},
		{
			"row 9: shared services", func(f *pricing.Transaction) { f.Offer = sharedServices },
			pricing.Permitted, pricing.Permitted, "pricing.transact.sharedservices", "CSP-12",
		},
		{
			"row 12: the customer has an Azure plan with the partner", func(f *pricing.Transaction) { f.HasPlan = rules.Yes },
			pricing.Permitted, pricing.Refused, "pricing.transact.plan.closes", "",
		},
		{
			"row 13: a transfer as it is, and both partners have the customer on the offer", func(f *pricing.Transaction) { f.Deal = pricing.DealTransfer },
			pricing.Permitted, pricing.Permitted, "pricing.transact.transfer", "",
		},
		{
			"row 13: a transfer as it is, and only the other partner has", func(f *pricing.Transaction) { f.Deal, f.History = pricing.DealTransfer, pricing.PreviousElsewhere },
			pricing.Permitted, pricing.Refused, "pricing.transact.transfer.converts", "",
		},
		{
			"an active subscription goes on", func(f *pricing.Transaction) { f.Deal = pricing.DealContinue },
			pricing.Permitted, pricing.Permitted, "pricing.transact.continue", "CSP-02",
		},
		{
			"a subscription that has ended does not go on", func(f *pricing.Transaction) { f.Deal, f.History = pricing.DealContinue, pricing.PreviousEnded },
			pricing.Permitted, pricing.Refused, "pricing.transact.continue.nothing", "CSP-02",
		},
		{
			"without the Microsoft Customer Agreement no order is placed", func(f *pricing.Transaction) { f.CustomerAgreement = rules.No },
			pricing.Refused, pricing.Refused, "pricing.transact.agreement", "PLAN-05",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := goingOn()
			tt.change(&facts)
			assert.Equal(t, tt.before, pricing.MayTransact(day("2021-07-20"), facts).Outcome)
			for _, on := range []string{"2021-07-21", "2021-07-22", "2022-01-31", "2022-02-01", "2023-06-05"} {
				d := pricing.MayTransact(day(on), facts)
				require.NoError(t, d.Err(), on)
				assert.Equal(t, tt.want, d.Outcome, on)
				f, ok := finding(d, tt.rule)
				require.True(t, ok, "%s: %v", on, spoke(d))
				assert.Equal(t, tt.fact, f.Sources[0].Fact)
				requireReadsBack(t, d)
			}
		})
	}
}

// finding gives what a rule found.
func finding[Out comparable](d rules.Decision[Out], id rules.ID) (rules.Finding[Out], bool) {
	for _, f := range d.Findings {
		if f.Rule == id {
			return f, true
		}
	}
	return rules.Finding[Out]{}, false
}

// The two readings of who may go on differ for a subscription that has ended, and for nothing else.
func TestContinuationReadings(t *testing.T) {
	on := day("2021-07-21")
	tests := []struct {
		history                pricing.AzureHistory
		everBought, activeOnly pricing.Permission
	}{
		{pricing.NeverBoughtAzure, pricing.Refused, pricing.Refused},
		{pricing.OtherAzureOnly, pricing.Refused, pricing.Refused},
		{pricing.PreviousElsewhere, pricing.Refused, pricing.Refused},
		{pricing.PreviousEnded, pricing.Permitted, pricing.Refused},
		{pricing.PreviousActive, pricing.Permitted, pricing.Permitted},
	}
	for _, tt := range tests {
		facts := goingOn()
		facts.History = tt.history
		assert.Equal(t, tt.everBought, pricing.MayTransact(on, facts).Outcome, "%s, by default", tt.history)
		facts.Continuation = pricing.EverBought
		assert.Equal(t, tt.everBought, pricing.MayTransact(on, facts).Outcome, tt.history)
		facts.Continuation = pricing.ActiveTogether
		assert.Equal(t, tt.activeOnly, pricing.MayTransact(on, facts).Outcome, tt.history)
	}
	facts := goingOn()
	facts.History, facts.Continuation = pricing.PreviousEnded, pricing.ActiveTogether
	d := pricing.MayTransact(on, facts)
	assert.Equal(t, []rules.ID{"pricing.transact.existing.ended"}, spoke(d))
	assert.Equal(t, "CSP-15", d.Findings[0].Sources[0].Fact)
	facts.History = pricing.PreviousActive
	d = pricing.MayTransact(on, facts)
	assert.Equal(t, []rules.ID{"pricing.transact.existing.active"}, spoke(d))
}

// What was there before phase 1 is told by days: the day before it counts, the day itself does not.
func TestEnrolledBeforeOrAfter(t *testing.T) {
	on := day("2022-02-01")
	for since, want := range map[string]pricing.Permission{
		"2021-07-20": pricing.Permitted, "2021-07-21": pricing.Refused, "2021-07-22": pricing.Refused,
	} {
		facts := goingOn()
		facts.Related = day(since)
		assert.Equal(t, want, pricing.MayTransact(on, facts).Outcome, "relationship since %s", since)
		facts = goingOn()
		facts.PartnerEnrolled, facts.Related = day(since), later(facts.Related, day(since))
		assert.Equal(t, want, pricing.MayTransact(on, facts).Outcome, "partner since %s", since)
		facts = goingOn()
		facts.CustomerEnrolled, facts.Related = day(since), later(facts.Related, day(since))
		assert.Equal(t, want, pricing.MayTransact(on, facts).Outcome, "customer since %s", since)
	}
	facts := goingOn()
	facts.PartnerEnrolled, facts.CustomerEnrolled = terms.Day{}, terms.Day{}
	assert.Equal(t, pricing.Permitted, pricing.MayTransact(on, facts).Outcome, "where the relationship was, the two were")
	facts.Related, facts.RelationshipExisting = terms.Day{}, rules.Yes
	assert.Equal(t, pricing.Permitted, pricing.MayTransact(on, facts).Outcome, "a fact that is given needs no day")
}

func later(a, b terms.Day) terms.Day {
	if a.After(b) {
		return a
	}
	return b
}

func TestTheAzurePlanIsTransacted(t *testing.T) {
	tests := []struct {
		name   string
		change func(*pricing.Transaction)
		on     string
		want   pricing.Permission
		rule   rules.ID
	}{
		{"the day before there is a plan", nil, "2019-10-31", pricing.Refused, "pricing.transact.plan.before"},
		{"the first day", nil, "2019-11-01", pricing.Permitted, "pricing.transact.plan"},
		{"partner, customer and relationship all new", func(f *pricing.Transaction) {
			f.PartnerEnrolled, f.CustomerEnrolled, f.Related = day("2022-05-01"), day("2022-05-02"), day("2022-05-02")
		}, "2022-06-01", pricing.Permitted, "pricing.transact.plan"},
		{"a customer with the previous offer is moved", func(f *pricing.Transaction) { f.History = pricing.PreviousActive }, "2022-06-01", pricing.PermittedConverting, "pricing.transact.plan.upgrade"},
		{"one who has both buys another", func(f *pricing.Transaction) { f.History, f.HasPlan = pricing.PreviousActive, rules.Yes }, "2022-06-01", pricing.Permitted, "pricing.transact.plan"},
		{"a GCC customer has to wait", func(f *pricing.Transaction) { f.GCC = rules.Yes }, "2022-06-01", pricing.Refused, "pricing.transact.plan.gcc"},
		{"the tool is for the previous offer", func(f *pricing.Transaction) { f.Deal = pricing.DealTakeOver }, "2022-06-01", pricing.Refused, "pricing.transact.plan.tool"},
		{"a plan does not move to a provider", func(f *pricing.Transaction) { f.Deal = pricing.DealToProvider }, "2022-06-01", pricing.Refused, "pricing.transact.plan.toprovider"},
		{"no agreement, the day before it is required", func(f *pricing.Transaction) { f.CustomerAgreement = rules.No }, "2020-01-31", pricing.Permitted, "pricing.transact.plan"},
		{"no agreement, the day it is required", func(f *pricing.Transaction) { f.CustomerAgreement = rules.No }, "2020-02-01", pricing.Refused, "pricing.transact.agreement"},
		{"for development and testing", func(f *pricing.Transaction) { f.Offer = "ms-azr-0148g" }, "2022-06-01", pricing.Permitted, "pricing.transact.plan"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := goingOn()
			facts.Offer, facts.History = azurePlan, pricing.NeverBoughtAzure
			if tt.change != nil {
				tt.change(&facts)
			}
			d := pricing.MayTransact(day(tt.on), facts)
			require.NoError(t, d.Err())
			assert.Equal(t, tt.want, d.Outcome)
			assert.Contains(t, spoke(d), tt.rule)
		})
	}
}

func TestOtherOffersAreNotTransacted(t *testing.T) {
	on := day("2022-02-01")
	for offer, rule := range map[string]rules.ID{
		"MS-AZR-0017P": "pricing.transact.outside", "MS-AZR-0111P": "pricing.transact.outside", "MS-AZR-0146P": "pricing.transact.sandbox",
	} {
		d := pricing.MayTransact(on, pricing.Transaction{Offer: offer, Deal: pricing.DealPurchase})
		assert.Equal(t, pricing.Refused, d.Outcome, offer)
		assert.Equal(t, []rules.ID{rule}, spoke(d), offer)
	}
	d := pricing.MayTransact(on, pricing.Transaction{Offer: sharedServices, Deal: pricing.DealTransfer})
	assert.Equal(t, []rules.ID{"pricing.transact.sharedservices.stay"}, spoke(d))
	d = pricing.MayTransact(on, pricing.Transaction{Offer: "MS-AZR-USGOV-0145P", Deal: pricing.DealPurchase})
	require.ErrorIs(t, d.Err(), rules.ErrNoRule, "of national clouds the record says nothing")
	d = pricing.MayTransact(on, pricing.Transaction{Offer: "MS-AZR-9999P", Deal: pricing.DealPurchase})
	assert.Contains(t, d.Missing, "offer")
	require.ErrorIs(t, pricing.MayTransact(terms.Day{}, goingOn()).Err(), rules.ErrDay)
}

func TestTransactionsAskForWhatMatters(t *testing.T) {
	on := day("2021-07-21")
	tests := []struct {
		name    string
		change  func(*pricing.Transaction)
		missing []string
	}{
		{"since when they are related", func(f *pricing.Transaction) { f.Related = terms.Day{} }, []string{"related"}},
		{"what the customer has bought", func(f *pricing.Transaction) { f.History = 0 }, []string{"history"}},
		{"whether it has a plan", func(f *pricing.Transaction) { f.HasPlan = rules.Unknown }, []string{"hasPlan"}},
		{"whether it has signed", func(f *pricing.Transaction) { f.CustomerAgreement = rules.Unknown }, []string{"customerAgreement"}},
		{"what is to be done", func(f *pricing.Transaction) { f.Deal, f.History = 0, pricing.NeverBoughtAzure }, []string{"deal"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := goingOn()
			tt.change(&facts)
			d := pricing.MayTransact(on, facts)
			require.ErrorIs(t, d.Err(), rules.ErrUndetermined)
			assert.Equal(t, tt.missing, d.Missing)
		})
	}
	facts := goingOn()
	facts.GCC = rules.Unknown
	assert.Equal(t, pricing.Permitted, pricing.MayTransact(on, facts).Outcome, "GCC or not, it goes on")
	facts = goingOn()
	facts.History, facts.HasPlan, facts.GCC = pricing.NeverBoughtAzure, rules.Unknown, rules.No
	assert.Equal(t, pricing.Refused, pricing.MayTransact(on, facts).Outcome, "whether it has a plan cannot matter")
}

// Phase 3 has no day. An overlay that gives it one moves the rules, the price and what is told of the phase.
func TestOverlaysMoveThePhases(t *testing.T) {
	published := pricing.MayTransact(day("2022-07-31"), goingOn())
	assert.Equal(t, pricing.Permitted, published.Outcome)
	house, err := pricing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "letter of 3 May", "figures": [
		{"timeline": "pricing.phase", "span": "2022-07-31/..", "value": "phase3"}]}`))
	require.NoError(t, err)
	assert.Equal(t, pricing.Permitted, house.MayTransact(day("2022-07-30"), goingOn()).Outcome)
	d := house.MayTransact(day("2022-07-31"), goingOn())
	assert.Equal(t, pricing.Refused, d.Outcome)
	assert.Equal(t, []rules.ID{"pricing.transact.phase3"}, spoke(d))
	assert.Equal(t, "Fabrikam", d.Findings[0].Origin.Owner)
	assert.Contains(t, house.TransactionSet().Boundaries(), day("2022-07-31"))
	assert.NotContains(t, pricing.Published().TransactionSet().Boundaries(), day("2022-07-31"))
	phases := house.Phases()
	assert.Equal(t, span("2022-07-31/.."), phases[3].Days)
	assert.Equal(t, span("2022-02-01/2022-07-31"), phases[2].Days)

	later, err := pricing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "a market that came later", "figures": [
		{"timeline": "pricing.phase", "span": "2021-07-21/2021-10-01", "value": "beforePhases"},
		{"timeline": "pricing.phase", "span": "2022-02-01/2022-03-01", "value": "phase1"}],
		"switchOff": ["pricing.transact.neverazure"]}`))
	require.NoError(t, err)
	facts := goingOn()
	facts.Related, facts.History = day("2021-09-30"), pricing.PreviousActive
	assert.Equal(t, pricing.Permitted, later.MayTransact(day("2021-10-01"), facts).Outcome, "the relationship is from before phase 1, as the house has it")
	assert.Equal(t, pricing.Refused, pricing.MayTransact(day("2021-10-01"), facts).Outcome)
	facts.History = pricing.NeverBoughtAzure
	require.Error(t, later.MayTransact(day("2021-10-01"), facts).Err(), "its rule is switched off")
	price := later.PriceBasisOf(day("2022-02-28"), pricing.PriceCase{Offer: previousOffer})
	assert.Equal(t, pricing.PartnerPrices, price.Outcome)
	incentives := later.IncentivesOf(day("2022-03-01"), pricing.IncentiveCase{Offer: previousOffer})
	assert.Equal(t, pricing.Ineligible, incentives.Outcome.Base)
	again, err := later.With(overlay(t, `{"owner": "Fabrikam", "reason": "nothing about phases", "switchOff": ["pricing.transact.sandbox"]}`))
	require.NoError(t, err)
	assert.Equal(t, later.TransactionSet().Boundaries(), again.TransactionSet().Boundaries())

	for name, figures := range map[string]string{
		"phases that do not follow one another": `{"timeline": "pricing.phase", "span": "2022-03-01/2022-04-01", "value": "phase1"}`,
		"a phase that is left out":              `{"timeline": "pricing.phase", "span": "2021-07-21/2022-02-01", "value": "beforePhases"}`,
		"a phase that is none":                  `{"timeline": "pricing.phase", "span": "2022-07-31/..", "value": "phase4"}`,
	} {
		none, err := pricing.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "a test", "figures": [`+figures+`]}`))
		require.ErrorIs(t, err, rules.ErrOverlay, name)
		assert.Nil(t, none)
	}
}

// A team that gives the planned rule a day of its own in Go keeps it, whatever becomes of the phases.
func TestAnEditOfThePlannedRuleStays(t *testing.T) {
	var planned rules.Rule[pricing.Transaction, pricing.Permission]
	for r := range pricing.Published().TransactionSet().Rules() {
		if r.IsPlanned() {
			planned = r
		}
	}
	require.Equal(t, rules.ID("pricing.transact.phase3"), planned.ID)
	planned.Span = terms.SpanFrom(day("2023-01-01"))
	house, err := pricing.Published().EditTransaction(rules.Edit[pricing.Transaction, pricing.Permission]{
		Owner: "Fabrikam", Reason: "letter of 3 May", Replace: []rules.Rule[pricing.Transaction, pricing.Permission]{planned},
	})
	require.NoError(t, err)
	house, err = house.With(overlay(t, `{"owner": "Contoso", "reason": "another letter", "figures": [
		{"timeline": "pricing.phase", "span": "2024-01-01/..", "value": "phase3"}]}`))
	require.NoError(t, err)
	assert.Equal(t, pricing.Permitted, house.MayTransact(day("2022-12-31"), goingOn()).Outcome)
	d := house.MayTransact(day("2023-01-01"), goingOn())
	assert.Equal(t, pricing.Refused, d.Outcome)
	f, ok := finding(d, "pricing.transact.phase3")
	require.True(t, ok)
	assert.Equal(t, "Fabrikam", f.Origin.Owner)
}

func TestFactsThatContradictEachOther(t *testing.T) {
	tests := []struct {
		name      string
		change    func(*pricing.Transaction)
		condition error
		want      string // in the error
		missing   []string
	}{
		{"none", func(*pricing.Transaction) {}, nil, "", nil},
		{"the partner enrolled on the day of the relationship", func(f *pricing.Transaction) { f.PartnerEnrolled = day("2019-05-01") }, nil, "", nil},
		{"the partner enrolled the day after", func(f *pricing.Transaction) { f.PartnerEnrolled = day("2019-05-02") }, pricing.ErrTransaction, `related is "2019-05-01"; want a day from 2019-05-02 on, which partnerEnrolled is`, []string{"partnerEnrolled", "related"}},
		{"the customer came the day after", func(f *pricing.Transaction) { f.CustomerEnrolled = day("2019-05-02") }, pricing.ErrTransaction, "which customerEnrolled is", []string{"customerEnrolled", "related"}},
		{"an offer that is none", func(f *pricing.Transaction) { f.Offer = "MS-AZR-9999P" }, pricing.ErrOffer, `offer is "MS-AZR-9999P"`, []string{"offer"}},
		{"an offer that only the caller knows", func(f *pricing.Transaction) { f.Offer, f.Kind = "FABRIKAM-1", pricing.PreviousAzureOffer }, nil, "", nil},
		{"the kind of the offer, given beside it", func(f *pricing.Transaction) { f.Kind = pricing.PreviousAzureOffer }, nil, "", nil},
		{"another kind than the offer's", func(f *pricing.Transaction) { f.Kind = pricing.AzurePlanOffer }, pricing.ErrTransaction, `kind is "azurePlan`, []string{"offer"}},
		{"a relationship of old that is said to be new", func(f *pricing.Transaction) { f.RelationshipExisting = rules.No }, pricing.ErrTransaction, `relationshipExisting is "no"; want yes, as related is 2019-05-01`, []string{"related"}},
		{"a relationship of the first day of phase 1 that is said to be old", func(f *pricing.Transaction) { f.Related, f.RelationshipExisting = day("2021-07-21"), rules.Yes }, pricing.ErrTransaction, "want no, as related is 2021-07-21", []string{"related"}},
		{"of the day before", func(f *pricing.Transaction) { f.Related, f.RelationshipExisting = day("2021-07-20"), rules.Yes }, nil, "", nil},
		{"a relationship of old, and a new partner", func(f *pricing.Transaction) {
			f.PartnerEnrolled, f.PartnerExisting = terms.Day{}, rules.No
		}, pricing.ErrTransaction, `relationshipExisting is "yes"; want no, where partnerExisting is no`, []string{"partnerEnrolled", "related"}},
		{"a relationship of old, and nothing else", func(f *pricing.Transaction) { f.PartnerEnrolled, f.CustomerEnrolled = terms.Day{}, terms.Day{} }, nil, "", nil},
		{"a relationship of old, a new customer, and a partner of which nothing is given", func(f *pricing.Transaction) {
			f.PartnerEnrolled, f.CustomerEnrolled, f.CustomerExisting = terms.Day{}, terms.Day{}, rules.No
		}, pricing.ErrTransaction, "where customerExisting is no", []string{"partnerEnrolled", "customerEnrolled", "related"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := goingOn()
			tt.change(&facts)
			decision := pricing.MayTransact(day("2021-08-02"), facts)
			err := pricing.CheckTransaction(facts)
			if tt.condition == nil {
				require.NoError(t, err)
				assert.Equal(t, pricing.Permitted, decision.Outcome)
				return
			}
			require.ErrorIs(t, err, tt.condition)
			require.ErrorContains(t, err, tt.want)
			assert.Equal(t, rules.Undetermined, decision.Status, "nothing is permitted by it")
			assert.Equal(t, tt.missing, decision.Missing)
		})
	}
	facts := goingOn()
	facts.Offer, facts.PartnerEnrolled, facts.CustomerEnrolled = "none", day("2020-01-01"), day("2020-01-01")
	err := pricing.CheckTransaction(facts)
	for _, part := range []string{"not an offer", "which partnerEnrolled is", "which customerEnrolled is"} {
		require.ErrorContains(t, err, part, "everything at once")
	}
	require.NoError(t, pricing.CheckTransaction(pricing.Transaction{}), "what is not given is not wrong")
}
