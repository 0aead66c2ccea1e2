package pdf

import (
	"encoding/hex"
	"image/color"
	"math"
	"unicode/utf16"

	"golang.org/x/text/unicode/bidi"

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
	// Programs turn text from right to left around by themselves, letter by letter:
	// to them the words of such a line must not be given whole.
	turned := hasRightToLeft(t.String())
	if !turned {
		c.begin(t.String())
	}
	c.flush()
	col := t.Colour()
	c.doc.SetTextColor(int(col.R), int(col.G), int(col.B))
	c.doc.SetFillColor(int(col.R), int(col.G), int(col.B))
	c.fill = color.NRGBA{R: col.R, G: col.G, B: col.B, A: 255}
	if err := c.letters(glyphs, t.Size(), turned); err != nil {
		return err
	}
	if !turned {
		c.raw("EMC\n")
	}
	return c.doc.Error()
}

// begin begins content that stands for a text, until EMC.
func (c *canvas) begin(text string) {
	c.raw("/Span <</ActualText <feff" + utf16Hex(text) + ">>> BDC\n")
}

func hasRightToLeft(s string) bool {
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		if k := p.Class(); k == bidi.R || k == bidi.AL {
			return true
		}
	}
	return false
}

// letters writes glyphs as stretches of text, a new one wherever the font's own
// widths would not lead to the place that the layout gave: at kerned pairs, in
// letter-spaced names, at marks. Where each letter has to say what it stands for,
// those do that are drawn by another character.
func (c *canvas) letters(glyphs []render.Glyph, size float64, each bool) error {
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
		r, ok := f.char(g.ID, g.Text)
		if !ok { // a form without a character: its shape will do
			end()
			g.Trace(&tracer{canvas: c})
			c.raw("f\n")
			c.flush()
			continue
		}
		if g.Face != face {
			end()
			face = g.Face
			c.doc.SetFont(string(face), "", size*c.scale)
		}
		if each && g.Text != string(r) {
			end()
			c.begin(g.Text)
			c.flush()
			c.doc.Text(g.X*c.scale, g.Y*c.scale, string(r))
			c.raw("EMC\n")
			c.flush()
			continue
		}
		if len(run) > 0 && (g.Y != from.Y || math.Abs(g.X-next) > 0.01*size) {
			end()
		}
		if len(run) == 0 {
			from, next = g, g.X
		}
		run = append(run, r)
		next += float64(c.doc.GetStringSymbolWidth(string(r))) / 1000 * size
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
