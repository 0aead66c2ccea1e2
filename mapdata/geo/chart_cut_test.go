package geo

import (
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func sortedStrings(s []string) []string { slices.Sort(s); return s }

// insideOf counts, by the even-odd rule, whether a position is enclosed.
func insideOf(x, y float64, ring []Pixel) bool {
	in := false
	a := ring[len(ring)-1]
	for _, b := range ring {
		if (a.Y > y) != (b.Y > y) && x < a.X+(y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
		a = b
	}
	return in
}

// TestRingsEncloseWhatTheyDoOnTheMap: what a pixel shows lies in an outline if and
// only if the pixel lies in its pieces: at edges, about poles and opposite of the
// middle.
func TestRingsEncloseWhatTheyDoOnTheMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someChart(t)
		n := rapid.IntRange(3, 9).Draw(t, "corners")
		ring := make([]World, n)
		for i := range ring {
			ring[i] = ProjectFar(orb.Point{
				rapid.Float64Range(-300, 300).Draw(t, "lon"), rapid.Float64Range(-85, 85).Draw(t, "lat"),
			})
			if rapid.IntRange(0, 9).Draw(t, "on the edge") == 0 {
				ring[i].Y = 1
			}
		}
		var pieces [][]Pixel
		c.Ring(ring, 10, func(p []Pixel) { pieces = append(pieces, slices.Clone(p)) })
		for range 10 {
			x, y := rapid.Float64Range(0, float64(c.Width)).Draw(t, "x"), rapid.Float64Range(0, float64(c.Height)).Draw(t, "y")
			p, ok := c.FromPixel(x, y)
			if !ok {
				continue
			}
			// Not next to a line: corners are put in to a fifth of a pixel.
			in, unsure := false, false
			for dx := -1.0; dx <= 1; dx++ {
				for dy := -1.0; dy <= 1; dy++ {
					q, ok := c.FromPixel(x+dx*0.7, y+dy*0.7)
					unsure = unsure || !ok || c.onMap(q, ring) != c.onMap(p, ring)
				}
			}
			if unsure {
				continue
			}
			for _, piece := range pieces {
				in = in != insideOf(x, y, piece)
			}
			if in != c.onMap(p, ring) {
				t.Fatalf("%v at %v, %v: drawn inside %v, on the map %v", p, x, y, in, c.onMap(p, ring))
			}
		}
	})
}

// onMap says whether a place lies in an outline, by the even-odd rule, on any of the
// repeated worlds.
func (c *Chart) onMap(p orb.Point, ring []World) bool {
	in := false
	w := ProjectFar(p)
	px := make([]Pixel, len(ring))
	for i, r := range ring {
		px[i] = Pixel(c.pole(r))
	}
	for k := -3.0; k <= 3; k++ {
		in = in != insideOf(w.X+k, w.Y, px)
	}
	return in
}

// TestLinesFollowTheMap: every point of a line as drawn lies on it, and where it leaves
// the picture on one side it does not cross it.
func TestLinesFollowTheMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someChart(t)
		lat := rapid.Float64Range(-84, 84).Draw(t, "lat")
		var line []World
		for _, lon := range []float64{-180, 0, 180} {
			line = append(line, ProjectFar(orb.Point{lon, lat}))
		}
		c.Line(line, 0, func(part []Pixel) {
			for i := 1; i < len(part); i++ {
				m := between(part[i-1], part[i], 0.5)
				p, ok := c.FromPixel(m.X, m.Y)
				if !ok {
					continue // beside the edge by less than is seen
				}
				if e, ok := c.plane.(equalAreaPlane); ok && math.Hypot((m.X-float64(c.Width)/2)/c.scale+c.x, (m.Y-float64(c.Height)/2)/c.scale-c.y) > 1.8*e.rq {
					continue // at the rim the nearest place is another
				}
				// The nearest place of the parallel.
				at, _ := c.ToPixel(orb.Point{p[0], lat})
				if d := math.Hypot(at.X-m.X, at.Y-m.Y); d > 1 {
					t.Fatalf("%v, %v px beside the parallel %v", m, d, lat)
				}
			}
		})
	})
}

// TestTheEdgeHoldsThePicture: what the projection draws lies in its edge.
func TestTheEdgeHoldsThePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := someChart(t)
		var pieces [][]Pixel
		c.Edge(5, func(p []Pixel) { pieces = append(pieces, slices.Clone(p)) })
		x, y := rapid.Float64Range(0, float64(c.Width)).Draw(t, "x"), rapid.Float64Range(0, float64(c.Height)).Draw(t, "y")
		_, want := c.FromPixel(x, y)
		for _, d := range []float64{-1, 1} {
			_, a := c.FromPixel(x+d, y)
			if _, b := c.FromPixel(x, y+d); a != want || b != want {
				return // next to the edge
			}
		}
		in := false
		for _, piece := range pieces {
			in = in != insideOf(x, y, piece)
		}
		if in != want {
			t.Fatalf("%v, %v: within the edge %v, drawn %v", x, y, in, want)
		}
	})
}

// TestOutlinesAreNotSmeared: a small country on the far side stays a few pixels large
// where the map is torn, and does not reach across it.
func TestOutlinesAreNotSmeared(t *testing.T) {
	for _, p := range []Projection{Equirectangular, Conic} {
		c := FitChart(p, someBounds()["world"], 800, 450, 0)
		// Across the date line, which is the map's edge.
		ring := []World{}
		for _, q := range []orb.Point{{175, 10}, {190, 10}, {190, 20}, {175, 20}} {
			ring = append(ring, ProjectFar(q))
		}
		var sizes []float64
		c.Ring(ring, 0, func(part []Pixel) {
			x0, x1 := math.Inf(1), math.Inf(-1)
			for _, q := range part {
				x0, x1 = math.Min(x0, q.X), math.Max(x1, q.X)
			}
			sizes = append(sizes, x1-x0)
		})
		if len(sizes) != 2 || sizes[0] > 80 || sizes[1] > 80 {
			t.Errorf("%v: pieces %v px wide", p, sizes)
		}
	}
}

// TestTheRimIsWhereTheMapEnds: on one side of each of its points there is a place, on
// the other none; about a disc of the world it runs once.
func TestTheRimIsWhereTheMapEnds(t *testing.T) {
	for name, b := range someBounds() {
		for _, p := range Projections() {
			c := FitChart(p, b, 800, 450, 0)
			length := 0.0
			c.Rim(5, func(part []Pixel) {
				for i := 1; i < len(part); i++ {
					a, b := part[i-1], part[i]
					d := math.Hypot(b.X-a.X, b.Y-a.Y)
					if length += d; d < 0.5 {
						continue
					}
					m := between(a, b, 0.5)
					nx, ny := (b.Y-a.Y)/d, (a.X-b.X)/d
					_, one := c.FromPixel(m.X+nx, m.Y+ny)
					_, other := c.FromPixel(m.X-nx, m.Y-ny)
					if one == other {
						t.Fatalf("%s, %v: on both sides of %v there is a place: %v", name, p, m, one)
					}
				}
			})
			if p == EqualArea && name == "whole globe" && math.Abs(length-math.Pi*450) > 10 {
				t.Errorf("the rim of the disc is %v px long", length)
			}
		}
	}
}
