package mapview

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// struck is a desk with two marks on one place and a third elsewhere, and the ids
// of what was selected.
func struck(t *testing.T) (*desk, *[]string) {
	d := newDesk(t)
	d.m.SetScene(&scene.Scene{
		Marks: []scene.Mark{mark("a", 30, 50), mark("b", 30, 50), mark("c", 35, 48)},
		Areas: []scene.Area{{ID: scene.ID{Event: "wave"}, Geometry: orb.Polygon{{{22, 44}, {40, 44}, {40, 52}, {22, 44}}}}},
		Links: []scene.Link{{ID: scene.ID{Event: "call"}, A: orb.Point{-77, 39}, B: orb.Point{37, 55}}},
	})
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.settle()
	var selected []string
	d.m.OnSelect = func(id scene.ID) { selected = append(selected, id.Event) }
	return d, &selected
}

func TestClickSelectsAndClicksAgainTakeTheNext(t *testing.T) {
	d, selected := struck(t)
	on := d.where(orb.Point{30, 50})
	d.click(on)
	d.click(on.AddXY(2, 1))
	d.click(on)
	d.click(d.where(orb.Point{35, 48}))
	d.click(on)
	d.click(fyne.NewPos(5, 5))
	if got := fmt.Sprint(*selected); got != "[a b a c a ]" {
		t.Errorf("selected %v", got)
	}
}

func TestClicksAgainTakeEachThoughTheSelectedIsRaised(t *testing.T) {
	d, selected := struck(t)
	marks := []scene.Mark{mark("a", 30, 50), mark("b", 30, 50), mark("c", 30, 50)}
	record := d.m.OnSelect
	d.m.OnSelect = func(id scene.ID) {
		record(id)
		raised := &scene.Scene{}
		for _, m := range marks {
			if m.Selected = m.ID == id; m.Selected {
				raised.Marks = append([]scene.Mark{m}, raised.Marks...)
			} else {
				raised.Marks = append(raised.Marks, m)
			}
		}
		d.m.SetScene(raised)
		d.settle()
	}
	d.m.SetScene(&scene.Scene{Marks: marks})
	d.settle()
	on := d.where(orb.Point{30, 50})
	d.point(on)
	for range 4 {
		d.click(on)
	}
	if got := fmt.Sprint(*selected); got != "[a b c a]" {
		t.Errorf("selected %v", got)
	}
	if got := d.m.parts.tip.text(); !strings.HasPrefix(got, "Strike a\nStrike b\nStrike c\n1 of 3") {
		t.Errorf("tip %q", got)
	}
}

func TestFocusIsShownForTheKeyboard(t *testing.T) {
	d := newDesk(t)
	ring := d.m.parts.ring[0]
	d.m.MouseDown(&desktop.MouseEvent{})
	if d.window.Canvas().Focused() != d.m || ring.Visible() {
		t.Errorf("after a click: focused %v, ring %v", d.window.Canvas().Focused() == d.m, ring.Visible())
	}
	d.key(fyne.KeyLeft)
	if !ring.Visible() {
		t.Error("no ring after a key")
	}
	d.window.Canvas().Unfocus()
	if ring.Visible() {
		t.Error("the ring stays without focus")
	}
	d.window.Canvas().Focus(d.m)
	if !ring.Visible() {
		t.Error("no ring when the keyboard leads here")
	}
}

func TestHoverNamesAllUnderThePointer(t *testing.T) {
	d, _ := struck(t)
	var told [][]string
	d.m.OnHover = func(names []string) { told = append(told, names) }
	var at orb.Point
	d.m.OnPointer = func(p orb.Point) { at = p }

	on := d.where(orb.Point{30, 50})
	d.point(on)
	d.point(on.AddXY(1, 0))
	tip := d.m.parts.tip
	if got := tip.text(); !strings.HasPrefix(got, "Strike a\nStrike b\n") {
		t.Errorf("tip %q", got)
	}
	if d.m.Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not show that there is something to click")
	}
	if !near(at[0], 30, 0.1) || !near(at[1], 50, 0.1) || !strings.Contains(d.m.parts.readout.where.Text, "50") {
		t.Errorf("pointer at %v, read out %q", at, d.m.parts.readout.where.Text)
	}
	d.click(on)
	if got := tip.text(); !strings.Contains(got, "1 of 2") {
		t.Errorf("after a click: %q", got)
	}
	d.point(d.where(orb.Point{35, 48}))
	if got := tip.text(); got != "Strike c" {
		t.Errorf("tip %q", got)
	}
	d.m.MouseOut()
	if tip.object.Visible() || d.m.parts.readout.where.Text != "" {
		t.Error("the tip stays when the pointer has left")
	}
	if len(told) != 3 || len(told[0]) != 2 || told[2] != nil {
		t.Errorf("told %v", told)
	}
}

func TestTipStaysOnTheMap(t *testing.T) {
	d := newDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	for _, corner := range []fyne.Position{{X: 2, Y: 2}, {X: deskWidth - 2, Y: 2}, {X: 2, Y: deskHeight - 2}, {X: deskWidth - 2, Y: deskHeight - 2}} {
		at := d.m.at(corner).LonLat()
		many := &scene.Scene{}
		for i := range 9 {
			many.Marks = append(many.Marks, mark(fmt.Sprint(i), at[0], at[1]))
		}
		d.m.SetScene(many)
		d.settle()
		d.point(corner)
		tip := d.m.parts.tip
		if !strings.Contains(tip.text(), "and 3 more") {
			t.Errorf("tip %q", tip.text())
		}
		p, s := tip.object.Position(), tip.size()
		if p.X < 0 || p.Y < 0 || p.X+s.Width > deskWidth || p.Y+s.Height > deskHeight {
			t.Errorf("pointer at %v: tip at %v, size %v", corner, p, s)
		}
	}
}

func TestMenuKnowsPlaceAndMarks(t *testing.T) {
	d, selected := struck(t)
	var at orb.Point
	var pos fyne.Position
	var hits []render.Hit
	d.m.OnMenu = func(p orb.Point, on fyne.Position, h []render.Hit) { at, pos, hits = p, on, h }
	on := d.where(orb.Point{30, 50})
	d.m.TappedSecondary(&fyne.PointEvent{Position: on, AbsolutePosition: on.AddXY(100, 50)})
	if !near(at[0], 30, 0.05) || len(hits) != 2 || pos != on.AddXY(100, 50) {
		t.Errorf("menu at %v, %v, %d hits", at, pos, len(hits))
	}
	d.m.TypedRune('n')
	d.m.TypedRune('n')
	d.m.TypedRune('n')
	d.key(desktop.KeyMenu)
	if !near(at[0], 35, 0.05) || len(hits) != 1 || fmt.Sprint(*selected) != "[a b c]" {
		t.Errorf("menu at %v, %d hits, selected %v", at, len(hits), *selected)
	}
	d.key(fyne.KeyEscape)
	d.m.TypedRune('m')
	if middle := d.m.at(d.m.middle()).LonLat(); at != middle {
		t.Errorf("menu at %v, the middle is %v", at, middle)
	}
}

func TestKeysMoveAndZoom(t *testing.T) {
	d, _ := struck(t)
	start := d.m.View()
	d.key(fyne.KeyRight, fyne.KeyDown)
	if v := d.m.View(); v.Center.X <= start.Center.X || v.Center.Y <= start.Center.Y {
		t.Errorf("right and down lead from %v to %v", start.Center, v.Center)
	}
	d.key(fyne.KeyLeft, fyne.KeyUp)
	if v := d.m.View(); !near(v.Center.X, start.Center.X, 1e-9) || !near(v.Center.Y, start.Center.Y, 1e-9) {
		t.Errorf("and back to %v", v.Center)
	}
	d.m.TypedRune('+')
	d.m.TypedRune('+')
	d.m.TypedRune('-')
	if v := d.m.View(); !near(v.Scale, 2*start.Scale, 1e-6) {
		t.Errorf("enlarged %v times", v.Scale/start.Scale)
	}
	d.m.OnFit = func() orb.Bound { return orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}} }
	for _, fit := range []func(){func() { d.m.TypedRune('0') }, func() { d.m.TypedRune('f') }, func() { d.key(fyne.KeyHome) }} {
		d.m.Zoom(3)
		fit()
		if v := d.m.View(); v.Scale != start.Scale {
			t.Errorf("fitted to %v, want %v", v.Scale, start.Scale)
		}
	}
	d.m.OnFit = nil
	d.m.Fit()
	if w := d.m.View().Bound(); w.Max[0]-w.Min[0] < 300 {
		t.Errorf("without events %v is shown, not the world", w)
	}
}

func TestKeysGoThroughTheEvents(t *testing.T) {
	d, selected := struck(t)
	var opened string
	d.m.OnOpen = func(id scene.ID) { opened = id.Event }
	d.key(fyne.KeyReturn)
	if opened != "" {
		t.Error("nothing is selected, yet something is opened")
	}
	d.m.TypedRune('p') // from the end
	if b := d.m.View().Bound(); b.Min[0] > -20 || b.Max[0] < -20 {
		t.Errorf("the call's middle is not in sight: %v", b)
	}
	for range 5 {
		d.m.TypedRune('n')
	}
	d.key(fyne.KeyReturn, fyne.KeyEscape)
	if got := fmt.Sprint(*selected); got != "[call a b c wave call ]" || opened != "call" {
		t.Errorf("selected %v, opened %q", got, opened)
	}
}

func TestPick(t *testing.T) {
	d, selected := struck(t)
	type result struct {
		p  orb.Point
		ok bool
	}
	var got []result
	done := func(p orb.Point, ok bool) { got = append(got, result{p, ok}) }

	d.m.Pick(done)
	if !d.m.Picking() || d.m.Cursor() != desktop.CrosshairCursor || !d.m.parts.cross.object.Visible() || !d.m.focused {
		t.Error("it does not show that a place is being picked")
	}
	d.click(d.where(orb.Point{30, 50}))
	d.m.Pick(done)
	d.key(fyne.KeyRight, fyne.KeyEnter)
	d.m.Pick(done)
	d.key(fyne.KeyEscape)
	d.m.Pick(done)
	d.m.Pick(done)
	d.m.CancelPick()
	d.m.CancelPick()

	if len(got) != 5 || len(*selected) != 0 {
		t.Fatalf("picked %v, selected %v", got, *selected)
	}
	if !got[0].ok || !near(got[0].p[0], 30, 0.05) || !near(got[0].p[1], 50, 0.05) {
		t.Errorf("clicked %v", got[0])
	}
	if middle := d.m.at(d.m.middle()).LonLat(); !got[1].ok || got[1].p != middle {
		t.Errorf("Enter took %v, the middle is %v", got[1], middle)
	}
	if got[2].ok || got[3].ok || got[4].ok {
		t.Errorf("what was given up is taken: %v", got[2:])
	}
	if d.m.Picking() || d.m.parts.cross.object.Visible() || d.m.parts.hint.object.Visible() {
		t.Error("picking does not end")
	}
}

func TestRevealMovesNoMoreThanNeeded(t *testing.T) {
	d, _ := struck(t)
	start := d.m.View()
	d.m.Reveal(orb.Point{30, 48}.Bound())
	if d.m.View() != start {
		t.Error("what is in sight is moved")
	}
	d.m.Reveal(orb.Point{60, 48}.Bound())
	if b := d.m.View().Bound(); b.Max[0] < 60 || b.Max[0] > 65 || d.m.View().Scale != start.Scale {
		t.Errorf("moved to %v", b)
	}
	d.m.Reveal(orb.Bound{Min: orb.Point{170, -10}, Max: orb.Point{-170, 10}})
	if b := d.m.View().Bound(); b.Min[0] > 170 || b.Min[0] < 100 || b.Max[0] < -170 {
		t.Errorf("across the date line: %v", b)
	}
	d.m.Reveal(orb.Bound{Min: orb.Point{-60, -50}, Max: orb.Point{60, 70}})
	if b := d.m.View().Bound(); b.Min[0] > -60 || b.Max[0] < 60 {
		t.Errorf("what is too large is not fitted: %v", b)
	}
}

func TestButtonsZoomAndFit(t *testing.T) {
	d, _ := struck(t)
	start := d.m.View().Scale
	press := func(i int) {
		b, ok := d.m.parts.buttons.all[i].(fyne.Tappable)
		if !ok {
			t.Fatalf("button %d cannot be pressed", i)
		}
		b.Tapped(&fyne.PointEvent{})
	}
	press(0)
	if got := d.m.View().Scale / start; !near(got, 2, 1e-9) {
		t.Errorf("zoom in: %v", got)
	}
	press(1)
	if got := d.m.View().Scale / start; !near(got, 1, 1e-9) {
		t.Errorf("zoom out: %v", got)
	}
	for _, o := range d.m.parts.buttons.all {
		if _, ok := o.(fyne.Focusable); !ok {
			t.Error("a button is out of the keyboard's reach")
		}
	}
}

func TestFittingOneEventKeepsItsSurroundingsInSight(t *testing.T) {
	d := newDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{36.2, 49.9}, Max: orb.Point{36.3, 50.0}})
	v := d.m.View()
	across := v.MetresPerPixel(float64(v.Height)/2) * float64(min(v.Width, v.Height))
	if across < 299e3 || across > 320e3 {
		t.Errorf("%.0f km of ground across the map, want about 300", across/1000)
	}
	if c := v.Center.LonLat(); math.Abs(c[0]-36.25) > 0.01 || math.Abs(c[1]-49.95) > 0.01 {
		t.Errorf("the map's middle is %v", c)
	}
}

func TestKeysTheMapHasNoUseForGoToTheWindow(t *testing.T) {
	d := newDesk(t)
	var passed []fyne.KeyName
	c := fyne.CurrentApp().Driver().CanvasForObject(d.m)
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { passed = append(passed, e.Name) })
	for _, k := range []fyne.KeyName{fyne.KeyF6, fyne.KeyLeft, fyne.KeyDelete} {
		d.m.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if len(passed) != 2 || passed[0] != fyne.KeyF6 || passed[1] != fyne.KeyDelete {
		t.Errorf("the window was given %v", passed)
	}
}
