package render

import (
	"context"
	"fmt"
	"image"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
	"sitmap/mapdata/scene/strewn"
)

// europe is the view that speed is measured on.
func europe() geo.View {
	return geo.Fit(orb.Bound{Min: orb.Point{-20, 30}, Max: orb.Point{60, 72}}, 1920, 1080, 0)
}

// manyMarks strews marks over the view, always the same.
func manyMarks(n int) *scene.Scene {
	rnd := rand.New(rand.NewPCG(1, 2))
	s := &scene.Scene{Marks: make([]scene.Mark, n)}
	icons := []string{"strike", "clash", "talks", "aid", "statement"}
	for i := range s.Marks {
		k := rnd.IntN(len(icons))
		s.Marks[i] = scene.Mark{
			ID: scene.ID{Event: fmt.Sprint(i)}, At: orb.Point{-20 + 80*rnd.Float64(), 30 + 42*rnd.Float64()},
			Icon: icons[k], Colour: rgb(0x803020 + uint32(k)*0x1040), Fill: scene.Fill(i % 3),
		}
	}
	return s
}

// benchmark draws the view with what it needs prepared.
func benchmark(b *testing.B, s *scene.Scene) {
	r := New(basemap.New())
	req := Request{View: europe(), Scene: s}
	m := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	if _, err := r.Render(context.Background(), m, req); err != nil {
		b.Fatal(err)
	}
	step := 0.0
	for b.Loop() {
		// Panned a little each time: no picture is like the one before.
		req.View = europe().Pan(17.3*step, 5.9*step)
		if step++; step > 9 {
			step = 0
		}
		if _, err := r.Render(context.Background(), m, req); err != nil {
			b.Fatal(err)
		}
	}
}

// manyPoints strews points over the view, the same each time, once.
var manyPoints = func() func(n int, mode scene.PointMode) *scene.Scene {
	made := map[int]*scene.Points{}
	return func(n int, mode scene.PointMode) *scene.Scene {
		if made[n] == nil {
			made[n] = strewn.Points(n, orb.Bound{Min: orb.Point{-20, 30}, Max: orb.Point{60, 72}}, 1)
		}
		p := *made[n]
		p.Mode = mode
		return &scene.Scene{Points: &p, Kinds: p.Kinds}
	}
}()

func BenchmarkSymbols100k(b *testing.B) { benchmark(b, manyPoints(100_000, scene.Symbols)) }
func BenchmarkSymbols1M(b *testing.B)   { benchmark(b, manyPoints(1_000_000, scene.Symbols)) }
func BenchmarkClusters1M(b *testing.B)  { benchmark(b, manyPoints(1_000_000, scene.Clusters)) }
func BenchmarkHeat1M(b *testing.B)      { benchmark(b, manyPoints(1_000_000, scene.Heat)) }

func BenchmarkBaseMap(b *testing.B)   { benchmark(b, nil) }
func BenchmarkMarks100k(b *testing.B) { benchmark(b, manyMarks(100_000)) }

// BenchmarkFillsAndOutlines is the base map as other programs are asked for it: areas
// and lines, antialiased, without names.
func BenchmarkFillsAndOutlines(b *testing.B) {
	r := New(basemap.New())
	m := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	req := Request{PixelRatio: 1}
	step := 0.0
	draw := func() {
		f := newFrame(europe().Pan(17.3*step, 5.9*step), m.Bounds(), 1)
		if step++; step > 9 {
			step = 0
		}
		d, err := r.detail(f, req)
		if err != nil {
			b.Fatal(err)
		}
		out := &drawing{}
		base := &baseLayout{frame: f, detail: d, colour: Light.palette(), out: out, pool: &r.paths}
		base.lay()
		r.raster.draw(m, out)
		r.paths.put(base.used)
	}
	draw()
	for b.Loop() {
		draw()
	}
}

func BenchmarkLayoutOfBaseMap(b *testing.B) {
	r := New(basemap.New())
	req := Request{View: europe(), PixelRatio: 1}
	lay := func() {
		used, err := r.layOut(&drawing{}, image.Rect(0, 0, 1920, 1080), req, &Hits{}, func() {})
		if err != nil {
			b.Fatal(err)
		}
		r.paths.put(used)
	}
	lay()
	for b.Loop() {
		lay()
	}
}

func benchmarkChart(b *testing.B, s *scene.Scene) {
	r := New(basemap.New())
	bound := orb.Bound{Min: orb.Point{-20, 30}, Max: orb.Point{60, 72}}
	req := Request{View: europe(), Projection: geo.EqualArea, Bound: bound, Scene: s}
	m := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	for b.Loop() {
		if _, err := r.Render(context.Background(), m, req); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEqualAreaBaseMap(b *testing.B) { benchmarkChart(b, nil) }
func BenchmarkEqualAreaSymbols1M(b *testing.B) {
	benchmarkChart(b, manyPoints(1_000_000, scene.Symbols))
}
