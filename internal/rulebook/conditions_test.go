package rulebook_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

type parcel struct {
	Size   uint8
	Opened rules.Truth
}

func TestConditions(t *testing.T) {
	t.Parallel()
	large := rulebook.One("it is large", "size", func(p parcel) uint8 { return p.Size }, 2, 3)
	opened := rulebook.Holds("it was opened", "opened", func(p parcel) rules.Truth { return p.Opened })
	assert.Equal(t, []string{"size"}, large.Reads)
	assert.Equal(t, "it was opened", opened.Name)
	for size, want := range []rules.Truth{rules.Unknown, rules.No, rules.Yes, rules.Yes} {
		assert.Equal(t, want, large.Holds(parcel{Size: uint8(size)}), size)
	}
	for _, want := range []rules.Truth{rules.Unknown, rules.No, rules.Yes} {
		assert.Equal(t, want, opened.Holds(parcel{Opened: want}))
	}
}
