package gazetteer

import "github.com/paulmach/orb"

// The classes of places.
const (
	ClassCity    = "city"    // a town, a village, a quarter of a city
	ClassAdmin1  = "admin1"  // a first-level region: oblast, state, governorate
	ClassCountry = "country" // a country or territory with a code of its own
	ClassSite    = "site"    // a building, a base, a seat of an organisation
)

// Place is an entry of the gazetteer.
type Place struct {
	// GeonameID is the GeoNames id of a city. Countries, regions and sites,
	// which come from other sources, carry negative ids: stable between
	// versions, and never mistaken for GeoNames' own.
	GeonameID   int64
	Name        string // in English where there is an English name
	Country     string // ISO 3166-1 alpha-2, upper case; empty for seas and the like
	CountryName string // in English
	Admin1      string // ISO 3166-2, as UA-30; empty if not known
	Admin1Name  string // in English
	At          orb.Point
	Population  int     // 0 where it is not known
	Class       string  // one of the Class constants
	RadiusM     float64 // about how far the place reaches from At, in metres
}

// Match is a place that a search has found.
type Match struct {
	Place   Place
	Matched string  // the name that matched, as written: "Київ" for Київ
	Score   float64 // higher is better; comparable within one search only
}
