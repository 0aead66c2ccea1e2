package render

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"sitmap/assets"
	"sitmap/mapdata/geo"
)

// graticuleSteps are the distances of meridians and parallels, in minutes of arc.
var graticuleSteps = []int{1, 2, 5, 10, 15, 30, 60, 2 * 60, 5 * 60, 10 * 60, 15 * 60, 30 * 60}

// graticuleGap is the least distance of its lines, in device-independent pixels.
const graticuleGap = 105

// Meridians are drawn up to that latitude, in degrees: in Web Mercator, and on charts
// that show the poles.
const (
	mercatorEnd = 84
	chartEnd    = 89
)

// gridLine is a meridian or a parallel.
type gridLine struct {
	minutes  int // of arc, east or north
	meridian bool
	points   []geo.World
}

// gridLines lists the meridians and parallels that a frame may show.
func (f *frame) gridLines() []gridLine {
	step := f.gridStep()
	if step == 0 {
		return nil
	}
	end := mercatorEnd
	if f.chart != nil {
		end = chartEnd
	}
	var out []gridLine
	line := func(minutes int, meridian bool, n int, at func(t float64) orb.Point) {
		g := gridLine{minutes: minutes, meridian: meridian, points: make([]geo.World, n+1)}
		for i := range g.points {
			g.points[i] = f.place(at(float64(i) / float64(n)))
		}
		out = append(out, g)
	}
	for m := -180 * 60; m < 180*60; m += step {
		lon := float64(m) / 60
		line(m, true, 64, func(t float64) orb.Point { return orb.Point{lon, float64(end) * (2*t - 1)} })
	}
	for m := -(end * 60 / step) * step; m <= end*60; m += step {
		lat := float64(m) / 60
		line(m, false, 180, func(t float64) orb.Point { return orb.Point{360*t - 180, lat} })
	}
	return out
}

// gridStep is the distance of the lines in minutes, from the scale at the middle; 0
// where no step would do.
func (f *frame) gridStep() int {
	x, y := f.middle()
	at, ok := f.lonLat(x, y)
	t, turns := f.turnAt(x, y)
	if !ok || !turns {
		return 0
	}
	// Pixels for a minute, east and north.
	a, b := geo.DegreeLengths(at[1])
	east, north := math.Hypot(t.east[0], t.east[1])*a/60, math.Hypot(t.north[0], t.north[1])*b/60
	for _, s := range graticuleSteps {
		if min(north, east)*float64(s) >= graticuleGap*float64(f.ratio) {
			return s
		}
	}
	if min(north, east) > 0 {
		return graticuleSteps[len(graticuleSteps)-1]
	}
	return 0
}

// trace gives a line of the grid in pixels.
func (f *frame) trace(g gridLine) *path {
	p := &path{}
	b := geo.EmptyRect()
	for _, w := range g.points {
		b = b.Extend(w)
	}
	first, last := f.shifts(b)
	for k := first; k <= last; k++ {
		f.line(p, g.points, float64(k))
	}
	return p
}

// drawGraticule draws meridians and parallels over the base map, beneath the events.
func (l *furnitureLayout) drawGraticule(f *frame, out *drawing) {
	if l == nil || !l.f.Graticule && f.northUp() {
		return
	}
	out.begin("graticule", f.rect)
	all := &path{}
	for _, g := range f.gridLines() {
		f.trace(g).each(func(pts []point, _ bool) {
			for _, p := range pts {
				all.add(p.x, p.y)
			}
			all.end(false)
		})
	}
	out.stroke(all, pen{width: max(1, 0.7*f.ratio)}, l.colour.graticule)
}

// degreeLabel says at the edge of the map which line ends there.
type degreeLabel struct {
	run  *textRun
	x, y float32
}

// placeDegrees labels each meridian at the upper or lower edge and each parallel at the
// left or right one, where there is room.
func (l *furnitureLayout) placeDegrees(f *frame, taken *placer) {
	b := f.box()
	gap := 4 * l.unit
	st := l.style(assets.Regular, 10)
	used := l.corners.boxes()
	try := func(run *textRun, x, y float32) bool {
		r := run.box(x, y).grow(2 * l.unit)
		if !r.within(b) {
			return false
		}
		for _, o := range used {
			if r.meets(o) {
				return false
			}
		}
		used = append(used, r)
		taken.take(r, bySymbol|byLabel|byDot)
		l.corners.degrees = append(l.corners.degrees, degreeLabel{run, x, y})
		return true
	}
	for _, g := range f.gridLines() {
		run := l.set.set(degreesText(g), st)
		p := f.trace(g)
		if g.meridian {
			if at, ok := p.meetsRow(b.y0, b); !ok || !try(run, at+gap, b.y0+gap+run.capHeight) {
				if at, ok := p.meetsRow(b.y1, b); ok {
					try(run, at+gap, b.y1-gap)
				}
			}
			continue
		}
		if at, ok := p.meetsColumn(b.x0, b); !ok || !try(run, b.x0+gap, at-gap) {
			if at, ok := p.meetsColumn(b.x1, b); ok {
				try(run, b.x1-gap-run.width, at-gap)
			}
		}
	}
}

func (l *furnitureLayout) drawDegrees() {
	for _, d := range l.corners.degrees {
		l.out.text(d.run, d.x, d.y, ink{colour: l.colour.bodyText, halo: alpha(l.colour.page, 0.9), haloWidth: 2 * l.unit})
	}
}

// meetsRow gives where a path first comes through a horizontal line within a box.
func (p *path) meetsRow(y float32, b box) (x float32, ok bool) {
	p.each(func(pts []point, _ bool) {
		for i := 1; i < len(pts) && !ok; i++ {
			a, c := pts[i-1], pts[i]
			if (a.y > y) == (c.y > y) {
				continue
			}
			at := a.x + (c.x-a.x)*(y-a.y)/(c.y-a.y)
			x, ok = at, at >= b.x0 && at <= b.x1
		}
	})
	return x, ok
}

// meetsColumn gives where a path first comes through an upright line within a box.
func (p *path) meetsColumn(x float32, b box) (y float32, ok bool) {
	p.each(func(pts []point, _ bool) {
		for i := 1; i < len(pts) && !ok; i++ {
			a, c := pts[i-1], pts[i]
			if (a.x > x) == (c.x > x) {
				continue
			}
			at := a.y + (c.y-a.y)*(x-a.x)/(c.x-a.x)
			y, ok = at, at >= b.y0 && at <= b.y1
		}
	})
	return y, ok
}

// degreesText writes a line's longitude or latitude: 30° E, 50° 30′ N, 0°.
func degreesText(g gridLine) string {
	m, side := g.minutes, " N"
	switch {
	case g.meridian && m < 0:
		side = " W"
	case g.meridian:
		side = " E"
	case m < 0:
		side = " S"
	}
	if m < 0 {
		m = -m
	}
	if m == 0 || g.meridian && m == 180*60 {
		side = ""
	}
	if m%60 == 0 {
		return fmt.Sprintf("%d°%s", m/60, side)
	}
	return fmt.Sprintf("%d° %02d′%s", m/60, m%60, side)
}
