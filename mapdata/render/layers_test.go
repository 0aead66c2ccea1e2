package render

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

var (
	violet = color.NRGBA{0x6a, 0x3d, 0x9a, 255}
	ochre  = color.NRGBA{0xb3, 0x6b, 0x00, 255}
)

func square(w, s, e, n float64) orb.Polygon {
	return orb.Polygon{{{w, s}, {e, s}, {e, n}, {w, n}, {w, s}}}
}

// layerOf makes a layer whose features are named by the texts.
func layerOf(name string, st scene.LayerStyle, titles []string, g ...orb.Geometry) scene.Layer {
	word := func(i int) string { return titles[i] }
	return scene.Layer{Name: name, Data: scene.NewLayerData(g), Style: st, Label: word, Title: word}
}

func tinyLayers() []scene.Layer {
	holed := append(square(-20, -12, -6, -2), orb.Ring{{-16, -9}, {-16, -5}, {-10, -5}, {-10, -9}, {-16, -9}})
	return []scene.Layer{
		layerOf("Zones", scene.LayerStyle{Fill: violet, Opacity: 0.3, Hatch: scene.RisingHatch, Outline: violet, Width: 1.5},
			[]string{"West zone", "East zone"}, holed, square(-8, -12, 6, -6)),
		layerOf("Front line", scene.LayerStyle{Outline: ochre, Width: 3, Dash: scene.DashDotted},
			[]string{"The front"}, orb.LineString{{-20, 4}, {-4, 8}, {12, 4}, {20, 10}}),
		layerOf("Bases", scene.LayerStyle{Fill: ochre, Marker: scene.Square},
			[]string{"North base", "South base"}, orb.Point{14, 9}, orb.MultiPoint{{12, -12}, {16, -12}}),
	}
}

func TestGoldenLayers(t *testing.T) {
	s := tinyScene()
	s.Layers = tinyLayers()
	for _, theme := range []Theme{Light, Dark} {
		m, _ := render(t, Request{View: tinyView(420, 290), Scene: s, Theme: theme}, 420, 290)
		golden(t, "layers-"+theme.String(), m)
	}
}

func TestLayersLieBetweenLandAndBorders(t *testing.T) {
	s := tinyScene()
	s.Layers = tinyLayers()
	d, err := New(tinyBase{}).lay(image.Rect(0, 0, 800, 600), Request{View: tinyView(800, 600), Scene: s}, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, g := range d.groups {
		if len(g.items) > 0 {
			order = append(order, g.name)
		}
	}
	last := -1
	for _, name := range []string{"sea", "land", "Zones", "Front line", "borders", "Bases (points)", "areas", "Zones (labels)", "marks"} {
		i := slices.Index(order, name)
		if i <= last {
			t.Errorf("%q is at %d of %v, not above what should be below it", name, i, order)
		}
		last = i
	}
}

func TestOverlapsOfALayerAreOfOneTone(t *testing.T) {
	s := &scene.Scene{Layers: []scene.Layer{{
		Data: scene.NewLayerData([]orb.Geometry{
			append(square(-20, -12, 0, 8), orb.Ring{{-14, -6}, {-14, 2}, {-6, 2}, {-6, -6}, {-14, -6}}),
			orb.Polygon{{{-4, -10}, {-4, 6}, {8, 6}, {8, -10}, {-4, -10}}}, // wound the other way
		}),
		Style: scene.LayerStyle{Fill: violet, Opacity: 0.5},
	}}}
	v := tinyView(800, 600)
	m, _ := render(t, Request{View: v, Scene: s}, 800, 600)
	at := func(lon, lat float64) color.Color {
		x, y := v.ToPixel(geo.Project(orb.Point{lon, lat}))
		return m.At(int(x), int(y))
	}
	once, twice, hole := at(-17, -10), at(-2, -3), at(-10, -3.5)
	if !near(once, twice, 14) {
		t.Errorf("where two features overlap the colour is %v, elsewhere %v", twice, once)
	}
	if near(once, hole, 14) {
		t.Errorf("the hole is filled: %v", hole)
	}
}

func TestLayerHits(t *testing.T) {
	s := tinyScene()
	s.Layers = tinyLayers()
	s.Layers[0].Keep = []bool{true, false}
	v := tinyView(800, 600)
	_, hits := render(t, Request{View: v, Scene: s}, 800, 600)
	for _, c := range []struct {
		at   orb.Point
		want string
	}{
		{orb.Point{-19, -3}, "Zones: West zone"},
		{orb.Point{-13, -7}, ""}, // its hole
		{orb.Point{2, -11}, ""},  // not kept
		{orb.Point{4, 6}, "Front line: The front"},
		{orb.Point{14, 9}, "Bases: North base"},
		{orb.Point{16, -12}, "Bases: South base"},
	} {
		x, y := v.ToPixel(geo.Project(c.at))
		var got []string
		for _, h := range hits.LayersAt(x, y, 3) {
			got = append(got, h.Name+": "+h.Title)
			if s.Layers[h.Layer].Name != h.Name {
				t.Errorf("%+v is not of layer %d", h, h.Layer)
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("at %v there is %q, want %q", c.at, got, c.want)
		}
	}
}

// TestLayerLabelsGiveWay puts an event's label where a layer's would stand.
func TestLayerLabelsGiveWay(t *testing.T) {
	count := func(s *scene.Scene) (n int) {
		for _, text := range texts(t, Request{View: tinyView(500, 380), Scene: s}, 500, 380) {
			if text == "Zone" {
				n++
			}
		}
		return n
	}
	s := &scene.Scene{Layers: []scene.Layer{layerOf("Zones", scene.LayerStyle{Fill: violet, Opacity: 0.3},
		[]string{"Zone"}, square(-2.4, -3, 2.4, 3))}}
	if count(s) != 1 {
		t.Fatal("the label is missing from an empty map")
	}
	for i := range 12 { // marks side by side through the zone
		s.Marks = append(s.Marks, scene.Mark{ID: id(fmt.Sprint(i)), At: orb.Point{float64(i%4)*1.6 - 2.4, float64(i/4)*1.8 - 1.8}, Icon: "strike", Colour: red})
	}
	if count(s) != 0 {
		t.Error("the label lies across marks")
	}
}

func TestLegendNamesLayersInView(t *testing.T) {
	s := tinyScene()
	s.Layers = append(tinyLayers(), layerOf("Far away", scene.LayerStyle{Fill: red, Opacity: 1}, []string{""}, square(100, 10, 110, 20)))
	s.Furniture = tinyFurniture()
	all := texts(t, Request{View: tinyView(900, 620), Scene: s}, 900, 620)
	for name, want := range map[string]bool{"Zones": true, "Front line": true, "Bases": true, "Far away": false} {
		if slices.Contains(all, name) != want {
			t.Errorf("the legend names %s: %v, of %q", name, !want, all)
		}
	}
}

func TestLayersAcrossTheDateLine(t *testing.T) {
	view := geo.Fit(orb.Bound{Min: orb.Point{160, -15}, Max: orb.Point{-160, 15}}, 800, 600, 0)
	for name, g := range map[string]orb.Geometry{
		"jumping":       square(175, -5, -175, 5),
		"beyond 180":    square(175, -5, 185, 5),
		"cut in two":    orb.MultiPolygon{square(175, -5, 180, 5), square(-180, -5, -175, 5)},
		"beyond -180":   square(-185, -5, -175, 5),
		"cut, in parts": orb.Collection{square(175, -5, 180, 5), square(-180, -5, -175, 5)},
	} {
		s := &scene.Scene{Layers: []scene.Layer{{Data: scene.NewLayerData([]orb.Geometry{g}), Style: scene.LayerStyle{Fill: red, Opacity: 1, Outline: color.NRGBA{0, 0, 0, 255}, Width: 2}}}}
		m, hits := render(t, Request{View: view, Scene: s}, 800, 600)
		for _, lon := range []float64{176, 179.95, -179.95, -176} {
			x, y := view.ToPixel(geo.Project(orb.Point{lon, 1}).Near(view.Center.X))
			if !near(m.At(int(x), int(y)), red, 2) {
				t.Errorf("%s: at %v° the colour is %v", name, lon, m.At(int(x), int(y)))
			}
			if len(hits.LayersAt(x, y, 0)) != 1 {
				t.Errorf("%s: at %v° nothing is hit", name, lon)
			}
		}
		if x, y := view.ToPixel(geo.Project(orb.Point{170, 1})); near(m.At(int(x), int(y)), red, 30) {
			t.Errorf("%s: 170° is covered too", name)
		}
	}
}

func TestSpecksStayVisible(t *testing.T) {
	s := &scene.Scene{Layers: []scene.Layer{{Data: scene.NewLayerData([]orb.Geometry{square(0, 0, 0.001, 0.001)}), Style: scene.LayerStyle{Fill: red, Opacity: 1}}}}
	v := geo.Fit(orb.Bound{Min: orb.Point{-40, -30}, Max: orb.Point{40, 30}}, 400, 300, 0)
	m, _ := render(t, Request{View: v, Scene: s}, 400, 300)
	plainMap, _ := render(t, Request{View: v}, 400, 300)
	if slices.Equal(m.Pix, plainMap.Pix) {
		t.Error("an area too small for a pixel is not drawn at all")
	}
}

// jagged is a layer of many features with long outlines: n of so many points each.
func jagged(n, points int) *scene.LayerData {
	var all []orb.Geometry
	for i := range n {
		lon, lat := -20+40*float64(i%40)/40, -15+30*float64(i/40)/float64(n/40+1)
		ring := make(orb.Ring, 0, points+1)
		for k := range points {
			a := 2 * math.Pi * float64(k) / float64(points)
			r := 0.4 + 0.02*math.Sin(61*a) + 0.005*math.Sin(401*a)
			ring = append(ring, orb.Point{lon + r*math.Cos(a), lat + r*math.Sin(a)})
		}
		all = append(all, orb.Polygon{append(ring, ring[0])})
	}
	return scene.NewLayerData(all)
}

// BenchmarkPanLayer moves the map over a layer of 250,000 points, about 5 MB of
// GeoJSON.
func BenchmarkPanLayer(b *testing.B) {
	s := &scene.Scene{Layers: []scene.Layer{{Data: jagged(500, 500), Style: scene.LayerStyle{Fill: violet, Opacity: 0.3, Outline: violet, Width: 1, Hatch: scene.RisingHatch}}}}
	r := New(tinyBase{})
	m := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	for b.Loop() {
		v := tinyView(1920, 1080).Pan(3, 2)
		if _, err := r.Render(context.Background(), m, Request{View: v, Scene: s}); err != nil {
			b.Fatal(err)
		}
	}
}
