package licensing

import "github.com/cloudterms/terms/rules"

// termsMessages are what is said of terms and their ends in other languages, in the order of the sets.
var termsMessages = []rules.Message{
	{
		ID:        "licensing/cotermination#licenceBased",
		Text:      "Is it a license-based subscription of the new commerce experience?",
		Swedish:   "Är det en licensbaserad prenumeration i den nya handelsupplevelsen?",
		Norwegian: "Er det et lisensbasert abonnement i den nye handelsopplevelsen?",
	},
	{
		ID:        "licensing/cotermination#isTrial",
		Text:      "Is it a trial?",
		Swedish:   "Är det en utvärderingsversion?",
		Norwegian: "Er det en prøveversjon?",
	},
	{
		ID:        "licensing/cotermination#termDuration",
		Text:      "What is its term?",
		Swedish:   "Vilken period har den?",
		Norwegian: "Hvilken periode har det?",
	},
	{
		ID:        "licensing/cotermination#alignment",
		Text:      "What is its end to be aligned with?",
		Swedish:   "Vad ska slutdatumet samordnas med?",
		Norwegian: "Hva skal sluttdatoen samordnes med?",
	},
	{
		ID:        "licensing/cotermination#target.termDuration",
		Text:      "What is the term of the subscription to align with?",
		Swedish:   "Vilken period har prenumerationen att samordna med?",
		Norwegian: "Hvilken periode har abonnementet det skal samordnes med?",
	},
	{
		ID:        "licensing/cotermination#target.licenceBased",
		Text:      "Is the subscription to align with license-based and of the new commerce experience?",
		Swedish:   "Är prenumerationen att samordna med licensbaserad och i den nya handelsupplevelsen?",
		Norwegian: "Er abonnementet det skal samordnes med, lisensbasert og i den nye handelsopplevelsen?",
	},
	{
		ID:        "licensing/cotermination#target.isTrial",
		Text:      "Is the subscription to align with a trial?",
		Swedish:   "Är prenumerationen att samordna med en utvärderingsversion?",
		Norwegian: "Er abonnementet det skal samordnes med, en prøveversjon?",
	},
	{
		ID:        "licensing/cotermination#target.active",
		Text:      "Is the subscription to align with active?",
		Swedish:   "Är prenumerationen att samordna med aktiv?",
		Norwegian: "Er abonnementet det skal samordnes med, aktivt?",
	},
	{
		ID:        "licensing/cotermination#withinTerm",
		Text:      "Does the end lie within the first term?",
		Swedish:   "Ligger slutdatumet inom den första perioden?",
		Norwegian: "Ligger sluttdatoen innenfor den første perioden?",
	},
	{
		ID:        "licensing/cotermination#lateDay",
		Text:      "Is the end a 28th, 29th or 30th that is not the last day of its month?",
		Swedish:   "Är slutdatumet den 28, 29 eller 30 utan att vara månadens sista dag?",
		Norwegian: "Er sluttdatoen den 28., 29. eller 30. uten å være månedens siste dag?",
	},
	{
		ID:        "licensing.cotermination.licenceBased",
		Text:      "The end of a license-based subscription of the new commerce experience can be aligned.",
		Swedish:   "Slutdatumet för en licensbaserad prenumeration i den nya handelsupplevelsen kan samordnas.",
		Norwegian: "Sluttdatoen for et lisensbasert abonnement i den nye handelsopplevelsen kan samordnes.",
	},
	{
		ID:        "licensing.cotermination.notYet",
		Text:      "Ends could not be aligned before 10 March 2022.",
		Swedish:   "Slutdatum kunde inte samordnas före den 10 mars 2022.",
		Norwegian: "Sluttdatoer kunne ikke samordnes før 10. mars 2022.",
	},
	{
		ID:        "licensing.cotermination.otherProduct",
		Text:      "Software subscriptions, reservations and products of third parties cannot be aligned.",
		Swedish:   "Programvaruprenumerationer, reservationer och tredjepartsprodukter kan inte samordnas.",
		Norwegian: "Programvareabonnementer, reservasjoner og tredjepartsprodukter kan ikke samordnes.",
	},
	{
		ID:        "licensing.cotermination.trial",
		Text:      "Trials cannot be aligned.",
		Swedish:   "Utvärderingsversioner kan inte samordnas.",
		Norwegian: "Prøveversjoner kan ikke samordnes.",
	},
	{
		ID:        "licensing.cotermination.withinTerm",
		Text:      "The end lies within the first term.",
		English:   "The end[, {end},] lies within the first term[: {termFirst} to {termLast}].",
		Swedish:   "Slutdatumet[, den {end},] ska ligga inom den första perioden[: den {termFirst} till den {termLast}].",
		Norwegian: "Sluttdatoen[, {end},] skal ligge innenfor den første perioden[: {termFirst} til {termLast}].",
	},
	{
		ID:        "licensing.cotermination.target.otherProduct",
		Text:      "The subscription aligned with is license-based and of the new commerce experience.",
		Swedish:   "Prenumerationen som slutdatumet samordnas med ska vara licensbaserad och i den nya handelsupplevelsen.",
		Norwegian: "Abonnementet som sluttdatoen samordnes med, skal være lisensbasert og i den nye handelsopplevelsen.",
	},
	{
		ID:        "licensing.cotermination.target.trial",
		Text:      "The subscription aligned with is no trial.",
		Swedish:   "Prenumerationen som slutdatumet samordnas med får inte vara en utvärderingsversion.",
		Norwegian: "Abonnementet som sluttdatoen samordnes med, kan ikke være en prøveversjon.",
	},
	{
		ID:        "licensing.cotermination.target.active",
		Text:      "The subscription aligned with is active.",
		Swedish:   "Prenumerationen som slutdatumet samordnas med ska vara aktiv.",
		Norwegian: "Abonnementet som sluttdatoen samordnes med, skal være aktivt.",
	},
	{
		ID:        "licensing.cotermination.target.monthly",
		Text:      "A term of one or three years cannot be aligned with a term of a month.",
		Swedish:   "En period på ett eller tre år kan inte samordnas med en period på en månad.",
		Norwegian: "En periode på ett eller tre år kan ikke samordnes med en periode på én måned.",
	},
	{
		ID:        "licensing.cotermination.lateDay",
		Text:      "A term of a month cannot be aligned with a subscription that ends on a 28th, 29th or 30th, unless that is the last day of its month.",
		English:   "A term of a month cannot be aligned with a subscription that ends on a 28th, 29th or 30th[, here {end}], unless that is the last day of its month.",
		Swedish:   "En period på en månad kan inte samordnas med en prenumeration som slutar den 28, 29 eller 30[, här den {end},] om det inte är månadens sista dag.",
		Norwegian: "En periode på én måned kan ikke samordnes med et abonnement som slutter den 28., 29. eller 30.[, her {end},] med mindre det er månedens siste dag.",
	},
	{
		ID:        "licensing/autorenewal#switch",
		Text:      "Was automatic renewal switched on or off, or left as it was purchased?",
		Swedish:   "Har automatisk förnyelse slagits på eller av, eller är den som vid köpet?",
		Norwegian: "Er automatisk fornyelse slått på eller av, eller er den som ved kjøpet?",
	},
	{
		ID:        "licensing.autorenewal.default",
		Text:      "A software subscription purchased on 14 October 2021 or later renews itself by default.",
		Swedish:   "En programvaruprenumeration som köpts den 14 oktober 2021 eller senare förnyas automatiskt som standard.",
		Norwegian: "Et programvareabonnement som er kjøpt 14. oktober 2021 eller senere, fornyes automatisk som standard.",
	},
	{
		ID:        "licensing.autorenewal.on",
		Text:      "Automatic renewal can be switched on for a subscription.",
		Swedish:   "Automatisk förnyelse kan slås på för en prenumeration.",
		Norwegian: "Automatisk fornyelse kan slås på for et abonnement.",
	},
	{
		ID:        "licensing.autorenewal.off",
		Text:      "Automatic renewal can be switched off for a subscription.",
		Swedish:   "Automatisk förnyelse kan slås av för en prenumeration.",
		Norwegian: "Automatisk fornyelse kan slås av for et abonnement.",
	},
	{
		ID:        "licensing.autorenewal.before",
		Text:      "A software subscription purchased before 14 October 2021 expires on the day set at its purchase.",
		Swedish:   "En programvaruprenumeration som köpts före den 14 oktober 2021 upphör att gälla den dag som angavs vid köpet.",
		Norwegian: "Et programvareabonnement som er kjøpt før 14. oktober 2021, utløper den dagen som ble angitt ved kjøpet.",
	},
}
