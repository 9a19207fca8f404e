package vectors

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
)

// A File is a file of vectors: cases of one function.
type File struct {
	Name     string `json:"-"`
	Function string `json:"function"`
	Cases    []Case `json:"cases"`
}

// A Case is one vector: an input, where it is from, and either what the function gives or the text its error has.
type Case struct {
	ID     string          `json:"id"`     // unique in its file
	Source string          `json:"source"` // the document or code that says so, or the arithmetic
	Note   string          `json:"note"`   // the reading it follows, what was left out
	In     json.RawMessage `json:"in"`
	Want   json.RawMessage `json:"want"`
	Error  string          `json:"error"` // a part of the error's text
}

// A Function is a function of the module that takes JSON.
type Function struct {
	// In is the type that its input is read into.
	In reflect.Type
	// call fails where the JSON is not its input or where the function fails.
	call func(in []byte) (any, error)
}

// InputOf gives the type of what a function takes, and whether there is a function of the name.
func InputOf(function string) (reflect.Type, bool) {
	f, ok := functions[function]
	return f.In, ok
}

// Call gives what a function makes of JSON. It fails where there is no function of the name, where the JSON is not its
// input, which is terms.ErrJSON, and where the function fails.
func Call(function string, in []byte) (any, error) {
	f, ok := functions[function]
	if !ok {
		return nil, fmt.Errorf("vectors: there is no function %q", function)
	}
	return f.call(in)
}

// Functions names the functions that vectors can be for, in alphabetical order.
func Functions() []string { return slices.Sorted(maps.Keys(functions)) }

// Read reads a file of vectors by the rules of [terms.Decode]. Its errors name the file and the path in it.
func Read(name string, data []byte) (File, error) {
	file := File{Name: name}
	if err := terms.Decode(bytes.NewReader(data), &file); err != nil {
		return File{}, fmt.Errorf("vectors: %s: %w", name, err)
	}
	if err := file.check(); err != nil {
		return File{}, fmt.Errorf("vectors: %s: %w", name, err)
	}
	return file, nil
}

// Below reads every file named *.json of a tree, in order. The error joins those of the files that are not vectors, so
// the others can be run all the same. A tree without any such file is an error.
func Below(tree fs.FS) ([]File, error) {
	return read(tree, func(string) bool { return true })
}

// InModule reads the files named *.json below every folder testdata/vectors of a module, given as a tree, in order.
// Modules nested in it are left out. Errors are as in [Below].
func InModule(tree fs.FS) ([]File, error) {
	return read(tree, func(name string) bool { return strings.Contains("/"+name, "/testdata/vectors/") })
}

func read(tree fs.FS, wanted func(name string) bool) ([]File, error) {
	names, err := list(tree)
	if err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return !wanted(name) })
	if len(names) == 0 {
		return nil, errors.New("vectors: no file *.json was found")
	}
	var files []File
	var faults []error
	for _, name := range names {
		file, err := readFrom(tree, name)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		files = append(files, file)
	}
	return files, errors.Join(faults...)
}

// list names the files *.json of a tree, those of nested modules and of hidden folders left out.
func list(tree fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !entry.IsDir():
			if path.Ext(name) == ".json" {
				names = append(names, name)
			}
			return nil
		case name != "." && (strings.HasPrefix(entry.Name(), ".") || isModule(tree, name)):
			return fs.SkipDir
		}
		return nil
	})
	return names, err
}

func isModule(tree fs.FS, dir string) bool {
	_, err := fs.Stat(tree, path.Join(dir, "go.mod"))
	return err == nil
}

func readFrom(tree fs.FS, name string) (File, error) {
	data, err := fs.ReadFile(tree, name)
	if err != nil {
		return File{}, fmt.Errorf("vectors: %w", err)
	}
	return Read(name, data)
}

// check reports everything that keeps a file from being run.
func (f File) check() error {
	if _, known := functions[f.Function]; !known {
		return fmt.Errorf("/function: there is no function %q; there are %s", f.Function, strings.Join(Functions(), ", "))
	}
	if len(f.Cases) == 0 {
		return errors.New("/cases: a file without cases tests nothing")
	}
	var faults []error
	seen := map[string]bool{}
	for i, c := range f.Cases {
		if err := c.check(); err != nil {
			faults = append(faults, fmt.Errorf("/cases/%d (id %q): %w", i, c.ID, err))
		}
		if seen[c.ID] {
			faults = append(faults, fmt.Errorf("/cases/%d/id: a case before it has the id %q too", i, c.ID))
		}
		seen[c.ID] = true
	}
	return errors.Join(faults...)
}

func (c Case) check() error {
	switch {
	case strings.TrimSpace(c.ID) == "":
		return errors.New("the id is not given")
	case strings.TrimSpace(c.Source) == "":
		return errors.New("the source is not given")
	case c.In == nil:
		return errors.New("in is not given")
	case (c.Want == nil) == (c.Error == ""):
		return errors.New("want one of want and error, and not both")
	case bytes.Equal(squeezed(c.Want), []byte("{}")):
		return errors.New("want is {}, with which every object agrees")
	}
	return nil
}

// squeezed gives JSON without its white space. It has been decoded before, so it is JSON.
func squeezed(value []byte) []byte {
	var buffer bytes.Buffer
	if err := json.Compact(&buffer, value); err != nil {
		return value
	}
	return buffer.Bytes()
}

// Check runs one case of the file, and reports how what comes of it differs from what the case wants.
func (f File) Check(c Case) error {
	result, err := Call(f.Function, c.In)
	if c.Error != "" {
		return checkError(c.Error, result, err)
	}
	if err != nil {
		return fmt.Errorf("wanted %s, but it failed: %w", shortened(squeezed(c.Want)), err)
	}
	return checkResult(c.Want, result)
}

func checkError(wanted string, result any, err error) error {
	if err == nil {
		return fmt.Errorf("wanted an error with the text %q, found %s", wanted, written(result))
	}
	if !strings.Contains(err.Error(), wanted) {
		return fmt.Errorf("wanted an error with the text %q, found: %w", wanted, err)
	}
	return nil
}

func checkResult(wanted []byte, result any) error {
	found, err := json.Marshal(result)
	if err != nil {
		return fmt.Errorf("the result has no JSON: %w", err)
	}
	differing, err := differences(wanted, found)
	if err != nil {
		return err
	}
	if len(differing) > 0 {
		return errors.New(strings.Join(differing, "\n"))
	}
	return nil
}
