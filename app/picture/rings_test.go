package picture

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// Range rings go into the picture, with their radii.
func TestAPictureHasTheRangeRings(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	st, err := store.Create(ctx, filepath.Join(dir, "s.gpkg"), store.Options{User: "A. Nalyst"})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	out := filepath.Join(dir, "p.svg")
	_, err = Make(ctx, st, basemap.New(), Spec{
		Width: 900, Height: 700, BBox: orb.Bound{Min: orb.Point{24, 46}, Max: orb.Point{38, 54}},
		Rings: []scene.Rings{{At: orb.Point{30.5, 50.4}, Name: "Kyiv", Radii: []scene.Radius{{Metres: 250e3, Label: "250 km"}}}},
	}, out)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`range rings`, `250 km`} {
		if !strings.Contains(string(data), part) {
			t.Errorf("the picture lacks %q", part)
		}
	}
}
