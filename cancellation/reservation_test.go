package cancellation_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

func returned(day, commitment string) cancellation.ReservationReturn {
	return cancellation.ReservationReturn{Day: terms.MustParseDay(day), Commitment: money(commitment)}
}

func exchanged(day, commitment string) cancellation.ReservationReturn {
	r := returned(day, commitment)
	r.Exchange = true
	return r
}

func TestReservationPool(t *testing.T) {
	t.Parallel()
	type returns = []cancellation.ReservationReturn
	tests := []struct {
		name       string
		returns    returns
		day        string
		used, left string
		counted    int
	}{
		{"none", nil, "2024-01-01", "0.00 USD", "50000.00 USD", 0},
		{"one of 2,400 (W18)", returns{returned("2023-03-01", "2400 USD")}, "2023-03-01", "2400.00 USD", "47600.00 USD", 1},
		{"the day before", returns{returned("2023-03-01", "2400 USD")}, "2023-02-28", "0.00 USD", "50000.00 USD", 0},
		{"364 days later", returns{returned("2023-03-01", "2400 USD")}, "2024-02-28", "2400.00 USD", "47600.00 USD", 1},
		{"365 days later, which is leap day", returns{returned("2023-03-01", "2400 USD")}, "2024-02-29", "0.00 USD", "50000.00 USD", 0},
		{"many", returns{returned("2024-01-01", "20000 USD"), returned("2024-06-01", "29999.99 USD"), returned("2023-01-01", "50000 USD")}, "2024-07-01", "49999.99 USD", "0.01 USD", 2},
		{"all of it", returns{returned("2024-01-01", "50000 USD")}, "2024-07-01", "50000.00 USD", "0.00 USD", 1},
		{"more than there was", returns{returned("2024-01-01", "60000 USD")}, "2024-07-01", "60000.00 USD", "0.00 USD", 1},
		{"exchanges do not count", returns{exchanged("2024-01-01", "300000 USD"), returned("2024-01-01", "1 USD")}, "2024-07-01", "1.00 USD", "49999.00 USD", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			pool, err := cancellation.ReservationPool(tt.returns, terms.MustParseDay(tt.day))
			require.NoError(t, err)
			assert.Equal(t, tt.used, pool.Used.String())
			assert.Equal(t, tt.left, pool.Left.String())
			assert.Len(t, pool.Counted, tt.counted)
			requireRoundTrip(t, pool)
		})
	}
}

func TestPoolsThatAreRefused(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		given  cancellation.ReservationReturn
		day    terms.Day
		wanted string
	}{
		{"no day", returned("2024-01-01", "1 USD"), terms.Day{}, "day is not given"},
		{"a return without a day", cancellation.ReservationReturn{Commitment: money("1 USD")}, terms.MustParseDay("2024-01-01"), "returns/0/day is not given"},
		{"another currency", returned("2024-01-01", "1 EUR"), terms.MustParseDay("2024-01-01"), "returns/0/commitment is 1.00 EUR; want an amount of 0 or more in USD"},
		{"no amount", returned("2024-01-01", ""), terms.MustParseDay("2024-01-01"), "returns/0/commitment is not given"},
		{"below nothing", returned("2024-01-01", "-1 USD"), terms.MustParseDay("2024-01-01"), "returns/0/commitment is -1.00 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := cancellation.ReservationPool([]cancellation.ReservationReturn{tt.given}, tt.day)
			require.ErrorIs(t, err, cancellation.ErrRequest)
			require.ErrorContains(t, err, tt.wanted)
		})
	}
}

// By months, a year with a leap day has 366 days.
func TestTheOtherReadingOfTheYear(t *testing.T) {
	t.Parallel()
	house, err := cancellation.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "cautious", "figures": [
		{"timeline": "cancellation.reservation.year", "span": "../..", "value": "twelveMonths"},
		{"timeline": "cancellation.reservation.limit", "span": "../..", "value": {"amount": "1000", "currency": "USD"}}]}`))
	require.NoError(t, err)
	for day, left := range map[string]string{"2024-02-28": "400.00 USD", "2024-02-29": "400.00 USD", "2024-03-01": "1000.00 USD"} {
		pool, err := house.ReservationPool([]cancellation.ReservationReturn{returned("2023-03-01", "600 USD")}, terms.MustParseDay(day))
		require.NoError(t, err)
		assert.Equal(t, left, pool.Left.String(), day)
		assert.Equal(t, "Fabrikam", pool.Limit.Origin.Owner)
	}
}

func reservationOf(bill cancellation.Bill, opened string, change ...func(*cancellation.Request)) cancellation.ReservationRequest {
	return cancellation.ReservationRequest{Refund: cancellation.RefundRequest{Request: bought(reserved, opened, change...), Bill: bill}}
}

func TestCheckReservation(t *testing.T) {
	t.Parallel()
	monthlyPaid := plan("100 USD", 1, licensing.ThreeYears, licensing.Monthly)
	inAdvance := plan("36500 USD", 1, licensing.OneYear, licensing.Annual)
	with := func(r cancellation.ReservationRequest, change func(*cancellation.ReservationRequest)) cancellation.ReservationRequest {
		change(&r)
		return r
	}
	before := func(returns ...cancellation.ReservationReturn) func(*cancellation.ReservationRequest) {
		return func(r *cancellation.ReservationRequest) { r.Returns = returns }
	}
	priced := func(price string) func(*cancellation.ReservationRequest) {
		return func(r *cancellation.ReservationRequest) { r.CurrentPrice = money(price) }
	}
	tests := []struct {
		name                                string
		request                             cancellation.ReservationRequest
		at                                  string
		verdict                             cancellation.Verdict
		commitment, refunded, kept, poolWas string
	}{
		{"36 × 100 in the twelfth month: 24 payments are cancelled (W18); of the month 16 of 31 days come back", reservationOf(monthlyPaid, "2022-01-01"), "2022-12-16", isOpen, "2400.00 USD", "51.61 USD", "1148.39 USD", "50000.00 USD"},
		{"in advance: 100 a day, 265 days are left", reservationOf(inAdvance, "2022-01-01"), "2022-04-11", isOpen, "26500.00 USD", "26500.00 USD", "10000.00 USD", "50000.00 USD"},
		{"the last day: one day is left", reservationOf(inAdvance, "2024-07-10T09:00:00Z"), "2025-07-09T23:00:00Z", isOpen, "100.00 USD", "100.00 USD", "36400.00 USD", "50000.00 USD"},
		{"a lower price today: 265 days at 90", with(reservationOf(inAdvance, "2022-01-01"), priced("32850 USD")), "2022-04-11", isOpen, "23850.00 USD", "23850.00 USD", "12650.00 USD", "50000.00 USD"},
		{"a higher price today changes nothing", with(reservationOf(inAdvance, "2022-01-01"), priced("40000 USD")), "2022-04-11", isOpen, "26500.00 USD", "26500.00 USD", "10000.00 USD", "50000.00 USD"},
		{"the limit just suffices", with(reservationOf(inAdvance, "2022-01-01"), before(returned("2022-02-01", "23500 USD"))), "2022-04-11", isOpen, "26500.00 USD", "26500.00 USD", "10000.00 USD", "26500.00 USD"},
		{"a cent too little: nothing comes back", with(reservationOf(inAdvance, "2022-01-01"), before(returned("2022-02-01", "23500.01 USD"))), "2022-04-11", refused, "26500.00 USD", "0.00 USD", "36500.00 USD", "26499.99 USD"},
		{"a cent too little, but in exchange", with(reservationOf(inAdvance, "2022-01-01"), before(exchanged("2022-02-01", "23500.01 USD"))), "2022-04-11", isOpen, "26500.00 USD", "26500.00 USD", "10000.00 USD", "50000.00 USD"},
		{"a plan of SUSE", reservationOf(inAdvance, "2022-01-01", linux(rules.Yes)), "2022-04-11", never, "0.00 USD", "0.00 USD", "36500.00 USD", "50000.00 USD"},
		{"nobody knows whether it is final", reservationOf(inAdvance, "2022-01-01", final(rules.Unknown)), "2022-04-11", undetermined, "", "", "", "50000.00 USD"},
		{"no admin agent", reservationOf(inAdvance, "2022-01-01", adminAgent(rules.No)), "2022-04-11", refused, "26500.00 USD", "26500.00 USD", "10000.00 USD", "50000.00 USD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.CheckReservation(tt.request, at(tt.at))
			require.NoError(t, err)
			assert.Equal(t, tt.verdict, answer.Verdict)
			assert.Equal(t, tt.commitment, answer.Commitment.String())
			assert.Equal(t, tt.refunded, answer.Refund.Refunded.String())
			assert.Equal(t, tt.kept, answer.Refund.Kept.String())
			assert.Equal(t, tt.poolWas, answer.Pool.Left.String())
			requireRoundTrip(t, answer)
			requireRoundTrip(t, tt.request)
		})
	}
}

func TestTheFee(t *testing.T) {
	t.Parallel()
	request := reservationOf(plan("36500 USD", 1, licensing.OneYear, licensing.Annual), "2022-01-01")
	answer, err := cancellation.CheckReservation(request, at("2022-04-11"))
	require.NoError(t, err)
	assert.Equal(t, "0.00 USD", answer.Fee.String())
	last := answer.Refund.Alternatives[len(answer.Refund.Alternatives)-1]
	assert.Equal(t, "cancellation.reservation.fee 12% 23320.00 USD", last.Timeline+" "+last.Says+" "+last.Refunded.String(), "26,500 less 3,180")

	charged, err := cancellation.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "it is charged now", "figures": [{"timeline": "cancellation.reservation.fee", "span": "../..", "value": "12%"}]}`))
	require.NoError(t, err)
	answer, err = charged.CheckReservation(request, at("2022-04-11"))
	require.NoError(t, err)
	assert.Equal(t, "3180.00 USD", answer.Fee.String())
	assert.Equal(t, "23320.00 USD", answer.Refund.Refunded.String())
	assert.Equal(t, "13180.00 USD", answer.Refund.Kept.String())
	assert.Equal(t, "26500.00 USD", answer.Commitment.String(), "the fee does not change what is cancelled")
	assert.Equal(t, "Fabrikam", answer.FeeRate.Origin.Owner)
	requireRoundTrip(t, answer)

	early, err := cancellation.ReservationFee(terms.MustParseDay("2020-02-11"))
	require.NoError(t, err)
	late, err := cancellation.ReservationFee(terms.MustParseDay("2020-02-12"))
	require.NoError(t, err)
	assert.NotEqual(t, early.Others[0].Text, late.Others[0].Text)
}

// Nothing of a refused return is money, nor open, in any reading that refuses it as well.
func TestRefusedReservations(t *testing.T) {
	t.Parallel()
	request := reservationOf(plan("36500 USD", 1, licensing.OneYear, licensing.Annual), "2022-01-01")
	request.Returns = []cancellation.ReservationReturn{returned("2022-02-01", "23500.01 USD")}
	answer, err := cancellation.CheckReservation(request, at("2022-04-11"))
	require.NoError(t, err)
	assert.Equal(t, refused, answer.Verdict)
	assert.Equal(t, refused, answer.Refund.Answer.Verdict)
	assert.True(t, answer.Refund.Credit.Equal(pricing.ChargeLine{}))
	assert.True(t, answer.Refund.InvoiceDays.IsZero())
	assert.Empty(t, answer.Refund.Alternatives, "neither the fee nor the months change that")
	assert.True(t, answer.Stake().IsZero())
	assert.True(t, answer.Refund.Stake().IsZero())
	requireRoundTrip(t, answer)

	request.Refund.Request.Asker.AdminAgent = rules.Unknown
	answer, err = cancellation.CheckReservation(request, at("2022-04-11"))
	require.NoError(t, err)
	assert.Equal(t, refused, answer.Verdict, "whoever asks")
	assert.Empty(t, answer.Refund.Answer.Missing)

	request.Refund.Request.AllowedUntil = cancellation.Allowed(at("2022-12-31"))
	answer, err = cancellation.CheckReservation(request, at("2022-04-11"))
	require.NoError(t, err)
	byRules, ok := answer.Refund.Answer.ByRules()
	assert.True(t, ok)
	assert.Equal(t, refused, byRules.Verdict)
}

// A return of 1 March 2023 counts for 365 days, to 28 February 2024; by months it counts on the 29th, too.
func TestTheYearIsAnAlternative(t *testing.T) {
	t.Parallel()
	request := reservationOf(plan("36500 USD", 1, licensing.OneYear, licensing.Annual), "2024-01-01")
	request.Returns = []cancellation.ReservationReturn{returned("2023-03-01", "50000 USD")}
	tests := []struct {
		name, at    string
		verdict     cancellation.Verdict
		byMonths    string // what comes back by the other reading of the year; empty where it is the same
		isRefunding bool
	}{
		{"the last of 365 days", "2024-02-28", refused, "", false},
		{"the day after, which is within twelve months", "2024-02-29", isOpen, "0.00 USD", true},
		{"the day after that", "2024-03-01", isOpen, "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.CheckReservation(request, at(tt.at))
			require.NoError(t, err)
			assert.Equal(t, tt.verdict, answer.Verdict)
			assert.Equal(t, tt.isRefunding, answer.Refund.Refunded.Sign() > 0)
			byMonths := ""
			for _, other := range answer.Refund.Alternatives {
				if other.Timeline == "cancellation.reservation.year" {
					assert.Equal(t, "twelveMonths", other.Says)
					byMonths = other.Refunded.String()
				}
			}
			assert.Equal(t, tt.byMonths, byMonths)
		})
	}
}

// A fee that is charged is taken off in every reading.
func TestTheFeeOfAlternatives(t *testing.T) {
	t.Parallel()
	charged, err := cancellation.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "it is charged now", "figures": [{"timeline": "cancellation.reservation.fee", "span": "../..", "value": "12%"}]}`))
	require.NoError(t, err)
	request := reservationOf(plan("36500 USD", 1, licensing.OneYear, licensing.Annual), "2022-01-01", allowed("2022-12-31"))
	plain, err := cancellation.CheckReservation(request, at("2022-04-11"))
	require.NoError(t, err)
	less, err := charged.CheckReservation(request, at("2022-04-11"))
	require.NoError(t, err)
	assert.Len(t, plain.Refund.Alternatives, 1, "the fee that may come")
	assert.Empty(t, less.Refund.Alternatives, "a team's own fee has no other reading")
	assert.Equal(t, "23320.00 USD", less.Refund.Refunded.String())

	switchedOff, err := cancellation.Published().EditReturn(rules.Edit[cancellation.ReturnFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "agreed", SwitchOff: []rules.ID{"cancellation.return.within"},
	})
	require.NoError(t, err)
	_, err = switchedOff.CheckReservation(request, at("2022-04-11"))
	require.ErrorIs(t, err, rules.ErrNoRule, "a rule switched off permits nothing")
}

func TestReservationsInOtherCurrencies(t *testing.T) {
	t.Parallel()
	request := reservationOf(plan("36500 EUR", 1, licensing.OneYear, licensing.Annual), "2022-01-01")
	_, err := cancellation.CheckReservation(request, at("2022-04-11"))
	require.ErrorContains(t, err, "limitRate is not given; want a rate from EUR to USD")
	request.LimitRate, err = pricing.NewPCToBC(terms.EUR, terms.USD, terms.MustParseMoney("1.1 USD").Amount())
	require.NoError(t, err)
	answer, err := cancellation.CheckReservation(request, at("2022-04-11"))
	require.NoError(t, err)
	assert.Equal(t, "29150.00 USD", answer.Commitment.String(), "26,500 × 1.1")
	assert.Equal(t, "26500.00 EUR", answer.Refund.Refunded.String())
	request.LimitRate, err = pricing.NewPCToBC(terms.SEK, terms.USD, terms.MustParseMoney("1.1 USD").Amount())
	require.NoError(t, err)
	_, err = cancellation.CheckReservation(request, at("2022-04-11"))
	require.ErrorIs(t, err, pricing.ErrRate)
}

func TestReservationsThatAreRefused(t *testing.T) {
	t.Parallel()
	good := reservationOf(plan("100 USD", 1, licensing.OneYear, licensing.Monthly), "2022-01-01")
	tests := []struct {
		name, want string
		change     func(*cancellation.ReservationRequest)
	}{
		{"another product", "refund/request/purchase/product is licenseBased; want reservation", func(r *cancellation.ReservationRequest) { r.Refund.Request.Purchase.Product = seats }},
		{"a price in another currency", "currentPrice is 1.00 EUR", func(r *cancellation.ReservationRequest) { r.CurrentPrice = money("1 EUR") }},
		{"a price below nothing", "currentPrice is -1.00 USD", func(r *cancellation.ReservationRequest) { r.CurrentPrice = money("-1 USD") }},
		{"a bill that makes no sense", "refund/bill/unitPrice", func(r *cancellation.ReservationRequest) { r.Refund.Bill = cancellation.Bill{} }},
		{"a return that makes no sense", "returns/0/day", func(r *cancellation.ReservationRequest) { r.Returns = make([]cancellation.ReservationReturn, 1) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			request := good
			tt.change(&request)
			answer, err := cancellation.CheckReservation(request, at("2022-04-11"))
			require.ErrorContains(t, err, tt.want)
			assert.True(t, answer.Equal(cancellation.ReservationAnswer{}))
		})
	}
}

func TestMayExchange(t *testing.T) {
	t.Parallel()
	good := cancellation.ExchangeFacts{
		SameType: rules.Yes, CoversRemaining: rules.Yes, LinuxPlan: rules.No, FinalPlan: rules.No,
		Purchased: terms.MustParseDay("2027-02-01"), SavingsPlanCovers: rules.No,
	}
	tests := []struct {
		name   string
		change func(*cancellation.ExchangeFacts)
		want   rules.Truth
		asks   []string
	}{
		{"of the same type and for as much", func(*cancellation.ExchangeFacts) {}, rules.Yes, nil},
		{"of another type", func(f *cancellation.ExchangeFacts) { f.SameType = rules.No }, rules.No, nil},
		{"for less", func(f *cancellation.ExchangeFacts) { f.CoversRemaining = rules.No }, rules.No, nil},
		{"a plan of Red Hat", func(f *cancellation.ExchangeFacts) { f.LinuxPlan = rules.Yes }, rules.No, nil},
		{"another final plan", func(f *cancellation.ExchangeFacts) { f.FinalPlan = rules.Yes }, rules.No, nil},
		{"a virtual machine bought on 1 February 2027", func(f *cancellation.ExchangeFacts) { f.SavingsPlanCovers = rules.Yes }, rules.No, nil},
		{"bought the day before", func(f *cancellation.ExchangeFacts) {
			f.SavingsPlanCovers, f.Purchased = rules.Yes, terms.MustParseDay("2027-01-31")
		}, rules.Yes, nil},
		{"nobody knows when, of a virtual machine", func(f *cancellation.ExchangeFacts) {
			f.SavingsPlanCovers, f.Purchased = rules.Yes, terms.Day{}
		}, rules.Unknown, []string{"purchased"}},
		{"nobody knows when, of what no savings plan supports", func(f *cancellation.ExchangeFacts) { f.Purchased = terms.Day{} }, rules.Yes, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			facts := good
			tt.change(&facts)
			d := cancellation.MayExchange(terms.MustParseDay("2027-06-01"), facts)
			assert.Equal(t, tt.want, d.Outcome)
			assert.Equal(t, tt.asks, d.Missing)
		})
	}
}

// A reservation of 100 a month for three years, exchanged after the 18th payment, needs one of 1,800 or more.
func TestCovers(t *testing.T) {
	t.Parallel()
	answer, err := cancellation.CheckReservation(reservationOf(plan("100 USD", 1, licensing.ThreeYears, licensing.Monthly), "2022-01-01"), at("2023-06-15"))
	require.NoError(t, err)
	assert.Equal(t, rules.Yes, answer.Covers(money("1800 USD")))
	assert.Equal(t, rules.No, answer.Covers(money("1799.99 USD")))
	assert.Equal(t, rules.Unknown, answer.Covers(money("1800 EUR")))
	assert.Equal(t, rules.Unknown, answer.Covers(terms.Money{}))
	assert.Equal(t, rules.Unknown, cancellation.ReservationAnswer{}.Covers(money("1800 USD")))
}

func TestEditsOfReservations(t *testing.T) {
	t.Parallel()
	day := terms.MustParseDay("2024-01-01")
	r, err := cancellation.Published().EditReturn(rules.Edit[cancellation.ReturnFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "agreed", SwitchOff: []rules.ID{"cancellation.return.beyond"},
	})
	require.NoError(t, err)
	require.ErrorIs(t, r.MayReturn(day, cancellation.ReturnFacts{WithinLimit: rules.No}).Err(), rules.ErrNoRule)
	r, err = cancellation.Published().EditExchange(rules.Edit[cancellation.ExchangeFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "agreed", SwitchOff: []rules.ID{"cancellation.exchange.linux"},
	})
	require.NoError(t, err)
	linuxPlan := cancellation.ExchangeFacts{SameType: rules.Yes, CoversRemaining: rules.Yes, LinuxPlan: rules.Yes, FinalPlan: rules.No, Purchased: day}
	assert.Equal(t, rules.Yes, r.MayExchange(day, linuxPlan).Outcome)
	_, err = cancellation.Published().EditExchange(rules.Edit[cancellation.ExchangeFacts, rules.Truth]{Owner: "Fabrikam"})
	require.Error(t, err)
}

// What is used and what is left are the limit as long as no more was used; and no return counts for ever.
func TestPoolsAddUp(t *testing.T) {
	t.Parallel()
	first := terms.MustParseDay("2023-01-01")
	rapid.Check(t, func(t *rapid.T) {
		var returns []cancellation.ReservationReturn
		for range rapid.IntRange(0, 6).Draw(t, "returns") {
			returns = append(returns, cancellation.ReservationReturn{
				Day: first.AddDays(rapid.IntRange(0, 800).Draw(t, "day")), Commitment: money(rapid.SampledFrom([]string{"0 USD", "0.01 USD", "9999.99 USD", "50000 USD"}).Draw(t, "amount")),
				Exchange: rapid.Bool().Draw(t, "exchange"),
			})
		}
		day := first.AddDays(rapid.IntRange(0, 1600).Draw(t, "asked"))
		pool, err := cancellation.ReservationPool(returns, day)
		require.NoError(t, err)
		total, err := pool.Used.Add(pool.Left)
		require.NoError(t, err)
		order, err := total.Cmp(pool.Limit.Value)
		require.NoError(t, err)
		require.GreaterOrEqual(t, order, 0)
		if pool.Left.Sign() > 0 {
			require.Zero(t, order)
		}
		if day.Sub(first) > 800+365 {
			require.Zero(t, pool.Used.Sign())
		}
	})
}
