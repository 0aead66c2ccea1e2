package render

import (
	"context"
	"image"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// Simferopol and Sevastopol have Ukraine's fill and their names, whatever the theme.
func TestCrimeaHasUkrainesFillAndItsNames(t *testing.T) {
	base := basemap.New()
	r := New(base)
	v := geo.Fit(orb.Bound{Min: orb.Point{31, 43.5}, Max: orb.Point{39, 48.5}}, 1200, 1000, 0)
	for _, theme := range []Theme{Light, Dark, Print} {
		req := Request{View: v, Theme: theme, PixelRatio: 1}
		d, err := r.lay(image.Rect(0, 0, 1200, 1000), req, &Hits{})
		if err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, g := range d.groups {
			for _, it := range g.items {
				if x, ok := it.(*textItem); ok {
					named[x.run.text] = true
				}
			}
		}
		for _, name := range []string{"Simferopol", "Sevastopol", "UKRAINE"} {
			if !named[name] {
				t.Errorf("%v: the map does not name %s", theme, name)
			}
		}
		m := image.NewRGBA(image.Rect(0, 0, 1200, 1000))
		if _, err := r.Render(context.Background(), m, req); err != nil {
			t.Fatal(err)
		}
		// Beside the hatch's lines the fill is that of the mainland.
		x, y := v.ToPixel(geo.Project(orb.Point{35.6, 47.05}))
		fill := m.RGBAAt(int(x), int(y))
		for _, at := range []orb.Point{{34.3, 45.05}, {33.9, 45.5}, {33.68, 44.68}} {
			x, y := v.ToPixel(geo.Project(at))
			same, hatched := 0, 0
			for dx := -12; dx <= 12; dx++ {
				if got := m.RGBAAt(int(x)+dx, int(y)); near(got, fill, 1) {
					same++
				} else {
					hatched++
				}
			}
			if same < 5 || hatched == 0 {
				t.Errorf("%v: around %v %d pixels have Ukraine's fill, %d the hatch", theme, at, same, hatched)
			}
		}
	}
}
