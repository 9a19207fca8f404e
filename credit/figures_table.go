package credit

import "time"

// The figures of Azure in Open, each with the fact it stands on.
const (
	termMonths       = 12 // months from activation that credit pays (OPEN-02, OPEN-04)
	lowCreditPercent = 30 // percent of the original balance (OPEN-19, OPEN-21)
	noticeDays       = 30 // days before a token's expiry (OPEN-22)
	retentionDays    = 90 // days data is kept (OPEN-24)
	maxAlerts        = 5  // configured alerts a subscription (OPEN-20)
	maxRecipients    = 2  // addresses an alert (OPEN-20)
)

// The instants a ledger accepts lie from firstInstant up to, but not, endInstant.
var (
	firstInstant = time.Date(firstYear, time.January, 1, 0, 0, 0, 0, time.UTC)
	endInstant   = time.Date(lastYear+1, time.January, 1, 0, 0, 0, 0, time.UTC)
)
