package licensing

import (
	"errors"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// Rules is every rule and dated figure this package decides by, and those of package markets, which it asks. It is
// immutable, and safe for any number of goroutines.
type Rules struct {
	hybridRules
	openRules
	channelRules

	markets *markets.Rules

	osaActivation     *rules.Set[OSAActivationFacts, rules.Truth]
	osaActivationTime rules.Timeline[Months]

	keyUse          *rules.Set[KeyUseFacts, rules.Truth]
	redemption      *rules.Set[RedemptionFacts, rules.Truth]
	action          *rules.Set[ActionFacts, KeyAction]
	keyMonths       rules.Timeline[Months]
	extensionFactor rules.Timeline[Times]
	extensionLimit  rules.Timeline[Months]
	kmsGrace        rules.Timeline[Days]

	coTermination *rules.Set[CoTermFacts, rules.Truth]
	autoRenewal   *rules.Set[AutoRenewalFacts, rules.Truth]

	visibility      *rules.Set[VisibilityFacts, rules.Truth]
	softwareBilling *rules.Set[SoftwareBillingFacts, rules.Truth]
	softwareNeed    *rules.Set[SoftwareNeedFacts, SoftwareNeeds]
	task            *rules.Set[TaskFacts, rules.Truth]
	acquisition     *rules.Set[AcquisitionFacts, rules.Truth]

	order       *rules.Set[OrderFacts, rules.Truth]
	attestation *rules.Set[AttestationFacts, rules.Truth]

	benefit           *rules.Set[BenefitFacts, rules.Truth]
	benefitActivation *rules.Set[BenefitActivationFacts, ActivationWay]
	assignment        *rules.Set[AssignmentFacts, rules.Truth]
	userChange        *rules.Set[UserChangeFacts, rules.Truth]
	reassignmentLimit rules.Timeline[Times]
}

// Published gives the published rules.
func Published() *Rules { return published }

// With gives rules with what an overlay changes in this package and in package markets, which it asks: rules switched off,
// figures replaced for some days, and lists changed. What belongs to other packages is left to them. An overlay that
// changes what is not there, or with a value that is none, is [rules.ErrOverlay].
func (r *Rules) With(o rules.Overlay) (*Rules, error) {
	changed := *r
	a := rulebook.Begin("licensing", o)
	changed.hybridRules.amend(a)
	changed.openRules.amend(a)
	changed.channelRules.amend(a)
	rulebook.Amend(a, &changed.osaActivation)
	rulebook.Amend(a, &changed.osaActivationTime)
	rulebook.Amend(a, &changed.keyUse)
	rulebook.Amend(a, &changed.redemption)
	rulebook.Amend(a, &changed.action)
	rulebook.Amend(a, &changed.keyMonths)
	rulebook.Amend(a, &changed.extensionFactor)
	rulebook.Amend(a, &changed.extensionLimit)
	rulebook.Amend(a, &changed.kmsGrace)
	rulebook.Amend(a, &changed.coTermination)
	rulebook.Amend(a, &changed.autoRenewal)
	rulebook.Amend(a, &changed.visibility)
	rulebook.Amend(a, &changed.softwareBilling)
	rulebook.Amend(a, &changed.softwareNeed)
	rulebook.Amend(a, &changed.task)
	rulebook.Amend(a, &changed.acquisition)
	rulebook.Amend(a, &changed.order)
	rulebook.Amend(a, &changed.attestation)
	rulebook.Amend(a, &changed.benefit)
	rulebook.Amend(a, &changed.benefitActivation)
	rulebook.Amend(a, &changed.assignment)
	rulebook.Amend(a, &changed.userChange)
	rulebook.Amend(a, &changed.reassignmentLimit)
	var errMarkets error
	changed.markets, errMarkets = r.markets.With(o)
	if err := errors.Join(a.Err(), errMarkets); err != nil {
		return nil, err
	}
	return &changed, nil
}

// AsKnown gives the rules and figures as they were published on a day, to see what an old case would have been told then. The zero Day gives
// the rules as they are, so that Published().AsKnown(d.Known) decides the record d again.
func (r *Rules) AsKnown(day terms.Day) (*Rules, error) {
	if day.IsZero() {
		return r, nil
	}
	var errs []error
	known := *r
	known.hybridRules.takeKnown(day, &errs)
	known.openRules.takeKnown(day, &errs)
	known.channelRules.takeKnown(day, &errs)
	rulebook.AsKnown(&known.osaActivation, day, &errs)
	known.osaActivationTime = r.osaActivationTime.AsKnown(day)
	rulebook.AsKnown(&known.keyUse, day, &errs)
	rulebook.AsKnown(&known.redemption, day, &errs)
	rulebook.AsKnown(&known.action, day, &errs)
	known.keyMonths = r.keyMonths.AsKnown(day)
	known.extensionFactor = r.extensionFactor.AsKnown(day)
	known.extensionLimit = r.extensionLimit.AsKnown(day)
	known.kmsGrace = r.kmsGrace.AsKnown(day)
	rulebook.AsKnown(&known.coTermination, day, &errs)
	rulebook.AsKnown(&known.autoRenewal, day, &errs)
	rulebook.AsKnown(&known.visibility, day, &errs)
	rulebook.AsKnown(&known.softwareBilling, day, &errs)
	rulebook.AsKnown(&known.softwareNeed, day, &errs)
	rulebook.AsKnown(&known.task, day, &errs)
	rulebook.AsKnown(&known.acquisition, day, &errs)
	rulebook.AsKnown(&known.order, day, &errs)
	rulebook.AsKnown(&known.attestation, day, &errs)
	rulebook.AsKnown(&known.benefit, day, &errs)
	rulebook.AsKnown(&known.benefitActivation, day, &errs)
	rulebook.AsKnown(&known.assignment, day, &errs)
	rulebook.AsKnown(&known.userChange, day, &errs)
	known.reassignmentLimit = r.reassignmentLimit.AsKnown(day)
	var errMarkets error
	known.markets, errMarkets = r.markets.AsKnown(day)
	if err := errors.Join(append(errs, errMarkets)...); err != nil {
		return nil, err
	}
	return &known, nil
}

// About gives what the sets and the timelines of this package say of themselves. Those of package markets are in
// [Rules.Markets].
func (r *Rules) About() []rules.About {
	return slices.Concat([]rules.About{
		r.osaActivation.About(), r.osaActivationTime.About(),
		r.keyUse.About(), r.redemption.About(), r.action.About(),
		r.keyMonths.About(), r.extensionFactor.About(), r.extensionLimit.About(), r.kmsGrace.About(),
		r.coTermination.About(), r.autoRenewal.About(),
		r.visibility.About(), r.softwareBilling.About(), r.softwareNeed.About(), r.task.About(), r.acquisition.About(),
		r.order.About(), r.attestation.About(),
		r.benefit.About(), r.benefitActivation.About(), r.assignment.About(), r.userChange.About(), r.reassignmentLimit.About(),
	}, r.openRules.about(), r.channelRules.about(), r.hybridRules.about())
}

// Markets gives the rules of package markets that these ask.
func (r *Rules) Markets() *markets.Rules { return r.markets }
