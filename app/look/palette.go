package look

import "image/color"

// Palette is the colours of one variant. Names say what a colour is for, not what
// it looks like.
type Palette struct {
	Ground  color.NRGBA // behind everything
	Panel   color.NRGBA // lists, dossier, form
	Raised  color.NRGBA // input fields, menus, dialogs
	Rule    color.NRGBA // hairlines between things
	Border  color.NRGBA // around what can be typed into
	Text    color.NRGBA
	Muted   color.NRGBA // captions, placeholders, what is disabled
	Accent  color.NRGBA // the one accent: focus, links, the main button
	OnTint  color.NRGBA // text on Accent, Error, Warning and Success
	Error   color.NRGBA
	Warning color.NRGBA
	Success color.NRGBA
	Select  color.NRGBA // ground of what is selected, opaque
	Hover   color.NRGBA // laid over what the pointer is on
	Press   color.NRGBA // laid over what is being pressed
	Shadow  color.NRGBA
	Button  color.NRGBA
	Scroll  color.NRGBA
}

// lightPalette is for bright surroundings.
var lightPalette = Palette{
	Ground:  rgb(0xeceef1),
	Panel:   rgb(0xf8f9fa),
	Raised:  rgb(0xffffff),
	Rule:    rgb(0xdde1e6),
	Border:  rgb(0xc3c9d1),
	Text:    rgb(0x1c2128),
	Muted:   rgb(0x57606b),
	Accent:  rgb(0x1c5d99),
	OnTint:  rgb(0xffffff),
	Error:   rgb(0xb02a1f),
	Warning: rgb(0x855400),
	Success: rgb(0x1d6b3c),
	Select:  rgb(0xd8e5f3),
	Hover:   rgba(0x1c212812),
	Press:   rgba(0x1c212824),
	Shadow:  rgba(0x0000002e),
	Button:  rgb(0xe6e9ed),
	Scroll:  rgba(0x1c21285c),
}

// darkPalette is for a dim room.
var darkPalette = Palette{
	Ground:  rgb(0x16181b),
	Panel:   rgb(0x1d2024),
	Raised:  rgb(0x262a2f),
	Rule:    rgb(0x32373d),
	Border:  rgb(0x4a5159),
	Text:    rgb(0xe4e7eb),
	Muted:   rgb(0xa3abb5),
	Accent:  rgb(0x7db4ea),
	OnTint:  rgb(0x10161d),
	Error:   rgb(0xff9a8f),
	Warning: rgb(0xe6b35c),
	Success: rgb(0x86cf9e),
	Select:  rgb(0x2a3e54),
	Hover:   rgba(0xffffff12),
	Press:   rgba(0xffffff1e),
	Shadow:  rgba(0x00000080),
	Button:  rgb(0x31363c),
	Scroll:  rgba(0xe4e7eb5c),
}

// Colours returns the palette for a dark or a light window.
func Colours(dark bool) Palette {
	if dark {
		return darkPalette
	}
	return lightPalette
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func rgba(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}
