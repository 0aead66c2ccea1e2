package geo

import "math"

// The formulae of projections are those of J. P. Snyder, Map Projections: A Working
// Manual (U.S. Geological Survey Professional Paper 1395, 1987); numbers in brackets
// are his. Angles are radians, lengths metres.

// spheroid is an ellipsoid of revolution: its equatorial radius and the square of
// its eccentricity, 0 for a sphere.
type spheroid struct{ a, e2 float64 }

func wgs84() spheroid { return spheroid{equatorial, eccentricity2} }

// parallel is the radius of a parallel in equatorial radii (14-15).
func (s spheroid) parallel(phi float64) float64 {
	sin, cos := math.Sincos(phi)
	return cos / math.Sqrt(1-s.e2*sin*sin)
}

// meridian is the radius of curvature of a meridian, in equatorial radii (4-19).
func (s spheroid) meridian(phi float64) float64 {
	sin := math.Sin(phi)
	return (1 - s.e2) / math.Pow(1-s.e2*sin*sin, 1.5)
}

// isometric is the isometric latitude (7-7), very large but finite at the poles.
func (s spheroid) isometric(phi float64) float64 {
	return math.Asinh(math.Tan(phi)) - s.bulge(phi)
}

func (s spheroid) bulge(phi float64) float64 {
	e := math.Sqrt(s.e2)
	return e * math.Atanh(e*math.Sin(phi))
}

// fromIsometric is the inverse of isometric (7-9 is the same, told otherwise).
func (s spheroid) fromIsometric(psi float64) float64 {
	phi := math.Atan(math.Sinh(psi))
	if s.e2 == 0 {
		return phi
	}
	for range 6 { // each step gains more than two digits
		phi = math.Atan(math.Sinh(psi + s.bulge(phi)))
	}
	return phi
}

// authalic is q, by which areas on the spheroid grow with the sine of latitude
// (3-12).
func (s spheroid) authalic(sin float64) float64 {
	if s.e2 == 0 {
		return 2 * sin
	}
	e := math.Sqrt(s.e2)
	return (1 - s.e2) * (sin/(1-s.e2*sin*sin) + math.Atanh(e*sin)/e)
}

// fromAuthalic gives the latitude of an authalic one (3-18).
func (s spheroid) fromAuthalic(beta float64) float64 {
	e2, e4, e6 := s.e2, s.e2*s.e2, s.e2*s.e2*s.e2
	return beta + (e2/3+31*e4/180+517*e6/5040)*math.Sin(2*beta) +
		(23*e4/360+251*e6/3780)*math.Sin(4*beta) + 761*e6/45360*math.Sin(6*beta)
}

// plane is a projection with its constants: it lays the spheroid flat.
type plane interface {
	// forward gives metres right and up of a longitude from the central meridian,
	// within ±π, and a latitude.
	forward(lam, phi float64) (x, y float64)
	// inverse is false where there is no place.
	inverse(x, y float64) (lam, phi float64, ok bool)
}
