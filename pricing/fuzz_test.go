package pricing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

// fuzzJSON fuzzes what is read as JSON: it never panics, and what is read is written to what reads as an equal value.
func fuzzJSON[T equaler[T]](f *testing.F, use func(*testing.T, T), seeds ...string) {
	f.Helper()
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var v T
		if err := terms.Decode(strings.NewReader(text), &v); err != nil {
			return
		}
		use(t, v)
		requireReadsBack(t, v)
	})
}

const (
	seatsJSON   = `{"unitPrice":{"amount":"10.08","currency":"EUR"},"quantity":10,"cycle":{"days":"2021-07-15/2021-08-15","months":1}}`
	priceJSON   = `{"tiers":[{"above":"0","unit":{"amount":"1","currency":"USD"}},{"above":"100","unit":{"amount":"0.8","currency":"USD"}}],"limit":"100000"}`
	managedJSON = `{"transacting":"MPN1","reseller":"MPN2","agreement":"yes","billed":"yes","grants":[
		{"id":"a","partner":"MPN1","path":"aobo","role":"Owner","scope":"/subscriptions/7f3c","from":"2022-07-01T00:00:00Z"},
		{"id":"b","partner":"MPN3","path":"directoryUser","role":"Reader","scope":"/subscriptions/7f3c","from":"2022-07-02T10:00:00Z","until":"2022-07-03T10:00:00Z"}],
		"reading":"wholeDay"}`
)

func FuzzPriceJSON(f *testing.F) {
	fuzzJSON(f, func(_ *testing.T, p pricing.Price) {
		for _, quantity := range []string{"0", "0.5", "101", "9223372036854780000"} {
			r, err := p.Rate(pricing.Use{Quantity: number(quantity)})
			if err == nil {
				_, _ = r.Blended()
			}
		}
	}, priceJSON, `null`, `{"tiers":[]}`, `{"tiers":[{"above":"1e19","unit":null}]}`)
}

func FuzzUseJSON(f *testing.F) {
	price, err := decodes[pricing.Price](strings.Replace(priceJSON, `,"limit":"100000"`, "", 1))
	if err != nil {
		f.Fatal(err)
	}
	fuzzJSON(f, func(t *testing.T, u pricing.Use) {
		t.Helper()
		r, err := price.Rate(u)
		if err == nil {
			requireReadsBack(t, r)
		}
	}, `{"quantity":"101"}`, `{"quantity":"700","before":"1","included":"200","reading":"includedUnpriced"}`, `{"quantity":"1e19","before":"1e-28"}`)
}

func FuzzLineJSON(f *testing.F) {
	fuzzJSON(f, func(t *testing.T, l pricing.Line) {
		t.Helper()
		for rule := range pricing.DailyPriceNearest + 1 {
			s, err := l.Subtotal(rule)
			if err == nil {
				requireReadsBack(t, s)
			}
		}
	}, `{"unitPrice":{"amount":"10.08","currency":"EUR"},"quantity":"10","part":{"units":29,"of":31},"credit":true}`,
		`{"unitPrice":{"amount":"0.868","currency":"USD"},"quantity":"29","discount":"15%","rate":{"form":"pcToBC","from":"USD","to":"EUR","value":"0.846202666"}}`)
}

func FuzzRateTableJSON(f *testing.F) {
	fuzzJSON(f, func(_ *testing.T, r pricing.RateTable) {
		for _, dated := range r.Rates() {
			_, _ = dated.Rate.Convert(money("12.34 USD"), pricing.Floor, 2)
		}
	}, `[]`, `null`, `[{"rate":{"form":"usdPerUnit","from":"USD","to":"AED","value":"0.27224589249009701"},"span":"2022-12-01/2023-01-01"}]`)
}

func FuzzSeatsJSON(f *testing.F) {
	fuzzJSON(f, func(t *testing.T, s pricing.Seats) {
		t.Helper()
		from, _ := s.Cycle.Days.From()
		until, _ := s.Cycle.Days.Until()
		for _, p := range []pricing.Proration{pricing.NewCommerce(), pricing.Legacy(), with(pricing.NewCommerce(), byHour)} {
			r, err := p.Cancel(s, from.Start(), until.AddDays(-1).Start())
			if err == nil {
				requireReadsBack(t, r)
			}
			c, err := p.ChangeQuantity(s, 7, from.AddDays(3))
			if err == nil {
				requireReadsBack(t, c)
			}
		}
	}, seatsJSON, strings.Replace(seatsJSON, `"months":1`, `"months":36`, 1), strings.Replace(seatsJSON, "10.08", "1e19", 1))
}

func FuzzPartnershipJSON(f *testing.F) {
	fuzzJSON(f, func(t *testing.T, p pricing.Partnership) {
		t.Helper()
		days, err := pricing.AccessDays(p, scope(machine), span("2022-07-01/2022-07-05"))
		if err == nil {
			assert.Len(t, days, 4)
		}
		earned, err := pricing.CreditEarned(p, []pricing.PlanUse{use("2022-07-02", "100 USD")})
		if err == nil {
			requireReadsBack(t, earned)
		}
	}, managedJSON, strings.Replace(managedJSON, "wholeDay", "partOfDay", 1), strings.Replace(managedJSON, "Reader", "Owner", 1))
}

func FuzzPlanUseJSON(f *testing.F) {
	p, err := decodes[pricing.Partnership](managedJSON)
	if err != nil {
		f.Fatal(err)
	}
	fuzzJSON(f, func(t *testing.T, u pricing.PlanUse) {
		t.Helper()
		earned, err := pricing.CreditEarned(p, []pricing.PlanUse{u})
		if err == nil {
			requireReadsBack(t, earned)
			_, _ = earned.Meters(terms.Day{})
		}
	}, `{"day":"2022-07-02","resource":"/subscriptions/7f3c","meter":"m","product":"planConsumption","quantity":"1","cost":{"amount":"100","currency":"USD"}}`,
		`{"day":"2022-07-02","resource":"/subscriptions/7f3c","meter":"m","product":"spotMachine","quantity":"-1e19","cost":{"amount":"-1e-28","currency":"JPY"},"azureCredit":{"amount":"0","currency":"JPY"}}`)
}

func FuzzTaxationJSON(f *testing.F) {
	fuzzJSON(f, func(*testing.T, pricing.Taxation) {},
		`{"rate":"25%","basis":"taxInclusive","method":"taxLinesDown","lines":[{"net":{"amount":"100","currency":"USD"}}],"net":null,"tax":null,"gross":null}`)
}

func FuzzParseScope(f *testing.F) {
	for _, s := range []string{subscription, group, machine, management, "/subscriptions/ſ", "//"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := pricing.ParseScope(text)
		if err != nil {
			assert.ErrorIs(t, err, pricing.ErrScope)
			return
		}
		assert.Equal(t, text, s.String())
		assert.NotZero(t, s.Kind())
		assert.True(t, s.Covers(s) != 0 && s.Equal(s))
	})
}

func FuzzParsePercent(f *testing.F) {
	for _, s := range []string{"15%", "12.5%", "0%", "100%", "-1%", "1e2%", "15"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := pricing.ParsePercent(text)
		if err != nil {
			assert.ErrorIs(t, err, pricing.ErrPercent)
			return
		}
		requireReadsBack(t, p)
	})
}
