package geo

import "math"

// equalAreaPlane is Lambert's azimuthal equal-area projection.
type equalAreaPlane struct {
	on            spheroid
	qp, rq        float64 // q at the pole; the radius of the sphere of the same area
	beta1, s1, c1 float64 // authalic latitude of the middle
	d             float64 // makes the scale at the middle true in both directions
}

// newEqualAreaPlane gives the projection centred on a latitude (24-13, 24-20; 24-23
// at a pole).
func newEqualAreaPlane(on spheroid, phi1 float64) equalAreaPlane {
	p := equalAreaPlane{on: on, qp: on.authalic(1), d: 1}
	p.rq = on.a * math.Sqrt(p.qp/2)
	p.beta1 = p.beta(phi1)
	p.s1, p.c1 = math.Sincos(p.beta1)
	if math.Abs(phi1) < math.Pi/2-1e-4 {
		p.d = on.a * on.parallel(phi1) / (p.rq * p.c1)
	}
	return p
}

func (p equalAreaPlane) beta(phi float64) float64 {
	return math.Asin(math.Max(-1, math.Min(1, p.on.authalic(math.Sin(phi))/p.qp)))
}

// forward is 24-16 to 24-19, put so that it stays exact next to the place opposite of
// the middle, which is drawn as the map's whole rim.
func (p equalAreaPlane) forward(lam, phi float64) (x, y float64) {
	beta := p.beta(phi)
	sb, cb := math.Sincos(beta)
	sl, cl := math.Sincos(lam)
	east, north := cb*sl, p.c1*sb-p.s1*cb*cl
	if cl < 0 {
		h := math.Sin((math.Pi - math.Abs(lam)) / 2)
		north = math.Sin(beta+p.beta1) - p.s1*cb*2*h*h
	}
	cos := p.s1*sb + p.c1*cb*cl
	var k float64
	if cos > -0.5 {
		k = math.Sqrt(2 / (1 + cos))
	} else {
		sin := math.Hypot(east, north)
		if sin == 0 {
			return 0, 2 * p.rq / p.d
		}
		k = math.Sqrt(2*(1-cos)) / sin
	}
	return p.rq * p.d * k * east, p.rq / p.d * k * north
}

// inverse is 24-26 to 24-29.
func (p equalAreaPlane) inverse(x, y float64) (lam, phi float64, ok bool) {
	x, y = x/p.d, y*p.d
	rho := math.Hypot(x, y)
	if rho > 2*p.rq {
		return 0, 0, false
	}
	if rho == 0 {
		return 0, p.on.fromAuthalic(p.beta1), true
	}
	sin, cos := math.Sincos(2 * math.Asin(rho/(2*p.rq)))
	beta := math.Asin(math.Max(-1, math.Min(1, cos*p.s1+y*sin*p.c1/rho)))
	lam = math.Atan2(x*sin, rho*p.c1*cos-y*p.s1*sin)
	return lam, p.on.fromAuthalic(beta), true
}
