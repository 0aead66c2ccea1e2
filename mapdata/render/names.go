package render

import (
	"math"
	"strings"
	"unicode/utf8"

	"sitmap/assets"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// nameLayout sets the names of the base map where the scene leaves room: waters,
// countries, then places by rank.
type nameLayout struct {
	*frame
	layers *basemap.Layers
	colour *palette
	out    *drawing
	placer *placer
	set    *typesetter
	make   *symbols

	texts []placedText
	dots  []*symbolItem
}

type placedText struct {
	run  *textRun
	x, y float32
	ink  ink
}

func (n *nameLayout) lay() {
	zoom := n.zoom()
	for i := range n.layers.Waters {
		n.water(&n.layers.Waters[i], zoom)
	}
	for i := range n.layers.Names {
		n.country(&n.layers.Names[i], zoom)
	}
	n.places(zoom)

	n.out.begin("places", n.rect)
	for _, d := range n.dots {
		n.out.put(d)
	}
	n.out.begin("names", n.rect)
	for _, t := range n.texts {
		n.out.text(t.run, t.x, t.y, t.ink)
	}
}

// water sets the name of an ocean or sea: italic, letter-spaced, no wider than the
// water.
func (n *nameLayout) water(w *basemap.WaterName, zoom float64) {
	if float64(w.Rank) > zoom*1.25-2.4 {
		return
	}
	room := float32(w.Width * n.view.Scale)
	size := clamp(room/17, 10*n.ratio, 19*n.ratio)
	ink := ink{colour: n.colour.waterName}
	style := textStyle{face: assets.Italic, size: size, spacing: size * 0.13}
	for _, lines := range breaks(w.Name) {
		if n.lines(w.At, lines, style, room*0.96, ink, 3*n.ratio, []float32{0, 0.9, -0.9, 1.8, -1.8}) {
			return
		}
	}
	if size > 10.5*n.ratio {
		style.size, style.spacing = 10*n.ratio, 0.7*n.ratio
		for _, lines := range breaks(w.Name) {
			if n.lines(w.At, lines, style, room*0.96, ink, 3*n.ratio, []float32{0, 1, -1, 2, -2}) {
				return
			}
		}
	}
}

// country sets the name of a country: grey capitals, letter-spaced, sized by the
// country's width.
func (n *nameLayout) country(c *basemap.CountryName, zoom float64) {
	if float64(c.Rank) > zoom*1.9-2.6 {
		return
	}
	room := float32(c.Width * n.view.Scale)
	name := strings.ToUpper(c.Name)
	ink := ink{colour: n.colour.countryName, halo: alpha(n.colour.halo, 0.7), haloWidth: 1.4 * n.ratio}
	for _, size := range []float32{clamp(room/11, 9.5*n.ratio, 15*n.ratio), 9.5 * n.ratio} {
		style := textStyle{face: assets.SemiBold, size: size, spacing: size * 0.16}
		for _, lines := range breaks(name) {
			if n.lines(c.At, lines, style, room*1.06, ink, 4*n.ratio, []float32{0, 1.1, -1.1, 2.2, -2.2, 3.3, -3.3}) {
				return
			}
		}
	}
}

// lines sets one or more centred lines around a place, at the first of the given
// displacements (in lines, downwards) that is free, if they are no wider than room.
func (n *nameLayout) lines(at geo.World, lines []string, style textStyle, room float32, k ink, pad float32, down []float32) bool {
	runs := make([]*textRun, len(lines))
	width := float32(0)
	for i, s := range lines {
		runs[i] = n.set.set(s, style)
		if runs[i] == nil {
			return false
		}
		width = max(width, runs[i].width)
	}
	if width > room {
		return false
	}
	lead := style.size * 1.22
	height := lead*float32(len(lines)-1) + runs[0].capHeight
	placed := false
	first, last := n.shifts(n.reach(at))
	for s := first; s <= last; s++ {
		c := n.px(at, float64(s))
		for _, d := range down {
			y := c.y + d*lead - height/2
			b := box{c.x - width/2, y, c.x + width/2, y + height}.grow(pad)
			if !n.placer.free(b, bySymbol|byLabel|byLink|byDot) {
				continue
			}
			placed = true
			n.placer.take(b, byLabel)
			if n.placer.inFrame(b.grow(-pad)) {
				for i, r := range runs {
					n.texts = append(n.texts, placedText{r, c.x - r.width/2, y + runs[0].capHeight + lead*float32(i), k})
				}
			}
			break
		}
	}
	return placed
}

// reach is the surroundings within which a name competes for room.
func (n *nameLayout) reach(at geo.World) geo.Rect {
	m := 180 * float64(n.ratio) / n.view.Scale
	return geo.Rect{Min: geo.World{X: at.X - m, Y: at.Y - m}, Max: geo.World{X: at.X + m, Y: at.Y + m}}
}

// breaks lists the ways to set a name: in one line, or in two where it has a space,
// broken nearest to its middle.
func breaks(name string) [][]string {
	out := [][]string{{name}}
	best, length := -1, utf8.RuneCountInString(name)
	for i, r := range []rune(name) {
		if r == ' ' && (best < 0 || abs(2*i-length) < abs(2*best-length)) {
			best = i
		}
	}
	if best > 0 {
		runes := []rune(name)
		out = append(out, []string{string(runes[:best]), string(runes[best+1:])})
	}
	return out
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}

func clamp(v, lo, hi float32) float32 { return max(lo, min(hi, v)) }

// placeStyle is how a place of a rank is shown at a zoom.
type placeStyle struct {
	text   textStyle
	radius float32
	pad    float32
}

func (n *nameLayout) placeStyle(p *basemap.Place, zoom float64) placeStyle {
	// How far above its own threshold the place stands decides its size.
	lead := zoom*1.3 - 2.9 - float64(p.Rank)
	size := 10.4 + clamp(float32(lead), 0, 5)*0.55
	st := placeStyle{
		text:   textStyle{face: assets.Regular, size: size * n.ratio},
		radius: (1.5 + clamp(float32(lead), 0, 5)*0.16) * n.ratio,
		pad:    float32(math.Max(1.5, 7-zoom)) * n.ratio,
	}
	if p.Capital {
		st.text.face = assets.SemiBold
		st.radius = max(st.radius, 2.7*n.ratio)
	}
	return st
}

func (n *nameLayout) places(zoom float64) {
	most := zoom*1.3 - 2.9
	for i := range n.layers.Places {
		p := &n.layers.Places[i]
		if float64(p.Rank) > most {
			continue
		}
		st := n.placeStyle(p, zoom)
		first, last := n.shifts(n.reach(p.At))
		for s := first; s <= last; s++ {
			n.place(p, n.px(p.At, float64(s)), st)
		}
	}
}

// place sets a city's dot and name. Where an event's symbol covers the dot the name
// stands beside the symbol.
func (n *nameLayout) place(p *basemap.Place, at point, st placeStyle) {
	run := n.set.set(p.Name, st.text)
	if run == nil {
		return
	}
	r := st.radius
	dot := box{at.x - r, at.y - r, at.x + r, at.y + r}
	covered := !n.placer.free(dot, bySymbol)
	if !covered && !n.placer.free(dot.grow(1.5*n.ratio), byLabel|byDot) {
		return
	}
	gaps := []float32{r + 3.2*n.ratio}
	if covered {
		gaps = append(gaps, 10*n.ratio, 15*n.ratio, 22*n.ratio, 30*n.ratio)
	}
	for _, gap := range gaps {
		for _, q := range beside(at, gap, run) {
			b := run.box(q.x, q.y)
			if !n.placer.free(b.grow(st.pad), bySymbol|byLabel|byLink|byDot) {
				continue
			}
			n.placer.take(b.grow(st.pad), byLabel)
			if !covered {
				n.placer.take(dot, byDot)
			}
			if !n.placer.inFrame(b) {
				return
			}
			if !covered {
				n.dots = append(n.dots, &symbolItem{
					symbol: n.make.city(dotKey{r, p.Capital, n.colour}), x: at.x, y: at.y,
				})
			}
			k := ink{colour: n.colour.cityName, halo: n.colour.halo, haloWidth: 1.6 * n.ratio}
			n.texts = append(n.texts, placedText{run, q.x, q.y, k})
			return
		}
	}
}
