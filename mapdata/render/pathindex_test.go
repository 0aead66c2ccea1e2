package render

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

type spanLog map[int][]span

func (l spanLog) spans(y int, runs []span) { l[y] = slices.Clone(runs) }

// A band of a picture comes out the same whether or not the path knows which of its
// stretches come near.
func TestIndexedPathFillsAndStrokesTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &path{}
		coordinate := rapid.Float32Range(-60, 160)
		for range rapid.IntRange(1, 4).Draw(t, "polylines") {
			for range rapid.IntRange(1, 3*pieceOf).Draw(t, "points") {
				p.add(coordinate.Draw(t, "x"), coordinate.Draw(t, "y"))
			}
			p.end(rapid.Bool().Draw(t, "closed"))
		}
		top := rapid.IntRange(0, 80).Draw(t, "top")
		filled := func() spanLog {
			c, out := newCells(100, 20, float32(top)), spanLog{}
			c.path(p, 0, 0)
			c.sweep(false, out)
			return out
		}
		stroked := func() []uint8 {
			h := newHairlines(100, 20, float32(top))
			h.path(p, 1.2)
			return h.cover
		}
		plainFill, plainStroke := filled(), stroked()
		p.indexed()
		for y, runs := range filled() {
			if !slices.Equal(runs, plainFill[y]) {
				t.Fatalf("row %d is filled %v, without an index %v", y, runs, plainFill[y])
			}
		}
		if !slices.Equal(stroked(), plainStroke) {
			t.Fatal("the lines differ")
		}
	})
}
