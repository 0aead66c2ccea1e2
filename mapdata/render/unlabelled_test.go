package render

import (
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
)

// What has no room for its label is counted, as far as it is in sight.
func TestLabelsWithoutRoomAreCounted(t *testing.T) {
	v := tinyView(300, 200)
	at := func(x, y float64) orb.Point { return v.FromPixel(x, y).LonLat() }
	const long = "A label that is longer than the picture is wide, and so has no room in it at all"
	region := orb.Polygon{{at(40, 40), at(90, 40), at(90, 90), at(40, 90), at(40, 40)}}
	for _, c := range []struct {
		label string
		want  int
	}{{"", 0}, {"1", 0}, {long, 3}} {
		s := &scene.Scene{
			Marks: []scene.Mark{
				{ID: id("here"), At: at(220, 150), Icon: "strike", Colour: red, Label: c.label},
				{ID: id("away"), At: at(900, 900), Icon: "strike", Colour: red, Label: c.label},
			},
			Links: []scene.Link{{ID: id("call"), A: at(120, 20), B: at(280, 90), Style: scene.CallLink, Colour: blue, Label: c.label}},
			Areas: []scene.Area{{ID: id("wave"), Icon: "strike", Colour: red, Label: c.label, Geometry: region}},
		}
		req := Request{View: v, Scene: s, PixelRatio: 1}
		if _, hits := render(t, req, 300, 200); hits.Unlabelled() != c.want {
			t.Errorf("labelled %q: %d have no room, want %d", c.label, hits.Unlabelled(), c.want)
		}
		p, err := New(tinyBase{}).Lay(t.Context(), 300, 200, req)
		if err != nil || p.Unlabelled != c.want {
			t.Errorf("labelled %q: %d of the drawing have no room (%v), want %d", c.label, p.Unlabelled, err, c.want)
		}
	}
}
