package main

// unitKeys gives features a key of ours where their ISO code is missing, wrong
// or not their own, by the source's adm1_code or adm0_a3.
var unitKeys = map[string]string{
	"CYN": "CY~north",
	"ESB": "GB~dhekelia",
	"WSB": "GB~akrotiri",
	"KAB": "KZ~baikonur",
	"KAS": "IN~siachen",
	"PGA": "XS~spratly",
	"SOL": "SO~somaliland",
	"USG": "CU~guantanamo",
	"SAH": "EH~east",
	"CSI": "AU~coralsea",
	"CLP": "FR-CP",

	"BVT+00?":  "BV",
	"PFA+00?":  "XS~paracel",
	"MAR-3469": "EH~dakhla",
	"IOA-1928": "CC",
	"IOA-2652": "CX",
	"IRN-5490": "IR-32",
	"KAZ-3207": "KZ-ALM",
	"RUS-2364": "RU-MOS", // the oblast; the source has its code and the city's the wrong way round
	"RUS-2365": "RU-MOW",
	"SDN-5857": "SD-DE",
	"SDN-5859": "SD-DC",
}

// unitCountries gives units the ISO 3166-1 code of their territory where it is
// not the first part of their key.
var unitCountries = map[string]string{
	"GB~dhekelia": "CY", "GB~akrotiri": "CY",
	"XS~spratly": "", "XS~paracel": "",
	"US-PR": "PR", "NL-SX": "SX",
	"NL-BQ1": "BQ", "NL-BQ2": "BQ", "NL-BQ3": "BQ",
	"FR-GF": "GF", "FR-GP": "GP", "FR-MQ": "MQ", "FR-RE": "RE", "FR-YT": "YT",
	"NO-21": "SJ", "NO-22": "SJ",
}

// ownCode are territories to which ISO 3166-1 gives a code of their own and the
// source that of the country they belong to.
var ownCode = map[string]bool{
	"PR": true, "SX": true, "BQ": true, "GF": true, "GP": true, "MQ": true, "RE": true, "YT": true,
	"SJ": true, "BV": true, "CC": true, "CX": true,
}

// unitNames corrects names of regions that are missing or out of date.
var unitNames = map[string]string{
	"UA-30": "Kyiv City", "UA-32": "Kyiv", "UA-51": "Odesa", "UA-46": "Lviv",
	"EH~dakhla": "Dakhla", "EH~east": "Western Sahara, east", "IN~siachen": "Siachen Glacier",
	"UA-43": "Autonomous Republic of Crimea", "UA-40": "Sevastopol", "BY-HO": "Homyel",
}

// unitTranslations corrects names of regions in other languages: the source mixes up
// the city of Kyiv and its oblast.
var unitTranslations = map[string]translations{
	"UA-30": {local: "Київ", uk: "Київ", ru: "Киев", tr: "Kiev"},
	"UA-32": {local: "Київська область", uk: "Київська область", ru: "Киевская область", tr: "Kiev Oblastı"},
}

// sourceNames are countries whose regions' English names in the source are mixed
// up with others; the plain names are right.
var sourceNames = map[string]bool{"XK": true}
