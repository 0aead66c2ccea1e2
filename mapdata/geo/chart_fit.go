package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// FitChart gives the chart in which all of a bound is seen in a picture of width and
// height pixels, as large as can be but for a margin, in pixels, on each side. The
// projection's constants follow from the bound. As with [Fit] a bound whose west is
// greater than its east crosses the date line, a single point is shown with its
// surroundings, and a bound without content is answered with the whole world.
func FitChart(p Projection, b orb.Bound, width, height int, margin float64) *Chart {
	b = properBound(b)
	c := &Chart{Projection: p, Width: max(width, 1), Height: max(height, 1), scale: 1}
	c.central = (b.Min[0]+b.Max[0])/720 + 0.5
	c.far = Rect{Min: ProjectFar(orb.Point{0, 90}), Max: ProjectFar(orb.Point{0, -90})}
	c.north, c.south = c.far.Min.Y, c.far.Max.Y
	middle := (b.Min[1] + b.Max[1]) / 2
	switch p {
	case Equirectangular:
		// True at the middle, but never so near a pole that there is no width left.
		c.plane = newEquirectangularPlane(wgs84(), math.Max(-80, math.Min(80, middle))*math.Pi/180)
	case Conic:
		c.conic(b)
	case EqualArea:
		c.plane = newEqualAreaPlane(wgs84(), equalAreaMiddle(b)*math.Pi/180)
	default:
		c.plane = newMercatorPlane(spheroid{equatorial, 0}, 0)
		c.north, c.south = 0, 1
		b.Min[1], b.Max[1] = math.Max(b.Min[1], -MaxLatitude), math.Min(b.Max[1], MaxLatitude)
		middle = (b.Min[1] + b.Max[1]) / 2
	}
	c.fit(b, middle, margin)
	return c
}

// properBound brings a bound into the form west < east, without more than a turn.
func properBound(b orb.Bound) orb.Bound {
	if !(b.Min[1] <= b.Max[1]) || !finite(b.Min[0], b.Min[1], b.Max[0], b.Max[1]) {
		b = orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}}
	}
	if b.Min[0] > b.Max[0] {
		b.Max[0] += 360
	}
	b.Max[0] = math.Min(b.Max[0], b.Min[0]+360)
	b.Min[1], b.Max[1] = math.Max(b.Min[1], -90), math.Min(b.Max[1], 90)
	return b
}

// conic chooses the cone: true at a sixth of the height from the upper and the lower
// edge (Snyder, p. 104, names the rule). About the equator the cone is a cylinder, and
// about a pole that is seen from all sides it lies flat.
func (c *Chart) conic(b orb.Bound) {
	top, bottom := math.Min(b.Max[1], 89.5), math.Max(b.Min[1], -89.5)
	sixth := (top - bottom) / 6
	phi1, phi2 := (bottom+sixth)*math.Pi/180, (top-sixth)*math.Pi/180
	beyond := func(lat float64) float64 { return ProjectFar(orb.Point{0, lat}).Y }
	if b.Max[0]-b.Min[0] >= 180 && (b.Max[1] > 84) != (b.Min[1] < -84) {
		c.plane = newPolarPlane(wgs84(), (phi1+phi2)/2)
	} else if p, ok := newConicPlane(wgs84(), phi1, phi2, (phi1+phi2)/2); ok {
		c.plane = p
	} else {
		c.plane = newMercatorPlane(wgs84(), math.Max(math.Abs(phi1), math.Abs(phi2)))
		c.north, c.south = 0, 1
		return
	}
	// Far from the tip the map grows without end.
	if p := c.plane.(conicPlane); p.n > 0 {
		c.south = beyond(math.Max(-85, math.Min(-65, b.Min[1])))
	} else {
		c.north = beyond(math.Min(85, math.Max(65, b.Max[1])))
	}
}

// equalAreaMiddle is the latitude of the projection's middle for a bound: where the
// farthest place of the bound is nearest. What lies around the globe on one side of
// the equator is seen from over the pole, what lies on both sides from over the middle.
func equalAreaMiddle(b orb.Bound) float64 {
	span := b.Max[0] - b.Min[0]
	middle := (b.Min[1] + b.Max[1]) / 2
	if span >= 180 {
		switch {
		case b.Min[1] >= 10 || b.Max[1] > 84 && b.Min[1] >= 0:
			return 90
		case b.Max[1] <= -10 || b.Min[1] < -84 && b.Max[1] <= 0:
			return -90
		}
		return middle
	}
	best, least := middle, math.Inf(1)
	for step := -90; step <= 90; step++ {
		lat := middle + float64(step)*0.5
		if lat < -90 || lat > 90 {
			continue
		}
		at, far := toVector(orb.Point{0, lat}), 0.0
		for i := range 9 {
			for _, p := range []orb.Point{
				{span / 2, b.Min[1] + (b.Max[1]-b.Min[1])*float64(i)/8},
				{span / 16 * float64(i), b.Min[1]},
				{span / 16 * float64(i), b.Max[1]},
			} {
				far = math.Max(far, at.sub(toVector(p)).length())
			}
		}
		if far < least-1e-9 || far < least+1e-9 && math.Abs(lat-middle) < math.Abs(best-middle) {
			best, least = lat, math.Min(far, least)
		}
	}
	return best
}

// fitSteps is how many places of a bound are looked at along its width and height.
const fitSteps = 48

// fit chooses scale and middle so that all of the bound is in the picture.
func (c *Chart) fit(b orb.Bound, middle, margin float64) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	extend := func(x, y float64) {
		x0, y0, x1, y1 = math.Min(x0, x), math.Min(y0, y), math.Max(x1, x), math.Max(y1, y)
	}
	half := (b.Max[0] - b.Min[0]) / 2 * math.Pi / 180
	for i := range fitSteps + 1 {
		for j := range fitSteps + 1 {
			lat := b.Min[1] + (b.Max[1]-b.Min[1])*float64(j)/fitSteps
			at := ProjectFar(orb.Point{0, lat}).Y
			at = math.Max(c.north, math.Min(c.south, at))
			extend(c.plane.forward((float64(i)*2/fitSteps-1)*half, math.Atan(math.Sinh(math.Pi*(1-2*at)))))
		}
	}
	// Where the bound holds the place opposite of the middle, the map is all of a disc.
	if p, ok := c.plane.(equalAreaPlane); ok && half > math.Pi-1e-9 {
		if opposite := -p.on.fromAuthalic(p.beta1) * 180 / math.Pi; opposite >= b.Min[1] && opposite <= b.Max[1] {
			extend(2*p.rq*p.d, 2*p.rq/p.d)
			extend(-2*p.rq*p.d, -2*p.rq/p.d)
		}
	}
	w, h := math.Max(float64(c.Width)-2*margin, 1), math.Max(float64(c.Height)-2*margin, 1)
	c.x, c.y = (x0+x1)/2, (y0+y1)/2
	// A single place is shown with its city; see Fit.
	perWorld := 2 * math.Pi * equatorial * math.Max(0.05, math.Cos(middle*math.Pi/180))
	if _, ok := c.plane.(mercatorPlane); ok && c.Projection == WebMercator {
		perWorld = 2 * math.Pi * equatorial
	}
	dx, dy := x1-x0, y1-y0
	c.scale = math.Inf(1)
	if dx > 0 {
		c.scale = w / dx
	}
	if dy > 0 {
		c.scale = math.Min(c.scale, h/dy)
	}
	if !(dx > 0.01 && dy > 0.01) { // a point, or a line, in metres
		c.scale = math.Min(c.scale, closestFit/perWorld)
	}
	c.scale = math.Min(c.scale, MaxScale/perWorld)
}
