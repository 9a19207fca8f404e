package pricing

import (
	"errors"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// Rules is every rule, dated figure and list this package decides by. It is immutable and safe for any number of goroutines.
// The zero Rules decides nothing: start from [Published].
type Rules struct {
	access       *rules.Set[Access, Eligibility]
	earnedCredit *rules.Set[Earning, Eligibility]
	tax          *rules.Set[TaxCase, TaxBasis]
	billing      *rules.Set[BillingCase, Billing]
	commitment   *rules.Set[CommitmentCase, Commitment]

	earnedCreditRate    rules.Timeline[Percent]
	usageRounding       rules.Timeline[RoundingRule]
	dailyRounding       rules.Timeline[RoundingRule]
	legacyUsageRounding rules.Timeline[RoundingRule]
	seatProration       rules.Timeline[Proration]
	legacyProration     rules.Timeline[Proration]
	taxMethod           rules.Timeline[TaxMethod]
	rateCadence         rules.Timeline[Cadence]

	eligibleRoles            list[string]
	ineligibleRoles          list[string]
	taxInclusive             list[markets.Market]
	taxInclusiveReservations list[markets.Market]

	// offers and phases
	offers          []catalogued
	phases          rules.Timeline[Phase]
	starts          phaseStarts // of phases
	comparison      rules.Timeline[Comparison]
	transaction     *rules.Set[Transaction, Permission]
	order           *rules.Set[SubscriptionOrder, rules.Truth]
	transition      *rules.Set[Transition, Permission]
	afterTransition *rules.Set[TransitionItem, TransitionEffect]
	incentive       *rules.Set[IncentiveCase, Incentives]
	priceBasis      *rules.Set[PriceCase, PriceBasis]
}

// Published gives the published rules.
func Published() *Rules { return &publishedRules }

// With gives the rules with the changes an overlay makes to this package: rules switched off, figures and entries of lists
// replaced. What it changes that is not there, and what does not fit, is [rules.ErrOverlay].
func (r *Rules) With(o rules.Overlay) (*Rules, error) {
	changed := *r
	a := rulebook.Begin("pricing", o)
	rulebook.Amend(a, &changed.access)
	rulebook.Amend(a, &changed.earnedCredit)
	rulebook.Amend(a, &changed.tax)
	rulebook.Amend(a, &changed.billing)
	rulebook.Amend(a, &changed.commitment)
	rulebook.Amend(a, &changed.earnedCreditRate)
	rulebook.Amend(a, &changed.usageRounding)
	rulebook.Amend(a, &changed.dailyRounding)
	rulebook.Amend(a, &changed.legacyUsageRounding)
	rulebook.Amend(a, &changed.seatProration)
	rulebook.Amend(a, &changed.legacyProration)
	rulebook.Amend(a, &changed.taxMethod)
	rulebook.Amend(a, &changed.rateCadence)
	rulebook.Amend(a, &changed.eligibleRoles)
	rulebook.Amend(a, &changed.ineligibleRoles)
	rulebook.Amend(a, &changed.taxInclusive)
	rulebook.Amend(a, &changed.taxInclusiveReservations)
	err := changed.amendOffers(a, o)
	return orNil(&changed, errors.Join(a.Err(), err))
}

// AsKnown gives the rules as they were published on a day, to see what an old case was told. The zero Day gives
// the rules as they are, so that Published().AsKnown(d.Known) decides the record d again.
func (r *Rules) AsKnown(day terms.Day) (*Rules, error) {
	if day.IsZero() {
		return r, nil
	}
	known := *r
	var errs []error
	rulebook.AsKnown(&known.access, day, &errs)
	rulebook.AsKnown(&known.earnedCredit, day, &errs)
	rulebook.AsKnown(&known.tax, day, &errs)
	rulebook.AsKnown(&known.billing, day, &errs)
	rulebook.AsKnown(&known.commitment, day, &errs)
	known.earnedCreditRate = r.earnedCreditRate.AsKnown(day)
	known.usageRounding = r.usageRounding.AsKnown(day)
	known.dailyRounding = r.dailyRounding.AsKnown(day)
	known.legacyUsageRounding = r.legacyUsageRounding.AsKnown(day)
	known.seatProration = r.seatProration.AsKnown(day)
	known.legacyProration = r.legacyProration.AsKnown(day)
	known.taxMethod = r.taxMethod.AsKnown(day)
	known.rateCadence = r.rateCadence.AsKnown(day)
	known.offersAsKnown(day, &errs)
	return orNil(&known, errors.Join(errs...))
}

// About gives what the sets, timelines and lists say of themselves, for a catalogue.
func (r *Rules) About() []rules.About {
	about := []rules.About{
		r.access.About(), r.earnedCredit.About(), r.tax.About(), r.billing.About(), r.commitment.About(),
		r.earnedCreditRate.About(), r.usageRounding.About(), r.dailyRounding.About(), r.legacyUsageRounding.About(),
		r.seatProration.About(), r.legacyProration.About(), r.taxMethod.About(), r.rateCadence.About(),
		r.eligibleRoles.About(), r.ineligibleRoles.About(), r.taxInclusive.About(), r.taxInclusiveReservations.About(),
	}
	return append(about, r.aboutOffers()...)
}

// UsageRounding gives the rule by which a line of usage on an invoice of the new commerce experience is rounded, for charges of a
// day. A day before the record has one is [rules.ErrNoFigure].
func (r *Rules) UsageRounding(day terms.Day) (rules.Reading[RoundingRule], error) {
	return r.usageRounding.On(day)
}

// DailyRounding gives the rule by which a line of daily rated usage is rounded.
func (r *Rules) DailyRounding(day terms.Day) (rules.Reading[RoundingRule], error) {
	return r.dailyRounding.On(day)
}

// LegacyUsageRounding gives the rule by which a line of usage on a legacy invoice is rounded.
func (r *Rules) LegacyUsageRounding(day terms.Day) (rules.Reading[RoundingRule], error) {
	return r.legacyUsageRounding.On(day)
}

// SeatProration gives the conventions by which a charge for seats of the new commerce experience is prorated, with what other
// sources say of them.
func (r *Rules) SeatProration(day terms.Day) (rules.Reading[Proration], error) {
	return r.seatProration.On(day)
}

// LegacyProration gives the conventions by which a charge for legacy seats is prorated, with what other sources say of them.
func (r *Rules) LegacyProration(day terms.Day) (rules.Reading[Proration], error) {
	return r.legacyProration.On(day)
}

// TaxMethodOn gives where tax is rounded.
func (r *Rules) TaxMethodOn(day terms.Day) (rules.Reading[TaxMethod], error) {
	return r.taxMethod.On(day)
}

// RateCadence gives which days an exchange rate serves, of charges of a day.
func (r *Rules) RateCadence(day terms.Day) (rules.Reading[Cadence], error) {
	return r.rateCadence.On(day)
}

// UsageRounding is [Rules.UsageRounding] of the published rules.
func UsageRounding(day terms.Day) (rules.Reading[RoundingRule], error) {
	return Published().UsageRounding(day)
}

// DailyRounding is [Rules.DailyRounding] of the published rules.
func DailyRounding(day terms.Day) (rules.Reading[RoundingRule], error) {
	return Published().DailyRounding(day)
}

// LegacyUsageRounding is [Rules.LegacyUsageRounding] of the published rules.
func LegacyUsageRounding(day terms.Day) (rules.Reading[RoundingRule], error) {
	return Published().LegacyUsageRounding(day)
}

// SeatProration is [Rules.SeatProration] of the published rules.
func SeatProration(day terms.Day) (rules.Reading[Proration], error) {
	return Published().SeatProration(day)
}

// LegacyProration is [Rules.LegacyProration] of the published rules.
func LegacyProration(day terms.Day) (rules.Reading[Proration], error) {
	return Published().LegacyProration(day)
}

// TaxMethodOn is [Rules.TaxMethodOn] of the published rules.
func TaxMethodOn(day terms.Day) (rules.Reading[TaxMethod], error) {
	return Published().TaxMethodOn(day)
}

// RateCadence is [Rules.RateCadence] of the published rules.
func RateCadence(day terms.Day) (rules.Reading[Cadence], error) { return Published().RateCadence(day) }

// orNil gives the rules, or none with an error.
func orNil(r *Rules, err error) (*Rules, error) {
	if err != nil {
		return nil, err
	}
	return r, nil
}

// readRole reads the name of an Azure role.
func readRole(name string) (string, error) {
	if strings.TrimSpace(name) != name || name == "" {
		return "", fault(ErrGrant, "role", name, "the name of an Azure role, without space around it")
	}
	return name, nil
}

func writeRole(name string) string { return name }
