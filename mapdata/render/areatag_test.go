package render

import (
	"image"
	"math"
	"strings"
	"testing"

	"sitmap/mapdata/scene"
)

// An event that is somewhere in a region is sized like one at a place: its tag grows in
// area with its value, and is the usual one where that is not known.
func TestTheTagOfAnAreaIsSizedByTheMeasure(t *testing.T) {
	height := func(by *scene.Measure, value float64) float32 {
		l := &sceneLayout{frame: &frame{ratio: 1}, scene: &scene.Scene{By: by}, colour: Light.palette(), symbols: &symbols{icons: newIcons(), made: map[any]*symbol{}}}
		tag := l.areaTag(&scene.Area{Icon: "strike", Colour: red, Value: value}, "strike")
		return tag.key.(areaTagKey).height
	}
	by := &scene.Measure{Name: "launched", Most: 400}
	usual := height(nil, 400)
	if got := height(by, math.NaN()); got != usual {
		t.Errorf("of an unknown number it is %v high, not %v", got, usual)
	}
	all, quarter := height(by, 400), height(by, 100)
	if r := all / quarter; r < 1.8 || r > 2.2 {
		t.Errorf("of four times as many it is %.2f times as high", r)
	}
	if area, mark := 1.36*float64(all*all), math.Pi/4*largestMark*largestMark; math.Abs(area/mark-1) > 0.1 {
		t.Errorf("its area is %.2f times that of a mark", area/mark)
	}
	s := tinyScene()
	s.By, s.Furniture = by, tinyFurniture()
	s.Marks = nil
	s.Areas[0].Value = 400
	d, err := New(tinyBase{}).lay(image.Rect(0, 0, 1200, 900), Request{View: tinyView(1200, 900), Scene: s, PixelRatio: 1}, &Hits{})
	if err != nil {
		t.Fatal(err)
	}
	explained := false
	for _, g := range d.groups {
		for _, it := range g.items {
			if x, ok := it.(*textItem); ok && strings.HasSuffix(x.run.text, " launched") {
				explained = true
			}
		}
	}
	if !explained {
		t.Error("the legend does not say what the sizes are")
	}
}
