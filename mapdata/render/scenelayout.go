package render

import (
	"sort"
	"sync"

	"sitmap/assets"
	"sitmap/mapdata/scene"
)

// sceneLayout lays out the scene over the base map.
type sceneLayout struct {
	*frame
	scene   *scene.Scene
	colour  *palette
	out     *drawing
	placer  *placer
	set     *typesetter
	symbols *symbols
	hits    *Hits
	labels  []eventLabel
	fans    []fan
	stacked []scene.KindStyle // of stacks
	// explained says that a legend asks for what is seen.
	explained bool
}

// eventLabel is a label that found its place.
type eventLabel struct {
	run   *textRun
	x, y  float32 // start of the baseline
	plate *box    // drawn behind it
	edge  *scene.Link
	icon  *symbol // drawn before it
	at    point   // of the icon
	area  *scene.Area
	stem  *path // from the label to the area it names

	anchor Anchor
}

// symbols keeps the symbols made before, so that equal ones share their shape.
type symbols struct {
	mu    sync.Mutex
	icons *icons
	made  map[any]*symbol
}

func (s *symbols) get(key any, make func() *symbol) *symbol {
	s.mu.Lock()
	defer s.mu.Unlock()
	if y, ok := s.made[key]; ok {
		return y
	}
	if len(s.made) > 4096 {
		clear(s.made)
	}
	y := make()
	s.made[key] = y
	return y
}

func (s *symbols) mark(k markKey) *symbol {
	return s.get(k, func() *symbol { return markSymbol(k, s.icons) })
}

// unknownMark is a mark whose measure is not known.
func (s *symbols) unknownMark(k markKey) *symbol {
	return s.get(unknownMark{k}, func() *symbol {
		y := markSymbol(k, s.icons)
		y.key = unknownMark{k}
		unit := max(0.7, k.size/markSize)
		y.notKnown(k.size/2+3*unit, unit, k.theme.eventColour(k.colour), k.theme)
		return y
	})
}

func (s *symbols) city(k dotKey) *symbol { return s.get(k, func() *symbol { return citySymbol(k) }) }
func (s *symbols) end(k endKey) *symbol  { return s.get(k, func() *symbol { return endSymbol(k) }) }

// labelled is how many marks may compete for labels; the highest ranks first.
const labelled = 400

// placeLabels finds room for the labels of the scene: marks, then links, then
// areas. Symbols and links are taken before.
func (l *sceneLayout) placeLabels(marks []placedMark, links []placedLink, areas []placedArea) {
	for i := range marks {
		m := &marks[i]
		r := m.radius + 2*l.ratio
		if len(marks) > maxFanned && l.placer.crowded(m.at) {
			continue
		}
		l.placer.take(box{m.at.x - r, m.at.y - r, m.at.x + r, m.at.y + r}, bySymbol)
	}
	for _, f := range l.fans {
		r := f.radius
		l.placer.take(box{f.at.x - r, f.at.y - r, f.at.x + r, f.at.y + r}, bySymbol)
	}
	for _, k := range links {
		l.placer.takeLine(k.pts, k.width()*l.ratio, byLink)
		for _, end := range []point{k.pts[0], k.pts[len(k.pts)-1]} {
			r := 4 * l.ratio
			l.placer.take(box{end.x - r, end.y - r, end.x + r, end.y + r}, bySymbol)
		}
	}
	order := make([]*placedMark, 0, len(marks))
	for i := range marks {
		if marks[i].mark.Label != "" && marks[i].stack == nil {
			order = append(order, &marks[i])
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := order[i].mark, order[j].mark
		if a.Selected != b.Selected {
			return a.Selected
		}
		if a.Rank != b.Rank {
			return a.Rank > b.Rank
		}
		return a.ID.Event < b.ID.Event
	})
	for i, m := range order {
		if i >= labelled {
			l.roomless(box{m.at.x, m.at.y, m.at.x, m.at.y})
			continue
		}
		l.labelMark(m, marks)
	}
	ranked := make([]*placedLink, 0, len(links))
	for i := range links {
		if links[i].label() != "" && !links[i].nameless {
			ranked = append(ranked, &links[i])
		}
	}
	sort.SliceStable(ranked, func(i, j int) bool { return ranked[i].link.Rank > ranked[j].link.Rank })
	for _, k := range ranked {
		l.labelLink(k)
	}
	for i := range areas {
		if a := areas[i]; a.area != nil && (a.area.Label != "" || a.area.Icon != "") {
			l.labelArea(a)
		}
	}
}

func (l *sceneLayout) eventStyle(size float32) textStyle {
	return textStyle{face: assets.SemiBold, size: size * l.ratio}
}

// rooms lists the parts of the picture within which the label of what is at a place
// should stand: that which is looked at, if the place is, then all of it.
func (f *frame) rooms(at point) []box {
	whole := f.box().grow(-2)
	if v := f.inSight.grow(-2); (box{at.x, at.y, at.x, at.y}).within(v) && v != whole {
		return []box{v, whole}
	}
	return []box{whole}
}

// box is the room that a line of text takes, its baseline beginning at (x, y).
func (r *textRun) box(x, y float32) box {
	return box{x, y - r.capHeight*1.06, x + r.width, y + r.descent*0.82}
}

// along gives points at equal steps along a line.
func along(pts []point, step float32) []point {
	out := []point{pts[0]}
	left := step
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		d := dist(a, b)
		if d > 1e5 {
			return out
		}
		done := float32(0)
		for d-done >= left {
			done += left
			left = step
			t := done / d
			out = append(out, point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t})
		}
		left -= d - done
	}
	return out
}

// drawLabels puts the placed labels into the drawing.
func (l *sceneLayout) drawLabels() {
	l.out.begin("labels", l.rect)
	for _, e := range l.labels {
		if e.plate != nil {
			c := l.colour.eventColour(e.edge.Colour)
			p := rectPath(*e.plate, 3.5*l.ratio)
			l.out.fill(p, plain(alpha(l.colour.paper, 0.94)))
			l.out.stroke(p, pen{width: 0.9 * l.ratio}, alpha(c, 0.55))
			l.out.anchored(AnchorMiddle, e.run, e.x, e.y, ink{colour: mix(c, l.colour.eventText, 0.45)})
			continue
		}
		if e.stem != nil {
			l.out.stroke(e.stem, pen{width: 2.8 * l.ratio, round: true}, alpha(l.colour.paper, 0.8))
			l.out.stroke(e.stem, pen{width: 1 * l.ratio}, l.colour.leader)
		}
		if e.icon != nil {
			l.out.put(&symbolItem{symbol: e.icon, x: e.at.x, y: e.at.y})
		}
		l.out.anchored(e.anchor, e.run, e.x, e.y, ink{colour: l.colour.eventText, halo: alpha(l.colour.paper, 0.9), haloWidth: 2 * l.ratio})
	}
}
