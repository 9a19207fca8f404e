package cancellation

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The days on which something changed. Where only the day of a change is in doubt, the shorter window answers from the first
// day that is possible, and the other is a doubt: who believes the answer is not late.
var (
	firstRevision = terms.MustParseDay("2018-09-04") // of the software page, the oldest at hand
	sixtyUntil    = terms.MustParseDay("2021-05-20") // the revision of the day before still had 60 days
	thirtySeen    = terms.MustParseDay("2021-06-02") // the first revision that had 30
	sevenBegins   = terms.MustParseDay("2022-07-11") // for software subscriptions
	sevenDisputed = terms.MustParseDay("2022-10-14")

	seatsBegin    = terms.MustParseDay("2022-01-10") // new commerce for seats
	seatsSevenFor = terms.MustParseDay("2022-03-12") // seven days are for what was bought from here on
	seatsSevenOut = terms.MustParseDay("2022-03-17") // announced here
	seatsSevenIn  = terms.MustParseDay("2022-03-19") // and in force in Partner Center from here on

	marketplaceRevision = terms.MustParseDay("2020-11-20") // of the refund policies, the oldest at hand
	fullRefundsBegin    = terms.MustParseDay("2021-10-01") // "since October 2021"
	fullRefundsDisputed = terms.MustParseDay("2021-11-01")
	threeDaysSeen       = terms.MustParseDay("2023-01-18") // first named in azure-docs
	afterCopy           = terms.MustParseDay("2023-10-24") // the copy of the day before has none of the later changes
	extendedTermsBegin  = terms.MustParseDay("2025-11-03") // in the sandbox
)

// The windows there have been.
var (
	hours24 = rules.Must(Hours(24))
	hours72 = rules.Must(Hours(72))
	days7   = rules.Must(Days(7))
	days14  = rules.Must(Days(14))
	days30  = rules.Must(Days(30))
	days60  = rules.Must(Days(60))
)

type (
	windowEntry   = rules.Entry[Window]
	windowDoubts  = []rules.Doubt[Window]
	boundaryEntry = rules.Entry[Boundary]
	boundaryDoubt = rules.Doubt[Boundary]
	refundEntry   = rules.Entry[Refund]
	refundDoubts  = []rules.Doubt[Refund]
)

// sixty is the window of software before the summer of 2021, and the doubt about the day on which it ended.
var (
	sixty = windowEntry{
		Value: days60, Span: terms.MustSpan(firstRevision, sixtyUntil),
		Sources: cited{softwarePage2018.at("Cancel a purchase"), cloudBlue.at("")},
	}
	stillSixty = windowDoubts{{
		Value: days60, Span: terms.MustSpan(sixtyUntil, thirtySeen),
		Text:    "The page had 60 days in its revision of 19 May 2021 and 30 in that of 2 June; nobody dates the change.",
		Sources: cited{softwarePage2018.at("Cancel a purchase")},
	}}
)

var publishedWindows = []dated[Window]{
	{PerpetualSoftware, rules.Must(rules.NewTimeline(
		"cancellation.window.perpetual", "For how long perpetual software can be cancelled, by the day of its purchase.",
		windowEntry{
			Value: days30, Span: terms.SpanFrom(sixtyUntil), Doubts: stillSixty,
			Sources: cited{softwarePage.states("SW-17", "30-day perpetual software cancellation window"), policyPage.at("Perpetual software"), softwarePage2021.at("")},
		},
		sixty,
	))},
	{SoftwareSubscription, rules.Must(rules.NewTimeline(
		"cancellation.window.software", "For how long a software subscription can be cancelled, by the day its term began.",
		windowEntry{
			Value: days7, Span: terms.SpanFrom(sevenBegins),
			Sources: cited{softwarePage.states("SW-12", "Seven-day subscription cancellation window"), policyPage.at("Software subscriptions"), ingram.at("")},
			Doubts: windowDoubts{{
				Value: days30, Span: terms.MustSpan(sevenBegins, sevenDisputed),
				Text: "interworks.cloud dates the change to seven days on 14 October 2022, Ingram Micro on 11 July.", Sources: cited{interwork.at("")},
			}},
		},
		windowEntry{
			Value: days30, Span: terms.MustSpan(sixtyUntil, sevenBegins), Sources: cited{softwarePage2021.at("")}, Doubts: stillSixty,
		},
		sixty,
	))},
	{LicenseBased, rules.Must(rules.NewTimeline(
		"cancellation.window.seats", "For how long licence-based seats can be cancelled, by the day of purchase, renewal or addition.",
		windowEntry{
			Value: days7, Span: terms.SpanFrom(seatsSevenFor), Published: terms.SpanFrom(seatsSevenOut),
			Sources: cited{policyPage.at("License-based"), policyPage2023.at("License-/seat-based"), crn.at("")},
			Doubts: windowDoubts{{
				Value: hours72, Span: terms.MustSpan(seatsSevenFor, seatsSevenIn),
				Text:    "Seven days were in force from 19 March 2022, 00:00 UTC, and reached back to the 12th; until then Partner Center held to 72 hours.",
				Sources: cited{crn.at("")},
			}},
		},
		windowEntry{
			Value: hours72, Span: terms.SpanFrom(seatsSevenFor), Published: terms.MustSpan(seatsBegin, seatsSevenOut),
			Sources: cited{ingram.at(""), crn.at("")},
		},
		windowEntry{Value: hours72, Span: terms.MustSpan(seatsBegin, seatsSevenFor), Sources: cited{ingram.at(""), crn.at("")}},
	))},
	{MarketplaceMonthly, rules.Must(rules.NewTimeline(
		"cancellation.window.marketplaceMonthly", "For how long a marketplace SaaS subscription billed monthly can be cancelled, by the day of its purchase.",
		threeDays,
		windowEntry{
			Value: hours24, Span: terms.MustSpan(marketplaceRevision, afterCopy), Doubts: alreadyThreeDays,
			Sources: cited{policyPage2023.at("Marketplace offers"), managePage.at("Cancel traditional license-based subscriptions"), marketplacePage.at("SaaS offers")},
		},
	))},
	{MarketplaceAnnual, rules.Must(rules.NewTimeline(
		"cancellation.window.marketplaceAnnual", "For how long a marketplace SaaS subscription billed annually can be cancelled, by the day of its purchase.",
		threeDays,
		windowEntry{
			Value: days14, Span: terms.MustSpan(marketplaceRevision, afterCopy), Doubts: alreadyThreeDays,
			Sources: cited{policyPage2023.at("Marketplace offers"), managePage.at("Cancel traditional license-based subscriptions"), marketplacePage.at("SaaS offers")},
		},
	))},
	{BusinessCentral, rules.Must(rules.NewTimeline(
		"cancellation.window.businessCentral", "For how long Business Central can be cancelled, by the day of purchase or renewal.",
		windowEntry{Value: days7, Span: terms.SpanFrom(afterCopy), Sources: cited{policyPage.at("Marketplace offers: Business Central")}},
	))},
}

// threeDays is the window of the marketplace now, and the doubt about the day on which it began.
var (
	threeDays        = windowEntry{Value: hours72, Span: terms.SpanFrom(afterCopy), Sources: cited{policyPage.at("Marketplace offers: SaaS"), marketplacePage.at("SaaS offers, in later copies")}}
	alreadyThreeDays = windowDoubts{{
		Value: hours72, Span: terms.MustSpan(threeDaysSeen, afterCopy),
		Text:    `azure-docs calls 72 hours the "standard" policy in January 2023; Partner Center's own pages keep 24 hours and 14 days until October.`,
		Sources: cited{saasPlans.at("Plans")},
	}}
)

// byCalendarDays says of a boundary that some count by calendar days.
func byCalendarDays(span terms.Span) boundaryDoubt {
	return boundaryDoubt{
		Value: EndOfDay, Span: span, Text: `The policy page and AppXite write "seven calendar days".`,
		Sources: cited{policyPage.at("License-based"), appXite.at("")},
	}
}

// firstDayCounts is how CloudBlue reads the windows of software in the days of 60.
var firstDayCounts = boundaryDoubt{
	Value: FirstDayCounted, Span: terms.SpanUntil(sixtyUntil),
	Text:    "CloudBlue counts the day of purchase: 60 days from 1 April 2020 end on 30 May.",
	Sources: cited{cloudBlue.at("")},
}

var publishedBoundaries = []dated[Boundary]{
	{PerpetualSoftware, rules.Must(rules.NewTimeline(
		"cancellation.boundary.perpetual", "When a window of days closes for perpetual software.",
		boundaryEntry{
			Value: EndOfDay, Span: terms.Always(), Doubts: []boundaryDoubt{firstDayCounts},
			Sources: cited{policyPage.at(`Perpetual software: "30 calendar days"`), subscriptionsAPI.at("Response examples, of a software subscription")},
		},
	))},
	{SoftwareSubscription, rules.Must(rules.NewTimeline(
		"cancellation.boundary.software", "When a window of days closes for a software subscription.",
		boundaryEntry{
			Value: EndOfDay, Span: terms.Always(),
			Sources: cited{subscriptionsAPI.at("Response examples: 2021-10-15T21:28:18Z to 2021-11-14T23:59:00Z"), policyPage.at(`Software subscriptions: "seven calendar days"`)},
			Doubts: []boundaryDoubt{
				{
					Value: ExactHours, Span: terms.SpanFrom(sevenBegins), Text: `Ingram Micro writes "seven-day (168 hours)".`,
					Sources: cited{ingram.at("")},
				},
				firstDayCounts,
			},
		},
	))},
	{LicenseBased, rules.Must(rules.NewTimeline(
		"cancellation.boundary.seats", "When a window of days closes for licence-based seats.",
		boundaryEntry{
			Value: ExactHours, Span: terms.Always(), Doubts: []boundaryDoubt{byCalendarDays(terms.Always())},
			Sources: cited{crn.at("11 a.m. on 15 March to 11 a.m. on 22 March"), managePage.at("Subscription renewals"), subscriptionAPI.at("refundableQuantity"), workNCE.at("")},
		},
	))},
	{MarketplaceMonthly, rules.Must(rules.NewTimeline(
		"cancellation.boundary.marketplaceMonthly", "When a window of days closes for a marketplace SaaS subscription billed monthly.", marketplaceEnds,
	))},
	{MarketplaceAnnual, rules.Must(rules.NewTimeline(
		"cancellation.boundary.marketplaceAnnual", "When a window of days closes for a marketplace SaaS subscription billed annually.", marketplaceEnds,
	))},
	{BusinessCentral, rules.Must(rules.NewTimeline(
		"cancellation.boundary.businessCentral", "When a window of days closes for Business Central.",
		boundaryEntry{
			Value: ExactHours, Span: terms.Always(), Sources: cited{policyPage.at("Marketplace offers: Business Central"), managePage.at("Subscription renewals")},
			Doubts: []boundaryDoubt{byCalendarDays(terms.Always())},
		},
	))},
}

var marketplaceEnds = boundaryEntry{
	Value: ExactHours, Span: terms.Always(),
	Sources: cited{managePage.at(`Cancel traditional license-based subscriptions: "less than 14 days after you place the order"`), subscriptionAPI.at("refundOptions of a marketplace sample")},
}

var publishedRefunds = []dated[Refund]{
	{PerpetualSoftware, rules.Must(rules.NewTimeline(
		"cancellation.refund.perpetual", "What comes back for perpetual software.",
		refundEntry{
			Value: RefundFull, Span: terms.SpanFrom(firstRevision),
			Sources: cited{softwarePage.states("SW-17", "30-day perpetual software cancellation window"), softwarePage.states("SW-26", "After a cancellation"), policyPage.at("Perpetual software")},
			Doubts: refundDoubts{{
				Value: RefundProrated, Span: terms.SpanFrom(seatsBegin), Text: "One page of Ingram Micro has it prorated, another in full.", Sources: cited{ingram.at("")},
			}},
		},
	))},
	{SoftwareSubscription, rules.Must(rules.NewTimeline(
		"cancellation.refund.software", "What comes back for a software subscription.",
		refundEntry{
			Value: RefundProrated, Span: terms.SpanFrom(sixtyUntil),
			Sources: cited{softwarePage.states("SW-12", "Seven-day subscription cancellation window"), policyPage.at("Software subscriptions"), softwarePage2021.at("")},
			Doubts: refundDoubts{{
				Value: RefundFull, Span: terms.SpanFrom(sixtyUntil),
				Text: "The same page credits 100 % of a cancelled order on the next invoice, without a word on which purchases; until 2023 it also had it for seven days.",
				Sources: cited{
					softwarePage.states("SW-26", "After a cancellation"), softwarePage2023.at("Activate and manage software subscriptions"),
				},
			}},
		},
		refundEntry{Value: RefundFull, Span: terms.MustSpan(firstRevision, sixtyUntil), Sources: cited{softwarePage2018.at("Cancel a purchase"), cloudBlue.at("")}},
	))},
	{LicenseBased, rules.Must(rules.NewTimeline(
		"cancellation.refund.seats", "What comes back for licence-based seats.",
		refundEntry{
			Value: RefundFullThenProrated, Span: terms.SpanFrom(seatsBegin),
			Sources: cited{billingPage.at("Cancellation"), workNCE.at(""), subscriptionAPI.at("refundOptions")},
			Doubts: refundDoubts{{
				Value: RefundProrated, Span: terms.SpanFrom(seatsBegin), Text: "The policy page has no full refund on the first day.",
				Sources: cited{policyPage.at("License-based"), policyPage2023.at("License-/seat-based")},
			}},
		},
	))},
	{ExtendedServiceTerm, rules.Must(rules.NewTimeline(
		"cancellation.refund.extendedTerm", "What comes back for an extended service term.",
		refundEntry{Value: RefundProrated, Span: terms.SpanFrom(extendedTermsBegin), Sources: cited{cloudEST.at("")}},
	))},
	{MarketplaceMonthly, rules.Must(rules.NewTimeline(
		"cancellation.refund.marketplaceMonthly", "What comes back for a marketplace SaaS subscription billed monthly, metered charges aside.",
		marketplaceFull, marketplaceProrated,
	))},
	{MarketplaceAnnual, rules.Must(rules.NewTimeline(
		"cancellation.refund.marketplaceAnnual", "What comes back for a marketplace SaaS subscription billed annually, metered charges aside.",
		marketplaceFull, marketplaceProrated,
	))},
	{BusinessCentral, rules.Must(rules.NewTimeline(
		"cancellation.refund.businessCentral", "What comes back for Business Central.",
		refundEntry{
			Value: RefundFull, Span: terms.SpanFrom(afterCopy), Sources: cited{policyPage.at("Marketplace offers: Business Central")},
			Doubts: refundDoubts{{
				Value: RefundProrated, Span: terms.SpanFrom(afterCopy), Text: `The page says "a refund" and not how much.`,
				Sources: cited{policyPage.at("Marketplace offers: Business Central")},
			}},
		},
	))},
	{AzurePlan, rules.Must(rules.NewTimeline(
		"cancellation.refund.azurePlan", "What comes back for Azure that is paid as it is used.",
		refundEntry{Value: RefundNone, Span: terms.Always(), Sources: cited{azureInCSP.states("CSP-20", "Pay as you go as the billing model")}},
	))},
	{Reservation, rules.Must(rules.NewTimeline(
		"cancellation.refund.reservation", "What comes back for a reservation, up to a yearly amount.",
		refundEntry{Value: RefundProrated, Span: terms.Always(), Sources: cited{reservationsPage.at("How refunds are calculated")}},
	))},
}

var (
	marketplaceFull = refundEntry{
		Value: RefundFull, Span: terms.SpanFrom(fullRefundsBegin), Sources: cited{managePage.at("Cancel new commerce license-based subscriptions"), policyPage.at("Marketplace offers: SaaS")},
		Doubts: refundDoubts{{
			Value: RefundProrated, Span: terms.MustSpan(fullRefundsBegin, fullRefundsDisputed), Text: "The change is dated to October 2021, without a day.",
			Sources: cited{managePage.at("Cancel new commerce license-based subscriptions")},
		}},
	}
	marketplaceProrated = refundEntry{
		Value: RefundProrated, Span: terms.MustSpan(marketplaceRevision, fullRefundsBegin), Sources: cited{managePage.at("Cancel new commerce license-based subscriptions")},
		Doubts: refundDoubts{{
			Value: RefundFull, Span: terms.MustSpan(marketplaceRevision, fullRefundsBegin), Text: "The marketplace's own refund policies have it in full since November 2020.",
			Sources: cited{marketplacePage.at("SaaS offers")},
		}},
	}
)

var publishedClosing = rules.Must(rules.NewTimeline(
	"cancellation.closing", "Whether the closing instant itself is inside the window.",
	rules.Entry[Closing]{
		Value: ClosingOutside, Span: terms.Always(), Sources: cited{subscriptionAPI.at("cancellationAllowedUntilDate")},
		Doubts: []rules.Doubt[Closing]{{
			Value: ClosingInside, Span: terms.Always(), Text: "No text of Microsoft's says whether the closing instant itself is inside.",
			Sources: cited{subscriptionAPI.at("cancellationAllowedUntilDate")},
		}},
	},
))
