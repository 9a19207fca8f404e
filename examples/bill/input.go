package main

import (
	"cmp"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

//go:embed testdata
var samples embed.FS

// open gives a file, or a sample where none is named.
func open(name, sample string) (fs.File, error) {
	if name == "" {
		return samples.Open("testdata/" + sample)
	}
	return os.Open(name)
}

// read gives what is in a file, or in a sample where none is named. An error says which it is.
func read[T any](name, sample string, from func(io.Reader) (T, error)) (T, error) {
	file, err := open(name, sample)
	if err != nil {
		return *new(T), err
	}
	defer func() { _ = file.Close() }()
	value, err := from(file)
	if err != nil {
		return *new(T), fmt.Errorf("%s: %w", cmp.Or(name, sample), err)
	}
	return value, nil
}

// readBasis reads what lines are recomputed from. A row of a price list that cannot be read spoils the list: its product would
// seem to have no price.
func readBasis(names files) (reconcile.Basis, error) {
	prices, err := read(names.prices, "prices.csv", func(in io.Reader) ([]pricesheet.Price, error) {
		return pricesheet.Collect(pricesheet.ReadAzurePlan(in))
	})
	if err != nil {
		return reconcile.Basis{}, err
	}
	licences, err := read(names.licences, "licences.csv", func(in io.Reader) ([]pricesheet.Price, error) {
		return pricesheet.Collect(pricesheet.ReadLicences(in))
	})
	if err != nil {
		return reconcile.Basis{}, err
	}
	access, err := read(names.access, "access.json", func(in io.Reader) (pricing.Partnership, error) {
		var p pricing.Partnership
		err := terms.Decode(in, &p)
		return p, err
	})
	if err != nil {
		return reconcile.Basis{}, err
	}
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds, rows(prices), rows(licences))
	return reconcile.Basis{Prices: book, Partnership: &access}, err
}

// rows gives rows that were gathered one by one again.
func rows(prices []pricesheet.Price) iter.Seq2[pricesheet.Price, error] {
	return func(yield func(pricesheet.Price, error) bool) {
		for _, p := range prices {
			if !yield(p, nil) {
				return
			}
		}
	}
}
