package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// goRow is a line of the places that one may go to: what it is called, and beside
// that, paler, where it lies.
type goRow struct {
	widget.BaseWidget
	goal   goal
	marked bool
	take   func()
	point  func() // the pointer is on it
}

func newGoRow(g goal, take, point func()) *goRow {
	r := &goRow{goal: g, take: take, point: point}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *goRow) Tapped(*fyne.PointEvent) { r.take() }

// MouseIn marks the row.
func (r *goRow) MouseIn(*desktop.MouseEvent) { r.point() }

// MouseMoved implements desktop.Hoverable.
func (r *goRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *goRow) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (r *goRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is what a screen reader says.
func (r *goRow) AccessibilityLabel() string { return r.goal.name + ", " + r.goal.detail }

func (r *goRow) mark(on bool) {
	if r.marked != on {
		r.marked = on
		r.Refresh()
	}
}

// CreateRenderer builds what the row is drawn with.
func (r *goRow) CreateRenderer() fyne.WidgetRenderer {
	p := look.Current()
	w := &goRowRenderer{r: r, back: canvas.NewRectangle(p.Panel), name: canvas.NewText("", p.Text), detail: canvas.NewText("", p.Muted)}
	w.back.CornerRadius = look.Grid
	w.Refresh()
	return w
}

type goRowRenderer struct {
	r            *goRow
	back         *canvas.Rectangle
	name, detail *canvas.Text
}

// Layout gives the name what it needs, and what lies behind it the rest.
func (w *goRowRenderer) Layout(size fyne.Size) {
	const pad, gap = 2 * look.Grid, 3 * look.Grid
	w.back.Resize(size)
	room := size.Width - 2*pad
	w.name.Text = look.Fit(w.r.goal.name, room, w.name.TextSize, w.name.TextStyle)
	n := w.name.MinSize()
	w.name.Move(fyne.NewPos(pad, (size.Height-n.Height)/2))
	w.name.Resize(n)
	left := room - n.Width - gap
	w.detail.Hidden = left < 40
	w.detail.Text = look.Fit(w.r.goal.detail, max(0, left), w.detail.TextSize, w.detail.TextStyle)
	d := w.detail.MinSize()
	w.detail.Move(fyne.NewPos(pad+n.Width+gap, (size.Height-d.Height)/2))
	w.detail.Resize(d)
}

// MinSize implements fyne.WidgetRenderer.
func (w *goRowRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 7*look.Grid) }

// Refresh takes the colours of the theme.
func (w *goRowRenderer) Refresh() {
	p := look.Current()
	w.back.FillColor = p.Panel
	if w.r.marked {
		w.back.FillColor = theme.Color(theme.ColorNameSelection)
	}
	w.back.Hidden = !w.r.marked
	w.name.Color, w.detail.Color = p.Text, p.Muted
	if w.r.marked {
		w.detail.Color = p.Text
	}
	w.name.TextSize, w.detail.TextSize = theme.TextSize(), theme.CaptionTextSize()
	w.name.TextStyle = look.StyleFor(w.r.goal.name, fyne.TextStyle{Bold: true})
	w.detail.TextStyle = look.StyleFor(w.r.goal.detail, fyne.TextStyle{})
	w.Layout(w.r.Size())
	for _, o := range w.Objects() {
		o.Refresh()
	}
}

// Objects implements fyne.WidgetRenderer.
func (w *goRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.back, w.name, w.detail}
}

// Destroy implements fyne.WidgetRenderer.
func (w *goRowRenderer) Destroy() {}

// goList sets as many rows as there may be, so that the dialog keeps its size.
type goList struct{}

// Layout implements fyne.Layout.
func (goList) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	look.Rows{}.Layout(objects, size)
}

// MinSize implements fyne.Layout.
func (goList) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, manyGoals*7*look.Grid)
}
