package geojson_test

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/store"
	"sitmap/store/exchange"
	"sitmap/store/exchange/geojson"
)

// FuzzRead asserts that no input does more than yield rows and an error: what
// comes out is sound and can be written and read again.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"title":"t","date":"2025-02-28"}}]}`))
	f.Add([]byte(`{"type":"Feature","id":1,"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},"properties":{"sitmap":{"title":"t","places":[{"geometry":{"type":"GeometryCollection","geometries":[null]}}]}}}`))
	f.Add([]byte("\x1e{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"MultiPoint\",\"coordinates\":[[1,2]]}]}"))
	f.Add([]byte(`{"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":{"sitmap":{"title":"t","when":{"earliest":"2025-02-31T00:00:00Z"}}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for row, err := range geojson.Read(bytes.NewReader(data), geojson.Options{Limits: exchange.Limits{MaxSize: 1 << 16, MaxDepth: 64}}) {
			if err != nil || row.Err != nil {
				continue
			}
			for _, p := range row.Event.Places {
				sound(t, p.Geometry.Geometry)
			}
			var b bytes.Buffer
			events := func(yield func(store.Event, error) bool) { yield(row.Event, nil) }
			if _, err := geojson.Write(&b, geojson.Collection{}, events); err != nil {
				t.Fatalf("writing what was read: %v", err)
			}
			if !json.Valid(b.Bytes()) {
				t.Fatalf("written: %s", b.Bytes())
			}
		}
	})
}

// sound asserts that a geometry has no position off the earth.
func sound(t *testing.T, g orb.Geometry) {
	if g == nil {
		return
	}
	b := g.Bound()
	if b.IsEmpty() {
		return
	}
	for _, x := range []float64{b.Min[0], b.Min[1], b.Max[0], b.Max[1]} {
		if math.IsNaN(x) || math.Abs(x) > 180 {
			t.Fatalf("a coordinate of %v", x)
		}
	}
}
