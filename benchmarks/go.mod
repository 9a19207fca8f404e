module github.com/cloudterms/terms/benchmarks

go 1.26.0

require (
	cel.dev/cel-go v0.33.2 // a peer: rules in CEL
	github.com/cloudterms/terms v0.0.0
	github.com/expr-lang/expr v1.17.8 // a peer: rules in Expr
	github.com/shopspring/decimal v1.6.0 // the loop by hand
)

require (
	cel.dev/expr v0.25.1 // indirect
	github.com/antlr4-go/antlr/v4 v4.13.1 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/exp v0.0.0-20240823005443-9b4947da3948 // indirect
	google.golang.org/genproto/googleapis/api v0.0.0-20240826202546-f6391c0de4c7 // indirect
	google.golang.org/genproto/googleapis/rpc v0.0.0-20240826202546-f6391c0de4c7 // indirect
	google.golang.org/protobuf v1.36.10 // indirect
)

require golang.org/x/text v0.43.0

require (
	github.com/go-json-experiment/json v0.0.0-20260214004413-d219187c3433 // indirect
	github.com/govalues/decimal v0.1.36 // indirect
	github.com/rickb777/date/v2 v2.1.8 // indirect
	github.com/rickb777/period v1.0.9 // indirect
	github.com/rickb777/plural v1.4.2 // indirect
)

replace github.com/cloudterms/terms => ../
