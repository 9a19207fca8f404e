// Package rulebook is what the Rules values of the domain packages do alike: apply an overlay to every set, timeline and
// list they hold, edit one of their sets, or take them back to the wording of another day, and report everything that is wrong
// at once. It also makes the conditions that most rules are made of.
package rulebook
