package picture

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

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

// A phase that rests on a withheld source alone neither stands in the picture nor leaves
// the one before it as how things are; who makes the picture is told.
func TestAWithheldPhaseLeavesNoOlderOne(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	st, err := store.Create(ctx, filepath.Join(dir, "s.gpkg"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	day := func(d int) store.When {
		at := time.Date(2025, 7, d, 0, 0, 0, 0, time.UTC)
		return store.When{Earliest: at, Latest: at.AddDate(0, 0, 1), Precision: store.Day, Zone: "UTC"}
	}
	e := store.Event{
		Kind: "talks", Title: "Talks in Istanbul", When: day(23),
		Places: []store.Place{{Role: "venue", Name: "Istanbul", Country: "TR", Precision: store.PlaceLocality, Geometry: store.Geometry{Geometry: orb.Point{28.95, 41.01}}}},
		Phases: []store.Phase{
			{Phase: "announced", At: day(20), Citations: []string{"0197d1e0-5c00-7000-8000-0000000000c1"}},
			{Phase: "postponed", At: day(22), Citations: []string{"0197d1e0-5c00-7000-8000-0000000000c2"}},
		},
		Citations: []store.Citation{
			{ID: "0197d1e0-5c00-7000-8000-0000000000c1", About: "event", Item: store.Item{Title: "Announcement"}},
			{ID: "0197d1e0-5c00-7000-8000-0000000000c2", About: "event", Item: store.Item{Title: "Leak", Protection: store.Protection{DoNotPublish: true}}},
		},
	}
	if _, err := st.Save(ctx, store.Action{Reason: store.ReasonNew, Put: []store.Put{{Event: &e}}}); err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return time.Date(2025, 7, 25, 0, 0, 0, 0, time.UTC) }
	spec := Spec{Width: 400, Height: 300, Clock: clock}
	spec.Progress = func(int, int) {}
	m, err := gather(ctx, st, basemap.New(), spec)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.scene.Marks) != 1 || m.scene.Marks[0].Label != "talks planned 23 July" {
		t.Errorf("drawn is %+v", m.scene.Marks)
	}
	r, err := Make(ctx, st, basemap.New(), spec, filepath.Join(dir, "p.png"))
	if err != nil {
		t.Fatal(err)
	}
	if r.WithheldPhases != 1 || !strings.Contains(r.Phases(), "drawn without any phase") {
		t.Errorf("who makes the picture is told %q (%d)", r.Phases(), r.WithheldPhases)
	}
}
