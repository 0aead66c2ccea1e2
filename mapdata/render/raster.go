package render

import (
	"encoding/binary"
	"image"
	"image/color"
	"runtime"
	"sync"
)

// raster turns drawings into pixels: horizontal bands of the picture, each with
// its own cells, on as many goroutines.
type raster struct {
	sprites *sprites
	bands   sync.Pool // *band
}

// draw paints a drawing over what dst holds, which has to be opaque.
func (r *raster) draw(dst *image.RGBA, d *drawing) {
	b := dst.Bounds()
	n := max(1, min(runtime.GOMAXPROCS(0), 4, b.Dy()/64))
	var wait sync.WaitGroup
	for i := range n {
		part := image.Rect(b.Min.X, b.Min.Y+b.Dy()*i/n, b.Max.X, b.Min.Y+b.Dy()*(i+1)/n)
		work := func() {
			w := r.band(part)
			w.dst = dst
			w.draw(d)
			w.dst = nil
			r.bands.Put(w)
		}
		if i < n-1 {
			wait.Go(work)
		} else {
			work()
		}
	}
	wait.Wait()
}

func (r *raster) band(area image.Rectangle) *band {
	w, _ := r.bands.Get().(*band)
	if w == nil || w.cells.width != area.Dx() || w.cells.height != area.Dy() {
		w = &band{
			cells: newCells(area.Dx(), area.Dy(), 0),
			hair:  newHairlines(area.Dx(), area.Dy(), 0),
		}
	}
	w.sprites = r.sprites
	w.area = area
	w.cells.top, w.hair.top = float32(area.Min.Y), float32(area.Min.Y)
	return w
}

// band is one horizontal part of the picture and the means to paint it. The
// picture's left edge is column 0.
type band struct {
	dst      *image.RGBA
	area     image.Rectangle
	clip     image.Rectangle // in the picture
	cells    *cells
	hair     *hairlines
	stroker  stroker
	outline  path
	sprites  *sprites
	painter  solidPainter
	hatching hatchPainter
}

func (w *band) draw(d *drawing) {
	for _, g := range d.groups {
		w.clip = g.clip.Intersect(w.area)
		if w.clip.Empty() {
			continue
		}
		for _, it := range g.items {
			switch it := it.(type) {
			case *fillItem:
				w.cells.path(it.path, 0, 0)
				w.cells.sweep(it.evenOdd, w.with(it.paint))
			case *strokeItem:
				w.stroke(it)
			case *symbolItem:
				w.sprite(w.sprites.symbol(it.symbol), it.x, it.y)
			case *textItem:
				w.sprite(w.sprites.text(it.run, it.ink), it.x, it.y)
			}
		}
	}
}

func (w *band) stroke(it *strokeItem) {
	p := it.path
	if it.pen.width <= maxHairline && !it.pen.round {
		if len(it.pen.dash) > 0 {
			w.outline.reset()
			dashes(p, it.pen.dash, &w.outline)
			p = &w.outline
		}
		w.hair.path(p, it.pen.width)
		w.hair.sweep(w.with(it.paint))
		return
	}
	w.outline.reset()
	w.stroker.stroke(p, it.pen, &w.outline)
	w.cells.path(&w.outline, 0, 0)
	w.cells.sweep(false, w.with(it.paint))
}

// with gives a painter for the band.
func (w *band) with(p paint) spanPainter {
	base := solidPainter{
		pix:    w.dst.Pix[w.dst.PixOffset(w.area.Min.X, w.area.Min.Y):],
		stride: w.dst.Stride,
		clip:   w.clip.Sub(image.Pt(w.area.Min.X, w.area.Min.Y)),
		colour: pack(p.colour), alpha: uint32(p.colour.A),
	}
	if p.hatch.period <= 0 {
		w.painter = base
		return &w.painter
	}
	w.hatching = hatchPainter{solid: base, hatch: p.hatch, top: w.area.Min.Y}
	return &w.hatching
}

// pack gives a colour, taken as opaque, as the four bytes of a pixel.
func pack(c color.NRGBA) uint32 {
	return uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 255<<24
}

// solidPainter lays a colour over opaque pixels.
type solidPainter struct {
	pix    []byte
	stride int
	clip   image.Rectangle
	colour uint32
	alpha  uint32
}

func (s *solidPainter) span(y, x0, x1 int, alpha uint32) {
	if y < s.clip.Min.Y || y >= s.clip.Max.Y {
		return
	}
	x0, x1 = max(x0, s.clip.Min.X), min(x1, s.clip.Max.X)
	if x0 >= x1 {
		return
	}
	if s.alpha != 255 {
		alpha = (alpha*s.alpha + 127) / 255
	}
	row := s.pix[y*s.stride+4*x0 : y*s.stride+4*x1]
	if alpha == 255 {
		solid(row, s.colour)
		return
	}
	for ; len(row) >= 4; row = row[4:] {
		binary.LittleEndian.PutUint32(row, blend(binary.LittleEndian.Uint32(row), s.colour, alpha))
	}
}

// solid fills a row of pixels.
func solid(row []byte, colour uint32) {
	two := uint64(colour) | uint64(colour)<<32
	for len(row) >= 32 {
		binary.LittleEndian.PutUint64(row, two)
		binary.LittleEndian.PutUint64(row[8:], two)
		binary.LittleEndian.PutUint64(row[16:], two)
		binary.LittleEndian.PutUint64(row[24:], two)
		row = row[32:]
	}
	for ; len(row) >= 4; row = row[4:] {
		binary.LittleEndian.PutUint32(row, colour)
	}
}

// blend mixes an opaque source into an opaque pixel, two channels at a time.
func blend(dst, src, alpha uint32) uint32 {
	rest := 255 - alpha
	rb := (src&0xff00ff)*alpha + (dst&0xff00ff)*rest + 0x800080
	rb = (rb + rb>>8&0xff00ff) >> 8 & 0xff00ff
	ga := (src>>8&0xff00ff)*alpha + (dst>>8&0xff00ff)*rest + 0x800080
	ga = (ga + ga>>8&0xff00ff) & 0xff00ff00
	return rb | ga
}

// hatchPainter lays slanting lines of a colour over opaque pixels.
type hatchPainter struct {
	solid solidPainter
	hatch hatch
	top   int
}

func (h *hatchPainter) span(y, x0, x1 int, alpha uint32) {
	x0, x1 = max(x0, h.solid.clip.Min.X), min(x1, h.solid.clip.Max.X)
	row := float32(y + h.top)
	if h.hatch.back {
		row = -row
	}
	period := h.hatch.period
	at := float32(x0) + row - h.hatch.phase
	at -= period * floor(at/period)
	for x := x0; x < x1; x++ {
		// The line covers [0, width) of each period; the pixel [at, at+1).
		c := max(0, min(at+1, h.hatch.width)-at) + max(0, min(at+1-period, h.hatch.width))
		if c > 0 {
			h.solid.span(y, x, x+1, uint32(min(c, 1)*float32(alpha)+0.5))
		}
		if at++; at >= period {
			at -= period
		}
	}
}

func floor(v float32) float32 {
	f := float32(int32(v))
	if f > v {
		f--
	}
	return f
}
