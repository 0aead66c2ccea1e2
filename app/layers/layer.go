package layers

import (
	"encoding/json"
	"time"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// State is how it stands with a layer's file.
type State uint8

// The states.
const (
	Reading State = iota // for the first time
	Ready
	Stale  // it cannot be read now; what it held before is shown
	Failed // it cannot be read, and never could
)

// Layer is a layer of a store with what its file holds. It is not changed: a Set
// makes another.
type Layer struct {
	ID       string
	Name     string
	Position int
	Revision int64 // of its definition, for [store.Put.Base]
	Definition
	Path    string // of the file
	State   State
	Problem string // a sentence, where the state is Stale or Failed
	Data    *Data  // nil: nothing was read yet
	Read    time.Time
	// Undated counts the features without a time that can be read, where the layer has
	// times.
	Undated int
	spans   []Span
	broken  json.RawMessage // the definition as it is kept, where it cannot be used
}

// with gives the layer what was read of its file.
func (l *Layer) with(d *Data) {
	if d == nil {
		return
	}
	l.Data = d
	l.spans, l.Undated = d.Spans(l.From, l.To)
}

// Shown reports whether the layer is drawn at all.
func (l *Layer) Shown() bool { return !l.Hidden && l.Data != nil }

// Visible says which features are seen in a time window, half-open, whose zero ends
// are open; nil: all of them.
func (l *Layer) Visible(from, to time.Time) []bool {
	if l.spans == nil || from.IsZero() && to.IsZero() {
		return nil
	}
	keep := make([]bool, len(l.spans))
	for i, s := range l.spans {
		keep[i] = s.Meets(from, to)
	}
	return keep
}

// Scene is the layer as it is drawn in a time window.
func (l *Layer) Scene(from, to time.Time) scene.Layer {
	out := scene.Layer{Name: l.Name, Data: l.Data.Shapes, Keep: l.Visible(from, to), Style: l.Style.Scene()}
	property := func(name string) func(int) string {
		if name == "" {
			return nil
		}
		d := l.Data
		return func(i int) string { return d.Property(i, name) }
	}
	out.Label, out.Title = property(l.Label), property(l.Title)
	if out.Title == nil {
		out.Title = out.Label
	}
	return out
}

// Scene is those of the layers that are drawn, in their order, the lowest first.
func Scene(all []Layer, from, to time.Time) []scene.Layer {
	var out []scene.Layer
	for i := range all {
		if all[i].Shown() {
			out = append(out, all[i].Scene(from, to))
		}
	}
	return out
}

// fromStore is a layer as it is defined. Where the definition is wrong its state is
// Failed.
func fromStore(s store.Stored[store.Definition], folder string) Layer {
	l := Layer{ID: s.Value.ID, Name: s.Value.Name, Position: s.Value.Position, Revision: s.Revision}
	var err error
	l.Definition, err = Decode(s.Value.Body)
	if l.File != "" {
		l.Path = l.Definition.Path(folder)
	}
	if err != nil {
		l.State, l.Problem, l.broken = Failed, sentence(err), s.Value.Body
	}
	return l
}

// Bound is a rectangle on the map in degrees; west is greater than east where it
// crosses the date line.
func Bound(r geo.Rect) orb.Bound {
	if r.Max.X-r.Min.X >= 1 {
		r.Min.X, r.Max.X = 0, 1-1e-12
	}
	a, b := r.Min.LonLat(), r.Max.LonLat()
	if b[0] == -180 && a[0] > b[0] { // ends at the date line
		b[0] = 180
	}
	return orb.Bound{Min: orb.Point{a[0], b[1]}, Max: orb.Point{b[0], a[1]}}
}

// Bound encloses the layer's features, whether they are visible or not; false where
// there are none.
func (l *Layer) Bound() (orb.Bound, bool) {
	if l.Data == nil || l.Data.Shapes.Bound.Empty() {
		return orb.Bound{}, false
	}
	return Bound(l.Data.Shapes.Bound), true
}
