//go:build ignore

// Command write writes the schemas, and takes away those of what is not there any more.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/cloudterms/terms/internal/schemas"
)

func main() {
	log.SetFlags(0)
	files, err := schemas.All()
	if err != nil {
		log.Fatal(err)
	}
	const dir = "files"
	old, err := filepath.Glob(dir + "/*.schema.json")
	if err != nil {
		log.Fatal(err)
	}
	for _, name := range old {
		if _, kept := files[filepath.Base(name)]; !kept {
			if err := os.Remove(name); err != nil {
				log.Fatal(err)
			}
		}
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
