package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A table is text in columns. Columns whose heading begins with > are aligned to the right.
type table struct {
	headings []string
	right    []bool
	rows     [][]string
}

func newTable(headings ...string) *table {
	t := &table{headings: make([]string, len(headings)), right: make([]bool, len(headings))}
	for i, heading := range headings {
		t.headings[i], t.right[i] = strings.CutPrefix(heading, ">")
	}
	return t
}

// add adds a row. What cannot be printed is left out: cells come from files.
func (t *table) add(cells ...string) {
	for i, cell := range cells {
		cells[i] = strings.Map(func(r rune) rune {
			if unicode.IsPrint(r) {
				return r
			}
			return -1
		}, cell)
	}
	t.rows = append(t.rows, cells)
}

// String gives the table, indented, with a rule below the headings.
func (t *table) String() string {
	widths := make([]int, len(t.headings))
	for _, row := range append([][]string{t.headings}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	rule := make([]string, len(widths))
	for i, width := range widths {
		rule[i] = strings.Repeat("-", width)
	}
	var text strings.Builder
	for _, row := range append([][]string{t.headings, rule}, t.rows...) {
		text.WriteString(t.line(row, widths))
	}
	return text.String()
}

func (t *table) line(row []string, widths []int) string {
	var line strings.Builder
	for i, cell := range row {
		space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		line.WriteString("  ")
		if t.right[i] {
			line.WriteString(space + cell)
		} else {
			line.WriteString(cell + space)
		}
	}
	return strings.TrimRight(line.String(), " ") + "\n"
}
