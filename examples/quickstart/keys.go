package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/licensing"
)

// grants are the lots of a file of keys and top-ups.
type grants struct {
	lots   []credit.Lot
	labels map[credit.LotID]string // what people know a lot by
	places map[credit.LotID]place
}

func keyColumns() []column {
	return []column{
		{name: "Kind"},
		{name: "Id"},
		{name: "OSAKey"},
		{name: "PurchaseDay"},
		{name: "ActivationDay"},
		{name: "Redemption"},
		{name: "Units"},
		{name: "Amount"},
		{name: "Currency"},
	}
}

// A keyRow is one token on a key, as its row has it.
type keyRow struct {
	key       licensing.OSAKey
	token     licensing.OSAToken
	purchased terms.Day
	activated terms.Day
	redeemed  licensing.Redemption
	at        place
}

// purchase gives a key's rows as the one purchase they are: what is true of the key is the same in all of them.
func purchase(rows []keyRow) (licensing.OSAPurchase, error) {
	tokens := make([]licensing.OSAToken, len(rows))
	for i, r := range rows {
		tokens[i] = r.token
	}
	return licensing.NewOSAPurchase(rows[0].key, rows[0].purchased, tokens...)
}

// tokenLots gives the lots of a key, one for each of its rows.
func tokenLots(rows []keyRow) ([]credit.Lot, error) {
	bought, err := purchase(rows)
	if err != nil {
		return nil, err
	}
	return credit.TokenLots(bought, rows[0].activated.Start(), rows[0].redeemed, credit.DefaultUnits())
}

// readKeys reads a file of keys and top-ups.
func readKeys(file string, content io.Reader, found *problems) grants {
	g := grants{labels: map[credit.LotID]string{}, places: map[credit.LotID]place{}}
	var keys []licensing.OSAKey // in the order of the file
	rows := map[licensing.OSAKey][]keyRow{}
	readSheet(file, content, keyColumns(), found, func(r row) {
		switch r.text("Kind") {
		case "key":
			parsed, ok := parseKey(r)
			if !ok || !agrees(r, parsed, rows[parsed.key]) {
				return
			}
			if len(rows[parsed.key]) == 0 {
				keys = append(keys, parsed.key)
			}
			rows[parsed.key] = append(rows[parsed.key], parsed)
		case "topUp":
			g.addTopUp(r)
		default:
			r.complain("Kind", "not a kind of credit; want key or topUp")
		}
	})
	for _, key := range keys {
		g.addKey(rows[key], isAmbiguous(key, keys), found)
	}
	slices.SortStableFunc(g.lots, func(a, b credit.Lot) int { return g.places[a.ID].line - g.places[b.ID].line })
	return g
}

// parseKey reads a row of the kind key and checks it alone.
func parseKey(r row) (keyRow, bool) {
	before := len(*r.found)
	absent(r, "Id", "Amount")
	parsed := keyRow{at: r.at("OSAKey")}
	var err error
	if parsed.key, err = licensing.ParseOSAKey(r.text("OSAKey")); err != nil {
		r.complain("OSAKey", "%v", err)
	}
	if parsed.token.Currency, err = terms.ParseCurrency(r.text("Currency")); err != nil {
		r.complain("Currency", "%s", wantOf(err))
	}
	if parsed.token.Units, err = strconv.Atoi(r.text("Units")); err != nil {
		r.complain("Units", "not a number of units; want a whole number from 1 to 1000000, as in 50")
	}
	if err = parsed.redeemed.UnmarshalText([]byte(r.text("Redemption"))); err != nil {
		r.complain("Redemption", "%s", wantOf(err))
	}
	parsed.purchased = parseDay(r, "PurchaseDay")
	parsed.activated = parseDay(r, "ActivationDay")
	if len(*r.found) > before {
		return keyRow{}, false
	}
	if _, err := tokenLots([]keyRow{parsed}); err != nil {
		r.complain(keyColumnOf(err), "%v", err)
		return keyRow{}, false
	}
	return parsed, true
}

func parseDay(r row, name string) terms.Day {
	day, err := terms.ParseDay(r.text(name))
	if err != nil {
		r.complain(name, "%s", wantOf(err))
	}
	return day
}

// absent complains about columns that have nothing to say in a row of its kind.
func absent(r row, names ...string) {
	for _, name := range names {
		if r.text(name) != "" {
			r.complain(name, "does not belong to a row of the kind %s; want nothing", r.text("Kind"))
		}
	}
}

// keyColumnOf gives the column that an error about a purchase or its activation is about.
func keyColumnOf(err error) string {
	var fact *licensing.PurchaseError
	var activation *licensing.ActivationError
	switch {
	case errors.As(err, &fact) && fact.Field == "purchased":
		return "PurchaseDay"
	case errors.As(err, &fact):
		return "Units"
	case errors.As(err, &activation), errors.Is(err, credit.ErrInstant):
		return "ActivationDay"
	default:
		return "Currency"
	}
}

// agrees complains where a row says of its key something else than the rows before it.
func agrees(r row, parsed keyRow, before []keyRow) bool {
	if len(before) == 0 {
		return true
	}
	first := before[0]
	for _, fact := range []struct {
		name string
		same bool
	}{
		{"PurchaseDay", parsed.purchased == first.purchased},
		{"ActivationDay", parsed.activated == first.activated},
		{"Redemption", parsed.redeemed == first.redeemed},
	} {
		if !fact.same {
			r.complain(fact.name, "not what line %d says of the same key; want one purchase and one activation a key", first.at.line)
			return false
		}
	}
	return true
}

func (g *grants) addKey(rows []keyRow, ambiguous bool, found *problems) {
	lots, err := tokenLots(rows)
	if err != nil {
		found.add(rows[0].at, "%v", err)
		return
	}
	g.lots = append(g.lots, lots...)
	for i, lot := range lots {
		g.labels[lot.ID] = label(rows[i].key, i, len(rows), ambiguous)
		g.places[lot.ID] = rows[i].at
	}
}

// label names a lot by the one group of its key that is not masked, and by its number where the key has several tokens.
func label(key licensing.OSAKey, i, tokens int, ambiguous bool) string {
	name := "…" + lastGroup(key)
	if ambiguous {
		name = key.ID()
	}
	if tokens > 1 {
		name += fmt.Sprintf(" #%d", i+1)
	}
	return name
}

func lastGroup(key licensing.OSAKey) string {
	masked := key.String()
	return masked[max(0, len(masked)-5):]
}

// isAmbiguous reports whether another key ends in the same group.
func isAmbiguous(key licensing.OSAKey, keys []licensing.OSAKey) bool {
	return slices.ContainsFunc(keys, func(other licensing.OSAKey) bool {
		return other != key && lastGroup(other) == lastGroup(key)
	})
}

// addTopUp reads a row of the kind topUp.
func (g *grants) addTopUp(r row) {
	before := len(*r.found)
	absent(r, "OSAKey", "PurchaseDay", "Redemption", "Units")
	amount, _ := r.money("Amount", "Currency")
	activated := parseDay(r, "ActivationDay")
	id := credit.LotID(r.text("Id"))
	if _, err := licensing.ParseOSAKey(string(id)); err == nil {
		r.complain("Id", "looks like a key; want a name for the top-up that may be printed")
	}
	if first, twice := g.places[id]; twice {
		r.complain("Id", "stands in line %d already; want an id of its own for each top-up", first.line)
	}
	if len(*r.found) > before {
		return
	}
	lot := credit.Lot{ID: id, Kind: credit.TopUp, Amount: amount, Activated: activated.Start()}
	for _, fault := range check([]credit.Lot{lot}, nil) {
		r.complain(topUpColumnOf(fault), "%v", fault)
	}
	if len(*r.found) > before {
		return
	}
	g.lots = append(g.lots, lot)
	g.labels[id], g.places[id] = string(id), r.at("Id")
}

// topUpColumnOf gives the column that an error about a top-up is about.
func topUpColumnOf(err error) string {
	switch {
	case errors.Is(err, credit.ErrID):
		return "Id"
	case errors.Is(err, credit.ErrInstant):
		return "ActivationDay"
	default:
		return "Amount"
	}
}
