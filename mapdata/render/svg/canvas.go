package svg

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"strings"

	"sitmap/mapdata/render"
)

// canvas writes the elements of a picture. Errors of the writer stay with it until
// it is flushed.
type canvas struct {
	w             *bufio.Writer
	survey        *survey
	width, height int
	path          pathData
	ids           map[string]bool
	inLayer       bool
}

func (c *canvas) print(s string) { _, _ = c.w.WriteString(s) }

// often is how often a symbol has to occur to be drawn once and cloned. Rarer ones
// are drawn each time: such a mark is edited as it is, without a clone to unlink.
const often = 24

// definitions writes what the layers refer to.
func (c *canvas) definitions() {
	c.print("<defs>\n")
	for i, f := range c.survey.frames {
		if f != image.Rect(0, 0, c.width, c.height) {
			c.print(fmt.Sprintf(`<clipPath id="frame-%d"><rect x="%d" y="%d" width="%d" height="%d"/></clipPath>`+"\n",
				i+1, f.Min.X, f.Min.Y, f.Dx(), f.Dy()))
		}
	}
	for i, p := range c.survey.patterns {
		c.pattern(i+1, p)
	}
	n := 0
	for _, s := range c.survey.order {
		if s.count >= often {
			n++
			s.id = fmt.Sprintf("symbol-%d", n)
			c.print(`<g id="` + s.id + `">` + c.parts(s) + "</g>\n")
		}
	}
	c.print("</defs>\n")
}

// pattern writes a hatch: upright lines in a square tile, turned.
func (c *canvas) pattern(n int, p render.Paint) {
	h := p.Hatch
	side := exact(h.Period / math.Sqrt2)
	angle := "45"
	if h.Back {
		angle = "-45"
	}
	move := ""
	if h.Phase != 0 {
		move = "translate(" + exact(h.Phase) + ") "
	}
	c.print(fmt.Sprintf(`<pattern id="hatch-%d" patternUnits="userSpaceOnUse" width="%s" height="%s"`+
		` patternTransform="%srotate(%s)"><rect width="%s" height="%s"%s/></pattern>`+"\n",
		n, side, side, move, angle, exact(h.Width/math.Sqrt2), side, colourAttr("fill", p.Colour)))
}

// Layer begins a group that Inkscape takes for a layer.
func (c *canvas) Layer(name string, clip image.Rectangle) error {
	c.endLayer()
	id := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(name))
	for base, n := id, 2; c.ids[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	c.ids[id] = true
	frame := ""
	if clip != image.Rect(0, 0, c.width, c.height) {
		frame = fmt.Sprintf(` clip-path="url(#frame-%d)"`, c.survey.clips[clip])
	}
	c.print(`<g id="` + id + `" inkscape:groupmode="layer" inkscape:label="` + escape(name) + `"` + frame + ">\n")
	c.inLayer = true
	return nil
}

func (c *canvas) endLayer() {
	if c.inLayer {
		c.print("</g>\n")
	}
	c.inLayer = false
}

// paint gives the attributes for filling.
func (c *canvas) paint(p render.Paint) string {
	if n, ok := c.survey.hatches[p]; ok {
		return fmt.Sprintf(` fill="url(#hatch-%d)"`, n)
	}
	return colourAttr("fill", p.Colour)
}

// Fill writes a filled shape.
func (c *canvas) Fill(s render.Shape, p render.Paint, evenOdd bool) error {
	c.print(c.filled(s, p, evenOdd) + "\n")
	return nil
}

func (c *canvas) filled(s render.Shape, p render.Paint, evenOdd bool) string {
	if round := s.Circles(); len(round) == 1 && !evenOdd {
		return circle(round[0]) + c.paint(p) + "/>"
	} else if len(round) == 2 && p.Hatch.Period <= 0 {
		// A ring is a circle's line.
		a, b := round[0], round[1]
		if a.Hole != b.Hole && math.Hypot(a.X-b.X, a.Y-b.Y) < 0.01 {
			mid := render.Circle{X: a.X, Y: a.Y, R: (a.R + b.R) / 2}
			return circle(mid) + ` fill="none"` + colourAttr("stroke", p.Colour) + ` stroke-width="` + num(math.Abs(a.R-b.R)) + `"/>`
		}
	}
	rule := ""
	if evenOdd {
		rule = ` fill-rule="evenodd"`
	}
	c.path.reset()
	s.Trace(&c.path)
	return `<path` + c.paint(p) + rule + ` d="` + string(c.path.buf) + `"/>`
}

// circle writes a circle but for its end.
func circle(o render.Circle) string {
	s := "<circle"
	if v := num(o.X); v != "0" && v != "-0" {
		s += ` cx="` + v + `"`
	}
	if v := num(o.Y); v != "0" && v != "-0" {
		s += ` cy="` + v + `"`
	}
	return s + ` r="` + num(o.R) + `"`
}

// Stroke writes a shape's lines.
func (c *canvas) Stroke(s render.Shape, p render.Pen, col color.NRGBA) error {
	c.print(`<path fill="none"` + colourAttr("stroke", col))
	if w := num(p.Width); w != "1" {
		c.print(` stroke-width="` + w + `"`)
	}
	c.print(` stroke-linejoin="round"`)
	if p.Round {
		c.print(` stroke-linecap="round"`)
	}
	if len(p.Dash) > 0 {
		dash := make([]string, len(p.Dash))
		for i, d := range p.Dash {
			dash[i] = num(d)
		}
		c.print(` stroke-dasharray="` + strings.Join(dash, ",") + `"`)
	}
	c.path.reset()
	s.Trace(&c.path)
	c.print(` d="`)
	_, _ = c.w.Write(c.path.buf)
	c.print("\"/>\n")
	return nil
}

// Symbol writes a symbol, or a clone of it.
func (c *canvas) Symbol(y render.Symbol, x, py float64) error {
	s := c.survey.symbols[y.Key()]
	if s.id != "" {
		c.print(`<use xlink:href="#` + s.id + `" x="` + num(x) + `" y="` + num(py) + "\"/>\n")
		return nil
	}
	c.print(`<g transform="translate(` + num(x) + "," + num(py) + `)">` + c.parts(s) + "</g>\n")
	return nil
}

// parts writes what a symbol is made of.
func (c *canvas) parts(s *symbol) string {
	if s.text == "" {
		for _, p := range s.symbol.Parts() {
			s.text += c.filled(p.Shape, p.Paint, p.EvenOdd)
		}
	}
	return s.text
}

// Link writes nothing: an unseen rectangle over the sources would only be in the
// way of whoever edits them.
func (c *canvas) Link(_, _, _, _ float64, _ string) error { return nil }

// Image embeds pixels as PNG.
func (c *canvas) Image(m image.Image, x, y, width, height float64) error {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		return fmt.Errorf("encoding a part of the picture: %w", err)
	}
	c.print(`<image x="` + num(x) + `" y="` + num(y) + `" width="` + num(width) + `" height="` + num(height) +
		`" preserveAspectRatio="none" xlink:href="data:image/png;base64,` + base64.StdEncoding.EncodeToString(b.Bytes()) + "\"/>\n")
	return nil
}
