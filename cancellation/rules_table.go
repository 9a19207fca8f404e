package cancellation

import "github.com/cloudterms/terms/pricing"

var published = &Rules{
	limit: publishedLimit, asker: publishedAsker, owed: publishedOwed, reduction: publishedReduction,
	particulars: publishedParticulars, support: publishedSupport, after: publishedAfter,
	windows: publishedWindows, boundaries: publishedBoundaries, refunds: publishedRefunds, closing: publishedClosing,
	returns: publishedReturns, exchange: publishedExchange,
	reservationLimit: publishedReservationLimit, reservationYear: publishedReservationYear,
	reservationFee: publishedReservationFee, reservationProration: publishedReservationProration,
	pricing: pricing.Published(),
}
