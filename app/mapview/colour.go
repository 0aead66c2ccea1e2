package mapview

import (
	"image/color"

	"sitmap/mapdata/render"
)

// groundColour is about that of the renderer's sea: it shows for a moment where a
// picture does not reach yet.
func groundColour(t render.Theme) color.Color {
	switch t {
	case render.Dark:
		return color.NRGBA{0x11, 0x19, 0x1f, 0xff}
	case render.Print:
		return color.NRGBA{0xe6, 0xeb, 0xee, 0xff}
	default:
		return color.NRGBA{0xcf, 0xdb, 0xe2, 0xff}
	}
}
