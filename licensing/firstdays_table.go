package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The first days on which the record has what rules are about. Hardly a page says from which day it holds, so a rule begins
// with the day on which its subject is first on record; of an earlier day nothing is said.
var (
	// azureFrom is the day from which Azure was sold.
	azureFrom = terms.MustParseDay("2010-02-01")
	// volumeActivationFrom is the day of the first document on multiple activation keys and key management services.
	volumeActivationFrom = terms.MustParseDay("2006-10-25")
	// azureInCSPFrom is the first day of the month of Microsoft's guide to Azure in CSP, which has its tiers, roles and support.
	azureInCSPFrom = terms.MustParseDay("2015-09-01")
	// softwareInCSPFrom is the first day of the Product Terms of May 2018, which brought server software to CSP.
	softwareInCSPFrom = terms.MustParseDay("2018-05-01")
	// cloudAgreementFrom is the day from which the acceptance of the Microsoft Cloud Agreement could be confirmed.
	cloudAgreementFrom = terms.MustParseDay("2018-08-07")
	// azurePlanFrom is the first day of the month in which Azure plan was launched.
	azurePlanFrom = terms.MustParseDay("2019-11-01")
	// benefitKeysFrom is the day of the first activation by key on record: a picture shows a subscription that was activated on
	// it and ends a year later. The pages that tell the rules are of January 2021 and later.
	benefitKeysFrom = terms.MustParseDay("2020-07-13")
	// benefitPagesFrom is the day of the first page on record about partner benefits.
	benefitPagesFrom = terms.MustParseDay("2020-10-21")
	// openUnseenFrom is the day after the last page on record by which Open Value is there.
	openUnseenFrom = terms.MustParseDay("2025-07-23")
)

var (
	fromAzureStart = rules.Source{
		Document: "Softpedia, Windows Azure and SQL Azure General Availability in 21 Markets (2010-02-02)",
		Address:  "http://news.softpedia.com/news/Windows-Azure-and-SQL-Azure-General-Availability-in-21-Markets-133791.shtml", Checked: checked,
	}
	fromVolumeActivation = rules.Source{
		Document: "Windows Vista Volume Activation 2.0 FAQ (2006-10-25)",
		Address:  "https://studylib.net/doc/15530913/windows-vista-volume-activation-2.0-faq-description", Checked: checked,
	}
	fromAzureInCSPGuide = rules.Source{
		Document: "Getting started with Azure in Cloud Solution Provider (CSP), version 1 (September 2015)",
		Address:  "https://wixlib.com/document/35ce8_getting-started-with-azure-in-cloud-solution-provider-csp.html", Checked: checked,
	}
	fromSoftwareInCSP = rules.Source{
		Document: "ITAM Review, Microsoft Server Subscriptions for Azure, of the Product Terms of May 2018 (2018-05-08)",
		Address:  "https://itassetmanagement.net/2018/05/08/microsoft-server-subscriptions-for-azure/", Checked: checked,
	}
	fromCloudAgreement = rules.Source{
		Document: "Confirm customer acceptance of the Microsoft Cloud Agreement (2018)", Section: "Schedule",
		Address: "https://learn.microsoft.com/partner-center/confirm-consent", Checked: checked,
	}
	fromFirstKeyActivation = rules.Source{
		Document: "Cloud services (2023-06-15)", Section: "Check the number of licenses, cloud-users.png",
		Address: "https://learn.microsoft.com/partner-center/cloud-services", Checked: checked,
	}
)
