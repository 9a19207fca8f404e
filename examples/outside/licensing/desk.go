package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

// desk answers requests by some rules.
type desk struct {
	w     io.Writer
	rules *licensing.Rules
}

// request is one of the file.
type request struct {
	ID   string          `json:"id"`
	Kind string          `json:"kind"`
	Ask  json.RawMessage `json:"ask"`
}

// kinds is who answers what. Each reads what is asked strictly, and writes nothing before it has read it.
var kinds = map[string]func(*desk, json.RawMessage) error{
	"redeem": (*desk).redeem,
	"plan":   (*desk).plan,
	"order":  (*desk).order,
	"task":   (*desk).task,
	"duty":   (*desk).duty,
	"cores":  (*desk).cores,
	"term":   (*desk).term,
	"open":   (*desk).open,
}

// answer writes the answer to one request. What went wrong with it is an error, and no reason to stop.
func (d *desk) answer(i int, raw json.RawMessage) error {
	var q request
	if err := read(raw, &q); err != nil {
		fmt.Fprintf(d.w, "\nrequest %d\n", i+1)
		return err
	}
	fmt.Fprintf(d.w, "\n%s: %s\n", q.ID, q.Kind)
	f, ok := kinds[q.Kind]
	if !ok {
		known := slices.Sorted(maps.Keys(kinds))
		return fmt.Errorf("no kind of request %q; want one of %s", q.Kind, strings.Join(known, ", "))
	}
	if len(q.Ask) == 0 {
		return errors.New("nothing is asked; want a member ask")
	}
	return f(d, q.Ask)
}

// read reads strictly.
func read(raw json.RawMessage, v any) error {
	return terms.Decode(bytes.NewReader(raw), v)
}

// line writes one line of an answer.
func (d *desk) line(format string, args ...any) {
	fmt.Fprintf(d.w, "  "+format+"\n", args...)
}
