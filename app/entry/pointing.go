package entry

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// withPick adds the button that takes a place's point from the map.
func (f *Form) withPick(e fyne.CanvasObject, place string) fyne.CanvasObject {
	if f.RequestPick == nil {
		return e
	}
	return field.Beside([]float32{1, 0}, e, field.NewButton("from map", field.Plain, func() { f.fromMap(place) }))
}

// fromMap takes the point of a place from the map.
func (f *Form) fromMap(place string) {
	opening := f.opening
	f.RequestPick(place, func(at orb.Point, radiusM float64) {
		if opening == f.opening && f.d != nil && !f.saving {
			f.pointAt(place, at, radiusM)
		}
	})
}

// pointAt gives a place the point that was pointed at, radiusM being how exactly, in
// metres.
func (f *Form) pointAt(place string, at orb.Point, radiusM float64) {
	i := slices.IndexFunc(f.d.Places, func(p *draft.Place) bool { return p.ID == place })
	if i < 0 {
		return
	}
	p := f.d.Places[i]
	f.canMoveBack(p)
	p.Coordinates = draft.ShowPoint(roundPoint(at, radiusM))
	f.picked[p.ID] = radiusM
	f.touched(draft.Path("place", p.ID, "coordinates"))
	f.unfoldFor(draft.Path("place", p.ID, "coordinates"))
	f.refreshSection(secPlaces)
	if w := f.mainFields[p.ID]; w != nil {
		f.focus(w)
	}
}

// roundPoint keeps what pointing at a map can tell of a point: digits finer than it is
// exact, in metres, and none below a metre.
func roundPoint(p orb.Point, radiusM float64) orb.Point {
	places := min(5, max(0, math.Ceil(-math.Log10(max(radiusM, 1)/metresPerDegree))))
	unit := math.Pow(10, places)
	return orb.Point{math.Round(p[0]*unit) / unit, math.Round(p[1]*unit) / unit}
}

// metresPerDegree are those of a degree of latitude.
const metresPerDegree = 111_320

// canMoveBack keeps where a place was before it was pointed at, so that it can be put
// back.
func (f *Form) canMoveBack(p *draft.Place) {
	was, name := *p, f.said(p.ID)
	f.removals = append(f.removals, gone{said: name, section: secPlaces, moved: true, undo: func() {
		*p = was
		delete(f.sightings, p.ID)
	}})
	f.showGone()
}
