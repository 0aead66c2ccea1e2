package render

import (
	"image"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

var (
	arctic = orb.Bound{Min: orb.Point{-180, 60}, Max: orb.Point{180, 90}}
	euro   = orb.Bound{Min: orb.Point{-10, 36}, Max: orb.Point{40, 70}}
	earth  = orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}}
)

// projected is a request for a picture of a bound in a projection.
func projected(p geo.Projection, b orb.Bound, s *scene.Scene, w, h int) Request {
	return Request{View: geo.Fit(b, w, h, 0), Projection: p, Bound: b, Scene: s, PixelRatio: 1}
}

// TestHitsFindWhatIsDrawnInEachProjection: marks, a link's middle, a disc and an area
// are hit where a chart of the same picture has them.
func TestHitsFindWhatIsDrawnInEachProjection(t *testing.T) {
	kyiv, washington := orb.Point{30.5, 50.4}, orb.Point{-77, 38.9}
	s := &scene.Scene{
		Marks: []scene.Mark{{ID: id("m"), At: kyiv, Name: "mark"}},
		Links: []scene.Link{{ID: id("l"), A: washington, B: kyiv, Name: "call"}},
		Discs: []scene.Disc{{ID: id("d"), At: orb.Point{10, 60}, RadiusM: 400e3, Name: "disc"}},
		Areas: []scene.Area{{ID: id("a"), Geometry: orb.Polygon{{{0, 36}, {10, 36}, {10, 42}, {0, 42}, {0, 36}}}, Name: "area"}},
	}
	for _, p := range geo.Projections()[1:] {
		req := projected(p, orb.Bound{Min: orb.Point{-80, 20}, Max: orb.Point{60, 65}}, s, 900, 500)
		_, hits := render(t, req, 900, 500)
		c := geo.FitChart(p, req.Bound, 900, 500, 0)
		middle := geo.FarArc(washington, kyiv, 2)[1].LonLat()
		inside, _ := geo.Direct(orb.Point{10, 60}, 390e3, 75)
		outside, _ := geo.Direct(orb.Point{10, 60}, 430e3, 75)
		for _, want := range []struct {
			at   orb.Point
			name string
		}{{kyiv, "mark"}, {middle, "call"}, {inside, "disc"}, {outside, ""}, {orb.Point{5, 41.9}, "area"}, {orb.Point{5, 43}, ""}} {
			at, _ := c.ToPixel(want.at)
			got := hits.At(at.X, at.Y, 1)
			if len(got) == 0 && want.name == "" {
				continue
			}
			if len(got) == 0 || got[0].Name != want.name {
				t.Errorf("%v: at %v is %v, want %q", p, want.at, got, want.name)
			}
		}
	}
}

// TestAnAreaAboutThePoleIsWhole: it is filled on both sides of the meridian at which
// shapes are cut, and no line is drawn along that.
func TestAnAreaAboutThePoleIsWhole(t *testing.T) {
	s := &scene.Scene{Discs: []scene.Disc{{ID: id("d"), At: orb.Point{20, 86}, RadiusM: 1.2e6, Name: "disc", Colour: red}}}
	req := projected(geo.EqualArea, arctic, s, 500, 500)
	_, hits := render(t, req, 500, 500)
	c := geo.FitChart(geo.EqualArea, arctic, 500, 500, 0)
	for az := 0.0; az < 360; az += 15 {
		for _, d := range []struct {
			m    float64
			hits int
		}{{1.15e6, 1}, {300e3, 1}, {1.25e6, 0}} {
			p, _ := geo.Direct(orb.Point{20, 86}, d.m, az)
			at, _ := c.ToPixel(p)
			if got := hits.At(at.X, at.Y, 0); len(got) != d.hits {
				t.Errorf("%v m towards %v: %v", d.m, az, got)
			}
		}
	}
	f := req.frame(req.View, image.Rect(0, 0, 500, 500))
	l := &sceneLayout{frame: f, scene: s}
	areas := l.placeAreas()
	if len(areas) != 1 {
		t.Fatalf("%d areas", len(areas))
	}
	areas[0].outline().each(func(pts []point, _ bool) {
		for _, q := range pts {
			p, _ := c.FromPixel(float64(q.x), float64(q.y))
			if m, _ := geo.Inverse(orb.Point{20, 86}, p); math.Abs(m-1.2e6) > 15e3 {
				t.Fatalf("the outline passes %v, %v m from the middle", p, m)
			}
		}
	})
}

// TestLinksAreCutOnceAtTheEdge: a link across the meridian at which a projection ends
// has two parts, one of them with the label and one with the arrow's head; where the
// map goes on across it there is one.
func TestLinksAreCutOnceAtTheEdge(t *testing.T) {
	k := scene.Link{A: orb.Point{140, 36}, B: orb.Point{-122, 38}, Style: scene.Arrow}
	for _, c := range []struct {
		p     geo.Projection
		bound orb.Bound
		parts int
	}{{geo.Equirectangular, earth, 2}, {geo.Conic, earth, 2}, {geo.EqualArea, orb.Bound{Min: orb.Point{-180, 20}, Max: orb.Point{180, 90}}, 1}} {
		req := projected(c.p, c.bound, nil, 800, 500)
		l := &sceneLayout{frame: req.frame(req.View, image.Rect(0, 0, 800, 500))}
		parts := l.arcs(&k)
		heads, labels := 0, 0
		length := 0.0
		for _, part := range parts {
			if part.arrow() {
				heads++
			}
			if !part.nameless {
				labels++
			}
			for i := 1; i < len(part.pts); i++ {
				length += float64(dist(part.pts[i-1], part.pts[i]))
			}
		}
		if len(parts) != c.parts || heads != 1 || labels != 1 || length > 500 {
			t.Errorf("%v: %d parts, %d heads, %d labels, %v px long", c.p, len(parts), heads, labels, length)
		}
	}
}

// TestManyPointsStandWhereAChartHasThem: those in the picture are kept and no others.
func TestManyPointsStandWhereAChartHasThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(geo.Projections()[1:]).Draw(t, "projection")
		b := rapid.SampledFrom([]orb.Bound{arctic, euro, earth}).Draw(t, "bound")
		req := projected(p, b, nil, 400, 300)
		f := req.frame(req.View, image.Rect(30, 20, 430, 320))
		var block scene.PointBlock
		var places []orb.Point
		for range 20 {
			at := orb.Point{rapid.Float64Range(-180, 179).Draw(t, "lon"), rapid.Float64Range(-84, 84).Draw(t, "lat")}
			x, y := scene.ToFixed(geo.Project(at))
			block.X, block.Y, block.Kind = append(block.X, x), append(block.Y, y), append(block.Kind, 0)
			places = append(places, at)
		}
		block.SetBound()
		flat, frame := f.flatten(&scene.Points{Blocks: []scene.PointBlock{block}})
		l := &pointLayout{frame: frame, points: flat}
		l.look(40)
		found, _ := l.few(1000)
		for i, at := range places {
			px, ok := f.chart.ToPixel(at)
			inside := ok && px.X > 0.01 && px.Y > 0.01 && px.X < 399.99 && px.Y < 299.99
			outside := !ok || px.X < -0.01 || px.Y < -0.01 || px.X > 400.01 || px.Y > 300.01
			if got := slices.Contains(found, i); inside && !got || outside && got {
				t.Fatalf("%v at %v, %v: found %v", at, px, ok, got)
			}
		}
	})
}

func TestClustersOnAChartTellWhereTheyAre(t *testing.T) {
	var block scene.PointBlock
	for i := range 900 { // a swarm about Kyiv and one about Madrid
		at := orb.Point{30.5 + float64(i%30)*0.01, 50.4 + float64(i/30)*0.01}
		if i%2 == 0 {
			at = orb.Point{-3.7 + float64(i%30)*0.01, 40.4 + float64(i/30)*0.01}
		}
		x, y := scene.ToFixed(geo.Project(at))
		block.X, block.Y, block.Kind = append(block.X, x), append(block.Y, y), append(block.Kind, 0)
	}
	block.SetBound()
	s := &scene.Scene{Points: &scene.Points{Blocks: []scene.PointBlock{block}, Mode: scene.Clusters, Kinds: []scene.KindStyle{{Name: "Strike", Colour: red}}}}
	_, hits := render(t, projected(geo.Conic, euro, s, 600, 500), 600, 500)
	c := geo.FitChart(geo.Conic, euro, 600, 500, 0)
	at, _ := c.ToPixel(orb.Point{30.65, 50.55})
	got := hits.At(at.X, at.Y, 12)
	if len(got) == 0 || got[0].Count != 450 || got[0].Fan || math.Abs(got[0].Bound.Min[0]-30.5) > 0.1 || math.Abs(got[0].Bound.Max[1]-50.7) > 0.1 {
		t.Errorf("hit %+v", got)
	}
}

// TestDetailFollowsTheScale: the base map is as detailed as where the picture is
// largest.
func TestDetailFollowsTheScale(t *testing.T) {
	for _, p := range geo.Projections()[1:] {
		req := projected(p, euro, nil, 1000, 700)
		f := req.frame(req.View, image.Rect(0, 0, 1000, 700))
		rapid.Check(t, func(t *rapid.T) {
			at, ok := f.lonLat(rapid.Float64Range(0, 1000).Draw(t, "x"), rapid.Float64Range(0, 700).Draw(t, "y"))
			if ok && f.scaleAt(geo.ProjectFar(at)) > 1.1*f.finest {
				t.Fatalf("%v: %v pixels a world at %v, %v at the most", p, f.scaleAt(geo.ProjectFar(at)), at, f.finest)
			}
		})
	}
}
