package vectors

import (
	"iter"

	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
	"github.com/cloudterms/terms/pricing/reconcile"
)

// reconciledFiles are the rows of a price list, of usage and of an invoice, as their readers give them.
type reconciledFiles struct {
	Prices      []pricesheet.Price       `json:"prices"`
	Partnership *pricing.Partnership     `json:"partnership"`
	Rates       pricing.RateTable        `json:"rates"`
	Usage       []pricesheet.UsageLine   `json:"usage"`
	Invoice     []pricesheet.InvoiceLine `json:"invoice"`
}

func (in reconciledFiles) basis() (reconcile.Basis, error) {
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds, rowsOf(in.Prices))
	return reconcile.Basis{Prices: book, Partnership: in.Partnership, Rates: in.Rates}, err
}

func reconcileUsage(in reconciledFiles) (reconcile.Report, error) {
	basis, err := in.basis()
	if err != nil {
		return reconcile.Report{}, err
	}
	return basis.Report(basis.Usage(rowsOf(in.Usage)))
}

// reconcileInvoice holds an invoice against the usage, where there is any.
func reconcileInvoice(in reconciledFiles) (reconcile.Report, error) {
	basis, err := in.basis()
	if err != nil {
		return reconcile.Report{}, err
	}
	if len(in.Usage) > 0 {
		used, err := basis.Report(basis.Usage(rowsOf(in.Usage)))
		if err != nil {
			return used, err
		}
		basis.Charges = used.Charges
	}
	return basis.Report(basis.Invoice(rowsOf(in.Invoice)))
}

// rowsOf gives rows as a reader would.
func rowsOf[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
