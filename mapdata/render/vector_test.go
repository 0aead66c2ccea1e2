package render

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sitmap/assets"
	"sitmap/mapdata/scene"
)

// recorder is a canvas that keeps what it was told, as words.
type recorder struct {
	layers []string
	calls  map[string]int
	texts  []Text
	links  []string
	fail   error
}

func (r *recorder) note(what string) error {
	if r.calls == nil {
		r.calls = map[string]int{}
	}
	r.calls[what]++
	return r.fail
}

func (r *recorder) Layer(name string, clip image.Rectangle) error {
	r.layers = append(r.layers, name)
	return nil
}
func (r *recorder) Fill(Shape, Paint, bool) error        { return r.note("fill") }
func (r *recorder) Stroke(Shape, Pen, color.NRGBA) error { return r.note("stroke") }
func (r *recorder) Symbol(s Symbol, x, y float64) error  { return r.note("symbol") }
func (r *recorder) Image(image.Image, float64, float64, float64, float64) error {
	return r.note("image")
}

func (r *recorder) Text(t Text) error {
	r.texts = append(r.texts, t)
	return r.note("text")
}

func (r *recorder) Link(x, y, w, h float64, url string) error {
	r.links = append(r.links, fmt.Sprintf("%s %v", url, w > 8 && h > 5))
	return r.note("link")
}

func TestAPictureIsDrawnLayerByLayer(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	s.Furniture.Sources = []string{"First  report", "second", "third"}
	s.Furniture.SourceLinks = []string{"https://example.org/1", "", "https://example.org/3"}
	r := New(nil)
	p, err := r.Lay(context.Background(), 640, 480, Request{View: tinyView(640, 480), Scene: s})
	if err != nil {
		t.Fatal(err)
	}
	var rec recorder
	if err := p.Draw(context.Background(), &rec); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"page", "sea", "links", "marks", "labels", "furniture"} {
		if !slices.Contains(rec.layers, name) {
			t.Errorf("there is no layer “%s” among %q", name, rec.layers)
		}
	}
	for _, what := range []string{"fill", "stroke", "symbol", "text"} {
		if rec.calls[what] == 0 {
			t.Errorf("nothing was drawn by %s", what)
		}
	}
	if want := []string{"https://example.org/1 true", "https://example.org/3 true"}; !slices.Equal(rec.links, want) {
		t.Errorf("links are %q, want %q", rec.links, want)
	}
	stop := errors.New("the disk is full")
	if err := p.Draw(context.Background(), &recorder{fail: stop}); !errors.Is(err, stop) {
		t.Errorf("a canvas that failed gave %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := p.Draw(ctx, &rec); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled drawing gave %v", err)
	}
	if _, err := r.Lay(context.Background(), 0, 480, Request{}); err == nil {
		t.Error("a picture without width was laid out")
	}
}

func TestASourceBrokenOverLinesIsLinkedInEach(t *testing.T) {
	set := newTypesetter()
	st := textStyle{face: assets.Regular, size: 10}
	f := &scene.Furniture{
		Sources:     []string{"A long title of the first source that wraps", "another source, which does not fit"},
		SourceLinks: []string{"a", "b"},
	}
	text := sourcesBefore + strings.Join(f.Sources, sourcesBetween)
	lines := set.fitLines(text, st, 150, 2)
	if len(lines) != 2 {
		t.Fatalf("there are %d lines", len(lines))
	}
	linked := map[string]string{}
	for _, k := range linkSources(f, lines, 3) {
		linked[k.url] += lines[k.line-3].text[k.from:k.to] + "|"
	}
	first := strings.ReplaceAll(strings.TrimSuffix(linked["a"], "|"), "|", " ")
	if first != f.Sources[0] {
		t.Errorf("the first source is linked as %q", linked["a"])
	}
	if strings.Contains(linked["b"], "…") {
		t.Errorf("the ellipsis is linked: %q", linked["b"])
	}
}

// bounds is a tracer that measures.
type bounds struct {
	x0, y0, x1, y1  float64
	curves, corners int
}

func (b *bounds) point(x, y float64) {
	b.x0, b.y0, b.x1, b.y1 = math.Min(b.x0, x), math.Min(b.y0, y), math.Max(b.x1, x), math.Max(b.y1, y)
}
func (b *bounds) MoveTo(x, y float64) { b.point(x, y) }
func (b *bounds) LineTo(x, y float64) { b.point(x, y); b.corners++ }
func (b *bounds) CurveTo(_, _, _, _, x, y float64) {
	b.point(x, y)
	b.curves++
}
func (b *bounds) Close() {}

func measured() *bounds { return &bounds{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), 0, 0} }

func TestCirclesAreTracedAsCurves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := rapid.Float32Range(-2000, 2000).Draw(t, "x"), rapid.Float32Range(-2000, 2000).Draw(t, "y")
		r := rapid.Float32Range(1, 300).Draw(t, "r")
		hole := rapid.Bool().Draw(t, "hole")
		p := &path{}
		p.circle(x, y, r, hole)
		c := Shape{p}.Circles()
		if len(c) != 1 || c[0].Hole != hole || math.Abs(c[0].R-float64(r)) > 0.01 || math.Abs(c[0].X-float64(x)) > 0.01 {
			t.Fatalf("a circle at %v, %v of %v is found as %v", x, y, r, c)
		}
		b := measured()
		Shape{p}.Trace(b)
		if b.curves != 4 || b.corners != 0 || math.Abs(b.x1-b.x0-2*float64(r)) > 0.02 {
			t.Fatalf("it is traced with %d curves and %d corners, %v wide", b.curves, b.corners, b.x1-b.x0)
		}
	})
	if c := (Shape{rectPath(box{0, 0, 40, 20}, 4)}).Circles(); c != nil {
		t.Errorf("a rounded rectangle is taken for %v", c)
	}
}

func TestGlyphsTellTheirFaceAndPlace(t *testing.T) {
	set := newTypesetter()
	run := set.set("Київ کابل", textStyle{face: assets.SemiBold, size: 20})
	faces, told := map[assets.Face]int{}, ""
	for _, g := range (Text{run: run, X: 100, Y: 50}).Glyphs() {
		faces[g.Face]++
		told += g.Text
		b := measured()
		g.Trace(b)
		if b.x0 < 95 || b.x1 > 105+float64(run.width) || b.y1 < 40 || b.y0 > 60 {
			t.Errorf("glyph %d of %s lies at %.0f–%.0f, %.0f–%.0f", g.ID, g.Face, b.x0, b.x1, b.y0, b.y1)
		}
	}
	if told != "Київلباک" {
		t.Errorf("from left to right they stand for “%s”", told)
	}
	if faces[assets.SemiBold] != 4 || faces[assets.Fallback] == 0 {
		t.Errorf("faces are used so: %v", faces)
	}
}
