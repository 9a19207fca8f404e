// Package licensing answers what a key of Microsoft's commercial cloud is, until when it can be used, what redeeming it
// does to the licences and the end date of a subscription, which keys of a pool to redeem for a goal, and when a term ends.
//
// "OSA" here is always Online Service Activation. Microsoft has two other things of that
// name, and neither is meant: Online Services Advisory, an incentive for partners, and the
// Office Subscription Agent.
//
// # What it answers
//
//   - Is this text a key, and which? [ParseOSAKey] reads one into an [OSAKey].
//   - What does a purchase carry? [NewOSAPurchase] gives an [OSAPurchase]: a key, its day,
//     and its tokens, each an [OSAToken] of whole units (OPEN-03). One purchase is one key
//     unless the order says otherwise (OPEN-09). [OSAPurchase.Key], [OSAPurchase.Purchased] and
//     [OSAPurchase.Tokens] give them back.
//   - Until when can the key be activated? [OSAPurchase.LastActivationDay] gives the day five
//     years after the purchase (OPEN-08), and [OSAPurchase.CheckActivation] says of any
//     day whether it is in time, and what would be. [MayActivate] answers from facts that may be missing, of an
//     [OSAActivation], and says by which rules.
//   - What is it redeemed for? A [Redemption] is one of two things (OPEN-01),
//     [ActivatesSubscription] or [AddsCredit]; [ParseRedemption] reads one and
//     [Redemption.IsValid] tells it from a number that is none.
//
// # Product keys
//
// A [ProductKey] is a key of any [KeyKind]: [OnlineServiceActivation], [PartnerBenefit], [SoftwareSubscription],
// [MultipleActivation] or [KeyManagementService]. [ParseProductKey] reads one, of as many characters as [KeyKind.Lengths]
// says. [ProductKey.Kind], [ProductKey.ID], [ProductKey.OSAKey] and [ProductKey.IsZero] tell what it is; it hides itself as
// an [OSAKey] does ([ProductKey.String], [ProductKey.Format], [ProductKey.LogValue], [ProductKey.MarshalText]) but for
// [ProductKey.Reveal]. [ProductKey.LicenceKey] gives it as redemptions take it. [KeyKind.IsSingleUse] and [MayUseKey] say what a key may be used for: one of a key management
// service never in CSP (SW-07). [LastKMSDay] gives the last day on which a device that such a service activated is sure to
// be active, by which a move from volume licensing brings no downtime (SW-08).
//
// # Licences and time
//
// A [LicenceKey] is the key of a partner benefit and carries licences for 12 months (MPN-12); keys of other kinds are refused,
// each with the reason. [Extend] redeems keys on a [Subscription], one after another,
// each a [KeyRedemption]: to extend the end date, to add licences, or to activate it ([KeyAction]). Both calculations are
// one (MPN-11), and exact: a time is a [LicenceTime], a [Fraction] with its [TimeMeasure] ([NewFraction], [ParseFraction],
// [ParseLicenceTime], [LicenceTime.Number], [LicenceTime.Measure], [LicenceTime.Text]); no time is added or lost, and what
// making a day of a time leaves over is told in licence-days. Where the record leaves something open, a [Reckoning] names
// the choice; [DefaultReckoning] makes them all. The answer is an [Extension], with the decision behind each
// [RedemptionResult]. What is refused, a key of more than three times the active licences or one that was redeemed, is a
// [RefusalError] with the rules that refuse it; [MayRedeem] decides the same from facts given one by one, and
// [ChooseAction] says which action to choose (MPN-24).
//
//	extension, err := licensing.Extend(subscription, licensing.DefaultReckoning(),
//		licensing.KeyRedemption{Key: key, Action: licensing.ExtendEndDate, Day: day})
//
// [PlanRenewal] finds the redemptions of a pool of keys that meet a [Goal] with the least licence-time wasted, or says why
// none do: a [RenewalPlan] with its [PlanStatus] and [PlanObstacle]. [CompareCourses] sets side by side what comes of adding
// all keys, of extending with them, and of letting the subscription lapse and starting anew: a [Course] each, with end
// dates and seat-months, in a [Comparison]. Both take a [RenewalRequest].
//
// # Terms
//
// A [Term] is P1M, P1Y or P3Y ([ParseTerm], [Term.IsValid], [Term.Months]). [Term.Period] gives the days of one, as a
// [Period], whose last day is included: [Period.RenewalDay], [Period.Days], [Period.Span], and as Microsoft's resources have
// them [Period.EndDate] and [Period.EndDateTime]. [Term.Periods] gives the terms that follow, by a [RenewalAnchor], and
// [RenewsItself] whether a software subscription has any (SW-10, SW-23). [Term.BillingCycles] gives the charge cycles of a
// [BillingCycle], by a [CycleStart]. [CoTerminate] aligns the end of a subscription with another one's or with a calendar
// month ([CoTermination], [CoTerm]); [MayCoTerminate] says whether that may be.
//
// # Software subscriptions
//
// [IsVisible] says whether a software subscription stands on a page of Partner Center or is returned by its API, each a
// [SoftwarePlace], by the day of its purchase (SW-04). [MayBillSoftware] says whether it can be billed by a [BillingCycle]
// (SW-11, SW-30), [NeedsOf] what the product needs before it can be used, [SoftwareNeeds] (SW-22, [SoftwareNeeds.IsNothing]),
// and [MayAcquire] what a partner acquires for whom through which portals (SW-29).
//
// Who may sell, fetch keys or read the log of who did [MayPerform] answers for a [Task] and a [PortalRole] (SW-05, SW-09,
// SW-28, SW-31, PLAN-07, MPN-19). [RolesFor] lists the roles for a task, each a [PermittedRole] with its decision.
//
// # Agreements
//
// [MayOrder] says whether the agreements permit a new [Order]: the Microsoft Cloud Agreement up to 31 January 2020, the
// Microsoft Customer Agreement from 1 October 2019 on, and from 1 February 2020 the latter alone, for every offer, with the
// customer's [Acceptance] confirmed (PLAN-05, PLAN-09). [MayAttest] says who may confirm it by an [Attestation].
//
//	decision := licensing.MayOrder(day, licensing.Order{
//		Product: licensing.OrderedMicrosoft365, Acceptance: licensing.AttestedByPartner, AcceptedOn: accepted, PartnerAgreement: rules.Yes,
//	})
//
// # Partner benefits
//
// A [Benefit] is of one of the [BenefitKinds] (MPN-01). [HasBenefit] says whether a member has one by a [MembershipOffer]
// (MPN-02) and its [BenefitProduct] has not left the package ([BenefitProduct.ReplacedBy], MPN-18); [ActivatesBenefit] how it
// is activated (MPN-04, MPN-08), an [ActivationWay] with its page ([ActivationWay.Address]). [ProductsWithKey] names products
// that a key activates (MPN-23). [MayAssign] says to whom Azure credit is assigned, and [MayChangeUser] whether its users
// can be changed: the pages of 2021 and 2023 say otherwise (MPN-05, MPN-22). [CompareExpiry] sets the expiry date of a
// benefit against the end date of the subscription (MPN-17).
//
// # Azure in Open
//
// [MayBuyInOpen] answers whether Azure in Open can be bought: in one of the [OpenProgrammes], in the customer's country, and
// not for Azure Government. It is asked with an [OpenPurchase] and answers with an [OpenPurchaseAnswer]. [MayBuyThrough] says
// of each [AzureChannel] whether it sells Azure on a day, [AzureChannels] which do, and [AzureChannel.IsOpen] which are of
// Open; [KeySales] who sells the key to whom. [MayCreateInOpen] says whether an account will do (OPEN-17), [OpenWayTo] how a
// customer comes by a product, such as one of the Marketplace or one per user, [NeedsSupportPlan] what a question to
// support takes, [MayManageInOpen] who may manage the account, [MayMoveInOpen] whether a workload may be moved, and
// [OpenTask.Portals] and [OpenPortal.Tasks] what is done on which portal.
//
// # The channel
//
// [DoneBy] says who prices, bills, provisions, supports and raises cases for whom, a [DutyFor]: a [Party] for each
// [Duty]. [MayBePartner] says who can be a direct partner, a distributor or a reseller, and
// [MayProvision] for whom a partner may provision. [AccessOf] says what a party can do in a customer's subscription, and why
// a customer had better not be made owner; [NextAccessStep] which of the two steps a reseller takes next. [MayUseInCSP] says
// what can be used there: services on Azure Resource Manager, and little from third parties. [CSPServices] and
// [ManagementWays] are lists of the page. Who is billed in which currency is for package pricing, where a partner may sell
// for package markets.
//
// # Azure Hybrid Benefit
//
// [HybridBenefitOf] answers whether a [HybridLicence] qualifies, and whether it is converted or reused (SW-01).
// [CoreLicences] gives how many core licences a set of machines of Windows Server needs, as a [CoreNeed], by the
// [CoreCounting] of the day or another; [SQLCoreLicences] gives the same for SQL Server, as a [SQLNeed], by the [SQLRatio] of
// [SQLRatioOf] ([SQLRatio.Licences]). [MayUseTwice] says whether licences may be used on-premises too, and until when, as a
// [DualUseAnswer]; [MayRunUnlimited] whether they allow any number of machines on a dedicated host.
//
// # Keys are secrets
//
// Who reads a key can redeem it. Every text of an [OSAKey] is therefore masked, with the last
// group left to be seen: [OSAKey.String], every verb of fmt ([OSAKey.Format]), log/slog
// ([OSAKey.LogValue]), and [OSAKey.MarshalText], through which JSON and XML go. A key in
// an unexported field of another struct, where fmt calls no methods, prints as an
// address. Errors never repeat a text that should have been a key, and name
// keys by [OSAKey.ID], which reveals nothing and may be stored. [OSAKey.Reveal] gives the
// key, and searching a program for that one name finds every place where it does.
//
// Three things this does not do. It does not hide a key from a debugger, or from a printer
// that follows pointers in unexported fields. It cannot know a key in a place where none
// belongs: an error about a misspelt currency repeats what stood there, and
// the path of a [terms.DecodeError] repeats the names of JSON members, so keys
// make no good member names. And it does not wipe memory.
//
// # Days
//
// Days are UTC civil days, [terms.Day]. The record says "five years" and gives neither an
// instant nor a zone; the last day is read as included, and five years after 29 February
// are over with 28 February. Nothing here reads the clock.
//
// # JSON and zero values
//
// A purchase is read by [OSAPurchase.UnmarshalJSON], as strictly as [terms.Decode], with the
// key in full. [OSAPurchase.MarshalJSON] writes it with the key masked and its id beside it.
// So keys, and what holds them, are the one exception to the rule that what is
// marshalled decodes to an equal value: JSON ends up in logs, tickets and
// caches, and a key that had to be written for the sake of reading it back would be spendable
// there. [OSAKey.UnmarshalText] and UnmarshalJSON tell a masked key from a wrong one.
// A [Redemption] goes both ways: [Redemption.String], [Redemption.MarshalText],
// [Redemption.UnmarshalText].
//
// Every zero value means "not given" and allows nothing: [OSAKey.IsZero],
// [OSAPurchase.IsZero]. Keys compare with ==, purchases with [OSAPurchase.Equal];
// [OSAPurchase.String] gives a line about one for people.
//
// # Decisions
//
// The findings of a decision are all the rules that spoke, and they need not agree: that a role is permitted and that the day
// of acceptance lies in the future are both told. What each of them says is in Says, and those that say what the decision
// does are its reasons. A finding that says nothing is a note.
//
// [Messages] has what they say in Swedish and Norwegian, which package rules/rulesmsg writes for a reader.
//
// Hardly a page says from which day it holds. A rule begins with the first day on which the record has what it is about, such
// as July 2020 for keys of partner benefits; of an earlier day there is no answer ([rules.ErrNoRule], [rules.ErrNoFigure]),
// or the default, whose text says so.
//
// # Rules and overlays
//
// [Published] gives the [Rules] this package decides by. [Rules.With] gives those of a team whose contract says
// otherwise, [Rules.AsKnown] those of another day's wording, and [Rules.About] lists them. By these rules
// [Rules.LastActivationDay], [Rules.CheckActivation] and [Rules.MayActivate] reckon and decide;
// [Rules.OSAActivationTime] gives the figure behind them, in [Months], [Rules.OSAActivationSet] the rules, and
// [Rules.EditOSAActivation] changes these in Go.
//
// So it is with the others. [Rules.Extend], [Rules.PlanRenewal], [Rules.CompareCourses], [Rules.MayRedeem] and
// [Rules.ChooseAction] go by [Rules.RedemptionSet] and [Rules.ActionSet] ([Rules.EditRedemption], [Rules.EditAction]) and by
// the figures of [Rules.KeyMonths], [Rules.ExtensionFactor], in [Times], and [Rules.ExtensionLimit]; [Rules.MayUseKey] by
// [Rules.KeyUseSet] ([Rules.EditKeyUse]); [Rules.LastKMSDay] by [Rules.KMSGrace], in [Days]; [Rules.CoTerminate] and
// [Rules.MayCoTerminate] by [Rules.CoTerminationSet] ([Rules.EditCoTermination]); [Rules.RenewsItself] by
// [Rules.AutoRenewalSet] ([Rules.EditAutoRenewal]).
//
// Of software subscriptions, [Rules.IsVisible] goes by [Rules.VisibilitySet] ([Rules.EditVisibility]),
// [Rules.MayBillSoftware] by [Rules.SoftwareBillingSet] ([Rules.EditSoftwareBilling]), [Rules.NeedsOf] by
// [Rules.SoftwareNeedSet] ([Rules.EditSoftwareNeed]), [Rules.MayAcquire] by [Rules.AcquisitionSet] ([Rules.EditAcquisition]),
// and [Rules.MayPerform] and [Rules.RolesFor] by [Rules.TaskSet] ([Rules.EditTask]). Of agreements, [Rules.MayOrder] goes by
// [Rules.OrderSet] ([Rules.EditOrder]) and [Rules.MayAttest] by [Rules.AttestationSet] ([Rules.EditAttestation]). Of
// benefits, [Rules.HasBenefit] goes by [Rules.BenefitSet] ([Rules.EditBenefit]), [Rules.ActivatesBenefit] by
// [Rules.BenefitActivationSet] ([Rules.EditBenefitActivation]), [Rules.MayAssign] by [Rules.AssignmentSet]
// ([Rules.EditAssignment]), and [Rules.MayChangeUser] by [Rules.UserChangeSet] ([Rules.EditUserChange]) and the figure of
// [Rules.ReassignmentLimit].
//
// [Rules.MayBuyInOpen] goes by [Rules.OpenPurchaseSet] ([Rules.EditOpenPurchase]), by what package markets says of the
// country ([Rules.Markets]), and by [Rules.MayBuyThrough], which with [Rules.AzureChannels] goes by [Rules.ChannelSet]
// ([Rules.EditChannel]); [Rules.MayCreateInOpen] by [Rules.OpenAccountSet] ([Rules.EditOpenAccount]), [Rules.OpenWayTo] by
// [Rules.OpenProductSet] ([Rules.EditOpenProduct]), [Rules.NeedsSupportPlan] by [Rules.OpenSupportSet]
// ([Rules.EditOpenSupport]), [Rules.MayManageInOpen] by [Rules.OpenManagementSet] ([Rules.EditOpenManagement]), and
// [Rules.MayMoveInOpen] by [Rules.OpenMoveSet] ([Rules.EditOpenMove]).
//
// [Rules.DoneBy] goes by [Rules.DutySet] ([Rules.EditDuty]), [Rules.MayBePartner] by [Rules.PartnerSet]
// ([Rules.EditPartner]), [Rules.MayProvision] by [Rules.CustomerSet] ([Rules.EditCustomer]), [Rules.AccessOf] by
// [Rules.AccessSet] ([Rules.EditAccess]), [Rules.NextAccessStep] by [Rules.AccessStepSet] ([Rules.EditAccessStep]), and
// [Rules.MayUseInCSP] by [Rules.CSPUseSet] ([Rules.EditCSPUse]).
//
// [Rules.HybridBenefitOf] goes by [Rules.HybridSet] ([Rules.EditHybrid]); [Rules.CoreLicences] by the figures of
// [Rules.CoreCountings], [Rules.MachineCores] and [Rules.ProcessorCores], in [Cores]; [Rules.SQLCoreLicences] and
// [Rules.SQLRatioOf] by [Rules.SQLRatioSet] ([Rules.EditSQLRatio]) and [Rules.SQLMachineCores]; [Rules.MayUseTwice] by
// [Rules.DualUseSet] ([Rules.EditDualUse]), [Rules.MigrationTime] and [Rules.SQLMigrationTime]; [Rules.MayRunUnlimited] by
// [Rules.HostUseSet] ([Rules.EditHostUse]).
//
// # Errors
//
// Conditions are sentinels for errors.Is: [ErrOSAKey], [ErrOSAPurchase], [ErrActivatedTooLate],
// [ErrActivatedBeforePurchase], [ErrNotGiven], [ErrFigure], [ErrProductKey], [ErrFraction], [ErrRequest], [ErrRefused].
// What was wrong, where, and what would be right is in the errors that wrap them: [KeyError], [PurchaseError],
// [ActivationError], [RequestError], [RefusalError]. No input panics.
//
// # Sources
//
// OPEN-01 and the like are facts of Microsoft's page "Get started with Azure in Open
// Licensing" (offer MS-AZR-0111P), Swedish edition. That a key has 25 letters and digits
// is from "Online service activation for Open programs (volume licensing)" in Microsoft
// 365's documentation, as of 2025. Where pages disagree, the declaration concerned says so.
//
// MPN-07 and the like are from "Explore the Azure and cloud products benefits area in Partner Center", SW-06 and the like from
// "Sell software subscriptions through the CSP program", both in Swedish. What they leave open is from the English "Cloud
// services" of 2023, and terms, charge cycles and co-termination from Partner Center's "Billing scenarios for one-time and
// select recurring purchases" of 2022, "Align new commerce experience subscription end dates" and "REST error codes" of 2023.
// Of the latter's examples one is left out: a month from 2 March cannot end on 2 April within its term.
//
// PLAN-05 and the like are from "Introduction: Azure plan lets partners buy Azure at pay-as-you-go rates for customers" of
// 2020, in Swedish. When the Microsoft Customer Agreement came, who attests it and that its date cannot lie in the future are
// from "Confirm customer acceptance of the Microsoft Customer Agreement" of 2020 and 2023. What changed in partner benefits
// is from "Azure credits", "Silver or Gold Membership" and "Buy or renew a Microsoft Action Pack", all of September 2023.
//
// CSP-16 and the like are from "Azure in CSP" (offer MS-AZR-0145P), Norwegian edition of 2021. That Open License sells
// nothing after 2021 is from a reprint of Microsoft's announcement of 2020. Azure Hybrid Benefit beyond SW-01 is from
// Microsoft's pages of 2018 to 2025 and from what others wrote about the Product Terms; these pages do not say from which day
// they hold, so a rule of counting begins with the day of the first page that has it, and its reading names the others.
//
// # What it does not cover
//
// Whether a key exists, was sold to the one who holds it, or was already redeemed: only
// Microsoft's service knows. What an activated key is worth, in what order credit is used,
// and that it is lost 12 months after its own activation (OPEN-15), is package credit's.
// Whether a partner may sell in a customer's market is package markets', how long a purchase can be cancelled package
// cancellation's. Of Azure Hybrid Benefit the uses for Azure Local, AKS and SQL Server Integration Services are left out, as
// are passive replicas. Microsoft's page on Open programmes has another arithmetic for OSA
// keys, by which added licences leave the end date where it is; [Extend] is for the keys of partner benefits.
package licensing
