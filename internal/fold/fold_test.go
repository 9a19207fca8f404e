package fold_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms/internal/fold"
)

func TestAppend(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, tag, text, want string }{
		{"nothing", "en", "", ""},
		{"case and spaces", "en", "  New   ZEALAND ", "newzealand"},
		{"accents", "sv", "Åland ÖSTERRIKE", "alandosterrike"},
		{"accents put together", "sv", "A\u030aland", "aland"},
		{"an accent on a letter that is written by two", "da", "Ǽrø ǿ", "aeroo"},
		{"letters without parts", "da", "Færøerne Łódź Þór Đà œ ı ẞ", "faeroernelodzthordaoeiss"},
		{"hyphens, commas and brackets", "en", "Guinea-Bissau, (the) Congo/DRC", "guineabissaucongodrc"},
		{"dots, colons and apostrophes within a word", "en", "U.S. S:t d'Ivoire d’Ivoire", "usstdivoiredivoire"},
		{"an ampersand", "en", "Trinidad & Tobago", "trinidadtobago"},
		{"and, where it is a word", "en", "Trinidad and Tobago Andorra", "trinidadtobagoandorra"},
		{"and in another language", "sv", "Trinidad and Tobago och Kina", "trinidadandtobagokina"},
		{"articles", "fr", "La Réunion, Les Bahamas, Laos", "reunionbahamaslaos"},
		{"saints", "sv", "Saint Lucia, S:t Lucia, Sankt Lucia, St. Lucia", "stluciastluciastluciastlucia"},
		{"saints in French", "fr", "Sainte-Hélène Ste-Hélène", "sthelenesthelene"},
		{"a saint within a word", "en", "Saintes", "saintes"},
		{"Sint is none", "en", "Sint Maarten", "sintmaarten"},
		{"full width", "en", "Ｓｗｅｄｅｎ　（ＳＥ）", "swedense"},
		{"half width", "ja", "ﾄﾞｲﾂ", "ト\u3099イツ"},
		{"marks that make another syllable", "ja", "ドイツ", "ト\u3099イツ"},
		{"the dot between Japanese names", "ja", "サン・マルタン", "サンマルタン"},
		{"a ligature", "en", "ﬁnland", "finland"},
		{"a soft hyphen", "de", "Schwe\u00adden", "schweden"},
		{"text that is not UTF-8", "en", "Swe\xffden", "swe\ufffdden"},
		{"a language without words of its own", "xx", "Saint and", "saintand"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, string(fold.In(tt.tag).Append(nil, tt.text)))
			assert.Equal(t, "x"+tt.want, string(fold.In(tt.tag).Append([]byte("x"), tt.text)), "what was there stays")
		})
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []fold.Word{
		{From: 1, To: 5, Folded: "st"}, {From: 6, To: 11, Folded: "lucia"}, {From: 13, To: 16, Folded: ""}, {From: 17, To: 20, Folded: "drc"},
	}, fold.In("en").Words(" S:t. Lucia, and(DRC)"))
	assert.Empty(t, fold.In("en").Words(" -() "))
}

func FuzzWords(f *testing.F) {
	f.Add("Saint Lucia & the Congo (DRC)")
	f.Add("ﾄﾞｲﾂ・日本")
	f.Fuzz(func(t *testing.T, text string) {
		folder := fold.In("xx") // leaves no words out
		var together strings.Builder
		last := 0
		for _, w := range folder.Words(text) {
			if w.From < last || w.To <= w.From || w.To > len(text) {
				t.Fatalf("%q: %+v behind %d", text, w, last)
			}
			last = w.To
			together.WriteString(w.Folded)
		}
		if whole := string(folder.Append(nil, text)); whole != together.String() {
			t.Fatalf("%q: %q and %q", text, whole, together.String())
		}
	})
}

func TestFoldingAllocatesNothing(t *testing.T) {
	room := make([]byte, 0, 128)
	assert.Zero(t, testing.AllocsPerRun(100, func() { fold.In("sv").Append(room, "S:t Helena, Ascension, Tristan da Cunha och Åland") }))
}
