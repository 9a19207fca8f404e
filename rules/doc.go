// Package rules answers questions by dated rules, and says of every answer which rule gave it and where that is written.
// It is the engine below the packages of this module that decide anything; a service may use it for rules of its own.
//
// # What it answers
//
// A [Set] answers one question: until when a purchase can be cancelled, whether a customer may top up. It is asked about
// a day and some facts, and finds the rules that govern the day and whose conditions the facts meet. The answer comes with
// these rules, and with the days and documents that each of them stands on.
//
// # Declaring a set
//
// A set is declared in Go. The facts are a plain struct, in which what is not given is zero, and the answer is a small
// value, whose zero is no answer:
//
//	type purchase struct {
//		Product product     // a closed set: perpetual, subscription
//		Linux   rules.Truth // a plan of Red Hat or SUSE: yes, no, or unknown
//	}
//
//	type cancellation struct {
//		Days   int    `json:"days"`
//		Refund string `json:"refund"`
//	}
//
// A closed set among the facts and answers, like the product above, is a type of its own that has text, and refuses what is
// none of its values. A misspelt value would otherwise be a value of its own, for which no condition holds:
//
//	func (p *product) UnmarshalText(text []byte) error {
//		switch string(text) {
//		case "": // not given
//			*p = 0
//		case "perpetual":
//			*p = perpetual
//		case "subscription":
//			*p = subscription
//		default:
//			return fmt.Errorf("%q is no product; want perpetual or subscription", text)
//		}
//		return nil
//	}
//
// A [Condition] is one test with a name, and says which [Fact] it reads. Its Holds gives a [Truth]: [TruthOf], [Is] and
// [Given] make one, [Truth.And], [Truth.Or] and [Truth.Not] combine them.
//
//	isSubscription := rules.Condition[purchase]{
//		Name: "product is a software subscription", Reads: []string{"product"},
//		Holds: func(p purchase) rules.Truth { return rules.Is(p.Product, subscription) },
//	}
//
// A [Rule] says Then, on the days of its span, where all its conditions hold:
//
//	sevenDays := rules.Rule[purchase, cancellation]{
//		ID: "shop.subscription.7days", Text: "A subscription can be cancelled for seven days.",
//		Span:    terms.SpanFrom(july),
//		Sources: []rules.Source{{Fact: "SW-12", Document: "Software subscriptions in CSP", Checked: today}},
//		If:      []rules.Condition[purchase]{isSubscription}, Then: cancellation{7, "prorated"},
//	}
//	noLinux := rules.Rule[purchase, cancellation]{
//		ID: "shop.linux", Text: "Plans of Red Hat and SUSE cannot be cancelled.",
//		Span:    terms.Always(),
//		Sources: []rules.Source{{Fact: "SW-14", Document: "Software subscriptions in CSP", Checked: today}},
//		If:      []rules.Condition[purchase]{isSubscription, isLinux}, Then: cancellation{0, "none"},
//		Excepts: []rules.ID{"shop.subscription.7days"},
//	}
//
// A [Spec] puts them together, and [New] makes the set, or says everything that is wrong with the declaration. [Must] makes
// it a variable of a package, and stops a program whose declaration is wrong before it answers anything:
//
//	windows, err := rules.New(rules.Spec[purchase, cancellation]{
//		ID: "shop/cancellation", Question: "Until when can a purchase be cancelled, and what comes back?",
//		Facts: []rules.Fact{
//			{Name: "product", Text: "What was bought?"},
//			{Name: "linux", Text: "Is it a plan of Red Hat or SUSE?"},
//		},
//		Rules: []rules.Rule[purchase, cancellation]{sevenDays, noLinux},
//	})
//	answer, err := windows.Decide(day, purchase{Product: subscription, Linux: rules.No})
//
// The example of this package is such a set from end to end.
//
// # Which rule wins
//
// Rules have no priority, and their order means nothing. A rule that excepts others silences them where it speaks, and an
// exception can have exceptions. Of the rules that are left, and speak, the answers must be the same, unless the set has a
// [Combine] that makes one of several, as [Strongest] does; [One] is the Combine by which they must agree. Where no rule
// speaks there is the set's default, if it has one, and its DefaultText says why. A rule without an answer, one whose Then
// is zero, only silences others; if it excepts none it is only reported.
//
// An exception is for what a source writes as one: this, except where that. A Combine is for rules that know nothing of each
// other, where any of one kind counts more than any of another: whoever is barred by one rule is not helped by three that
// allow. It spares a new rule the naming of all it prevails over. Two rules that would have to except each other lack a
// condition that tells their cases apart. What several rules have in common is a condition, not a rule.
//
// # Adding a rule
//
// Schools, say, can cancel a subscription for sixty days from August on:
//
//  1. Does the rule depend on something that is not asked yet? Then add a field to the struct of facts, which is zero where
//     it is not given, and to the Spec a [Fact] with the question to ask for it.
//  2. Write the [Condition] that reads the field, under a name that no other condition has. One that is there already is
//     used again, by a variable or under the same name.
//  3. Write the [Rule], with the days it governs and its source. An id once given stays.
//  4. In its Excepts name the rules that it prevails over: shop.subscription.7days.
//  5. Go through the rules that except others. One that shall prevail over the new rule too, as shop.linux does if not even a
//     school can cancel such a plan, must name it.
//  6. Add a dimension for the new fact to the samples of the test, and run the tests: package rulestest reports what the
//     rule contradicts, or that it never speaks.
//  7. Look at the fingerprint that has changed. It says on which days there are other answers; before the rule's first day
//     there should be none. A dimension more makes every line another.
//
// Two things are easily missed. An exception that was there before is none from the new rule until it names it. And
// a question that was complete yesterday lacks the new fact wherever it matters, and is [ErrUndetermined]: give the fact
// before the rule governs.
//
// A rule that changes is added like one that is new. The old one ends, and stays for the questions about its days; what is
// changed for days that are past has a section of its own, Knowledge time.
//
// # Days
//
// A question is asked about a day, and a rule governs that day if the rule's [terms.Span] holds it. Which day to ask about,
// that of the purchase or today, is for the caller to say; nothing reads a clock. A rule whose span is pending is announced
// and has no day: it is listed ([Rule.IsPlanned]), and never evaluated. [Set.Boundaries] gives the days on which an answer
// can change.
//
// A figure that changed over time, a window of 60, then 30, then 7 days, is a [Timeline]: [NewTimeline] makes one of
// entries, each with a span and a source, and [Timeline.On] gives the [Reading] of a day. A day without an entry is an
// error, never the nearest figure. Where documents contradict each other about a day or a figure, the [Entry] has a [Doubt]
// for what the others say: the entry answers all the same, and the reading names the doubt. [Reading.EqualFunc] compares
// two. [Timeline.ID], [Timeline.Text], [Timeline.Entries], [Entry.Origin] and [Timeline.Boundaries] tell what is in it. A
// figure that has bounds is a type of its own that refuses text outside of them, so that no overlay can bring 155 percent.
//
// # Figures and lists in conditions
//
// A condition that compares with a figure, or looks into a list of markets, is made by a function of the timeline or list,
// and names it in its Uses, by [About.Use]:
//
//	func isBarred(l markets.List) rules.Condition[payment] {
//		return rules.Condition[payment]{
//			Name: "market has no payment by card", Reads: []string{"market"}, Uses: []rules.Use{l.About().Use()},
//			Holds: func(p payment) rules.Truth { return l.Contains(p.Day, p.Market) },
//		}
//	}
//
// When an overlay has made another list of it, [Set.WithConditions] puts the condition of that list in the place of the
// old one, in all rules, whoever changed them before. The [Use] says what is in the list and who changed it last. So the
// digest of the set is another, each [Finding] says what its rule has looked into, and the decision names the rules of its
// day that look into something changed. A list that a condition looks into without saying so is in no record.
//
// What depends on the day that is asked about no condition can look up, since it does not see that day. Then what the list says
// of the market is a fact like others, and who asks the set looks it up before. A figure that is not compared with but is the
// answer, such as the days of a window, is read beside the decision. Of these the decision knows nothing: keep the [Reading] of
// the timeline or list, which says whose it is, in the same record.
//
// # Missing facts
//
// What is not given is zero, and a condition that reads it is [Unknown]. Then the answer is undetermined if, and only if,
// two ways in which the unknown conditions could turn out give different answers; and the facts named as missing are those
// that are read by the conditions on which it depends. An answer that no missing fact could change is given at once. So
// silence never permits anything, and nobody is asked for a fact that cannot matter. [Set.Needs] gives the facts that are
// read on a day, [Set.Fact] what to ask for one, [Set.Facts] all of them.
//
// # Decisions and errors
//
// Three methods ask a set, and always agree:
//
//   - [Set.Decide] gives the answer alone, or a [DecisionError]: [ErrUndetermined] with the facts that are missing,
//     [ErrConflict] with the rules that disagree, [ErrNoRule], or [ErrDay]. It allocates nothing unless it gives an error,
//     or a fact is missing in a set whose rules hang together in very many ways.
//   - [Set.Explain] gives a [Decision]: the answer, the [Status], and a [Finding] for every rule that spoke, with
//     its text, its sources, and arguments for a message in any language, each an [Arg] of some [ArgKind], as [TextArg],
//     [CountArg], [DayArg], [InstantArg], [SpanArg], [MoneyArg], [DurationArg] and [MarketArg] make them.
//   - [Set.Trace] adds a [Step] for every rule of the set, whose [StepState] says that it spoke or why not: which condition
//     failed, which rule excepts it, for which facts it waits, that it does not govern the day, is planned, superseded or
//     switched off, and by whom.
//
// [Decision.String] is a decision in lines, for a person: the answer, the reasons with their sources, what is missing and
// what to ask for it, and who changed what.
//
// A decision is its own audit record. It marshals to JSON with the set's id and [Set.Digest], reads back through
// [terms.Decode] as a decision that is [Decision.Equal], and [Decision.Err] gives the error that Decide gave.
// [Finding.Equal] and [Step.Equal] compare its parts. The time, and the facts if they may be kept, the caller adds. The set
// that gave an old decision d is set.AsKnown(d.Known), if its digest is d.Digest.
//
// Declarations and overlays that are refused give a [SpecError] for each thing that is wrong, wrapping [ErrSpec] or
// [ErrOverlay]; a day without a figure a [FigureError], wrapping [ErrNoFigure].
//
// # Overlays
//
// A team that embeds the rules may have a contract that says otherwise. It does not change the published set, but makes
// one of its own: [Set.With] takes an [Edit] of rules that are added, replaced or switched off, in Go, and [Lift] widens
// the facts first if its rules need more. An [Overlay] is the same without Go, as a JSON file that an operator owns: it
// switches rules off and replaces figures and entries of lists. [Overlay.Check] holds it against all there is,
// [Overlay.For] gives the part that is about one package, [Set.Apply], [Timeline.Apply] and [ChangeList] apply what it has
// for them: rules that are switched off, each [Figure], each [ListChange]. [Overlay.Equal] compares two. An edit and an
// overlay each have an owner and a reason, and every finding of a rule it changed carries them, with the [Change], as its
// [Origin] ([Rule.Origin], [Origin.IsZero], [Rule.IsOff]); of several who changed a rule one after the other, the last. A
// decision names each [ChangedRule] of its day, also those that were switched off and so have no finding.
//
// # Knowledge time
//
// Rules are also changed after the event: seven days instead of 72 hours, announced on the 17th for what was bought from
// the 12th. A rule's Span is the days it governs, its Published the days on which that was the published wording. A set
// decides by the wording that is published without end; [Set.AsKnown] gives the set as it was published on another day,
// to see what an old case was told, and [Set.KnownOn] says which day that is. [Timeline.AsKnown] and [Timeline.KnownOn]
// are the same for figures.
//
// A change that reaches back is three rules, and in a timeline three entries: the old one, published until the 17th; the
// old one again, published from the 17th, for the days before the 12th that are left to it; and the new one, published
// from the 17th. Without the second the days before the 12th have no rule in the wording of today, since the first is not
// published any more: questions about them fall to the default in silence, and figures are [ErrNoFigure]. The example of
// [Set.AsKnown] is such a change.
//
// # Sources
//
// Every rule and figure has a [Source]: the document, the place in it, and the day on which a person last held the two
// against each other. [Set.About] and [Timeline.About] give all that is declared as an [About], which does not depend on the
// types of facts and answers: a catalogue holds those of a whole program, each of one [AboutKind]. Of a set it has every
// rule as a [RuleInfo], with each condition as a [Clause], and what becomes of different answers as a [CombineInfo], with a
// [CombinePair] for two that make a third; of a timeline every figure as a [FigureInfo], with each doubt as a [DoubtInfo].
// [Clause.String] is a column of the decision tables that package rulesdoc writes of it. In Go, [Set.ID], [Set.Question],
// [Set.Rules], [Set.Default], [Set.Combine], [Condition.Not], [Condition.Clause] and [Condition.IsNegated] tell the same.
//
// # Testing a set
//
// What New cannot see, package rulestest looks for: days and facts that no rule answers, rules that contradict each
// other or never speak, conditions that read what they do not declare, and breaches of the law of missing facts. It tries
// every combination of the values that the test gives the facts, on every boundary and the days around it:
//
//	func TestCancellations(t *testing.T) {
//		rulestest.Check(t, cancellations, rulestest.Product(
//			rulestest.Of("product", func(p *purchase, v product) { p.Product = v }, perpetual, subscription),
//			rulestest.Truth("linux", func(p *purchase, v rules.Truth) { p.Linux = v }),
//		))
//	}
//
// The digest of a set changes with its declaration. A fingerprint, which rulestest keeps in a file, changes with its
// answers. Timelines have a check of their own.
//
// # What it does not do
//
// Rules are not text that is parsed while the program runs: there are no expressions, no maps of facts, no reflection on
// them. Rules draw no conclusions for other rules to read; a package asks several sets, and does its arithmetic in Go.
// There is no clock, no registry, and nothing that changes; who reloads rules keeps a set behind an atomic pointer.
//
// A set has at most 64 rules and 64 conditions; what lists a hundred markets is one condition that looks into a map. What
// conditions have to do with each other a set does not know: while the product is not given, "product is perpetual" and
// "product is a subscription" may both turn out true to it. And a condition sees the facts, not the day that is asked
// about: one that compares with a day reads it from the facts.
//
// A rule is a reading of its source and no substitute for it. Where Microsoft's own service answers, that answer prevails.
package rules
