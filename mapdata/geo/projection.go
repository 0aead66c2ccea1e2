package geo

import (
	"fmt"
	"strings"
)

// Projection is a way to lay the globe flat. The zero value is Web Mercator.
type Projection uint8

// The projections.
const (
	// WebMercator is that of the window: north is up everywhere, and what lies nearer
	// to a pole is drawn larger.
	WebMercator Projection = iota
	// Equirectangular draws longitude and latitude as they are counted, true along
	// the middle latitude of what is shown.
	Equirectangular
	// Conic is Lambert's conformal conic: angles are kept, and the scale nearly is
	// between two latitudes that are fitted to what is shown.
	Conic
	// EqualArea is Lambert's azimuthal equal-area, centred on what is shown: equal
	// areas on the ground are equal on the map.
	EqualArea
)

// Projections lists all projections.
func Projections() []Projection {
	return []Projection{WebMercator, Equirectangular, Conic, EqualArea}
}

// String is the projection's name, as [ParseProjection] reads it.
func (p Projection) String() string {
	switch p {
	case Equirectangular:
		return "equirectangular"
	case Conic:
		return "conic"
	case EqualArea:
		return "equal-area"
	default:
		return "mercator"
	}
}

// Title is the projection's name for people.
func (p Projection) Title() string {
	switch p {
	case Equirectangular:
		return "Equirectangular"
	case Conic:
		return "Lambert conformal conic"
	case EqualArea:
		return "Lambert azimuthal equal-area"
	default:
		return "Web Mercator"
	}
}

// ParseProjection reads a projection's name: mercator, equirectangular, conic or
// lcc, equal-area or laea, in any case. The error is a sentence.
func ParseProjection(name string) (Projection, error) {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "mercator", "web-mercator":
		return WebMercator, nil
	case "equirectangular":
		return Equirectangular, nil
	case "conic", "lcc":
		return Conic, nil
	case "equal-area", "laea":
		return EqualArea, nil
	}
	return 0, fmt.Errorf("there is no projection “%s”; there are mercator, equirectangular, conic and equal-area", name)
}
