package schemas_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/internal/schemas"
	"github.com/cloudterms/terms/internal/vectors"
)

const (
	root = "../.."
	dir  = "files"
)

// The files are what the types are.
func TestFiles(t *testing.T) {
	files, err := schemas.All()
	require.NoError(t, err)
	for name, want := range files {
		have, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err, "run: go generate ./internal/schemas")
		assert.Equal(t, string(want), string(have), "%s is not as its type is; run: go generate ./internal/schemas", name)
	}
	kept, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, file := range kept {
		assert.Contains(t, files, file.Name(), "the schema of nothing; run: go generate ./internal/schemas")
	}
}

func schema(t *testing.T, name string) *jsonschema.Resolved {
	t.Helper()

	text, err := os.ReadFile(filepath.Join(dir, schemas.FileName(name)))
	require.NoError(t, err)
	var s jsonschema.Schema
	require.NoError(t, json.Unmarshal(text, &s))
	resolved, err := s.Resolve(nil)
	require.NoError(t, err)
	return resolved
}

func validate(s *jsonschema.Resolved, text []byte) error {
	var instance any
	if err := json.NewDecoder(bytes.NewReader(text)).Decode(&instance); err != nil {
		return err
	}
	return s.Validate(instance)
}

// What the functions take, their schemas take: every vector that has a result, and every file of vectors.
func TestVectorsAreValid(t *testing.T) {
	files, err := vectors.InModule(os.DirFS(root))
	require.NoError(t, err)
	file := schema(t, "vectors")
	for _, f := range files {
		text, err := os.ReadFile(filepath.Join(root, f.Name))
		require.NoError(t, err)
		require.NoError(t, validate(file, text), f.Name)
		s := schema(t, f.Function)
		for _, c := range f.Cases {
			if c.Error == "" {
				assert.NoError(t, validate(s, c.In), "%s/%s", f.Function, c.ID)
			}
		}
	}
}

func TestWhatSchemasRefuse(t *testing.T) {
	for _, c := range []struct {
		name, schema, text string
	}{
		{"a member that is not there", "credit.topup.facts", `{"runningout": "yes"}`},
		{"a name that is none of the closed set", "credit.topup.facts", `{"runningOut": "maybe"}`},
		{"a yes/no fact as a boolean", "credit.topup.facts", `{"runningOut": true}`},
		{"an amount as a number", "credit.attachment.facts", `{"left": {"amount": 12.5, "currency": "USD"}}`},
		{"a currency in small letters", "credit.attachment.facts", `{"left": {"amount": "12.5", "currency": "usd"}}`},
		{"a day in another form", "credit.UnitAmount", `{"purchased": "1.2.2022"}`},
		{"a list where an object belongs", "rules.Overlay", `[]`},
		{"a figure with a member of another name", "rules.Overlay", `{"figures": [{"timeline": "credit.term", "days": ".."}]}`},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Error(t, validate(schema(t, c.schema), []byte(c.text))) })
	}
}

func TestWhatSchemasTake(t *testing.T) {
	for _, c := range []struct {
		name, schema, text string
	}{
		{"nothing is given", "credit.topup.facts", `{}`},
		{"a fact that is not given, by name", "credit.topup.facts", `{"runningOut": ""}`},
		{"an amount", "credit.attachment.facts", `{"attached": "yes", "left": {"amount": "12.50", "currency": "USD"}}`},
		{"an overlay", "rules.Overlay", `{"owner": "Contoso", "reason": "agreed", "switchOff": ["credit.topup.market"],
			"figures": [{"timeline": "credit.term", "span": "2022-01-01/..", "value": 24}], "lists": [{"list": "x", "add": ["SE"]}]}`},
	} {
		t.Run(c.name, func(t *testing.T) { assert.NoError(t, validate(schema(t, c.schema), []byte(c.text))) })
	}
}
