package rules_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

const overlayText = `{
	"owner": "Fabrikam billing", "reason": "distributor contract, clause 4",
	"switchOff": ["test.rule"],
	"figures": [{"timeline": "test.figure", "span": "2024-01-01/..", "value": 14}],
	"lists": [{"list": "test.list", "add": ["NO"], "remove": ["BR"]}]
}`

func known() []rules.About {
	return []rules.About{
		setOf(says("test.rule", deny), says("test.else", allow)).About(),
		rules.Must(rules.NewTimeline("test.figure", "The figure.", entry("../..", 7))).About(),
		{Kind: rules.AboutList, ID: "test.list", Question: "Which?", Entries: []string{"BR", "CA"}},
	}
}

func TestOverlayFromJSON(t *testing.T) {
	o := decode[rules.Overlay](t, overlayText)
	want := rules.Overlay{
		Owner: "Fabrikam billing", Reason: "distributor contract, clause 4", SwitchOff: []rules.ID{"test.rule"},
		Figures: []rules.Figure{{Timeline: "test.figure", Span: terms.SpanFrom(day("2024-01-01")), Value: json.RawMessage("14")}},
		Lists:   []rules.ListChange{{List: "test.list", Add: []string{"NO"}, Remove: []string{"BR"}}},
	}
	if !o.Equal(want) {
		t.Errorf("reads %+v, want %+v", o, want)
	}
	if err := o.Check(known()...); err != nil {
		t.Error(err)
	}
	if back := decode[rules.Overlay](t, marshal(t, o)); !back.Equal(o) {
		t.Errorf("%s reads as %+v", marshal(t, o), back)
	}
}

func TestOverlayFor(t *testing.T) {
	whole := decode[rules.Overlay](t, overlayText)
	tests := []struct {
		name, pkg string
		want      rules.Overlay
	}{
		{"the package that owns all of it", "test", whole},
		{"a package that owns nothing of it", "credit", rules.Overlay{Owner: whole.Owner, Reason: whole.Reason}},
		{"a package whose name is only a beginning", "tes", rules.Overlay{Owner: whole.Owner, Reason: whole.Reason}},
		{"no package", "", rules.Overlay{Owner: whole.Owner, Reason: whole.Reason}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := whole.For(tt.pkg); !got.Equal(tt.want) {
				t.Errorf("gives %+v", got)
			}
		})
	}
}

func TestHostileOverlays(t *testing.T) {
	tests := []struct{ name, text, place string }{
		{"an unknown key", `{"owner":"o","reason":"r","switchoff":[]}`, "/switchoff"},
		{"a key given twice", `{"owner":"o","owner":"p"}`, "/owner"},
		{"a key in another case", `{"Owner":"o"}`, "/Owner"},
		{"a span that is none", `{"figures":[{"timeline":"t","span":"2024-02-30/..","value":1}]}`, "/figures/0/span"},
		{"a span upside down", `{"figures":[{"timeline":"t","span":"2024-02-02/2024-02-01","value":1}]}`, "/figures/0/span"},
		{"a key given twice inside a value", `{"figures":[{"timeline":"t","span":"../..","value":{"a":1,"a":2}}]}`, "/figures/0/value/a"},
		{"data behind", `{"owner":"o"} {}`, ""},
		{"a number for an id", `{"switchOff":[7]}`, "/switchOff/0"},
		{"an object for the ids", `{"switchOff":{}}`, "/switchOff"},
		{"a list", `[]`, ""},
		{"nothing", ``, ""},
		{"text that is not UTF-8", "{\"owner\":\"\xff\"}", ""},
		{"a depth nobody writes", `{"figures":[{"value":` + strings.Repeat("[", 100_000) + `}]}`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var o rules.Overlay
			err := terms.Decode(strings.NewReader(tt.text), &o)
			if !errors.Is(err, terms.ErrJSON) || !strings.Contains(err.Error(), tt.place) || len(err.Error()) > 1000 {
				t.Errorf("gives %v", err)
			}
		})
	}
}

func TestOverlayCheck(t *testing.T) {
	tests := []struct {
		name    string
		change  func(*rules.Overlay)
		problem string
	}{
		{"no owner", func(o *rules.Overlay) { o.Owner = "" }, `the owner is "" and the reason`},
		{"no reason", func(o *rules.Overlay) { o.Reason = "" }, "want both"},
		{
			"a rule nobody has", func(o *rules.Overlay) { o.SwitchOff[0] = "test.ruel" },
			`changes the rule "test.ruel", which is not there; did you mean "test.rule"?`,
		},
		{
			"a rule of a package nobody has", func(o *rules.Overlay) { o.SwitchOff[0] = "tess.rule" },
			`changes the rule "tess.rule", which is not there`,
		},
		{
			"a timeline switched off like a rule", func(o *rules.Overlay) { o.SwitchOff[0] = "test.figure" },
			`changes the rule "test.figure", which is a timeline`,
		},
		{
			"a set switched off like a rule", func(o *rules.Overlay) { o.SwitchOff[0] = "test/verdict" },
			`changes the rule "test/verdict", which is a set`,
		},
		{
			"a rule written like a set", func(o *rules.Overlay) { o.SwitchOff[0] = "test/rule" },
			`changes the rule "test/rule", which is not there; did you mean "test.rule"?`,
		},
		{
			"a timeline written like a set", func(o *rules.Overlay) { o.Figures[0].Timeline = "test/figure" },
			`changes the timeline "test/figure", which is not there; did you mean "test.figure"?`,
		},
		{
			"a rule for a list", func(o *rules.Overlay) { o.Lists[0].List = "test.rule" },
			`changes the list "test.rule", which is a rule`,
		},
		{
			"a timeline nobody has", func(o *rules.Overlay) { o.Figures[0].Timeline = "test.figures" },
			`changes the timeline "test.figures", which is not there; did you mean "test.figure"?`,
		},
		{
			"a set for a timeline", func(o *rules.Overlay) { o.Figures[0].Timeline = "test/verdict" },
			`changes the timeline "test/verdict", which is a set`,
		},
		{"a list nobody has", func(o *rules.Overlay) { o.Lists[0].List = "test.lists" }, `changes the list "test.lists", which is not there`},
		{"a rule twice", func(o *rules.Overlay) { o.SwitchOff = append(o.SwitchOff, "test.rule") }, `switches off the rule "test.rule" twice`},
		{
			"a list that stays as it is", func(o *rules.Overlay) { o.Lists[0].Add, o.Lists[0].Remove = nil, []string{} },
			`changes the list "test.list" without an entry to add or remove`,
		},
		{"a figure without days", func(o *rules.Overlay) { o.Figures[0].Span = terms.Span{} }, `for the span ""; want days`},
		{"a figure for days nobody has set", func(o *rules.Overlay) { o.Figures[0].Span = terms.Pending() }, `for the span "pending"; want days`},
		{"a figure without value", func(o *rules.Overlay) { o.Figures[0].Value = nil }, "without a value"},
		{"a figure that is null", func(o *rules.Overlay) { o.Figures[0].Value = []byte(" null ") }, "without a value"},
		{
			"two figures for a day", func(o *rules.Overlay) {
				o.Figures = append(o.Figures, rules.Figure{Timeline: "test.figure", Span: terms.Always(), Value: []byte("1")})
			}, "twice, for 2024-01-01/.. and for ../..",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := decode[rules.Overlay](t, overlayText)
			tt.change(&o)
			err := o.Check(known()...)
			if !errors.Is(err, rules.ErrOverlay) || !strings.Contains(err.Error(), tt.problem) {
				t.Fatalf("gives %v", err)
			}
			if found := wrong(t, err); len(found) != 1 || found[0].Of != "overlay" {
				t.Errorf("finds %v", found)
			}
		})
	}
	two := decode[rules.Overlay](t, overlayText)
	two.Figures = append(two.Figures, rules.Figure{Timeline: "test.figure", Span: span("2023-01-01/2024-01-01"), Value: []byte("1")})
	if err := two.Check(known()...); err != nil {
		t.Errorf("two figures for days one after the other: %v", err)
	}
}

// A wording that was superseded may be switched off beside what took its place. Alone it would change nothing, in silence.
func TestOverlayOfASupersededWording(t *testing.T) {
	set := setOf(
		published("../2022-03-17", during("2022-01-10/..", says("test.old", warn))),
		published("2022-03-17/..", during("2022-01-10/2022-03-12", says("test.ended", warn))),
		published("2022-03-17/2023-01-01", during("2022-03-12/..", says("test.between", allow))),
		published("2023-01-01/..", during("2022-03-12/..", says("test.now", allow))),
		published("../2020-01-01", during("../2021-01-01", says("test.withdrawn", deny))),
		published("2020-01-01/2022-05-01", during("2024-01-01/..", says("test.early", deny))),
		published("2021-01-01/..", during("../2021-06-01", says("test.unchanged", deny))),
		published("../2022-03-17", during("../2021-01-01", says("test.past", deny))),
		says("test.always", allow),
		during("pending", says("test.planned", deny)),
	)
	const now = `; want what took its place, beside it or instead: "test.ended", "test.now"`
	tests := []struct {
		name    string
		known   string
		off     []rules.ID
		problem string
	}{
		{"a rule that always was the wording", "", []rules.ID{"test.always"}, ""},
		{"the wording of the present", "", []rules.ID{"test.now"}, ""},
		{"what is announced", "", []rules.ID{"test.planned"}, ""},
		{"the first wording", "", []rules.ID{"test.old"}, `switches off the rule "test.old", which was superseded on 2022-03-17, so that no answer changes` + now},
		{
			"the second", "",
			[]rules.ID{"test.between"},
			`"test.between", which was superseded on 2023-01-01, so that no answer changes; want what took its place, beside it or instead: "test.now"`,
		},
		{"the first and the second", "", []rules.ID{"test.old", "test.between"}, `"test.old", which was superseded`},
		{"the first and that of the present", "", []rules.ID{"test.old", "test.now"}, ""},
		{"the first and the part of it that is left", "", []rules.ID{"test.ended", "test.old"}, ""},
		{"the first and another rule", "", []rules.ID{"test.old", "test.always"}, now},
		{"a wording that was withdrawn, with none in its place", "", []rules.ID{"test.withdrawn"}, ""},
		{"a wording that was withdrawn before others were published", "", []rules.ID{"test.early"}, ""},
		{"a wording that was superseded for other days", "", []rules.ID{"test.past"}, ""},
		{"the first, as it was known when it was the wording", "2022-03-16", []rules.ID{"test.old"}, ""},
		{"the first, as it was known the day after", "2022-03-17", []rules.ID{"test.old"}, `or instead: "test.ended", "test.between"`},
		{"that of the present, as it was known before", "2022-03-16", []rules.ID{"test.now"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := set
			if tt.known != "" {
				s = rules.Must(s.AsKnown(day(tt.known)))
			}
			err := rules.Overlay{Owner: "Fabrikam", Reason: "contract", SwitchOff: tt.off}.Check(s.About())
			if (err == nil) != (tt.problem == "") {
				t.Fatalf("gives %v", err)
			}
			if err != nil && (!errors.Is(err, rules.ErrOverlay) || !strings.Contains(err.Error(), tt.problem)) {
				t.Errorf("gives %v", err)
			}
		})
	}
	twoWays := setOf(
		published("../2020-01-01", says("test.one", deny)), published("2020-01-01/2021-01-01", says("test.two", deny)),
		published("2020-01-01/2021-01-01", says("test.also", deny)), published("2021-01-01/..", says("test.last", deny)),
	)
	err := rules.Overlay{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"test.one"}}.Check(twoWays.About())
	if err == nil || !strings.HasSuffix(err.Error(), `instead: "test.last"`) {
		t.Errorf("a wording that came to its place in two ways: %v", err)
	}
	first, err := set.Apply(rules.Overlay{Owner: "Fabrikam", Reason: "contract", SwitchOff: []rules.ID{"test.now", "test.old"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := (rules.Overlay{Owner: "Contoso", Reason: "r", SwitchOff: []rules.ID{"test.old"}}).Check(first.About()); err != nil {
		t.Errorf("after another has switched off what took its place: %v", err)
	}
	then := rules.Must(first.AsKnown(day("2022-03-16")))
	if got := asked(first, day("2022-04-01"), facts{}) + ", " + asked(then, day("2022-04-01"), facts{}); got != "allow, allow" {
		t.Errorf("with both off it decides %s, then and now by test.always alone", got)
	}
}

func TestOverlaysThatDifferAreNotEqual(t *testing.T) {
	fresh := func() rules.Overlay { return decode[rules.Overlay](t, overlayText) }
	for name, change := range map[string]func(*rules.Overlay){
		"the owner":        func(o *rules.Overlay) { o.Owner = "x" },
		"the reason":       func(o *rules.Overlay) { o.Reason = "x" },
		"a rule":           func(o *rules.Overlay) { o.SwitchOff = nil },
		"a timeline":       func(o *rules.Overlay) { o.Figures[0].Timeline = "x" },
		"a span":           func(o *rules.Overlay) { o.Figures[0].Span = terms.Always() },
		"a value":          func(o *rules.Overlay) { o.Figures[0].Value = []byte("14.0") },
		"no value at all":  func(o *rules.Overlay) { o.Figures[0].Value = nil },
		"a list":           func(o *rules.Overlay) { o.Lists[0].List = "x" },
		"an added entry":   func(o *rules.Overlay) { o.Lists[0].Add = nil },
		"a removed entry":  func(o *rules.Overlay) { o.Lists[0].Remove = nil },
		"a figure removed": func(o *rules.Overlay) { o.Figures = nil },
		"a list removed":   func(o *rules.Overlay) { o.Lists = nil },
	} {
		o := fresh()
		if change(&o); o.Equal(fresh()) || fresh().Equal(o) {
			t.Errorf("%s makes no difference", name)
		}
	}
	value := func(text string) rules.Overlay {
		return rules.Overlay{Figures: []rules.Figure{{Timeline: "t", Span: terms.Always(), Value: []byte(text)}}}
	}
	if !value(`{"a": "<", "b": [1, 2.50]}`).Equal(value(`{"b":[1,2.50],"a":"\u003c"}`)) {
		t.Error("how JSON is written makes a difference")
	}
	if !value("x").Equal(value("x")) || value("x").Equal(value("y")) {
		t.Error("what is no JSON is not compared as it is")
	}
}

func TestApplyToASet(t *testing.T) {
	base := setOf(says("test.rule", deny), says("test.else", allow))
	o := decode[rules.Overlay](t, overlayText)
	house, err := base.Apply(o)
	if err != nil {
		t.Fatal(err)
	}
	if asked(house, turn, facts{}) != "allow" || asked(base, turn, facts{}) != "deny" {
		t.Errorf("decides %s, and the published set %s", asked(house, turn, facts{}), asked(base, turn, facts{}))
	}
	want := rules.Origin{Owner: o.Owner, Change: rules.SwitchedOff, Reason: o.Reason}
	if step := house.Trace(turn, facts{}).Trace[0]; step.State != rules.StepSwitchedOff || step.Origin != want {
		t.Errorf("the step is %+v", step)
	}
	o.SwitchOff = []rules.ID{"other.rule"}
	if same, err := base.Apply(o); same != base || err != nil {
		t.Errorf("an overlay for others gives %v, %v", same, err)
	}
	o.SwitchOff, o.Reason = []rules.ID{"test.rule"}, ""
	if _, err := base.Apply(o); !errors.Is(err, rules.ErrOverlay) {
		t.Errorf("an overlay without reason gives %v", err)
	}
}

func TestChangeList(t *testing.T) {
	read := func(text string) (string, error) {
		if len(text) != 2 {
			return "", terms.ErrName
		}
		return text, nil
	}
	tests := []struct {
		name        string
		add, remove []string
		want        string // the entries, or the problem
		condition   error
	}{
		{"an entry is added behind the others", []string{"NO"}, nil, "BR CA JP NO", nil},
		{"an entry is removed", nil, []string{"CA"}, "BR JP", nil},
		{"one goes and another comes", []string{"NO"}, []string{"BR"}, "CA JP NO", nil},
		{"an entry that was removed is added again", []string{"BR"}, []string{"BR"}, "CA JP BR", nil},
		{"an entry is added that is there", []string{"CA"}, nil, "adds CA, which is there", rules.ErrOverlay},
		{"an entry is added twice", []string{"NO", "NO"}, nil, "adds NO, which is there", rules.ErrOverlay},
		{"an entry is removed that is not there", nil, []string{"NO"}, "removes NO, which is not there", rules.ErrOverlay},
		{"an entry cannot be read", []string{"NOR"}, nil, `the entry "NOR": terms: not one of the names`, terms.ErrName},
		{"an entry to be removed cannot be read", nil, []string{""}, `the entry ""`, terms.ErrName},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			list := []string{"BR", "CA", "JP"}
			o := rules.Overlay{Owner: "o", Reason: "r", Lists: []rules.ListChange{
				{List: "other", Add: []string{"XX"}}, {List: "test.list", Add: tt.add, Remove: tt.remove},
			}}
			got, origin, err := rules.ChangeList(o, "test.list", list, read)
			if tt.condition != nil {
				if got != nil || !errors.Is(err, tt.condition) || !errors.Is(err, rules.ErrOverlay) || !strings.Contains(err.Error(), tt.want) {
					t.Errorf("gives %v, %v", got, err)
				}
				return
			}
			if strings.Join(got, " ") != tt.want || err != nil || origin != (rules.Origin{Owner: "o", Change: rules.Replaced, Reason: "r"}) {
				t.Errorf("gives %v of %+v, %v", got, origin, err)
			}
			if strings.Join(list, " ") != "BR CA JP" {
				t.Errorf("the list itself has become %v", list)
			}
		})
	}
	o := rules.Overlay{Lists: []rules.ListChange{{List: "test.list", Add: []string{"NO"}}}}
	if _, _, err := rules.ChangeList(o, "test.list", nil, read); !errors.Is(err, rules.ErrOverlay) {
		t.Errorf("an overlay without owner gives %v", err)
	}
	if got, origin, err := rules.ChangeList(o, "other.list", []string{"BR"}, read); len(got) != 1 || !origin.IsZero() || err != nil {
		t.Errorf("an overlay for another list gives %v of %+v, %v", got, origin, err)
	}
}
