package picture

import (
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/store/index"
)

// charted reports whether a place, or what is drawn within r pixels of it, stands on
// the chart.
func (s sight) charted(at orb.Point, r float64) bool {
	p, ok := s.chart.ToPixel(at)
	return ok && p.X > -r && p.Y > -r && p.X < float64(s.chart.Width)+r && p.Y < float64(s.chart.Height)+r
}

func (s sight) arc(a, b orb.Point) []geo.World {
	if s.chart != nil {
		return geo.FarArc(a, b, arcSteps)
	}
	return geo.Arc(a, b, arcSteps)
}

// chartedShape is shape on a chart: a side is in the picture, or else the picture's
// middle in the area, and then all of it.
func (s sight) chartedShape(lines [][]geo.World, area bool) bool {
	seen := false
	for _, line := range lines {
		s.chart.Line(line, 0, func([]geo.Pixel) { seen = true })
	}
	if seen || !area {
		return seen
	}
	x, y := float64(s.chart.Width)/2, float64(s.chart.Height)/2
	inside := false
	for _, line := range lines {
		if n := len(line); n > 1 && line[0] == line[n-1] {
			line = line[:n-1]
		}
		s.chart.Ring(line, 0, func(ring []geo.Pixel) {
			a := ring[len(ring)-1]
			for _, b := range ring {
				if (a.Y > y) != (b.Y > y) && x < a.X+(y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
					inside = !inside
				}
				a = b
			}
		})
	}
	return inside
}

// points are those of a selection of events that stand in the picture.
func (s sight) points(c *index.Columns, within *index.Selection) *index.Selection {
	if s.chart == nil {
		bound := s.view.Bound()
		return c.Select(index.Filter{Within: within, Box: &bound})
	}
	bound := s.chart.Bound()
	var found []index.Rank
	for e := range c.Select(index.Filter{Within: within, Box: &bound}).Events() {
		if p, ok := e.Point(); ok && s.charted(p, 0) {
			found = append(found, e.Rank)
		}
	}
	return c.Ranks(found)
}
