package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
)

type droppedPin struct {
	id string
	at orb.Point
}

// pinned is a map with two pins, and what is told of those that are moved.
func pinned(t *testing.T) (*desk, *[]droppedPin) {
	d, _ := struck(t)
	var moved []droppedPin
	d.m.OnPin = func(id string, at orb.Point) { moved = append(moved, droppedPin{id, at}) }
	d.m.SetPins([]Pin{{ID: "p", Name: "Kyiv, target", At: orb.Point{30, 50}, RadiusM: 60_000, InHand: true}, {ID: "q", At: orb.Point{35, 48}}})
	return d, &moved
}

func closeTo(a, b orb.Point) bool { return near(a[0], b[0], 0.05) && near(a[1], b[1], 0.05) }

// A pin is dragged by its head or its foot, and the map stays; beside it the map is
// dragged.
func TestAPinIsDragged(t *testing.T) {
	d, moved := pinned(t)
	before := d.m.View()
	from, to := d.where(orb.Point{30, 50}), d.where(orb.Point{27, 47})
	d.drag(0, from.SubtractXY(0, pinStem), to.SubtractXY(0, pinStem))
	d.drag(0, d.where(orb.Point{35, 48}), d.where(orb.Point{36, 49}))
	if len(*moved) != 2 || (*moved)[0].id != "p" || !closeTo((*moved)[0].at, orb.Point{27, 47}) ||
		(*moved)[1].id != "q" || !closeTo((*moved)[1].at, orb.Point{36, 49}) {
		t.Fatalf("told %v", *moved)
	}
	if d.m.View() != before {
		t.Error("the map was dragged along")
	}
	d.drag(0, from.AddXY(60, 60), to)
	if len(*moved) != 2 || d.m.View() == before {
		t.Errorf("dragging beside the pins tells %v and moves the map: %v", *moved, d.m.View() != before)
	}
}

// A press without a drag leaves a pin alone, and it follows what it is set to next.
func TestAPinPressedStays(t *testing.T) {
	d, moved := pinned(t)
	at := d.where(orb.Point{30, 50})
	d.m.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	d.m.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	d.m.SetPins([]Pin{{ID: "p", At: orb.Point{33, 46}}})
	if len(*moved) != 0 || d.m.pinAt(d.where(orb.Point{33, 46})) == nil || d.m.pinAt(at) != nil {
		t.Errorf("told %v; it stands at %v", *moved, d.m.pinPlace(&d.m.pins[0]).LonLat())
	}
}

// While its place is picked the arrows move the pin, not the map; Enter sets it there and
// Escape leaves it where it was.
func TestAPinIsMovedByKeys(t *testing.T) {
	d, _ := pinned(t)
	var got []orb.Point
	var oks []bool
	done := func(p orb.Point, ok bool) { got, oks = append(got, p), append(oks, ok) }
	before := d.m.View()
	d.m.PickPin("p", done)
	d.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyUp, fyne.KeyReturn)
	from := d.where(orb.Point{30, 50})
	want := d.m.at(from.AddXY(2*pinStep, -pinStep)).LonLat()
	if len(got) != 1 || !oks[0] || !closeTo(got[0], want) || d.m.View() != before {
		t.Fatalf("set at %v, %v; want %v", got, oks, want)
	}
	d.m.PickPin("p", done)
	d.key(fyne.KeyDown, fyne.KeyEscape)
	if oks[1] || !closeTo(d.m.pinPlace(&d.m.pins[0]).LonLat(), orb.Point{30, 50}) || d.m.Picking() {
		t.Errorf("given up it is %v, at %v", oks, d.m.pinPlace(&d.m.pins[0]).LonLat())
	}
	d.m.PickPin("p", done)
	d.drag(0, from, d.where(orb.Point{25, 46}))
	if len(got) != 3 || !oks[2] || !closeTo(got[2], orb.Point{25, 46}) || d.m.Picking() {
		t.Errorf("dragged while picking: %v, %v", got, oks)
	}
}

// A pin out of sight comes into sight when its place is picked, and stays there while it
// is moved.
func TestAPickedPinIsInSight(t *testing.T) {
	d, _ := pinned(t)
	d.m.SetPins([]Pin{{ID: "p", At: orb.Point{-100, 40}}})
	d.m.PickPin("p", func(orb.Point, bool) {})
	for range 80 {
		d.key(fyne.KeyLeft)
	}
	foot, size := d.m.foot(d.m.hold.at), d.m.Size()
	if foot.X < 0 || foot.Y < 0 || foot.X > size.Width || foot.Y > size.Height || d.m.hold.at.LonLat()[0] > -101 {
		t.Errorf("the pin is at %v, %v", foot, d.m.hold.at.LonLat())
	}
}

// Each pin is drawn, with its circle where one can be seen.
func TestPinsAreDrawn(t *testing.T) {
	d, _ := pinned(t)
	s := d.m.parts.sketch
	thin := 0
	for _, k := range s.strokes {
		if k.thin {
			thin++
		}
	}
	if stems := len(s.strokes) - thin; stems != 2 || thin < 60 || s.discs < 6 {
		t.Errorf("%d stems, %d pieces of circles, %d discs", stems, thin, s.discs)
	}
	y := d.where(orb.Point{30, 50}).Y
	reach := float32(60_000 / d.m.view.MetresPerPixel(float64(y)))
	far := d.m.foot(geo.Project(orb.Point{30, 50}))
	for _, k := range s.strokes {
		if k.thin && (distance(fyne.NewPos(k.ax, k.ay), far) > reach*1.05 || distance(fyne.NewPos(k.ax, k.ay), far) < reach*0.95) {
			t.Fatalf("the circle reaches to %v,%v", k.ax, k.ay)
		}
	}
	d.m.SetPins(nil)
	if len(s.strokes) != 0 || s.discs != 0 {
		t.Error("they stay when there are none")
	}
}
