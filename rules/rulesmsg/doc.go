// Package rulesmsg writes what rules say as sentences in English, Swedish and Norwegian Bokmål, with dates, amounts, numbers
// and names of markets in the reader's form.
//
// # What it writes
//
// A decision of package rules gives its reasons in English, and the values in them beside the text, in a form that depends
// on no language. The package that owns a rule also owns its sentence in the other languages, a [rules.Message]. A
// [Book] holds messages, and a [Printer] writes what they are for:
//
//	book, err := rulesmsg.New(markets.Messages(), credit.Messages())
//	printer := book.For(request.Header.Get("Accept-Language"))
//	for _, sentence := range rulesmsg.Sentences(printer, decision) {
//
// [New] makes a book, [Book.WithMarkets] has it write the names of markets. [Book.In] and [Book.For] give the printer for a
// language or for what a reader asks for, by [Match]; [Languages] are what there is. [Sentences] writes all reasons of a
// decision, [Finding] one of them, [Printer.Sentence] any rule's, and [Printer.Question] the question that asks for a fact,
// whose message has the id that [FactID] makes.
//
// # Languages
//
// [Match] takes tags and the form of an Accept-Language header. Norwegian by any of its tags is Bokmål, and so is Danish,
// whose readers read it sooner than English. Who asks for nothing that fits reads English.
//
// # Dates, numbers and money
//
// Months are words, so that no reader takes a day for a month; years are not grouped. A span is written by its first and its
// last day. Numbers and amounts have the language's separators and every digit they came with, and amounts the code of
// their currency, for there are several dollars and crowns. Between a number and its unit stands a space that does not break.
// A length of time is in days from a week on, and in hours below: 72 hours are not three days.
//
// # What is not translated
//
// A rule that an overlay added or replaced says what its owner wrote, as it is: a message is for one text of one rule. The
// same holds where an argument is missing which the sentence cannot do without. Nothing prints a bare key but a fact that no
// message asks for, which is printed by its name.
//
// # Errors
//
// [New] refuses messages that lack a language, [ErrUntranslated], whose places for arguments cannot be read,
// [ErrTemplate], or are not the same in each language, [ErrPlaces], and those that stand there twice, [ErrRepeated]. [Audit]
// holds messages against sets, for a test: [ErrNoMessage] is a rule, default or fact without one, [ErrStale] a message of what is
// not there. Each is in a [MessageError] that names the message.
//
// # What it does not cover
//
// Names and addresses of documents stay in the language of the document. Answers, which are values of a set's own type, are
// the caller's to write.
package rulesmsg
