// Package rules answers questions by dated rules, and says of every answer which rule gave it and where that is written.
// It is the engine below the packages of this module that decide anything; a service may use it for rules of its own.
//
// # What it answers
//
// A [Set] answers one question: until when a purchase can be cancelled, whether a customer may top up. It is declared
// in Go, as a [Spec] of rules over a plain struct of facts:
//
//	type purchase struct {
//		Product product     // a closed set; zero is not given
//		Linux   rules.Truth // a plan of Red Hat or SUSE: yes, no, or unknown
//	}
//
//	isSubscription := rules.Condition[purchase]{
//		Name: "product is a software subscription", Reads: []string{"product"},
//		Holds: func(p purchase) rules.Truth { return rules.Is(p.Product, subscription) },
//	}
//
// A [Condition] is one test with a name, and says which [Fact] it reads. Its Holds gives a [Truth]: [TruthOf], [Is] and
// [Given] make one, [Truth.And], [Truth.Or] and [Truth.Not] combine them. A [Rule] says Then where all its conditions hold:
//
//	{
//		ID: "shop.subscription.7days", Text: "A subscription can be cancelled for seven days.",
//		Span: terms.SpanFrom(july), Sources: from("SW-12"),
//		If: []rules.Condition[purchase]{isSubscription}, Then: cancellation{7, "prorated"},
//	},
//	{
//		ID: "shop.linux", Text: "Plans of Red Hat and SUSE cannot be cancelled.",
//		Span: terms.Always(), Sources: from("SW-14"),
//		If: []rules.Condition[purchase]{isSubscription, isLinux}, Then: cancellation{0, "none"},
//		Excepts: []rules.ID{"shop.subscription.7days"},
//	},
//
// Where a rule speaks, those it excepts are silent; exceptions can have exceptions. A rule without an answer only
// silences others, or is only reported. Rules have no priority and no order. Where several speak they must agree, unless
// the set has a [Combine], as [Strongest] makes one; [One] is the rule that they agree. Where none speaks there is the
// set's default, if it has one. [New] checks all of that and makes the set, [Must] makes it a variable of a file
// *_table.go. The example of this package is such a set from end to end.
//
// To add a rule: write it into the declaration with its source, run the tests, look at the fingerprint that has changed.
//
// # Days
//
// A question is asked about a day, and the rules whose [terms.Span] holds it govern. Which day that is, of the purchase or of
// the question, is for the caller to say; nothing reads a clock. A rule whose span is pending is announced and has no day: it
// is listed ([Rule.IsPlanned]), and never evaluated. [Set.Boundaries] gives the days on which an answer can change.
//
// A figure that changed over time, a window of 60, then 30, then 7 days, is a [Timeline]: [NewTimeline] makes one of
// entries, each with a span and a source, and [Timeline.On] gives the [Reading] of a day. A day without an entry is an error,
// never the nearest figure. Where the record disputes a day, the entry has a [Doubt]: it answers all the same, and the
// reading names the others. [Reading.EqualFunc] compares two. [Timeline.ID], [Timeline.Text], [Timeline.Entries],
// [Entry.Origin] and [Timeline.Boundaries] tell what is in it.
//
// # Missing facts
//
// What is not given is zero, and a condition that reads it is [Unknown]. Then the answer is undetermined if, and only if,
// two ways in which the unknown conditions could turn out give different answers; and the facts named as missing are
// those that are read by the conditions on which it depends. So silence never permits anything, and nobody is asked for a
// fact that cannot matter. [Set.Needs] gives the facts that are read on a day, [Set.Facts] what to ask for each.
//
// # Decisions and errors
//
// Three methods ask a set, and always agree:
//
//   - [Set.Decide] gives the answer alone, or a [DecisionError]: [ErrUndetermined] with the facts that are missing,
//     [ErrConflict] with the rules that disagree, [ErrNoRule], or [ErrDay]. It allocates nothing unless it gives an error
//     (or lacks a fact in a set that is exceptionally entangled).
//   - [Set.Explain] gives a [Decision]: the answer, the [Status], and a [Finding] for every rule that spoke, with
//     its text, its sources, and arguments for a message in any language, each an [Arg] as [TextArg], [CountArg], [DayArg],
//     [InstantArg], [SpanArg], [MoneyArg], [DurationArg] and [MarketArg] make them.
//   - [Set.Trace] adds a [Step] for every rule of the set: which condition failed, which rule excepts it, for which facts
//     it waits, that it does not govern the day, is planned, superseded or switched off, and by whom.
//
// A decision is its own audit record. It marshals to JSON with the set's id and [Set.Digest], reads back through
// [terms.Decode] as a decision that is [Decision.Equal], and [Decision.Err] gives the error that Decide gave.
// [Finding.Equal] and [Step.Equal] compare its parts. The time, and the facts if they may be kept, the caller adds.
//
// Declarations and overlays that are refused give a [SpecError] for each thing that is wrong, wrapping [ErrSpec] or
// [ErrOverlay]; a day without a figure a [FigureError], wrapping [ErrNoFigure].
//
// # Overlays
//
// A team that embeds the rules may have a contract that says otherwise. It does not change the published set, but makes one
// of its own: [Set.With] takes an [Edit] of rules that are added, replaced or switched off, in Go, and [Lift] widens the
// facts first if its rules need more. An [Overlay] is the same without Go, as a JSON file that an operator owns: it
// switches rules off and replaces figures and entries of lists. [Overlay.Check] holds it against all there is, [Overlay.For]
// gives the part that is about one package, [Set.Apply], [Timeline.Apply] and [ChangeList] apply it, [Overlay.Equal]
// compares two. Either has an owner and a reason, and every finding of a rule it changed carries them as its [Origin] ([Rule.Origin], [Origin.IsZero], [Rule.IsOff]). A
// decision names each [ChangedRule] of its day, also those that were switched off and so have no finding.
//
// # Knowledge time
//
// Rules are also changed after the event: seven days instead of 72 hours, announced on the 17th for what was bought from
// the 12th. A rule's Span is the days it governs, its Published the days on which that was the published wording. A set
// decides by the wording that is published without end; [Set.AsKnown] gives the set as it was published on another day,
// to see what an old case was told, and [Set.KnownOn] says which day that is. [Timeline.AsKnown] and [Timeline.KnownOn]
// are the same for figures. Superseded wordings stay in the set, under ids of their own.
//
// # Sources
//
// Every rule and figure has a [Source]: the document, the place in it, and the day on which a person last held the two
// against each other. [Set.About] and [Timeline.About] give all that is declared as an [About], which does not depend on the
// types of facts and answers: a catalogue holds those of a whole program. Of a set it has every rule as a [RuleInfo] with
// its [Clause]s, and in a [CombineInfo], with a [CombinePair] for two answers that make a third, what becomes of different
// answers; of a timeline every figure as a [FigureInfo] with its [DoubtInfo]s. [Clause.String] is a column of the decision
// tables that package rulesdoc writes of it. In Go, [Set.ID], [Set.Question], [Set.Rules], [Set.Default], [Set.Combine],
// [Condition.Not], [Condition.Clause] and [Condition.IsNegated] tell the same.
//
// # Testing a set
//
// What New cannot see, package rulestest looks for: days and facts that no rule answers, rules that contradict each
// other or never speak, conditions that read what they do not declare, and the law of missing facts, over the product of
// all values of the facts on every boundary and the days around it:
//
//	func TestCancellations(t *testing.T) {
//		rulestest.Check(t, cancellations, rulestest.Product(
//			rulestest.Of("product", func(p *purchase, v product) { p.Product = v }, perpetual, subscription),
//			rulestest.Truth("linux", func(p *purchase, v rules.Truth) { p.Linux = v }),
//		))
//	}
//
// The digest of a set changes with its declaration. A fingerprint, which rulestest keeps in a file, changes with its
// answers.
//
// # What it does not do
//
// Rules are not text that is parsed while the program runs: there are no expressions, no maps of facts, no reflection on
// them. Rules draw no conclusions for other rules to read; a package asks several sets, and does its arithmetic in Go.
// There is no clock, no registry, and nothing that changes; who reloads rules keeps a set behind an atomic pointer.
//
// A set has at most 64 rules and 64 conditions; what lists a hundred markets is one condition that looks into a map. The
// facts of conditions are as independent to it as their names: that a product cannot be two things at once it does not know.
// And a condition sees the facts, not the day that is asked about: one that compares with a day reads it from them.
//
// A rule is a reading of its source and no substitute for it. Where Microsoft's own service answers, that answer prevails.
package rules
