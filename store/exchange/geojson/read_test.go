package geojson_test

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"sitmap/store"
	"sitmap/store/exchange"
	"sitmap/store/exchange/geojson"
)

// kind knows two kinds.
func kind(word string) string {
	switch strings.ToLower(word) {
	case "strike", "talks":
		return strings.ToLower(word)
	}
	return ""
}

// read reads a text whole: its events, why rows were refused, what ended it.
func read(t *testing.T, text string, limits exchange.Limits) (events []store.Event, refused []string, fatal error) {
	t.Helper()
	for row, err := range geojson.Read(strings.NewReader(text), geojson.Options{Limits: limits, Dataset: "file", Kind: kind}) {
		switch {
		case err != nil:
			fatal = err
		case row.Err != nil:
			refused = append(refused, fmt.Sprintf("%d (line %d): %v", row.Number, row.Line, row.Err))
		default:
			events = append(events, row.Event)
		}
	}
	return events, refused, fatal
}

func at(year int, month time.Month, day, hour, minute, second int) time.Time {
	return time.Date(year, month, day, hour, minute, second, 0, time.UTC)
}

func TestForeignFeatures(t *testing.T) {
	point := []store.Place{{Role: "scene", Geometry: store.Geometry{Geometry: orb.Point{30.5, 50.4}}}}
	tests := []struct {
		name, feature string
		want          store.Event
	}{
		{
			"title, kind and time",
			`{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[30.5,50.4,180]},
			  "properties":{"title":"Fire","name":"n","kind":"Strike","time":"2025-07-03T19:00:00+03:00","n":1.50,"o":{"a": [1]}}}`,
			store.Event{
				Kind: "strike", Title: "Fire", Places: point,
				When:        store.When{Earliest: at(2025, 7, 3, 16, 0, 0), Latest: at(2025, 7, 3, 16, 0, 1), Precision: store.Second, Text: "2025-07-03T19:00:00+03:00"},
				Properties:  map[string]json.RawMessage{"altitude_m": json.RawMessage("180"), "name": json.RawMessage(`"n"`), "n": json.RawMessage(`1.50`), "o": json.RawMessage(`{"a": [1]}`)},
				ExternalIDs: []store.ExternalID{{Dataset: "file", ID: "7"}},
			},
		},
		{
			"name, unknown kind, date",
			`{"type":"Feature","geometry":null,"properties":{"name":"Flood","kind":"flood","date":"2025-07-03"}}`,
			store.Event{
				Kind: "other", Title: "Flood",
				When:       store.When{Earliest: at(2025, 7, 3, 0, 0, 0), Latest: at(2025, 7, 4, 0, 0, 0), Precision: store.Day, Zone: "UTC", Text: "2025-07-03"},
				Properties: map[string]json.RawMessage{"kind": json.RawMessage(`"flood"`)},
			},
		},
		{
			"nothing known", `{"type":"Feature","geometry":null,"properties":null}`,
			store.Event{Kind: "other", Title: "Feature 1"},
		},
		{
			"a description makes the title and stays; foreign members are kept",
			`{"when":"later","type":"Feature","id":"a","properties":{"description":" A  long\n story","when":3},"geometry":null,"bbox":[1,2,3,4]}`,
			store.Event{
				Kind: "other", Title: "A long story",
				Properties:  map[string]json.RawMessage{"description": json.RawMessage(`" A  long\n story"`), "when": json.RawMessage(`3`), "feature.when": json.RawMessage(`"later"`)},
				ExternalIDs: []store.ExternalID{{Dataset: "file", ID: "a"}},
			},
		},
		{
			"numbers are no time", `{"type":"Feature","geometry":null,"properties":{"title":"t","timestamp":1751569200,"date":null,"datetime":"3 July"}}`,
			store.Event{
				Kind: "other", Title: "t", When: store.When{Precision: store.Unknown, Text: "3 July"},
				Properties: map[string]json.RawMessage{"timestamp": json.RawMessage(`1751569200`), "date": json.RawMessage(`null`)},
			},
		},
		{
			"a collection is several places",
			`{"type":"Feature","properties":{"title":"t"},"geometry":{"type":"GeometryCollection","geometries":[
			  {"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,4]]}]},
			  {"type":"MultiPoint","coordinates":[]}]}}`,
			store.Event{Kind: "other", Title: "t", Places: []store.Place{
				{Role: "scene", Geometry: store.Geometry{Geometry: orb.Point{1, 2}}},
				{Role: "scene", Geometry: store.Geometry{Geometry: orb.LineString{{1, 2}, {3, 4}}}},
			}},
		},
		{
			"a bare geometry", `{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}`,
			store.Event{Kind: "other", Title: "Feature 1", Places: []store.Place{
				{Role: "scene", Geometry: store.Geometry{Geometry: orb.Polygon{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}}},
			}},
		},
		{
			"“sitmap” that is no object is a property", `{"type":"Feature","geometry":null,"properties":{"title":"t","sitmap":"no"}}`,
			store.Event{Kind: "other", Title: "t", Properties: map[string]json.RawMessage{"sitmap": json.RawMessage(`"no"`)}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, text := range []string{tt.feature, `{"features":[` + tt.feature + `],"type":"FeatureCollection"}`} {
				events, refused, err := read(t, text, exchange.Limits{})
				if err != nil || refused != nil {
					t.Fatal(refused, err)
				}
				if diff := cmp.Diff([]store.Event{tt.want}, events); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
		})
	}
}

func TestTimes(t *testing.T) {
	tests := []struct {
		in               string
		earliest, latest time.Time
		precision        store.Precision
		zone             string
	}{
		{"2025-07-03T19:00:05.5Z", at(2025, 7, 3, 19, 0, 5).Add(500 * time.Millisecond), at(2025, 7, 3, 19, 0, 6).Add(500 * time.Millisecond), store.Second, "UTC"},
		{"2025-07-03 19:00", at(2025, 7, 3, 19, 0, 0), at(2025, 7, 3, 19, 1, 0), store.Minute, "UTC"},
		{"2025-07-03T19:00+0300", at(2025, 7, 3, 16, 0, 0), at(2025, 7, 3, 16, 1, 0), store.Minute, ""},
		{"2025-07-03T19+03", at(2025, 7, 3, 16, 0, 0), at(2025, 7, 3, 17, 0, 0), store.Hour, ""},
		{"2025-07", at(2025, 7, 1, 0, 0, 0), at(2025, 8, 1, 0, 0, 0), store.Month, "UTC"},
		{"2024", at(2024, 1, 1, 0, 0, 0), at(2025, 1, 1, 0, 0, 0), store.Year, "UTC"},
		{"2025-07-03/2025-07-04", at(2025, 7, 3, 0, 0, 0), at(2025, 7, 5, 0, 0, 0), store.Interval, "UTC"},
		{"2024-02-29", at(2024, 2, 29, 0, 0, 0), at(2024, 3, 1, 0, 0, 0), store.Day, "UTC"},
	}
	for _, tt := range tests {
		events, refused, err := read(t, `{"type":"Feature","geometry":null,"properties":{"title":"t","time":"`+tt.in+`"}}`, exchange.Limits{})
		if err != nil || refused != nil {
			t.Errorf("%s: %v %v", tt.in, refused, err)
			continue
		}
		want := store.When{Earliest: tt.earliest, Latest: tt.latest, Precision: tt.precision, Zone: tt.zone, Text: tt.in}
		if diff := cmp.Diff(want, events[0].When); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.in, diff)
		}
	}
}

// feature is a feature with a geometry and a title.
func feature(geometry string) string {
	return `{"type":"Feature","geometry":` + geometry + `,"properties":{"title":"t"}}`
}

func TestRefusedRows(t *testing.T) {
	tests := []struct{ name, feature, want string }{
		{"31 February", `{"type":"Feature","geometry":null,"properties":{"title":"t","date":"2025-02-31"}}`, "February 2025 has 28 days"},
		{"month 13", `{"type":"Feature","geometry":null,"properties":{"title":"t","time":"2025-13-01T10:00:00Z"}}`, "there is no month 13"},
		{"hour 25", `{"type":"Feature","geometry":null,"properties":{"title":"t","time":"2025-07-03T25:00:00Z"}}`, "not a time"},
		{"backwards", `{"type":"Feature","geometry":null,"properties":{"title":"t","time":"2025-07-04/2025-07-01"}}`, "ends before it begins"},
		{"longitude", feature(`{"type":"Point","coordinates":[190,50]}`), "the longitude 190 is out of range"},
		{"latitude", feature(`{"type":"Point","coordinates":[150,95]}`), "the latitude 95 is out of range"},
		{"swapped", feature(`{"type":"Point","coordinates":[50,130]}`), "perhaps they are swapped"},
		{"metres", feature(`{"type":"Point","coordinates":[3395000,6522000]}`), "convert the file to WGS 84"},
		{"no number", feature(`{"type":"Point","coordinates":["1","2"]}`), "not a number"},
		{"one number", feature(`{"type":"Point","coordinates":[1]}`), "has 1 numbers"},
		{"nested wrongly", feature(`{"type":"LineString","coordinates":[1,2]}`), "not nested as its type needs"},
		{"nested deeper", feature(`{"type":"Point","coordinates":[[1,2],[3,4]]}`), "not a number"},
		{"short line", feature(`{"type":"LineString","coordinates":[[1,2]]}`), "needs at least 2"},
		{"short ring", feature(`{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}`), "needs at least 4"},
		{"open ring", feature(`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}`), "does not end where it began"},
		{"empty ring", feature(`{"type":"Polygon","coordinates":[[]]}`), "does not end where it began"},
		{"unknown type", feature(`{"type":"Circle","coordinates":[1,2]}`), "“Circle” is no type of geometry"},
		{"no coordinates", feature(`{"type":"Point"}`), "no list of “coordinates”"},
		{"no geometries", feature(`{"type":"GeometryCollection"}`), "no list of “geometries”"},
		{"no feature", `{"type":"FeatureCollection","features":[]}`, "its type is “FeatureCollection”"},
		{"null", `null`, "not “Feature”"},
		{"text for properties", `{"type":"Feature","geometry":null,"properties":"p"}`, "are not an object"},
		{"broken within", `{"type":"Feature","geometry":nul,"properties":{}}`, "broken JSON"},
		{"not UTF-8", `{"type":"Feature","geometry":null,"properties":{"title":"` + "\xff" + `"}}`, "not UTF-8"},
		{"too deep", feature(`{"type":"Point","coordinates":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}`), "nested more than 512 levels deep"},
		{"too large", `{"type":"Feature","geometry":null,"properties":{"title":"` + strings.Repeat("x", 5000) + `"}}`, "larger than the limit of 4096 bytes"},
		{"deep collections", feature(strings.Repeat(`{"type":"GeometryCollection","geometries":[`, 300) + strings.Repeat("]}", 300)), "nested more than"},
		{"unknown member of ours", `{"type":"Feature","geometry":null,"properties":{"sitmap":{"titel":"t"}}}`, "no member \"titel\""},
		{"31 February of ours", `{"type":"Feature","geometry":null,"properties":{"sitmap":{"title":"t","when":{"earliest":"2025-02-31T00:00:00Z"}}}}`, "its “when.earliest” is “2025-02-31T00:00:00Z”, which is not a time: February 2025 has 28 days"},
		{"geometry changed, two places", `{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"sitmap":{"title":"t","places":[{"role":"scene"},{"role":"target"}]}}}`, "not clear which was meant"},
		{"geometry changed into a collection", `{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]},"properties":{"sitmap":{"title":"t","places":[{"role":"scene"}]}}}`, "which one place cannot have"},
		{"geometry added, no place", `{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"sitmap":{"title":"t"}}}`, "has 0 places"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "{\"type\":\"FeatureCollection\",\"features\":[\n" + feature("null") + ",\n" + tt.feature + ",\n" + feature("null") + "]}"
			events, refused, err := read(t, text, exchange.Limits{MaxSize: map[bool]int64{true: 4096}[tt.name == "too large"]})
			if err != nil || len(events) != 2 {
				t.Errorf("the other two features: %d, %v", len(events), err)
			}
			if len(refused) != 1 || !strings.HasPrefix(refused[0], "2 (line 3): ") || !strings.Contains(refused[0], tt.want) {
				t.Errorf("refused %v, want %q", refused, tt.want)
			}
		})
	}
}

func TestFiles(t *testing.T) {
	one := feature("null")
	tests := []struct {
		name, text string
		want       int
		err        string
	}{
		{"empty collection", `{"type":"FeatureCollection","features":[]}`, 0, ""},
		{"extra members before and after", `{"name":"n","x":{"features":[1]},"features":[` + one + `],"type":"FeatureCollection","y":[]}`, 1, ""},
		{"line by line", one + "\n" + one + "\n", 2, ""},
		{"text sequence", "\x1e" + one + "\n\x1e" + one + "\n", 2, ""},
		{"two collections", `{"features":[` + one + `]} {"features":[` + one + `]}`, 2, ""},
		{"CRS84", `{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[` + one + `]}`, 1, ""},
		{"another system", `{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[` + one + `]}`, 0, "EPSG::3857; convert"},
		{"empty file", "  \n", 0, "empty"},
		{"a list", `[` + one + `]`, 0, "a bare list"},
		{"no JSON", `hello`, 0, "should begin with a brace"},
		{"other JSON", `{"a":1}`, 0, "no “type”"},
		{"our lines", `{"id":"1","kind":"strike","title":"t"}`, 0, "--as jsonl"},
		{"TopoJSON", `{"type":"Topology"}`, 0, "TopoJSON"},
		{"no features", `{"type":"FeatureCollection"}`, 0, "no list of “features”"},
		{"features is an object", `{"type":"FeatureCollection","features":{}}`, 0, "no list of “features”"},
		{"comma too many", `{"features":[` + one + `,]}`, 1, "a comma stands before ']'"},
		{"comma missing", `{"features":[` + one + "\n" + one + `]}`, 1, "line 2"},
		{"cut off between", `{"features":[` + one + `,`, 1, "the file ends"},
		{"cut off within", "{\"features\":[" + one + ",\n{\"type\":\"Feat", 1, "line 2 (byte"},
		{"cut off at the end", `{"features":[` + one + `]`, 1, "closing '}'"},
		{"deep at the top", strings.Repeat(`[`, 100_000), 0, "a bare list"},
		{"deep objects", strings.Repeat(`{"a":`, 100_000), 0, "ends inside"},
		{"name of a member broken", `{"\q":1}`, 0, "broken"},
		{"member without name", `{1:2}`, 0, "name of a member"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			events, refused, err := read(t, tt.text, exchange.Limits{})
			if len(events) != tt.want || refused != nil {
				t.Errorf("%d events, want %d; refused %v", len(events), tt.want, refused)
			}
			if tt.err == "" && err != nil || tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)) {
				t.Errorf("error %v, want %q", err, tt.err)
			}
		})
	}
}

func TestGeometryWinsForOnePlace(t *testing.T) {
	own := `{"id":"x","kind":"strike","title":"t","places":[{"id":"p","role":"target","name":"Kyiv","geometry":{"type":"Point","coordinates":[30,50]}}]}`
	quoted, _ := json.Marshal(own) // some programs save objects as strings
	for _, sitmap := range []string{own, string(quoted)} {
		events, refused, err := read(t, `{"type":"Feature","geometry":{"type":"Point","coordinates":[31,51]},"properties":{"sitmap":`+sitmap+`}}`, exchange.Limits{})
		if err != nil || refused != nil {
			t.Fatal(refused, err)
		}
		if got := events[0].Places[0].Geometry.Geometry; got != (orb.Point{31, 51}) || events[0].Places[0].Name != "Kyiv" {
			t.Errorf("place %+v", events[0].Places[0])
		}
	}
}

// endless is a collection of so many features, made as it is read.
type endless struct {
	left int
	now  io.Reader
}

func (e *endless) Read(p []byte) (int, error) {
	for {
		if n, err := e.now.Read(p); err == nil {
			return n, nil
		}
		switch {
		case e.left < 0:
			return 0, io.EOF
		case e.left == 0:
			e.now = strings.NewReader("]}")
		default:
			e.now = strings.NewReader(`,{"type":"Feature","geometry":{"type":"Point","coordinates":[30.5,50.4]},"properties":{"title":"Something happened","n":` + fmt.Sprint(e.left) + `}}`)
		}
		e.left--
	}
}

func TestLongFilesStreamInBoundedMemory(t *testing.T) {
	const features = 50_000
	var before, peak runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n := 0
	in := &endless{left: features, now: strings.NewReader(`{"type":"FeatureCollection","features":[` + feature("null"))}
	for row, err := range geojson.Read(in, geojson.Options{}) {
		if err != nil || row.Err != nil {
			t.Fatal(row.Err, err)
		}
		if n++; n%10_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&peak)
			if grown := int64(peak.HeapAlloc) - int64(before.HeapAlloc); grown > 4<<20 {
				t.Fatalf("%d bytes are held after %d features", grown, n)
			}
		}
	}
	if n != features+1 {
		t.Errorf("%d features", n)
	}
}
