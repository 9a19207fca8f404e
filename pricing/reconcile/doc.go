// Package reconcile holds what Microsoft bills a partner against what it should bill: each line of daily rated usage and of a
// new-commerce invoice is recomputed from the price list, under the published rounding rules, and the report says what agrees
// and by which rule, what differs, by how much and in which part, what has no price, and what earned credit was lost.
//
//	prices, err := pricesheet.NewBook(pricesheet.EarlierHolds, pricesheet.ReadAzurePlan(list))
//	basis := reconcile.Basis{Prices: prices, Partnership: &access}
//	used, err := basis.Report(basis.Usage(pricesheet.ReadDailyUsage(usage)))
//	basis.Charges = used.Charges
//	billed, err := basis.Report(basis.Invoice(pricesheet.ReadInvoice(invoice)))
//
// # What it answers
//
// [Basis.Usage] and [Basis.Invoice] go through a file line by line and give a [Line] for each, whatever the size of the file.
// [Basis.Report] gathers them: a [Total] for each outcome and currency, the lines that do not agree with what is most at stake
// in front ([Line.AtStake]), how many agree by which rounding rule ([RuleTotal]), what each meter came to ([Charge]), and the
// days on which credit was missed ([Gap]). [Report.Total] gives one total.
//
// # Outcomes and causes
//
// Every line has exactly one [Outcome]. A line [Agrees] where it is billed, to the last place, as the rounding rule of its day
// has it ([pricing.Rules.DailyRounding], [pricing.Rules.UsageRounding], [pricing.Rules.SeatProration]). Where it is billed as
// another published rule rounds, it [AgreesOtherwise], and [Line.Rule] says by which; its difference is what the two rules
// differ by. A line that no rule gives [Differs], and each [Cause] names a part of it that is not as it should be: the unit
// price, the quantity, the earned credit, the exchange rate, or, where all of these are right, the amount itself. Of the lines
// that could be recomputed, the sum of the differences is what is billed less what was recomputed, in every total.
//
// A line without a price, or with several, says what was asked for and what there is, in [Line.Why], and so does a line that
// cannot be recomputed for another reason. What is billed by it is at stake as a whole. Nothing is ever guessed to make a line
// agree.
//
// # Usage
//
// The list price is rated by the tiers of the month, less Azure credit, less partner earned credit. [Basis.Partnership] says
// who had access: credit is then decided by [pricing.Rules.CreditEarned], day by day and resource by resource, whatever the
// line says. Without it the line's own percentage stands, if [ProductOf] says that its product can earn credit
// ([Basis.Product] replaces it), and use that could have earned some and did not counts as missed.
//
// # Invoices
//
// An invoice has a line for each plan, meter and tier. With [Basis.Charges] it is held against what was used: a charge that
// was billed twice or never shows as [NoUsage] or [NotBilled], and days with and without credit may stand on one line, as the
// page of 2022 has it, or on two, as that of 2021 has. [Charge.Whole] gives all that a charge is for. Without charges, a line of
// usage is recomputed from its own quantity and the credit that PriceAdjustmentDescription names.
//
// Licences, software and reservations cost what the list says for the day on which the subscription began; part of a term that
// is billed by the month, and part of a cycle that is cut, come off that. The term and how often it is billed are those that
// TermAndBillingCycle, BillingFrequency and the days of the subscription say; where these contradict each other, it is not
// known what was bought, and the line cannot be recomputed. A line gives back where its effective unit price or its quantity
// is below 0.
//
// # Days and money
//
// Days are UTC days, as in the files. Amounts are exact. Charges and their credit are in the pricing currency, lines in the
// billing currency; [Basis.Rates] checks the exchange rates, and a rate that a line writes with six digits or more is taken
// for the table's where it is the same as far as it is written. Everything is before tax.
//
// # Decisions and errors
//
// Rules, figures and lists are those of package pricing: [Basis.Rules] with an overlay reaches every line. A [Gap] carries the
// decision that says why credit was missed; [pricing.Rules.AccessDays] says more, grant by grant.
//
// [Line.Err] gives a [LineError] for a line that does not agree, wrapping a condition such as [ErrDiffers] or [ErrNoPrice]. Rows
// that the readers refuse come through as they are, and Report lists them in a [pricesheet.ReadError] beside what could be
// read; [pricesheet.RowErrors] takes it apart. A basis without a price list is [ErrBasis].
//
// Memory does not grow with the file: the lines that do not agree, the charges and the gaps are all that a report holds, and
// what price list and access answered is remembered for some thousands of questions.
//
// # JSON
//
// Lines, charges and reports are written as JSON and read back, by terms.Decode, to equal values ([Line.Equal], [Report.Equal]).
//
// # Sources
//
// The rules are those of package pricing, with their sources. What the columns say is from the pages on reconciliation files
// (2022-01-18) and daily rated usage (2022-11-08) of Partner Center's documentation; that a charge is for a meter and not for a
// resource from "Azure plan billing" (2022-07-18); the discount of a tier from the announcement of October 2023 on unit prices.
//
// # Why it is a package of its own
//
// Package pricing knows no files, and package pricing/pricesheet reads them without deciding anything. What needs both stands
// on both, so that imports run one way: pricing, pricing/pricesheet, pricing/reconcile.
//
// # What it does not cover
//
// Legacy invoices (their numbers begin with D) have other columns and are not read. Tax is not recomputed: newer files no
// longer carry it, and package pricing reckons it. Purchases from other publishers have prices only where the list given has
// them. Promotions and adjustments other than those above are in no source, and lines with them are not recomputed. The price
// of a day is that of its start, so a list that changes within a day is taken to change at the next.
package reconcile
