package markets_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
)

func TestEveryNameOfEveryLanguageRoundTrips(t *testing.T) {
	t.Parallel()
	languages := markets.Languages()
	require.Len(t, languages, 9)
	require.Len(t, markets.All(), 247)
	for _, l := range languages {
		names := map[string]markets.Market{}
		for _, m := range markets.All() {
			name := m.Name(l)
			require.NotEmpty(t, name, "%s in %s", m, l)
			assert.NotContains(t, names, name, "%s in %s", m, l)
			names[name] = m
			for _, written := range []string{name, strings.ToUpper(name), strings.ToLower(name), " " + name + ".", strings.ReplaceAll(name, " ", "  ")} {
				found, err := markets.Lookup(written, l)
				require.NoError(t, err)
				assert.Equal(t, m, found, "%s in %s", written, l)
			}
		}
		assert.Empty(t, markets.Market{}.Name(l))
	}
	assert.Empty(t, market("SE").Name(0))
	assert.Empty(t, market("SE").Name(99))
}

// Package display has the names of 2017, which are other than today's for some markets. It has Danish names for nb.
func TestNamesOf2017AreFound(t *testing.T) {
	t.Parallel()
	tags := map[markets.Language]language.Tag{markets.NorwegianBokmal: language.Norwegian}
	for _, l := range markets.Languages() {
		tag, ok := tags[l]
		if !ok {
			tag = language.MustParse(l.String())
		}
		names := display.Regions(tag)
		for _, m := range markets.All() {
			iso, ok := m.ISO()
			if !ok || iso == "BQ" || iso == "SJ" {
				continue
			}
			name := names.Name(language.MustParseRegion(iso))
			found, err := markets.Lookup(name, l)
			require.NoError(t, err, "%s, the name of %s in %s", name, m, l)
			assert.Equal(t, m, found, "%s in %s", name, l)
		}
	}
}

func TestNorwegianIsNotDanish(t *testing.T) {
	t.Parallel()
	france := market("FR")
	assert.Equal(t, "Frankrike", france.Name(markets.NorwegianBokmal))
	assert.Equal(t, "Frankrike", france.Name(markets.NorwegianNynorsk))
	assert.Equal(t, "Frankrig", france.Name(markets.Danish))
	for _, tag := range []string{"no", "nb", "nb-NO", "no-NO", "no_NO", "NB"} {
		l, err := markets.ParseLanguage(tag)
		require.NoError(t, err)
		assert.Equal(t, "Frankrike", france.Name(l), tag)
		_, err = markets.Lookup("Frankrig", l)
		require.ErrorIs(t, err, markets.ErrName, tag)
	}
	assert.NotEqual(t, market("CI").Name(markets.NorwegianBokmal), market("CI").Name(markets.NorwegianNynorsk))
}

func TestLookup(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		language   markets.Language
		want       string
	}{
		{"the current name", "Eswatini", markets.English, "SZ"},
		{"the former name", "Swaziland", markets.English, "SZ"},
		{"the former name of a country that was renamed since", "Turkey", markets.English, "TR"},
		{"the former name in another language", "Vitryssland", markets.Swedish, "BY"},
		{"the current name beside it", "Belarus", markets.Swedish, "BY"},
		{"Microsoft's name", "Hong Kong SAR", markets.English, "HK"},
		{"a name of the regional page", "Korea, Republic of", markets.English, "KR"},
		{"capitals", "SVERIGE", markets.Swedish, "SE"},
		{"without accents", "Aland", markets.Swedish, "AX"},
		{"accents put together", "A\u030aland", markets.Swedish, "AX"},
		{"letters spelled out", "Oesterreich", markets.German, "AT"},
		{"letters spelled out in Danish", "Faeroeerne", markets.Danish, "FO"},
		{"a sharp s", "WEISSRUSSLAND", markets.German, "BY"},
		{"a letter with a stroke", "FAEROYENE", markets.NorwegianBokmal, "FO"},
		{"full width", "Ｓｗｅｄｅｎ", markets.English, "SE"},
		{"half width, with the mark of a voiced sound by itself", "ﾄﾞｲﾂ", markets.Japanese, "DE"},
		{"Japanese without its dot", "アンティグアバーブーダ", markets.Japanese, "AG"},
		{"a hyphen for a space", "Guinea Bissau", markets.English, "GW"},
		{"a space too few", "NewZealand", markets.English, "NZ"},
		{"a typographic apostrophe", "Côte d’Ivoire", markets.English, "CI"},
		{"a plain one", "Cote d'Ivoire", markets.English, "CI"},
		{"an ampersand for and", "Trinidad & Tobago", markets.English, "TT"},
		{"and in words", "Trinidad and Tobago", markets.English, "TT"},
		{"Saint in full", "Saint Lucia", markets.English, "LC"},
		{"St with a full stop", "St. Lucia", markets.English, "LC"},
		{"St without", "st lucia", markets.English, "LC"},
		{"S:t", "S:t Lucia", markets.Swedish, "LC"},
		{"Sankt", "Sankt Lucia", markets.Swedish, "LC"},
		{"Sainte", "Ste-Lucie", markets.French, "LC"},
		{"an article", "The Gambia", markets.English, "GM"},
		{"an article behind", "Netherlands, The", markets.English, "NL"},
		{"an article in French", "La Réunion", markets.French, "RE"},
		{"dots between letters", "U.S. Virgin Islands", markets.English, "VI"},
		{"a soft hyphen", "Schwe\u00adden", markets.German, "SE"},
		{"Kongo in Microsoft's Swedish", "Kongo", markets.Swedish, "CG"},
		{"the other one in it", "Kongo (DR)", markets.Swedish, "CD"},
		{"Kongo in Norwegian", "Kongo", markets.NorwegianBokmal, "CD"},
		{"the other one in it", "Kongo-Brazzaville", markets.NorwegianBokmal, "CG"},
		{"Korea, of which one is a market", "Korea", markets.Swedish, "KR"},
		{"Bonaire by itself", "Bonaire", markets.Finnish, "BQ"},
		{"Saba by itself", "サバ島", markets.Japanese, "XS"},
		{"Sint Eustatius by itself", "St. Eustatius", markets.German, "XE"},
		{"Svalbard by itself", "Spitzbergen", markets.German, "SJ"},
		{"Jan Mayen by itself", "Jan Mayen", markets.Danish, "XJ"},
		{"Kosovo", "Kosovo", markets.French, "XK"},
		{"a former name of long ago", "Zaïre", markets.French, "CD"},
		{"another", "Haute-Volta", markets.French, "BF"},
		{"the bare name that Microsoft's list gives one of two", "Congo", markets.English, "CG"},
		{"an abbreviation that is reserved for it", "UK", markets.Swedish, "GB"},
		{"Man, which is no code", "MAN", markets.NorwegianBokmal, "IM"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			found, err := markets.Lookup(tt.text, tt.language)
			require.NoError(t, err)
			assert.Equal(t, market(tt.want), found)
		})
	}
}

func TestLookupInSeveralLanguages(t *testing.T) {
	t.Parallel()
	sv, nb, en := markets.Swedish, markets.NorwegianBokmal, markets.English
	found, err := markets.Lookup("Frankrike", en, sv, nb)
	require.NoError(t, err)
	assert.Equal(t, market("FR"), found, "a name that one language does not have")

	_, err = markets.Lookup("Kongo", sv, nb)
	require.ErrorIs(t, err, markets.ErrAmbiguous)
	assert.EqualError(t, err, `markets: name of several markets: "Kongo" in sv, nb; want one of Kongo-Kinshasa (CD), Kongo-Brazzaville (CG)`)
	var ambiguous *markets.NameError
	require.ErrorAs(t, err, &ambiguous)
	assert.Equal(t, marketsOf("CD CG"), ambiguous.Could)
}

func TestNamesOfNoOneMarket(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		language   markets.Language
		condition  error
		want       string
	}{
		{
			"a name of three markets", "Caribbean Netherlands", markets.English, markets.ErrAmbiguous,
			`markets: name of several markets: "Caribbean Netherlands" in en; want one of Bonaire (BQ), Sint Eustatius (XE), Saba (XS)`,
		},
		{
			"a name of two", "Svalbard och Jan Mayen", markets.Swedish, markets.ErrAmbiguous,
			`want one of Svalbard (SJ), Jan Mayen (XJ)`,
		},
		{
			"a former name of five", "Niederländische Antillen", markets.German, markets.ErrAmbiguous,
			`want one of Bonaire (BQ), Curaçao (CW), Sint Maarten (SX), Sint Eustatius (XE), Saba (XS)`,
		},
		{
			"a country that is no market", "Kuba", markets.Swedish, markets.ErrName,
			`markets: not a market's name: "Kuba" is Cuba, which Microsoft has no market for`,
		},
		{
			"two letters in each other's place", "Swedne", markets.English, markets.ErrName,
			`markets: not a market's name: "Swedne" in en; did you mean Sweden (SE)?`,
		},
		{"a letter too many", "Norwayy", markets.English, markets.ErrName, `did you mean Norway (NO)?`},
		{"a letter too few", "Nway", markets.English, markets.ErrName, `did you mean Norway (NO)?`},
		{"the beginning of several", "Kongo", markets.NorwegianNynorsk, markets.ErrName, `"Kongo" in nn; it is`},
		{"a part of one", "Kingdom", markets.English, markets.ErrName, `did you mean United Kingdom (GB)?`},
		{"a name with more around it", "Kingdom of Norway", markets.English, markets.ErrName, `did you mean Norway (NO)?`},
		{
			"a name of another language", "Frankrike", markets.English, markets.ErrName,
			`markets: not a market's name: "Frankrike" in en; it is France (FR) in sv, nb, nn`,
		},
		{"nothing like a market", "xyzzy", markets.English, markets.ErrName, `"xyzzy" in en; want a market's name, such as Sweden`},
		{"nothing", "", markets.Danish, markets.ErrName, `"" in da; want a market's name, such as Sverige`},
		{"punctuation", "(-)", markets.English, markets.ErrName, `want a market's name`},
		{"a word that is left out", "och", markets.Swedish, markets.ErrName, `want a market's name`},
		{"a part of a country", "England", markets.English, markets.ErrName, `"England" is a part of the United Kingdom; want United Kingdom (GB)`},
		{"one that has the name of another country in it", "Nord-Irland", markets.NorwegianBokmal, markets.ErrName, `want Storbritannia (GB)`},
		{"a country that is no more", "Tschechoslowakei", markets.German, markets.ErrName, `is a country that is no more; want one of Tschechien (CZ), Slowakei (SK)`},
		{"a code", "SE", markets.Swedish, markets.ErrName, `"SE" is a market's code; want Sverige (SE)`},
		{"a code that is another market's abbreviation", "RU", markets.French, markets.ErrName, `"RU" is a market's code; want Russie (RU)`},
		{"a reserved code that is another's", "EU", markets.French, markets.ErrName, `"EU" is reserved for the European Union`},
		{
			"a bare name of two in this language and of one in another", "Congo", markets.French, markets.ErrName,
			`it is Congo-Brazzaville (CG) in en; did you mean Congo-Kinshasa (CD)`,
		},
		{"text that is too long", strings.Repeat("Sweden", 50), markets.English, markets.ErrName, `want a market's name`},
		{"text that is not UTF-8", "Swe\xffden", markets.English, markets.ErrName, `Sweden`},
		{"no language", "Sweden", 0, markets.ErrLanguage, `markets: not a language of names: "Sweden"; want a language, such as markets.Swedish`},
		{"a language there is not", "Sweden", 10, markets.ErrLanguage, `want a language`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			found, err := markets.Lookup(tt.text, tt.language)
			require.ErrorIs(t, err, tt.condition)
			assert.ErrorContains(t, err, tt.want)
			assert.True(t, found.IsZero())
		})
	}
	_, err := markets.Lookup("Sweden", markets.English, 0)
	require.ErrorIs(t, err, markets.ErrLanguage, "one of several languages not given")
}

func TestNearNamesAreFewAndNearestFirst(t *testing.T) {
	t.Parallel()
	_, err := markets.Lookup("Irag", markets.English)
	var near *markets.NameError
	require.ErrorAs(t, err, &near)
	assert.Equal(t, marketsOf("IQ"), near.Near)

	_, err = markets.Lookup("Guine", markets.English)
	require.ErrorAs(t, err, &near)
	assert.Equal(t, marketsOf("GN GW"), near.Near[:2])
	assert.LessOrEqual(t, len(near.Near), 3)
}

func TestNameLookUpAllocatesNothing(t *testing.T) {
	for l, name := range map[markets.Language]string{
		markets.English: "Saint Vincent and the Grenadines", markets.Swedish: "Förenta staternas mindre öar i Oceanien och Västindien",
		markets.Japanese: "サウスジョージア・サウスサンドウィッチ諸島",
	} {
		assert.Zero(t, testing.AllocsPerRun(100, func() {
			if _, err := markets.Lookup(name, l); err != nil {
				t.Error(err)
			}
		}), name)
	}
}

func TestParseLanguage(t *testing.T) {
	t.Parallel()
	for tag, want := range map[string]markets.Language{
		"en": markets.English, "en-US": markets.English, "EN_gb": markets.English, "sv-FI": markets.Swedish, "nn-NO": markets.NorwegianNynorsk,
		"no": markets.NorwegianBokmal, "nb": markets.NorwegianBokmal, "ja-JP": markets.Japanese, "de-CH": markets.German,
	} {
		got, err := markets.ParseLanguage(tag)
		require.NoError(t, err)
		assert.Equal(t, want, got, tag)
		got = 0
		require.NoError(t, got.UnmarshalText([]byte(tag)))
		assert.Equal(t, want, got, tag)
	}
	for _, tag := range []string{"", "-", "xx", "swe", "Swedish", "english", "n", "zh-CN"} {
		_, err := markets.ParseLanguage(tag)
		require.ErrorIs(t, err, markets.ErrLanguage, tag)
		require.ErrorIs(t, err, terms.ErrName, tag)
		assert.ErrorContains(t, err, "as in sv-SE")
		l := markets.Danish
		if tag != "" {
			require.ErrorIs(t, l.UnmarshalText([]byte(tag)), markets.ErrLanguage, tag)
			assert.Equal(t, markets.Danish, l, "an error leaves the value as it was")
		}
	}
	for _, l := range markets.Languages() {
		var back markets.Language
		text, err := l.MarshalText()
		require.NoError(t, err)
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, l, back)
		assert.True(t, l.IsValid())
	}
	assert.False(t, markets.Language(0).IsValid())
	l := markets.Danish
	require.NoError(t, l.UnmarshalText(nil))
	assert.Equal(t, markets.Language(0), l)
}

func TestIdentify(t *testing.T) {
	t.Parallel()
	sv, fr, nb := []markets.Language{markets.Swedish}, []markets.Language{markets.French}, []markets.Language{markets.NorwegianBokmal}
	tests := []struct {
		name, text string
		languages  []markets.Language
		want       string
		condition  error
		says       string
	}{
		{"a code", "SE", sv, "SE", nil, ""},
		{"a code in small letters, with spaces", " se ", sv, "SE", nil, ""},
		{"a code of three letters", "Swe", sv, "SE", nil, ""},
		{"a name", "Sverige", sv, "SE", nil, ""},
		{"a name of a second language", "Frankreich", []markets.Language{markets.Swedish, markets.German}, "FR", nil, ""},
		{"a name as short as a code", "Man", nb, "IM", nil, ""},
		{"an abbreviation that is reserved for its market", "UK", sv, "GB", nil, ""},
		{"the same where it is no name", "UK", fr, "", markets.ErrCode, "reserved for the United Kingdom; want GB"},
		{"a code that is an abbreviation in French", "ru", fr, "RU", nil, ""},
		{"a code of no market", "EU", fr, "", markets.ErrCode, "reserved for the European Union"},
		{"a number", "752", sv, "", markets.ErrCode, "want SE"},
		{"neither", "xyz", sv, "", markets.ErrName, "want a market's name"},
		{"a misspelt name", "Sverge", sv, "", markets.ErrName, "did you mean Sverige (SE)?"},
		{"a name of several", "Karibiska Nederländerna", sv, "", markets.ErrAmbiguous, "want one of"},
		{"a part of a country", "England", sv, "", markets.ErrName, "want Storbritannien (GB)"},
		{"nothing", "", sv, "", markets.ErrName, ""},
		{"no language", "SE", []markets.Language{0}, "", markets.ErrLanguage, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			found, err := markets.Identify(tt.text, tt.languages[0], tt.languages[1:]...)
			if tt.condition == nil {
				require.NoError(t, err)
				assert.Equal(t, market(tt.want), found)
				return
			}
			require.ErrorIs(t, err, tt.condition)
			require.ErrorContains(t, err, tt.says)
			assert.True(t, found.IsZero())
		})
	}
}

// No name in any language reads as a code of another market: whoever reads codes and names makes no mistake.
func TestNoNameIsAnothersCode(t *testing.T) {
	t.Parallel()
	for _, m := range markets.All() {
		for _, code := range []string{m.Code(), m.Code3()} {
			for _, l := range markets.Languages() {
				if found, err := markets.Lookup(code, l); err == nil {
					assert.Equal(t, m, found, "%s in %s", code, l)
				}
				found, err := markets.Identify(code, l)
				require.NoError(t, err)
				assert.Equal(t, m, found)
			}
		}
	}
}
