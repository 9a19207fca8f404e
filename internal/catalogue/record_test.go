package catalogue_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/internal/catalogue"
)

var update = flag.Bool("update", false, "write the records of decisions anew")

// Every set has a decision on record. Deciding it again on its day gives the same record, digest and all, byte for byte.
func TestRecords(t *testing.T) {
	t.Parallel()

	const dir = "testdata/records"
	kept := map[string]bool{}
	for _, p := range catalogue.Packages() {
		for _, s := range p.Samples {
			name := strings.ReplaceAll(s.Set(), "/", ".") + ".json"
			kept[name] = true
			t.Run(s.Set(), func(t *testing.T) {
				t.Parallel()

				file := filepath.Join(dir, name)
				if *update {
					made, err := s.Record()
					require.NoError(t, err)
					require.NoError(t, os.WriteFile(file, made, 0o600))
				}
				record, err := os.ReadFile(file)
				require.NoError(t, err, "run: go test ./internal/catalogue -update")
				again, err := s.Replay(record)
				require.NoError(t, err)
				assert.Equal(t, string(record), string(again), "it is decided otherwise; if that is meant, run: go test ./internal/catalogue -update")
			})
		}
	}
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, file := range files {
		assert.True(t, kept[file.Name()], "%s is the record of no set", file.Name())
	}
}
