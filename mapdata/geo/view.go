package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// The scales that a view may have, in pixels per world width.
const (
	MinScale = 256
	MaxScale = 1 << 29 // 7 cm a pixel at the equator
	// closestFit is the scale at which Fit shows a single point: a city.
	closestFit = 1 << 18
)

// View is a window on the map: which position is at its middle, how large the
// world is drawn, and how many pixels it has. The zero View shows nothing.
type View struct {
	Center        World
	Scale         float64 // pixels per world width
	Width, Height int     // pixels
}

// Fit gives the view in which the bound fills a picture of width and height
// pixels but for a margin, in pixels, on each side. A bound whose west is greater
// than its east crosses the date line. A single point is shown with its
// surroundings; a bound without content is answered with the whole world.
func Fit(b orb.Bound, width, height int, margin float64) View {
	v := View{Center: World{0.5, 0.5}, Width: max(width, 1), Height: max(height, 1)}
	if !(b.Min[1] <= b.Max[1]) || !finite(b.Min[0], b.Min[1], b.Max[0], b.Max[1]) {
		b = orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}}
	}
	if b.Min[0] > b.Max[0] {
		b.Max[0] += 360
	}
	nw := Project(orb.Point{b.Min[0], b.Max[1]})
	se := Project(orb.Point{b.Max[0], b.Min[1]})
	w := math.Max(float64(v.Width)-2*margin, 1)
	h := math.Max(float64(v.Height)-2*margin, 1)
	v.Scale = float64(closestFit)
	if dx := se.X - nw.X; dx > 0 {
		v.Scale = math.Min(v.Scale, w/dx)
	}
	if dy := se.Y - nw.Y; dy > 0 {
		v.Scale = math.Min(v.Scale, h/dy)
	}
	// A bound smaller than a city is asked for on purpose: follow it closer.
	if dx, dy := se.X-nw.X, se.Y-nw.Y; dx > 0 && dy > 0 {
		v.Scale = math.Min(w/dx, h/dy)
	}
	v.Center = World{(nw.X + se.X) / 2, (nw.Y + se.Y) / 2}
	return v.clamp()
}

func finite(xs ...float64) bool {
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

// clamp keeps the scale in range, the middle on the world proper and, where the
// world is taller than the picture, the picture within the world.
func (v View) clamp() View {
	v.Scale = math.Max(MinScale, math.Min(MaxScale, v.Scale))
	v.Center.X = wrapUnit(v.Center.X)
	half := float64(v.Height) / 2 / v.Scale
	if half >= 0.5 {
		v.Center.Y = 0.5
	} else {
		v.Center.Y = math.Max(half, math.Min(1-half, v.Center.Y))
	}
	return v
}

// ToPixel gives where w stands in the view, in pixels from the upper left corner.
// Of the repeated worlds it takes the one nearest to the middle of the view, so
// places on both sides of the date line stand beside each other.
func (v View) ToPixel(w World) (x, y float64) {
	w = w.Near(v.Center.X)
	return (w.X-v.Center.X)*v.Scale + float64(v.Width)/2,
		(w.Y-v.Center.Y)*v.Scale + float64(v.Height)/2
}

// FromPixel is the inverse of [View.ToPixel]. X may lie outside [0, 1): on a
// repeated world.
func (v View) FromPixel(x, y float64) World {
	return World{
		X: v.Center.X + (x-float64(v.Width)/2)/v.Scale,
		Y: v.Center.Y + (y-float64(v.Height)/2)/v.Scale,
	}
}

// Pan gives the view after the map was dragged by dx, dy pixels: what was at
// (0, 0) is then at (dx, dy), unless the edge of the world stops it.
func (v View) Pan(dx, dy float64) View {
	v.Center.X -= dx / v.Scale
	v.Center.Y -= dy / v.Scale
	return v.clamp()
}

// ZoomAt gives the view enlarged by a factor, with what is at pixel (x, y)
// staying there as far as the edge of the world allows.
func (v View) ZoomAt(x, y, factor float64) View {
	at := v.FromPixel(x, y)
	v.Scale = math.Max(MinScale, math.Min(MaxScale, v.Scale*factor))
	v.Center.X = at.X - (x-float64(v.Width)/2)/v.Scale
	v.Center.Y = at.Y - (y-float64(v.Height)/2)/v.Scale
	return v.clamp()
}

// Resize gives the view with another number of pixels, the same middle and scale.
func (v View) Resize(width, height int) View {
	v.Width, v.Height = max(width, 1), max(height, 1)
	return v.clamp()
}

// Rect is what the view shows, on the map. Its X may reach outside [0, 1).
func (v View) Rect() Rect {
	return Rect{Min: v.FromPixel(0, 0), Max: v.FromPixel(float64(v.Width), float64(v.Height))}
}

// Bound is what the view shows, in degrees. Its west is greater than its east
// where it crosses the date line; a view wider than the world shows all
// longitudes.
func (v View) Bound() orb.Bound {
	r := v.Rect()
	n, s := math.Max(r.Min.Y, 0), math.Min(r.Max.Y, 1)
	b := orb.Bound{
		Min: orb.Point{-180, World{0, s}.LonLat()[1]},
		Max: orb.Point{180, World{0, n}.LonLat()[1]},
	}
	if r.Max.X-r.Min.X < 1 {
		b.Min[0] = WrapLongitude(r.Min.X*360 - 180)
		b.Max[0] = WrapLongitude(r.Max.X*360 - 180)
		if b.Max[0] == -180 { // the view ends at the date line
			b.Max[0] = 180
		}
	}
	return b
}

// MetresPerPixel is the length on the ground, from west to east, of one pixel in
// row y. It is that of the WGS 84 ellipsoid, so a scale bar drawn with it is true.
func (v View) MetresPerPixel(y float64) float64 {
	lat := World{0, math.Max(0, math.Min(1, v.FromPixel(0, y).Y))}.LonLat()[1] * math.Pi / 180
	sin, cos := math.Sincos(lat)
	return 2 * math.Pi * equatorial * cos / math.Sqrt(1-eccentricity2*sin*sin) / v.Scale
}
