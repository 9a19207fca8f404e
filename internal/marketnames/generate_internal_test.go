package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/markets"
)

func read(t *testing.T) *input {
	t.Helper()
	in, err := readInput()
	require.NoError(t, err)
	return in
}

func TestTheTableIsTheOneThatIsCommitted(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "table.go")
	require.NoError(t, run(out))
	generated, err := os.ReadFile(out)
	require.NoError(t, err)
	committed, err := os.ReadFile("../../markets/data_table.go")
	require.NoError(t, err)
	assert.Equal(t, string(committed), string(generated), "run go generate ./...")
}

func TestEveryNameOfTheInputsIsFound(t *testing.T) {
	t.Parallel()
	in := read(t)
	assert.Equal(t, markets.CLDRVersion, in.current.Version)
	for _, a := range in.aliases {
		found, err := markets.Lookup(a.name, languageOf(t, a.tag))
		if _, noMarket := markets.ParseMarket(a.codes[0]); noMarket != nil {
			var name *markets.NameError
			require.ErrorAs(t, err, &name, a.name)
			assert.NotEmpty(t, name.Is, a.name)
			assert.NotEmpty(t, name.Could, a.name)
			continue
		}
		if len(a.codes) > 1 {
			var name *markets.NameError
			require.ErrorAs(t, err, &name, a.name)
			assert.Len(t, name.Could, len(a.codes), a.name)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, a.codes[0], found.Code(), a.name)
	}
	for _, m := range in.markets {
		found, err := markets.Lookup(m.name, markets.English)
		require.NoError(t, err)
		assert.Equal(t, m.code, found.Code(), m.name)
	}
	for _, version := range []cldr{in.current, in.former} {
		for tag, names := range version.Names {
			l := &language{tag: tag}
			for key, name := range names {
				if !isOthersCode(l.key(name), key[:2], in) || len(key) == 2 {
					checkCLDR(t, languageOf(t, tag), key[:2], name)
				}
			}
		}
	}
}

func checkCLDR(t *testing.T, l markets.Language, code, name string) {
	t.Helper()
	found, err := markets.Lookup(name, l)
	switch _, err2 := markets.ParseMarket(code); {
	case parted[code] != nil && err != nil:
		require.ErrorIs(t, err, markets.ErrAmbiguous, name)
	case err2 != nil:
		require.ErrorIs(t, err, markets.ErrName, name)
		assert.ErrorContains(t, err, "which Microsoft has no market for")
	default:
		require.NoError(t, err)
		assert.Equal(t, code, found.Code(), name)
	}
}

func languageOf(t *testing.T, tag string) markets.Language {
	t.Helper()
	l, err := markets.ParseLanguage(tag)
	require.NoError(t, err)
	return l
}

func TestANameThatMeansTwoThingsIsRefused(t *testing.T) {
	t.Parallel()
	in := read(t)
	in.aliases = append(in.aliases, alias{tag: "sv", codes: []string{"CD"}, name: "KONGO"})
	_, err := generate(in)
	assert.ErrorContains(t, err, `sv: "KONGO" means CG and CD`)

	in = read(t)
	in.aliases = append(in.aliases, alias{tag: "en", codes: []string{"CD"}, name: "and"})
	_, err = generate(in)
	assert.ErrorContains(t, err, `en: "and" folds to nothing`)

	in = read(t)
	delete(in.current.Names["fi"], "SE")
	_, err = generate(in)
	assert.ErrorContains(t, err, "fi: SE has no name")
}

func TestTrim(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, tag := range tags {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, "main", tag), 0o750))
		text := `{"main": {"` + tag + `": {"localeDisplayNames": {"territories": {
			"SE": "Sverige", "001": "världen", "XJ": "XJ", "CU": "Kuba", "HK-alt-short": "Hongkong", "EU": "EU"}}}}}`
		require.NoError(t, os.WriteFile(filepath.Join(dir, "main", tag, "territories.json"), []byte(text), 0o600))
	}
	trimmed, err := trimmedCLDR(dir, "1")
	require.NoError(t, err)
	assert.Equal(t, map[string]string{"SE": "Sverige", "CU": "Kuba", "HK-alt-short": "Hongkong"}, trimmed.Names["sv"])
	_, err = trimmedCLDR(t.TempDir(), "1")
	require.ErrorIs(t, err, os.ErrNotExist)
}
