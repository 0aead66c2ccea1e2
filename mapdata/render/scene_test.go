package render

import (
	"image"
	"image/color"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

var (
	red   = color.NRGBA{0xc0, 0x27, 0x2d, 255}
	blue  = color.NRGBA{0x24, 0x57, 0xa6, 255}
	green = color.NRGBA{0x2e, 0x7d, 0x32, 255}
)

func id(s string) scene.ID { return scene.ID{Event: s} }

// tinyScene has one of each over the tiny base map.
func tinyScene() *scene.Scene {
	alton, brux := orb.Point{-12, -4}, orb.Point{6, 3}
	return &scene.Scene{
		Areas: []scene.Area{{
			ID: id("wave"), Colour: red, Icon: "strike", Label: "Wave", Name: "A wave",
			Geometry: orb.Polygon{{{2, -10}, {7, -10}, {7, -5}, {2, -5}, {2, -10}}},
		}},
		Discs: []scene.Disc{{ID: id("strike"), At: brux, RadiusM: 300e3, Colour: red, Name: "Somewhere near Brux"}},
		Links: []scene.Link{{ID: id("call"), A: alton, B: brux, Style: scene.CallLink, Colour: blue, Label: "Call", Name: "A call"}},
		Marks: []scene.Mark{
			{ID: id("strike"), At: brux, Icon: "strike", Colour: red, Fill: scene.Hollow, Label: "1 killed", Name: "A strike", Rank: 2},
			{ID: id("talk"), At: alton, Icon: "talks", Colour: green, Fill: scene.Solid, Name: "Talks"},
		},
		Kinds: []scene.KindStyle{
			{Icon: "strike", Name: "Strike", Colour: red},
			{Icon: "talks", Name: "Talks", Colour: green},
			{Icon: "call", Name: "Call", Colour: blue},
			{Icon: "aid", Name: "Aid", Colour: color.NRGBA{1, 2, 3, 255}},
		},
	}
}

func names(hits []Hit) string {
	var s []string
	for _, h := range hits {
		s = append(s, h.Name)
	}
	return strings.Join(s, ", ")
}

func TestHitsFindWhatIsDrawn(t *testing.T) {
	v := tinyView(800, 600)
	_, hits := render(t, Request{View: v, Scene: tinyScene()}, 800, 600)
	for _, c := range []struct {
		at   orb.Point
		want string
	}{
		{orb.Point{6, 3}, "A strike, A call"},
		{orb.Point{-12, -4}, "Talks, A call"},
		{orb.Point{-3, -0.5}, "A call"},
		{orb.Point{2.5, -9.5}, "A wave"},
		{orb.Point{7.5, 4.5}, "Somewhere near Brux"},
		{orb.Point{-20, 14}, ""},
	} {
		x, y := v.ToPixel(geo.Project(c.at))
		if got := names(hits.At(x, y, 4)); got != c.want {
			t.Errorf("at %v: %q, want %q", c.at, got, c.want)
		}
	}
	if got := (*Hits)(nil).At(1, 1, 5); got != nil {
		t.Errorf("no hits give %v", got)
	}
}

func TestHitsTellHowFarTheyAre(t *testing.T) {
	v := tinyView(800, 600)
	_, hits := render(t, Request{View: v, Scene: tinyScene()}, 800, 600)
	x, y := v.ToPixel(geo.Project(orb.Point{-12, -4}))
	got := hits.At(x-markSize/2-3, y, 5)
	if len(got) == 0 || got[0].Name != "Talks" || got[0].Distance < 2.5 || got[0].Distance > 3.5 {
		t.Errorf("three pixels beside a mark: %v", got)
	}
	if got := hits.At(x-markSize/2-6, y, 5); len(got) != 0 {
		t.Errorf("six pixels beside a mark: %v", got)
	}
}

func TestMarksAtOnePlaceAreToldApart(t *testing.T) {
	for _, n := range []int{2, 3, 5, 9, 20} {
		s := &scene.Scene{}
		for i := range n {
			s.Marks = append(s.Marks, scene.Mark{ID: id(string(rune('a' + i))), At: orb.Point{6, 3}, Icon: "strike", Colour: red, Name: "x"})
		}
		v := tinyView(800, 600)
		l := &sceneLayout{frame: newFrame(v, image.Rect(0, 0, 800, 600), 1), scene: s}
		marks := l.placeMarks()
		for i, a := range marks {
			for _, b := range marks[:i] {
				if d := dist(a.at, b.at); d < a.radius+b.radius {
					t.Errorf("of %d marks two are %.1f px apart", n, d)
				}
			}
			if d := dist(a.at, a.anchor); d > 120 {
				t.Errorf("of %d marks one lies %.1f px from its place", n, d)
			}
		}
	}
}

func TestFansStayWhilePanning(t *testing.T) {
	s := tinyScene()
	for _, e := range []string{"q", "c", "x"} {
		s.Marks = append(s.Marks, scene.Mark{ID: id(e), At: orb.Point{6.01, 3}, Icon: "talks", Colour: green})
	}
	places := func(v geo.View) map[scene.ID]point {
		l := &sceneLayout{frame: newFrame(v, image.Rect(0, 0, 800, 600), 1), scene: s}
		out := map[scene.ID]point{}
		for _, m := range l.placeMarks() {
			out[m.mark.ID] = point{m.at.x - m.anchor.x, m.at.y - m.anchor.y}
		}
		return out
	}
	v := tinyView(800, 600)
	before, after := places(v), places(v.Pan(-71, 33))
	for k, p := range before {
		if q := after[k]; dist(p, q) > 0.01 {
			t.Errorf("%v moved from %v to %v beside its place", k, p, q)
		}
	}
}

func TestParallelLinksStayApart(t *testing.T) {
	s := &scene.Scene{}
	a, b := orb.Point{-12, -4}, orb.Point{12, 5}
	for i, ends := range [][2]orb.Point{{a, b}, {b, a}, {a, b}} {
		s.Links = append(s.Links, scene.Link{ID: id(string(rune('a' + i))), A: ends[0], B: ends[1], Colour: blue})
	}
	v := tinyView(800, 600)
	l := &sceneLayout{frame: newFrame(v, image.Rect(0, 0, 800, 600), 1), scene: s}
	links := l.placeLinks(nil)
	if len(links) != 3 {
		t.Fatalf("%d links", len(links))
	}
	for i, k := range links {
		mid := k.pts[len(k.pts)/2]
		for _, o := range links[:i] {
			if d := linePath(o.pts...).distance(mid); d < 8 {
				t.Errorf("two of three links pass %.1f px from each other", d)
			}
		}
	}
}

func TestLabelsKeepOffSymbolsAndEachOther(t *testing.T) {
	v := tinyView(800, 600)
	r := New(tinyBase{})
	req := Request{View: v, Scene: tinyScene(), PixelRatio: 1}
	d, err := r.lay(image.Rect(0, 0, 800, 600), req, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	var symbols, texts []box
	for _, g := range d.groups {
		for _, it := range g.items {
			switch it := it.(type) {
			case *symbolItem:
				switch k := it.symbol.key.(type) {
				case markKey:
					r := k.size / 2
					symbols = append(symbols, box{it.x - r, it.y - r, it.x + r, it.y + r})
				case areaTagKey:
					symbols = append(symbols, it.symbol.bounds().moved(point{it.x, it.y}))
				}
			case *textItem:
				texts = append(texts, it.run.box(it.x, it.y))
			}
		}
	}
	if len(symbols) < 3 || len(texts) < 6 {
		t.Fatalf("%d symbols, %d texts", len(symbols), len(texts))
	}
	picture := box{0, 0, 800, 600}
	for i, b := range texts {
		if !b.within(picture) {
			t.Errorf("a label at %v is cut by the edge", b)
		}
		for _, o := range append(symbols, texts[:i]...) {
			if b.meets(o) {
				t.Errorf("labels or symbols at %v and %v collide", b, o)
			}
		}
	}
}

func tinyFurniture() *scene.Furniture {
	return &scene.Furniture{
		Title: "A strike on Brux", Subtitle: "And a call", DataAsOf: time.Date(2025, 7, 4, 18, 0, 0, 0, time.UTC),
		Legend: true, ScaleBar: true, POV: "Borders: test", Sources: []string{"A report"}, Publication: "not recorded", Attribution: "Map: test",
	}
}

// texts lists what a picture says, in order.
func texts(t *testing.T, req Request, w, h int) []string {
	t.Helper()
	d, err := New(tinyBase{}).lay(image.Rect(0, 0, w, h), req, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range d.groups {
		for _, it := range g.items {
			if x, ok := it.(*textItem); ok {
				out = append(out, x.run.text)
			}
		}
	}
	return out
}

func TestTheLegendHasWhatIsVisibleAndNothingElse(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	all := strings.Join(texts(t, Request{View: tinyView(1200, 900), Scene: s}, 1200, 900), "|")
	for _, want := range []string{
		"A strike on Brux", "And a call", "Data as of 4 July 2025, 18:00 UTC", "Strike", "Talks", "Call between these places", "Reported",
		"Corroborated or confirmed", "Somewhere in this region", "Somewhere in this circle", "Contested territory", "Disputed border",
		"Sources: A report", "Borders: test", "Publication not recorded", "Map: test",
	} {
		if !strings.Contains("|"+all+"|", "|"+want+"|") {
			t.Errorf("the picture does not say %q", want)
		}
	}
	// Notes are broken over lines.
	if want := "Contested territory: Cape: annexed by Alba in 2014; recognised as part of Bruma."; !strings.Contains(strings.ReplaceAll(all, "|", " "), want) {
		t.Errorf("the picture does not say %q", want)
	}
	for _, not := range []string{"Aid", "Disputed", "Retracted"} {
		if strings.Contains("|"+all+"|", "|"+not+"|") {
			t.Errorf("the legend explains %q, which is not there", not)
		}
	}
	// Around Alton only the talks and the call are left.
	v := geo.Fit(orb.Bound{Min: orb.Point{-14, -5}, Max: orb.Point{-10, -3}}, 1200, 900, 0)
	all = strings.Join(texts(t, Request{View: v, Scene: s}, 1200, 900), "|")
	for _, not := range []string{"|Strike|", "|Somewhere", "Contested", "|Disputed border|"} {
		if strings.Contains("|"+all+"|", not) {
			t.Errorf("around Alton the legend has %q", not)
		}
	}
}

func TestTheFrameDoesNotDependOnTheView(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	r := New(tinyBase{})
	a := r.MapFrame(1200, 900, Request{Scene: s})
	b := r.MapFrame(1200, 900, Request{Scene: s, View: tinyView(1200, 900)})
	if a != b || a.Empty() || !a.In(image.Rect(0, 0, 1200, 900)) {
		t.Errorf("frames %v and %v", a, b)
	}
	if got := r.MapFrame(1200, 900, Request{Scene: &scene.Scene{}}); got != image.Rect(0, 0, 1200, 900) {
		t.Errorf("without furniture the frame is %v", got)
	}
	for _, size := range []image.Point{{1, 1}, {40, 30}, {200, 2000}, {3000, 90}} {
		if got := r.MapFrame(size.X, size.Y, Request{Scene: s}); !got.In(image.Rect(0, 0, size.X, size.Y)) {
			t.Errorf("in a picture of %v the frame is %v", size, got)
		}
	}
}

func TestHitsStandWhereTheFrameIs(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	req := Request{View: tinyView(1000, 700), Scene: s, PixelRatio: 1}
	d, err := New(tinyBase{}).lay(image.Rect(0, 0, 1000, 700), req, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	_, hits := render(t, req, 1000, 700)
	found := 0
	for _, g := range d.groups {
		if g.name != "marks" {
			continue
		}
		for _, it := range g.items {
			x := it.(*symbolItem)
			if got := hits.At(float64(x.x), float64(x.y), 0); len(got) == 0 || got[0].Name != "A strike" && got[0].Name != "Talks" {
				t.Errorf("at the mark drawn at %v, %v: %v", x.x, x.y, got)
			}
			found++
		}
	}
	if found != 2 {
		t.Errorf("%d marks are drawn", found)
	}
}

func TestVeryManyMarksLeaveTheTopmostToBeSeen(t *testing.T) {
	s := &scene.Scene{}
	for i := range 3 * maxFanned {
		s.Marks = append(s.Marks, scene.Mark{ID: id(string(rune(i))), At: orb.Point{6, 3}, Icon: "strike", Colour: red, Rank: i})
	}
	s.Marks = append(s.Marks, scene.Mark{ID: id("alone"), At: orb.Point{-12, -4}, Icon: "talks", Colour: green})
	d, err := New(tinyBase{}).lay(image.Rect(0, 0, 800, 600), Request{View: tinyView(800, 600), Scene: s, PixelRatio: 1}, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]int{}
	for _, g := range d.groups {
		for _, it := range g.items {
			if x, ok := it.(*symbolItem); ok {
				if k, ok := x.symbol.key.(markKey); ok {
					drawn[k.icon]++
				}
			}
		}
	}
	// Its rim is never filled, so a few lie beneath the topmost.
	if drawn["talks"] != 1 || drawn["strike"] < 1 {
		t.Errorf("drawn are %v", drawn)
	}
}
