package render

import (
	"math"

	"sitmap/assets"
	"sitmap/mapdata/geo"
)

// rivers sets the names of rivers along them: italic, on the side that is up, where
// the course is straightest; each once in a picture.
func (n *nameLayout) rivers(zoom float64) {
	if zoom < 4.8 {
		return
	}
	type stand struct {
		name placedName
		bend float64
	}
	best := map[string]stand{}
	var order []string
	for i := range n.detail.rivers {
		l := &n.detail.rivers[i]
		if l.line.Name == "" || float64(l.line.Rank) > riverRankAt(zoom)-0.8 {
			continue
		}
		key := nameKey{sort: riverNames, of: l.line.Name, shift: anyWorld}
		if n.there[key] {
			continue
		}
		name := n.called(l.line.Names, l.line.Name)
		size := [3]float32{11.5, 10.5, 9.8}[riverClass(l.line.Rank)] * n.ratio
		run := n.set.set(name, textStyle{face: assets.Italic, size: size, spacing: spaced(name, size*0.08)})
		if run == nil || run.turned || len(run.glyphs) == 0 {
			continue
		}
		first, last := n.shifts(l.line.Bound)
		if first > last {
			continue
		}
		// Letters follow the course, not each of its windings.
		course := newCourse(rounded(simplify(l.line.Points, 0.32*float64(size)/n.finest), 2))
		for s := first; s <= last; s++ {
			p, bend, ok := n.along(course, float64(s)+n.turns(l.line.Bound), run, key)
			if have, seen := best[key.of]; ok && (!seen || bend < have.bend) {
				if !seen {
					order = append(order, key.of)
				}
				best[key.of] = stand{p, bend}
			}
		}
	}
	for _, name := range order {
		if p := best[name].name; n.placer.free(p.room.moved(n.px(p.at, 0)), p.avoid) {
			n.put(p)
		}
	}
}

// sharpest is the most that a river may turn beneath its name, in radians.
const sharpest = 0.5

// along finds where a name goes best along a line: where it bends least. The spots
// tried are as far apart on the line, whatever of it is in sight.
func (n *nameLayout) along(course *course, shift float64, run *textRun, key nameKey) (best placedName, bend float64, ok bool) {
	need := float64(run.width+run.style.size) / n.scaleAt(course.pts[0])
	step := math.Exp2(math.Floor(math.Log2(need / 2)))
	bend = sharpest
	from, to := course.within(n.sight, shift)
	for at := math.Ceil(from/step) * step; at+need <= to; at += step {
		turn := course.turning(at, need)
		if turn >= bend {
			continue
		}
		p, fits := n.letters(course, at, shift, run)
		if !fits || !p.ink.moved(n.px(p.at, 0)).within(n.inSight.grow(-4*n.ratio)) || !n.placer.free(p.room.moved(n.px(p.at, 0)), p.avoid) {
			continue
		}
		p.key = key
		best, bend, ok = p, turn, true
	}
	return best, bend, ok
}

// letters bends a name along a line from a distance on.
func (n *nameLayout) letters(c *course, from, shift float64, run *textRun) (placedName, bool) {
	start, _ := c.at(from)
	pixel := 1 / n.scaleAt(start)
	width := float64(run.width) * pixel
	end, _ := c.at(from + width)
	back := n.px(end, shift).x < n.px(start, shift).x // to be read, it runs against the line
	mid, _ := c.at(from + width/2)
	mid.X += shift
	origin := n.px(mid, 0)
	lift := run.xHeight * 0.55 // above the line
	out := placedName{at: mid, avoid: bySymbol | byLabel | byLink | byDot, along: &path{}}
	ink := box{1e9, 1e9, -1e9, -1e9}
	before := math.NaN()
	em := float64(run.style.size) * pixel
	for _, g := range run.glyphs {
		half := float64(g.advance) / 2
		d := (float64(g.x) + half) * pixel
		if back {
			d = width - d
		}
		// A direction over a little more than the letter, for neighbours not to reel.
		p0, ok0 := c.at(from + d - 1.5*em)
		p1, ok1 := c.at(from + d + 1.5*em)
		if !ok0 || !ok1 {
			return out, false
		}
		p := c.mean(from+d, em)
		q0, q1 := n.px(p0, shift), n.px(p1, shift)
		dx, dy := q1.x-q0.x, q1.y-q0.y
		if back {
			dx, dy = -dx, -dy
		}
		length := float32(math.Hypot(float64(dx), float64(dy)))
		if length == 0 {
			return out, false
		}
		turn := math.Atan2(float64(dy), float64(dx))
		if math.Abs(math.Remainder(turn-before, 2*math.Pi)) > reeling {
			return out, false
		}
		before = turn
		cos, sin := dx/length, dy/length
		p.X += shift
		q := n.px(p, 0)
		letter := &path{}
		g.outline.flatten(letter, g.scale, -g.scale, -float32(half), g.y-lift)
		from := len(out.along.pts)
		letter.each(func(pts []point, closed bool) {
			for _, t := range pts {
				x, y := q.x-origin.x+t.x*cos-t.y*sin, q.y-origin.y+t.x*sin+t.y*cos
				out.along.add(x, y)
			}
			out.along.end(closed)
		})
		for _, t := range out.along.pts[from:] {
			ink = box{min(ink.x0, t.x), min(ink.y0, t.y), max(ink.x1, t.x), max(ink.y1, t.y)}
		}
	}
	out.ink, out.room = ink, ink.grow(2*n.ratio)
	return out, !out.along.empty()
}

// reeling is how much a letter may be turned from the one before, in radians: beyond that
// a name is not read as one.
const reeling = 0.2

// mean is the middle of a short stretch of the line about a distance: letters stand on it
// rather than jump with each corner.
func (c *course) mean(d, about float64) geo.World {
	var sum geo.World
	n := 0.0
	for _, k := range []float64{-1, -0.5, 0, 0.5, 1} {
		if p, ok := c.at(d + k*about); ok {
			sum.X, sum.Y, n = sum.X+p.X, sum.Y+p.Y, n+1
		}
	}
	if n == 0 {
		p, _ := c.at(d)
		return p
	}
	return geo.World{X: sum.X / n, Y: sum.Y / n}
}

// rounded cuts the corners of a line, that many times (Chaikin); its ends stay.
func rounded(pts []geo.World, times int) []geo.World {
	for range times {
		if len(pts) < 3 {
			return pts
		}
		out := make([]geo.World, 0, 2*len(pts))
		out = append(out, pts[0])
		for i := 1; i+1 < len(pts); i++ {
			a, b, c := pts[i-1], pts[i], pts[i+1]
			out = append(out, geo.World{X: b.X + (a.X-b.X)/4, Y: b.Y + (a.Y-b.Y)/4}, geo.World{X: b.X + (c.X-b.X)/4, Y: b.Y + (c.Y-b.Y)/4})
		}
		pts = append(out, pts[len(pts)-1])
	}
	return pts
}

// course is a line with the distance to each of its points.
type course struct {
	pts  []geo.World
	upTo []float64
}

func newCourse(pts []geo.World) *course {
	c := &course{pts: pts, upTo: make([]float64, len(pts))}
	for i := 1; i < len(pts); i++ {
		c.upTo[i] = c.upTo[i-1] + math.Hypot(pts[i].X-pts[i-1].X, pts[i].Y-pts[i-1].Y)
	}
	return c
}

// within gives the distances between which the line is first and last in a part of the
// map.
func (c *course) within(r geo.Rect, shift float64) (from, to float64) {
	from, to = math.Inf(1), math.Inf(-1)
	for i := 1; i < len(c.pts); i++ {
		a, b := c.pts[i-1], c.pts[i]
		if math.Max(a.X, b.X)+shift < r.Min.X || math.Min(a.X, b.X)+shift > r.Max.X || math.Max(a.Y, b.Y) < r.Min.Y || math.Min(a.Y, b.Y) > r.Max.Y {
			continue
		}
		from, to = math.Min(from, c.upTo[i-1]), math.Max(to, c.upTo[i])
	}
	return from, to
}

// at is the point at a distance; it says whether the line is that long.
func (c *course) at(d float64) (geo.World, bool) {
	n := len(c.pts)
	if d < 0 || n < 2 || d > c.upTo[n-1] {
		return c.pts[0], false
	}
	lo, hi := 1, n-1
	for lo < hi {
		if mid := (lo + hi) / 2; c.upTo[mid] < d {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	a, b := c.pts[lo-1], c.pts[lo]
	t := 0.0
	if l := c.upTo[lo] - c.upTo[lo-1]; l > 0 {
		t = (d - c.upTo[lo-1]) / l
	}
	return geo.World{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}, true
}

// turning is the greatest angle between the chord of a stretch and its parts.
func (c *course) turning(from, length float64) float64 {
	const parts = 6
	a, ok := c.at(from)
	b, ok2 := c.at(from + length)
	if !ok || !ok2 || a == b {
		return math.Inf(1)
	}
	chord := math.Atan2(b.Y-a.Y, b.X-a.X)
	worst := math.Hypot(b.X-a.X, b.Y-a.Y) / length
	worst = 1 - worst // of two equally straight ones the one that winds less
	p := a
	for i := 1; i <= parts; i++ {
		q, _ := c.at(from + length*float64(i)/parts)
		worst = math.Max(worst, math.Abs(math.Remainder(math.Atan2(q.Y-p.Y, q.X-p.X)-chord, 2*math.Pi)))
		p = q
	}
	return worst
}
