package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"sitmap/mapdata/render"
)

// canvas writes the content of the page. What has no counterpart in fpdf, shapes
// above all, is written as operators, collected in buf; fpdf's own calls come after
// a flush.
type canvas struct {
	doc        *fpdf.Fpdf
	scale      float64 // points per pixel
	pageHeight float64 // points
	picture    image.Rectangle
	faces      *faces
	symbols    map[any]string // operators, around the origin
	opacities  map[uint8]int  // numbers of graphics states
	buf        []byte
	inLayer    bool
	clipped    bool
	images     int
	// what is set in the page's state
	alpha        uint8
	fill, stroke color.NRGBA // opaque
	width        string
	dash         string
	round        bool
}

func (c *canvas) raw(s string) { c.buf = append(c.buf, s...) }

// flush hands over what was collected.
func (c *canvas) flush() {
	if n := len(c.buf); n > 0 {
		if c.buf[n-1] == '\n' {
			n--
		}
		c.doc.RawWriteStr(string(c.buf[:n]))
		c.buf = c.buf[:0]
	}
}

// forget is called where the state of the page is no longer known: after it was
// restored, and in a new layer.
func (c *canvas) forget() {
	c.alpha, c.fill, c.stroke = 0, color.NRGBA{}, color.NRGBA{}
	c.width, c.dash, c.round = "", "?", false
	c.raw("0 J\n")
}

// Layer begins optional content of that name.
func (c *canvas) Layer(name string, clip image.Rectangle) error {
	c.endLayer()
	c.flush()
	c.doc.BeginLayer(c.doc.AddLayer(name, true))
	c.inLayer = true
	if c.clipped = clip != c.picture; c.clipped {
		c.raw("q\n")
		c.number(float64(clip.Min.X) * c.scale)
		c.number(c.pageHeight - float64(clip.Max.Y)*c.scale)
		c.number(float64(clip.Dx()) * c.scale)
		c.number(float64(clip.Dy()) * c.scale)
		c.raw("re W n\n")
	}
	c.forget()
	return c.doc.Error()
}

func (c *canvas) endLayer() {
	if !c.inLayer {
		return
	}
	if c.clipped {
		c.raw("Q\n")
	}
	c.flush()
	c.doc.EndLayer()
	c.inLayer = false
}

// filling sets the colour for filling.
func (c *canvas) filling(col color.NRGBA) {
	c.opacity(col.A)
	if col.A = 255; col != c.fill {
		c.fill = col
		c.colour(col)
		c.raw("rg\n")
	}
}

// stroking sets the colour for lines.
func (c *canvas) stroking(col color.NRGBA) {
	c.opacity(col.A)
	if col.A = 255; col != c.stroke {
		c.stroke = col
		c.colour(col)
		c.raw("RG\n")
	}
}

func (c *canvas) opacity(a uint8) {
	if a == c.alpha || a == 0 {
		return
	}
	c.alpha = a
	c.raw("/GS" + strconv.Itoa(c.opacityState(a)) + " gs\n")
}

// opacityState gives the number of the graphics state for an opacity. fpdf numbers
// them from 1 as they are first asked for.
func (c *canvas) opacityState(a uint8) int {
	n, ok := c.opacities[a]
	if !ok {
		n = len(c.opacities) + 1
		c.opacities[a] = n
		c.flush()
		c.doc.SetAlpha(float64(a)/255, "Normal")
		c.alpha = a
	}
	return n
}

func (c *canvas) colour(col color.NRGBA) {
	for _, v := range [3]uint8{col.R, col.G, col.B} {
		c.digits(float64(v)/255, 1000)
	}
}

// Fill fills a shape.
func (c *canvas) Fill(s render.Shape, p render.Paint, evenOdd bool) error {
	if p.Colour.A == 0 {
		return nil
	}
	star := ""
	if evenOdd {
		star = "*"
	}
	if p.Hatch.Period > 0 {
		c.hatch(s, p, star)
		return c.doc.Error()
	}
	c.filling(p.Colour)
	s.Trace(&tracer{canvas: c})
	c.raw("f" + star + "\n")
	return c.doc.Error()
}

// hatch draws the slanting lines of a pattern within a shape.
func (c *canvas) hatch(s render.Shape, p render.Paint, star string) {
	// Before the state is saved, so that it is known after it was restored.
	c.stroking(p.Colour)
	c.pen(render.Pen{Width: p.Hatch.Width / math.Sqrt2})
	c.raw("q\n")
	t := &tracer{canvas: c}
	t.measure()
	s.Trace(t)
	c.raw("W" + star + " n\n")
	// A line of the pattern has x+y (x-y where it falls) constant.
	b, turn := t.bounds, 1.0
	if p.Hatch.Back {
		turn = -1
	}
	low := math.Min(b.y0*turn, b.y1*turn)
	high := math.Max(b.y0*turn, b.y1*turn)
	origin := p.Hatch.Phase + p.Hatch.Width/2
	lines := &tracer{canvas: c}
	for n := math.Floor((b.x0 + low - origin) / p.Hatch.Period); ; n++ {
		at := origin + n*p.Hatch.Period
		if at-p.Hatch.Width > b.x1+high {
			break
		}
		lines.MoveTo(at-turn*b.y0, b.y0)
		lines.LineTo(at-turn*b.y1, b.y1)
	}
	c.raw("S\nQ\n")
}

// pen sets width, ends and dashes.
func (c *canvas) pen(p render.Pen) {
	w := string(appendNumber(nil, p.Width*c.scale, 1000))
	if w != c.width {
		c.width = w
		c.raw(w + " w\n")
	}
	if p.Round != c.round {
		c.round = p.Round
		c.raw(map[bool]string{true: "1 J\n", false: "0 J\n"}[p.Round])
	}
	dash := "["
	for _, d := range p.Dash {
		dash += string(appendNumber(nil, d*c.scale, 1000)) + " "
	}
	if dash += "] 0 d\n"; dash != c.dash {
		c.dash = dash
		c.raw(dash)
	}
}

// Stroke draws the lines of a shape.
func (c *canvas) Stroke(s render.Shape, p render.Pen, col color.NRGBA) error {
	c.stroking(col)
	c.pen(p)
	s.Trace(&tracer{canvas: c})
	c.raw("S\n")
	return c.doc.Error()
}

// Symbol draws a symbol: the same operators each time, moved, so that the page stays
// small when it is compressed, however many there are.
func (c *canvas) Symbol(s render.Symbol, x, y float64) error {
	ops, ok := c.symbols[s.Key()]
	if !ok {
		var err error
		if ops, err = c.symbol(s); err != nil {
			return err
		}
		c.symbols[s.Key()] = ops
	}
	c.raw("q 1 0 0 1 ")
	c.number(x * c.scale)
	c.number(c.pageHeight - y*c.scale)
	c.raw("cm\n" + ops + "Q\n")
	return nil
}

// symbol gives the operators of a symbol around the origin, whatever was set before.
func (c *canvas) symbol(s render.Symbol) (string, error) {
	parts := s.Parts()
	for _, p := range parts {
		if p.Paint.Colour.A > 0 {
			c.opacityState(p.Paint.Colour.A)
		}
	}
	inner := *c
	inner.buf, inner.pageHeight = nil, 0
	inner.forget()
	for _, p := range parts {
		if err := inner.Fill(p.Shape, p.Paint, p.EvenOdd); err != nil {
			return "", err
		}
	}
	return string(inner.buf), nil
}

// Link lays a link over a part of the page.
func (c *canvas) Link(x, y, width, height float64, url string) error {
	c.doc.LinkString(x*c.scale, y*c.scale, width*c.scale, height*c.scale, url)
	return c.doc.Error()
}

// Image embeds pixels.
func (c *canvas) Image(m image.Image, x, y, width, height float64) error {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		return fmt.Errorf("encoding a part of the picture: %w", err)
	}
	c.opacity(255)
	c.flush()
	c.images++
	name := fmt.Sprintf("image %d", c.images)
	o := fpdf.ImageOptions{ImageType: "PNG"}
	c.doc.RegisterImageOptionsReader(name, o, &b)
	c.doc.ImageOptions(name, x*c.scale, y*c.scale, width*c.scale, height*c.scale, false, o, 0, "")
	return c.doc.Error()
}
