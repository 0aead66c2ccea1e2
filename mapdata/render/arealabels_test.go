package render

import (
	"image"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
)

// iconsIn counts the symbols of events in a picture by their icon.
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
				if k, ok := x.symbol.key.(markKey); ok {
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
