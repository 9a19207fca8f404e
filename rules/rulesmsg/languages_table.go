package rulesmsg

import (
	"golang.org/x/text/language"

	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/rules"
)

// languageNames are the tags of the languages, in the order of the constants.
var languageNames = enum.Of[Language]("language", "en", "sv", "nb")

// languageMatcher has the languages in the order of [Languages].
var languageMatcher = language.NewMatcher([]language.Tag{language.English, language.Swedish, language.MustParse("nb")})

// noBreak is the space between a number and its unit.
const noBreak = "\u00a0"

// forms are how each language writes, in the order of [Languages].
var forms = [...]*form{
	{
		tag: language.English,
		months: [...]string{
			"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		},
		afterDay: " ", at: " at ",
		between: "%s to %s", from: "from %s", until: "until %s", always: "all days", pending: "a day not yet announced", none: "no day",
		units:   [...]unit{{"day", "days"}, {"hour", "hours"}, {"minute", "minutes"}, {"second", "seconds"}},
		without: "It cannot be said without an answer to:",
		statuses: map[rules.Status]string{
			rules.Conflicting: "The rules that apply contradict each other.",
			rules.Unanswered:  "No rule gives an answer.",
			rules.Undated:     "The question has no day.",
		},
	},
	{
		tag: language.Swedish,
		months: [...]string{
			"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
		},
		afterDay: " ", at: " kl. ",
		between: "%s till %s", from: "från %s", until: "till och med %s", always: "alla dagar", pending: "en dag som inte är meddelad", none: "ingen dag",
		units:   [...]unit{{"dag", "dagar"}, {"timme", "timmar"}, {"minut", "minuter"}, {"sekund", "sekunder"}},
		without: "Det går inte att säga utan svar på:",
		statuses: map[rules.Status]string{
			rules.Conflicting: "De regler som gäller motsäger varandra.",
			rules.Unanswered:  "Ingen regel ger något svar.",
			rules.Undated:     "Frågan har ingen dag.",
		},
	},
	{
		tag: language.MustParse("nb"),
		months: [...]string{
			"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
		},
		afterDay: ". ", at: " kl. ",
		between: "%s til %s", from: "fra %s", until: "til og med %s", always: "alle dager", pending: "en dag som ikke er kunngjort", none: "ingen dag",
		units:   [...]unit{{"dag", "dager"}, {"time", "timer"}, {"minutt", "minutter"}, {"sekund", "sekunder"}},
		without: "Det kan ikke sies uten svar på:",
		statuses: map[rules.Status]string{
			rules.Conflicting: "Reglene som gjelder, motsier hverandre.",
			rules.Unanswered:  "Ingen regel gir noe svar.",
			rules.Undated:     "Spørsmålet har ingen dag.",
		},
	},
}
