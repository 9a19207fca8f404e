// Package schemas writes a JSON Schema for what the module reads: for a file of vectors and what each of its functions takes,
// for the facts of each set of rules, and for an overlay.
//
//	go generate ./internal/schemas
//
// writes them to the directory files, as NAME.schema.json. A schema says what terms.Decode takes as a type: which members there
// are, and of closed sets which names. Whether the values go together is for the function to say. A test holds every
// vector of the module against the schema of its function, so that none is too narrow, and the files against the types.
package schemas

//go:generate go run write.go
