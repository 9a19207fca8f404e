package rulesmsg

import (
	"fmt"
	"strings"

	"github.com/cloudterms/terms/rules"
)

// A template is a sentence with places for arguments, as [rules.Message] describes them.
type template []piece

// A piece writes a part of a sentence. It gives false where an argument that it needs is missing.
type piece interface {
	write(b *strings.Builder, args arguments, in *form) bool
}

// arguments finds the arguments of one finding by name.
type arguments []rules.Arg

func (a arguments) find(name string) (rules.Arg, bool) {
	for _, arg := range a {
		if arg.Name == name {
			return arg, arg.Text != ""
		}
	}
	return rules.Arg{}, false
}

// render writes the sentence. It gives false where an argument outside brackets is missing.
func (t template) render(args arguments, in *form) (string, bool) {
	var b strings.Builder
	ok := t.write(&b, args, in)
	return b.String(), ok
}

func (t template) write(b *strings.Builder, args arguments, in *form) bool {
	for _, p := range t {
		if !p.write(b, args, in) {
			return false
		}
	}
	return true
}

// words stand as they are.
type words string

func (w words) write(b *strings.Builder, _ arguments, _ *form) bool {
	b.WriteString(string(w))
	return true
}

// value is an argument in the reader's form.
type value string

func (v value) write(b *strings.Builder, args arguments, in *form) bool {
	arg, ok := args.find(string(v))
	if !ok {
		return false
	}
	b.WriteString(in.arg(arg))
	return true
}

// counted is a number and the word that goes with it.
type counted struct{ name, one, other string }

func (c counted) write(b *strings.Builder, args arguments, in *form) bool {
	arg, ok := args.find(c.name)
	if !ok {
		return false
	}
	word := c.other
	if isOne(arg.Text) {
		word = c.one
	}
	b.WriteString(in.arg(arg) + noBreak + word)
	return true
}

// chosen is the words for an argument's text.
type chosen struct {
	name  string
	words map[string]string // by the argument's text
	other string
}

func (c chosen) write(b *strings.Builder, args arguments, _ *form) bool {
	arg, ok := args.find(c.name)
	if w, known := c.words[arg.Text]; known {
		b.WriteString(w)
		return ok
	}
	b.WriteString(c.other)
	return ok
}

// optional is left out where an argument in it is missing.
type optional struct{ template }

func (o optional) write(b *strings.Builder, args arguments, in *form) bool {
	if text, ok := o.render(args, in); ok {
		b.WriteString(text)
	}
	return true
}

// parseTemplate reads a sentence.
func parseTemplate(text string) (template, error) {
	t, rest, err := parsePieces(text, false)
	if err != nil {
		return nil, fmt.Errorf("%w in %q", err, text)
	}
	if rest != "" {
		return nil, fmt.Errorf("%w: a ] without its [ in %q", ErrTemplate, text)
	}
	return t, nil
}

// parsePieces reads pieces up to the end, or, within brackets, up to the closing one. It gives what is left, which begins
// with a closing bracket where that has no opening one.
func parsePieces(text string, within bool) (template, string, error) {
	var t template
	for text != "" {
		at := strings.IndexAny(text, "{}[]")
		if at < 0 {
			t, text = append(t, words(text)), ""
			break
		}
		if at > 0 {
			t = append(t, words(text[:at]))
		}
		sign, after := text[at], text[at+1:]
		switch sign {
		case '{':
			place, rest, closed := strings.Cut(after, "}")
			p, err := parsePlace(place)
			if !closed || err != nil {
				return nil, "", fmt.Errorf("%w: {%s is no place for an argument", ErrTemplate, place)
			}
			t, text = append(t, p), rest
		case '[':
			if within {
				return nil, "", fmt.Errorf("%w: a [ within brackets", ErrTemplate)
			}
			inner, rest, err := parsePieces(after, true)
			if err != nil {
				return nil, "", err
			}
			if !strings.HasPrefix(rest, "]") {
				return nil, "", fmt.Errorf("%w: a [ without its ]", ErrTemplate)
			}
			t, text = append(t, optional{inner}), rest[1:]
		case ']':
			return t, text[at:], nil
		case '}':
			return nil, "", fmt.Errorf("%w: a } without its {", ErrTemplate)
		}
	}
	return t, "", nil
}

// parsePlace reads what stands between braces.
func parsePlace(place string) (piece, error) {
	end := strings.IndexAny(place, ":?")
	if end < 0 {
		return value(place), checkName(place)
	}
	name, rest := place[:end], place[end+1:]
	if err := checkName(name); err != nil {
		return nil, err
	}
	if place[end] == ':' {
		one, other, ok := strings.Cut(rest, "|")
		if !ok || one == "" || other == "" || strings.Contains(other, "|") {
			return nil, ErrTemplate
		}
		return counted{name, one, other}, nil
	}
	return parseChoice(name, strings.Split(rest, "|"))
}

func parseChoice(name string, ways []string) (piece, error) {
	last := len(ways) - 1
	c := chosen{name, make(map[string]string, last), ways[last]}
	for _, way := range ways[:last] {
		text, words, ok := strings.Cut(way, "=")
		if _, again := c.words[text]; !ok || again {
			return nil, ErrTemplate
		}
		c.words[text] = words
	}
	if len(c.words) == 0 || strings.Contains(c.other, "=") {
		return nil, ErrTemplate
	}
	return c, nil
}

func checkName(name string) error {
	if name == "" || strings.ContainsAny(name, " \t|=") {
		return ErrTemplate
	}
	return nil
}
