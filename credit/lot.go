package credit

import (
	"fmt"
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

// A LotID names a lot: 1 to 256 bytes of printable text, unique in its ledger.
type LotID string

// A LotKind says where a lot's credit comes from: [Token], [TopUp], [MonthlyBenefit] or [BulkBenefit].
type LotKind uint8

const (
	_ LotKind = iota
	// Token is credit of a token on an activated OSA key. It lasts 12 months (OPEN-02).
	Token
	// TopUp is credit added by card (OPEN-05). How long it lasts is the policy's TopUpTerm.
	TopUp
	// MonthlyBenefit is one month of a partner's monthly credit. It lapses when its month
	// ends (MPN-03, MPN-05).
	MonthlyBenefit
	// BulkBenefit is one year of a partner's bulk credit. It cannot be combined with credit
	// of another kind (MPN-06).
	BulkBenefit
)

// A Lot is credit that was granted at one instant and lapses at another. Lots are made from
// tokens by [TokenLots], from partner benefits by [MonthlyLots] and [BulkLots], or as
// literals.
type Lot struct {
	ID   LotID   `json:"id"`
	Kind LotKind `json:"kind"`
	// Amount is what was granted, excluding tax (OPEN-03): more than 0.
	Amount terms.Money `json:"amount"`
	// Activated is the instant from which the lot pays. Use of which only the day is known counts at the
	// start of its day by default, and a lot activated later in that day does not pay it.
	Activated time.Time `json:"activated"`
	// Expires is the instant from which it no longer does. Not given, it follows from the
	// kind and the policy: 12 months after activation, or what [Rules.Term] has for its day, one year for
	// bulk credit and one month for a monthly benefit. A lot that expires as it is activated is granted and
	// lapses at once.
	Expires time.Time `json:"expires,omitzero"`
	// Redeemed says, for a token, how its key was redeemed (OPEN-01). It may be left open;
	// given, it must fit the other lots: one key activates the subscription, before any
	// other adds credit to it. Where the lots of the activating key are not at hand, leave it open in all.
	Redeemed licensing.Redemption `json:"redeemed,omitzero"`
	// Holder is, for a partner benefit, the user it is assigned to. It may be left open.
	Holder string `json:"holder,omitempty"`
	// Known is the instant at which the lot became known, which has no part in a replay but
	// that of [Ledger.AsKnown]. Not given, it was known all along.
	Known time.Time `json:"known,omitzero"`
}

// Equal reports whether both lots say the same. When they became known plays no part.
func (l Lot) Equal(other Lot) bool {
	return l.ID == other.ID && l.Kind == other.Kind && l.Amount.Equal(other.Amount) &&
		l.Activated.Equal(other.Activated) && l.Expires.Equal(other.Expires) &&
		l.Redeemed == other.Redeemed && l.Holder == other.Holder
}

// check reports what is wrong with the lot by itself.
func (l Lot) check() error {
	switch {
	case !lotKindNames.Valid(l.Kind):
		return fmt.Errorf("%w: kind is not given; want one of %s", ErrNotGiven, lotKindNames.List())
	case l.Amount.Sign() <= 0:
		return fmt.Errorf("%w: a lot of %q; want more than 0", ErrAmount, l.Amount)
	case !l.Expires.IsZero() && l.Expires.Before(l.Activated):
		return fmt.Errorf("%w: expires %s, before it is activated %s",
			ErrInstant, l.Expires.UTC().Format(time.RFC3339Nano), l.Activated.UTC().Format(time.RFC3339Nano))
	case l.Redeemed != 0 && !l.Redeemed.IsValid():
		return fmt.Errorf("%w: redeemed is %s; want %s or %s", ErrNotGiven, l.Redeemed,
			licensing.ActivatesSubscription, licensing.AddsCredit)
	case l.Redeemed != 0 && l.Kind != Token:
		return fmt.Errorf("%w: a %s has no key to redeem", ErrNotGiven, l.Kind)
	case l.Holder != "" && l.Kind != MonthlyBenefit && l.Kind != BulkBenefit:
		return fmt.Errorf("%w: a %s has no holder", ErrNotGiven, l.Kind)
	case l.Holder != "":
		return checkText("holder", l.Holder)
	}
	return nil
}

// expiry gives the instant at which the lot lapses under a policy, as a ledger counts, or
// never.
func (l Lot) expiry(p Policy, r *Rules) (int64, error) {
	switch {
	case !l.Expires.IsZero():
		return instant("expires", l.Expires)
	case l.Kind == TopUp && p.TopUpTerm == TopUpUnending:
		return never, nil
	case l.Kind == MonthlyBenefit:
		return instant("expires", termEnd(l.Activated, benefitMonth, p.Expiry))
	case l.Kind == BulkBenefit:
		return instant("expires", termEnd(l.Activated, benefitYear, p.Expiry))
	}
	term, err := r.term.on(terms.DayOf(l.Activated))
	if err != nil {
		return 0, err
	}
	return instant("expires", termEnd(l.Activated, int(term.Value), p.Expiry))
}

// hasTerm reports whether the lot lapses by the figure of the term.
func (l Lot) hasTerm(p Policy) bool {
	return l.Expires.IsZero() && (l.Kind == Token || l.Kind == TopUp && p.TopUpTerm == TopUpAsToken)
}

// termEnd gives the instant at which a term of months ends: the same time of day on the day
// so many months later, or the end of that UTC day.
func termEnd(activated time.Time, months int, expiry Expiry) time.Time {
	activated = activated.UTC()
	day := terms.DayOf(activated)
	last := day.AddMonths(months)
	if expiry == ExpireAtDayEnd {
		return last.AddDays(1).Start()
	}
	return last.Start().Add(activated.Sub(day.Start()))
}
