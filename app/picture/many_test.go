package picture

import (
	"image"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/app/situation"
	"sitmap/mapdata/basemap"
	"sitmap/store"
	"sitmap/store/index/indextest"
)

// throng is a store of more events than are drawn whole: two of them in Kyiv are kept
// from publication, one by its protection and one source of another by its own.
func throng(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "s.gpkg"), store.Options{User: "olha"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	all := func(yield func(store.Event, error) bool) {
		n := 0
		for e, err := range indextest.Events(3, situation.Few+1000) {
			e.Protection = store.Protection{}
			at := store.Geometry{Geometry: orb.Point{30.5, 50.4}}
			switch n {
			case 0:
				e.Kind, e.Protection.TLP = "strike", "RED"
				e.Places = []store.Place{{Role: "target", Geometry: at}}
			case 1:
				e.Kind = "strike"
				e.Places = []store.Place{{Role: "target", Geometry: at}}
				e.Citations = []store.Citation{
					{About: "event", Item: store.Item{Title: "Open report"}},
					{About: "event", Item: store.Item{Title: "Secret report", Protection: store.Protection{TLP: "AMBER"}}},
				}
			case 2:
				e.Kind = "strike"
				e.Places = []store.Place{{Role: "target", Geometry: store.Geometry{Geometry: orb.Point{-77, 38.9}}}}
				e.Citations = []store.Citation{{About: "event", Item: store.Item{Title: "Report from elsewhere"}}}
			}
			n++
			if !yield(e, err) {
				return
			}
		}
	}
	if _, err := st.Add(t.Context(), all, store.ReasonImported, "", nil); err != nil {
		t.Fatal(err)
	}
	return st
}

func TestAPictureOfVeryManyEventsCreditsWhatItShows(t *testing.T) {
	st := throng(t)
	spec, err := Spec{
		Width: 800, Height: 600, BBox: orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{42, 53}},
		Style: situation.Symbols, Clock: func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) },
	}.normal()
	if err != nil {
		t.Fatal(err)
	}
	m, err := gather(t.Context(), st, basemap.New(), spec)
	if err != nil {
		t.Fatal(err)
	}
	if m.points == nil || m.withheld != 1 {
		t.Fatalf("points %v, %d events withheld", m.points, m.withheld)
	}
	lines := func() []string {
		lines, _ := m.sourceLines()
		return lines
	}
	m.drawn = map[string]bool{}
	shown := sight{view: m.view(spec, image.Rect(0, 0, spec.Width, spec.Height))}
	if err := m.credit(t.Context(), shown, spec); err != nil {
		t.Fatal(err)
	}
	if got := lines(); !slices.Equal(got, []string{"“Open report”"}) || len(m.sources) != 1 {
		t.Errorf("credited: %q, %d sources withheld", got, len(m.sources))
	}
	if m.inView <= 1000 || m.inView >= m.points.Len() {
		t.Errorf("%d of %d are in view", m.inView, m.points.Len())
	}
	// The view of all reaches to Washington.
	spec.BBox = orb.Bound{}
	if err := m.credit(t.Context(), sight{view: m.view(spec, image.Rect(0, 0, spec.Width, spec.Height))}, spec); err != nil {
		t.Fatal(err)
	}
	if got := lines(); !slices.Contains(got, "“Report from elsewhere”") || m.inView != m.points.Len() {
		t.Errorf("credited: %q, %d of %d in view", got, m.inView, m.points.Len())
	}
}

func TestFewEventsInViewAreDrawnWholeInAPicture(t *testing.T) {
	st := throng(t)
	out := filepath.Join(t.TempDir(), "s.svg")
	r, err := Make(t.Context(), st, basemap.New(), Spec{
		Width: 800, Height: 600, BBox: orb.Bound{Min: orb.Point{-78, 38}, Max: orb.Point{-76, 40}},
	}, out)
	if err != nil {
		t.Fatal(err)
	}
	if r.Events == 0 || r.Events > 250 {
		t.Errorf("%d events in view", r.Events)
	}
}
