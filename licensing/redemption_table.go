package licensing

import "github.com/cloudterms/terms/internal/enum"

// redemptions names the ways in which a key is redeemed (OPEN-01).
var redemptions = enum.Of[Redemption]("redemption", "activatesSubscription", "addsCredit")
