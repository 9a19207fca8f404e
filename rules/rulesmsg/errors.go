package rulesmsg

import (
	"errors"
	"fmt"

	"github.com/cloudterms/terms/rules"
)

// What a message can lack.
var (
	// ErrUntranslated is a message without a sentence in one of the languages.
	ErrUntranslated = errors.New("rulesmsg: no sentence in a language")
	// ErrTemplate is a sentence whose places for arguments cannot be read.
	ErrTemplate = errors.New("rulesmsg: malformed place for an argument")
	// ErrPlaces is a message whose languages have places for different arguments.
	ErrPlaces = errors.New("rulesmsg: different arguments in different languages")
	// ErrRepeated is a message that stands there twice.
	ErrRepeated = errors.New("rulesmsg: a second message of this id and text")
	// ErrNoMessage is a rule, a default, a question or a fact that no message is for.
	ErrNoMessage = errors.New("rulesmsg: no message")
	// ErrStale is a message of what is not there: its id is unknown, or what has that id says something else.
	ErrStale = errors.New("rulesmsg: a message of nothing that is said")
)

// A MessageError is a message that cannot be used, or one that is wanted.
type MessageError struct {
	ID  rules.ID
	Err error
}

func (e *MessageError) Error() string { return fmt.Sprintf("%v (message %s)", e.Err, e.ID) }

// Unwrap gives the cause.
func (e *MessageError) Unwrap() error { return e.Err }
