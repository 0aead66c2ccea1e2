package geo

import "math"

// WGS 84 (EPSG:7030): the defining constants, in metres, and what follows from
// them.
const (
	equatorial    = 6378137.0
	flattening    = 1 / 298.257223563
	polar         = equatorial * (1 - flattening)
	eccentricity2 = flattening * (2 - flattening)
	thirdFlat     = flattening / (2 - flattening)
)

// DegreeLengths is the length in metres, on the WGS 84 ellipsoid, of a degree of
// longitude and of one of latitude at a latitude in degrees.
func DegreeLengths(lat float64) (longitude, latitude float64) {
	s, phi := wgs84(), lat*math.Pi/180
	return s.a * s.parallel(phi) * math.Pi / 180, s.a * s.meridian(phi) * math.Pi / 180
}
