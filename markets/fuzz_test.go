package markets_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

func FuzzParseMarket(f *testing.F) {
	for _, text := range []string{"SE", "SWE", "XS", "UK", "AN", "se", " SE", "", "ZZZ", "\xff\xff", "CU"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := markets.ParseMarket(text)
		if (err == nil) == m.IsZero() {
			t.Fatalf("%q: %v and %v", text, m, err)
		}
		if err == nil && m.Code() != text && m.Code3() != text {
			t.Fatalf("%q read as %v", text, m)
		}
	})
}

// What a name means does not depend on case, on spaces around it, or on who asks; and a name that is not found is never one.
func FuzzLookup(f *testing.F) {
	for _, m := range []string{"SE", "CD", "VC", "SH", "UM", "CI", "XE", "ST"} {
		for i, l := range markets.Languages() {
			f.Add(market(m).Name(l), i)
		}
	}
	f.Add("S:t Lucia & the", 1)
	f.Add("ﾄﾞｲﾂ", 8)
	f.Add("\xc3(\u0301\u0301", 0)
	f.Fuzz(func(t *testing.T, name string, language int) {
		l := markets.Languages()[uint(language)%9]
		found, err := markets.Lookup(name, l)
		again, errAgain := markets.Lookup(" "+name+" ", l)
		if len(name) < 250 && (found != again || (err == nil) != (errAgain == nil)) {
			t.Fatalf("%q: %v, with spaces %v", name, found, again)
		}
		if upper, err := markets.Lookup(strings.ToUpper(name), l); err == nil && !found.IsZero() && upper != found {
			t.Fatalf("%q: %v, in capitals %v", name, found, upper)
		}
		if err == nil {
			if again, err := markets.Lookup(found.Name(l), l); err != nil || again != found {
				t.Fatalf("%q is %v, whose name is %v: %v", name, found, again, err)
			}
			return
		}
		if !found.IsZero() {
			t.Fatalf("%q: %v and %v", name, found, err)
		}
		if message := err.Error(); !utf8.ValidString(message) || len(message) > 1000 {
			t.Fatalf("a message of %d bytes: %q", len(message), message)
		}
	})
}

// Every byte of a text is in what was found, in what was not placed, or between words.
func FuzzParseList(f *testing.F) {
	f.Add("Åland Grönland Papua Nya Guinea\nKongo (DR) Martinique Surinam", 1)
	f.Add("Virgin Islands U.S. Outlying Islands, and the Caribbean Netherlands", 0)
	f.Add("日本 ボネール島\r\n", 8)
	f.Add(strings.Repeat("Guinea ", 50), 0)
	f.Fuzz(func(t *testing.T, text string, language int) {
		l := markets.Languages()[uint(language)%9]
		parsed, err := markets.ParseList(text, l)
		if (err == nil) != (len(parsed.Unplaced) == 0) {
			t.Fatalf("%d not placed and %v", len(parsed.Unplaced), err)
		}
		for _, found := range parsed.Found {
			if again, err := markets.Lookup(found.Text, l); err != nil || again != found.Market {
				t.Fatalf("%q was placed as %v and is %v: %v", found.Text, found.Market, again, err)
			}
			if found.Line < 1 || found.Column < 1 || !strings.Contains(text, found.Text) {
				t.Fatalf("%+v is not in the text", found)
			}
		}
		for _, left := range parsed.Unplaced {
			if !strings.Contains(text, left.Text) {
				t.Fatalf("%+v is not in the text", left)
			}
			if again, err := markets.Lookup(left.Text, l); err == nil && len(left.Could) == 0 {
				t.Fatalf("%q was not placed and is %v", left.Text, again)
			}
		}
	})
}

func FuzzParsePlacement(f *testing.F) {
	for _, text := range []string{"NO europe NOK", "BR brazil BRL USD", "VA europe", "XX europe", "", "SE SE SE SE SE"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := markets.ParsePlacement(text)
		if err != nil {
			return
		}
		if back, err := markets.ParsePlacement(p.String()); err != nil || back != p {
			t.Fatalf("%q: %v and %v", text, p, back)
		}
	})
}

// Questions come as JSON. Whatever decodes is answered, and marshals to what decodes again.
func FuzzQuestions(f *testing.F) {
	f.Add(`{"market":"SE","pages":"apiPage"}`)
	f.Add(`{"market":"BR","buying":"yes","api":"no"}`)
	f.Add(`{"market":"UK"}`)
	f.Fuzz(func(t *testing.T, text string) {
		var q markets.Reservation
		if err := terms.Decode(strings.NewReader(text), &q); err != nil {
			return
		}
		d := markets.MayReserve(day("2024-01-01"), q)
		if d.Outcome == rules.Yes && (q.Market.IsZero() || q.Buying == rules.Yes && q.API == rules.Yes) {
			t.Fatalf("%s: %v", text, d.Outcome)
		}
	})
}
