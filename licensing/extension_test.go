package licensing_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

const suite = "Microsoft 365 E3"

// active gives a subscription of so many licences that end on a day.
func active(licences int, end string) licensing.Subscription {
	return licensing.Subscription{Product: suite, Status: licensing.StatusActive, Licences: licences, End: day(end)}
}

// fresh gives a key of so many licences that was not redeemed, named after them.
func fresh(licences int) licensing.LicenceKey {
	return licensing.LicenceKey{ID: fmt.Sprint("key-", licences), Kind: licensing.PartnerBenefit, Product: suite, Licences: licences, Redeemed: rules.No}
}

func extend(key licensing.LicenceKey, on string) licensing.KeyRedemption {
	return licensing.KeyRedemption{Key: key, Action: licensing.ExtendEndDate, Day: day(on)}
}

func add(key licensing.LicenceKey, on string) licensing.KeyRedemption {
	return licensing.KeyRedemption{Key: key, Action: licensing.AddLicences, Day: day(on)}
}

func activate(key licensing.LicenceKey, on string) licensing.KeyRedemption {
	return licensing.KeyRedemption{Key: key, Action: licensing.ActivateAsNew, Day: day(on)}
}

// by gives the default reckoning with changes.
func by(changes ...any) licensing.Reckoning {
	r := licensing.DefaultReckoning()
	for _, change := range changes {
		switch change := change.(type) {
		case licensing.TimeUnit:
			r.Unit = change
		case licensing.Rounding:
			r.Rounding = change
		case licensing.ExtensionLimit:
			r.Limit = change
		case licensing.ExpiryDay:
			r.Expiry = change
		}
	}
	return r
}

func TestExtend(t *testing.T) {
	days, up, nearest := licensing.CalendarDays, licensing.RoundUp, licensing.RoundNearest
	tests := []struct {
		name      string
		before    licensing.Subscription
		by        licensing.Reckoning
		redeem    licensing.KeyRedemption
		remaining string
		licences  int
		end       string
		leftOver  string
	}{
		// From 1 October to 31 December are 2 months and 30 of 31 days, or 91 days.
		{
			"scenario 1: 100 licences extended with 25, 12 × 25 ÷ 100 = 3 months", active(100, "2021-12-31"), by(),
			extend(fresh(25), "2021-10-01"), "185/31", 100, "2022-03-31", "0",
		},
		{
			"scenario 2: 100 licences extended with 100, 12 months", active(100, "2021-12-31"), by(),
			extend(fresh(100), "2021-10-01"), "464/31", 100, "2022-12-31", "0",
		},
		{
			"scenario 3: 5 licences extended with 10, 24 months", active(5, "2021-12-31"), by(),
			extend(fresh(10), "2021-10-01"), "836/31", 5, "2023-12-31", "0",
		},
		{
			"exactly three times passes: 5 licences extended with 15, 36 months", active(5, "2021-12-31"), by(),
			extend(fresh(15), "2021-10-01"), "1208/31", 5, "2024-12-31", "0",
		},
		{
			"an end date moves by months from where it is: 20 August and 3 months, though 5 days of August are none of November",
			active(100, "2021-08-20"), by(), extend(fresh(25), "2021-01-15"), "315/31", 100, "2021-11-20", "0",
		},
		{
			"from the end of February, 28 May", active(100, "2021-02-28"), by(), extend(fresh(25), "2021-01-31"), "4", 100, "2021-05-28", "0",
		},
		{
			"a month without the day: 30 November and 3 months is the end of February", active(100, "2021-11-30"), by(),
			extend(fresh(25), "2021-10-01"), "149/30", 100, "2022-02-28", "0",
		},
		{
			"3 3/7 months: 31 March and 90/7 of April's 30 days is 12, and 7 × 6/7 licence-days are left over",
			active(7, "2021-12-31"), by(), extend(fresh(2), "2021-10-01"), "1388/217", 7, "2022-04-12", "6",
		},
		{
			"the same rounded up: a day of which one seventh for each of 7 was not purchased", active(7, "2021-12-31"), by(up),
			extend(fresh(2), "2021-10-01"), "1388/217", 7, "2022-04-13", "-1",
		},
		{
			"the same rounded to the nearest day", active(7, "2021-12-31"), by(nearest),
			extend(fresh(2), "2021-10-01"), "1388/217", 7, "2022-04-13", "-1",
		},
		{
			"in days: 91 + 25 × 365 ÷ 100 = 182.25, of which 100 × 0.25 are left over", active(100, "2021-12-31"), by(days),
			extend(fresh(25), "2021-10-01"), "729/4", 100, "2022-04-01", "25",
		},
		{
			"in days, rounded up", active(100, "2021-12-31"), by(days, up),
			extend(fresh(25), "2021-10-01"), "729/4", 100, "2022-04-02", "-75",
		},
		{
			"in days, a quarter is rounded down to the nearest", active(100, "2021-12-31"), by(days, nearest),
			extend(fresh(25), "2021-10-01"), "729/4", 100, "2022-04-01", "25",
		},
		{
			"in days, a half is rounded up to the nearest: 91 + 365 ÷ 2 = 273.5", active(2, "2021-12-31"), by(days, nearest),
			extend(fresh(1), "2021-10-01"), "547/2", 2, "2022-07-02", "-1",
		},
		{
			"in days, a key redeemed before a leap day has 366", active(1, "2024-01-31"), by(days),
			extend(fresh(1), "2024-01-31"), "366", 1, "2025-01-31", "0",
		},
		{
			"in days, and one redeemed after it 365", active(1, "2024-03-31"), by(days),
			extend(fresh(1), "2024-03-01"), "395", 1, "2025-03-31", "0",
		},
		{
			"on the end date none is left, and the key gives its own", active(10, "2021-10-01"), by(),
			extend(fresh(10), "2021-10-01"), "12", 10, "2022-10-01", "0",
		},
		{
			"licences added with 2 of 12 months left: (100 × 2 + 100 × 12) ÷ 200 = 7", active(100, "2021-12-15"), by(),
			add(fresh(100), "2021-10-15"), "7", 200, "2022-05-15", "0",
		},
		{
			"licences added on the end date: (10 × 0 + 10 × 12) ÷ 20 = 6", active(10, "2021-10-01"), by(),
			add(fresh(10), "2021-10-01"), "6", 20, "2022-04-01", "0",
		},
		{
			"less than 12 months are left, so less than 12 become of it: (10 × 11 + 12) ÷ 11", active(10, "2022-09-01"), by(),
			add(fresh(1), "2021-10-01"), "122/11", 11, "2022-09-03", "8",
		},
		{
			"12 months are left, and 12 become of it", active(10, "2022-10-01"), by(),
			add(fresh(7), "2021-10-01"), "12", 17, "2022-10-01", "0",
		},
		{
			"more than 12 months are left, and the end date moves back: (10 × 24 + 10 × 12) ÷ 20 = 18", active(10, "2023-10-01"), by(),
			add(fresh(10), "2021-10-01"), "18", 20, "2023-04-01", "0",
		},
		{
			"no limit is stated for adding: 1 + 1000 licences", active(1, "2021-10-01"), by(),
			add(fresh(1000), "2021-10-01"), "12000/1001", 1001, "2022-09-30", "641",
		},
		{
			"(1 × 0 + 7 × 12) ÷ 8 = 10 1/2 months from 31 January: 30 November and 15 of 31 days, and 8 × 1/2 left over",
			active(1, "2021-01-31"), by(), add(fresh(7), "2021-01-31"), "21/2", 8, "2021-12-15", "4",
		},
		{
			"in days: (100 × 61 + 100 × 365) ÷ 200 = 213", active(100, "2021-12-15"), by(days),
			add(fresh(100), "2021-10-15"), "213", 200, "2022-05-16", "0",
		},
		{
			"a first activation, 13 July 2020",
			licensing.Subscription{Product: suite, Status: licensing.StatusNone},
			by(),
			activate(fresh(5), "2020-07-13"), "12", 5, "2021-07-13", "0",
		},
		{
			"an activation on a leap day",
			licensing.Subscription{Product: suite, Status: licensing.StatusNone},
			by(),
			activate(fresh(5), "2024-02-29"), "12", 5, "2025-02-28", "0",
		},
		{
			"an activation in days, over a leap day",
			licensing.Subscription{Product: suite, Status: licensing.StatusDisabled},
			by(days),
			activate(fresh(5), "2024-02-29"), "365", 5, "2025-02-28", "0",
		},
		{
			"a subscription that expired the day before", active(100, "2021-09-30"), by(),
			activate(fresh(5), "2021-10-01"), "12", 5, "2022-10-01", "0",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.Extend(tt.before, tt.by, tt.redeem)
			require.NoError(t, err)
			require.Len(t, got.Results, 1)
			result := got.Results[0]
			assert.Equal(t, tt.remaining+" "+unitOf(tt.by), result.Remaining.String(), "remaining")
			assert.Equal(t, tt.licences, result.Licences)
			assert.Equal(t, tt.end, result.End.String())
			assert.Equal(t, tt.leftOver+" licence-days", result.LeftOver.String(), "left over")
			assert.Equal(t, rules.Yes, result.Decision.Outcome)
			assert.Equal(t, tt.before, got.Before)
			assert.Equal(t, active(tt.licences, tt.end), got.After)
			assert.True(t, got.LeftOver.Equal(result.LeftOver))
			assertRoundTrip(t, got)
		})
	}
}

// unitOf gives what the time of one licence is counted in.
func unitOf(by licensing.Reckoning) string {
	if by.Unit == licensing.CalendarDays {
		return "days"
	}
	return "months"
}

func TestSeveralKeysInOrder(t *testing.T) {
	tests := []struct {
		name     string
		before   licensing.Subscription
		by       licensing.Reckoning
		redeem   []licensing.KeyRedemption
		ends     []string
		licences int
		leftOver string
	}{
		{"none", active(10, "2021-12-01"), by(), nil, nil, 10, "0"},
		{
			"one month each time: 1 of 12 licences, twice", active(12, "2021-12-31"), by(),
			[]licensing.KeyRedemption{extend(named("a", 1), "2021-10-01"), extend(named("b", 1), "2021-10-01")},
			[]string{"2022-01-31", "2022-02-28"},
			12, "0",
		},
		{
			"adding first lets a key in that would be more than three times: 10 + 10, then 60 on 20 is 36 months", active(10, "2021-10-01"), by(),
			[]licensing.KeyRedemption{add(fresh(10), "2021-10-01"), extend(fresh(60), "2021-10-01")},
			[]string{"2022-04-01", "2025-04-01"},
			20, "0",
		},
		{
			"on other days: 6 months, and on the day they are over 12 more", active(10, "2021-10-01"), by(),
			[]licensing.KeyRedemption{add(fresh(10), "2021-10-01"), extend(fresh(20), "2022-04-01")},
			[]string{"2022-04-01", "2023-04-01"},
			20, "0",
		},
		{
			"a day later it has expired, and is activated", active(10, "2021-10-01"), by(),
			[]licensing.KeyRedemption{add(fresh(10), "2021-10-01"), activate(fresh(20), "2022-04-02")},
			[]string{"2022-04-01", "2023-04-02"},
			20, "0",
		},
		{
			"what is left over adds up: 91 + 365 ÷ 3 and again, each rounded down", active(3, "2021-12-31"), by(licensing.CalendarDays),
			[]licensing.KeyRedemption{extend(named("a", 1), "2021-10-01"), extend(named("b", 1), "2021-10-01")},
			[]string{"2022-05-01", "2022-08-30"},
			3, "4",
		},
		{
			"two keys activate together: the second is added on the same day",
			licensing.Subscription{Product: suite, Status: licensing.StatusExpired},
			by(),
			[]licensing.KeyRedemption{activate(fresh(5), "2021-10-01"), add(fresh(20), "2021-10-01")},
			[]string{"2022-10-01", "2022-10-01"},
			25, "0",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.Extend(tt.before, tt.by, tt.redeem...)
			require.NoError(t, err)
			var ends []string
			for _, result := range got.Results {
				ends = append(ends, result.End.String())
			}
			assert.Equal(t, tt.ends, ends)
			assert.Equal(t, tt.licences, got.After.Licences)
			assert.Equal(t, tt.leftOver+" licence-days", got.LeftOver.String())
			assertRoundTrip(t, got)
		})
	}
}

func named(id string, licences int) licensing.LicenceKey {
	key := fresh(licences)
	key.ID = id
	return key
}

func TestExtendRefuses(t *testing.T) {
	changed := func(change func(*licensing.LicenceKey)) licensing.LicenceKey {
		key := fresh(10)
		change(&key)
		return key
	}
	redeemed := changed(func(k *licensing.LicenceKey) { k.Redeemed = rules.Yes })
	other := changed(func(k *licensing.LicenceKey) { k.Product = "Power BI Pro" })
	january := changed(func(k *licensing.LicenceKey) { k.Expires = day("2021-01-31") })
	resulting := by(licensing.LimitResultingEnd)
	tests := []struct {
		name   string
		before licensing.Subscription
		by     licensing.Reckoning
		redeem licensing.KeyRedemption
		rules  []rules.ID // that refuse it; none if it passes
	}{
		{"scenario 4: three times and one licence more", active(100, "2021-12-31"), by(), extend(fresh(301), "2021-10-01"), []rules.ID{factor, limit}},
		{"three times", active(100, "2021-12-31"), by(), extend(fresh(300), "2021-10-01"), nil},
		{"one licence less than three times", active(100, "2021-12-31"), by(), extend(fresh(299), "2021-10-01"), nil},
		{"three times one and one more", active(1, "2021-12-31"), by(), extend(fresh(4), "2021-10-01"), []rules.ID{factor, limit}},
		{"the new end date on the last day of three years", active(10, "2022-10-01"), resulting, extend(fresh(20), "2021-10-01"), nil},
		{"the day after", active(10, "2022-10-02"), resulting, extend(fresh(20), "2021-10-01"), []rules.ID{limit}},
		{"the same held against the time that is added", active(10, "2022-10-02"), by(), extend(fresh(20), "2021-10-01"), nil},
		{"adding has no limit", active(10, "2029-10-02"), resulting, add(fresh(20), "2021-10-01"), nil},
		{"on the end date", active(10, "2021-10-01"), by(), extend(fresh(10), "2021-10-01"), nil},
		{"the day after, extended", active(10, "2021-10-01"), by(), extend(fresh(10), "2021-10-02"), []rules.ID{notActive}},
		{"the day after, added to", active(10, "2021-10-01"), by(), add(fresh(10), "2021-10-02"), []rules.ID{notActive}},
		{"expired, extended", inactive(licensing.StatusExpired), by(), extend(fresh(10), "2021-10-02"), []rules.ID{notActive}},
		{"disabled, extended", inactive(licensing.StatusDisabled), by(), extend(fresh(10), "2021-10-02"), []rules.ID{notActive}},
		{"disabled, added to", inactive(licensing.StatusDisabled), by(), add(fresh(10), "2021-10-02"), []rules.ID{notActive}},
		{"none, extended", inactive(licensing.StatusNone), by(), extend(fresh(10), "2021-10-02"), []rules.ID{notActive}},
		{"active, activated", active(10, "2021-10-02"), by(), activate(fresh(10), "2021-10-02"), []rules.ID{alreadyActive}},
		{"a key that was redeemed", active(10, "2021-10-02"), by(), extend(redeemed, "2021-10-01"), []rules.ID{once}},
		{"a key of another product", active(10, "2021-10-02"), by(), extend(other, "2021-10-01"), []rules.ID{product}},
		{"the day before the benefit expires", active(10, "2021-10-02"), by(), extend(january, "2021-01-30"), nil},
		{"the day it expires", active(10, "2021-10-02"), by(), extend(january, "2021-01-31"), nil},
		{"the day after", active(10, "2021-10-02"), by(), extend(january, "2021-02-01"), []rules.ID{expired}},
		{"the day before, where that day is the last", active(10, "2021-10-02"), by(licensing.ExpiryDayIsOver), extend(january, "2021-01-30"), nil},
		{"the day it expires, where that is too late", active(10, "2021-10-02"), by(licensing.ExpiryDayIsOver), extend(january, "2021-01-31"), []rules.ID{expired}},
		{"everything at once", inactive(licensing.StatusExpired), by(), extend(func() licensing.LicenceKey {
			key := other
			key.Redeemed, key.Expires = rules.Yes, day("2021-01-31")
			return key
		}(), "2021-10-02"), []rules.ID{notActive, once, product, expired}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := licensing.Extend(tt.before, tt.by, tt.redeem)
			if tt.rules == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, licensing.ErrRefused)
			var refusal *licensing.RefusalError
			require.ErrorAs(t, err, &refusal)
			assert.Equal(t, tt.redeem.Key.ID, refusal.Key)
			var refusing []rules.ID
			for _, f := range refusal.Decision.Findings {
				if f.Says == rules.No {
					refusing = append(refusing, f.Rule)
				}
				assert.NotEmpty(t, f.Sources)
			}
			assert.Equal(t, tt.rules, refusing)
			for _, id := range tt.rules {
				assert.ErrorContains(t, err, string(id))
			}
		})
	}
}

const (
	factor        = rules.ID("licensing.redemption.factor")
	limit         = rules.ID("licensing.redemption.limit")
	notActive     = rules.ID("licensing.redemption.notActive")
	alreadyActive = rules.ID("licensing.redemption.alreadyActive")
	once          = rules.ID("licensing.redemption.once")
	product       = rules.ID("licensing.redemption.product")
	expired       = rules.ID("licensing.redemption.expired")
	ownEnd        = rules.ID("licensing.redemption.ownEnd")
)

func inactive(status licensing.SubscriptionStatus) licensing.Subscription {
	return licensing.Subscription{Product: suite, Status: status}
}

func TestAKeyIsRedeemedOnce(t *testing.T) {
	_, err := licensing.Extend(active(10, "2021-12-31"), by(), extend(fresh(1), "2021-10-01"), extend(fresh(1), "2021-10-02"))
	require.ErrorIs(t, err, licensing.ErrRefused)
	require.ErrorContains(t, err, string(once))
}

func TestWhetherAKeyWasRedeemedIsAskedFor(t *testing.T) {
	key := fresh(10)
	key.Redeemed = rules.Unknown
	_, err := licensing.Extend(active(10, "2021-12-31"), by(), extend(key, "2021-10-01"))
	require.ErrorIs(t, err, rules.ErrUndetermined)
	require.NotErrorIs(t, err, licensing.ErrRefused)
	var undetermined *rules.DecisionError
	require.ErrorAs(t, err, &undetermined)
	assert.Equal(t, []string{"redeemed"}, undetermined.Missing)
	require.ErrorContains(t, err, `extendEndDate with key "key-10": rules: a fact that matters is not given: licensing/redemption on 2021-10-01: give redeemed`)

	_, err = licensing.Extend(inactive(licensing.StatusExpired), by(), extend(key, "2021-10-01"))
	require.ErrorIs(t, err, licensing.ErrRefused, "nobody is asked for what does not matter")
}

func TestKeysThatExtendNothing(t *testing.T) {
	osa, otherKind := rules.ID("licensing.redemption.osa"), rules.ID("licensing.redemption.otherKind")
	for kind, want := range map[licensing.KeyKind]rules.ID{
		licensing.OnlineServiceActivation: osa, licensing.SoftwareSubscription: otherKind,
		licensing.MultipleActivation: otherKind, licensing.KeyManagementService: otherKind,
	} {
		t.Run(kind.String(), func(t *testing.T) {
			t.Parallel()
			key := fresh(10)
			key.Kind = kind
			for _, redeem := range []licensing.KeyRedemption{extend(key, "2021-10-01"), add(key, "2021-10-01")} {
				_, err := licensing.Extend(active(10, "2021-12-31"), by(), redeem)
				require.ErrorIs(t, err, licensing.ErrRefused)
				require.ErrorContains(t, err, string(want))
			}
			_, err := licensing.Extend(inactive(licensing.StatusNone), by(), activate(key, "2021-10-01"))
			require.ErrorContains(t, err, string(want))
		})
	}
	key := fresh(10)
	key.Kind = 0
	_, err := licensing.Extend(active(10, "2021-12-31"), by(), extend(key, "2021-10-01"))
	require.ErrorIs(t, err, rules.ErrUndetermined)
	require.ErrorContains(t, err, "give kind")
}

func TestAProductKeyAsALicenceKey(t *testing.T) {
	parsed, err := licensing.ParseProductKey(licensing.PartnerBenefit, "AAAA1-BBBB2-CCCC3-DDDD4-EEEE5")
	require.NoError(t, err)
	assert.Equal(t, licensing.LicenceKey{ID: parsed.ID(), Kind: licensing.PartnerBenefit, Product: suite, Licences: 25}, parsed.LicenceKey(suite, 25))
}

func TestTheCaseOfAProductsNameDoesNotMatter(t *testing.T) {
	key := fresh(10)
	key.Product = " microsoft 365 e3 "
	_, err := licensing.Extend(active(10, "2021-12-31"), by(), extend(key, "2021-10-01"))
	require.NoError(t, err)

	key.Product = "Microsoft 365 E5"
	_, err = licensing.Extend(active(10, "2021-12-31"), by(), extend(key, "2021-10-01"))
	var refusal *licensing.RefusalError
	require.ErrorAs(t, err, &refusal)
	at := slices.IndexFunc(refusal.Decision.Findings, func(f rules.Finding[rules.Truth]) bool { return f.Rule == product })
	assert.Contains(t, refusal.Decision.Findings[at].Args, rules.TextArg("product", "Microsoft 365 E5"))
	assert.Contains(t, refusal.Decision.Findings[at].Args, rules.TextArg("subscription", suite))
}

func TestARefusalSaysThatTheSubscriptionHasEnded(t *testing.T) {
	_, err := licensing.Extend(active(10, "2021-10-01"), by(), extend(fresh(5), "2021-10-01"))
	require.NoError(t, err, "on the end date it is active still")

	_, err = licensing.Extend(active(10, "2021-09-30"), by(), extend(fresh(5), "2021-10-01"))
	require.ErrorIs(t, err, licensing.ErrRefused)
	require.ErrorContains(t, err, `extendEndDate of a subscription that ended on 2021-09-30 with key "key-5" on 2021-10-01: A subscription that is not active, such as one whose end date has passed,`)
	var refusal *licensing.RefusalError
	require.ErrorAs(t, err, &refusal)
	assert.Contains(t, refusal.Decision.Findings[0].Args, rules.DayArg("ended", day("2021-09-30")))
}

func TestTheEndOfTheSubscriptionIsNotThatOfTheBenefit(t *testing.T) {
	key := fresh(5)
	key.Expires = day("2021-01-31")
	tests := []struct {
		on   string
		end  string
		told bool
	}{
		{"2021-01-30", "2022-01-30", true},
		{"2020-12-01", "2021-12-01", true},
		{"2021-01-31", "2022-01-31", true},
	}
	for _, tt := range tests {
		t.Run(tt.on, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.Extend(inactive(licensing.StatusNone), by(), activate(key, tt.on))
			require.NoError(t, err)
			assert.Equal(t, tt.end, got.After.End.String())
			at := slices.IndexFunc(got.Results[0].Decision.Findings, func(f rules.Finding[rules.Truth]) bool { return f.Rule == ownEnd })
			require.Equal(t, tt.told, at >= 0)
			if tt.told {
				assert.Contains(t, got.Results[0].Decision.Findings[at].Args, rules.DayArg("end", day(tt.end)))
			}
		})
	}
}

func TestFindingsTellTheNumbers(t *testing.T) {
	_, err := licensing.Extend(active(100, "2021-12-31"), by(), extend(fresh(301), "2021-10-01"))
	var refusal *licensing.RefusalError
	require.ErrorAs(t, err, &refusal)
	args := map[rules.ID][]rules.Arg{}
	for _, f := range refusal.Decision.Findings {
		args[f.Rule] = f.Args
	}
	assert.Equal(t, []rules.Arg{
		rules.TextArg("key", "key-301"), rules.CountArg("onKey", 301), rules.CountArg("active", 100), rules.CountArg("mostOnKey", 300),
	}, args[factor])
	assert.Equal(t, []rules.Arg{
		rules.TextArg("key", "key-301"), rules.DayArg("end", day("2025-01-03")), rules.CountArg("limitMonths", 36),
	}, args[limit])
}

func TestExtendRefusesRequests(t *testing.T) {
	sound := extend(fresh(10), "2021-10-01")
	with := func(change func(*licensing.KeyRedemption)) licensing.KeyRedemption {
		redemption := sound
		change(&redemption)
		return redemption
	}
	subscription := func(change func(*licensing.Subscription)) licensing.Subscription {
		s := active(10, "2021-12-31")
		change(&s)
		return s
	}
	was := active(10, "2021-12-31")
	tests := []struct {
		name   string
		before licensing.Subscription
		by     licensing.Reckoning
		redeem []licensing.KeyRedemption
		field  string
		want   string
	}{
		{"no subscription", licensing.Subscription{}, by(), nil, "subscription/product", "the name of the product"},
		{"no status", subscription(func(s *licensing.Subscription) { s.Status = 0 }), by(), nil, "subscription/status", "one of none, active, expired, disabled"},
		{"a status that is none", subscription(func(s *licensing.Subscription) { s.Status = 5 }), by(), nil, "subscription/status", "one of none"},
		{"no end date", subscription(func(s *licensing.Subscription) { s.End = terms.Day{} }), by(), nil, "subscription/end", "the end date"},
		{"no licences", subscription(func(s *licensing.Subscription) { s.Licences = 0 }), by(), nil, "subscription/licences", "1 to 1000000"},
		{"negative licences", subscription(func(s *licensing.Subscription) { s.Licences = -1 }), by(), nil, "subscription/licences", "1 to 1000000"},
		{"too many licences", subscription(func(s *licensing.Subscription) { s.Licences = 1_000_001 }), by(), nil, "subscription/licences", "1 to 1000000"},
		{"an end of what was never there", licensing.Subscription{Product: suite, Status: licensing.StatusNone, End: day("2021-09-30")}, by(), nil, "subscription/end", "no end date, as the status is none"},
		{"expired, and its end is the day after the redemption", licensing.Subscription{Product: suite, Status: licensing.StatusExpired, End: day("2021-10-02")}, by(), []licensing.KeyRedemption{activate(fresh(10), "2021-10-01")}, "subscription/end", "no day after 2021-10-01, on which the status is expired"},
		{"active licences of an expired one", subscription(func(s *licensing.Subscription) { s.Status = licensing.StatusExpired }), by(), nil, "subscription/licences", "no active licences"},
		{"no reckoning", was, licensing.Reckoning{}, nil, "reckoning/unit", `one of calendarMonths, calendarDays; calendarMonths where nothing speaks for another`},
		{"no rounding", was, licensing.Reckoning{Unit: 1, Limit: 1, Expiry: 1}, nil, "reckoning/rounding", `down where nothing`},
		{"no limit", was, licensing.Reckoning{Unit: 1, Rounding: 1, Expiry: 1}, nil, "reckoning/limit", `addedTime where nothing`},
		{"no expiry", was, licensing.Reckoning{Unit: 1, Rounding: 1, Limit: 1}, nil, "reckoning/expiry", `counts where nothing`},
		{"a key without licences", was, by(), []licensing.KeyRedemption{with(func(k *licensing.KeyRedemption) { k.Key.Licences = 0 })}, "redemptions/0/key/licences", "1 to 1000000"},
		{"a key of negative licences", was, by(), []licensing.KeyRedemption{with(func(k *licensing.KeyRedemption) { k.Key.Licences = -5 })}, "redemptions/0/key/licences", "1 to 1000000"},
		{"a key of too many licences", was, by(), []licensing.KeyRedemption{with(func(k *licensing.KeyRedemption) { k.Key.Licences = 1_000_001 })}, "redemptions/0/key/licences", "1 to 1000000"},
		{"a key without id", was, by(), []licensing.KeyRedemption{sound, with(func(k *licensing.KeyRedemption) { k.Key.ID = "" })}, "redemptions/1/key/id", "ProductKey.ID"},
		{"a kind of key that is none", was, by(), []licensing.KeyRedemption{with(func(k *licensing.KeyRedemption) { k.Key.Kind = 6 })}, "redemptions/0/key/kind", "one of onlineServiceActivation"},
		{"a key without product", was, by(), []licensing.KeyRedemption{with(func(k *licensing.KeyRedemption) { k.Key.Product = "" })}, "redemptions/0/key/product", "the name of the product"},
		{"no action", was, by(), []licensing.KeyRedemption{with(func(k *licensing.KeyRedemption) { k.Action = 0 })}, "redemptions/0/action", "one of extendEndDate, addLicences, activateAsNew"},
		{"no day", was, by(), []licensing.KeyRedemption{with(func(k *licensing.KeyRedemption) { k.Day = terms.Day{} })}, "redemptions/0/day", "the day of redemption"},
		{"days that run backwards", was, by(), []licensing.KeyRedemption{sound, extend(named("b", 1), "2021-09-30")}, "redemptions/1/day", "no day before"},
		{"an end date after all days", active(1, "9999-12-31"), by(), []licensing.KeyRedemption{extend(fresh(1), "2021-10-01")}, "redemptions/0/key/licences", "9999-12-31"},
		{"a key whose months end after all days", active(1, "9999-12-31"), by(), []licensing.KeyRedemption{extend(fresh(1), "9999-01-01")}, "redemptions/0/day", "P12M"},
		{"too many redemptions", was, by(), make([]licensing.KeyRedemption, 1001), "redemptions", "at most 1000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := licensing.Extend(tt.before, tt.by, tt.redeem...)
			require.ErrorIs(t, err, licensing.ErrRequest)
			var wrong *licensing.RequestError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, tt.field, wrong.Field)
			assert.Contains(t, wrong.Want, tt.want)
			assert.ErrorContains(t, err, tt.field)
		})
	}
}

func TestTheLastDaysThereAre(t *testing.T) {
	for _, unit := range []licensing.TimeUnit{licensing.CalendarMonths, licensing.CalendarDays} {
		got, err := licensing.Extend(active(7, "9999-12-20"), by(unit), add(fresh(1), "9998-12-31"))
		require.NoError(t, err)
		assert.False(t, got.After.End.After(day("9999-12-31")))
		assert.False(t, got.After.End.Before(day("9999-12-19")))
	}
}

func TestOverlaysReachTheCalculation(t *testing.T) {
	key, was := extend(fresh(30), "2021-10-01"), active(10, "2021-12-31")

	got, err := with(t, `"figures": [{"timeline": "licensing.key.months", "span": "2021-10-01/..", "value": "P6M"}]`).Extend(was, by(), key)
	require.NoError(t, err)
	assert.Equal(t, "2023-06-30", got.After.End.String(), "30 of 10 licences for 6 months are 18")

	larger := with(t, `"figures": [
		{"timeline": "licensing.extension.factor", "span": "2021-10-01/..", "value": 4},
		{"timeline": "licensing.extension.limit", "span": "2021-10-01/..", "value": "P48M"}]`)
	_, err = larger.Extend(was, by(), extend(fresh(40), "2021-10-01"))
	require.NoError(t, err)
	_, err = larger.Extend(was, by(), extend(fresh(40), "2021-09-30"))
	require.ErrorIs(t, err, licensing.ErrRefused, "the day before the overlay's figures")
	_, err = larger.Extend(was, by(), extend(fresh(41), "2021-10-01"))
	require.ErrorIs(t, err, licensing.ErrRefused)

	off := with(t, `"switchOff": ["licensing.redemption.factor", "licensing.redemption.limit"]`)
	got, err = off.Extend(was, by(), extend(fresh(50), "2021-10-01"))
	require.NoError(t, err)
	assert.Equal(t, "2026-12-31", got.After.End.String())
	assert.Len(t, got.Results[0].Decision.Changed, 2)
}

func TestEditedRulesReachTheCalculation(t *testing.T) {
	from := []rules.Source{{Document: "contract", Section: "4", Checked: day("2026-11-22")}}
	house, err := licensing.Published().EditRedemption(rules.Edit[licensing.RedemptionFacts, rules.Truth]{
		Owner: "Fabrikam", Reason: "keys are kept for renewals",
		Add: []rules.Rule[licensing.RedemptionFacts, rules.Truth]{{
			ID: "fabrikam.noAdding", Text: "We add no licences by key.", Span: terms.Always(), Sources: from,
			If: []rules.Condition[licensing.RedemptionFacts]{{
				Name: "licences are added", Reads: []string{"action"},
				Holds: func(f licensing.RedemptionFacts) rules.Truth { return rules.Is(f.Action, licensing.AddLicences) },
			}},
			Then: rules.No,
		}},
	})
	require.NoError(t, err)
	_, err = house.Extend(active(10, "2021-12-31"), by(), add(fresh(1), "2021-10-01"))
	require.ErrorIs(t, err, licensing.ErrRefused)
	require.ErrorContains(t, err, "fabrikam.noAdding")
	_, err = licensing.Extend(active(10, "2021-12-31"), by(), add(fresh(1), "2021-10-01"))
	require.NoError(t, err, "the published rules stay as they were")

	_, err = house.EditRedemption(rules.Edit[licensing.RedemptionFacts, rules.Truth]{SwitchOff: []rules.ID{once}})
	require.ErrorIs(t, err, rules.ErrOverlay)
}
