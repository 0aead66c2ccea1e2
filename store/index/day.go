package index

import (
	"math"
	"time"
	_ "time/tzdata" // the zones must be there on any system

	"sitmap/store"
)

// NoDay is the day of events whose time is not known to the day.
const NoDay = Day(math.MinInt32)

// Day is a local date, counted in days since 1 January 1970.
type Day int32

// Date is midnight UTC of that date; zero for NoDay.
func (d Day) Date() time.Time {
	if d == NoDay {
		return time.Time{}
	}
	return time.Unix(int64(d)*86400, 0).UTC()
}

// String is the date as YYYY-MM-DD, "" for NoDay.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	return d.Date().Format(time.DateOnly)
}

// DayOf is the day of a date.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

const dayMillis = 86400 * 1000

// calendar finds the days on which events count. It asks the time zone for the
// stretch in which its offset stays the same, and the zone again only outside of it:
// events of a store are told in few zones.
type calendar struct {
	zones map[string]*zone
	last  string
	z     *zone
}

type zone struct {
	loc              *time.Location
	from, to, offset int64 // milliseconds; [from, to)
}

// day is the date an event counts on: the one set, else the local date on which it
// ended. It ends before Latest, so one that ends at midnight counts on the day before.
func (c *calendar) day(r *store.EventRow) Day {
	if r.CountsOn != "" {
		if t, err := time.Parse(time.DateOnly, r.CountsOn); err == nil {
			return DayOf(t)
		}
	}
	switch r.Precision {
	case store.Week, store.Month, store.Year, store.Unknown:
		return NoDay
	}
	end := r.Earliest
	if r.Latest != store.UnknownTime {
		end = r.Latest - 1
	}
	if end == store.UnknownTime {
		return NoDay
	}
	z := c.zone(r.Zone)
	if end < z.from || end >= z.to {
		z.turn(end)
	}
	return Day(floorDiv(end+z.offset, dayMillis))
}

func (c *calendar) zone(name string) *zone {
	if c.z != nil && name == c.last {
		return c.z
	}
	z, ok := c.zones[name]
	if !ok {
		loc, err := time.LoadLocation(name)
		if err != nil {
			loc = time.UTC
		}
		z = &zone{loc: loc}
		if c.zones == nil {
			c.zones = map[string]*zone{}
		}
		c.zones[name] = z
	}
	c.last, c.z = name, z
	return z
}

// turn moves to the stretch of one offset that holds an instant.
func (z *zone) turn(ms int64) {
	t := time.UnixMilli(ms).In(z.loc)
	_, offset := t.Zone()
	z.offset = int64(offset) * 1000
	from, to := t.ZoneBounds()
	z.from, z.to = math.MinInt64, math.MaxInt64
	if !from.IsZero() {
		z.from = from.UnixMilli()
	}
	if !to.IsZero() {
		z.to = to.UnixMilli()
	}
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
