package pricesheet_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/pricing/pricesheet"
)

// columnsInWords gives the columns of a format as the package's documentation lists them.
func columnsInWords(f pricesheet.Format) string {
	var filled, there, optional []string
	for _, c := range f.Columns() {
		name := c.Name
		if len(c.Others) > 0 {
			name += " (or " + strings.Join(c.Others, ", ") + ")"
		}
		switch {
		case c.Filled:
			filled = append(filled, name)
		case c.Required:
			there = append(there, name)
		default:
			optional = append(optional, name)
		}
	}
	words := "- " + f.String() + ". Filled in every row: " + strings.Join(filled, ", ") + "."
	if len(there) > 0 {
		words += " There, though a row may leave it empty: " + strings.Join(there, ", ") + "."
	}
	if len(optional) > 0 {
		words += " May be left out: " + strings.Join(optional, ", ") + "."
	}
	return words
}

// The documentation lists every column of every format, as the format has it.
func TestDocumentationListsTheColumns(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	plain := strings.Join(strings.Fields(strings.ReplaceAll(string(text), "\n//", " ")), " ")
	for f := pricesheet.FormatAzurePlan; f.Columns() != nil; f++ {
		assert.Contains(t, plain, columnsInWords(f))
	}
}
