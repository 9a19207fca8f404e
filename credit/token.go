package credit

import (
	"fmt"
	"strconv"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

// TokenLots gives the lots of an OSA key that is redeemed at an instant: one for each token on it, worth its
// units by the table on the day of purchase (OPEN-03). The lots' ids derive from the key and do not contain
// it. Whether the key activates the subscription or adds credit to it (OPEN-01) may be left open.
//
// A lot pays from its instant on: where use is known by the day only, activate at the start of the day, or
// choose [EndOfDay]. A key redeemed before its purchase or more than five years after it (OPEN-08) is an error
// of package licensing, a currency without a worth [ErrUnit], an instant outside 1900 to 2199 [ErrInstant].
func TokenLots(purchase licensing.OSAPurchase, activated time.Time, redeemed licensing.Redemption, worth UnitTable) ([]Lot, error) {
	return Published().TokenLots(purchase, activated, redeemed, worth)
}

// TokenLots is the function [TokenLots] by these rules: how long there is to activate a key is for [Rules.Licensing] to say.
func (r *Rules) TokenLots(purchase licensing.OSAPurchase, activated time.Time, redeemed licensing.Redemption, worth UnitTable) ([]Lot, error) {
	if _, err := instant("activated", activated); err != nil {
		return nil, err
	}
	if err := r.licensing.CheckActivation(purchase, terms.DayOf(activated)); err != nil {
		return nil, err
	}
	tokens := purchase.Tokens()
	lots, digits := make([]Lot, len(tokens)), len(strconv.Itoa(len(tokens)))
	for i, token := range tokens {
		amount, err := worth.Amount(token.Units, token.Currency, purchase.Purchased())
		if err != nil {
			return nil, fmt.Errorf("%w (key %s, token %d)", err, purchase.Key().ID(), i+1)
		}
		lots[i] = Lot{
			ID:   LotID(fmt.Sprintf("%s-%0*d", purchase.Key().ID(), digits, i+1)), // ids rank as the tokens do
			Kind: Token, Amount: amount, Activated: activated.UTC(), Redeemed: redeemed,
		}
	}
	return lots, nil
}
