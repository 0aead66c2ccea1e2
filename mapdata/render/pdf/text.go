package pdf

import (
	"encoding/hex"
	"image/color"
	"math"
	"unicode/utf16"

	"sitmap/assets"
	"sitmap/mapdata/render"
)

// Text writes a line of text: the halo as outlines, so that no letter is there
// twice, and the letters, each in its place.
func (c *canvas) Text(t render.Text) error {
	glyphs := t.Glyphs()
	if halo, width := t.Halo(); width > 0 {
		c.stroking(halo)
		c.pen(render.Pen{Width: 2 * width})
		for _, g := range glyphs {
			g.Trace(&tracer{canvas: c})
		}
		c.raw("S\n")
	}
	c.opacity(t.Colour().A)
	c.raw("/Span <</ActualText <feff" + utf16Hex(t.String()) + ">>> BDC\n")
	c.flush()
	col := t.Colour()
	c.doc.SetTextColor(int(col.R), int(col.G), int(col.B))
	c.doc.SetFillColor(int(col.R), int(col.G), int(col.B))
	c.fill = color.NRGBA{R: col.R, G: col.G, B: col.B, A: 255}
	if err := c.letters(glyphs, t); err != nil {
		return err
	}
	c.raw("EMC\n")
	return c.doc.Error()
}

// letters writes glyphs as stretches of text, a new one wherever the font's own
// widths would not lead to the place that the layout gave: at kerned pairs, in
// letter-spaced names, at marks.
func (c *canvas) letters(glyphs []render.Glyph, t render.Text) error {
	text := []rune(t.String())
	var run []rune
	var from render.Glyph
	var face assets.Face
	next := 0.0 // where the next letter would stand
	end := func() {
		if len(run) > 0 {
			c.doc.Text(from.X*c.scale, from.Y*c.scale, string(run))
			run = run[:0]
		}
	}
	for _, g := range glyphs {
		f, err := c.faces.get(g.Face)
		if err != nil {
			return err
		}
		r, ok := f.char(g.ID, text)
		if !ok { // a form without a character: its shape will do
			end()
			face = ""
			g.Trace(&tracer{canvas: c})
			c.raw("f\n")
			c.flush()
			continue
		}
		if g.Face != face {
			end()
			face = g.Face
			c.doc.SetFont(string(face), "", t.Size()*c.scale)
		}
		if len(run) > 0 && (g.Y != from.Y || math.Abs(g.X-next) > 0.01*t.Size()) {
			end()
		}
		if len(run) == 0 {
			from, next = g, g.X
		}
		run = append(run, r)
		next += float64(c.doc.GetStringSymbolWidth(string(r))) / 1000 * t.Size()
	}
	end()
	return nil
}

// utf16Hex is a text in UTF-16, as hexadecimal digits.
func utf16Hex(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return hex.EncodeToString(b)
}
