package markets

// published is the published rules.
var published = Rules{topUpExcluded: topUpExcluded}
