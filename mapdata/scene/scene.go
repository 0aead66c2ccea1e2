package scene

import (
	"image/color"

	"github.com/paulmach/orb"
)

// ID names what a mark stands for, so that a hit on the picture leads back to it:
// the event's UUID and, where the mark is one of its parts, the part's.
type ID struct{ Event, Part string }

// Fill is how certain a mark looks. Shape and colour say the kind; Fill says the
// assessment.
type Fill uint8

// The fills.
const (
	Hollow  Fill = iota // reported
	Solid               // corroborated or confirmed
	Hatched             // disputed
	Crossed             // retracted
)

// Mark is a symbol at a point.
type Mark struct {
	ID       ID
	At       orb.Point // longitude, latitude
	Icon     string    // name of an icon in assets: "strike", "talks" …
	Colour   color.NRGBA
	Fill     Fill
	Size     float64 // diameter in device-independent pixels; 0: the usual 22
	Value    float64 // of Scene.By, if there is one; NaN or less than 0 where it is not known
	Label    string  // set beside it where there is room; "" for none
	Name     string  // said when the pointer is over it
	Rank     int     // higher is drawn later and labelled first
	Selected bool
}

// LinkStyle is how a line between two places is drawn.
type LinkStyle uint8

// The styles. Calls never carry an arrowhead.
const (
	CallLink    LinkStyle = iota // great circle, solid
	Spoke                        // from a participant's seat to the venue, thin
	Arrow                        // from donor to recipient, head at the end
	BrokenArrow                  // the same while paused
)

// Link is a great circle from A to B.
type Link struct {
	ID     ID
	A, B   orb.Point
	Style  LinkStyle
	Colour color.NRGBA
	Fill   Fill // of a call: Hollow is a double line; Hatched a dashed, Crossed a dotted one
	Label  string
	// Word and Date word the label of one line that stands for many between the same
	// two places: "call", "3 July".
	Word, Date string
	Name       string
	Rank       int
	Selected   bool
}

// Disc stands for an imprecise place: a circle of true radius on the ground.
type Disc struct {
	ID       ID
	At       orb.Point
	RadiusM  float64
	Colour   color.NRGBA
	Fill     Fill
	Name     string
	Selected bool
}

// Area is a region or polygon of an event, or of a layer.
type Area struct {
	ID       ID
	Geometry orb.Geometry // Polygon or MultiPolygon; or LineString, drawn as outline
	Colour   color.NRGBA
	Fill     Fill
	Icon     string  // drawn small beside the label, "" for none
	Value    float64 // as a mark's: sizes the icon; NaN or less than 0 where it is not known
	Label    string
	Name     string
	Rank     int
	Selected bool
}

// LegendEntry explains one encoding that is visible in the picture.
type LegendEntry struct {
	Icon   string // a mark's symbol, or
	Link   *LinkStyle
	Area   bool
	Colour color.NRGBA
	Fill   Fill
	Text   string
	Count  int // events; 0 is not shown
}

// KindStyle names a kind for the legend.
type KindStyle struct {
	Icon   string
	Name   string // "Strike"
	Colour color.NRGBA
	Shape  Shape // of its small symbols; 0: that of its icon, else one by its place in the list
}

// Scene is everything drawn over the base map. It is not changed once handed to
// the renderer.
type Scene struct {
	// Layers of the analyst's own, the lowest first, below everything else.
	Layers []Layer

	Areas []Area
	Discs []Disc
	Links []Link
	Marks []Mark
	// Points are drawn above areas and links, below marks. Nil: none.
	Points *Points
	Rings  []Rings // drawn above areas, below links
	// Plain says that fills tell nothing of how far events are believed: only that an
	// event was retracted is told.
	Plain bool
	Kinds []KindStyle // for the legend, in its order
	By    *Measure    // sizes marks by their Value; nil: by their Size
	// Open is a bound whose marks are fanned out however many they are, those of a stack
	// that no zooming takes apart. Nil: none.
	Open *orb.Bound
	// Notes for the legend's foot, such as "Seats of leaders are assumed".
	Notes     []string
	Furniture *Furniture // nil in the window
}
