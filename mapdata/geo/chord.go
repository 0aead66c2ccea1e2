package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Position is a point of the WGS 84 ellipsoid in metres from the centre of the Earth:
// towards 0° N 0° E, 0° N 90° E and the north pole.
type Position [3]float64

// PositionOf is where a point, longitude first, in degrees, lies.
func PositionOf(p orb.Point) Position {
	sinLon, cosLon := math.Sincos(p[0] * math.Pi / 180)
	sinLat, cosLat := math.Sincos(p[1] * math.Pi / 180)
	n := equatorial / math.Sqrt(1-eccentricity2*sinLat*sinLat)
	return Position{n * cosLat * cosLon, n * cosLat * sinLon, n * (1 - eccentricity2) * sinLat}
}

// Chord is the length in metres of the straight line between two positions, through the
// Earth. It is never longer than the way over the ellipsoid that [Inverse] measures,
// shorter by a millionth at 30 km and a thousandth at 1,000 km, and takes a hundredth
// of the time: whoever looks for what is near passes over the far by it.
func (a Position) Chord(b Position) float64 {
	x, y, z := a[0]-b[0], a[1]-b[1], a[2]-b[2]
	return math.Sqrt(x*x + y*y + z*z)
}
