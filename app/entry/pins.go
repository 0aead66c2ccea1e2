package entry

import (
	"slices"

	"github.com/paulmach/orb"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// PlacePin is a place of the event that has a point, to be shown on the map.
type PlacePin struct {
	ID      string
	Name    string    // the place's name and role
	At      orb.Point // longitude first
	RadiusM float64   // how exactly it is known, in metres; 0: not given
	InHand  bool      // the cursor is in its row
}

// tellPins has the pins shown as the places are now.
func (f *Form) tellPins() {
	if f.OnPins == nil || f.d == nil {
		return
	}
	var pins []PlacePin
	last, _ := f.last.(interface{ In(*field.Part) bool })
	for _, p := range f.d.Places {
		at := pointOf(p)
		if at == nil {
			continue
		}
		pins = append(pins, PlacePin{
			ID: p.ID, Name: pinName(p, f.voc.name(vocPlaceRole, p.Role)), At: *at, RadiusM: radiusOf(p),
			InHand: last != nil && last.In(f.placeParts[p.ID]),
		})
	}
	if !slices.Equal(pins, f.shownPins) {
		f.shownPins = pins
		f.OnPins(pins)
	}
}

func pinName(p *draft.Place, role string) string {
	switch {
	case p.Name == "":
		return role
	case role == "":
		return p.Name
	}
	return p.Name + ", " + role
}

// MovePin gives a place the point that its pin was dragged to on the map, radiusM being
// how exactly it can be pointed at there, in metres.
func (f *Form) MovePin(place string, at orb.Point, radiusM float64) {
	if f.d != nil && !f.saving {
		f.pointAt(place, at, radiusM)
	}
}
