package render

import (
	"context"
	"slices"

	"sitmap/mapdata/scene"
)

// maxOpened is how many members of an opened cluster are fanned out.
const maxOpened = 120

// placedPoints is how the points of a scene are drawn in a view: one of the ways, or
// none where few are in view and these are drawn as marks.
type placedPoints struct {
	*pointLayout
	looks    *pointLooks
	symbols  *pointsItem
	clusters []placedCluster
	heat     *heatItem
	marks    []scene.Mark // few points, or those of an opened cluster
	parts    *scene.Scene // few points with all that belongs to them; nil: marks has them
}

// placePoints decides how the scene's points are drawn; nil where it has none.
func (l *sceneLayout) placePoints(ctx context.Context, kept *clusterings) *placedPoints {
	p := l.scene.Points
	if p == nil || len(p.Blocks) == 0 {
		return nil
	}
	flat, frame := p, l.frame
	if l.chart != nil {
		flat, frame = l.flatten(p)
		kept = &clusterings{} // what is kept is for Web Mercator
	}
	out := &placedPoints{
		pointLayout: &pointLayout{frame: frame, points: flat, colour: l.colour, symbols: l.symbols},
		looks:       newPointLooks(p, l.ratio, l.colour, l.symbols),
	}
	out.look(float64(40 * l.ratio))
	if p.Mark != nil && p.Mode != scene.Heat {
		if few, ok := out.few(fewPoints); ok {
			if p.Parts != nil {
				// What cannot be read is drawn as what is known of it.
				if parts, err := p.Parts(ctx, few); err == nil {
					out.parts = parts
					return out
				}
			}
			for _, i := range few {
				out.marks = append(out.marks, p.Mark(i))
			}
			return out
		}
	}
	if p.Open != nil && p.Mark != nil {
		for _, i := range within(p, *p.Open, maxOpened) {
			out.marks = append(out.marks, p.Mark(i))
		}
	}
	switch p.Mode {
	case scene.Clusters:
		out.clusters = out.pointLayout.clusters(kept)
		l.hits.clusters, l.hits.kinds, l.hits.ids = out.clusters, p.Kinds, p
		if l.chart != nil {
			l.hits.flat, l.hits.chart = frame, l.frame
		}
		for _, c := range out.clusters {
			r := c.radius + 2*l.ratio
			l.placer.take(box{c.px.x - r, c.px.y - r, c.px.x + r, c.px.y + r}, bySymbol)
		}
	case scene.Heat:
		out.heat = out.pointLayout.heat(heatRamps()[l.colour])
	default:
		out.symbols = out.newPointsItem(out.looks)
		l.hits.points = out.symbols
	}
	return out
}

// join gives the scene with what points are drawn as ordinary parts of it.
func (p *placedPoints) join(s *scene.Scene) *scene.Scene {
	if p == nil || len(p.marks) == 0 && p.parts == nil {
		return s
	}
	with := *s
	if p.points.Open != nil {
		with.Open = p.points.Open
	}
	if with.By == nil {
		with.By = p.points.By
	}
	with.Marks = slices.Concat(p.marks, s.Marks)
	if e := p.parts; e != nil {
		with.Marks = slices.Concat(e.Marks, s.Marks)
		with.Areas = slices.Concat(e.Areas, s.Areas)
		with.Discs = slices.Concat(e.Discs, s.Discs)
		with.Links = slices.Concat(e.Links, s.Links)
	}
	return &with
}

// drawGround draws what lies beneath the map's names: very many symbols and heat.
// Names of the map on top of them keep it readable; between so many symbols there
// would be no room for any.
func (p *placedPoints) drawGround(out *drawing) {
	switch {
	case p == nil:
	case p.symbols != nil:
		out.begin("points", p.rect)
		out.put(p.symbols)
	case p.heat != nil:
		out.begin("heat", p.rect)
		out.put(p.heat)
	}
}

// drawRings draws clusters, which the map's names give way to.
func (p *placedPoints) drawRings(out *drawing, set *typesetter) {
	if p != nil && p.clusters != nil {
		p.drawClusters(out, set, p.looks, p.clusters)
	}
}
