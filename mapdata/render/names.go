package render

import (
	"cmp"
	"math"
	"slices"
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
	detail *detail
	colour *palette
	out    *drawing
	placer *placer
	set    *typesetter
	make   *symbols
	land   *landMask
	// where names of countries stood in the picture before; nil: not asked
	before *nameMemory
	// the marks of the scene, beside which the names of their places stand
	marks []placedMark
	// very many symbols, or heat, lie beneath the names
	crowded bool

	texts []placedText
	dots  []*symbolItem
}

type placedText struct {
	run    *textRun
	x, y   float32
	ink    ink
	anchor Anchor
}

// place decides what names stand where.
func (n *nameLayout) place() {
	zoom := n.zoom()
	layers := n.detail.layers
	for i := range layers.Waters {
		n.water(&layers.Waters[i], zoom)
	}
	for i := range layers.Names {
		n.country(&layers.Names[i], zoom)
	}
	n.places(zoom)
}

func (n *nameLayout) drawDots() {
	n.out.begin("places", n.rect)
	for _, d := range n.dots {
		n.out.put(d)
	}
}

func (n *nameLayout) drawNames() {
	n.out.begin("names", n.rect)
	for _, t := range n.texts {
		if n.crowded {
			ground := n.colour.halo
			if t.ink.haloWidth == 0 { // of a water
				ground = n.colour.sea
			} else {
				t.ink.colour = mix(t.ink.colour, n.colour.eventText, 0.35)
			}
			t.ink.halo, t.ink.haloWidth = alpha(opaque(ground), 0.94), max(2.2*n.ratio, 1.4*t.ink.haloWidth)
		}
		n.out.anchored(t.anchor, t.run, t.x, t.y, t.ink)
	}
}

// water sets the name of an ocean or sea: italic, letter-spaced, no wider than the
// water.
func (n *nameLayout) water(w *basemap.WaterName, zoom float64) {
	if float64(w.Rank) > zoom*1.25-2.4 {
		return
	}
	room := float32(w.Width * n.scaleAt(w.At))
	size := clamp(room/17, 10*n.ratio, 19*n.ratio)
	ink := ink{colour: n.colour.waterName}
	style := textStyle{face: assets.Italic, size: size, spacing: size * 0.13}
	for _, st := range []textStyle{style, {face: style.face, size: 10 * n.ratio, spacing: 0.7 * n.ratio}} {
		for _, lines := range breaks(w.Name) {
			if n.lines(w.At, nameLines{
				lines: lines, style: st, room: room * 0.96, ink: ink, pad: 3 * n.ratio,
				down: []float32{0, 0.9, -0.9, 1.8, -1.8}, dry: true,
			}) {
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
	room := float32(c.Width * n.scaleAt(c.At))
	name := strings.ToUpper(c.Name)
	ink := ink{colour: n.colour.countryName, halo: alpha(n.colour.halo, 0.7), haloWidth: 1.4 * n.ratio}
	if n.again(c.Code, name, ink) {
		return
	}
	if n.outside(c.At) {
		n.countryPart(c.Code, name, ink)
		return
	}
	for _, size := range []float32{clamp(room/11, 9.5*n.ratio, 15*n.ratio), 9.5 * n.ratio} {
		for _, lines := range breaks(name) {
			if n.lines(c.At, nameLines{
				lines: lines, style: countryStyle(size), room: room * 1.06, ink: ink, pad: 4 * n.ratio,
				down: []float32{0, 1.1, -1.1, 2.2, -2.2, 3.3, -3.3},
			}) {
				return
			}
		}
	}
}

func countryStyle(size float32) textStyle {
	return textStyle{face: assets.SemiBold, size: size, spacing: size * 0.16}
}

// nameLines is one or more centred lines to be set around a place.
type nameLines struct {
	lines []string
	style textStyle
	room  float32 // no wider than this
	ink   ink
	pad   float32   // room around
	down  []float32 // displacements to try, in lines
	dry   bool      // it names a water: it should not stand on land
}

// lines sets a name at the first of its displacements that is free. It says whether
// there was any.
func (n *nameLayout) lines(at geo.World, l nameLines) bool {
	runs := make([]*textRun, len(l.lines))
	width := float32(0)
	for i, s := range l.lines {
		if runs[i] = n.set.set(s, l.style); runs[i] == nil {
			return false
		}
		width = max(width, runs[i].width)
	}
	if width > l.room {
		return false
	}
	lead := l.style.size * 1.22
	height := lead*float32(len(l.lines)-1) + runs[0].capHeight
	placed := false
	first, last := n.shifts(n.reach(at))
	for s := first; s <= last; s++ {
		c := n.px(at, float64(s))
		best, least := box{}, float32(0.2)
		found := false
		for _, d := range l.down {
			y := c.y + d*lead - height/2
			b := box{c.x - width/2, y, c.x + width/2, y + height}
			if !n.placer.free(b.grow(l.pad), bySymbol|byLabel|byLink|byDot) {
				continue
			}
			share := float32(0)
			if l.dry {
				share = n.land.share(b)
			}
			if share < least {
				best, least, found = b, share, true
			}
			if share < 0.06 {
				break
			}
		}
		if !found {
			continue
		}
		placed = true
		n.placer.take(best.grow(l.pad), byLabel)
		if n.placer.inFrame(best) {
			for i, r := range runs {
				n.texts = append(n.texts, placedText{r, c.x - r.width/2, best.y0 + runs[0].capHeight + lead*float32(i), l.ink, AnchorMiddle})
			}
		}
	}
	return placed
}

// reach is the surroundings within which a name competes for room.
func (n *nameLayout) reach(at geo.World) geo.Rect {
	m := 180 * float64(n.ratio) / n.scaleAt(at)
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

// rankAt is the rank up to which places are shown at a zoom: the largest cities on
// the world, towns on a country.
func rankAt(zoom float64) float64 { return zoom*1.55 - 3.9 }

// standing is a place's rank, bettered where its population is that of a higher one:
// ranks were given by more than size, and long ago.
func standing(p *basemap.Place) float64 {
	by := 99.0
	switch {
	case p.Population >= 1_000_000:
		by = 4.5
	case p.Population >= 500_000:
		by = 5.5
	case p.Population >= 250_000:
		by = 6.5
	}
	return min(float64(p.Rank), by)
}

// byStanding puts places into the order in which they are labelled.
func byStanding(places []basemap.Place) []*basemap.Place {
	out := make([]*basemap.Place, len(places))
	for i := range places {
		out[i] = &places[i]
	}
	slices.SortStableFunc(out, func(a, b *basemap.Place) int {
		if c := cmp.Compare(standing(a), standing(b)); c != 0 {
			return c
		}
		return cmp.Compare(b.Population, a.Population)
	})
	return out
}

// placeStyle is how a place of a rank is shown at a zoom.
type placeStyle struct {
	text   textStyle
	radius float32
	pad    float32
}

func (n *nameLayout) placeStyle(p *basemap.Place, zoom float64) placeStyle {
	// How far above its own threshold the place stands decides its size.
	lead := rankAt(zoom) - standing(p)
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
	most := rankAt(zoom)
	for _, p := range n.detail.places {
		if standing(p) > most {
			break
		}
		st := n.placeStyle(p, zoom)
		first, last := n.shifts(n.reach(p.At))
		for s := first; s <= last; s++ {
			n.city(p, n.px(p.At, float64(s)), st)
		}
	}
}

// city sets a city's dot and name. Where an event's symbol covers the dot the name
// stands beside the symbol.
func (n *nameLayout) city(p *basemap.Place, at point, st placeStyle) {
	run := n.set.set(p.Name, st.text)
	if run == nil {
		return
	}
	r := st.radius
	dot := box{at.x - r, at.y - r, at.x + r, at.y + r}
	covered := !n.placer.free(dot, bySymbol)
	if !covered && !n.placer.free(dot.grow(0.5*n.ratio), byLabel|byDot) {
		return
	}
	spots := beside(at, r+3.2*n.ratio, run)
	avoid := []occupancy{bySymbol | byLabel | byLink | byDot}
	if covered {
		spots = append(spots, beside(at, 10*n.ratio, run)...)
		spots = append(spots, n.besideMarks(at, r, run)...)
		// Where something happened the name matters: rather across a link than not.
		avoid = append(avoid, bySymbol|byLabel|byDot)
	}
	for _, sorts := range avoid {
		for _, q := range spots {
			if n.placer.free(run.box(q.x, q.y).grow(st.pad), sorts) {
				n.setCity(p, at, st, run, q, covered)
				return
			}
		}
	}
}

// besideMarks lists where a city's name may begin beside the marks that stand for
// its place: any farther off it would seem to be another's.
func (n *nameLayout) besideMarks(at point, r float32, run *textRun) []point {
	var out []point
	for i := range n.marks {
		m := &n.marks[i]
		if dist(m.at, at) < m.radius+r || dist(m.anchor, at) < m.radius {
			// Clear of the mark, the room around a name and a cell of the placer's.
			out = append(out, beside(m.at, m.radius+8*n.ratio, run)...)
		}
	}
	return out
}

// setCity takes the room for a city whose name begins at q.
func (n *nameLayout) setCity(p *basemap.Place, at point, st placeStyle, run *textRun, q point, covered bool) {
	r := st.radius
	b := run.box(q.x, q.y)
	n.placer.take(b, byLabel)
	if !covered {
		n.placer.take(box{at.x - r, at.y - r, at.x + r, at.y + r}, byDot)
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
	n.texts = append(n.texts, placedText{run, q.x, q.y, k, anchorBeside(at, q.x, run)})
}
