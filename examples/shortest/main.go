// Command shortest is the program on the first screen of the README: one lot, one charge, what is left and what comes
// next.
package main

import (
	"fmt"
	"log"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
)

func main() {
	lots := []credit.Lot{{
		ID: "key-1", Kind: credit.Token, Amount: terms.MustParseMoney("100.00 USD"),
		Activated: terms.MustParseDay("2023-01-10").Start(),
	}}
	events := []credit.Event{{
		ID: "april", Kind: credit.Use, Charge: credit.Consumption,
		Day: terms.MustParseDay("2023-04-30"), Amount: terms.MustParseMoney("70.00 USD"),
	}}
	ledger, err := credit.New(credit.AzureInOpen(), lots, events)
	if err != nil {
		log.Fatal(err)
	}
	st, err := ledger.ReplayDay(terms.MustParseDay("2023-12-31"))
	if err != nil {
		log.Fatal(err)
	}
	next, _ := st.Next()
	fmt.Println(st.Balance(), "left;", next.Kind, "of", next.Amount, "on", terms.DayOf(next.At))
	for _, alert := range st.Alerts() {
		fmt.Println(terms.DayOf(alert.At), alert.Notice, alert.Left, "left")
	}
}
