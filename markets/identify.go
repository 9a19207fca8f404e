package markets

import "errors"

// Identify gives the market that somebody means who was asked for a country and may have written a code or a name: a code as
// [ParseMarket] reads it, but in any case and with white space around it, or a name as [Lookup] reads it in these languages.
// Two or three letters are a code, if there is such a code; no market's name is the code of another.
//
// It guesses no more than those two. What is neither is the [CodeError] that says what was meant, for codes that are no
// market's (EU, 752), and otherwise the [NameError].
func Identify(text string, language Language, more ...Language) (Market, error) {
	named, err := Lookup(text, language, more...)
	if err == nil || errors.Is(err, ErrLanguage) {
		return named, err
	}
	if coded := byCode(asCode(text)); !coded.IsZero() {
		return coded, nil
	}
	if code := codeError(text); code.Kind != 0 {
		return Market{}, code
	}
	return Market{}, err
}
