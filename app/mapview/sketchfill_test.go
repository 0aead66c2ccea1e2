package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"
)

func TestTheMeasuredAreaIsShaded(t *testing.T) {
	d, now := ticking(t)
	d.m.Use(AreaTool)
	d.clickAt(now, orb.Point{25, 47})
	d.clickAt(now, orb.Point{35, 47})
	if d.m.parts.sketch.shaded != 0 {
		t.Error("two points are shaded")
	}
	d.clickAt(now, orb.Point{35, 51})
	d.key(fyne.KeyReturn)
	if d.m.parts.sketch.shaded < 3 {
		t.Errorf("%d lines shade the area", d.m.parts.sketch.shaded)
	}
	d.key(fyne.KeyEscape)
	if d.m.parts.sketch.shaded != 0 {
		t.Error("the shading stays behind")
	}
}

func TestShadesKeepWithinTheOutline(t *testing.T) {
	// A U: two lines at each height above its floor.
	u := [][2]float64{{10, 10}, {20, 10}, {20, 80}, {80, 80}, {80, 10}, {90, 10}, {90, 90}, {10, 90}}
	got := shades(u, 85, 100, 10)
	if len(got) == 0 {
		t.Fatal("nothing is shaded")
	}
	for _, k := range got {
		inside := k[2] > 80 && k[0] == 10 && k[1] == 85 || k[0] == 10 && k[1] == 20 || k[0] == 80 && k[1] == 85
		if !inside {
			t.Errorf("from %v to %v at %v", k[0], k[1], k[2])
		}
	}
	if shades(nil, 100, 100, 10) != nil {
		t.Error("nothing is shaded")
	}
}
