package assets

import (
	"path"
	"strings"
)

// appIcon is the name of the program's own icon, which lies among the kinds' but
// is none of them.
const appIcon = "app"

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
	if dir == "icons" && name == appIcon || strings.Contains(name, "/") {
		return nil, false
	}
	data, err := files.ReadFile(path.Join(dir, name+".svg"))
	return data, err == nil
}

func iconNames(dir string) []string {
	entries, err := files.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if name, isSVG := strings.CutSuffix(e.Name(), ".svg"); isSVG && (dir != "icons" || name != appIcon) {
			names = append(names, name)
		}
	}
	return names
}
