package situation

import (
	"encoding/hex"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// throng is a store with n strikes in a row along the equator, two days apart, and a
// call between Moscow and Washington behind them.
func throng(n int) *fakeStore {
	var events []store.Event
	for i := range n {
		day := time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*2)
		e := strikeAt("x", fmt.Sprintf("Strike %d", i), "Place", float64(i)/100, 0)
		e.ID = numbered(i)
		e.When = store.When{Earliest: day, Latest: day.AddDate(0, 0, 1), Precision: store.Day}
		if i%2 == 0 {
			e.Assessment = store.Confirmed
			low := float64(i % 100)
			e.Claims = []store.Claim{{ID: "c", About: "measure", Measure: "killed", Low: &low, High: &low}}
		}
		if i == 7 {
			e.Places[0].Precision, e.Places[0].RadiusM = store.PlaceRegion, 50_000
		}
		events = append(events, e)
	}
	call := store.Event{ID: numbered(n), Kind: "call", Title: "Call", When: store.When{Earliest: time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC), Precision: store.Minute}, Parties: []store.Party{
		{ID: "1", Role: "participant", Actor: seated("Moscow", 37, 55)}, {ID: "2", Role: "participant", Actor: seated("Washington", -77, 38)},
	}}
	return newFakeStore(append(events, call)...)
}

func numbered(i int) string {
	return "00000000-0000-7000-8000-" + hex.EncodeToString([]byte{byte(i >> 24), byte(i >> 16), byte(i >> 8), byte(i), 0, 0})
}

func kept(p *scene.Points) (n int) {
	for i := range p.Blocks {
		for j := range p.Blocks[i].X {
			if p.Blocks[i].Kept(j) {
				n++
			}
		}
	}
	return n
}

const many = Few + 500

func TestVeryManyEventsAreDrawnAsPoints(t *testing.T) {
	s := opened(t, throng(many))
	sc := s.Scene(false)
	if sc.Points == nil || sc.Points.Mode != scene.Clusters || kept(sc.Points) != many {
		t.Fatalf("points: %+v", sc.Points)
	}
	if len(sc.Links) != 1 || len(sc.Marks) != 0 {
		t.Errorf("%d links and %d marks: the call has a line, the strikes are points", len(sc.Links), len(sc.Marks))
	}
	if s.Rows().Len() != many+1 || s.Total() != many+1 {
		t.Errorf("%d rows of %d", s.Rows().Len(), s.Total())
	}
	if !strings.Contains(strings.Join(sc.Notes, "\n"), "1 event known no closer than a district") {
		t.Errorf("notes: %q", sc.Notes)
	}
	if s.Scene(true).Points.Kinds[0].Colour == sc.Points.Kinds[0].Colour {
		t.Error("light and dark have the same colour")
	}
	b := s.Bound()
	if b.Min[1] > 0 || b.Max[1] < 55 || b.Min[0] > -77 || b.Max[0] < 37 {
		t.Errorf("bound %v", b)
	}
	if got, ok := s.BoundOf(numbered(3)); !ok || math.Abs(got.Min[0]-0.03) > 1e-6 {
		t.Errorf("bound of a point: %v, %v", got, ok)
	}
	if p := sc.Points; p.ID(0).Event == "" || !strings.Contains(p.Name(0), "Strike · ") || p.Mark(0).Icon == "" {
		t.Errorf("point 0: %v, %q, %+v", p.ID(0), p.Name(0), p.Mark(0))
	}
	if p := sc.Points; p.ID(1<<30) != (scene.ID{}) || p.Name(-1) != "" {
		t.Error("a point that is not there has a name")
	}
}

func TestPointsAreTheSameUntilSomethingOfThemChanges(t *testing.T) {
	s := opened(t, throng(many))
	before := s.Scene(false).Points
	s.Select(numbered(5))
	sc := s.Scene(false)
	if sc.Points != before {
		t.Error("selecting an event makes other points: the renderer forgets its clusters")
	}
	if len(sc.Marks) != 1 || !sc.Marks[0].Selected || sc.Marks[0].ID.Event != numbered(5) {
		t.Errorf("marks: %+v", sc.Marks)
	}
	if e, ok := s.Event(numbered(5)); !ok || e.Value.Title != "Strike 5" {
		t.Errorf("the selected event: %+v, %v", e, ok)
	}
	s.SetStyle(Symbols)
	if p := s.Scene(false).Points; p == before || p.Mode != scene.Symbols {
		t.Errorf("as symbols: %+v", p)
	}
}

func TestRowsOfVeryManyEventsAreReadWhenLookedAt(t *testing.T) {
	f := throng(many)
	s := opened(t, f)
	rows := s.Rows()
	filled := s.Filled()
	r, ok := rows.At(40)
	if ok || r.ID != numbered(40) || r.Kind != "strike" || r.Assessment != store.Confirmed {
		t.Fatalf("row 40 before it is read: %+v, %v", r, ok)
	}
	// The executor of the test has done the reading by now.
	if r, ok = rows.At(40); !ok || r.Title != "Strike 40" || s.Filled() == filled {
		t.Fatalf("row 40 after it was read: %+v, %v", r, ok)
	}
	if _, ok := rows.At(41); !ok {
		t.Error("its neighbour was not read with it")
	}
	if at := rows.Index(numbered(1234)); at != 1234 {
		t.Errorf("event 1234 stands at %d", at)
	}
	if at := rows.Index(uid("z")); at != -1 {
		t.Errorf("an event that is not there stands at %d", at)
	}
	for i := range rows.Len() { // far more than are kept
		rows.At(i)
	}
	if len(s.cache.young)+len(s.cache.old) > 2*keptRows+page {
		t.Errorf("%d rows are kept", len(s.cache.young)+len(s.cache.old))
	}
}

func TestNarrowingVeryManyToFewDrawsThemWhole(t *testing.T) {
	s := opened(t, throng(many))
	from := time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC)
	s.SetWindow(from, from.AddDate(0, 0, 20))
	if sc := s.Scene(false); sc.Points != nil || len(sc.Marks)+len(sc.Areas) != 10 || s.Rows().Len() != 10 || !s.Narrowed() {
		t.Errorf("in the window: %d rows, %d marks, %d areas", s.Rows().Len(), len(sc.Marks), len(sc.Areas))
	}
	if r, ok := s.Rows().At(0); !ok || r.Title != "Strike 0" {
		t.Errorf("row 0: %+v", r)
	}
	s.SetWindow(time.Time{}, time.Time{})
	s.SetBox(&orb.Bound{Min: orb.Point{0.095, -1}, Max: orb.Point{0.125, 1}})
	if s.Rows().Len() != 3 || s.Scene(false).Points != nil {
		t.Errorf("in the box: %d rows", s.Rows().Len())
	}
	if _, ok := s.BoundOf(numbered(3)); ok {
		t.Error("an event outside of the box has a bound on the map")
	}
	s.SetBox(nil)
	if s.Rows().Len() != many+1 || s.Narrowed() {
		t.Errorf("narrowed no more: %d rows", s.Rows().Len())
	}
}

func TestFewEventsAsClustersKeepTheirLines(t *testing.T) {
	s := opened(t, throng(20))
	s.SetStyle(Clusters)
	sc := s.Scene(false)
	if sc.Points == nil || kept(sc.Points) != 19 || len(sc.Links) != 1 || len(sc.Marks) != 0 || len(sc.Areas) != 1 {
		t.Fatalf("%d points, %d links, %d marks, %d areas", kept(sc.Points), len(sc.Links), len(sc.Marks), len(sc.Areas))
	}
	if !first(s).OnMap {
		t.Error("a row says of an event in a cluster that it is not on the map")
	}
	s.SetStyle(Automatic)
	if sc := s.Scene(false); sc.Points != nil || len(sc.Marks) != 19 {
		t.Errorf("whole again: %d marks", len(sc.Marks))
	}
}

func TestSizeComesFromTheColumns(t *testing.T) {
	s := opened(t, throng(many))
	if said := s.SetMeasure("killed"); said == "" {
		t.Error("a fourth thing is shown and nothing is said to go")
	}
	p := s.Scene(false).Points
	if p.By == nil || p.By.Name != "killed" || p.By.Most < 90 || p.Mode != scene.Symbols {
		t.Fatalf("sized by %+v in mode %v", p.By, p.Mode)
	}
	if s.Measure() != "killed" {
		t.Errorf("the measure is %q", s.Measure())
	}
	known, unknown := 0, 0
	for _, b := range p.Blocks {
		for _, v := range b.Value {
			if math.IsNaN(float64(v)) {
				unknown++
			} else {
				known++
			}
		}
	}
	if known != many/2 || unknown != many/2 {
		t.Errorf("%d values known, %d not: what nobody told is not 0", known, unknown)
	}
	s.SetMeasure("")
	if s.Scene(false).Points.By != nil || s.Measure() != "" {
		t.Error("still sized")
	}
}

func TestPartsAreDrawnWhole(t *testing.T) {
	s := opened(t, throng(many))
	p := s.Scene(false).Points
	var some []int
	for i := range kept(p) {
		if id := p.ID(i).Event; id == numbered(7) || id == numbered(8) {
			some = append(some, i)
		}
	}
	sc, err := p.Parts(t.Context(), some)
	if err != nil || len(sc.Marks) != 1 || len(sc.Areas) != 1 {
		t.Fatalf("%d marks, %d areas, %v: one place is a region", len(sc.Marks), len(sc.Areas), err)
	}
	again, err := p.Parts(t.Context(), some)
	if err != nil || again != sc {
		t.Error("the same few are read again")
	}
}

func TestParseStyle(t *testing.T) {
	for _, s := range []Style{Automatic, Symbols, Clusters, Heat} {
		if got, err := ParseStyle(s.String()); err != nil || got != s {
			t.Errorf("%v: %v, %v", s, got, err)
		}
	}
	if _, err := ParseStyle("pins"); err == nil {
		t.Error("pins are no style")
	}
}

func TestNotesAreThoseOfTheEventsThatAreSeen(t *testing.T) {
	f := throng(3)
	s := opened(t, f)
	d, err := Draw(t.Context(), f, s.Index().Columns().All(), Drawing{Options: Options{Kinds: testKinds()}})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Notes(map[string]bool{numbered(0): true}); len(got) != 0 {
		t.Errorf("of a strike: %q", got)
	}
	if got := d.Notes(map[string]bool{numbered(3): true}); len(got) != 1 || got[0] != noteAssumed {
		t.Errorf("of the call: %q", got)
	}
	if len(d.Scene.Notes) != 1 {
		t.Errorf("of all: %q", d.Scene.Notes)
	}
}
