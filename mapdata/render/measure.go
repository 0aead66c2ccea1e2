package render

import (
	"math"

	"sitmap/mapdata/scene"
)

// Symbols are sized by a measure so that their area grows with the value, from the
// smallest that can be read up. What is not known is as small as that and has a
// dotted ring: it is not 0.

// The diameters of marks that a measure sizes, in device-independent pixels: the
// smallest is that in which an icon can be read.
const (
	smallestMark = 16
	largestMark  = 44
)

// sizeOf is a mark's diameter in device-independent pixels, and whether its measure
// is not known.
func (l *sceneLayout) sizeOf(m *scene.Mark) (size float32, unknown bool) {
	if by := l.scene.By; by != nil {
		return markSizeOf(by, m.Value), !(m.Value >= 0)
	}
	if m.Size > 0 {
		return float32(m.Size), false
	}
	return markSize, false
}

// markSizeOf is the diameter of a mark of a value.
func markSizeOf(by *scene.Measure, value float64) float32 {
	most := by.MostSize
	if most <= 0 {
		most = largestMark
	}
	if !(by.Most > 0) || !(value > 0) {
		return smallestMark
	}
	return float32(math.Max(smallestMark, math.Min(1, math.Sqrt(value/by.Most))*most))
}
