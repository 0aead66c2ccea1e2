package render

import (
	"image"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

func TestAPictureShowsOneWorldAtMost(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	r := New(tinyBase{})
	for name, b := range map[string]orb.Bound{
		"the world":   {Min: orb.Point{-180, -60}, Max: orb.Point{180, 80}},
		"a portrait":  {Min: orb.Point{0, -60}, Max: orb.Point{60, 70}},
		"a date line": {Min: orb.Point{150, -60}, Max: orb.Point{-150, 70}},
	} {
		req := Request{View: geo.Fit(b, 400, 700, 0), Scene: s}
		v := r.PictureView(1600, 700, req)
		if frame := r.MapFrame(1600, 700, req); v.Width != frame.Dx() || v.Height != frame.Dy() {
			t.Errorf("%s: a view of %d × %d in the frame %v", name, v.Width, v.Height, frame)
		}
		if v.Scale < float64(v.Width) {
			t.Errorf("%s: %d pixels show worlds of %v", name, v.Width, v.Scale)
		}
		if v.Center.X != req.View.Center.X {
			t.Errorf("%s: the middle went from %v to %v", name, req.View.Center, v.Center)
		}
	}
	// A view with room for itself is shown as it was asked for.
	v := tinyView(1200, 900)
	shown := r.PictureView(1200, 900, Request{View: v, Scene: s}).Rect()
	if asked := v.Rect(); shown.Min.X > asked.Min.X || shown.Max.Y < asked.Max.Y {
		t.Errorf("asked for %v, shown is %v", asked, shown)
	}
}

// wordyBase has much to say about its contested territory.
type wordyBase struct{ tinyBase }

func (b wordyBase) Layers(l basemap.Level, pov string) (*basemap.Layers, error) {
	out, err := b.tinyBase.Layers(l, pov)
	for i := range out.Treated {
		out.Treated[i].Note = strings.Repeat("claimed by one, held by another, and settled by none; ", 14) + "and so on to the end"
	}
	return out, err
}

func TestWhatIsSaidOfBordersIsNotCut(t *testing.T) {
	s := tinyScene()
	s.Furniture = tinyFurniture()
	s.Furniture.POV = "Borders: " + strings.Repeat("dashed where disputed, hatched where contested; ", 12) + "that is all."
	req := Request{View: tinyView(1200, 900), Scene: s}
	d, err := New(wordyBase{}).lay(image.Rect(0, 0, 1200, 900), req, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, g := range d.groups {
		for _, it := range g.items {
			x, ok := it.(*textItem)
			if !ok {
				continue
			}
			said = append(said, x.run.text)
			if b := x.run.box(x.x, x.y); g.name == "furniture" && !b.within(box{0, 0, 1200, 900}) {
				t.Errorf("%q lies in %v, outside the picture", x.run.text, b)
			}
		}
	}
	all := strings.Join(said, " ")
	for _, want := range []string{s.Furniture.POV, "and so on to the end."} {
		if !strings.Contains(all, want) {
			t.Errorf("the picture does not say %q", want)
		}
	}
	if strings.Contains(all, "…") {
		t.Error("something is cut")
	}
}

// A hatched area is explained where its hatching is in the picture: not where a
// sliver of it is, nor where the map is all within its surroundings.
func TestContestedTerritoryIsExplainedWhereItIsSeen(t *testing.T) {
	base, _ := tinyBase{}.Layers(0, "")
	cape := &base.Treated[0] // 8 to 20° E, 12 to 4° S
	for _, c := range []struct {
		name  string
		bound orb.Bound
		want  bool
	}{
		{"all of it", orb.Bound{Min: orb.Point{0, -14}, Max: orb.Point{22, 2}}, true},
		{"its midst", orb.Bound{Min: orb.Point{12, -9}, Max: orb.Point{15, -6}}, true},
		{"beside it", orb.Bound{Min: orb.Point{-10, -10}, Max: orb.Point{7, 4}}, false},
		{"its rim", orb.Bound{Min: orb.Point{-8, -10}, Max: orb.Point{8.1, 6}}, false},
	} {
		f := newFrame(geo.Fit(c.bound, 600, 600, 0), image.Rect(0, 0, 600, 600), 1)
		if got := f.showsHatched(cape); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	small := geo.View{Center: geo.World{X: 0.5, Y: 0.5}, Scale: 180, Width: 600, Height: 600}
	if newFrame(small, image.Rect(0, 0, 600, 600), 1).showsHatched(cape) {
		t.Error("six pixels are said to show hatching")
	}
}

func TestWithoutATitleThereIsNoRuleForIt(t *testing.T) {
	s := &scene.Scene{Furniture: tinyFurniture()}
	r := New(tinyBase{})
	rules := func() (n int) {
		d, err := r.lay(image.Rect(0, 0, 1280, 720), Request{View: tinyView(1280, 720), Scene: s}, &Hits{})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range d.groups {
			for _, it := range g.items {
				if x, ok := it.(*fillItem); ok && g.name == "furniture" && x.paint == plain(Light.palette().accent) {
					n++
				}
			}
		}
		return n
	}
	if n := rules(); n != 1 {
		t.Errorf("above the title there are %d rules", n)
	}
	s.Furniture.Title, s.Furniture.Subtitle = "", ""
	if n := rules(); n != 0 {
		t.Errorf("without a title there are %d rules", n)
	}
	if top := r.MapFrame(1280, 720, Request{Scene: s}).Min.Y; top > 48 {
		t.Errorf("without a title the map begins at %d", top)
	}
}
