package geo

import "math"

// geodesic is a geodesic, known by its bearing where it crosses the equator, with
// the coefficients of Karney's series for it.
type geodesic struct {
	sin0, cos0 float64 // bearing at the node
	eps        float64 // expansion parameter
	a1         float64 // scale of the distance integral, eq. (17)
	a3         float64 // scale of the longitude integral, eq. (24)
	c1         [7]float64
	c3         [6]float64
}

// newGeodesic is the line that leaves a point of the given reduced latitude in the
// given bearing.
func newGeodesic(sinBeta, cosBeta, sinAlpha, cosAlpha float64) geodesic {
	g := geodesic{
		sin0: sinAlpha * cosBeta,
		cos0: math.Hypot(cosAlpha, sinAlpha*sinBeta),
	}
	k2 := g.cos0 * g.cos0 * eccentricity2 / (1 - eccentricity2)
	g.eps = k2 / (2*(1+math.Sqrt(1+k2)) + k2)
	e, e2 := g.eps, g.eps*g.eps
	g.a1 = (1 + e2*(1./4+e2*(1./64+e2/256))) / (1 - e)
	g.c1 = distanceSeries(e)
	g.a3 = longitudeScale(e)
	g.c3 = longitudeSeries(e)
	return g
}

// length is the distance in metres between two arcs from the node, the second
// ahead of the first by no more than half a turn.
func (g *geodesic) length(s1, c1, s2, c2 float64) float64 {
	sigma := math.Atan2(math.Max(0, c1*s2-s1*c2), c1*c2+s1*s2)
	b := sineSum(g.c1[1:], s2, c2) - sineSum(g.c1[1:], s1, c1)
	return polar * g.a1 * (sigma + b)
}

// arc is the arc length in radians that corresponds to a distance in metres from
// an arc with the given sine and cosine.
func (g *geodesic) arc(s1, c1, metres float64) float64 {
	tau := metres / (polar * g.a1)
	b1 := sineSum(g.c1[1:], s1, c1)
	sb, cb := math.Sincos(b1)
	st1, ct1 := s1*cb+c1*sb, c1*cb-s1*sb
	st, ct := math.Sincos(tau)
	reverted := revertedSeries(g.eps)
	return tau + sineSum(reverted[1:], st1*ct+ct1*st, ct1*ct-st1*st) + b1
}

// longitudeLag is by how much the longitude on the ellipsoid falls behind that on
// the auxiliary sphere along an arc of sigma radians, eq. (8).
func (g *geodesic) longitudeLag(sigma, s1, c1, s2, c2 float64) float64 {
	b := sineSum(g.c3[1:], s2, c2) - sineSum(g.c3[1:], s1, c1)
	return flattening * g.sin0 * g.a3 * (sigma + b)
}

// sineSum adds c[l]·sin(2(l+1)x), given the sine and cosine of x, by Clenshaw's
// summation.
func sineSum(c []float64, sin, cos float64) float64 {
	two := 2 * (cos - sin) * (cos + sin) // 2·cos 2x
	var b0, b1 float64
	for l := len(c) - 1; l >= 0; l-- {
		b0, b1 = c[l]+two*b0-b1, b0
	}
	return 2 * sin * cos * b0
}

// distanceSeries gives C1, eq. (18).
func distanceSeries(e float64) (c [7]float64) {
	e2 := e * e
	d := e
	c[1] = d * (-1./2 + e2*(3./16-e2/32))
	d *= e
	c[2] = d * (-1./16 + e2*(1./32-e2*9/2048))
	d *= e
	c[3] = d * (-1./48 + e2*3/256)
	d *= e
	c[4] = d * (-5./512 + e2*3/512)
	d *= e
	c[5] = d * -7 / 1280
	d *= e
	c[6] = d * -7 / 2048
	return c
}

// revertedSeries gives C1′, eq. (21).
func revertedSeries(e float64) (c [7]float64) {
	e2 := e * e
	d := e
	c[1] = d * (1./2 + e2*(-9./32+e2*205/1536))
	d *= e
	c[2] = d * (5./16 + e2*(-37./96+e2*1335/4096))
	d *= e
	c[3] = d * (29./96 - e2*75/128)
	d *= e
	c[4] = d * (539./1536 - e2*2391/2560)
	d *= e
	c[5] = d * 3467 / 7680
	d *= e
	c[6] = d * 38081 / 61440
	return c
}

// longitudeScale gives A3, eq. (24).
func longitudeScale(e float64) float64 {
	const n = thirdFlat
	return 1 - e*((1./2-n/2)+
		e*((1./4+n/8-3*n*n/8)+
			e*((1./16+3*n/16+n*n/16)+
				e*((3./64+n/32)+e*3/128))))
}

// longitudeSeries gives C3, eq. (25).
func longitudeSeries(e float64) (c [6]float64) {
	const n = thirdFlat
	d := e
	c[1] = d * ((1./4 - n/4) + e*((1./8-n*n/8)+e*((3./64+3*n/64-n*n/64)+e*((5./128+n/64)+e*3/128))))
	d *= e
	c[2] = d * ((1./16 - 3*n/32 + n*n/32) + e*((3./64-n/32-3*n*n/64)+e*((3./128+n/128)+e*5/256)))
	d *= e
	c[3] = d * ((5./192 - 3*n/64 + 5*n*n/192) + e*((3./128-5*n/192)+e*7/512))
	d *= e
	c[4] = d * ((7./512 - 7*n/256) + e*7/512)
	d *= e
	c[5] = d * 21 / 2560
	return c
}
