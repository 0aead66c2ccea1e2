package layers

import (
	"strconv"
	"strings"
	"time"
)

// Span is when a feature holds: from the first instant to before the last. A zero
// end is open; with two zero ends nothing is known.
type Span struct{ From, To time.Time }

// Known reports whether anything is known of when it is.
func (s Span) Known() bool { return !s.From.IsZero() || !s.To.IsZero() }

// Meets reports whether a feature of that span is to be seen in a time window,
// half-open, whose zero ends are open. A feature of unknown time always is: leaving
// it out would say that it was not there.
func (s Span) Meets(from, to time.Time) bool {
	if !s.Known() {
		return true
	}
	if !s.From.IsZero() && s.From.Equal(s.To) { // a moment
		return (from.IsZero() || !s.From.Before(from)) && (to.IsZero() || s.From.Before(to))
	}
	return (to.IsZero() || s.From.IsZero() || s.From.Before(to)) && (from.IsZero() || s.To.IsZero() || s.To.After(from))
}

// Spans are when the features of a file hold, by two properties or by one; nil where
// from is "". undated counts those that tell no time that can be read.
func (d *Data) Spans(from, to string) (spans []Span, undated int) {
	if from == "" {
		return nil, 0
	}
	spans = make([]Span, d.Len())
	for i := range spans {
		first, _ := ParseSpan(d.Property(i, from))
		spans[i] = first
		if to != "" {
			spans[i].To = time.Time{}
			if last, ok := ParseSpan(d.Property(i, to)); ok {
				if spans[i].To = last.To; last.To.IsZero() {
					spans[i].To = last.From
				}
			}
			if !spans[i].To.IsZero() && spans[i].To.Before(spans[i].From) {
				spans[i] = Span{} // it ends before it begins
			}
		}
		if !spans[i].Known() {
			undated++
		}
	}
	return spans, undated
}

// layouts of dates and times, and how long each lasts: a day given as such is over
// when it is over.
var layouts = []struct {
	layout string
	last   func(time.Time) time.Time
}{
	{time.RFC3339Nano, nil},
	{"2006-01-02T15:04:05", nil},
	{"2006-01-02 15:04:05", nil},
	{"2006-01-02 15:04:05Z07:00", nil},
	{"2006-01-02T15:04Z07:00", minute},
	{"2006-01-02T15:04", minute},
	{"2006-01-02 15:04", minute},
	{time.DateOnly, day},
	{"2006/01/02", day},
	{"20060102", day},
	{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
}

func minute(t time.Time) time.Time { return t.Add(time.Minute) }
func day(t time.Time) time.Time    { return t.AddDate(0, 0, 1) }

// ParseSpan reads a date or time of ISO 8601, a month or year, a range of two
// (2025-07-01/2025-07-03, with .. or an empty end for an open one), or an instant in
// seconds or milliseconds since 1970. Times without a zone are UTC.
func ParseSpan(text string) (Span, bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > 80 {
		return Span{}, false
	}
	if s, ok := parseOne(text); ok {
		return s, true
	}
	for _, between := range []string{"/", "..", " – ", " - ", "–"} {
		a, b, found := strings.Cut(text, between)
		if !found {
			continue
		}
		first, okA := parseEnd(a)
		last, okB := parseEnd(b)
		if !okA || !okB {
			continue
		}
		s := Span{first.From, last.To}
		if !s.Known() || !s.From.IsZero() && !s.To.IsZero() && s.To.Before(s.From) {
			return Span{}, false
		}
		return s, true
	}
	return Span{}, false
}

// parseEnd reads an end of a range, which may be open.
func parseEnd(text string) (Span, bool) {
	text = strings.TrimSpace(text)
	if text == "" || text == ".." || text == "." {
		return Span{}, true
	}
	return parseOne(text)
}

func parseOne(text string) (Span, bool) {
	for _, l := range layouts {
		t, err := time.Parse(l.layout, text)
		if err != nil || t.IsZero() || t.Year() < 1 {
			continue
		}
		t = t.UTC()
		if l.last == nil {
			return Span{t, t}, true
		}
		return Span{t, l.last(t)}, true
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil {
		switch {
		case n >= 1e11 && n < 1e14:
			t := time.UnixMilli(int64(n)).UTC()
			return Span{t, t}, true
		case n >= 1e8 && n < 1e11:
			t := time.Unix(int64(n), 0).UTC()
			return Span{t, t}, true
		}
	}
	return Span{}, false
}
