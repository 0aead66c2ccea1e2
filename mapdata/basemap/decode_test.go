package basemap

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

func TestDecode(t *testing.T) {
	const text = ` { "type" : "FeatureCollection" , "features" : [
		{"type":"Feature","properties":{"name":"A \"b\" é","rank":-3,"seam":true,"gone":null},"geometry":{"type":"Point","coordinates":[30.5,-50.25]}},
		{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[1.5,2]]}},
		{"type":"Feature","properties":{"width":1.25},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]],[[0.1,0.1],[0.2,0.1],[0.2,0.2],[0.1,0.1]]]}}
	]}`
	var n int
	err := decode([]byte(text), func(f *feature) error {
		switch n++; n {
		case 1:
			p := f.lines[0][0].LonLat()
			if f.text("name") != `A "b" é` || f.integer("rank") != -3 || !f.is("seam") || f.text("gone") != "" || f.text("absent") != "" {
				t.Errorf("properties are %q", f.properties)
			}
			if math.Abs(p[0]-30.5) > 1e-9 || math.Abs(p[1]+50.25) > 1e-9 {
				t.Errorf("the point is %v", p)
			}
		case 2:
			if len(f.lines) != 1 || len(f.lines[0]) != 2 || f.lines[0][1] != geo.Project(orb.Point{1.5, 2}) {
				t.Errorf("the line is %v", f.lines)
			}
		case 3:
			if len(f.lines) != 2 || len(f.lines[0]) != 4 || len(openRing(f.lines[1])) != 3 || f.number("width") != 1.25 {
				t.Errorf("the polygon is %v", f.lines)
			}
		}
		return nil
	})
	if err != nil || n != 3 {
		t.Errorf("%d features, %v", n, err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, text := range []string{
		``, `{}`, `{"features":`, `{"features":[{`, `{"features":[{"geometry":{"coordinates":[[1,`,
		`{"features":[{"geometry":{"coordinates":["a"]}}]}`, `{"features":[{"properties":{"a}]}`,
		`{"features":[{"geometry":{"coordinates":[123456789012345678901,1]}}]}`, `{"features":[{"a":}]}`,
	} {
		if err := decode([]byte(text), func(*feature) error { return nil }); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
}

func TestDecodeStops(t *testing.T) {
	n := 0
	err := decode([]byte(`{"features":[{"properties":{}},{"properties":{}}]}`), func(*feature) error { n++; return errStop })
	if err != nil || n != 1 {
		t.Errorf("%d features, %v", n, err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"features":[{"properties":{"a":1},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}]}`))
	f.Add([]byte(`{"features":[{"geometry":{"coordinates":[[[0,0]`))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_ = decode(data, func(f *feature) error {
			f.text("a")
			return nil
		})
	})
}
