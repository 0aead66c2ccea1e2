package when

import (
	"strings"
	"time"

	"sitmap/store"
)

// Show tells an interval on two clocks: that of the zone it was told in, and UTC;
// the same text twice where they show the same. Its end is the moment at which it
// is over. Where the clock was changed in between, each end has its offset.
func Show(w store.When) (local, utc string) {
	if w.Earliest.IsZero() && w.Latest.IsZero() {
		return "", ""
	}
	loc := location(w)
	local = clock(w, loc)
	if atUTC(w.Earliest, loc) && atUTC(w.Latest, loc) {
		return local, local
	}
	return local, clock(w, time.UTC)
}

// atUTC reports whether loc's clock shows UTC at an instant, if there is one.
func atUTC(t time.Time, loc *time.Location) bool {
	_, offset := t.In(loc).Zone()
	return t.IsZero() || offset == 0
}

func location(w store.When) *time.Location {
	if w.Zone != "" {
		if loc, ok := load(w.Zone); ok {
			return loc
		}
	}
	return time.UTC
}

func clock(w store.When, loc *time.Location) string {
	const date = "2 Jan 2006"
	zone := loc.String()
	a, b := w.Earliest.In(loc), w.Latest.In(loc)
	switch {
	case w.Latest.IsZero():
		return "from " + a.Format(date+" "+fine(a)) + " on, " + zone
	case w.Earliest.IsZero():
		return "before " + b.Format(date+" "+fine(b)) + ", " + zone
	case w.Precision == store.Minute && b.Sub(a) == time.Minute, w.Precision == store.Second && b.Sub(a) == time.Second:
		return a.Format(date+" "+fine(a)) + " " + zone
	case midnight(a) && midnight(b):
		last := b.AddDate(0, 0, -1)
		if sameDay(a, last) {
			return a.Format(date) + ", the whole day, " + zone
		}
		return a.Format(date) + " – " + last.Format(date) + ", whole days, " + zone
	case offset(a) != offset(b):
		return a.Format(date+" "+fine(a)+" -07:00") + " – " + b.Format(date+" "+fine(b)+" -07:00") + ", " + zone
	case sameDay(a, b):
		return a.Format(date+" "+fine(a)) + "–" + b.Format(fine(b)) + " " + zone
	}
	return a.Format(date+" "+fine(a)) + " – " + b.Format(date+" "+fine(b)) + " " + zone
}

func offset(t time.Time) int { _, seconds := t.Zone(); return seconds }

func fine(t time.Time) string {
	if t.Second() != 0 || t.Nanosecond() != 0 {
		return "15:04:05"
	}
	return "15:04"
}

func midnight(t time.Time) bool {
	return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 && t.Nanosecond() == 0
}

func sameDay(a, b time.Time) bool { return a.YearDay() == b.YearDay() && a.Year() == b.Year() }

// Write gives words to an interval that came without any, so that [Parse] reads
// the same interval again.
func Write(w store.When) string {
	if w.Text != "" {
		return w.Text
	}
	if w.Earliest.IsZero() && w.Latest.IsZero() {
		return ""
	}
	loc := location(w)
	a, b := w.Earliest.In(loc), w.Latest.In(loc)
	zone := " " + loc.String()
	if strings.HasPrefix(loc.String(), "Etc/") {
		zone = "" // the offsets say it all
	}
	switch {
	case w.Zone == "" || zone == "":
		// Without a zone nothing but the instants is certain.
	case w.Latest.IsZero() || w.Earliest.IsZero():
	case w.Precision == store.Minute && b.Sub(a) == time.Minute:
		return a.Format("2006-01-02 15:04") + zone
	case !midnight(a) || !midnight(b):
	case a.AddDate(0, 0, 1).Equal(b):
		return a.Format("2006-01-02") + zone
	case a.Day() == 1 && a.AddDate(0, 1, 0).Equal(b):
		return a.Format("2006-01") + zone
	case a.YearDay() == 1 && a.AddDate(1, 0, 0).Equal(b):
		return a.Format("2006") + zone
	default:
		return a.Format("2006-01-02") + " – " + b.AddDate(0, 0, -1).Format("2006-01-02") + zone
	}
	switch {
	case w.Latest.IsZero():
		return "since " + Stamp(a, loc) + zone
	case w.Earliest.IsZero():
		return "before " + Stamp(b, loc) + zone
	}
	return Stamp(a, loc) + " – " + Stamp(b, loc) + zone
}

// Stamp writes an instant with its offset, as fine as it is: 2025-07-04T01:30+03:00.
// A zero instant is "".
func Stamp(t time.Time, loc *time.Location) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(loc)
	switch {
	case t.Nanosecond() != 0:
		return t.Format("2006-01-02T15:04:05.000Z07:00")
	case t.Second() != 0:
		return t.Format("2006-01-02T15:04:05Z07:00")
	}
	return t.Format("2006-01-02T15:04Z07:00")
}

// Instant reads one instant: a date and a time of day, in zone unless it says
// otherwise. "" is the zero instant.
func Instant(text string, zone *time.Location) (time.Time, error) {
	if strings.TrimSpace(text) == "" {
		return time.Time{}, nil
	}
	r, err := Parse(text, Context{Zone: zone})
	if err != nil {
		return time.Time{}, err
	}
	w := r.When
	if len(r.Notes) > 0 {
		return time.Time{}, refuse("%s", r.Notes[0])
	}
	switch w.Precision {
	case store.Second, store.Minute, store.Hour, store.Day:
		return w.Earliest, nil
	}
	return time.Time{}, refuse("“%s” is no single instant; write it as 2025-07-04 01:30.", text)
}
