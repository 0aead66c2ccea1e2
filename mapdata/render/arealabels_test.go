package render

import (
	"image"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
)

// iconsIn counts the tags of areas in a picture by their icon.
func iconsIn(t *testing.T, s *scene.Scene, w, h int) map[string]int {
	t.Helper()
	d, err := New(tinyBase{}).lay(image.Rect(0, 0, w, h), Request{View: tinyView(w, h), Scene: s, PixelRatio: 1}, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]int{}
	for _, g := range d.groups {
		for _, it := range g.items {
			if x, ok := it.(*symbolItem); ok {
				if k, ok := x.symbol.key.(areaTagKey); ok {
					out[k.icon]++
				}
			}
		}
	}
	return out
}

func TestAnAreaWithoutRoomKeepsItsIcon(t *testing.T) {
	wave := scene.Area{ID: id("wave"), Colour: red, Icon: "strike", Label: "A wave of very many drones over all of the country"}
	for name, g := range map[string]orb.Geometry{
		"an area": orb.Polygon{{{2, -4}, {5, -4}, {5, -1}, {2, -1}, {2, -4}}},
		"a line":  orb.LineString{{2, -4}, {3, -3}, {5, -1}},
	} {
		s := &scene.Scene{Areas: []scene.Area{wave}}
		s.Areas[0].Geometry = g
		for x := -24.0; x <= 24; x++ {
			for y := -14.0; y <= 14; y++ {
				s.Marks = append(s.Marks, scene.Mark{ID: id("m"), At: orb.Point{x, y}, Icon: "talks", Colour: green, Size: 28})
			}
		}
		if n := iconsIn(t, s, 375, 300)["strike"]; n != 1 {
			t.Errorf("%s under many marks has %d icons", name, n)
		}
	}
}

// At the edge of what is in sight a label stands above or below its area, moved aside.
func TestAnAreaAtTheEdgeIsLabelledInSight(t *testing.T) {
	v := tinyView(800, 600)
	at := func(x, y float64) orb.Point { return v.FromPixel(x, y).LonLat() }
	const text = "539 drones launched (Ukrainian Air Force)"
	s := &scene.Scene{Areas: []scene.Area{{
		ID: id("wave"), Icon: "strike", Colour: red, Label: text,
		Geometry: orb.Polygon{{at(640, 290), at(690, 290), at(690, 320), at(640, 320), at(640, 290)}},
	}}}
	for y := 286.0; y < 330; y += 20 { // no room at the left of it
		s.Marks = append(s.Marks, scene.Mark{ID: id("m"), At: at(560, y), Icon: "talks", Colour: green})
		s.Marks = append(s.Marks, scene.Mark{ID: id("n"), At: at(480, y), Icon: "talks", Colour: green})
	}
	got, ok := placeOf(t, New(nil), Request{View: v, Scene: s, Visible: image.Rect(100, 100, 700, 500), PixelRatio: 1}, 800, 600, text)
	if !ok || !got.run.box(got.x, got.y).within(box{100, 100, 700, 500}) {
		t.Errorf("the label is placed: %v", ok)
	}
}

// A stem runs through no symbol and no other label: rather an area keeps its tag alone.
func TestStemsRunThroughNoSymbol(t *testing.T) {
	v := tinyView(800, 600)
	at := func(x, y float64) orb.Point { return v.FromPixel(x, y).LonLat() }
	const text = "539 drones launched (Ukrainian Air Force)"
	s := &scene.Scene{Areas: []scene.Area{{
		ID: id("wave"), Icon: "strike", Colour: red, Label: text,
		Geometry: orb.Polygon{{at(390, 290), at(420, 290), at(420, 310), at(390, 310), at(390, 290)}},
	}}}
	for _, p := range [][2]float64{{405, 262}, {440, 262}, {370, 262}, {360, 300}, {450, 300}, {405, 338}, {370, 338}, {440, 338}} { // all around it
		s.Marks = append(s.Marks, scene.Mark{ID: id("m"), At: at(p[0], p[1]), Icon: "talks", Colour: green})
	}
	if got, ok := placeOf(t, New(nil), Request{View: v, Scene: s, PixelRatio: 1}, 800, 600, text); ok {
		t.Errorf("its stem runs from %v, %v across a symbol", got.x, got.y)
	}
	s.Marks = s.Marks[:5]
	if _, ok := placeOf(t, New(nil), Request{View: v, Scene: s, PixelRatio: 1}, 800, 600, text); !ok {
		t.Error("where the way is free below it has no label")
	}
}

// The legend shows the tag that stands in an area where there is one, and only then.
func TestTheLegendShowsTheTagOfAnArea(t *testing.T) {
	for label, want := range map[string]int{"": 2, "A label that is far too long for an area as small as this one is": 0} {
		s := tinyScene()
		s.Areas[0].Label = label
		s.Furniture = tinyFurniture()
		if n := iconsIn(t, s, 1200, 900)["strike"]; n != want {
			t.Errorf("labelled %q the tag is in the picture %d times, want %d", label, n, want)
		}
	}
}

// Beside its area an event has no symbol: its text and a stem that ends on the edge,
// and a click on the text finds it.
func TestOutsideOfItsAreaALabelIsNoMark(t *testing.T) {
	area := scene.Area{ID: id("wave"), Colour: red, Icon: "strike", Label: "539 drones launched", Geometry: orb.Polygon{{{2, -4}, {5, -4}, {5, -1}, {2, -1}, {2, -4}}}}
	s := &scene.Scene{Areas: []scene.Area{area}}
	var hits Hits
	d, err := New(tinyBase{}).lay(image.Rect(0, 0, 375, 300), Request{View: tinyView(375, 300), Scene: s, PixelRatio: 1}, &hits)
	if err != nil {
		t.Fatal(err)
	}
	f := newFrame(tinyView(375, 300), image.Rect(0, 0, 375, 300), 1)
	l := &sceneLayout{frame: f, scene: s}
	edge := l.placeAreas()[0].path
	found := false
	for _, g := range d.groups {
		for _, it := range g.items {
			switch x := it.(type) {
			case *symbolItem:
				switch x.symbol.key.(type) {
				case markKey, areaTagKey:
					t.Errorf("a symbol stands at %g, %g", x.x, x.y)
				}
			case *textItem:
				if x.run.text != area.Label {
					continue
				}
				found = true
				b := x.run.box(x.x, x.y)
				mid := point{(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}
				if edge.contains(mid) {
					t.Errorf("the label stands in its area: %v", b)
				}
				if got := hits.At(float64(mid.x), float64(mid.y), 2); len(got) == 0 || got[0].ID != area.ID {
					t.Errorf("a click on the label finds %v", got)
				}
				spots := []point{{(edge.bounds().x0 + edge.bounds().x1) / 2, (edge.bounds().y0 + edge.bounds().y1) / 2}}
				line := stem(edge, mid, b.width()/2, b, spots, 1)
				if end := line.pts[len(line.pts)-1]; edge.distance(end) > 0.1 {
					t.Errorf("the stem ends %g pixels off the edge", edge.distance(end))
				}
			}
		}
	}
	if !found {
		t.Error("there is no label")
	}
}

// Where an area fills the view its label has a swatch, without the icon.
func TestAnAreaThatFillsTheViewHasASwatch(t *testing.T) {
	s := &scene.Scene{Areas: []scene.Area{{
		ID: id("wave"), Colour: red, Icon: "strike", Label: "539 drones launched", Geometry: orb.Polygon{{{-90, -60}, {90, -60}, {90, 60}, {-90, 60}, {-90, -60}}},
	}}}
	if got := iconsIn(t, s, 375, 300); got[""] != 1 || got["strike"] != 0 {
		t.Errorf("the tags by their icon: %v", got)
	}
}
