package mapview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/mapdata/geo"
)

// sketch is what a tool draws over the picture: a line with few corners, a box. It
// is made of the window's objects, not drawn into the picture, so that it follows
// the pointer and the map at once; only what is in sight is made.
type sketch struct {
	object *fyne.Container
	casing *fyne.Container
	body   *fyne.Container
	dots   *fyne.Container
	rect   *canvas.Rectangle

	shade  *fyne.Container
	shaded int // lines of it in use

	strokes []stroke
	used    int
	discs   int
}

// stroke is a straight piece of a line, in device-independent pixels.
type stroke struct {
	ax, ay, bx, by float32
	thin           bool
}

func newSketch() *sketch {
	s := &sketch{casing: container.NewWithoutLayout(), body: container.NewWithoutLayout(), dots: container.NewWithoutLayout(), shade: container.NewWithoutLayout(), rect: canvas.NewRectangle(color.Transparent)}
	s.rect.StrokeWidth = 1.5
	s.rect.Hide()
	s.object = container.NewWithoutLayout(s.rect, s.shade, s.casing, s.body, s.dots)
	return s
}

// most pieces that are drawn: a line so long and so close shows no more.
const mostStrokes = 1500

// update draws the tool of the map as it is now.
func (s *sketch) update(m *MapView) {
	s.strokes = s.strokes[:0]
	var corners []orb.Point
	if m.view.Width > 0 {
		corners = s.trace(m)
		s.tracePins(m)
	}
	s.showShade(m)
	s.showStrokes()
	s.showDots(m, corners)
	s.showRect(m)
}

// trace lays the lines of the tool and tells which corners have a dot.
func (s *sketch) trace(m *MapView) []orb.Point {
	t := &m.tool
	if t.kind != DistanceTool && t.kind != AreaTool {
		return nil
	}
	for i := 1; i < len(t.points); i++ {
		s.geodesic(m, t.points[i-1], t.points[i], false)
	}
	if points := m.figures(); len(points) > len(t.points) {
		s.geodesic(m, points[len(points)-2], points[len(points)-1], true)
		if t.kind == AreaTool && len(points) > 2 {
			s.geodesic(m, points[len(points)-1], points[0], true)
		}
	} else if t.kind == AreaTool && len(points) > 2 {
		s.geodesic(m, points[len(points)-1], points[0], !t.done)
	}
	return t.points
}

// geodesic lays the shortest line between two places, bent as the map bends it, on
// each of the repeated worlds.
func (s *sketch) geodesic(m *MapView, a, b orb.Point, thin bool) {
	line := geodesicPixels(m, a, b)
	if len(line) < 2 {
		return
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, p := range line {
		lo, hi = math.Min(lo, p[0]), math.Max(hi, p[0])
	}
	w, h, r := float64(m.view.Width), float64(m.view.Height), m.ratio
	for k := math.Ceil(-hi / m.view.Scale); k <= math.Floor((w-lo)/m.view.Scale); k++ {
		dx := k * m.view.Scale
		for i := 1; i < len(line); i++ {
			ax, ay, bx, by, ok := cutTo(line[i-1][0]+dx, line[i-1][1], line[i][0]+dx, line[i][1], w, h)
			if ok && len(s.strokes) < mostStrokes {
				s.strokes = append(s.strokes, stroke{float32(ax / r), float32(ay / r), float32(bx / r), float32(by / r), thin})
			}
		}
	}
}

// geodesicPixels follows the shortest line from a to b in pixels of the view, closely
// where it is in sight. X runs on over the date line.
func geodesicPixels(m *MapView, a, b orb.Point) [][2]float64 {
	metres, bearing := geo.Inverse(a, b)
	if metres == 0 {
		return nil
	}
	lon := a[0]
	at := func(t float64) [2]float64 {
		p := b
		if t < 1 {
			p, _ = geo.Direct(a, metres*t, bearing)
		}
		p[0] += 360 * math.Round((lon-p[0])/360)
		x, y := m.pixel(geo.Project(p))
		return [2]float64{x, y}
	}
	w, h := float64(m.view.Width), float64(m.view.Height)
	// far says that a piece, however it bends, is not in sight on any world.
	far := func(p, q [2]float64, bend float64) bool {
		if math.Max(p[1], q[1])+bend < 0 || math.Min(p[1], q[1])-bend > h {
			return true
		}
		lo, hi := math.Min(p[0], q[0])-bend, math.Max(p[0], q[0])+bend
		return math.Ceil(-hi/m.view.Scale) > math.Floor((w-lo)/m.view.Scale)
	}
	x, y := m.pixel(geo.Project(a))
	out := [][2]float64{{x, y}}
	var follow func(p, q [2]float64, t0, t1 float64, depth int)
	follow = func(p, q [2]float64, t0, t1 float64, depth int) {
		mid := at((t0 + t1) / 2)
		// On the world where the piece is: over a pole both sides are as near to its end.
		mid[0] += m.view.Scale * math.Round(((p[0]+q[0])/2-mid[0])/m.view.Scale)
		bend := math.Hypot(mid[0]-(p[0]+q[0])/2, mid[1]-(p[1]+q[1])/2)
		if bend < 0.3 || depth == 0 || far(p, q, 4*bend) {
			out = append(out, q)
			return
		}
		follow(p, mid, t0, (t0+t1)/2, depth-1)
		follow(mid, q, (t0+t1)/2, t1, depth-1)
	}
	// An odd number of pieces to begin with: where a line runs over the equator it
	// bends to both sides alike, and its middle would tell nothing.
	n := 2*int(metres/600e3) + 1
	p := out[0]
	for i := range n {
		t0, t1 := float64(i)/float64(n), float64(i+1)/float64(n)
		q := at(t1)
		lon += (q[0] - p[0]) / m.view.Scale * 360
		follow(p, q, t0, t1, 16)
		p = q
	}
	return out
}

// cutTo cuts a segment to the rectangle from 0,0 to w,h with some room around it.
func cutTo(ax, ay, bx, by, w, h float64) (x0, y0, x1, y1 float64, ok bool) {
	const room = 8
	from, to := 0.0, 1.0
	for _, side := range [4][2]float64{{ax - bx, ax + room}, {bx - ax, w + room - ax}, {ay - by, ay + room}, {by - ay, h + room - ay}} {
		step, left := side[0], side[1]
		switch {
		case step == 0:
			if left < 0 {
				return 0, 0, 0, 0, false
			}
		case step < 0:
			from = max(from, left/step)
		default:
			to = min(to, left/step)
		}
	}
	if from > to {
		return 0, 0, 0, 0, false
	}
	return ax + from*(bx-ax), ay + from*(by-ay), ax + to*(bx-ax), ay + to*(by-ay), true
}

// ink is the colour of what tools draw, and what sets it off from the map. It has no
// hue: those belong to the events.
func (s *sketch) ink() (body, casing color.NRGBA) {
	p := look.Current()
	ground := p.Raised
	ground.A = 0xd0
	return p.Text, ground
}

func (s *sketch) showStrokes() {
	body, casing := s.ink()
	for i, k := range s.strokes {
		if i == len(s.body.Objects) {
			s.casing.Add(canvas.NewLine(casing))
			s.body.Add(canvas.NewLine(body))
		}
		width := float32(2.2)
		if k.thin {
			width = 1.4
		}
		for j, o := range []fyne.CanvasObject{s.casing.Objects[i], s.body.Objects[i]} {
			l := o.(*canvas.Line)
			l.Position1, l.Position2 = fyne.NewPos(k.ax, k.ay), fyne.NewPos(k.bx, k.by)
			l.StrokeColor, l.StrokeWidth = casing, width+2.4
			if j == 1 {
				l.StrokeColor, l.StrokeWidth = body, width
			}
			l.Hidden = false
			canvas.Refresh(l)
		}
	}
	for i := len(s.strokes); i < s.used; i++ {
		s.casing.Objects[i].Hide()
		s.body.Objects[i].Hide()
	}
	s.used = len(s.strokes)
}

// showDots sets a dot on each corner in sight, and the marker's ring.
func (s *sketch) showDots(m *MapView, corners []orb.Point) {
	body, casing := s.ink()
	n := 0
	put := func(x, y float64, radius, stroke float32, fill, edge color.Color) {
		if n == len(s.dots.Objects) {
			s.dots.Add(canvas.NewCircle(fill))
		}
		c := s.dots.Objects[n].(*canvas.Circle)
		n++
		c.FillColor, c.StrokeColor, c.StrokeWidth = fill, edge, stroke
		cx, cy := float32(x/m.ratio), float32(y/m.ratio)
		c.Position1, c.Position2 = fyne.NewPos(cx-radius, cy-radius), fyne.NewPos(cx+radius, cy+radius)
		c.Hidden = false
		canvas.Refresh(c)
	}
	each := func(p orb.Point, do func(x, y float64)) {
		if m.view.Width == 0 {
			return
		}
		x, y := m.pixel(geo.Project(p))
		w, h := float64(m.view.Width), float64(m.view.Height)
		if y < -20 || y > h+20 {
			return
		}
		for k := math.Ceil((-20 - x) / m.view.Scale); k <= math.Floor((w+20-x)/m.view.Scale); k++ {
			do(x+k*m.view.Scale, y)
		}
	}
	for _, p := range corners {
		each(p, func(x, y float64) { put(x, y, 4, 1.5, casing, body) })
	}
	if m.tool.corner != nil {
		each(m.tool.corner.LonLat(), func(x, y float64) { put(x, y, 3, 1.5, casing, body) })
	}
	if m.marker != nil {
		each(m.marker.at, func(x, y float64) {
			put(x, y, 12, 5, color.Transparent, casing)
			put(x, y, 11, 2.5, color.Transparent, body)
			put(x, y, 2, 0, body, body)
		})
	}
	for _, inHand := range []bool{false, true} { // that one over the others
		for i := range m.pins {
			if p := &m.pins[i]; p.InHand == inHand {
				each(m.pinPlace(p).LonLat(), func(x, y float64) {
					head := y - pinStem*m.ratio
					put(x, y, 2, 0, body, body)
					if !inHand {
						put(x, head, pinHead+1.2, 0, casing, casing)
						put(x, head, pinHead, 2, casing, body)
						return
					}
					put(x, head, pinInHand+1.5, 0, casing, casing)
					put(x, head, pinInHand, 2, theme.Color(theme.ColorNamePrimary), body)
					put(x, head, 2.5, 0, casing, casing)
				})
			}
		}
	}
	for i := n; i < s.discs; i++ {
		s.dots.Objects[i].Hide()
	}
	s.discs = n
}

// showRect shows the box that is dragged, or lies between its first corner and
// where the next would be.
func (s *sketch) showRect(m *MapView) {
	var a, b fyne.Position
	switch {
	case m.box != nil:
		a, b = m.box.from, m.box.to
	case m.tool.corner != nil:
		at, ok := m.aimed()
		if !ok {
			s.rect.Hide()
			return
		}
		x0, y0 := m.pixel(*m.tool.corner)
		x1, y1 := m.pixel(at)
		r := m.ratio
		a, b = fyne.NewPos(float32(x0/r), float32(y0/r)), fyne.NewPos(float32(x1/r), float32(y1/r))
	default:
		s.rect.Hide()
		return
	}
	body, _ := s.ink()
	s.rect.StrokeColor = body
	body.A = 0x1c
	s.rect.FillColor = body
	size := m.Size()
	x0, y0 := max(-4, min(a.X, b.X)), max(-4, min(a.Y, b.Y))
	x1, y1 := min(size.Width+4, max(a.X, b.X)), min(size.Height+4, max(a.Y, b.Y))
	s.rect.Move(fyne.NewPos(x0, y0))
	s.rect.Resize(fyne.NewSize(max(0, x1-x0), max(0, y1-y0)))
	s.rect.Show()
	s.rect.Refresh()
}
