package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func TestAFrameShowsTheBorderOfAnEntryAndLetsClicksThrough(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&Theme{Choice: AlwaysLight})
	s := widget.NewSelect([]string{"one", "two"}, nil)
	w := test.NewTempWindow(t, Framed(s))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 40))
	border := func() *canvas.Rectangle {
		var last *canvas.Rectangle
		for _, o := range test.LaidOutObjects(w.Content()) {
			if r, ok := o.(*canvas.Rectangle); ok {
				last = r
			}
		}
		return last
	}
	if r := border(); r.StrokeColor != Colours(false).Border || r.StrokeWidth != theme.Size(theme.SizeNameInputBorder) {
		t.Errorf("the border is %v, %v wide", r.StrokeColor, r.StrokeWidth)
	}
	a.Settings().SetTheme(&Theme{Choice: AlwaysDark})
	w.Content().Refresh()
	if r := border(); r.StrokeColor != Colours(true).Border {
		t.Errorf("in the dark the border is %v", r.StrokeColor)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 20))
	if w.Canvas().Overlays().Top() == nil {
		t.Error("a click on it does not open the list")
	}
}
