package cancellation

var published = &Rules{
	limit: publishedLimit, asker: publishedAsker, owed: publishedOwed, reduction: publishedReduction,
	windows: publishedWindows, boundaries: publishedBoundaries, refunds: publishedRefunds, closing: publishedClosing,
}
