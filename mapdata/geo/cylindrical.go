package geo

import "math"

// mercatorPlane is Mercator's projection (7-6, 7-7), true at a latitude. On a
// sphere it is Web Mercator.
type mercatorPlane struct {
	on spheroid
	k  float64 // metres per radian along a parallel
}

func newMercatorPlane(on spheroid, truePhi float64) mercatorPlane {
	return mercatorPlane{on, on.a * on.parallel(truePhi)}
}

func (m mercatorPlane) forward(lam, phi float64) (x, y float64) {
	return m.k * lam, m.k * m.on.isometric(phi)
}

func (m mercatorPlane) inverse(x, y float64) (lam, phi float64, ok bool) {
	lam = x / m.k
	return lam, m.on.fromIsometric(y / m.k), math.Abs(lam) <= math.Pi
}

// equirectangularPlane is the equirectangular projection (12-1, 12-2) with the radii
// of the spheroid at the latitude that is true, so that it is so in both directions.
type equirectangularPlane struct{ phi1, east, north float64 }

func newEquirectangularPlane(on spheroid, phi1 float64) equirectangularPlane {
	return equirectangularPlane{phi1, on.a * on.parallel(phi1), on.a * on.meridian(phi1)}
}

func (p equirectangularPlane) forward(lam, phi float64) (x, y float64) {
	return p.east * lam, p.north * (phi - p.phi1)
}

func (p equirectangularPlane) inverse(x, y float64) (lam, phi float64, ok bool) {
	lam, phi = x/p.east, y/p.north+p.phi1
	return lam, phi, math.Abs(lam) <= math.Pi && math.Abs(phi) <= math.Pi/2
}
