package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// makeDigest gives the digest of the declaration, with the answers that come of combining those of the rules.
func (c *core) makeDigest() string {
	return digestOf(struct {
		About   About
		Answers []any
		Combine []answer
	}{c.about(), c.answers.list, c.answers.combined.table})
}

// digestOf gives the digest of a declaration's JSON. There is one: all in it is text, or has been through JSON before.
func digestOf(declared any) string {
	text, _ := json.Marshal(declared)
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
