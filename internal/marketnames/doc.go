// Command marketnames writes the table of markets that package markets is built on, from the files in its directory data. It
// reads nothing else, so that it gives the same table everywhere.
package main
