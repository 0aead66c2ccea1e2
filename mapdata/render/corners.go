package render

import (
	"image"
	"math"

	"sitmap/mapdata/scene"
)

// corners is what stands in the corners of the map, in pixels of the picture; an
// empty box where there is nothing.
type corners struct {
	legend, inset, north, scale, notes box
	degrees                            []degreeLabel
}

// boxes lists what is taken.
func (c *corners) boxes() []box {
	var out []box
	for _, b := range []box{c.legend, c.inset, c.north, c.scale, c.notes} {
		if b != (box{}) {
			out = append(out, b)
		}
	}
	return out
}

// cornerGap is the distance of what stands in a corner from the map's edges, in units.
const cornerGap = 10

// reserve finds room in the map for legend, locator, north arrow and degrees, before
// the names are placed: they keep clear of it. The legend's corner is chosen by the
// analyst, the others take those in which they cover least.
func (l *furnitureLayout) reserve(s *sceneLayout, marks []placedMark, links []placedLink, seen func() inventory) {
	if l == nil {
		return
	}
	f := s.frame
	l.shown = f
	taken := map[scene.Corner]bool{}
	c := &l.corners
	inv := seen()
	if corner := l.f.LegendAt.Corner(); l.f.Legend && corner != scene.AnyCorner {
		if w, h := l.cornerLegendSize(inv); w > 0 {
			c.legend = l.inCorner(corner, w, h)
			taken[corner] = true
		}
	}
	choose := func(wanted scene.Corner, w, h float32, order []scene.Corner) box {
		if wanted == scene.AnyCorner || taken[wanted] {
			least := math.MaxInt
			for _, k := range order {
				if n := covered(l.inCorner(k, w, h).grow(6*l.unit), marks, links); !taken[k] && n < least {
					wanted, least = k, n
				}
			}
		}
		taken[wanted] = true
		return l.inCorner(wanted, w, h)
	}
	if l.wantsInset(f) {
		if w, h := l.insetSize(); w > 0 {
			c.inset = choose(l.f.InsetAt, w, h, []scene.Corner{scene.SouthWest, scene.NorthEast, scene.NorthWest, scene.SouthEast})
		}
	}
	if l.f.North || !f.northUp() {
		side := northSize * l.unit
		c.north = choose(scene.AnyCorner, side, side, []scene.Corner{scene.NorthEast, scene.NorthWest, scene.SouthEast, scene.SouthWest})
		l.northward, _ = f.northAt(point{(c.north.x0 + c.north.x1) / 2, (c.north.y0 + c.north.y1) / 2})
	}
	if bar, ok := l.scaleBar(f); ok && l.scaleInMap() {
		c.scale = choose(scene.AnyCorner, bar.width(l.unit)+2*platePad*l.unit, l.row(),
			[]scene.Corner{scene.SouthEast, scene.SouthWest, scene.NorthEast, scene.NorthWest})
	}
	l.reserveNotes(inv, marks, links)
	for _, b := range c.boxes() {
		s.placer.take(b.grow(4*l.unit), bySymbol|byLabel|byDot)
	}
	if l.f.Graticule || !f.northUp() {
		l.placeDegrees(f, s.placer)
	}
}

// inCorner is a box of some size in a corner of the map.
func (l *furnitureLayout) inCorner(c scene.Corner, w, h float32) box {
	g := cornerGap * l.unit
	b := box{float32(l.frame.Min.X) + g, float32(l.frame.Min.Y) + g, 0, 0}
	if c == scene.NorthEast || c == scene.SouthEast {
		b.x0 = float32(l.frame.Max.X) - g - w
	}
	if c == scene.SouthEast || c == scene.SouthWest {
		b.y0 = float32(l.frame.Max.Y) - g - h
	}
	b.x0, b.y0 = floor(b.x0+0.5), floor(b.y0+0.5)
	b.x1, b.y1 = b.x0+floor(w+0.5), b.y0+floor(h+0.5)
	return b
}

// covered counts what of the scene a box would hide; a mark counts for many bits of a
// line.
func covered(b box, marks []placedMark, links []placedLink) int {
	n := 0
	for i := range marks {
		if (box{marks[i].at.x, marks[i].at.y, marks[i].at.x, marks[i].at.y}).grow(marks[i].radius).meets(b) {
			n += 100
		}
	}
	for i := range links {
		if crosses(links[i].pts, b) {
			n += 10
		}
	}
	return n
}

// plate is the ground of what stands in a corner.
func (l *furnitureLayout) plate(b box) {
	l.out.fill(rectPath(b, 0), plain(alpha(l.colour.page, 0.94)))
	l.out.stroke(rectPath(b, 0), pen{width: max(1, 0.8*l.unit)}, alpha(l.colour.rule, 0.45))
}

func (b box) rectangle() image.Rectangle {
	return image.Rect(int(math.Round(float64(b.x0))), int(math.Round(float64(b.y0))), int(math.Round(float64(b.x1))), int(math.Round(float64(b.y1))))
}
