package publication

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"sitmap/app/situation"
	"sitmap/store"
	"sitmap/store/index"
)

// MostChanges is how many changes of events are told of one publication.
const MostChanges = 1000

// Reopened is a publication with its events as they were.
type Reopened struct {
	store.Publication
	Past *store.Past // nil: it was made before anything was recorded
	// Numbers are those of the events that it showed, in the order of lists. Where the
	// store has no list of them, not Listed, they follow from its filter and view.
	Numbers []int64
	// Changes are what has become of them since, with those that would be in it today
	// and were not; More says that there are others.
	Changes []store.Difference
	More    bool
}

// Open opens a publication by its id. names finds places of its filter by other
// spellings; nil: none are. Errors are sentences.
func Open(ctx context.Context, st *store.Store, id string, names situation.Names) (Reopened, error) {
	p, err := st.Publication(ctx, id)
	if err != nil {
		return Reopened{}, err
	}
	r := Reopened{Publication: p}
	if p.Head == 0 && p.HeadHash == "" {
		return r, nil
	}
	if r.Past, err = st.PublishedState(ctx, p); err != nil {
		return r, err
	}
	if p.Listed {
		r.Numbers, err = st.Shown(ctx, p.ID)
	} else {
		r.Numbers, err = shows(ctx, r.Past, p, names)
	}
	if err != nil {
		return r, err
	}
	today, err := shows(ctx, st, p, names)
	if err != nil {
		return r, err
	}
	was, is := sorted(r.Numbers), sorted(today)
	r.Changes, r.More, err = r.Past.Differences(ctx, func(n int64) bool { return has(was, n) || has(is, n) }, MostChanges)
	if err != nil {
		return r, err
	}
	for i := range r.Changes {
		// One that was there, but did not show: it has come in by what was changed.
		if d := &r.Changes[i]; !has(was, d.Number) {
			d.Became = store.BecameAdded
		}
	}
	return r, nil
}

func sorted(ns []int64) []int64 { return slices.Sorted(slices.Values(ns)) }

func has(sorted []int64, n int64) bool {
	_, found := slices.BinarySearch(sorted, n)
	return found
}

// state is a store as it is, or as it was known.
type state interface {
	index.Source
	EventNumbers(ctx context.Context, f store.Filter) ([]int64, error)
}

// shows are the numbers of the events that a publication would show of a state, by its
// filter, view and window of time, in the order of lists.
func shows(ctx context.Context, from state, p store.Publication, names situation.Names) ([]int64, error) {
	var pass []int64
	if p.Filter != "" {
		var err error
		if pass, err = from.EventNumbers(ctx, situation.Filter(p.Filter, names)); err != nil {
			return nil, fmt.Errorf("finding “%s”: %w", p.Filter, err)
		}
	}
	box, boxed := ViewOf(p)
	if p.Filter != "" && !boxed && p.Earliest.IsZero() && p.Latest.IsZero() {
		return pass, nil
	}
	x, err := index.Build(ctx, from, nil)
	if err != nil {
		return nil, fmt.Errorf("reading the events: %w", err)
	}
	c := x.Columns()
	f := index.Filter{From: p.Earliest, To: p.Latest}
	if p.Filter != "" {
		f.Within = c.Numbers(pass)
	}
	if boxed {
		f.Box = &box
	}
	return c.Select(f).Numbers(), nil
}

// ViewOf is the bound that a picture showed, in degrees.
func ViewOf(p store.Publication) (b orb.Bound, ok bool) {
	text, _, _ := strings.Cut(p.View, " ") // a projection stands behind it
	parts := strings.Split(text, ",")
	if len(parts) != 4 {
		return b, false
	}
	var x [4]float64
	for i, s := range parts {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return b, false
		}
		x[i] = v
	}
	return orb.Bound{Min: orb.Point{x[0], x[1]}, Max: orb.Point{x[2], x[3]}}, true
}

// Touching are the publications that showed an event, newest first. Of those that have
// no list of their events, filter and view tell.
func Touching(ctx context.Context, st *store.Store, event string, names situation.Names) ([]store.Publication, error) {
	list, loose, err := st.PublicationsTouching(ctx, event)
	if err != nil {
		return nil, err
	}
	for _, p := range loose {
		past, err := st.PublishedState(ctx, p)
		if err != nil {
			continue // it is told of when it is opened
		}
		showed, err := showed(ctx, past, p, event, names)
		if err != nil {
			return nil, err
		}
		if showed {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b store.Publication) int { return b.Time.Compare(a.Time) })
	return list, nil
}

// showed reports whether a publication without a list showed one event.
func showed(ctx context.Context, past *store.Past, p store.Publication, event string, names situation.Names) (bool, error) {
	f := situation.Filter(p.Filter, names)
	f.IDs = []string{event}
	pass, err := past.EventNumbers(ctx, f)
	if err != nil || len(pass) == 0 {
		return false, err
	}
	e, err := past.Event(ctx, event)
	if err != nil {
		return false, err
	}
	row := store.RowOf(pass[0], e.Value)
	if box, boxed := ViewOf(p); boxed && (!row.Placed || !within(row.Point, box)) {
		return false, nil
	}
	return overlaps(row, p.Earliest, p.Latest), nil
}

func within(p orb.Point, b orb.Bound) bool {
	if p[1] < b.Min[1] || p[1] > b.Max[1] {
		return false
	}
	if b.Min[0] > b.Max[0] { // across the date line
		return p[0] >= b.Min[0] || p[0] <= b.Max[0]
	}
	return p[0] >= b.Min[0] && p[0] <= b.Max[0]
}

// overlaps reports whether an event meets a window of time, half-open; a zero end is
// open.
func overlaps(r store.EventRow, from, to time.Time) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	first, last := r.Earliest, r.Latest
	switch {
	case first == store.UnknownTime && last == store.UnknownTime:
		return false
	case first == store.UnknownTime:
		first = last
	case last == store.UnknownTime:
		last = first
	}
	return (to.IsZero() || first < to.UnixMilli()) && (from.IsZero() || last >= from.UnixMilli())
}
