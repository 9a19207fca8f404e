// Package cancellation answers until when a purchase can be cancelled, what comes back, and by which rules.
//
// # What it answers
//
// A [Request] says what was purchased, what opened the window and when, and who wants to cancel. [Check] gives the [Answer] for
// an instant:
//
//   - the [Verdict]: Open, NotYetOpen, Closed, Never, Refused, or Undetermined for want of a fact
//   - the deadline, the time [Left], and the earliest deadline by any reading of the record ([Answer.SafeDeadline])
//   - the kind of [Refund] that comes back, and what is [Owed] for a purchase that is kept
//   - the [Report] that Partner Center would give whoever tries ([Reports] lists them; SW-15, SW-19)
//   - the rules that spoke, the version of each figure they went by, and every [Alternative]
//
// [Answer.String] says all of it to a person, and the other answers have a String too: [SeatAnswer.String], [RefundAnswer.String],
// [Choices.String], [ReservationAnswer.String], [Pool.String], [Effects.String], [Readiness.String], [Calendar.String]. [CheckSeats] gives
// the [SeatAnswer]: by how many seats a subscription can be reduced, where each [SeatBatch] has a window of its own.
//
// With a [Bill], [CheckRefund] gives the amounts, [CheckReservation] those of a reservation, and [CompareChoices] sets cancelling, reducing and
// keeping side by side.
//
// [NewCalendar] answers for many purchases at once: a [Calendar] of the deadlines, the largest stake first where the stakes compare, that
// [Calendar.ICalendar] writes as a file for calendars to import. [Subscription.Holding] makes one of its holdings.
//
// # Windows
//
// A [Window] is so many days or hours, written P7D or PT72H: [Days], [Hours], [ParseWindow]. It opens with the purchase, and opens
// again at the instant at which a renewal completes, a trial is converted or seats are added; the [Opening] says which. An
// upgrade in mid-term opens none, and what a partial upgrade made keeps the window of its source. The windows on record, by
// the day on which they opened:
//
//	perpetual software        60 days; 30 from 2021-05-20 (SW-17)
//	software subscriptions    60 days; 30 from 2021-05-20; 7 from 2022-07-11 (SW-12)
//	licence-based seats       72 hours from 2022-01-10; 7 days from 2022-03-12, announced on 2022-03-17
//	marketplace SaaS          24 hours monthly, 14 days annually; 72 hours from 2023-10-24
//	Business Central          7 days
//	Azure plan                at any time; what is owed must be paid (CSP-20)
//	reservations              at any time
//	extended service terms    at any time, from 2025-11-03
//	savings plans             never
//	Red Hat, SUSE and other final plans  never (SW-14)
//
// [WindowOn] gives the window of a product on a day with its source, [RefundOn] what comes back. Where only the day of a
// change is in doubt, the shorter window answers from the first day that is possible; where two pages contradict each other,
// Partner Center's own answers. The reading names what the others say.
//
// # The closing instant
//
// The record has a window of days close in three ways, each a [Boundary] with a name: [ExactHours], [EndOfDay] and
// [FirstDayCounted]. [BoundaryOn] gives the one that governs a product: EndOfDay for software, as both samples of Partner
// Center for software show, and ExactHours for the rest, as Microsoft announced it for seats. [Window.Closes] reckons by any
// of them. That the closing instant itself is outside is a [Closing], which [ClosingOn] gives. A window of hours closes by the clock.
//
// Where Partner Center has given a cancellationAllowedUntilDate ([Allowed], [NotAllowed]) it prevails over all of that, and the
// answer's [Basis] says so; what the rules alone say is [Answer.ByRules].
//
// # Refunds
//
// A [RefundRequest] is a [Request] with a [Bill]: price, quantity, term and billing plan, and, where that is not all, the lines that have
// been billed and credited so far. The [RefundAnswer] of [CheckRefund] has what was paid, what comes back and what is kept; kept and
// refunded are what was paid, and never is more refunded, whatever was billed and credited before. It has the charges still to come, too,
// which are owed on every billing plan once the window has passed (SW-24), and the days of the invoice with the credit (SW-26).
// [RefundAnswer.Stake] is what cancelling saves, [RefundAnswer.String] says it all to a person.
//
// By product, and by the day on which the window opened, the record has:
//
//	perpetual software, marketplace SaaS, Business Central   everything; what is metered stays
//	licence-based seats                                      everything in 24 hours, then what remains of the charge cycle
//	software subscriptions, reservations,
//	extended service terms                                   what remains of the charge cycle
//	Azure plan                                               nothing: what was used must be paid (CSP-20)
//
// What remains is reckoned by the conventions of package pricing (pricing.SeatProration): the day of the cancellation is given back,
// by the day, by the days of the month or year, each seat rounded down. The record contradicts itself on each of them, and on 100 % or a
// part for software (SW-12, SW-26). The answer goes by the default, and its Alternatives have the amount by every other reading, each a
// [RefundAlternative] with its source. Other conventions can be given with the request, or by an overlay. What Partner Center gives as the end of a
// full refund prevails.
//
// The first 24 hours of a renewal count from its completion. Where it is not given when the renewal of a subscription
// completed, they count from the first day of the term. A partial upgrade has those of its source.
//
// # Reservations
//
// A reservation can be given back at any time, as long as what a customer's returns cancel within a year is within 50,000 USD.
// [ReservationPool] gives what is left of that after past returns, and until when each of them counts; [CheckReservation] what comes back of
// one, what it cancels, and whether the limit suffices, which [MayReturn] decides. Of a reservation billed monthly the payments to come are
// cancelled, as in the page's example; of one paid in advance what comes back. What comes back is reckoned from the lower of the price
// then and now. [ReservationAnswer.Stake] is what giving it back saves. [ReservationLimit], [ReservationYear], [ReservationFee] and [ReservationProration] are the figures. There is no fee; the 12 % that may
// be charged one day are the fee's other reading.
//
// [MayExchange] decides whether one can be exchanged for another, which has neither limit nor fee; [ReservationAnswer.Covers] says whether the
// new one commits to enough.
//
// # Choices
//
// [CompareChoices] gives three choices for a subscription, each with what the term costs to its end and until when it can be done: [CancelNow],
// [ReduceNow] by some seats, [Keep]. Seats given back are prorated by the line, from the first day on.
//
// # The subscription resource of Partner Center
//
// [ReadSubscriptions] reads what Partner Center returns, one [Subscription], a collection or a list, and reports everything that cannot be
// read or contradicts itself by file and field, as [FileErrors]. A subscription keeps the fields that are not known here and is written as it was read; [Subscription.Check]
// says where it contradicts itself. [Subscription.Request] and [Subscription.SeatRequest] make questions of it, [Subscription.Product]
// tells what it is to, and [Subscription.RefundAt] what its own refund options have. With a price, which the resource does not have,
// [Subscription.Bill] and [Subscription.RefundRequest] make questions about money of it.
//
// [Subscription.CancelCall], [CancelOrderCall] and [CancelOrderCalls] give the [Call] that would cancel, [CallsFor] which calls a
// product has. [ParseAPIError] reads what Partner Center answers to it; [APIError.Meaning] says in the terms of this package what
// it means, [APIError.Window] which window it names, and [ErrorCodes] lists them.
//
// # Before and after
//
// [CheckParticulars] says whether what cancelling takes is at hand (SW-16, SW-18). Where Partner Center asks for more information a
// [SupportRequest] is needed: [CheckSupportRequest] says what it still lacks (SW-21), [SupportRequest.Description] writes its text, and
// [SupportProblemType] is its type. [After] gives the dated [Effects] of a cancellation: what is lost, whose duties arise, when the
// credit is to be expected (SW-20, SW-25 to SW-27); [InvoiceDays] gives the days of the invoice by itself.
//
// # Days and money
//
// Instants are time.Time, in any zone, from 1900 to 2199; every day is a UTC day, as in Partner Center, and answers are in UTC. The
// rules and figures of the day on which the window opened govern; of a reservation's limit and fee, those of the day on which it is given
// back. A charge falls due on the first day of its cycle. Amounts are exact, without tax, and in the currency they are billed in; what is prorated is rounded
// once, by a rule of package pricing that the conventions name.
//
// # Rules, overlays and errors
//
// [Published] gives the published [Rules]. [Rules.With] gives rules with a team's overlay, which may replace windows, boundaries,
// refunds, the closing and the figures of reservations by the ids of their timelines, such as cancellation.window.seats, the
// conventions of proration by pricing.proration.seats, or switch rules off; it reaches verdicts, deadlines and amounts, and the answers
// then name its owner. [Rules.Pricing] gives the rules of package pricing behind it, to hold an overlay against all there is. [Rules.EditLimit], [Rules.EditAsker], [Rules.EditOwed], [Rules.EditReduction],
// [Rules.EditParticulars], [Rules.EditSupportRequest], [Rules.EditAfter], [Rules.EditReturn] and [Rules.EditExchange] take rules in Go.
// [Rules.AsKnown] gives the rules as they were published on a day, and [Rules.About] all that they say of themselves. Every
// function of the package is a method of Rules, too.
//
// The rules are sets, each of which answers for itself: [LimitOf] how long a purchase can be cancelled, [MayAsk] whether
// somebody may cancel at all (SW-13), [OwedFor] what is owed otherwise (SW-24), [MayReduce] whether the quantity can be
// reduced. [Rules.LimitSet], [Rules.AskerSet], [Rules.OwedSet], [Rules.ReductionSet], [Rules.ParticularsSet],
// [Rules.SupportRequestSet], [Rules.AfterSet], [Rules.ReturnSet] and [Rules.ExchangeSet] give the sets, to trace and to list.
//
// [Messages] says in Swedish and Norwegian Bokmål what the rules say and ask; package rules/rulesmsg writes it.
//
// Facts that are not given are asked for, all at once and by their names in JSON, where they could change the verdict, and never taken for
// a no. A request that makes no sense is a [RequestError] for each thing that is wrong with it, with the error of package pricing or
// licensing behind it where a bill cannot be reckoned by; what the record does not say of a product is [ErrNotSaid]; a day from before the
// record is a rules.FigureError. Where facts are missing, amounts are not given; no 0 stands in for them.
//
// # JSON
//
// Requests and answers marshal to JSON and read back through terms.Decode to equal values. A constant of a closed set is
// written by its name with a small letter in front, less the name of its type where that begins it. A request:
//
//	{"purchase": {"product": "licenseBased", "opening": "byRenewal"}, "asker": {"adminAgent": "yes"},
//	 "opened": "2024-03-26T11:00:00Z", "cancellationAllowedUntilDate": "2024-04-02T11:00:00Z"}
//
// # Sources
//
// The page on software subscriptions in CSP (SW-12 to SW-21, SW-24 to SW-27), the page on Azure in CSP (CSP-20), Partner
// Center's pages on cancellation, on managing subscriptions and on the subscription resource in a copy of 23 October 2023 and
// later ones, the refund policies of the marketplace, azure-docs on reservations and savings plans; and, where Microsoft's
// own texts are silent or gone, CRN and the distributors Ingram Micro, interworks.cloud, CloudBlue and AppXite. They contradict each
// other: on the day of a change, on when a window closes, on what comes back. Each reading is a named value with its source, and
// the answers carry those that were not taken.
//
// # What it does not cover
//
// It sends nothing, and holds no credentials. It does not know prices, nor taxes, nor longer windows that a country's law may give: the
// sources name none. A role is the word of whoever asks. Where Partner Center returns an answer of its own, that answer prevails. The record has
// no example of a refund in a currency without cents, of a fee, or of rounding for reservations: the first goes by pricing's
// rules, the second is taken of what comes back, the third is cut off at the cents.
package cancellation
