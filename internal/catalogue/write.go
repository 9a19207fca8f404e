//go:build ignore

// Command write writes COVERAGE.md from what is in the module.
package main

import (
	"log"
	"os"

	"github.com/cloudterms/terms/internal/catalogue"
)

func main() {
	log.SetFlags(0)
	const root = "../.."
	c, err := catalogue.Of(os.DirFS(root))
	if err != nil {
		log.Fatal(err)
	}
	audit, err := c.Audit()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(root+"/COVERAGE.md", []byte(audit.Markdown()), 0o644); err != nil {
		log.Fatal(err)
	}
}
