package vectors_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/internal/vectors"
)

const moduleRoot = "../.."

var folder = flag.String("vectors", "", "run the vectors of this folder, and not those of the module; "+
	"a relative path starts at the module's root")

// TestVectors runs every vector of the module, or of the folder that -vectors names, as function/id.
func TestVectors(t *testing.T) {
	t.Parallel()

	files, err := chosen()
	assert.NoError(t, err)
	require.NotEmpty(t, files)
	byFunction := map[string][]vectors.File{}
	for _, file := range files {
		byFunction[file.Function] = append(byFunction[file.Function], file)
	}
	for _, function := range slices.Sorted(maps.Keys(byFunction)) {
		t.Run(function, func(t *testing.T) {
			t.Parallel()

			for _, file := range byFunction[function] {
				runFile(t, file)
			}
		})
	}
}

func chosen() ([]vectors.File, error) {
	if *folder == "" {
		return vectors.InModule(os.DirFS(moduleRoot))
	}
	dir := *folder
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(moduleRoot, dir)
	}
	files, err := vectors.Below(os.DirFS(dir))
	if err != nil {
		err = fmt.Errorf("%s: %w", dir, err)
	}
	return files, err
}

func runFile(t *testing.T, file vectors.File) {
	t.Helper()

	for _, c := range file.Cases {
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()

			if err := file.Check(c); err != nil {
				t.Errorf("%s, case %s:\n%v\nsource: %s\nnote: %s", file.Name, c.ID, err, c.Source, c.Note)
			}
		})
	}
}

func TestEveryFunctionHasVectorsThatPassAndVectorsThatFail(t *testing.T) {
	t.Parallel()

	files, err := vectors.InModule(os.DirFS(moduleRoot))
	require.NoError(t, err)
	results, errors := map[string]bool{}, map[string]bool{}
	for _, file := range files {
		for _, c := range file.Cases {
			if c.Error == "" {
				results[file.Function] = true
			} else {
				errors[file.Function] = true
			}
		}
	}
	noErrors := []string{"credit.Lapsing"} // its statement is replayed before it, and then it cannot fail
	for _, function := range vectors.Functions() {
		assert.True(t, results[function], "no vector says what %s gives", function)
		assert.True(t, errors[function] || slices.Contains(noErrors, function), "no vector says when %s fails", function)
	}
}

func TestReadmeDescribesEveryFunction(t *testing.T) {
	t.Parallel()

	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	for _, function := range vectors.Functions() {
		assert.Contains(t, string(readme), "| `"+function+"` |")
	}
}

// file gives a file of vectors with these cases, each a JSON object without its braces.
func file(function string, cases ...string) string {
	return fmt.Sprintf(`{"function": %q, "cases": [{%s}]}`, function, strings.Join(cases, "}, {"))
}

const day = `"id": "a", "source": "s", "in": "2024-02-29", "want": "2024-02-29"`

// faultyFiles are files that are no vectors, and texts that their errors have beside the file's name.
var faultyFiles = []struct {
	name string
	text string
	want []string
}{
	{"an empty file", "", []string{"JSON not accepted"}},
	{"text that is no JSON", `{"function": `, []string{"JSON not accepted", "line 1"}},
	{"an unknown key of a file", `{"function": "terms.ParseDay", "kases": []}`, []string{"/kases", "unknown key"}},
	{"a key in another case", `{"Function": "terms.ParseDay", "cases": []}`, []string{"/Function", "unknown key"}},
	{"an unknown key of a case", file("terms.ParseDay", day+`, "wants": 1`), []string{"/cases/0/wants", "unknown key"}},
	{"a key given twice", file("terms.ParseDay", day+`, "want": 1`), []string{"/cases/0/want", "key given twice"}},
	{
		"a key given twice in an input",
		file("terms.AddMonths", `"id": "a", "source": "s", "in": {"day": "2024-01-01", "day": "2024-01-02"}, "want": ""`),
		[]string{"/cases/0/in/day", "key given twice"},
	},
	{
		"a key given twice in what is wanted",
		file("terms.ParseMoney", `"id": "a", "source": "s", "in": "1 USD", "want": {"amount": "1", "amount": "2"}`),
		[]string{"/cases/0/want/amount", "key given twice"},
	},
	{"data behind the file", file("terms.ParseDay", day) + "{}", []string{"JSON not accepted"}},
	{"no function", `{"cases": []}`, []string{"/function", `no function ""`, "terms.ParseDay"}},
	{"an unknown function", file("terms.ParseDate", day), []string{"/function", `"terms.ParseDate"`, "credit.Replay", "terms.ParseDay"}},
	{"no cases", `{"function": "terms.ParseDay", "cases": []}`, []string{"/cases", "without cases"}},
	{"cases left out", `{"function": "terms.ParseDay"}`, []string{"/cases", "without cases"}},
	{"two cases of one id", file("terms.ParseDay", day, day), []string{"/cases/1/id", `"a"`}},
	{"no id", file("terms.ParseDay", `"source": "s", "in": "", "want": ""`), []string{"/cases/0", "id is not given"}},
	{"no source", file("terms.ParseDay", `"id": "a", "in": "", "want": ""`), []string{"/cases/0", `"a"`, "source is not given"}},
	{"an empty source", file("terms.ParseDay", `"id": "a", "source": " ", "in": "", "want": ""`), []string{"source is not given"}},
	{"no input", file("terms.ParseDay", `"id": "a", "source": "s", "want": ""`), []string{"/cases/0", "in is not given"}},
	{"neither want nor error", file("terms.ParseDay", `"id": "a", "source": "s", "in": ""`), []string{"/cases/0", "one of want and error"}},
	{"both want and error", file("terms.ParseDay", day+`, "error": "x"`), []string{"/cases/0", "one of want and error"}},
	{"an error without text", file("terms.ParseDay", `"id": "a", "source": "s", "in": "", "error": ""`), []string{"one of want and error"}},
	{"a want that wants nothing", file("terms.ParseDay", `"id": "a", "source": "s", "in": "", "want": { }`), []string{"/cases/0", "every object agrees"}},
}

func TestReadRefusesFaultyFiles(t *testing.T) {
	t.Parallel()

	for _, faulty := range faultyFiles {
		t.Run(faulty.name, func(t *testing.T) {
			t.Parallel()

			_, err := vectors.Read("some/file.json", []byte(faulty.text))
			require.Error(t, err)
			for _, want := range append(faulty.want, "some/file.json") {
				assert.Contains(t, err.Error(), want)
			}
		})
	}
}

func TestReadNamesEveryFaultyCase(t *testing.T) {
	t.Parallel()

	_, err := vectors.Read("f.json", []byte(file("terms.ParseDay", `"id": "a", "in": "", "want": ""`, day, `"id": "c", "source": "s", "in": ""`)))
	require.Error(t, err)
	assert.Contains(t, err.Error(), "/cases/0")
	assert.NotContains(t, err.Error(), "/cases/1 ")
	assert.Contains(t, err.Error(), "/cases/2")
}

func TestReadTakesNullForAGivenWant(t *testing.T) {
	t.Parallel()

	read, err := vectors.Read("f.json", []byte(file("licensing.CheckActivation",
		`"id": "a", "source": "s", "in": {"purchase": {"purchased": "2018-06-15"}, "day": "2018-06-15"}, "want": null`)))
	require.NoError(t, err)
	assert.NoError(t, read.Check(read.Cases[0]))
}

const (
	policy = `{"order": "fifoByActivation", "expiry": "expireAtInstant", "topUpTerm": "topUpAsToken",
		"dayPlace": "startOfDay", "shortfall": "suspend", "lateReturn": "lapseAtOnce", "overReturn": "refuseOverReturn",
		"bulkTransfer": "transferWithinYear", "lowCredit": "lowCreditOfToken", "lowCreditOperator": "atOrBelow",
		"alertOperator": "atOrBelow", "rearm": "rearmOnRise", "retention": "retainFromZeroBalance"}`
	replayIn = `{"at": "2023-02-02T00:00:00Z", "ledger": {"policy": ` + policy + `, "lots": [{"id": "K/1", "kind": "token",
		"amount": {"amount": "100", "currency": "USD"}, "activated": "2023-01-01T00:00:00Z"}], "events": [{"id": "1", "kind": "use",
		"at": "2023-02-01T00:00:00Z", "amount": {"amount": "40", "currency": "USD"}, "charge": "consumption"}]}}`
)

// cases are vectors without id and source, with what Check says of each; nothing, where they hold.
var cases = []struct {
	name     string
	function string
	text     string
	want     []string
}{
	{"members that are not wanted", "credit.Replay", `"in": ` + replayIn + `, "want": {"balance": {"amount": "60", "currency": "USD"}}`, nil},
	{"an amount of another form", "credit.Replay", `"in": ` + replayIn + `, "want": {"balance": {"currency": "USD", "amount": "60.000"}}`, nil},
	{"an amount with an exponent", "credit.Replay", `"in": ` + replayIn + `, "want": {"balance": {"currency": "USD", "amount": "6e1"}}`, nil},
	{"null for what is not there", "credit.Replay", `"in": ` + replayIn + `, "want": {"nothing": null}`, nil},
	{"a text", "terms.ParseDay", `"in": "2024-02-29", "want": "2024-02-29"`, nil},
	{"an error", "terms.ParseDay", `"in": "2023-02-29", "error": "not a day"`, nil},
	{"an input that is refused", "terms.AddMonths", `"in": {"day": "2023-02-29", "months": 1}, "error": "not a day"`, nil},
	{
		"another amount", "credit.Replay", `"in": ` + replayIn + `, "want": {"balance": {"amount": "60.01", "currency": "USD"}}`,
		[]string{`/balance: wanted {"amount":"60.01","currency":"USD"}, found {"amount":"60.00","currency":"USD"}`},
	},
	{
		"another currency", "credit.Replay", `"in": ` + replayIn + `, "want": {"balance": {"amount": "60", "currency": "EUR"}}`,
		[]string{"/balance: wanted", "EUR", "USD"},
	},
	{
		"an amount that is no number", "credit.Replay", `"in": ` + replayIn + `, "want": {"balance": {"amount": "sixty", "currency": "USD"}}`,
		[]string{"/balance: wanted", "sixty"},
	},
	{
		"an amount with a member too many", "credit.Replay",
		`"in": ` + replayIn + `, "want": {"balance": {"amount": "60.00", "currency": "USD", "tax": "0"}}`,
		[]string{"/balance/tax: wanted \"0\", found no such member"},
	},
	{
		"an amount for an object", "credit.Replay", `"in": ` + replayIn + `, "want": {"policy": {"amount": "60", "currency": "USD"}}`,
		[]string{"/policy: wanted", "fifoByActivation"},
	},
	{
		"an object for an amount", "credit.Replay", `"in": ` + replayIn + `, "want": {"balance": {"amount": 60}}`,
		[]string{`/balance/amount: wanted 60, found "60.00"`},
	},
	{
		"a difference deep inside", "credit.Replay", `"in": ` + replayIn + `, "want": {"uses": [{"allocations": [{"lot": "K2"}]}]}`,
		[]string{`/uses/0/allocations/0/lot: wanted "K2", found "K/1"`},
	},
	{
		"several differences", "credit.Replay", `"in": ` + replayIn + `, "want": {"lots": [{"id": "K2", "status": "lapsed", "kind": "token"}]}`,
		[]string{`/lots/0/id: wanted "K2", found "K/1"`, `/lots/0/status: wanted "lapsed", found "live"`},
	},
	{
		"a member that is not there", "credit.Replay", `"in": ` + replayIn + `, "want": {"a/b~c": 1}`,
		[]string{"/a~1b~0c: wanted 1, found no such member"},
	},
	{
		"null for what is there", "credit.Replay", `"in": ` + replayIn + `, "want": {"lots": null}`,
		[]string{"/lots: wanted null, found ["},
	},
	{
		"fewer elements", "credit.Replay", `"in": ` + replayIn + `, "want": {"uses": []}`,
		[]string{"/uses: wanted 0 elements: [], found 1: ["},
	},
	{
		"more elements", "credit.Replay", `"in": ` + replayIn + `, "want": {"suspensions": [{"cause": "byLapse"}]}`,
		[]string{`/suspensions: wanted 1 elements: [{"cause":"byLapse"}], found 0: []`},
	},
	{
		"an array for an object", "credit.Replay", `"in": ` + replayIn + `, "want": {"lots": {}}`,
		[]string{"/lots: wanted {}, found ["},
	},
	{
		"another order", "terms.Allocate", `"in": {"amount": {"amount": "1", "currency": "USD"}, "weights": ["1", "3"]},
			"want": [{"amount": "0.75", "currency": "USD"}, {"amount": "0.25", "currency": "USD"}]`,
		[]string{"/0: wanted", "/1: wanted"},
	},
	{"another text", "terms.ParseDay", `"in": "2024-02-29", "want": "2024-03-01"`, []string{`the whole: wanted "2024-03-01", found "2024-02-29"`}},
	{"null for a text", "terms.ParseDay", `"in": "2024-02-29", "want": null`, []string{`the whole: wanted null, found "2024-02-29"`}},
	{
		"a text for a number", "terms.AddMonths", `"in": {"day": "2024-02-29", "months": 1}, "want": 20240329`,
		[]string{`the whole: wanted 20240329, found "2024-03-29"`},
	},
	{
		"an error that does not happen", "terms.ParseDay", `"in": "2024-02-29", "error": "not a day"`,
		[]string{`wanted an error with the text "not a day"`, `found "2024-02-29"`},
	},
	{
		"another error", "terms.ParseDay", `"in": "2023-02-29", "error": "not a month"`,
		[]string{`wanted an error with the text "not a month"`, "not a day"},
	},
	{
		"an error that is not wanted", "terms.ParseDay", `"in": "2023-02-29", "want": "2023-03-01"`,
		[]string{`wanted "2023-03-01", but it failed`, "not a day"},
	},
	{
		"an unknown key of the input", "terms.AddMonths", `"in": {"day": "2024-02-29", "month": 1}, "want": "2024-03-29"`,
		[]string{"but it failed", "/month", "unknown key"},
	},
	{
		"a policy not given in full", "credit.Replay", `"in": {"at": "2023-02-02T00:00:00Z", "ledger": {"policy": {}, "lots": [], "events": []}}, "want": {"lots": []}`,
		[]string{"but it failed", "/ledger", "order is not given"},
	},
	{
		"an instant not given", "credit.Replay", `"in": {"ledger": {"policy": ` + policy + `, "lots": [], "events": []}}, "want": {"lots": []}`,
		[]string{"but it failed", "instant not accepted"},
	},
}

func TestCheckFindsDifferences(t *testing.T) {
	t.Parallel()

	for _, planted := range cases {
		t.Run(planted.name, func(t *testing.T) {
			t.Parallel()

			read, err := vectors.Read("f.json", []byte(file(planted.function, `"id": "a", "source": "s", `+planted.text)))
			require.NoError(t, err)
			err = read.Check(read.Cases[0])
			if planted.want == nil {
				require.NoError(t, err)
				return
			}
			require.Error(t, err)
			for _, want := range planted.want {
				assert.Contains(t, err.Error(), want)
			}
		})
	}
}

func TestCheckRefusesAFunctionItDoesNotKnow(t *testing.T) {
	t.Parallel()

	assert.ErrorContains(t, vectors.File{Function: "terms.ParseDate"}.Check(vectors.Case{}), "terms.ParseDate")
}

// tree gives files of a tree by their names.
func tree(names ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, name := range names {
		files[name] = &fstest.MapFile{Data: []byte(file("terms.ParseDay", day))}
	}
	return files
}

func named(files []vectors.File) []string {
	var names []string
	for _, file := range files {
		names = append(names, file.Name)
	}
	return names
}

func TestBelowReadsEveryFileOfAFolder(t *testing.T) {
	t.Parallel()

	files, err := vectors.Below(tree("b.json", "a/c.json", "a/b/testdata/x.json", "notes.md", "b.jsonl", ".git/x.json"))
	require.NoError(t, err)
	assert.Equal(t, []string{"a/b/testdata/x.json", "a/c.json", "b.json"}, named(files))
}

func TestInModuleReadsTheVectorFoldersOfTheModule(t *testing.T) {
	t.Parallel()

	all := tree("testdata/vectors/a.json", "credit/testdata/vectors/deep/b.json", "credit/testdata/fuzz/c.json",
		"testdata/d.json", "vectors/e.json", "benchmarks/testdata/vectors/f.json", "benchmarks/go.mod", "go.mod")
	files, err := vectors.InModule(all)
	require.NoError(t, err)
	assert.Equal(t, []string{"credit/testdata/vectors/deep/b.json", "testdata/vectors/a.json"}, named(files))
}

func TestFoldersWithoutVectorsFail(t *testing.T) {
	t.Parallel()

	read := []func(fs.FS) ([]vectors.File, error){vectors.Below, vectors.InModule}
	empty := []fs.FS{fstest.MapFS{}, tree("notes.md"), os.DirFS(t.TempDir()), os.DirFS(filepath.Join(t.TempDir(), "absent"))}
	for _, read := range read {
		for _, empty := range empty {
			_, err := read(empty)
			assert.Error(t, err)
		}
	}
	_, err := vectors.InModule(tree("elsewhere/a.json"))
	assert.ErrorContains(t, err, "no file *.json")
}

func TestAFaultyFileIsToldAndTheOthersAreRead(t *testing.T) {
	t.Parallel()

	all := tree("a.json", "c.json")
	all["b.json"] = &fstest.MapFile{Data: []byte("{")}
	files, err := vectors.Below(all)
	require.ErrorContains(t, err, "b.json")
	assert.Equal(t, []string{"a.json", "c.json"}, named(files))
}

// TestOneLotOfAHundredThousandExpiresFirst is the vector O8 of credit.Replay in its source's own size (openmeterio/openmeter
// 7e57a39, openmeter/credit/engine, TestEngine: Burns down grant that expires first among many), too long for a file.
func TestOneLotOfAHundredThousandExpiresFirst(t *testing.T) {
	t.Parallel()

	const count, first, step = 100_000, 31_415, 7_919 // step has no factor in common with count, so every lot has its turn
	start, hundred := terms.MustParseDay("2024-01-01").Start(), terms.MustParseMoney("100 USD")
	lots := make([]credit.Lot, count)
	for i := range lots {
		n, days := i*step%count, 30
		if n == first {
			days--
		}
		lots[i] = credit.Lot{
			ID: credit.LotID(strconv.Itoa(n)), Kind: credit.Token, Amount: hundred, Activated: start, Expires: start.AddDate(0, 0, days),
		}
	}
	policy := credit.AzureInOpen()
	policy.Order = credit.FirstToExpire
	ledger, err := credit.New(policy, lots, []credit.Event{{
		ID: "use", Kind: credit.Use, At: start.Add(time.Hour), Amount: terms.MustParseMoney("99 USD"), Charge: credit.Consumption,
	}})
	require.NoError(t, err)
	statement, err := ledger.Replay(start.AddDate(0, 0, 1))
	require.NoError(t, err)
	for _, lot := range statement.Lots() {
		want := "100.00 USD"
		if lot.ID == credit.LotID(strconv.Itoa(first)) {
			want = "1.00 USD"
		}
		if lot.Left.String() != want {
			t.Fatalf("lot %s has %s left, want %s", lot.ID, lot.Left, want)
		}
	}
}
