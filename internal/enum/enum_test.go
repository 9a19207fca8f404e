package enum_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/enum"
)

type colour uint8

const (
	_ colour = iota
	red
	green
)

func colours() enum.Names[colour] { return enum.Of[colour]("colour", "red", "green") }

func TestNamesOfValues(t *testing.T) {
	tests := []struct {
		value colour
		valid bool
		text  string
	}{
		{0, false, ""},
		{red, true, "red"},
		{green, true, "green"},
		{3, false, "colour 3"},
		{255, false, "colour 255"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("value %d", tt.value), func(t *testing.T) {
			require.Equal(t, tt.valid, colours().Valid(tt.value))
			require.Equal(t, tt.text, colours().Text(tt.value))

			text, err := colours().Marshal(tt.value)
			if !tt.valid && tt.value != 0 {
				require.ErrorIs(t, err, terms.ErrName)
				require.Nil(t, text)
				return
			}
			require.NoError(t, err)
			require.Equal(t, tt.text, string(text))
			read := colour(99)
			require.NoError(t, colours().Unmarshal(text, &read))
			require.Equal(t, tt.value, read)
		})
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	tests := []struct{ name, text, input string }{
		{"a name that is none", "blue", "blue"},
		{"a name in another case", "Red", "Red"},
		{"space before a name", " red", " red"},
		{"a number", "1", "1"},
		{"the words for a value that is none", "colour 3", "colour 3"},
		{"64 bytes, whole", strings.Repeat("x", 64), strings.Repeat("x", 64)},
		{"65 bytes, cut", strings.Repeat("x", 65), strings.Repeat("x", 64) + "…"},
		{"a letter on the cut, left out", strings.Repeat("x", 63) + "ö", strings.Repeat("x", 63) + "…"},
		{"bytes that are not UTF-8, replaced", "re\xff", "re\ufffd"},
		{"a megabyte, cut", strings.Repeat("x", 1<<20), strings.Repeat("x", 64) + "…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			value := green
			err := colours().Unmarshal([]byte(tt.text), &value)
			require.ErrorIs(t, err, terms.ErrName)
			var parse *terms.ParseError
			require.True(t, errors.As(err, &parse))
			require.Equal(t, tt.input, parse.Input)
			require.Equal(t, "colour: one of red, green", parse.Want)
			require.Equal(t, green, value, "an error leaves the value as it was")
		})
	}
}

func TestEach(t *testing.T) {
	var got []string
	for value, name := range colours().Each {
		got = append(got, fmt.Sprintf("%d %s", value, name))
	}
	require.Equal(t, []string{"1 red", "2 green"}, got)

	for value := range colours().Each {
		require.Equal(t, red, value, "whoever stops is asked no more")
		break
	}
	for range enum.Of[colour]("nothing").Each {
		require.Fail(t, "an empty set has no value")
	}
}
