// Package excerpt cuts text that somebody gave to what an error may show of it, so that an error about a hostile
// megabyte stays readable.
package excerpt
