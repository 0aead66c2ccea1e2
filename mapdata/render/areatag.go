package render

import (
	"image/color"

	"sitmap/mapdata/scene"
)

// areaTagKey tells the tags of areas apart that look different.
type areaTagKey struct {
	icon     string
	colour   color.NRGBA
	fill     scene.Fill
	height   float32
	selected bool
	theme    *palette
}

// tagOfMark is the height of a tag as large in area as a mark, for each unit of the mark's
// diameter: a tag is 1.36 times as wide as it is high.
const tagOfMark = 0.76

// areaTag is what stands before an area's label: a swatch of the area, as in the
// legend, with an icon or without. It is no disc, for that would say where. An area
// without an icon has none.
func (l *sceneLayout) areaTag(a *scene.Area, icon string) *symbol {
	if a.Icon == "" {
		return nil
	}
	height := 2 * float32(int(7.5*l.ratio+0.5))
	if icon == "" {
		height = 2 * float32(int(5.5*l.ratio+0.5))
	}
	if by := l.scene.By; by != nil && a.Value >= 0 {
		height = 2 * float32(int(tagOfMark*markSizeOf(by, a.Value)/2*l.ratio+0.5))
	}
	k := areaTagKey{icon, a.Colour, a.Fill, height, a.Selected, l.colour}
	return l.symbols.get(k, func() *symbol { return areaTagSymbol(k, l.symbols.icons) })
}

func areaTagSymbol(k areaTagKey, ics *icons) *symbol {
	s := &symbol{key: k}
	c := k.theme.eventColour(k.colour)
	unit := k.height / 15
	half := box{-0.68 * k.height, -k.height / 2, 0.68 * k.height, k.height / 2}
	if k.selected {
		s.add(rectPath(half.grow(2.4*unit), 4.4*unit), plain(k.theme.accent))
	}
	s.add(rectPath(half.grow(1.2*unit), 3.2*unit), plain(k.theme.paper))
	plate := rectPath(half, 2*unit)
	strength, pn := float32(0.17), pen{width: 1.2 * unit}
	switch k.fill {
	case scene.Hatched:
		pn.dash = []float32{4 * unit, 2.4 * unit}
	case scene.Crossed:
		strength, pn.dash = 0.05, []float32{1.6 * unit, 2.4 * unit}
	}
	s.add(plate, plain(alpha(c, strength)))
	edge := &path{}
	var st stroker
	st.stroke(rectPath(half.grow(-pn.width/2), 2*unit), pn, edge)
	s.add(edge, plain(c))
	icon, evenOdd := ics.get(k.icon).path(0, 0, k.height*0.72)
	if k.icon != "" && !icon.empty() {
		s.parts = append(s.parts, symbolPart{icon, plain(c), evenOdd})
	}
	return s
}

// fills says whether an area fills the picture: it is ground then, not figure.
func (l *sceneLayout) fills(a placedArea) bool {
	return a.path.bounds().grow(1).holds(l.box())
}
