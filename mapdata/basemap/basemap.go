package basemap

import (
	"fmt"
	"io"

	"github.com/paulmach/orb"
)

// Basemap opens the layers. It is safe for concurrent use.
type Basemap struct{}

// New returns a base map of which nothing is decoded yet.
func New() *Basemap { return &Basemap{} }

// Layers returns the layers of a level as the named point of view sees them.
// They are decoded on first use and kept. The error, if any, is a sentence.
func (b *Basemap) Layers(l Level, pov string) (*Layers, error) {
	return nil, fmt.Errorf("the base map's %s level is not built yet; run make assets", l)
}

// Ready reports whether Layers would return at once.
func (b *Basemap) Ready(l Level, pov string) bool { return false }

// Country returns the area of a country (ISO 3166-1 alpha-2) in the named point
// of view, longitude first, and whether there is such a country.
func (b *Basemap) Country(code, pov string) (orb.MultiPolygon, bool) { return nil, false }

// Region returns the area of a first-order region (ISO 3166-2), longitude
// first, and whether there is such a region.
func (b *Basemap) Region(iso3166_2, pov string) (orb.MultiPolygon, bool) { return nil, false }

// OwnerAt returns the codes of the country and of the region at a point in the
// named point of view; both are empty at sea.
func (b *Basemap) OwnerAt(p orb.Point, pov string) (country, admin1 string) { return "", "" }

// POV is a point of view: a named, versioned table of who owns what.
type POV struct {
	// Name is short and lower-case ("un"); Title is for people; Version is a
	// date or number; Statement is the sentence printed on pictures.
	Name, Title, Version, Statement string
}

// POVs lists the built-in points of view, the default first.
func POVs() []POV { return nil }

// LoadPOV reads a point of view from JSON.
func LoadPOV(r io.Reader) (POV, error) { return POV{}, nil }

// AddPOV makes a loaded point of view available under its name.
func (b *Basemap) AddPOV(p POV) error { return nil }
