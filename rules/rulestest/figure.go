package rulestest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// sameFigure compares figures by their Equal, if they have one, and otherwise field by field.
func sameFigure[T any](a, b T) bool {
	if figure, ok := any(a).(interface{ Equal(other T) bool }); ok {
		return figure.Equal(b)
	}
	return reflect.DeepEqual(a, b)
}

// readsBack says why a figure does not come back from its JSON as it was; nothing if it does.
func readsBack[T any](figure T) string {
	text, err := json.Marshal(figure)
	if err != nil {
		return "cannot be written as JSON: " + err.Error()
	}
	var back T
	if err := terms.Decode(bytes.NewReader(text), &back); err != nil {
		return "cannot be read from its JSON: " + err.Error()
	}
	if !sameFigure(figure, back) {
		return fmt.Sprintf("comes back from its JSON, %s, as another: %+v", text, back)
	}
	return ""
}

// readingReadsBack reports whether a reading comes back from its JSON as it was.
func readingReadsBack[T any](reading rules.Reading[T]) bool {
	text, err := json.Marshal(reading)
	if err != nil {
		return false
	}
	var back rules.Reading[T]
	return terms.Decode(bytes.NewReader(text), &back) == nil && reading.EqualFunc(back, sameFigure[T])
}

// figureText gives a figure as a problem names it: what its JSON string says, or its JSON.
func figureText(figure any) string {
	text, err := json.Marshal(figure)
	if err != nil {
		return fmt.Sprintf("%+v", figure)
	}
	var name string
	if json.Unmarshal(text, &name) == nil {
		return name
	}
	return string(text)
}
