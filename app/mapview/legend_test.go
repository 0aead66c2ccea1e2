package mapview

import (
	"context"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/mapdata/scene"
)

// explainer is a pencil whose pictures bring a legend: the names of the marks in sight.
type explainer struct{ pencil }

type explained struct {
	marks
	legend *render.Legend
}

func (e explained) Legend() *render.Legend { return e.legend }

func (e *explainer) Draw(ctx context.Context, dst *image.RGBA, req render.Request) (Hits, error) {
	h, err := e.pencil.Draw(ctx, dst, req)
	out := explained{marks: h.(marks)}
	if req.Legend != nil {
		var names []string
		for _, m := range req.Scene.Marks {
			x, y := req.View.ToPixel(geo.Project(m.At))
			if (image.Point{int(x), int(y)}).In(req.Visible) {
				names = append(names, m.ID.Event)
			}
		}
		if len(names) > 0 {
			out.legend = &render.Legend{Image: image.NewRGBA(image.Rect(0, 0, 100, 20*len(names))), Texts: names}
		}
	}
	return out, err
}

// explainedDesk is a desk over two events, the second of them far to the east.
func explainedDesk(t *testing.T) *desk {
	t.Helper()
	d := bareDesk(t)
	d.m.Close()
	d.m = NewWith(&explainer{}, "un", func(f func()) { d.calls <- f })
	t.Cleanup(d.m.Close)
	d.open()
	d.m.SetLegend(true, false)
	d.m.SetScene(&scene.Scene{Marks: []scene.Mark{mark("near", 0, 0), mark("far", 40, 0)}})
	d.m.SetView(geo.View{Center: geo.Project(orb.Point{0, 0}), Scale: 4000, Width: deskWidth, Height: deskHeight})
	d.settle()
	return d
}

func (d *desk) legend() string { return strings.Join(d.m.parts.legend.texts, ", ") }

func TestTheLegendIsThatOfWhatIsSeenAtRest(t *testing.T) {
	d := explainedDesk(t)
	if d.legend() != "near" || !d.m.parts.legend.Visible() {
		t.Fatalf("the legend says %q", d.legend())
	}
	// Within the margin, so that no other picture has to be there for the map itself.
	d.m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(400, 300)}, Dragged: fyne.Delta{DX: -60}})
	d.settle()
	if d.legend() != "near" {
		t.Errorf("while the map is dragged the legend says %q", d.legend())
	}
	d.m.DragEnd()
	d.settle()
	if d.legend() != "near, far" {
		t.Errorf("where both are seen the legend says %q", d.legend())
	}
	d.m.SetScene(&scene.Scene{})
	d.settle()
	if d.m.parts.legend.Visible() {
		t.Errorf("with nothing to explain the legend says %q", d.legend())
	}
}

func TestLabelsMakeRoomForTheLegend(t *testing.T) {
	d := explainedDesk(t)
	l := d.m.parts.legend
	covered := func() image.Rectangle { return d.m.pic.req.Covered.Sub(image.Pt(margin, margin)) }
	at, size := l.Position(), l.Size()
	want := image.Rect(int(at.X+0.5), int(at.Y+0.5), int(at.X+size.Width+0.5), int(at.Y+size.Height+0.5))
	if d.m.ratio != 1 || want.Empty() || covered() != want {
		t.Errorf("the picture leaves %v free, the legend takes %v", covered(), want)
	}
	d.m.FoldLegend(true)
	d.settle()
	if got := covered(); got.Dy() >= want.Dy() || got.Empty() {
		t.Errorf("with the legend folded it leaves %v free", got)
	}
	d.m.SetLegend(false, false)
	d.settle()
	if got := d.m.pic.req.Covered; !got.Empty() {
		t.Errorf("without a legend it leaves %v free", got)
	}
}

func TestTheLegendIsHiddenAndFolded(t *testing.T) {
	d := explainedDesk(t)
	var told []bool
	d.m.OnLegend = func(show, folded bool) { told = []bool{show, folded} }
	l := d.m.parts.legend
	whole := l.Size()
	l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 10)})
	d.settle()
	if !l.Visible() || l.image.Visible() || l.Size().Height >= whole.Height || len(told) != 2 || !told[0] || !told[1] {
		t.Errorf("folded: visible %v, %v high, told %v", l.Visible(), l.Size().Height, told)
	}
	if d.m.asked.Legend != nil {
		t.Error("a folded legend is drawn all the same")
	}
	l.fold.Tapped(nil)
	d.settle()
	if !l.image.Visible() || l.Size() != whole {
		t.Errorf("unfolded: %v, not %v", l.Size(), whole)
	}
	for range 2 {
		d.m.TypedRune('l')
		d.settle()
		if shown := d.m.LegendShown(); l.Visible() != shown || told[0] != shown {
			t.Errorf("after L: visible %v, said %v, told %v", l.Visible(), shown, told)
		}
	}
	if !l.image.Visible() {
		t.Error("after L twice its picture is gone")
	}
}

func TestTheLegendGivesWayToTheBar(t *testing.T) {
	d := explainedDesk(t)
	d.window.Resize(fyne.NewSize(360, 500))
	d.settle()
	l, bar := d.m.parts.legend, d.m.parts.bar.object
	before := l.Position()
	d.m.Use(DistanceTool)
	if l.Position().Y < bar.Position().Y+bar.Size().Height {
		t.Errorf("the legend at %v lies beneath the bar at %v, %v", l.Position(), bar.Position(), bar.Size())
	}
	d.m.Use(NoTool)
	if l.Position() != before {
		t.Errorf("without the bar it stands at %v, not %v", l.Position(), before)
	}
}
