package jsonform_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/jsonform"
)

func TestMarshalLeavesSignsAsTheyAre(t *testing.T) {
	text, err := jsonform.Marshal(map[string]string{"a": "<b> & c"})
	require.NoError(t, err)
	assert.Equal(t, `{"a":"<b> & c"}`, string(text))
	_, err = jsonform.Marshal(func() {})
	assert.Error(t, err)
}

func TestDecodeIsStrict(t *testing.T) {
	var into struct{ A string }
	assert.ErrorIs(t, jsonform.Decode([]byte(`{"B":"x"}`), &into), terms.ErrJSON)
}

func TestIsNull(t *testing.T) {
	assert.True(t, jsonform.IsNull([]byte(" null\n")))
	assert.False(t, jsonform.IsNull([]byte(`"null"`)))
	assert.False(t, jsonform.IsNull(nil))
}

func TestEmptyNotNull(t *testing.T) {
	assert.NotNil(t, jsonform.EmptyNotNull[int](nil))
	assert.Equal(t, []int{1}, jsonform.EmptyNotNull([]int{1}))
}
