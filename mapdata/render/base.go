package render

import (
	"image/color"
	"math"
	"sync"

	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// baseLayout lays out the base map but for its names.
type baseLayout struct {
	*frame
	detail *detail
	colour *palette
	out    *drawing
	ground *path // all land, in pixels
	// between draws what lies over land and water and below the lines.
	between func()
	pool    *pathPool
	used    []*path // of the pool
	// memory for rounding
	scratch []geo.World
}

// lay lays out the base map, its areas and its lines at the same time.
func (b *baseLayout) lay() {
	b.out.begin("sea", b.rect)
	b.sea()
	if b.detail == nil {
		b.under()
		return
	}
	lines := &baseLayout{frame: b.frame, detail: b.detail, colour: b.colour, out: &drawing{}, pool: b.pool}
	var wait sync.WaitGroup
	wait.Go(func() {
		lines.lines()
		lines.index()
	})
	b.land()
	b.waters()
	b.index()
	wait.Wait()
	b.under()
	b.out.groups = append(b.out.groups, lines.out.groups...)
	b.used = append(b.used, lines.used...)
}

// sea fills what the projection draws, on the page where it does not fill the frame.
func (b *baseLayout) sea() {
	if b.chart == nil {
		b.out.fill(rectPath(b.box(), 0), plain(b.colour.sea))
		return
	}
	b.out.fill(rectPath(b.box(), 0), plain(b.colour.page))
	globe := b.path()
	b.chart.Edge(edgeMargin*float64(b.ratio), b.piece(globe, true))
	b.out.fill(globe, plain(b.colour.sea))
	rim := b.path()
	b.chart.Rim(edgeMargin*float64(b.ratio), b.piece(rim, false))
	b.out.stroke(rim, pen{width: 0.7 * b.ratio}, b.colour.coast)
}

// index prepares the paths for being drawn in bands.
func (b *baseLayout) index() {
	for _, p := range b.used {
		p.indexed()
	}
}

func (b *baseLayout) under() {
	if b.between != nil {
		b.between()
	}
}

// path gives an empty path.
func (b *baseLayout) path() *path {
	p := b.pool.get()
	b.used = append(b.used, p)
	return p
}

// land fills all land once and then, over it, the countries whose tint differs, so
// that no seam of sea shines through between neighbours.
func (b *baseLayout) land() {
	b.out.begin("land", b.rect)
	tints := [4]*path{b.path(), b.path(), b.path(), b.path()}
	for i := range b.detail.land {
		b.area(tints[0], &b.detail.land[i])
	}
	whole := len(b.detail.land) == 0
	for i := range b.detail.countries {
		a := &b.detail.countries[i]
		if t := b.detail.tints[a.area.Code]; t != 0 || whole {
			b.area(tints[t], a)
		}
	}
	b.ground = tints[0]
	for t, p := range tints {
		b.out.fill(p, plain(b.colour.land[t]))
	}
	if zoom := b.zoom(); zoom >= urbanFrom {
		b.out.begin("urban areas", b.rect)
		urban := b.path()
		least := 2.5 * float64(b.ratio) / b.finest // smaller ones are specks
		for i := range b.detail.urban {
			if r := b.detail.urban[i].area.Bound; r.Max.X-r.Min.X > least || r.Max.Y-r.Min.Y > least {
				b.area(urban, &b.detail.urban[i])
			}
		}
		// They come up gently: at once they would look like an overlay.
		b.out.fill(urban, plain(alpha(b.colour.urban, float32(math.Min(1, (zoom-urbanFrom)/1.2+0.3)))))
	}
	if len(b.detail.treated) > 0 {
		hatched := b.path()
		for i := range b.detail.treated {
			b.area(hatched, &b.detail.treated[i])
		}
		if !hatched.empty() {
			b.out.begin("contested areas", b.rect)
			b.out.fill(hatched, paint{colour: b.colour.treated, hatch: b.hatch(7, 1.1, false)})
		}
	}
}

// hatch is a pattern tied to the map, so that it does not swim while panning.
func (b *frame) hatch(period, width float32, back bool) hatch {
	h := hatch{period: period * b.ratio * math.Sqrt2, width: width * b.ratio * math.Sqrt2, back: back}
	x, y := float64(b.rect.Min.X), float64(b.rect.Min.Y)
	if b.chart == nil {
		x, y = b.exact(geo.World{}, 0)
	}
	if back {
		y = -y
	}
	h.phase = float32(math.Mod(x+y, float64(h.period)))
	return h
}

func (b *baseLayout) area(p *path, a *lazyArea) {
	least := 0.6 / b.finest
	first, last := b.shifts(a.area.Bound)
	for k := first; k <= last; k++ {
		for i := range a.rings {
			r := a.rings[i].bound
			if r.Max.X-r.Min.X < least && r.Max.Y-r.Min.Y < least {
				continue
			}
			if f, l := b.shifts(r); k < f || k > l {
				continue
			}
			if b.smooths() {
				b.scratch = b.smooth(b.scratch[:0], a.area.Rings[i], float64(k), true)
				b.ring(p, b.scratch, float64(k))
			} else {
				b.ring(p, b.detail.ring(a, i), float64(k))
			}
		}
	}
}

func (b *baseLayout) waters() {
	b.out.begin("waters", b.rect)
	zoom := b.zoom()
	rivers := [3]*path{b.path(), b.path(), b.path()}
	for i := range b.detail.rivers {
		l := &b.detail.rivers[i]
		if float64(l.line.Rank) > riverRankAt(zoom) {
			continue
		}
		b.lineOf(rivers[riverClass(l.line.Rank)], l)
	}
	grow := float32(math.Max(0.75, math.Min(2, zoom/5)))
	if zoom > 10 { // close by, a river is no hairline
		grow *= float32(math.Min(3, math.Exp2((zoom-10)/2)))
	}
	for i, p := range rivers {
		w := [3]float32{1.15, 0.9, 0.65}[i] * grow
		b.out.stroke(p, pen{width: w * b.ratio}, b.colour.river)
	}
	lakes := b.path()
	for i := range b.detail.lakes {
		b.area(lakes, &b.detail.lakes[i])
	}
	b.out.fill(lakes, plain(b.colour.lake))
	b.out.stroke(lakes, pen{width: 0.6 * b.ratio}, b.colour.coast)
}

// riverRankAt is the rank up to which rivers are drawn at a zoom.
func riverRankAt(zoom float64) float64 { return zoom*1.35 - 1.6 }

func riverClass(rank int) int {
	switch {
	case rank <= 2:
		return 0
	case rank <= 5:
		return 1
	default:
		return 2
	}
}

// zoom is the scale as a web map counts it: the world is 256 device-independent
// pixels wide at 0 and doubles with each step.
func (f *frame) zoom() float64 { return math.Log2(f.view.Scale / 256 / float64(f.ratio)) }

// The zoom from which first-order regions are outlined.
const admin1From = 5.1

// The zoom from which built-up areas are shown.
const urbanFrom = 4.6

func (b *baseLayout) lines() {
	zoom := b.zoom()
	if zoom >= admin1From {
		b.out.begin("regions", b.rect)
		p := b.linesOf(b.detail.admin1Borders)
		dots := []float32{1.2 * b.ratio, 2.2 * b.ratio}
		b.out.stroke(p, pen{width: 0.8 * b.ratio, dash: dots}, b.colour.admin1)
	}
	b.out.begin("coast", b.rect)
	b.out.stroke(b.linesOf(b.detail.coast), pen{width: 0.7 * b.ratio}, b.colour.coast)

	b.out.begin("borders", b.rect)
	firm, broken := b.path(), b.path()
	for i := range b.detail.borders {
		l := &b.detail.borders[i]
		if l.line.Class == basemap.Recognised {
			b.lineOf(firm, l)
		} else {
			b.lineOf(broken, l)
		}
	}
	w := float32(math.Max(0.75, math.Min(1.3, 0.45+zoom*0.1))) * b.ratio
	b.out.stroke(firm, pen{width: w}, b.colour.border)
	b.out.stroke(broken, pen{width: w, dash: []float32{4 * b.ratio, 2.6 * b.ratio}}, b.colour.disputed)
}

func (b *baseLayout) linesOf(lines []lazyLine) *path {
	p := b.path()
	for i := range lines {
		b.lineOf(p, &lines[i])
	}
	return p
}

func (b *baseLayout) lineOf(p *path, l *lazyLine) {
	first, last := b.shifts(l.line.Bound)
	for k := first; k <= last; k++ {
		if pts := l.line.Points; b.smooths() {
			if n := len(pts) - 1; n > 2 && pts[0] == pts[n] {
				b.scratch = b.smooth(b.scratch[:0], pts[:n], float64(k), true)
				b.scratch = append(b.scratch, b.scratch[0])
			} else {
				b.scratch = b.smooth(b.scratch[:0], pts, float64(k), false)
			}
			b.line(p, b.scratch, float64(k))
		} else {
			b.line(p, b.detail.points(l), float64(k))
		}
	}
}

// landColour is the ground of what is drawn apart from the map.
func (p *palette) landColour() color.NRGBA { return p.land[0] }
