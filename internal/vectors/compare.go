package vectors

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/excerpt"
)

// differences gives a line for each place in which found is not what is wanted, with its JSON Pointer:
//
//   - of an object, only the members that wanted has are compared; null wants a member that is null or not there
//   - arrays are compared element by element and have the same length
//   - an object of the two strings amount and currency is an amount, and compared by its value
//   - everything else is the same
//
// It fails where one of them is no JSON.
func differences(wanted, found []byte) ([]string, error) {
	want, err := decoded(wanted)
	if err != nil {
		return nil, fmt.Errorf("want: %w", err)
	}
	have, err := decoded(found)
	if err != nil {
		return nil, fmt.Errorf("the result: %w", err)
	}
	var c comparison
	c.values("", want, have)
	return c.lines, nil
}

// decoded reads JSON and leaves its numbers as they are written.
func decoded(data []byte) (any, error) {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	err := decoder.Decode(&value)
	return value, err
}

// comparison gathers what differs.
type comparison struct{ lines []string }

func (c *comparison) differ(path, wanted, found string) {
	if path == "" {
		path = "the whole"
	}
	c.lines = append(c.lines, fmt.Sprintf("%s: wanted %s, found %s", path, wanted, found))
}

func (c *comparison) values(path string, want, have any) {
	switch want := want.(type) {
	case map[string]any:
		if members, ok := have.(map[string]any); ok {
			c.objects(path, want, members)
			return
		}
	case []any:
		if elements, ok := have.([]any); ok {
			c.arrays(path, want, elements)
			return
		}
	default:
		if want == have {
			return
		}
	}
	c.differ(path, written(want), written(have))
}

func (c *comparison) objects(path string, want, have map[string]any) {
	if isAmount(want) {
		c.amounts(path, want, have)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		below := path + "/" + pointerEscapes().Replace(name)
		value, there := have[name]
		switch {
		case there || want[name] == nil:
			c.values(below, want[name], value)
		default:
			c.differ(below, written(want[name]), "no such member")
		}
	}
}

// pointerEscapes writes a name as RFC 6901 has it.
func pointerEscapes() *strings.Replacer { return strings.NewReplacer("~", "~0", "/", "~1") }

func (c *comparison) arrays(path string, want, have []any) {
	if len(want) != len(have) {
		c.differ(path, strconv.Itoa(len(want))+" elements: "+written(want), strconv.Itoa(len(have))+": "+written(have))
		return
	}
	for i := range want {
		c.values(path+"/"+strconv.Itoa(i), want[i], have[i])
	}
}

// isAmount reports whether an object is an amount of money.
func isAmount(object map[string]any) bool {
	_, amount := object["amount"].(string)
	_, currency := object["currency"].(string)
	return len(object) == 2 && amount && currency
}

func (c *comparison) amounts(path string, want, have map[string]any) {
	if !isAmount(have) || want["currency"] != have["currency"] || !sameNumber(want["amount"], have["amount"]) {
		c.differ(path, written(want), written(have))
	}
}

// sameNumber reports whether both are texts of one decimal number.
func sameNumber(a, b any) bool {
	textA, okA := a.(string)
	textB, okB := b.(string)
	numberA, errA := terms.ParseDecimal(textA)
	numberB, errB := terms.ParseDecimal(textB)
	return okA && okB && errA == nil && errB == nil && numberA.Equal(numberB)
}

// written gives a value as JSON, cut where it is long.
func written(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return shortened(text)
}

func shortened(text []byte) string {
	const most = 400 // bytes; a whole statement would hide the difference
	return excerpt.Cut(string(text), most)
}
