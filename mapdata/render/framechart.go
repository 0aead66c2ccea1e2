package render

import (
	"image"
	"math"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// newChartFrame is newFrame for a chart of the size of rect.
func newChartFrame(c *geo.Chart, rect image.Rectangle, ratio float64) *frame {
	f := &frame{chart: c, rect: rect, ratio: float32(ratio)}
	f.shown, f.around = c.Reach(0), c.Reach(edgeMargin*ratio)
	f.view = geo.View{Width: rect.Dx(), Height: rect.Dy(), Center: geo.World{X: 0.5, Y: 0.5}}
	mid, ok := c.FromPixel(float64(c.Width)/2, float64(c.Height)/2)
	if ok {
		f.view.Center = geo.Project(mid)
	}
	f.view.Scale = f.likeMercator(mid[1])
	f.finest = f.view.Scale
	const steps = 16
	for i := range steps + 1 {
		for j := range steps + 1 {
			p, ok := c.FromPixel(float64(c.Width*i)/steps, float64(c.Height*j)/steps)
			if ok {
				f.finest = math.Max(f.finest, f.scaleAt(geo.ProjectFar(p)))
			}
		}
	}
	// Next to the rim of a map of the world everything is drawn out without end.
	f.finest = math.Min(f.finest, 4*f.view.Scale)
	f.lookAt(rect)
	return f
}

// steepest is the latitude, in degrees, beyond which the map is taken to be as large
// as there: in Web Mercator it grows towards the poles without end.
const steepest = 60

// likeMercator is the scale of the Web Mercator view that is about as detailed, from
// the middle of the picture and its latitude.
func (f *frame) likeMercator(lat float64) float64 {
	least, greatest, ok := f.scalesAt(f.middle())
	if !ok { // the middle of the picture is beyond the edge of the map
		return float64(f.chart.Width)
	}
	lat = math.Min(steepest, math.Abs(lat)) * math.Pi / 180
	return math.Sqrt(least*greatest) * 2 * math.Pi * earthRadius * math.Cos(lat)
}

// earthRadius is that of Web Mercator's sphere, in metres.
const earthRadius = 6378137

// place is the position of a longitude and latitude in degrees.
func (f *frame) place(p orb.Point) geo.World {
	if f.chart != nil {
		return geo.ProjectFar(p)
	}
	return geo.Project(p)
}

func (f *frame) charted(w geo.World) (x, y float64) {
	p := f.chart.Pixel(w)
	return p.X + float64(f.rect.Min.X), p.Y + float64(f.rect.Min.Y)
}

// chartShifts is shifts on a chart, which shows each place once: no shift at all, if
// something within b may be seen.
func (f *frame) chartShifts(b geo.Rect) (first, last int) {
	// The edge of the world stands for the pole.
	if b.Max.Y < f.around.Min.Y && b.Max.Y < 1 || b.Min.Y > f.around.Max.Y && b.Min.Y > 0 ||
		math.Ceil(f.around.Min.X-b.Max.X) > math.Floor(f.around.Max.X-b.Min.X) {
		return 0, -1
	}
	return 0, 0
}

// turns is by how many worlds something within b has to be moved to lie next to what a
// chart shows, in positions on the map; none in Web Mercator, where shifts says it.
func (f *frame) turns(b geo.Rect) float64 {
	if f.chart == nil {
		return 0
	}
	return math.Round((f.around.Min.X + f.around.Max.X - b.Min.X - b.Max.X) / 2)
}

// piece appends what a chart cut to a path.
func (f *frame) piece(p *path, closed bool) func([]geo.Pixel) {
	x0, y0 := float64(f.rect.Min.X), float64(f.rect.Min.Y)
	return func(px []geo.Pixel) {
		for _, a := range px {
			p.add(float32(a.X+x0), float32(a.Y+y0))
		}
		p.end(closed)
	}
}

// scaleAt is how many pixels a world width has at a place.
func (f *frame) scaleAt(w geo.World) float64 {
	if f.chart == nil {
		return f.view.Scale
	}
	const d = 1e-6
	ax, ay := f.charted(geo.World{X: w.X - d, Y: w.Y})
	bx, by := f.charted(geo.World{X: w.X + d, Y: w.Y})
	return math.Hypot(bx-ax, by-ay) / (2 * d)
}

// showsPlace says whether a position moved east by whole worlds lies in the frame.
func (f *frame) showsPlace(w geo.World, shift float64) bool {
	if f.chart != nil {
		p := f.px(w, 0)
		return box{p.x, p.y, p.x, p.y}.within(f.box())
	}
	return f.shown.Contains(geo.World{X: w.X + shift, Y: w.Y})
}
