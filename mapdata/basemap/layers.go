package basemap

import "sitmap/mapdata/geo"

// Ring is a closed outline in world units; the last point is not repeated.
type Ring []geo.World

// Area is a surface: a piece of land, a country, a region or a lake.
type Area struct {
	// Code is the ISO 3166-1 alpha-2 code of a country ("UA"), the ISO 3166-2
	// code of a region ("UA-43"), or empty where neither applies.
	Code string
	// Name is the English name, empty where there is none; Names are others.
	Name  string
	Names *Translations
	// At is where the name of a region belongs, Width how wide the region is there, in
	// world units: 0 where no name is set.
	At    geo.World
	Width float64
	// Rank orders regions by importance, 0 first.
	Rank int
	// Owner is the ISO 3166-1 code of the country that the point of view gives
	// the area to; empty for land, for lakes, and where status is undetermined.
	Owner string
	// Treatment says how the area is marked beyond its fill: "hatched" for an
	// area whose status is contested, otherwise empty.
	Treatment string
	// Note explains the treatment in a few words, for a legend or a tooltip.
	Note string
	// Bound encloses all rings.
	Bound geo.Rect
	// Rings are outlines and holes. Outlines and holes wind in opposite
	// directions, so the even-odd and the non-zero rule give the same fill.
	Rings []Ring
}

// BorderClass says how a boundary line stands in the point of view.
type BorderClass uint8

// The classes of boundary lines. All but Recognised are to be drawn dashed.
const (
	// Recognised is an international boundary or an undisputed inner one.
	Recognised BorderClass = iota
	// Disputed is a boundary whose course or status the parties contest.
	Disputed
	// Claimed is a line held out as a border by a party, which the point of
	// view does not recognise as one (the isthmus of Perekop, for instance).
	Claimed
)

// String names the class in one lower-case word.
func (c BorderClass) String() string {
	switch c {
	case Disputed:
		return "disputed"
	case Claimed:
		return "claimed"
	default:
		return "recognised"
	}
}

// Line is a polyline: a border, a stretch of coast, a river.
type Line struct {
	// Class matters for borders only.
	Class BorderClass
	// Rank orders lines by importance, 0 first.
	Rank int
	// Name is the English name of a river, otherwise empty; Names are others.
	Name  string
	Names *Translations
	// Bound encloses all points.
	Bound geo.Rect
	// Points are at least two. A closed line repeats its first point.
	Points []geo.World
}

// Place is a settlement that may be labelled.
type Place struct {
	// Name is the current English name; Names are others.
	Name  string
	Names *Translations
	// At is where the place lies.
	At geo.World
	// Rank orders places by importance, 0 first.
	Rank int
	// Country is the ISO 3166-1 code in the point of view, Admin1 the ISO
	// 3166-2 code; either may be empty.
	Country, Admin1 string
	// Seat is true for the seat of a first-order region's administration.
	Seat bool
	// Capital is true for the seat of a country's government.
	Capital bool
	// Population is the number of inhabitants, 0 where it is not known.
	Population int
	// GeonameID is the place's number in GeoNames, 0 where it has none.
	GeonameID int64
}

// WaterName is where the name of an ocean, a sea, a gulf or a strait belongs.
type WaterName struct {
	// Name is the English name; Names are others.
	Name  string
	Names *Translations
	// At is the middle of the label.
	At geo.World
	// Rank orders names by importance, 0 (oceans) first.
	Rank int
	// Width is how wide the water is at the label, in world units.
	Width float64
}

// CountryName is where the name of a country or territory belongs.
type CountryName struct {
	// Code is the ISO 3166-1 alpha-2 code, Name the short English name in use
	// at the United Nations.
	Code, Name string
	// Names are those in other languages.
	Names *Translations
	// At is the middle of the label: inside the main part of the country.
	At geo.World
	// Rank orders names by importance, 0 first.
	Rank int
	// Width is how wide the country is at the label, in world units.
	Width float64
}

// Layers is the base map at one level of detail, from one point of view. It is
// shared between callers and must not be changed.
type Layers struct {
	// Land is all land, undivided; Countries are the owners' areas; Admin1 the
	// first-order regions; Lakes inland waters; Treated the areas that the
	// point of view marks (hatched), in addition to their owner's fill.
	Land, Countries, Admin1, Lakes, Treated []Area
	// Urban are built-up areas, the largest first.
	Urban []Area
	// Borders run between countries, Admin1Borders between regions of one
	// country, Coast between land and sea. No arc appears twice in them.
	Borders, Admin1Borders, Coast, Rivers []Line
	// Places, Waters and Names are in order of rank.
	Places []Place
	// Settlements are further places, suburbs among them, for close views; in order of
	// rank too. Their Country and Admin1 are not given.
	Settlements []Place
	Waters      []WaterName
	Names       []CountryName
}
