package main

import (
	"os"
	"path/filepath"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// record is what a service keeps of a customer in its own shape: no policy, because all its customers have one.
type record struct {
	Customer string         `json:"customer"`
	Lots     []credit.Lot   `json:"lots"`
	Events   []credit.Event `json:"events"`
}

// load reads one JSON file. terms.Decode is as strict with the service's own types as with those of the module: a
// misspelt key is an error, and not a field left empty.
func load[T any](dir, name string) (T, error) {
	var v, none T
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return none, err
	}
	defer f.Close()
	if err := terms.Decode(f, &v); err != nil {
		return none, &fileError{Name: name, Err: err}
	}
	return v, nil
}

// fileError adds the file's name, which terms.DecodeError does not know.
type fileError struct {
	Name string
	Err  error
}

func (e *fileError) Error() string { return e.Name + ": " + e.Err.Error() }

func (e *fileError) Unwrap() error { return e.Err }

func loadLedger(dir string) (credit.Ledger, error) { return load[credit.Ledger](dir, "facts.json") }

func loadRecord(dir string) (record, error) { return load[record](dir, "service.json") }

// loadPurchase reads a purchase with its key in full, as a secret store would give it.
func loadPurchase(dir string) (licensing.OSAPurchase, error) {
	return load[licensing.OSAPurchase](dir, "purchase.json")
}

// loadUnits adds the worths of the reseller agreement to the one the module knows. The file is read as worths and not
// as a table, because a table that is read holds nothing but what stands in it.
func loadUnits(dir string) (credit.UnitTable, error) {
	worths, err := load[[]credit.UnitWorth](dir, "units.json")
	if err != nil {
		return credit.UnitTable{}, err
	}
	return credit.DefaultUnits().With(worths...)
}
