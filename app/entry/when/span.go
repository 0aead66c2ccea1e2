package when

import (
	"fmt"
	"time"

	"sitmap/store"
)

// complete fills in the year, or the whole date of a time of day, by what lies
// nearest to the reference, before it rather than after, and says so.
func (p *parser) complete(m *moment) error {
	now := p.Now.In(p.location(*m))
	switch {
	case m.fixed != nil:
		return nil
	case m.week != 0, m.y != 0:
		return checkDate(m.y, m.mo, m.d)
	case m.months != nil:
		m.y = now.Year()
		p.note(fmt.Sprintf("The year is taken to be %d.", m.y))
		return nil
	case m.d != 0 && m.mo == 0:
		var choices []string
		for _, back := range []int{0, 1} {
			t := wall{y: now.Year(), mo: int(now.Month()) - back, d: m.d}.in(time.UTC)
			if t.Day() == m.d {
				choices = append(choices, t.Format("2 January 2006"))
			}
		}
		return ask(choices, "The %d. of which month? Write it as a word.", m.d)
	case m.mo != 0:
		if err := checkDate(0, m.mo, m.d); err != nil {
			return err
		}
		return p.nearestYear(m, now)
	case m.weekday != nil:
		back := (int(now.Weekday()) - int(*m.weekday) + 7) % 7
		t := now.AddDate(0, 0, -back)
		m.y, m.mo, m.d = t.Year(), int(t.Month()), t.Day()
	case m.third != 0:
		return ask(nil, "Early, mid or late of which day, month or year?")
	case m.midnight:
		return ask(nil, "Midnight begins a day and ends another; write 00:00 or 24:00 with the date.")
	case m.part != nil:
		day := func(back int) string { return m.part.name + " of " + now.AddDate(0, 0, -back).Format("2 January 2006") }
		return ask([]string{day(0), day(1)}, "On which day? Write the date as well.")
	case m.clock != nil && p.DateOnly:
		t := now.AddDate(0, 0, -1)
		time := fmt.Sprintf("%02d:%02d", m.clock.h, m.clock.mi)
		return ask([]string{t.Format("2 January 2006 ") + time, now.Format("2 January 2006 ") + time},
			"On which day is %s, %s or %s? Of the publication only the day is known; write the date as well.", time, t.Format("2 January"), now.Format("2 January 2006"))
	case m.clock != nil:
		m.y, m.mo, m.d = now.Year(), int(now.Month()), now.Day()
		at := wall{y: m.y, mo: m.mo, d: m.d, minutes: m.clock.h*60 + m.clock.mi}
		if at.first(p.location(*m)).After(p.Now) {
			t := now.AddDate(0, 0, -1)
			m.y, m.mo, m.d = t.Year(), int(t.Month()), t.Day()
		}
	default:
		return refuse("There is no date in this; write it as “4 July 2025”.")
	}
	p.note(fmt.Sprintf("The day is taken to be %d %s %d.", m.d, time.Month(m.mo), m.y))
	return nil
}

func (p *parser) nearestYear(m *moment, now time.Time) error {
	best := time.Duration(-1)
	for y := now.Year() - 1; y <= now.Year()+1; y++ {
		if checkDate(y, m.mo, max(m.d, 1)) != nil {
			continue // 29 February
		}
		d := time.Date(y, time.Month(m.mo), max(m.d, 1), 12, 0, 0, 0, now.Location()).Sub(now)
		if d < 0 {
			d = -d
		} else {
			d *= 2 // more is written about what was than about what will be
		}
		if best < 0 || d < best {
			best, m.y = d, y
		}
	}
	if m.y == 0 {
		return refuse("There was no %d %s lately; write the year.", m.d, time.Month(m.mo))
	}
	p.note(fmt.Sprintf("The year is taken to be %d.", m.y))
	return checkDate(m.y, m.mo, m.d)
}

func (p *parser) checkWeekday(m moment) error {
	if m.weekday == nil {
		return nil
	}
	if m.d == 0 || m.week != 0 {
		return refuse("A day of the week needs a date beside it.")
	}
	t := time.Date(m.y, time.Month(m.mo), m.d, 12, 0, 0, 0, time.UTC)
	if t.Weekday() != *m.weekday {
		return refuse("%s was a %s, not a %s.", t.Format("2 January 2006"), t.Weekday(), *m.weekday)
	}
	return nil
}

// span finds the instants that a complete moment covers.
func (p *parser) span(m moment) (span, error) {
	if err := p.checkWeekday(m); err != nil {
		return span{}, err
	}
	loc := p.location(m)
	day := wall{y: m.y, mo: m.mo, d: m.d}
	minutes := func(n int) wall { w := day; w.minutes = n; return w }
	switch {
	case m.fixed != nil:
		if m.y != 0 || m.mo != 0 || m.d != 0 || m.clock != nil || m.part != nil || m.third != 0 || m.months != nil || m.midnight {
			return span{}, errTwoDates()
		}
		return *m.fixed, nil
	case m.weekOf:
		return weekOf(m, loc)
	case m.week != 0:
		return weekSpan(m, loc)
	case m.midnight:
		return p.midnight(m, loc)
	case m.months != nil:
		return monthsSpan(m, loc)
	case m.clock != nil && m.d == 0, m.part != nil && m.d == 0:
		return span{}, ask(nil, "On which day? Write the date as well.")
	case m.clock != nil && m.part != nil:
		return p.clockInPart(m, loc)
	case m.clock != nil:
		return p.clockSpan(m, loc)
	case m.part != nil && m.part.name == night.name:
		return span{}, askNight(m.y, m.mo, m.d)
	case m.part != nil:
		return span{minutes(m.part.from).first(loc), minutes(m.part.to).first(loc), store.PartOfDay}, nil
	case m.third == 1 && m.d != 0:
		return span{minutes(early.from).first(loc), minutes(early.to).first(loc), store.PartOfDay}, nil
	case m.third == 3 && m.d != 0:
		return span{minutes(late.from).first(loc), minutes(late.to).first(loc), store.PartOfDay}, nil
	case m.third != 0 && m.d != 0:
		return span{}, refuse("“Mid” speaks of a month or a year, not of a day; write a part of the day.")
	case m.d != 0:
		return span{day.first(loc), minutes(24 * hour).first(loc), store.Day}, nil
	case m.third != 0:
		return thirdSpan(m, loc), nil
	case m.mo != 0:
		return span{wall{y: m.y, mo: m.mo, d: 1}.first(loc), wall{y: m.y, mo: m.mo + 1, d: 1}.first(loc), store.Month}, nil
	}
	return span{wall{y: m.y, mo: 1, d: 1}.first(loc), wall{y: m.y + 1, mo: 1, d: 1}.first(loc), store.Year}, nil
}

// clockInPart reads “3 July 2025 01:30 at night”: the part must hold the time.
func (p *parser) clockInPart(m moment, loc *time.Location) (span, error) {
	at := m.clock.h*60 + m.clock.mi
	if in := at >= m.part.from && at < m.part.to || at+24*hour < m.part.to; !in {
		return span{}, refuse("%02d:%02d is not in the %s.", m.clock.h, m.clock.mi, m.part.name)
	}
	return p.clockSpan(m, loc)
}

// width is how long the clock shows what was told.
func width(t *token) time.Duration {
	switch t.fine {
	case bySecond:
		return time.Second
	case byMinute:
		return time.Minute
	}
	return time.Hour
}

func (p *parser) clockSpan(m moment, loc *time.Location) (span, error) {
	w := wall{y: m.y, mo: m.mo, d: m.d, minutes: m.clock.h*60 + m.clock.mi, s: m.clock.s, ms: m.clock.ms}
	at := w.instants(loc)
	if len(at) == 0 {
		sentence, _ := w.gap(loc)
		return span{}, refuse("%s", sentence)
	}
	precision := map[clockPrecision]store.Precision{byHour: store.Hour, byMinute: store.Minute, bySecond: store.Second}[m.clock.fine]
	s := span{at[0], at[0].Add(width(m.clock)), precision}
	if len(at) == 2 {
		p.note(w.fold(loc, at))
		s.to, s.precision = at[1].Add(width(m.clock)), store.Interval
	}
	return s, nil
}

// askNight asks which of the two nights of a date is meant.
func askNight(y, mo, d int) error {
	day := func(d int) time.Time { return wall{y: y, mo: mo, d: d}.in(time.UTC) }
	of := func(a, b time.Time) string {
		return "night of " + a.Format("2 January") + " to " + b.Format("2 January 2006")
	}
	prev, at, next := day(d-1), day(d), day(d+1)
	return ask([]string{of(prev, at), of(at, next)},
		"Which night: %d–%d or %d–%d %s? Write both days.", prev.Day(), at.Day(), at.Day(), next.Day(), next.Month())
}

// midnight asks which end of the day is meant, unless it is the hour before or
// after.
func (p *parser) midnight(m moment, loc *time.Location) (span, error) {
	day := wall{y: m.y, mo: m.mo, d: m.d}
	if m.d == 0 || m.clock != nil || m.part != nil {
		return span{}, ask(nil, "Midnight begins a day and ends another; write 00:00 or 24:00 with the date.")
	}
	switch p.bound {
	case justAfter:
		p.bound = closed
		to := day
		to.minutes = hour
		return span{day.first(loc), to.first(loc), store.Hour}, nil
	case justBefore:
		p.bound = closed
		from, to := day, day
		from.minutes, to.minutes = 23*hour, 24*hour
		return span{from.first(loc), to.first(loc), store.Hour}, nil
	}
	date := day.in(time.UTC).Format("2 January 2006")
	return span{}, ask([]string{date + " 00:00", date + " 24:00"}, "Midnight begins a day and ends another; write 00:00 or 24:00 with the date.")
}

// monthsSpan covers a season, a quarter or a half of a year. Seasons are those of
// the north; a winter lies in two years.
func monthsSpan(m moment, loc *time.Location) (span, error) {
	if m.mo != 0 || m.d != 0 || m.clock != nil || m.part != nil {
		return span{}, refuse("A %s has no days here; write the dates.", m.months.name)
	}
	if m.months.from == 12 {
		a, b := fmt.Sprintf("December %d – February %d", m.y-1, m.y), fmt.Sprintf("December %d – February %d", m.y, m.y+1)
		return span{}, ask([]string{a, b}, "The winter of which years: %s or %s?", a, b)
	}
	from := wall{y: m.y, mo: m.months.from, d: 1}
	to := wall{y: m.y, mo: m.months.from + m.months.count, d: 1}
	if m.third != 0 {
		if m.months.count != 3 {
			return span{}, refuse("Early, mid or late of which month?")
		}
		from.mo += m.third - 1
		to.mo = from.mo + 1
	}
	return span{from.first(loc), to.first(loc), store.Interval}, nil
}

// weekOf covers the week, from Monday on, that holds a date.
func weekOf(m moment, loc *time.Location) (span, error) {
	if m.d == 0 || m.clock != nil || m.part != nil || m.third != 0 || m.months != nil || m.midnight {
		return span{}, ask(nil, "The week of which day? Write its date.")
	}
	m.y, m.week = wall{y: m.y, mo: m.mo, d: m.d}.in(time.UTC).ISOWeek()
	return weekSpan(m, loc)
}

func weekSpan(m moment, loc *time.Location) (span, error) {
	// 4 January is always in week 1.
	jan4 := time.Date(m.y, 1, 4, 12, 0, 0, 0, time.UTC)
	monday := jan4.AddDate(0, 0, -(int(jan4.Weekday())+6)%7+7*(m.week-1))
	if y, w := monday.ISOWeek(); m.week < 1 || y != m.y || w != m.week {
		return span{}, refuse("The year %d has no week %d.", m.y, m.week)
	}
	day := wall{y: monday.Year(), mo: int(monday.Month()), d: monday.Day()}
	next := day
	next.d += 7
	return span{day.first(loc), next.first(loc), store.Week}, nil
}

// thirdSpan covers a third of a month, 1–10, 11–20, 21–end, or four months of a
// year.
func thirdSpan(m moment, loc *time.Location) span {
	if m.mo == 0 {
		from := wall{y: m.y, mo: 4*m.third - 3, d: 1}
		to := wall{y: m.y, mo: 4*m.third + 1, d: 1}
		return span{from.first(loc), to.first(loc), store.Interval}
	}
	from := wall{y: m.y, mo: m.mo, d: 10*m.third - 9}
	to := wall{y: m.y, mo: m.mo, d: 10*m.third + 1}
	if m.third == 3 {
		to = wall{y: m.y, mo: m.mo + 1, d: 1}
	}
	return span{from.first(loc), to.first(loc), store.Interval}
}

// widen makes “about” as wide as the next coarser precision.
func (p *parser) widen(m moment, s span) span {
	loc := p.location(m)
	switch s.precision {
	case store.Second, store.Minute:
		return span{s.from.Add(-30 * time.Minute), s.from.Add(30 * time.Minute), store.Hour}
	case store.Hour:
		return span{s.from.Add(-time.Hour), s.to.Add(time.Hour), store.Interval}
	case store.Day:
		from, to := wall{y: m.y, mo: m.mo, d: m.d - 1}, wall{y: m.y, mo: m.mo, d: m.d + 2}
		return span{from.first(loc), to.first(loc), store.Interval}
	case store.Month:
		from, to := wall{y: m.y, mo: m.mo - 1, d: 1}, wall{y: m.y, mo: m.mo + 2, d: 1}
		return span{from.first(loc), to.first(loc), store.Interval}
	case store.Year:
		return span{wall{y: m.y - 1, mo: 1, d: 1}.first(loc), wall{y: m.y + 2, mo: 1, d: 1}.first(loc), store.Interval}
	}
	return span{s.from.Add(-time.Hour), s.to.Add(time.Hour), s.precision}
}
