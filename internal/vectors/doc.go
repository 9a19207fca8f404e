// Package vectors runs conformance vectors: published worked examples, kept as JSON beside the package they test.
//
// A file names one function and lists cases, each with its input, what is wanted of it, and the source that says so.
// README.md, beside this file, describes the format for other implementations. [Below] and [InModule] read files,
// [File.Check] runs one case of a file, and [Functions] names the functions there are.
//
// The tests of this package are the runner. Without flags they run every vector of the module, with -vectors those of
// a folder:
//
//	go test ./internal/vectors
//	go test ./internal/vectors -vectors DIR
package vectors
