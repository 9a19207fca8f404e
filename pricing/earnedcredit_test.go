package pricing_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// use gives consumption of one machine on a day.
func use(on, cost string) pricing.PlanUse {
	return pricing.PlanUse{
		Day: day(on), Resource: scope(machine), Meter: "compute", Product: pricing.PlanConsumption, Quantity: number("1"), Cost: money(cost),
	}
}

// grant gives an access that counts, from an instant on.
func grant(id, partner, from string) pricing.Grant {
	return pricing.Grant{
		ID: id, Partner: partner, Path: pricing.DirectoryUser, Role: "Contributor", Scope: scope(subscription),
		Linked: rules.Yes, Permanent: rules.Yes, From: instant(from),
	}
}

func until(g pricing.Grant, end string) pricing.Grant {
	g.Until = instant(end)
	return g
}

func aobo(id, partner, from string) pricing.Grant {
	return pricing.Grant{ID: id, Partner: partner, Path: pricing.AOBO, Role: "Owner", Scope: scope(subscription), From: instant(from)}
}

func partnership(grants ...pricing.Grant) pricing.Partnership {
	return pricing.Partnership{
		Transacting: "MPN1", Reseller: "MPN2", Agreement: rules.Yes, Billed: rules.Yes, Grants: grants, Reading: pricing.WholeDay,
	}
}

// The table of the troubleshooting guide (2022-01-25): MPN1 is billed, MPN2 the reseller of record, MPN3 another partner.
func TestSeveralPartners(t *testing.T) {
	tests := []struct {
		rbac, aobo string
		want       rules.Truth
	}{
		{"MPN1", "", rules.Yes},
		{"", "MPN1", rules.Yes},
		{"MPN2", "", rules.Yes},
		{"", "MPN2", rules.Yes},
		{"MPN3", "MPN1", rules.Yes},
		{"MPN1", "MPN3", rules.Yes},
		{"MPN1", "MPN2", rules.Yes},
		{"MPN2", "MPN1", rules.Yes},
		{"MPN2", "MPN3", rules.Yes},
		{"MPN3", "MPN2", rules.Yes},
		{"MPN3", "", rules.No},
		{"", "MPN3", rules.No},
		{"", "", rules.No},
		{"MPN3", "MPN3", rules.No},
	}
	for _, tt := range tests {
		t.Run(tt.rbac+" and "+tt.aobo, func(t *testing.T) {
			var grants []pricing.Grant
			if tt.rbac != "" {
				grants = append(grants, grant("rbac", tt.rbac, "2022-01-01"))
			}
			if tt.aobo != "" {
				grants = append(grants, aobo("aobo", tt.aobo, "2022-01-01"))
			}
			p := partnership(grants...)
			days, err := pricing.AccessDays(p, scope(machine), span("2022-02-01/2022-02-02"))
			require.NoError(t, err)
			assert.Equal(t, tt.want, days[0].Access)
			earned, err := pricing.CreditEarned(p, []pricing.PlanUse{use("2022-02-01", "100 USD")})
			require.NoError(t, err)
			want := map[rules.Truth]string{rules.Yes: "15.00 USD", rules.No: "0.00 USD"}[tt.want]
			assert.Equal(t, want, earned.Earned.String())
			assert.Equal(t, "15.00 USD", sum(t, earned.Earned, earned.Missed).String(), "what is not earned is missed")
			requireReadsBack(t, earned)
		})
	}
}

func access(t *testing.T, p pricing.Partnership, days string) string {
	t.Helper()
	found, err := pricing.AccessDays(p, scope(machine), span(days))
	require.NoError(t, err)
	letters := map[rules.Truth]string{rules.Yes: "Y", rules.No: "n", rules.Unknown: "?"}
	text := ""
	for _, d := range found {
		text += letters[d.Access]
		requireReadsBack(t, d)
	}
	return text
}

func TestAccessDayByDay(t *testing.T) {
	week := "2022-07-01/2022-07-08"
	tests := []struct {
		name   string
		grants []pricing.Grant
		want   string
	}{
		{"all the time", []pricing.Grant{grant("a", "MPN1", "2022-01-01")}, "YYYYYYY"},
		{"none", nil, "nnnnnnn"},
		{"to the end of the third day", []pricing.Grant{until(grant("a", "MPN1", "2022-01-01"), "2022-07-04")}, "YYYnnnn"},
		{"a second less", []pricing.Grant{until(grant("a", "MPN1", "2022-01-01"), "2022-07-03T23:59:59Z")}, "YYnnnnn"},
		{"from midnight", []pricing.Grant{grant("a", "MPN1", "2022-07-03")}, "nnYYYYY"},
		{"from a second after", []pricing.Grant{grant("a", "MPN1", "2022-07-03T00:00:01Z")}, "nnnYYYY"},
		{"taken away on the fourth and given back on the seventh", []pricing.Grant{until(grant("a", "MPN1", "2022-01-01"), "2022-07-04T10:00:00Z"), grant("b", "MPN1", "2022-07-07T10:00:00Z")}, "YYYnnnn"},
		{"one role for another at noon of the fourth", []pricing.Grant{until(grant("a", "MPN1", "2022-01-01"), "2022-07-04T12:00:00Z"), grant("b", "MPN2", "2022-07-04T12:00:00Z")}, "YYYYYYY"},
		{"with a second between", []pricing.Grant{until(grant("a", "MPN1", "2022-01-01"), "2022-07-04T12:00:00Z"), grant("b", "MPN2", "2022-07-04T12:00:01Z")}, "YYYnYYY"},
		{"a reader in between", []pricing.Grant{until(grant("a", "MPN1", "2022-01-01"), "2022-07-04T12:00:00Z"), role(grant("b", "MPN1", "2022-07-04T12:00:00Z"), "Reader")}, "YYYnnnn"},
		{"a custom role in between", []pricing.Grant{until(grant("a", "MPN1", "2022-01-01"), "2022-07-04T12:00:00Z"), role(grant("b", "MPN1", "2022-07-04T12:00:00Z"), "Contoso operator")}, "YYY????"},
		{"another partner's in between", []pricing.Grant{until(grant("a", "MPN1", "2022-01-01"), "2022-07-04T12:00:00Z"), grant("b", "MPN3", "2022-07-04T12:00:00Z")}, "YYYnnnn"},
		{"given out of order", []pricing.Grant{grant("b", "MPN1", "2022-07-04T12:00:00Z"), until(grant("a", "MPN1", "2022-01-01"), "2022-07-04T12:00:00Z")}, "YYYYYYY"},
		{"on another subscription", []pricing.Grant{on(grant("a", "MPN1", "2022-01-01"), "/subscriptions/other")}, "nnnnnnn"},
		{"on a management group", []pricing.Grant{on(grant("a", "MPN1", "2022-01-01"), management)}, "nnnnnnn"},
		{"on the machine itself", []pricing.Grant{on(grant("a", "MPN1", "2022-01-01"), machine)}, "YYYYYYY"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, access(t, partnership(tt.grants...), week)) })
	}

	p := partnership(until(grant("a", "MPN1", "2022-01-01"), "2022-07-03T00:00:01Z"))
	p.Reading = pricing.PartOfDay
	assert.Equal(t, "YYYnnnn", access(t, p, week), "a second of the third day, where a part of it does")
	p.Grants[0].Until = instant("2022-07-03")
	assert.Equal(t, "YYnnnnn", access(t, p, week))
	assert.Equal(t, "nYYY", access(t, partnership(grant("a", "MPN1", "2024-02-28")), "2024-02-27/2024-03-02"), "leap day is a day")
}

func role(g pricing.Grant, name string) pricing.Grant {
	g.Role = name
	return g
}

func on(g pricing.Grant, id string) pricing.Grant {
	g.Scope = scope(id)
	return g
}

func TestAccessDaysSayWhy(t *testing.T) {
	days, err := pricing.AccessDays(partnership(until(grant("a", "MPN1", "2022-01-01"), "2022-07-01T12:00:00Z"), grant("c", "MPN3", "2022-07-01")), scope(machine), span("2022-07-01/2022-07-03"))
	require.NoError(t, err)
	require.Len(t, days[0].Grants, 2)
	assert.Equal(t, "a", days[0].Grants[0].Grant)
	assert.Equal(t, instant("2022-07-01"), days[0].Grants[0].From, "the hours of the day")
	assert.Equal(t, instant("2022-07-01T12:00:00Z"), days[0].Grants[0].Until)
	assert.Equal(t, instant("2022-07-02"), days[0].Grants[1].Until)
	assert.Contains(t, spoke(days[0].Grants[0].Decision), rules.ID("pricing.pec.wholeday"))
	assert.Contains(t, spoke(days[0].Grants[1].Decision), rules.ID("pricing.pec.otherpartner"))
	assert.Len(t, days[1].Grants, 1, "of the second day, only what held then")

	days, err = pricing.AccessDays(partnership(role(grant("a", "MPN1", "2022-01-01"), "Reader"), until(role(grant("b", "MPN1", "2022-01-01"), "Reader"), "2022-07-01T12:00:00Z")),
		scope(machine), span("2022-07-01/2022-07-02"))
	require.NoError(t, err)
	assert.NotContains(t, spoke(days[0].Grants[0].Decision), rules.ID("pricing.pec.wholeday"), "a reader all day is not told that the day was not held")
	assert.Contains(t, spoke(days[0].Grants[1].Decision), rules.ID("pricing.pec.wholeday"), "a reader until noon is")
}

func TestPartnershipRefuses(t *testing.T) {
	sound := partnership(grant("a", "MPN1", "2022-01-01"))
	tests := []struct {
		name      string
		change    func(*pricing.Partnership)
		condition error
	}{
		{"no partner", func(p *pricing.Partnership) { p.Transacting = "" }, pricing.ErrGrant},
		{"no reading", func(p *pricing.Partnership) { p.Reading = 0 }, pricing.ErrNotGiven},
		{"a grant without id", func(p *pricing.Partnership) { p.Grants[0].ID = "" }, pricing.ErrGrant},
		{"a grant without partner", func(p *pricing.Partnership) { p.Grants[0].Partner = "" }, pricing.ErrGrant},
		{"a grant without beginning", func(p *pricing.Partnership) { p.Grants[0].From = time.Time{} }, pricing.ErrGrant},
		{"a grant that ends as it begins", func(p *pricing.Partnership) { p.Grants[0].Until = p.Grants[0].From }, pricing.ErrGrant},
		{"two grants of one id", func(p *pricing.Partnership) { p.Grants = append(p.Grants, p.Grants[0]) }, pricing.ErrGrant},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := sound
			p.Grants = slices.Clone(sound.Grants)
			tt.change(&p)
			_, err := pricing.AccessDays(p, scope(machine), span("2022-07-01/2022-07-02"))
			require.ErrorIs(t, err, tt.condition)
			_, err = pricing.CreditEarned(p, nil)
			require.ErrorIs(t, err, tt.condition)
		})
	}
	_, err := pricing.AccessDays(sound, pricing.Scope{}, span("2022-07-01/2022-07-02"))
	require.ErrorIs(t, err, pricing.ErrScope)
	for _, days := range []string{"2022-07-01/..", "../2022-07-01", "2022-01-01/2023-01-03"} {
		_, err = pricing.AccessDays(sound, scope(machine), span(days))
		require.ErrorIs(t, err, pricing.ErrEarnedCredit, days)
	}
	requireReadsBack(t, sound)
}

func TestCreditEarned(t *testing.T) {
	taken := partnership(until(grant("a", "MPN1", "2022-01-01"), "2022-07-04T10:00:00Z"), grant("b", "MPN1", "2022-07-08"))
	of := func(u pricing.PlanUse, p pricing.PlanProduct) pricing.PlanUse {
		u.Product = p
		return u
	}
	paid := func(u pricing.PlanUse, credit string) pricing.PlanUse {
		u.AzureCredit = money(credit)
		return u
	}
	earned, err := pricing.CreditEarned(taken, []pricing.PlanUse{
		use("2022-07-03", "100 USD"),                              // earned
		use("2022-07-04", "100 USD"),                              // missed: access until ten
		use("2022-07-08", "0.01 USD"),                             // earned, 0.0015
		of(use("2022-07-03", "100 USD"), pricing.SpotMachine),     // earns none, so none is missed
		of(use("2022-07-04", "100 USD"), pricing.PlanReservation), // and none with access or without
		paid(use("2022-07-03", "100 USD"), "60 USD"),              // earned on the 40 that remain
		paid(use("2022-07-03", "100 USD"), "100 USD"),             // none remain
		paid(use("2022-07-04", "100 USD"), "60 USD"),              // missed on the 40
		use("2022-07-09", "-10 USD"),                              // a correction takes its credit back
	})
	require.NoError(t, err)
	assert.Equal(t, "19.5015 USD", earned.Earned.String(), "15 + 0.0015 + 6 − 1.5")
	assert.Equal(t, "21.00 USD", earned.Missed.String(), "15 + 6")
	rates := ""
	for _, l := range earned.Lines {
		rates += l.Rate.String() + " "
	}
	assert.Equal(t, "15% 0% 15% 0% 0% 15% 0% 0% 15% ", rates, "as PartnerEarnedCreditPercentage has it")
	requireReadsBack(t, earned)

	none, err := pricing.CreditEarned(taken, nil)
	require.NoError(t, err)
	assert.True(t, none.Earned.IsZero())
	assert.Empty(t, none.Lines)
	requireReadsBack(t, none)

	reseller := taken
	reseller.Billed = rules.No
	earned, err = pricing.CreditEarned(reseller, []pricing.PlanUse{use("2022-07-04", "100 USD")})
	require.NoError(t, err)
	assert.Equal(t, "0.00 USD", earned.Missed.String(), "who is not billed misses nothing for want of access")
}

func TestCreditEarnedSaysWhatIsMissing(t *testing.T) {
	p := partnership(role(grant("a", "MPN1", "2022-01-01"), "Contoso operator"))
	_, err := pricing.CreditEarned(p, []pricing.PlanUse{use("2022-07-03", "100 USD")})
	require.ErrorIs(t, err, pricing.ErrEarnedCredit)
	require.ErrorIs(t, err, rules.ErrUndetermined)
	assert.ErrorContains(t, err, `use/0`)
	assert.ErrorContains(t, err, `grant "a"`)
	assert.ErrorContains(t, err, `give role; its role "Contoso operator" is none that Roles gives; of a custom role, RoleEligible`)
	for wrong, hint := range map[string]string{
		"Contribtor":   `its role "Contribtor" is none that Roles gives; did you mean "Contributor"?`,
		"contributors": `did you mean "Contributor"?`, " owner ": `did you mean "Owner"?`, "Virtual  machine contributor": `did you mean "Virtual Machine Contributor"?`,
		"Contr": "of a custom role", "": "it has no role", "Onerw": `of a custom role`,
	} {
		_, err := pricing.CreditEarned(partnership(role(grant("a", "MPN1", "2022-01-01"), wrong)), []pricing.PlanUse{use("2022-07-03", "100 USD")})
		require.ErrorContains(t, err, hint, wrong)
	}
	for eligible, want := range map[rules.Truth]string{rules.Yes: "15.00 USD", rules.No: "0.00 USD"} {
		custom := p
		custom.Grants = slices.Clone(p.Grants)
		custom.Grants[0].RoleEligible = eligible
		earned, err := pricing.CreditEarned(custom, []pricing.PlanUse{use("2022-07-03", "100 USD")})
		require.NoError(t, err, "a custom role of which the grant says whether it counts")
		assert.Equal(t, want, earned.Earned.String())
		requireReadsBack(t, custom)
	}

	p.Grants = append(p.Grants, aobo("b", "MPN1", "2022-01-01"))
	_, err = pricing.CreditEarned(p, []pricing.PlanUse{use("2022-07-03", "100 USD")})
	require.NoError(t, err, "beside access that counts it does not matter")

	spot := use("2022-07-03", "100 USD")
	spot.Product = pricing.SpotMachine
	p = partnership(role(grant("a", "MPN1", "2022-01-01"), "Contoso operator"))
	_, err = pricing.CreditEarned(p, []pricing.PlanUse{spot})
	require.NoError(t, err, "nor for what earns none")

	p = partnership(grant("a", "MPN1", "2022-01-01"))
	p.Agreement = rules.Unknown
	_, err = pricing.CreditEarned(p, []pricing.PlanUse{use("2022-07-03", "100 USD")})
	require.ErrorIs(t, err, rules.ErrUndetermined)
	assert.ErrorContains(t, err, "give agreement")
}

func TestCreditEarnedRefuses(t *testing.T) {
	p := partnership(grant("a", "MPN1", "2022-01-01"))
	tests := []struct {
		name      string
		change    func(*pricing.PlanUse)
		condition error
	}{
		{"no day", func(u *pricing.PlanUse) { u.Day = terms.Day{} }, pricing.ErrEarnedCredit},
		{"no resource", func(u *pricing.PlanUse) { u.Resource = pricing.Scope{} }, pricing.ErrEarnedCredit},
		{"no cost", func(u *pricing.PlanUse) { u.Cost = terms.Money{} }, pricing.ErrEarnedCredit},
		{"a credit in another currency", func(u *pricing.PlanUse) { u.AzureCredit = money("1 EUR") }, terms.ErrCurrencyMismatch},
		{"a credit of more than the cost", func(u *pricing.PlanUse) { u.AzureCredit = money("100.01 USD") }, pricing.ErrEarnedCredit},
		{"a credit below nothing", func(u *pricing.PlanUse) { u.AzureCredit = money("-1 USD") }, pricing.ErrEarnedCredit},
		{"a number of a hundred million digits", func(u *pricing.PlanUse) { u.Quantity = decimal.New(1, 1e8) }, terms.ErrDecimalRange},
		{"no product", func(u *pricing.PlanUse) { u.Product = 0 }, rules.ErrUndetermined},
		{"no meter", func(u *pricing.PlanUse) { u.Meter = "" }, pricing.ErrEarnedCredit},
		{"use below 0 that costs something", func(u *pricing.PlanUse) { u.Quantity = number("-0.1") }, pricing.ErrEarnedCredit},
		{"another currency than the first", func(u *pricing.PlanUse) { u.Cost = money("1 EUR") }, terms.ErrCurrencyMismatch},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			u := use("2022-07-03", "100 USD")
			tt.change(&u)
			earned, err := pricing.CreditEarned(p, []pricing.PlanUse{use("2022-07-02", "1 USD"), u, use("2022-07-04", "2 USD")})
			require.ErrorIs(t, err, tt.condition)
			faults, ok := errors.AsType[*pricing.CreditError](err)
			require.True(t, ok)
			require.Len(t, faults.Faults, 1)
			assert.Equal(t, 1, faults.Faults[0].Place)
			assert.True(t, u.Equal(faults.Faults[0].Use))
			assert.ErrorContains(t, err, "pricing: use/1 (")
			assert.Len(t, earned.Lines, 2, "the others are told")
			assert.Equal(t, "0.45 USD", earned.Earned.String())
		})
	}
	back := use("2022-07-02", "-1 USD")
	back.Quantity = number("-1")
	_, err := pricing.CreditEarned(p, []pricing.PlanUse{back})
	require.NoError(t, err, "use that is given back")
	before, err := pricing.CreditEarned(p, []pricing.PlanUse{use("2019-10-31", "1 USD")})
	require.NoError(t, err)
	assert.Equal(t, "0.00 USD", before.Earned.String())
}

func TestCreditEarnedReportsEveryFault(t *testing.T) {
	var used []pricing.PlanUse
	for range 102 {
		used = append(used, pricing.PlanUse{})
	}
	used = append(used, use("2022-07-02", "1 USD"))
	earned, err := pricing.CreditEarned(partnership(grant("a", "MPN1", "2022-01-01")), used)
	faults, ok := errors.AsType[*pricing.CreditError](err)
	require.True(t, ok)
	assert.Len(t, faults.Faults, 100)
	assert.Equal(t, 2, faults.More)
	require.ErrorContains(t, err, "pricing: use/99 (, meter \"\"): earned credit cannot be told: day is \"\"; want the day of the use\npricing: and 2 more")
	require.ErrorIs(t, err, pricing.ErrEarnedCredit)
	assert.Len(t, earned.Lines, 1)
	assert.Equal(t, "0.15 USD", earned.Earned.String())

	_, err = pricing.CreditEarned(pricing.Partnership{Grants: []pricing.Grant{{}, {ID: "a"}, {ID: "a", Partner: "MPN1", From: instant("2022-01-01")}}}, nil)
	for _, part := range []string{
		"transacting", "reading", "grants/0/id", "grants/0/partner", "grants/0/from", "grants/1/partner", "grants/1/from", `grants/2/id is "a"`,
	} {
		require.ErrorContains(t, err, part)
	}
}

// The example of the page on Azure plan billing: 0.868 an hour, less 15 %, cut off at the cents.
func TestMetersToMicrosoftsFigures(t *testing.T) {
	var used []pricing.PlanUse
	soFar := decimal.Decimal{}
	for _, step := range []struct{ on, total string }{{"2022-08-03", "29"}, {"2022-08-10", "210.950039"}, {"2022-08-25", "555.950039"}} {
		u := use(step.on, "0 USD")
		u.Quantity = number(step.total).Sub(soFar)
		u.Cost = amount(t, u.Quantity.Mul(number("0.868")), terms.USD)
		used, soFar = append(used, u), number(step.total)
	}
	earned, err := pricing.CreditEarned(partnership(aobo("a", "MPN1", "2022-01-01")), used)
	require.NoError(t, err)
	for _, want := range []struct{ through, billable, effective string }{
		{"2022-08-03", "21.39 USD", "0.737586206896552 USD"},
		{"2022-08-24", "155.63 USD", "0.737757626107858 USD"},
		{"2022-08-25", "410.17 USD", "0.737782122900436 USD"},
		{"", "410.17 USD", "0.737782122900436 USD"},
	} {
		var through terms.Day
		if want.through != "" {
			through = day(want.through)
		}
		meters, err := earned.Meters(through)
		require.NoError(t, err)
		require.Len(t, meters, 1)
		assert.Equal(t, want.billable, meters[0].Billable.String())
		assert.Equal(t, want.effective, meters[0].EffectiveUnitPrice.String())
		requireReadsBack(t, meters[0])
	}
	meters, err := earned.Meters(day("2022-08-02"))
	require.NoError(t, err)
	assert.Empty(t, meters)
}

// On days with access the price is less 15 %, on the others it is the list price, and the meter's is in between.
func TestMetersOfAMonthWithAGap(t *testing.T) {
	p := partnership(until(grant("a", "MPN1", "2022-01-01"), "2022-07-04"), grant("b", "MPN1", "2022-07-08"))
	var used []pricing.PlanUse
	for d := day("2022-07-01"); d.Before(day("2022-08-01")); d = d.AddDays(1) {
		used = append(used, use(d.String(), "10 USD"))
	}
	idle := use("2022-07-01", "0 USD")
	idle.Meter, idle.Quantity = "idle", decimal.Decimal{}
	credited := use("2022-07-01", "10 USD")
	credited.Meter, credited.AzureCredit = "credited", money("4 USD")
	earned, err := pricing.CreditEarned(p, append(used, idle, credited))
	require.NoError(t, err)
	meters, err := earned.Meters(terms.Day{})
	require.NoError(t, err)
	require.Len(t, meters, 3)
	assert.Equal(t, "compute 310.00 USD 40.50 USD 269.50 USD 8.69354838709677 USD", meters[0].Meter+" "+meters[0].List.String()+" "+meters[0].Earned.String()+" "+
		meters[0].Billable.String()+" "+meters[0].EffectiveUnitPrice.String(), "27 of 31 days")
	assert.Equal(t, "5.10 USD", meters[1].Billable.String(), "10 less 4 less 15 % of the rest")
	assert.True(t, meters[2].EffectiveUnitPrice.IsZero(), "nothing used has no price for each")
	assert.Equal(t, "6.00 USD", earned.Missed.String(), "four days at 1.50")
	requireReadsBack(t, meters[2])
}

// What is earned and what is missed are the rate of everything the plan's price list has; more access never earns less; and the
// order of use does not matter.
func TestEarnedAndMissedAreTheRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		instant := func(name string) time.Time {
			return day("2022-07-01").Start().Add(time.Duration(rapid.IntRange(0, 31*24).Draw(t, name)) * time.Hour)
		}
		var grants []pricing.Grant
		for i := range rapid.IntRange(0, 4).Draw(t, "grants") {
			g := grant(string(rune('a'+i)), rapid.SampledFrom([]string{"MPN1", "MPN2", "MPN3"}).Draw(t, "partner"), "2022-07-01")
			g.From = instant("from")
			if end := instant("until"); g.From.Before(end) {
				g.Until = end
			}
			g.Role = rapid.SampledFrom([]string{"Owner", "Reader"}).Draw(t, "role")
			grants = append(grants, g)
		}
		var used []pricing.PlanUse
		total := money("0 USD")
		for range rapid.IntRange(1, 10).Draw(t, "uses") {
			u := use(day("2022-07-01").AddDays(rapid.IntRange(0, 30).Draw(t, "day")).String(), "0 USD")
			u.Cost = amount(t, hundredths(t, "cost", 0, 10_000), terms.USD)
			used, total = append(used, u), sum(t, total, u.Cost)
		}
		p := partnership(grants...)
		earned, err := pricing.CreditEarned(p, used)
		require.NoError(t, err)
		whole, err := pricing.MustParsePercent("15%").Of(total)
		require.NoError(t, err)
		assert.True(t, whole.Equal(sum(t, earned.Earned, earned.Missed)))
		requireReadsBack(t, earned)

		p.Grants = append(slices.Clone(grants), aobo("more", "MPN2", "2022-07-10"))
		more, err := pricing.CreditEarned(p, used)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, compare(t, more.Earned, earned.Earned), 0)

		slices.Reverse(used)
		slices.Reverse(p.Grants)
		reversed, err := pricing.CreditEarned(p, used)
		require.NoError(t, err)
		assert.True(t, more.Earned.Equal(reversed.Earned))
	})
}

func TestRoles(t *testing.T) {
	eligible, ineligible := 0, 0
	names := map[string]bool{}
	for _, r := range pricing.Roles() {
		assert.False(t, names[r.Name], r.Name)
		names[r.Name] = true
		assert.Equal(t, r.Eligible, pricing.RoleEligible(r.Name), r.Name)
		switch r.Eligible {
		case rules.Yes:
			eligible++
		default:
			ineligible++
		}
	}
	assert.Equal(t, []int{98, 24}, []int{eligible, ineligible})
	for name, want := range map[string]rules.Truth{
		"Owner": rules.Yes, "Reader": rules.No, "reader": rules.No, "User Access Administrator": rules.Yes,
		"Support Request Contributor": rules.Yes, "Virtual Machine User Login": rules.Yes, "Reader and Data Access": rules.Yes,
		"Cognitive Services User": rules.No, "Contoso operator": rules.Unknown, "": rules.Unknown,
	} {
		assert.Equal(t, want, pricing.RoleEligible(name), name)
	}
}
