package render

import (
	"cmp"
	"slices"

	"sitmap/assets"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/geo"
)

// rankAt is the rank up to which places are shown at a zoom: the largest cities on
// the world, towns on a country.
func rankAt(zoom float64) float64 { return zoom*1.6 - 3.6 }

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
	rank := min(float64(p.Rank), by)
	if p.Seat && rank > 4.5 {
		rank = max(4.5, rank-0.8)
	}
	return rank
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

func (n *nameLayout) placeStyle(p *basemap.Place, lead float64, zoom float64) placeStyle {
	// How far above its own threshold the place stands decides its size.
	by := clamp(float32(lead), 0, 10)
	st := placeStyle{
		text:   textStyle{face: assets.Regular, size: (10.2 + by*0.55) * n.ratio},
		radius: (1.5 + min(by, 5)*0.16) * n.ratio,
		pad:    float32(max(1.5, 7-zoom)) * n.ratio,
	}
	if p.Capital {
		st.radius = max(st.radius, 2.7*n.ratio)
	}
	if p.Capital || by > 5.5 {
		st.text.face = assets.SemiBold
	}
	return st
}

// majorLead is how far above its threshold a place comes before the names of regions
// and rivers.
const majorLead = 1.2

// places names the ranked places that stand at least so far above their threshold,
// and the seats of regions.
func (n *nameLayout) places(zoom, least float64) {
	most := rankAt(zoom)
	for _, p := range n.detail.places {
		s := standing(p)
		if s > most {
			break
		}
		if s <= most-least || p.Seat {
			n.town(p, zoom)
		}
	}
}

// settlements names what else there is on close views.
func (n *nameLayout) settlements(zoom float64) {
	most := rankAt(zoom)
	places := n.detail.layers.Settlements
	for i := range places {
		if float64(places[i].Rank) > most {
			break
		}
		n.town(&places[i], zoom)
	}
}

func (n *nameLayout) town(p *basemap.Place, zoom float64) {
	first, last := n.shifts(n.reach(p.At))
	for s := first; s <= last; s++ {
		key := nameKey{sort: placeNames, of: p.Name, at: p.At, shift: s}
		if !n.there[key] {
			n.city(p, key, n.placeStyle(p, rankAt(zoom)-standing(p), zoom))
		}
	}
}

// city sets a city's dot and name. Where an event's symbol covers the dot the name
// stands beside the symbol.
func (n *nameLayout) city(p *basemap.Place, key nameKey, st placeStyle) {
	run := n.set.set(n.called(p.Names, p.Name), st.text)
	if run == nil {
		return
	}
	at := n.px(p.At, float64(key.shift))
	r := st.radius
	dot := box{at.x - r, at.y - r, at.x + r, at.y + r}
	covered := !n.placer.free(dot, bySymbol)
	if n.cut(dot) {
		return
	}
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
			if b := run.box(q.x, q.y); n.cut(b) || !n.placer.free(b.grow(st.pad), sorts) {
				continue
			}
			b := run.box(q.x, q.y).moved(point{-at.x, -at.y})
			name := placedName{
				key: key, at: geo.World{X: p.At.X + float64(key.shift), Y: p.At.Y}, room: b, ink: b, avoid: sorts, covered: covered,
				texts: []placedText{{run, q.x - at.x, q.y - at.y, anchorBeside(at, q.x, run)}}, capital: p.Capital,
			}
			if !covered {
				name.dot = r
			}
			n.put(name)
			return
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
