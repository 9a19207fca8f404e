package credit

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// An Attachment is a subscription and whether it is attached to an Enterprise Agreement. What is not given is asked for
// where it matters.
type Attachment struct {
	// Attached says whether the subscription is, or would be, attached to an Enterprise Agreement.
	Attached rules.Truth `json:"attached,omitzero"`
	// Left is the unused credit there is, as [Statement.Balance] gives it.
	Left terms.Money `json:"left,omitzero"`
}

// Equal reports whether both say the same.
func (a Attachment) Equal(other Attachment) bool {
	return a.Attached == other.Attached && a.Left.Equal(other.Left)
}

// A Fate says what becomes of unused credit: [CreditKept], [CreditVoided] or [NoCreditLeft]. The zero Fate is no
// answer.
type Fate uint8

const (
	_ Fate = iota
	// CreditKept is credit that goes on to pay.
	CreditKept
	// CreditVoided is credit that is lost. A [Forfeit] with the reason [JoinedEnterpriseAgreement] books it.
	CreditVoided
	// NoCreditLeft is no credit to lose.
	NoCreditLeft
)

// AfterAttachment answers what becomes of the unused credit of an Azure in Open subscription that is attached to an
// Enterprise Agreement on a UTC day: it is void (OPEN-16). The findings carry the advice the page gives: to use credit up
// first, and to review the documentation of the Enterprise Agreement before.
func (r *Rules) AfterAttachment(day terms.Day, a Attachment) rules.Decision[Fate] {
	return r.attachment.Explain(day, a)
}

// AfterAttachment is [Rules.AfterAttachment] of the [Published] rules.
func AfterAttachment(day terms.Day, a Attachment) rules.Decision[Fate] {
	return Published().AfterAttachment(day, a)
}

// AttachmentSet gives the rules behind [Rules.AfterAttachment], to list, to trace and to test.
func (r *Rules) AttachmentSet() *rules.Set[Attachment, Fate] { return r.attachment }

// EditAttachment gives rules with a change to the set behind [Rules.AfterAttachment].
func (r *Rules) EditAttachment(e rules.Edit[Attachment, Fate]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.attachment, e)
}
