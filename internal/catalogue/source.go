package catalogue

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// source is what the files of the module say, as far as the audit reads them.
type source struct {
	packages map[string]string // the domain packages there are, by directory, with their names
	docs     map[string]string // doc comments by symbol, as in credit, credit.Ledger and credit.Ledger.Replay, on one line
	cited    map[string]bool   // the facts that the library code of a package cites, as "credit OPEN-04"
	unknown  []string          // citations of facts that are not in the register, with where they stand
	ids      *regexp.Regexp    // matches the id of a fact
}

// readSource reads the library's Go files, the vectors and the documents of the module.
func readSource(tree fs.FS, register Register) (*source, error) {
	s := &source{
		packages: map[string]string{}, docs: map[string]string{}, cited: map[string]bool{}, ids: register.citations(),
	}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case entry.IsDir() || !isRead(name):
			return nil
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		s.cite(name, string(text), register)
		if dir, ok := domain(name); ok {
			return s.document(dir, name, text)
		}
		return nil
	})
	return s, err
}

// isRead reports whether the audit reads a file. Tests may name facts that do not exist.
func isRead(name string) bool {
	switch path.Ext(name) {
	case ".go":
		return !strings.HasSuffix(name, "_test.go") && !strings.Contains(name, "testdata/")
	case ".json":
		return strings.Contains(name, "testdata/vectors/")
	case ".md":
		return !strings.Contains(name, "testdata/")
	default:
		return false
	}
}

// domain gives the directory of a Go file of a domain package: one that is neither the vocabulary or the engine, nor what
// no user imports.
func domain(name string) (dir string, ok bool) {
	dir = path.Dir(name)
	top, _, _ := strings.Cut(dir, "/")
	others := []string{".", "rules", "internal", "examples", "benchmarks"}
	return dir, path.Ext(name) == ".go" && !slices.Contains(others, top)
}

// cite keeps which facts a file cites, and complains of those there are not.
func (s *source) cite(name, text string, register Register) {
	for i, line := range strings.Split(text, "\n") {
		for _, id := range s.ids.FindAllString(line, -1) {
			if _, known := register.Fact(id); !known {
				s.unknown = append(s.unknown, fmt.Sprintf("%s:%d: cites %s, which is not in the register", name, i+1, id))
			}
			if dir, ok := domain(name); ok {
				s.cited[dir+" "+id] = true
			}
		}
	}
}

// document keeps the doc comments of the exported symbols of a file.
func (s *source) document(dir, name string, text []byte) error {
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	pkg := file.Name.Name
	s.packages[dir] = pkg
	s.keepDoc(pkg, file.Doc)
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			s.keepDoc(strings.Join(slices.Concat([]string{pkg}, receiver(d), []string{d.Name.Name}), "."), d.Doc)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				s.documentSpec(pkg, spec, d.Doc)
			}
		}
	}
	return nil
}

// receiver gives the name of a method's type, and nothing for a function.
func receiver(d *ast.FuncDecl) []string {
	if d.Recv == nil {
		return nil
	}
	expression := d.Recv.List[0].Type
	for {
		switch e := expression.(type) {
		case *ast.StarExpr:
			expression = e.X
		case *ast.IndexExpr:
			expression = e.X
		case *ast.IndexListExpr:
			expression = e.X
		case *ast.Ident:
			return []string{e.Name}
		default:
			return nil
		}
	}
}

// documentSpec keeps the comments of types, their fields, constants and variables. The comment of a group is about each of
// what is in it.
func (s *source) documentSpec(pkg string, spec ast.Spec, group *ast.CommentGroup) {
	switch d := spec.(type) {
	case *ast.TypeSpec:
		symbol := pkg + "." + d.Name.Name
		s.keepDoc(symbol, group, d.Doc, d.Comment)
		if fields, ok := d.Type.(*ast.StructType); ok {
			for _, f := range fields.Fields.List {
				for _, name := range f.Names {
					s.keepDoc(symbol+"."+name.Name, f.Doc, f.Comment)
				}
			}
		}
	case *ast.ValueSpec:
		for _, name := range d.Names {
			s.keepDoc(pkg+"."+name.Name, group, d.Doc, d.Comment)
		}
	}
}

// keepDoc adds comments to what is known of a symbol, if all of its names are exported.
func (s *source) keepDoc(symbol string, comments ...*ast.CommentGroup) {
	for _, name := range strings.Split(symbol, ".")[1:] {
		if !ast.IsExported(name) {
			return
		}
	}
	said := strings.Fields(s.docs[symbol])
	for _, c := range comments {
		said = append(said, strings.Fields(c.Text())...)
	}
	s.docs[symbol] = strings.Join(said, " ")
}
