// Package rulesdoc writes a catalogue of rules for people, as decision tables in Markdown, and for programs, as JSON.
//
// # What it writes
//
// A catalogue is what sets, timelines and lists say of themselves, each a [rules.About], in the order in which a document
// should have them:
//
//	text := rulesdoc.Markdown("Cancellation", window.About(), days.About(), markets.About())
//
// [Markdown] gives a section for each. Of a set it has the facts with the questions to ask for them; the decision table,
// with a row for each rule and a column for each condition, which is yes, no, or – where the rule does not mind; what
// becomes of different answers; and the rules in words with their sources. Of a timeline it has the figures with their days, and the days for which other
// readings of the record have another figure. Of a list it has the entries. Rules that are planned, superseded or switched
// off are there too, and say so; what an overlay changed names its owner and reason.
//
// A row reads: on these days, where all conditions are as it says, and no rule speaks that silences this one, this is
// the answer. The order of the rows means nothing. Where several rows answer and their answers differ, it says above the
// table which stands, or that this is a conflict.
//
// [JSON] gives the same as an array of abouts.
//
// # Days
//
// "From 2021-07-21, before 2022-02-01" is all days from the first up to the last of January: the day a span ends with is
// not in it.
//
// # Markup
//
// Texts are text: what would be markup in them is escaped, line ends become spaces, and only addresses that begin with
// http:// or https:// become links. The tables are those of GitHub's Markdown.
//
// # Sameness
//
// Nothing is sorted, numbered or dated here, and nothing depends on a clock or on the order of a map: the same catalogue
// gives the same bytes, so that a document kept beside the rules shows a change of them.
//
// # What it does not cover
//
// Texts are as they were declared, in English. What a condition tests is a function, of which the tables have the name.
package rulesdoc
