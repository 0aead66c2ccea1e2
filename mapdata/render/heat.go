package render

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"sync"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// A heat map counts points in cells of a few pixels, blurs the counts with a bell
// curve and colours them. Three passes of a box are the usual stand-in for the
// curve; but as densities are coloured by their logarithm the tails are seen, and
// those of boxes are square.
const (
	heatCell = 4   // device-independent pixels
	heatBell = 2.3 // standard deviation in cells
	heatEdge = 10  // cells to each side that the curve reaches
)

// heatWeights is the right half of the curve, from its middle on. A point counts one
// at its own place: a value says how many points in one place would be as dense.
var heatWeights = sync.OnceValue(func() (w [heatEdge + 1]float32) {
	for i := range w {
		w[i] = float32(math.Exp(-float64(i*i) / (2 * heatBell * heatBell)))
	}
	return w
})

// heatItem is a heat map: the middle of its first cell lies at (x, y).
type heatItem struct {
	cols, rows int
	x, y, cell float32
	level      []float32 // 0 to 255: places on the ramp
	ramp       *[256]uint32
	area       image.Rectangle
	most       float64 // the value at the ramp's end
}

// heat counts, blurs and scales the points in view.
func (l *pointLayout) heat(ramp *[256]uint32) *heatItem {
	c := float64(max(1, int(heatCell*l.ratio+0.5)))
	x0, y0 := l.exact(geo.World{}, 0)
	// Cells are tied to the map: panning moves them with it.
	firstX := math.Floor((float64(l.rect.Min.X)-x0)/c) - heatEdge
	firstY := math.Floor((float64(l.rect.Min.Y)-y0)/c) - heatEdge
	h := &heatItem{
		cols: int(float64(l.rect.Dx())/c) + 2*heatEdge + 3, rows: int(float64(l.rect.Dy())/c) + 2*heatEdge + 3,
		x: float32(x0 + (firstX+0.5)*c), y: float32(y0 + (firstY+0.5)*c), cell: float32(c), ramp: ramp, area: l.rect,
	}
	counts := l.count(h.cols, h.rows, func(s *seenBlock) affine {
		return affine{l.view.Scale / scene.Fixed / c, s.shift*l.view.Scale/c - firstX, -firstY}
	})
	other := make([]float32, len(counts))
	halves(h.rows, func(from, to int) { blurRows(other, counts, h.cols, from, to) })
	halves(h.rows, func(from, to int) { blurColumns(counts, other, h.cols, h.rows, from, to) })
	most := float32(0)
	for y := heatEdge; y < h.rows-heatEdge; y++ {
		for _, v := range counts[y*h.cols+heatEdge : (y+1)*h.cols-heatEdge] {
			most = max(most, v)
		}
	}
	h.most = niceAbove(float64(most) * 0.9999) // but for rounding
	h.level = other
	// By the logarithm: densities differ by powers of ten.
	k := 255 / math.Log1p(h.most)
	for i, v := range counts {
		h.level[i] = 0
		if v > 1e-3 {
			h.level[i] = float32(math.Min(255, math.Log1p(float64(v))*k))
		}
	}
	return h
}

// count counts the points in view in cells, half of the blocks on each of two
// goroutines.
func (l *pointLayout) count(cols, rows int, to func(s *seenBlock) affine) []float32 {
	half := func(blocks []seenBlock) []float32 {
		out := make([]float32, cols*rows)
		for i := range blocks {
			a := to(&blocks[i])
			b := blocks[i].block
			for j, x := range b.X {
				cx, cy := uint(int(float64(x)*a.k+a.x)), uint(int(float64(b.Y[j])*a.k+a.y))
				if cx < uint(cols) && cy < uint(rows) && b.Kept(j) {
					out[cy*uint(cols)+cx]++
				}
			}
		}
		return out
	}
	var other []float32
	var wait sync.WaitGroup
	mid := len(l.seen) / 2
	wait.Go(func() { other = half(l.seen[mid:]) })
	out := half(l.seen[:mid])
	wait.Wait()
	for i, v := range other {
		out[i] += v
	}
	return out
}

// niceAbove is the least of 1, 2, 5, 10, 20 … that is no less than v: a scale that
// ends there seldom changes while panning.
func niceAbove(v float64) float64 {
	unit := 1.0
	for unit*10 < v {
		unit *= 10
	}
	for _, k := range []float64{1, 2, 5} {
		if k*unit >= v {
			return k * unit
		}
	}
	return 10 * unit
}

// halves has the first and the second half of some rows worked on at the same time.
func halves(rows int, f func(from, to int)) {
	var wait sync.WaitGroup
	wait.Go(func() { f(rows/2, rows) })
	f(0, rows/2)
	wait.Wait()
}

// blurRows spreads each value along its row. Of a row without values, or its empty
// ends, nothing is touched.
func blurRows(dst, src []float32, cols, from, to int) {
	weights := heatWeights()
	// With the curve's reach to spare on both sides no index needs to be cut.
	wide := make([]float32, cols+2*heatEdge)
	for y := from; y < to; y++ {
		in := src[y*cols : (y+1)*cols]
		first, last := 0, cols-1
		for first < cols && in[first] == 0 {
			first++
		}
		for last > first && in[last] == 0 {
			last--
		}
		if first == cols {
			continue
		}
		copy(wide[heatEdge:], in)
		out := dst[y*cols : (y+1)*cols]
		for x := max(0, first-heatEdge); x <= min(cols-1, last+heatEdge); x++ {
			near := wide[x : x+2*heatEdge+1]
			sum := near[heatEdge] * weights[0]
			for d := 1; d <= heatEdge; d++ {
				sum += (near[heatEdge-d] + near[heatEdge+d]) * weights[d]
			}
			out[x] = sum
		}
	}
}

// blurColumns spreads each value along its column, a row of sums at a time; the two
// rows that are equally far away share their weight.
func blurColumns(dst, src []float32, cols, rows, from, to int) {
	weights := heatWeights()
	none := make([]float32, cols)
	row := func(r int) []float32 {
		if r < 0 || r >= rows {
			return none
		}
		return src[r*cols : (r+1)*cols]
	}
	for y := from; y < to; y++ {
		out := dst[y*cols : (y+1)*cols]
		copy(out, row(y))
		for d := 1; d <= heatEdge; d++ {
			w, above, below := weights[d], row(y-d), row(y+d)
			for x := range out {
				out[x] += (above[x] + below[x]) * w
			}
		}
	}
}

func (*heatItem) item() {}

// paint lays the heat map over the rows of a picture, a part of whose pixels are
// given.
func (h *heatItem) paint(m *image.RGBA, clip image.Rectangle) {
	clip = clip.Intersect(h.area)
	row := make([]float32, h.cols)
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		// The row of cells at this height.
		fy := (float32(y) + 0.5 - h.y) / h.cell
		r := max(0, min(h.rows-2, int(fy)))
		t := fy - float32(r)
		a, b := h.level[r*h.cols:(r+1)*h.cols], h.level[(r+1)*h.cols:(r+2)*h.cols]
		for x := range row {
			row[x] = a[x] + (b[x]-a[x])*t
		}
		pix := m.Pix[m.PixOffset(clip.Min.X, y):]
		fx := (float32(clip.Min.X) + 0.5 - h.x) / h.cell
		step := 1 / h.cell
		for x := clip.Min.X; x < clip.Max.X; x++ {
			c := min(h.cols-2, int(fx))
			v := row[c] + (row[c+1]-row[c])*(fx-float32(c))
			fx += step
			if v >= 1 {
				s := h.ramp[min(255, int(v))]
				d := binary.LittleEndian.Uint32(pix)
				binary.LittleEndian.PutUint32(pix, mixOver(d, s))
			}
			pix = pix[4:]
		}
	}
}

// mixOver lays a premultiplied pixel over any other.
func mixOver(d, s uint32) uint32 {
	rest := 255 - s>>24
	rb := (d&0xff00ff)*rest + 0x800080
	rb = (rb + rb>>8&0xff00ff) >> 8 & 0xff00ff
	ga := (d>>8&0xff00ff)*rest + 0x800080
	ga = (ga + ga>>8&0xff00ff) & 0xff00ff00
	return s + (rb | ga)
}

// vector draws the heat map as pixels: it has no shape.
func (h *heatItem) vector(to Canvas) error {
	m := image.NewRGBA(h.area)
	h.paint(m, h.area)
	a := h.area
	return to.Image(m, float64(a.Min.X), float64(a.Min.Y), float64(a.Dx()), float64(a.Dy()))
}

// The ramps' hues. On light grounds more is darker, on dark ones lighter; how light
// each place on the ramp is follows from its number, see rampOf.
var (
	lightHeat = []color.NRGBA{rgb(0xf59a6c), rgb(0xf2855c), rgb(0xe4624f), rgb(0xc83b50), rgb(0x942058), rgb(0x4b0f4a)}
	darkHeat  = []color.NRGBA{rgb(0x5b2a9a), rgb(0x7c2c96), rgb(0xb5358a), rgb(0xe5576a), rgb(0xfb9a55), rgb(0xfff0b0)}
	printHeat = []color.NRGBA{rgb(0xf6c667), rgb(0xefa444), rgb(0xdb7d27), rgb(0xb45717), rgb(0x7c3610), rgb(0x351508)} // browns: the sea is blue
)

// heatRamps has the ramps as premultiplied pixels.
var heatRamps = sync.OnceValue(func() map[*palette]*[256]uint32 {
	return map[*palette]*[256]uint32{
		&lightPalette: rampOf(lightHeat, &lightPalette), &darkPalette: rampOf(darkHeat, &darkPalette), &printPalette: rampOf(printHeat, &printPalette),
	}
})

// rampOf makes a ramp through some hues. Laid over the map, its lightness in OKLab goes
// in even steps from that of the ground to that of the last hue, so that it is read
// evenly, in grey and by those who see no hues; and it is as thin as that allows, so
// that the map is seen beneath.
func rampOf(hues []color.NRGBA, p *palette) *[256]uint32 {
	const thickest = 0.94
	land, _, _ := toOKLab(p.land[0])
	sea, _, _ := toOKLab(p.sea)
	ground := (land + sea) / 2
	end, _, _ := toOKLab(hues[len(hues)-1])
	out := &[256]uint32{}
	for i := range out {
		t := float64(i) / 255
		at := t * float64(len(hues)-1)
		k := min(len(hues)-2, int(at))
		_, a, b := toOKLab(mix(hues[k], hues[k+1], at-float64(k)))
		thick := thickest * (1 - (1-t)*(1-t))
		// What is missing of the way to the last hue's lightness the colour makes up for.
		way := t
		if thick > 0 {
			way = t / thick
		}
		c := inkOf(ground+(end-ground)*math.Min(1, way), a, b, 255)
		part := func(v uint8) uint32 { return uint32(float64(v)*thick + 0.5) }
		out[i] = part(c.R) | part(c.G)<<8 | part(c.B)<<16 | uint32(thick*255+0.5)<<24
	}
	return out
}

// unmixed gives the colour of a premultiplied pixel.
func unmixed(v uint32) color.NRGBA {
	a := v >> 24
	if a == 0 {
		return color.NRGBA{}
	}
	part := func(c uint32) uint8 { return uint8(min(255, (c&255*255+a/2)/a)) }
	return color.NRGBA{part(v), part(v >> 8), part(v >> 16), uint8(a)}
}
