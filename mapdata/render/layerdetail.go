package render

import (
	"math"
	"sync"
	"sync/atomic"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// layerDetail is the geometry of a layer, simplified for one range of scales: each
// ring and line when it is first seen.
type layerDetail struct {
	tolerance float64 // world units
	shapes    []layerShape
}

type layerShape struct {
	rings, edges, lines []layerLine
}

type layerLine struct {
	all    []geo.World
	bound  geo.Rect
	points atomic.Pointer[[]geo.World]
}

func newLayerDetail(d *scene.LayerData, scale float64) *layerDetail {
	out := &layerDetail{tolerance: halfPixel / scale, shapes: make([]layerShape, len(d.Shapes))}
	for i := range d.Shapes {
		s := &d.Shapes[i]
		out.shapes[i] = layerShape{rings: layerLines(s.Rings), edges: layerLines(s.Edges), lines: layerLines(s.Lines)}
	}
	return out
}

func layerLines(all [][]geo.World) []layerLine {
	if len(all) == 0 {
		return nil
	}
	out := make([]layerLine, len(all))
	for i, pts := range all {
		out[i].all, out[i].bound = pts, boundOf(pts)
	}
	return out
}

// ring gives a ring simplified; nil where it is too small to be seen.
func (d *layerDetail) ring(l *layerLine) []geo.World {
	return l.simplified(func() []geo.World {
		if len(l.all) < 5 {
			return l.all
		}
		return simplifyRing(l.all, d.tolerance)
	})
}

func (d *layerDetail) line(l *layerLine) []geo.World {
	return l.simplified(func() []geo.World { return simplify(l.all, d.tolerance) })
}

func (l *layerLine) simplified(make func() []geo.World) []geo.World {
	if p := l.points.Load(); p != nil {
		return *p
	}
	pts := make()
	l.points.Store(&pts)
	return pts
}

// layerDetails keeps what was prepared of layers.
type layerDetails struct {
	mu   sync.Mutex
	kept []keptLayer // latest use last
}

type keptLayer struct {
	data   *scene.LayerData
	bucket int
	detail *layerDetail
}

// maxLayerDetails is how many layers in ranges of scales stay prepared: a dozen
// layers while zooming in and out again.
const maxLayerDetails = 48

// get gives the detail of a layer for a scale: each range spans a factor of √2.
func (l *layerDetails) get(d *scene.LayerData, scale float64) *layerDetail {
	bucket := int(math.Ceil(2 * math.Log2(scale)))
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, k := range l.kept {
		if k.data == d && k.bucket == bucket {
			l.kept = append(append(l.kept[:i:i], l.kept[i+1:]...), k)
			return k.detail
		}
	}
	k := keptLayer{d, bucket, newLayerDetail(d, math.Exp2(float64(bucket)/2))}
	l.kept = append(l.kept, k)
	if len(l.kept) > maxLayerDetails {
		l.kept = l.kept[1:]
	}
	return k.detail
}
