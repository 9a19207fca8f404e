// Package opa measures the question of package benchmarks in Rego, as the Open Policy Agent answers it, beside the form by
// hand. It is a module of its own, for the agent brings more than twenty others along, and is run by hand only:
//
//	go -C benchmarks/opa test -run xxx -bench . -benchtime 200ms -count 5 . | go -C benchmarks run ./table
package opa
