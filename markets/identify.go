package markets

import "errors"

// Identify gives the market that somebody means who was asked for a country and may have written a code or a name: a code as
// [ParseMarket] reads it, but in any case and with white space around it, or a name as [Lookup] reads it in these languages.
// Two or three letters are a code, if there is such a code.
//
// It guesses no more than those two. A text that is one market's code and another's name is [ErrAmbiguous]. What is neither is
// the [CodeError] that says what was meant, for codes that are no market's (UK, 752), and otherwise the [NameError].
func Identify(text string, language Language, more ...Language) (Market, error) {
	named, err := Lookup(text, language, more...)
	if errors.Is(err, ErrLanguage) || errors.Is(err, ErrAmbiguous) {
		return Market{}, err
	}
	coded := byCode(asCode(text))
	switch {
	case coded.IsZero():
		if code := codeError(text); err != nil && code.Kind != 0 {
			return Market{}, code
		}
		return named, err
	case err == nil && named != coded:
		both := nameError(text, append([]Language{language}, more...), ErrAmbiguous)
		both.Could = ordered([]Market{named}, []Market{coded})
		return Market{}, both
	}
	return coded, nil
}
