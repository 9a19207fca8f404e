// Package fold reduces names to what two spellings of one name have in common: without case, accents, punctuation and spaces,
// without the words that say "and", and with one word for saint. Package markets looks names up by it, and the program that
// writes its table makes the keys by it.
package fold
