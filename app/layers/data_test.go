package layers_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitmap/app/layers"
)

const zones = `{"type": "FeatureCollection", "features": [
 {"type": "Feature", "properties": {"name": "North", "n": 1}, "geometry": {"type": "Polygon", "coordinates": [[[30,50],[32,50],[32,52],[30,52],[30,50]]]}},
 {"type": "Feature", "properties": {"name": "Line", "more": {"a": 1}}, "geometry": {"type": "LineString", "coordinates": [[30,49],[33,49]]}},
 {"type": "Feature", "properties": null, "geometry": {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [31,48]}]}}
]}`

func TestRead(t *testing.T) {
	d, err := layers.Read(context.Background(), strings.NewReader(zones), layers.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"name", "n", "more"}, d.Names); diff != "" {
		t.Error(diff)
	}
	if d.Len() != 3 || !d.Shapes.Areas || !d.Shapes.Lines || !d.Shapes.Points {
		t.Errorf("%d features, %+v", d.Len(), d.Shapes)
	}
	for _, c := range []struct {
		feature    int
		name, want string
	}{{0, "name", "North"}, {0, "n", "1"}, {1, "more", ""}, {2, "name", ""}, {0, "", ""}, {9, "name", ""}} {
		if got := d.Property(c.feature, c.name); got != c.want {
			t.Errorf("%q of feature %d is %q", c.name, c.feature, got)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for want, c := range map[string]struct {
		text string
		l    layers.Limits
	}{
		"feature 2 (line 3): the latitude 95 is out of range": {strings.Replace(zones, "[30,49]", "[30,95]", 1), layers.Limits{}},
		"feature 2 (line 3): “Lines” is no type of geometry":  {strings.Replace(zones, "LineString", "Lines", 1), layers.Limits{}},
		"more than 2 features":                                {zones, layers.Limits{MaxFeatures: 2}},
		"more than 6 positions by feature 2":                  {zones, layers.Limits{MaxVertices: 6}},
		"larger than the 1 MB":                                {zones + strings.Repeat(" ", 1<<20), layers.Limits{MaxSize: 1 << 20}},
		"the file is empty":                                   {"", layers.Limits{}},
		"the file ends":                                       {zones[:200], layers.Limits{}},
		"TopoJSON":                                            {`{"type":"Topology"}`, layers.Limits{}},
	} {
		if _, err := layers.Read(context.Background(), strings.NewReader(c.text), c.l); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, have %v", want, err)
		}
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := layers.Read(stopped, strings.NewReader(zones), layers.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestReadFileSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "zones.geojson")
	if err := os.WriteFile(good, []byte(zones), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, c := range map[string]struct {
		path string
		l    layers.Limits
	}{
		"is not there":          {filepath.Join(dir, "none.geojson"), layers.Limits{}},
		"is not a file":         {dir, layers.Limits{}},
		"a layer may have 1 MB": {good, layers.Limits{MaxSize: 1}},
		"zones.geojson: there are more than 1 features": {good, layers.Limits{MaxFeatures: 1}},
	} {
		if _, err := layers.ReadFile(context.Background(), c.path, c.l); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, have %v", want, err)
		}
	}
	if d, err := layers.ReadFile(context.Background(), good, layers.Limits{}); err != nil || d.Len() != 3 {
		t.Errorf("%v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(zones)
	f.Add(`{"type":"Polygon","coordinates":[[[-360,0],[360,0],[0,90],[-360,0]]]}`)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := layers.Read(context.Background(), strings.NewReader(text), layers.Limits{MaxSize: 1 << 16, MaxVertices: 500, MaxFeatures: 50})
		if err != nil {
			return
		}
		if d.Len() > 50 || len(d.Shapes.Shapes) != d.Len() {
			t.Fatalf("%d features, %d shapes", d.Len(), len(d.Shapes.Shapes))
		}
		for i := range d.Len() {
			for _, n := range d.Names {
				d.Property(i, n)
			}
		}
		d.Spans("name", "n")
	})
}
