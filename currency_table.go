package terms

// currencyTable holds every currency the package knows, at the place its
// constant says. Codes, numbers, names and minor digits are those of ISO 4217
// list one as published on 2024-06-25, with the Caribbean guilder (amendment of
// 2025) and the replaced currencies of Microsoft's billing since 2014 added.
// Codes for metals, funds of settlement and testing are left out.
var currencyTable = [...]currencyRow{
	AED: {code: "AED", digits: 2, name: "UAE Dirham"},
	AFN: {code: "AFN", digits: 2, name: "Afghani"},
	ALL: {code: "ALL", digits: 2, name: "Lek"},
	AMD: {code: "AMD", digits: 2, name: "Armenian Dram"},
	ANG: {code: "ANG", digits: 2, name: "Netherlands Antillean Guilder", successor: XCG, replaced: MustParseDay("2025-03-31")},
	AOA: {code: "AOA", digits: 2, name: "Kwanza"},
	ARS: {code: "ARS", digits: 2, name: "Argentine Peso"},
	AUD: {code: "AUD", digits: 2, name: "Australian Dollar"},
	AWG: {code: "AWG", digits: 2, name: "Aruban Florin"},
	AZN: {code: "AZN", digits: 2, name: "Azerbaijan Manat"},
	BAM: {code: "BAM", digits: 2, name: "Convertible Mark"},
	BBD: {code: "BBD", digits: 2, name: "Barbados Dollar"},
	BDT: {code: "BDT", digits: 2, name: "Taka"},
	BGN: {code: "BGN", digits: 2, name: "Bulgarian Lev", successor: EUR, replaced: MustParseDay("2026-01-01")},
	BHD: {code: "BHD", digits: 3, name: "Bahraini Dinar"},
	BIF: {code: "BIF", digits: 0, name: "Burundi Franc"},
	BMD: {code: "BMD", digits: 2, name: "Bermudian Dollar"},
	BND: {code: "BND", digits: 2, name: "Brunei Dollar"},
	BOB: {code: "BOB", digits: 2, name: "Boliviano"},
	BOV: {code: "BOV", digits: 2, name: "Mvdol"},
	BRL: {code: "BRL", digits: 2, name: "Brazilian Real"},
	BSD: {code: "BSD", digits: 2, name: "Bahamian Dollar"},
	BTN: {code: "BTN", digits: 2, name: "Ngultrum"},
	BWP: {code: "BWP", digits: 2, name: "Pula"},
	BYN: {code: "BYN", digits: 2, name: "Belarusian Ruble"},
	BYR: {code: "BYR", digits: 0, name: "Belarusian Ruble", successor: BYN, replaced: MustParseDay("2016-07-01")},
	BZD: {code: "BZD", digits: 2, name: "Belize Dollar"},
	CAD: {code: "CAD", digits: 2, name: "Canadian Dollar"},
	CDF: {code: "CDF", digits: 2, name: "Congolese Franc"},
	CHE: {code: "CHE", digits: 2, name: "WIR Euro"},
	CHF: {code: "CHF", digits: 2, name: "Swiss Franc"},
	CHW: {code: "CHW", digits: 2, name: "WIR Franc"},
	CLF: {code: "CLF", digits: 4, name: "Unidad de Fomento"},
	CLP: {code: "CLP", digits: 0, name: "Chilean Peso"},
	CNY: {code: "CNY", digits: 2, name: "Yuan Renminbi"},
	COP: {code: "COP", digits: 2, name: "Colombian Peso"},
	COU: {code: "COU", digits: 2, name: "Unidad de Valor Real"},
	CRC: {code: "CRC", digits: 2, name: "Costa Rican Colon"},
	CUC: {code: "CUC", digits: 2, name: "Peso Convertible", successor: CUP, replaced: MustParseDay("2021-01-01")},
	CUP: {code: "CUP", digits: 2, name: "Cuban Peso"},
	CVE: {code: "CVE", digits: 2, name: "Cabo Verde Escudo"},
	CZK: {code: "CZK", digits: 2, name: "Czech Koruna"},
	DJF: {code: "DJF", digits: 0, name: "Djibouti Franc"},
	DKK: {code: "DKK", digits: 2, name: "Danish Krone"},
	DOP: {code: "DOP", digits: 2, name: "Dominican Peso"},
	DZD: {code: "DZD", digits: 2, name: "Algerian Dinar"},
	EGP: {code: "EGP", digits: 2, name: "Egyptian Pound"},
	ERN: {code: "ERN", digits: 2, name: "Nakfa"},
	ETB: {code: "ETB", digits: 2, name: "Ethiopian Birr"},
	EUR: {code: "EUR", digits: 2, name: "Euro"},
	FJD: {code: "FJD", digits: 2, name: "Fiji Dollar"},
	FKP: {code: "FKP", digits: 2, name: "Falkland Islands Pound"},
	GBP: {code: "GBP", digits: 2, name: "Pound Sterling"},
	GEL: {code: "GEL", digits: 2, name: "Lari"},
	GHS: {code: "GHS", digits: 2, name: "Ghana Cedi"},
	GIP: {code: "GIP", digits: 2, name: "Gibraltar Pound"},
	GMD: {code: "GMD", digits: 2, name: "Dalasi"},
	GNF: {code: "GNF", digits: 0, name: "Guinean Franc"},
	GTQ: {code: "GTQ", digits: 2, name: "Quetzal"},
	GYD: {code: "GYD", digits: 2, name: "Guyana Dollar"},
	HKD: {code: "HKD", digits: 2, name: "Hong Kong Dollar"},
	HNL: {code: "HNL", digits: 2, name: "Lempira"},
	HRK: {code: "HRK", digits: 2, name: "Kuna", successor: EUR, replaced: MustParseDay("2023-01-01")},
	HTG: {code: "HTG", digits: 2, name: "Gourde"},
	HUF: {code: "HUF", digits: 2, name: "Forint"},
	IDR: {code: "IDR", digits: 2, name: "Rupiah"},
	ILS: {code: "ILS", digits: 2, name: "New Israeli Sheqel"},
	INR: {code: "INR", digits: 2, name: "Indian Rupee"},
	IQD: {code: "IQD", digits: 3, name: "Iraqi Dinar"},
	IRR: {code: "IRR", digits: 2, name: "Iranian Rial"},
	ISK: {code: "ISK", digits: 0, name: "Iceland Krona"},
	JMD: {code: "JMD", digits: 2, name: "Jamaican Dollar"},
	JOD: {code: "JOD", digits: 3, name: "Jordanian Dinar"},
	JPY: {code: "JPY", digits: 0, name: "Yen"},
	KES: {code: "KES", digits: 2, name: "Kenyan Shilling"},
	KGS: {code: "KGS", digits: 2, name: "Som"},
	KHR: {code: "KHR", digits: 2, name: "Riel"},
	KMF: {code: "KMF", digits: 0, name: "Comorian Franc"},
	KPW: {code: "KPW", digits: 2, name: "North Korean Won"},
	KRW: {code: "KRW", digits: 0, name: "Won"},
	KWD: {code: "KWD", digits: 3, name: "Kuwaiti Dinar"},
	KYD: {code: "KYD", digits: 2, name: "Cayman Islands Dollar"},
	KZT: {code: "KZT", digits: 2, name: "Tenge"},
	LAK: {code: "LAK", digits: 2, name: "Lao Kip"},
	LBP: {code: "LBP", digits: 2, name: "Lebanese Pound"},
	LKR: {code: "LKR", digits: 2, name: "Sri Lanka Rupee"},
	LRD: {code: "LRD", digits: 2, name: "Liberian Dollar"},
	LSL: {code: "LSL", digits: 2, name: "Loti"},
	LTL: {code: "LTL", digits: 2, name: "Lithuanian Litas", successor: EUR, replaced: MustParseDay("2015-01-01")},
	LYD: {code: "LYD", digits: 3, name: "Libyan Dinar"},
	MAD: {code: "MAD", digits: 2, name: "Moroccan Dirham"},
	MDL: {code: "MDL", digits: 2, name: "Moldovan Leu"},
	MGA: {code: "MGA", digits: 2, name: "Malagasy Ariary"},
	MKD: {code: "MKD", digits: 2, name: "Denar"},
	MMK: {code: "MMK", digits: 2, name: "Kyat"},
	MNT: {code: "MNT", digits: 2, name: "Tugrik"},
	MOP: {code: "MOP", digits: 2, name: "Pataca"},
	MRO: {code: "MRO", digits: 2, name: "Ouguiya", successor: MRU, replaced: MustParseDay("2018-01-01")},
	MRU: {code: "MRU", digits: 2, name: "Ouguiya"},
	MUR: {code: "MUR", digits: 2, name: "Mauritius Rupee"},
	MVR: {code: "MVR", digits: 2, name: "Rufiyaa"},
	MWK: {code: "MWK", digits: 2, name: "Malawi Kwacha"},
	MXN: {code: "MXN", digits: 2, name: "Mexican Peso"},
	MXV: {code: "MXV", digits: 2, name: "Mexican Unidad de Inversion (UDI)"},
	MYR: {code: "MYR", digits: 2, name: "Malaysian Ringgit"},
	MZN: {code: "MZN", digits: 2, name: "Mozambique Metical"},
	NAD: {code: "NAD", digits: 2, name: "Namibia Dollar"},
	NGN: {code: "NGN", digits: 2, name: "Naira"},
	NIO: {code: "NIO", digits: 2, name: "Cordoba Oro"},
	NOK: {code: "NOK", digits: 2, name: "Norwegian Krone"},
	NPR: {code: "NPR", digits: 2, name: "Nepalese Rupee"},
	NZD: {code: "NZD", digits: 2, name: "New Zealand Dollar"},
	OMR: {code: "OMR", digits: 3, name: "Rial Omani"},
	PAB: {code: "PAB", digits: 2, name: "Balboa"},
	PEN: {code: "PEN", digits: 2, name: "Sol"},
	PGK: {code: "PGK", digits: 2, name: "Kina"},
	PHP: {code: "PHP", digits: 2, name: "Philippine Peso"},
	PKR: {code: "PKR", digits: 2, name: "Pakistan Rupee"},
	PLN: {code: "PLN", digits: 2, name: "Zloty"},
	PYG: {code: "PYG", digits: 0, name: "Guarani"},
	QAR: {code: "QAR", digits: 2, name: "Qatari Rial"},
	RON: {code: "RON", digits: 2, name: "Romanian Leu"},
	RSD: {code: "RSD", digits: 2, name: "Serbian Dinar"},
	RUB: {code: "RUB", digits: 2, name: "Russian Ruble"},
	RWF: {code: "RWF", digits: 0, name: "Rwanda Franc"},
	SAR: {code: "SAR", digits: 2, name: "Saudi Riyal"},
	SBD: {code: "SBD", digits: 2, name: "Solomon Islands Dollar"},
	SCR: {code: "SCR", digits: 2, name: "Seychelles Rupee"},
	SDG: {code: "SDG", digits: 2, name: "Sudanese Pound"},
	SEK: {code: "SEK", digits: 2, name: "Swedish Krona"},
	SGD: {code: "SGD", digits: 2, name: "Singapore Dollar"},
	SHP: {code: "SHP", digits: 2, name: "Saint Helena Pound"},
	SLE: {code: "SLE", digits: 2, name: "Leone"},
	SLL: {code: "SLL", digits: 2, name: "Leone", successor: SLE, replaced: MustParseDay("2022-07-01")},
	SOS: {code: "SOS", digits: 2, name: "Somali Shilling"},
	SRD: {code: "SRD", digits: 2, name: "Surinam Dollar"},
	SSP: {code: "SSP", digits: 2, name: "South Sudanese Pound"},
	STD: {code: "STD", digits: 2, name: "Dobra", successor: STN, replaced: MustParseDay("2018-01-01")},
	STN: {code: "STN", digits: 2, name: "Dobra"},
	SVC: {code: "SVC", digits: 2, name: "El Salvador Colon"},
	SYP: {code: "SYP", digits: 2, name: "Syrian Pound"},
	SZL: {code: "SZL", digits: 2, name: "Lilangeni"},
	THB: {code: "THB", digits: 2, name: "Baht"},
	TJS: {code: "TJS", digits: 2, name: "Somoni"},
	TMT: {code: "TMT", digits: 2, name: "Turkmenistan New Manat"},
	TND: {code: "TND", digits: 3, name: "Tunisian Dinar"},
	TOP: {code: "TOP", digits: 2, name: "Pa’anga"},
	TRY: {code: "TRY", digits: 2, name: "Turkish Lira"},
	TTD: {code: "TTD", digits: 2, name: "Trinidad and Tobago Dollar"},
	TWD: {code: "TWD", digits: 2, name: "New Taiwan Dollar"},
	TZS: {code: "TZS", digits: 2, name: "Tanzanian Shilling"},
	UAH: {code: "UAH", digits: 2, name: "Hryvnia"},
	UGX: {code: "UGX", digits: 0, name: "Uganda Shilling"},
	USD: {code: "USD", digits: 2, name: "US Dollar"},
	USN: {code: "USN", digits: 2, name: "US Dollar (Next day)"},
	UYI: {code: "UYI", digits: 0, name: "Uruguay Peso en Unidades Indexadas (UI)"},
	UYU: {code: "UYU", digits: 2, name: "Peso Uruguayo"},
	UYW: {code: "UYW", digits: 4, name: "Unidad Previsional"},
	UZS: {code: "UZS", digits: 2, name: "Uzbekistan Sum"},
	VED: {code: "VED", digits: 2, name: "Bolívar Soberano"},
	VEF: {code: "VEF", digits: 2, name: "Bolívar", successor: VES, replaced: MustParseDay("2018-08-20")},
	VES: {code: "VES", digits: 2, name: "Bolívar Soberano"},
	VND: {code: "VND", digits: 0, name: "Dong"},
	VUV: {code: "VUV", digits: 0, name: "Vatu"},
	WST: {code: "WST", digits: 2, name: "Tala"},
	XAF: {code: "XAF", digits: 0, name: "CFA Franc BEAC"},
	XCD: {code: "XCD", digits: 2, name: "East Caribbean Dollar"},
	XCG: {code: "XCG", digits: 2, name: "Caribbean Guilder"},
	XOF: {code: "XOF", digits: 0, name: "CFA Franc BCEAO"},
	XPF: {code: "XPF", digits: 0, name: "CFP Franc"},
	YER: {code: "YER", digits: 2, name: "Yemeni Rial"},
	ZAR: {code: "ZAR", digits: 2, name: "Rand"},
	ZMW: {code: "ZMW", digits: 2, name: "Zambian Kwacha"},
	ZWG: {code: "ZWG", digits: 2, name: "Zimbabwe Gold"},
	ZWL: {code: "ZWL", digits: 2, name: "Zimbabwe Dollar", successor: ZWG, replaced: MustParseDay("2024-04-08")},
}

// The currencies, by their ISO 4217 codes. The numbers behind them may change from
// one release to the next; only the code is ever written.
const (
	_   Currency = iota
	AED          // UAE Dirham
	AFN          // Afghani
	ALL          // Lek
	AMD          // Armenian Dram
	ANG          // Netherlands Antillean Guilder
	AOA          // Kwanza
	ARS          // Argentine Peso
	AUD          // Australian Dollar
	AWG          // Aruban Florin
	AZN          // Azerbaijan Manat
	BAM          // Convertible Mark
	BBD          // Barbados Dollar
	BDT          // Taka
	BGN          // Bulgarian Lev
	BHD          // Bahraini Dinar
	BIF          // Burundi Franc
	BMD          // Bermudian Dollar
	BND          // Brunei Dollar
	BOB          // Boliviano
	BOV          // Mvdol
	BRL          // Brazilian Real
	BSD          // Bahamian Dollar
	BTN          // Ngultrum
	BWP          // Pula
	BYN          // Belarusian Ruble
	BYR          // Belarusian Ruble
	BZD          // Belize Dollar
	CAD          // Canadian Dollar
	CDF          // Congolese Franc
	CHE          // WIR Euro
	CHF          // Swiss Franc
	CHW          // WIR Franc
	CLF          // Unidad de Fomento
	CLP          // Chilean Peso
	CNY          // Yuan Renminbi
	COP          // Colombian Peso
	COU          // Unidad de Valor Real
	CRC          // Costa Rican Colon
	CUC          // Peso Convertible
	CUP          // Cuban Peso
	CVE          // Cabo Verde Escudo
	CZK          // Czech Koruna
	DJF          // Djibouti Franc
	DKK          // Danish Krone
	DOP          // Dominican Peso
	DZD          // Algerian Dinar
	EGP          // Egyptian Pound
	ERN          // Nakfa
	ETB          // Ethiopian Birr
	EUR          // Euro
	FJD          // Fiji Dollar
	FKP          // Falkland Islands Pound
	GBP          // Pound Sterling
	GEL          // Lari
	GHS          // Ghana Cedi
	GIP          // Gibraltar Pound
	GMD          // Dalasi
	GNF          // Guinean Franc
	GTQ          // Quetzal
	GYD          // Guyana Dollar
	HKD          // Hong Kong Dollar
	HNL          // Lempira
	HRK          // Kuna
	HTG          // Gourde
	HUF          // Forint
	IDR          // Rupiah
	ILS          // New Israeli Sheqel
	INR          // Indian Rupee
	IQD          // Iraqi Dinar
	IRR          // Iranian Rial
	ISK          // Iceland Krona
	JMD          // Jamaican Dollar
	JOD          // Jordanian Dinar
	JPY          // Yen
	KES          // Kenyan Shilling
	KGS          // Som
	KHR          // Riel
	KMF          // Comorian Franc
	KPW          // North Korean Won
	KRW          // Won
	KWD          // Kuwaiti Dinar
	KYD          // Cayman Islands Dollar
	KZT          // Tenge
	LAK          // Lao Kip
	LBP          // Lebanese Pound
	LKR          // Sri Lanka Rupee
	LRD          // Liberian Dollar
	LSL          // Loti
	LTL          // Lithuanian Litas
	LYD          // Libyan Dinar
	MAD          // Moroccan Dirham
	MDL          // Moldovan Leu
	MGA          // Malagasy Ariary
	MKD          // Denar
	MMK          // Kyat
	MNT          // Tugrik
	MOP          // Pataca
	MRO          // Ouguiya
	MRU          // Ouguiya
	MUR          // Mauritius Rupee
	MVR          // Rufiyaa
	MWK          // Malawi Kwacha
	MXN          // Mexican Peso
	MXV          // Mexican Unidad de Inversion (UDI)
	MYR          // Malaysian Ringgit
	MZN          // Mozambique Metical
	NAD          // Namibia Dollar
	NGN          // Naira
	NIO          // Cordoba Oro
	NOK          // Norwegian Krone
	NPR          // Nepalese Rupee
	NZD          // New Zealand Dollar
	OMR          // Rial Omani
	PAB          // Balboa
	PEN          // Sol
	PGK          // Kina
	PHP          // Philippine Peso
	PKR          // Pakistan Rupee
	PLN          // Zloty
	PYG          // Guarani
	QAR          // Qatari Rial
	RON          // Romanian Leu
	RSD          // Serbian Dinar
	RUB          // Russian Ruble
	RWF          // Rwanda Franc
	SAR          // Saudi Riyal
	SBD          // Solomon Islands Dollar
	SCR          // Seychelles Rupee
	SDG          // Sudanese Pound
	SEK          // Swedish Krona
	SGD          // Singapore Dollar
	SHP          // Saint Helena Pound
	SLE          // Leone
	SLL          // Leone
	SOS          // Somali Shilling
	SRD          // Surinam Dollar
	SSP          // South Sudanese Pound
	STD          // Dobra
	STN          // Dobra
	SVC          // El Salvador Colon
	SYP          // Syrian Pound
	SZL          // Lilangeni
	THB          // Baht
	TJS          // Somoni
	TMT          // Turkmenistan New Manat
	TND          // Tunisian Dinar
	TOP          // Pa’anga
	TRY          // Turkish Lira
	TTD          // Trinidad and Tobago Dollar
	TWD          // New Taiwan Dollar
	TZS          // Tanzanian Shilling
	UAH          // Hryvnia
	UGX          // Uganda Shilling
	USD          // US Dollar
	USN          // US Dollar (Next day)
	UYI          // Uruguay Peso en Unidades Indexadas (UI)
	UYU          // Peso Uruguayo
	UYW          // Unidad Previsional
	UZS          // Uzbekistan Sum
	VED          // Bolívar Soberano
	VEF          // Bolívar
	VES          // Bolívar Soberano
	VND          // Dong
	VUV          // Vatu
	WST          // Tala
	XAF          // CFA Franc BEAC
	XCD          // East Caribbean Dollar
	XCG          // Caribbean Guilder
	XOF          // CFA Franc BCEAO
	XPF          // CFP Franc
	YER          // Yemeni Rial
	ZAR          // Rand
	ZMW          // Zambian Kwacha
	ZWG          // Zimbabwe Gold
	ZWL          // Zimbabwe Dollar
)
