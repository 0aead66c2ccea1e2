package mapview

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"
)

// legendAt is where the legend lies on the map, in device pixels.
func (d *desk) legendAt() image.Rectangle {
	return d.m.parts.legend.covers().Sub(image.Pt(margin, margin))
}

func TestWhatIsFittedMakesRoomForTheLegend(t *testing.T) {
	for name, b := range map[string]orb.Bound{
		"wide":               {Min: orb.Point{-77, 30}, Max: orb.Point{60, 60}},
		"high":               {Min: orb.Point{0, -50}, Max: orb.Point{20, 60}},
		"across the 180th":   {Min: orb.Point{150, 50}, Max: orb.Point{-150, 70}},
		"one place":          {Min: orb.Point{30, 50}, Max: orb.Point{30, 50}},
		"one place far east": {Min: orb.Point{179.9, -17}, Max: orb.Point{179.9, -17}},
	} {
		d := explainedDesk(t)
		l := d.m.parts.legend
		l.full = image.Pt(200, 150)
		l.update()
		plain := d.m.fitWithin(b, image.Rect(0, 0, deskWidth, deskHeight))
		v := d.m.fit(b)
		x0, y0, x1, y1 := pixels(v, b)
		if x0 < 0 || y0 < 0 || x1 > deskWidth || y1 > deskHeight || beneath(v, b, d.legendAt()) {
			t.Errorf("%s: %v is shown from %.0f, %.0f to %.0f, %.0f, the legend at %v", name, b, x0, y0, x1, y1, d.legendAt())
		}
		if v.Scale < crowded*plain.Scale {
			t.Errorf("%s: for the legend's sake it is shown at %v, not at %v", name, v.Scale, plain.Scale)
		}
	}
}

func TestTheMapMakesRoomOnceTheLegendIsDrawn(t *testing.T) {
	d := explainedDesk(t)
	b := orb.Bound{Min: orb.Point{-50, -30}, Max: orb.Point{50, 50}}
	d.m.FitTo(b)
	d.settle()
	if d.legendAt().Empty() || beneath(d.m.view, b, d.legendAt()) || d.m.fitted == nil {
		x0, y0, x1, y1 := pixels(d.m.view, b)
		t.Errorf("shown from %.0f, %.0f to %.0f, %.0f, the legend at %v, fitted %v", x0, y0, x1, y1, d.legendAt(), d.m.fitted)
	}
}

func TestWhatFillsTheMapLiesBeneathTheLegend(t *testing.T) {
	d := explainedDesk(t)
	l := d.m.parts.legend
	l.full = image.Pt(deskWidth*6/10, deskHeight*6/10)
	l.update()
	b := orb.Bound{Min: orb.Point{0, -50}, Max: orb.Point{100, 50}}
	if got, want := d.m.fit(b), d.m.fitWithin(b, image.Rect(0, 0, deskWidth, deskHeight)); got != want {
		t.Errorf("shown as %+v, not over the whole map as %+v", got, want)
	}
}

func TestTheMapStandsStillWhenTheLegendOfAMovedViewChanges(t *testing.T) {
	d := explainedDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{-10, -10}, Max: orb.Point{10, 10}})
	d.settle()
	d.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 200)}, Scrolled: fyne.Delta{DY: -40}})
	v := d.m.view
	d.settle()
	if d.m.view != v {
		t.Errorf("the map went from %+v to %+v by itself", v, d.m.view)
	}
}

func TestTheLegendFoldsOnANarrowMap(t *testing.T) {
	d := explainedDesk(t)
	l := d.m.parts.legend
	var told int
	d.m.OnLegend = func(_, folded bool) { told++ }
	d.window.Resize(fyne.NewSize(legendTight-100, 500))
	d.settle()
	if !l.Visible() || l.image.Visible() || d.m.asked.Legend != nil {
		t.Fatalf("on a narrow map it covers %v", d.legendAt())
	}
	if told != 0 || d.m.LegendFolded() {
		t.Error("folding for want of room is told as the analyst's wish")
	}
	l.fold.Tapped(nil)
	d.settle()
	if !l.image.Visible() {
		t.Error("it can't be unfolded by hand")
	}
	d.window.Resize(fyne.NewSize(deskWidth, deskHeight))
	d.settle()
	d.window.Resize(fyne.NewSize(legendTight-100, 500))
	d.settle()
	if l.image.Visible() {
		t.Error("made narrow a second time, it is not folded")
	}
	d.window.Resize(fyne.NewSize(deskWidth, deskHeight))
	d.settle()
	if !l.image.Visible() {
		t.Error("with room again it stays folded")
	}
}
