package schemas

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"

	"github.com/cloudterms/terms/internal/catalogue"
	"github.com/cloudterms/terms/internal/vectors"
	"github.com/cloudterms/terms/rules"
)

// vectorFile is the name of the schema of files of vectors.
const vectorFile = "vectors"

// All gives every schema as JSON, by the name of its file.
func All() (map[string][]byte, error) {
	types := map[string]reflect.Type{
		vectorFile:      reflect.TypeFor[vectors.File](),
		"rules.Overlay": reflect.TypeFor[rules.Overlay](),
	}
	for _, function := range vectors.Functions() {
		types[function], _ = vectors.InputOf(function)
	}
	for _, p := range catalogue.Packages() {
		for _, s := range p.Samples {
			types[strings.ReplaceAll(s.Set(), "/", ".")+".facts"] = s.Facts()
		}
	}
	files := map[string][]byte{}
	var found []error
	for name, t := range types {
		s, err := Of(name, t)
		if err != nil {
			found = append(found, err)
			continue
		}
		text, err := json.MarshalIndent(s, "", "  ")
		found = append(found, err)
		files[FileName(name)] = append(text, '\n')
	}
	return files, errors.Join(found...)
}

// FileName gives the file of a schema.
func FileName(name string) string { return name + ".schema.json" }
