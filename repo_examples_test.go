package terms_test

import (
	"fmt"
	"go/ast"
	"strings"
)

// repoExamples holds that a go doc reader sees every exported function of the library at work, and every method but those
// that text, JSON and logs call: some example of the package names it. Of methods that are one for every set, such as
// EditTopUp and TopUpSet, an example shows one.
func repoExamples(repo *repository) []string {
	shown := map[string]map[string]bool{} // by directory, the names in examples
	for _, file := range repo.files {
		if file.test && shown[file.dir] == nil {
			shown[file.dir] = map[string]bool{}
		}
		if file.test {
			repoAddShown(shown[file.dir], file.syntax)
		}
	}
	var breaches []string
	for _, file := range repo.files {
		if file.test || file.program || !repoLibrary(file.dir) || strings.HasPrefix(file.dir, "internal/") {
			continue
		}
		for _, d := range file.syntax.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && repoToBeShown(f) && !shown[file.dir][repoFamily(f.Name.Name)] {
				breaches = append(breaches, fmt.Sprintf("%s: no example of the package shows %s", repo.at(f), f.Name.Name))
			}
		}
	}
	return breaches
}

// repoAddShown adds every name that stands in an example of a file, as its family.
func repoAddShown(names map[string]bool, file *ast.File) {
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv != nil || !strings.HasPrefix(f.Name.Name, "Example") {
			continue
		}
		ast.Inspect(f.Body, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				names[repoFamily(id.Name)] = true
			}
			return true
		})
	}
}

// repoToBeShown reports whether a function is exported, of a type that is, and called by a person rather than by fmt, text,
// JSON or the errors package.
func repoToBeShown(f *ast.FuncDecl) bool {
	if !f.Name.IsExported() || f.Recv != nil && !ast.IsExported(repoReceiver(f)) {
		return false
	}
	switch f.Name.Name {
	case "String", "Error", "Unwrap", "Is", "As", "MarshalText", "UnmarshalText", "AppendText", "MarshalJSON", "UnmarshalJSON", "LogValue", "IsZero", "Equal":
		return f.Recv == nil
	}
	return true
}

// repoFamily gives what stands for all methods of the kind that there is for every set, and a name of another kind itself.
func repoFamily(name string) string {
	switch {
	case strings.HasPrefix(name, "Edit") && name != "Edit":
		return "Edit…"
	case strings.HasSuffix(name, "Set") && name != "Set":
		return "…Set"
	}
	return name
}

func repoReceiver(f *ast.FuncDecl) string {
	name := ""
	ast.Inspect(f.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return true
	})
	return name
}
