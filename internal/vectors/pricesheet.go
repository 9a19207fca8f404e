package vectors

import (
	"github.com/cloudterms/terms/pricing/pricesheet"
)

type priceQuestion struct {
	Overlap pricesheet.Overlap `json:"overlap"`
	Rows    []pricesheet.Price `json:"rows"`
	Query   pricesheet.Query   `json:"query"`
}

func lookUpPrice(in priceQuestion) (pricesheet.Quote, error) {
	book, err := pricesheet.NewBook(in.Overlap, func(yield func(pricesheet.Price, error) bool) {
		for _, row := range in.Rows {
			if !yield(row, nil) {
				return
			}
		}
	})
	if err != nil {
		return pricesheet.Quote{}, err
	}
	return book.Price(in.Query)
}
