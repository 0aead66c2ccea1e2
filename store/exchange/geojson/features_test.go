package geojson_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"sitmap/store/exchange"
	"sitmap/store/exchange/geojson"
)

func features(text string) (lines []string) {
	for f, err := range geojson.Features(strings.NewReader(text), exchange.Limits{MaxSize: 400, MaxDepth: 12}) {
		switch {
		case err != nil:
			lines = append(lines, "stop: "+err.Error())
		case f.Err != nil:
			lines = append(lines, fmt.Sprintf("%d (line %d): %v", f.Number, f.Line, f.Err))
		default:
			lines = append(lines, fmt.Sprintf("%d %v %s", f.Number, f.Geometry, f.Properties))
		}
	}
	return lines
}

func TestFeatures(t *testing.T) {
	for text, want := range map[string][]string{
		`{"type": "FeatureCollection", "features": [
			{"type": "Feature", "geometry": {"type": "Point", "coordinates": [190, 1]}, "properties": {"a": 1}},
			{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1000, 1]}, "properties": {}},
			{"type": "Feature", "geometry": null, "properties": null}]}`: {
			`1 [190 1] {"a": 1}`,
			"2 (line 3): the position 1000, 1 is not in degrees; convert the file to WGS 84 (EPSG:4326) first",
			"3 <nil> ",
		},
		`{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}`:                        {"1 [[1 2] [3 4]] "},
		`{"type": "Feature", "properties": [], "geometry": null}`:                        {"1 (line 1): its “properties” are not an object"},
		`{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": nul`: {"stop: line 1 (byte 43): the file ends inside the value that starts here: it was cut off, or a bracket or quotation mark is missing"},
		``: {"stop: the file is empty; there is no GeoJSON in it"},
		`{"type": "Point", "coordinates": [[[[[[[[[[[[[[1]]]]]]]]]]]]]]}`: {"1 (line 1): it is nested more than 12 levels deep, which no map feature is; simplify it"},
	} {
		if diff := cmp.Diff(want, features(text)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func FuzzFeatures(f *testing.F) {
	f.Add(`{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]},"properties":{"a":[1]}}]}`)
	f.Add(`{"type":"GeometryCollection","geometries":[{"type":"MultiPoint","coordinates":[[-360,90],[360,-90]]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		n := 0
		for x, err := range geojson.Features(strings.NewReader(text), exchange.Limits{MaxSize: 1 << 16, MaxDepth: 20}) {
			if err != nil {
				return
			}
			n++
			if x.Number != n {
				t.Fatalf("feature %d says it is number %d", n, x.Number)
			}
			if x.Err != nil || x.Geometry == nil {
				continue
			}
			b := x.Geometry.Bound()
			if _, empty := x.Geometry.(orb.Collection); !empty && (b.Min[0] < -360 || b.Max[0] > 360 || b.Min[1] < -90 || b.Max[1] > 90) {
				t.Fatalf("%v lies outside the world", x.Geometry)
			}
		}
	})
}
