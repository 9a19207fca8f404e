package terms_test

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRepository holds the rules that no compiler and no linter holds. Every rule is a function over a tree of files, and
// TestRepositoryRulesFindBreaches shows that each of them finds what it forbids.
func TestRepository(t *testing.T) {
	t.Parallel()

	repo := repoRead(t, os.DirFS("."))
	for _, rule := range repoRules {
		t.Run(rule.says, func(t *testing.T) {
			t.Parallel()

			for _, breach := range rule.breaches(repo) {
				assert.Fail(t, breach)
			}
		})
	}
}

// repoRules are the rules of this repository. A breach says where, what is wrong, and what would be right.
var repoRules = []struct {
	says     string
	breaches func(*repository) []string
}{
	{"imports run one way", repoImportsRunOneWay},
	{"only known modules are imported", repoOnlyKnownModules},
	{"every package has one package comment", repoOnePackageComment},
	{"nothing reads the clock or draws lots", repoNoClockNoChance},
	{"library packages keep no variables outside tables", repoNoVariables},
	{"nothing assigns to a package-level variable", repoNoAssignments},
	{"nothing runs on import", repoNoInit},
	{"every file builds on every platform", repoBuildsEverywhere},
	{"only what belongs there stands at the top", repoTopLevel},
	{"only Must functions of the library panic", repoPanicsInMustOnly},
	{"go.mod is plain and every requirement has a reason", repoModuleFile},
	{"no file names a path of somebody's machine", repoNoMachinePaths},
	{"examples show every exported function", repoExamples},
}

const repoModule = "github.com/cloudterms/terms"

// repoLayout says what the files of a package, its tests aside, may import from this module, and whether the package is
// part of what a user's program carries. The first row that matches a directory holds. The root package is ".", and a
// star stands for one element of a path.
var repoLayout = []struct {
	dir     string
	library bool
	imports []string
}{
	{"internal/excerpt", true, nil},
	{".", true, []string{"internal/excerpt"}},
	{"internal/jsonform", true, []string{"."}},
	{"internal/enum", true, []string{".", "internal/excerpt"}},
	{"rules", true, []string{".", "internal/enum"}},
	{"internal/fold", true, nil},
	{"internal/rulebook", true, []string{".", "rules"}},
	{"rules/rulestest", true, []string{".", "internal/enum", "rules"}},
	{"rules/rulesdoc", true, []string{".", "internal/enum", "rules"}},
	{"rules/rulesmsg", true, []string{".", "internal/enum", "rules"}},
	{"markets", true, []string{".", "internal/enum", "internal/excerpt", "internal/fold", "internal/rulebook", "rules"}},
	{"licensing", true, repoDomainAnd("markets")},
	{"credit", true, repoDomainAnd("markets", "licensing")},
	{"pricing", true, repoDomainAnd("markets", "licensing")},
	{"pricing/pricesheet", true, repoDomainAnd("markets", "licensing", "pricing")},
	{"pricing/reconcile", true, repoDomainAnd("licensing", "pricing", "pricing/pricesheet")},
	{"cancellation", true, repoDomainAnd("markets", "licensing", "pricing")},
	{"internal/*", false, repoLibraryAnd("internal/*")},
	{"internal/*/*", false, repoLibraryAnd("internal/*", "internal/*/*")},
	{"examples", false, repoLibraryAnd()},
	{"examples/*", false, repoLibraryAnd()},
}

// repoDomainAnd is what every package of rules may import, and the packages of rules that one may ask.
func repoDomainAnd(more ...string) []string {
	return append([]string{".", "internal/enum", "internal/excerpt", "internal/jsonform", "internal/rulebook", "rules"}, more...)
}

func repoLibraryAnd(more ...string) []string {
	return append([]string{
		".", "rules", "rules/*", "markets", "licensing", "credit", "pricing", "pricing/pricesheet", "pricing/reconcile", "cancellation",
	}, more...)
}

// repoDependency is a module, or a part of one, that may be imported. Where in is given, only these packages import it
// outside their tests.
type repoDependency struct {
	path string
	in   []string
}

// repoDependencies are all of them, the longest path first where one contains another.
var repoDependencies = []repoDependency{
	{path: "github.com/shopspring/decimal"},
	{path: "github.com/rickb777/date/v2"},
	{path: "github.com/go-json-experiment/json", in: []string{"."}},
	{path: "golang.org/x/text/message", in: []string{"rules/rulesmsg"}},
	{path: "github.com/bojanz/currency", in: []string{"rules/rulesmsg"}},
	{path: "github.com/google/jsonschema-go", in: []string{"internal/schemas"}},
	{path: "golang.org/x/text"},
	{path: "github.com/stretchr/testify", in: []string{"rules/rulestest"}},
	{path: "pgregory.net/rapid", in: []string{"rules/rulestest"}},
	{path: "github.com/google/go-cmp", in: []string{"rules/rulestest"}},
}

// repoTop are the names that may stand at the top beside the files of the root package.
var repoTop = []string{
	".ci", ".git", ".gitignore", ".golangci.yml", "CHANGELOG.md", "CONTRIBUTING.md", "COVERAGE.md", "LICENSE", "NOTICE",
	"README.md", "benchmarks", "cancellation", "credit", "examples", "go.mod", "go.sum", "internal", "licensing", "markets",
	"pricing", "rules", "testdata",
}

// repoLocal belong to one clone only: they are git's own, which is a file in a worktree, or stand in .gitignore.
var repoLocal = []string{".git", ".idea", ".vscode"}

// repository is a tree of files and what the rules want to know about it.
type repository struct {
	tree  fs.FS
	fset  *token.FileSet
	names []string // every file, those of nested modules too
	files []repoFile
}

// repoFile is a Go file of this module. Nested modules and testdata are not part of it.
type repoFile struct {
	name    string
	dir     string
	syntax  *ast.File
	test    bool
	program bool // left out of its package by //go:build ignore, and run by go generate
}

// repoRead reads a tree, and fails the test where a Go file cannot be parsed.
func repoRead(t *testing.T, tree fs.FS) *repository {
	t.Helper()

	repo := &repository{tree: tree, fset: token.NewFileSet()}
	outside := map[string]bool{} // directories whose Go files are not of this module
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case slices.Contains(repoLocal, name) && entry.IsDir():
			return fs.SkipDir
		case slices.Contains(repoLocal, name):
			return nil
		case entry.IsDir():
			outside[name] = outside[path.Dir(name)] || path.Base(name) == "testdata" ||
				name != "." && repoExists(tree, path.Join(name, "go.mod"))
			return nil
		}
		repo.names = append(repo.names, name)
		if path.Ext(name) != ".go" || outside[path.Dir(name)] {
			return nil
		}
		return repo.add(name)
	})
	require.NoError(t, err)
	require.NotEmpty(t, repo.files, "no Go file found: the rules would hold for want of anything to look at")
	return repo
}

func (r *repository) add(name string) error {
	text, err := fs.ReadFile(r.tree, name)
	if err != nil {
		return err
	}
	syntax, err := parser.ParseFile(r.fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	r.files = append(r.files, repoFile{
		name:    name,
		dir:     path.Dir(name),
		syntax:  syntax,
		test:    strings.HasSuffix(name, "_test.go"),
		program: slices.Contains(repoConstraints(text), "//go:build ignore"),
	})
	return nil
}

// at gives a position as file:line, which editors and terminals make a link of.
func (r *repository) at(node ast.Node) string {
	position := r.fset.Position(node.Pos())
	return fmt.Sprintf("%s:%d", position.Filename, position.Line)
}

func repoExists(tree fs.FS, name string) bool {
	_, err := fs.Stat(tree, name)
	return err == nil
}

// repoConstraints gives the build constraints that stand before the package clause.
func repoConstraints(text []byte) []string {
	var lines []string
	scanner := bufio.NewScanner(bytes.NewReader(text))
	for scanner.Scan() && !strings.HasPrefix(scanner.Text(), "package ") {
		line := strings.TrimSpace(scanner.Text())
		if constraint.IsGoBuild(line) || constraint.IsPlusBuild(line) {
			lines = append(lines, line)
		}
	}
	return lines
}

func repoLibrary(dir string) bool {
	for _, row := range repoLayout {
		if row.dir == dir {
			return row.library
		}
	}
	return false
}

func repoMatches(patterns []string, dir string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		ok, err := path.Match(pattern, dir)
		return ok && err == nil
	})
}

// repoWithin says whether an import path is the given one or lies below it.
func repoWithin(imported, above string) bool {
	return imported == above || strings.HasPrefix(imported, above+"/")
}

// repoDir gives the directory of an import path of this module.
func repoDir(imported string) (string, bool) {
	if !repoWithin(imported, repoModule) {
		return "", false
	}
	return path.Join(".", strings.TrimPrefix(imported, repoModule)), true
}

func repoImport(spec *ast.ImportSpec) string {
	imported, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return spec.Path.Value
	}
	return imported
}

// Tests and programs behind //go:build ignore are in nobody's import graph, so they may import what they like, only not
// an example: a reader should be able to change one without breaking anything else.
func repoImportsRunOneWay(repo *repository) []string {
	var breaches []string
	for _, file := range repo.files {
		allowed, known := repoMayImport(file.dir)
		if !known {
			breaches = append(breaches, fmt.Sprintf("%s: the package in %s is not in the layout; "+
				"add a row to repoLayout that says what it may import", file.name, file.dir))
		}
		for _, spec := range file.syntax.Imports {
			dir, ours := repoDir(repoImport(spec))
			switch {
			case !known || !ours:
			case repoWithin(dir, "examples"):
				breaches = append(breaches, fmt.Sprintf("%s: imports %s; nothing imports an example, "+
					"move what is shared into a package", repo.at(spec), dir))
			case file.test || file.program || repoMatches(allowed, dir):
			default:
				breaches = append(breaches, fmt.Sprintf("%s: %s imports %s; it may import only %q of this module",
					repo.at(spec), file.dir, dir, allowed))
			}
		}
	}
	return breaches
}

func repoMayImport(dir string) (allowed []string, known bool) {
	for _, row := range repoLayout {
		if repoMatches([]string{row.dir}, dir) {
			return row.imports, true
		}
	}
	return nil, false
}

func repoOnlyKnownModules(repo *repository) []string {
	var breaches []string
	for _, file := range repo.files {
		for _, spec := range file.syntax.Imports {
			imported := repoImport(spec)
			_, ours := repoDir(imported)
			if ours || repoStandard(imported) {
				continue
			}
			dependency, known := repoDependencyOf(imported)
			switch {
			case !known:
				breaches = append(breaches, fmt.Sprintf("%s: imports %s, which is not among the dependencies the SDK allows "+
					"itself; do without it, or add it to repoDependencies and to go.mod with its reason", repo.at(spec), imported))
			case file.test || dependency.in == nil || slices.Contains(dependency.in, file.dir):
			default:
				breaches = append(breaches, fmt.Sprintf("%s: imports %s; outside tests only %q may",
					repo.at(spec), imported, dependency.in))
			}
		}
	}
	return breaches
}

func repoDependencyOf(imported string) (repoDependency, bool) {
	for _, dependency := range repoDependencies {
		if repoWithin(imported, dependency.path) {
			return dependency, true
		}
	}
	return repoDependency{}, false
}

// repoStandard says whether a path is of the standard library. The pseudo-package C is not: it needs a C compiler.
func repoStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && imported != "C"
}

func repoOnePackageComment(repo *repository) []string {
	var breaches []string
	comments := map[string][]repoFile{}
	clauses := map[string]repoFile{}
	for _, file := range repo.files {
		if file.test || file.program {
			continue
		}
		clauses[file.dir] = file
		if file.syntax.Doc.Text() != "" {
			comments[file.dir] = append(comments[file.dir], file)
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(clauses)) {
		breaches = append(breaches, repoPackageComment(clauses[dir], comments[dir])...)
	}
	return breaches
}

func repoPackageComment(clause repoFile, comments []repoFile) []string {
	if len(comments) != 1 {
		return []string{fmt.Sprintf("%s: the package has %d package comments; write one, in doc.go", clause.dir, len(comments))}
	}
	var breaches []string
	comment, name := comments[0], clause.syntax.Name.Name
	if opening := "Package " + name + " "; name != "main" && !strings.HasPrefix(comment.syntax.Doc.Text(), opening) {
		breaches = append(breaches, fmt.Sprintf("%s: the package comment does not begin with %q", comment.name, opening))
	}
	if repoLibrary(comment.dir) && path.Base(comment.name) != "doc.go" {
		breaches = append(breaches, fmt.Sprintf("%s: the package comment of a library package stands in doc.go", comment.name))
	}
	return breaches
}

func repoNoClockNoChance(repo *repository) []string {
	var breaches []string
	for _, file := range repo.files {
		if file.test {
			continue
		}
		names := map[string]string{} // what an import is called in this file
		for _, spec := range file.syntax.Imports {
			imported := repoImport(spec)
			names[repoImportName(spec)] = imported
			if repoWithin(imported, "math/rand") || imported == "crypto/rand" {
				breaches = append(breaches, fmt.Sprintf("%s: imports %s; the same question has the same answer, "+
					"so what varies is an argument", repo.at(spec), imported))
			}
		}
		ast.Inspect(file.syntax, func(node ast.Node) bool {
			selector, ok := node.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if name, ok := selector.X.(*ast.Ident); ok && repoReadsClock(names[name.Name], selector.Sel.Name) {
				breaches = append(breaches, fmt.Sprintf("%s: %s.%s reads the clock; take the day or the instant as an argument",
					repo.at(selector), name.Name, selector.Sel.Name))
			}
			return true
		})
	}
	return breaches
}

func repoReadsClock(imported, name string) bool {
	switch imported {
	case "time":
		return name == "Now" || name == "Since" || name == "Until"
	case "github.com/rickb777/date/v2":
		return strings.HasPrefix(name, "Today")
	default:
		return false
	}
}

func repoImportName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	return repoPackageName(repoImport(spec))
}

// repoPackageName guesses the name of a package by its path, which holds for all that this module imports.
func repoPackageName(imported string) string {
	if regexp.MustCompile(`^v\d+$`).MatchString(path.Base(imported)) {
		imported = path.Dir(imported)
	}
	return path.Base(imported)
}

func repoNoVariables(repo *repository) []string {
	var breaches []string
	for _, file := range repo.files {
		if file.test || file.program || !repoLibrary(file.dir) || repoIsTable(file.name) {
			continue
		}
		for _, spec := range repoVariables(file.syntax) {
			for _, name := range spec.Names {
				if !repoMayStand(name.Name, spec.Values) {
					breaches = append(breaches, fmt.Sprintf("%s: %s is a package-level variable; make it a constant or "+
						"a function, or move it to a file named *_table.go if it is a table", repo.at(name), name.Name))
				}
			}
		}
	}
	return breaches
}

func repoVariables(file *ast.File) []*ast.ValueSpec {
	var specs []*ast.ValueSpec
	for _, declaration := range file.Decls {
		general, ok := declaration.(*ast.GenDecl)
		if !ok || general.Tok != token.VAR {
			continue
		}
		for _, spec := range general.Specs {
			if value, ok := spec.(*ast.ValueSpec); ok {
				specs = append(specs, value)
			}
		}
	}
	return specs
}

func repoIsTable(name string) bool {
	base := path.Base(name)
	return strings.HasSuffix(base, "_table.go") || base == "tables.go" || base == "sources.go"
}

// repoMayStand says whether a package-level variable is none in spirit: an assertion that a type implements an
// interface, or an error to compare with.
func repoMayStand(name string, values []ast.Expr) bool {
	if name == "_" || strings.HasPrefix(name, "Err") {
		return true
	}
	return len(values) > 0 && !slices.ContainsFunc(values, func(value ast.Expr) bool {
		call, ok := value.(*ast.CallExpr)
		return !ok || types.ExprString(call.Fun) != "errors.New"
	})
}

// A test may change a setting of another module, to show that no answer depends on it. Nothing else is assigned, not even
// by a test or a benchmark: it would show in the tests that run beside it.
func repoNoAssignments(repo *repository) []string {
	var breaches []string
	for _, files := range repoPackages(repo) {
		scope := repoResolve(repo, files)
		for _, file := range files {
			for _, target := range repoTargets(file.syntax) {
				name, assigned := scope.variable(target, file.test)
				if assigned {
					breaches = append(breaches, fmt.Sprintf("%s: changes the package-level variable %s; keep the value "+
						"in a local variable or in the caller's hands (a benchmark needs no sink with b.Loop)", repo.at(target), name))
				}
			}
		}
	}
	return breaches
}

// repoPackages groups the files that share package-level names. A program stands alone.
func repoPackages(repo *repository) [][]repoFile {
	groups := map[string][]repoFile{}
	for _, file := range repo.files {
		key := file.dir + " " + file.syntax.Name.Name
		if file.program {
			key = file.name
		}
		groups[key] = append(groups[key], file)
	}
	var packages [][]repoFile
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		packages = append(packages, groups[key])
	}
	return packages
}

// repoScope tells package-level names from local ones.
type repoScope struct {
	pkg  *types.Package
	uses map[*ast.Ident]types.Object
}

// repoResolve lets the type checker find out what each identifier stands for. Imported packages are empty to it, so it
// complains about every use of one; what it knows about the names of the package itself is all that is asked.
func repoResolve(repo *repository, files []repoFile) repoScope {
	info := types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: repoEmptyImports{}, FakeImportC: true, Error: func(error) {}}
	var syntax []*ast.File
	for _, file := range files {
		syntax = append(syntax, file.syntax)
	}
	pkg, _ := config.Check(files[0].dir, repo.fset, syntax, &info)
	return repoScope{pkg: pkg, uses: info.Uses}
}

type repoEmptyImports struct{}

func (repoEmptyImports) Import(imported string) (*types.Package, error) {
	pkg := types.NewPackage(imported, repoPackageName(imported))
	pkg.MarkComplete()
	return pkg, nil
}

// variable gives the package-level variable that a change of the expression changes, if there is one.
func (s repoScope) variable(target ast.Expr, test bool) (string, bool) {
	for {
		switch expression := target.(type) {
		case *ast.IndexExpr:
			target = expression.X
		case *ast.SliceExpr:
			target = expression.X
		case *ast.StarExpr:
			target = expression.X
		case *ast.ParenExpr:
			target = expression.X
		case *ast.SelectorExpr:
			if imported, ok := s.imported(expression.X); ok {
				_, ours := repoDir(imported)
				return types.ExprString(expression), ours || !test
			}
			target = expression.X
		case *ast.Ident:
			used, ok := s.uses[expression].(*types.Var)
			return expression.Name, ok && used.Parent() == s.pkg.Scope()
		default:
			return "", false
		}
	}
}

func (s repoScope) imported(expression ast.Expr) (string, bool) {
	name, ok := expression.(*ast.Ident)
	if !ok {
		return "", false
	}
	used, ok := s.uses[name].(*types.PkgName)
	if !ok {
		return "", false
	}
	return used.Imported().Path(), true
}

// repoTargets gives every expression whose value a file changes.
func repoTargets(file *ast.File) []ast.Expr {
	var targets []ast.Expr
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.AssignStmt:
			if node.Tok != token.DEFINE {
				targets = append(targets, node.Lhs...)
			}
		case *ast.IncDecStmt:
			targets = append(targets, node.X)
		case *ast.RangeStmt:
			if node.Tok == token.ASSIGN {
				targets = append(targets, node.Key)
			}
			if node.Tok == token.ASSIGN && node.Value != nil {
				targets = append(targets, node.Value)
			}
		case *ast.CallExpr:
			name, ok := node.Fun.(*ast.Ident)
			if ok && len(node.Args) > 0 && slices.Contains([]string{"clear", "copy", "delete"}, name.Name) {
				targets = append(targets, node.Args[0])
			}
		}
		return true
	})
	return targets
}

func repoNoInit(repo *repository) []string {
	var breaches []string
	for _, file := range repo.files {
		for _, declaration := range file.syntax.Decls {
			function, ok := declaration.(*ast.FuncDecl)
			if ok && function.Recv == nil && function.Name.Name == "init" {
				breaches = append(breaches, fmt.Sprintf("%s: func init runs for everyone who imports the package; "+
					"build the value in a table or when it is asked for", repo.at(function)))
			}
		}
	}
	return breaches
}

// The names go/build knows as platforms, those that no toolchain builds for any more included: it leaves a file aside
// for them as well, and says nothing.
const (
	repoSystems = "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 " +
		"windows zos"
	repoProcessors = "386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le " +
		"ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm"
)

func repoBuildsEverywhere(repo *repository) []string {
	var breaches []string
	for _, name := range repo.names {
		if platform, ok := repoPlatform(path.Base(name)); ok {
			breaches = append(breaches, fmt.Sprintf("%s: go builds a file of this name on %s only and drops it silently "+
				"elsewhere; choose another last word, such as %s_table.go", name, platform, platform))
		}
	}
	for _, file := range repo.files {
		if _, named := repoPlatform(path.Base(file.name)); !named {
			breaches = append(breaches, repoIgnored(repo, file)...)
		}
	}
	return breaches
}

// repoPlatform gives the platform that a file's name restricts it to.
func repoPlatform(base string) (string, bool) {
	if path.Ext(base) != ".go" {
		return "", false
	}
	name, _, _ := strings.Cut(base, ".") // as go/build does, so that x_windows.pb.go is caught too
	words := strings.Split(strings.TrimSuffix(name, "_test"), "_")
	last := words[len(words)-1]
	platforms := strings.Fields(repoSystems + " " + repoProcessors)
	return last, len(words) > 1 && slices.Contains(platforms, last)
}

func repoIgnored(repo *repository, file repoFile) []string {
	text, err := fs.ReadFile(repo.tree, file.name)
	if err != nil {
		return []string{fmt.Sprintf("%s: cannot be read: %v", file.name, err)}
	}
	var breaches []string
	for _, line := range repoConstraints(text) {
		if line != "//go:build ignore" {
			breaches = append(breaches, fmt.Sprintf("%s: %s leaves the file out of some builds; the only constraint allowed is "+
				"//go:build ignore, for a program that go generate runs", file.name, line))
		}
	}
	if file.program || len(breaches) > 0 {
		return breaches
	}
	platform := build.Default
	platform.JoinPath = path.Join
	platform.OpenFile = func(name string) (io.ReadCloser, error) { return repo.tree.Open(name) }
	if matches, err := platform.MatchFile(file.dir, path.Base(file.name)); err != nil || !matches {
		breaches = append(breaches, fmt.Sprintf("%s: go build ignores this file (error: %v); "+
			"rename it so that it is part of its package", file.name, err))
	}
	return breaches
}

func repoTopLevel(repo *repository) []string {
	entries, err := fs.ReadDir(repo.tree, ".")
	if err != nil {
		return []string{fmt.Sprintf("the top level cannot be read: %v", err)}
	}
	var breaches []string
	for _, entry := range entries {
		name := entry.Name()
		goFile := !entry.IsDir() && path.Ext(name) == ".go"
		if goFile || slices.Contains(repoTop, name) || slices.Contains(repoLocal, name) {
			continue
		}
		breaches = append(breaches, fmt.Sprintf("%s: does not belong at the top; only Go files of the root package and %q do",
			name, repoTop))
	}
	return breaches
}

func repoPanicsInMustOnly(repo *repository) []string {
	var breaches []string
	for _, file := range repo.files {
		if file.test {
			continue
		}
		for _, declaration := range file.syntax.Decls {
			function, ok := declaration.(*ast.FuncDecl)
			if ok && repoLibrary(file.dir) && !file.program && strings.HasPrefix(function.Name.Name, "Must") {
				continue
			}
			ast.Inspect(declaration, func(node ast.Node) bool {
				call, ok := node.(*ast.CallExpr)
				if !ok {
					return true
				}
				if name, ok := call.Fun.(*ast.Ident); ok && name.Name == "panic" {
					breaches = append(breaches, fmt.Sprintf("%s: panics; return an error, "+
						"only functions of the library whose names begin with Must panic", repo.at(call)))
				}
				return true
			})
		}
	}
	return breaches
}

func repoModuleFile(repo *repository) []string {
	text, err := fs.ReadFile(repo.tree, "go.mod")
	if err != nil {
		return []string{fmt.Sprintf("go.mod: cannot be read: %v", err)}
	}
	var breaches []string
	goLine, block := "", ""
	for number, line := range strings.Split(string(text), "\n") {
		breach := func(says string) { breaches = append(breaches, fmt.Sprintf("go.mod:%d: %s", number+1, says)) }
		code, comment, _ := strings.Cut(line, "//")
		words := strings.Fields(block + " " + code)
		switch {
		case len(words) == 0 || slices.Equal(words, []string{block}):
		case words[len(words)-1] == ")":
			block = ""
		case words[len(words)-1] == "(":
			block = words[0]
		case words[0] == "go":
			goLine = strings.Join(words, " ")
		case words[0] == "replace":
			breach("replace holds in this clone and for nobody who imports the SDK; require a published version")
		case words[0] == "toolchain":
			breach("toolchain is the reader's choice; the go line says what is needed")
		case words[0] == "tool":
			breach("tools live in modules of their own below internal/tools")
		case words[0] == "require" && strings.TrimSpace(comment) == "":
			breach("a direct requirement says in a trailing comment what it is for, as in: " + strings.TrimSpace(line) + " // reason")
		}
	}
	if goLine != "go 1.26.0" {
		breaches = append(breaches, fmt.Sprintf("go.mod: says %q; go 1.26.0 is what is needed, "+
			"a later patch release would shut other users of Go 1.26 out", goLine))
	}
	return breaches
}

// Paths that start in a directory of one machine. An address or a relative path has a letter, a dot or a slash before it.
var (
	repoMachinePath   = regexp.MustCompile(`(?:^|[^\w./})-])(/(?:work|root|tmp|home|Users|private|var/folders|mnt)/\S*)`)
	repoMachineLetter = regexp.MustCompile(`\b([A-Za-z]:\\+(?:Users|Windows|Temp)\\\S*)`)
)

func repoNoMachinePaths(repo *repository) []string {
	var breaches []string
	for _, name := range repo.names {
		if strings.Contains(name, "testdata/fuzz/") || strings.Contains(name, "testdata/rapid/") {
			continue // random bytes
		}
		text, err := fs.ReadFile(repo.tree, name)
		if err != nil {
			breaches = append(breaches, fmt.Sprintf("%s: cannot be read: %v", name, err))
		}
		if !utf8.Valid(text) || bytes.ContainsRune(text, 0) {
			continue
		}
		for number, line := range strings.Split(string(text), "\n") {
			for _, pattern := range []*regexp.Regexp{repoMachinePath, repoMachineLetter} {
				if found := pattern.FindStringSubmatch(line); found != nil {
					breaches = append(breaches, fmt.Sprintf("%s:%d: %s exists on one machine only; "+
						"write a path relative to the repository", name, number+1, found[1]))
				}
			}
		}
	}
	return breaches
}
