package main

import (
	"fmt"
	"slices"

	"github.com/cloudterms/terms/rules"
)

// An order is the facts that the programme asks about. What nobody gave is zero, and a yes/no fact is a Truth, so that
// an empty answer is not taken for a no.
type order struct {
	Buyer       buyer       `json:"buyer,omitempty"`
	Confirmed   rules.Truth `json:"confirmed,omitzero"`   // by the school register
	SchoolEmail rules.Truth `json:"schoolEmail,omitzero"` // the buyer has an address of a school
	Copies      int         `json:"copies,omitempty"`
	ForClass    rules.Truth `json:"forClass,omitzero"`
	Resale      rules.Truth `json:"resale,omitzero"`
}

// A buyer is what the customer is to a school.
type buyer string

const (
	school  buyer = "school"
	teacher buyer = "teacher"
	student buyer = "student"
	parent  buyer = "parent" // teaches at home
	other   buyer = "other"
)

func buyers() []buyer { return []buyer{school, teacher, student, parent, other} }

// UnmarshalText refuses what is no buyer: a condition would take a misspelt teacher for somebody who is none.
func (b *buyer) UnmarshalText(text []byte) error {
	read := buyer(text)
	if read != "" && !slices.Contains(buyers(), read) {
		return fmt.Errorf("%q is no buyer; want one of %q", read, buyers())
	}
	*b = read
	return nil
}
