package picture

import (
	"fmt"
	"time"

	"github.com/paulmach/orb"

	"sitmap/app/layers"
	"sitmap/app/situation"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
	"sitmap/store"
	"sitmap/store/index"
)

// Spec says what picture to make. The zero value is a light picture of all
// events, 1920×1080 pixels at 96 dots per inch, that is not recorded.
type Spec struct {
	// View is what the map shows when its Scale is not 0. All that it shows stays
	// visible, whatever its own size.
	View geo.View
	// BBox is shown when there is no View: west, south, east, north in degrees;
	// west beyond east crosses the date line. The zero bound fits the events.
	BBox orb.Bound
	// Projection is that of the map; see [SuggestProjection].
	Projection geo.Projection

	Width, Height int     // pixels of the file; 0: 1920 and 1080
	DPI           float64 // dots per inch, as written into the file; 0: 96
	// PixelRatio is how many pixels a line of one unit is wide. 0: as wide as the
	// dots per inch make it on paper, and at least so that the picture stays
	// legible when it is shown small.
	PixelRatio float64

	// TextScale is how much larger than usual all text and symbols are, for pictures that
	// are looked at small, as on a telephone; 0: 1.
	TextScale float64

	// Title, Subtitle and Note may hold what [Placeholders] lists.
	Title, Subtitle, Note string
	Theme                 render.Theme
	POV                   string          // name of a point of view; "": the store's, else the built-in one
	Language              render.Language // of the names on the map; "": English
	Filter                string          // full text, as [situation.Filter]
	Names                 situation.Names // finds places of the filter by other spellings; nil: none are
	// Box and From, To narrow the events as [index.Filter] does.
	Box      *orb.Bound
	From, To time.Time
	Style    situation.Style // how many events are put on the map
	// Encode is what the looks of events tell; nil: kind, precision and assessment.
	// Measure sizes symbols where that is among it; "": killed.
	Encode     situation.Encodings
	Measure    string
	Zone       *time.Location // zone of "data as of"; nil: UTC
	Statements bool           // draw statements on the map too
	Retracted  bool           // draw retracted events, crossed out
	Selected   string         // id of the event drawn as selected
	Rings      []scene.Rings  // range rings, drawn over the map

	// Layers are drawn beneath the events, the lowest first; nil: those of the store.
	// LayerFiles are GeoJSON files drawn over them.
	Layers     []layers.Layer
	LayerFiles []string

	NoLegend, NoSources, NoScaleBar bool
	LegendAt                        scene.LegendPlace
	Inset                           scene.Switch // a small map of the wider region
	InsetAt                         scene.Corner
	Graticule, North                bool
	Meanings                        bool // say what reported, claimed, corroborated … mean
	// Handling is a label of [HandlingLabels], "" for none. It is written on the picture
	// and changes nothing of what is left out.
	Handling string

	// Seats finds where an actor without a recorded seat is taken to be; nil:
	// states in their capitals.
	Seats situation.SeatLookup
	Clock func() time.Time // nil: time.Now; embargoes are judged by it

	// Index has the columns of the store's events; nil: they are opened from Columns,
	// and Opened is told of the index.
	Index   *index.Index
	Columns index.Options
	Opened  func(*index.Index) // nil: nobody

	// AsKnownAt draws the events as they were known at a moment, which the picture
	// says; nil: as they are known. Then Index is used where it is of that past.
	AsKnownAt *store.Past

	// Record logs a publication in the store and prints its id. On a store
	// that cannot be written the picture says "not recorded".
	Record bool
	// Progress is told, from the goroutine of the caller, how many of how many steps
	// are done; nil: nobody is.
	Progress func(done, total int)

	shrunk float64 // by how much a preview is smaller; 0: not
}

// Result is what Make did.
type Result struct {
	// Publication is the log's entry; its ID is empty where none was made, and
	// WhyNotRecorded then says why, if it was wanted.
	Publication    store.Publication
	WhyNotRecorded string
	Events         int // drawn
	// Withheld counts the events, WithheldSources the items that their
	// protection keeps out.
	Withheld, WithheldSources int
	// WithheldPhases counts the events that are drawn without the phase that they are in,
	// which rests on such items alone.
	WithheldPhases int
	// LeftOut says in sentences without a capital which layers could not be drawn, or
	// not as they are now, and how many labels had no room.
	LeftOut []string
}

// Phases says in a sentence of which events the picture does not tell the phase that
// they are in; "" for none. It is for who makes the picture, not for who sees it.
func (r Result) Phases() string {
	switch r.WithheldPhases {
	case 0:
		return ""
	case 1:
		return "One event is in a phase that rests on a withheld source alone: it is drawn without any phase, as planned if nothing else says that it took place. Is that how it may be shown?"
	}
	return fmt.Sprintf("%d events are in a phase that rests on withheld sources alone: they are drawn without any phase, as planned if nothing else says that they took place. Is that how they may be shown?", r.WithheldPhases)
}

// The bounds of a picture's size, in pixels.
const (
	MinSide   = 64
	MaxSide   = 16384
	MaxPixels = 100_000_000
)

// CheckSize says in a sentence what is wrong with a size.
func CheckSize(width, height int) error {
	switch {
	case width < MinSide || height < MinSide || width > MaxSide || height > MaxSide:
		return fmt.Errorf("a picture of %dx%d pixels cannot be made; each side must be between %d and %d", width, height, MinSide, MaxSide)
	case width*height > MaxPixels:
		return fmt.Errorf("a picture of %dx%d pixels is too large; it may have %d million pixels", width, height, MaxPixels/1_000_000)
	}
	return nil
}

// normal fills in what is not set.
func (s Spec) normal() (Spec, error) {
	if s.Width == 0 && s.Height == 0 {
		s.Width, s.Height = 1920, 1080
	}
	if err := CheckSize(s.Width, s.Height); err != nil {
		return s, err
	}
	if err := checkHandling(s.Handling); err != nil {
		return s, err
	}
	for _, text := range []string{s.Title, s.Subtitle, s.Note} {
		if err := checkTemplate(text); err != nil {
			return s, err
		}
	}
	if !(s.DPI > 0) {
		s.DPI = 96
	}
	if !(s.TextScale > 0) {
		s.TextScale = 1
	}
	if !(s.PixelRatio > 0) {
		s.PixelRatio = s.TextScale * max(s.DPI/96, render.PictureRatio(s.Width, s.Height))
	}
	if s.Zone == nil {
		s.Zone = time.UTC
	}
	if s.Clock == nil {
		s.Clock = time.Now
	}
	if s.Progress == nil {
		s.Progress = func(int, int) {}
	}
	return s, nil
}

func (s *Spec) opened(x *index.Index) {
	if s.Opened != nil && s.AsKnownAt == nil {
		s.Opened(x)
	}
}
