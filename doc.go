// Package terms answers, exactly and with its reasons, what Microsoft's commercial cloud
// terms say: which prepaid credit pays, when it lapses, what a key carries.
//
// This root package is the vocabulary the others share. The answers are in the packages
// below it:
//
//   - rules: the engine for rules that are dated and cited, for services with rules of their own; rulestest
//     checks sets of them, rulesdoc prints them, rulesmsg writes their reasons in English, Swedish and Norwegian
//   - markets: the codes and names of markets, the published lists they are on, regions,
//     the currency in which a partner located there is billed
//   - licensing: keys of every kind, until when they can be activated, what redeeming them does to the licences and
//     the end date of a subscription, plans for a pool of keys, terms and charge cycles
//   - credit: lots of prepaid Azure credit, the ledger of what drew on them, the statement
//     of who paid what, what lapsed, which alerts fired, and the forecast
//   - pricing: what use and seats cost to the cent, proration, exchange rates, tax, and what the partner earns
//   - pricing/pricesheet: price lists, rate cards, exchange rates, usage and invoice lines as files, and prices looked
//     up in them
//   - pricing/reconcile: usage and invoices held against price lists and access, line by line: what differs and why,
//     and what earned credit was missed
//   - cancellation: until when a purchase can be cancelled or its seats reduced, what comes back to the cent, what is
//     owed otherwise, and what other readings of the record say
//
// # Days and spans
//
// A [Day] is a civil day. [ParseDay] and [NewDay] refuse days that do not exist,
// [Day.AddMonths] keeps to the month's end, [Day.FirstOfMonth] gives its first, [Day.Start] and [Day.StartIn] give the instant
// at which a day begins, [DayOf] and [DayIn] the day of an instant, [DayFrom] and [Day.Date]
// convert from and to github.com/rickb777/date. [MustParseDay] is for days written into a
// program. A [Span] is a half-open run of days: [NewSpan], [MustSpan], [SpanFrom], [SpanUntil], [Always],
// [Pending], [ParseSpan]. Instants are time.Time, in UTC unless a rule names a zone. Nothing
// in the module reads the clock: the day or instant asked about is always an argument.
//
// # Money and numbers
//
// [Money] is an exact amount in a [Currency]: [NewMoney], [ParseMoney], [MustParseMoney],
// [ParseCurrency]. Sums are exact, two currencies never mix, and [Money.Allocate] splits an
// amount into parts that add up to it. Quantities and rates are decimal.Decimal of
// github.com/shopspring/decimal, and every function that takes one puts [CheckDecimal]
// before it; [ParseDecimal] reads one, [FormatDecimal] writes one. The package globals of that
// library belong to the application: they are neither set nor read here.
//
// # JSON
//
// [Decode] is the one way in. It refuses what encoding/json lets pass, and says where: unknown
// keys, keys in another case, a key given twice, days that do not exist, numbers of absurd
// size. [DecodeList] reads a list of which one wrong element spares the others. Marshalling is
// encoding/json's, and what is marshalled decodes to an equal value.
//
// # Errors
//
// Conditions are exported sentinels, to be tested for with errors.Is. The errors that wrap
// them carry the offending text and its place: [ParseError], [CurrencyMismatchError],
// [DecodeError]. Bad input never panics; only functions whose names begin with Must do, and
// they are for values written into a program.
//
// # Sources
//
// What Microsoft's documents say is cited by the identifiers of a register of facts, such as
// OPEN-04, at the place that decides or computes by it.
//
// # What it does not cover
//
// The module is no legal advice, no client of Microsoft's services, and is not affiliated with
// Microsoft. Where a service of Microsoft's returns an answer of its own, that answer prevails.
package terms
