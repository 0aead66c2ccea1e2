package main

import (
	"bytes"
	"embed"
	"fmt"
	"image"
	"image/png"
	"maps"
	"regexp"
	"slices"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// Material Design Icons (Apache-2.0): outlines of one weight on a grid of 24.
var mdi = npmPin{"@mdi/svg", "7.4.47", "de92e5dc9ce46c392ab5c53aa7190b19f82b40cb48872a083f788c7e13e91fef"}

// drawn holds our own drawings: kinds for which no family has a sign that is
// both sober and legible at 12 pixels, and the program's icon.
//
//go:embed drawn
var drawn embed.FS

// kindIcons says where the icon of each kind is taken from: a name in mdi, or ""
// for a drawing of ours.
var kindIcons = map[string]string{
	"strike":            "", // a target: neither the weapon nor the burst
	"clash":             "",
	"talks":             "forum",
	"visit":             "",
	"call":              "phone",
	"statement":         "",
	"agreement":         "",
	"ceasefire":         "",
	"aid":               "",
	"sanction":          "",
	"prisoner-exchange": "",
	"protest":           "",
	"movement":          "",
	"other":             "",
}

// uiIcons maps the window's names for things to their icons in mdi.
var uiIcons = map[string]string{
	"about":       "information-outline",
	"actor":       "account-outline",
	"archive":     "archive-outline",
	"area":        "vector-polygon",
	"attachment":  "paperclip",
	"calendar":    "calendar-blank-outline",
	"check":       "check",
	"claim":       "comment-quote-outline",
	"clear":       "close-circle-outline",
	"clock":       "clock-outline",
	"close":       "close",
	"collapse":    "chevron-up",
	"copy":        "content-copy",
	"delete":      "trash-can-outline",
	"dossier":     "text-box-outline",
	"duplicate":   "content-duplicate",
	"edit":        "pencil-outline",
	"error":       "alert-circle-outline",
	"expand":      "chevron-down",
	"export":      "export-variant",
	"filter":      "filter-variant",
	"fit":         "fit-to-screen-outline",
	"fullscreen":  "fullscreen",
	"help":        "help-circle-outline",
	"hide":        "eye-off-outline",
	"history":     "history",
	"import":      "import",
	"layers":      "layers-outline",
	"line":        "vector-polyline",
	"link":        "link-variant",
	"list":        "format-list-bulleted",
	"lock":        "lock-outline",
	"map":         "map-outline",
	"measure":     "ruler",
	"more":        "dots-vertical",
	"move-down":   "arrow-down",
	"move-up":     "arrow-up",
	"new-event":   "map-marker-plus-outline",
	"new-store":   "file-plus-outline",
	"next":        "chevron-right",
	"open":        "folder-open-outline",
	"open-link":   "open-in-new",
	"panel-left":  "dock-left",
	"panel-right": "dock-right",
	"parties":     "account-group-outline",
	"phase":       "timeline-clock-outline",
	"pick":        "map-marker-radius-outline",
	"pin":         "map-marker-outline",
	"pinned":      "pin-outline",
	"previous":    "chevron-left",
	"quote":       "format-quote-close",
	"redo":        "redo-variant",
	"refresh":     "refresh",
	"relation":    "source-branch",
	"remove":      "minus-circle-outline",
	"add":         "plus-circle-outline",
	"save":        "content-save-outline",
	"search":      "magnify",
	"series":      "format-list-numbered",
	"settings":    "cog-outline",
	"show":        "eye-outline",
	"snapshot":    "image-outline",
	"source":      "newspaper-variant-outline",
	"swap":        "swap-horizontal",
	"table":       "table",
	"tag":         "tag-outline",
	"theme":       "theme-light-dark",
	"undo":        "undo-variant",
	"warning":     "alert-outline",
	"world":       "earth",
	"zoom-in":     "plus",
	"zoom-out":    "minus",
}

var svgPath = regexp.MustCompile(`<path[^>]* d="([^"]+)"`)

// makeIcons writes every icon in one form: a single black path on a grid of 24,
// which any reader can parse and any renderer recolour.
func makeIcons(b *build) error {
	files, err := b.npmFiles(mdi, func(string) bool { return true })
	if err != nil {
		return err
	}
	for _, set := range []struct {
		dir   string
		icons map[string]string
	}{{"icons", kindIcons}, {"icons/ui", uiIcons}} {
		for _, name := range slices.Sorted(maps.Keys(set.icons)) {
			source, from := files["svg/"+set.icons[name]+".svg"], set.icons[name]
			if from == "" {
				if source, err = drawn.ReadFile("drawn/" + name + ".svg"); err != nil {
					return fmt.Errorf("icon %s: %w", name, err)
				}
			}
			svg, err := plainIcon(source)
			if err != nil {
				return fmt.Errorf("icon %s (from %q): %w", name, from, err)
			}
			if err := b.write(set.dir+"/"+name+".svg", svg); err != nil {
				return err
			}
		}
	}
	if err := makeAppIcon(b); err != nil {
		return fmt.Errorf("the program's icon: %w", err)
	}
	apache, err := drawn.ReadFile("drawn/apache-2.0.txt")
	if err != nil {
		return err
	}
	licence := slices.Concat([]byte("Material Design Icons, taken over into one form; the other icons are the program's own.\n\n"),
		files["LICENSE"], []byte("\n\n"), apache)
	return b.write("icons/LICENSE.txt", licence)
}

// plainIcon reduces an icon of one path to that path.
func plainIcon(svg []byte) ([]byte, error) {
	paths := svgPath.FindAllSubmatch(svg, -1)
	if len(paths) != 1 {
		return nil, fmt.Errorf("expected one path, found %d", len(paths))
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000000" d="%s"/></svg>`+"\n", paths[0][1]), nil
}

// makeAppIcon writes the program's icon as it was drawn, and as a picture for
// the desktops that want one.
func makeAppIcon(b *build) error {
	svg, err := drawn.ReadFile("drawn/app.svg")
	if err != nil {
		return err
	}
	if err := b.write("icons/app.svg", svg); err != nil {
		return err
	}
	const size = 512
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg))
	if err != nil {
		return err
	}
	icon.SetTarget(0, 0, size, size)
	m := image.NewRGBA(image.Rect(0, 0, size, size))
	icon.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, m, m.Bounds())), 1)
	var packed bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&packed, m); err != nil {
		return err
	}
	return b.write("icons/app.png", packed.Bytes())
}
