package panel

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/layers"
	"sitmap/app/look"
)

// row is a layer of the list: whether it is shown, what it looks like, what it is
// called, and how it stands with its file.
type row struct {
	p        *Panel
	layer    layers.Layer
	unfolded bool
	writable bool
	quiet    bool // the check box is being set by the program
	box      *fyne.Container
	check    *widget.Check
	head     *head
}

func (p *Panel) newRow(l layers.Layer) *row {
	r := &row{p: p, layer: l}
	r.check = widget.NewCheck("", func(on bool) {
		if !r.quiet {
			p.edit(r.layer.ID, func(l *layers.Layer) { l.Hidden = !on })
		}
	})
	r.head = &head{row: r}
	r.head.ExtendBaseWidget(r.head)
	r.box = container.NewBorder(nil, nil, r.check, nil, r.head)
	return r
}

func (r *row) set(l layers.Layer, writable bool) {
	r.layer, r.writable = l, writable
	r.quiet = true
	r.check.SetChecked(!l.Hidden)
	r.quiet = false
	if writable {
		r.check.Enable()
	} else {
		r.check.Disable()
	}
	r.refresh()
}

func (r *row) refresh() { r.head.Refresh() }

// status is the second line of a row.
func status(l *layers.Layer) string {
	n := ""
	if l.Data != nil {
		n = look.Count(l.Data.Len(), "feature")
		if l.From != "" && l.Undated > 0 {
			n += fmt.Sprintf(", %d undated", l.Undated)
		}
	}
	switch l.State {
	case layers.Reading:
		return "being read …"
	case layers.Failed:
		return "cannot be read"
	case layers.Stale:
		return n + ", not up to date"
	}
	return n
}

// head is the part of a row that is chosen: by a click, or by Enter.
type head struct {
	widget.BaseWidget
	row              *row
	hovered, focused bool
}

// AccessibilityLabel is what a screen reader says.
func (h *head) AccessibilityLabel() string {
	return h.row.layer.Name + ", " + status(&h.row.layer)
}

// Tapped implements fyne.Tappable.
func (h *head) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
		c.Focus(h)
	}
	h.row.p.toggle(h.row.layer.ID)
}

// MouseIn implements desktop.Hoverable.
func (h *head) MouseIn(*desktop.MouseEvent) { h.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (h *head) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (h *head) MouseOut() { h.hover(false) }

func (h *head) hover(in bool) {
	h.hovered = in
	h.say(in)
	h.Refresh()
}

func (h *head) say(in bool) {
	text := ""
	if in {
		if text = h.row.layer.Problem; text == "" {
			text = h.row.layer.Path + " – Enter edits, Space shows or hides, Delete removes, + and − move"
		}
	}
	if h.row.p.hints != nil {
		h.row.p.hints.Hint(text)
	}
}

// FocusGained implements fyne.Focusable.
func (h *head) FocusGained() { h.focus(true) }

// FocusLost implements fyne.Focusable.
func (h *head) FocusLost() { h.focus(false) }

func (h *head) focus(in bool) {
	h.focused = in
	h.say(in)
	h.Refresh()
}

// TypedRune implements fyne.Focusable: + and − move the layer in drawing order.
func (h *head) TypedRune(r rune) {
	p, id := h.row.p, h.row.layer.ID
	switch r {
	case ' ':
		h.row.check.SetChecked(!h.row.check.Checked)
	case '+':
		p.move(id, 1)
	case '-', '−':
		p.move(id, -1)
	}
}

// TypedKey implements fyne.Focusable.
func (h *head) TypedKey(e *fyne.KeyEvent) {
	p, id := h.row.p, h.row.layer.ID
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.toggle(id)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if p.writable {
			tell(p.OnRemove, id)
		}
	case fyne.KeyUp, fyne.KeyDown:
		p.step(h.row, e.Name == fyne.KeyDown)
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

func (p *Panel) move(id string, by int) {
	if p.OnMove != nil && p.writable {
		p.OnMove(id, by)
	}
}

// step moves the keyboard to the next row.
func (p *Panel) step(from *row, down bool) {
	for i, r := range p.shown {
		if r != from {
			continue
		}
		if down {
			i++
		} else {
			i--
		}
		if i >= 0 && i < len(p.shown) {
			if c := fyne.CurrentApp().Driver().CanvasForObject(p.shown[i].head); c != nil {
				c.Focus(p.shown[i].head)
			}
		}
		return
	}
}

// CreateRenderer implements fyne.Widget.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{
		head: h, back: canvas.NewRectangle(nil), swatch: newSwatch(), mark: canvas.NewRectangle(nil),
		name: canvas.NewText("", color.Black), note: canvas.NewText("", color.Black), fold: widget.NewIcon(look.UIIcon("expand")),
	}
	r.Refresh()
	return r
}

type headRenderer struct {
	head       *head
	back, mark *canvas.Rectangle
	swatch     *swatch
	name, note *canvas.Text
	fold       *widget.Icon
}

// Measures of a row.
const (
	rowHeight  = 44
	swatchSide = 22
	foldSide   = 18
)

func (r *headRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.mark.Resize(fyne.NewSize(2, s.Height))
	r.swatch.Resize(fyne.NewSize(swatchSide, swatchSide))
	r.swatch.Move(fyne.NewPos(0, (s.Height-swatchSide)/2))
	r.fold.Resize(fyne.NewSquareSize(foldSide))
	r.fold.Move(fyne.NewPos(s.Width-foldSide-2*look.Grid, (s.Height-foldSide)/2))
	x := float32(swatchSide + 2.5*look.Grid)
	width := s.Width - x - foldSide - 3*look.Grid
	r.name.Text = look.Fit(r.head.row.layer.Name, width, r.name.TextSize, r.name.TextStyle)
	r.note.Text = look.Fit(status(&r.head.row.layer), width, r.note.TextSize, r.note.TextStyle)
	n, m := r.name.MinSize().Height, r.note.MinSize().Height
	top := (s.Height - n - m) / 2
	r.name.Move(fyne.NewPos(x, top))
	r.note.Move(fyne.NewPos(x, top+n))
	r.name.Resize(fyne.NewSize(width, n))
	r.note.Resize(fyne.NewSize(width, m))
}

func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(120, rowHeight) }

func (r *headRenderer) Refresh() {
	h, p := r.head, look.Current()
	l := &h.row.layer
	r.name.TextSize, r.note.TextSize = h.Theme().Size(theme.SizeNameText), h.Theme().Size(theme.SizeNameCaptionText)
	r.name.TextStyle = look.StyleFor(l.Name, fyne.TextStyle{Bold: h.row.unfolded})
	r.name.Color, r.note.Color = p.Text, p.Muted
	if l.Hidden {
		r.name.Color = p.Muted
	}
	switch l.State {
	case layers.Failed:
		r.note.Color = p.Error
	case layers.Stale:
		r.note.Color = p.Warning
	}
	r.back.FillColor = color.Transparent
	switch {
	case h.row.unfolded:
		r.back.FillColor = p.Select
	case h.hovered:
		r.back.FillColor = p.Hover
	}
	r.mark.Hidden = !h.focused
	r.mark.FillColor = p.Accent
	r.swatch.set(l)
	icon := "expand"
	if h.row.unfolded {
		icon = "collapse"
	}
	r.fold.SetResource(look.UIIcon(icon))
	r.Layout(h.Size())
	for _, o := range r.Objects() {
		canvas.Refresh(o)
	}
}

func (r *headRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.swatch, r.name, r.note, r.fold, r.mark}
}
func (r *headRenderer) Destroy() {}
