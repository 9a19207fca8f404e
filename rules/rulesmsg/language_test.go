package rulesmsg_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/rules/rulesmsg"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		name      string
		preferred []string
		want      rulesmsg.Language
	}{
		{"nothing is asked for", nil, rulesmsg.English},
		{"an empty header", []string{""}, rulesmsg.English},
		{"English of any country", []string{"en-NO"}, rulesmsg.English},
		{"Swedish of any country", []string{"sv-FI"}, rulesmsg.Swedish},
		{"Norwegian by its old tag", []string{"no"}, rulesmsg.Norwegian},
		{"Norwegian by its old tag, of Norway", []string{"no-NO"}, rulesmsg.Norwegian},
		{"Bokmål", []string{"nb"}, rulesmsg.Norwegian},
		{"Bokmål of Norway", []string{"nb-NO"}, rulesmsg.Norwegian},
		{"Nynorsk", []string{"nn"}, rulesmsg.Norwegian},
		{"Danish", []string{"da"}, rulesmsg.Norwegian},
		{"Danish of Denmark", []string{"da-DK"}, rulesmsg.Norwegian},
		{"a language that is not there", []string{"de"}, rulesmsg.English},
		{"the first that is there", []string{"ja", "sv"}, rulesmsg.Swedish},
		{"a header with weights", []string{"fr, nb;q=0.4, sv;q=0.8"}, rulesmsg.Swedish},
		{"anything", []string{"*"}, rulesmsg.English},
		{"no tag, then one", []string{"!!", "sv"}, rulesmsg.Swedish},
		{"very many tags", []string{string(make([]byte, 1<<16)), "sv"}, rulesmsg.Swedish},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, rulesmsg.Match(c.preferred...)) })
	}
}

func TestLanguagesHaveTags(t *testing.T) {
	for i, tag := range []string{"en", "sv", "nb"} {
		l := rulesmsg.Languages()[i]
		text, err := l.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, tag, string(text))
		assert.Equal(t, tag, l.String())
		var read rulesmsg.Language
		require.NoError(t, read.UnmarshalText(text))
		assert.Equal(t, l, read)
	}
	kept := rulesmsg.Swedish
	require.Error(t, kept.UnmarshalText([]byte("nn")), "Match takes other tags")
	assert.Equal(t, rulesmsg.Swedish, kept)
}

func FuzzMatch(f *testing.F) {
	for _, header := range []string{"", "sv", "nb-NO, nn;q=0.5", "*;q=2", "no_NO", "\xff"} {
		f.Add(header)
	}
	f.Fuzz(func(t *testing.T, header string) { assert.Contains(t, rulesmsg.Languages(), rulesmsg.Match(header)) })
}
