package dossier

import (
	"time"

	"sitmap/store"
)

// Page is everything that the dossier of an event shows.
type Page struct {
	Event   store.Stored[store.Event]
	Kind    store.Kind
	Related []Related // outgoing ones first
	// Linked is false where who points to this event is not known yet.
	Linked  bool
	Series  []Member // all events of the series, in order of time
	History []store.Change
	Names   Names
	Zone    *time.Location // for times without a zone of their own; nil: UTC
	Now     time.Time
	// ReadOnly: nothing can be changed.
	ReadOnly bool
}

// Related is another event that this one points to, or that points to this one.
type Related struct {
	Type     string // part of, follows …
	Incoming bool   // the other event says so about this one
	ID       string
	Title    string // "": the event is not in this store
	When     string
	Note     string
}

// Member is an event of a series.
type Member struct {
	ID, Title, When string
}

// Names turns codes into words.
type Names struct {
	Terms   map[string]string // "vocabulary/code" → name
	Country func(code string) string
	Admin1  func(code string) string
}
