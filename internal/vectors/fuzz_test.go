package vectors_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/vectors"
)

// FuzzRequests asks every function of the module, and so reads every request type: whatever it is given, it answers or gives
// an error, and what it answers reads back as it was written.
func FuzzRequests(f *testing.F) {
	files, err := vectors.InModule(os.DirFS(moduleRoot))
	require.NoError(f, err)
	for _, file := range files {
		for _, c := range file.Cases {
			f.Add(file.Function, []byte(c.In))
		}
	}
	f.Fuzz(func(t *testing.T, function string, in []byte) {
		answer, err := vectors.Call(function, in)
		if err != nil || answer == nil {
			return
		}
		written, err := json.Marshal(answer)
		require.NoError(t, err)
		back := reflect.New(reflect.TypeOf(answer))
		require.NoError(t, terms.Decode(bytes.NewReader(written), back.Interface()), "%s", written)
		again, err := json.Marshal(back.Elem().Interface())
		require.NoError(t, err)
		assert.JSONEq(t, string(written), string(again))
	})
}
