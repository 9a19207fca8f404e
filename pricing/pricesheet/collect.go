package pricesheet

import "iter"

// Collect gathers the rows of a file. What could not be read is reported by a [ReadError], beside the rows that could. It
// holds all of them at once, for which a large file is better ranged over.
func Collect[T any](rows iter.Seq2[T, error]) ([]T, error) {
	var all []T
	var faults ReadError
	for row, err := range rows {
		if err != nil {
			faults.add(err)
			continue
		}
		all = append(all, row)
	}
	return all, faults.orNil()
}
