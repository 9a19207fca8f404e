package credit_test

import (
	"encoding/json"
	"flag"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulestest"
)

var update = flag.Bool("update", false, "write the golden files")

func TestSets(t *testing.T) {
	r := credit.Published()
	t.Run("top-up", func(t *testing.T) { checkSet(t, "topup", r.TopUpSet(), samples.CreditTopUp()) })
	t.Run("alert", func(t *testing.T) { checkSet(t, "alert", r.AlertSetupSet(), samples.CreditAlert()) })
	t.Run("attachment", func(t *testing.T) { checkSet(t, "attachment", r.AttachmentSet(), samples.CreditAttachment()) })
	t.Run("combination", func(t *testing.T) { checkSet(t, "combination", r.CombinationSet(), samples.CreditCombination()) })
}

// checkSet looks for everything that can be wrong with a set, and for answers that have changed.
func checkSet[In any, Out comparable](t *testing.T, name string, set *rules.Set[In, Out], facts rulestest.Samples[In]) {
	t.Helper()
	rulestest.Check(t, set, facts)
	rulestest.Golden(t, "testdata/"+name+".golden", rulestest.Fingerprint(set, facts), *update)
}

// spoke gives the rules that spoke.
func spoke[Out comparable](d rules.Decision[Out]) []rules.ID {
	var by []rules.ID
	for _, f := range d.Findings {
		by = append(by, f.Rule)
	}
	return by
}

// requireReadsBack writes an answer as JSON and reads it the strict way.
func requireReadsBack[T interface{ Equal(other T) bool }](t *testing.T, answer T) {
	t.Helper()
	text, err := json.Marshal(answer)
	require.NoError(t, err)
	var back T
	require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back), "%s", text)
	require.True(t, answer.Equal(back), "it reads back from %s", text)
}

func TestMayTopUp(t *testing.T) {
	const (
		card   = "credit.topup.card"
		order  = "credit.topup.order"
		market = "credit.topup.market"
		before = "credit.topup.before"
	)
	tests := []struct {
		name       string
		day        string
		market     string
		runningOut rules.Truth
		want       rules.Truth
		by         []rules.ID
		missing    []string
	}{
		{"about to run out in Sweden", "2015-06-01", "SE", rules.Yes, rules.Yes, []rules.ID{card}, nil},
		{"in Canada, which is excepted", "2015-06-01", "CA", rules.Yes, rules.No, []rules.ID{card, market}, nil},
		{"in the United States, which is not", "2015-06-01", "US", rules.Yes, rules.Yes, []rules.ID{card}, nil},
		{"with time to order", "2015-06-01", "SE", rules.No, rules.No, []rules.ID{order}, nil},
		{"with time to order in Canada", "2015-06-01", "CA", rules.No, rules.No, []rules.ID{order, market}, nil},
		{"about to run out nobody says where", "2015-06-01", "", rules.Yes, 0, nil, []string{"market"}},
		{"with time to order it does not matter where", "2015-06-01", "", rules.No, rules.No, []rules.ID{order}, nil},
		{"in Canada it does not matter when", "2015-06-01", "CA", 0, rules.No, []rules.ID{market}, nil},
		{"in Sweden it does", "2015-06-01", "SE", 0, 0, nil, []string{"runningOut"}},
		{"of which nothing is known", "2015-06-01", "", 0, 0, nil, []string{"runningOut", "market"}},
		{"the day before Azure was sold through Open", "2014-07-31", "SE", rules.Yes, rules.No, []rules.ID{before}, nil},
		{"the first day", "2014-08-01", "SE", rules.Yes, rules.Yes, []rules.ID{card}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			wish := credit.CardTopUp{RunningOut: tt.runningOut}
			if tt.market != "" {
				wish.Market = markets.MustParseMarket(tt.market)
			}
			answer := credit.MayTopUp(day(tt.day), wish)
			assert.Equal(t, tt.want, answer.Decision.Outcome)
			assert.Subset(t, spoke(answer.Decision), tt.by)
			assert.Equal(t, tt.missing, answer.Decision.Missing)
			requireReadsBack(t, answer)
		})
	}
	for _, code := range []string{"AZ", "BY", "BR", "CA", "JP", "KZ", "KR", "RU", "TW", "UA"} {
		t.Run("not in "+code, func(t *testing.T) {
			answer := credit.MayTopUp(day("2020-01-01"), credit.CardTopUp{Market: markets.MustParseMarket(code), RunningOut: rules.Yes})
			require.Equal(t, rules.No, answer.Decision.Outcome)
			require.Equal(t, rules.No, answer.Market.Outcome)
			for _, f := range answer.Decision.Findings {
				if f.Rule == market {
					require.Equal(t, []rules.Arg{rules.MarketArg("market", code)}, f.Args)
				}
			}
		})
	}
	t.Run("no day", func(t *testing.T) {
		answer := credit.MayTopUp(terms.Day{}, credit.CardTopUp{Market: markets.MustParseMarket("SE"), RunningOut: rules.Yes})
		require.ErrorIs(t, answer.Decision.Err(), rules.ErrDay)
	})
}

func TestRunningOut(t *testing.T) {
	// 100 USD at 10 a day from 11 June run out on 20 June.
	s := story{lots: lots{token("L1", "100 USD", "2023-01-01")}}
	tests := []struct {
		name    string
		outlook credit.Outlook
		want    rules.Truth
	}{
		{"a lead of ten days is in time", outlook("10 USD", 1, 10), rules.No},
		{"a lead of eleven days is not", outlook("10 USD", 1, 11), rules.Yes},
		{"nobody says what a unit is", credit.Outlook{Rate: credit.Rate{Amount: usd("10"), Days: 1}, LeadDays: 11}, rules.Unknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			forecast, err := s.until(t, "2023-06-10").Forecast(tt.outlook)
			require.NoError(t, err)
			require.Equal(t, tt.want, forecast.RunningOut())
		})
	}
	t.Run("credit that does not run out", func(t *testing.T) {
		unending := story{policy: policy(credit.TopUpUnending), lots: lots{lot(credit.TopUp, "T", "100 USD", "2023-01-01")}}
		forecast, err := unending.until(t, "2023-06-10").Forecast(outlook("0 USD", 1, 300))
		require.NoError(t, err)
		require.Equal(t, rules.No, forecast.RunningOut())
	})
}

func TestAfterAttachment(t *testing.T) {
	const (
		void   = "credit.attachment.void"
		usedUp = "credit.attachment.usedUp"
		none   = "credit.attachment.none"
		useUp  = "credit.attachment.advice.useUp"
		review = "credit.attachment.advice.review"
	)
	tests := []struct {
		name     string
		attached rules.Truth
		left     string
		want     credit.Fate
		by       []rules.ID
		missing  []string
	}{
		{"with credit left", rules.Yes, "40 USD", credit.CreditVoided, []rules.ID{void, useUp, review}, nil},
		{"with a cent left", rules.Yes, "0.01 USD", credit.CreditVoided, []rules.ID{void, useUp, review}, nil},
		{"with nothing left", rules.Yes, "0 USD", credit.NoCreditLeft, []rules.ID{usedUp, review}, nil},
		{"not attached", rules.No, "40 USD", credit.CreditKept, []rules.ID{none}, nil},
		{"not attached, whatever is left", rules.No, "", credit.CreditKept, []rules.ID{none}, nil},
		{"attached, and nobody says what is left", rules.Yes, "", 0, []rules.ID{review}, []string{"left"}},
		{"nobody says whether it is attached", 0, "40 USD", 0, nil, []string{"attached"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts := credit.Attachment{Attached: tt.attached}
			if tt.left != "" {
				facts.Left = terms.MustParseMoney(tt.left)
			}
			decision := credit.AfterAttachment(day("2020-01-01"), facts)
			assert.Equal(t, tt.want, decision.Outcome)
			assert.Subset(t, spoke(decision), tt.by)
			assert.Equal(t, tt.missing, decision.Missing)
			requireReadsBack(t, decision)
			requireReadsBack(t, facts)
		})
	}
	t.Run("what the answer says is what a forfeit does", func(t *testing.T) {
		s := story{lots: lots{token("L1", "100 USD", "2023-01-01")}, events: events{use("u", "2023-02-01", "60 USD")}}
		left := s.until(t, "2023-06-01").Balance()
		decision := credit.AfterAttachment(day("2023-06-01"), credit.Attachment{Attached: rules.Yes, Left: left})
		require.Equal(t, credit.CreditVoided, decision.Outcome)
		require.Equal(t, []rules.Arg{rules.MoneyArg("left", usd("40"))}, decision.Findings[0].Args)
		s.events = append(s.events, forfeit("ea", "2023-06-01"))
		lot, _ := s.until(t, "2023-06-01").Lot("L1")
		require.True(t, lot.Forfeited.Equal(left))
	})
}

func TestMayCombine(t *testing.T) {
	offers := []credit.Offer{
		credit.OfferEnterpriseAgreement, credit.OfferCloudSolutionProvider, credit.OfferAzureInOpen, credit.OfferAzurePass,
		credit.OfferActionPack, credit.OfferMonthlyCredit, credit.OfferOther,
	}
	for _, offer := range offers {
		t.Run(offer.String(), func(t *testing.T) {
			refused := credit.MayCombine(day("2021-01-28"), credit.Combination{With: offer, SameUser: rules.Yes})
			require.Equal(t, rules.No, refused.Outcome)
			require.Equal(t, []rules.ID{"credit.combination.refused"}, spoke(refused))
			apart := credit.MayCombine(day("2021-01-28"), credit.Combination{With: offer, SameUser: rules.No})
			require.Equal(t, rules.Yes, apart.Outcome)
			unknown := credit.MayCombine(day("2021-01-28"), credit.Combination{With: offer})
			require.Equal(t, []string{"sameUser"}, unknown.Missing)
			requireReadsBack(t, refused)
		})
	}
	t.Run("no other offer, whoever has it", func(t *testing.T) {
		alone := credit.MayCombine(day("2021-01-28"), credit.Combination{With: credit.NoOffer})
		require.Equal(t, rules.Yes, alone.Outcome)
	})
	t.Run("nobody says which offer, and it is another user's", func(t *testing.T) {
		other := credit.MayCombine(day("2021-01-28"), credit.Combination{SameUser: rules.No})
		require.Equal(t, rules.Yes, other.Outcome)
	})
	t.Run("nobody says anything", func(t *testing.T) {
		unknown := credit.MayCombine(day("2021-01-28"), credit.Combination{})
		require.ErrorIs(t, unknown.Err(), rules.ErrUndetermined)
	})
}

func TestMayConfigureAlert(t *testing.T) {
	good := credit.AlertSetup{Alerts: 1, Recipients: 1, Watches: credit.WatchSubscriptionCredit, NameTaken: rules.No, AmountTaken: rules.No}
	const (
		subscription = "credit.alert.subscription"
		token        = "credit.alert.token"
		number       = "credit.alert.number"
		recipients   = "credit.alert.recipients"
		name         = "credit.alert.name"
		amount       = "credit.alert.amount"
	)
	tests := []struct {
		name    string
		change  func(*credit.AlertSetup)
		want    rules.Truth
		by      []rules.ID
		missing []string
	}{
		{"the first alert, to one address", func(*credit.AlertSetup) {}, rules.Yes, []rules.ID{subscription}, nil},
		{"the fifth", func(a *credit.AlertSetup) { a.Alerts = 5 }, rules.Yes, []rules.ID{subscription}, nil},
		{"a sixth", func(a *credit.AlertSetup) { a.Alerts = 6 }, rules.No, []rules.ID{subscription, number}, nil},
		{"to two addresses", func(a *credit.AlertSetup) { a.Recipients = 2 }, rules.Yes, []rules.ID{subscription}, nil},
		{"to a third", func(a *credit.AlertSetup) { a.Recipients = 3 }, rules.No, []rules.ID{subscription, recipients}, nil},
		{"on a token's credit", func(a *credit.AlertSetup) { a.Watches = credit.WatchTokenCredit }, rules.No, []rules.ID{token}, nil},
		{"on a token's expiry", func(a *credit.AlertSetup) { a.Watches = credit.WatchTokenExpiry }, rules.No, []rules.ID{token}, nil},
		{"by a name that is taken", func(a *credit.AlertSetup) { a.NameTaken = rules.Yes }, rules.No, []rules.ID{subscription, name}, nil},
		{"at an amount that is taken", func(a *credit.AlertSetup) { a.AmountTaken = rules.Yes }, rules.No, []rules.ID{subscription, amount}, nil},
		{"nobody says how many there are", func(a *credit.AlertSetup) { a.Alerts = 0 }, 0, nil, []string{"alerts"}},
		{"nobody says to whom", func(a *credit.AlertSetup) { a.Recipients = -1 }, 0, nil, []string{"recipients"}},
		{"nobody says on what", func(a *credit.AlertSetup) { a.Watches = 0 }, 0, nil, []string{"watches"}},
		{"a sixth, whatever else", func(a *credit.AlertSetup) { *a = credit.AlertSetup{Alerts: 6} }, rules.No, []rules.ID{number}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			setup := good
			tt.change(&setup)
			answer := credit.MayConfigureAlert(day("2020-01-01"), setup)
			assert.Equal(t, tt.want, answer.Decision.Outcome)
			assert.Subset(t, spoke(answer.Decision), tt.by)
			assert.Equal(t, tt.missing, answer.Decision.Missing)
			assert.Equal(t, credit.Count(5), answer.Alerts.Value)
			assert.Equal(t, credit.Count(2), answer.Recipients.Value)
			requireReadsBack(t, answer)
		})
	}
	t.Run("no day", func(t *testing.T) {
		require.ErrorIs(t, credit.MayConfigureAlert(terms.Day{}, good).Decision.Err(), rules.ErrDay)
	})
	t.Run("answers that differ in a figure", func(t *testing.T) {
		answer := credit.MayConfigureAlert(day("2020-01-01"), good)
		other := answer
		other.Alerts.Value = 6
		require.False(t, answer.Equal(other))
	})
}

func TestFiguresOfTheRules(t *testing.T) {
	r, on := credit.Published(), day("2020-01-01")
	term, err := r.Term().On(on)
	require.NoError(t, err)
	low, err := r.LowCredit().On(on)
	require.NoError(t, err)
	notice, err := r.Notice().On(on)
	require.NoError(t, err)
	retention, err := r.Retention().On(on)
	require.NoError(t, err)
	alerts, err := r.AlertLimit().On(on)
	require.NoError(t, err)
	recipients, err := r.RecipientLimit().On(on)
	require.NoError(t, err)
	require.Equal(t, "P12M 30 P30D P90D 5 2", strings.Join([]string{
		term.Value.String(), text(t, low.Value), notice.Value.String(), retention.Value.String(), text(t, alerts.Value), text(t, recipients.Value),
	}, " "))
	unit, err := r.Unit().On(on)
	require.NoError(t, err)
	require.Equal(t, []terms.Money{usd("100")}, unit.Value.List())
	require.Len(t, unit.Others, 3, "rupees, yen and euros are on record, and none is believed")
	monthly, err := r.MonthlyCredit().On(on)
	require.NoError(t, err)
	require.Equal(t, []terms.Money{usd("100")}, monthly.Value.List())
	bulk, err := r.BulkCredit().On(day("2023-09-18"))
	require.NoError(t, err)
	require.Equal(t, []terms.Money{usd("6000"), usd("12000"), usd("13000")}, bulk.Value.List())
	require.Empty(t, bulk.Others)
	bulk, err = r.BulkCredit().On(day("2023-09-19"))
	require.NoError(t, err)
	require.Equal(t, []terms.Money{usd("6000")}, bulk.Others[0].Value.List())
}

func text(t *testing.T, v any) string {
	t.Helper()
	made, err := json.Marshal(v)
	require.NoError(t, err)
	return string(made)
}

func TestFiguresThatAreNone(t *testing.T) {
	for _, value := range []string{"0", "101", "-1", "1.5", `"30"`, "null", "[30]"} {
		t.Run(value, func(t *testing.T) {
			percent, count := credit.Percent(30), credit.Count(5)
			require.Error(t, terms.Decode(strings.NewReader(value), &percent))
			require.Error(t, terms.Decode(strings.NewReader(value), &count))
			require.Equal(t, credit.Percent(30), percent)
			require.Equal(t, credit.Count(5), count)
		})
	}
	for _, value := range []string{"[]", "null", `[{"amount": "0", "currency": "USD"}]`, `[{"amount": "-1", "currency": "USD"}]`, "[null]", "30"} {
		t.Run("amounts "+value, func(t *testing.T) {
			amounts, err := credit.NewAmounts(usd("1"))
			require.NoError(t, err)
			require.Error(t, terms.Decode(strings.NewReader(value), &amounts))
			require.Equal(t, []terms.Money{usd("1")}, amounts.List())
		})
	}
	t.Run("a list is a copy", func(t *testing.T) {
		given := []terms.Money{usd("1"), usd("2")}
		amounts, err := credit.NewAmounts(given...)
		require.NoError(t, err)
		given[0], amounts.List()[1] = usd("9"), usd("9")
		require.Equal(t, []terms.Money{usd("1"), usd("2")}, amounts.List())
		same, err := credit.NewAmounts(usd("1.00"), usd("2"))
		require.NoError(t, err)
		require.True(t, amounts.Equal(same))
		requireReadsBack(t, amounts)
	})
}
