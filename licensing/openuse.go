package licensing

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// OpenAccount is the account with which an Azure in Open subscription is to be created.
type OpenAccount struct {
	// Created is the UTC day on which the Azure account with this e-mail address was created, of whatever offer type, trials
	// and Office 365 included; for an account that is created for the purpose it is the day asked about.
	Created terms.Day `json:"created,omitzero"`
}

// MayCreateInOpen is [Rules.MayCreateInOpen] of the [Published] rules.
func MayCreateInOpen(day terms.Day, account OpenAccount) rules.Decision[rules.Truth] {
	return Published().MayCreateInOpen(day, account)
}

// MayCreateInOpen says whether an Azure in Open subscription can be created with an account. With one that was created
// before 14 July 2014 it cannot: the customer creates a new account with another e-mail address (OPEN-17).
func (r *Rules) MayCreateInOpen(day terms.Day, account OpenAccount) rules.Decision[rules.Truth] {
	return r.openAccount.Explain(day, account)
}

// OpenAccountSet gives the set that [Rules.MayCreateInOpen] asks, licensing/openaccount.
func (r *Rules) OpenAccountSet() *rules.Set[OpenAccount, rules.Truth] { return r.openAccount }

// EditOpenAccount gives the rules with changes to the set of [Rules.MayCreateInOpen].
func (r *Rules) EditOpenAccount(e rules.Edit[OpenAccount, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.openAccount, e)
}

// An OpenProduct is a kind of product that a customer with Azure in Open may want. The zero OpenProduct means "not given".
// Its texts, in JSON too, are consumption, ownLicence, marketplaceUsage, userLicence, supportPlan and government.
type OpenProduct uint8

const (
	_ OpenProduct = iota
	// OpenConsumption is an Azure service that is paid as it is used.
	OpenConsumption
	// OpenOwnLicence is an offer of the Azure Marketplace to which the customer brings its licence.
	OpenOwnLicence
	// OpenMarketplaceUsage is an offer of the Azure Marketplace that is paid as it is used.
	OpenMarketplaceUsage
	// OpenUserLicence is a service licensed per user, such as Azure AD Basic, Azure AD Premium and Enterprise Mobility Suite.
	OpenUserLicence
	// OpenSupportPlan is an Azure support plan.
	OpenSupportPlan
	// OpenGovernment is a service of Azure Government.
	OpenGovernment
)

// An OpenWay is how a customer with Azure in Open comes by a product. The zero OpenWay is no answer. Its texts, in JSON
// too, are credit, ownLicence, cardSubscription, userLicence, cardPurchase and none.
type OpenWay uint8

const (
	_ OpenWay = iota
	// WayCredit pays it with the credit.
	WayCredit
	// WayOwnLicence deploys it with a licence of the customer's own.
	WayOwnLicence
	// WayCardSubscription takes a separate subscription with a credit card.
	WayCardSubscription
	// WayUserLicence buys it through Open by user and year, separately.
	WayUserLicence
	// WayCardPurchase buys it separately, for which a credit card will do.
	WayCardPurchase
	// WayNone is no way.
	WayNone
)

// OpenWish is a product that a customer with Azure in Open wants.
type OpenWish struct {
	Product OpenProduct `json:"product,omitzero"`
}

// OpenWayTo is [Rules.OpenWayTo] of the [Published] rules.
func OpenWayTo(day terms.Day, wish OpenWish) rules.Decision[OpenWay] {
	return Published().OpenWayTo(day, wish)
}

// OpenWayTo says how a customer with Azure in Open comes by a product: services paid as they are used with its credit
// (OPEN-02), offers of the Marketplace with its own licence, and others only by a separate subscription with a credit card
// (OPEN-13), services per user by user and year (OPEN-28), a support plan separately (OPEN-06), and Azure Government not
// at all (OPEN-14).
func (r *Rules) OpenWayTo(day terms.Day, wish OpenWish) rules.Decision[OpenWay] {
	return r.openProduct.Explain(day, wish)
}

// OpenProductSet gives the set that [Rules.OpenWayTo] asks, licensing/openproduct.
func (r *Rules) OpenProductSet() *rules.Set[OpenWish, OpenWay] { return r.openProduct }

// EditOpenProduct gives the rules with changes to the set of [Rules.OpenWayTo].
func (r *Rules) EditOpenProduct(e rules.Edit[OpenWish, OpenWay]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.openProduct, e)
}

// A SupportTopic is what a question to support is about. The zero SupportTopic means "not given". Its texts, in JSON too,
// are subscription, billing and technical.
type SupportTopic uint8

const (
	_ SupportTopic = iota
	// TopicSubscription is a question about a subscription.
	TopicSubscription
	// TopicBilling is a question about billing.
	TopicBilling
	// TopicTechnical is a technical question, or something that is broken.
	TopicTechnical
)

// OpenQuestion is a question of a customer with Azure in Open to support.
type OpenQuestion struct {
	Topic SupportTopic `json:"topic,omitzero"`
}

// NeedsSupportPlan is [Rules.NeedsSupportPlan] of the [Published] rules.
func NeedsSupportPlan(day terms.Day, question OpenQuestion) rules.Decision[rules.Truth] {
	return Published().NeedsSupportPlan(day, question)
}

// NeedsSupportPlan says whether a customer with Azure in Open needs an Azure support plan for a question. For technical
// ones it does; a plan is sold separately, and a credit card will do. Questions about the subscription or about billing
// need none. All go through the reseller, or online through the classic portal (OPEN-06).
func (r *Rules) NeedsSupportPlan(day terms.Day, question OpenQuestion) rules.Decision[rules.Truth] {
	return r.openSupport.Explain(day, question)
}

// OpenSupportSet gives the set that [Rules.NeedsSupportPlan] asks, licensing/opensupport.
func (r *Rules) OpenSupportSet() *rules.Set[OpenQuestion, rules.Truth] { return r.openSupport }

// EditOpenSupport gives the rules with changes to the set of [Rules.NeedsSupportPlan].
func (r *Rules) EditOpenSupport(e rules.Edit[OpenQuestion, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.openSupport, e)
}

// OpenManagement is the wish to manage a customer's account with Azure in Open.
type OpenManagement struct {
	By Party `json:"by,omitzero"`
	// CoAdministrator says whether the customer has added the reseller as co-administrator.
	CoAdministrator rules.Truth `json:"coAdministrator,omitzero"`
}

// MayManageInOpen is [Rules.MayManageInOpen] of the [Published] rules.
func MayManageInOpen(day terms.Day, management OpenManagement) rules.Decision[rules.Truth] {
	return Published().MayManageInOpen(day, management)
}

// MayManageInOpen says whether somebody may manage an account with Azure in Open: the customer may, and a reseller alone or
// together with it, once the customer has added the reseller as co-administrator (OPEN-18).
func (r *Rules) MayManageInOpen(day terms.Day, management OpenManagement) rules.Decision[rules.Truth] {
	return r.openManagement.Explain(day, management)
}

// OpenManagementSet gives the set that [Rules.MayManageInOpen] asks, licensing/openmanagement.
func (r *Rules) OpenManagementSet() *rules.Set[OpenManagement, rules.Truth] { return r.openManagement }

// EditOpenManagement gives the rules with changes to the set of [Rules.MayManageInOpen].
func (r *Rules) EditOpenManagement(e rules.Edit[OpenManagement, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.openManagement, e)
}

// OpenMove is the wish to move a workload to or from Azure in Open.
type OpenMove struct {
	// Supported is what Microsoft's billing support has found of this workload.
	Supported rules.Truth `json:"supported,omitzero"`
}

// MayMoveInOpen is [Rules.MayMoveInOpen] of the [Published] rules.
func MayMoveInOpen(day terms.Day, move OpenMove) rules.Decision[rules.Truth] {
	return Published().MayMoveInOpen(day, move)
}

// MayMoveInOpen says whether a workload may be moved. Every workload differs, and billing support evaluates whether the
// move is supported (OPEN-25): without its finding there is no answer, and the decision asks for it.
func (r *Rules) MayMoveInOpen(day terms.Day, move OpenMove) rules.Decision[rules.Truth] {
	return r.openMove.Explain(day, move)
}

// OpenMoveSet gives the set that [Rules.MayMoveInOpen] asks, licensing/openmove.
func (r *Rules) OpenMoveSet() *rules.Set[OpenMove, rules.Truth] { return r.openMove }

// EditOpenMove gives the rules with changes to the set of [Rules.MayMoveInOpen].
func (r *Rules) EditOpenMove(e rules.Edit[OpenMove, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.openMove, e)
}

// An OpenPortal is a web site on which a customer with Azure in Open does something. The zero OpenPortal means "not
// given". Its texts, in JSON too, are management, billing, preview and classic.
type OpenPortal uint8

const (
	_ OpenPortal = iota
	// PortalManagement is the management portal.
	PortalManagement
	// PortalBilling is the usage and billing portal.
	PortalBilling
	// PortalPreview is the preview portal, which combines those two. Either way works.
	PortalPreview
	// PortalClassic is the classic Azure portal.
	PortalClassic
)

// An OpenTask is what a customer with Azure in Open does on a portal. The zero OpenTask means "not given". Its texts, in
// JSON too, are services, consumption, balance, account, topUp, alerts, domains, users, subscriptions, coAdministrators
// and support.
type OpenTask uint8

const (
	_ OpenTask = iota
	// TaskServices is configuring and using services.
	TaskServices
	// TaskConsumption is seeing what is consumed.
	TaskConsumption
	// TaskBalance is seeing the balance.
	TaskBalance
	// TaskAccount is seeing and updating the details of the account.
	TaskAccount
	// TaskTopUp is adding credit by card.
	TaskTopUp
	// TaskAlerts is setting up alerts.
	TaskAlerts
	// TaskDomains is administering domains.
	TaskDomains
	// TaskUsers is administering end users.
	TaskUsers
	// TaskSubscriptions is administering subscriptions.
	TaskSubscriptions
	// TaskCoAdministrators is administering co-administrators.
	TaskCoAdministrators
	// TaskSupport is making support requests.
	TaskSupport
)

// Tasks gives what is done on the portal (OPEN-27), nothing for a portal that is none.
func (p OpenPortal) Tasks() []OpenTask {
	switch p {
	case PortalManagement:
		return []OpenTask{TaskServices}
	case PortalBilling:
		return []OpenTask{TaskConsumption, TaskBalance, TaskAccount, TaskTopUp, TaskAlerts}
	case PortalPreview:
		return append(PortalManagement.Tasks(), PortalBilling.Tasks()...)
	case PortalClassic:
		return []OpenTask{TaskDomains, TaskUsers, TaskSubscriptions, TaskCoAdministrators, TaskSupport}
	default:
		return nil
	}
}

// Portals gives where the task is done; where there are several, any will do (OPEN-27).
func (t OpenTask) Portals() []OpenPortal {
	var portals []OpenPortal
	for portal := range openPortalNames.Each {
		if slices.Contains(portal.Tasks(), t) {
			portals = append(portals, portal)
		}
	}
	return portals
}
