package inbox

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// Measures of a row, in device-independent pixels.
const (
	rowHeight  = 11 * look.Grid
	symbolSide = 6 * look.Grid
	edge       = 3 * look.Grid
)

// entry is what a row shows: an item, or a proposal with the symbol of its kind.
type entry struct {
	title, second, right string
	icon, colour         string // "" : no symbol
	tone                 look.Tone
}

// row is one entry of a list. The list uses few of them over and over.
type row struct {
	widget.BaseWidget
	entry entry
	at    int
	onTap func(at int)
}

func newRow(onTap func(int)) *row {
	r := &row{onTap: onTap}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(at int, e entry) {
	r.at = at
	if r.entry != e {
		r.entry = e
		r.Refresh()
	}
}

// Tapped chooses the row and gives its list the keyboard.
func (r *row) Tapped(*fyne.PointEvent) { r.onTap(r.at) }

// AccessibilityLabel is what a screen reader says.
func (r *row) AccessibilityLabel() string {
	return r.entry.title + ", " + r.entry.second + ", " + r.entry.right
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{
		row: r, symbol: look.NewSymbol(symbolSide), title: canvas.NewText("", color.Black),
		second: canvas.NewText("", color.Black), right: canvas.NewText("", color.Black),
	}
	v.Refresh()
	return v
}

type rowRenderer struct {
	row                  *row
	symbol               *look.Symbol
	title, second, right *canvas.Text
}

func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(40*look.Grid, rowHeight) }

func (v *rowRenderer) Layout(size fyne.Size) {
	e, left := v.row.entry, float32(edge)
	if e.icon != "" {
		v.symbol.Resize(fyne.NewSquareSize(symbolSide))
		v.symbol.Move(fyne.NewPos(edge, (size.Height-symbolSide)/2))
		left += symbolSide + 2*look.Grid
	}
	width := size.Width - edge - left
	v.title.TextStyle, v.second.TextStyle = look.StyleFor(e.title, fyne.TextStyle{}), look.StyleFor(e.second, fyne.TextStyle{})
	v.title.Text = look.Fit(e.title, width, v.title.TextSize, v.title.TextStyle)
	right := v.right.MinSize()
	v.second.Text = look.Fit(e.second, width-right.Width-2*look.Grid, v.second.TextSize, v.second.TextStyle)
	top, low := v.title.MinSize(), v.second.MinSize()
	y := (size.Height - top.Height - low.Height) / 2
	place(v.title, left, y)
	place(v.second, left, y+top.Height)
	place(v.right, size.Width-edge-right.Width, y+top.Height)
}

func place(t *canvas.Text, x, y float32) {
	t.Resize(t.MinSize())
	t.Move(fyne.NewPos(x, y))
}

func (v *rowRenderer) Refresh() {
	p, th, e := look.Current(), v.row.Theme(), v.row.entry
	v.symbol.Hidden = e.icon == ""
	if e.icon != "" {
		v.symbol.Set(e.icon, e.colour, look.Hollow)
	}
	v.title.Color, v.title.TextSize = p.Text, th.Size(theme.SizeNameText)
	v.second.Color, v.second.TextSize = p.Muted, th.Size(theme.SizeNameCaptionText)
	v.right.Color, v.right.TextSize = e.tone.Colour(p), th.Size(theme.SizeNameCaptionText)
	v.right.Text = e.right
	v.Layout(v.row.Size())
	v.symbol.Refresh()
	for _, t := range []*canvas.Text{v.title, v.second, v.right} {
		t.Refresh()
	}
}

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.symbol, v.title, v.second, v.right}
}
func (v *rowRenderer) Destroy() {}

// keyed is a list whose keys belong to the panel.
type keyed struct {
	widget.List
	move     func(to int)
	at       func() int
	onKey    func(*fyne.KeyEvent)
	onRune   func(rune)
	shortcut func(fyne.Shortcut)
	quiet    bool // a selection made by the program is not told
}

// newKeyed makes a list of rows.
func newKeyed(n func() int, show func(i int) entry) *keyed {
	k := &keyed{}
	k.Length = n
	k.CreateItem = func() fyne.CanvasObject {
		return newRow(func(at int) {
			if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil {
				c.Focus(k)
			}
			k.Select(at)
		})
	}
	k.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < n() {
			o.(*row).set(i, show(i))
		}
	}
	k.OnSelected = func(i widget.ListItemID) {
		k.Highlight(i)
		if !k.quiet && i < n() {
			k.move(i)
		}
	}
	k.ExtendBaseWidget(k)
	return k
}

// show marks a row without telling of it; -1 none.
func (k *keyed) show(i int) {
	k.quiet = true
	defer func() { k.quiet = false }()
	k.UnselectAll()
	if i >= 0 && i < k.Length() {
		k.Select(i)
	}
	k.Refresh()
}

// TypedKey implements fyne.Focusable.
func (k *keyed) TypedKey(e *fyne.KeyEvent) {
	n, at := k.Length(), k.at()
	page := max(1, int(k.Size().Height/(rowHeight+1))-1)
	to := at
	switch e.Name {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = n - 1
	default:
		k.onKey(e)
		return
	}
	if n > 0 {
		k.Select(min(max(to, 0), n-1))
	}
}

// TypedRune implements fyne.Focusable.
func (k *keyed) TypedRune(r rune) { k.onRune(r) }

// TypedShortcut implements fyne.Shortcutable.
func (k *keyed) TypedShortcut(s fyne.Shortcut) { k.shortcut(s) }
