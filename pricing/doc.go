// Package pricing reckons what use and seats cost, to the cent, as Microsoft does.
package pricing
