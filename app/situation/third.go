package situation

import (
	"strings"
	"time"

	"sitmap/store"
)

// third gives the words for an interval that stands for "early July": told as a
// part of a month, it must not be read as ten exact days. It is taken so only
// where the words as written say so and the interval is that third.
func third(w store.When, e, l time.Time, years bool) (string, bool) {
	if w.Precision != store.Interval || !midnight(e) || !midnight(l) {
		return "", false
	}
	last := l.AddDate(0, 0, -1)
	if last.Year() != e.Year() || last.Month() != e.Month() {
		return "", false
	}
	word := ""
	switch {
	case e.Day() == 1 && last.Day() == 10:
		word = "early"
	case e.Day() == 11 && last.Day() == 20:
		word = "mid"
	case e.Day() == 21 && l.Day() == 1:
		word = "late"
	}
	if word == "" || !strings.HasPrefix(strings.ToLower(strings.TrimSpace(w.Text)), word) {
		return "", false
	}
	month := e.Format("January")
	if years {
		month = e.Format("January 2006")
	}
	if word == "mid" {
		return "mid-" + month, true
	}
	return word + " " + month, true
}
