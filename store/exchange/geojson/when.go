package geojson

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"sitmap/store"
	"sitmap/store/exchange"
	"sitmap/store/exchange/internal/jsonscan"
)

// findWhen finds the property that tells the time: the first of "time", "date",
// "datetime" and "timestamp" that is a text. Numbers stay properties, as nobody
// says what they count.
func findWhen(all []named) (name string, w store.When, err error) {
	for _, key := range []string{"time", "date", "datetime", "timestamp"} {
		for _, p := range all {
			if p.name != key {
				continue
			}
			s, _ := jsonscan.String(p.value)
			if s = strings.TrimSpace(s); s == "" {
				continue
			}
			w, err := parseWhen(s)
			if err != nil {
				return "", store.When{}, fmt.Errorf("its “%s” is “%s”, which is not a time: %w", key, s, err)
			}
			return key, w, nil
		}
	}
	return "", store.When{}, nil
}

// The forms of ISO 8601 that are understood, and how long a time written so is.
var layouts = []struct {
	layout    string
	precision store.Precision
	end       func(time.Time) time.Time
}{
	{"2006-01-02T15:04:05.999999999", store.Second, after(time.Second)},
	{"2006-01-02T15:04", store.Minute, after(time.Minute)},
	{"2006-01-02T15", store.Hour, after(time.Hour)},
	{"2006-01-02", store.Day, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
	{"2006-01", store.Month, func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	{"2006", store.Year, func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
}

func after(d time.Duration) func(time.Time) time.Time {
	return func(t time.Time) time.Time { return t.Add(d) }
}

// parseWhen reads an instant, a date, a month, a year, or an interval of two of
// them in ISO 8601. Without an offset it is taken to be UTC; the words as written
// are kept in any case. Words that are not ISO 8601 are an unknown time with that
// text; a date that the calendar does not have is an error.
func parseWhen(s string) (store.When, error) {
	if from, to, ok := strings.Cut(s, "/"); ok && looksISO(from) && looksISO(to) {
		a, err := parseWhen(from)
		if err != nil {
			return store.When{}, err
		}
		b, err := parseWhen(to)
		if err != nil {
			return store.When{}, err
		}
		if a.Earliest.IsZero() || b.Latest.IsZero() {
			return store.When{Precision: store.Unknown, Text: s}, nil
		}
		if !b.Latest.After(a.Earliest) {
			return store.When{}, errors.New("it ends before it begins")
		}
		return store.When{Earliest: a.Earliest, Latest: b.Latest, Precision: store.Interval, Zone: a.Zone, Text: s}, nil
	}
	if why := exchange.DateError(s); why != "" {
		return store.When{}, errors.New(why)
	}
	local := strings.Replace(s, " ", "T", 1)
	for _, l := range layouts {
		for _, zone := range []string{"", "Z07:00", "Z0700", "Z07"} {
			if zone != "" && !strings.Contains(l.layout, "T") {
				continue
			}
			t, err := time.Parse(l.layout+zone, local)
			if err != nil {
				continue
			}
			w := store.When{Earliest: t.UTC().Truncate(time.Millisecond), Precision: l.precision, Text: s}
			w.Latest = l.end(w.Earliest)
			if zone == "" || strings.HasSuffix(local, "Z") {
				w.Zone = "UTC"
			}
			return w, nil
		}
	}
	if looksISO(s) && strings.Contains(s, "T") {
		return store.When{}, errors.New("write it as 2025-07-03T19:00:00Z")
	}
	return store.When{Precision: store.Unknown, Text: s}, nil
}

// looksISO reports whether a text begins like a year of ISO 8601.
func looksISO(s string) bool {
	if len(s) < 4 {
		return false
	}
	for _, c := range []byte(s[:4]) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(s) == 4 || s[4] == '-'
}
