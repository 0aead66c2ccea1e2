package situation

import (
	"fmt"
	"time"

	"sitmap/store"
)

// FormatWhen says when in words, as precisely as it was told and no more, in the
// zone it was told in, else in home (nil: UTC): "night of 3–4 July 2025". A time
// of the day names its zone.
func FormatWhen(w store.When, home *time.Location) string {
	return newZones(home).when(w, true)
}

// FormatUTC gives the same interval in UTC, "" where neither end is known. A
// whole day elsewhere is not a whole day there, so it says from when till when.
func FormatUTC(w store.When) string {
	const layout = "2 January 2006 15:04"
	e, l := w.Earliest.UTC(), w.Latest.UTC()
	switch {
	case w.Earliest.IsZero() && w.Latest.IsZero():
		return ""
	case w.Latest.IsZero():
		return "from " + e.Format(layout) + " UTC"
	case w.Earliest.IsZero():
		return "before " + l.Format(layout) + " UTC"
	case w.Precision == store.Second:
		return e.Format("2 January 2006 15:04:05") + " UTC"
	case w.Precision == store.Minute || !e.Before(l):
		return e.Format(layout) + " UTC"
	case sameDay(e, l):
		return e.Format(layout) + "–" + l.Format("15:04") + " UTC"
	case e.Year() == l.Year():
		return e.Format("2 January 15:04") + " – " + l.Format(layout) + " UTC"
	default:
		return e.Format(layout) + " – " + l.Format(layout) + " UTC"
	}
}

// ShortDate is the date without its year: "3 July", "3–4 July", "July"; "" where
// it is not known.
func ShortDate(w store.When, home *time.Location) string {
	return newZones(home).shortDate(w)
}

// FormatInstant gives an instant with its zone: "5 July 2025, 12:00 UTC".
func FormatInstant(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	if zone == nil {
		zone = time.UTC
	}
	return t.In(zone).Format("2 January 2006, 15:04 ") + zoneTitle(zone)
}

// when is FormatWhen; without years it is for a label.
func (z *zones) when(w store.When, years bool) string {
	zone := z.of(w)
	e, l := w.Earliest.In(zone), w.Latest.In(zone)
	switch {
	case w.Earliest.IsZero() && w.Latest.IsZero():
		if w.Text != "" {
			return w.Text
		}
		return "time unknown"
	case w.Latest.IsZero():
		return "from " + moment(e, years, zone)
	case w.Earliest.IsZero():
		if midnight(l) {
			return "by " + day(l.AddDate(0, 0, -1), years)
		}
		return "before " + moment(l, years, zone)
	}
	if words, ok := third(w, e, l, years); ok {
		return words
	}
	switch w.Precision {
	case store.Second:
		return day(e, years) + e.Format(", 15:04:05 ") + zoneTitle(zone)
	case store.Minute:
		return day(e, years) + e.Format(", 15:04 ") + zoneTitle(zone)
	case store.PartOfDay:
		return partOfDay(e, l, years, zone)
	case store.Week:
		return "week of " + day(e, years)
	case store.Month:
		if years {
			return e.Format("January 2006")
		}
		return e.Format("January")
	case store.Year:
		return e.Format("2006")
	default:
		return span(e, l, years, zone)
	}
}

func (z *zones) shortDate(w store.When) string {
	zone := z.of(w)
	e, l := w.Earliest.In(zone), w.Latest.In(zone)
	switch {
	case w.Earliest.IsZero() && w.Latest.IsZero():
		return ""
	case w.Latest.IsZero():
		return "from " + day(e, false)
	case w.Earliest.IsZero():
		return "by " + day(lastDay(time.Time{}, l), false)
	}
	if words, ok := third(w, e, l, false); ok {
		return words
	}
	switch w.Precision {
	case store.Month:
		return e.Format("January")
	case store.Year:
		return e.Format("2006")
	}
	return days(e, lastDay(e, l), false)
}

// span is an interval in words: days where it is made of whole days, else times.
func span(e, l time.Time, years bool, zone *time.Location) string {
	switch {
	case midnight(e) && midnight(l) && l.After(e):
		return days(e, lastDay(e, l), years)
	case !l.After(e):
		return moment(e, years, zone)
	case sameDay(e, l) || midnight(l) && sameDay(e, lastDay(e, l)):
		return day(e, years) + ", " + e.Format("15:04") + "–" + clock(e, l) + " " + zoneTitle(zone)
	default:
		return day(e, years && e.Year() != l.Year()) + e.Format(" 15:04") + " – " +
			day(l, years) + l.Format(" 15:04 ") + zoneTitle(zone)
	}
}

// clock is the time of l's end of a span that began at e; the midnight that ends
// a day is its 24:00.
func clock(e, l time.Time) string {
	if midnight(l) && l.After(e) {
		return "24:00"
	}
	return l.Format("15:04")
}

// partOfDay names the part of the day where the hours are those usually meant.
func partOfDay(e, l time.Time, years bool, zone *time.Location) string {
	from := e.Hour()
	to := l.Hour()
	if l.Minute() > 0 || l.Second() > 0 {
		to++
	}
	last := lastDay(e, l)
	next := sameDay(e.AddDate(0, 0, 1), last)
	if sameDay(e, last) && midnight(l) {
		to = 24
	}
	switch {
	case next && from >= 18 && to <= 10:
		return "night of " + days(e, last, years)
	case !sameDay(e, last):
	case from < 3 && to <= 7:
		return "early hours of " + day(e, years)
	case from >= 4 && to <= 12:
		return "morning of " + day(e, years)
	case from >= 12 && to <= 18:
		return "afternoon of " + day(e, years)
	case from >= 17:
		return "evening of " + day(e, years)
	}
	return span(e, l, years, zone)
}

// moment is an instant: its day, and its time where it is not midnight.
func moment(t time.Time, years bool, zone *time.Location) string {
	if midnight(t) {
		return day(t, years)
	}
	return day(t, years) + t.Format(", 15:04 ") + zoneTitle(zone)
}

func day(t time.Time, years bool) string {
	if years {
		return t.Format("2 January 2006")
	}
	return t.Format("2 January")
}

// days is a range of days, both inclusive, without saying anything twice.
func days(a, b time.Time, years bool) string {
	switch {
	case sameDay(a, b):
		return day(a, years)
	case a.Year() != b.Year():
		return day(a, true) + " – " + day(b, true)
	case a.Month() != b.Month():
		return day(a, false) + " – " + day(b, years)
	default:
		return fmt.Sprintf("%d–%s", a.Day(), day(b, years))
	}
}

// lastDay is the day on which a half-open interval ends.
func lastDay(e, l time.Time) time.Time {
	if midnight(l) && l.After(e) {
		return l.AddDate(0, 0, -1)
	}
	return l
}

func midnight(t time.Time) bool {
	h, m, s := t.Clock()
	return h == 0 && m == 0 && s == 0 && t.Nanosecond() == 0
}

func sameDay(a, b time.Time) bool {
	ay, am, ad := a.Date()
	by, bm, bd := b.Date()
	return ay == by && am == bm && ad == bd
}
