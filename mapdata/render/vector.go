package render

import (
	"context"
	"fmt"
	"image"
	"image/color"

	"sitmap/assets"
)

// Picture is a picture laid out and not yet drawn: what stands where, in pixels,
// in named layers. Backends for vectors turn it into their formats. It is not
// changed by being drawn.
type Picture struct {
	Width, Height int // pixels
	Unlabelled    int // labels of events that found no room
	drawing       *drawing
}

// Canvas is what a backend for vectors implements. It is called for one layer
// after the other, and within each in drawing order. Lengths are pixels of the
// picture, right and down. An error from a backend stops the drawing.
type Canvas interface {
	// Layer begins a layer, which is seen within clip only.
	Layer(name string, clip image.Rectangle) error
	// Fill fills a shape by the non-zero rule, or by even-odd.
	Fill(s Shape, p Paint, evenOdd bool) error
	// Stroke draws the lines of a shape; joins are round.
	Stroke(s Shape, p Pen, c color.NRGBA) error
	// Symbol draws a symbol with its middle at (x, y).
	Symbol(s Symbol, x, y float64) error
	Text(t Text) error
	// Link makes a part of the picture lead to an address. It is not seen.
	Link(x, y, width, height float64, url string) error
	// Image draws pixels, stretched over a part of the picture: what has no shape,
	// as a heat map.
	Image(m image.Image, x, y, width, height float64) error
}

// vectorItem is an item of a drawing that can draw itself as vectors.
type vectorItem interface{ vector(to Canvas) error }

// Lay decides what is drawn where in a picture of that many pixels; the request is
// that of [Renderer.Render], and so is the picture. An error is a cancelled context
// or a base map that cannot be read.
func (r *Renderer) Lay(ctx context.Context, width, height int, req Request) (*Picture, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if width < 1 || height < 1 {
		return nil, fmt.Errorf("a picture of %d×%d pixels cannot be laid out", width, height)
	}
	req.ctx = ctx
	hits := &Hits{}
	d, err := r.lay(image.Rect(0, 0, width, height), req, hits)
	if cancelled := ctx.Err(); cancelled != nil {
		return nil, cancelled
	}
	if err != nil {
		return nil, err
	}
	return &Picture{Width: width, Height: height, Unlabelled: hits.Unlabelled(), drawing: d}, nil
}

// Draw draws the picture on a canvas. Layers without content are left out.
func (p *Picture) Draw(ctx context.Context, to Canvas) error {
	for _, g := range p.drawing.groups {
		clip := g.clip.Intersect(image.Rect(0, 0, p.Width, p.Height))
		if len(g.items) == 0 || clip.Empty() {
			continue
		}
		if err := to.Layer(g.name, clip); err != nil {
			return err
		}
		for i, it := range g.items {
			if i%1024 == 0 {
				if err := ctx.Err(); err != nil {
					return err
				}
			}
			v, ok := it.(vectorItem)
			if !ok {
				return fmt.Errorf("the layer “%s” cannot be drawn as vectors", g.name)
			}
			if err := v.vector(to); err != nil {
				return err
			}
		}
	}
	return nil
}

func (it *fillItem) vector(to Canvas) error {
	return to.Fill(Shape{it.path}, paintOf(it.paint, 0), it.evenOdd)
}

func (it *strokeItem) vector(to Canvas) error {
	pn := Pen{Width: float64(it.pen.width), Round: it.pen.round}
	for _, d := range it.pen.dash {
		pn.Dash = append(pn.Dash, float64(d))
	}
	return to.Stroke(Shape{it.path}, pn, it.paint.colour)
}

// Pixels take symbols and text at whole pixels only; vectors follow, so that all
// outputs show the same.
func (it *symbolItem) vector(to Canvas) error {
	return to.Symbol(Symbol{it.symbol}, float64(floor(it.x+0.5)), float64(floor(it.y+0.5)))
}

func (it *textItem) vector(to Canvas) error {
	return to.Text(Text{it.run, it.ink, float64(floor(it.x + 0.5)), float64(floor(it.y + 0.5)), it.anchor})
}

func (it *linkItem) vector(to Canvas) error {
	a := it.area
	return to.Link(float64(a.x0), float64(a.y0), float64(a.width()), float64(a.height()), it.url)
}

// Paint is a colour, laid on whole or as a hatch.
type Paint struct {
	Colour color.NRGBA
	Hatch  Hatch // the zero Hatch: whole
}

// Hatch is a pattern of lines that rise to the right at 45 degrees, or fall. One
// of them has its left edge through (Phase, 0).
type Hatch struct {
	Period float64 // pixels from line to line, along a row
	Width  float64 // of a line, along a row
	Phase  float64
	Back   bool // falling to the right
}

// paintOf gives a paint whose pattern was made for a place further right by shift.
// Pixels take the pattern at the upper edge of a row for the whole row, half a pixel
// above its middle.
func paintOf(p paint, shift float64) Paint {
	h := p.hatch
	if h.period <= 0 {
		return Paint{Colour: p.colour}
	}
	if shift += 0.5; h.back {
		shift--
	}
	return Paint{p.colour, Hatch{float64(h.period), float64(h.width), float64(h.phase) + shift, h.back}}
}

// Pen is how a line is drawn.
type Pen struct {
	Width float64
	Dash  []float64 // lengths of dash, gap, dash …; nil for none
	Round bool      // round ends; otherwise they are cut off square
}

// Symbol is a small drawing that is used many times, its middle at (0, 0).
type Symbol struct{ s *symbol }

// Key is equal for symbols that look equal.
func (s Symbol) Key() any { return s.s.key }

// SymbolPart is one filled shape of a symbol.
type SymbolPart struct {
	Shape   Shape
	Paint   Paint
	EvenOdd bool
}

// Parts lists what the symbol is made of, in drawing order.
func (s Symbol) Parts() []SymbolPart {
	b := s.s.bounds()
	shift := float64(floor(b.x0) + floor(b.y0)) // pixels begin the hatch at their corner
	parts := make([]SymbolPart, len(s.s.parts))
	for i, p := range s.s.parts {
		parts[i] = SymbolPart{Shape{p.path}, paintOf(p.paint, shift), p.evenOdd}
	}
	return parts
}

// Anchor is the part of a text that is tied to what it names. It matters to
// programs that set the text in another font, or in which it is edited.
type Anchor uint8

// The anchors. In a text from right to left the start is the left end all the same.
const (
	AnchorStart Anchor = iota
	AnchorMiddle
	AnchorEnd
)

// Text is a line of text in its place.
type Text struct {
	run    *textRun
	ink    ink
	X, Y   float64 // where it begins, on the baseline
	Anchor Anchor
}

// String is the text, in reading order.
func (t Text) String() string { return t.run.text }

// TextPart is a stretch of a text that is set in one face.
type TextPart struct {
	Face   assets.Face
	String string
}

func (r *textRun) part(f assets.Face, s string) {
	if n := len(r.parts); n > 0 && r.parts[n-1].Face == f {
		r.parts[n-1].String += s
		return
	}
	r.parts = append(r.parts, TextPart{f, s})
}

// Parts are the stretches of the text, in reading order: letters that the face
// asked for lacks are in another.
func (t Text) Parts() []TextPart { return t.run.parts }

// RightToLeft says that the text as a whole is read from right to left.
func (t Text) RightToLeft() bool { return t.run.turned }

// Face is the face that was asked for.
func (t Text) Face() assets.Face { return t.run.style.face }

// Size is the font's size.
func (t Text) Size() float64 { return float64(t.run.style.size) }

// Spacing is what was added after each letter.
func (t Text) Spacing() float64 { return float64(t.run.style.spacing) }

// Width is how wide the text is, without the spacing after the last letter.
func (t Text) Width() float64 { return float64(t.run.width) }

// Colour is that of the letters.
func (t Text) Colour() color.NRGBA { return t.ink.colour }

// Halo is what lies around the letters, that far; a width of 0 is none.
func (t Text) Halo() (c color.NRGBA, width float64) {
	if t.ink.halo.A == 0 {
		return c, 0
	}
	return t.ink.halo, float64(t.ink.haloWidth)
}

// Glyph is a letter's shape in its place.
type Glyph struct {
	Face    assets.Face
	ID      uint32  // index in the face's file
	X, Y    float64 // of its origin, in the picture
	Advance float64 // to where the next letter would begin, without spacing
	Text    string  // what it stands for; "" where the glyph before says so

	outline *outline
	scale   float32
}

// Glyphs lists the letters from left to right, those without shape left out.
func (t Text) Glyphs() []Glyph {
	out := make([]Glyph, len(t.run.glyphs))
	runes := []rune(t.run.text)
	for i, g := range t.run.glyphs {
		out[i] = Glyph{
			Face: g.face, ID: uint32(g.id), X: t.X + float64(g.x), Y: t.Y + float64(g.y),
			Advance: float64(g.advance), Text: string(runes[g.from : g.from+g.runes]), outline: g.outline, scale: g.scale,
		}
	}
	return out
}
