package rulesdoc

import (
	"slices"
	"strings"
)

// table is a Markdown table. Its cells are Markdown.
type table struct {
	columns []column
	rows    [][]string
}

type column struct {
	title    string
	centred  bool
	optional bool // left out where all of its cells are empty
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// write writes the table, and nothing if it has no rows.
func (t *table) write(b *strings.Builder) {
	if len(t.rows) == 0 {
		return
	}
	var titles, rules []string
	left := make([]bool, len(t.columns))
	for i, c := range t.columns {
		left[i] = c.optional && !slices.ContainsFunc(t.rows, func(row []string) bool { return row[i] != "" })
		if left[i] {
			continue
		}
		rule := "---"
		if c.centred {
			rule = ":-:"
		}
		titles, rules = append(titles, c.title), append(rules, rule)
	}
	writeRow(b, titles)
	writeRow(b, rules)
	for _, row := range t.rows {
		var cells []string
		for i, cell := range row {
			if !left[i] {
				cells = append(cells, cell)
			}
		}
		writeRow(b, cells)
	}
	b.WriteString("\n")
}

func writeRow(b *strings.Builder, cells []string) {
	b.WriteString("|")
	for _, cell := range cells {
		if cell == "" {
			b.WriteString(" |")
			continue
		}
		b.WriteString(" " + cell + " |")
	}
	b.WriteString("\n")
}
