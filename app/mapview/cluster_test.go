package mapview

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

func TestAClickTakesClustersApart(t *testing.T) {
	d := newDesk(t)
	d.m.SetScene(&scene.Scene{Points: &scene.Points{Mark: func(int) scene.Mark { return scene.Mark{} }}})
	d.settle()
	before := d.m.View()
	b := orb.Bound{Min: orb.Point{20, 40}, Max: orb.Point{30, 50}}
	d.m.enterCluster(render.Hit{Count: 9, Bound: b})
	d.settle()
	v := d.m.View()
	if v.Scale < 2*before.Scale || !within(v, b) {
		t.Errorf("the view went from scale %v to %v and shows %v", before.Scale, v.Scale, v.Bound())
	}

	same := orb.Bound{Min: orb.Point{25, 45}, Max: orb.Point{25, 45}}
	d.m.enterCluster(render.Hit{Count: 9, Bound: same, Fan: true})
	d.settle()
	reqs := d.pencil.drawn()
	if open := reqs[len(reqs)-1].Scene.Points.Open; open == nil || *open != same || d.m.View() != v {
		t.Errorf("open is %v", open)
	}
	d.m.fanOut(nil)
	d.settle()
	reqs = d.pencil.drawn()
	if open := reqs[len(reqs)-1].Scene.Points.Open; open != nil {
		t.Errorf("still open is %v", open)
	}
}

func within(v geo.View, b orb.Bound) bool {
	for _, p := range []orb.Point{b.Min, b.Max} {
		if x, y := v.ToPixel(geo.Project(p)); x < 0 || y < 0 || x > float64(v.Width) || y > float64(v.Height) {
			return false
		}
	}
	return true
}

func TestDrawersAreToldWhatIsVisible(t *testing.T) {
	d := newDesk(t)
	reqs := d.pencil.drawn()
	r := reqs[len(reqs)-1]
	if want := image.Rect(margin, margin, r.View.Width-margin, r.View.Height-margin); r.Visible != want {
		t.Errorf("visible is %v, want %v", r.Visible, want)
	}
}

func TestAStackStaysOpenWhileItsMembersAreSelected(t *testing.T) {
	d := newDesk(t)
	at := orb.Bound{Min: orb.Point{30.5, 50.4}, Max: orb.Point{30.5, 50.4}}
	d.m.SetScene(&scene.Scene{Marks: []scene.Mark{{ID: scene.ID{Event: "a"}, At: at.Min}}})
	open := func() *orb.Bound {
		d.settle()
		reqs := d.pencil.drawn()
		return reqs[len(reqs)-1].Scene.Open
	}
	d.m.enterCluster(render.Hit{Count: 9, Bound: at, Fan: true})
	if got := open(); got == nil || *got != at {
		t.Fatalf("open is %v", got)
	}
	d.m.SetScene(&scene.Scene{Marks: []scene.Mark{{ID: scene.ID{Event: "a"}, At: at.Min, Selected: true}}})
	if got := open(); got == nil {
		t.Error("a selection closes the stack")
	}
	// Escape first folds it, then lets go of the event.
	d.m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := open(); got != nil || d.m.selected.Event != "a" {
		t.Errorf("after Escape open is %v, selected %v", got, d.m.selected)
	}
}
