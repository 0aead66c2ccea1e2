package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// authalic2 is the square of the radius, in metres, of the sphere that has the
// ellipsoid's surface; ellipsoidArea is that surface in square metres.
var (
	authalic2     = equatorial*equatorial/2 + polar*polar*math.Atanh(math.Sqrt(eccentricity2))/(2*math.Sqrt(eccentricity2))
	ellipsoidArea = 4 * math.Pi * authalic2
)

// Area gives the area in square metres and the perimeter in metres of the polygon
// whose corners are joined by geodesics on WGS 84, the last with the first. Of the
// two parts into which the line divides the globe it is the smaller, whichever way
// round the corners go; a pole or the date line may lie within. Fewer than three
// corners enclose nothing; where sides cross, see [Crossed], the parts cancel.
//
// The area under each side is Karney's series to the sixth order (2013, eq. 58 to
// 63): good to a tenth of a square metre for each corner.
func Area(corners []orb.Point) (squareMetres, perimeter float64) {
	var under, turn float64
	for i, a := range corners {
		g := inverse(a, corners[(i+1)%len(corners)])
		perimeter += g.metres
		under += g.under
		turn += g.dLon
	}
	if len(corners) < 3 {
		return 0, perimeter
	}
	// Around a pole, what lies between the line and the equator is the rest of the
	// hemisphere.
	if int(math.Round(turn/360))%2 != 0 {
		under += ellipsoidArea / 2
	}
	return math.Abs(math.Remainder(under, ellipsoidArea)), perimeter
}

// under is the area between a solved line and the equator, eq. (59), in the
// configuration of inverseCanonical.
func (t *trial) under() float64 {
	area := authalic2 * t.turned()
	sin0, cos0 := t.line.sin0, t.line.cos0
	if sin0 == 0 || cos0 == 0 {
		return area
	}
	c := areaSeries(t.line.eps)
	return area + equatorial*equatorial*eccentricity2*sin0*cos0*
		(oddCosineSum(c[:], t.s2, t.c2)-oddCosineSum(c[:], t.s1, t.c1))
}

// turned is by how much the bearing, on the auxiliary sphere, grows along a line.
func (t *trial) turned() float64 {
	if s, c := math.Sincos(t.omega); !t.meridian && c > -0.7 && t.sb2-t.sb1 < 1.75 {
		// The spherical excess, eq. (65): of short lines, the bearings' difference would
		// be lost in rounding.
		d1, d2 := 1+t.cb1, 1+t.cb2
		return 2 * math.Atan2(s*(t.sb1*d2+t.sb2*d1), (1+c)*(t.sb1*t.sb2+d1*d2))
	}
	s := t.sin2*t.cos1 - t.cos2*t.sin1
	c := t.cos2*t.cos1 + t.sin2*t.sin1
	if s == 0 && c < 0 { // over the pole: half a turn, to the west as the bearing says
		s = tiny * t.cos1
	}
	return math.Atan2(s, c)
}

// oddCosineSum adds c[l]·cos((2l+1)x), given the sine and cosine of x, by
// Clenshaw's summation.
func oddCosineSum(c []float64, sin, cos float64) float64 {
	two := 2 * (cos - sin) * (cos + sin) // 2·cos 2x
	var b0, b1 float64
	for l := len(c) - 1; l >= 0; l-- {
		b0, b1 = c[l]+two*b0-b1, b0
	}
	return cos * (b0 - b1)
}

// areaSeries gives C4, eq. (63).
func areaSeries(e float64) (c [6]float64) {
	const n = thirdFlat
	c[0] = (2./3 - n*4/15 + n*n*8/105 + n*n*n*4/315 + n*n*n*n*16/3465 + n*n*n*n*n*20/9009) -
		e*((1./5-n*16/35+n*n*32/105-n*n*n*16/385-n*n*n*n*64/15015)+
			e*((2./105+n*32/315-n*n*1088/3465+n*n*n*1184/5005)+
				e*((-11./315+n*368/3465+n*n*32/6435)+
					e*((-4./1155-n*1088/45045)-e*97/15015))))
	d := e
	c[1] = d * ((1./45 - n*16/315 + n*n*32/945 - n*n*n*16/3465 - n*n*n*n*64/135135) +
		e*((-2./105+n*64/945-n*n*128/1485+n*n*n*1984/45045)+
			e*((-1./105+n*16/2079+n*n*5792/135135)+
				e*((4./1155-n*2944/135135)+e/9009))))
	d *= e
	c[2] = d * ((4./525 - n*32/1575 + n*n*64/3465 - n*n*n*32/5005) +
		e*((-8./1575+n*128/5775-n*n*256/6825)+
			e*((-8./1925+n*1856/225225)+e*8/10725)))
	d *= e
	c[3] = d * ((8./2205 - n*256/24255 + n*n*512/45045) +
		e*((-16./8085+n*1024/105105)-e*136/63063))
	d *= e
	c[4] = d * ((64./31185 - n*512/81081) - e*128/135135)
	d *= e
	c[5] = d * 128 / 99099
	return c
}

// Crossed reports whether two sides of the polygon with these corners cross. Sides
// are taken for great circles: next to a corner the answer may be off by the
// flattening.
func Crossed(corners []orb.Point) bool {
	n := len(corners)
	v := make([]vector, n)
	for i, p := range corners {
		v[i] = toVector(p)
	}
	for i := range n {
		a, b := v[i], v[(i+1)%n]
		for j := i + 2; j < n; j++ {
			if i == 0 && j == n-1 {
				continue // neighbours, over the end
			}
			if arcsCross(a, b, v[j], v[(j+1)%n]) {
				return true
			}
		}
	}
	return false
}

// arcsCross reports whether the shorter great-circle arcs ab and cd cross.
func arcsCross(a, b, c, d vector) bool {
	p, q := a.cross(b), c.cross(d)
	x := p.cross(q) // along both circles: it or its opposite is where they meet
	for _, s := range []float64{1, -1} {
		m := x.scale(s)
		if within(m, a, b, p) && within(m, c, d, q) {
			return true
		}
	}
	return false
}

// within reports whether m, on the circle of normal n, lies between a and b.
func within(m, a, b, n vector) bool {
	return a.cross(m).dot(n) > 0 && m.cross(b).dot(n) > 0
}

func (v vector) cross(o vector) vector {
	return vector{v[1]*o[2] - v[2]*o[1], v[2]*o[0] - v[0]*o[2], v[0]*o[1] - v[1]*o[0]}
}
