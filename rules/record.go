package rules

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/cloudterms/terms"
)

// readsBack reports why a value would not come back from JSON as it was. A record that cannot be read again is none.
func readsBack[T any](value T, same func(a, b T) bool) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	var back T
	if err := terms.Decode(bytes.NewReader(text), &back); err != nil {
		return err
	}
	if !same(value, back) {
		return fmt.Errorf("%s reads as %+v", text, back)
	}
	return nil
}

// sameFigure compares figures by their Equal if they have one, and otherwise by their JSON.
func sameFigure[T any](a, b T) bool {
	if figure, ok := any(a).(interface{ Equal(other T) bool }); ok {
		return figure.Equal(b)
	}
	return jsonText(a) == jsonText(b)
}

// jsonText gives a value that has been through JSON before as text: what its JSON string says, or its JSON.
func jsonText(value any) string {
	text, _ := json.Marshal(value)
	var name string
	if json.Unmarshal(text, &name) == nil {
		return name
	}
	return string(text)
}
