package mapview

import (
	"errors"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

func TestFirstPictureIsCoarseThenFine(t *testing.T) {
	d := newDesk(t)
	reqs := d.pencil.drawn()
	if len(reqs) < 2 || !reqs[0].FastLevel || reqs[len(reqs)-1].FastLevel {
		t.Fatalf("drawn: %+v", reqs)
	}
	before := len(reqs)
	d.m.SetTheme(render.Dark)
	d.settle()
	reqs = d.pencil.drawn()
	if len(reqs) != before+1 || reqs[before].FastLevel || reqs[before].Theme != render.Dark {
		t.Errorf("a level that is decoded is drawn %d times: %+v", len(reqs)-before, reqs[before:])
	}
}

func TestPictureLiesAroundTheMapWithAMargin(t *testing.T) {
	d := newDesk(t)
	img := d.m.parts.image
	if img.Position() != fyne.NewPos(-margin, -margin) || img.Size() != fyne.NewSize(deskWidth+2*margin, deskHeight+2*margin) {
		t.Errorf("picture at %v, size %v", img.Position(), img.Size())
	}
	req := d.pencil.drawn()[len(d.pencil.drawn())-1]
	if req.View.Width != deskWidth+2*margin || req.PixelRatio != 1 || req.POV != "un" {
		t.Errorf("request: %+v", req)
	}
	if d.m.parts.ground.Visible() {
		t.Error("a second full layer is shown beneath a picture that reaches everywhere")
	}
}

func TestPanMovesThePictureAndDrawsOnlyWhenTheMarginIsUsed(t *testing.T) {
	d := newDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.settle()
	before := len(d.pencil.drawn())
	shown := d.m.parts.image.Image
	for range 10 {
		d.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-15, 4)})
	}
	d.m.DragEnd()
	d.settle()
	if len(d.pencil.drawn()) != before {
		t.Errorf("a short drag has %d pictures drawn", len(d.pencil.drawn())-before)
	}
	if got, want := d.m.parts.image.Position(), fyne.NewPos(-margin-150, -margin+40); got != want {
		t.Errorf("picture at %v, want %v", got, want)
	}
	if d.m.parts.image.Image != shown {
		t.Error("the picture was changed")
	}
	d.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-60, 0)})
	d.settle()
	if len(d.pencil.drawn()) != before+1 || d.m.parts.image.Position() != fyne.NewPos(-margin, -margin) {
		t.Errorf("%d pictures drawn, now at %v", len(d.pencil.drawn())-before, d.m.parts.image.Position())
	}
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	d := newDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.settle()
	pos := fyne.NewPos(600, 150)
	before, scale := d.m.at(pos), d.m.view.Scale
	d.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: pos}, Scrolled: fyne.NewDelta(0, notch)})
	if after := d.m.at(pos); !near(after.X, before.X, 1e-9) || !near(after.Y, before.Y, 1e-9) || !near(d.m.view.Scale/scale, 2, 1e-9) {
		t.Errorf("under the pointer %v, was %v; enlarged %v times", after, before, d.m.view.Scale/scale)
	}
	img := d.m.parts.image
	if want := fyne.NewSize(2*(deskWidth+2*margin), 2*(deskHeight+2*margin)); img.Size() != want {
		t.Errorf("the present picture is not enlarged at once: %v, want %v", img.Size(), want)
	}
	d.settle()
	if want := fyne.NewSize(deskWidth+2*margin, deskHeight+2*margin); img.Size() != want {
		t.Errorf("the crisp picture has size %v", img.Size())
	}
	d.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: pos}, Scrolled: fyne.NewDelta(0, -1e6)})
	if r := d.m.view.Scale / scale; r < 0.49 {
		t.Errorf("one turn of the wheel leaps to %v of the scale", r/2)
	}
	if !d.m.parts.ground.Visible() {
		t.Error("nothing is beneath a picture that has become too small")
	}
	d.settle()
	if d.m.parts.ground.Visible() {
		t.Error("the ground stays beneath the whole picture")
	}
}

// Wherever the map is moved, the picture that is shown lies under the view so that
// each place is where the view says, for drawing and for clicking.
func TestPictureFollowsTheView(t *testing.T) {
	d := newDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.settle()
	rapid.Check(t, func(t *rapid.T) {
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			switch rapid.IntRange(0, 2).Draw(t, "what") {
			case 0:
				d.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(
					float32(rapid.IntRange(-400, 400).Draw(t, "dx")), float32(rapid.IntRange(-300, 300).Draw(t, "dy")))})
				d.m.DragEnd()
			case 1:
				d.m.Scrolled(&fyne.ScrollEvent{
					PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(rapid.IntRange(0, 799).Draw(t, "x")), 300)},
					Scrolled:   fyne.NewDelta(0, float32(rapid.IntRange(-60, 60).Draw(t, "wheel"))),
				})
			case 2:
				d.settle()
			}
			x, y, _, _, enlarged := d.m.lies(d.m.pic.req.View)
			w := d.m.view.FromPixel(deskWidth/2, deskHeight/2)
			px, py := d.m.pic.req.View.ToPixel(w)
			if gx, gy := x+px*enlarged, y+py*enlarged; math.Hypot(gx-deskWidth/2, gy-deskHeight/2) > 1 {
				t.Fatalf("the middle lies at %v, %v in the picture that is shown", gx, gy)
			}
		}
	})
}

func TestViewAskedForBeforeThereIsASize(t *testing.T) {
	d := bareDesk(t)
	d.m.SetView(geo.View{Center: geo.World{X: 0.6, Y: 0.35}, Scale: 5000})
	d.open()
	d.settle()
	if v := d.m.View(); v.Scale != 5000 || v.Center.X != 0.6 || v.Width != deskWidth {
		t.Errorf("view %+v", v)
	}

	d = bareDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.open()
	d.settle()
	b := d.m.View().Bound()
	if b.Min[0] > 20 || b.Max[0] < 40 || b.Min[1] > 44 || b.Max[1] < 53 || b.Max[0] > 80 {
		t.Errorf("fitted to %v", b)
	}
}

func TestResizeKeepsTheMiddle(t *testing.T) {
	d := newDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.settle()
	d.m.Zoom(1.5)
	before := d.m.View()
	told := 0
	d.m.OnView = func(geo.View) { told++ }
	d.window.Resize(fyne.NewSize(1000, 500))
	d.settle()
	after := d.m.View()
	if after.Center != before.Center || after.Scale != before.Scale || after.Width != 1000 || after.Height != 500 || told == 0 {
		t.Errorf("before %+v, after %+v, told %d times", before, after, told)
	}
	if got := d.m.parts.image.Size(); got != fyne.NewSize(1000+2*margin, 500+2*margin) {
		t.Errorf("picture of %v", got)
	}

	d.m.FitTo(orb.Bound{Min: orb.Point{-20, 44}, Max: orb.Point{40, 53}})
	d.window.Resize(fyne.NewSize(400, 500))
	if b := d.m.View().Bound(); b.Min[0] > -20 || b.Max[0] < 40 {
		t.Errorf("what was fitted is cut off: %v", b)
	}
}

func TestFinerScreenHasMorePixels(t *testing.T) {
	d := newDesk(t)
	d.m.FitTo(orb.Bound{Min: orb.Point{20, 44}, Max: orb.Point{40, 53}})
	d.m.Zoom(1.5)
	d.settle()
	before := d.m.View()
	c, ok := d.window.Canvas().(software.WindowlessCanvas)
	if !ok {
		t.Fatal("the test's canvas has no scale to be set")
	}
	c.SetScale(2)
	d.m.Refresh()
	d.settle()
	v := d.m.View()
	if v.Width != 2*before.Width || !near(v.Scale, 2*before.Scale, 1e-6) || v.Center != before.Center {
		t.Errorf("before %+v, after %+v", before, v)
	}
	reqs := d.pencil.drawn()
	if r := reqs[len(reqs)-1]; r.PixelRatio != 2 || r.View.Width != 2*deskWidth+2*margin {
		t.Errorf("drawn: %+v", r)
	}
	if got := d.m.parts.image.Size(); got != fyne.NewSize(deskWidth+margin, deskHeight+margin) {
		t.Errorf("picture of %v", got)
	}
}

func TestSceneAndPointOfViewAreDrawnAnew(t *testing.T) {
	d := newDesk(t)
	before := len(d.pencil.drawn())
	s := &scene.Scene{Marks: []scene.Mark{mark("a", 30, 50)}}
	d.m.SetScene(s)
	d.m.SetScene(s)
	d.settle()
	d.m.SetPOV("other")
	d.settle()
	reqs := d.pencil.drawn()[before:]
	if len(reqs) < 2 || reqs[0].Scene != s || reqs[len(reqs)-1].POV != "other" {
		t.Errorf("drawn: %+v", reqs)
	}
}

func TestThreeBuffersDo(t *testing.T) {
	d := newDesk(t)
	for i := range 20 {
		d.m.SetScene(&scene.Scene{Marks: []scene.Mark{mark("a", float64(i), 50)}})
		if i%3 == 0 {
			d.settle()
		}
	}
	d.settle()
	d.pencil.mu.Lock()
	defer d.pencil.mu.Unlock()
	n := 0
	for img := range d.pencil.bufs {
		if img.Rect.Dx() == deskWidth+2*margin && img.Rect.Dy() == deskHeight+2*margin {
			n++
		}
	}
	if n > 3 {
		t.Errorf("%d buffers were used", n)
	}
}

func TestFailureIsToldAndForgotten(t *testing.T) {
	d := newDesk(t)
	d.m.SetNotice("No events yet")
	d.pencil.mu.Lock()
	d.pencil.fail = errors.New("the base map cannot be read")
	d.pencil.mu.Unlock()
	d.m.SetTheme(render.Dark)
	d.settle()
	if got := d.m.parts.notice.text(); !strings.Contains(got, "base map cannot be read") {
		t.Errorf("notice %q", got)
	}
	d.pencil.mu.Lock()
	d.pencil.fail = nil
	d.pencil.mu.Unlock()
	d.m.SetTheme(render.Light)
	d.settle()
	if got := d.m.parts.notice.text(); got != "No events yet" {
		t.Errorf("notice %q", got)
	}
	d.m.SetNotice("")
	if d.m.parts.notice.object.Visible() {
		t.Error("an empty notice is shown")
	}
}

func TestFramesAreRecorded(t *testing.T) {
	d := newDesk(t)
	var work []string
	d.m.OnFrame = func(r FrameRecord) {
		if r.Took < 0 || r.At.IsZero() {
			t.Errorf("record %+v", r)
		}
		work = append(work, r.Work)
		if r.Work == "show" && !r.Crisp {
			t.Error("the picture just drawn is not crisp")
		}
	}
	d.m.Zoom(2)
	d.settle()
	d.point(fyne.NewPos(10, 10))
	got := strings.Join(work, " ")
	if !strings.HasPrefix(got, "zoom show") || !strings.HasSuffix(got, "hover") {
		t.Errorf("recorded: %s", got)
	}
}
