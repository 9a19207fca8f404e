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

// Each gives rows that are at hand as a reader gives them: those of [Collect], or rows from elsewhere, for [NewBook] and
// package reconcile.
func Each[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// Named gives rows with the name of their file in every [RowError] and [FileError], so that these say which of several lists
// they are of. In front of the name of a file in an archive stands that of the archive.
//
//	pricesheet.NewBook(pricesheet.EarlierHolds,
//		pricesheet.Named("june.csv", pricesheet.ReadAzurePlan(june)), pricesheet.Named("july.csv", pricesheet.ReadAzurePlan(july)))
func Named[T any](name string, rows iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for row, err := range rows {
			if !yield(row, inFile(err, name)) {
				return
			}
		}
	}
}
