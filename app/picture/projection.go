package picture

import (
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

// wide is how wide a picture is, in metres on the ground, from which on Web Mercator
// misleads about sizes.
const wide = 1_000_000

// SuggestProjection is the projection that suits a picture of a bound in degrees, as
// that of a [geo.View]: equal-area where it is wider than 1,000 km along its middle
// latitude, otherwise Web Mercator. A west beyond the east crosses the date line.
func SuggestProjection(b orb.Bound) geo.Projection {
	span := b.Max[0] - b.Min[0]
	if span < 0 {
		span += 360
	}
	degree, _ := geo.DegreeLengths((b.Min[1] + b.Max[1]) / 2)
	if span*degree > wide {
		return geo.EqualArea
	}
	return geo.WebMercator
}

// bound is what the map is asked to show, in degrees, and the pixels around it in a
// frame of a width and height.
func (m *material) bound(spec Spec, w, h int) (b orb.Bound, margin float64) {
	switch {
	case spec.View.Scale > 0:
		return spec.View.Bound(), 0
	case spec.BBox != orb.Bound{}:
		return spec.BBox, 0
	}
	return m.drawnBound(), marginIn(w, h, spec.PixelRatio)
}

// marginIn is what is kept free around the events where a picture is fitted to them,
// in pixels.
func marginIn(w, h int, ratio float64) float64 {
	return min(float64(min(w, h))/10, 60*ratio)
}

// viewText is what a publication's log says about what the map shows: W,S,E,N as
// --bbox takes it, and in another projection than Web Mercator that one's name after a
// space.
func viewText(b orb.Bound, p geo.Projection) string {
	if p == geo.WebMercator {
		return boundText(b)
	}
	return boundText(b) + " " + p.String()
}
