package markets_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The names are in a table of this package so that nobody has to carry those of x/text, which are three megabytes of a
// program and years old. A test may compare the two.
func TestNobodyCarriesTheNamesOfXText(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("there is no go command to ask")
	}
	list := exec.CommandContext(t.Context(), "go", "list", "-deps", "./...")
	list.Dir = ".."
	packages, err := list.Output()
	require.NoError(t, err)
	all := strings.Fields(string(packages))
	require.Contains(t, all, "github.com/cloudterms/terms/markets")
	require.Contains(t, all, "golang.org/x/text/unicode/norm")
	for _, heavy := range []string{"display", "collate", "search", "currency"} {
		for _, name := range []string{"golang.org/x/text/" + heavy, "golang.org/x/text/language/" + heavy} {
			assert.NotContains(t, all, name)
		}
	}
}
