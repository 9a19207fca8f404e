package exports_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/internal/exports"
)

// TestExports holds the packages against their saved lists, and the lists against the packages.
func TestExports(t *testing.T) {
	packages, err := exports.Load(t.Context(), "../..")
	require.NoError(t, err)
	kept := map[string]bool{}
	for _, p := range packages {
		name := exports.FileName(p)
		kept[name] = true
		text, err := os.ReadFile("saved/" + name)
		require.NoError(t, err, "run: go generate ./internal/exports")
		saved, now := exports.Parse(string(text)), exports.List(p)
		for _, line := range exports.Gone(saved, now) {
			assert.Fail(t, "this breaks programs that use "+p.Path(), "%s\nwas there. Bring it back, or take the line out of saved/%s and say so in CHANGELOG.md.", line, name)
		}
		for _, line := range exports.Unsaved(saved, now) {
			assert.Fail(t, "not in saved/"+name+"; run: go generate ./internal/exports", line)
		}
	}
	files, err := os.ReadDir("saved")
	require.NoError(t, err)
	for _, file := range files {
		assert.True(t, kept[file.Name()], "saved/%s is the list of no package", file.Name())
	}
}

const shop = `package shop

import "time"

const Largest Size = 3

var Open = true

type Size uint8

func (s Size) String() string { return "" }
func (s *Size) grow()         {}
func (s *Size) Grow(by Size, more ...string) (changed bool, err error) { return }

type Order[T comparable] struct {
	Seats  int ` + "`json:\"seats\"`" + `
	At     time.Time
	hidden []T
	Size
}

type Shop interface{ Sell(o Order[int]) error }

type Seat struct{ hidden int }

type Alias = Size

func Buy[T comparable](o Order[T], at time.Time) Shop { return nil }
func hide()                                          {}
`

func list(t *testing.T, source string) []string {
	t.Helper()

	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "shop.go", source, 0)
	require.NoError(t, err)
	config := types.Config{Importer: importer.Default()}
	p, err := config.Check("example.com/shop", files, []*ast.File{file}, nil)
	require.NoError(t, err)
	return exports.List(p)
}

func TestList(t *testing.T) {
	assert.Equal(t, []string{
		"const Largest Size = 3",
		"embedded Order[T comparable].Size Size ",
		"field Order[T comparable].At time.Time ",
		"field Order[T comparable].Seats int json:\"seats\"",
		"func Buy[T comparable](Order[T], time.Time) Shop",
		"method (*Size) Grow(Size, ...string) (bool, error)",
		"method (Size) String() string",
		"type Alias = Size",
		"type Order[T comparable] struct",
		"type Seat struct, comparable",
		"type Shop interface{Sell(o Order[int]) error}",
		"type Size uint8, comparable",
		"var Open bool",
	}, list(t, shop))
}

func TestChangesThatBreakPrograms(t *testing.T) {
	saved := list(t, shop)
	for _, c := range []struct {
		name, old, new string
		gone, added    int
	}{
		{"nothing changed", "package shop", "package shop", 0, 0},
		{"a parameter has another name", "by Size", "with Size", 0, 0},
		{"something hidden went away", "func hide()                                          {}", "", 0, 0},
		{"a function came", "func hide()", "func Hide()", 0, 1},
		{"a method went away", "func (s Size) String() string { return \"\" }", "", 1, 0},
		{"a constant has another value", "Largest Size = 3", "Largest Size = 4", 1, 1},
		{"a field has another name in JSON", `json:"seats"`, `json:"places"`, 1, 1},
		{"a parameter has another type", "by Size", "by int", 1, 1},
		{"a type is another", "type Alias = Size", "type Alias = []Size", 1, 1},
		{"a type that could be compared cannot", "hidden int", "hidden []int", 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, shop, c.old)
			now := list(t, strings.Replace(shop, c.old, c.new, 1))
			assert.Len(t, exports.Gone(saved, now), c.gone)
			assert.Len(t, exports.Unsaved(saved, now), c.added)
		})
	}
}

func TestSavedLists(t *testing.T) {
	for _, c := range []struct {
		name, saved        string
		now                []string
		gone, added, union []string
	}{
		{"nothing and nothing", "", nil, nil, nil, nil},
		{"the first list", "", []string{"func A()"}, nil, []string{"func A()"}, []string{"func A()"}},
		{"nothing is left", "func A()\n", nil, []string{"func A()"}, nil, []string{"func A()"}},
		{"one went, one came, one stayed", "func A()\r\nfunc C()\n", []string{"func B()", "func C()"}, []string{"func A()"}, []string{"func B()"}, []string{"func A()", "func B()", "func C()"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			saved := exports.Parse(c.saved)
			assert.ElementsMatch(t, c.gone, exports.Gone(saved, c.now))
			assert.ElementsMatch(t, c.added, exports.Unsaved(saved, c.now))
			assert.Equal(t, c.union, exports.Union(saved, c.now))
			assert.Equal(t, saved, exports.Parse(exports.Format(saved)))
		})
	}
}
