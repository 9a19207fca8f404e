package terms_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// repoSound is a small repository without a breach. It goes up to every line that a rule draws.
var repoSound = map[string]string{
	".git/config":       "worktree = " + repoHome + "terms\n",
	".gitignore":        "/.idea/\n",
	".idea/workspace":   repoHome + "terms\n",
	"README.md":         "See https://example.org/home/terms and ./tmp/x.\n",
	"go.mod":            "module " + repoModule + "\n\ngo 1.26.0\n\nrequire example.org/x v1.0.0 // reason\n\nrequire (\n\texample.org/y v1.0.0 // indirect\n)\n",
	"doc.go":            "// Package terms is the vocabulary.\npackage terms\n",
	"errors.go":         "package terms\n\nimport \"errors\"\n\nvar ErrNoRule = errors.New(\"terms: no rule\")\n\nvar errInner, _ = errors.New(\"a\"), errors.New(\"b\")\n\nvar _ error = (*DayError)(nil)\n",
	"example_test.go":   "package terms_test\n\nfunc ExampleMustDay() { terms.MustDay() }\n",
	"day.go":            "package terms\n\nimport \"time\"\n\nfunc MustDay() time.Time {\n\tvar table int\n\ttable++\n\ttable = 2\n\tif table > 2 {\n\t\tpanic(\"never\")\n\t}\n\treturn time.Time{}\n}\n",
	"currency_table.go": "package terms\n\nvar table = map[string]int{\"SEK\": 2}\n",
	"decode.go":         "package terms\n\nimport \"github.com/go-json-experiment/json\"\n\nconst _ = json.X\n",
	"gen.go":            "//go:build ignore\n\n// Command gen writes a table.\npackage main\n\nimport _ \"" + repoModule + "/internal/catalogue\"\n\nfunc main() {}\n",
	"settings_test.go":  "package terms_test\n\nimport (\n\t\"testing\"\n\t\"time\"\n\n\t\"github.com/shopspring/decimal\"\n)\n\nvar begun = time.Now()\n\nfunc TestSettings(t *testing.T) { decimal.DivisionPrecision = 3; panic(begun) }\n",

	"internal/enum/doc.go":      "// Package enum names.\npackage enum\n\nimport _ \"" + repoModule + "\"\n",
	"rules/rulestest/doc.go":    "// Package rulestest tests rules.\npackage rulestest\n\nimport (\n\t_ \"" + repoModule + "/rules\"\n\n\t_ \"github.com/stretchr/testify/assert\"\n)\n",
	"rules/rulesmsg/doc.go":     "// Package rulesmsg prints findings.\npackage rulesmsg\n\nimport _ \"golang.org/x/text/message/catalog\"\n",
	"markets/doc.go":            "// Package markets knows markets.\npackage markets\n\nimport _ \"" + repoModule + "\"\n",
	"markets/arm_table.go":      "package markets\n\nvar arms = []string{}\n",
	"markets/linux.go":          "package markets\n",
	"markets/list_test.go":      "package markets_test\n\nimport _ \"" + repoModule + "/credit\"\n",
	"markets/testdata/x.go":     "not Go at all\n",
	"internal/catalogue/doc.go": "// Package catalogue gathers.\npackage catalogue\n\nimport _ \"" + repoModule + "/credit\"\n",
	"examples/story/main.go":    "// Story tells one.\npackage main\n\nimport _ \"" + repoModule + "/credit\"\n\nfunc main() {}\n",
	"benchmarks/go.mod":         "module example.org/benchmarks\n",
	"benchmarks/peer.go":        "package benchmarks\n\nimport _ \"example.org/peer\"\n\nvar sink int\n\nfunc init() { sink++ }\n",
}

// repoHome is put together so that this file holds no path of a machine itself.
const repoHome = "/" + "home/"

func TestRepositoryRulesHoldInASoundRepository(t *testing.T) {
	t.Parallel()

	for _, rule := range repoRules {
		t.Run(rule.says, func(t *testing.T) {
			t.Parallel()

			assert.Empty(t, rule.breaches(repoPlant(t, nil)))
		})
	}
}

// repoPlanted are breaches, each planted alone into the sound repository. Every rule has at least one.
var repoPlanted = []struct {
	name  string
	rule  string
	files map[string]string
	want  []string
}{
	{
		"a lower package imports a higher one", "imports run one way",
		map[string]string{"markets/list.go": "package markets\n\nimport _ \"" + repoModule + "/credit\"\n"},
		[]string{"markets/list.go:3", "markets imports credit", `only ["." "internal/enum" "internal/excerpt" "internal/fold" "internal/rulebook" "rules"]`},
	},
	{
		"the root package imports a package", "imports run one way",
		map[string]string{"span.go": "package terms\n\nimport _ \"" + repoModule + "/rules\"\n"},
		[]string{"span.go:3", ". imports rules"},
	},
	{
		"credit imports its neighbour", "imports run one way",
		map[string]string{"credit/lot.go": "package credit\n\nimport _ \"" + repoModule + "/pricing\"\n"},
		[]string{"credit/lot.go:3", "credit imports pricing"},
	},
	{
		"a library package imports an internal one", "imports run one way",
		map[string]string{"pricing/x.go": "package pricing\n\nimport _ \"" + repoModule + "/internal/catalogue\"\n"},
		[]string{"pricing/x.go:3", "pricing imports internal/catalogue"},
	},
	{
		"a test imports an example", "imports run one way",
		map[string]string{"credit/x_test.go": "package credit_test\n\nimport _ \"" + repoModule + "/examples/story\"\n"},
		[]string{"credit/x_test.go:3", "nothing imports an example"},
	},
	{
		"a package is not in the layout", "imports run one way",
		map[string]string{"rules/rulesxml/doc.go": "// Package rulesxml is new.\npackage rulesxml\n"},
		[]string{"rules/rulesxml/doc.go", "not in the layout"},
	},
	{
		"an unknown module is imported", "only known modules are imported",
		map[string]string{"markets/x_test.go": "package markets_test\n\nimport _ \"example.org/x\"\n"},
		[]string{"markets/x_test.go:3", "example.org/x", "do without it"},
	},
	{
		"a module with a similar name is imported", "only known modules are imported",
		map[string]string{"markets/x.go": "package markets\n\nimport _ \"github.com/shopspring/decimals\"\n"},
		[]string{"markets/x.go:3", "github.com/shopspring/decimals"},
	},
	{
		"C is imported", "only known modules are imported",
		map[string]string{"markets/x.go": "package markets\n\nimport \"C\"\n"},
		[]string{"markets/x.go:3", "imports C"},
	},
	{
		"testify is imported outside tests", "only known modules are imported",
		map[string]string{"credit/x.go": "package credit\n\nimport _ \"github.com/stretchr/testify/require\"\n"},
		[]string{"credit/x.go:3", `only ["rules/rulestest"] may`},
	},
	{
		"x/text/message is imported outside rulesmsg", "only known modules are imported",
		map[string]string{"rules/x.go": "package rules\n\nimport _ \"golang.org/x/text/message\"\n"},
		[]string{"rules/x.go:3", `only ["rules/rulesmsg"] may`},
	},
	{
		"JSON is decoded outside the root", "only known modules are imported",
		map[string]string{"rules/x.go": "package rules\n\nimport _ \"github.com/go-json-experiment/json/jsontext\"\n"},
		[]string{"rules/x.go:3", `only ["."] may`},
	},
	{
		"a package has no comment", "every package has one package comment",
		map[string]string{"credit/lot.go": "package credit\n"},
		[]string{"credit: the package has 0 package comments"},
	},
	{
		"a package has two comments", "every package has one package comment",
		map[string]string{"markets/list.go": "// Package markets again.\npackage markets\n"},
		[]string{"markets: the package has 2 package comments"},
	},
	{
		"a package comment begins otherwise", "every package has one package comment",
		map[string]string{"credit/doc.go": "// This package knows credit.\npackage credit\n"},
		[]string{"credit/doc.go", `"Package credit "`},
	},
	{
		"a package comment stands elsewhere", "every package has one package comment",
		map[string]string{"credit/lot.go": "// Package credit knows credit.\npackage credit\n"},
		[]string{"credit/lot.go", "stands in doc.go"},
	},
	{
		"an example reads the clock", "nothing reads the clock or draws lots",
		map[string]string{"examples/story/x.go": "package main\n\nimport \"time\"\n\nvar now = time.Now\n"},
		[]string{"examples/story/x.go:5", "time.Now reads the clock"},
	},
	{
		"a renamed import reads the clock", "nothing reads the clock or draws lots",
		map[string]string{"day2.go": "package terms\n\nimport clock \"time\"\n\nfunc f() { clock.Since(x) }\n"},
		[]string{"day2.go:5", "clock.Since reads the clock"},
	},
	{
		"the date library reads the clock", "nothing reads the clock or draws lots",
		map[string]string{"day2.go": "package terms\n\nimport \"github.com/rickb777/date/v2\"\n\nfunc f() { date.TodayUTC() }\n"},
		[]string{"day2.go:5", "date.TodayUTC reads the clock"},
	},
	{
		"lots are drawn", "nothing reads the clock or draws lots",
		map[string]string{"credit/x.go": "package credit\n\nimport _ \"math/rand/v2\"\n"},
		[]string{"credit/x.go:3", "math/rand/v2"},
	},
	{
		"lots are drawn from the system", "nothing reads the clock or draws lots",
		map[string]string{"internal/gen/x.go": "package gen\n\nimport _ \"crypto/rand\"\n"},
		[]string{"internal/gen/x.go:3", "crypto/rand"},
	},
	{
		"a library package keeps a variable", "library packages keep no variables outside tables",
		map[string]string{"markets/x.go": "package markets\n\nvar (\n\tcache map[string]int\n)\n"},
		[]string{"markets/x.go:4", "cache is a package-level variable", "_table.go"},
	},
	{
		"a variable is assigned", "nothing assigns to a package-level variable",
		map[string]string{"x.go": "package terms\n\nimport \"strconv\"\n\nfunc f() { table = strconv.Itoa(1) }\n"},
		[]string{"x.go:5", "the package-level variable table"},
	},
	{
		"an element of a table is assigned", "nothing assigns to a package-level variable",
		map[string]string{"x.go": "package terms\n\nfunc f() { (table)[\"NOK\"] += 2 }\n"},
		[]string{"x.go:3", "the package-level variable table"},
	},
	{
		"a row of a table is deleted", "nothing assigns to a package-level variable",
		map[string]string{"x.go": "package terms\n\nfunc f() { delete(table, \"SEK\") }\n"},
		[]string{"x.go:3", "the package-level variable table"},
	},
	{
		"a loop runs over a variable", "nothing assigns to a package-level variable",
		map[string]string{"x_table.go": "package terms\n\nvar last struct{ n int }\n\nfunc f() {\n\tfor last.n = range 3 {\n\t}\n}\n"},
		[]string{"x_table.go:6", "the package-level variable last"},
	},
	{
		"a benchmark has a sink", "nothing assigns to a package-level variable",
		map[string]string{"x_internal_test.go": "package terms\n\nvar sink int\n\nfunc f() { sink++ }\n"},
		[]string{"x_internal_test.go:5", "sink", "b.Loop"},
	},
	{
		"a library changes the settings of another", "nothing assigns to a package-level variable",
		map[string]string{"x.go": "package terms\n\nimport \"github.com/rickb777/date/v2\"\n\nfunc f() { date.DaySuffixes = nil }\n"},
		[]string{"x.go:5", "date.DaySuffixes"},
	},
	{
		"a test changes a variable of ours", "nothing assigns to a package-level variable",
		map[string]string{"x_test.go": "package terms_test\n\nimport \"" + repoModule + "\"\n\nfunc f() { terms.ErrNoRule = nil }\n"},
		[]string{"x_test.go:5", "terms.ErrNoRule"},
	},
	{
		"a package registers itself", "nothing runs on import",
		map[string]string{"markets/x.go": "package markets\n\nfunc init() {}\n"},
		[]string{"markets/x.go:3", "func init"},
	},
	{
		"a file is named after a system", "every file builds on every platform",
		map[string]string{"cancellation/table_zos.go": "package cancellation\n"},
		[]string{"cancellation/table_zos.go", "on zos only", "zos_table.go"},
	},
	{
		"a test is named after a processor", "every file builds on every platform",
		map[string]string{"benchmarks/lines_arm_test.go": "package benchmarks\n"},
		[]string{"benchmarks/lines_arm_test.go", "on arm only"},
	},
	{
		"a file has a build constraint", "every file builds on every platform",
		map[string]string{"markets/x.go": "//go:build !race\n\npackage markets\n"},
		[]string{"markets/x.go", "//go:build !race", "//go:build ignore"},
	},
	{
		"a file has a build constraint of the old form", "every file builds on every platform",
		map[string]string{"markets/x.go": "// +build ignore\n\npackage markets\n"},
		[]string{"markets/x.go", "// +build ignore"},
	},
	{
		"a file is hidden from go build", "every file builds on every platform",
		map[string]string{"markets/_x.go": "package markets\n"},
		[]string{"markets/_x.go", "go build ignores this file"},
	},
	{
		"a workspace file stands at the top", "only what belongs there stands at the top",
		map[string]string{"go.work": "go 1.26.0\n"},
		[]string{"go.work", "does not belong at the top"},
	},
	{
		"a directory stands at the top", "only what belongs there stands at the top",
		map[string]string{"scripts.go/x": "x\n"},
		[]string{"scripts.go", "does not belong at the top"},
	},
	{
		"a function of the library panics", "only Must functions of the library panic",
		map[string]string{"x.go": "package terms\n\nfunc mustDay() { func() { panic(1) }() }\n"},
		[]string{"x.go:3", "return an error"},
	},
	{
		"a variable's initialiser panics", "only Must functions of the library panic",
		map[string]string{"x_table.go": "package terms\n\nvar x = func() int { panic(1) }()\n"},
		[]string{"x_table.go:3", "return an error"},
	},
	{
		"a Must function outside the library panics", "only Must functions of the library panic",
		map[string]string{"internal/gen/x.go": "package gen\n\nfunc MustWrite() { panic(1) }\n"},
		[]string{"internal/gen/x.go:3", "only functions of the library"},
	},
	{
		"the go line names a patch release", "go.mod is plain and every requirement has a reason",
		map[string]string{"go.mod": "module x\n\ngo 1.26.8\n"},
		[]string{`go.mod: says "go 1.26.8"`},
	},
	{
		"a module is replaced", "go.mod is plain and every requirement has a reason",
		map[string]string{"go.mod": "module x\n\ngo 1.26.0\n\nreplace x => ../x\n"},
		[]string{"go.mod:5", "replace"},
	},
	{
		"a module is replaced in a block", "go.mod is plain and every requirement has a reason",
		map[string]string{"go.mod": "module x\n\ngo 1.26.0\n\nreplace (\n\tx => ../x\n)\n"},
		[]string{"go.mod:6", "replace"},
	},
	{
		"a toolchain is named", "go.mod is plain and every requirement has a reason",
		map[string]string{"go.mod": "module x\n\ngo 1.26.0\n\ntoolchain go1.26.8\n"},
		[]string{"go.mod:5", "toolchain"},
	},
	{
		"a tool is named", "go.mod is plain and every requirement has a reason",
		map[string]string{"go.mod": "module x\n\ngo 1.26.0\n\ntool example.org/x\n"},
		[]string{"go.mod:5", "internal/tools"},
	},
	{
		"a requirement has no reason", "go.mod is plain and every requirement has a reason",
		map[string]string{"go.mod": "module x\n\ngo 1.26.0\n\nrequire (\n\texample.org/x v1.0.0\n)\n"},
		[]string{"go.mod:6", "example.org/x v1.0.0 // reason"},
	},
	{
		"a requirement on its own line has no reason", "go.mod is plain and every requirement has a reason",
		map[string]string{"go.mod": "module x\n\ngo 1.26.0\n\nrequire example.org/x v1.0.0 //\n"},
		[]string{"go.mod:5", "says in a trailing comment what it is for"},
	},
	{
		"a document names a home directory", "no file names a path of somebody's machine",
		map[string]string{"README.md": "Run it.\nSee `" + repoHome + "terms/x`.\n"},
		[]string{"README.md:2", repoHome + "terms/x"},
	},
	{
		"an exported function has no example", "examples show every exported function",
		map[string]string{"credit/x.go": "package credit\n\nfunc Lapse() {}\n\nfunc (l lot) Hidden() {}\n\nfunc (l Lot) String() string { return \"\" }\n"},
		[]string{"credit/x.go:3", "no example of the package shows Lapse"},
	},
	{
		"of the methods for each set none is shown", "examples show every exported function",
		map[string]string{
			"credit/x.go":            "package credit\n\nfunc (r *Rules) EditTopUp() {}\n\nfunc (r *Rules) TopUpSet() {}\n",
			"credit/example_test.go": "package credit_test\n\nfunc ExampleRules_EditAlert() { r.EditAlert() }\n",
		},
		[]string{"credit/x.go:5", "TopUpSet"},
	},
	{
		"a script names a directory on another system", "no file names a path of somebody's machine",
		map[string]string{".ci/run": "cd C:" + `\Users\terms` + "\n"},
		[]string{".ci/run:1", `\Users\terms`},
	},
}

func TestRepositoryRulesFindBreaches(t *testing.T) {
	t.Parallel()

	for _, planted := range repoPlanted {
		t.Run(planted.name, func(t *testing.T) {
			t.Parallel()

			repo := repoPlant(t, planted.files)
			for _, rule := range repoRules {
				if rule.says != planted.rule {
					continue
				}
				found := rule.breaches(repo)
				require.Len(t, found, 1, "%q finds this breach and no other", rule.says)
				for _, want := range planted.want {
					assert.Contains(t, found[0], want)
				}
			}
		})
	}
}

func TestRepositoryRulesAreEachBrokenByAPlantedBreach(t *testing.T) {
	t.Parallel()

	unbroken := map[string]bool{}
	for _, rule := range repoRules {
		unbroken[rule.says] = true
	}
	for _, planted := range repoPlanted {
		_, known := unbroken[planted.rule]
		assert.True(t, known, "%q names the rule %q, which does not exist", planted.name, planted.rule)
		unbroken[planted.rule] = false
	}
	for rule, holds := range unbroken {
		assert.False(t, holds, "no planted breach breaks the rule %q; add one to repoPlanted", rule)
	}
}

// repoPlant gives the sound repository with more files in it, or with other ones of the same name.
func repoPlant(t *testing.T, files map[string]string) *repository {
	t.Helper()

	all := maps.Clone(repoSound)
	maps.Copy(all, files)
	tree := fstest.MapFS{}
	for name, text := range all {
		require.False(t, strings.HasPrefix(name, "/"), "names are relative")
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return repoRead(t, tree)
}
