package rulesdoc

import (
	"bytes"
	"encoding/json"

	"github.com/cloudterms/terms/rules"
)

// JSON gives a catalogue as an indented JSON array, in the order in which it is given, with a line end. It reads back with
// terms.Decode into a []rules.About that is the same. Only a kind that is none of the three is an error.
func JSON(catalogue ...rules.About) ([]byte, error) {
	if catalogue == nil {
		catalogue = []rules.About{}
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(catalogue); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
