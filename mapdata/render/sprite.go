package render

import (
	"encoding/binary"
	"image"
	"image/color"
	"sync"
)

// sprite is a symbol or a line of text as pixels, kept to be laid down many times.
type sprite struct {
	m      *image.RGBA // premultiplied
	dx, dy int         // from the anchor to the upper left corner
	rows   []spriteRow
	// All that is not transparent once more, for sprites that lie whole in the
	// picture: pixels to be mixed one by one, and opaque runs to be copied. Without
	// looking at rows a symbol of twelve pixels is laid down in half the time.
	mixed []spritePixel
	runs  []spriteRun
}

type spritePixel struct {
	x, y  int16
	pixel uint32 // premultiplied
}

// spriteRun is the part [from, to) of Pix, to be copied to (x, y).
type spriteRun struct {
	x, y     int16
	from, to int32
}

// spriteRow says which pixels of a row there are, [from, to), and which of these
// are opaque throughout, [solid, end): those are copied rather than mixed.
type spriteRow struct{ from, to, solid, end int }

// index finds the rows' extents, once the sprite is painted.
func (s *sprite) index() *sprite {
	w, h := s.m.Rect.Dx(), s.m.Rect.Dy()
	s.rows = make([]spriteRow, h)
	for y := range h {
		row := s.m.Pix[y*s.m.Stride : y*s.m.Stride+4*w]
		r := spriteRow{from: w}
		run := 0
		for x := range w {
			a := row[4*x+3]
			if a != 0 {
				r.from, r.to = min(r.from, x), x+1
			}
			if a == 255 {
				if run++; run > r.end-r.solid {
					r.solid, r.end = x+1-run, x+1
				}
			} else {
				run = 0
			}
		}
		r.from = min(r.from, r.to)
		s.rows[y] = r
		s.split(y, row)
	}
	return s
}

// shortRun is the least number of opaque pixels that are worth a copy.
const shortRun = 4

// split divides a row into what is mixed and what is copied.
func (s *sprite) split(y int, row []byte) {
	for x := 0; 4*x < len(row); {
		end := x
		for 4*end < len(row) && row[4*end+3] == 255 {
			end++
		}
		if end-x >= shortRun {
			at := int32(y * s.m.Stride)
			s.runs = append(s.runs, spriteRun{int16(x), int16(y), at + int32(4*x), at + int32(4*end)})
			x = end
			continue
		}
		for end = max(end, x+1); x < end; x++ {
			if row[4*x+3] != 0 {
				s.mixed = append(s.mixed, spritePixel{int16(x), int16(y), binary.LittleEndian.Uint32(row[4*x:])})
			}
		}
	}
}

// sprites keeps what was made before.
type sprites struct {
	mu     sync.Mutex
	made   map[any]*sprite
	pixels int
}

// maxSpritePixels bounds the memory for sprites to some 64 MB.
const maxSpritePixels = 16 << 20

func newSprites() *sprites { return &sprites{made: map[any]*sprite{}} }

func (s *sprites) get(key any, make func() *sprite) *sprite {
	s.mu.Lock()
	defer s.mu.Unlock()
	if sp, ok := s.made[key]; ok {
		return sp
	}
	if s.pixels > maxSpritePixels {
		clear(s.made)
		s.pixels = 0
	}
	sp := make()
	s.made[key] = sp
	s.pixels += len(sp.m.Pix) / 4
	return sp
}

func (s *sprites) symbol(y *symbol) *sprite {
	if sp := y.sprite.Load(); sp != nil {
		return sp
	}
	sp := s.get(y.key, func() *sprite {
		c := newSpriteCanvas(y.bounds())
		for _, p := range y.parts {
			c.fill(p.path, p.paint, p.evenOdd)
		}
		return c.index()
	})
	y.sprite.Store(sp)
	return sp
}

type textKey struct {
	run *textRun
	ink ink
}

func (s *sprites) text(run *textRun, k ink) *sprite {
	return s.get(textKey{run, k}, func() *sprite {
		p := run.path(0, 0)
		c := newSpriteCanvas(p.bounds().grow(k.haloWidth))
		if k.haloWidth > 0 && k.halo.A > 0 {
			var st stroker
			halo := &path{}
			// Closed, for letters are; then a halo of both their bodies and edges.
			closed := &path{pts: p.pts, subs: append([]subpath(nil), p.subs...)}
			for i := range closed.subs {
				closed.subs[i].closed = true
			}
			st.stroke(closed, pen{width: 2 * k.haloWidth}, halo)
			c.fill(halo, plain(k.halo), false)
			c.fill(p, plain(k.halo), false)
		}
		c.fill(p, plain(k.colour), false)
		return c.index()
	})
}

// spriteCanvas paints into a transparent picture.
type spriteCanvas struct {
	*sprite
	cells *cells
}

func newSpriteCanvas(b box) spriteCanvas {
	r := image.Rect(int(floor(b.x0)), int(floor(b.y0)), int(floor(b.x1))+1, int(floor(b.y1))+1)
	if r.Dx() > 8192 || r.Dy() > 8192 || r.Empty() {
		r = image.Rect(0, 0, 1, 1)
	}
	sp := &sprite{m: image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy())), dx: r.Min.X, dy: r.Min.Y}
	return spriteCanvas{sp, newCells(r.Dx(), r.Dy(), 0)}
}

func (c spriteCanvas) fill(p *path, pt paint, evenOdd bool) {
	c.cells.path(p, float32(-c.dx), float32(-c.dy))
	if pt.hatch.period > 0 {
		c.cells.sweep(evenOdd, &overHatch{over: overPainter{m: c.m, colour: pt.colour}, hatch: pt.hatch})
		return
	}
	c.cells.sweep(evenOdd, &overPainter{m: c.m, colour: pt.colour})
}

// overPainter lays a colour over premultiplied, transparent pixels.
type overPainter struct {
	m      *image.RGBA
	colour color.NRGBA
}

func (o *overPainter) spans(y int, s []span) {
	for _, r := range s {
		o.span(y, int(r.x0), int(r.x1), r.alpha)
	}
}

func (o *overPainter) span(y, x0, x1 int, alpha uint32) {
	a := (alpha*uint32(o.colour.A) + 127) / 255
	r, g, b := uint32(o.colour.R)*a, uint32(o.colour.G)*a, uint32(o.colour.B)*a
	rest := 255 - a
	pix := o.m.Pix[y*o.m.Stride+4*x0 : y*o.m.Stride+4*x1]
	for ; len(pix) >= 4; pix = pix[4:] {
		pix[0] = uint8((r + uint32(pix[0])*rest + 127) / 255)
		pix[1] = uint8((g + uint32(pix[1])*rest + 127) / 255)
		pix[2] = uint8((b + uint32(pix[2])*rest + 127) / 255)
		pix[3] = uint8((a*255 + uint32(pix[3])*rest + 127) / 255)
	}
}

// overHatch is overPainter with slanting lines.
type overHatch struct {
	over  overPainter
	hatch hatch
}

func (o *overHatch) spans(y int, s []span) {
	period := o.hatch.period
	for _, r := range s {
		for x := int(r.x0); x < int(r.x1); x++ {
			at := float32(x+y) - o.hatch.phase
			at -= period * floor(at/period)
			c := max(0, min(at+1, o.hatch.width)-at) + max(0, min(at+1-period, o.hatch.width))
			if c > 0 {
				o.over.span(y, x, x+1, uint32(min(c, 1)*float32(r.alpha)+0.5))
			}
		}
	}
}

// sprite lays a sprite down with its anchor at the pixel nearest to (x, y).
func (w *band) sprite(sp *sprite, x, y float32) {
	px, py := int(floor(x+0.5))+sp.dx, int(floor(y+0.5))+sp.dy
	c := w.clip
	top, bottom := max(0, c.Min.Y-py), min(len(sp.rows), c.Max.Y-py)
	if top >= bottom || px >= c.Max.X || px+sp.m.Rect.Dx() <= c.Min.X {
		return
	}
	left, right := c.Min.X-px, c.Max.X-px
	stride := w.dst.Stride
	if top == 0 && bottom == len(sp.rows) && px >= c.Min.X && px+sp.m.Rect.Dx() <= c.Max.X {
		sp.whole(w.dst.Pix[w.dst.PixOffset(px, py):], stride)
		return
	}
	at := (py+top-w.dst.Rect.Min.Y)*stride + 4*(px-w.dst.Rect.Min.X)
	for y := top; y < bottom; y, at = y+1, at+stride {
		r := &sp.rows[y]
		from, to := max(r.from, left), min(r.to, right)
		if from >= to {
			continue
		}
		row := y * sp.m.Stride
		solid, end := max(r.solid, from), min(r.end, to)
		if solid >= end {
			over(w.dst.Pix[at+4*from:at+4*to], sp.m.Pix[row+4*from:row+4*to])
			continue
		}
		over(w.dst.Pix[at+4*from:at+4*solid], sp.m.Pix[row+4*from:row+4*solid])
		copy(w.dst.Pix[at+4*solid:at+4*end], sp.m.Pix[row+4*solid:row+4*end])
		over(w.dst.Pix[at+4*end:at+4*to], sp.m.Pix[row+4*end:row+4*to])
	}
}

// whole lays the sprite down from the first of some pixels on.
func (s *sprite) whole(dst []byte, stride int) {
	for _, r := range s.runs {
		copy(dst[int(r.y)*stride+4*int(r.x):], s.m.Pix[r.from:r.to])
	}
	for _, p := range s.mixed {
		at := dst[int(p.y)*stride+4*int(p.x):][:4]
		d := uint64(binary.LittleEndian.Uint32(at))
		d = (d&0x00ff00ff|d&0xff00ff00<<24)*uint64(255-p.pixel>>24) + 0x0080008000800080
		d = (d + d>>8&0x00ff00ff00ff00ff) >> 8 & 0x00ff00ff00ff00ff
		binary.LittleEndian.PutUint32(at, p.pixel+uint32(d|d>>24)|0xff000000)
	}
}

// over lays premultiplied pixels over opaque ones, of which there have to be as many.
func over(dst, src []byte) {
	for len(src) >= 4 && len(dst) >= 4 {
		s := binary.LittleEndian.Uint32(src)
		if rest := 255 - s>>24; rest == 0 {
			binary.LittleEndian.PutUint32(dst, s)
		} else if rest != 255 {
			// All four channels at once, spread over 64 bits.
			d := uint64(binary.LittleEndian.Uint32(dst))
			d = (d&0x00ff00ff | d&0xff00ff00<<24) * uint64(rest)
			d += 0x0080008000800080
			d = (d + d>>8&0x00ff00ff00ff00ff) >> 8 & 0x00ff00ff00ff00ff
			binary.LittleEndian.PutUint32(dst, s+uint32(d|d>>24)|0xff000000)
		}
		src, dst = src[4:], dst[4:]
	}
}
