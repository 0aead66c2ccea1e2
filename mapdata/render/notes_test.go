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

// Notes stand in the map where they cover no event, and below it where they would.
func TestNotesCoverNoEvent(t *testing.T) {
	v := tinyView(1200, 800)
	everywhere := func(step float64) *scene.Scene {
		s := tinyScene()
		b := v.Bound()
		for x := b.Min[0]; x < b.Max[0]; x += step {
			for y := b.Min[1]; y < b.Max[1]; y += step {
				s.Marks = append(s.Marks, scene.Mark{ID: id("x"), At: orb.Point{x, y}, Icon: "talks", Colour: green})
			}
		}
		return s
	}
	for name, s := range map[string]*scene.Scene{"few": tinyScene(), "everywhere": everywhere(3)} {
		s.Furniture = wholeFurniture()
		r := New(tinyBase{})
		req := Request{View: v, Scene: s, PixelRatio: 1}
		around, f := r.furnished(image.Rect(0, 0, 1200, 800), req)
		if below := name == "everywhere"; around.notes.room.below != below {
			t.Errorf("%s: that they stand below the map is %v", name, !below)
		}
		var at box
		for _, l := range furnitureTexts(t, tinyBase{}, 1200, 800, req) {
			if strings.HasPrefix(l.text, "Contested territory: Cape") {
				at = l.box
			}
		}
		if at == (box{}) {
			t.Fatalf("%s: the notes do not speak of the Cape", name)
		}
		if in := at.within(f.box()); in == around.notes.room.below {
			t.Errorf("%s: they stand in %v, the map in %v", name, at, f.box())
		}
		for _, m := range s.Marks {
			if p := f.px(geo.Project(m.At), 0); (box{p.x, p.y, p.x, p.y}).grow(8).meets(at) {
				t.Errorf("%s: the note at %v lies on the mark at %v", name, at, p)
			}
		}
	}
}

// However small the picture, contested territory is named.
func TestContestedTerritoryIsNamedHoweverSmall(t *testing.T) {
	base := basemap.New()
	for _, size := range []image.Point{{1920, 1080}, {375, 250}} {
		s := &scene.Scene{Furniture: tinyFurniture()}
		v := geo.Fit(orb.Bound{Min: orb.Point{-180, -60}, Max: orb.Point{180, 78}}, size.X, size.Y, 0)
		all := allWords(furnitureTexts(t, base, size.X, size.Y, Request{View: v, Scene: s}))
		for _, want := range []string{"Crimea", "Jammu and Kashmir", "Western Sahara"} {
			if !strings.Contains(all, want) {
				t.Errorf("a world of %v does not name %s", size, want)
			}
		}
	}
}

// The texts around the map of a small picture can be read, and leave it a map.
func TestSmallPicturesAreLegible(t *testing.T) {
	for _, size := range []image.Point{{375, 500}, {375, 667}, {600, 600}} {
		s := tinyScene()
		s.Furniture = wholeFurniture()
		s.Furniture.Inset, s.Furniture.Handling = scene.Off, ""
		req := Request{View: tinyView(size.X, size.Y), Scene: s}
		around, f := New(tinyBase{}).furnished(image.Rectangle{Max: size}, req)
		if px := creditSize * around.unit; px < 7.5 {
			t.Errorf("%v: the credits are %.1f pixels high", size, px)
		}
		if f.rect.Dy() < size.Y*2/5 {
			t.Errorf("%v: the map is %v", size, f.rect)
		}
	}
	// What is to be looked at small is set larger.
	large := New(tinyBase{}).furniture(image.Rect(0, 0, 1200, 1200), Request{Scene: &scene.Scene{Furniture: tinyFurniture()}, TextScale: 2, PixelRatio: 2}, notesRoom{})
	usual := New(tinyBase{}).furniture(image.Rect(0, 0, 1200, 1200), Request{Scene: &scene.Scene{Furniture: tinyFurniture()}}, notesRoom{})
	if large.unit < 1.9*usual.unit {
		t.Errorf("units of %v and %v", large.unit, usual.unit)
	}
}
