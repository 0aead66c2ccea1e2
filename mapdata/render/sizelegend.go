package render

import (
	"math"
	"strings"

	"sitmap/mapdata/scene"
)

// sizeItems explain what symbols are sized by: halves of nested circles for round
// values, and what is not known.
func (v *pointInventory) sizeItems(s *scene.Scene) []legendItem {
	by, size := s.By, markSizeOf
	if by == nil && s.Points != nil {
		by, size = s.Points.By, sizeOf
	}
	if by == nil {
		return nil
	}
	var out []legendItem
	if values := sizeSamples(by, size); len(values) > 0 {
		words := make([]string, len(values))
		for i, value := range values {
			words[i] = grouped(int(value))
		}
		widest := size(by, values[len(values)-1])
		out = append(out, legendItem{text: strings.Join(words, ", ") + " " + by.Name, width: widest, draw: func(l *furnitureLayout, b box) {
			l.sampleSizes(b, by, size, values)
		}})
	}
	if v.blank {
		out = append(out, legendItem{text: "Number not known", draw: func(l *furnitureLayout, b box) {
			k := markKey{colour: rgb(0x5d5852), fill: scene.Hollow, size: 2 * float32(math.Round(float64(5.4*l.unit))), theme: l.colour}
			l.out.put(&symbolItem{symbol: l.symbols.unknownMark(k), x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2})
		}})
	}
	return out
}

// sampleSizes draws the upper halves of circles around one middle, as large as the
// symbols of some values are.
func (l *furnitureLayout) sampleSizes(b box, by *scene.Measure, size func(*scene.Measure, float64) float32, values []float64) {
	tallest := size(by, values[len(values)-1]) / 2 * l.unit
	mid, base := (b.x0+b.x1)/2, (b.y0+b.y1)/2+tallest/2
	c := l.colour.bodyText
	for i := len(values) - 1; i >= 0; i-- {
		r := size(by, values[i]) / 2 * l.unit
		p := &path{}
		const steps = 32
		for k := range steps + 1 {
			sin, cos := math.Sincos(math.Pi + math.Pi*float64(k)/steps)
			p.add(mid+r*float32(cos), base+r*float32(sin))
		}
		p.end(true)
		l.out.fill(p, plain(mix(l.colour.page, c, 0.12*float64(len(values)-i))))
		l.out.stroke(p, pen{width: max(1, 0.9*l.unit)}, alpha(c, 0.85))
	}
}

// sizeOf is the diameter, in device-independent pixels, of a point's symbol of a value.
func sizeOf(m *scene.Measure, value float64) float32 {
	most := m.MostSize
	if most <= 0 {
		most = largestPoint
	}
	return float32(math.Max(smallestPoint, math.Min(1, math.Sqrt(value/m.Most))*most))
}

// tallestSample is the greatest diameter whose half fits a row of the legend.
const tallestSample = 2*legendRow - 2

// sizeSamples is up to three round values whose sizes are told apart well, the least
// first.
func sizeSamples(m *scene.Measure, size func(*scene.Measure, float64) float32) []float64 {
	if !(m.Most > 0) {
		return nil
	}
	least := size(m, 0)
	var out []float64
	last := float32(tallestSample) / 0.8
	for unit := math.Pow(10, math.Floor(math.Log10(m.Most))); unit >= 0.9 && len(out) < 3; unit /= 10 {
		for _, k := range []float64{5, 2, 1} {
			value := k * unit
			// What is drawn larger than its value, to be seen at all, says nothing of sizes.
			if s := size(m, value); value <= m.Most && s <= last*0.8 && s > least && len(out) < 3 {
				out = append([]float64{value}, out...)
				last = s
			}
		}
	}
	return out
}
