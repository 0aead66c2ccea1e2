package situation

import (
	"time"

	"sitmap/store"
)

// FormatWhen says when in words, as precisely as it was told and no more, in the
// zone it was told in, else in home (nil: UTC): "night of 3–4 July 2025".
func FormatWhen(w store.When, home *time.Location) string { return "" }

// FormatUTC gives the same interval in UTC, "" where it is not known.
func FormatUTC(w store.When) string { return "" }

// ShortDate is the date without its year: "3 July", "3–4 July", "July".
func ShortDate(w store.When, home *time.Location) string { return "" }

// FormatInstant gives an instant with its zone: "5 July 2025, 12:00 UTC".
func FormatInstant(t time.Time, zone *time.Location) string { return "" }

// FormatPlace names a place with how exact it is: "Kyiv (locality, ±12 km)".
func FormatPlace(p store.Place) string { return "" }

// Where names the places of an event in one short line: "Washington – Moscow".
func Where(e store.Event) string { return "" }

// KindName is a kind's name in the vocabulary, or its code in words.
func KindName(kinds []store.Kind, code string) string { return "" }

// Words turns a code of a vocabulary into words: "shot_down" is "shot down".
func Words(code string) string { return "" }
