package rules

// A Message is the sentence of a rule, or of a default, in the languages that rulesmsg writes. It is data: the package
// that owns the rule owns its messages, and package rulesmsg renders them.
//
// A sentence has places for arguments in braces: {last} is written in the reader's form, {seats:seat|seats} is a number and
// the word that goes with it, {with?bulk=bulk credit|other credit} chooses by the argument's text. What stands in square
// brackets is left out where an argument in it is missing.
type Message struct {
	// ID is the rule's, or the set's for its default.
	ID ID `json:"id"`
	// Text is the English sentence that is translated, exactly as the rule or the default has it. Of a rule that says
	// something else, because an overlay replaced it, this is no message.
	Text string `json:"text"`
	// English is the sentence with its arguments. It is empty where it has none: then Text is the English sentence.
	English string `json:"english,omitempty"`
	// Swedish is the sentence in Swedish.
	Swedish string `json:"swedish"`
	// Norwegian is the sentence in Norwegian Bokmål.
	Norwegian string `json:"norwegian"`
}
