package situation

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sitmap/store"
)

// Moment is a moment in the history of a store that is looked back to: an instant, or a
// change by its number. The zero value is the present.
type Moment struct {
	at  time.Time
	seq int64
}

// ParseMoment reads a moment: an instant in RFC 3339, with or without seconds; a date,
// which stands for the end of that day in UTC; or a change, "#123". The error is a
// sentence.
func ParseMoment(text string) (Moment, error) {
	text = strings.TrimSpace(text)
	if number, is := strings.CutPrefix(text, "#"); is {
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil || n < 1 {
			return Moment{}, fmt.Errorf("“%s” is not the number of a change; write it as #12, as show prints it", text)
		}
		return Moment{seq: n}, nil
	}
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return Moment{at: t.AddDate(0, 0, 1).Add(-time.Millisecond)}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, text); err == nil {
			return Moment{at: t.UTC()}, nil
		}
	}
	return Moment{}, fmt.Errorf("“%s” is not a moment; write a date as 2025-07-03, an instant as 2025-07-03T21:00Z, or a change as #12", text)
}

// MomentAt is an instant.
func MomentAt(t time.Time) Moment { return Moment{at: t} }

// MomentOf is the moment behind a change.
func MomentOf(seq int64) Moment { return Moment{seq: seq} }

// IsZero reports whether it is the present.
func (m Moment) IsZero() bool { return m == Moment{} }

// Open is the store as it was known at the moment; nil for the present. Errors are
// sentences.
func (m Moment) Open(ctx context.Context, st *store.Store) (*store.Past, error) {
	switch {
	case m.seq != 0:
		return st.At(ctx, m.seq)
	case !m.at.IsZero():
		return st.AsKnownAt(ctx, m.at)
	}
	return nil, nil
}
