package render

import (
	"fmt"
	"math"

	"sitmap/assets"
	"sitmap/mapdata/scene"
)

// unsteadyScale is by how much the scale may vary across a map that has a bar, from
// place to place and from direction to direction: where it varies by more the bar
// would lie.
const unsteadyScale = 1.1

// longestBar is how long a scale bar may be, in units, where its text leaves the room.
const longestBar = 150

// barOf is a scale bar before it has its place, in pixels.
type barOf struct {
	length float32
	run    *textRun
}

// width is that of the bar with its text.
func (b barOf) width(unit float32) float32 { return b.length + 7*unit + b.run.width }

// scaleBar makes a bar that is true at the middle of the map; false where there can be
// none.
func (l *furnitureLayout) scaleBar(f *frame) (barOf, bool) {
	u := l.unit
	var metres float64
	var run *textRun
	for most := float32(longestBar); ; {
		var text string
		var ok bool
		if metres, text, ok = scaleOf(f, float64(most*u)); !ok {
			return barOf{}, false
		}
		run = l.set.set(text, l.style(assets.Regular, 13))
		room := scaleRoom - 12 - run.width/u
		if most <= room || most <= longestBar/3 {
			break
		}
		most = max(longestBar/3, min(room, most*0.9))
	}
	perMetre, _ := f.barScale()
	return barOf{float32(metres * perMetre), run}, true
}

// drawScale draws a bar that ends at x1, in a row of the legend that begins at y.
func (l *furnitureLayout) drawScale(b barOf, x1, y float32) {
	u := l.unit
	mid := y + l.row()/2
	bar := x1 - b.run.width - 7*u
	h := 2.2 * u
	half := b.length / 2
	l.out.fill(rectPath(box{bar - b.length, mid - h, bar, mid + h}, 0), plain(l.colour.bodyText))
	l.out.fill(rectPath(box{bar - half, mid - h + max(1, 0.8*u), bar - max(1, 0.8*u), mid + h - max(1, 0.8*u)}, 0), plain(l.colour.page))
	l.out.anchored(AnchorEnd, b.run, x1-b.run.width, mid+b.run.xHeight*0.62, ink{colour: l.colour.bodyText})
}

// scaleInMap says whether the scale bar stands in the map: without a legend below or
// beside it a row of its own would be wasted.
func (l *furnitureLayout) scaleInMap() bool {
	return l.f.ScaleBar && (!l.f.Legend || l.f.LegendAt.Corner() != scene.AnyCorner)
}

// placeScale draws the scale bar where there is room for it.
func (l *furnitureLayout) placeScale(f *frame) {
	b, ok := l.scaleBar(f)
	if !l.f.ScaleBar || !ok {
		return
	}
	_, x1 := l.inner()
	switch {
	case l.scaleInMap():
		if c := l.corners.scale; c != (box{}) {
			l.plate(c)
			l.drawScale(b, c.x1-platePad*l.unit, (c.y0+c.y1-l.row())/2)
		}
	case l.side > 0:
		l.drawScale(b, x1, float32(l.frame.Max.Y)-l.row()+4*l.unit)
	default:
		l.drawScale(b, x1, float32(l.frame.Max.Y)+12*l.unit)
	}
}

// barScale is how many pixels a metre on the ground is long at the middle of the map,
// from left to right; false where the scale varies too much across it for a bar.
func (f *frame) barScale() (perMetre float64, ok bool) {
	t, ok := f.turnAt(f.middle())
	if !ok {
		return 0, false
	}
	// Which way on the ground leads to the right, and how many metres a pixel is.
	det := t.east[0]*t.north[1] - t.east[1]*t.north[0]
	if det == 0 {
		return 0, false
	}
	metres := math.Hypot(t.north[1]/det, t.east[1]/det)
	least, greatest := math.Inf(1), 0.0
	steady := f.everywhere(func(x, y float64) bool {
		if a, b, ok := f.scalesAt(x, y); ok {
			least, greatest = math.Min(least, a), math.Max(greatest, b)
		}
		return greatest <= unsteadyScale*least
	})
	return 1 / metres, steady
}

// scaleOf is the round length of a bar no longer than most pixels, and what is
// written beside it; false where there is no bar.
func scaleOf(f *frame, most float64) (metres float64, text string, ok bool) {
	perMetre, ok := f.barScale()
	if !ok {
		return 0, "", false
	}
	metres = RoundLength(most / perMetre)
	return metres, LengthText(metres), true
}

// RoundLength is the longest of 1, 2 and 5 times a power of ten that is not above
// limit; 1 where limit is no length.
func RoundLength(limit float64) float64 {
	if !(limit > 0) || math.IsInf(limit, 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(limit)))
	for _, f := range []float64{5, 2} {
		if f*power <= limit {
			return f * power
		}
	}
	return power
}

// LengthText is a round length, in metres, as a scale bar has it: "2,000 km", "50 m".
func LengthText(metres float64) string {
	switch {
	case metres >= 1e6:
		return fmt.Sprintf("%.0f,%03.0f km", math.Floor(metres/1e6), math.Mod(metres/1000, 1000))
	case metres >= 1000:
		return fmt.Sprintf("%.0f km", metres/1000)
	case metres >= 1:
		return fmt.Sprintf("%.0f m", metres)
	default:
		return fmt.Sprintf("%.0f cm", metres*100)
	}
}
