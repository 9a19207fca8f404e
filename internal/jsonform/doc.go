// Package jsonform has what the types of this module share that write and read their JSON themselves.
package jsonform
