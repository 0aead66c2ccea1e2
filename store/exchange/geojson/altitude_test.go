package geojson_test

import (
	"strings"
	"testing"

	"sitmap/store/exchange/geojson"
)

// TestAltitude: the third coordinate of a point is kept; where it cannot be, the row
// says so.
func TestAltitude(t *testing.T) {
	for _, tt := range []struct {
		geometry, properties string
		want                 string // altitude_m
		flattened            bool
	}{
		{`{"type":"Point","coordinates":[30.5,50.4,180.50]}`, `null`, "180.50", false},
		{`{"type":"Point","coordinates":[30.5,50.4, -2e1 , 7]}`, `{"n":1}`, "-2e1", false},
		{`{"type":"Point","coordinates":[30.5,50.4]}`, `{}`, "", false},
		{`{"type":"Point","coordinates":[30.5,50.4,180]}`, `{"altitude_m":180}`, "180", false},
		{`{"type":"Point","coordinates":[30.5,50.4,180]}`, `{"altitude_m":"unknown"}`, `"unknown"`, true},
		{`{"type":"LineString","coordinates":[[1,2,3],[4,5]]}`, `{}`, "", true},
		{`{"type":"LineString","coordinates":[[1,2],[4,5]]}`, `{}`, "", false},
		{`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2,3]},{"type":"Point","coordinates":[1,2]}]}`, `{}`, "", true},
		{`{"type":"Point","coordinates":[1,2,3]}`, `{"sitmap":{"kind":"other","title":"t","places":[{"geometry":{"type":"Point","coordinates":[1,2]}}]}}`, "", true},
	} {
		text := `{"type":"Feature","geometry":` + tt.geometry + `,"properties":` + tt.properties + `}`
		for row, err := range geojson.Read(strings.NewReader(text), geojson.Options{}) {
			if err != nil || row.Err != nil {
				t.Fatalf("%s: %v, %v", text, err, row.Err)
			}
			if got := string(row.Event.Properties["altitude_m"]); got != tt.want || row.Flattened != tt.flattened {
				t.Errorf("%s: altitude %q, flattened %v; want %q, %v", text, got, row.Flattened, tt.want, tt.flattened)
			}
		}
	}
}
