package store_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"pgregory.net/rapid"

	"sitmap/store"
	"sitmap/store/storetest"
)

// contract is the event of the commands' contract: member order and what is left
// out may never change.
const contract = `{"id":"0197d1e0-5c00-7000-8000-000000000006","kind":"strike","title":"Drones & missiles hit <Kyiv>",` +
	`"when":{"earliest":"2025-07-03T19:00:00Z","latest":"2025-07-04T03:00:00Z","precision":"part of day","zone":"Europe/Kyiv","text":"night of 3 to 4 July"},` +
	`"review":"draft","assessment":"reported",` +
	`"phases":[{"id":"0197d1e0-5c00-7000-8000-000000000010","phase":"held","at":{"earliest":"2025-07-03T19:00:00Z","precision":"day"},"citations":["0197d1e0-5c00-7000-8000-000000000040"]}],` +
	`"places":[{"id":"0197d1e0-5c00-7000-8000-000000000020","role":"target","name":"Kyiv","geonameid":703448,"country":"UA","admin1":"UA-30","geometry":{"type":"Point","coordinates":[30.5238,50.4547]},"precision":"locality","radius_m":12000}],` +
	`"claims":[{"id":"0197d1e0-5c00-7000-8000-000000000030","about":"measure","measure":"killed","of":"civilians","qualifier":"exactly","low":0,"high":0,"state":"live"}],` +
	`"citations":[{"id":"0197d1e0-5c00-7000-8000-000000000040","about":"event","item":{"id":"0197d1e0-5c00-7000-8000-000000000050","title":"t"},"credibility":6}],` +
	`"fields":{"a":null,"b":[1.0,2]},"protection":{"tlp":"GREEN"}}`

func TestEncodeIsTheContract(t *testing.T) {
	e, err := store.DecodeEvent([]byte(contract))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(contract, string(mustEncode(t, e))); diff != "" {
		t.Error(diff)
	}
	if e.Claims[0].Low == nil || *e.Claims[0].Low != 0 {
		t.Error("0 is not the same as absent")
	}
}

func TestDecodeRefuses(t *testing.T) {
	deep := `{"id":"x","kind":"strike","title":"t","fields":{"a":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}}`
	for text, want := range map[string]string{
		``:                                    "begins with {",
		`[]`:                                  "begins with {",
		`null`:                                "begins with {",
		`{"id":"x"`:                           "ends too early",
		`{"id":"x",}`:                         "broken at byte",
		`{"id":"x"} {}`:                       "more behind the end",
		`{"id":"x","colour":"red"}`:           `no member "colour"`,
		`{"id":7}`:                            "id is a number where text is wanted",
		`{"places":{}}`:                       "places is a object where a list is wanted",
		`{"claims":[{"low":"many"}]}`:         "low is a string where a number is wanted",
		`{"series":{"claimed_position":1.5}}`: "a whole number is wanted",
		`{"when":{"earliest":"2025-02-31T00:00:00Z"}}`:                            "instant such as",
		`{"when":{"earliest":"yesterday"}}`:                                       "instant such as",
		`{"places":[{"geometry":{"type":"Circle"}}]}`:                             "type Circle",
		`{"places":[{"geometry":{"type":"Point","coordinates":[1]}}]}`:            "needs two numbers",
		`{"places":[{"geometry":{"type":"Point","coordinates":["1","2"]}}]}`:      "two numbers",
		`{"places":[{"geometry":{"type":"LineString","coordinates":[1,2]}}]}`:     "two numbers",
		`{"places":[{"geometry":{"type":"Polygon","coordinates":null}}]}`:         "no coordinates",
		`{"places":[{"geometry":{"type":"GeometryCollection","geometries":[]}}]}`: "type GeometryCollection",
		"{\"title\":\"\xff\"}": "UTF-8",
		deep:                   "nested more than",
	} {
		_, err := store.DecodeEvent([]byte(text))
		if !errors.Is(err, store.ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: got %v, want … %s …", text, err, want)
		}
	}
}

// FuzzDecodeEvent asserts that whatever is read is written in a form that reads and
// writes itself.
func FuzzDecodeEvent(f *testing.F) {
	f.Add([]byte(contract))
	f.Add([]byte(`{"id":"","kind":"","title":"\ud800","when":{"earliest":"0001-01-01T00:00:00+14:00"},"properties":{"a":1e400}}`))
	f.Add([]byte(`{"places":[{"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0,5],[1,0],[1e-7,1e21],[0,0]]]]}}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := store.DecodeEvent(b)
		if err != nil {
			if !errors.Is(err, store.ErrInvalid) {
				t.Fatalf("not a sentence: %v", err)
			}
			return
		}
		once, err := store.EncodeEvent(e)
		if err != nil {
			return // a year beyond 9999 in another zone, say: validation refuses it
		}
		again, err := store.DecodeEvent(once)
		if err != nil {
			t.Fatalf("%v in %s", err, once)
		}
		twice, err := store.EncodeEvent(again)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(once, twice) {
			t.Fatalf("%s\nbecame\n%s", once, twice)
		}
	})
}

// TestGeometryIsGeoJSON compares with orb's encoding and goes through blobs.
func TestGeometryIsGeoJSON(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := storetest.Geometry(rt)
		b, err := json.Marshal(g)
		if err != nil {
			rt.Fatal(err)
		}
		theirs, err := geojson.UnmarshalGeometry(b)
		if err != nil || !orb.Equal(theirs.Geometry(), g.Geometry) {
			rt.Fatalf("orb reads %s as %v, %v", b, theirs, err)
		}
		want, err := json.Marshal(geojson.NewGeometry(g.Geometry))
		if err != nil || !bytes.Equal(want, b) {
			rt.Fatalf("wrote %s, orb writes %s, %v", b, want, err)
		}
		var back store.Geometry
		if err := json.Unmarshal(b, &back); err != nil || !orb.Equal(back.Geometry, g.Geometry) {
			rt.Fatalf("%s came back as %v, %v", b, back, err)
		}
		blob, err := store.Blob(g.Geometry)
		if err != nil {
			rt.Fatal(err)
		}
		read, err := store.Unblob(blob)
		if err != nil || !orb.Equal(read, g.Geometry) {
			rt.Fatalf("through a blob it is %v, %v", read, err)
		}
	})
}

func TestTimesAreNormalised(t *testing.T) {
	s := scratch(t)
	e := simple(0, "Told in another zone")
	e.When.Earliest = time.Date(2025, time.July, 4, 3, 0, 0, 123_456_789, time.FixedZone("", 3*3600))
	e.When.Latest = time.Time{}
	save(t, s, e, 0)
	got := get(t, s, e.ID).Value.When
	if want := "2025-07-04T00:00:00.123Z"; got.Earliest.Format(time.RFC3339Nano) != want || !got.Latest.IsZero() {
		t.Errorf("kept %v", got)
	}
}
