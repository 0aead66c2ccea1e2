package render

import (
	"image"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// However many marks stand on a city, its name touches one of them or is left out.
func TestACitysNameStaysBesideItsMarks(t *testing.T) {
	brux := orb.Point{6, 3}
	for _, count := range []int{1, 2, 3, 5, 9} {
		s := &scene.Scene{}
		for i := range count {
			s.Marks = append(s.Marks, scene.Mark{
				ID: id(string(rune('a' + i))), At: brux, Icon: "talks", Colour: green, Label: "a rather long label of this event",
			})
		}
		v := tinyView(800, 600)
		got, ok := placeOf(t, New(tinyBase{}), Request{View: v, Scene: s, PixelRatio: 1}, 800, 600, "Brux")
		if !ok {
			continue
		}
		l := &sceneLayout{frame: newFrame(v, image.Rect(0, 0, 800, 600), 1), scene: s}
		x, y := v.ToPixel(geo.Project(brux))
		b := got.run.box(got.x, got.y)
		near := b.grow(16).holds(box{float32(x), float32(y), float32(x), float32(y)})
		for _, m := range l.placeMarks() {
			near = near || b.grow(m.radius+16).holds(box{m.at.x, m.at.y, m.at.x, m.at.y})
		}
		if !near {
			t.Errorf("with %d marks the name stands at %v, its city at %v, %v", count, b, x, y)
		}
	}
}
