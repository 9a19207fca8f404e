package cancellation

var published = &Rules{
	limit: publishedLimit, asker: publishedAsker, owed: publishedOwed, reduction: publishedReduction,
	particulars: publishedParticulars, support: publishedSupport, after: publishedAfter,
	windows: publishedWindows, boundaries: publishedBoundaries, refunds: publishedRefunds, closing: publishedClosing,
}
