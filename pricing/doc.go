// Package pricing answers what use and seats cost, to the cent, as Microsoft reckons it, and what the partner earns.
//
// # Rating
//
// A [Price] is what units of a meter cost: [FlatPrice] has one price for all, [TieredPrice] graduated tiers. Tiers are
// published in forms whose lower bounds mean different things, so the [TierForm] is an argument: the hundredth unit of a price
// sheet, a rate card and tierMinimumUnits is of the first tier in all three. [Price.Tiers], [Price.Limit] and
// [Price.Currency] tell what a price holds.
//
// [Price.Rate] gives the [Rating] of a [Use]: a [Slice] for each tier, and their sum. A use may go on from what was used
// before in the period, and may have units included; what these do to the tiers of the rest is an [IncludedReading].
// [Rating.Blended] is the price of a unit across the tiers, [EffectiveUnitPrice] that of any cost and quantity, with the digits
// Microsoft prints.
//
// # Rounding
//
// A line of an invoice is a [Line]; [Slice.Line] makes one of a slice. [Line.Subtotal] reckons it by a [RoundingRule]: five
// formulas that Microsoft publishes, and three that only its examples follow. [UsageRounding], [DailyRounding] and
// [LegacyUsageRounding] say which rule holds for the charges of a day. [Mode.Round] rounds a number, by what the rules are
// made of. Products are exact before a rule rounds them, and only a rule rounds.
//
// # Proration
//
// Seats are charged for a [Cycle]: [NewCycle] makes one, [Cycles] those of a subscription. [Seats] may have the price of the
// cycle or, as price lists have it, that of the term. A [Proration] is the conventions by
// which a part of a cycle is charged or given back: who bears the day of the event, until when everything comes back ([FullRefund.Covers]), what the
// price is divided by, where it is rounded. The record contradicts itself on each. [NewCommerce] and [Legacy] are what
// gives its examples; [SeatProration] and [LegacyProration] give them by the day, with what other sources say. Every field
// can be another, and none may be left out ([Proration.Check]).
//
// [Proration.Cancel] gives a [Refund], of which what is kept and what is refunded are what was paid. [Proration.ChangeQuantity]
// and [Proration.Upgrade] give the lines of a [Change], [Proration.Charge] and [Proration.ChangePlan] one line. Whether
// something can be cancelled, and until when, is for package cancellation to say.
//
// # Exchange
//
// An [ExchangeRate] is written one of two ways: [NewUSDPerUnit] divides, [NewPCToBC] multiplies. It is part of a line, so that
// the line's rule rounds what it converts; [ExchangeRate.Convert] converts an amount by itself. [Cadence.Serves] says which
// days a rate serves, [RateCadence] by which cadence, [FixingDay] when the rate of a month is fixed. A [RateTable], by
// [NewRateTable], finds the rate of a charge: [RateTable.On], [RateTable.Rates].
//
// # Tax
//
// [PriceIncludesTax] decides whether a commercial price includes tax: it does not, except in Australia and Brazil (SW-03), and
// other pages say otherwise, each a [TaxReading]. [Tax] adds the tax or takes it out, by line or on the total; [TaxMethodOn]
// gives the method. A [Percent] is read by [ParsePercent], made by [NewPercent] and [MustParsePercent], and taken of an amount
// or off it by [Percent.Of] and [Percent.Off].
//
// # Partner earned credit
//
// Billing partners who manage a customer's Azure around the clock earn a part of its price, day by day and resource by
// resource (PLAN-06). [CreditEarned] goes through the use of a month with a timeline of access, a [Partnership] with its
// grants, and says of each line what was earned, what was missed for want of access, and why; of use of which it cannot be told a
// [CreditError] says why, beside what the others earned. [EarnedCredit.Meters] gives the
// billable cost and the effective unit price of each meter, as they stood on any day. [AccessDays] gives the access alone.
// [EarnedCreditRate] is the rate.
//
// Two sets decide: [AccessCounts], of one access, and [EarnsCredit], of one use. [RoleEligible] and [Roles] are the table of Azure
// roles. A custom role is on no list, so it is unknown whether it counts, until the grant says so ([Grant].RoleEligible) or an
// overlay puts it on one; access given on a management group does not count. A [Scope] is a place in Azure, read by [ParseScope]; [Scope.Covers] says what rolls up to it.
//
// Whether what is billed is what should be, line by line, is answered by package pricing/reconcile.
//
// # Who is billed, and what for
//
// [BillingOf] says who bills whom, how often, and in which currency (CSP-22, CSP-23); [CommitmentOf] what whoever buys is
// bound to (CSP-20).
//
// # Offers and phases
//
// [Offers] is the catalogue of Azure offers, with their names, programmes and clouds; [OfferByID] finds one, [OfferStanding]
// says how it stands on a day, as [Offer] does of all days. The previous offer in CSP leaves in three [Phases]: [PhaseOn] gives
// that of a day. Phase 3 is announced and has no day, which is a state of its own: its span is pending (CSP-01).
//
// [MayTransact] decides whether a partner may transact an offer for a customer on a day (CSP-02 to CSP-12, CSP-15), of the facts of
// a [Transaction]: what is to be done, since when the two have been in CSP and related, what the customer has bought. Where the
// offer page says two things of a customer whose subscriptions have ended, a [ContinuationReading] says which; a [GCCReading]
// where pages contradict each other on the Government Community Cloud. Facts that contradict each other permit nothing;
// [CheckTransaction] says which they are, and that an offer is none. [NeedsOrder] says whether a further subscription is
// ordered (PLAN-02).
//
// [MayTransition] decides whether a customer can be moved to the Azure plan (PLAN-04), [AfterTransition] what becomes of each of
// the [TransitionParts], and [PlansBought] how many plans there are then. [IncentivesOf] and [PriceBasisOf] say what an offer
// brings the partner, and by which prices it is billed (CSP-13, CSP-27, CSP-28).
//
// [ComparisonOn] gives the table that sets the types of offers side by side, a [Comparison], as it stood on a day, of which there are
// the [ComparisonVersions]: [Comparison.Says] one cell, [Comparison.Cells] and [Comparison.Offers] all, [Comparison.Markdown] the
// table, [Comparison.ChangesTo] what a later version has otherwise, and [ChangesMarkdown] that as a table. [ComparedOffer.Title] and
// [Aspect.Title] head it. [NewComparison] makes another.
//
// # Names that the packages below have too
//
// A [Price] is what units cost, tier by tier, a pricesheet.Price a row of a list, and pricesheet.Book.Price the answer of a book.
// An [ExchangeRate] converts amounts, a pricesheet.ExchangeRate is a row of a file, a [DatedRate] an entry of a [RateTable];
// [Price.Rate] rates use, and the RateTable has nothing to do with it. A [Line] is what an amount is reckoned from, a [ChargeLine]
// what is charged for seats, a [CreditLine] what one use earned, a reconcile.Line what came of recomputing a line of a file.
// A reading is one way to understand the record, as a [DayReading] is; a rules.Reading is a figure of a day with the others
// that the record has.
//
// # Days and money
//
// Days are UTC days, and spans half-open: a ChargeEndDate of 14 August is a span that ends with the 15th. Amounts are exact;
// what does not fit 28 places and 38 digits is rounded to what does, and a number beyond them is refused. Quantities may have
// decimals and be larger than 64 bits hold, as Microsoft's own tier bounds are.
//
// # Decisions and errors
//
// What rules decide comes with its reasons, as a rules.Decision; figures come as a rules.Reading, with what other sources say.
// [Rules] holds them all: [Published], [Rules.With] an overlay, [Rules.AsKnown] on a day, [Rules.About]. Everything that reads a
// rule or a figure is its method, and the functions are the same on the published ones. [Rules.AccessSet],
// [Rules.EarnedCreditSet], [Rules.TaxSet], [Rules.BillingSet] and [Rules.CommitmentSet] are the sets, and [Rules.EditAccess],
// [Rules.EditEarnedCredit], [Rules.EditTax], [Rules.EditBilling] and [Rules.EditCommitment] change them in Go. An overlay also
// changes the lists pricing.pec.roles.eligible, pricing.pec.roles.ineligible, pricing.tax.inclusive and
// pricing.tax.inclusive.reservations.
//
// Of offers, [Rules.TransactionSet], [Rules.OrderSet], [Rules.TransitionSet], [Rules.AfterTransitionSet], [Rules.IncentiveSet] and
// [Rules.PriceBasisSet] are the sets, and [Rules.EditTransaction], [Rules.EditOrder], [Rules.EditTransition],
// [Rules.EditAfterTransition], [Rules.EditIncentive] and [Rules.EditPriceBasis] change them. An overlay that gives pricing.phase
// other figures moves the rules of the phases along. How an offer stands is a figure of its own, pricing.offer. and its id in small
// letters, which such an overlay gives beside it.
//
// [Messages] has what the rules say, and the questions for their facts, in Swedish and Norwegian Bokmål; package rules/rulesmsg
// writes them.
//
// Input that is refused is an [InputError], which names the field and says what would be right, and wraps a condition such as
// [ErrPrice]. A choice that is not given is [ErrNotGiven]: none is ever guessed. Division by nothing is [ErrDivision].
//
// # JSON
//
// Everything is written as JSON and read back, by terms.Decode, to an equal value. Numbers are strings. A constant of a closed
// set is written by its name with a small letter in front, less the name of its type where that begins it; the names of a
// [ChargeType] are those of reconciliation files.
//
// # Sources
//
// The Partner Center documentation of 2020 to 2023, by the date each page bears, the offer page of Azure in CSP, and for legacy
// billing a distributor's examples. R1 to R5 are the published rounding formulas, in the order of [RoundingRule]. Ids such as W12 and
// E4 are those of worked examples, which are conformance vectors in testdata/vectors: each says which rule it follows.
//
// Where to read on (PLAN-08): the comparison of offer types, compare-azure-offers, is [ComparisonOn]; the market list is in package
// markets; the price list, azure-plan-price-list, is read by package pricesheet; billing, azure-plan-billing, and how earned credit
// is calculated, partner-earned-credit-explanation, are above. All are pages of learn.microsoft.com/partner-center.
//
// # What it does not cover
//
// Which markets an offer is sold in is for package markets. Whether the partner has signed its own agreement with Microsoft, the
// Microsoft Partner Agreement, is not asked; neither are the percentages of incentives, which are in no source. The record does
// not say what the phases mean in national clouds, how phase 3 ended, or whether GCC has got the Azure plan.
//
// Tiers do not start anew by themselves: whoever rates says what was used before. Holidays, on which no exchange rate is fixed, are
// not known. Rates of tax are not known either. What Microsoft does with custom roles, with access on management groups, and with
// currencies that have no cents is not in the record; the first two are decided so that nothing is presumed, and an overlay
// decides otherwise.
package pricing
