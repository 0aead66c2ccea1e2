package index_test

import (
	"cmp"
	"math"
	"slices"
	"time"

	"sitmap/mapdata/geo"
	"sitmap/store"
	"sitmap/store/index"
)

// naive is the same as Columns, done one event after another.
type naive map[int64]store.EventRow

func (m naive) list() []store.EventRow {
	var all []store.EventRow
	for _, r := range m {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b store.EventRow) int {
		return cmp.Or(cmp.Compare(a.Earliest, b.Earliest), cmp.Compare(a.Latest, b.Latest), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	return all
}

func (m naive) pass(f index.Filter, within map[int64]bool) []int64 {
	var numbers []int64
	for _, r := range m.list() {
		if naivePass(r, f) && (within == nil || within[r.Number]) {
			numbers = append(numbers, r.Number)
		}
	}
	return numbers
}

func naivePass(r store.EventRow, f index.Filter) bool {
	if f.Box != nil {
		if !r.Placed {
			return false
		}
		lon, lat := r.Point[0], r.Point[1]
		if lat < f.Box.Min[1] || lat > f.Box.Max[1] {
			return false
		}
		in := func(lon float64) bool {
			if f.Box.Min[0] > f.Box.Max[0] {
				return lon >= f.Box.Min[0] || lon <= f.Box.Max[0]
			}
			return lon >= f.Box.Min[0] && lon <= f.Box.Max[0]
		}
		// 180 degrees east and west are the same meridian.
		if !in(lon) && !(lon == 180 && in(-180)) && !(lon == -180 && in(180)) {
			return false
		}
	}
	if !f.From.IsZero() || !f.To.IsZero() {
		start, end := r.Earliest, r.Latest
		switch {
		case start == store.UnknownTime && end == store.UnknownTime:
			if !f.Undated {
				return false
			}
			start, end = math.MinInt64, math.MaxInt64
		case start == store.UnknownTime:
			start = end - 1
		case end == store.UnknownTime || end == start:
			end = start + 1
		}
		if !f.To.IsZero() && start >= f.To.UnixMilli() || !f.From.IsZero() && end <= f.From.UnixMilli() {
			return false
		}
	}
	if len(f.Kinds) > 0 && !slices.Contains(f.Kinds, r.Kind) {
		return false
	}
	if len(f.Assessments) > 0 && !slices.Contains(f.Assessments, cmp.Or(r.Assessment, store.Reported)) {
		return false
	}
	if len(f.Precisions) > 0 && !slices.Contains(f.Precisions, r.PlacePrecision) {
		return false
	}
	s := naiveFlags(r)
	return s&f.With == f.With && s&f.Without == 0
}

func naiveFlags(r store.EventRow) (s index.State) {
	if r.Review != store.Reviewed {
		s |= index.Draft
	}
	if r.Placed {
		s |= index.Placed
	}
	if r.Protected {
		s |= index.Protected
	}
	return s
}

func naiveDay(r store.EventRow) index.Day {
	if r.CountsOn != "" {
		t, _ := time.Parse(time.DateOnly, r.CountsOn)
		return index.DayOf(t)
	}
	switch r.Precision {
	case store.Week, store.Month, store.Year, store.Unknown:
		return index.NoDay
	}
	end := r.Earliest
	if r.Latest != store.UnknownTime {
		end = r.Latest - 1
	}
	if end == store.UnknownTime {
		return index.NoDay
	}
	loc, err := time.LoadLocation(r.Zone)
	if err != nil {
		loc = time.UTC
	}
	return index.DayOf(time.UnixMilli(end).In(loc))
}

func (m naive) counts(numbers []int64, kinds []string) index.Counts {
	c := index.Counts{Events: len(numbers), Kinds: make([]int, len(kinds))}
	days := map[index.Day]int{}
	for _, n := range numbers {
		at := slices.Index(kinds, m[n].Kind)
		if at < 0 {
			at = len(kinds) - 1 // the rest
		}
		c.Kinds[at]++
		if d := naiveDay(m[n]); d == index.NoDay {
			c.NoDay++
		} else {
			days[d]++
		}
	}
	for d, n := range days {
		c.Days = append(c.Days, index.DayCount{Day: d, Events: n})
	}
	slices.SortFunc(c.Days, func(a, b index.DayCount) int { return int(a.Day) - int(b.Day) })
	return c
}

// seen are the numbers of the events in a rectangle on the map that are selected.
func (m naive) seen(r geo.Rect, numbers []int64) []int64 {
	var in []int64
	for _, n := range numbers {
		if !m[n].Placed {
			continue
		}
		w := geo.Project(m[n].Point)
		if w.Y < r.Min.Y || w.Y > r.Max.Y {
			continue
		}
		for x := w.X - 3; x <= r.Max.X; x++ {
			if x >= r.Min.X {
				in = append(in, n)
				break
			}
		}
	}
	slices.Sort(in)
	return in
}
