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
	"slices"
	"strings"
)

// module is the path of the module.
const module = "github.com/cloudterms/terms"

// Load builds the packages that a program can import from the module in a directory, and gives their types.
func Load(ctx context.Context, dir string) ([]*types.Package, error) {
	all, err := list(ctx, dir, "./...")
	if err != nil {
		return nil, err
	}
	paths := slices.DeleteFunc(all, func(path string) bool { return !isImportable(path) })
	if len(paths) == 0 {
		return nil, errors.New("exports: the module has no packages")
	}
	lines, err := list(ctx, dir, append([]string{"-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}"}, paths...)...)
	if err != nil {
		return nil, err
	}
	built := make(map[string]string, len(lines))
	for _, line := range lines {
		path, file, _ := strings.Cut(line, " ")
		built[path] = file
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

// list runs go list and gives its lines.
func list(ctx context.Context, dir string, args ...string) ([]string, error) {
	command := exec.CommandContext(ctx, "go", append([]string{"list"}, args...)...)
	command.Dir = dir
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("exports: go list: %w: %s", err, complaint.String())
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n"), nil
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
