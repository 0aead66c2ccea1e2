package when

import (
	"fmt"
	"strings"
	"time"

	"sitmap/store"
)

// relative reads words that count from the reference.
func (p *parser) relative(s string) (bool, error) {
	days, q := 0, ""
	switch s {
	case "today", "сьогодні", "сегодня", "same day":
	case "yesterday", "вчора", "вчера", "yesterday's":
		days = -1
	case "tomorrow", "завтра":
		days = 1
	case "this morning", "this afternoon", "this evening":
		q = s[len("this "):]
	case "day before yesterday":
		days = -2
	case "tonight":
		return true, p.relativeNight(0)
	case "last night", "overnight":
		return true, p.lastNight(s)
	case "earlier today", "later today":
		return true, p.restOfToday(s)
	case "this month", "this year", "last month", "last year", "this week", "last week":
		return true, p.relativeSpan(s)
	case "this weekend", "last weekend", "the weekend", "weekend":
		return true, p.weekend(s)
	default:
		return p.relativeWeekday(s)
	}
	if q != "" {
		part := parts[q]
		p.cur.part = &part
	}
	now := p.Now.In(p.loc).AddDate(0, 0, days)
	if err := p.date(now.Year(), int(now.Month()), now.Day()); err != nil {
		return true, err
	}
	p.note(fmt.Sprintf("“%s” is counted from %s.", s, p.Now.In(p.loc).Format("2 January 2006")))
	return true, nil
}

// lastNight is the night that ended, or is ending, on the day of the reference.
// Beside a date “overnight” is only a part of the day.
func (p *parser) lastNight(s string) error {
	if s == "overnight" {
		if p.cur != (moment{}) || len(p.done) > 0 || len(p.tokens) > 1 {
			return p.nightPart()
		}
		if now := p.Now.In(p.loc); !p.DateOnly && now.Hour() >= 18 {
			return askNight(now.Year(), int(now.Month()), now.Day())
		}
	}
	return p.relativeNight(-1)
}

func (p *parser) nightPart() error {
	if p.cur.part != nil {
		return refuse("Two parts of a day stand here; write a dash between them if it is a range.")
	}
	q := night
	p.cur.part = &q
	return nil
}

func (p *parser) relativeNight(days int) error {
	if p.cur != (moment{}) || len(p.done) > 0 {
		return errTwoDates()
	}
	from := p.Now.In(p.loc).AddDate(0, 0, days)
	to := from.AddDate(0, 0, 1)
	q := night
	p.done = append(p.done, moment{y: from.Year(), mo: int(from.Month()), d: from.Day(), part: &q})
	p.cur = moment{y: to.Year(), mo: int(to.Month()), d: to.Day()}
	p.note(fmt.Sprintf("Counted from %s.", p.Now.In(p.loc).Format("2 January 2006")))
	return nil
}

// restOfToday is what of the day had gone by at the reference, or was to come.
func (p *parser) restOfToday(s string) error {
	if p.cur != (moment{}) {
		return errTwoDates()
	}
	now := p.Now.In(p.loc)
	day := wall{y: now.Year(), mo: int(now.Month()), d: now.Day()}
	next := day
	next.d++
	whole := span{day.first(p.loc), next.first(p.loc), store.Interval}
	switch cut := p.Now.Truncate(time.Minute); {
	case p.DateOnly:
		whole.precision = store.Day
	case s == "later today" && cut.Before(whole.to):
		whole.from = cut
	case s == "earlier today" && cut.After(whole.from):
		whole.to = cut
	}
	p.noteCounted()
	p.cur.fixed = &whole
	return nil
}

func (p *parser) relativeSpan(s string) error {
	now := p.Now.In(p.loc)
	last := s[:4] == "last"
	p.note(fmt.Sprintf("“%s” is counted from %s.", s, now.Format("2 January 2006")))
	switch s[5:] {
	case "year":
		y := now.Year()
		if last {
			y--
		}
		return p.date(y, 0, 0)
	case "month":
		m := time.Date(now.Year(), now.Month(), 1, 12, 0, 0, 0, p.loc)
		if last {
			m = m.AddDate(0, -1, 0)
		}
		return p.date(m.Year(), int(m.Month()), 0)
	}
	if last {
		now = now.AddDate(0, 0, -7)
	}
	if p.cur.y != 0 || p.cur.mo != 0 || p.cur.d != 0 {
		return errTwoDates()
	}
	p.cur.y, p.cur.week = now.ISOWeek()
	return nil
}

// weekend is Saturday and Sunday: those before the reference, or that it is in.
// During one, “last weekend” is the one before.
func (p *parser) weekend(s string) error {
	if p.cur != (moment{}) {
		return errTwoDates()
	}
	now := p.Now.In(p.loc)
	back := (int(now.Weekday()) + 1) % 7 // days since Saturday
	if s == "this weekend" && back > 1 {
		back -= 7
	}
	if s == "last weekend" && back <= 1 {
		back += 7
	}
	from := wall{y: now.Year(), mo: int(now.Month()), d: now.Day() - back}
	to := from
	to.d += 2
	p.noteCounted()
	p.cur.fixed = &span{from.first(p.loc), to.first(p.loc), store.Interval}
	return nil
}

// relativeWeekday reads “last Friday” and “next Monday”. Where the nearest such day
// lies in the week of the reference, people mean either it or the one of the week
// before or after.
func (p *parser) relativeWeekday(s string) (bool, error) {
	which, name, ok := strings.Cut(s, " ")
	day, known := weekdays[name]
	if !ok || !known || which != "last" && which != "next" && which != "this" {
		return false, nil
	}
	now := p.Now.In(p.loc)
	monday := -((int(now.Weekday()) + 6) % 7) // days from now to that of this week
	here := monday + (int(day)+6)%7           // to that day of this week
	date := func(days int) time.Time { return now.AddDate(0, 0, days) }
	days := here
	switch {
	case which == "last" && here < 0:
		return true, p.whichWeek(s, date(here), date(here-7))
	case which == "next" && here > 0:
		return true, p.whichWeek(s, date(here), date(here+7))
	case which == "last":
		days -= 7
	case which == "next":
		days += 7
	}
	t := date(days)
	p.note(fmt.Sprintf("“%s” is taken to be %s.", s, t.Format("2 January 2006")))
	return true, p.date(t.Year(), int(t.Month()), t.Day())
}

func (p *parser) whichWeek(s string, a, b time.Time) error {
	const layout = "2 January 2006"
	return ask([]string{a.Format(layout), b.Format(layout)}, "“%s” may be %s or %s; write the date.", s, a.Format(layout), b.Format(layout))
}
