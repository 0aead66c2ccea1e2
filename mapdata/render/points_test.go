package render

import (
	"context"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
	"sitmap/mapdata/scene/strewn"
)

var strewnBound = orb.Bound{Min: orb.Point{-26, -20}, Max: orb.Point{26, 16}}

func strewnScene(n int, mode scene.PointMode) *scene.Scene {
	p := strewn.Points(n, strewnBound, 3)
	p.Mode = mode
	return &scene.Scene{Points: p, Kinds: p.Kinds}
}

// pointsAt puts points at places, each of kind 0 and solid.
func pointsAt(at ...orb.Point) *scene.Points {
	b := scene.PointBlock{}
	for _, p := range at {
		x, y := scene.ToFixed(geo.Project(p))
		b.X, b.Y, b.Kind = append(b.X, x), append(b.Y, y), append(b.Kind, 0)
	}
	b.SetBound()
	return &scene.Points{
		Blocks: []scene.PointBlock{b}, Kinds: strewn.Kinds(),
		ID:   func(i int) scene.ID { return id(string(rune('a' + i))) },
		Name: func(i int) string { return "Point " + string(rune('a'+i)) },
	}
}

// Panned by whole pixels, the picture is the same where both show it.
func TestPointsStayWhilePanning(t *testing.T) {
	for _, mode := range []scene.PointMode{scene.Symbols, scene.Clusters} {
		s := strewnScene(5000, mode)
		v := tinyView(500, 400)
		r := New(nil)
		draw := func(v geo.View) *image.RGBA {
			m := image.NewRGBA(image.Rect(0, 0, 500, 400))
			if _, err := r.Render(context.Background(), m, Request{View: v, Scene: s}); err != nil {
				t.Fatal(err)
			}
			return m
		}
		before := draw(v)
		for _, by := range []image.Point{{37, 0}, {0, -51}, {-123, 88}} {
			moved := v
			moved.Center.X -= float64(by.X) / v.Scale
			moved.Center.Y -= float64(by.Y) / v.Scale
			after := draw(moved)
			differ := 0
			for y := range 400 {
				for x := range 500 {
					q := (image.Point{x, y}).Add(by)
					if !q.In(after.Rect) {
						continue
					}
					// Floating point may round an edge by a 256th of a pixel.
					if c := before.RGBAAt(x, y); !near(after.RGBAAt(q.X, q.Y), color.NRGBA(c), 2) {
						differ++
					}
				}
			}
			if differ > 0 {
				t.Errorf("mode %d, moved by %v: %d pixels differ", mode, by, differ)
			}
		}
	}
}

func TestClustersCountEveryPointOnce(t *testing.T) {
	p := strewn.Points(3000, strewnBound, 9)
	// Only some are drawn.
	for i := range p.Blocks {
		p.Blocks[i].Keep = make([]uint64, (len(p.Blocks[i].X)+63)/64)
		for j := range p.Blocks[i].Keep {
			p.Blocks[i].Keep[j] = 0x0f0f_ffff_0000_1234
		}
	}
	want := 0
	for i := range p.Blocks {
		for j := range p.Blocks[i].X {
			if p.Blocks[i].Kept(j) {
				want++
			}
		}
	}
	for level := range 7 {
		got, kinds := 0, 0
		for y := range int32(1) << level {
			for x := range int32(1) << level {
				for _, c := range clustersOf(p, tileKey{level, x, y}) {
					got += c.n
					for _, k := range c.kinds {
						kinds += int(k)
					}
				}
			}
		}
		if got != want || kinds != want {
			t.Errorf("at level %d clusters hold %d points, %d by kind, want %d", level, got, kinds, want)
		}
	}
}

func TestRingsDoNotOverlap(t *testing.T) {
	s := strewnScene(20_000, scene.Clusters)
	for _, scale := range []float64{1000, 2300, 4000} {
		v := geo.View{Center: geo.World{X: 0.5, Y: 0.5}, Scale: scale, Width: 900, Height: 700}
		l := &pointLayout{frame: newFrame(v, image.Rect(0, 0, 900, 700), 1), points: s.Points}
		all := l.clusters(&clusterings{})
		for i, a := range all {
			for _, b := range all[:i] {
				if a.n > 1 && b.n > 1 && dist(a.px, b.px) < (a.radius+b.radius)*0.9 {
					t.Errorf("at scale %v rings of %d and %d lie %.0f px apart", scale, a.n, b.n, dist(a.px, b.px))
				}
			}
		}
		if len(all) < 3 {
			t.Errorf("at scale %v there are %d clusters", scale, len(all))
		}
	}
}

func TestHitsFindPoints(t *testing.T) {
	p := pointsAt(orb.Point{-12, -4}, orb.Point{6, 3}, orb.Point{6.02, 3})
	v := tinyView(800, 600)
	_, hits := render(t, Request{View: v, Scene: &scene.Scene{Points: p}}, 800, 600)
	x, y := v.ToPixel(geo.Project(orb.Point{6, 3}))
	if got := names(hits.At(x, y, 3)); got != "Point c, Point b" && got != "Point b, Point c" {
		t.Errorf("at two points there is %q", got)
	}
	x, y = v.ToPixel(geo.Project(orb.Point{-12, -4}))
	if got := hits.At(x+6+2, y, 3); len(got) != 1 || got[0].ID != id("a") || got[0].Distance < 1.5 || got[0].Distance > 2.5 {
		t.Errorf("two pixels beside a point: %v", got)
	}
	if got := hits.At(x+20, y, 3); len(got) != 0 {
		t.Errorf("far from all points: %v", got)
	}
}

func TestHitsTellWhatAClusterHolds(t *testing.T) {
	far := pointsAt(orb.Point{6, 3}, orb.Point{6.4, 3.1}, orb.Point{6.1, 3.3})
	same := pointsAt(orb.Point{6, 3}, orb.Point{6, 3}, orb.Point{6, 3})
	v := tinyView(800, 600)
	for _, c := range []struct {
		p   *scene.Points
		fan bool
	}{{far, false}, {same, true}} {
		c.p.Mode = scene.Clusters
		_, hits := render(t, Request{View: v, Scene: &scene.Scene{Points: c.p}}, 800, 600)
		x, y := v.ToPixel(geo.Project(orb.Point{6.1, 3.1}))
		got := hits.At(x, y, 8)
		if len(got) != 1 || got[0].Count != 3 || got[0].Fan != c.fan || got[0].Name != "3 events: Strike 3" {
			t.Fatalf("the cluster says %+v", got)
		}
		b := got[0].Bound
		if b.Min[0] < 5.99 || b.Max[0] > 6.41 || b.Min[1] < 2.99 || b.Max[1] > 3.31 {
			t.Errorf("its members lie in %v", b)
		}
	}
	// Opened, its members are marks beside each other.
	same.Open = &orb.Bound{Min: orb.Point{6, 3}, Max: orb.Point{6, 3}}
	same.Mark = func(i int) scene.Mark {
		return scene.Mark{ID: same.ID(i), At: orb.Point{6, 3}, Icon: "strike", Colour: red, Name: same.Name(i)}
	}
	extra := make([]orb.Point, fewPoints+1) // so many that points are not drawn as marks
	for i := range extra {
		extra[i] = orb.Point{-20 + 0.1*float64(i), 10}
	}
	many := pointsAt(append([]orb.Point{{6, 3}, {6, 3}, {6, 3}}, extra...)...)
	many.Mode, many.Open, many.Mark = scene.Clusters, same.Open, same.Mark
	_, hits := render(t, Request{View: v, Scene: &scene.Scene{Points: many}}, 800, 600)
	x, y := v.ToPixel(geo.Project(orb.Point{6, 3}))
	found := hits.At(x, y, 30)
	if len(found) != 3 {
		t.Errorf("opened, the cluster shows %v", found)
	}
	for _, f := range found {
		if f.Count != 0 || f.ID.Event == "" {
			t.Errorf("opened, the cluster shows %+v", f)
		}
	}
}

func TestFewPointsAreDrawnAsMarks(t *testing.T) {
	p := pointsAt(orb.Point{-12, -4}, orb.Point{6, 3})
	p.Mark = func(i int) scene.Mark {
		return scene.Mark{ID: p.ID(i), At: []orb.Point{{-12, -4}, {6, 3}}[i], Icon: "strike", Colour: red, Label: "Told", Name: p.Name(i)}
	}
	said := strings.Join(texts(t, Request{View: tinyView(800, 600), Scene: &scene.Scene{Points: p}}, 800, 600), "|")
	if strings.Count(said, "Told") != 2 {
		t.Errorf("the labels are %q", said)
	}
}

func TestTheHighestRankIsDrawn(t *testing.T) {
	p := pointsAt(orb.Point{6, 3}, orb.Point{6, 3}, orb.Point{6, 3})
	p.Blocks[0].Kind, p.Blocks[0].Rank = []uint8{0, 1, 2}, []uint32{5, 9, 7}
	v := tinyView(400, 300)
	l := &pointLayout{frame: newFrame(v, image.Rect(0, 0, 400, 300), 1), points: p, colour: &lightPalette, symbols: New(nil).symbols}
	l.look(40)
	it := l.newPointsItem(newPointLooks(p, 1, l.colour, l.symbols))
	var drawn []int
	it.drawn(&pointGrid{}, 0, 300, func(_ *scene.PointBlock, j int, x, y float32) { drawn = append(drawn, j) })
	if len(drawn) != 1 || drawn[0] != 1 {
		t.Errorf("drawn are %v", drawn)
	}
}

func TestAreaGrowsWithTheMeasure(t *testing.T) {
	p := pointsAt(orb.Point{})
	p.By = &scene.Measure{Name: "killed", Most: 900, MostSize: 60}
	l := newPointLooks(p, 1, &lightPalette, New(nil).symbols)
	for _, c := range []struct{ value, want float64 }{{900, 60}, {225, 30}, {100, 20}, {5000, 60}, {0, 6}, {-1, 6}, {math.NaN(), 6}} {
		if got := l.sizes[l.class(float32(c.value))]; math.Abs(float64(got)-c.want) > 1 {
			t.Errorf("%v is drawn %v px wide, want %v", c.value, got, c.want)
		}
	}
	samples := sizeSamples(p.By, sizeOf)
	if len(samples) < 2 || len(samples) > 3 || samples[0] >= samples[1] {
		t.Errorf("the legend shows %v", samples)
	}
}

func TestTheLegendExplainsPoints(t *testing.T) {
	for mode, want := range map[scene.PointMode][]string{
		scene.Symbols:  {"Strike", "Protest", "Reported", "500, 1,000 killed"},
		scene.Clusters: {"Strike", "Several events: how many, of which kinds"},
		scene.Heat:     {"events near each other"},
	} {
		s := strewnScene(4000, mode)
		s.Points.By = &scene.Measure{Name: "killed", Most: 1000}
		s.Furniture = tinyFurniture()
		said := strings.Join(texts(t, Request{View: tinyView(1200, 900), Scene: s}, 1200, 900), "|")
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("mode %d: the legend does not say %q: %s", mode, w, said)
			}
		}
		if mode != scene.Clusters && strings.Contains(said, "Several events") {
			t.Errorf("mode %d: the legend explains rings", mode)
		}
	}
}

func TestAHeatMapOfSingleEventsSaysSo(t *testing.T) {
	for most, want := range map[float64]string{
		0: "Events near each other", 1: "Events, none near another", 1.9: "Events, none near another",
		2: "1 to 2 events near each other", 1234: "1 to 1,234 events near each other",
	} {
		v := &pointInventory{heat: true, most: most}
		if items := v.items(&scene.Scene{}); len(items) != 1 || items[0].text != want {
			t.Errorf("of at most %v together: %v, want %q", most, items, want)
		}
	}
}

func TestMarksAreFoundByTheirPlace(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	h := &Hits{}
	for i := range 2000 {
		h.marks = append(h.marks, hitMark{
			mark: &scene.Mark{ID: id(string(rune(i)))}, at: point{rnd.Float32()*900 - 50, rnd.Float32() * 600}, radius: 4 + 20*rnd.Float32(),
		})
	}
	for range 200 {
		at, reach := point{rnd.Float32()*1000 - 100, rnd.Float32()*700 - 50}, rnd.Float32()*12
		want := 0
		for _, m := range h.marks {
			if dist(m.at, at)-m.radius <= reach {
				want++
			}
		}
		if got := len(h.marksAt(at, reach, nil)); got != want {
			t.Fatalf("at %v there are %d marks, want %d", at, got, want)
		}
	}
}

func TestShortNumbers(t *testing.T) {
	for n, want := range map[int]string{7: "7", 999: "999", 1000: "1k", 1450: "1.4k", 9949: "9.9k", 9950: "10k", 45_600: "46k", 999_499: "999k", 999_500: "1M", 12_300_000: "12M"} {
		if got := short(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
}

func TestHeatCountsWhatIsClose(t *testing.T) {
	at := make([]orb.Point, 100)
	for i := range at {
		at[i] = orb.Point{6, 3}
	}
	l := &pointLayout{frame: newFrame(tinyView(400, 300), image.Rect(0, 0, 400, 300), 1), points: pointsAt(at...)}
	l.look(40)
	h := l.heat(heatRamps()[&lightPalette])
	if h.most != 100 {
		t.Errorf("a hundred events in one place are %v", h.most)
	}
	for v, want := range map[float64]float64{0: 1, 1: 1, 1.2: 2, 3: 5, 7: 10, 100: 100, 101: 200} {
		if got := niceAbove(v); got != want {
			t.Errorf("a scale for %v ends at %v, want %v", v, got, want)
		}
	}
}

func TestGoldenPoints(t *testing.T) {
	for _, c := range []struct {
		mode  scene.PointMode
		theme Theme
		name  string
	}{{scene.Symbols, Light, "points-light"}, {scene.Clusters, Dark, "clusters-dark"}, {scene.Heat, Print, "heat-print"}} {
		m, _ := render(t, Request{View: tinyView(300, 210), Scene: strewnScene(700, c.mode), Theme: c.theme}, 300, 210)
		golden(t, c.name, m)
	}
}

// Points stand on both sides of the date line, and again on each repeated world.
func TestPointsCrossTheDateLine(t *testing.T) {
	for _, mode := range []scene.PointMode{scene.Symbols, scene.Clusters} {
		p := pointsAt(orb.Point{179, 0}, orb.Point{-170, 10}, orb.Point{-100, -20})
		p.Mode = mode
		v := geo.View{Center: geo.World{X: 0, Y: 0.5}, Scale: 400, Width: 1000, Height: 400}
		_, hits := render(t, Request{View: v, Scene: &scene.Scene{Points: p}}, 1000, 400)
		for i, b := range p.Blocks[0].X {
			w := scene.FromFixed(b, p.Blocks[0].Y[i])
			seen := 0
			for shift := -3.0; shift <= 3; shift++ {
				x, y := (w.X+shift-v.Center.X)*v.Scale+500, (w.Y-0.5)*v.Scale+200
				if x < 0 || x > 1000 {
					continue
				}
				seen++
				if got := hits.At(x, y, 2); len(got) != 1 || got[0].ID != p.ID(i) {
					t.Errorf("mode %d: at %v, %v there is %v", mode, x, y, got)
				}
			}
			if seen < 2 {
				t.Errorf("mode %d: point %d is seen %d times", mode, i, seen)
			}
		}
	}
}
