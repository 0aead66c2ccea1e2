package geo

import "math"

// conicPlane is Lambert's conformal conic projection.
type conicPlane struct {
	on   spheroid
	n    float64 // the cone's constant; negative with its tip at the south pole
	af   float64 // a·F
	rho0 float64 // of the latitude at y = 0
}

// newConicPlane gives the cone that is true at two latitudes, with y = 0 at phi0
// (15-1, 15-2, 15-7a to 15-8). ok is false where the two lie so evenly about the
// equator that the cone is a cylinder.
func newConicPlane(on spheroid, phi1, phi2, phi0 float64) (p conicPlane, ok bool) {
	m1, m2 := on.parallel(phi1), on.parallel(phi2)
	psi1, psi2 := on.isometric(phi1), on.isometric(phi2)
	n := math.Sin(phi1)
	if math.Abs(phi2-phi1) > 1e-9 {
		n = (math.Log(m1) - math.Log(m2)) / (psi2 - psi1)
	}
	if math.Abs(n) < 0.02 {
		return conicPlane{}, false
	}
	return newCone(on, n, m1, psi1, phi0), true
}

// newPolarPlane is the cone opened flat: the polar stereographic projection, true at
// a latitude (21-34), with its middle at the pole on that side.
func newPolarPlane(on spheroid, phi1 float64) conicPlane {
	n := math.Copysign(1, phi1)
	return newCone(on, n, on.parallel(phi1), on.isometric(phi1), n*math.Pi/2)
}

func newCone(on spheroid, n, m1, psi1, phi0 float64) conicPlane {
	p := conicPlane{on: on, n: n, af: on.a * m1 / n * math.Exp(n*psi1)}
	p.rho0 = p.rho(phi0)
	return p
}

func (p conicPlane) rho(phi float64) float64 { return p.af * math.Exp(-p.n*p.on.isometric(phi)) }

// forward is 14-1, 14-2 and 15-7.
func (p conicPlane) forward(lam, phi float64) (x, y float64) {
	rho := p.rho(phi)
	sin, cos := math.Sincos(p.n * lam)
	return rho * sin, p.rho0 - rho*cos
}

// inverse is 14-10, 14-11 and 15-11.
func (p conicPlane) inverse(x, y float64) (lam, phi float64, ok bool) {
	s := math.Copysign(1, p.n)
	rho := s * math.Hypot(x, p.rho0-y)
	lam = math.Atan2(s*x, s*(p.rho0-y)) / p.n
	if rho == 0 {
		return 0, s * math.Pi / 2, true
	}
	return lam, p.on.fromIsometric(-math.Log(rho/p.af) / p.n), math.Abs(lam) <= math.Pi+1e-12
}
