package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// The record gives no day on which one of these figures changed: they are the same for all days.

// kmsGrace is how long a device stays active without its key management service.
var kmsGrace = rules.Must(rules.NewTimeline("licensing.kms.grace",
	"The days for which a device usually stays active that a key management service activated.",
	rules.Entry[Days]{
		Value: 180, Span: terms.Always(),
		Sources: fromSoftwarePage("SW-08", "Move a customer's on-premises license from VL to CSP without downtime"),
	}))

const extendSection = "Extend the end date or add more licenses to an existing subscription"
