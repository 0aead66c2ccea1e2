package render

import (
	"encoding/binary"
	"image"
	"image/color"
	"math/bits"
	"runtime"
	"sync"
	"sync/atomic"
)

// raster turns drawings into pixels: horizontal bands of the picture, taken in turn
// by as many goroutines as there are processors.
type raster struct {
	sprites *sprites
	mu      sync.Mutex
	idle    []*band
}

// bandHeight is about how many rows a band has. Northern Europe's fjords hold more
// edges than all the south: with many bands for each goroutine both finish at the
// same time. A symbol on the border of two is cut in two, so they must not be too low
// either; between 40 and 200 rows there was little difference.
const bandHeight = 108

// maxIdle is how many bands are kept for the next picture.
const maxIdle = 8

// draw paints a drawing over what dst holds, which has to be opaque.
func (r *raster) draw(dst *image.RGBA, d *drawing) {
	r.begin(dst, d).finish()
}

// painting is a drawing that is being painted.
type painting struct {
	raster *raster
	dst    *image.RGBA
	d      *drawing
	bands  int
	next   atomic.Int32
	wait   sync.WaitGroup
}

// begin has the drawing painted on all processors but one: the caller's, which can
// do other work before it calls finish. The drawing must not change any more.
func (r *raster) begin(dst *image.RGBA, d *drawing) *painting {
	p := &painting{raster: r, dst: dst, d: d}
	p.bands = max(1, (dst.Bounds().Dy()+bandHeight/2)/bandHeight)
	for range min(runtime.GOMAXPROCS(0), 4, p.bands) - 1 {
		p.wait.Go(p.work)
	}
	return p
}

// finish paints with the others and returns when all is done.
func (p *painting) finish() {
	p.work()
	p.wait.Wait()
}

func (p *painting) work() {
	b := p.dst.Bounds()
	for {
		i := int(p.next.Add(1)) - 1
		if i >= p.bands {
			return
		}
		w := p.raster.take(image.Rect(b.Min.X, b.Min.Y+b.Dy()*i/p.bands, b.Max.X, b.Min.Y+b.Dy()*(i+1)/p.bands))
		w.dst = p.dst
		w.draw(p.d)
		w.dst = nil
		p.raster.put(w)
	}
}

// take gives a band over a part of the picture. A pool of the standard library
// would be emptied by each garbage collection.
func (r *raster) take(area image.Rectangle) *band {
	r.mu.Lock()
	var w *band
	if n := len(r.idle); n > 0 {
		w, r.idle = r.idle[n-1], r.idle[:n-1]
	}
	r.mu.Unlock()
	if w == nil {
		w = &band{cells: newCells(0, 0, 0), hair: newHairlines(0, 0, 0)}
	}
	w.cells.resize(area.Dx(), area.Dy())
	w.hair.resize(area.Dx(), area.Dy())
	w.sprites = r.sprites
	w.area = area
	w.cells.top, w.hair.top = float32(area.Min.Y), float32(area.Min.Y)
	return w
}

func (r *raster) put(w *band) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.idle) < maxIdle {
		r.idle = append(r.idle, w)
	}
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
	grid     pointGrid
	looks    []*sprite // of points, by their class of looks
	// a row of the colour last used
	ink       []byte
	inkColour uint32
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
			case *pointsItem:
				w.points(it)
			case *heatItem:
				it.paint(w.dst, w.clip)
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
		w.with(plain(it.paint.colour))
		w.hair.sweep(&w.painter)
		return
	}
	w.outline.reset()
	w.stroker.stroke(p, it.pen, &w.outline)
	w.cells.path(&w.outline, 0, 0)
	w.cells.sweep(false, w.with(it.paint))
}

// with gives a painter for the band.
func (w *band) with(p paint) spanPainter {
	colour := pack(p.colour)
	if n := 4 * w.area.Dx(); len(w.ink) < n || w.inkColour != colour {
		w.ink, w.inkColour = append(w.ink[:0], make([]byte, n)...), colour
		solid(w.ink, colour)
	}
	base := solidPainter{
		pix:    w.dst.Pix[w.dst.PixOffset(w.area.Min.X, w.area.Min.Y):],
		stride: w.dst.Stride,
		clip:   w.clip.Sub(image.Pt(w.area.Min.X, w.area.Min.Y)),
		colour: colour, alpha: uint32(p.colour.A), ink: w.ink,
	}
	if p.hatch.period <= 0 {
		w.painter = base
		return &w.painter
	}
	w.hatching = hatchPainter{solid: base, hatch: p.hatch, top: w.area.Min.Y, runs: w.hatching.runs}
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
	ink    []byte // a row of the colour: copying it is quicker than writing it pixel by pixel
}

func (s *solidPainter) spans(y int, runs []span) {
	if y < s.clip.Min.Y || y >= s.clip.Max.Y {
		return
	}
	left, right := int32(s.clip.Min.X), int32(s.clip.Max.X)
	row := s.pix[y*s.stride:]
	for _, r := range runs {
		x0, x1, alpha := max(r.x0, left), min(r.x1, right), r.alpha
		if x0 >= x1 {
			continue
		}
		if s.alpha != 255 {
			alpha = (alpha*s.alpha + 127) / 255
		}
		part := row[4*x0 : 4*x1]
		if alpha == 255 {
			if len(part) >= 128 && len(s.ink) >= len(part) {
				copy(part, s.ink)
				continue
			}
			solid(part, s.colour)
			continue
		}
		for ; len(part) >= 4; part = part[4:] {
			binary.LittleEndian.PutUint32(part, blend(binary.LittleEndian.Uint32(part), s.colour, alpha))
		}
	}
}

// mask lays the colour on a row from column x on, as each byte of cover says. Eight
// columns are looked at at once: most are empty.
func (s *solidPainter) mask(y, x int, cover []uint8) {
	if y < s.clip.Min.Y || y >= s.clip.Max.Y {
		return
	}
	if d := s.clip.Min.X - x; d > 0 {
		cover, x = cover[min(d, len(cover)):], x+d
	}
	cover = cover[:max(0, min(len(cover), s.clip.Max.X-x))]
	row := s.pix[y*s.stride+4*x:]
	for len(cover) >= 8 {
		for eight := binary.LittleEndian.Uint64(cover); eight != 0; {
			i := bits.TrailingZeros64(eight) / 8
			s.dab(row[4*i:4*i+4], uint32(eight>>(8*i)&255))
			eight &^= 255 << (8 * i)
		}
		cover, row = cover[8:], row[32:]
	}
	for i, alpha := range cover {
		s.dab(row[4*i:4*i+4], uint32(alpha))
	}
}

// dab lays the colour on one pixel.
func (s *solidPainter) dab(at []byte, alpha uint32) {
	if s.alpha != 255 {
		alpha = (alpha*s.alpha + 127) / 255
	}
	binary.LittleEndian.PutUint32(at, blend(binary.LittleEndian.Uint32(at), s.colour, alpha))
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
	runs  []span
}

func (h *hatchPainter) spans(y int, runs []span) {
	row := float32(y + h.top)
	if h.hatch.back {
		row = -row
	}
	h.runs = h.runs[:0]
	period := h.hatch.period
	for _, r := range runs {
		x0, x1 := max(int(r.x0), h.solid.clip.Min.X), min(int(r.x1), h.solid.clip.Max.X)
		at := float32(x0) + row - h.hatch.phase
		at -= period * floor(at/period)
		for x := x0; x < x1; x++ {
			// The line covers [0, width) of each period; the pixel [at, at+1).
			c := max(0, min(at+1, h.hatch.width)-at) + max(0, min(at+1-period, h.hatch.width))
			if c > 0 {
				h.runs = append(h.runs, span{int32(x), int32(x) + 1, uint32(min(c, 1)*float32(r.alpha) + 0.5)})
			}
			if at++; at >= period {
				at -= period
			}
		}
	}
	h.solid.spans(y, h.runs)
}

func floor(v float32) float32 {
	f := float32(int32(v))
	if f > v {
		f--
	}
	return f
}
