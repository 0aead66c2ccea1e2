package render

import (
	"fmt"
	"math"

	"sitmap/assets"
	"sitmap/mapdata/geo"
)

// Mercator's scale grows towards the poles. A bar says where it holds if the scale
// varies by more than unsaidScale within the map; over more than tallestScale degrees
// of latitude, where what it measures varies many times over, there is none.
const (
	unsaidScale  = 1.1
	tallestScale = 100
)

// longestBar is how long a scale bar may be, in units, where its text leaves the room.
const longestBar = 150

// scaleBar draws a bar that is true at the view's middle latitude.
func (l *furnitureLayout) scaleBar(v geo.View, x1, y float32) {
	u := l.unit
	var metres float64
	var run *textRun
	for most := float32(longestBar); ; {
		var text string
		var ok bool
		if metres, text, ok = scaleOf(v, float64(most*u)); !ok {
			return
		}
		run = l.set.set(text, l.style(assets.Regular, 11.5))
		room := scaleRoom - 12 - run.width/u
		if most <= room || most <= longestBar/3 {
			break
		}
		most = max(longestBar/3, min(room, most*0.9))
	}
	length := float32(metres / v.MetresPerPixel(float64(v.Height)/2))
	mid := y + legendRow*u/2
	bar := x1 - run.width - 7*u
	h := 2.2 * u
	half := length / 2
	l.out.fill(rectPath(box{bar - length, mid - h, bar, mid + h}, 0), plain(l.colour.bodyText))
	l.out.fill(rectPath(box{bar - half, mid - h + max(1, 0.8*u), bar - max(1, 0.8*u), mid + h - max(1, 0.8*u)}, 0), plain(l.colour.page))
	l.out.anchored(AnchorEnd, run, x1-run.width, mid+run.xHeight*0.62, ink{colour: l.colour.bodyText})
}

// scaleOf is the round length of a bar no longer than most pixels, and what is
// written beside it; false for a view so tall that no bar says anything.
func scaleOf(v geo.View, most float64) (metres float64, text string, ok bool) {
	top, bottom := v.MetresPerPixel(0), v.MetresPerPixel(float64(v.Height))
	mid := v.MetresPerPixel(float64(v.Height) / 2)
	b := v.Bound()
	if !(mid > 0) || b.Max[1]-b.Min[1] > tallestScale {
		return 0, "", false
	}
	metres = math.Pow(10, math.Floor(math.Log10(most*mid)))
	for _, k := range []float64{5, 2} {
		if k*metres <= most*mid {
			metres *= k
			break
		}
	}
	text = distanceText(metres)
	if max(top, bottom, mid) > unsaidScale*min(top, bottom, mid) {
		text += " at " + latitudeText(v.Center.LonLat()[1])
	}
	return metres, text, true
}

func distanceText(metres float64) string {
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

func latitudeText(lat float64) string {
	switch l := math.Round(lat); {
	case l > 0:
		return fmt.Sprintf("%.0f° N", l)
	case l < 0:
		return fmt.Sprintf("%.0f° S", -l)
	default:
		return "the equator"
	}
}
