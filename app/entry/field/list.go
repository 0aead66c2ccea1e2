package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// list shows completions. It has no focus and asks for none.
type list struct {
	widget.BaseWidget
	take, hover func(int)

	shown   bool
	hovered bool
	rows    []*line
	box     *fyne.Container
	scroll  *container.Scroll
}

func newList(take, hover func(int)) *list {
	l := &list{take: take, hover: hover, box: container.New(tight{})}
	l.scroll = container.NewVScroll(l.box)
	l.ExtendBaseWidget(l)
	return l
}

func (l *list) set(options []Option, marked int) {
	l.rows = nil
	l.box.Objects = nil
	for i, o := range options {
		r := newLine(o, func() { l.take(i) }, func(in bool) { l.pointed(i, in) })
		r.marked = i == marked
		l.rows = append(l.rows, r)
		l.box.Objects = append(l.box.Objects, r)
	}
	l.scroll.Offset = fyne.Position{}
	l.box.Refresh()
	l.Refresh()
}

func (l *list) pointed(i int, in bool) {
	l.hovered = in
	if in {
		l.hover(i)
	}
}

func (l *list) mark(i int) {
	for j, r := range l.rows {
		if r.marked != (j == i) {
			r.marked = j == i
			r.Refresh()
		}
	}
	if i < len(l.rows) && !l.hovered {
		h := l.rows[i].MinSize().Height
		top, bottom := float32(i)*h, float32(i+1)*h
		switch {
		case top < l.scroll.Offset.Y:
			l.scroll.ScrollToOffset(fyne.NewPos(0, top))
		case bottom > l.scroll.Offset.Y+l.scroll.Size().Height:
			l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-l.scroll.Size().Height))
		}
	}
}

// MinSize is that of at most MaxOptions lines.
func (l *list) MinSize() fyne.Size {
	if len(l.rows) == 0 {
		return fyne.NewSize(0, 0)
	}
	h := l.rows[0].MinSize().Height
	return fyne.NewSize(120, h*float32(min(len(l.rows), MaxOptions))+2)
}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	r := &listRenderer{l: l, back: back}
	r.Refresh()
	return r
}

type listRenderer struct {
	l    *list
	back *canvas.Rectangle
}

func (r *listRenderer) Destroy()                     {}
func (r *listRenderer) MinSize() fyne.Size           { return r.l.MinSize() }
func (r *listRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.l.scroll} }

func (r *listRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.l.scroll.Move(fyne.NewPos(1, 1))
	r.l.scroll.Resize(s.SubtractWidthHeight(2, 2))
}

func (r *listRenderer) Refresh() {
	th, v := r.l.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor = th.Color(theme.ColorNameMenuBackground, v)
	r.back.StrokeColor = th.Color(theme.ColorNamePrimary, v)
	r.back.StrokeWidth = 1
	r.back.CornerRadius = th.Size(theme.SizeNameInputRadius)
	r.back.Refresh()
	r.l.scroll.Refresh()
}

// line is one completion: its text, and its detail in grey behind.
type line struct {
	widget.BaseWidget
	option Option
	tap    func()
	hover  func(bool)
	marked bool
}

func newLine(o Option, tap func(), hover func(bool)) *line {
	l := &line{option: o, tap: tap, hover: hover}
	l.ExtendBaseWidget(l)
	return l
}

// Tapped implements fyne.Tappable.
func (l *line) Tapped(*fyne.PointEvent) { l.tap() }

// MouseIn implements desktop.Hoverable.
func (l *line) MouseIn(*desktop.MouseEvent) { l.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *line) MouseOut() { l.hover(false) }

// CreateRenderer implements fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l: l, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", nil), detail: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type lineRenderer struct {
	l            *line
	back         *canvas.Rectangle
	text, detail *canvas.Text
}

func (r *lineRenderer) Destroy() {}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.text, r.detail}
}

func (r *lineRenderer) MinSize() fyne.Size {
	th := r.l.Theme()
	s := fyne.MeasureText("Åg", th.Size(theme.SizeNameText), fyne.TextStyle{})
	return fyne.NewSize(80, s.Height+th.Size(theme.SizeNamePadding)*1.5)
}

func (r *lineRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	pad := r.l.Theme().Size(theme.SizeNameInnerPadding)
	width := s.Width - 2*pad
	r.text.Text = Shorten(r.l.option.Text, width, r.text.TextSize)
	t := r.text.MinSize()
	y := (s.Height - t.Height) / 2
	r.text.Move(fyne.NewPos(pad, y))
	r.text.Resize(t)
	rest := width - t.Width - 2*pad
	r.detail.Text = ""
	if rest > 40 {
		r.detail.Text = Shorten(r.l.option.Detail, rest, r.detail.TextSize)
	}
	d := r.detail.MinSize()
	r.detail.Move(fyne.NewPos(pad+t.Width+2*pad, y+(t.Height-d.Height)*0.6))
	r.detail.Resize(d)
}

func (r *lineRenderer) Refresh() {
	th, v := r.l.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor = color.Transparent
	if r.l.marked {
		r.back.FillColor = th.Color(theme.ColorNameSelection, v)
	}
	r.text.Color, r.text.TextSize = th.Color(theme.ColorNameForeground, v), th.Size(theme.SizeNameText)
	r.detail.Color, r.detail.TextSize = th.Color(theme.ColorNamePlaceHolder, v), th.Size(theme.SizeNameCaptionText)
	r.Layout(r.l.Size())
	r.back.Refresh()
	r.text.Refresh()
	r.detail.Refresh()
}

// Shorten cuts a text to a width, with an ellipsis where something is missing.
func Shorten(s string, width, size float32) string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width <= width }
	if fits(s) {
		return s
	}
	r := []rune(s)
	for n := len(r) - 1; n > 0; n-- {
		if cut := string(r[:n]) + "…"; fits(cut) {
			return cut
		}
	}
	return ""
}

// tight stacks objects without a gap.
type tight struct{}

func (tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
	}
	return s
}

func (tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
