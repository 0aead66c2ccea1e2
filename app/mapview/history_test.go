package mapview

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
)

// Whatever is visited, going all the way back and forward again leads through the
// same views, and ends where it began.
func TestHistoryLeadsBackAndForward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var h history
		h.start(geo.View{Center: geo.World{X: 0.5, Y: 0.5}, Scale: 256})
		at := time.Unix(0, 0)
		want := []geo.View{h.now} // the views that make a step of their own
		for i := range rapid.IntRange(0, 300).Draw(t, "moves") {
			work := rapid.SampledFrom([]string{"zoom", "pan", "fit"}).Draw(t, "work")
			pause := rapid.SampledFrom([]time.Duration{time.Millisecond, oneMove, oneMove + 1, time.Hour}).Draw(t, "pause")
			v := geo.View{Center: geo.World{X: float64(i+1) / 1000, Y: 0.5}, Scale: 300}
			merged := work == h.work && pause <= oneMove && i > 0
			at = at.Add(pause)
			h.visit(v, work, at, false)
			if merged {
				want[len(want)-1] = v
			} else {
				want = append(want, v)
			}
		}
		if len(want) > manyViews+1 {
			want = want[len(want)-manyViews-1:]
		}
		last := h.now
		for i := len(want) - 2; i >= 0; i-- {
			v, ok := h.step(true)
			if !ok || v != want[i] {
				t.Fatalf("back to view %d: %v %v, want %v", i, v, ok, want[i])
			}
		}
		if _, ok := h.step(true); ok {
			t.Fatal("there is a view before the first")
		}
		for i := 1; i < len(want); i++ {
			if v, ok := h.step(false); !ok || v != want[i] {
				t.Fatalf("forward to view %d: %v %v, want %v", i, v, ok, want[i])
			}
		}
		if _, ok := h.step(false); ok || h.now != last {
			t.Fatalf("at the end is %v, want %v", h.now, last)
		}
	})
}

func TestGoingElsewhereDropsWhatLayAhead(t *testing.T) {
	var h history
	v := func(x float64) geo.View { return geo.View{Center: geo.World{X: x, Y: 0.5}, Scale: 300} }
	h.start(v(0.1))
	h.visit(v(0.2), "fit", time.Unix(0, 0), false)
	h.step(true)
	h.visit(v(0.3), "fit", time.Unix(9, 0), false)
	if _, ok := h.step(false); ok {
		t.Error("the view that was left is still ahead")
	}
	if got, _ := h.step(true); got != v(0.1) {
		t.Errorf("back leads to %v", got)
	}
}

func TestTheMapGoesBackOverAWholeWheelAndAWholeDrag(t *testing.T) {
	d := newDesk(t)
	now := time.Unix(1000, 0)
	d.m.now = func() time.Time { return now }
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.m.ForgetViews()
	told := 0
	d.m.OnTurns = func() { told++ }
	first := d.m.View()
	for range 10 {
		d.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 200)}, Scrolled: fyne.Delta{DY: 25}})
		now = now.Add(100 * time.Millisecond)
	}
	zoomed := d.m.View()
	for range 10 { // slower than a wheel, but one drag
		d.m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 300)}, Dragged: fyne.Delta{DX: 20, DY: 10}})
		now = now.Add(2 * time.Second)
	}
	d.m.DragEnd()
	d.m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 300)}, Dragged: fyne.Delta{DX: 20, DY: 10}})
	d.m.DragEnd()
	if told != 1 {
		t.Errorf("told %d times that one can go back", told)
	}
	d.m.Back()
	if !d.m.Back() || !same(d.m.View(), zoomed) {
		t.Errorf("back leads to %v, want %v", d.m.View(), zoomed)
	}
	if !d.m.Back() || !same(d.m.View(), first) {
		t.Errorf("back again leads to %v, want %v", d.m.View(), first)
	}
	if d.m.Back() {
		t.Error("there is a view before the first")
	}
	if !d.m.Forward() || !same(d.m.View(), zoomed) {
		t.Errorf("forward leads to %v", d.m.View())
	}
}
