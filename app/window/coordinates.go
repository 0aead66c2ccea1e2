package window

import (
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// notation is a way to write a place.
type notation struct {
	name  string // as it is kept in the settings
	title string // in the menu
	short string // before the place itself
	write func(orb.Point) string
}

// notations are those that the pointer's place can be shown in, the usual one
// first.
var notations = []notation{
	{"dd", "Decimal degrees", "Degrees", geo.FormatDD},
	{"dms", "Degrees, minutes, seconds", "DMS", geo.FormatDMS},
	{"mgrs", "MGRS", "MGRS", geo.FormatMGRS},
	{"utm", "UTM", "UTM", geo.FormatUTM},
}

// notation is the one that is chosen.
func (d *desk) notation() notation {
	for _, n := range notations {
		if n.name == d.prefs.Notation {
			return n
		}
	}
	return notations[0]
}

// pointerText words the pointer's place.
func (d *desk) pointerText(p orb.Point) string {
	n := d.notation()
	if n.name == notations[0].name {
		return "" // the map's own: as many decimals as a pixel is worth
	}
	return n.write(p)
}

// nextNotation goes on to the next notation.
func (d *desk) nextNotation() {
	for i, n := range notations {
		if n.name == d.notation().name {
			d.setNotation(notations[(i+1)%len(notations)].name)
			return
		}
	}
}

func (d *desk) setNotation(name string) {
	d.prefs.Notation = name
	d.prefs.save()
	d.mapView.Refresh()
	d.menus.update()
	d.status.Say("Coordinates are shown as: %s.", d.notation().title)
}
