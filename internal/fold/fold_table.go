package fold

// ascii has the letter or digit that an ASCII character becomes, joiner for one that is left out within a word, and
// separator for one that ends it.
var ascii = [128]byte{
	'.': joiner, '\'': joiner, ':': joiner, '`': joiner,
	'0': '0', '1': '1', '2': '2', '3': '3', '4': '4', '5': '5', '6': '6', '7': '7', '8': '8', '9': '9',
	'A': 'a', 'B': 'b', 'C': 'c', 'D': 'd', 'E': 'e', 'F': 'f', 'G': 'g', 'H': 'h', 'I': 'i', 'J': 'j', 'K': 'k', 'L': 'l',
	'M': 'm', 'N': 'n', 'O': 'o', 'P': 'p', 'Q': 'q', 'R': 'r', 'S': 's', 'T': 't', 'U': 'u', 'V': 'v', 'W': 'w', 'X': 'x',
	'Y': 'y', 'Z': 'z',
	'a': 'a', 'b': 'b', 'c': 'c', 'd': 'd', 'e': 'e', 'f': 'f', 'g': 'g', 'h': 'h', 'i': 'i', 'j': 'j', 'k': 'k', 'l': 'l',
	'm': 'm', 'n': 'n', 'o': 'o', 'p': 'p', 'q': 'q', 'r': 'r', 's': 's', 't': 't', 'u': 'u', 'v': 'v', 'w': 'w', 'x': 'x',
	'y': 'y', 'z': 'z',
}

// joiners are left out within a word, as apostrophes are.
var joiners = []rune{'’', '‘', 'ʻ', 'ʼ', '´', '\u00ad', '\u200b', '\u200d', '\ufeff'}

// folders are the languages with the words that their names are written with in more than one way.
var folders = []struct {
	tags   []string
	folder Folder
}{
	{[]string{"en"}, Folder{drop: []string{"and", "the"}, saints: []string{"saint"}}},
	{[]string{"sv"}, Folder{drop: []string{"och"}, saints: []string{"saint", "sankt"}}},
	{[]string{"nb", "nn", "da"}, Folder{drop: []string{"og"}, saints: []string{"saint", "sankt"}}},
	{[]string{"fi"}, Folder{drop: []string{"ja"}, saints: []string{"saint"}}},
	{[]string{"de"}, Folder{drop: []string{"und", "die"}, saints: []string{"saint", "sankt"}}},
	{[]string{"fr"}, Folder{drop: []string{"et", "la", "le", "les"}, saints: []string{"saint", "sainte", "ste"}}},
}
