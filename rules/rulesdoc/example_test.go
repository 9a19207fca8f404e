package rulesdoc_test

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesdoc"
)

type returned struct{ Opened rules.Truth }

type answer string

// A shop's rules for returns, as its clerks read them.
func ExampleMarkdown() {
	guide := []rules.Source{{Document: "Shop guide", Section: "Returns", Checked: terms.MustParseDay("2026-11-22")}}
	opened := rules.Condition[returned]{
		Name: "box is opened", Reads: []string{"box.opened"}, Holds: func(r returned) rules.Truth { return r.Opened },
	}
	set, err := rules.New(rules.Spec[returned, answer]{
		ID: "shop/return", Question: "May it be given back?", Facts: []rules.Fact{{Name: "box.opened", Text: "Has the box been opened?"}},
		Rules: []rules.Rule[returned, answer]{
			{ID: "shop.closed", Text: "What is in its box may be given back.", Span: terms.Always(), Sources: guide, If: []rules.Condition[returned]{opened.Not()}, Then: "yes"},
			{ID: "shop.opened", Text: "Since 2024 an opened box may not.", Span: terms.SpanFrom(terms.MustParseDay("2024-01-01")), Sources: guide, If: []rules.Condition[returned]{opened}, Then: "no"},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	about := set.About()
	about.Digest = "" // as long as the page is wide
	fmt.Print(rulesdoc.Markdown("Returns", about))
	// Output:
	// # Returns
	//
	// ## May it be given back?
	//
	// Set `shop/return`.
	// Where no rule gives an answer, there is none.
	// Where rules give different answers, that is a conflict.
	// Changes on 2024-01-01.
	//
	// | fact | question | read by |
	// | --- | --- | --- |
	// | `box.opened` | Has the box been opened? | box is opened |
	//
	// | rule | days | box is opened | answer |
	// | --- | --- | :-: | --- |
	// | `shop.closed` | all days | no | `yes` |
	// | `shop.opened` | from 2024-01-01 | yes | `no` |
	//
	// | rule | in words | written in |
	// | --- | --- | --- |
	// | `shop.closed` | What is in its box may be given back. | Shop guide, Returns, checked 2026-11-22 |
	// | `shop.opened` | Since 2024 an opened box may not. | Shop guide, Returns, checked 2026-11-22 |
}

func ExampleJSON() {
	guide := []rules.Source{{Document: "Shop guide", Checked: terms.MustParseDay("2026-11-22")}}
	days, err := rules.NewTimeline("shop.days", "For how many days a thing can be given back",
		rules.Entry[int]{Value: 30, Span: terms.SpanFrom(terms.MustParseDay("2024-01-01")), Sources: guide})
	if err != nil {
		fmt.Println(err)
		return
	}
	about := days.About()
	about.Digest = ""
	text, err := rulesdoc.JSON(about)
	fmt.Print(string(text), err)
	// Output:
	// [
	//   {
	//     "kind": "timeline",
	//     "id": "shop.days",
	//     "question": "For how many days a thing can be given back",
	//     "figures": [
	//       {
	//         "says": "30",
	//         "span": "2024-01-01/..",
	//         "sources": [
	//           {
	//             "document": "Shop guide",
	//             "checked": "2026-11-22"
	//           }
	//         ]
	//       }
	//     ],
	//     "boundaries": [
	//       "2024-01-01"
	//     ]
	//   }
	// ]
	// <nil>
}
