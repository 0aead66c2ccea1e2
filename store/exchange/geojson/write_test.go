package geojson_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/exchange"
	"sitmap/store/exchange/exchangetest"
	"sitmap/store/exchange/geojson"
	"sitmap/store/exchange/jsonl"
)

func lines(t interface{ Fatal(...any) }, events []store.Event) string {
	var b bytes.Buffer
	if _, err := jsonl.Write(&b, exchangetest.Seq(events)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRoundTrip(t *testing.T) {
	events := exchangetest.Events()
	var b bytes.Buffer
	if n, err := geojson.Write(&b, geojson.Collection{Name: "x"}, exchangetest.Seq(events)); err != nil || n != len(events) {
		t.Fatal(n, err)
	}
	back, refused, err := read(t, b.String(), exchange.Limits{})
	if err != nil || refused != nil {
		t.Fatal(refused, err)
	}
	if diff := cmp.Diff(lines(t, events), lines(t, back)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRoundTripOfAnyGeometry(t *testing.T) {
	position := rapid.Custom(func(t *rapid.T) orb.Point {
		return orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")}
	})
	place := rapid.Custom(func(t *rapid.T) store.Place {
		points := rapid.SliceOfN(position, 3, 6).Draw(t, "points")
		shapes := []orb.Geometry{
			nil, points[0], orb.MultiPoint(points), orb.LineString(points),
			orb.MultiLineString{points, points[:2]},
			orb.Polygon{append(orb.Ring(points), points[0])},
			orb.MultiPolygon{{append(orb.Ring(points), points[0])}},
		}
		return store.Place{Role: "scene", Geometry: store.Geometry{Geometry: rapid.SampledFrom(shapes).Draw(t, "shape")}}
	})
	rapid.Check(t, func(rt *rapid.T) {
		e := store.Event{Kind: "other", Title: "t", Places: rapid.SliceOfN(place, 0, 3).Draw(rt, "places")}
		if len(e.Places) == 0 {
			e.Places = nil
		}
		var b bytes.Buffer
		if _, err := geojson.Write(&b, geojson.Collection{}, exchangetest.Seq([]store.Event{e})); err != nil {
			rt.Fatal(err)
		}
		back, refused, err := read(t, b.String(), exchange.Limits{})
		if err != nil || refused != nil || len(back) != 1 {
			rt.Fatal(refused, err)
		}
		if a, b := lines(rt, []store.Event{e}), lines(rt, back); a != b {
			rt.Fatalf("%s\nbecame\n%s", a, b)
		}
	})
}

func TestWritten(t *testing.T) {
	var b bytes.Buffer
	p := &geojson.Publication{ID: "p", DataAsOf: time.Date(2025, 7, 5, 12, 0, 0, 0, time.UTC), Head: 3, HeadHash: "ab"}
	if _, err := geojson.Write(&b, geojson.Collection{Publication: p}, exchangetest.Seq(exchangetest.Events())); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Type        string
		Publication geojson.Publication
		Features    []struct {
			Type, ID   string
			Geometry   *struct{ Type string }
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Type != "FeatureCollection" || got.Publication != *p || len(got.Features) != 3 {
		t.Fatalf("%+v", got)
	}
	if a, b, c := got.Features[0].Geometry, got.Features[1].Geometry, got.Features[2].Geometry; a.Type != "GeometryCollection" || b.Type != "Polygon" || c != nil {
		t.Errorf("geometries %v %v %v", a, b, c)
	}
	strike := got.Features[1].Properties
	for name, want := range map[string]any{
		"kind": "strike", "title": `=HYPERLINK("http://x")`, "time": "2025-07-03T19:00:00Z", "time_end": "2025-07-04T03:00:00Z",
		"killed_civilians_low": 1.0, "wounded_high": 0.0, "assessment": "disputed", "place": "Київ",
	} {
		if strike[name] != want {
			t.Errorf("%s is %v, want %v", name, strike[name], want)
		}
	}
	for _, absent := range []string{"id", "lon", "killed_civilians_high", "speaker", "launched_drones_low"} {
		if v, is := strike[absent]; is {
			t.Errorf("%s is %v and should be left out", absent, v)
		}
	}
	if strings.Contains(b.String(), `\u003c`) {
		t.Error("characters are escaped without need")
	}
}

func TestEmptyCollection(t *testing.T) {
	var b bytes.Buffer
	if _, err := geojson.Write(&b, geojson.Collection{}, exchangetest.Seq(nil)); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "{\"type\":\"FeatureCollection\",\"publication\":\"not recorded\",\"features\":[\n]}\n"; got != want {
		t.Errorf("%q", got)
	}
}

func BenchmarkWrite(b *testing.B) {
	events := exchangetest.Events()
	for b.Loop() {
		if _, err := geojson.Write(discard{}, geojson.Collection{}, exchangetest.Seq(events)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadForeign(b *testing.B) {
	one := `{"type":"Feature","geometry":{"type":"Point","coordinates":[30.5,50.4]},"properties":{"title":"Something","date":"2025-07-03","n":1,"m":"text","k":2.5}}`
	text := `{"features":[` + strings.Repeat(one+",", 999) + one + `]}`
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for row, err := range geojson.Read(strings.NewReader(text), geojson.Options{}) {
			if err != nil || row.Err != nil {
				b.Fatal(err, row.Err)
			}
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
