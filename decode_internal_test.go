package terms

import (
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The bound of Decode is too high to reach in a test, so the test brings its own.
func TestDecodeReadsSoMuchAndNoMore(t *testing.T) {
	const most = 8
	var n int
	require.NoError(t, decodeAtMost(most, strings.NewReader("17      "), &n), "as much as it takes")
	assert.Equal(t, 17, n)

	rest := strings.NewReader("17          ")
	err := decodeAtMost(most, iotest.OneByteReader(rest), &n)
	require.ErrorIs(t, err, ErrJSON)
	require.EqualError(t, err, "terms: JSON not accepted: more than 8 bytes")
	assert.Equal(t, 3, rest.Len(), "one byte more than it takes was read, to see that there is one")
}
