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
	book, err := pricesheet.NewBook(in.Overlap, rowsOf(in.Rows))
	if err != nil {
		return pricesheet.Quote{}, err
	}
	return book.Price(in.Query)
}
