package when

import (
	"fmt"
	"strings"
	"time"

	"sitmap/store"
)

// small are the numbers that people write out before a unit of time.
var small = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "twenty-four": 24, "forty-eight": 48,
}

// vague are the words for a number that nobody can count with.
var vague = map[string]bool{"few": true, "several": true, "some": true, "many": true, "couple": true}

// units of time, by the word without its plural.
var units = map[string]store.Precision{
	"minute": store.Minute, "min": store.Minute, "hour": store.Hour, "day": store.Day, "week": store.Week,
	"month": store.Month, "year": store.Year, "night": store.PartOfDay,
}

func unitOf(t token) (store.Precision, bool) {
	if t.kind != tokWord {
		return "", false
	}
	u, ok := units[strings.TrimSuffix(t.text, "s")]
	return u, ok
}

func countOf(t token) (int, bool) {
	if t.kind == tokNumber && !t.ordinal {
		return t.n, true
	}
	n, ok := small[t.text]
	return n, ok && t.kind == tokWord
}

// counted replaces “two days ago” and “the past 24 hours” by the interval that
// they count back from the reference.
func (p *parser) counted() error {
	for i := 0; i < len(p.tokens); i++ {
		t, n, err := p.countedAt(p.tokens[i:])
		if err != nil {
			return err
		}
		if n > 0 {
			rest := p.tokens[i+n:]
			p.tokens = append(append(p.tokens[:i:i], t), rest...)
		}
	}
	return nil
}

// countedAt reads such a phrase at the front and says how many tokens it takes.
func (p *parser) countedAt(ts []token) (token, int, error) {
	is := func(i int, words ...string) bool {
		for _, w := range words {
			if i < len(ts) && ts[i].kind == tokWord && ts[i].text == w {
				return true
			}
		}
		return false
	}
	// The words between the start of the phrase and the count.
	at := 0
	back := is(0, "past", "last", "previous", "preceding")
	if back {
		at++
	}
	switch {
	case is(at, "a", "the") && at+1 < len(ts) && vague[ts[at+1].text]:
		at++
	case is(at, "half") && is(at+1, "an") && is(at+2, "hour") && is(at+3, "ago"):
		t, err := p.ago(store.Minute, 30)
		return t, at + 4, err
	}
	if at >= len(ts) {
		return token{}, 0, nil
	}
	if w := ts[at].text; vague[w] {
		next := at + 1
		if w == "couple" && is(next, "of") {
			next++
		}
		if next < len(ts) {
			if _, ok := unitOf(ts[next]); ok && (back || is(next+1, "ago")) {
				return token{}, 0, ask(nil, "How many %s are “%s”? Write a number, or the dates.", ts[next].text, w)
			}
		}
		return token{}, 0, nil
	}
	n, ok := countOf(ts[at])
	if !ok || at+1 >= len(ts) {
		return token{}, 0, nil
	}
	unit, ok := unitOf(ts[at+1])
	if !ok || unit == store.PartOfDay && !is(at+2, "ago") {
		return token{}, 0, nil
	}
	switch {
	case back:
		t, err := p.past(unit, n)
		return t, at + 2, err
	case is(at+2, "ago"):
		t, err := p.ago(unit, n)
		return t, at + 3, err
	}
	return token{}, 0, nil
}

// ago is about a unit of time wide, so far before the reference.
func (p *parser) ago(unit store.Precision, n int) (token, error) {
	now, err := p.reference(unit)
	if err != nil {
		return token{}, err
	}
	if n > 5000 {
		return token{}, refuse("%d is too many to count back; write the date.", n)
	}
	day := wall{y: now.Year(), mo: int(now.Month()), d: now.Day()}
	days := func(back, width int) span {
		from, to := day, day
		from.d -= back
		to.d += width - back
		return span{from.first(p.loc), to.first(p.loc), store.Interval}
	}
	p.noteCounted()
	var s span
	switch unit {
	case store.Minute:
		w := max(time.Duration(n)*time.Minute/4, time.Minute)
		at := p.Now.Add(-time.Duration(n) * time.Minute)
		s = span{at.Add(-w).Truncate(time.Minute), at.Add(w).Truncate(time.Minute), store.Interval}
	case store.Hour:
		at := p.Now.Add(-time.Duration(n) * time.Hour).Truncate(time.Minute)
		s = span{at.Add(-30 * time.Minute), at.Add(30 * time.Minute), store.Hour}
	case store.PartOfDay: // nights
		day.d -= n
		s = nightFrom(day, p.loc)
	case store.Day:
		t := time.Date(day.y, time.Month(day.mo), day.d-n, 12, 0, 0, 0, time.UTC)
		return token{kind: tokDate, y: t.Year(), mo: int(t.Month()), d: t.Day()}, nil
	case store.Week:
		s = days(7*n+3, 7)
	case store.Month:
		day.mo -= n
		s = days(15, 31)
	case store.Year:
		y := wall{y: day.y - n, mo: 1, d: 1}
		s = span{y.first(p.loc), wall{y: y.y + 1, mo: 1, d: 1}.first(p.loc), store.Year}
	}
	return fixed(s)
}

// past is the stretch of so many units that ends with the reference.
func (p *parser) past(unit store.Precision, n int) (token, error) {
	now, err := p.reference(unit)
	if err != nil {
		return token{}, err
	}
	if n < 1 || n > 5000 {
		return token{}, refuse("%d is no number to count back; write the dates.", n)
	}
	p.noteCounted()
	day := wall{y: now.Year(), mo: int(now.Month()), d: now.Day()}
	end := p.Now.Truncate(time.Minute)
	if p.DateOnly {
		end = wall{y: day.y, mo: day.mo, d: day.d + 1}.first(p.loc)
	}
	s := span{end, end, store.Interval}
	switch unit {
	case store.Minute:
		s.from = end.Add(-time.Duration(n) * time.Minute)
	case store.Hour:
		s.from = end.Add(-time.Duration(n) * time.Hour)
	case store.Day:
		s.from = end.In(p.loc).AddDate(0, 0, -n)
	case store.Week:
		s.from = end.In(p.loc).AddDate(0, 0, -7*n)
	case store.Month:
		s.from = end.In(p.loc).AddDate(0, -n, 0)
	case store.Year:
		s.from = end.In(p.loc).AddDate(-n, 0, 0)
	}
	return fixed(s)
}

// fixed is the token of an interval that needs nothing more.
func fixed(s span) (token, error) {
	if s.from.Year() < 1000 {
		return token{}, refuse("That is too long ago; write the date.")
	}
	return token{kind: tokFixed, fixed: &s}, nil
}

// reference is the moment that relative words count from, on the clock at hand. An
// hour cannot be counted from a reference of which only the day is known.
func (p *parser) reference(unit store.Precision) (time.Time, error) {
	if p.DateOnly && (unit == store.Minute || unit == store.Hour) {
		return time.Time{}, ask(nil, "Hours before which time? Of the publication only the day is known: %s.", p.Now.In(p.loc).Format("2 January 2006"))
	}
	return p.Now.In(p.loc), nil
}

func (p *parser) noteCounted() {
	layout := "2 January 2006 15:04"
	if p.DateOnly {
		layout = "2 January 2006"
	}
	p.note(fmt.Sprintf("Counted from %s.", p.Now.In(p.loc).Format(layout)))
}

// nightFrom is the night that begins on the evening of a day.
func nightFrom(evening wall, loc *time.Location) span {
	from, to := evening, evening
	from.minutes, to.minutes = night.from, night.to
	return span{from.first(loc), to.first(loc), store.PartOfDay}
}
