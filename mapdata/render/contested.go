package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitmap/mapdata/basemap"
)

// contested adds what the point of view marks on the base map.
func (f *frame) contested(inv *inventory, d *detail) {
	for i := range d.treated {
		switch a := d.treated[i].area; {
		case f.showsHatched(a):
			inv.treated = append(inv.treated, a)
		case f.showsPart(a):
			inv.slight = append(inv.slight, a)
		}
	}
	inv.remarks = inv.notes(d.layers)
	for i := range d.borders {
		if b := &d.borders[i]; b.line.Class != basemap.Recognised && f.showsPoint(b.line) {
			inv.disputed = true
			break
		}
	}
}

// leastHatched is how wide and high what is seen of an area must be, in
// device-independent pixels, for its hatching to be seen.
const leastHatched = 8

// showsHatched says whether so much of an area lies within the frame that it can be
// seen to be hatched.
func (f *frame) showsHatched(a *basemap.Area) bool {
	least := leastHatched * f.ratio
	if (a.Bound.Max.X-a.Bound.Min.X)*f.finest < float64(least) {
		return false
	}
	view := f.inSight
	first, last := f.shifts(a.Bound)
	for k := first; k <= last; k++ {
		shape := placedArea{path: &path{}}
		for _, r := range a.Rings {
			f.ring(shape.path, r, float64(k))
		}
		if shape.path.empty() {
			continue
		}
		b := shape.path.bounds()
		b = box{max(b.x0, view.x0), max(b.y0, view.y0), min(b.x1, view.x1), min(b.y1, view.y1)}
		if b.width() >= least && b.height() >= least && shape.seen(b) {
			return true
		}
	}
	return false
}

// showsPart says whether any of an area, however little, lies in sight.
func (f *frame) showsPart(a *basemap.Area) bool {
	first, last := f.shifts(a.Bound)
	for k := first; k <= last; k++ {
		for _, r := range a.Rings {
			for _, w := range r {
				if p := f.px(w, float64(k)); (box{p.x, p.y, p.x, p.y}).within(f.inSight) {
					return true
				}
			}
		}
	}
	return false
}

// showsPoint says whether a point of a line lies in sight.
func (f *frame) showsPoint(line *basemap.Line) bool {
	first, last := f.shifts(line.Bound)
	for k := first; k <= last; k++ {
		for _, p := range line.Points {
			if q := f.px(p, float64(k)); (box{q.x, q.y, q.x, q.y}).within(f.inSight) {
				return true
			}
		}
	}
	return false
}

// noted is contested territory of which the same is said.
type noted struct {
	note, owner string
	names       []string
	size        float64
}

// name is what the territory is called; "" where its note says so itself.
func (n *noted) name(l *basemap.Layers) string {
	switch {
	case strings.Contains(n.note, ":"):
		return ""
	case len(n.names) > 2: // the parts of a territory
		return countryName(l, n.owner, n.names[0])
	}
	return strings.Join(n.names, " and ")
}

// territories puts areas together of which the same is said, the largest first.
func territories(areas []*basemap.Area) []*noted {
	var all []*noted
	for _, a := range areas {
		if a.Note == "" {
			continue
		}
		var n *noted
		for _, o := range all {
			if o.note == a.Note {
				n = o
			}
		}
		if n == nil {
			n = &noted{note: a.Note, owner: a.Owner}
			all = append(all, n)
		}
		n.size += (a.Bound.Max.X - a.Bound.Min.X) * (a.Bound.Max.Y - a.Bound.Min.Y)
		if a.Name != "" {
			n.names = append(n.names, a.Name)
		}
	}
	slices.SortStableFunc(all, func(a, b *noted) int { return cmp.Compare(b.size, a.size) })
	return all
}

// notes says why areas of the base map are hatched, the largest first. Those that are too
// small to be seen hatched are named all the same.
func (v *inventory) notes(l *basemap.Layers) []string {
	var out []string
	said := map[string]bool{}
	for _, n := range territories(v.treated) {
		text := n.note
		if name := n.name(l); name != "" {
			text = name + ": " + text
		}
		said[n.note] = true
		out = append(out, upperFirst(text))
	}
	var small []string
	for _, n := range territories(v.slight) {
		name := n.name(l)
		if name == "" {
			name, _, _ = strings.Cut(n.note, ":")
		}
		if name != "" && !said[n.note] {
			small = append(small, upperFirst(name))
		}
	}
	if len(small) > 0 {
		out = append(out, "Too small here to be seen hatched: "+strings.Join(small, ", "))
	}
	return out
}

func countryName(l *basemap.Layers, code, or string) string {
	for i := range l.Names {
		if l.Names[i].Code == code {
			return l.Names[i].Name
		}
	}
	return or
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
