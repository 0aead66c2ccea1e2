package when

import (
	"fmt"
	"time"

	"sitmap/store"
)

type interval = store.When

// span is what one moment covers.
type span struct {
	from, to  time.Time
	precision store.Precision
}

func (p *parser) resolve() (interval, error) {
	if len(p.done) == 1 {
		m := p.done[0]
		if err := p.complete(&m); err != nil {
			return interval{}, err
		}
		s, err := p.span(m)
		if err != nil {
			return interval{}, err
		}
		if p.about {
			s = p.widen(m, s)
		}
		return p.bounded(s, m), nil
	}
	a, b := p.done[0], p.done[1]
	switch {
	case b == (moment{}):
		// “3 July 22:00 –” is open at the end.
		p.done, p.bound = p.done[:1], since
		return p.resolve()
	case p.about:
		return interval{}, refuse("“About” and a range do not go together; write the range as wide as it is meant.")
	case p.bound == since || p.bound == after:
		// “since 22:00 until 03:00” is the range itself.
	case p.bound != closed:
		return interval{}, refuse("A range has both its ends; leave out the word before it.")
	}
	if err := p.share(&a, &b); err != nil {
		return interval{}, err
	}
	if n, ok, err := p.nightOver(a, b); ok || err != nil {
		return n, err
	}
	from, err := p.span(a)
	if err != nil {
		return interval{}, err
	}
	to, err := p.span(b)
	if err != nil {
		return interval{}, err
	}
	return p.between(a, b, from, to)
}

func (p *parser) between(a, b moment, from, to span) (interval, error) {
	end := to.to
	// “01:00–02:00” ends at 02:00, “3–4 July” with the 4th.
	if b.clock != nil {
		if end = to.to.Add(-width(b.clock)); b.clock.fine == byHour {
			end = to.from
		}
	}
	if !end.After(from.from) {
		return interval{}, refuse("The interval ends before it begins: %s comes after %s.",
			p.tell(from.from, b), p.tell(end, b))
	}
	s := span{from.from, end, store.Interval}
	w := p.bounded(s, a)
	w.Zone = p.zoneName(a, s.from)
	return w, nil
}

func (p *parser) tell(t time.Time, m moment) string {
	return t.In(p.location(m)).Format("2 January 2006 15:04")
}

// bounded opens the interval on the side that “since” or “before” leaves open.
func (p *parser) bounded(s span, m moment) interval {
	w := interval{Precision: s.precision, Zone: p.zoneName(m, s.from)}
	w.Earliest, w.Latest = s.from.UTC(), s.to.UTC()
	if len(p.done) == 2 || p.bound == closed {
		return w
	}
	switch p.bound {
	case since:
		w.Latest = time.Time{}
	case after:
		w.Earliest, w.Latest = s.to.UTC(), time.Time{}
		if m.clock != nil && m.clock.fine != byHour {
			w.Earliest = s.from.UTC()
		}
	case before:
		w.Earliest, w.Latest = time.Time{}, s.from.UTC()
	case upTo:
		w.Earliest, w.Latest = time.Time{}, s.to.UTC()
		if m.clock != nil && m.clock.fine != byHour {
			w.Latest = s.from.UTC()
		}
	case justAfter:
		w.Earliest, w.Latest = s.to.UTC(), s.to.Add(time.Hour).UTC()
		if m.clock != nil && m.clock.fine != byHour {
			w.Earliest, w.Latest = s.from.UTC(), s.from.Add(time.Hour).UTC()
		} else if m.clock != nil {
			w.Earliest, w.Latest = s.from.UTC(), s.to.UTC()
		}
		w.Precision = store.Hour
		return w
	case justBefore:
		w.Earliest, w.Latest, w.Precision = s.from.Add(-time.Hour).UTC(), s.from.UTC(), store.Hour
		return w
	}
	w.Precision = store.Interval
	return w
}

// location is the zone a moment's clock runs in.
func (p *parser) location(m moment) *time.Location {
	switch {
	case m.offset == nil:
		return p.loc
	case *m.offset == 0:
		return time.UTC
	}
	return time.FixedZone(fmt.Sprintf("UTC%+03d:%02d", *m.offset/3600, abs(*m.offset)/60%60), *m.offset)
}

func abs(n int) int { return max(n, -n) }

// zoneName is the IANA name to keep: that of the zone at hand if it had the given
// offset, else one that has it all the year.
func (p *parser) zoneName(m moment, at time.Time) string {
	named := p.loc.String()
	if named == "Local" {
		named = ""
	}
	if m.offset == nil {
		return named
	}
	if _, off := at.In(p.loc).Zone(); off == *m.offset && (off != 0 || p.zoned != "") {
		return named
	}
	if h := *m.offset / 3600; *m.offset%3600 == 0 && h != 0 && h >= -12 && h <= 14 {
		return fmt.Sprintf("Etc/GMT%+d", -h) // signs of these names are the wrong way round
	}
	return "UTC"
}

// nightOver reads “night of 3-4 July”: from the evening of the one day to the
// morning of the other.
func (p *parser) nightOver(a, b moment) (interval, bool, error) {
	nights := func(m moment) bool { return m.part != nil && m.part.name == night.name }
	both := nights(a) && nights(b)
	if both || a.d == 0 || b.d == 0 || a.clock != nil || b.clock != nil || !nights(a) && !nights(b) {
		return interval{}, false, nil
	}
	if nights(a) && b.part != nil || nights(b) && a.part != nil {
		return interval{}, false, nil
	}
	if one := (wall{y: a.y, mo: a.mo, d: a.d + 1}).in(time.UTC); !one.Equal((wall{y: b.y, mo: b.mo, d: b.d}).in(time.UTC)) {
		return interval{}, true, refuse("A night lies between two days that follow each other; for several write “3 July 2025 22:00 – 6 July 2025 06:00”.")
	}
	a.part, b.part = nil, nil
	for _, m := range []moment{a, b} {
		if err := p.checkWeekday(m); err != nil {
			return interval{}, true, err
		}
	}
	loc := p.location(a)
	s := span{wall{y: a.y, mo: a.mo, d: a.d, minutes: night.from}.first(loc), wall{y: a.y, mo: a.mo, d: a.d, minutes: night.to}.first(loc), store.PartOfDay}
	w := interval{Earliest: s.from.UTC(), Latest: s.to.UTC(), Precision: s.precision, Zone: p.zoneName(a, s.from)}
	return w, true, nil
}
