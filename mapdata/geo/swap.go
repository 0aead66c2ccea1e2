package geo

import "github.com/paulmach/orb"

// SwapSuspected reports whether latitude and longitude of p seem to have been
// written in the wrong order: inside, which tells whether a point (longitude
// first) lies where the place is known to be, such as in its country, is true of
// the swapped point and not of p itself.
func SwapSuspected(p orb.Point, inside func(orb.Point) bool) (swapped orb.Point, suspected bool) {
	swapped = orb.Point{p[1], p[0]}
	if p[0] < -90 || p[0] > 90 || p[0] == p[1] || inside(p) || !inside(swapped) {
		return p, false
	}
	return swapped, true
}
