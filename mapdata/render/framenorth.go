package render

import (
	"math"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// lonLat is the longitude and latitude, in degrees, of a pixel of the picture; false
// where the map shows no place.
func (f *frame) lonLat(x, y float64) (orb.Point, bool) {
	x, y = x-float64(f.rect.Min.X), y-float64(f.rect.Min.Y)
	if f.chart != nil {
		return f.chart.FromPixel(x, y)
	}
	w := f.view.FromPixel(x, y)
	return w.LonLat(), w.Y >= 0 && w.Y <= 1
}

// turn is how places about a pixel move in the picture: pixels right and down for a
// metre on the ground to the east, and to the north.
type turn struct{ east, north [2]float64 }

// turnAt measures at a pixel, by going a little in both directions; false where the
// map shows no place, and at the poles, which have neither.
func (f *frame) turnAt(x, y float64) (turn, bool) {
	p, ok := f.lonLat(x, y)
	if !ok || math.Abs(p[1]) > 89.99 {
		return turn{}, false
	}
	const d = 1e-4 // degrees: some ten metres
	step := func(lon, lat float64) [2]float64 {
		a, b := f.place(orb.Point{p[0] - lon, p[1] - lat}), f.place(orb.Point{p[0] + lon, p[1] + lat})
		ax, ay := f.exact(a, 0)
		bx, by := f.exact(b, 0)
		return [2]float64{bx - ax, by - ay}
	}
	east, north := geo.DegreeLengths(p[1])
	e, n := step(d, 0), step(0, d)
	if east == 0 {
		return turn{}, false
	}
	for i := range 2 {
		e[i] /= 2 * d * east
		n[i] /= 2 * d * north
	}
	// Astride the edge of the map the two sides lie far apart.
	if math.Hypot(e[0], e[1])*2*d*east > 1000 {
		return turn{}, false
	}
	return turn{e, n}, true
}

// middle is the pixel in the middle of the frame, or beside it where that is a pole.
func (f *frame) middle() (x, y float64) {
	x, y = float64(f.rect.Min.X)+float64(f.rect.Dx())/2, float64(f.rect.Min.Y)+float64(f.rect.Dy())/2
	if _, ok := f.turnAt(x, y); !ok {
		x, y = x+1.5, y+2.5
	}
	return x, y
}

// scalesAt is the least and the greatest scale about a pixel, in any direction, in
// pixels per metre on the ground: the half axes of Tissot's indicatrix (Snyder, Map
// Projections: A Working Manual, 4-12 and 4-13).
func (f *frame) scalesAt(x, y float64) (least, greatest float64, ok bool) {
	t, ok := f.turnAt(x, y)
	if !ok {
		return 0, 0, false
	}
	squares := t.east[0]*t.east[0] + t.east[1]*t.east[1] + t.north[0]*t.north[0] + t.north[1]*t.north[1]
	area := math.Abs(t.east[0]*t.north[1] - t.east[1]*t.north[0])
	sum, difference := math.Sqrt(squares+2*area), math.Sqrt(math.Max(0, squares-2*area))
	return (sum - difference) / 2, (sum + difference) / 2, true
}

// northAt is the direction of north at a pixel of the picture, one pixel long, right
// and down; false where the map shows no place, and at the poles.
func (f *frame) northAt(at point) (point, bool) {
	t, ok := f.turnAt(float64(at.x), float64(at.y))
	length := math.Hypot(t.north[0], t.north[1])
	if !ok || length == 0 {
		return point{}, false
	}
	return point{float32(t.north[0] / length), float32(t.north[1] / length)}, true
}

// northSlack is how far off, in degrees, north may be where it is said to be up.
const northSlack = 3

// northUp says whether north is up everywhere in the picture.
func (f *frame) northUp() bool {
	if f.chart == nil {
		return true
	}
	least := float32(math.Cos(northSlack * math.Pi / 180))
	return f.everywhere(func(x, y float64) bool {
		n, ok := f.northAt(point{float32(x), float32(y)})
		return !ok || -n.y >= least
	})
}

// everywhere asks about places all over the frame, its edges too, until one is
// answered with false.
func (f *frame) everywhere(ask func(x, y float64) bool) bool {
	const steps = 12
	x0, y0, x1, y1 := f.mapPart()
	for i := range steps + 1 {
		for j := range steps + 1 {
			if !ask(x0+(x1-x0)*float64(i)/steps, y0+(y1-y0)*float64(j)/steps) {
				return false
			}
		}
	}
	return true
}

// mapPart is the part of the frame in which there is a map, in pixels: what lies beyond
// the poles in a very tall picture tells nothing.
func (f *frame) mapPart() (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = float64(f.rect.Min.X), float64(f.rect.Min.Y), float64(f.rect.Max.X), float64(f.rect.Max.Y)
	if f.chart == nil {
		// A little within it: at its very edge there is no place.
		_, top := f.exact(geo.World{Y: 0.001}, 0)
		_, bottom := f.exact(geo.World{Y: 0.999}, 0)
		return x0, math.Max(y0, top), x1, math.Min(y1, bottom)
	}
	const steps = 64
	left, upper, right, lower := x1, y1, x0, y0
	for i := range steps + 1 {
		for j := range steps + 1 {
			x, y := x0+(x1-x0)*float64(i)/steps, y0+(y1-y0)*float64(j)/steps
			if _, ok := f.lonLat(x, y); ok {
				left, upper, right, lower = math.Min(left, x), math.Min(upper, y), math.Max(right, x), math.Max(lower, y)
			}
		}
	}
	if left > right {
		return x0, y0, x1, y1
	}
	return left, upper, right, lower
}
