package licensing

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/cloudterms/terms"
)

// Times says how many times over something may be, 1 to 1000. It is written as a number. The zero Times means "not
// given", and no figure has it.
type Times int

const maxTimes = 1_000

// UnmarshalJSON reads a whole number from 1 to 1000. Another number is [ErrFigure]. On an error it leaves t as it was.
func (t *Times) UnmarshalJSON(data []byte) error {
	var n int
	if err := terms.Decode(bytes.NewReader(data), &n); err != nil {
		return err
	}
	if n < 1 || n > maxTimes {
		return &terms.ParseError{Input: strconv.Itoa(n), Want: fmt.Sprintf("a whole number from 1 to %d", maxTimes), Err: ErrFigure}
	}
	*t = Times(n)
	return nil
}
