package look

import (
	"sync"

	"fyne.io/fyne/v2"

	"sitmap/assets"
)

// faces are the embedded fonts as Fyne's resources, made once each: Fyne keeps its
// glyphs by the resource.
var faces = sync.OnceValue(func() map[assets.Face]fyne.Resource {
	m := map[assets.Face]fyne.Resource{}
	for _, f := range assets.Faces() {
		m[f] = fyne.NewStaticResource(string(f)+".ttf", assets.Font(f))
	}
	return m
})

// font is the face for a style; nil where Fyne's own will do.
func font(s fyne.TextStyle) fyne.Resource {
	face := assets.Regular
	switch {
	case s.Monospace:
		return nil
	case s.Symbol:
		face = assets.Fallback
	case s.Bold && s.Italic:
		face = assets.SemiBoldItalic
	case s.Bold:
		face = assets.SemiBold
	case s.Italic:
		face = assets.Italic
	}
	return faces()[face]
}
