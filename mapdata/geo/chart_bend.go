package geo

import "math"

// bender lays lines of the map out in the picture, with corners put in where they
// bend.
type bender struct {
	c              *Chart
	x0, y0, x1, y1 float64 // the picture with its margin
	at             World
	px             Pixel
	out, spare     []Pixel
}

const (
	// tolerance is how far, in pixels, a chord may lie beside the curve it stands for.
	tolerance = 0.2
	// Longer chords, in pixels, are divided some times before they are trusted.
	longChord = 160
	// deepest ends the division next to the place opposite of the middle, where the
	// shortest way is drawn as half of the map's rim.
	deepest = 46
)

func newBender(c *Chart, margin float64) *bender {
	return &bender{c: c, x0: -margin, y0: -margin, x1: float64(c.Width) + margin, y1: float64(c.Height) + margin}
}

func (s *bender) place(w World) Pixel { return s.c.pixel(w.X-s.c.central, w.Y) }

// begin starts a line.
func (s *bender) begin(w World) {
	s.at, s.px = w, s.place(w)
	s.out = append(s.out[:0], s.px)
}

// to goes on to a position.
func (s *bender) to(w World) {
	px := s.place(w)
	turn := 2 * math.Pi * (math.Abs(w.X-s.at.X) + math.Abs(w.Y-s.at.Y)) // no less than the angle on the globe
	length := math.Abs(px.X-s.px.X) + math.Abs(px.Y-s.px.Y)
	if length > longChord/3 || length*turn > 8*tolerance || turn > 0.2 {
		s.divide(s.at, w, s.px, px, 0)
	}
	s.out = append(s.out, px)
	s.at, s.px = w, px
}

// divide adds the corners between two positions.
func (s *bender) divide(a, b World, pa, pb Pixel, depth int) {
	m := between(a, b, 0.5)
	pm := s.place(m)
	off := math.Max(math.Abs(pm.X-(pa.X+pb.X)/2), math.Abs(pm.Y-(pa.Y+pb.Y)/2))
	length := math.Max(math.Abs(pb.X-pa.X), math.Abs(pb.Y-pa.Y))
	straight := off < tolerance && (length < longChord || depth > 3)
	if straight || depth >= deepest || depth > 3 && s.outside(pa, pb, pm, 2*off) {
		if off >= tolerance {
			s.out = append(s.out, pm)
		}
		return
	}
	s.divide(a, m, pa, pm, depth+1)
	s.out = append(s.out, pm)
	s.divide(m, b, pm, pb, depth+1)
}

// outside says whether three places lie beyond one side of the picture, by more than
// some pixels.
func (s *bender) outside(a, b, m Pixel, by float64) bool {
	return math.Max(a.X, math.Max(b.X, m.X))+by < s.x0 || math.Min(a.X, math.Min(b.X, m.X))-by > s.x1 ||
		math.Max(a.Y, math.Max(b.Y, m.Y))+by < s.y0 || math.Min(a.Y, math.Min(b.Y, m.Y))-by > s.y1
}

// cutToPicture cuts a closed outline to the picture and its margin.
func (s *bender) cutToPicture(px []Pixel) []Pixel {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range px {
		x0, y0, x1, y1 = math.Min(x0, p.X), math.Min(y0, p.Y), math.Max(x1, p.X), math.Max(y1, p.Y)
	}
	if x1 < s.x0 || x0 > s.x1 || y1 < s.y0 || y0 > s.y1 {
		return nil
	}
	in := px
	cut := func(inside func(Pixel) float64) {
		out := cutHalf(s.spare[:0], in, inside)
		s.spare, in = in[:0], out
	}
	if x0 < s.x0 {
		cut(func(p Pixel) float64 { return p.X - s.x0 })
	}
	if x1 > s.x1 {
		cut(func(p Pixel) float64 { return s.x1 - p.X })
	}
	if y0 < s.y0 {
		cut(func(p Pixel) float64 { return p.Y - s.y0 })
	}
	if y1 > s.y1 {
		cut(func(p Pixel) float64 { return s.y1 - p.Y })
	}
	s.out = in[:len(in):cap(in)]
	return in
}

// parts gives the parts of the line laid out that are near the picture.
func (s *bender) parts(emit func([]Pixel)) {
	box := Rect{Min: World{s.x0, s.y0}, Max: World{s.x1, s.y1}}
	part := s.spare[:0]
	flush := func() {
		if len(part) > 1 {
			emit(part)
		}
		part = part[:0]
	}
	for i := 1; i < len(s.out); i++ {
		a, b := s.out[i-1], s.out[i]
		t0, t1, seen := cutSegment(World(a), World(b), box)
		if !seen {
			flush()
			continue
		}
		if t0 > 0 {
			flush()
		}
		if len(part) == 0 {
			part = append(part, between(a, b, t0))
		}
		part = append(part, between(a, b, t1))
		if t1 < 1 {
			flush()
		}
	}
	flush()
	s.spare = part
}
