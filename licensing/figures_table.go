package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The record gives no day on which one of these figures changed: they are the same from the first day on record.

// keyMonths is the service a key gives.
var keyMonths = rules.Must(rules.NewTimeline("licensing.key.months",
	"The months of service that a product key gives its users from the day it is redeemed.",
	rules.Entry[Months]{
		Value: 12, Span: terms.SpanFrom(benefitKeysFrom), Sources: append(fromBenefitsPage("MPN-12", extendSection), fromFirstKeyActivation),
	}))

// extensionFactor is how large a key that extends an end date may be.
var extensionFactor = rules.Must(rules.NewTimeline("licensing.extension.factor",
	"How many times the active licences a key that extends the end date may have.",
	rules.Entry[Times]{
		Value: 3, Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-16", scenario4),
	}))

// extensionLimit is how far an end date moves.
var extensionLimit = rules.Must(rules.NewTimeline("licensing.extension.limit",
	"The months by which an end date can be extended at most.",
	rules.Entry[Months]{
		Value: 36, Span: terms.SpanFrom(benefitKeysFrom), Sources: fromBenefitsPage("MPN-16", scenario4),
		Doubts: []rules.Doubt[Months]{
			{
				Value: 12, Span: terms.SpanFrom(benefitKeysFrom),
				Text: "The picture of the error message says that 12 months can be added at most, and that a surplus becomes licences; scenario 3 adds 24.",
				Sources: []rules.Source{{
					Document: "Cloud services (2023-06-15)", Section: "Licensing scenarios, Scenario 4, product-key.png",
					Address: "https://learn.microsoft.com/partner-center/cloud-services", Checked: checked,
				}},
			},
			{
				Value: 24, Span: terms.SpanFrom(benefitKeysFrom),
				Text: "A reseller writes that keys for two years at most are activated at once, instead of five as announced before.",
				Sources: []rules.Source{{
					Document: "License Counter, renewal of Office 365 Open (2015-10-21, Japanese)",
					Address:  "https://licensecounter.jp/office365/blog/2015/10/office-365-open-contract-renewal.html", Checked: checked,
				}},
			},
		},
	}))

// kmsGrace is how long a device stays active without its key management service.
var kmsGrace = rules.Must(rules.NewTimeline("licensing.kms.grace",
	"The days for which a device usually stays active that a key management service activated.",
	rules.Entry[Days]{
		Value: 180, Span: terms.SpanFrom(volumeActivationFrom),
		Sources: append(fromSoftwarePage("SW-08", "Move a customer's on-premises license from VL to CSP without downtime"), fromVolumeActivation),
	}))

const extendSection = "Extend the end date or add more licenses to an existing subscription"
