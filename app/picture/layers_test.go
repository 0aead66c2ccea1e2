package picture

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/store"
)

func TestPicturesHaveTheStoresLayers(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	st, err := store.Create(ctx, filepath.Join(dir, "s.gpkg"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	area := `{"type":"Polygon","coordinates":[[[24,46],[30,46],[30,50],[24,50],[24,46]]]}`
	if err := os.WriteFile(filepath.Join(dir, "here.geojson"), []byte(area), 0o600); err != nil {
		t.Fatal(err)
	}
	dated := `{"type":"Feature","geometry":` + area + `,"properties":{"day":"2025-07-03"}}`
	if err := os.WriteFile(filepath.Join(dir, "dated.geojson"), []byte(dated), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, body := range []string{
		`{"file":"here.geojson","style":{"fill":"#6a3d9a","outline":"#6a3d9a","opacity":0.3,"width":1},"source":"DeepState","link":"https://example.org/","asOf":"2025-07-03"}`,
		`{"file":"dated.geojson","style":{"fill":"#6a3d9a","outline":"#6a3d9a","width":1},"from":"day"}`,
		`{"file":"gone.geojson","style":{"fill":"#6a3d9a","outline":"#6a3d9a"}}`,
		`{"file":"gone.geojson","style":{"fill":"#6a3d9a","outline":"#6a3d9a"},"hidden":true}`,
	} {
		d := &store.Definition{Entity: store.EntityLayer, Name: []string{"Front", "Dated", "Gone", "Hidden"}[i], Position: i, Body: json.RawMessage(body)}
		if _, err := st.Save(ctx, store.Action{Put: []store.Put{{Definition: d}}}); err != nil {
			t.Fatal(err)
		}
	}
	draw := func(spec Spec) (string, Result) {
		t.Helper()
		spec.Width, spec.Height = 800, 600
		out := filepath.Join(t.TempDir(), "x.svg")
		r, err := Make(ctx, st, basemap.New(), spec, out)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return string(b), r
	}
	const credit = "layer Front (DeepState), as of 3 July 2025"
	svg, r := draw(Spec{})
	if len(r.LeftOut) != 1 || !strings.HasPrefix(r.LeftOut[0], "the layer “Gone” is left out: The file ") {
		t.Errorf("left out: %q", r.LeftOut)
	}
	for want, there := range map[string]bool{
		`inkscape:label="Front"`: true, `inkscape:label="Dated"`: true, credit: true, ">Gone<": false, ">Hidden<": false,
	} {
		if strings.Contains(svg, want) != there {
			t.Errorf("%s in the picture: %v", want, !there)
		}
	}
	if svg, _ := draw(Spec{NoSources: true}); strings.Contains(svg, credit) || !strings.Contains(svg, "DeepState") {
		t.Error("without sources nobody learns whose layer it is")
	}
	if svg, _ := draw(Spec{BBox: boxOf(100, -40, 120, -20)}); strings.Contains(svg, "DeepState") || strings.Contains(svg, ">Front<") {
		t.Error("a layer out of view is credited")
	}
	if svg, _ := draw(Spec{To: day(2025, 7, 3)}); strings.Contains(svg, `inkscape:label="Dated"`) {
		t.Error("a feature outside the time window is drawn")
	}
}

func boxOf(w, s, e, n float64) orb.Bound {
	return orb.Bound{Min: orb.Point{w, s}, Max: orb.Point{e, n}}
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
