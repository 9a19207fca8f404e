package rulesdoc

import (
	"strings"
	"unicode"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

const nothing = "–"

// plain gives text on one line, in which nothing is markup.
func plain(text string) string {
	const markup = "\\`*_[]<>&~|$#"
	var b strings.Builder
	for _, r := range oneLine(text) {
		if strings.ContainsRune(markup, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// oneLine gives text without line ends and other control characters.
func oneLine(text string) string {
	spaces := func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return ' '
		}
		return r
	}
	return strings.Join(strings.Fields(strings.Map(spaces, text)), " ")
}

// code gives text as code, in which a vertical bar does not end the cell of a table; nothing for nothing.
func code(text string) string {
	text = strings.ReplaceAll(oneLine(text), "|", `\|`)
	if text == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// codes gives each text as code.
func codes[T ~string](texts []T) []string {
	list := make([]string, len(texts))
	for i, text := range texts {
		list[i] = code(string(text))
	}
	return list
}

// link gives text that leads to an address, if that is one of the web.
func link(text, address string) string {
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		if address == "" {
			return plain(text)
		}
		return plain(text) + ", " + code(address)
	}
	const harmful = " ()<>[]|\\`\"^{}"
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c >= unicode.MaxASCII || strings.IndexByte(harmful, c) >= 0 {
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return "[" + plain(text) + "](" + b.String() + ")"
}

// days puts a span into words. The day it ends with is not in it.
func days(span terms.Span) string {
	from, begins := span.From()
	until, ends := span.Until()
	switch {
	case span.IsZero():
		return nothing
	case span.IsPending():
		return "announced, no day set"
	case begins && ends:
		return "from " + from.String() + ", before " + until.String()
	case begins:
		return "from " + from.String()
	case ends:
		return "before " + until.String()
	}
	return "all days"
}

// wording says on which days a wording was published; nothing for one that always was.
func wording(published terms.Span) string {
	if published.IsZero() {
		return ""
	}
	return days(published)
}

// written gives the sources, one on each line of a cell.
func written(sources []rules.Source) string {
	list := make([]string, len(sources))
	for i, s := range sources {
		text := link(s.Document, s.Address)
		if s.Fact != "" {
			text = plain(s.Fact) + ": " + text
		}
		if s.Section != "" {
			text += ", " + plain(s.Section)
		}
		if !s.Checked.IsZero() {
			text += ", checked " + s.Checked.String()
		}
		list[i] = text
	}
	return strings.Join(list, "<br>")
}

// changed says who changed what was published, how and why; nothing if nobody did.
func changed(o rules.Origin) string {
	if o == (rules.Origin{}) {
		return ""
	}
	how := o.Change.String()
	if o.Change == rules.SwitchedOff {
		how = "switched off"
	}
	return plain(how) + " by " + plain(o.Owner) + ": " + plain(o.Reason)
}
