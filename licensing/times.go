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
	n, err := wholeNumber(data)
	if err == nil {
		*t = Times(n)
	}
	return err
}

// wholeNumber reads a figure that is written as a number.
func wholeNumber(data []byte) (int, error) {
	var n int
	if err := terms.Decode(bytes.NewReader(data), &n); err != nil {
		return 0, err
	}
	if n < 1 || n > maxTimes {
		return 0, &terms.ParseError{Input: strconv.Itoa(n), Want: fmt.Sprintf("a whole number from 1 to %d", maxTimes), Err: ErrFigure}
	}
	return n, nil
}
