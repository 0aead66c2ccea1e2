package entry

import (
	"context"
	"image"
	"iter"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"
	"github.com/paulmach/orb"

	"sitmap/mapdata/gazetteer"
	"sitmap/mapdata/geo"
	"sitmap/store"
	"sitmap/store/index"
)

// Store is what the form needs of a [store.Store].
type Store interface {
	Kinds(ctx context.Context) ([]store.Kind, error)
	Terms(ctx context.Context, vocabulary string) ([]store.Term, error)
	Actors(ctx context.Context) ([]store.Stored[store.Actor], error)
	Outlets(ctx context.Context) ([]store.Stored[store.Outlet], error)
	Items(ctx context.Context) ([]store.Stored[store.Item], error)
	SeriesList(ctx context.Context) ([]store.InSeries, error)
	Event(ctx context.Context, id string) (store.Stored[store.Event], error)
	Events(ctx context.Context, f store.Filter) iter.Seq2[store.Stored[store.Event], error]
	Save(ctx context.Context, a store.Action) (store.Change, error)
}

// Gazetteer completes the names of places.
type Gazetteer interface {
	Search(q string, near *orb.Point, limit int) []gazetteer.Match
	ByID(id int64) (gazetteer.Place, bool)
	Nearest(p orb.Point) (gazetteer.Place, float64, bool)
	CountryName(code string) string
	Admin1Name(code string) string
}

// Drafts keeps what was typed and not yet saved, so that it survives a crash.
// [Folder] makes one. Its methods are called from any goroutine, one at a time.
type Drafts interface {
	Keep(id string, state []byte) error // replaces what was kept under the id
	Kept() ([]Kept, error)              // newest first
	Drop(id string) error
}

// Kept is the state of a form that was not saved.
type Kept struct {
	ID    string
	At    time.Time
	State []byte
}

// Deps are what a form is given. Store and Gazetteer are required; the rest has
// defaults that suit the window.
type Deps struct {
	Store     Store
	Gazetteer Gazetteer
	Drafts    Drafts           // nil: nothing survives a crash
	Clock     func() time.Time // nil: time.Now
	NewID     func() string    // nil: UUIDv7
	Zone      *time.Location   // the zone that times without one are read in; nil: time.Local
	// Near is the middle of the map: of places with like names the nearer comes
	// first. nil: no preference.
	Near func() *orb.Point
	Log  *slog.Logger // nil: slog.Default()
	// OwnerAt gives the codes of the country and region at a point, longitude first,
	// "" where it has none. It may take long. nil: the nearest town's.
	OwnerAt func(orb.Point) (country, admin1 string)
	// Files keeps captured files; nil: the form takes none.
	Files Files
	// Sketch draws a small map; it is called off the main goroutine. nil: coordinates
	// are told in words only.
	Sketch func(ctx context.Context, dst *image.RGBA, r SketchRequest) error
	// OffMap says why nothing of an event would be drawn on the map, as it reads behind
	// “not on the map:”, "" where something would; it is quick. nil: the form does not say.
	OffMap func(store.Event) string
	// Everybody gives the actors that are offered although the store does not have them
	// yet, without ids: they are made with the event that names them. It is called off the
	// main goroutine. nil: only the store's are.
	Everybody func() []store.Actor
	// Columns are those of the store's events now, among which events like the one being
	// entered are looked for; nil, or nil from it: they are not.
	Columns func() *index.Columns

	// patience is how long the store's own events are looked through for what was typed:
	// the list must follow the typing. 0: ownWithin.
	patience time.Duration

	// Go runs work that may take long, Do brings its result back to the main
	// goroutine. nil: a goroutine, and fyne.Do.
	Go func(func())
	Do func(func())
	// After calls f on the main goroutine after d, unless stopped first.
	After func(d time.Duration, f func()) (stop func())
}

// SketchRequest says what a small map shows.
type SketchRequest struct {
	View    geo.View  // in pixels of the picture
	At      orb.Point // longitude first
	RadiusM float64   // of a circle around it, in metres; 0: none
	Ratio   float64   // pixels of a device-independent one
	Dark    bool
}

func (d Deps) withDefaults() Deps {
	if d.Clock == nil {
		d.Clock = time.Now
	}
	if d.NewID == nil {
		d.NewID = func() string { return uuid.Must(uuid.NewV7()).String() }
	}
	if d.Zone == nil {
		d.Zone = time.Local
	}
	if d.Near == nil {
		d.Near = func() *orb.Point { return nil }
	}
	if d.Everybody == nil {
		d.Everybody = func() []store.Actor { return nil }
	}
	d.Zone = named(d.Zone)
	if d.patience == 0 {
		d.patience = ownWithin
	}
	if d.Log == nil {
		d.Log = slog.Default()
	}
	if d.Go == nil {
		d.Go = func(f func()) { go f() }
	}
	if d.Do == nil {
		d.Do = fyne.Do
	}
	if d.After == nil {
		do := d.Do
		d.After = func(wait time.Duration, f func()) func() {
			t := time.AfterFunc(wait, func() { do(f) })
			return func() { t.Stop() }
		}
	}
	return d
}
