package render

import (
	"image"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// placeOf is where a text begins in a picture.
func placeOf(t *testing.T, r *Renderer, req Request, w, h int, text string) (*textItem, bool) {
	t.Helper()
	d, err := r.lay(image.Rect(0, 0, w, h), req, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range d.groups {
		for _, it := range g.items {
			if x, ok := it.(*textItem); ok && x.run.text == text {
				return x, true
			}
		}
	}
	return nil, false
}

func TestLabelsRatherStandInSight(t *testing.T) {
	v := tinyView(800, 600)
	visible := image.Rect(100, 100, 700, 500)
	for _, c := range []struct {
		x, y float64
	}{{690, 300}, {110, 300}, {400, 108}, {400, 492}, {690, 492}} {
		at := v.FromPixel(c.x, c.y).LonLat()
		s := &scene.Scene{Marks: []scene.Mark{{ID: id("a"), At: at, Icon: "strike", Colour: red, Label: "A label"}}}
		got, ok := placeOf(t, New(nil), Request{View: v, Scene: s, Visible: visible, PixelRatio: 1}, 800, 600, "A label")
		if !ok {
			t.Errorf("at %v, %v there is no label", c.x, c.y)
			continue
		}
		if b := got.run.box(got.x, got.y); !b.within(box{100, 100, 700, 500}) {
			t.Errorf("at %v, %v the label lies in %v", c.x, c.y, b)
		}
	}
	// What lies outside has its label all the same.
	s := &scene.Scene{Marks: []scene.Mark{{At: v.FromPixel(50, 50).LonLat(), Icon: "strike", Colour: red, Label: "A label"}}}
	if _, ok := placeOf(t, New(nil), Request{View: v, Scene: s, Visible: visible, PixelRatio: 1}, 800, 600, "A label"); !ok {
		t.Error("a mark in the margin has no label")
	}
}

// No label is cut at the edge of what is looked at: what has no room in sight has none.
func TestNoLabelIsCutAtTheEdge(t *testing.T) {
	v := tinyView(800, 600)
	visible := image.Rect(300, 200, 420, 300)
	at := func(x, y float64) orb.Point { return v.FromPixel(x, y).LonLat() }
	const text = "A label that is too long for what is in sight"
	for name, s := range map[string]*scene.Scene{
		"a mark": {Marks: []scene.Mark{{ID: id("a"), At: at(360, 250), Icon: "strike", Colour: red, Label: text}}},
		"a link": {Links: []scene.Link{{ID: id("a"), A: at(310, 210), B: at(410, 290), Style: scene.CallLink, Colour: blue, Label: text}}},
		"an area": {Areas: []scene.Area{{
			ID: id("a"), Icon: "strike", Colour: red, Label: text,
			Geometry: orb.Polygon{{at(340, 240), at(380, 240), at(380, 260), at(340, 260), at(340, 240)}},
		}}},
		"a wide area": {Areas: []scene.Area{{
			ID: id("a"), Icon: "strike", Colour: red, Label: text,
			Geometry: orb.Polygon{{at(40, 40), at(700, 40), at(700, 560), at(40, 560), at(40, 40)}},
		}}},
	} {
		got, ok := placeOf(t, New(nil), Request{View: v, Scene: s, Visible: visible, PixelRatio: 1}, 800, 600, text)
		if !ok {
			continue
		}
		sight := box{300, 200, 420, 300}
		if b := got.run.box(got.x, got.y); b.meets(sight) && !b.within(sight) {
			t.Errorf("the label of %s lies in %v", name, b)
		}
	}
}

func TestNoLabelStandsBeneathALegend(t *testing.T) {
	v := tinyView(800, 600)
	s := &scene.Scene{Marks: []scene.Mark{{ID: id("a"), At: v.FromPixel(220, 150).LonLat(), Icon: "strike", Colour: red, Label: "A label"}}}
	for _, covered := range []image.Rectangle{{}, image.Rect(228, 0, 400, 300), image.Rect(0, 0, 400, 152), image.Rect(0, 148, 800, 300)} {
		got, ok := placeOf(t, New(nil), Request{View: v, Scene: s, PixelRatio: 1, Covered: covered}, 800, 600, "A label")
		if !ok {
			t.Errorf("beside %v there is no label", covered)
			continue
		}
		b := got.run.box(got.x, got.y)
		if !covered.Empty() && b.meets(box{float32(covered.Min.X), float32(covered.Min.Y), float32(covered.Max.X), float32(covered.Max.Y)}) {
			t.Errorf("the label in %v lies beneath %v", b, covered)
		}
	}
}

// The name of a country whose own place for it is out of sight moves with the map,
// until it is out of sight itself.
func TestNamesOfCountriesStayWhilePanning(t *testing.T) {
	r := New(tinyBase{})
	v := geo.Fit(orb.Bound{Min: orb.Point{-19, -11}, Max: orb.Point{19, 4}}, 900, 400, 0)
	first, ok := placeOf(t, r, Request{View: v, PixelRatio: 1}, 900, 400, "ALBA")
	if !ok {
		t.Fatal("the country is not named")
	}
	for i := 1; i < 8; i++ {
		dx, dy := float64(-9*i), float64(6*i)
		moved := v
		moved.Center.X -= dx / v.Scale
		moved.Center.Y -= dy / v.Scale
		got, ok := placeOf(t, r, Request{View: moved, PixelRatio: 1}, 900, 400, "ALBA")
		if !ok {
			t.Fatalf("moved by %v, %v the country is not named", dx, dy)
		}
		if math.Abs(float64(got.x-first.x)-dx) > 0.1 || math.Abs(float64(got.y-first.y)-dy) > 0.1 {
			t.Errorf("moved by %v, %v the name went from %v, %v to %v, %v", dx, dy, first.x, first.y, got.x, got.y)
		}
	}
}

func TestTheDateStandsBesideATitleAlone(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	r := New(tinyBase{})
	height := func() int { return r.MapFrame(1280, 720, Request{Scene: s}).Min.Y }
	with := height()
	s.Furniture.Subtitle = ""
	if without := height(); without >= with {
		t.Errorf("without subtitle the map begins at %d, with one at %d", without, with)
	}
	title, _ := placeOf(t, r, Request{View: tinyView(1280, 720), Scene: s}, 1280, 720, s.Furniture.Title)
	date, ok := placeOf(t, r, Request{View: tinyView(1280, 720), Scene: s}, 1280, 720, "Data as of 4 July 2025, 18:00 UTC")
	if !ok || title.y != date.y {
		t.Errorf("the title stands on %v, the date on %v", title.y, date.y)
	}
	s.Furniture.Title = "A strike on Brux, and a call that came some hours before it and was long"
	if h := height(); h >= with+40 {
		t.Errorf("with a long title the map begins at %d", h)
	}
}
