package look

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// The text goes along with the cursor, as it does with the bar.
func TestALongLineFollowsTheCursor(t *testing.T) {
	dressed(t, AlwaysLight)
	var shown [2][]string
	for i, barless := range []bool{false, true} {
		e := &longEntry{barless: barless}
		e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
		e.ExtendBaseWidget(e)
		w := test.NewTempWindow(t, container.NewVBox(e))
		w.Resize(fyne.NewSize(120, 60))
		w.Canvas().Focus(e)
		test.Type(e, strings.Repeat("w", 40)+"end")
		for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyEnd} {
			e.TypedKey(&fyne.KeyEvent{Name: key})
			for _, o := range test.LaidOutObjects(e) {
				if text, ok := o.(*canvas.Text); ok && text.Text != "" {
					at := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
					shown[i] = append(shown[i], fmt.Sprintf("%s %.0f", text.Text[:1], at.X))
				}
			}
		}
	}
	if len(shown[0]) < 3 || !slices.Equal(shown[0], shown[1]) || !strings.Contains(shown[1][0], "-") {
		t.Errorf("with the bar the text stands at %v, without at %v", shown[0], shown[1])
	}
}
