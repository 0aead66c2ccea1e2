package render

import (
	"image"
	"math"
	"testing"

	"golang.org/x/image/vector"
	"pgregory.net/rapid"
)

// alphaPainter writes coverage into an alpha image.
type alphaPainter struct{ m *image.Alpha }

func (p alphaPainter) spans(y int, s []span) {
	for _, r := range s {
		for x := r.x0; x < r.x1; x++ {
			p.m.Pix[y*p.m.Stride+int(x)] = uint8(r.alpha)
		}
	}
}

func (p alphaPainter) mask(y, x int, cover []uint8) { copy(p.m.Pix[y*p.m.Stride+x:], cover) }

func coverageOf(p *path, w, h int) *image.Alpha {
	m := image.NewAlpha(image.Rect(0, 0, w, h))
	c := newCells(w, h, 0)
	c.path(p, 0, 0)
	c.sweep(false, alphaPainter{m})
	return m
}

func TestCoverageAgreesWithVectorPackage(t *testing.T) {
	const w, h = 40, 30
	rapid.Check(t, func(t *rapid.T) {
		p := &path{}
		z := vector.NewRasterizer(w, h)
		// A star-shaped polygon does not cross itself: both packages agree on it.
		n := rapid.IntRange(3, 12).Draw(t, "n")
		cx, cy := float32(20), float32(15)
		for i := range n {
			r := rapid.Float64Range(0.5, 14.9).Draw(t, "r")
			s, c := math.Sincos(2 * math.Pi * float64(i) / float64(n))
			x, y := cx+float32(r*c), cy+float32(r*s)
			p.add(x, y)
			if i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		p.end(true)
		z.ClosePath()
		want := image.NewAlpha(image.Rect(0, 0, w, h))
		z.Draw(want, want.Bounds(), image.Opaque, image.Point{})
		got := coverageOf(p, w, h)
		// The two round in different places, the vector package rather coarsely in
		// acute corners.
		sum := 0
		for i := range got.Pix {
			d := int(got.Pix[i]) - int(want.Pix[i])
			if d < -16 || d > 16 {
				t.Fatalf("pixel %d,%d: coverage %d, want %d", i%w, i/w, got.Pix[i], want.Pix[i])
			}
			sum += max(d, -d)
		}
		if mean := float64(sum) / (w * h); mean > 0.5 {
			t.Fatalf("coverage differs by %.2f of 255 on average", mean)
		}
	})
}

// exactCoverage is the area of a convex polygon within a pixel.
func exactCoverage(poly []point, x, y float64) float64 {
	pts := make([][2]float64, len(poly))
	for i, p := range poly {
		pts[i] = [2]float64{float64(p.x), float64(p.y)}
	}
	cut := func(axis int, at, side float64) {
		var out [][2]float64
		for i, a := range pts {
			b := pts[(i+1)%len(pts)]
			da, db := (a[axis]-at)*side, (b[axis]-at)*side
			if da >= 0 {
				out = append(out, a)
			}
			if da*db < 0 {
				t := da / (da - db)
				out = append(out, [2]float64{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])})
			}
		}
		pts = out
	}
	cut(0, x, 1)
	cut(0, x+1, -1)
	cut(1, y, 1)
	cut(1, y+1, -1)
	area := 0.0
	for i, a := range pts {
		b := pts[(i+1)%len(pts)]
		area += a[0]*b[1] - a[1]*b[0]
	}
	return math.Abs(area) / 2
}

func TestCoverageIsTheAreaEvenOfShapesFarOutside(t *testing.T) {
	const w, h = 12, 9
	rapid.Check(t, func(t *rapid.T) {
		far := rapid.Float32Range(-300, 300)
		p := &path{}
		for range 3 {
			p.add(far.Draw(t, "x"), far.Draw(t, "y"))
		}
		p.end(true)
		got := coverageOf(p, w, h)
		for y := range h {
			for x := range w {
				want := 255 * exactCoverage(p.pts, float64(x), float64(y))
				if d := float64(got.Pix[y*got.Stride+x]) - want; math.Abs(d) > 4 {
					t.Fatalf("pixel %d,%d: coverage %d, want %.1f", x, y, got.Pix[y*got.Stride+x], want)
				}
			}
		}
	})
}

func TestCoverageOfKnownShapes(t *testing.T) {
	p := rectPath(box{2.5, 1.25, 5, 3}, 0)
	m := coverageOf(p, 8, 4)
	want := []uint8{
		0, 0, 0, 0, 0, 0, 0, 0,
		0, 0, 96, 192, 192, 0, 0, 0,
		0, 0, 128, 255, 255, 0, 0, 0,
		0, 0, 0, 0, 0, 0, 0, 0,
	}
	for i, a := range want {
		if m.Pix[i] != a {
			t.Errorf("pixel %d,%d: %d, want %d", i%8, i/8, m.Pix[i], a)
		}
	}
}

func TestBandsMakeTheSamePicture(t *testing.T) {
	p := &path{}
	p.circle(20, 15, 12.3, false)
	p.circle(21, 14, 6.1, true)
	whole := coverageOf(p, 40, 30)
	parts := image.NewAlpha(image.Rect(0, 0, 40, 30))
	for _, band := range [][2]int{{0, 13}, {13, 30}} {
		sub := parts.SubImage(image.Rect(0, band[0], 40, band[1])).(*image.Alpha)
		c := newCells(40, band[1]-band[0], float32(band[0]))
		c.path(p, 0, 0)
		c.sweep(false, alphaPainter{sub})
	}
	for i := range whole.Pix {
		if d := int(whole.Pix[i]) - int(parts.Pix[i]); d < -1 || d > 1 {
			t.Fatalf("pixel %d,%d: %d in bands, %d whole", i%40, i/40, parts.Pix[i], whole.Pix[i])
		}
	}
}

func TestEvenOddLeavesTheOverlapOpen(t *testing.T) {
	p := rectPath(box{0, 0, 10, 10}, 0)
	p.appendPath(rectPath(box{4, 4, 6, 6}, 0), 0, 0)
	m := image.NewAlpha(image.Rect(0, 0, 10, 10))
	c := newCells(10, 10, 0)
	c.path(p, 0, 0)
	c.sweep(true, alphaPainter{m})
	if m.AlphaAt(5, 5).A != 0 || m.AlphaAt(2, 5).A != 255 {
		t.Errorf("inside the overlap %d, beside it %d", m.AlphaAt(5, 5).A, m.AlphaAt(2, 5).A)
	}
}
