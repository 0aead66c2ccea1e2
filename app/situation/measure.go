package situation

import (
	"math"

	"sitmap/mapdata/scene"
	"sitmap/store"
)

// usualMeasure sizes symbols where no measure was chosen.
const usualMeasure = "killed"

// MeasureValue is what an event counts for where symbols are sized by a measure: the
// middle of its headline figure's bounds, or the one bound that is known. A figure
// of all ("killed") stands before those of parts ("killed, children"), of which the
// greatest is taken, for they may overlap. Figures of more than the event itself do
// not count. NaN where nobody told a number, which is not 0.
func MeasureValue(e store.Event, measure string) float64 {
	value, whole := math.NaN(), false
	for _, f := range store.Figures(e) {
		if f.Measure != measure || f.Scope != (store.Scope{}) {
			continue
		}
		v := math.NaN()
		switch {
		case f.Low != nil && f.High != nil:
			v = (*f.Low + *f.High) / 2
		case f.Low != nil:
			v = *f.Low
		case f.High != nil:
			v = *f.High
		}
		switch {
		case math.IsNaN(v) || v < 0:
		case f.Of == "" && !whole:
			value, whole = v, true
		case !whole && !(value > v):
			value = v
		}
	}
	return value
}

// measure is the code of the measure that sizes symbols, "" for none.
func (o *Options) measure() string {
	switch {
	case !o.Encode.Has(BySize):
		return ""
	case o.Measure == "":
		return usualMeasure
	default:
		return o.Measure
	}
}

// takeValue gives the event's value once, at its first place: the same dead are not
// drawn at each.
func (b *builder) takeValue(s *stroke) float64 {
	m := b.o.measure()
	if m == "" {
		return 0
	}
	if s.valued {
		return math.NaN()
	}
	s.valued = true
	return MeasureValue(s.e, m)
}

// sizeMarks says in the scene what its marks and the tags of its areas are sized by.
func (b *builder) sizeMarks() {
	m := b.o.measure()
	if m == "" {
		return
	}
	by := &scene.Measure{Name: Words(m)}
	for i := range b.out.Marks {
		if v := b.out.Marks[i].Value; v > by.Most {
			by.Most = v
		}
	}
	for i := range b.out.Areas {
		if v := b.out.Areas[i].Value; v > by.Most {
			by.Most = v
		}
	}
	b.out.By = by
}
