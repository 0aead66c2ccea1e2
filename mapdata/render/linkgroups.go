package render

import (
	"fmt"
	"image/color"
	"math"

	"sitmap/mapdata/scene"
)

// placedLink is a link as drawn, in pixels.
type placedLink struct {
	link *scene.Link
	pts  []point
	// members are the links that it stands for, itself among them, where these are
	// many; else nil.
	members []*scene.Link
	// A projection may cut a link: then headless parts do not end where it does, and
	// nameless ones leave its label to another.
	headless, nameless bool
}

// label is what is written on the line: "call, 3 July", or "call ×12, 3 January –
// 4 July".
func (k *placedLink) label() string {
	if len(k.members) == 0 {
		return k.link.Label
	}
	word := k.link.Word
	if word == "" {
		word = k.link.Label
	}
	text := fmt.Sprintf("%s ×%d", word, len(k.members))
	if word == "" {
		text = text[1:]
	}
	first, last := k.members[0].Date, k.members[len(k.members)-1].Date
	switch {
	case first == "" || last == "":
		return text
	case first == last:
		return text + ", " + first
	default:
		return text + ", " + first + " – " + last
	}
}

// width is that of the line in device-independent pixels: a little more for many.
func (k *placedLink) width() float32 {
	w := linkWidth(k.link.Style)
	if n := len(k.members); n > 0 {
		w = min(2.4*w, w+0.45*float32(math.Log2(float64(n))))
	}
	return w
}

// mostBeside is how many links of a sort between the same two places are drawn beside
// each other; more are one line that says how many.
const mostBeside = 5

// linkGroup is a line to be drawn: a link, or one that stands for many.
type linkGroup struct {
	link    *scene.Link
	members []*scene.Link
	offset  float32 // from the great circle, to the right of the way from A to B
}

// ends are two places, whichever way round, to a thousandth of a degree.
type ends struct{ ax, ay, bx, by int64 }

// endsOf gives a link's ends, and whether it runs the other way.
func endsOf(k *scene.Link) (e ends, turned bool) {
	grid := func(v float64) int64 { return int64(math.Round(v * 1e3)) }
	e = ends{grid(k.A[0]), grid(k.A[1]), grid(k.B[0]), grid(k.B[1])}
	if e.ax > e.bx || e.ax == e.bx && e.ay > e.by {
		return ends{e.bx, e.by, e.ax, e.ay}, true
	}
	return e, false
}

// groupLinks finds out which links join the same two places. What is selected is
// never lost among many.
func groupLinks(links []scene.Link) []linkGroup {
	type sort struct {
		ends   ends
		style  scene.LinkStyle
		colour color.NRGBA
		turned bool // of what has a direction
	}
	sortOf := func(k *scene.Link) sort {
		e, turned := endsOf(k)
		return sort{e, k.Style, k.Colour, turned && k.Style != scene.CallLink}
	}
	many := map[sort][]*scene.Link{}
	for i := range links {
		if k := &links[i]; k.Style != scene.Spoke && !k.Selected {
			many[sortOf(k)] = append(many[sortOf(k)], k)
		}
	}
	var out []linkGroup
	count := map[ends]int{}
	for i := range links {
		k := &links[i]
		g := linkGroup{link: k}
		if all := many[sortOf(k)]; len(all) > mostBeside && k.Style != scene.Spoke && !k.Selected {
			if all[0] != k {
				continue
			}
			g.link, g.members = standFor(all), all
		}
		e, _ := endsOf(k)
		count[e]++
		out = append(out, g)
	}
	seen := map[ends]int{}
	for i := range out {
		e, turned := endsOf(out[i].link)
		offset := float32(seen[e]) - float32(count[e]-1)/2
		seen[e]++
		if turned {
			offset = -offset
		}
		out[i].offset = offset
	}
	return out
}

// standFor is the link that is drawn for many: believed as the best of them is.
func standFor(all []*scene.Link) *scene.Link {
	k := *all[0]
	better := []scene.Fill{scene.Solid, scene.Hollow, scene.Hatched, scene.Crossed}
	best := len(better) - 1
	for _, m := range all {
		for i, f := range better {
			if m.Fill == f {
				best = min(best, i)
			}
		}
		k.Rank = max(k.Rank, m.Rank)
	}
	k.Fill = better[best]
	return &k
}
