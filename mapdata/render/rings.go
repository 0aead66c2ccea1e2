package render

import (
	"math"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// placedRing is a range ring as drawn, in pixels.
type placedRing struct {
	line *path
	// where a label may be set on it, the best first
	sites []point
	label string
	outer bool // no other of its centre is wider
}

// placedCentre is what range rings are drawn around.
type placedCentre struct {
	at   point
	name string
}

// ringSites is at how many bearings a ring's label may stand.
const ringSites = 24

// placeRings lays the range rings in view.
func (l *sceneLayout) placeRings() (rings []placedRing, centres []placedCentre) {
	for i := range l.scene.Rings {
		r := &l.scene.Rings[i]
		w := l.place(r.At)
		first, last := l.shifts(geo.Rect{Min: w, Max: w})
		for s := first; s <= last; s++ {
			centres = append(centres, placedCentre{l.px(w, float64(s)), r.Name})
		}
		widest := 0.0
		for _, radius := range r.Radii {
			widest = max(widest, radius.Metres)
		}
		for _, radius := range r.Radii {
			for _, p := range l.placeRing(r.At, radius) {
				p.outer = radius.Metres == widest
				rings = append(rings, p)
			}
		}
	}
	return rings, centres
}

// placeRing lays one ring, once for each world in which it is seen.
func (l *sceneLayout) placeRing(at orb.Point, radius scene.Radius) []placedRing {
	pieces, sites := l.ringLines(at, radius.Metres, l.ringCorners(at, radius.Metres))
	b := geo.EmptyRect()
	for _, piece := range pieces {
		for _, w := range piece {
			b = b.Extend(w)
		}
	}
	var out []placedRing
	if b.Empty() {
		return out
	}
	first, last := l.shifts(b)
	for s := first; s <= last; s++ {
		p := placedRing{line: &path{}, label: radius.Label}
		for _, piece := range pieces {
			l.line(p.line, piece, float64(s))
		}
		if len(p.line.pts) == 0 {
			continue
		}
		for _, w := range sites {
			p.sites = append(p.sites, l.px(w, float64(s)))
		}
		out = append(out, p)
	}
	return out
}

// ringCorners is how many chords a ring is drawn with: none lies more than a
// quarter of a pixel beside it.
func (l *sceneLayout) ringCorners(at orb.Point, metres float64) int {
	px := metres / (40_075_017 * math.Max(0.05, math.Cos(at[1]*math.Pi/180))) * l.finest
	n := int(math.Pi*math.Sqrt(2*px)) + 1
	return max(120, min(4800, (n+ringSites-1)/ringSites*ringSites))
}

// ringLines gives a ring as lines on the map, X running on beyond [0, 1) rather
// than jumping: one, or several where parts of the ring lie beyond the latitudes
// that the map shows. With it come the sites for labels: north first, then to both
// sides in turn.
func (f *frame) ringLines(at orb.Point, metres float64, n int) (pieces [][]geo.World, sites []geo.World) {
	lon := at[0]
	var piece []geo.World
	end := func() {
		if len(piece) > 1 {
			pieces = append(pieces, piece)
		}
		piece = nil
	}
	around := make([]geo.World, 0, ringSites)
	for i := range n + 1 {
		p, _ := geo.Direct(at, metres, 360*float64(i)/float64(n))
		p[0] += 360 * math.Round((lon-p[0])/360)
		lon = p[0]
		if math.Abs(p[1]) > geo.MaxLatitude && f.chart == nil {
			end()
			continue
		}
		w := f.place(p)
		piece = append(piece, w)
		if i%(n/ringSites) == 0 && i < n {
			around = append(around, w)
		}
	}
	end()
	for i := range around {
		k := (i + 1) / 2
		if i%2 == 0 {
			k = len(around) - k
		}
		sites = append(sites, around[k%len(around)])
	}
	return pieces, sites
}

// labelRings sets the radii on the rings and the names at their centres.
func (l *sceneLayout) labelRings(rings []placedRing, centres []placedCentre) {
	for i := len(rings) - 1; i >= 0; i-- { // the widest first
		r := &rings[i]
		if run := l.set.set(r.label, l.eventStyle(11)); run != nil {
			l.onRing(r, run)
		}
	}
	for _, c := range centres {
		run := l.set.set(c.name, l.eventStyle(11))
		if run == nil || c.name == "" {
			continue
		}
		gap := 8 * l.ratio
		for _, p := range beside(c.at, gap, run) {
			b := run.box(p.x, p.y).grow(1.5 * l.ratio)
			if l.placer.inFrame(b) && l.placer.free(b, bySymbol|byLabel) {
				l.placer.take(b, byLabel)
				l.labels = append(l.labels, eventLabel{run: run, x: p.x, y: p.y, anchor: anchorBeside(c.at, p.x, run)})
				break
			}
		}
	}
}

// onRing sets a label on its ring, where nothing else stands if there is such a
// place, and over the rest of the map if there is none: without its radius a ring
// says nothing.
func (l *sceneLayout) onRing(r *placedRing, run *textRun) {
	within := l.inSight.grow(-2 * l.ratio)
	var best box
	var at point
	fewest := 1 << 30
	for _, site := range r.sites {
		x, y := site.x-run.width/2, site.y+run.capHeight/2
		b := run.box(x, y).grow(1.5 * l.ratio)
		if !b.within(within) {
			continue
		}
		n := l.placer.count(b, bySymbol|byLabel)
		if n < fewest {
			best, at, fewest = b, point{x, y}, n
		}
		if n == 0 {
			break
		}
	}
	b := r.line.bounds()
	small := min(b.width(), b.height()) < 2*run.width
	if fewest == 1<<30 || small && (fewest > 0 || !r.outer) {
		return // so small a ring is read from closer
	}
	l.placer.take(best, byLabel)
	l.labels = append(l.labels, eventLabel{run: run, x: at.x, y: at.y, anchor: AnchorMiddle})
}

// drawRings draws the rings, cased so that they stand off from the map, and a cross
// where their centre is.
func (l *sceneLayout) drawRings(rings []placedRing, centres []placedCentre) {
	if len(rings) == 0 && len(centres) == 0 {
		return
	}
	l.out.begin("range rings", l.rect)
	c := l.colour.eventText
	for _, r := range rings {
		l.out.stroke(r.line, pen{width: 3.6 * l.ratio}, alpha(l.colour.paper, 0.7))
	}
	for _, r := range rings {
		l.out.stroke(r.line, pen{width: 1.3 * l.ratio}, alpha(c, 0.85))
	}
	arm := 5 * l.ratio
	for _, p := range centres {
		plus := &path{}
		plus.add(p.at.x-arm, p.at.y)
		plus.add(p.at.x+arm, p.at.y)
		plus.end(false)
		plus.add(p.at.x, p.at.y-arm)
		plus.add(p.at.x, p.at.y+arm)
		plus.end(false)
		l.out.stroke(plus, pen{width: 3.6 * l.ratio}, alpha(l.colour.paper, 0.7))
		l.out.stroke(plus, pen{width: 1.3 * l.ratio}, c)
	}
}
