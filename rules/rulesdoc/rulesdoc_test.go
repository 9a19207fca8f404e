package rulesdoc_test

import (
	"flag"
	"reflect"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesdoc"
	"github.com/cloudterms/terms/rules/rulestest"
)

var update = flag.Bool("update", false, "write the golden files")

func TestMarkdownIsAsKept(t *testing.T) {
	rulestest.Golden(t, "testdata/catalogue.md", rulesdoc.Markdown("The rules", catalogue()...), *update)
}

func TestJSONIsAsKept(t *testing.T) {
	text, err := rulesdoc.JSON(catalogue()...)
	if err != nil {
		t.Fatal(err)
	}
	rulestest.Golden(t, "testdata/catalogue.json", string(text), *update)
	var got []rules.About
	if err := terms.Decode(strings.NewReader(string(text)), &got); err != nil || !reflect.DeepEqual(got, catalogue()) {
		t.Errorf("decodes to %+v, %v", got, err)
	}
}

func TestJSONOfNothingAndOfNoKind(t *testing.T) {
	if text, err := rulesdoc.JSON(); err != nil || string(text) != "[]\n" {
		t.Errorf("nothing gives %s, %v", text, err)
	}
	if text, err := rulesdoc.JSON(rules.About{Kind: 99}); err == nil {
		t.Errorf("a kind that is none gives %s", text)
	}
}

// about gives a set in which every text is the one given.
func about(text string) rules.About {
	return rules.About{
		Kind: rules.AboutSet, ID: text, Question: text, Default: text, Facts: []rules.Fact{{Name: text, Text: text}},
		Rules: []rules.RuleInfo{{
			ID: rules.ID(text), Text: text, Span: terms.Always(), Says: text, Excepts: []rules.ID{rules.ID(text)},
			Clauses: []rules.Clause{{Condition: text, Reads: []string{text}}},
			Sources: []rules.Source{{Fact: text, Document: text, Section: text, Address: "https://example.org/" + text}},
			Origin:  rules.Origin{Owner: text, Change: rules.Added, Reason: text},
		}},
	}
}

// What GitHub makes of these was looked at; the tests hold the text that gave it.
func TestNoTextIsTakenForMarkup(t *testing.T) {
	tests := []struct{ name, text, plain, code, address string }{
		{"a vertical bar", "a|b", `a\|b`, "`a\\|b`", "a%7Cb"},
		{"a backslash and a bar", `a\|b`, `a\\\|b`, "`a\\\\|b`", "a%5C%7Cb"},
		{"a backslash at the end", `a\`, `a\\`, "`a\\`", "a%5C"},
		{"a backtick", "a`b", "a\\`b", "``a`b``", "a%60b"},
		{"backticks around", "`a`", "\\`a\\`", "`` `a` ``", "%60a%60"},
		{"backticks in a row", "a``b", "a\\`\\`b", "```a``b```", "a%60%60b"},
		{"a tag", "<b>", `\<b\>`, "`<b>`", "%3Cb%3E"},
		{"an entity", "&copy;", `\&copy;`, "`&copy;`", "&copy;"},
		{"a link", "[a](b)", `\[a\](b)`, "`[a](b)`", "%5Ba%5D%28b%29"},
		{"emphasis", "*a* _b_ ~~c~~", `\*a\* \_b\_ \~\~c\~\~`, "`*a* _b_ ~~c~~`", "*a*%20_b_%20~~c~~"},
		{"a formula", "$a$", `\$a\$`, "`$a$`", "$a$"},
		{"a heading", "# a #", `\# a \#`, "`# a #`", "#%20a%20#"},
		{"lines", " a\r\n\tb\u2028c ", "a b c", "`a b c`", "%20a%0D%0A%09b%E2%80%A8c%20"},
		{"letters beyond ASCII", "å→b", "å→b", "`å→b`", "%C3%A5%E2%86%92b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := rulesdoc.Markdown(tt.text, about(tt.text))
			link := tt.plain + ": [" + tt.plain + "](https://example.org/" + tt.address + "), " + tt.plain
			want := strings.Join([]string{
				"# " + tt.plain, "", "## " + tt.plain, "",
				"Set " + tt.code + ".", "Where no rule gives an answer, it is " + tt.code + ".", "",
				"| fact | question | read by |",
				"| --- | --- | --- |",
				"| " + tt.code + " | " + tt.plain + " | " + tt.plain + " |", "",
				"| rule | days | " + tt.plain + " | answer | silences |",
				"| --- | --- | :-: | --- | --- |",
				"| " + tt.code + " | all days | yes | " + tt.code + " | " + tt.code + " |", "",
				"| rule | in words | written in | changed |",
				"| --- | --- | --- | --- |",
				"| " + tt.code + " | " + tt.plain + " | " + link + " | added by " + tt.plain + ": " + tt.plain + " |", "",
			}, "\n")
			if got != want {
				t.Errorf("gives\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestOnlyAddressesOfTheWebAreLinks(t *testing.T) {
	tests := []struct{ name, address, want string }{
		{"https", "https://example.org", "[Page](https://example.org)"},
		{"http", "http://example.org", "[Page](http://example.org)"},
		{"none", "", "| Page |"},
		{"a script", "javascript:alert(1)", "Page, `javascript:alert(1)`"},
		{"a file", "sources/page.txt", "Page, `sources/page.txt`"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := rulesdoc.Markdown("Sources", rules.About{
				Kind: rules.AboutList, ID: "x", Sources: []rules.Source{{Document: "Page", Address: tt.address}},
			})
			if !strings.Contains(got, tt.want) {
				t.Errorf("gives\n%s", got)
			}
		})
	}
}

func TestSpansInWords(t *testing.T) {
	tests := []struct {
		span terms.Span
		want string
	}{
		{terms.Always(), "all days"},
		{span("2021-07-21/.."), "from 2021-07-21"},
		{span("../2022-02-01"), "before 2022-02-01"},
		{span("2021-07-21/2022-02-01"), "from 2021-07-21, before 2022-02-01"},
		{terms.Pending(), "announced, no day set"},
		{terms.Span{}, "–"},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			got := rulesdoc.Markdown("Figures", rules.About{
				Kind: rules.AboutTimeline, ID: "x", Figures: []rules.FigureInfo{{Says: "1", Span: tt.span}},
			})
			if !strings.Contains(got, "\n| "+tt.want+" | `1` | |\n") {
				t.Errorf("gives\n%s", got)
			}
		})
	}
}

func TestHowAnswersCombine(t *testing.T) {
	tests := []struct {
		name    string
		says    []string
		combine rules.CombineInfo
		want    string
	}{
		{"no answers", []string{"", ""}, rules.CombineInfo{}, ""},
		{"one answer", []string{"deny", "", "deny"}, rules.CombineInfo{}, ""},
		{"rules must agree", []string{"deny", "allow"}, rules.CombineInfo{}, "Where rules give different answers, that is a conflict."},
		{
			"the strongest stands",
			[]string{"deny", "allow", "review"},
			rules.CombineInfo{Strongest: []string{"allow", "review", "deny"}},
			"Where rules give different answers, the strongest stands: `deny` over `review` over `allow`.",
		},
		{
			"the strongest of some",
			[]string{"deny", "allow", "none"},
			rules.CombineInfo{Strongest: []string{"allow", "deny"}},
			"Where rules give different answers, the strongest stands: `deny` over `allow`. Other answers that differ are a conflict.",
		},
		{
			"answers that make a new one",
			[]string{"1", "2"},
			rules.CombineInfo{Pairs: []rules.CombinePair{{One: "1", Other: "2", Gives: "1|2"}}},
			"Where rules give different answers, these are combined as the table says, and what is not in it is a conflict.",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			about := rules.About{Kind: rules.AboutSet, ID: "x", Combine: tt.combine}
			for _, says := range tt.says {
				about.Rules = append(about.Rules, rules.RuleInfo{ID: "r", Says: says})
			}
			got := rulesdoc.Markdown("Rules", about)
			_, rest, _ := strings.Cut(got, "there is none.\n")
			sentence, _, _ := strings.Cut(rest, "\n")
			if sentence != tt.want {
				t.Errorf("says %q, want %q", sentence, tt.want)
			}
			wanted := len(tt.combine.Pairs) > 0
			if has := strings.Contains(got, "| one rule says | another says | together |\n| --- | --- | --- |\n| `1` | `2` | `1\\|2` |\n"); has != wanted {
				t.Errorf("gives\n%s", got)
			}
		})
	}
}

func TestAnchors(t *testing.T) {
	named := func(question string) rules.About {
		return rules.About{Kind: rules.AboutList, ID: "list-1", Question: question}
	}
	got := rulesdoc.Markdown("Rules", named("May a partner's order (new, or old) be placed?"), named("Rules"), named("rules"), named(""), named("Ö_ 1"))
	for _, want := range []string{
		"(#may-a-partners-order-new-or-old-be-placed)", "[Rules](#rules-1)", "[rules](#rules-2)", "[list-1](#list-1)", `[Ö\_ 1](#ö_-1)`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing:\n%s", want, got)
		}
	}
}

func TestWhatHasNothingToSay(t *testing.T) {
	tests := []struct {
		name  string
		about rules.About
		want  string
	}{
		{"a kind that is none", rules.About{ID: "x"}, "# Rules\n\n## x\n\n`x`\n"},
		{"an empty set", rules.About{Kind: rules.AboutSet, ID: "x"}, "# Rules\n\n## x\n\nSet `x`.\nWhere no rule gives an answer, there is none.\n"},
		{"an empty timeline", rules.About{Kind: rules.AboutTimeline, ID: "x"}, "# Rules\n\n## x\n\nTimeline `x`.\n"},
		{"an empty list", rules.About{Kind: rules.AboutList, ID: "x"}, "# Rules\n\n## x\n\nList `x`.\nEntries: 0.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := rulesdoc.Markdown("Rules", tt.about); got != tt.want {
				t.Errorf("gives %q", got)
			}
		})
	}
	if got := rulesdoc.Markdown("Rules"); got != "# Rules\n" {
		t.Errorf("no catalogue gives %q", got)
	}
}
