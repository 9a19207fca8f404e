// Package markets knows Microsoft's markets: which one a code or a name means, on which published lists it is on a day, in
// which region a CSP partner located there sells, and in which currency Microsoft bills that partner. Every answer names the
// list, the version and the source.
//
// # What it answers
//
//	on := terms.MustParseDay("2024-03-01")
//	norway, err := markets.Lookup("Norge", markets.Swedish)          // NO
//	d := markets.MayReserve(on, markets.Reservation{Market: norway}) // yes: not on the list, and in a region
//	swiss := markets.MustParseMarket("CH")
//	d = markets.MaySell(on, markets.Sale{Partner: norway, Customer: swiss}) // yes: both are in Europe
//	b := markets.BilledIn(on, markets.Billing{Partner: norway})             // NOK
//
// # Markets and their codes
//
// A [Market] is a small comparable value. [ParseMarket] reads its code, [MustParseMarket] one that is written into a program,
// and [All] gives every market. [Market.Code] and [Market.Code3] are Microsoft's codes, [Market.ISO] and [Market.ISO3] the view
// of ISO 3166-1 where there is one. The two are not the same: Microsoft has markets of its own for Saba (XS), Sint Eustatius
// (XE), Jan Mayen (XJ) and Kosovo (XK), so that BQ is Bonaire alone and SJ Svalbard alone; and no market for Cuba, Iran,
// North Korea, Sudan, Syria and Western Sahara. Codes are read as they are written, in capitals. What is refused says what
// was meant: for UK it is GB, for ZR it is CD, for AN one of five; and what it is instead, as one of the [CodeKind]s
// ([CodeKind.String], [CodeKind.MarshalText], [CodeKind.UnmarshalText]).
//
// What a customer wrote may be a code or a name, in any case. [Identify] reads both.
//
// A Market marshals to its code ([Market.MarshalText], [Market.UnmarshalText]), prints it ([Market.String]) and is ordered by
// it ([Market.Compare]). The zero Market is no market ([Market.IsZero]); no list has it and nothing is permitted to it.
//
// # Names
//
// [Market.Name] gives the current name in nine [Languages], and [Lookup] the market of a name: today's, a former one
// (Swaziland, Vitryssland), or one that Microsoft's lists use. It forgives case, accents, punctuation, spaces, ways to write
// "and" and "saint", and letters spelled out (Oesterreich). It never guesses:
//
//   - A name means what it means in its [Language]. "Kongo" is CG in Microsoft's Swedish lists and CD in Norwegian. Ask for
//     several languages at once and they must agree.
//   - A name of several markets, such as Caribbean Netherlands, is [ErrAmbiguous], and the [NameError] has the markets.
//   - A name that is none is [ErrName], and the NameError has those that are near, says in which language it is one, or what it
//     is instead: a part of a market (England), a country that is no more (Czechoslovakia), one without a market (Cuba).
//
// [ParseLanguage] reads tags such as sv-SE; no, nb and nb-NO are one language, which is not Danish. [Language.IsValid]
// reports whether a language is one, and [Language.String], [Language.MarshalText] and [Language.UnmarshalText] are its tag.
//
// [ParseList] reads a list as it is copied off a page, a table whose cells run together in a line. It gives each market with
// its place in the text, a [Found] in a [ParsedList], of which [ParsedList.Markets] has each market once; and all words that it
// could not place, an [Unplaced], with what they may mean ([ErrUnplaced], [ListError]). A name that may be a part of a longer
// one is not placed: "Congo", in English, where the text has "République démocratique du Congo".
//
// # Lists and days
//
// A [List] is one that Microsoft published, in its dated versions. [List.On] gives the [Version] that stood on a day, with the
// sources, the day on which they were last checked, and its [Standing]. [Version.Contains] and [List.Contains] say whether a
// market is on it, and [List.Listing] says it with the version and its sources, as a [Listing]; [Rules.ListingsOf] asks all
// lists at once. The answer is a rules.Truth: yes, no, or unknown where the record cannot tell, and then the listing's
// note says why. A day of which the record has no version is [ErrNoVersion], as a [VersionError], and never the nearest version.
//
//   - [Rules.ReservationsExcluded]: the markets in which Azure reservations are unavailable (SW-02). Two lists were live side by
//     side, of 109 and of 110 markets, and a decision that depends on which says so. [BuyingPages], the source's, is the default.
//   - [Rules.TopUpExcluded]: the ten markets without top-up by card (OPEN-05).
//   - [Rules.PlanMarkets]: the markets of Azure plan (CSP-31, PLAN-08). The record has their number, 137, and not which they are.
//   - [Rules.Regions]: the regions of the CSP programme with their currencies, of 2021 and of 2023 (CSP-19, CSP-31).
//     [Regions.On] gives a [RegionsVersion] of placements, [Regions.Markets] the markets of a [Region], and [Regions.Listing] the
//     [Placement] of a market, as a [PlacementListing]. [Region.Title] is what the page calls a region.
//
// [Rules.Lists], [List.ID], [List.Text], [List.Versions], [List.Boundaries], [List.Origin] and [List.About] tell what there is,
// and their like of [Regions]: [Regions.ID], [Regions.Text], [Regions.Versions], [Regions.Boundaries], [Regions.Origin] and
// [Regions.About].
//
// # Decisions
//
// Each decision is of package rules: an outcome, a status, and findings with their sources. Each takes a day and a struct of
// facts; what the lists say is looked up, unless the caller gives it. What is missing and could change the answer is asked for
// in Decision.Missing. Where the record cannot answer, the status is rules.Unanswered and a finding says why. The outcome is
// then the zero one, whose text is empty: show the status in its place.
//
//   - [MayReserve]: may CSP partners sell Azure reservations in this market? No where the list has it, and no where no partner
//     may sell anything. (SW-02, CSP-31)
//   - [MayTopUp]: may the customer top up credit of Azure in Open by card? (OPEN-05)
//   - [MaySell]: may this partner sell to that customer? In its region and nowhere else; China, Brazil, India, Japan, Korea
//     and Taiwan are regions of one market. (CSP-19)
//   - [MayEnrol]: is the CSP programme open to a company with offices here? (CSP-31)
//   - [BilledIn]: in which currency does Microsoft bill a partner that is located here? (CSP-23)
//   - [IsPlanAvailable]: is Azure plan available in this market? (CSP-31)
//   - [IsOpenAvailable]: is Azure in Open available in a country? (OPEN-12)
//
// They answer by [Published], the published rules. A [Rules] value has the same as methods ([Rules.MayReserve], [Rules.MayTopUp],
// [Rules.MaySell], [Rules.MayEnrol], [Rules.BilledIn], [Rules.IsPlanAvailable], [Rules.IsOpenAvailable]), and answers by
// what its owner made of it: [Rules.With] applies an overlay, a file that adds markets to lists, takes them out or switches
// rules off. A decision whose rules look into a list says who changed it, in Decision.Changed and in the Uses of each finding,
// and a market's own finding and [Listing] who added or removed that market. [Rules.AsKnown] goes back to what was published
// on a day. Lists are changed by [List.Apply] and [Regions.Apply], and taken back by [List.AsKnown] and [Regions.AsKnown]; an entry of the regions is
// written as [ParsePlacement] reads it ([Placement.String], [Placement.Compare], [ErrPlacement]).
//
// The sets of rules are to be had, to list, to test and to change in Go: [Rules.ReservationSet] and [Rules.EditReservations],
// [Rules.TopUpSet] and [Rules.EditTopUps], [Rules.SaleSet] and [Rules.EditSales], [Rules.EnrolmentSet] and
// [Rules.EditEnrolments], [Rules.PlanOfferSet] and [Rules.EditPlanOffers], [Rules.OpenOfferSet] and [Rules.EditOpenOffers],
// [Rules.BillingSet] and [Rules.EditBillings]. [Rules.About] is all of it for a catalogue. [Messages] says in Swedish and Norwegian
// Bokmål what the rules say and ask; package rules/rulesmsg writes it.
//
// # Errors
//
// Conditions are exported sentinels. The errors that wrap them carry the text and what would be right: [CodeError] ([ErrCode]),
// [NameError] ([ErrName], [ErrAmbiguous], [ErrLanguage]), [ListError] ([ErrUnplaced]), [VersionError] ([ErrNoVersion]). Bad
// input never panics.
//
// # Sources
//
// Facts of the register (SW-02, OPEN-05, OPEN-12, CSP-19, CSP-23, CSP-31, PLAN-08) stand with their document in every version and
// rule. Lists that the register's documents only link are read in copies of Microsoft's documentation, whose address the source
// has. Names are those of the Unicode Common Locale Data Repository ([CLDRVersion]), those of an older version of it, and
// those of Microsoft's pages; codes are those of Partner Center. The file NOTICE has the licences.
//
// Between the two versions of the regions lie two years of which the record has no copy. On those days the older one answers, and
// where the newer one says otherwise the listing has it ([PlacementListing.Doubtful]) and a finding says so.
//
// # What it does not cover
//
// Which offers, prices and taxes there are in a market; sanctions; the currency of customers who buy directly. [MayTopUp] goes
// by one list, and a market that it does not have need not have Azure in Open: that is for [IsOpenAvailable]. Where Microsoft's own service answers, that answer prevails.
package markets
