// Package credit answers which prepaid Azure credit pays for use, what lapses unused, when services are
// suspended, what to purchase next, and what may be done with credit.
//
// Lots of credit and the events that touched them go in; [Ledger.Replay] gives the [Statement] of any instant,
// worked out anew each time. There is no stored balance, no job that expires credit, and no clock: the same
// facts give the same statement, whenever and in whatever order they arrived.
//
// # Lots
//
// A [Lot] is credit granted at one instant that lapses at another. [TokenLots] makes lots of an activated OSA
// key (Online Service Activation, package licensing), one for each token on it, worth its units by a
// [UnitTable]: [DefaultUnits] knows 100 US dollars, [UnitTable.With] adds what your reseller's agreement says,
// and [UnitTable.Amount] and [UnitTable.Worths] tell what it holds. [MonthlyLots] and [BulkLots] make the lots
// of a partner's [Benefit]; [BenefitAmounts] are the amounts on record. A top-up by card is a literal of kind
// [TopUp]. Amounts exclude tax (OPEN-03).
//
// # Events
//
// An [Event] is a [Use], a [Return] of a use, a [Forfeit], or the [Transfer] of a bulk credit. A use says what it
// was for: [Charge.Payable] says whether credit can pay that, and [Charge.Reason] why. Each event has an id, and
// counts once however often it is delivered. It counts at its own instant, or in its UTC day where only that is
// known, and not when it became known: facts that come late replay to the same statement as timely ones.
//
// # The policy
//
// The record leaves choices open and contradicts itself on others. A [Policy] names each of them, and
// [AzureInOpen] sets each to the reading the offer's page supports best. The constants say what they stand on.
//
// # The ledger
//
// [New] checks lots and events, drops what is given twice and puts the rest in order. [Ledger.With] and
// [Ledger.WithLots] give a larger ledger; [Ledger.AsKnown] gives the ledger as it stood, before late facts were
// known; [Ledger.Lots], [Ledger.Events], [Ledger.Policy] and [Ledger.Currency] tell what it holds.
// [Ledger.Replay] states it for an instant, [Ledger.ReplayDay] for the end of a UTC day.
//
// # The statement
//
// [Statement.Balance] and [Statement.BalanceAt] give what is left. [Statement.Lots] and [Statement.Lot] give what
// became of each lot: granted, used, returned, lapsed, forfeited, left. [Statement.Uses], [Statement.Use] and
// [Statement.Allocations] give what became of each use and which lot paid; [Statement.Explain] adds why the other
// lots did not. [Statement.Entries] gives balanced entries, with lapse and forfeiture apart. [Statement.Alerts] are
// the alerts that fired (OPEN-19 to OPEN-23). [Statement.Suspensions] and [Statement.Suspended] say when services
// stood still and from which day data may be gone (OPEN-24). [Statement.Lapsing] says what lapses in a span of days,
// [Statement.Next] and [Statement.Deadlines] what comes next if nothing is used. [Statement.RecentRate] and
// [Statement.Forecast] look ahead: when credit runs out, what will lapse unused, and the latest and largest purchase
// worth making. [Statement.Figures] gives the dated figures the statement stands on, each with its source.
//
// # Decisions
//
// Four questions are decided by rules, from facts of which some may be missing. Each answer has its decision in it, of
// package rules: which rules gave it, where they are written, and, where it depends on a fact that is not given, which one
// that is. What is not given never permits anything.
//
//   - [MayTopUp]: may a customer add credit by card (OPEN-05)? The facts are a [CardTopUp]; [Forecast.RunningOut] gives one
//     of them, and package markets says in which markets there are no top-ups.
//   - [MayConfigureAlert]: may an alert be configured, beside those there are (OPEN-20)? The facts are an [AlertSetup].
//   - [AfterAttachment]: what becomes of unused credit if the subscription is attached to an Enterprise Agreement
//     (OPEN-16)? The facts are an [Attachment], the answer is a [Fate], and the findings carry the page's advice.
//   - [MayCombine]: can a partner's bulk credit be combined with another [Offer] (MPN-06)? The facts are a [Combination].
//
// [New] holds ledgers to the second and the last.
//
// # Rules, figures and overlays
//
// [Published] gives the [Rules] behind all of this: the four sets of rules, and the dated figures that a ledger reckons by.
// [Rules.Term], [Rules.LowCredit], [Rules.Notice], [Rules.Retention], [Rules.AlertLimit], [Rules.RecipientLimit],
// [Rules.Unit], [Rules.MonthlyCredit] and [Rules.BulkCredit] give these with their sources and with what other readings of
// the record say; a [Percent], a [Count] and [Amounts] ([NewAmounts]) are such figures. Each is read for the day that
// governs, mostly that of a lot's activation; [Rules.New] says which.
//
// A team whose contract says otherwise keeps that in a file, an overlay of package rules, and makes rules of its own:
//
//	house, err := credit.Published().With(overlay)
//	ledger, err := house.New(credit.AzureInOpen(), lots, events)
//
// [Rules.With] reaches the figures of this package and the rules of packages markets and licensing that it asks
// ([Rules.Markets], [Rules.Licensing]). What then follows from somebody's figure says whose it is, in a field Origin: a
// lot's end, a lapse, an alert, a suspension, a deadline, the verdict of an explanation. What a package-level function does
// by the published rules, the method of the same name does by these: [Rules.New], [Rules.TokenLots], [Rules.DefaultUnits],
// [Rules.BenefitAmounts], [Rules.MayTopUp], [Rules.MayConfigureAlert], [Rules.AfterAttachment], [Rules.MayCombine].
// [Ledger.Rules] gives the rules of a ledger.
//
// [Rules.AsKnown] decides by the wording of another day, [Rules.About] lists what there is, [Messages] says it in Swedish and
// Norwegian too. [Rules.TopUpSet],
// [Rules.AlertSetupSet], [Rules.AttachmentSet] and [Rules.CombinationSet] give the rules themselves; [Rules.EditTopUp],
// [Rules.EditAlertSetup], [Rules.EditAttachment] and [Rules.EditCombination] change them in Go.
//
// # Days and money
//
// Instants are time.Time, from 1900 to 2199, in UTC; days are UTC days. All amounts of a ledger are in one currency.
// Reckoning is exact, with 18 decimal places: an amount with more, or a ledger that adds up to 10^20 and more, is
// refused, and nothing is ever rounded.
//
// # Errors
//
// [New] reports everything wrong with its input at once: an [InputError] whose faults are a [PolicyError], [LotError] or
// [EventError] each, which names the field or id and wraps a condition such as [ErrConflict]. What only shows when lots
// are drawn on, such as a return of more than was taken, is reported by Replay in the same way. An error leaves the
// ledger it came from as it was.
//
// # JSON
//
// Lots, events, policies, ledgers, statements and forecasts are written as JSON and read back to equal values; read
// them with terms.Decode. A constant of a closed set is written by its name with a small letter in front, less the
// name of its type where that begins it: Use is "use", ExpireAtInstant "expireAtInstant", VerdictPaid "paid". A ledger:
//
//	{"policy": {
//	   "order": "fifoByActivation", "expiry": "expireAtInstant", "topUpTerm": "topUpAsToken",
//	   "dayPlace": "startOfDay", "shortfall": "suspend", "lateReturn": "lapseAtOnce",
//	   "overReturn": "refuseOverReturn", "bulkTransfer": "transferWithinYear",
//	   "lowCredit": "lowCreditOfToken", "lowCreditOperator": "atOrBelow", "alertOperator": "atOrBelow",
//	   "rearm": "rearmOnRise", "retention": "retainFromZeroBalance",
//	   "alerts": [{"name": "half", "amount": {"amount": "50.00", "currency": "USD"}, "recipients": ["a@example.com"]}]},
//	 "lots": [
//	   {"id": "key-1", "kind": "token", "amount": {"amount": "100.00", "currency": "USD"},
//	    "activated": "2023-01-10T00:00:00Z"}],
//	 "events": [
//	   {"id": "april", "kind": "use", "day": "2023-04-30", "charge": "consumption",
//	    "amount": {"amount": "70.00", "currency": "USD"}},
//	   {"id": "refund", "kind": "return", "at": "2023-05-02T09:00:00Z", "of": "april",
//	    "amount": {"amount": "5.00", "currency": "USD"}},
//	   {"id": "ea", "kind": "forfeit", "day": "2023-12-01", "reason": "joinedEnterpriseAgreement"}]}
//
// A statement carries the facts it follows from, so that its JSON is its own record: reading one replays it. Ledgers and
// statements by somebody's rules begin with "overlays", the parts of these that are about this package, and are read by
// them; rules edited in Go are in no JSON. Where a release adds a choice to [Policy], the changelog names the value under
// which stored policies mean what they did.
//
// # Sources
//
// The offer page of Azure in Open Licensing (MS-AZR-0111P; OPEN-01 to OPEN-05, OPEN-08, OPEN-09, OPEN-15, OPEN-16,
// OPEN-19 to OPEN-24) and the pages on partner benefits (MPN-03, MPN-05, MPN-06, MPN-22). Where the record is silent
// or contradicts itself, the constants of [Policy] say so, and of a figure the other readings beside it.
//
// # What it does not cover
//
// Partner earned credit is a daily discount, with no lot and no balance, and no part of this package. Which markets have no
// top-ups by card package markets says, whether a key may be activated package licensing. Decisions do not undo the past:
// a ledger takes a top-up that happened, whatever [MayTopUp] says of it. The ledger does not convert currencies.
package credit
