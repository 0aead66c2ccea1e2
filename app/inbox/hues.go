package inbox

import (
	"image/color"

	"sitmap/app/look"
	"sitmap/app/reading"
)

// fields are what is marked in a text, in the order of the legend.
var fields = []struct {
	field     reading.Field
	one, many string
	hue       color.NRGBA
}{
	// The hues keep apart for those who do not see all colours (after Okabe and Ito).
	{reading.Kind, "kind", "kinds", color.NRGBA{0x8a, 0x5c, 0xc4, 255}},
	{reading.Date, "date", "dates", color.NRGBA{0x00, 0x72, 0xb2, 255}},
	{reading.Place, "place", "places", color.NRGBA{0x00, 0x9e, 0x73, 255}},
	{reading.Actor, "actor", "actors", color.NRGBA{0xd5, 0x5e, 0x00, 255}},
	{reading.Originator, "source", "sources", color.NRGBA{0x3d, 0xa5, 0xdc, 255}},
	{reading.Weapon, "weapon", "weapons", color.NRGBA{0xcc, 0x79, 0xa7, 255}},
	{reading.Figure, "figure", "figures", color.NRGBA{0xd9, 0x93, 0x00, 255}},
	{reading.Hedge, "hedge", "hedges", color.NRGBA{0x80, 0x88, 0x90, 255}},
}

// hueOf is the colour of a field's marks.
func hueOf(f reading.Field) color.NRGBA {
	for _, x := range fields {
		if x.field == f {
			return x.hue
		}
	}
	return look.Current().Muted
}

// nameOf is what one mark of a field is called.
func nameOf(f reading.Field) string {
	for _, x := range fields {
		if x.field == f {
			return x.one
		}
	}
	return string(f)
}
