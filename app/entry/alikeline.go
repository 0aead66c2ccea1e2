package entry

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry/field"
)

// alikeLine is an event on the radar: its title, and below it when and where it was.
// A click marks it.
type alikeLine struct {
	widget.BaseWidget
	l               likeness
	marked, focused bool
	tap             func()
}

func newAlikeLine(l likeness, marked, focused bool, tap func()) *alikeLine {
	a := &alikeLine{l: l, marked: marked, focused: focused, tap: tap}
	a.ExtendBaseWidget(a)
	return a
}

// Tapped implements fyne.Tappable.
func (a *alikeLine) Tapped(*fyne.PointEvent) { a.tap() }

// Cursor implements desktop.Cursorable.
func (a *alikeLine) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (a *alikeLine) CreateRenderer() fyne.WidgetRenderer {
	r := &alikeRenderer{a: a, back: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), title: canvas.NewText("", nil), said: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type alikeRenderer struct {
	a           *alikeLine
	back, bar   *canvas.Rectangle
	title, said *canvas.Text
}

func (r *alikeRenderer) Destroy() {}

func (r *alikeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.bar, r.title, r.said}
}

const alikeGap = 3

func (r *alikeRenderer) MinSize() fyne.Size {
	th := r.a.Theme()
	height := func(n fyne.ThemeSizeName) float32 {
		return fyne.MeasureText("Åg", th.Size(n), fyne.TextStyle{}).Height
	}
	return fyne.NewSize(120, height(theme.SizeNameText)+height(theme.SizeNameCaptionText)+2*alikeGap)
}

func (r *alikeRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.bar.Resize(fyne.NewSize(3, s.Height))
	x := margin + r.a.Theme().Size(theme.SizeNameInnerPadding) // in line with the labels above and below
	width := s.Width - x - margin
	r.title.Text = field.Shorten(r.a.l.title, width, r.title.TextSize)
	r.said.Text = field.Shorten(r.a.l.said, width, r.said.TextSize)
	y := float32(alikeGap)
	for _, t := range []*canvas.Text{r.title, r.said} {
		m := t.MinSize()
		t.Move(fyne.NewPos(x, y))
		t.Resize(m)
		y += m.Height
	}
}

func (r *alikeRenderer) Refresh() {
	th, v := r.a.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor, r.bar.FillColor = color.Transparent, color.Transparent
	if r.a.marked {
		r.bar.FillColor = th.Color(theme.ColorNamePlaceHolder, v)
		if r.a.focused {
			r.back.FillColor, r.bar.FillColor = th.Color(theme.ColorNameSelection, v), th.Color(theme.ColorNamePrimary, v)
		}
	}
	r.title.Color, r.title.TextSize = th.Color(theme.ColorNameForeground, v), th.Size(theme.SizeNameText)
	r.said.Color, r.said.TextSize = th.Color(theme.ColorNamePlaceHolder, v), th.Size(theme.SizeNameCaptionText)
	r.Layout(r.a.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
