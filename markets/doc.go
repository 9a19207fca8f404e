// Package markets knows Microsoft's markets by their codes, and the published lists they are on.
//
// A [Market] is read by [ParseMarket], [MustParseMarket] is for codes written into a program, [All] gives every one. A [List]
// has dated versions: [List.On] gives the one of a day, [List.Contains] says whether a market is on it. [Published] gives the
// lists as they were published, [Rules.With] as somebody's overlay has them.
package markets
