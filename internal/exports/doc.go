// Package exports holds the exported names of the module's packages against a saved list of them, so that no change breaks
// the programs of users unseen.
//
// # The saved lists
//
// The directory saved has a file for each package, with a line for everything in it that a program can depend on: functions
// with the types of their parameters and results, constants with their values, types with their exported fields, their JSON
// tags, and methods. Names of parameters are not in it, for no program depends on them.
//
//	go generate ./internal/exports
//
// adds the lines that are new. It never takes one away: what is in the list and no longer in the package breaks somebody's
// program, and the test fails until the name is back, or until its line has been taken out of the list by hand, which
// a reviewer sees and CHANGELOG.md has to explain.
package exports

//go:generate go run write.go
