package cancellation_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

// The products and openings, by the short names the rows below use.
const (
	perpetual = cancellation.PerpetualSoftware
	software  = cancellation.SoftwareSubscription
	seats     = cancellation.LicenseBased
	extended  = cancellation.ExtendedServiceTerm
	monthly   = cancellation.MarketplaceMonthly
	annual    = cancellation.MarketplaceAnnual
	central   = cancellation.BusinessCentral
	azure     = cancellation.AzurePlan
	reserved  = cancellation.Reservation
	savings   = cancellation.SavingsPlan
)

// row is a question and what its answer says. What is not wanted is empty.
type row struct {
	name     string
	request  cancellation.Request
	at       string
	verdict  cancellation.Verdict
	deadline string
	left     string
	refund   cancellation.Refund
	report   cancellation.Report
	missing  []string
}

func (r row) check(t *testing.T) {
	t.Parallel()
	got, err := cancellation.Check(r.request, at(r.at))
	require.NoError(t, err)
	assert.Equal(t, r.verdict.String(), got.Verdict.String())
	assert.Equal(t, r.deadline, text(got.Deadline))
	left := ""
	if got.Left != (cancellation.Left{}) {
		left = got.Left.String()
	}
	assert.Equal(t, r.left, left)
	assert.Equal(t, r.refund.String(), got.Refund.String())
	assert.Equal(t, r.report.String(), got.Report.String())
	assert.Equal(t, r.missing, got.Missing)
	assert.True(t, got.At.Equal(at(r.at)))
	requireRoundTrip(t, got)
}

func checkRows(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.name, r.check)
	}
}

const (
	isOpen       = cancellation.Open
	notYet       = cancellation.NotYetOpen
	isClosed     = cancellation.Closed
	never        = cancellation.Never
	refused      = cancellation.Refused
	undetermined = cancellation.Undetermined

	full     = cancellation.RefundFull
	firstDay = cancellation.RefundFullThenProrated
	prorated = cancellation.RefundProrated
	nothing  = cancellation.RefundNone

	windowEnd = cancellation.ReportWindowEnd
	daysLeft  = cancellation.ReportDaysLeft
	passed    = cancellation.ReportWindowPassed
)

func TestSoftwareSubscriptions(t *testing.T) {
	t.Parallel()
	of := func(opened string, change ...func(*cancellation.Request)) cancellation.Request {
		return bought(software, opened, change...)
	}
	may := of("2024-05-10T15:30:00Z")
	checkRows(t, []row{
		{"an instant before it was bought", may, "2024-05-10T15:29:59.999999999Z", notYet, "2024-05-17T23:59:00Z", "", prorated, 0, nil},
		{"the instant it was bought: 7 days, 8 hours and 29 minutes left", may, "2024-05-10T15:30:00Z", isOpen, "2024-05-17T23:59:00Z", "P7DT8H", prorated, windowEnd, nil},
		{"the day before the last", may, "2024-05-16T23:59:00Z", isOpen, "2024-05-17T23:59:00Z", "P1DT0H", prorated, windowEnd, nil},
		{"168 hours later, on the last day", may, "2024-05-17T15:30:00Z", isOpen, "2024-05-17T23:59:00Z", "P0DT8H", prorated, windowEnd, nil},
		{"a nanosecond less than an hour before it closes", may, "2024-05-17T22:59:00.000000001Z", isOpen, "2024-05-17T23:59:00Z", "", prorated, windowEnd, nil},
		{"a nanosecond before it closes", may, "2024-05-17T23:58:59.999999999Z", isOpen, "2024-05-17T23:59:00Z", "", prorated, windowEnd, nil},
		{"the closing instant", may, "2024-05-17T23:59:00Z", isClosed, "2024-05-17T23:59:00Z", "", prorated, passed, nil},
		{"a nanosecond after it closed", may, "2024-05-17T23:59:00.000000001Z", isClosed, "2024-05-17T23:59:00Z", "", prorated, passed, nil},
		{"the day after", may, "2024-05-18T12:00:00Z", isClosed, "2024-05-17T23:59:00Z", "", prorated, passed, nil},

		{"22 February and 7 days is 29 February in a leap year", of("2024-02-22T12:00:00Z"), "2024-02-22T12:00:00Z", isOpen, "2024-02-29T23:59:00Z", "P7DT11H", prorated, windowEnd, nil},
		{"and 1 March in another", of("2023-02-22T12:00:00Z"), "2023-02-22T12:00:00Z", isOpen, "2023-03-01T23:59:00Z", "P7DT11H", prorated, windowEnd, nil},
		{"29 February and 7 days is 7 March", of("2024-02-29T00:00:00Z"), "2024-03-07T00:00:00Z", isOpen, "2024-03-07T23:59:00Z", "P0DT23H", prorated, windowEnd, nil},
		{"31 December and 7 days is 7 January", of("2023-12-31T23:59:59Z"), "2024-01-01T00:00:00Z", isOpen, "2024-01-07T23:59:00Z", "P6DT23H", prorated, windowEnd, nil},
		{"the day is that in UTC: 1 May, 00:30 in Oslo is 30 April", of("2024-05-01T00:30:00+02:00"), "2024-05-07T12:00:00Z", isOpen, "2024-05-07T23:59:00Z", "P0DT11H", prorated, windowEnd, nil},
		{"a renewal opens it again, when it completes", of("2025-05-11T17:20:00Z", openedBy(cancellation.ByRenewal)), "2025-05-12", isOpen, "2025-05-18T23:59:00Z", "P6DT23H", prorated, windowEnd, nil},

		{"the last day of 30: 10 July and 30 days is 9 August", of("2022-07-10T23:59:59Z"), "2022-08-09T23:58:00Z", isOpen, "2022-08-09T23:59:00Z", "", prorated, windowEnd, nil},
		{"the first day of 7: 11 July and 7 days is 18 July", of("2022-07-11T00:00:00Z"), "2022-07-18T23:59:00Z", isClosed, "2022-07-18T23:59:00Z", "", prorated, passed, nil},
		{"the day after: 12 July and 7 days is 19 July", of("2022-07-12T00:00:00Z"), "2022-07-19T00:00:00Z", isOpen, "2022-07-19T23:59:00Z", "P0DT23H", prorated, windowEnd, nil},
		{"the last day of 60: 19 May and 60 days is 18 July", of("2021-05-19T08:00:00Z"), "2021-07-18", isOpen, "2021-07-18T23:59:00Z", "P0DT23H", full, windowEnd, nil},
		{"the first day of 30: 20 May and 30 days is 19 June", of("2021-05-20T08:00:00Z"), "2021-06-20", isClosed, "2021-06-19T23:59:00Z", "", prorated, passed, nil},
		{"the first day of the record: 4 September and 60 days is 3 November", of("2018-09-04T00:00:00Z"), "2018-09-04", isOpen, "2018-11-03T23:59:00Z", "P60DT23H", full, windowEnd, nil},

		{"a plan of Red Hat or SUSE", of("2024-05-10", linux(rules.Yes)), "2024-05-10", never, "", "", nothing, 0, nil},
		{"perhaps a plan of Red Hat or SUSE", of("2024-05-10", linux(rules.Unknown)), "2024-05-10", undetermined, "", "", 0, 0, []string{"linuxPlan"}},
		{"whether it is another final plan does not matter", of("2024-05-10", final(rules.Unknown)), "2024-05-10", isOpen, "2024-05-17T23:59:00Z", "P7DT23H", prorated, windowEnd, nil},
		{"nor what opened the window", of("2024-05-10", openedBy(0)), "2024-05-10", isOpen, "2024-05-17T23:59:00Z", "P7DT23H", prorated, windowEnd, nil},
		{"not an admin agent", of("2024-05-10", adminAgent(rules.No)), "2024-05-10", refused, "2024-05-17T23:59:00Z", "P7DT23H", prorated, 0, nil},
		{"perhaps an admin agent", of("2024-05-10", adminAgent(rules.Unknown)), "2024-05-10", undetermined, "2024-05-17T23:59:00Z", "P7DT23H", prorated, 0, []string{"adminAgent"}},
		{"once it is closed the role does not matter", of("2024-05-10", adminAgent(rules.Unknown)), "2024-06-10", isClosed, "2024-05-17T23:59:00Z", "", prorated, passed, nil},
		{"nor before it opens", of("2024-05-10", adminAgent(rules.No)), "2024-05-09", notYet, "2024-05-17T23:59:00Z", "", prorated, 0, nil},
		{"bought nobody knows when", of(""), "2024-05-10", undetermined, "", "", 0, 0, []string{"opened"}},
		{"bought nobody knows what", bought(0, "2024-05-10"), "2024-05-10", undetermined, "", "", 0, 0, []string{"product"}},
	})
}

func TestPerpetualSoftware(t *testing.T) {
	t.Parallel()
	of := func(opened string, change ...func(*cancellation.Request)) cancellation.Request {
		return bought(perpetual, opened, change...)
	}
	checkRows(t, []row{
		{"31 January and 30 days is 1 March in a leap year", of("2024-01-31T09:00:00Z"), "2024-01-31T09:00:00Z", isOpen, "2024-03-01T23:59:00Z", "P30DT14H", full, daysLeft, nil},
		{"and 2 March in another", of("2023-01-31T09:00:00Z"), "2023-02-28", isOpen, "2023-03-02T23:59:00Z", "P2DT23H", full, daysLeft, nil},
		{"the last day", of("2024-01-31T09:00:00Z"), "2024-03-01T23:58:59Z", isOpen, "2024-03-01T23:59:00Z", "", full, daysLeft, nil},
		{"the day after", of("2024-01-31T09:00:00Z"), "2024-03-02", isClosed, "2024-03-01T23:59:00Z", "", full, passed, nil},
		{"the last day of 60", of("2021-05-19"), "2021-07-18T12:00:00Z", isOpen, "2021-07-18T23:59:00Z", "P0DT11H", full, daysLeft, nil},
		{"the first day of 30", of("2021-05-20"), "2021-06-19T12:00:00Z", isOpen, "2021-06-19T23:59:00Z", "P0DT11H", full, daysLeft, nil},
		{
			"nothing else is asked", of("2024-01-31", linux(rules.Unknown), final(rules.Unknown), openedBy(0)), "2024-01-31",
			isOpen, "2024-03-01T23:59:00Z", "P30DT23H", full, daysLeft, nil,
		},
	})
}

func TestSeats(t *testing.T) {
	t.Parallel()
	of := func(opened string, change ...func(*cancellation.Request)) cancellation.Request {
		return bought(seats, opened, change...)
	}
	march := of("2024-03-26T11:00:00Z")
	checkRows(t, []row{
		{"a nanosecond before 168 hours have passed", march, "2024-04-02T10:59:59.999999999Z", isOpen, "2024-04-02T11:00:00Z", "", firstDay, 0, nil},
		{"168 hours", march, "2024-04-02T11:00:00Z", isClosed, "2024-04-02T11:00:00Z", "", firstDay, 0, nil},
		{"a nanosecond more", march, "2024-04-02T11:00:00.000000001Z", isClosed, "2024-04-02T11:00:00Z", "", firstDay, 0, nil},
		{"clocks that are put forward change nothing: from 12:00 in Oslo in winter to 13:00 in summer", of("2024-03-26T12:00:00+01:00"), "2024-04-02T12:59:59+02:00", isOpen, "2024-04-02T11:00:00Z", "", firstDay, 0, nil},
		{"a week over 29 February", of("2024-02-26T06:00:00Z"), "2024-02-29T06:00:00Z", isOpen, "2024-03-04T06:00:00Z", "P4DT0H", firstDay, 0, nil},

		{"the first day of new commerce: 72 hours", of("2022-01-10T00:00:00Z"), "2022-01-12T23:59:59Z", isOpen, "2022-01-13T00:00:00Z", "", firstDay, 0, nil},
		{"the last day of 72 hours", of("2022-03-11T23:59:59Z"), "2022-03-14T23:59:59Z", isClosed, "2022-03-14T23:59:59Z", "", firstDay, 0, nil},
		{"the first day of seven days, before they were announced", of("2022-03-12T00:00:00Z"), "2022-03-18T23:59:59Z", isOpen, "2022-03-19T00:00:00Z", "", firstDay, 0, nil},
		{"the day after", of("2022-03-13T00:00:00Z"), "2022-03-19T12:00:00Z", isOpen, "2022-03-20T00:00:00Z", "P0DT12H", firstDay, 0, nil},

		{"a renewal that took five hours to complete", of("2023-03-02T05:00:00Z", openedBy(cancellation.ByRenewal)), "2023-03-09T04:00:00Z", isOpen, "2023-03-09T05:00:00Z", "P0DT1H", firstDay, 0, nil},
		{"seats added in mid-term", of("2024-03-26T11:00:00Z", openedBy(cancellation.ByAddedSeats)), "2024-03-26T11:00:00Z", isOpen, "2024-04-02T11:00:00Z", "P7DT0H", firstDay, 0, nil},
		{"a trial turned paid", of("2024-03-26T11:00:00Z", openedBy(cancellation.ByConversion)), "2024-04-02T10:00:00Z", isOpen, "2024-04-02T11:00:00Z", "P0DT1H", firstDay, 0, nil},
		{"an upgrade", of("2024-03-26T11:00:00Z", openedBy(cancellation.ByUpgrade)), "2024-03-26T12:00:00Z", never, "", "", nothing, 0, nil},
		{
			"a partial upgrade on the sixth day of its source", of("2024-03-26T11:00:00Z", openedBy(cancellation.ByPartialUpgrade), source("2024-03-20T08:00:00Z")), "2024-03-26T12:00:00Z",
			isOpen, "2024-03-27T08:00:00Z", "P0DT20H", firstDay, 0, nil,
		},
		{
			"a partial upgrade after the window of its source", of("2024-03-26T11:00:00Z", openedBy(cancellation.ByPartialUpgrade), source("2024-03-01T08:00:00Z")), "2024-03-26T12:00:00Z",
			isClosed, "2024-03-08T08:00:00Z", "", firstDay, 0, nil,
		},
		{
			"a partial upgrade of nobody knows what", of("2024-03-26T11:00:00Z", openedBy(cancellation.ByPartialUpgrade)), "2024-03-26T12:00:00Z",
			undetermined, "", "", 0, 0,
			[]string{"sourceOpened"},
		},
		{
			"a partial upgrade on the last day before that was written", of("2023-10-23T11:00:00Z", openedBy(cancellation.ByPartialUpgrade), source("2023-10-23T08:00:00Z")), "2023-10-23T12:00:00Z",
			never, "", "", nothing, 0, nil,
		},
		{
			"a partial upgrade on the first day on which it may have been", of("2023-10-24T11:00:00Z", openedBy(cancellation.ByPartialUpgrade), source("2023-10-23T08:00:00Z")), "2023-10-24T12:00:00Z",
			isOpen, "2023-10-30T08:00:00Z", "P5DT20H", firstDay, 0, nil,
		},
		{"opened nobody knows by what", of("2024-03-26T11:00:00Z", openedBy(0)), "2024-03-26T12:00:00Z", undetermined, "", "", 0, 0, []string{"opening"}},
		{"plans of Red Hat have no seats", of("2024-03-26T11:00:00Z", linux(rules.Unknown)), "2024-03-26T12:00:00Z", isOpen, "2024-04-02T11:00:00Z", "P6DT23H", firstDay, 0, nil},
	})
}

func TestOtherProducts(t *testing.T) {
	t.Parallel()
	checkRows(t, []row{
		{"marketplace, monthly, the first day of the record: 24 hours", bought(monthly, "2020-11-20T10:00:00Z"), "2020-11-21T10:00:00Z", isClosed, "2020-11-21T10:00:00Z", "", prorated, 0, nil},
		{"marketplace, monthly, the last day of 24 hours", bought(monthly, "2023-10-23T10:00:00Z"), "2023-10-24T09:00:00Z", isOpen, "2023-10-24T10:00:00Z", "P0DT1H", full, 0, nil},
		{"marketplace, monthly, the first day of 72 hours", bought(monthly, "2023-10-24T10:00:00Z"), "2023-10-25T10:00:00Z", isOpen, "2023-10-27T10:00:00Z", "P2DT0H", full, 0, nil},
		{"marketplace, annual, the last day of 14 days", bought(annual, "2023-10-23T10:00:00Z"), "2023-11-06T09:59:59Z", isOpen, "2023-11-06T10:00:00Z", "", full, 0, nil},
		{"marketplace, annual, the first day of 72 hours", bought(annual, "2023-10-24T10:00:00Z"), "2023-10-27T10:00:00Z", isClosed, "2023-10-27T10:00:00Z", "", full, 0, nil},
		{"marketplace, the last day of prorated refunds", bought(annual, "2021-09-30T10:00:00Z"), "2021-10-01", isOpen, "2021-10-14T10:00:00Z", "P13DT10H", prorated, 0, nil},
		{"marketplace, the first day of full refunds", bought(annual, "2021-10-01T10:00:00Z"), "2021-10-02", isOpen, "2021-10-15T10:00:00Z", "P13DT10H", full, 0, nil},
		{"marketplace, renewed", bought(monthly, "2024-10-24T10:00:00Z", openedBy(cancellation.ByRenewal)), "2024-10-24T10:00:00Z", never, "", "", nothing, 0, nil},
		{"marketplace, perhaps renewed", bought(monthly, "2024-10-24T10:00:00Z", openedBy(0)), "2024-10-24T10:00:00Z", undetermined, "", "", 0, 0, []string{"opening"}},
		{"Business Central, renewed", bought(central, "2024-10-24T10:00:00Z", openedBy(cancellation.ByRenewal)), "2024-10-24T10:00:00Z", isOpen, "2024-10-31T10:00:00Z", "P7DT0H", full, 0, nil},
		{"Azure plan", bought(azure, "2021-10-24T10:00:00Z"), "2031-10-24", isOpen, "", "", nothing, 0, nil},
		{"Azure plan, not an admin agent", bought(azure, "2021-10-24T10:00:00Z", adminAgent(rules.No)), "2031-10-24", refused, "", "", nothing, 0, nil},
		{"Azure plan, before it was bought", bought(azure, "2021-10-24T10:00:00Z"), "2021-10-24", notYet, "", "", nothing, 0, nil},
		{"reservation", bought(reserved, "2021-10-24T10:00:00Z"), "2023-10-24", isOpen, "", "", prorated, 0, nil},
		{"reservation of a SUSE plan", bought(reserved, "2021-10-24T10:00:00Z", linux(rules.Yes), final(rules.Unknown)), "2021-10-25", never, "", "", nothing, 0, nil},
		{"reservation of a final plan", bought(reserved, "2021-10-24T10:00:00Z", linux(rules.Unknown), final(rules.Yes)), "2021-10-25", never, "", "", nothing, 0, nil},
		{"reservation of nobody knows what", bought(reserved, "2021-10-24", linux(rules.Unknown), final(rules.Unknown)), "2021-10-25", undetermined, "", "", 0, 0, []string{"linuxPlan", "finalPlan"}},
		{"savings plan", bought(savings, "2023-10-24T10:00:00Z"), "2023-10-24T10:00:00Z", never, "", "", nothing, 0, nil},
		{"extended service term, its first day in the sandbox", bought(extended, "2025-11-03"), "2026-01-31", isOpen, "", "", prorated, 0, nil},
	})
}

func TestPartnerCenterPrevails(t *testing.T) {
	t.Parallel()
	rows := []row{
		{"a later date", bought(software, "2024-05-10", allowed("2024-05-20T23:59:00Z")), "2024-05-19", isOpen, "2024-05-20T23:59:00Z", "P1DT23H", prorated, windowEnd, nil},
		{"an earlier date", bought(software, "2024-05-10", allowed("2024-05-12T00:00:00Z")), "2024-05-12", isClosed, "2024-05-12T00:00:00Z", "", prorated, passed, nil},
		{"null", bought(software, "2024-05-10", notAllowed), "2024-05-10", never, "", "", nothing, 0, nil},
		{"a date for what the rules have as final", bought(software, "2024-05-10", linux(rules.Yes), allowed("2024-05-12")), "2024-05-11", isOpen, "2024-05-12T00:00:00Z", "P1DT0H", 0, windowEnd, nil},
		{"a date for what the rules have at any time", bought(azure, "2024-05-10", allowed("9999-12-10")), "2024-05-11", isOpen, "9999-12-10T00:00:00Z", "P2913021DT0H", nothing, 0, nil},
		{"facts that are not given do not matter", bought(software, "2024-05-10", linux(rules.Unknown), allowed("2024-05-12")), "2024-05-11", isOpen, "2024-05-12T00:00:00Z", "P1DT0H", prorated, windowEnd, nil},
		{"nor when it was bought", bought(software, "", allowed("2024-05-12")), "2024-05-11", isOpen, "2024-05-12T00:00:00Z", "P1DT0H", 0, windowEnd, nil},
		{"nor what", bought(0, "", notAllowed), "2024-05-11", never, "", "", nothing, 0, nil},
		{"nor a day from before the record", bought(software, "2017-05-10", allowed("2017-06-12")), "2017-06-11", isOpen, "2017-06-12T00:00:00Z", "P1DT0H", 0, windowEnd, nil},
		{"but the role does", bought(software, "2024-05-10", adminAgent(rules.Unknown), allowed("2024-05-12")), "2024-05-11", undetermined, "2024-05-12T00:00:00Z", "P1DT0H", prorated, 0, []string{"adminAgent"}},
	}
	checkRows(t, rows)
	for _, r := range rows {
		answer, err := cancellation.Check(r.request, at(r.at))
		require.NoError(t, err)
		assert.Equal(t, cancellation.BasisPartnerCenter, answer.Basis, r.name)
		assert.Equal(t, answer.Deadline, answer.SafeDeadline(), r.name)
	}

	t.Run("what the rules say stands beside it", func(t *testing.T) {
		t.Parallel()
		answer, err := cancellation.Check(rows[0].request, at("2024-05-19"))
		require.NoError(t, err)
		other := answer.Alternatives[0]
		assert.Equal(t, "cancellation.window.software", other.Timeline)
		assert.Equal(t, "P7D", other.Says)
		assert.Equal(t, isClosed, other.Verdict)
		assert.Equal(t, at("2024-05-17T23:59:00Z"), other.Deadline)
	})
	t.Run("but not where they wait for a fact", func(t *testing.T) {
		t.Parallel()
		answer, err := cancellation.Check(rows[5].request, at("2024-05-11"))
		require.NoError(t, err)
		require.Len(t, answer.Alternatives, 1)
		assert.Equal(t, "cancellation.refund.software", answer.Alternatives[0].Timeline, "only the refund has another reading")
	})
	t.Run("also where they have no window", func(t *testing.T) {
		t.Parallel()
		answer, err := cancellation.Check(rows[3].request, at("2024-05-11"))
		require.NoError(t, err)
		other := answer.Alternatives[0]
		assert.Equal(t, "notAtAll", other.Says)
		assert.Equal(t, never, other.Verdict)
		assert.Equal(t, "SW-14", other.Sources[0].Fact)
	})
}

func TestTheRecordHasNoAnswer(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		request cancellation.Request
		want    error
		text    string
	}{
		{"software, the day before the record", bought(software, "2018-09-03"), rules.ErrNoFigure, "cancellation.window.software on 2018-09-03"},
		{"seats, the day before new commerce", bought(seats, "2022-01-09"), rules.ErrNoFigure, "cancellation.window.seats on 2022-01-09"},
		{"marketplace, the day before the record", bought(monthly, "2020-11-19"), rules.ErrNoFigure, "2020-11-19"},
		{"Business Central, the day before the record", bought(central, "2023-10-23"), rules.ErrNoFigure, "2023-10-23"},
		{"extended service term, the day before there was one", bought(extended, "2025-11-02"), rules.ErrNoRule, "2025-11-02"},
		{"a source subscription from before new commerce", bought(seats, "2024-01-01", openedBy(cancellation.ByPartialUpgrade), source("2021-01-01")), rules.ErrNoFigure, "2021-01-01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.Check(tt.request, at("2026-01-01"))
			require.ErrorIs(t, err, tt.want)
			require.ErrorContains(t, err, tt.text)
			assert.True(t, answer.Equal(cancellation.Answer{}))
		})
	}
}

func TestRequestsThatMakeNoSense(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name         string
		request      cancellation.Request
		at           time.Time
		field, value string
	}{
		{"no instant", bought(software, "2024-05-10"), time.Time{}, "at", ""},
		{"an instant before 1900", bought(software, "2024-05-10"), at("1899-12-31T23:59:59Z"), "at", "1899-12-31T23:59:59Z"},
		{"an instant after 2199", bought(software, "2024-05-10"), at("2200-01-01"), "at", "2200-01-01T00:00:00Z"},
		{"bought before 1900", bought(software, "1899-12-31"), at("2024-05-10"), "opened", "1899-12-31T00:00:00Z"},
		{"a source after 2199", bought(software, "2024-05-10", source("2200-01-01")), at("2024-05-10"), "sourceOpened", "2200-01-01T00:00:00Z"},
		{"a product that is none", bought(11, "2024-05-10"), at("2024-05-10"), "purchase/product", "product 11"},
		{"an opening that is none", bought(software, "2024-05-10", openedBy(7)), at("2024-05-10"), "purchase/opening", "opening 7"},
		{"a date of Partner Center's from before it opened", bought(software, "2024-05-10", allowed("2024-05-09")), at("2024-05-10"), "cancellationAllowedUntilDate", "2024-05-09T00:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := cancellation.Check(tt.request, tt.at)
			require.ErrorIs(t, err, cancellation.ErrRequest)
			wrong, ok := errors.AsType[*cancellation.RequestError](err)
			require.True(t, ok)
			assert.Equal(t, tt.field, wrong.Field)
			assert.Equal(t, tt.value, wrong.Value)
			assert.ErrorContains(t, err, "cancellation: request not accepted: "+tt.field)
		})
	}
}

// alternatives gives each alternative in a line: the figure, the verdict, the deadline and the refund.
func alternatives(a cancellation.Answer) []string {
	var lines []string
	for _, other := range a.Alternatives {
		lines = append(lines, other.Timeline+" "+other.Says+": "+other.Verdict.String()+" "+text(other.Deadline)+" "+other.Refund.String())
	}
	return lines
}

func TestAlternatives(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		request cancellation.Request
		at      string
		want    []string
		safe    string
	}{
		{
			"software: 168 hours by Ingram Micro, and 100 % by the section on what follows", bought(software, "2024-05-10T15:30:00Z"), "2024-05-17T18:00:00Z",
			[]string{
				"cancellation.boundary.software exactHours: closed 2024-05-17T15:30:00Z prorated",
				"cancellation.refund.software full: open 2024-05-17T23:59:00Z full",
			},
			"2024-05-17T15:30:00Z",
		},
		{
			"software, while the day of the change is in dispute", bought(software, "2022-10-13T00:00:00Z"), "2022-10-21",
			[]string{
				"cancellation.window.software P30D: open 2022-11-12T23:59:00Z prorated",
				"cancellation.boundary.software exactHours: closed 2022-10-20T00:00:00Z prorated",
			},
			"2022-10-20T00:00:00Z",
		},
		{
			"software, the day after", bought(software, "2022-10-14T00:00:00Z"), "2022-10-21",
			[]string{
				"cancellation.boundary.software exactHours: closed 2022-10-21T00:00:00Z prorated",
				"cancellation.refund.software full: open 2022-10-21T23:59:00Z full",
			},
			"2022-10-21T00:00:00Z",
		},
		{
			"software, the day between two revisions", bought(software, "2021-06-01T00:00:00Z"), "2021-06-02",
			[]string{
				"cancellation.window.software P60D: open 2021-07-31T23:59:00Z prorated",
				"cancellation.refund.software full: open 2021-07-01T23:59:00Z full",
			},
			"2021-07-01T23:59:00Z",
		},
		{
			"software in the days of 60: CloudBlue counts the first", bought(software, "2020-04-01T00:00:00Z"), "2020-05-31",
			[]string{"cancellation.boundary.software firstDayCounted: closed 2020-05-30T23:59:00Z full"},
			"2020-05-30T23:59:00Z",
		},
		{
			"perpetual software now: no other reading but that of a distributor's page on what comes back", bought(perpetual, "2024-05-10T15:30:00Z"), "2024-05-17T18:00:00Z",
			[]string{"cancellation.refund.perpetual prorated: open 2024-06-09T23:59:00Z prorated"},
			"2024-06-09T23:59:00Z",
		},
		{
			"seats: calendar days, and no full refund on the first day", bought(seats, "2024-03-26T11:00:00Z"), "2024-03-27",
			[]string{
				"cancellation.boundary.seats endOfDay: open 2024-04-02T23:59:00Z fullThenProrated",
				"cancellation.refund.seats prorated: open 2024-04-02T11:00:00Z prorated",
			},
			"2024-04-02T11:00:00Z",
		},
		{
			"seats: the last day on which Partner Center still held to 72 hours", bought(seats, "2022-03-18T23:00:00Z"), "2022-03-22",
			[]string{
				"cancellation.window.seats PT72H: closed 2022-03-21T23:00:00Z fullThenProrated",
				"cancellation.boundary.seats endOfDay: open 2022-03-25T23:59:00Z fullThenProrated",
				"cancellation.refund.seats prorated: open 2022-03-25T23:00:00Z prorated",
			},
			"2022-03-21T23:00:00Z",
		},
		{
			"seats: the closing instant", bought(seats, "2024-03-26T11:00:00Z"), "2024-04-02T11:00:00Z",
			[]string{
				"cancellation.boundary.seats endOfDay: open 2024-04-02T23:59:00Z fullThenProrated",
				"cancellation.closing inside: open 2024-04-02T11:00:00Z fullThenProrated",
			},
			"2024-04-02T11:00:00Z",
		},
		{
			"marketplace: 72 hours since January 2023, as azure-docs has it", bought(monthly, "2023-01-18T11:00:00Z"), "2023-01-20T00:00:00Z",
			[]string{"cancellation.window.marketplaceMonthly PT72H: open 2023-01-21T11:00:00Z full"},
			"2023-01-19T11:00:00Z",
		},
		{"marketplace, the day before", bought(monthly, "2023-01-17T11:00:00Z"), "2023-01-20T00:00:00Z", nil, "2023-01-18T11:00:00Z"},
		{"nothing closes", bought(azure, "2024-01-17T11:00:00Z"), "2024-01-20T00:00:00Z", nil, ""},
		{"nobody knows", bought(0, "2024-01-17T11:00:00Z"), "2024-01-20T00:00:00Z", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.Check(tt.request, at(tt.at))
			require.NoError(t, err)
			assert.Equal(t, tt.want, alternatives(answer))
			assert.Equal(t, tt.safe, text(answer.SafeDeadline()))
			for _, other := range answer.Alternatives {
				assert.NotEmpty(t, other.Text)
				assert.NotEmpty(t, other.Sources)
			}
		})
	}
}

func TestReasonsNameRuleFigureAndBoundary(t *testing.T) {
	t.Parallel()
	answer, err := cancellation.Check(bought(software, "2024-05-10T15:30:00Z"), at("2024-05-11"))
	require.NoError(t, err)
	assert.Equal(t, rules.ID("cancellation.software"), answer.Limit.Findings[0].Rule)
	assert.Equal(t, rules.ID("cancellation.asker.adminAgent"), answer.Asker.Findings[0].Rule)
	assert.Equal(t, rules.ID("cancellation.owed.software"), answer.Owed.Findings[0].Rule)
	assert.Equal(t, cancellation.OwedWholeTerm, answer.Owed.Outcome)
	assert.Equal(t, "P7D", answer.Readings.Window.Value.String())
	assert.Equal(t, terms.SpanFrom(terms.MustParseDay("2022-07-11")), answer.Readings.Window.Span)
	assert.Equal(t, cancellation.EndOfDay, answer.Readings.Boundary.Value)
	assert.Equal(t, cancellation.ClosingOutside, answer.Readings.Closing.Value)
	assert.Equal(t, cancellation.RefundProrated, answer.Readings.Refund.Value)

	hours, err := cancellation.Check(bought(monthly, "2024-05-10T15:30:00Z"), at("2024-05-11"))
	require.NoError(t, err)
	assert.Empty(t, hours.Readings.Boundary.Timeline, "a window of hours needs no boundary")
	assert.NotEmpty(t, hours.Readings.Closing.Timeline)
	anyTime, err := cancellation.Check(bought(azure, "2024-05-10T15:30:00Z"), at("2024-05-11"))
	require.NoError(t, err)
	assert.Empty(t, anyTime.Readings.Closing.Timeline, "what does not close needs no closing")
	assert.Equal(t, cancellation.OwedUse, anyTime.Owed.Outcome)
	closed, err := cancellation.Check(bought(software, "2024-05-10T15:30:00Z"), at("2024-06-11"))
	require.NoError(t, err)
	assert.Empty(t, closed.Asker.Set, "once it is closed nobody is asked who they are")
}

// Whoever is asked is asked once.
func TestEverythingThatIsMissingIsAskedForAtOnce(t *testing.T) {
	t.Parallel()
	bare := func(p cancellation.Product, o cancellation.Opening) cancellation.Request {
		return cancellation.Request{Purchase: cancellation.Purchase{Product: p, Opening: o}}
	}
	tests := []struct {
		name    string
		request cancellation.Request
		missing []string
	}{
		{"nothing is known", cancellation.Request{}, []string{"opened", "product", "opening", "linuxPlan", "finalPlan", "adminAgent"}},
		{"only that it is seats", bare(seats, 0), []string{"opened", "opening", "adminAgent"}},
		{"seats that were bought", bare(seats, cancellation.ByPurchase), []string{"opened", "adminAgent"}},
		{"a partial upgrade", bare(seats, cancellation.ByPartialUpgrade), []string{"opened", "sourceOpened", "adminAgent"}},
		{"a software subscription", bare(software, 0), []string{"opened", "linuxPlan", "adminAgent"}},
		{"a reservation that may be final", bare(reserved, 0), []string{"linuxPlan", "finalPlan", "adminAgent"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.Check(tt.request, at("2026-05-11"))
			require.NoError(t, err)
			assert.Equal(t, undetermined, answer.Verdict)
			if tt.name == "a reservation that may be final" {
				assert.Subset(t, answer.Missing, tt.missing)
				return
			}
			assert.Equal(t, tt.missing, answer.Missing)
		})
	}
}

// What can be cancelled at any time, or never, whenever it was bought, is not asked when it was.
func TestOpenedIsNotAskedForWhereItDoesNotMatter(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		request cancellation.Request
		at      string
		verdict cancellation.Verdict
		refund  cancellation.Refund
	}{
		{"a savings plan", bought(savings, ""), "2024-05-11", never, nothing},
		{"a savings plan, whoever asks", bought(savings, "", adminAgent(0)), "2024-05-11", never, nothing},
		{"an Azure plan", bought(azure, ""), "2024-05-11", isOpen, nothing},
		{"an Azure plan, by somebody who may not", bought(azure, "", adminAgent(rules.No)), "2024-05-11", refused, nothing},
		{"a reservation", bought(reserved, ""), "2024-05-11", isOpen, prorated},
		{"a plan of SUSE", bought(software, "", linux(rules.Yes)), "2024-05-11", never, nothing},
		{"an upgrade in mid-term", bought(seats, "", openedBy(cancellation.ByUpgrade)), "2024-05-11", never, nothing},
		{"an extended service term, the first day there was one", bought(extended, ""), "2025-11-03", isOpen, prorated},
		{"seats", bought(seats, ""), "2024-05-11", undetermined, 0},
		{"a partial upgrade, which was as final as any before October 2023", bought(seats, "", openedBy(cancellation.ByPartialUpgrade)), "2024-05-11", undetermined, 0},
		{"a partial upgrade, on the last of those days", bought(seats, "", openedBy(cancellation.ByPartialUpgrade)), "2023-10-23", never, nothing},
		{"a partial upgrade, the day after", bought(seats, "", openedBy(cancellation.ByPartialUpgrade)), "2023-10-24", undetermined, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.Check(tt.request, at(tt.at))
			require.NoError(t, err)
			assert.Equal(t, tt.verdict, answer.Verdict)
			assert.Equal(t, tt.refund, answer.Refund)
			assert.True(t, answer.Opened.IsZero())
			requireRoundTrip(t, answer)
		})
	}
	house, err := cancellation.Published().With(overlay(t, `{"owner": "Fabrikam", "reason": "contract", "figures": [{"timeline": "cancellation.refund.reservation", "span": "2024-01-01/2025-01-01", "value": "full"}]}`))
	require.NoError(t, err)
	for asked, want := range map[string]cancellation.Refund{"2023-12-31": prorated, "2024-01-01": 0, "2025-01-01": 0} {
		answer, err := house.Check(bought(reserved, ""), at(asked))
		require.NoError(t, err)
		assert.Equal(t, isOpen, answer.Verdict)
		assert.Equal(t, want, answer.Refund, "what comes back depends on when it was bought, on "+asked)
	}
	_, err = cancellation.Check(bought(extended, "2025-11-02"), at("2025-11-02"))
	require.ErrorIs(t, err, cancellation.ErrNotSaid)
	require.ErrorIs(t, err, rules.ErrNoRule)
	require.ErrorContains(t, err, "purchase/product is extendedServiceTerm; want one of perpetualSoftware")
}

func TestByRules(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		request cancellation.Request
		says    string // empty where there is none
	}{
		{"the rules alone", bought(software, "2024-05-10"), ""},
		{"beside Partner Center", bought(software, "2024-05-10", allowed("2024-05-20")), "P7D"},
		{"where the rules wait for a fact, and the refund has another reading", bought(software, "2024-05-10", linux(0), allowed("2024-05-20")), ""},
		{"where the rules have no window", bought(software, "2024-05-10", linux(rules.Yes), allowed("2024-05-20")), "notAtAll"},
		{"where the record begins later", bought(software, "2017-05-10", allowed("2017-05-20")), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			answer, err := cancellation.Check(tt.request, at("2024-05-11"))
			require.NoError(t, err)
			other, ok := answer.ByRules()
			assert.Equal(t, tt.says != "", ok)
			assert.Equal(t, tt.says, other.Says)
		})
	}
}

func TestReports(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []cancellation.Report{windowEnd, passed}, cancellation.Reports(software))
	assert.Equal(t, []cancellation.Report{daysLeft, passed, cancellation.ReportSupportRequest}, cancellation.Reports(perpetual))
	assert.Empty(t, cancellation.Reports(seats))
	assert.Empty(t, cancellation.Reports(0))
	got := cancellation.Reports(software)
	got[0] = passed
	assert.Equal(t, windowEnd, slices.Clone(cancellation.Reports(software))[0], "the slice is the caller's own")
}

func TestStringOfAnAnswer(t *testing.T) {
	t.Parallel()
	summary := func(r cancellation.Request, asked string) string {
		answer, err := cancellation.Check(r, at(asked))
		require.NoError(t, err)
		first, _, _ := strings.Cut(answer.String(), "\n")
		return first
	}
	assert.Equal(t, "open, until 2024-05-17T23:59:00Z, P6DT14H left, refund prorated", summary(bought(software, "2024-05-10T15:30:00Z"), "2024-05-11T09:00:00Z"))
	assert.Equal(t, "undetermined: give linuxPlan, finalPlan", summary(bought(reserved, "2024-05-10", linux(0), final(0)), "2024-05-11"))
	assert.Equal(t, "undetermined: give adminAgent, until 2024-05-17T23:59:00Z, P6DT23H left, refund prorated", summary(bought(software, "2024-05-10", adminAgent(0)), "2024-05-11"))
	assert.Equal(t, "never, by the date of Partner Center", summary(bought(software, "2024-05-10", notAllowed), "2024-05-11"))
	assert.Equal(t, "closed since 2024-05-17T23:59:00Z", summary(bought(software, "2024-05-10T15:30:00Z"), "2024-05-18"))
	assert.Equal(t, "notYetOpen, from 2024-05-10T15:30:00Z, until 2024-05-17T23:59:00Z, refund prorated", summary(bought(software, "2024-05-10T15:30:00Z"), "2024-05-10"))
	assert.Equal(t, "open, until 2024-05-17T23:59:00Z, less than an hour left, refund prorated", summary(bought(software, "2024-05-10T15:30:00Z"), "2024-05-17T23:00:00Z"))
	assert.Equal(t, "open, until 2024-05-17T23:59:00Z, P0DT1H left, refund prorated", summary(bought(software, "2024-05-10T15:30:00Z"), "2024-05-17T22:59:00Z"))
	assert.Equal(t, "open, refund none", summary(bought(azure, "2024-05-10"), "2024-05-11"))
}

// Two answers that differ in any field are not equal.
func TestEqualLooksAtEveryField(t *testing.T) {
	t.Parallel()
	answer, err := cancellation.Check(bought(software, "2024-05-10", adminAgent(0)), at("2024-05-11"))
	require.NoError(t, err)
	requireFieldsMatter(t, answer)
	requireFieldsMatter(t, answer.Readings)
	requireFieldsMatter(t, answer.Alternatives[0])
	both, err := cancellation.CheckSeats(cancellation.SeatRequest{Product: seats, Batches: []cancellation.SeatBatch{batch(1, cancellation.ByPurchase, "2024-05-10")}}, at("2024-05-11"))
	require.NoError(t, err)
	requireFieldsMatter(t, both)
}
