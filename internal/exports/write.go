//go:build ignore

// Command write adds to the saved lists what is new in the packages.
package main

import (
	"context"
	"errors"
	"io/fs"
	"log"
	"os"

	"github.com/cloudterms/terms/internal/exports"
)

func main() {
	log.SetFlags(0)
	packages, err := exports.Load(context.Background(), "../..")
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range packages {
		name := "saved/" + exports.FileName(p)
		text, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			log.Fatal(err)
		}
		lines := exports.Union(exports.Parse(string(text)), exports.List(p))
		if err := os.WriteFile(name, []byte(exports.Format(lines)), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
