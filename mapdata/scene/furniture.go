package scene

import "time"

// Furniture is what stands around the map in an exported picture, and in its corners.
// Empty parts are left out.
type Furniture struct {
	Title    string // wrapped, never cut
	Subtitle string
	Note     string    // in the analyst's words, wrapped, never cut
	DataAsOf time.Time // shown in DataZone
	DataZone *time.Location
	AsKnown  bool // DataAsOf is a moment that was looked back to

	Legend   bool // made by the renderer from what is visible
	LegendAt LegendPlace
	ScaleBar bool
	// Inset is a small map of the wider region in a corner, with the outline of what
	// the picture shows.
	Inset   Switch
	InsetAt Corner // AnyCorner: where it covers least
	// Graticule and North are drawn unasked where north is not up.
	Graticule bool
	North     bool
	// Meanings are the terms that the picture explains, where what they explain is
	// visible.
	Meanings []Meaning
	// Handling is the label of TLP 2.0 that stands above and below the picture, without
	// “TLP:”: RED, AMBER+STRICT, AMBER, GREEN, CLEAR.
	Handling string

	POV         string // "Borders: United Nations practice"
	Sources     []string
	SourceLinks []string // addresses of the sources, in their order; "" for none
	Publication string   // publication id, or "not recorded"
	Attribution string   // of the base map
}

// AsOfWords stand before DataAsOf.
func (f *Furniture) AsOfWords() string {
	if f.AsKnown {
		return "As known at"
	}
	return "Data as of"
}

// LegendPlace is where the legend stands.
type LegendPlace uint8

// The places: below the map, in a column to its right, or in a corner of it.
const (
	LegendBelow LegendPlace = iota
	LegendBeside
	LegendNE
	LegendNW
	LegendSE
	LegendSW
)

// Corner is the corner of the map that a legend takes; AnyCorner where it takes none.
func (p LegendPlace) Corner() Corner {
	if p < LegendNE {
		return AnyCorner
	}
	return Corner(p-LegendNE) + NorthEast
}

// Corner is a corner of the map.
type Corner uint8

// The corners, by where they are when north is up.
const (
	AnyCorner Corner = iota
	NorthEast
	NorthWest
	SouthEast
	SouthWest
)

// Switch is a part of the furniture that may be left to the renderer.
type Switch uint8

// The settings.
const (
	Off Switch = iota
	Auto
	On
)

// Meaning says what a term of the legend means.
type Meaning struct {
	Term string // "Reported"
	Text string // what it means, without a full stop
	// Fill is what has to be visible for the term to be explained, unless Always is set.
	Fill   Fill
	Always bool
}
