// Package benchmarks measures the packages of terms against what a careful user would write by hand, in one run and on
// the same data. README.md has the tables and the command that makes them.
package benchmarks
