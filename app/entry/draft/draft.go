package draft

import (
	"time"

	"sitmap/store"
)

// Draft is the whole form. Slices of parts may hold rows in which nothing was
// typed yet: they are left out of the event.
type Draft struct {
	Base     store.Event // as it was opened; zero for a new event
	Store    string      // id of the store it belongs to; "" if it is not known
	Revision int64       // of Base in the store; 0 is a new event
	Opened   time.Time   // when it was begun
	Desk     string      // the computer's zone; "": UTC

	ID, Kind, Title, Summary   string
	When, Planned              When
	Review, ReviewedBy         string
	Assessment, AssessmentNote string
	Phases                     []*Phase
	Places                     []*Place
	Parties                    []*Party
	Claims                     []*Claim
	Headlines                  []*Headline
	Citations                  []*Citation
	Relations                  []*Relation
	Series                     Series
	Topics, Tags               Words
	Fields, Properties         []*Pair
	ExternalIDs                []*ExternalID
	Protection                 Protection

	// Sole is the citation of the only source there was so far: what named none rested on
	// it, and goes on doing so when another source is added.
	Sole string

	// Terms are those typed here that no vocabulary has yet.
	Terms []store.Term

	// Pinned are the fields that the next event begins with: "title", "summary", "when",
	// "planned", "weapons", "topics", "tags", or the id of a place, party or citation.
	Pinned map[string]bool

	// Why the event is changed, for the history: a store.Reason and a note.
	Reason, ReasonNote string

	// The records that parts refer to, by id.
	Actors  map[string]*Actor
	Items   map[string]*Item
	Outlets map[string]*Outlet
}

// Phase is a row of the phases.
type Phase struct {
	Base      store.Phase
	ID, Phase string
	At        When
	Note      string
	Cites     Cites
}

// Party is a row of the parties.
type Party struct {
	Base     store.Party
	ID, Role string
	Actor    Ref[store.Actor]
	Place    string // id of a place
}

// Headline is a row of the headlines.
type Headline struct {
	Base                             store.Headline
	Measure, Of, Rule, Claim, Reason string
}

// Relation is a row of the relations.
type Relation struct {
	Base              store.Relation
	Type, Event, Note string
	Title             string // of the other event, for the eye
}

// Series is the event's place in a chain.
type Series struct {
	Base                      *store.InSeries
	ID, Name, Position, Basis string
}

// ExternalID is a row of the external ids.
type ExternalID struct{ Dataset, ID string }

// Protection is what limits a record.
type Protection struct {
	Base         store.Protection
	TLP, Embargo string
	DoNotPublish bool
}

// Cites are the citations that a claim or phase rests on. A new row that names
// none rests on the event's only source, if there is just one, unless Nothing
// is set.
type Cites struct {
	IDs     []string
	Nothing bool
}

// Ref points to a record of the draft by its id.
type Ref[T any] struct {
	Key  string // "": none
	Base *T     // the copy that stood here, given back while the record is untouched
}

// Problem is a field that cannot be read.
type Problem struct {
	Path     string // as Path makes it
	Sentence string
}

// sentence is an error that is shown to the user as it is.
type sentence string

func (s sentence) Error() string { return string(s) }

// Path names a field of the form: "when", or with the id of its part
// "place/0197…/coordinates".
func Path(part, id, field string) string { return part + "/" + id + "/" + field }
