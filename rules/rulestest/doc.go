// Package rulestest tests sets of rules and timelines: what a package that declares them runs over them in go test.
//
// A test of examples shows that a set gives the answers its author thought of. This package looks at the rest: at every
// combination of what the facts can be, on every day on which an answer can change, and the days before and after. It is
// for tests, and imports testing.
//
// # A test of a set
//
//	func TestWindow(t *testing.T) {
//		samples := rulestest.Product(
//			rulestest.Of("product.kind", func(p *Purchase, k Kind) { p.Kind = k }, Kinds()...),
//			rulestest.Truth("customer.gcc", func(p *Purchase, t rules.Truth) { p.GCC = t }),
//		)
//		rulestest.Check(t, window, samples)
//		rulestest.Golden(t, "testdata/window.golden", rulestest.Fingerprint(window, samples), *update)
//	}
//
// # Samples
//
// [Product] makes [Samples] of dimensions. A [Dimension] is a field of the input with the values it is given, and names
// the fact it holds: [Of] makes one of the values named and the zero value, which means "not given"; [Truth] one of a
// yes/no fact. Where the zero value is an answer, [Dimension.AlwaysGiven] says so. [Samples.Where] leaves out inputs that
// cannot be, [Map] makes samples of another type, such as pointers, [Samples.Each] gives them one by one, and
// [Samples.Err] says why there are none ([ErrSamples]).
//
// Give every value of a closed set, and of an open one, such as days, those on either side of where an answer changes.
// The size of the product is the only limit: 1,048,576 inputs, and as many questions as there are days and ways in
// which the conditions turn out. Ten yes/no facts take a second or two. For more, leave out with Where what teaches
// nothing new, such as inputs in which more than three facts are missing.
//
// # What is found
//
// [Check] fails a test with what [Problems] finds. Each [Problem] has a [Kind], and names the rule or the condition, the
// first day and the first input for which it shows, fact by fact.
//
// Of rules: an input that none answers ([Gap]) or for which they disagree ([Conflict]); a rule that speaks for no sample
// ([NeverReached]), that others always silence ([AlwaysExcepted]), that only repeats another ([Contained]), or that is
// planned and yet evaluated ([PlannedSpeaks]).
//
// Of conditions: one that answers for a fact that is not given ([Presumes]), or does not although it is given
// ([StaysUnknown]); that reads a fact it does not name ([ReadsMore]), means something else in another rule
// ([TwoMeanings]), changes its mind or its input ([Unsteady]), or is the same for every sample ([Idle]).
//
// Of answers: whether they combine to the same in every order ([NotCommutative], [NotAssociative], [NotIdempotent]).
// New refuses a set whose answers don't, so this is found only if New errs.
//
// Of the engine: every answer is held against the rules as a person reads them, one by one ([WrongAnswer]), and every
// question for facts against the law of missing facts ([MissingFacts]): an answer is undetermined exactly when two ways in
// which the unknown conditions may turn out give different answers, and the facts asked for are those that these
// conditions read. All ways are tried out, up to 20 unknown conditions at once ([Unproven] beyond). And a question always
// asks for some fact that is not given, so that whoever gives one after another comes to an answer.
//
// Of the test: a fact that no dimension holds ([NotSampled]), samples that are too many ([TooMany]), an allowance without
// a reason or a use ([IdleAllowance]).
//
// An [Allowance] lets a problem stand, with its reason: the days before there was a rule, a rule that is written down
// twice on purpose.
//
// # Days and wordings
//
// [Days] are the boundaries of a set, the day before and the day after each. A set whose rules were worded
// otherwise before is also tested as it was known on the last day of each earlier wording, on the days up to that one; the
// problem then says so.
//
// # A test of a timeline
//
//	func TestWindows(t *testing.T) {
//		rulestest.CheckTimeline(t, windows, rulestest.Limits[Window]{
//			Day: today, Days: terms.SpanFrom(firstDay), Figure: func(w Window) bool { return w.Days > 0 && w.Days <= 60 },
//		})
//	}
//
// [CheckTimeline] fails a test with what [TimelineProblems] finds: a day without a figure between the first and the last
// ([Gap]), or in the days that the [Limits] want; days for which two figures were published at once ([Overlap]), or, between
// two wordings, none any more and none yet ([KnownGap]); a doubt that says what the figure says, or that no reading ever
// names ([IdleDoubt]); a source that nobody checked, or somebody after the day of the test ([Unchecked]); a figure out of
// the caller's range ([OutOfRange]); one that JSON loses a part of ([NotReadBack]); and a reading that is not what the
// entries say, read one by one ([WrongAnswer]). Problems, days and allowances are as for sets.
//
// # Fingerprints and coverage
//
// A condition is a Go function, of which a set's digest sees the name only. [Fingerprint] is a text with a line for every
// day and every rule that changes with the answers themselves; [Golden] keeps it in a file, so that a change shows in
// review. [Cover] counts how often each rule spoke and was silent, with the facts of the register that its sources
// cite; a [Coverage] marshals to JSON, so that one test can add up those of all packages ([Coverage.IsCovered]).
//
// # What it does not cover
//
// Samples are no proof: what shows only for a value nobody named is not found. Whether a rule or a figure says what its
// source says is for a person to read.
package rulestest
