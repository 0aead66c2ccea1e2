package render

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// wholeFurniture has all that a picture may have around its map.
func wholeFurniture() *scene.Furniture {
	f := tinyFurniture()
	f.Note, f.Handling = "Figures are provisional", "AMBER+STRICT"
	f.Inset, f.Graticule, f.North = scene.On, true, true
	f.Meanings = []scene.Meaning{
		{Term: "Reported", Text: "somebody says so", Fill: scene.Hollow},
		{Term: "Disputed", Text: "sources contradict each other", Fill: scene.Hatched},
		{Term: "Claimed", Text: "by those named", Always: true},
	}
	return f
}

// said is a line of the furniture where it stands.
type said struct {
	text string
	box  box
}

func furnitureTexts(t *testing.T, b Base, w, h int, req Request) (out []said) {
	t.Helper()
	d, err := New(b).lay(image.Rect(0, 0, w, h), req, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range d.groups {
		for _, it := range g.items {
			if x, ok := it.(*textItem); ok && g.name == "furniture" {
				out = append(out, said{x.run.text, x.run.box(x.x, x.y)})
			}
		}
	}
	return out
}

func allWords(lines []said) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text + " ")
	}
	return b.String()
}

// Whatever the size and wherever the legend stands, nothing of the furniture overlaps or
// leaves the picture, and no word of what was typed is lost.
func TestFurnitureStandsClearAndWhole(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Calls go on between the capitals while drones strike ", 4))
	for _, size := range [][2]int{{1920, 1080}, {1080, 1080}, {1240, 1754}, {800, 600}} {
		for at := scene.LegendBelow; at <= scene.LegendSW; at++ {
			name := fmt.Sprintf("%d×%d, legend at %d", size[0], size[1], at)
			s := tinyScene()
			s.Furniture = wholeFurniture()
			s.Furniture.LegendAt, s.Furniture.Title, s.Furniture.Subtitle = at, long, long
			lines := furnitureTexts(t, tinyBase{}, size[0], size[1], Request{View: tinyView(size[0], size[1]), Scene: s})
			for i, a := range lines {
				if !a.box.within(box{0, 0, float32(size[0]), float32(size[1])}) {
					t.Errorf("%s: %q lies in %v, outside the picture", name, a.text, a.box)
				}
				for _, b := range lines[:i] {
					if a.box.grow(-0.5).meets(b.box.grow(-0.5)) {
						t.Errorf("%s: %q lies on %q", name, a.text, b.text)
					}
				}
			}
			all := allWords(lines)
			for _, want := range []string{s.Furniture.Note, "Reported: somebody says so.", "Claimed: by those named.", "TLP:AMBER+STRICT"} {
				if !strings.Contains(all, want) {
					t.Errorf("%s: the picture does not say %q", name, want)
				}
			}
			if n := strings.Count(all, "capitals"); n != 8 || strings.Contains(all, "…") {
				t.Errorf("%s: of eight capitals in the title and subtitle %d are left", name, n)
			}
		}
	}
}

func TestATitleIsBrokenWhereNoSpaceIs(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	s.Furniture.Title = strings.Repeat("Donaudampfschifffahrt", 8)
	lines := furnitureTexts(t, tinyBase{}, 800, 600, Request{View: tinyView(800, 600), Scene: s})
	for _, l := range lines {
		if !l.box.within(box{0, 0, 800, 600}) {
			t.Errorf("%q lies in %v", l.text, l.box)
		}
	}
	if all := strings.ReplaceAll(allWords(lines), " ", ""); !strings.Contains(all, s.Furniture.Title) {
		t.Error("the title is cut")
	}
}

// A term is explained where what it stands for is visible, and nowhere else.
func TestOnlyVisibleTermsAreExplained(t *testing.T) {
	s := tinyScene()
	for i := range s.Marks {
		s.Marks[i].Fill = scene.Solid
	}
	s.Links, s.Areas, s.Discs = nil, nil, nil
	s.Furniture = wholeFurniture()
	s.Furniture.Meanings[0].Fill, s.Furniture.Meanings[0].Term = scene.Solid, "Corroborated"
	s.Furniture.Meanings[2].Always = false
	s.Furniture.Meanings[2].Fill = scene.Crossed
	all := allWords(furnitureTexts(t, tinyBase{}, 1200, 800, Request{View: tinyView(1200, 800), Scene: s}))
	for term, want := range map[string]bool{"Corroborated:": true, "Disputed:": false, "Claimed:": false} {
		if strings.Contains(all, term) != want {
			t.Errorf("that it says %q is %v", term, !want)
		}
	}
	far := geo.Fit(orb.Bound{Min: orb.Point{150, -50}, Max: orb.Point{160, -45}}, 1200, 800, 0)
	if all := allWords(furnitureTexts(t, tinyBase{}, 1200, 800, Request{View: far, Scene: s})); strings.Contains(all, "Corroborated") {
		t.Error("far from the marks their assessment is explained")
	}
}

// The locator is there by itself in a view of less than 1,500 km, and never lies on a
// mark where a corner is free.
func TestTheLocatorComesByItselfToNarrowViews(t *testing.T) {
	for _, c := range []struct {
		bound orb.Bound
		set   scene.Switch
		want  bool
	}{
		{orb.Bound{Min: orb.Point{-2, -1}, Max: orb.Point{2, 1}}, scene.Auto, true},
		{orb.Bound{Min: orb.Point{-20, -10}, Max: orb.Point{20, 10}}, scene.Auto, false},
		{orb.Bound{Min: orb.Point{-20, -10}, Max: orb.Point{20, 10}}, scene.On, true},
		{orb.Bound{Min: orb.Point{-2, -1}, Max: orb.Point{2, 1}}, scene.Off, false},
	} {
		s := &scene.Scene{Furniture: tinyFurniture()}
		s.Furniture.Inset = c.set
		for _, at := range []orb.Point{{-1.8, -1.1}, {1.8, -1.1}, {1.8, 1.1}} { // the north-west is free
			s.Marks = append(s.Marks, scene.Mark{At: at, Icon: "strike", Colour: red})
		}
		d, err := New(tinyBase{}).lay(image.Rect(0, 0, 1200, 900), Request{View: geo.Fit(c.bound, 1200, 900, 0), Scene: s}, &Hits{})
		if err != nil {
			t.Fatal(err)
		}
		var found *group
		for _, g := range d.groups {
			if g.name == "locator" {
				found = g
			}
		}
		if (found != nil) != c.want {
			t.Errorf("%v, %v: there is a locator: %v", c.bound, c.set, found != nil)
		}
		if found != nil && c.set == scene.Auto && (found.clip.Min.X > 400 || found.clip.Min.Y > 400) {
			t.Errorf("it stands in %v, not in the free corner", found.clip)
		}
	}
}

// The lines of the grid are where they say, and labelled at the edge where they leave.
func TestTheGraticuleIsWhereItSays(t *testing.T) {
	s := &scene.Scene{Furniture: tinyFurniture()}
	s.Furniture.Graticule = true
	r := New(tinyBase{})
	req := Request{View: tinyView(1200, 900), Scene: s}
	d, err := r.lay(image.Rect(0, 0, 1200, 900), req, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	v, frame := r.PictureView(1200, 900, req), r.MapFrame(1200, 900, req)
	labels, lines := map[string]float32{}, 0
	for _, g := range d.groups {
		for _, it := range g.items {
			switch x := it.(type) {
			case *textItem:
				labels[x.run.text] = x.x
			case *strokeItem:
				if g.name == "graticule" {
					x.path.each(func([]point, bool) { lines++ })
				}
			}
		}
	}
	at, ok := labels["10° E"]
	if x, _ := v.ToPixel(geo.Project(orb.Point{10, 0})); !ok || at < float32(x)+float32(frame.Min.X) || at > float32(x)+float32(frame.Min.X)+12 {
		t.Errorf("10° E is labelled at %v of %v, its meridian at %v", at, labels, x)
	}
	if lines < 6 {
		t.Errorf("there are %d lines", lines)
	}
	s.Furniture.Graticule = false
	if d, _ := r.lay(image.Rect(0, 0, 1200, 900), req, &Hits{}); d.groups[len(d.groups)-1].name != "furniture" {
		t.Error("the furniture is not last")
	} else {
		for _, g := range d.groups {
			if g.name == "graticule" {
				t.Error("nobody asked for the graticule")
			}
		}
	}
}

func TestDegreesAreWritten(t *testing.T) {
	for want, g := range map[string]gridLine{
		"30° E": {minutes: 1800, meridian: true}, "0°": {minutes: 0}, "180°": {minutes: -180 * 60, meridian: true},
		"50° 30′ N": {minutes: 3030}, "5° 05′ W": {minutes: -305, meridian: true}, "10° S": {minutes: -600},
	} {
		if got := degreesText(g); got != want {
			t.Errorf("%+v is written %q, want %q", g, got, want)
		}
	}
}

func TestGoldenFurniture(t *testing.T) {
	s := tinyScene()
	s.Furniture = wholeFurniture()
	s.Furniture.LegendAt = scene.LegendBeside
	m, _ := render(t, Request{View: tinyView(720, 540), Scene: s, Theme: Light}, 720, 540)
	golden(t, "furniture-light", m)
	s.Furniture.LegendAt, s.Furniture.North = scene.LegendNW, false
	m, _ = render(t, Request{View: tinyView(720, 540), Scene: s, Theme: Dark}, 720, 540)
	golden(t, "furniture-dark", m)
}

// Where north is not up, meridians, parallels and a north arrow say where it is, unasked.
func TestWhereNorthIsNotUpItIsSaid(t *testing.T) {
	for projection, want := range map[geo.Projection]bool{geo.WebMercator: false, geo.Equirectangular: false, geo.Conic: true, geo.EqualArea: true} {
		s := &scene.Scene{Furniture: tinyFurniture()}
		r := New(tinyBase{})
		req := Request{View: geo.Fit(orb.Bound{Min: orb.Point{-20, 30}, Max: orb.Point{60, 70}}, 1200, 900, 0), Scene: s, Projection: projection}
		d, err := r.lay(image.Rect(0, 0, 1200, 900), req, &Hits{})
		if err != nil {
			t.Fatal(err)
		}
		grid, arrow, degrees := false, false, 0
		for _, g := range d.groups {
			grid = grid || g.name == "graticule"
			for _, it := range g.items {
				if x, ok := it.(*textItem); ok && g.name == "furniture" {
					arrow = arrow || x.run.text == "N"
					degrees += strings.Count(x.run.text, "°")
				}
			}
		}
		if grid != want || arrow != want || (degrees > 4) != want {
			t.Errorf("%v: graticule %v, arrow %v, %d degrees; want %v", projection, grid, arrow, degrees, want)
		}
	}
}
