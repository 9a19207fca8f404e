package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Digest gives 64 hexadecimal digits that change with every change of the declaration: of texts, days, sources, names of
// conditions, answers, how they combine, exceptions, and who changed what. What a condition tests it cannot see; package
// rulestest has fingerprints for that.
func (s *Set[In, Out]) Digest() string { return s.digest }

func (s *Set[In, Out]) makeDigest() string {
	return digestOf(struct {
		About   About
		Answers []Out
		Combine []answer
	}{s.about(), s.answers.list, s.answers.combined.table})
}

// digestOf gives the digest of a declaration's JSON. There is one: all in it is text, or has been through JSON before.
func digestOf(declared any) string {
	text, _ := json.Marshal(declared)
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
