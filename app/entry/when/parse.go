package when

import (
	"fmt"
	"slices"
	"time"
)

// bound says which ends of the interval a word like “since” leaves open.
type bound int

const (
	closed     bound = iota
	since            // from the start of the moment on
	after            // from its end on
	before           // until its start
	upTo             // until its end
	justAfter        // the hour after it
	justBefore       // the hour before it
)

// moment is one end of a range, or the whole of what has none, as told: zero
// members were left out.
type moment struct {
	y, mo, d, week int
	third          int
	part           *part
	clock          *token
	weekday        *time.Weekday
	midnight       bool
	weekOf         bool       // the week that holds the date
	months         *monthSpan // a season, a quarter, a half of the year
	fixed          *span      // counted from the reference
	offset         *int       // seconds east of UTC
	// slash: day and the next number stood with a slash between them, which only
	// a month in words can explain.
	slash bool
	named bool // the month was a word
}

type parser struct {
	Context
	tokens []token
	loc    *time.Location
	zoned  string // the word that named the zone
	bound  bound
	about  bool
	notes  []string

	cur    moment
	done   []moment
	lastAt bool // the last word was “at”: a bare number is an hour
}

func (p *parser) note(s string) { p.notes = append(p.notes, s) }

func (p *parser) parse() (w interval, err error) {
	if err := p.counted(); err != nil {
		return w, err
	}
	for len(p.tokens) > 0 {
		if err := p.step(); err != nil {
			return w, err
		}
	}
	p.done = append(p.done, p.cur)
	if len(p.done) > 2 {
		return w, refuse("This runs over more than one range; write it as “3 July 2025 22:00 – 4 July 2025 03:00”.")
	}
	return p.resolve()
}

// namesZone reports whether the words said which clock they follow.
func (p *parser) namesZone() bool {
	return p.zoned != "" || slices.ContainsFunc(p.done, func(m moment) bool { return m.offset != nil })
}

func (p *parser) step() error {
	t := p.tokens[0]
	at := p.lastAt
	p.lastAt = false
	if t.kind == tokWord {
		return p.word()
	}
	p.tokens = p.tokens[1:]
	switch t.kind {
	case tokDash:
		return p.split(false)
	case tokSlash:
		return p.split(true)
	case tokNumber:
		return p.number(t, at)
	case tokDate:
		return p.date(t.y, t.mo, t.d)
	case tokMonth:
		if t.mo < 1 || t.mo > 12 {
			return refuse("There is no month %02d; months run from 01 to 12.", t.mo)
		}
		return p.date(t.y, t.mo, 0)
	case tokWeek:
		if p.cur.y != 0 || p.cur.d != 0 {
			return errTwoDates()
		}
		p.cur.y, p.cur.week = t.y, t.d
	case tokSlashDate:
		return p.slashDate(t)
	case tokFixed:
		if p.cur != (moment{}) {
			return errTwoDates()
		}
		p.cur.fixed = t.fixed
	case tokClock:
		return p.clockToken(t)
	case tokOffset:
		return p.offset(t.off)
	}
	return nil
}

func errTwoDates() error {
	return refuse("There are two dates here; write a dash between them if it is a range.")
}

func (p *parser) split(slash bool) error {
	if p.cur == (moment{}) {
		return nil // a dash at the start, or behind another one
	}
	p.cur.slash = slash && p.cur.mo == 0 && p.cur.d != 0
	p.done = append(p.done, p.cur)
	p.cur = moment{}
	return nil
}

func (p *parser) offset(seconds int) error {
	if p.cur.offset != nil && *p.cur.offset != seconds {
		return refuse("Two different offsets from UTC are given; keep one.")
	}
	p.cur.offset = &seconds
	return nil
}

func (p *parser) date(y, mo, d int) error {
	if p.cur.y != 0 || p.cur.mo != 0 || p.cur.d != 0 {
		return errTwoDates()
	}
	p.cur.y, p.cur.mo, p.cur.d, p.cur.named = y, mo, d, true
	return checkDate(y, mo, d)
}

func (p *parser) slashDate(t token) error {
	switch a, b := t.mo, t.d; {
	case a > 12 && b <= 12:
		return p.date(t.y, b, a)
	case b > 12 && a <= 12, a == b:
		return p.date(t.y, a, b)
	case a > 12:
		return refuse("“%s” is no date: neither %d nor %d is a month.", t.text, a, b)
	default:
		first, second := fmt.Sprintf("%d %s %d", a, time.Month(b), t.y), fmt.Sprintf("%d %s %d", b, time.Month(a), t.y)
		return ask([]string{first, second}, "“%s” may be %d %s or %d %s; write the month as a word.", t.text, a, time.Month(b), b, time.Month(a))
	}
}

func (p *parser) clockToken(t token) error {
	if p.cur.clock != nil {
		return refuse("There are two times of day here; write a dash between them if it is a range.")
	}
	if t.mo != 0 { // a date-time group carries its date and zone
		if err := p.date(t.y, t.mo, t.d); err != nil {
			return err
		}
		if err := p.offset(t.off); err != nil {
			return err
		}
	}
	p.cur.clock = &t
	return nil
}

func (p *parser) number(t token, at bool) error {
	switch {
	case len(t.text) == 4 && at && p.cur.clock == nil && t.n/100 <= 24 && t.n%100 < 60 && t.n <= 2400: // at 0130
		p.cur.clock = &token{kind: tokClock, text: t.text, h: t.n / 100, mi: t.n % 100, fine: byMinute}
	case len(t.text) == 4 && !t.ordinal && p.cur.y == 0:
		if t.n < 1000 {
			return refuse("“%s” is no year; write a time as 01:30.", t.text)
		}
		p.cur.y = t.n
	case len(t.text) <= 2 && at && !t.ordinal && t.n <= 24 && p.cur.clock == nil:
		p.cur.clock = &token{kind: tokClock, h: t.n, fine: byHour}
	case len(t.text) <= 2 && p.cur.d == 0:
		if t.n < 1 || t.n > 31 {
			return refuse("There is no day %s in a month; write a year with four digits.", t.text)
		}
		p.cur.d = t.n
	default:
		return refuse("It is not clear what %s stands for; write times as 01:30 and years with four digits.", t.text)
	}
	return nil
}
