package mapview

import (
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// ticking is a desk over Europe whose clock the test turns.
func ticking(t *testing.T) (*desk, *time.Time) {
	d := newDesk(t)
	now := time.Unix(1000, 0)
	d.m.now = func() time.Time { return now }
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.settle()
	return d, &now
}

// clickAt clicks a place, unhurried.
func (d *desk) clickAt(now *time.Time, p orb.Point) {
	*now = now.Add(time.Second)
	d.point(d.where(p))
	d.click(d.where(p))
}

func TestDistanceIsMeasuredAlongAGeodesic(t *testing.T) {
	d, now := ticking(t)
	copied := ""
	d.m.OnCopy = func(text, _ string) { copied = text }
	selected := 0
	d.m.OnSelect = func(scene.ID) { selected++ }
	d.m.Use(DistanceTool)
	if got := d.m.parts.bar.text(); !strings.Contains(got, "first point") {
		t.Errorf("the bar says %q", got)
	}
	kyiv, kharkiv := orb.Point{30.5238, 50.4547}, orb.Point{36.2304, 49.9935}
	d.clickAt(now, kyiv)
	d.point(d.where(kharkiv))
	if got := d.m.parts.bar.text(); !strings.HasPrefix(got, "Distance 41") {
		t.Errorf("before the second click the bar says %q", got)
	}
	if got := d.m.parts.tip.text(); !strings.Contains(got, " km  09") {
		t.Errorf("beside the pointer stands %q", got)
	}
	d.clickAt(now, kharkiv)
	d.clickAt(now, orb.Point{30.7326, 46.4775})
	d.key(fyne.KeyBackspace)
	d.clickAt(now, orb.Point{24, 46})
	d.click(d.where(orb.Point{24, 46})) // twice at once ends
	d.point(d.where(orb.Point{20, 53}))
	points := d.m.Measured()
	if len(points) != 3 || !d.m.tool.done {
		t.Fatalf("measured %v, done %v", points, d.m.tool.done)
	}
	want, _ := geo.Inverse(points[0], points[1])
	more, _ := geo.Inverse(points[1], points[2])
	if got := d.m.parts.bar.text(); !strings.HasPrefix(got, "Distance 1,4") || !strings.Contains(got, "Last leg 1,0") {
		t.Errorf("%f and %f m: the bar says %q", want, more, got)
	}
	d.m.TypedShortcut(&fyne.ShortcutCopy{})
	if !strings.Contains(copied, "Leg 2\t") || strings.Contains(copied, "Leg 3") {
		t.Errorf("copied %q", copied)
	}
	d.clickAt(now, kyiv) // begins another
	if len(d.m.Measured()) != 1 {
		t.Errorf("a click after the end leads to %v", d.m.Measured())
	}
	if selected != 0 {
		t.Error("the clicks selected something too")
	}
	d.key(fyne.KeyEscape)
	if d.m.Tool() != NoTool || d.m.parts.bar.object.Visible() || len(visibleLines(d.m)) > 0 {
		t.Error("Escape leaves something of the tool behind")
	}
}

func visibleLines(m *MapView) []*canvas.Line {
	var out []*canvas.Line
	for _, o := range m.parts.sketch.body.Objects {
		if o.Visible() {
			out = append(out, o.(*canvas.Line))
		}
	}
	return out
}

func TestAreaIsMeasuredAndCrossedSidesAreSaid(t *testing.T) {
	d, now := ticking(t)
	d.m.Use(AreaTool)
	for _, p := range []orb.Point{{25, 47}, {35, 47}, {35, 51}} {
		d.clickAt(now, p)
	}
	d.key(fyne.KeyReturn)
	area, _ := geo.Area(d.m.Measured())
	if got := d.m.parts.bar.text(); !strings.HasPrefix(got, "Area 16") || !strings.Contains(got, "Perimeter 2,") {
		t.Errorf("%f m²: the bar says %q", area, got)
	}
	d.m.Use(AreaTool)
	for _, p := range []orb.Point{{25, 47}, {35, 51}, {35, 47}, {25, 51}} {
		d.clickAt(now, p)
	}
	if got := d.m.parts.bar.text(); !strings.Contains(got, "sides cross") {
		t.Errorf("the bar says %q", got)
	}
}

// All by keyboard: arrows move the map beneath the cross, Space sets, Enter ends.
func TestToolsWorkByKeyboard(t *testing.T) {
	d, _ := ticking(t)
	d.m.TypedRune('d')
	d.m.MouseOut()
	d.key(fyne.KeySpace)
	if !d.m.parts.cross.object.Visible() {
		t.Fatal("no cross shows where Space sets a point")
	}
	if len(d.m.Measured()) == 0 {
		d.key(fyne.KeySpace)
	}
	middle := d.m.at(d.m.middle()).LonLat()
	d.key(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn)
	got := d.m.Measured()
	if len(got) != 3 || got[0] != middle || !(got[1][0] > got[0][0]) || !(got[2][1] < got[1][1]) || !d.m.tool.done {
		t.Fatalf("measured %v", got)
	}
	d.point(fyne.NewPos(400, 300))
	if d.m.parts.cross.object.Visible() {
		t.Error("the cross stays though the mouse is used")
	}
}

func TestRingsFollowTheBar(t *testing.T) {
	d, now := ticking(t)
	type call struct {
		n     int
		again bool
	}
	var calls []call
	d.m.OnRings = func(_ orb.Point, radii []scene.Radius, again bool) { calls = append(calls, call{len(radii), again}) }
	d.m.Use(RingsTool)
	d.m.SetRadii("50, 100 km")
	d.clickAt(now, orb.Point{30, 50})
	d.m.SetRadii("50, 100, 150 km")
	d.m.SetRadii("50, 100, x km")
	if got := d.m.parts.bar.text(); !strings.Contains(got, "“x” is not a radius") && !strings.Contains(got, "xkm") {
		t.Errorf("the bar says %q", got)
	}
	d.m.SetRadii("10 km")
	want := []call{{2, false}, {3, true}, {1, true}}
	if len(calls) != 3 || calls[0] != want[0] || calls[1] != want[1] || calls[2] != want[2] {
		t.Errorf("asked for %v, want %v", calls, want)
	}
	d.m.SetRings([]scene.Rings{{At: orb.Point{30, 50}, Radii: []scene.Radius{{Metres: 1e4, Label: "10 km"}}}})
	d.settle()
	drawn := d.pencil.drawn()
	if got := drawn[len(drawn)-1].Scene.Rings; len(got) != 1 {
		t.Errorf("drawn with %v", got)
	}
}

func (d *desk) drag(mod fyne.KeyModifier, from, to fyne.Position) {
	d.m.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Modifier: mod, Button: desktop.MouseButtonPrimary})
	mid := fyne.NewPos((from.X+to.X)/2, (from.Y+to.Y)/2)
	d.m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: mid}, Dragged: fyne.Delta{DX: mid.X - from.X, DY: mid.Y - from.Y}})
	d.m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.Delta{DX: to.X - mid.X, DY: to.Y - mid.Y}})
	d.m.DragEnd()
}

func TestABoxIsZoomedToWithShiftAndSelectedWithControl(t *testing.T) {
	d, _ := ticking(t)
	var boxes []orb.Bound
	d.m.OnBox = func(b orb.Bound) { boxes = append(boxes, b) }
	before := d.m.View()
	a, b := orb.Point{26, 46}, orb.Point{34, 51}
	d.drag(fyne.KeyModifierControl, d.where(a), d.where(b))
	if len(boxes) != 1 || !near(boxes[0].Min[0], 26, 0.1) || !near(boxes[0].Min[1], 46, 0.1) || !near(boxes[0].Max[0], 34, 0.1) || !near(boxes[0].Max[1], 51, 0.1) {
		t.Errorf("selected %v", boxes)
	}
	if d.m.View() != before {
		t.Error("selecting moved the map")
	}
	d.drag(fyne.KeyModifierShift, d.where(b), d.where(a))
	shown := d.m.View().Bound()
	if !(shown.Min[0] <= 26.1 && shown.Max[0] >= 33.9 && shown.Min[1] <= 46.1 && shown.Max[1] >= 50.9) || d.m.View().Scale < 1.3*before.Scale {
		t.Errorf("zoomed to %v at %v from %v", shown, d.m.View().Scale, before.Scale)
	}
	if !d.m.Back() || !same(d.m.View(), before) {
		t.Error("one cannot go back from a box")
	}
	d.drag(0, fyne.NewPos(300, 300), fyne.NewPos(400, 300))
	if len(boxes) != 1 || d.m.View() == before {
		t.Error("a plain drag does not move the map")
	}
	d.drag(fyne.KeyModifierShift, fyne.NewPos(300, 300), fyne.NewPos(302, 301))
	if d.m.parts.sketch.rect.Visible() {
		t.Error("the box stays")
	}
}

func TestABoxAcrossTheDateLine(t *testing.T) {
	d := newDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{165, 50}, Max: orb.Point{-165, 65}})
	d.settle()
	var box orb.Bound
	d.m.OnBox = func(b orb.Bound) { box = b }
	d.m.Use(BoxTool)
	d.drag(0, d.where(orb.Point{170, 62}), d.where(orb.Point{-170, 54}))
	if !near(box.Min[0], 170, 0.2) || !near(box.Max[0], -170, 0.2) || !near(box.Min[1], 54, 0.2) || !near(box.Max[1], 62, 0.2) {
		t.Errorf("selected %v", box)
	}
	if d.m.Tool() != NoTool {
		t.Error("the tool stays though its box was drawn")
	}
}

func TestALineOverThePoleStaysOnItsWorld(t *testing.T) {
	d := newDesk(t)
	d.m.view = geo.View{Center: geo.Project(orb.Point{0, 44.5}), Scale: 512, Width: deskWidth, Height: deskHeight}
	line := geodesicPixels(d.m, orb.Point{180, 1}, orb.Point{2.842170943040401e-14, 44.5})
	for i := 1; i < len(line); i++ {
		if math.Abs(line[i][0]-line[i-1][0]) > 257 {
			t.Errorf("the line jumps from %v to %v", line[i-1], line[i])
		}
	}
}

// A line is drawn within a third of a pixel of the true geodesic, at any scale, and
// never jumps.
func TestDrawnLinesKeepToTheGeodesic(t *testing.T) {
	d := newDesk(t)
	rapid.Check(t, func(t *rapid.T) {
		a := orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon1"), rapid.Float64Range(-75, 75).Draw(t, "lat1")}
		b := orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon2"), rapid.Float64Range(-75, 75).Draw(t, "lat2")}
		metres, bearing := geo.Inverse(a, b)
		if metres > 15e6 || metres < 1 {
			t.Skip()
		}
		at, _ := geo.Direct(a, metres*rapid.Float64Range(0, 1).Draw(t, "along"), bearing)
		if math.Abs(at[1]) > 80 {
			t.Skip()
		}
		scale := math.Exp2(rapid.Float64Range(9, 24).Draw(t, "scale"))
		d.m.view = geo.View{Center: geo.Project(at), Scale: scale, Width: deskWidth, Height: deskHeight}.Resize(deskWidth, deskHeight)
		line := geodesicPixels(d.m, a, b)
		x, y := d.m.pixel(geo.Project(at))
		best := math.Inf(1)
		for i := 1; i < len(line); i++ {
			for k := -2.0; k <= 2; k++ {
				dx := k * scale
				best = math.Min(best, fromSegment(x, y, line[i-1][0]+dx, line[i-1][1], line[i][0]+dx, line[i][1]))
			}
			if math.Abs(line[i][0]-line[i-1][0]) > scale/2+1 {
				t.Fatalf("the line jumps from %v to %v", line[i-1], line[i])
			}
		}
		if best > 1 {
			t.Fatalf("the line from %v to %v passes %v at %.1f pixels", a, b, at, best)
		}
	})
}

func fromSegment(x, y, ax, ay, bx, by float64) float64 {
	dx, dy := bx-ax, by-ay
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = math.Max(0, math.Min(1, ((x-ax)*dx+(y-ay)*dy)/l))
	}
	return math.Hypot(x-ax-t*dx, y-ay-t*dy)
}

// Across the date line the line is drawn in one go, and again on each world that
// the view repeats.
func TestTheLineIsDrawnOnEachWorld(t *testing.T) {
	d := newDesk(t)
	d.m.SetView(geo.View{Center: geo.World{X: 0, Y: 0.35}, Scale: 256})
	d.settle()
	d.m.Use(DistanceTool)
	d.m.toolSet(geo.Project(orb.Point{170, 50}))
	d.m.toolSet(geo.Project(orb.Point{-170, 50}))
	d.m.toolEnd()
	lines := visibleLines(d.m)
	worlds := map[int]bool{}
	for _, l := range lines {
		if w := math.Abs(float64(l.Position2.X - l.Position1.X)); w > 20 {
			t.Errorf("a piece of %v pixels", w)
		}
		worlds[int(math.Round(float64(l.Position1.X-400)/256))] = true
	}
	if len(worlds) < 3 {
		t.Errorf("drawn on the worlds %v", worlds)
	}
}

func TestClickOnThePositionAsksForAnotherNotation(t *testing.T) {
	d, _ := ticking(t)
	asked := 0
	d.m.OnReadout = func() { asked++ }
	d.point(fyne.NewPos(400, 300))
	r := d.m.parts.readout
	on := r.object.Position().Add(r.where.Position()).AddXY(4, 4)
	d.point(on)
	d.click(on)
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}
