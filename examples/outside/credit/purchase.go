package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// showPurchase writes a purchase the ways a service writes things, and gives the lots of its key. The key is activated
// at the start of a day, so that charges of which only the day is known are paid on that day already.
func showPurchase(w io.Writer, purchase licensing.OSAPurchase, units credit.UnitTable) ([]credit.Lot, error) {
	day := purchase.Purchased().AddDays(leadDays)
	lots, err := credit.TokenLots(purchase, day.Start(), licensing.AddsCredit, units)
	if err != nil {
		return nil, err
	}
	asJSON, err := json.Marshal(purchase)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(w, "purchase: %v\n", purchase)
	fmt.Fprintf(w, "key:      %v, and with %%#v %#v\n", purchase.Key(), purchase.Key())
	fmt.Fprintf(w, "JSON:     %s\n", asJSON)
	fmt.Fprint(w, "log:      ")
	logger(w).Info("activated", "key", purchase.Key(), "id", purchase.Key().ID())
	fmt.Fprintf(w, "to be activated by %s\n", purchase.LastActivationDay())
	for _, lot := range lots {
		fmt.Fprintf(w, "lot %s: %s from %s\n", lot.ID, lot.Amount, minute(lot.Activated))
	}
	return lots, nil
}

// logger logs without the time, so that the output is the same on every run.
func logger(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
}

// checkSecret refuses a text that holds the key, grouped or not, in either case. This and the activation itself are
// the places where a program has a reason to reveal one.
func checkSecret(text string, key licensing.OSAKey) error {
	bare := strings.NewReplacer("-", "", "\n", "", " ", "")
	if strings.Contains(strings.ToUpper(bare.Replace(text)), bare.Replace(key.Reveal())) {
		return errors.New("the output holds the key " + key.ID() + "; it is not written")
	}
	return nil
}
