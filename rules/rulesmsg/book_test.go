package rulesmsg_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

func sale() rules.Message {
	return rules.Message{
		ID: "shop.sale", Text: "Schools may buy.", English: "Schools in {market} may buy[ from {first} on].",
		Swedish: "Skolor i {market} får köpa[ från och med {first}].", Norwegian: "Skoler i {market} kan kjøpe[ fra og med {first}].",
	}
}

func TestMessagesThatCannotBeUsed(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*rules.Message)
		want   error
	}{
		{"there is no Swedish", func(m *rules.Message) { m.Swedish = "" }, rulesmsg.ErrUntranslated},
		{"there is no Norwegian", func(m *rules.Message) { m.Norwegian = "" }, rulesmsg.ErrUntranslated},
		{"there is no text that it stands for", func(m *rules.Message) { m.Text = "" }, rulesmsg.ErrUntranslated},
		{"a language lacks an argument", func(m *rules.Message) { m.Swedish = "Skolor i {market} får köpa." }, rulesmsg.ErrPlaces},
		{"a language has another argument", func(m *rules.Message) { m.Norwegian = "Skoler i {land} kan kjøpe[ fra {first}]." }, rulesmsg.ErrPlaces},
		{"the text alone has no arguments", func(m *rules.Message) { m.English = "" }, rulesmsg.ErrPlaces},
		{"a brace is not closed", func(m *rules.Message) { m.Swedish = "Skolor i {market" }, rulesmsg.ErrTemplate},
		{"a brace is not opened", func(m *rules.Message) { m.Swedish = "Skolor i market}" }, rulesmsg.ErrTemplate},
		{"a bracket is not closed", func(m *rules.Message) { m.Swedish = "Skolor[ i {market}" }, rulesmsg.ErrTemplate},
		{"a bracket is not opened", func(m *rules.Message) { m.Swedish = "Skolor i {market}]" }, rulesmsg.ErrTemplate},
		{"brackets stand in brackets", func(m *rules.Message) { m.Swedish = "Skolor[ i [{market}]]" }, rulesmsg.ErrTemplate},
		{"a place has no name", func(m *rules.Message) { m.Swedish = "Skolor i {}" }, rulesmsg.ErrTemplate},
		{"a place has a name of two words", func(m *rules.Message) { m.Swedish = "Skolor i {the market}" }, rulesmsg.ErrTemplate},
		{"a number has one word only", func(m *rules.Message) { m.Swedish = "Skolor i {market:land}" }, rulesmsg.ErrTemplate},
		{"a number has three words", func(m *rules.Message) { m.Swedish = "Skolor i {market:a|b|c}" }, rulesmsg.ErrTemplate},
		{"a choice has nothing to choose by", func(m *rules.Message) { m.Swedish = "Skolor i {market?land}" }, rulesmsg.ErrTemplate},
		{"a choice has no words for anything else", func(m *rules.Message) { m.Swedish = "Skolor i {market?SE=Sverige}" }, rulesmsg.ErrTemplate},
		{"a choice has a value twice", func(m *rules.Message) { m.Swedish = "Skolor i {market?SE=a|SE=b|c}" }, rulesmsg.ErrTemplate},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := sale()
			c.change(&m)
			_, err := rulesmsg.New([]rules.Message{m})
			var found *rulesmsg.MessageError
			require.ErrorAs(t, err, &found)
			assert.Equal(t, rules.ID("shop.sale"), found.ID)
			assert.ErrorIs(t, err, c.want)
		})
	}
}

func TestEveryMessageThatCannotBeUsedIsNamed(t *testing.T) {
	bad, other := sale(), sale()
	bad.ID, bad.Swedish = "shop.bad", ""
	other.ID, other.Norwegian = "shop.other", "{"
	_, err := rulesmsg.New([]rules.Message{sale(), bad}, []rules.Message{other, sale()})
	require.ErrorIs(t, err, rulesmsg.ErrRepeated)
	assert.EqualError(t, err, "rulesmsg: no sentence in a language: sv (message shop.bad)\n"+
		"rulesmsg: malformed place for an argument: { is no place for an argument in \"{\" (message shop.other)\n"+
		"rulesmsg: a second message of this id and text (message shop.sale)")
}

func TestOneIDMayHaveSeveralWordings(t *testing.T) {
	older := rules.Message{ID: "shop.sale", Text: "Schools may not buy.", Swedish: "Skolor får inte köpa.", Norwegian: "Skoler kan ikke kjøpe."}
	book, err := rulesmsg.New([]rules.Message{sale(), older})
	require.NoError(t, err)
	assert.Equal(t, "Skolor får inte köpa.", book.In(rulesmsg.Swedish).Sentence("shop.sale", older.Text, nil))
	assert.Equal(t, "Skolor i SE får köpa.",
		book.In(rulesmsg.Swedish).Sentence("shop.sale", sale().Text, []rules.Arg{rules.MarketArg("market", "SE")}))
}
