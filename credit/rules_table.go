package credit

import (
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
)

// published is the published rules.
var published = &Rules{
	topUp: publishedTopUp, alertSetup: publishedAlertSetup, attachment: publishedAttachment, combination: publishedCombination,
	term: publishedTerm, lowCredit: publishedLowCredit, notice: publishedNotice, retention: publishedRetention,
	alertLimit: publishedAlertLimit, recipientLimit: publishedRecipientLimit,
	unit: publishedUnit, monthlyCredit: publishedMonthlyCredit, bulkCredit: publishedBulkCredit,
	licensing: licensing.Published(), markets: markets.Published(),
}
