package render

import (
	"image"
	"image/color"
	"sync/atomic"
)

// A drawing is what the layout decided: what is drawn where, in pixels of the
// picture, in order. Each output turns the same drawing into its own terms.
type drawing struct{ groups []*group }

// group is a named layer of a drawing.
type group struct {
	name  string
	clip  image.Rectangle // in the picture
	items []item
}

// item is one thing drawn: *fillItem, *strokeItem, *symbolItem, *textItem or
// *linkItem.
type item interface{ item() }

type fillItem struct {
	path    *path
	paint   paint
	evenOdd bool
}

type strokeItem struct {
	path  *path
	pen   pen
	paint paint
}

// symbolItem is a symbol with its middle at (x, y).
type symbolItem struct {
	symbol *symbol
	x, y   float32
}

// textItem is a line of text that begins at x on the baseline y.
type textItem struct {
	run    *textRun
	x, y   float32
	ink    ink
	anchor Anchor
}

// linkItem is a part of the picture that leads to an address. It is not seen.
type linkItem struct {
	area box
	url  string
}

func (*fillItem) item()   {}
func (*strokeItem) item() {}
func (*symbolItem) item() {}
func (*textItem) item()   {}
func (*linkItem) item()   {}

// ink is how text is coloured: a halo lies around the letters where its width is
// not zero.
type ink struct {
	colour, halo color.NRGBA
	haloWidth    float32 // pixels
}

// paint is a colour, laid on whole or as a hatch.
type paint struct {
	colour color.NRGBA
	hatch  hatch
}

// hatch is a pattern of slanting lines; the zero hatch is none.
type hatch struct {
	period float32 // pixels from line to line, along a row
	width  float32 // pixels, along a row
	phase  float32 // pixels by which the pattern is moved to the right
	back   bool    // leaning to the left: \\\ instead of ///
}

func plain(c color.NRGBA) paint { return paint{colour: c} }

// begin starts a group; items go to the last one begun.
func (d *drawing) begin(name string, clip image.Rectangle) {
	d.groups = append(d.groups, &group{name: name, clip: clip})
}

func (d *drawing) put(it item) {
	g := d.groups[len(d.groups)-1]
	g.items = append(g.items, it)
}

func (d *drawing) fill(p *path, c paint) {
	if !p.empty() && c.colour.A > 0 {
		d.put(&fillItem{path: p, paint: c})
	}
}

// fillEvenOdd is for shapes from outside, whose rings may wind either way.
func (d *drawing) fillEvenOdd(p *path, c paint) {
	if !p.empty() && c.colour.A > 0 {
		d.put(&fillItem{path: p, paint: c, evenOdd: true})
	}
}

func (d *drawing) stroke(p *path, pn pen, c color.NRGBA) {
	if !p.empty() && c.A > 0 && pn.width > 0 {
		d.put(&strokeItem{path: p, pen: pn, paint: plain(c)})
	}
}

func (d *drawing) text(run *textRun, x, y float32, k ink) {
	d.anchored(AnchorStart, run, x, y, k)
}

// anchored is text that is tied to what it names by another part than its start;
// x is where it begins all the same.
func (d *drawing) anchored(a Anchor, run *textRun, x, y float32, k ink) {
	if run != nil && len(run.glyphs) > 0 {
		d.put(&textItem{run: run, x: x, y: y, ink: k, anchor: a})
	}
}

// symbol is a small drawing that is used many times: the mark of an event, a
// city's dot. Its parts are around (0, 0).
type symbol struct {
	key    any // equal for symbols that look equal
	parts  []symbolPart
	sprite atomic.Pointer[sprite] // as pixels, once it was drawn so
}

type symbolPart struct {
	path    *path
	paint   paint
	evenOdd bool
}

func (s *symbol) add(p *path, c paint) {
	s.parts = append(s.parts, symbolPart{path: p, paint: c})
}

func (s *symbol) bounds() box {
	b := s.parts[0].path.bounds()
	for _, p := range s.parts[1:] {
		q := p.path.bounds()
		b = b.with(point{q.x0, q.y0}).with(point{q.x1, q.y1})
	}
	return b
}
