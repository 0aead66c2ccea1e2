package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// sized is the running application's theme with some sizes of its own.
type sized struct {
	sizes map[fyne.ThemeSizeName]float32
}

func (s *sized) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (s *sized) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return s.base().Color(n, v)
}
func (s *sized) Font(t fyne.TextStyle) fyne.Resource     { return s.base().Font(t) }
func (s *sized) Icon(n fyne.ThemeIconName) fyne.Resource { return s.base().Icon(n) }
func (s *sized) Size(n fyne.ThemeSizeName) float32 {
	if v, ok := s.sizes[n]; ok {
		return v
	}
	return s.base().Size(n)
}

// Tight shows o without the padding that Fyne puts inside texts, so that a page of
// text can be set with the distances of its own layout.
func Tight(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(o, &sized{map[fyne.ThemeSizeName]float32{
		theme.SizeNameInnerPadding: 0,
		theme.SizeNameLineSpacing:  2,
	}})
}

// Loose shows o with the usual padding again, within what is [Tight]: buttons need it.
func Loose(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(o, &sized{})
}

// Dense shows a list without gaps between its rows: a hairline is enough.
func Dense(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(o, &sized{map[fyne.ThemeSizeName]float32{
		theme.SizeNamePadding:         1,
		theme.SizeNameSelectionRadius: 0,
	}})
}
