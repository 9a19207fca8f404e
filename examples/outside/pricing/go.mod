module github.com/cloudterms/terms/examples/outside/pricing

go 1.26.0

require (
	github.com/cloudterms/terms v0.0.0
	github.com/shopspring/decimal v1.6.0
)

require (
	github.com/go-json-experiment/json v0.0.0-20260214004413-d219187c3433 // indirect
	github.com/govalues/decimal v0.1.36 // indirect
	github.com/rickb777/date/v2 v2.1.8 // indirect
	github.com/rickb777/period v1.0.9 // indirect
	github.com/rickb777/plural v1.4.2 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/cloudterms/terms => ../../..
