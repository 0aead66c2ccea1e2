package roster

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
	RowHeight  = 11 * look.Grid
	symbolSide = 6 * look.Grid
	edge       = 3 * look.Grid
)

// Row is what a row shows. Right stands at the end of the first line, Under at the end
// of the second.
type Row struct {
	Title, Second string
	Right, Under  string
	Tone          look.Tone // of Right
	UnderTone     look.Tone
	Icon, Colour  string // of a kind of event; "": no symbol
}

// Line is the widget of one row. A list uses few of them over and over.
type Line struct {
	widget.BaseWidget
	shown Row
	at    int
	onTap func(at int)
}

// NewLine makes a line that tells which row was tapped on it.
func NewLine(onTap func(at int)) *Line {
	r := &Line{onTap: onTap}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows a row, and where in its list that stands.
func (r *Line) Set(at int, x Row) {
	r.at = at
	if r.shown != x {
		r.shown = x
		r.Refresh()
	}
}

// Tapped chooses the row and gives its list the keyboard.
func (r *Line) Tapped(*fyne.PointEvent) { r.onTap(r.at) }

// AccessibilityLabel is what a screen reader says.
func (r *Line) AccessibilityLabel() string {
	return look.Join(", ", r.shown.Title, r.shown.Right, r.shown.Second, r.shown.Under)
}

// CreateRenderer implements fyne.Widget.
func (r *Line) CreateRenderer() fyne.WidgetRenderer {
	text := func() *canvas.Text { return canvas.NewText("", color.Black) }
	v := &rowRenderer{row: r, symbol: look.NewSymbol(symbolSide), title: text(), second: text(), right: text(), under: text()}
	v.Refresh()
	return v
}

type rowRenderer struct {
	row                         *Line
	symbol                      *look.Symbol
	title, second, right, under *canvas.Text
}

func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(40*look.Grid, RowHeight) }

func (v *rowRenderer) Layout(size fyne.Size) {
	x, left := v.row.shown, float32(edge)
	if x.Icon != "" {
		v.symbol.Resize(fyne.NewSquareSize(symbolSide))
		v.symbol.Move(fyne.NewPos(edge, (size.Height-symbolSide)/2))
		left += symbolSide + 2*look.Grid
	}
	width := size.Width - edge - left
	top, low := v.row.lineHeight(theme.SizeNameText), v.row.lineHeight(theme.SizeNameCaptionText)
	y := (size.Height - top - low) / 2
	line := func(main, end *canvas.Text, text string, y, height float32) {
		right, gap := end.MinSize(), float32(0)
		if end.Text != "" {
			gap = right.Width + 2*look.Grid
		}
		main.TextStyle = look.StyleFor(text, fyne.TextStyle{})
		main.Text = look.Fit(text, width-gap, main.TextSize, main.TextStyle)
		place(main, left, y)
		place(end, size.Width-edge-right.Width, y+(height-right.Height)/2)
	}
	line(v.title, v.right, x.Title, y, top)
	line(v.second, v.under, x.Second, y+top, low)
}

func (r *Line) lineHeight(name fyne.ThemeSizeName) float32 {
	return fyne.MeasureText("Mg", r.Theme().Size(name), fyne.TextStyle{}).Height
}

func place(t *canvas.Text, x, y float32) {
	t.Resize(t.MinSize())
	t.Move(fyne.NewPos(x, y))
}

func (v *rowRenderer) Refresh() {
	p, th, x := look.Current(), v.row.Theme(), v.row.shown
	v.symbol.Hidden = x.Icon == ""
	if x.Icon != "" {
		v.symbol.Set(x.Icon, x.Colour, look.Hollow)
	}
	caption := th.Size(theme.SizeNameCaptionText)
	v.title.Color, v.title.TextSize = p.Text, th.Size(theme.SizeNameText)
	v.second.Color, v.second.TextSize = p.Muted, caption
	for _, end := range []struct {
		to   *canvas.Text
		text string
		tone look.Tone
	}{{v.right, x.Right, x.Tone}, {v.under, x.Under, x.UnderTone}} {
		end.to.Text, end.to.TextSize = end.text, caption
		end.to.TextStyle = look.StyleFor(end.text, fyne.TextStyle{})
		end.to.Color = look.Readable(end.tone.Colour(p), p.Panel, 4.5)
	}
	v.Layout(v.row.Size())
	v.symbol.Refresh()
	for _, t := range []*canvas.Text{v.title, v.second, v.right, v.under} {
		t.Refresh()
	}
}

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.symbol, v.title, v.second, v.right, v.under}
}
func (v *rowRenderer) Destroy() {}
