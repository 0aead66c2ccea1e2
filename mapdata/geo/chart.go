package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Chart is a map of a part of the globe in a projection, laid out in pixels: what a
// [View] is in Web Mercator, without repeated worlds. Pixels count right and down
// from its upper left corner. It is not changed once made.
type Chart struct {
	Projection    Projection
	Width, Height int // pixels

	plane        plane
	central      float64 // X of the central meridian
	north, south float64 // Y between which places are drawn
	far          Rect    // Y of the poles
	scale        float64 // pixels per metre of the plane
	x, y         float64 // of the plane at the middle of the picture
}

// Pixel is a position in a picture, right and down.
type Pixel struct{ X, Y float64 }

// slit is how far from the meridian opposite of the central one shapes are cut, in
// world units: half a metre.
const slit = 1e-8

// ToPixel gives where a longitude and latitude in degrees stands, and whether it is
// drawn at all: it may be beyond the projection's edge. It may stand outside of the
// picture.
func (c *Chart) ToPixel(p orb.Point) (at Pixel, ok bool) {
	w := ProjectFar(p)
	return c.Pixel(w), w.Y >= c.north-1e-12 && w.Y <= c.south+1e-12
}

// Pixel gives where a position on the map stands, on whichever repeated world it is.
// Y may lie outside of [0, 1]; see [ProjectFar].
func (c *Chart) Pixel(w World) Pixel {
	d := w.X - c.central
	return c.pixel(d-math.Round(d), w.Y)
}

// pixel takes the X from the central meridian, within ±½.
func (c *Chart) pixel(d, y float64) Pixel {
	px, py := c.plane.forward(2*math.Pi*d, math.Atan(math.Sinh(math.Pi*(1-2*y))))
	return Pixel{float64(c.Width)/2 + (px-c.x)*c.scale, float64(c.Height)/2 - (py-c.y)*c.scale}
}

// FromPixel gives the longitude, in [-180, 180), and latitude of a pixel; false where
// the map shows no place.
func (c *Chart) FromPixel(x, y float64) (p orb.Point, ok bool) {
	lam, phi, ok := c.plane.inverse(c.x+(x-float64(c.Width)/2)/c.scale, c.y-(y-float64(c.Height)/2)/c.scale)
	if !ok {
		return orb.Point{}, false
	}
	p = orb.Point{WrapLongitude((c.central-0.5)*360 + lam*180/math.Pi), phi * 180 / math.Pi}
	at := ProjectFar(p).Y
	return p, at >= c.north-1e-9 && at <= c.south+1e-9
}

// Central is the longitude of the central meridian in degrees, along which north is
// up.
func (c *Chart) Central() float64 { return WrapLongitude((c.central - 0.5) * 360) }

// Seamless says whether the map goes on across the meridian opposite of the central
// one, as about a pole.
func (c *Chart) Seamless() bool {
	switch p := c.plane.(type) {
	case equalAreaPlane:
		return true
	case conicPlane:
		return math.Abs(p.n) == 1
	}
	return false
}

// Resize gives the chart in another number of pixels, with all of it still in sight
// and its middle kept.
func (c *Chart) Resize(width, height int) *Chart {
	out := *c
	out.Width, out.Height = max(width, 1), max(height, 1)
	out.scale *= math.Min(float64(out.Width)/float64(c.Width), float64(out.Height)/float64(c.Height))
	return &out
}

// reachSteps is how finely the picture is looked over for what it shows.
const reachSteps = 40

// Reach is a rectangle on the map within which all lies that the chart shows, with a
// margin of pixels: its X runs on from half a world west of the central meridian to
// half a world east of it, its Y may lie outside of [0, 1].
func (c *Chart) Reach(margin float64) Rect {
	r := EmptyRect()
	whole := false
	w, h := float64(c.Width)+2*margin, float64(c.Height)+2*margin
	for i := range reachSteps + 1 {
		for j := range reachSteps + 1 {
			p, ok := c.FromPixel(w*float64(i)/reachSteps-margin, h*float64(j)/reachSteps-margin)
			if !ok { // an edge of the map is in the picture
				return c.domain()
			}
			at := ProjectFar(p)
			r = r.Extend(World{at.Near(c.central).X, at.Y})
		}
	}
	// Between the places looked at there may be a little more.
	dx, dy := (r.Max.X-r.Min.X)/reachSteps, (r.Max.Y-r.Min.Y)/reachSteps
	r.Min.X, r.Max.X = r.Min.X-dx, r.Max.X+dx
	r.Min.Y, r.Max.Y = r.Min.Y-dy, r.Max.Y+dy
	for _, lat := range []float64{90, -90} {
		at, ok := c.ToPixel(orb.Point{c.Central(), lat})
		if !ok || at.X < -margin || at.Y < -margin || at.X > w-margin || at.Y > h-margin {
			continue
		}
		whole = true
		r = r.Extend(World{c.central, ProjectFar(orb.Point{0, lat}).Y})
	}
	d := c.domain()
	if whole || r.Max.X-r.Min.X > 0.9 {
		r.Min.X, r.Max.X = d.Min.X, d.Max.X
	}
	return Rect{
		Min: World{math.Max(r.Min.X, d.Min.X), math.Max(r.Min.Y, d.Min.Y)},
		Max: World{math.Min(r.Max.X, d.Max.X), math.Min(r.Max.Y, d.Max.Y)},
	}
}

// Bound is a bound, in degrees, within which all lies that the chart shows. Its west is
// greater than its east where it crosses the date line.
func (c *Chart) Bound() orb.Bound {
	r := c.Reach(0)
	lat := func(y float64) float64 { return World{0, y}.LonLat()[1] }
	b := orb.Bound{Min: orb.Point{-180, lat(r.Max.Y)}, Max: orb.Point{180, lat(r.Min.Y)}}
	if r.Max.X-r.Min.X < 1-4*slit {
		b.Min[0], b.Max[0] = WrapLongitude(r.Min.X*360-180), WrapLongitude(r.Max.X*360-180)
	}
	return b
}

// domain is all that the projection draws.
func (c *Chart) domain() Rect {
	return Rect{Min: World{c.central - 0.5 + slit, c.north}, Max: World{c.central + 0.5 - slit, c.south}}
}
