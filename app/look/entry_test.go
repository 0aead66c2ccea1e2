package look

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// longEntry is a field of one line with or without the scroll bar.
type longEntry struct {
	widget.Entry
	barless bool
}

func (e *longEntry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	if e.barless {
		return BarlessEntry(r)
	}
	return r
}

// barred reports whether anything lies along the lower edge of a field with a long text:
// the scroll bar would at the beginning of the text, and not further on.
func barred(t *testing.T, barless bool) bool {
	t.Helper()
	e := &longEntry{barless: barless}
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	e.ExtendBaseWidget(e)
	e.Text = strings.Repeat("w", 60)
	w := test.NewTempWindow(t, container.NewVBox(e))
	w.Resize(fyne.NewSize(120, 60))
	shown := w.Canvas().Capture()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
	lower := int(at.Y + e.Size().Height)
	for y := lower - 6; y < lower; y++ {
		for x := int(at.X) + 8; x < int(at.X)+16; x++ {
			if shown.At(x, y) != shown.At(x+50, y) {
				return true
			}
		}
	}
	return false
}

// A text that is longer than its field has nothing lying across it.
func TestNoScrollBarOverALongLine(t *testing.T) {
	for _, c := range []Choice{AlwaysLight, AlwaysDark} {
		dressed(t, c)
		if barred(t, true) {
			t.Errorf("choice %q: a scroll bar lies over the text", c)
		}
		if !barred(t, false) {
			t.Errorf("choice %q: Fyne's own field has no scroll bar there, so this proves nothing", c)
		}
	}
}
