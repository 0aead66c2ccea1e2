package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// The geodesics follow C. F. F. Karney, "Algorithms for geodesics", Journal of
// Geodesy 87 (2013) 43–55, doi:10.1007/s00190-012-0578-z, with series to the sixth
// order: good to some ten nanometres on WGS 84. Unlike Vincenty's iteration the
// inverse problem is solved for nearly opposite points too.

// Inverse gives the length in metres of the shortest line from a to b over the
// WGS 84 ellipsoid, and the bearing in which it leaves a, in degrees clockwise
// from north, in [0, 360). Where several lines are equally short, as between
// opposite points, the bearing is that of one of them; between equal points it is 0.
func Inverse(a, b orb.Point) (metres, bearing float64) {
	g := inverse(a, b)
	return g.metres, g.bearing
}

// solved is the answer to the inverse problem.
type solved struct {
	metres  float64
	bearing float64 // at the first point, degrees in [0, 360)
	// under is the area in square metres between the line and the equator, counted
	// positive where the line runs east on the northern side or west on the southern.
	under float64
	dLon  float64 // difference of longitude that the line runs through, degrees
}

func inverse(a, b orb.Point) solved {
	lat1, lat2 := equatorWithin(a[1]), equatorWithin(b[1])
	dLon := math.Remainder(b[0]-a[0], 360)
	out := solved{dLon: dLon}

	// Mirror and swap so that lat1 ≤ 0, lat1 ≤ lat2 ≤ -lat1 and 0 ≤ dLon ≤ 180:
	// then the bearing at the first point has one solution, heading north at the
	// second.
	east, swapped, north := 1.0, 1.0, -1.0
	if dLon < 0 {
		east, dLon = -1, -dLon
	}
	if math.Abs(lat1) < math.Abs(lat2) {
		swapped = -1
		east = -east
		lat1, lat2 = lat2, lat1
	}
	if lat1 < 0 {
		north = 1
	}
	lat1, lat2 = lat1*north, lat2*north

	t, metres := inverseCanonical(lat1, lat2, dLon)
	out.metres, out.under = metres, swapped*east*north*t.under()
	sin1, cos1 := t.sin1, t.cos1
	if swapped < 0 {
		sin1, cos1 = t.sin2, t.cos2
	}
	sin1 *= swapped * east
	cos1 *= swapped * north
	if metres == 0 {
		return solved{}
	}
	out.bearing = math.Atan2(sin1, cos1) * 180 / math.Pi
	if out.bearing < 0 {
		out.bearing += 360
	}
	if out.bearing >= 360 || out.bearing == 0 { // neither 360 nor -0
		out.bearing = 0
	}
	return out
}

// inverseCanonical solves the inverse problem in the configuration that inverse
// prepares. It gives the line, and its length in metres.
func inverseCanonical(lat1, lat2, dLon float64) (t trial, metres float64) {
	sb1, cb1 := reducedLatitude(lat1)
	sb2, cb2 := reducedLatitude(lat2)
	if cb1 < -sb1 && cb2 == cb1 { // equal to the last bit where lat2 = ±lat1
		sb2 = math.Copysign(sb1, sb2)
	} else if math.Abs(sb2) == -sb1 {
		cb2 = cb1
	}
	lambda := dLon * math.Pi / 180
	t = trial{sb1: sb1, cb1: cb1, sb2: sb2, cb2: cb2, lambda: lambda}

	switch {
	case lat1 == -90 || dLon == 0 || dLon == 180:
		// A meridian is the shortest line between its points on an oblate ellipsoid.
		t.meridian = true
		t.sin1, t.cos1 = math.Sincos(lambda)
		if dLon == 180 {
			t.sin1, t.cos1 = 0, -1
		}
		t.sin2, t.cos2 = 0, 1
		t.line = newGeodesic(sb1, cb1, t.sin1, t.cos1)
		t.s1, t.c1 = normalise(sb1, t.cos1*cb1)
		t.s2, t.c2 = normalise(sb2, cb2)
		return t, t.line.length(t.s1, t.c1, t.s2, t.c2)
	case sb1 == 0 && lambda <= (1-flattening)*math.Pi:
		// Along the equator, as long as no short cut by a pole pays.
		t.sin1, t.sin2 = 1, 1
		t.line.sin0 = 1
		return t, equatorial * lambda
	}

	if sb1 == 0 {
		t.sb1 = -tiny // gives the line off the equator a sense of direction
	}
	t.evaluate(t.solve())
	return t, t.line.length(t.s1, t.c1, t.s2, t.c2)
}

// tiny keeps a sine or cosine away from zero without changing any result.
const tiny = 1.5e-154

// trial is one try at the inverse problem: the geodesic that leaves the first
// point at some bearing, followed to the latitude of the second.
type trial struct {
	sb1, cb1, sb2, cb2 float64 // reduced latitudes
	lambda             float64 // wanted difference of longitude, radians

	sin1, cos1, sin2, cos2 float64 // bearings
	s1, c1, s2, c2         float64 // arc lengths from the node
	line                   geodesic
	omega                  float64 // difference of longitude on the auxiliary sphere
	meridian               bool
}

// evaluate follows the bearing that lies delta radians south of east and returns
// by how much the longitude reached exceeds the one wanted. The bearing is counted
// from east because there, close to the equator, its smallest fractions matter.
func (t *trial) evaluate(delta float64) float64 {
	sin, cos := math.Sincos(delta)
	t.sin1, t.cos1 = cos, -sin
	if t.cos1 == 0 {
		t.cos1 = -tiny
	}
	t.line = newGeodesic(t.sb1, t.cb1, t.sin1, t.cos1)
	sin0 := t.line.sin0

	// Clairaut's relation gives the bearing at the second point.
	t.sin2, t.cos2 = t.sin1, math.Abs(t.cos1)
	if t.cb2 != t.cb1 {
		t.sin2 = sin0 / t.cb2
	}
	if t.cb2 != t.cb1 || math.Abs(t.sb2) != -t.sb1 {
		var d float64
		if t.cb1 < -t.sb1 {
			d = (t.cb2 - t.cb1) * (t.cb1 + t.cb2)
		} else {
			d = (t.sb1 - t.sb2) * (t.sb1 + t.sb2)
		}
		t.cos2 = math.Sqrt(math.Max(0, t.cos1*t.cb1*t.cos1*t.cb1+d)) / t.cb2
	}
	t.s1, t.c1 = normalise(t.sb1, t.cos1*t.cb1)
	t.s2, t.c2 = normalise(t.sb2, t.cos2*t.cb2)

	sigma := math.Atan2(math.Max(0, t.c1*t.s2-t.s1*t.c2), t.c1*t.c2+t.s1*t.s2)
	so1, co1 := sin0*t.sb1, t.cos1*t.cb1
	so2, co2 := sin0*t.sb2, t.cos2*t.cb2
	t.omega = math.Atan2(math.Max(0, co1*so2-so1*co2), co1*co2+so1*so2)
	return t.omega - t.line.longitudeLag(sigma, t.s1, t.c1, t.s2, t.c2) - t.lambda
}

// solve finds the bearing, in radians south of east. The longitude reached grows
// with it through the one root, so regula falsi in its Illinois form closes in on
// it; whenever that is slow, as between nearly opposite points, the bracket is
// halved.
func (t *trial) solve() float64 {
	lo, hi := -math.Pi/2, math.Pi/2
	fLo, fHi := -t.lambda, math.Pi-t.lambda // due north and due south
	for i := range 300 {
		x := lo - fLo*(hi-lo)/(fHi-fLo)
		if i%3 == 2 || !(x > lo && x < hi) {
			x = lo + (hi-lo)/2
		}
		if x <= lo || x >= hi {
			break
		}
		f := t.evaluate(x)
		switch {
		case f == 0:
			return x
		case f < 0:
			lo, fLo = x, f
			fHi /= 2
		default:
			hi, fHi = x, f
			fLo /= 2
		}
		if hi-lo < 1e-16*math.Max(math.Abs(lo), math.Abs(hi)) || hi-lo < 1e-40 {
			break
		}
	}
	return lo + (hi-lo)/2
}

// Direct follows the geodesic that leaves from in a bearing, in degrees clockwise
// from north, for a length in metres. It gives the point reached, its longitude
// in [-180, 180), and the bearing there, in [0, 360).
func Direct(from orb.Point, metres, bearing float64) (to orb.Point, arriving float64) {
	sb1, cb1 := reducedLatitude(from[1])
	sin1, cos1 := math.Sincos(math.Remainder(bearing, 360) * math.Pi / 180)
	g := newGeodesic(sb1, cb1, sin1, cos1)
	s1, c1 := normalise(sb1, cos1*cb1)
	if sb1 == 0 && cos1*cb1 == 0 {
		s1, c1 = 0, 1
	}
	sigma := g.arc(s1, c1, metres)
	ds, dc := math.Sincos(sigma)
	s2, c2 := s1*dc+c1*ds, c1*dc-s1*ds

	sb2, cb2 := g.cos0*s2, math.Hypot(g.sin0, g.cos0*c2)
	sin2, cos2 := g.sin0, g.cos0*c2
	if cb2 == 0 { // over a pole, where any bearing is south
		cb2, cos2 = tiny, tiny
	}
	so1, co1 := g.sin0*s1, c1
	so2, co2 := g.sin0*s2, c2
	omega := math.Atan2(so2*co1-co2*so1, co2*co1+so2*so1)
	lambda := omega - g.longitudeLag(sigma, s1, c1, s2, c2)

	to[0] = WrapLongitude(math.Remainder(from[0], 360) + lambda*180/math.Pi)
	to[1] = math.Atan2(sb2, (1-flattening)*cb2) * 180 / math.Pi
	arriving = math.Atan2(sin2, cos2) * 180 / math.Pi
	if arriving < 0 {
		arriving += 360
	}
	return to, arriving
}

// reducedLatitude gives sine and cosine of the latitude on the auxiliary sphere,
// for a latitude in degrees.
func reducedLatitude(lat float64) (sin, cos float64) {
	sin, cos = math.Sincos(lat * math.Pi / 180)
	if math.Abs(lat) == 90 {
		cos = 0
	}
	sin, cos = normalise(sin*(1-flattening), cos)
	return sin, math.Max(tiny, cos)
}

// equatorWithin takes a latitude closer to the equator than 0.1 µm for it: such a
// latitude is too small to tell a bearing by.
func equatorWithin(lat float64) float64 {
	if math.Abs(lat) < 1e-12 {
		return 0
	}
	return lat
}

// normalise scales a sine and cosine to a squared sum of one.
func normalise(s, c float64) (sin, cos float64) {
	h := math.Hypot(s, c)
	if h == 0 {
		return 0, 1
	}
	return s / h, c / h
}
