module github.com/cloudterms/terms

go 1.26.0

require (
	github.com/bojanz/currency v1.5.0 // rules/rulesmsg: numbers and amounts as a reader's language writes them, by CLDR 48
	github.com/go-json-experiment/json v0.0.0-20260214004413-d219187c3433 // the JSON reader behind Decode: rejects duplicate, unknown and case-variant keys
	github.com/google/jsonschema-go v0.4.3 // internal/schemas, which writes the JSON Schemas and holds the vectors against them
	github.com/rickb777/date/v2 v2.1.8 // civil days; the newest version that resolves with its checksum
	github.com/shopspring/decimal v1.6.0 // decimal numbers; from 1.6.0 on parsing is guarded against huge exponents
	github.com/stretchr/testify v1.12.1 // tests only
	golang.org/x/text v0.43.0 // Unicode decomposition, to look names up without regard to accents and width; matching of readers' languages
	pgregory.net/rapid v1.3.0 // tests only: property tests
)

require (
	github.com/cockroachdb/apd/v3 v3.2.1 // indirect
	github.com/govalues/decimal v0.1.36 // indirect
	github.com/rickb777/period v1.0.9 // indirect
	github.com/rickb777/plural v1.4.2 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
)
