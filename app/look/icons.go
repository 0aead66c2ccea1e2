package look

import (
	"image/color"
	"strconv"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"sitmap/assets"
)

// UIIcon is one of the window's icons, in the colour of the text around it. Where
// the assets have none of that name it is the circle that stands for "other".
func UIIcon(name string) fyne.Resource { return theme.NewThemedResource(uiSource(name)) }

// KindIcon is the icon of a kind of event in a colour of its own.
func KindIcon(name string, c color.NRGBA) fyne.Resource {
	return theme.NewColoredResource(kindSource(name), colourName(c))
}

// KindColour reads a kind's colour, "#rrggbb", and makes it fit for the palette: as
// it is on a light panel, if it has the 3 to 1 that WCAG asks of symbols, and
// lightened on a dark one as on the dark map. Unreadable ones are grey.
func KindColour(hex string, p Palette) color.NRGBA {
	v, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		return p.Muted
	}
	ratio := 3.0
	if luminance(p.Panel) < 0.18 {
		ratio = 5.5
	}
	return Readable(rgb(uint32(v)), p.Panel, ratio)
}

// AppIcon is the program's icon.
func AppIcon() fyne.Resource {
	return fyne.NewStaticResource("sitmap.png", assets.AppIconPNG())
}

// Fyne compares resources by pointer and name: one for each file.
var sources sync.Map

func uiSource(name string) fyne.Resource { return source("ui-"+name, name, assets.UIIcon) }

func kindSource(name string) fyne.Resource { return source("kind-"+name, name, assets.KindIcon) }

func source(key, name string, read func(string) ([]byte, bool)) fyne.Resource {
	if r, ok := sources.Load(key); ok {
		return r.(fyne.Resource)
	}
	data, ok := read(name)
	if !ok {
		if data, ok = assets.KindIcon("other"); !ok {
			data = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z"/></svg>`)
		}
	}
	r, _ := sources.LoadOrStore(key, fyne.NewStaticResource(key+".svg", data))
	return r.(fyne.Resource)
}

// colourName names a colour so that [Theme] finds it: Fyne recolours icons only by
// the names of a theme's colours.
func colourName(c color.NRGBA) fyne.ThemeColorName {
	const hex = "0123456789abcdef"
	b := []byte("#000000")
	for i, v := range []uint8{c.R, c.G, c.B} {
		b[1+2*i], b[2+2*i] = hex[v>>4], hex[v&15]
	}
	return fyne.ThemeColorName(b)
}

func namedColour(n fyne.ThemeColorName) (color.NRGBA, bool) {
	if len(n) != 7 || n[0] != '#' {
		return color.NRGBA{}, false
	}
	v, err := strconv.ParseUint(string(n[1:]), 16, 32)
	return rgb(uint32(v)), err == nil
}
