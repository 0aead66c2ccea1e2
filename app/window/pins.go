package window

import (
	"github.com/paulmach/orb"

	"sitmap/app/entry"
	"sitmap/app/mapview"
)

// bindPins has the places of the form stand on the map as pins, and the form follow
// where these are dragged.
func (d *desk) bindPins() {
	d.form.OnPins = func(pins []entry.PlacePin) {
		out := make([]mapview.Pin, len(pins))
		for i, p := range pins {
			out[i] = mapview.Pin(p)
		}
		d.mapView.SetPins(out)
	}
	d.mapView.OnPin = func(id string, at orb.Point) {
		if d.writing {
			d.form.MovePin(id, at, d.pixelMetres(at))
		}
	}
}
