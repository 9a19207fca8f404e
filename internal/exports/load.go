package exports

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"strings"
)

// module is the path of the module.
const module = "github.com/cloudterms/terms"

// Load builds the packages that a program can import from the module in a directory, and gives their types.
func Load(ctx context.Context, dir string) ([]*types.Package, error) {
	list := exec.CommandContext(ctx, "go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "./...")
	list.Dir = dir
	var complaint bytes.Buffer
	list.Stderr = &complaint
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("exports: go list: %w: %s", err, complaint.String())
	}
	built := map[string]string{}
	var paths []string
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		if built[path] = file; isImportable(path) {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return nil, errors.New("exports: the module has no packages")
	}
	gc := importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) { return os.Open(built[path]) })
	packages := make([]*types.Package, len(paths))
	for i, path := range paths {
		if packages[i], err = gc.Import(path); err != nil {
			return nil, fmt.Errorf("exports: %w", err)
		}
	}
	return packages, nil
}

// isImportable says whether a program of another module can import a package, and should.
func isImportable(path string) bool {
	below, ok := strings.CutPrefix(path+"/", module+"/")
	return ok && !strings.HasPrefix(below, "internal/") && !strings.HasPrefix(below, "examples/")
}

// FileName is the name of a package's saved list.
func FileName(p *types.Package) string {
	below := strings.TrimPrefix(strings.TrimPrefix(p.Path(), module), "/")
	if below == "" {
		return p.Name() + ".txt"
	}
	return strings.ReplaceAll(below, "/", ".") + ".txt"
}
