package index_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/store"
	"sitmap/store/index"
)

// drawRow draws an event from few values, so that equal ones, edges and overlaps are
// common.
func drawRow(t *rapid.T, number int64, kinds int) store.EventRow {
	instant := rapid.Custom(func(t *rapid.T) int64 {
		if rapid.IntRange(0, 9).Draw(t, "unknown") == 0 {
			return store.UnknownTime
		}
		return 1_700_000_000_000 + 3_600_000*rapid.Int64Range(-200, 200).Draw(t, "hour")
	})
	r := store.EventRow{
		Number: number, ID: uuid.New(),
		Kind:       fmt.Sprint("kind ", rapid.IntRange(0, kinds-1).Draw(t, "kind")),
		Earliest:   instant.Draw(t, "earliest"),
		Latest:     instant.Draw(t, "latest"),
		Precision:  rapid.SampledFrom([]store.Precision{store.Day, store.Week, store.Minute}).Draw(t, "precision"),
		Zone:       rapid.SampledFrom([]string{"", "Europe/Kyiv", "America/New_York", "Asia/Kamchatka"}).Draw(t, "zone"),
		CountsOn:   rapid.SampledFrom([]string{"", "", "", "2023-11-14"}).Draw(t, "counts on"),
		Review:     rapid.SampledFrom([]store.Review{"", store.Draft, store.Reviewed}).Draw(t, "review"),
		Assessment: rapid.SampledFrom([]store.Assessment{"", store.Reported, store.Confirmed, store.Retracted}).Draw(t, "assessment"),
		Protected:  rapid.Bool().Draw(t, "protected"),
		Placed:     rapid.IntRange(0, 4).Draw(t, "placed") > 0,
		Country:    rapid.SampledFrom([]string{"", "UA", "FJ"}).Draw(t, "country"),
		Killed:     math.NaN(), Launched: 3,
	}
	if r.Earliest != store.UnknownTime && r.Latest != store.UnknownTime && r.Latest < r.Earliest {
		r.Earliest, r.Latest = r.Latest, r.Earliest
	}
	if r.Placed {
		r.Point = drawPoint(t)
	}
	r.PlacePrecision = rapid.SampledFrom([]store.PlacePrecision{"", store.PlaceExact, store.PlaceRegion}).Draw(t, "precision")
	return r
}

func drawPoint(t *rapid.T) orb.Point {
	return orb.Point{
		float64(rapid.IntRange(-18, 18).Draw(t, "lon")) * 10,
		float64(rapid.IntRange(-9, 9).Draw(t, "lat")) * 10,
	}
}

// drawFilter draws a filter whose box has no corner on a point, but where it is the
// world's edge.
func drawFilter(t *rapid.T, kinds int) index.Filter {
	var f index.Filter
	if rapid.Bool().Draw(t, "boxed") {
		a, b := drawPoint(t), drawPoint(t)
		f.Box = &orb.Bound{
			Min: orb.Point{max(-180, a[0]-5), math.Min(a[1], b[1]) - 5},
			Max: orb.Point{min(180, b[0]+5), math.Max(a[1], b[1]) + 5},
		}
	}
	if rapid.Bool().Draw(t, "timed") {
		f.From = time.UnixMilli(1_700_000_000_000 + 3_600_000*rapid.Int64Range(-220, 200).Draw(t, "from"))
		if rapid.Bool().Draw(t, "until") {
			f.To = f.From.Add(time.Duration(rapid.IntRange(1, 200).Draw(t, "hours")) * time.Hour)
		}
		f.Undated = rapid.Bool().Draw(t, "undated")
	}
	for range rapid.IntRange(0, 2).Draw(t, "kinds") {
		f.Kinds = append(f.Kinds, fmt.Sprint("kind ", rapid.IntRange(0, kinds).Draw(t, "kind")))
	}
	if rapid.Bool().Draw(t, "assessed") {
		f.Assessments = []store.Assessment{store.Reported, store.Confirmed}
	}
	if rapid.Bool().Draw(t, "precise") {
		f.Precisions = []store.PlacePrecision{store.PlaceRegion, ""}
	}
	f.With = rapid.SampledFrom([]index.State{0, 0, index.Draft, index.Placed | index.Protected}).Draw(t, "with")
	f.Without = rapid.SampledFrom([]index.State{0, 0, index.Draft, index.Protected}).Draw(t, "without")
	return f
}

// check compares columns with the naive ones in all they answer.
func check(t *rapid.T, c *index.Columns, m naive, kinds int) {
	if c.Len() != len(m) {
		t.Fatalf("%d events, want %d", c.Len(), len(m))
	}
	f := drawFilter(t, kinds)
	var within map[int64]bool
	if rapid.Bool().Draw(t, "searched") {
		within = map[int64]bool{}
		var found []int64
		for n := range m {
			if n%3 == 0 {
				within[n] = true
				found = append(found, n)
			}
		}
		f.Within = c.Numbers(append(found, -7, 1<<40))
	}
	want := m.pass(f, within)
	s := c.Select(f)
	var got []int64
	last := index.Rank(0)
	placed := 0
	for e := range s.Events() {
		got = append(got, e.Number)
		if e.Rank <= last {
			t.Fatalf("rank %d comes behind %d", e.Rank, last)
		}
		last = e.Rank
		checkEvent(t, c, e, m[e.Number])
		if !s.Has(e.Rank) {
			t.Fatalf("event %d is selected and not had", e.Number)
		}
	}
	if !slices.Equal(got, want) || s.Len() != len(want) {
		t.Fatalf("%+v lets pass %v, want %v", f, got, want)
	}
	if diff := cmp.Diff(m.counts(want, c.Kinds()), s.Counts()); diff != "" {
		t.Fatalf("counts (-want +got):\n%s", diff)
	}
	for _, r := range m {
		if r.Placed {
			placed++
		}
	}
	if c.Placed() != placed {
		t.Fatalf("%d placed, want %d", c.Placed(), placed)
	}
	checkVisit(t, c, m, s, want)
	checkPlaces(t, c, s, got)
	checkCurve(t, c, m, s)
}

func checkEvent(t *rapid.T, c *index.Columns, e index.Event, want store.EventRow) {
	p, placed := e.Point()
	far := placed && (math.Abs(math.Remainder(p[0]-want.Point[0], 360)) > 1e-6 ||
		math.Abs(p[1]-max(-geo.MaxLatitude, min(geo.MaxLatitude, want.Point[1]))) > 1e-6)
	if e.ID != want.ID || e.Kind != want.Kind || e.Day != naiveDay(want) || e.Country != want.Country ||
		placed != want.Placed || far || e.State&^7 != naiveFlags(want) ||
		e.State.Retracted() != (want.Assessment == store.Retracted) || !math.IsNaN(float64(e.Killed)) || e.Launched != 3 {
		t.Fatalf("event %+v at %v, want %+v", e, p, want)
	}
	if r, ok := c.RankOfID(want.ID); !ok || r != e.Rank {
		t.Fatalf("id %s has rank %d, want %d", want.ID, r, e.Rank)
	}
	if r, ok := c.RankOfNumber(want.Number); !ok || r != e.Rank {
		t.Fatalf("number %d has rank %d, want %d", want.Number, r, e.Rank)
	}
}

// checkVisit looks at a view: nothing in it is left out or comes twice, and nothing
// comes that is not selected.
func checkVisit(t *rapid.T, c *index.Columns, m naive, s *index.Selection, selected []int64) {
	at := geo.Project(drawPoint(t))
	w := rapid.Float64Range(0, 1.5).Draw(t, "width")
	view := geo.Rect{Min: geo.World{X: at.X - w/2, Y: at.Y - 0.2}, Max: geo.World{X: at.X + w/2, Y: at.Y + 0.2}}
	seen := map[int64]int{}
	parts := rapid.IntRange(1, 3).Draw(t, "parts")
	for i := range parts {
		c.Visit(view, s, index.Share{I: i, N: parts}, func(b index.Block) bool {
			for i, r := range b.Rank {
				e, ok := c.Event(r)
				if !ok || e.X != b.X[i] || e.Y != b.Y[i] || e.State != b.State[i] || !s.Has(r) ||
					c.Kinds()[b.Kind[i]] != e.Kind && c.Kinds()[b.Kind[i]] != "" {
					t.Fatalf("block shows %+v", e)
				}
				seen[e.Number]++
			}
			return true
		})
	}
	for n, times := range seen {
		if times != 1 {
			t.Fatalf("event %d is seen %d times", n, times)
		}
	}
	for _, n := range m.seen(view, selected) {
		if seen[n] != 1 {
			t.Fatalf("event %d at %v is not seen in %v", n, m[n].Point, view)
		}
	}
}

func TestColumnsAreAsANaiveScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { compare(t, rapid.IntRange(0, 120).Draw(t, "events"), 5) })
}

func TestMoreKindsThanABytesFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { compare(t, 600, 300) })
}

// compare makes columns, edits them a few times and compares all along.
func compare(t *rapid.T, events, kinds int) {
	m := naive{}
	var rows []store.EventRow
	next := int64(1)
	for ; next <= int64(events); next++ {
		r := drawRow(t, next, kinds)
		rows = append(rows, r)
		m[next] = r
	}
	c := index.New(rows, index.Head{Seq: 1})
	check(t, c, m, kinds)
	for range rapid.IntRange(0, 4).Draw(t, "changes") {
		before, kept := c, maps(m)
		var changed []store.EventRow
		var removed []int64
		for n := range kept {
			switch rapid.IntRange(0, 8).Draw(t, "change") {
			case 0:
				removed = append(removed, n)
				delete(m, n)
			case 1:
				r := drawRow(t, n, kinds)
				r.ID = m[n].ID
				changed = append(changed, r)
				m[n] = r
			}
		}
		for range rapid.IntRange(0, 5).Draw(t, "new") {
			r := drawRow(t, next, kinds)
			changed = append(changed, r)
			m[next] = r
			next++
		}
		c = c.Apply(changed, append(removed, 1<<30), index.Head{Seq: before.Head().Seq + 1})
		check(t, c, m, kinds)
		check(t, before, kept, kinds)
	}
}

func maps(m naive) naive {
	c := naive{}
	for n, r := range m {
		c[n] = r
	}
	return c
}

func TestASelectionOfOtherColumnsMeansTheSameEvents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []store.EventRow
		for n := range int64(50) {
			rows = append(rows, drawRow(t, n+1, 3))
		}
		before := index.New(rows, index.Head{})
		found := before.Numbers([]int64{3, 4, 5})
		after := before.Apply(nil, []int64{4}, index.Head{Seq: 1})
		got := after.Select(index.Filter{Within: found}).Numbers()
		slices.Sort(got)
		if !slices.Equal(got, []int64{3, 5}) {
			t.Fatalf("found %v", got)
		}
	})
}
