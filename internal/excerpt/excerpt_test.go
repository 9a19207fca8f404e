package excerpt_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms/internal/excerpt"
)

func TestOf(t *testing.T) {
	whole := strings.Repeat("x", 64)
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"64 bytes, whole", whole, whole},
		{"65 bytes, cut to 64", whole + "x", whole + "…"},
		{"a letter of two bytes across the cut, left out", whole[1:] + "ö", whole[1:] + "…"},
		{"a letter of four bytes across the cut, left out", whole[3:] + "😀", whole[3:] + "…"},
		{"continuation bytes without a letter, cut all the same", strings.Repeat("\x80", 100), "\uFFFD…"},
		{"bytes that are not UTF-8, replaced", "re\xff", "re\uFFFD"},
		{"a megabyte, cut", strings.Repeat("x", 1<<20), whole + "…"},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, excerpt.Of(c.text)) })
	}
}

func TestCut(t *testing.T) {
	assert.Equal(t, "abc…", excerpt.Cut("abcd", 3))
	assert.Equal(t, "abcd", excerpt.Cut("abcd", 4))
}
