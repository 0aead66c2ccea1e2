package geo

// WGS 84 (EPSG:7030): the defining constants, in metres, and what follows from
// them.
const (
	equatorial    = 6378137.0
	flattening    = 1 / 298.257223563
	polar         = equatorial * (1 - flattening)
	eccentricity2 = flattening * (2 - flattening)
	thirdFlat     = flattening / (2 - flattening)
)
