package render

import (
	"cmp"
	"slices"

	"sitmap/mapdata/geo"
)

// buckets finds marks by where they are: squares of the picture, each with the marks
// whose middle lies there.
type buckets struct {
	x0, y0     float32
	cols, rows int
	first      []int32 // of each square in items; one more than squares
	items      []int32
	widest     float32 // the largest radius
}

// bucketSide is a square's side in pixels.
const bucketSide = 48

func newBuckets(marks []hitMark) buckets {
	if len(marks) == 0 {
		return buckets{}
	}
	all := box{marks[0].at.x, marks[0].at.y, marks[0].at.x, marks[0].at.y}
	b := buckets{}
	for _, m := range marks {
		all = all.with(m.at)
		b.widest = max(b.widest, m.radius)
	}
	b.x0, b.y0 = all.x0, all.y0
	b.cols, b.rows = int(all.width()/bucketSide)+1, int(all.height()/bucketSide)+1
	b.first = make([]int32, b.cols*b.rows+1)
	square := func(m *hitMark) int {
		return int((m.at.y-b.y0)/bucketSide)*b.cols + int((m.at.x-b.x0)/bucketSide)
	}
	for i := range marks {
		b.first[square(&marks[i])+1]++
	}
	for i := 1; i < len(b.first); i++ {
		b.first[i] += b.first[i-1]
	}
	b.items = make([]int32, len(marks))
	fill := slices.Clone(b.first)
	for i := range marks {
		q := square(&marks[i])
		b.items[fill[q]] = int32(i)
		fill[q]++
	}
	return b
}

// near calls f for the marks that may lie within reach of a place.
func (b *buckets) near(at point, reach float32, f func(i int32)) {
	if b.cols == 0 {
		return
	}
	reach += b.widest
	c0 := max(0, int(floor((at.x-reach-b.x0)/bucketSide)))
	r0 := max(0, int(floor((at.y-reach-b.y0)/bucketSide)))
	c1 := min(b.cols-1, int(floor((at.x+reach-b.x0)/bucketSide)))
	r1 := min(b.rows-1, int(floor((at.y+reach-b.y0)/bucketSide)))
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			for _, i := range b.items[b.first[r*b.cols+c]:b.first[r*b.cols+c+1]] {
				f(i)
			}
		}
	}
}

// marksAt lists the marks within reach, those drawn last first.
func (h *Hits) marksAt(at point, reach float32, found []Hit) []Hit {
	h.index.Do(func() { h.buckets = newBuckets(h.marks) })
	var which []int32
	h.buckets.near(at, reach, func(i int32) {
		if dist(h.marks[i].at, at)-h.marks[i].radius <= reach {
			which = append(which, i)
		}
	})
	slices.SortFunc(which, func(a, b int32) int { return cmp.Compare(b, a) })
	for _, i := range which {
		m := &h.marks[i]
		found = append(found, Hit{ID: m.mark.ID, Name: m.mark.Name, Distance: float64(max(0, dist(m.at, at)-m.radius))})
	}
	return found
}

// clustersAt lists the stacks and clusters, and points that are alone, within reach. There are
// no more than fit beside each other in the picture.
func (h *Hits) clustersAt(at point, reach float32, found []Hit) []Hit {
	for i := range h.stacks {
		s := &h.stacks[i]
		if d := max(0, dist(s.at, at)-s.radius); d <= reach {
			hit := s.hit
			hit.Distance = float64(d)
			found = append(found, hit)
		}
	}
	for i := range h.clusters {
		c := &h.clusters[i]
		d := max(0, dist(c.px, at)-c.radius)
		if d > reach {
			continue
		}
		if c.n == 1 {
			found = append(found, pointHit(h.ids, c.block.First+c.point, d))
			continue
		}
		hit := Hit{Name: c.name(h.kinds), Distance: float64(d), Count: c.n}
		if h.flat != nil {
			hit.Bound = h.chart.boundOf(h.flat, c.cluster)
			size, _ := geo.Inverse(hit.Bound.Min, hit.Bound.Max)
			hit.Fan = size < leastApart
		} else {
			hit.Bound, hit.Fan = c.bound(), !c.separable()
		}
		found = append(found, hit)
	}
	return found
}
