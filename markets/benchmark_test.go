package markets_test

import (
	"testing"

	"github.com/cloudterms/terms/internal/fold"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

func BenchmarkParseMarket(b *testing.B) {
	for _, code := range []string{"SE", "SWE", "XS"} {
		b.Run(code, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := markets.ParseMarket(code); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLookup sets the look-up of a name beside folding it, which is a part of it.
func BenchmarkLookup(b *testing.B) {
	for _, name := range []struct {
		text     string
		language markets.Language
	}{
		{"Sweden", markets.English},
		{"Förenade Arabemiraten", markets.Swedish},
		{"Saint Vincent and the Grenadines", markets.English},
		{"セントビンセント及びグレナディーン諸島", markets.Japanese},
	} {
		b.Run(name.text+"/fold", func(b *testing.B) {
			b.ReportAllocs()
			room, folder := make([]byte, 0, 128), fold.In(name.language.String())
			for b.Loop() {
				if len(folder.Append(room, name.text)) == 0 {
					b.Fatal("folded to nothing")
				}
			}
		})
		b.Run(name.text+"/lookUp", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := markets.Lookup(name.text, name.language); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLookupOfAWrongName(b *testing.B) {
	for b.Loop() {
		if _, err := markets.Lookup("Förenade Arabmiraten", markets.Swedish); err == nil {
			b.Fatal("found")
		}
	}
}

func BenchmarkParseList(b *testing.B) {
	const line = "Brittiska territoriet i Indiska Oceanen Jersey Seychellerna"
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		if _, err := markets.ParseList(line, markets.Swedish); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkContains(b *testing.B) {
	list, m, d := markets.Published().ReservationsExcluded(markets.BuyingPages), market("YE"), day("2024-01-01")
	for b.Loop() {
		if list.Contains(d, m) != rules.Yes {
			b.Fatal("not listed")
		}
	}
}

func BenchmarkMaySell(b *testing.B) {
	q, d := markets.Sale{Partner: market("SE"), Customer: market("NO")}, day("2024-01-01")
	for b.Loop() {
		if markets.MaySell(d, q).Outcome != rules.Yes {
			b.Fatal("not sold")
		}
	}
}
