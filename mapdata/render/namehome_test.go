package render

import (
	"image"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// Whatever stands where a country's name belongs, the name stays in the country or is
// left out.
func TestACountrysNameStaysInIt(t *testing.T) {
	r := New(shared)
	layers, err := shared.Layers(basemap.Medium, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, projection := range []geo.Projection{geo.WebMercator, geo.EqualArea} {
		bound := orb.Bound{Min: orb.Point{-10, 36}, Max: orb.Point{45, 62}}
		v := geo.Fit(bound, 1100, 800, 0)
		rect := image.Rect(0, 0, 1100, 800)
		s := &scene.Scene{}
		for i := range layers.Names {
			s.Marks = append(s.Marks, scene.Mark{ID: id(layers.Names[i].Code), At: layers.Names[i].At.LonLat(), Icon: "strike", Colour: red})
		}
		req := Request{View: v, Projection: projection, Bound: bound, Scene: s, PixelRatio: 1}
		f := req.frame(v, rect)
		d, err := r.lay(rect, req, &Hits{})
		if err != nil {
			t.Fatal(err)
		}
		set := map[string]*textItem{}
		for _, g := range d.groups {
			for _, it := range g.items {
				if x, ok := it.(*textItem); ok {
					set[x.run.text] = x
				}
			}
		}
		named := 0
		for i := range layers.Names {
			c := &layers.Names[i]
			text := (&nameLayout{}).capitals(c.Name, c.Code)
			got, ok := set[text]
			if !ok || !f.showsPlace(c.At, 0) {
				continue
			}
			named++
			b := got.run.box(got.x, got.y)
			w, _ := f.position((b.x0+b.x1)/2, (b.y0+b.y1)/2, 0)
			in := false
			for k := range layers.Countries {
				in = in || layers.Countries[k].Code == c.Code && areaHolds(&layers.Countries[k], w)
			}
			if !in {
				t.Errorf("%v: the middle of %s stands at %v, outside of it", projection, text, w.LonLat())
			}
		}
		if named < 5 {
			t.Errorf("%v: only %d countries are named", projection, named)
		}
	}
}
