package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

// load reads one JSON file, all of it or nothing.
func load[T any](dir, name string) (T, error) {
	var v, none T
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return none, err
	}
	defer f.Close()
	if err := terms.Decode(f, &v); err != nil {
		return none, &cancellation.FileError{File: name, Err: err}
	}
	return v, nil
}

// loadEach reads a list without reading its elements, so that one that is wrong does not spoil the rest.
func loadEach(dir, name string) ([]json.RawMessage, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []json.RawMessage
	return list, json.NewDecoder(f).Decode(&list)
}

// read reads one element.
func read(raw json.RawMessage) (question, error) {
	var q question
	err := terms.Decode(bytes.NewReader(raw), &q)
	return q, err
}

// nameIn gives the name of a question that could not be read.
func nameIn(raw json.RawMessage) string {
	var q struct {
		Name string `json:"name"`
	}
	if json.Unmarshal(raw, &q) != nil || q.Name == "" {
		return "without a name"
	}
	return q.Name
}

// loadRules gives the published rules with an operator's overlay.
func loadRules(dir, name string) (*cancellation.Rules, error) {
	o, err := load[rules.Overlay](dir, name)
	if err != nil {
		return nil, err
	}
	r := cancellation.Published()
	if err := o.Check(slices.Concat(r.About(), r.Pricing().About())...); err != nil {
		return nil, &cancellation.FileError{File: name, Err: err}
	}
	changed, err := r.With(o)
	if err != nil {
		return nil, &cancellation.FileError{File: name, Err: err}
	}
	return changed, nil
}
