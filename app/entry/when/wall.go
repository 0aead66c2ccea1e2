package when

import (
	"fmt"
	"time"
)

// wall is a moment on a local clock, which may show it once, twice or never.
type wall struct{ y, mo, d, minutes, s, ms int }

func (w wall) in(loc *time.Location) time.Time {
	return time.Date(w.y, time.Month(w.mo), w.d, 0, w.minutes, w.s, w.ms*int(time.Millisecond), loc)
}

// instants are the moments at which a clock in loc shows w: one nearly always,
// none in the hour that is left out in spring, two in the one repeated in autumn.
func (w wall) instants(loc *time.Location) []time.Time {
	// As if the clock showed UTC; day and minutes may overflow, Date puts that right.
	u := w.in(time.UTC)
	var out []time.Time
	for _, around := range []time.Duration{-26 * time.Hour, 26 * time.Hour} {
		_, off := u.Add(around).In(loc).Zone()
		t := u.Add(-time.Duration(off) * time.Second)
		if _, got := t.In(loc).Zone(); got != off {
			continue
		}
		if len(out) == 0 || !out[0].Equal(t) {
			out = append(out, t)
		}
	}
	if len(out) == 2 && out[1].Before(out[0]) {
		out[0], out[1] = out[1], out[0]
	}
	return out
}

// first is the first instant that is not before w on a clock in loc: for w itself
// missing, the moment at which the clock jumped over it.
func (w wall) first(loc *time.Location) time.Time {
	if at := w.instants(loc); len(at) > 0 {
		return at[0]
	}
	_, jump := w.gap(loc)
	return jump
}

// gap explains why a clock in loc never shows w and returns the moment at which
// it jumped.
func (w wall) gap(loc *time.Location) (sentence string, jump time.Time) {
	u := w.in(time.UTC)
	_, before := u.Add(-26 * time.Hour).In(loc).Zone()
	lo, hi := u.Add(-27*time.Hour), u.Add(27*time.Hour)
	for hi.Sub(lo) > time.Second {
		mid := lo.Add(hi.Sub(lo) / 2)
		if _, off := mid.In(loc).Zone(); off == before {
			lo = mid
		} else {
			hi = mid
		}
	}
	jump = hi.Truncate(time.Second)
	was := jump.Add(time.Duration(before) * time.Second).UTC()
	return fmt.Sprintf("%s on %s did not exist in %s: clocks went from %s to %s.",
		u.Format("15:04"), u.Format("2 January 2006"), loc, was.Format("15:04"), jump.In(loc).Format("15:04")), jump
}

// fold says that the clock showed w twice.
func (w wall) fold(loc *time.Location, at []time.Time) string {
	first, second := at[0].In(loc), at[1].In(loc)
	return fmt.Sprintf("%s came twice on %s in %s, at %s and %s UTC: the interval holds both. Write %s or %s behind the time to choose.",
		first.Format("15:04"), first.Format("2 January 2006"), loc,
		at[0].UTC().Format("15:04"), at[1].UTC().Format("15:04"), zoneWord(first), zoneWord(second))
}

// zoneWord is what chooses an offset: EEST, or +03:00 where there is no word for it.
func zoneWord(t time.Time) string { return t.Format("-07:00") }
