package pricing_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

func TestModes(t *testing.T) {
	tests := []struct {
		in                   string
		places               int
		zero, floor, nearest string
	}{
		{"2.348", 2, "2.34", "2.34", "2.35"},
		{"-2.348", 2, "-2.34", "-2.35", "-2.35"},
		{"2.345", 2, "2.34", "2.34", "2.35"},
		{"-2.345", 2, "-2.34", "-2.35", "-2.35"},
		{"2.3449999", 2, "2.34", "2.34", "2.34"},
		{"-2.341", 2, "-2.34", "-2.35", "-2.34"},
		{"2.34", 2, "2.34", "2.34", "2.34"},
		{"-2.34", 2, "-2.34", "-2.34", "-2.34"},
		{"0.5", 0, "0", "0", "1"},
		{"-0.5", 0, "0", "-1", "-1"},
		{"9223372036854780000.9", 0, "9223372036854780000", "9223372036854780000", "9223372036854780001"},
		{"7", 28, "7", "7", "7"},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			for mode, want := range map[pricing.Mode]string{
				pricing.TowardsZero: tt.zero, pricing.Floor: tt.floor, pricing.HalfAwayFromZero: tt.nearest,
			} {
				got, err := mode.Round(number(tt.in), tt.places)
				require.NoError(t, err)
				assert.True(t, got.Equal(number(want)), "%s: %s, wanted %s", mode, got, want)
			}
		})
	}
	_, err := pricing.Mode(0).Round(number("1"), 2)
	require.ErrorIs(t, err, pricing.ErrNotGiven)
	for _, places := range []int{-1, 29} {
		_, err = pricing.Floor.Round(number("1"), places)
		require.ErrorIs(t, err, pricing.ErrNotGiven)
	}
	_, err = pricing.Floor.Round(decimal.New(1, 1e8), 2)
	require.ErrorIs(t, err, terms.ErrDecimalRange)
}

// seats gives a line of seats for days of days.
func seats(unit, quantity string, units, of int) pricing.Line {
	return pricing.Line{UnitPrice: money(unit), Quantity: number(quantity), Part: pricing.Part{Units: units, Of: of}}
}

func at(l pricing.Line, rate pricing.ExchangeRate) pricing.Line {
	l.Rate = rate
	return l
}

func back(l pricing.Line) pricing.Line {
	l.Credit = true
	return l
}

func less(l pricing.Line, percent string) pricing.Line {
	l.Discount = pricing.MustParsePercent(percent)
	return l
}

// usdToEUR is the rate of the sample of a reconciliation file.
func usdToEUR(t require.TestingT) pricing.ExchangeRate {
	r, err := pricing.NewPCToBC(terms.USD, terms.EUR, number("0.846202666"))
	require.NoError(t, err)
	return r
}

func TestSubtotal(t *testing.T) {
	eur := usdToEUR(t)
	units := func(unit, quantity string) pricing.Line {
		return pricing.Line{UnitPrice: money(unit), Quantity: number(quantity)}
	}
	tests := []struct {
		name         string
		rule         pricing.RoundingRule
		line         pricing.Line
		each, amount string
	}{
		{"R1: 0.868 × 0.85 × 29 = 21.3962", pricing.UsageDown, less(units("0.868 USD", "29"), "15%"), "", "21.39 USD"},
		{"R1 rounds before the exchange: 21.39 × 0.846202666 = 18.10027…", pricing.UsageDown, at(less(units("0.868 USD", "29"), "15%"), eur), "", "18.10 EUR"},
		{"and after it: 0.99 → 0.99 × 0.846202666 = 0.83774…", pricing.UsageDown, at(units("0.999 USD", "1"), eur), "", "0.83 EUR"},
		{"R3 once, at the end: 0.999 × 0.846202666 = 0.84535…", pricing.DailyFloor, at(units("0.999 USD", "1"), eur), "", "0.84 EUR"},
		{"R3 of a credit is the lower: −0.845… is −0.85", pricing.DailyFloor, back(at(units("0.999 USD", "1"), eur)), "", "-0.85 EUR"},
		{"R1 of a credit is cut off: −0.999 is −0.99", pricing.UsageDown, back(units("0.999 USD", "1")), "", "-0.99 USD"},
		{"R4 has ten places: 1 ÷ 3 days", pricing.DailyTenPlaces, seats("1 USD", "1", 1, 3), "", "0.3333333333 USD"},
		{"R4, the nearer of two: 2 ÷ 3", pricing.DailyTenPlaces, seats("2 USD", "1", 1, 3), "", "0.6666666667 USD"},
		{"R2 rounds each seat: 10.08 × 29 ÷ 31 = 9.4296…, × 10", pricing.SeatDown, back(seats("10.08 EUR", "10", 29, 31)), "-9.42 EUR", "-94.20 EUR"},
		{"R2 rounds after the exchange: 12 × 0.846202666 = 10.154…, × 3", pricing.SeatDown, at(units("12 USD", "3"), eur), "10.15 EUR", "30.45 EUR"},
		{"cut off by the line: 10.08 × 28 ÷ 30 × 12 = 112.896", pricing.LineDown, seats("10.08 EUR", "12", 28, 30), "", "112.89 EUR"},
		{"of a credit: −94.0799… would be no cent less: 9.408 × 10", pricing.LineDown, back(seats("10.08 EUR", "10", 28, 30)), "", "-94.08 EUR"},
		{"to the nearest: 2.99 × 0.85 × 32 = 81.328", pricing.LineNearest, less(units("2.99 USD", "32"), "15%"), "", "81.33 USD"},
		{"R1 of the same is a cent less", pricing.UsageDown, less(units("2.99 USD", "32"), "15%"), "", "81.32 USD"},
		{"a half is away from zero: −0.005", pricing.LineNearest, back(units("0.005 USD", "1")), "", "-0.01 USD"},
		{
			"R5 of seats: 51.93 × 500 ÷ 31 = 837.58, × 27 ÷ 500 = 45.22932, × 500", pricing.SeatCreditNearest,
			back(seats("51.93 USD", "500", 27, 31)), "-45.23 USD", "-22615.00 USD",
		},
		{"the day first: 4 ÷ 28 = 0.143, × 12 = 1.716", pricing.DailyPriceNearest, back(seats("4 USD", "1", 12, 28)), "", "-1.72 USD"},
		{"and to the nearest without it: 4 × 12 ÷ 28 = 1.714…", pricing.LineNearest, back(seats("4 USD", "1", 12, 28)), "", "-1.71 USD"},
		{"R5 of the same seat: 4 ÷ 28 = 0.14, × 12 = 1.68", pricing.SeatCreditNearest, back(seats("4 USD", "1", 12, 28)), "-1.68 USD", "-1.68 USD"},
		{"no seats are nothing", pricing.SeatCreditNearest, seats("4 USD", "0", 12, 28), "0 USD", "0 USD"},
		{"no days are nothing", pricing.SeatDown, seats("4 USD", "3", 0, 28), "0 USD", "0 USD"},
		{"a price of nothing", pricing.UsageDown, units("0 USD", "5"), "", "0 USD"},
		{"all of the price taken off", pricing.UsageDown, less(units("3 USD", "5"), "100%"), "", "0 USD"},
		{"more than an int64 of units", pricing.UsageDown, units("0.5 USD", "9223372036854780000"), "", "4611686018427390000.00 USD"},
		{"yen have two places too, as the formula is printed", pricing.LineNearest, units("0.333 JPY", "1"), "", "0.33 JPY"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := tt.line.Subtotal(tt.rule)
			require.NoError(t, err)
			assert.True(t, s.Amount.Equal(money(tt.amount)), "%s, wanted %s", s.Amount, tt.amount)
			if tt.each == "" {
				assert.True(t, s.Each.IsZero(), s.Each)
			} else {
				assert.True(t, s.Each.Equal(money(tt.each)), "each %s, wanted %s", s.Each, tt.each)
			}
			assert.Equal(t, tt.rule, s.Rule)
			requireReadsBack(t, s)
			requireReadsBack(t, tt.line)
		})
	}
}

func TestEffectiveUnitPriceOfALine(t *testing.T) {
	s, err := less(pricing.Line{UnitPrice: money("0.045 USD"), Quantity: number("0.005001")}, "15%").Subtotal(pricing.UsageDown)
	require.NoError(t, err)
	assert.Equal(t, "0.03825 USD", s.EffectiveUnitPrice.String(), "0.045 × 0.85")
	assert.Equal(t, "0.00 USD", s.Amount.String())

	s, err = at(back(seats("10.08 USD", "10", 28, 30)), usdToEUR(t)).Subtotal(pricing.LineDown)
	require.NoError(t, err)
	assert.Equal(t, "-9.408 USD", s.EffectiveUnitPrice.String(), "in the pricing currency, and negative where it is given back")
}

func TestSubtotalRefuses(t *testing.T) {
	sound := pricing.Line{UnitPrice: money("1 USD"), Quantity: number("1")}
	tests := []struct {
		name      string
		rule      pricing.RoundingRule
		change    func(*pricing.Line)
		condition error
		says      string
	}{
		{"no rule", 0, nil, pricing.ErrNotGiven, "one of usageDown, seatDown"},
		{"a rule that is none", 99, nil, pricing.ErrNotGiven, "rounding rule 99"},
		{"no price", pricing.UsageDown, func(l *pricing.Line) { l.UnitPrice = terms.Money{} }, pricing.ErrLine, "unitPrice"},
		{"a price below nothing", pricing.UsageDown, func(l *pricing.Line) { l.UnitPrice = money("-1 USD") }, pricing.ErrLine, "a credit is marked as one"},
		{"less than nothing", pricing.UsageDown, func(l *pricing.Line) { l.Quantity = number("-1") }, pricing.ErrLine, "quantity"},
		{"a number of a hundred million digits", pricing.UsageDown, func(l *pricing.Line) { l.Quantity = decimal.New(1, 1e8) }, terms.ErrDecimalRange, "quantity"},
		{"days of no days", pricing.UsageDown, func(l *pricing.Line) { l.Part = pricing.Part{Units: 1} }, pricing.ErrLine, "part"},
		{"more days than there are", pricing.UsageDown, func(l *pricing.Line) { l.Part = pricing.Part{Units: 32, Of: 31} }, pricing.ErrLine, "part"},
		{"less than no days", pricing.UsageDown, func(l *pricing.Line) { l.Part = pricing.Part{Units: -1, Of: 31} }, pricing.ErrLine, "part"},
		{"a rate from another currency", pricing.UsageDown, func(l *pricing.Line) { l.UnitPrice, l.Rate = money("1 SEK"), usdToEUR(t) }, pricing.ErrRate, `currency is "SEK"; want USD`},
		{
			"an amount of more digits than there are", pricing.UsageDown,
			func(l *pricing.Line) {
				l.UnitPrice, l.Quantity = money("1e19 USD"), number("99999999999999999999999999999999999999")
			},
			pricing.ErrLine, "a smaller amount",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := sound
			if tt.change != nil {
				tt.change(&l)
			}
			_, err := l.Subtotal(tt.rule)
			require.ErrorIs(t, err, tt.condition)
			assert.ErrorContains(t, err, tt.says)
		})
	}
}

// Whatever the rule, what is given back is what was charged with its sign turned; but for DailyFloor, which takes the lower.
func TestCreditsMirrorCharges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.IntRange(1, 366).Draw(t, "of")
		l := pricing.Line{
			UnitPrice: amount(t, hundredths(t, "unit", 0, 100_000), terms.USD),
			Quantity:  decimal.NewFromInt(rapid.Int64Range(0, 5000).Draw(t, "quantity")),
			Part:      pricing.Part{Units: rapid.IntRange(0, of).Draw(t, "units"), Of: of},
			Rate:      usdToEUR(t),
		}
		for rule := pricing.UsageDown; rule <= pricing.DailyPriceNearest; rule++ {
			charged, err := l.Subtotal(rule)
			require.NoError(t, err)
			credited, err := back(l).Subtotal(rule)
			require.NoError(t, err)
			turned := compare(t, credited.Amount, charged.Amount.Neg())
			if rule == pricing.DailyFloor {
				assert.LessOrEqual(t, turned, 0)
				continue
			}
			assert.Zero(t, turned, "%s: %s and %s", rule, credited.Amount, charged.Amount)
		}
	})
}

// Each rule is within what it can lose of the exact product.
func TestRulesStayNearTheProduct(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		quantity := decimal.NewFromInt(rapid.Int64Range(1, 1000).Draw(t, "quantity"))
		l := pricing.Line{UnitPrice: amount(t, hundredths(t, "unit", 0, 100_000), terms.USD), Quantity: quantity, Discount: pricing.MustParsePercent("15%")}
		exact := l.UnitPrice.Amount().Mul(quantity).Mul(number("0.85"))
		cent := number("0.01")
		for rule, most := range map[pricing.RoundingRule]decimal.Decimal{
			pricing.UsageDown: cent, pricing.DailyFloor: cent, pricing.LineDown: cent,
			pricing.LineNearest: number("0.005"), pricing.DailyTenPlaces: {}, pricing.SeatDown: cent.Mul(quantity),
		} {
			s, err := l.Subtotal(rule)
			require.NoError(t, err)
			lost := exact.Sub(s.Amount.Amount())
			assert.False(t, lost.Abs().GreaterThan(most), "%s: %s of %s", rule, s.Amount, exact)
			if rule != pricing.LineNearest {
				assert.False(t, lost.IsNegative(), "%s gives more than the product", rule)
			}
		}
	})
}
