package vocabulary

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// keyed is the list of a vocabulary: the arrows choose at once.
type keyed struct {
	widget.List
	p     *Page
	quiet bool // a selection made by the program is no choice
	at    int
}

func newKeyed(p *Page) *keyed {
	k := &keyed{p: p, at: -1}
	k.Length = func() int { return len(p.shown) }
	k.CreateItem = func() fyne.CanvasObject { return newLine() }
	k.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(p.shown) {
			o.(*line).set(p.records[p.shown[i]])
		}
	}
	k.OnSelected = func(i widget.ListItemID) {
		k.at = i
		if !k.quiet {
			p.pick(i)
		}
	}
	k.ExtendBaseWidget(k)
	return k
}

// TypedKey implements fyne.Focusable.
func (k *keyed) TypedKey(e *fyne.KeyEvent) {
	n := len(k.p.shown)
	move := func(to int) {
		if n > 0 {
			k.Select(min(max(to, 0), n-1))
		}
	}
	switch e.Name {
	case fyne.KeyDown:
		move(k.at + 1)
	case fyne.KeyUp:
		move(k.at - 1)
	case fyne.KeyHome:
		move(0)
	case fyne.KeyEnd:
		move(n - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if k.p.edit != nil {
			k.p.focus(k.p.edit.first)
		}
	case fyne.KeyDelete:
		k.p.Delete()
	case fyne.KeyEscape:
		k.p.escape()
	}
}

// TypedRune implements fyne.Focusable: letters find.
func (k *keyed) TypedRune(r rune) {
	if r != ' ' {
		k.p.focus(k.p.find)
		k.p.find.TypedRune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (k *keyed) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutUndo); ok {
		k.p.UndoTyped()
		return
	}
	k.p.shortcut(s)
}

const (
	lineHeight = 8 * look.Grid
	lineSymbol = 5 * look.Grid
)

// line is a record in the list: its sign, its name, and in small print what it is.
type line struct {
	widget.BaseWidget
	r record
}

func newLine() *line {
	l := &line{}
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) set(r record) {
	l.r = r
	l.Refresh()
}

// AccessibilityLabel is what a screen reader says.
func (l *line) AccessibilityLabel() string { return l.r.name + ", " + l.detail() }

func (l *line) detail() string {
	if l.r.retired {
		return "retired"
	}
	return l.r.detail
}

// CreateRenderer implements fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l: l, symbol: look.NewSymbol(lineSymbol), name: canvas.NewText("", color.Black), detail: canvas.NewText("", color.Black)}
	r.Refresh()
	return r
}

type lineRenderer struct {
	l            *line
	symbol       *look.Symbol
	name, detail *canvas.Text
}

func (r *lineRenderer) MinSize() fyne.Size { return fyne.NewSize(40*look.Grid, lineHeight) }

func (r *lineRenderer) Layout(size fyne.Size) {
	left := 2 * look.Grid
	if r.l.r.kind != nil {
		r.symbol.Resize(fyne.NewSquareSize(lineSymbol))
		r.symbol.Move(fyne.NewPos(left, (size.Height-lineSymbol)/2))
		left += lineSymbol + 2*look.Grid
	}
	room := size.Width - left - 3*look.Grid
	r.name.TextStyle = look.StyleFor(r.l.r.name, fyne.TextStyle{})
	r.name.Text = look.Fit(r.l.r.name, room*0.62, r.name.TextSize, r.name.TextStyle)
	n := r.name.MinSize()
	r.detail.Text = look.Fit(r.l.detail(), max(0, room-n.Width-2*look.Grid), r.detail.TextSize, r.detail.TextStyle)
	d := r.detail.MinSize()
	r.name.Resize(n)
	r.name.Move(fyne.NewPos(left, (size.Height-n.Height)/2))
	r.detail.Resize(d)
	r.detail.Move(fyne.NewPos(size.Width-d.Width-3*look.Grid, (size.Height-d.Height)/2))
}

func (r *lineRenderer) Refresh() {
	p, th, x := look.Current(), r.l.Theme(), r.l.r
	r.symbol.Hide()
	if x.kind != nil {
		r.symbol.Set(x.kind.Icon, x.kind.Colour, look.Solid)
		r.symbol.Show()
	}
	r.name.Color, r.name.TextSize = p.Text, th.Size(theme.SizeNameText)
	if x.retired {
		r.name.Color = p.Muted
	}
	r.detail.Color, r.detail.TextSize = p.Muted, th.Size(theme.SizeNameCaptionText)
	r.Layout(r.l.Size())
	for _, t := range []*canvas.Text{r.name, r.detail} {
		t.Refresh()
	}
	r.symbol.Refresh()
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.symbol, r.name, r.detail}
}
func (r *lineRenderer) Destroy() {}
