package enum

import (
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// Names holds the texts of one closed set: the text of value n stands at place n, and
// place 0, the value that is not given, is empty.
type Names[T ~uint8] struct {
	what  string
	texts []string
}

// Of gives the names of a closed set, from its value 1 on. What says in an error what was
// read, as in "lot kind".
func Of[T ~uint8](what string, texts ...string) Names[T] {
	return Names[T]{what, append([]string{""}, texts...)}
}

// Valid reports whether v is one of the set, which the zero value is not.
func (n Names[T]) Valid(v T) bool { return v != 0 && int(v) < len(n.texts) }

// Text gives v's name, nothing for the zero value, and the number in words for a value that
// is not of the set.
func (n Names[T]) Text(v T) string {
	if int(v) < len(n.texts) {
		return n.texts[v]
	}
	return fmt.Sprintf("%s %d", n.what, v)
}

// Marshal gives v's name, and an error for a value that is not of the set.
func (n Names[T]) Marshal(v T) ([]byte, error) {
	if int(v) >= len(n.texts) {
		return nil, n.unknown(n.Text(v))
	}
	return []byte(n.texts[v]), nil
}

// Unmarshal reads a name into v, and empty text as the zero value. On an error it leaves v
// as it was.
func (n Names[T]) Unmarshal(text []byte, v *T) error {
	for i, name := range n.texts {
		if name == string(text) {
			*v = T(i) //nolint:gosec // a closed set has fewer than 256 values
			return nil
		}
	}
	return n.unknown(string(text))
}

// Each gives every value of the set with its name, in order.
func (n Names[T]) Each(yield func(T, string) bool) {
	for i, name := range n.texts[1:] {
		if !yield(T(i+1), name) { //nolint:gosec // a closed set has fewer than 256 values
			return
		}
	}
}

// List gives the names with commas between them, for an error that says what would be right.
func (n Names[T]) List() string { return strings.Join(n.texts[1:], ", ") }

func (n Names[T]) unknown(input string) error {
	return &terms.ParseError{Input: excerpt.Of(input), Want: n.what + ": one of " + n.List(), Err: terms.ErrName}
}
