package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Circle gives the polygon of n corners (at least 8) around center whose corners
// are radiusM metres from it on the WGS 84 ellipsoid: its true shape, not a
// circle on the map. Its longitudes run on beyond ±180° rather than jump; a
// circle that holds a pole is closed along the edge of the world.
func Circle(center orb.Point, radiusM float64, n int) orb.Polygon {
	n = max(n, 8)
	ring := make(orb.Ring, 0, n+4)
	lon := center[0]
	for i := range n {
		p, _ := Direct(center, radiusM, 360*float64(i)/float64(n))
		p[0] += 360 * math.Round((lon-p[0])/360)
		lon = p[0]
		ring = append(ring, p)
	}
	// Once around a pole the longitude has made a full turn.
	first := ring[0]
	if turn := first[0] + 360*math.Round((lon-first[0])/360) - first[0]; turn != 0 {
		pole := math.Copysign(90, center[1])
		ring = append(ring,
			orb.Point{first[0] + turn, first[1]}, orb.Point{first[0] + turn, pole}, orb.Point{first[0], pole})
	}
	return orb.Polygon{append(ring, first)}
}
