package picture

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitmap/app/sample"
	"sitmap/mapdata/basemap"
	"sitmap/store"
)

// A picture that cannot be put in its place leaves neither a file nor a publication.
func TestNoPublicationWithoutItsFile(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	db := filepath.Join(dir, "s.gpkg")
	if err := sample.Write(ctx, db); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(ctx, db, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	to := filepath.Join(dir, "out")
	if err := os.Mkdir(to, 0o700); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(to, "p.png")
	spec := Spec{Width: 400, Height: 300, Record: true, Progress: func(done, _ int) {
		if done == 3 { // it is drawn: now somebody puts a folder where it is to go
			if err := os.Mkdir(out, 0o700); err != nil {
				t.Fatal(err)
			}
		}
	}}
	if r, err := Make(ctx, st, basemap.New(), spec, out); err == nil || r.Publication.ID != "" {
		t.Fatalf("made %+v, %v", r, err)
	}
	if list, err := st.Publications(ctx); err != nil || len(list) != 0 {
		t.Errorf("the log has %+v, %v", list, err)
	}
	if left, err := filepath.Glob(filepath.Join(to, ".*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	spec.Progress = nil
	r, err := Make(ctx, st, basemap.New(), spec, filepath.Join(to, "q.png"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := st.Publications(ctx)
	if err != nil || len(list) != 1 || list[0].ID != r.Publication.ID || !strings.HasSuffix(list[0].File, "q.png") {
		t.Errorf("the log has %+v, %v", list, err)
	}
}
