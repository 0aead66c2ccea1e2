package topo

import (
	"container/heap"
	"math"
)

// Detail says how far to simplify.
type Detail struct {
	// Area is the effective area, in square world units of Web Mercator, below
	// which a point is left out.
	Area float64
	// Island is the area, in the same unit, below which an island is left out
	// altogether, unless it is the largest of its area.
	Island float64
	// Pinned names areas to which a hundredth of these figures apply, so that
	// the small among them survive.
	Pinned func(area int) bool
}

// Simplify leaves out points and islands that are too small to see, after
// Visvalingam and Whyatt (1993): the point that makes the smallest triangle with
// its neighbours goes first. Ends of arcs stay, so neighbours still fit, and no
// area is reduced to nothing.
func Simplify(arcs []Arc, d Detail) []Arc {
	largest := largestIslands(arcs)
	twins := sharedEnds(arcs)
	var out []Arc
	for i, a := range arcs {
		area, island := d.Area, d.Island
		if d.Pinned != nil && (d.Pinned(a.Left) || d.Pinned(a.Right)) {
			area, island = area/100, island/100
		}
		least := 0 // inner points to keep
		switch {
		case a.Closed():
			if (a.Left == 0 || a.Right == 0) && !largest[i] && worldArea(a.Points) < island {
				continue
			}
			least = 2
			if largest[i] {
				least = 3
			}
		case twins[endsOf(a)] > 1:
			least = 1
		}
		if !a.Seam {
			a.Points = visvalingam(a.Points, area, least)
		}
		out = append(out, a)
	}
	return out
}

// ends are the two ends of an arc, the lesser first.
type ends struct{ a, b Point }

func endsOf(a Arc) ends {
	p, q := a.Points[0], a.Points[len(a.Points)-1]
	if less(q, p) {
		p, q = q, p
	}
	return ends{p, q}
}

// sharedEnds counts the arcs between each pair of ends. Two arcs between the
// same ends must not both become straight: what lies between them would vanish.
func sharedEnds(arcs []Arc) map[ends]int {
	n := map[ends]int{}
	for _, a := range arcs {
		if !a.Closed() {
			n[endsOf(a)]++
		}
	}
	return n
}

// largestIslands marks, for each area that has no other outline, the closed arc
// that is its largest piece.
func largestIslands(arcs []Arc) map[int]bool {
	tied := map[int]bool{} // areas with open arcs: they do not vanish
	best := map[int]int{}
	for i, a := range arcs {
		for _, area := range []int{a.Left, a.Right} {
			if area == 0 {
				continue
			}
			if !a.Closed() {
				tied[area] = true
				continue
			}
			if j, ok := best[area]; !ok || worldArea(a.Points) > worldArea(arcs[j].Points) {
				best[area] = i
			}
		}
	}
	out := map[int]bool{}
	for area, i := range best {
		if !tied[area] {
			out[i] = true
		}
	}
	return out
}

// xy is a point in the unit square of Web Mercator.
type xy struct{ x, y float64 }

func project(p Point) xy {
	s := math.Sin(math.Max(-85.05, math.Min(85.05, float64(p.Y)/Unit)) * math.Pi / 180)
	return xy{float64(p.X)/Unit/360 + 0.5, 0.5 - math.Log((1+s)/(1-s))/(4*math.Pi)}
}

func worldArea(points []Point) float64 {
	var sum float64
	prev := project(points[0])
	for _, p := range points[1:] {
		q := project(p)
		sum += prev.x*q.y - q.x*prev.y
		prev = q
	}
	return math.Abs(sum) / 2
}

// corner is a point with the area of the triangle it makes.
type corner struct {
	at         xy
	prev, next int
	area       float64
	heap       int // its place in the heap, -1 when it is not there
}

type corners struct {
	all   []corner
	order []int
}

func (c *corners) Len() int { return len(c.order) }
func (c *corners) Less(i, j int) bool {
	a, b := c.all[c.order[i]].area, c.all[c.order[j]].area
	return a < b || a == b && c.order[i] < c.order[j]
}

func (c *corners) Swap(i, j int) {
	c.order[i], c.order[j] = c.order[j], c.order[i]
	c.all[c.order[i]].heap, c.all[c.order[j]].heap = i, j
}

func (c *corners) Push(x any) {
	i := x.(int)
	c.all[i].heap = len(c.order)
	c.order = append(c.order, i)
}

func (c *corners) Pop() any {
	i := c.order[len(c.order)-1]
	c.order = c.order[:len(c.order)-1]
	c.all[i].heap = -1
	return i
}

// visvalingam leaves out points below the area, keeping both ends and at least
// so many points between them.
func visvalingam(points []Point, area float64, least int) []Point {
	if len(points)-2 <= least {
		return points
	}
	c := &corners{all: make([]corner, len(points))}
	for i, p := range points {
		c.all[i] = corner{at: project(p), prev: i - 1, next: i + 1, heap: -1}
	}
	for i := 1; i < len(points)-1; i++ {
		c.all[i].area = c.triangle(i)
		heap.Push(c, i)
	}
	for c.Len() > least {
		i := heap.Pop(c).(int)
		if c.all[i].area >= area {
			heap.Push(c, i)
			break
		}
		gone := c.all[i]
		c.all[gone.prev].next, c.all[gone.next].prev = gone.next, gone.prev
		for _, j := range []int{gone.prev, gone.next} {
			if c.all[j].heap >= 0 {
				// Never less than what has gone already: a point must not
				// become easier to drop because its neighbour went.
				c.all[j].area = math.Max(c.triangle(j), gone.area)
				heap.Fix(c, c.all[j].heap)
			}
		}
	}
	var out []Point
	for i := 0; i < len(points); i = c.all[i].next {
		out = append(out, points[i])
	}
	return out
}

func (c *corners) triangle(i int) float64 {
	p, a, b := c.all[i].at, c.all[c.all[i].prev].at, c.all[c.all[i].next].at
	return math.Abs((a.x-p.x)*(b.y-p.y)-(b.x-p.x)*(a.y-p.y)) / 2 * c.weight(i)
}

// weight makes points beyond 60° of latitude count for less: Web Mercator blows
// the polar coasts up, and their detail would outweigh all the rest.
func (c *corners) weight(i int) float64 {
	stretch := math.Cosh(math.Pi * (1 - 2*c.all[i].at.y)) // 1/cos of the latitude
	if stretch <= 2 {
		return 1
	}
	return 4 / (stretch * stretch)
}

// SimplifyLine leaves out points of a line that is no border.
func SimplifyLine(points []Point, area float64) []Point {
	least := 0
	if points[0] == points[len(points)-1] {
		least = 2
	}
	return visvalingam(points, area, least)
}

// SimplifyRing leaves out points of a ring, keeping at least a triangle.
func SimplifyRing(r Ring, area float64) Ring {
	closed := append(r[:len(r):len(r)], r[0])
	simple := visvalingam(closed, area, 2)
	return Ring(simple[:len(simple)-1])
}

// WorldArea is the area of a ring in square world units of Web Mercator.
func WorldArea(r Ring) float64 { return worldArea(append(r[:len(r):len(r)], r[0])) }
