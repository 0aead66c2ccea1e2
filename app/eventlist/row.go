package eventlist

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// Measures of a row, in device-independent pixels.
const (
	rowHeight  = 11 * look.Grid
	symbolSide = 6 * look.Grid
	edge       = 2 * look.Grid
	textLeft   = edge + symbolSide + 2*look.Grid
)

// row is one event in the list. The list uses few of them over and over.
type row struct {
	widget.BaseWidget
	event  situation.Row
	colour string
	marked bool
	ctrl   bool // held when the button went down
	onTap  func(id string)
	onMark func(id string)
	onMenu func(id string, at fyne.Position)
}

func newRow(onTap, onMark func(string), onMenu func(string, fyne.Position)) *row {
	r := &row{onTap: onTap, onMark: onMark, onMenu: onMenu}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(e situation.Row, colour string, marked bool) {
	if r.event == e && r.colour == colour && r.marked == marked {
		return
	}
	r.event, r.colour, r.marked = e, colour, marked
	r.Refresh()
}

// Tapped selects the event. The list would do so by itself, but that a row has a
// menu hides it from the primary button.
func (r *row) Tapped(*fyne.PointEvent) {
	if r.ctrl {
		r.onMark(r.event.ID)
		return
	}
	r.onTap(r.event.ID)
}

// TappedSecondary opens the menu of the event.
func (r *row) TappedSecondary(e *fyne.PointEvent) {
	r.onMenu(r.event.ID, e.AbsolutePosition)
}

// AccessibilityLabel is what a screen reader says.
func (r *row) AccessibilityLabel() string {
	e := r.event
	if r.marked {
		return "marked, " + spoken(e)
	}
	return spoken(e)
}

func spoken(e situation.Row) string {
	parts := []string{e.KindName, e.Title, second(e), string(e.Assessment)}
	if e.Protected != "" {
		parts = append(parts, e.Protected)
	}
	if e.OffMap != "" {
		parts = append(parts, "not on the map: "+e.OffMap)
	}
	return strings.Join(parts, ", ")
}

// second is a row's second line: when and where, in what phase. An event that no map
// can show says so.
func second(e situation.Row) string {
	where := e.Where
	if e.OffMap == situation.OffNoPlace {
		where = strings.TrimPrefix(where+", not on the map", ", ")
	}
	var parts []string
	for _, p := range []string{situation.Sentence(e.When), where, e.Phase} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

// fill is the symbol's for an assessment, as on the map.
func fill(a store.Assessment) look.SymbolFill {
	switch a {
	case store.Corroborated, store.Confirmed:
		return look.Solid
	case store.Disputed, store.Retracted:
		return look.Struck
	}
	return look.Hollow
}

// tone is the colour of an assessment's word.
func tone(a store.Assessment) look.Tone {
	switch a {
	case store.Corroborated, store.Confirmed:
		return look.Good
	case store.Disputed:
		return look.Caution
	case store.Retracted:
		return look.Bad
	}
	return look.Neutral
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{
		row: r, symbol: look.NewSymbol(symbolSide),
		title: canvas.NewText("", color.Black), second: canvas.NewText("", color.Black),
		belief: canvas.NewText("", color.Black), guard: canvas.NewText("", color.Black), bar: canvas.NewRectangle(color.Transparent),
	}
	v.Refresh()
	return v
}

type rowRenderer struct {
	row                   *row
	symbol                *look.Symbol
	title, second, belief *canvas.Text
	guard                 *canvas.Text      // who may not see it
	bar                   *canvas.Rectangle // of a marked row
}

func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(40*look.Grid, rowHeight) }

func (v *rowRenderer) Layout(size fyne.Size) {
	v.bar.Resize(size)
	v.symbol.Resize(fyne.NewSquareSize(symbolSide))
	v.symbol.Move(fyne.NewPos(edge, (size.Height-symbolSide)/2))

	e := v.row.event
	right := size.Width - edge - look.Grid
	width := right - textLeft
	v.title.TextStyle = look.StyleFor(e.Title, fyne.TextStyle{})
	guard, room := v.guard.MinSize(), width
	if v.guard.Text != "" {
		room -= guard.Width + 2*look.Grid
	}
	v.title.Text = look.Fit(e.Title, room, v.title.TextSize, v.title.TextStyle)
	top := v.title.MinSize()
	belief := v.belief.MinSize()
	v.second.Text = look.Fit(second(e), width-belief.Width-2*look.Grid, v.second.TextSize, v.second.TextStyle)
	low := v.second.MinSize()

	y := (size.Height - top.Height - low.Height) / 2
	place(v.title, textLeft, y)
	place(v.guard, right-guard.Width, y+(top.Height-guard.Height)/2)
	place(v.second, textLeft, y+top.Height)
	place(v.belief, right-belief.Width, y+top.Height)
}

func place(t *canvas.Text, x, y float32) {
	t.Resize(t.MinSize())
	t.Move(fyne.NewPos(x, y))
}

func (v *rowRenderer) Refresh() {
	p, th, e := look.Current(), v.row.Theme(), v.row.event
	v.bar.FillColor = color.Transparent
	if v.row.marked {
		accent := p.Accent
		accent.A = 48
		v.bar.FillColor = accent
	}
	v.bar.Refresh()
	v.symbol.Set(e.Icon, v.row.colour, fill(e.Assessment))
	v.title.Color, v.title.TextSize = p.Text, th.Size(theme.SizeNameText)
	v.second.Color, v.second.TextSize = p.Muted, th.Size(theme.SizeNameCaptionText)
	v.belief.Color, v.belief.TextSize = tone(e.Assessment).Colour(p), th.Size(theme.SizeNameCaptionText)
	v.belief.Text = string(e.Assessment)
	v.guard.Text, v.guard.TextStyle.Bold = e.Protected, true
	v.guard.Color, v.guard.TextSize = look.Bad.Colour(p), th.Size(theme.SizeNameCaptionText)
	v.Layout(v.row.Size())
	v.symbol.Refresh()
	for _, t := range []*canvas.Text{v.title, v.second, v.belief, v.guard} {
		t.Refresh()
	}
}

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.bar, v.symbol, v.title, v.second, v.belief, v.guard}
}
func (v *rowRenderer) Destroy() {}
