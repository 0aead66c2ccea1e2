package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// BarlessEntry takes the scroll bar from a text field of one line, whose renderer this
// is: it would lie over the lower half of a text that is longer than the field. The text
// still scrolls with the cursor and the wheel, and a shadow at either end says that it
// goes on there.
func BarlessEntry(r fyne.WidgetRenderer) fyne.WidgetRenderer {
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			// The override holds for the scroll itself, wherever it is shown.
			container.NewThemeOverride(s, &sized{map[fyne.ThemeSizeName]float32{
				theme.SizeNameScrollBar:      0,
				theme.SizeNameScrollBarSmall: 0,
			}})
		}
	}
	return r
}
