package main

import (
	"io"
	"iter"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// input is what the files say.
type input struct {
	prices      *pricesheet.Book
	rates       pricing.RateTable
	usage       []pricesheet.UsageLine
	invoice     []pricesheet.InvoiceLine
	partnership pricing.Partnership
}

// load reads the files. Rows that are refused are reported, and the others stand; a file that is refused is the end.
func load(w io.Writer, dir string) (input, error) {
	r := report{w: w}
	r.heading("Files")
	var in input
	var err error
	if in.prices, err = loadBook(&r, dir); err != nil {
		return in, err
	}
	r.linef("%d rows of prices", in.prices.Len())
	if in.rates, err = loadRates(&r, dir); err != nil {
		return in, err
	}
	r.linef("%d exchange rates", len(in.rates.Rates()))
	if in.usage, err = rows(&r, dir, "usage.csv", pricesheet.ReadDailyUsage); err != nil {
		return in, err
	}
	r.linef("%d lines of usage", len(in.usage))
	if in.invoice, err = rows(&r, dir, "invoice.csv", pricesheet.ReadInvoice); err != nil {
		return in, err
	}
	r.linef("%d lines of the invoice", len(in.invoice))
	in.partnership, err = loadPartnership(dir)
	return in, err
}

func loadBook(r *report, dir string) (*pricesheet.Book, error) {
	azure, err := open(dir, "azureplan.csv")
	if err != nil {
		return nil, err
	}
	defer azure.Close()
	seats, err := open(dir, "licences.csv")
	if err != nil {
		return nil, err
	}
	defer seats.Close()
	book, err := pricesheet.NewBook(pricesheet.EarlierHolds,
		pricesheet.Named("azureplan.csv", pricesheet.ReadAzurePlan(azure)), pricesheet.Named("licences.csv", pricesheet.ReadLicences(seats)))
	return book, rowFaults(r, err)
}

func loadRates(r *report, dir string) (pricing.RateTable, error) {
	read, err := rows(r, dir, "rates.csv", pricesheet.ReadExchangeRates)
	if err != nil {
		return pricing.RateTable{}, err
	}
	return pricesheet.RateTable(pricesheet.Each(read))
}

func loadPartnership(dir string) (pricing.Partnership, error) {
	var p pricing.Partnership
	f, err := open(dir, "partnership.json")
	if err != nil {
		return p, err
	}
	defer f.Close()
	return p, terms.Decode(f, &p)
}

// rows reads a file by one of the readers.
func rows[T any](r *report, dir, name string, read func(io.Reader) iter.Seq2[T, error]) ([]T, error) {
	f, err := open(dir, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	got, err := pricesheet.Collect(pricesheet.Named(name, read(f)))
	return got, rowFaults(r, err)
}

// rowFaults reports the rows that were refused, and gives back an error that is more than that.
func rowFaults(r *report, err error) error {
	rows, rest := pricesheet.RowErrors(err)
	for _, row := range rows {
		r.fault("refused", row)
	}
	return rest
}
