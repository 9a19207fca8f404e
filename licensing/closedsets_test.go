package licensing_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
)

// set is a closed set: its values are small whole numbers.
type set[T any] interface {
	*T
	encoding.TextUnmarshaler
}

// holdsNames holds a closed set to names for its values from 1 on, and to none for others.
func holdsNames[T interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}, P set[T]](t *testing.T, names ...string) {
	t.Helper()
	for i, name := range append([]string{""}, names...) {
		value := T(i) //nolint:gosec // a handful
		assert.Equal(t, name, value.String())
		text, err := json.Marshal(value)
		require.NoError(t, err)
		assert.Equal(t, `"`+name+`"`, string(text))
		var back T
		require.NoError(t, P(&back).UnmarshalText([]byte(name)))
		assert.Equal(t, value, back)
	}
	_, err := T(len(names) + 1).MarshalText() //nolint:gosec // a handful
	require.ErrorIs(t, err, terms.ErrName)
	kept := T(1)
	require.ErrorIs(t, P(&kept).UnmarshalText([]byte("Another")), terms.ErrName)
	assert.Equal(t, T(1), kept)
}

// A reader of the documentation learns how a value is written from the doc comment of its type.
func TestTheTextsOfClosedSetsAreDocumented(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	source := ""
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		source += string(text)
	}
	sets := regexp.MustCompile(`enum\.Of\[(\w+)\]\("[^"]*", (.*)\)`).FindAllStringSubmatch(source, -1)
	require.NotEmpty(t, sets)
	for _, set := range sets {
		doc := regexp.MustCompile(`((?://.*\n)+)type ` + set[1] + ` uint8`).FindStringSubmatch(source)
		require.NotNil(t, doc, set[1])
		for _, text := range regexp.MustCompile(`\w[\w-]*`).FindAllString(set[2], -1) {
			assert.Regexp(t, `\b`+text+`\b`, strings.ReplaceAll(doc[1], "\n// ", " "), set[1])
		}
	}
}

func TestNames(t *testing.T) {
	holdsNames[licensing.HybridEdition](t, "windowsServerStandard", "windowsServerDatacenter", "sqlServerStandard", "sqlServerEnterprise", "otherEdition")
	holdsNames[licensing.HybridBenefit](t, "reuse", "convert", "none")
	holdsNames[licensing.HybridTarget](t, "onMachine", "onDedicatedHost")
	holdsNames[licensing.CoreCounting](t, "inSets", "inGroups", "perCore")
	holdsNames[licensing.SQLService](t, "generalPurpose", "hyperscale", "businessCritical", "standardMachine", "enterpriseMachine")
	holdsNames[licensing.SQLRatio](t, "oneForOne", "oneForFour", "fourForOne", "notCovered")
	holdsNames[licensing.AzureChannel](t, "web", "enterpriseAgreement", "open", "openValue", "openValueSubscription")
	holdsNames[licensing.OpenProduct](t, "consumption", "ownLicence", "marketplaceUsage", "userLicence", "supportPlan", "government")
	holdsNames[licensing.OpenWay](t, "credit", "ownLicence", "cardSubscription", "userLicence", "cardPurchase", "none")
	holdsNames[licensing.SupportTopic](t, "subscription", "billing", "technical")
	holdsNames[licensing.OpenPortal](t, "management", "billing", "preview", "classic")
	holdsNames[licensing.OpenTask](t, "services", "consumption", "balance", "account", "topUp", "alerts", "domains", "users", "subscriptions", "coAdministrators", "support")
	holdsNames[licensing.Party](t, "microsoft", "directPartner", "distributor", "reseller", "customer")
	holdsNames[licensing.DutyFor](t, "directCustomer", "indirectCustomer", "reseller")
	holdsNames[licensing.Duty](t, "prices", "terms", "billing", "provisioning", "management", "support", "cases", "availability")
	holdsNames[licensing.AzureRole](t, "noRole", "contributor", "owner")
	holdsNames[licensing.Access](t, "none", "services", "users")
	holdsNames[licensing.AccessStep](t, "relationship", "role", "none")
	holdsNames[licensing.CSPItem](t, "azureService", "thirdParty", "ownLicence", "freeImage", "valueAdded")
	holdsNames[licensing.Term](t, "P1M", "P1Y", "P3Y")
	holdsNames[licensing.RenewalAnchor](t, "lastEnd", "firstDay")
	holdsNames[licensing.BillingCycle](t, "monthly", "annual", "triennial")
	holdsNames[licensing.CycleStart](t, "fromMonthEnd", "onSameDay", "withCalendar")
	holdsNames[licensing.Alignment](t, "subscriptionAligned", "calendarMonthAligned")
	holdsNames[licensing.TargetEnd](t, "latestRenewal", "currentEnd")
	holdsNames[licensing.RenewalSwitch](t, "untouched", "on", "off")
	holdsNames[licensing.KeyKind](t, "onlineServiceActivation", "partnerBenefit", "softwareSubscription", "multipleActivation", "keyManagementService")
	holdsNames[licensing.KeyPurpose](t, "toStartSubscription", "toChangeSubscription", "toAddCredit", "toActivateSoftware")
	holdsNames[licensing.TimeMeasure](t, "months", "days", "licence-months", "licence-days")
	holdsNames[licensing.GraceCount](t, "fromActivationDay", "fromDayAfter")
	holdsNames[licensing.KeyAction](t, "extendEndDate", "addLicences", "activateAsNew")
	holdsNames[licensing.RenewalAim](t, "moreTime", "moreLicences", "moreOfBoth")
	holdsNames[licensing.SubscriptionStatus](t, "none", "active", "expired", "disabled")
	holdsNames[licensing.TimeUnit](t, "calendarMonths", "calendarDays")
	holdsNames[licensing.Rounding](t, "down", "nearest", "up")
	holdsNames[licensing.ExtensionLimit](t, "addedTime", "resultingEnd")
	holdsNames[licensing.ExpiryDay](t, "counts", "isOver")
	holdsNames[licensing.PlanStatus](t, "found", "impossible", "stopped")
	holdsNames[licensing.PlanObstacle](t, "noKeys", "tooFewLicences", "tooLittleTime", "refused", "outOfReach")
	holdsNames[licensing.CourseKind](t, "keep", "addLicences", "extendEndDate", "startAnew")

	holdsNames[licensing.PortalRole](t, "globalAdministrator", "adminAgent", "salesAgent", "accountAdministrator", "referralAdministrator", "marketingContentAdministrator", "partnerAdministrator", "other")
	holdsNames[licensing.Task](t, "sellSoftware", "sellAzurePlan", "fetchCustomerKeys", "fetchOwnKeys", "readKeyActivity", "viewBenefits")
	holdsNames[licensing.SoftwarePlace](t, "inGetSubscriptions", "inGetOrders", "onSubscriptionsPage", "onSoftwarePage")
	holdsNames[licensing.SoftwareKind](t, "softwareToDownload", "softwareWithInstructions", "serviceLicence")
	holdsNames[licensing.OrderedProduct](t, "azurePlan", "previousAzure", "microsoft365", "dynamics365", "reservation", "serverSubscription", "other")
	holdsNames[licensing.Acceptance](t, "notAccepted", "acceptedUnconfirmed", "attestedByPartner", "acceptedDirectly")
	holdsNames[licensing.BenefitKind](t, "usageBased", "licenceBased")
	holdsNames[licensing.BenefitType](t, "core", "incremental")
	holdsNames[licensing.MembershipOffer](t, "actionPack", "silverCompetency", "goldCompetency", "solutionsPartner", "other")
	holdsNames[licensing.BenefitProduct](t, "office365E3", "office365E5", "enterpriseMobilitySecurity", "intune", "windows10Enterprise", "microsoft365E3", "microsoft365E5", "other")
	holdsNames[licensing.ActivationWay](t, "assignToUser", "redeemAsNew", "redeemOnExisting")
	holdsNames[licensing.CreditUser](t, "companyUser", "guestUser")
	holdsNames[licensing.AzureBenefit](t, "azureMonthlyCredit", "azureBulkCredit")
	holdsNames[licensing.UserChange](t, "addUser", "removeUser", "replaceUser")
}

// Who keeps a number keeps it for good: the constants are the values in this order.
func TestConstantsAreInOrder(t *testing.T) {
	assert.Equal(t, []licensing.KeyAction{1, 2, 3}, []licensing.KeyAction{licensing.ExtendEndDate, licensing.AddLicences, licensing.ActivateAsNew})
	assert.Equal(t, licensing.Reckoning{Unit: 1, Rounding: 1, Limit: 1, Expiry: 1}, licensing.DefaultReckoning())
	assert.Equal(t, []licensing.Term{1, 2, 3}, []licensing.Term{licensing.OneMonth, licensing.OneYear, licensing.ThreeYears})
}
