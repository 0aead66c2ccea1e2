package main

import (
	"bytes"
	"io"
	"log/slog"
	"os"
	"strings"
	"testing"

	"sitmap/assets/gen/internal/topo"
	"sitmap/mapdata/basemap"
)

func TestPOVMustNameDisputedUnits(t *testing.T) {
	units := []unit{
		{key: "UA-43", name: "Crimea", country: "UA"},
		{key: "QQ-1", name: "Nowhere", country: "QQ", disputed: "not recognised by ZZ"},
		{key: "PL-14", name: "Mazovia", country: "PL"},
	}
	named := func(keys ...string) basemap.POV {
		return basemap.POV{Units: []basemap.UnitRule{{Units: keys, Owner: "UA", Authority: "a test"}}}
	}
	tests := []struct {
		name string
		pov  basemap.POV
		says string // what the error must say; empty for none
	}{
		{"all named", named("UA-43", "QQ-1"), ""},
		{"named by country", named("UA-43", "QQ"), ""},
		{"one that the source disputes is missing", named("UA-43"), "QQ-1 Nowhere"},
		{"one that we know of is missing", named("QQ-1"), "UA-43 Crimea"},
		{"a unit that is not there", named("UA-43", "QQ-1", "QQ-2"), "QQ-2"},
	}
	for _, tt := range tests {
		err := checkPOV(tt.pov, units)
		if tt.says == "" && err != nil || tt.says != "" && (err == nil || !strings.Contains(err.Error(), tt.says)) {
			t.Errorf("%s: error is %v, want %q", tt.name, err, tt.says)
		}
	}
}

// Each unit that is known to be disputed must be named by each built-in table,
// whether or not the inputs are at hand to check the rest.
func TestBuiltInNamesContested(t *testing.T) {
	for _, p := range basemap.POVs() {
		ruled := map[string]bool{}
		for _, r := range p.Units {
			for _, key := range r.Units {
				ruled[key] = true
			}
		}
		for key, why := range contested {
			if !ruled[key] {
				t.Errorf("%s says nothing about %s: %s", p.Name, key, why)
			}
		}
		for _, s := range splits {
			country, _, _ := strings.Cut(strings.ReplaceAll(s.right, "~", "-"), "-")
			if !ruled[s.right] && !ruled[country] {
				t.Errorf("%s says nothing about %s", p.Name, s.right)
			}
		}
	}
}

func TestCut(t *testing.T) {
	u := unit{key: "AA-1", shape: topo.Shape{{{X: 0, Y: 0}, {X: 10, Y: 0}, {X: 10, Y: 10}, {X: 0, Y: 10}}}}
	right, err := u.cut([]topo.Point{{X: 0, Y: 0}, {X: 6, Y: 5}, {X: 10, Y: 10}})
	if err != nil {
		t.Fatal(err)
	}
	left := u.shape
	if left[0].Area() <= 0 || right[0].Area() <= 0 || left[0].Area()+right[0].Area() != 200 {
		t.Errorf("left is %v, right is %v", left, right)
	}
	if !right[0].Contains(topo.Point{X: 9, Y: 1}) || !left[0].Contains(topo.Point{X: 1, Y: 9}) {
		t.Error("the sides are mixed up")
	}
	if _, err := u.cut([]topo.Point{{X: 5, Y: 5}, {X: 7, Y: 7}}); err == nil {
		t.Error("a line that ends inside is accepted")
	}
}

func TestLabelAt(t *testing.T) {
	// A T: its name belongs into the bar, not into the middle of its box.
	shape := topo.Shape{{
		{X: 40000, Y: 0},
		{X: 60000, Y: 0},
		{X: 60000, Y: 60000},
		{X: 100000, Y: 60000},
		{X: 100000, Y: 100000},
		{X: 0, Y: 100000},
		{X: 0, Y: 60000},
		{X: 40000, Y: 60000},
	}}
	at, width := labelAt(shape)
	if at.Y < 60000 || at.X < 45000 || at.X > 55000 || width < 0.9 {
		t.Errorf("the label is at %v, %g wide", at, width)
	}
}

func TestPlaceNames(t *testing.T) {
	tests := []struct {
		city        city
		name, local string
	}{
		{city{id: 1, country: "UA", name: "Luhansk", alternates: []string{"Луганск", "Луганськ", "Lugansk"}}, "Luhansk", "Луганськ"},
		{city{id: 703448, country: "UA", name: "Kyiv", alternates: []string{"Киев", "Kiew", "Київ"}}, "Kyiv", "Київ"},
		{city{id: 2, country: "RU", name: "Kazan’", alternates: []string{"Казан", "Казань", "Қазан"}}, "Kazan", "Казань"},
		{city{id: 3, country: "IQ", name: "Ar Ruţbah", alternates: []string{"الرطبة"}}, "Ar Rutbah", ""},
		{city{id: 4, country: "GR", name: "Thessaloníki", alternates: []string{"Σαλονίκη", "Θεσσαλονίκη"}}, "Thessaloniki", "Θεσσαλονίκη"},
		{city{id: 5, country: "TR", name: "İzmir", alternates: []string{"Измир"}}, "İzmir", ""},
		{city{id: 6, country: "RU", name: "Saint Petersburg", alternates: []string{"Питер"}}, "Saint Petersburg", ""},
	}
	for _, tt := range tests {
		if got := placeName(tt.city); got != tt.name {
			t.Errorf("%s is named %q, want %q", tt.city.name, got, tt.name)
		}
		if got := localName(tt.city); got != tt.local {
			t.Errorf("%s is locally %q, want %q", tt.city.name, got, tt.local)
		}
	}
}

// Boundaries are the same, byte for byte, on every run.
func TestBoundariesAreDeterministic(t *testing.T) {
	const d = int32(topo.Unit)
	var units []unit
	var shapes []topo.Shape
	for x := range int32(5) {
		s := topo.Shape{{{X: x * d, Y: 0}, {X: (x + 1) * d, Y: 0}, {X: (x + 1) * d, Y: d}, {X: x * d, Y: d}}}
		units = append(units, unit{key: "AA-" + string(rune('A'+x)), country: "AA", shape: s})
		shapes = append(shapes, s)
	}
	var first []byte
	for range 5 {
		arcs, err := topo.Build(shapes)
		if err != nil {
			t.Fatal(err)
		}
		b := &build{ctx: t.Context(), out: t.TempDir(), log: slog.New(slog.NewTextHandler(io.Discard, nil))}
		if err := writeBoundaries(b, levels()[2], units, arcs, nil); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(b.out + "/layers/fine/boundaries.geojson.gz")
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Fatal("two runs differ")
		}
	}
}

func TestCollection(t *testing.T) {
	c := newCollection(2)
	if err := c.arc([]topo.Point{{X: 123456, Y: -123456}, {X: 5_000_000, Y: 555_555}, {X: 5_000_001, Y: 555_556}, {X: 9_000_001, Y: 9_000_001}}, property{"left", `A"B`}); err != nil {
		t.Fatal(err)
	}
	want := `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"left":"A\"B"},"geometry":{"type":"LineString","coordinates":[[1.23456,-1.23456],[50,5.56],[90.00001,90.00001]]}}
]}
`
	if got := string(c.bytes()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestChoose(t *testing.T) {
	all := []step{{name: "a"}, {name: "b"}, {name: "c"}}
	got, err := choose(all, "c,a")
	if err != nil || len(got) != 2 || got[0].name != "a" || got[1].name != "c" {
		t.Errorf("chose %v, %v", got, err)
	}
	if _, err := choose(all, "d"); err == nil {
		t.Error("an unknown step is accepted")
	}
}

func TestCheckSum(t *testing.T) {
	const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	if err := checkSum("f", nil, empty); err != nil {
		t.Error(err)
	}
	if err := checkSum("f", []byte("changed"), empty); err == nil || !strings.Contains(err.Error(), "f has SHA-256") {
		t.Errorf("error is %v", err)
	}
}
