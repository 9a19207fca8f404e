package markets

// strayPlaces are the places that names mean and that are no markets.
var strayPlaces = []strayPlace{
	{"CU", "Cuba" + notSoldIn, ""},
	{"EH", "Western Sahara" + notSoldIn, ""},
	{"IR", "Iran" + notSoldIn, ""},
	{"KP", "North Korea" + notSoldIn, ""},
	{"SD", "Sudan" + notSoldIn, ""},
	{"SY", "Syria" + notSoldIn, ""},

	{"GB-ENG", "a part of the United Kingdom", "GB"},
	{"GB-NIR", "a part of the United Kingdom", "GB"},
	{"GB-SCT", "a part of the United Kingdom", "GB"},
	{"GB-WLS", "a part of the United Kingdom", "GB"},
	{"ES-CN", "a part of Spain", "ES"},
	{"PT-20", "a part of Portugal", "PT"},
	{"PT-30", "a part of Portugal", "PT"},

	{"CSHH", "a country that is no more", "CZ SK"},
	{"CSXX", "a country that is no more", "RS ME XK"},
	{"DDDE", "a country that is no more", "DE"},
	{"SUHH", "a country that is no more", "RU AM AZ BY EE GE KZ KG LV LT MD TJ TM UA UZ"},
	{"YUCS", "a country that is no more", "BA HR ME MK RS SI XK"},
}
