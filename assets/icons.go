package assets

import (
	"path"
	"strings"
)

// KindIcon returns the SVG of a built-in kind of event by the icon's name, as
// "prisoner-exchange". Icons are drawn on a grid of 24, filled black, to be
// recoloured by whoever draws them.
func KindIcon(name string) (svg []byte, ok bool) { return icon("icons", name) }

// KindIcons lists the names of the kinds' icons, sorted.
func KindIcons() []string { return iconNames("icons") }

// UIIcon returns the SVG of one of the window's icons, as "zoom-in", drawn like
// the kinds' icons.
func UIIcon(name string) (svg []byte, ok bool) { return icon("icons/ui", name) }

// UIIcons lists the names of the window's icons, sorted.
func UIIcons() []string { return iconNames("icons/ui") }

// AppIcon returns the program's icon as an SVG in colour.
func AppIcon() []byte { return must("icons/app.svg") }

// AppIconPNG returns the program's icon as a PNG of 512 by 512 pixels.
func AppIconPNG() []byte { return must("icons/app.png") }

func icon(dir, name string) ([]byte, bool) {
	// The program's own icon lies among the kinds' but is none of them.
	if dir == "icons" && name == "app" {
		return nil, false
	}
	data, err := files.ReadFile(path.Join(dir, path.Base(name)+".svg"))
	return data, err == nil
}

func iconNames(dir string) []string {
	entries, err := files.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if name, isSVG := strings.CutSuffix(e.Name(), ".svg"); isSVG && !(dir == "icons" && name == "app") {
			names = append(names, name)
		}
	}
	return names
}
