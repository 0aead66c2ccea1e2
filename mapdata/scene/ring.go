package scene

import "github.com/paulmach/orb"

// Rings are range rings: circles of true radius on the ground around one place.
type Rings struct {
	At    orb.Point // longitude, latitude
	Radii []Radius
	Name  string // of the place, such as the title of an event; "" for none
}

// Radius is that of a range ring.
type Radius struct {
	Metres float64 // on WGS 84
	Label  string  // as it is set on the ring: "300 km"
}
