package render

import "math"

// outline is a shape with curves: a glyph or an icon. It keeps its curves so that
// each output can have them as fine as it needs.
type outline struct {
	verbs []verb
	pts   []point // as many as each verb takes
}

type verb uint8

const (
	moveTo  verb = iota // 1 point
	lineTo              // 1
	quadTo              // 2
	cubicTo             // 3
	closing             // 0
)

func (o *outline) add(v verb, pts ...point) {
	o.verbs = append(o.verbs, v)
	o.pts = append(o.pts, pts...)
}

// flatten appends the outline to a path, scaled by (sx, sy) and then moved by
// (dx, dy), its curves as chords.
func (o *outline) flatten(out *path, sx, sy, dx, dy float32) {
	at := func(i int) point { return point{o.pts[i].x*sx + dx, o.pts[i].y*sy + dy} }
	i := 0
	var cur point
	for _, v := range o.verbs {
		switch v {
		case moveTo:
			out.end(false)
			cur = at(i)
			out.add(cur.x, cur.y)
			i++
		case lineTo:
			cur = at(i)
			out.add(cur.x, cur.y)
			i++
		case quadTo:
			b, c := at(i), at(i+1)
			n := chords(cur, b, c)
			for k := 1; k <= n; k++ {
				t := float32(k) / float32(n)
				u := 1 - t
				out.add(u*u*cur.x+2*u*t*b.x+t*t*c.x, u*u*cur.y+2*u*t*b.y+t*t*c.y)
			}
			cur = c
			i += 2
		case cubicTo:
			b, c, d := at(i), at(i+1), at(i+2)
			n := chords(cur, b, c) + chords(b, c, d)
			for k := 1; k <= n; k++ {
				t := float32(k) / float32(n)
				u := 1 - t
				p, q, r, s := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
				out.add(p*cur.x+q*b.x+r*c.x+s*d.x, p*cur.y+q*b.y+r*c.y+s*d.y)
			}
			cur = d
			i += 3
		case closing:
			out.end(true)
		}
	}
	out.end(false)
}

// chords is how many straight pieces a bend through b needs to look round.
func chords(a, b, c point) int {
	dx, dy := a.x-2*b.x+c.x, a.y-2*b.y+c.y
	bend := math.Hypot(float64(dx), float64(dy))
	return min(24, 1+int(math.Sqrt(bend*2.5)))
}
