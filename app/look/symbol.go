package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Symbol is the sign of an event as it stands on the map, small enough for a line
// of text: its kind by icon and colour, its assessment by fill. A hollow one is
// reported, a solid one corroborated or confirmed, a struck one is disputed or
// retracted.
type Symbol struct {
	widget.BaseWidget
	icon   string
	colour string
	fill   SymbolFill
	side   float32
}

// SymbolFill is how certain a symbol looks.
type SymbolFill uint8

// The fills.
const (
	Hollow SymbolFill = iota
	Solid
	Struck
)

// NewSymbol makes a symbol, so many device-independent pixels wide.
func NewSymbol(side float32) *Symbol {
	s := &Symbol{side: side}
	s.ExtendBaseWidget(s)
	return s
}

// Set says what the symbol shows: an icon's name, a kind's colour "#rrggbb".
func (s *Symbol) Set(icon, colour string, fill SymbolFill) {
	if s.icon == icon && s.colour == colour && s.fill == fill {
		return
	}
	s.icon, s.colour, s.fill = icon, colour, fill
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Symbol) CreateRenderer() fyne.WidgetRenderer {
	r := &symbolRenderer{
		symbol: s,
		disc:   canvas.NewCircle(color.Transparent),
		icon:   canvas.NewImageFromResource(nil),
		stroke: canvas.NewLine(color.Transparent),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.stroke.StrokeWidth = 1.5
	r.Refresh()
	return r
}

type symbolRenderer struct {
	symbol *Symbol
	disc   *canvas.Circle
	icon   *canvas.Image
	stroke *canvas.Line
}

func (r *symbolRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.symbol.side) }

func (r *symbolRenderer) Layout(size fyne.Size) {
	d := r.symbol.side
	at := fyne.NewPos((size.Width-d)/2, (size.Height-d)/2)
	r.disc.Resize(fyne.NewSquareSize(d))
	r.disc.Move(at)
	inner := d * 0.64
	r.icon.Resize(fyne.NewSquareSize(inner))
	r.icon.Move(at.AddXY((d-inner)/2, (d-inner)/2))
	r.stroke.Position1 = at.AddXY(d*0.15, d*0.85)
	r.stroke.Position2 = at.AddXY(d*0.85, d*0.15)
}

func (r *symbolRenderer) Refresh() {
	p := Current()
	ink := KindColour(r.symbol.colour, p)
	r.disc.StrokeWidth, r.disc.StrokeColor = 1.5, ink
	glyph := ink
	r.disc.FillColor = p.Raised
	if r.symbol.fill == Solid {
		r.disc.FillColor = ink
		glyph = p.Raised
	}
	r.stroke.StrokeColor = color.Transparent
	if r.symbol.fill == Struck {
		r.stroke.StrokeColor = ink
	}
	r.icon.Resource = KindIcon(r.symbol.icon, glyph)
	r.Layout(r.symbol.Size())
	r.disc.Refresh()
	r.icon.Refresh()
	r.stroke.Refresh()
}

func (r *symbolRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.disc, r.icon, r.stroke}
}
func (r *symbolRenderer) Destroy() {}
