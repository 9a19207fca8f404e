package pricing

var publishedRules = Rules{
	access: accessSet, earnedCredit: earnedCreditSet, tax: taxSet, billing: billingSet, commitment: commitmentSet,

	earnedCreditRate: earnedCreditRate, usageRounding: usageRounding, dailyRounding: dailyRounding,
	legacyUsageRounding: legacyUsageRounding, seatProration: seatProration, legacyProration: legacyProration,
	taxMethod: taxMethod, rateCadence: rateCadence,

	eligibleRoles: eligibleRoleList, ineligibleRoles: ineligibleRoleList,
	taxInclusive: taxInclusiveList, taxInclusiveReservations: taxInclusiveReservationList,

	offers: offerCatalogue, phases: phaseTimeline, starts: publishedStarts, comparison: comparisonTimeline,
	transaction: transactionSet, order: orderSet, transition: transitionSet, afterTransition: afterTransitionSet,
	incentive: incentiveSet, priceBasis: priceBasisSet,
}
