package main

// tags are the languages, in the order of their numbers in package markets.
var tags = []string{"en", "sv", "nb", "nn", "da", "fi", "de", "fr", "ja"}

// strangers are the countries of ISO 3166-1 that Microsoft has no market for. Their names are known, so that a look-up can
// say so.
var strangers = []string{"CU", "EH", "IR", "KP", "SD", "SY"}

// abbreviations are names of two letters or three that are no code of their market, and may be read as nothing else.
var abbreviations = map[string]string{"uk": "GB"}

// parted are the places that CLDR has one name for and Microsoft several markets.
var parted = map[string][]string{"BQ": {"BQ", "XE", "XS"}, "SJ": {"SJ", "XJ"}}
