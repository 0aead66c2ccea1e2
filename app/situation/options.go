package situation

import (
	"time"

	"github.com/paulmach/orb"

	"sitmap/store"
)

// Regions gives the areas of countries and regions as a point of view draws them;
// a base map is one.
type Regions interface {
	// Country takes an ISO 3166-1 alpha-2 code.
	Country(code, pov string) (orb.MultiPolygon, bool)
	// Region takes an ISO 3166-2 code.
	Region(iso3166_2, pov string) (orb.MultiPolygon, bool)
}

// SeatLookup finds where an actor that has no seat of its own is taken to be: the
// capital of a state, say. False where nothing is known.
type SeatLookup func(store.Actor) (store.Seat, bool)

// Options say how events are drawn.
type Options struct {
	Kinds []store.Kind // the vocabulary; a kind that is not in it is drawn as a plain symbol
	// Measures are the names of measures by their codes; one that is not among them goes
	// by its code in words.
	Measures map[string]string
	Base     Regions    // areas for imprecise places; nil: none are drawn
	Seats    SeatLookup // nil: only seats that are recorded
	POV      string     // point of view for areas
	Dark     bool       // colours for a dark map

	ShowStatements bool // statements are drawn at their place
	ShowRetracted  bool // retracted events are drawn, crossed out

	// Encode is what the looks of events tell; nil: kind, precision and assessment.
	Encode Encodings
	// Measure is the code of the measure that sizes symbols where Encode has BySize;
	// "": killed.
	Measure string

	Now      time.Time      // phases that begin later do not count yet; zero: the present
	Selected string         // id of the event that is drawn as selected
	Zone     *time.Location // for events without a zone of their own; nil: UTC
}
