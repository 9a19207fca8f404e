package markets

// published is the published rules.
var published = Rules{
	reservationsBuying: reservationsBuying,
	reservationsAPI:    reservationsAPI,
	topUpExcluded:      topUpExcluded,
	azurePlan:          azurePlan,
	regions:            regions,
	reservations:       reservations,
	topUps:             topUps,
	sales:              sales,
	enrolments:         enrolments,
	planOffers:         planOffers,
	openOffers:         openOffers,
	billings:           billings,
}
