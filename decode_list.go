package terms

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// maxListErrors is how many wrong elements DecodeList tells of one by one.
const maxListErrors = 100

// DecodeList reads a JSON array of which one wrong element spares the others. It gives every element that [Decode] reads,
// in order, and an error that joins a [DecodeError] for each that it does not, with the element's place in the path, as in
// /3/amount, and the line and column in the whole text. Behind 100 of them it only counts.
//
// Where the text is no JSON from some place on, the error says where, and the elements before it are given. Text that is no
// array gives none. At most 256 MiB are read.
func DecodeList[T any](r io.Reader) ([]T, error) {
	var list []T
	data, err := readJSON(maxJSON, r)
	if err != nil {
		return nil, err
	}
	err = eachElement(data, func(element []byte) error {
		var one T
		if err := decodeBytes(element, &one); err != nil {
			return err
		}
		list = append(list, one)
		return nil
	})
	return list, err
}

// eachElement gives the elements of a JSON array to read, and joins what it says of them, with their places.
func eachElement(data []byte, read func(element []byte) error) error {
	// What is wrong within an element is for read to find: here it would be the end of the whole list.
	d := jsontext.NewDecoder(bytes.NewReader(data), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	begin, err := d.ReadToken()
	if err != nil {
		return decodeError(endOfText(err), data)
	}
	if begin.Kind() != jsontext.KindBeginArray {
		return &DecodeError{Err: errors.New("it is no list; want a JSON array")}
	}
	var found []error
	wrong := 0
	for n := 0; d.PeekKind() != jsontext.KindEndArray; n++ {
		element, err := d.ReadValue()
		if err != nil {
			return errors.Join(append(found, decodeError(endOfText(err), data))...)
		}
		if err := read(element); err != nil {
			if wrong++; wrong <= maxListErrors {
				found = append(found, atElement(err, n, data, d.InputOffset()-int64(len(element))))
			}
		}
	}
	if wrong > maxListErrors {
		found = append(found, &DecodeError{Err: fmt.Errorf("%d more elements are wrong", wrong-maxListErrors)})
	}
	if _, err := d.ReadToken(); err != nil { // the end of the array
		return errors.Join(append(found, decodeError(err, data))...)
	}
	if _, err := d.ReadToken(); !errors.Is(err, io.EOF) {
		line, column := position(data, d.InputOffset())
		found = append(found, &DecodeError{Line: line, Column: column, Err: errors.New("there is more behind the list")})
	}
	return errors.Join(found...)
}

// atElement gives an error of an element its place in the list.
func atElement(err error, n int, data []byte, offset int64) error {
	e, ok := errors.AsType[*DecodeError](err)
	if !ok {
		return err
	}
	line, column := e.within(position(data, offset))
	return &DecodeError{"/" + strconv.Itoa(n) + e.Path, line, column, e.Err}
}

// endOfText says of text that ends where more should come what json says of it.
func endOfText(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
