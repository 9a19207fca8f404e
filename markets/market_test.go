package markets_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/markets"
)

func market(code string) markets.Market { return markets.MustParseMarket(code) }

func marketsOf(codes string) []markets.Market {
	var all []markets.Market
	for code := range strings.FieldsSeq(codes) {
		all = append(all, market(code))
	}
	return all
}

func TestEveryCodeOfEachKind(t *testing.T) {
	t.Parallel()
	seen := map[string]markets.Market{}
	for _, m := range markets.All() {
		for _, code := range []string{m.Code(), m.Code3()} {
			read, err := markets.ParseMarket(code)
			require.NoError(t, err)
			assert.Equal(t, m, read, code)
			assert.NotContains(t, seen, code)
			seen[code] = m
		}
		text, err := json.Marshal(m)
		require.NoError(t, err)
		var back markets.Market
		require.NoError(t, terms.Decode(strings.NewReader(string(text)), &back))
		assert.Equal(t, m, back)
	}
	assert.Len(t, seen, 2*247)
}

func TestCodesOfMicrosoftsOwn(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, code, code3, iso, iso3 string }{
		{"Sweden has ISO's codes", "SE", "SWE", "SE", "SWE"},
		{"Bonaire alone is BQ", "BQ", "BES", "BQ", "BES"},
		{"Saba is part of ISO's BQ", "XS", "XSA", "BQ", "BES"},
		{"Sint Eustatius is part of ISO's BQ", "XE", "XSE", "BQ", "BES"},
		{"Svalbard alone is SJ", "SJ", "SJM", "SJ", "SJM"},
		{"Jan Mayen is part of ISO's SJ", "XJ", "XJA", "SJ", "SJM"},
		{"Kosovo has no code of ISO", "XK", "XKS", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := market(tt.code)
			assert.Equal(t, tt.code3, m.Code3())
			iso, ok := m.ISO()
			assert.Equal(t, tt.iso, iso)
			assert.Equal(t, tt.iso != "", ok)
			iso3, ok := m.ISO3()
			assert.Equal(t, tt.iso3, iso3)
			assert.Equal(t, tt.iso3 != "", ok)
		})
	}
}

func TestCodesThatAreNoMarkets(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"the code reserved for the United Kingdom", "UK", `markets: not a market's code: "UK" is reserved for the United Kingdom; want GB`},
		{"a withdrawn code of several", "AN", `"AN" is withdrawn; it was the Netherlands Antilles; want BQ, CW, SX, XE, XS`},
		{"a withdrawn code of one", "ZR", `"ZR" is withdrawn; it was Zaire; want CD`},
		{"its code of three letters", "ZAR", `"ZAR" is withdrawn; it was Zaire; want CD`},
		{"a code withdrawn twice", "CS", "want RS, ME, CZ, SK"},
		{"a country that is no market", "CU", `"CU" is Cuba, which Microsoft has no market for; want a market`},
		{"a code others use", "XKK", "want XK"},
		{"a code of users", "QQ", "assigned to no place by ISO 3166-1"},
		{"another of three letters", "AAA", "assigned to no place by ISO 3166-1"},
		{"no place at all", "ZZ", "assigned to no place by ISO 3166-1"},
		{"small letters", "se", `"se"; want SE`},
		{"white space around it", " SWE ", `" SWE "; want SE`},
		{"a code nobody has", "BX", `"BX"; want a code of two capitals or three, such as SE or SWE`},
		{"a name", "Sweden", "want a code of two capitals"},
		{"nothing", "", `""; want a code`},
		{"a number of ISO's", "752", `"752" is a number of ISO 3166-1; want SE`},
		{"the number of three markets", "535", "want BQ, XE, XS"},
		{"a number without its zeros", "40", `"40"; want a code`},
		{"a number nobody has", "999", `"999"; want a code`},
		{"a withdrawn code in small letters", "zr", `"zr" is withdrawn; it was Zaire; want CD`},
		{"what is no letter", "S\xc3", "want a code"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := markets.ParseMarket(tt.text)
			require.ErrorIs(t, err, markets.ErrCode)
			assert.ErrorContains(t, err, tt.want)
			m := market("NO")
			if tt.text != "" {
				require.ErrorIs(t, m.UnmarshalText([]byte(tt.text)), markets.ErrCode)
				assert.Equal(t, market("NO"), m, "an error leaves the value as it was")
			}
			assert.Panics(t, func() { markets.MustParseMarket(tt.text) })
		})
	}
}

func TestKindsOfCodes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]markets.CodeKind{
		"AN": markets.CodeWithdrawn, "uk": markets.CodeReserved, "QQ": markets.CodeUnassigned, "CU": markets.CodeNotSold, "EL": markets.CodeForeign,
		"752": markets.CodeNumeric, "se": markets.CodeMiswritten, " SE": markets.CodeMiswritten, "BX": 0, "Sweden": 0, "": 0,
	} {
		_, err := markets.ParseMarket(text)
		var code *markets.CodeError
		require.ErrorAs(t, err, &code)
		assert.Equal(t, want, code.Kind, text)
		written, err := want.MarshalText()
		require.NoError(t, err)
		var back markets.CodeKind
		require.NoError(t, back.UnmarshalText(written))
		assert.Equal(t, want, back)
		assert.Equal(t, string(written), want.String())
	}
}

// Package language has the numbers of ISO 3166-1.
func TestNumbersAreThoseOfISO(t *testing.T) {
	t.Parallel()
	for _, m := range markets.All() {
		iso, ok := m.ISO()
		if !ok {
			continue
		}
		_, err := markets.ParseMarket(fmt.Sprintf("%03d", language.MustParseRegion(iso).M49()))
		var code *markets.CodeError
		require.ErrorAs(t, err, &code)
		assert.Contains(t, code.Meant, m)
	}
}

func TestZeroIsNoMarket(t *testing.T) {
	t.Parallel()
	var none markets.Market
	assert.True(t, none.IsZero())
	assert.Empty(t, none.String()+none.Code()+none.Code3())
	text, err := json.Marshal(none)
	require.NoError(t, err)
	assert.Equal(t, `""`, string(text))
	m := market("NO")
	require.NoError(t, m.UnmarshalText(nil))
	assert.Equal(t, none, m)
}

func TestCodeLookUpAllocatesNothing(t *testing.T) {
	for _, code := range []string{"SE", "SWE", "XS", "ZWE"} {
		assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = markets.ParseMarket(code) }), code)
	}
}
