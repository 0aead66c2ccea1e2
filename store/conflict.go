package store

import (
	"strings"
	"time"
)

// ConflictError is returned when a record was changed after the caller read it.
// It wraps ErrConflict and says who changed what.
type ConflictError struct {
	Entity  Entity
	ID      string
	Title   string // what the user knows the record by
	Base    int64
	Current Stored[Event] // for events: the state now in the store
	By      string
	At      time.Time
	Deleted bool     // the record was deleted meanwhile
	Fields  []string // names of the members that differ between Base and Current
}

// Error says who changed the record and which parts of it.
func (e *ConflictError) Error() string {
	var b strings.Builder
	title := e.Title
	if title == "" {
		title = e.ID
	}
	b.WriteString("‘" + title + "’ was ")
	if e.Deleted {
		b.WriteString("deleted")
	} else {
		b.WriteString("changed")
	}
	if e.By != "" {
		b.WriteString(" by " + e.By)
	}
	if !e.At.IsZero() {
		at := e.At.Local()
		b.WriteString(" on " + at.Format("2 January 2006") + " at " + at.Format("15:04"))
	}
	if len(e.Fields) > 0 && !e.Deleted {
		b.WriteString(": " + strings.Join(e.Fields, ", "))
	}
	return b.String()
}

// Unwrap returns ErrConflict.
func (e *ConflictError) Unwrap() error { return ErrConflict }
