// Package enum gives the closed sets of this module their texts: small integers whose zero
// value means "not given", written and read by name.
package enum
