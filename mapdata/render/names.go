package render

import (
	"math"
	"unicode/utf8"

	"sitmap/assets"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// nameLayout sets the names of the base map where the scene leaves room: those that
// stood there before, then waters, countries, cities, regions, rivers and lakes, and
// the smaller places.
type nameLayout struct {
	*frame
	detail *detail
	colour *palette
	out    *drawing
	placer *placer
	set    *typesetter
	make   *symbols
	land   *landMask
	// that the names are in
	language Language
	pov      string
	// where names stood in the picture before; nil: not asked
	before *nameMemory
	// the marks of the scene, beside which the names of their places stand
	marks []placedMark
	// very many symbols, or heat, lie beneath the names
	crowded bool

	placed []placedName
	there  map[nameKey]bool
}

// nameSort is what a name is of.
type nameSort uint8

const (
	waterNames nameSort = iota
	countryNames
	regionNames
	riverNames
	lakeNames
	placeNames
)

// nameKey tells names apart: by what they are of, where that is, and in which of the
// repeated worlds.
type nameKey struct {
	sort nameSort
	of   string
	at   geo.World
	// how many worlds to the east; anyWorld for a name that stands once in a picture
	shift int
}

const anyWorld = math.MaxInt32

// placedName is a name and where it stands, in pixels from a place on the map.
type placedName struct {
	key   nameKey
	at    geo.World // moved into its world already
	room  box       // what it takes
	ink   box       // its letters
	avoid occupancy
	texts []placedText
	along *path   // letters along a river
	dot   float32 // radius of a place's dot, 0: none
	// a place whose dot an event's symbol covers
	covered, capital bool
}

// placedText is a line of a name; x and y are from the name's place.
type placedText struct {
	run    *textRun
	x, y   float32
	anchor Anchor
}

func (b box) moved(by point) box { return box{b.x0 + by.x, b.y0 + by.y, b.x1 + by.x, b.y1 + by.y} }

// place decides what names stand where.
func (n *nameLayout) place() {
	zoom := n.zoom()
	layers := n.detail.layers
	n.there = map[nameKey]bool{}
	n.recall()
	for i := range layers.Waters {
		n.water(&layers.Waters[i], zoom)
	}
	if zoom < nameless || n.bordered() {
		for i := range layers.Names {
			n.country(&layers.Names[i], zoom)
		}
	}
	n.places(zoom, majorLead)
	n.regions(zoom)
	n.rivers(zoom)
	n.lakes(zoom)
	n.places(zoom, 0)
	n.settlements(zoom)
	n.before.keep(n.look(), n.placed)
}

// put takes the room for a name.
func (n *nameLayout) put(p placedName) {
	q := n.px(p.at, 0)
	n.placer.take(p.room.moved(q), byLabel)
	if p.dot > 0 {
		n.placer.take(box{q.x - p.dot, q.y - p.dot, q.x + p.dot, q.y + p.dot}, byDot)
	}
	n.there[p.key] = true
	n.placed = append(n.placed, p)
}

func (n *nameLayout) drawDots() {
	n.out.begin("places", n.rect)
	for i := range n.placed {
		p := &n.placed[i]
		q := n.px(p.at, 0)
		if p.dot > 0 && n.shows(p) {
			n.out.put(&symbolItem{symbol: n.make.city(dotKey{p.dot, p.capital, n.colour}), x: q.x, y: q.y})
		}
	}
}

// shows says whether a name is drawn: one that stands once in the picture where any of
// it is in sight, others wholly within the frame.
func (n *nameLayout) shows(p *placedName) bool {
	q := n.px(p.at, 0)
	if p.key.shift == anyWorld && p.key.sort == countryNames {
		return p.ink.moved(q).meets(n.box())
	}
	return n.placer.inFrame(p.ink.moved(q))
}

func (n *nameLayout) drawNames() {
	n.out.begin("names", n.rect)
	for i := range n.placed {
		p := &n.placed[i]
		if !n.shows(p) {
			continue
		}
		k := n.inkOf(p.key.sort)
		if n.crowded {
			ground := n.colour.halo
			if k.haloWidth == 0 { // of a water
				ground = n.colour.sea
			} else {
				k.colour = mix(k.colour, n.colour.eventText, 0.35)
			}
			k.halo, k.haloWidth = alpha(opaque(ground), 0.94), max(2.2*n.ratio, 1.4*k.haloWidth)
		}
		q := n.px(p.at, 0)
		for _, t := range p.texts {
			n.out.anchored(t.anchor, t.run, q.x+t.x, q.y+t.y, k)
		}
		if p.along != nil {
			letters := p.along.moved(q)
			if k.haloWidth > 0 {
				n.out.stroke(letters, pen{width: 2 * k.haloWidth}, k.halo)
			}
			n.out.fill(letters, plain(k.colour))
		}
	}
}

func (n *nameLayout) inkOf(s nameSort) ink {
	c := n.colour
	switch s {
	case waterNames:
		return ink{colour: c.waterName}
	case countryNames:
		return ink{colour: c.countryName, halo: alpha(c.halo, 0.7), haloWidth: 1.4 * n.ratio}
	case regionNames:
		return ink{colour: c.regionName, halo: alpha(c.halo, 0.75), haloWidth: 1.3 * n.ratio}
	case riverNames, lakeNames:
		return ink{colour: c.waterName, halo: alpha(c.halo, 0.8), haloWidth: 1.4 * n.ratio}
	default:
		return ink{colour: c.cityName, halo: c.halo, haloWidth: 1.6 * n.ratio}
	}
}

// country sets the name of a country: grey capitals, letter-spaced, sized by the
// country's width.
func (n *nameLayout) country(c *basemap.CountryName, zoom float64) {
	if float64(c.Rank) > zoom*1.9-2.6 || n.there[nameKey{sort: countryNames, of: c.Code, shift: anyWorld}] {
		return
	}
	room := float32(c.Width * n.scaleAt(c.At))
	name := n.capitals(n.called(c.Names, c.Name), c.Code)
	small, ok := n.block([]string{name}, countryStyle(name, 9.5*n.ratio))
	away := ok && !n.stands(c.At, small.ink)
	if away && n.countryPart(c.Code, name) {
		return
	}
	own := n.detail.byCode[c.Code]
	for _, size := range []float32{clamp(room/11, 9.5*n.ratio, 17*n.ratio), clamp(room/11, 9.5*n.ratio, 13*n.ratio), 9.5 * n.ratio} {
		for _, lines := range breaks(name) {
			if n.lines(c.At, nameLines{
				key: nameKey{sort: countryNames, of: c.Code}, lines: lines, style: countryStyle(name, size), room: room * 1.06, pad: 4 * n.ratio,
				down: []float32{0, 1.1, -1.1, 2.2, -2.2, 3.3, -3.3, 4.4, -4.4},
				own:  func(w geo.World) bool { return own == nil || n.detail.holds(own, w) },
			}) {
				return
			}
		}
	}
	if ok && !away { // what stands at its own place leaves room elsewhere in it
		n.countryPart(c.Code, name)
	}
}

func countryStyle(name string, size float32) textStyle {
	return textStyle{face: assets.SemiBold, size: size, spacing: spaced(name, size*0.16)}
}

// nameLines is one or more centred lines to be set around a place.
type nameLines struct {
	key   nameKey
	lines []string
	style textStyle
	room  float32   // no wider than this
	pad   float32   // room around
	down  []float32 // displacements to try, in lines
	dry   bool      // it names a water: it should not stand on land
	// own says whether a position lies in what is named: a name moved off its place
	// stays in it; nil: anywhere
	own func(geo.World) bool
}

// lines sets a name at the first of its displacements that is free, in each of the
// repeated worlds. It says whether there was any.
func (n *nameLayout) lines(at geo.World, l nameLines) bool {
	block, ok := n.block(l.lines, l.style)
	if !ok || block.ink.width() > l.room {
		return false
	}
	lead := l.style.size * 1.22
	placed := false
	l.key.at = at
	first, last := n.shifts(n.reach(at))
	for s := first; s <= last; s++ {
		l.key.shift = s
		if n.there[l.key] {
			placed = true
			continue
		}
		c := n.px(at, float64(s))
		seen := n.placer.inFrame(block.ink.moved(c)) // then it is not moved out of sight
		best, least := float32(0), float32(0.2)
		found := false
		for _, d := range l.down {
			b := block.ink.moved(point{c.x, c.y + d*lead})
			// A name that comes into sight by panning may be cut, for it stays where it is,
			// but none begins so.
			if seen && !n.placer.inFrame(b) || n.cut(b) || !n.placer.free(b.grow(l.pad), bySymbol|byLabel|byLink|byDot) {
				continue
			}
			if d != 0 && l.own != nil && !n.atHome(b, s, len(l.lines), l.own) {
				continue
			}
			share := float32(0)
			if l.dry {
				share = n.land.share(b)
			}
			if share < least {
				best, least, found = d*lead, share, true
			}
			if share < 0.06 {
				break
			}
		}
		if found {
			placed = true
			n.put(block.down(best).at(l.key, geo.World{X: at.X + float64(s), Y: at.Y}, l.pad))
		}
	}
	return placed
}

// nameBlock is a name in lines, centred on (0, 0).
type nameBlock struct {
	texts []placedText
	ink   box
}

func (n *nameLayout) block(lines []string, style textStyle) (nameBlock, bool) {
	var b nameBlock
	width := float32(0)
	for _, s := range lines {
		run := n.set.set(s, style)
		if run == nil {
			return b, false
		}
		width = max(width, run.width)
		b.texts = append(b.texts, placedText{run: run, x: -run.width / 2, anchor: AnchorMiddle})
	}
	lead := style.size * 1.22
	cap := b.texts[0].run.capHeight
	height := lead*float32(len(lines)-1) + cap
	for i := range b.texts {
		b.texts[i].y = -height/2 + cap + lead*float32(i)
	}
	b.ink = box{-width / 2, -height / 2, width / 2, height / 2}
	return b, true
}

// down is the block some pixels below.
func (b nameBlock) down(by float32) nameBlock {
	out := nameBlock{ink: b.ink.moved(point{0, by})}
	for _, t := range b.texts {
		t.y += by
		out.texts = append(out.texts, t)
	}
	return out
}

func (b nameBlock) at(key nameKey, at geo.World, pad float32) placedName {
	return placedName{key: key, at: at, room: b.ink.grow(pad), ink: b.ink, avoid: bySymbol | byLabel | byLink | byDot, texts: b.texts}
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
