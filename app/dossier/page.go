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
	// Place is where the event stands in its series; nil: in none.
	Place         *store.SeriesPlace
	Before, After string // when its neighbours in the series were
	History       []store.Change
	// Published are the publications that showed the event, newest first.
	Published []store.Publication
	Names     Names
	Titles    map[string]string // of events, by id, that its relations name or have named
	Zone      *time.Location    // for times without a zone of their own; nil: UTC
	Now       time.Time
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

// Names turns codes into words.
type Names struct {
	Terms   map[string]string // "vocabulary/code" → name
	Kinds   []store.Kind
	Country func(code string) string
	Admin1  func(code string) string
}

// words say what differs between two states of the event.
func (p Page) words() Words { return Words{Names: p.Names, Titles: p.Titles, Zone: p.Zone} }
