package render

import (
	"math"
	"sort"
	"sync"

	"github.com/paulmach/orb"

	"sitmap/mapdata/scene"
)

// Hit is something drawn at a pixel.
type Hit struct {
	ID       scene.ID // zero for a cluster
	Name     string
	Distance float64 // pixels from the pointer, 0 inside
	// Count is the number of points that a cluster stands for; 0 for anything else.
	Count int
	// Bound is that of a cluster's members: what to zoom to.
	Bound orb.Bound
	// Fan says that zooming does not take a cluster's members apart: they are seen
	// when Bound is opened, see [scene.Points] and [scene.Scene].
	Fan bool
}

// Hits knows where the parts of a scene were drawn. The zero value holds nothing.
type Hits struct {
	marks    []hitMark
	points   *pointsItem
	clusters []placedCluster
	kinds    []scene.KindStyle // of the clusters
	ids      *scene.Points     // of the single ones among them
	// of clusters on a chart: the frame that they were found in, see flatten, and the
	// chart's; nil in Web Mercator
	flat, chart *frame
	stacks      []hitStack
	links       []hitPath
	areas       []hitPath
	labels      []hitPath // of areas
	layers      []*placedLayer
	layerOf     []int // their places in the scene
	legend      *Legend
	unlabelled  int

	index   sync.Once
	buckets buckets // of marks
}

type hitMark struct {
	mark   *scene.Mark
	at     point
	radius float32
}

// hitStack is a stack of marks.
type hitStack struct {
	at     point
	radius float32
	hit    Hit
}

type hitPath struct {
	hit   Hit
	path  *path
	bound box
	open  bool
	half  float32 // half the width of a line
}

func (h *Hits) addMark(m placedMark) {
	h.marks = append(h.marks, hitMark{m.mark, m.at, m.radius})
}

func (h *Hits) addLink(k placedLink) {
	p := linePath(k.pts...)
	hit := hitPath{path: p, bound: p.bounds(), open: true, half: k.width() / 2}
	members := k.members
	if len(members) == 0 {
		members = []*scene.Link{k.link}
	}
	// Hits are listed from the last: of many the first comes first.
	for i := len(members) - 1; i >= 0; i-- {
		hit.hit = Hit{ID: members[i].ID, Name: members[i].Name}
		h.links = append(h.links, hit)
	}
}

func (h *Hits) addArea(a placedArea) {
	hit := Hit{}
	if a.disc != nil {
		hit.ID, hit.Name = a.disc.ID, a.disc.Name
	} else {
		hit.ID, hit.Name = a.area.ID, a.area.Name
	}
	h.areas = append(h.areas, hitPath{hit: hit, path: a.path, bound: a.path.bounds(), open: a.open, half: 0.7})
}

// addLabel makes an area's label, which may stand outside of it, part of its event.
func (h *Hits) addLabel(a *scene.Area, b box) {
	h.labels = append(h.labels, hitPath{hit: Hit{ID: a.ID, Name: a.Name}, path: rectPath(b, 0), bound: b})
}

// At lists what lies within tolerance pixels of (x, y) in the picture: marks
// first, then clusters and points, then the labels of areas, then links, then discs and
// areas, the nearest first among each and, where equally near, the one drawn on top. An
// event is listed once for each of its
// parts.
func (h *Hits) At(x, y, tolerance float64) []Hit {
	if h == nil {
		return nil
	}
	at, reach := point{float32(x), float32(y)}, float32(tolerance)
	var out []Hit
	sorted := func(found []Hit) {
		sort.SliceStable(found, func(i, j int) bool { return found[i].Distance < found[j].Distance })
		for _, f := range found {
			seen := false
			for _, o := range out {
				seen = seen || o.ID == f.ID && f.Count == 0
			}
			if !seen {
				out = append(out, f)
			}
		}
	}
	found := h.marksAt(at, reach, nil)
	sorted(found)
	found = h.clustersAt(at, reach, found[:0])
	sorted(found)
	if h.points != nil {
		found = h.points.at(at, reach, found[:0])
		sorted(found)
	}
	for _, paths := range [][]hitPath{h.labels, h.links, h.areas} {
		found = found[:0]
		for i := len(paths) - 1; i >= 0; i-- {
			if d, ok := paths[i].reach(at, reach); ok {
				hit := paths[i].hit
				hit.Distance = float64(d)
				found = append(found, hit)
			}
		}
		sorted(found)
	}
	return out
}

// reach gives the distance of a point from the shape, if it is within a limit.
func (p *hitPath) reach(at point, limit float32) (float32, bool) {
	if !(box{at.x, at.y, at.x, at.y}).grow(limit + p.half + 0.01).meets(p.bound.grow(0.01)) {
		return 0, false
	}
	if !p.open && p.path.contains(at) {
		return 0, true
	}
	d := max(0, p.path.distance(at)-p.half)
	return d, d <= limit
}

// contains says whether a point lies inside by the even-odd rule, all polylines
// taken as closed.
func (p *path) contains(at point) bool {
	inside := false
	p.each(func(pts []point, _ bool) {
		a := pts[len(pts)-1]
		for _, b := range pts {
			if (a.y <= at.y) != (b.y <= at.y) {
				x := a.x + (at.y-a.y)/(b.y-a.y)*(b.x-a.x)
				if x > at.x {
					inside = !inside
				}
			}
			a = b
		}
	})
	return inside
}

// distance is how far a point is from the nearest line.
func (p *path) distance(at point) float32 {
	best := float32(math.MaxFloat32)
	p.each(func(pts []point, closed bool) {
		a := pts[0]
		if closed {
			a = pts[len(pts)-1]
		}
		for _, b := range pts {
			dx, dy := b.x-a.x, b.y-a.y
			px, py := at.x-a.x, at.y-a.y
			t := float32(0)
			if l := dx*dx + dy*dy; l > 0 {
				t = min(1, max(0, (px*dx+py*dy)/l))
			}
			ex, ey := px-t*dx, py-t*dy
			best = min(best, ex*ex+ey*ey)
			a = b
		}
	})
	return float32(math.Sqrt(float64(best)))
}
