package render

import (
	"image"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func strokeCoverage(p *path, pn pen, w, h int) *image.Alpha {
	var s stroker
	out := &path{}
	s.stroke(p, pn, out)
	return coverageOf(out, w, h)
}

func sum(m *image.Alpha) float64 {
	total := 0
	for _, a := range m.Pix {
		total += int(a)
	}
	return float64(total) / 255
}

func TestStrokedAreaIsLengthTimesWidth(t *testing.T) {
	for _, c := range []struct {
		name string
		p    *path
		pen  pen
		want float64
	}{
		{"a level line", linePath(point{5, 10}, point{35, 10}), pen{width: 3}, 90},
		{"a slanting line", linePath(point{5, 5}, point{35, 25}), pen{width: 2}, 2 * math.Hypot(30, 20)},
		{"round caps", linePath(point{10, 15}, point{30, 15}), pen{width: 6, round: true}, 120 + math.Pi*9},
		{"dashes", linePath(point{5, 10}, point{35, 10}), pen{width: 2, dash: []float32{4, 2}}, 40},
		{"a point with round caps", linePath(point{10, 10}, point{10, 10}), pen{width: 8, round: true}, math.Pi * 16},
		{"a closed square", rectPath(box{10, 10, 30, 25}, 0), pen{width: 2}, 2*70 - 4 + math.Pi},
	} {
		if got := sum(strokeCoverage(c.p, c.pen, 40, 40)); math.Abs(got-c.want) > 0.02*c.want+0.3 {
			t.Errorf("%s covers %.2f, want %.2f", c.name, got, c.want)
		}
	}
}

func TestJointsAreNoHeavierThanTheLine(t *testing.T) {
	// A translucent pass over a straight line in many pieces equals one in a single
	// piece.
	whole := linePath(point{3, 7.3}, point{37, 12.9})
	pieces := &path{}
	for i := range 35 {
		k := float32(i) / 34
		pieces.add(3+34*k, 7.3+5.6*k)
	}
	pieces.end(false)
	a, b := strokeCoverage(whole, pen{width: 1.3}, 40, 20), strokeCoverage(pieces, pen{width: 1.3}, 40, 20)
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d < -4 || d > 4 {
			t.Fatalf("pixel %d,%d: %d in one piece, %d in many", i%40, i/40, a.Pix[i], b.Pix[i])
		}
	}
}

func TestHairlinesAgreeWithOutlines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.Float32Range(4, 36)
		p := linePath(point{c.Draw(t, "x0"), c.Draw(t, "y0")}, point{c.Draw(t, "x1"), c.Draw(t, "y1")})
		length := dist(p.pts[0], p.pts[1])
		width := rapid.Float32Range(0.4, maxHairline).Draw(t, "width")
		h := newHairlines(40, 40, 0)
		h.path(p, width)
		m := image.NewAlpha(image.Rect(0, 0, 40, 40))
		h.sweep(alphaPainter{m})
		// Hairlines end square to the axis rather than to the line.
		if got, want := sum(m), float64(length*width); math.Abs(got-want) > 0.06*want+0.4 {
			t.Fatalf("a hairline of %.2f by %.2f covers %.2f, want %.2f", length, width, got, want)
		}
	})
}

func TestHairlinesLeaveNothingBehind(t *testing.T) {
	h := newHairlines(20, 20, 0)
	h.path(linePath(point{-50, -3}, point{70, 33}), 1)
	h.sweep(alphaPainter{image.NewAlpha(image.Rect(0, 0, 20, 20))})
	for i, c := range h.cover {
		if c != 0 {
			t.Fatalf("pixel %d still has %d", i, c)
		}
	}
	if h.first != 20 || h.last != -1 {
		t.Errorf("rows %d to %d are still in use", h.first, h.last)
	}
}

func TestDashesOfNoLengthAreASolidLine(t *testing.T) {
	got := sum(strokeCoverage(linePath(point{5, 10}, point{35, 10}), pen{width: 2, dash: []float32{0, 0}}, 40, 20))
	if math.Abs(got-60) > 1 {
		t.Errorf("covers %.1f, want 60", got)
	}
}
