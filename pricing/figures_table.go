package pricing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

var earnedCreditRate = rules.Must(rules.NewTimeline("pricing.pec.rate", "The part of the list price that is earned.",
	rules.Entry[Percent]{
		Value: MustParsePercent("15%"), Span: terms.SpanFrom(planBegins),
		Sources: []rules.Source{
			published("", "Daily-rated usage reconciliation files (2022-11-08)", "PartnerEarnedCreditPercentage", "daily-rated-usage-recon-files"),
			creditDaily,
		},
	},
))

var usageRounding = rules.Must(rules.NewTimeline("pricing.rounding.usage", "How a line of usage on an invoice of the new commerce experience is rounded.",
	rules.Entry[RoundingRule]{
		Value: UsageDown, Span: terms.SpanFrom(terms.MustParseDay("2021-04-02")),
		Sources: []rules.Source{
			reconciliation,
			published("", "Effective unit price for Azure plan consumption (it-it, 2021-04-02)", "Sample calculation", "azure-plan-billing"),
		},
		Doubts: []rules.Doubt[RoundingRule]{{
			Value: LineNearest, Span: terms.SpanFrom(terms.MustParseDay("2023-10-03")),
			Text: "The announcement of tiered unit prices has 32 units at 2.5415 as 81.33, which is to the nearest cent.",
			Sources: []rules.Source{
				published("", "The unit price in the reconciliation data now shows the price based on the usage tiers (2023-10-03)", "", "announcements/2023-october"),
			},
		}},
	},
))

var dailyRounding = rules.Must(rules.NewTimeline("pricing.rounding.daily", "How a line of daily rated usage is rounded.",
	rules.Entry[RoundingRule]{
		Value: DailyTenPlaces, Span: terms.SpanFrom(terms.MustParseDay("2022-07-18")),
		Sources: []rules.Source{published("", "Understand your bill and reconciliation file (2022-07-18)", "Decimal round off", "read-your-bill")},
	},
	rules.Entry[RoundingRule]{
		Value: DailyFloor, Span: mustSpan("2020-06-12", "2022-07-18"),
		Sources: []rules.Source{published("", "Daily-rated usage reconciliation files (it-it, 2020-06-12)", "BillingPreTaxTotal", "daily-rated-usage-recon-files")},
	},
))

var legacyUsageRounding = rules.Must(rules.NewTimeline("pricing.rounding.legacyusage", "How a line of usage on a legacy invoice is rounded.",
	rules.Entry[RoundingRule]{
		Value: LineNearest, Span: terms.Always(),
		Sources: []rules.Source{published("", "Usage-based reconciliation files (2022-11-08)", "PretaxCharges", "usage-based-recon-files")},
	},
))

var seatProration = rules.Must(rules.NewTimeline("pricing.proration.seats", "How a charge for seats of the new commerce experience is prorated.",
	rules.Entry[Proration]{
		Value: NewCommerce(), Span: terms.SpanFrom(terms.MustParseDay("2021-06-18")),
		Sources: []rules.Source{billingExamples, billingCancel, billingOverview, reconciliation},
		Doubts: []rules.Doubt[Proration]{
			{
				Value: NewCommerce().rounded(SeatDown), Span: terms.SpanFrom(terms.MustParseDay("2021-06-18")),
				Text:    "The published formula rounds each seat also where a quantity changes; the billing page's examples of that cut off the line.",
				Sources: []rules.Source{reconciliation},
			},
			{
				Value: NewCommerce().kept(), Span: terms.SpanFrom(terms.MustParseDay("2021-06-18")),
				Text: "The cancellation policy charges the day of the cancellation, and knows no full refund on the first.",
				Sources: []rules.Source{
					published("", "New commerce cancellation policy (2023-07-27)", "", "new-commerce-cancellation-policy"),
				},
			},
			{
				Value: NewCommerce().ofEndMonth(), Span: terms.SpanFrom(terms.MustParseDay("2022-01-24")),
				Text:    "The page's example of a migration counts the days of the month in which the cycle ends.",
				Sources: []rules.Source{billingExamples},
			},
			{
				Value: NewCommerce().fullOnFirstDay(), Span: terms.SpanFrom(terms.MustParseDay("2021-06-18")),
				Text:    "A sample of the subscription resource has the full refund end with the UTC day of the purchase.",
				Sources: []rules.Source{subscriptionSample},
			},
			{
				Value: NewCommerce().byHour(), Span: terms.SpanFrom(terms.MustParseDay("2022-01-10")),
				Text:    "interworks.cloud prorates by the hour.",
				Sources: []rules.Source{{Document: "interworks.cloud: Canceling NCE Subscriptions", Section: "705167361", Checked: checked}},
			},
		},
	},
))

var legacyProration = rules.Must(rules.NewTimeline("pricing.proration.legacy", "How a charge for legacy seats is prorated.",
	rules.Entry[Proration]{
		Value: Legacy(), Span: terms.SpanFrom(terms.MustParseDay("2017-02-11")),
		Sources: []rules.Source{
			published("", "Common legacy monthly billing scenarios (2022-11-08)", "Change license quantity", "common-billing-scenarios-monthly"),
			billingOverview,
			{Document: "AppXite: legacy billing and refunds", Section: "4402361801746", Checked: checked},
		},
		Doubts: []rules.Doubt[Proration]{
			{
				Value: Legacy().rounded(DailyPriceNearest), Span: terms.SpanFrom(terms.MustParseDay("2018-03-01")),
				Text:    "The example of a suspension rounds the price of a day to three places first.",
				Sources: []rules.Source{published("", "Common legacy monthly billing scenarios (2022-11-08)", "Suspend after 30 days", "common-billing-scenarios-monthly")},
			},
			{
				Value: Legacy().rounded(SeatCreditNearest), Span: terms.SpanFrom(terms.MustParseDay("2022-08-18")),
				Text:    "The page on taxes and credits has a formula that rounds the day of all seats first, and then the credit of each.",
				Sources: []rules.Source{published("", "Understand taxes and credits (2022-08-18)", "Adjustments/Credits/Cancellations", "organization-tax-info")},
			},
		},
	},
))

var taxMethod = rules.Must(rules.NewTimeline("pricing.tax.method", "Where tax is rounded.",
	rules.Entry[TaxMethod]{
		Value: TaxLinesDown, Span: terms.Always(),
		Sources: []rules.Source{published("", "Understand your invoice (2023-09-11)", "Why doesn't the tax amount on the invoice match the tax percentage exactly?", "understand-your-invoice")},
		Doubts: []rules.Doubt[TaxMethod]{{
			Value: TaxTotalNearest, Span: terms.Always(),
			Text: "In some countries tax is calculated on the total, and lines no longer carry it.",
			Sources: []rules.Source{
				published("", "Understand your bill and reconciliation file (2022-07-18)", "Why does my reconciliation data show a zero tax amount", "read-your-bill"),
			},
		}},
	},
))

var rateCadence = rules.Must(rules.NewTimeline("pricing.exchange.cadence", "Which days an exchange rate serves.",
	rules.Entry[Cadence]{
		Value: MonthAfter, Span: terms.Always(),
		Sources: []rules.Source{published("", "Billing overview for the CSP program (2023-01-11)", "Invoice in partner location currency", "billing-basics")},
		Doubts: []rules.Doubt[Cadence]{{
			Value: SameDay, Span: terms.Always(), Text: "The pages on price lists say that the rates are updated daily.",
			Sources: []rules.Source{
				published("", "Azure plan price list for CSP partners (2023-06-05)", "Azure price list specifics", "azure-plan-price-list"),
				published("", "Pricing and offers (2023-10-18)", "", "pricing-and-offers"),
			},
		}},
	},
))

var eligibleRoleList = list[string]{
	id: "pricing.pec.roles.eligible", text: "Access in these Azure roles counts for partner earned credit.",
	entries: eligibleRoles, sources: []rules.Source{creditRoles}, read: readRole, write: writeRole,
}

var ineligibleRoleList = list[string]{
	id: "pricing.pec.roles.ineligible", text: "Access in these Azure roles does not count for partner earned credit.",
	entries: ineligibleRoles, sources: []rules.Source{creditRoles}, read: readRole, write: writeRole,
}

var taxInclusiveList = list[markets.Market]{
	id: "pricing.tax.inclusive", text: "In these markets commercial prices include tax.",
	entries: []markets.Market{markets.MustParseMarket("AU"), markets.MustParseMarket("BR")},
	sources: []rules.Source{softwarePage, softwarePage21}, read: markets.ParseMarket, write: markets.Market.Code,
}

var taxInclusiveReservationList = list[markets.Market]{
	id: "pricing.tax.inclusive.reservations", text: "To partners in these markets prices of reservations include tax.",
	entries: []markets.Market{markets.MustParseMarket("BR")},
	sources: []rules.Source{reservations}, read: markets.ParseMarket, write: markets.Market.Code,
}

func mustSpan(from, until string) terms.Span {
	return terms.MustSpan(terms.MustParseDay(from), terms.MustParseDay(until))
}
