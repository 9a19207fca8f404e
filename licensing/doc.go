// Package licensing answers what a key of Microsoft's commercial cloud is and until when it
// can be used. So far the keys are those of Online Service Activation, by which Azure in
// Open Licensing is sold.
//
// "OSA" here is always Online Service Activation. Microsoft has two other things of that
// name, and neither is meant: Online Services Advisory, an incentive for partners, and the
// Office Subscription Agent.
//
// # What it answers
//
//   - Is this text a key, and which? [ParseOSAKey] reads one into an [OSAKey].
//   - What does a purchase carry? [NewOSAPurchase] gives an [OSAPurchase]: a key, its day,
//     and its tokens, each an [OSAToken] of whole units (OPEN-03). One purchase is one key
//     unless the order says otherwise (OPEN-09). [OSAPurchase.Key], [OSAPurchase.Purchased] and
//     [OSAPurchase.Tokens] give them back.
//   - Until when can the key be activated? [OSAPurchase.LastActivationDay] gives the day five
//     years after the purchase (OPEN-08), and [OSAPurchase.CheckActivation] says of any
//     day whether it is in time, and what would be. [MayActivate] answers from facts that may be missing, of an
//     [OSAActivation], and says by which rules.
//   - What is it redeemed for? A [Redemption] is one of two things (OPEN-01),
//     [ActivatesSubscription] or [AddsCredit]; [ParseRedemption] reads one and
//     [Redemption.IsValid] tells it from a number that is none.
//
// # Keys are secrets
//
// Who reads a key can redeem it. Every text of an [OSAKey] is therefore masked, with the last
// group left to be seen: [OSAKey.String], every verb of fmt ([OSAKey.Format]), log/slog
// ([OSAKey.LogValue]), and [OSAKey.MarshalText], through which JSON and XML go. A key in
// an unexported field of another struct, where fmt calls no methods, prints as an
// address. Errors never repeat a text that should have been a key, and name
// keys by [OSAKey.ID], which reveals nothing and may be stored. [OSAKey.Reveal] gives the
// key, and searching a program for that one name finds every place where it does.
//
// Three things this does not do. It does not hide a key from a debugger, or from a printer
// that follows pointers in unexported fields. It cannot know a key in a place where none
// belongs: an error about a misspelt currency repeats what stood there, and
// the path of a [terms.DecodeError] repeats the names of JSON members, so keys
// make no good member names. And it does not wipe memory.
//
// # Days
//
// Days are UTC civil days, [terms.Day]. The record says "five years" and gives neither an
// instant nor a zone; the last day is read as included, and five years after 29 February
// are over with 28 February. Nothing here reads the clock.
//
// # JSON and zero values
//
// A purchase is read by [OSAPurchase.UnmarshalJSON], as strictly as [terms.Decode], with the
// key in full. [OSAPurchase.MarshalJSON] writes it with the key masked and its id beside it.
// So keys, and what holds them, are the one exception to the rule that what is
// marshalled decodes to an equal value: JSON ends up in logs, tickets and
// caches, and a key that had to be written for the sake of reading it back would be spendable
// there. [OSAKey.UnmarshalText] and UnmarshalJSON tell a masked key from a wrong one.
// A [Redemption] goes both ways: [Redemption.String], [Redemption.MarshalText],
// [Redemption.UnmarshalText].
//
// Every zero value means "not given" and allows nothing: [OSAKey.IsZero],
// [OSAPurchase.IsZero]. Keys compare with ==, purchases with [OSAPurchase.Equal];
// [OSAPurchase.String] gives a line about one for people.
//
// # Rules and overlays
//
// [Published] gives the [Rules] this package decides by. [Rules.With] gives those of a team whose contract says
// otherwise, [Rules.AsKnown] those of another day's wording, and [Rules.About] lists them. By these rules
// [Rules.LastActivationDay], [Rules.CheckActivation] and [Rules.MayActivate] reckon and decide;
// [Rules.OSAActivationTime] gives the figure behind them, in [Months], [Rules.OSAActivationSet] the rules, and
// [Rules.EditOSAActivation] changes these in Go.
//
// # Errors
//
// Conditions are sentinels for errors.Is: [ErrOSAKey], [ErrOSAPurchase], [ErrActivatedTooLate],
// [ErrActivatedBeforePurchase], [ErrNotGiven], [ErrFigure]. What was wrong, where, and what would be right
// is in the errors that wrap them: [KeyError], [PurchaseError], [ActivationError]. No
// input panics.
//
// # Sources
//
// OPEN-01 and the like are facts of Microsoft's page "Get started with Azure in Open
// Licensing" (offer MS-AZR-0111P), Swedish edition. That a key has 25 letters and digits
// is from "Online service activation for Open programs (volume licensing)" in Microsoft
// 365's documentation, as of 2025. Where pages disagree, the declaration concerned says so.
//
// # What it does not cover
//
// Whether a key exists, was sold to the one who holds it, or was already redeemed: only
// Microsoft's service knows. What an activated key is worth, in what order credit is used,
// and that it is lost 12 months after its own activation (OPEN-15), is package credit's.
// Product keys of other kinds, terms and agreements are not covered yet.
package licensing
