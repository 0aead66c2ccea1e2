package when

import (
	"fmt"
	"time"
)

// share lets each end of a range have what only the other one told.
func (p *parser) share(a, b *moment) error {
	if a.slash && !b.named {
		return refuse("A slash may part days and months; write the month as a word, or a dash for a range.")
	}
	if a.offset == nil {
		a.offset = b.offset
	} else if b.offset == nil {
		b.offset = a.offset
	}
	if a.week != 0 || b.week != 0 {
		if b.y == 0 {
			b.y = a.y
		}
		return nil
	}
	if err := p.shareWeekdays(a, b); err != nil {
		return err
	}
	timeOnly := func(m *moment) bool {
		return m.d == 0 && m.mo == 0 && m.y == 0 && m.weekday == nil && (m.clock != nil || m.part != nil)
	}
	switch {
	case a.fixed != nil || b.fixed != nil:
		if err := p.complete(a); err != nil {
			return err
		}
		return p.complete(b)
	case a.part != nil && a.part.name == night.name && a.onlyPart() && b.d != 0 && b.clock == nil && b.part == nil:
		// “overnight into 4 July”
		if err := p.complete(b); err != nil {
			return err
		}
		eve := wall{y: b.y, mo: b.mo, d: b.d - 1}.in(time.UTC)
		a.y, a.mo, a.d = eve.Year(), int(eve.Month()), eve.Day()
	case timeOnly(b) && timeOnly(a):
		if err := p.complete(a); err != nil {
			return err
		}
		b.follow(*a)
	case timeOnly(b):
		if err := p.complete(a); err != nil {
			return err
		}
		b.follow(*a)
	case timeOnly(a):
		if err := p.complete(b); err != nil {
			return err
		}
		a.y, a.mo, a.d = b.y, b.mo, b.d
		if a.clock != nil && b.clock != nil && !a.clock.earlier(b.clock) {
			return refuse("Which day is the first time on? Write both dates, as “3 July 2025 22:00 – 4 July 2025 03:00”.")
		}
	}
	return p.shareDates(a, b)
}

// onlyPart says whether a moment is a part of a day and nothing else.
func (m *moment) onlyPart() bool {
	q := *m
	q.part, q.offset = nil, nil
	return q == moment{}
}

// shareWeekdays dates the ends that are told by the day of the week alone: the
// first one before the reference or the other end's date, the second after the
// first.
func (p *parser) shareWeekdays(a, b *moment) error {
	bare := func(m *moment) bool { return m.weekday != nil && m.y == 0 && m.mo == 0 && m.d == 0 && m.week == 0 }
	date := func(m *moment, t time.Time) { m.y, m.mo, m.d = t.Year(), int(t.Month()), t.Day() }
	if bare(a) {
		now := p.Now.In(p.location(*a))
		switch {
		case b.d != 0 && (b.mo != 0 || b.y != 0):
			if err := p.complete(b); err != nil {
				return err
			}
			now = wall{y: b.y, mo: b.mo, d: b.d}.in(time.UTC)
		case bare(b):
			// Both before the reference: the second is, and the first before it.
			now = now.AddDate(0, 0, -((int(now.Weekday()) - int(*b.weekday) + 7) % 7))
		}
		date(a, now.AddDate(0, 0, -((int(now.Weekday())-int(*a.weekday)+7)%7)))
		p.note(fmt.Sprintf("The day is taken to be %d %s %d.", a.d, time.Month(a.mo), a.y))
	}
	if bare(b) {
		if a.d == 0 {
			return p.complete(b)
		}
		if err := p.complete(a); err != nil {
			return err
		}
		from := wall{y: a.y, mo: a.mo, d: a.d}.in(time.UTC)
		date(b, from.AddDate(0, 0, (int(*b.weekday)-int(from.Weekday())+7)%7))
	}
	return nil
}

func (p *parser) shareDates(a, b *moment) error {
	if b.mo == 0 && b.d != 0 {
		b.mo = a.mo
	}
	if a.mo == 0 && (a.d != 0 || a.third != 0) {
		a.mo = b.mo
	}
	if a.y == 0 && b.y == 0 {
		if err := p.complete(a); err != nil {
			return err
		}
	}
	switch {
	case b.y == 0:
		b.y = a.y
		if b.mo != 0 && (b.mo < a.mo || b.mo == a.mo && b.d != 0 && b.d < a.d) && b.mo != a.mo {
			b.y++
		}
	case a.y == 0:
		a.y = b.y
		if b.mo != 0 && a.mo > b.mo {
			a.y--
		}
	}
	for _, m := range []*moment{a, b} {
		if err := p.complete(m); err != nil {
			return err
		}
	}
	return nil
}

// follow dates the later time of a range that names one day: the same day, or the
// next if the clock says less than at the start.
func (m *moment) follow(a moment) {
	m.y, m.mo, m.d = a.y, a.mo, a.d
	next := m.clock != nil && a.clock != nil && !a.clock.earlier(m.clock)
	next = next || m.part != nil && a.part != nil && m.part.from < a.part.from
	if next && a.d != 0 {
		t := time.Date(a.y, time.Month(a.mo), a.d+1, 12, 0, 0, 0, time.UTC)
		m.y, m.mo, m.d = t.Year(), int(t.Month()), t.Day()
	}
}

func (t *token) earlier(u *token) bool {
	return (t.h*60+t.mi)*60+t.s < (u.h*60+u.mi)*60+u.s
}
