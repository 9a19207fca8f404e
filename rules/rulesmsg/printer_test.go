package rulesmsg_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

func book(t *testing.T, messages ...rules.Message) *rulesmsg.Book {
	t.Helper()
	b, err := rulesmsg.New(messages)
	require.NoError(t, err)
	return b
}

// same is a message that is the same template in each language.
func same(template string) rules.Message {
	return rules.Message{ID: "shop.rule", Text: "As it is.", English: template, Swedish: template, Norwegian: template}
}

func TestArgumentsAreInTheReadersForm(t *testing.T) {
	const nbsp = "\u00a0"
	instant := time.Date(2021, 8, 25, 10, 30, 0, 100, time.UTC)
	span, err := terms.ParseSpan("2021-07-21/2022-02-01")
	require.NoError(t, err)
	for _, c := range []struct {
		name                      string
		arg                       rules.Arg
		english, swedish, bokmaal string
	}{
		{"a day, its year not grouped", rules.DayArg("x", terms.MustParseDay("2022-02-01")), "1 February 2022", "1 februari 2022", "1. februar 2022"},
		{"a leap day", rules.DayArg("x", terms.MustParseDay("2024-02-29")), "29 February 2024", "29 februari 2024", "29. februar 2024"},
		{"the last day of a year", rules.DayArg("x", terms.MustParseDay("2021-12-31")), "31 December 2021", "31 december 2021", "31. desember 2021"},
		{
			"an instant to the last digit", rules.InstantArg("x", instant), "25 August 2021 at 10:30:00.0000001 UTC",
			"25 augusti 2021 kl. 10:30:00.0000001 UTC", "25. august 2021 kl. 10:30:00.0000001 UTC",
		},
		{"a span, by its last day", rules.SpanArg("x", span), "21 July 2021 to 31 January 2022", "21 juli 2021 till 31 januari 2022", "21. juli 2021 til 31. januar 2022"},
		{"a span without an end", rules.SpanArg("x", terms.SpanFrom(terms.MustParseDay("2022-02-01"))), "from 1 February 2022", "från 1 februari 2022", "fra 1. februar 2022"},
		{
			"a span without a beginning", rules.SpanArg("x", terms.SpanUntil(terms.MustParseDay("2022-02-01"))),
			"until 31 January 2022", "till och med 31 januari 2022", "til og med 31. januar 2022",
		},
		{"all days", rules.SpanArg("x", terms.Always()), "all days", "alla dagar", "alle dager"},
		{"no days", rules.SpanArg("x", terms.Span{}), "As it is.", "As it is.", "As it is."},
		{"announced without a day", rules.SpanArg("x", terms.Pending()), "a day not yet announced", "en dag som inte är meddelad", "en dag som ikke er kunngjort"},
		{
			"an amount", rules.MoneyArg("x", terms.MustParseMoney("1234.5 SEK")),
			"SEK" + nbsp + "1,234.50", "1" + nbsp + "234,50" + nbsp + "SEK", "1" + nbsp + "234,50" + nbsp + "SEK",
		},
		{
			"an amount below nothing that keeps its digits", rules.MoneyArg("x", terms.MustParseMoney("-0.00012 USD")),
			"-USD" + nbsp + "0.00012", "−0,00012" + nbsp + "USD", "−0,00012" + nbsp + "USD",
		},
		{"an amount without minor units", rules.MoneyArg("x", terms.MustParseMoney("1000 JPY")), "JPY" + nbsp + "1,000", "1" + nbsp + "000" + nbsp + "JPY", "1" + nbsp + "000" + nbsp + "JPY"},
		{"a count", rules.CountArg("x", 12345), "12,345", "12" + nbsp + "345", "12" + nbsp + "345"},
		{"a number with more digits than a float has", rules.Arg{Name: "x", Kind: rules.ArgNumber, Text: "9223372036854780000.5"}, "9,223,372,036,854,780,000.5", "9" + nbsp + "223" + nbsp + "372" + nbsp + "036" + nbsp + "854" + nbsp + "780" + nbsp + "000,5", "9" + nbsp + "223" + nbsp + "372" + nbsp + "036" + nbsp + "854" + nbsp + "780" + nbsp + "000,5"},
		{"a week", rules.DurationArg("x", 168*time.Hour), "7" + nbsp + "days", "7" + nbsp + "dagar", "7" + nbsp + "dager"},
		{"three days in hours", rules.DurationArg("x", 72*time.Hour), "72" + nbsp + "hours", "72" + nbsp + "timmar", "72" + nbsp + "timer"},
		{"one of each", rules.DurationArg("x", time.Hour+time.Minute+time.Second), "1" + nbsp + "hour 1" + nbsp + "minute 1" + nbsp + "second", "1" + nbsp + "timme 1" + nbsp + "minut 1" + nbsp + "sekund", "1" + nbsp + "time 1" + nbsp + "minutt 1" + nbsp + "sekund"},
		{"no time", rules.DurationArg("x", 0), "0" + nbsp + "seconds", "0" + nbsp + "sekunder", "0" + nbsp + "sekunder"},
		{"a market", rules.MarketArg("x", "NO"), "Norway", "Norge", "Norge"},
		{"a market without a name", rules.MarketArg("x", "ZZ"), "ZZ", "ZZ", "ZZ"},
		{"text", rules.TextArg("x", "MS-AZR-0159P"), "MS-AZR-0159P", "MS-AZR-0159P", "MS-AZR-0159P"},
		{"what is not as its kind says", rules.Arg{Name: "x", Kind: rules.ArgDay, Text: "soon"}, "soon", "soon", "soon"},
		{"a number that is none", rules.Arg{Name: "x", Kind: rules.ArgNumber, Text: "NaN"}, "NaN", "NaN", "NaN"},
		{"an argument that is missing", rules.TextArg("y", "?"), "As it is.", "As it is.", "As it is."},
		{"an argument that is empty", rules.TextArg("x", ""), "As it is.", "As it is.", "As it is."},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := book(t, same("{x}")).WithMarkets(func(code string, l rulesmsg.Language) string {
				if code != "NO" {
					return ""
				}
				return map[rulesmsg.Language]string{rulesmsg.English: "Norway", rulesmsg.Swedish: "Norge", rulesmsg.Norwegian: "Norge"}[l]
			})
			for l, want := range map[rulesmsg.Language]string{rulesmsg.English: c.english, rulesmsg.Swedish: c.swedish, rulesmsg.Norwegian: c.bokmaal} {
				assert.Equal(t, want, b.In(l).Sentence("shop.rule", "As it is.", []rules.Arg{c.arg}), l)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	seats := func(n int) []rules.Arg { return []rules.Arg{rules.CountArg("seats", n)} }
	with := func(text string) []rules.Arg { return []rules.Arg{rules.TextArg("with", text)} }
	for _, c := range []struct {
		name, template string
		args           []rules.Arg
		want           string
	}{
		{"none", "for {seats:seat|seats}", seats(0), "for 0\u00a0seats"},
		{"one", "for {seats:seat|seats}", seats(1), "for 1\u00a0seat"},
		{"many", "for {seats:seat|seats}", seats(1000), "for 1,000\u00a0seats"},
		{"less than none", "for {seats:seat|seats}", seats(-2), "for -2\u00a0seats"},
		{"a known choice", "with {with?bulk=bulk credit|card=a card|something else}.", with("card"), "with a card."},
		{"any other choice", "with {with?bulk=bulk credit|card=a card|something else}.", with("cash"), "with something else."},
		{"brackets with what they need", "It is[ with {with}] so[ for {seats:seat|seats}].", with("this"), "It is with this so."},
		{"brackets without anything they need", "It is[ with {with}] so[ for {seats:seat|seats}].", nil, "It is so."},
		{"words in brackets", "It is[ so].", nil, "It is so."},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, book(t, same(c.template)).In(rulesmsg.English).Sentence("shop.rule", "As it is.", c.args))
		})
	}
}

func TestWhatHasNoMessageIsPrintedAsItIs(t *testing.T) {
	b := book(t, same("Published."))
	assert.Equal(t, "Schools may buy.", b.In(rulesmsg.Swedish).Sentence("ours.schools", "Schools may buy.", nil), "a rule that an overlay added")
	assert.Equal(t, "No more.", b.In(rulesmsg.Swedish).Sentence("shop.rule", "No more.", nil), "a rule that an overlay replaced")
	assert.Equal(t, "As it is.", rulesmsg.Printer{}.Sentence("shop.rule", "As it is.", nil), "no book")
	assert.Equal(t, rulesmsg.English, rulesmsg.Printer{}.Language())
	assert.Equal(t, rulesmsg.English, b.In(0).Language())
	assert.Equal(t, "size", rulesmsg.Printer{}.Question("shop/sale", "size"))
	assert.Equal(t, "size", b.In(rulesmsg.Norwegian).Question("shop/sale", "size"))
}

func TestReasonsOfADecision(t *testing.T) {
	fact := rules.Message{ID: rulesmsg.FactID("shop/sale", "size"), Text: "How many?", Swedish: "Hur många?", Norwegian: "Hvor mange?"}
	fallback := rules.Message{ID: "shop/sale", Text: "Nobody forbids it.", Swedish: "Ingen förbjuder det.", Norwegian: "Ingen forbyr det."}
	b := book(t, same("Published."), fact, fallback)
	finding := []rules.Finding[int]{{Rule: "shop.rule", Text: "As it is."}}
	for _, c := range []struct {
		name     string
		decision rules.Decision[int]
		want     []string
	}{
		{"rules spoke", rules.Decision[int]{Status: rules.Decided, Findings: finding}, []string{"Published."}},
		{"the default", rules.Decision[int]{Status: rules.ByDefault, DefaultText: "Nobody forbids it."}, []string{"Ingen förbjuder det."}},
		{"a default without a reason", rules.Decision[int]{Status: rules.ByDefault}, nil},
		{"facts are missing", rules.Decision[int]{Status: rules.Undetermined, Missing: []string{"size"}}, []string{"Det går inte att säga utan svar på: Hur många?"}},
		{"rules contradict each other", rules.Decision[int]{Status: rules.Conflicting, Findings: finding}, []string{"De regler som gäller motsäger varandra.", "Published."}},
		{"no rule speaks", rules.Decision[int]{Status: rules.Unanswered}, []string{"Ingen regel ger något svar."}},
		{"no day", rules.Decision[int]{Status: rules.Undated}, []string{"Frågan har ingen dag."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.decision.Set = "shop/sale"
			assert.Equal(t, c.want, rulesmsg.Sentences(b.In(rulesmsg.Swedish), c.decision))
		})
	}
}

// Every status of a decision has its sentence in every language.
func TestEveryStatusIsPrinted(t *testing.T) {
	b := book(t)
	for _, l := range rulesmsg.Languages() {
		for s := rules.Decided; s.String() != "" && s <= rules.Undated; s++ {
			sentences := rulesmsg.Sentences(b.In(l), rules.Decision[int]{Status: s})
			assert.Equal(t, s != rules.Decided && s != rules.ByDefault, len(sentences) == 1, "%s in %s", s, l)
		}
	}
}
