package window

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"sitmap/app/picture"
	"sitmap/mapdata/geo"
	"sitmap/store"
)

// pictured opens the dialog and waits for its first preview.
func pictured(b *bench) *pictureDialog {
	b.t.Helper()
	b.prefs.Folder = b.dir
	b.mapView.SetView(geo.View{Center: geo.World{X: 0.55, Y: 0.35}, Scale: 2000, Width: 400, Height: 300})
	x := b.askPicture(b.open)
	b.until("there is a preview", func() bool { return strings.Contains(x.preview.says.Text, "1920 × 1080 pixels") })
	return x
}

func (x *pictureDialog) ratio() float64 {
	s := x.preview.image.Image.Bounds().Size()
	return float64(s.X) / float64(s.Y)
}

func TestThePreviewFollowsTheFields(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	x := pictured(b)
	if r := x.ratio(); r < 1.76 || r > 1.8 {
		t.Errorf("the preview of 16:9 is %.2f times as wide as high", r)
	}
	before := x.preview.image.Image
	x.form.tlp.choose("AMBER")
	b.until("the label is drawn", func() bool { return x.preview.image.Image != before })
	x.form.size.SetText("A4")
	x.form.orientation.choose("portrait")
	b.until("the paper is shown", func() bool { return strings.Contains(x.preview.says.Text, "210 × 297 mm") })
	if r := x.ratio(); r < 0.7 || r > 0.72 {
		t.Errorf("the preview of A4 is %.2f times as wide as high", r)
	}
	x.form.size.SetText("wide")
	if !x.export.Disabled() || !strings.Contains(x.preview.says.Text, "“wide” is not a size") {
		t.Errorf("a wrong size: %q", x.preview.says.Text)
	}
	x.form.size.SetText("1080 × 1080")
	x.form.title.SetText("{nonsense}")
	if !x.export.Disabled() || !strings.Contains(x.preview.says.Text, "stands for nothing") {
		t.Errorf("a wrong placeholder: %q", x.preview.says.Text)
	}
	x.form.title.SetText("{from} to {to}")
	if x.export.Disabled() {
		t.Error("it cannot be exported though all is in order")
	}
	for _, o := range []fyne.Focusable{x.form.title, x.form.theme, x.form.sources} {
		if !b.modal() {
			x = pictured(b)
		}
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if b.modal() {
			t.Errorf("Escape in a %T does not close the dialog", o)
		}
		x = pictured(b)
		b.escape()
	}
}

// The picture keeps the window's projection unless told otherwise; what suits a wide view
// better is suggested.
func TestTheProjectionIsSuggestedAndKept(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	x := pictured(b)
	s, err := x.spec()
	if err != nil || s.Projection != geo.WebMercator {
		t.Fatalf("untouched: %v, %v", s.Projection, err)
	}
	before := x.preview.image.Image
	for _, name := range x.form.projection.Options {
		if strings.HasSuffix(name, "(suggested)") {
			x.form.projection.SetSelected(name)
		}
	}
	if s, err = x.spec(); err != nil || s.Projection != geo.EqualArea {
		t.Fatalf("as suggested: %v, %v", s.Projection, err)
	}
	b.until("it is drawn so", func() bool { return x.preview.image.Image != before })
	if near := projectionNames(orb.Bound{Min: orb.Point{30, 50}, Max: orb.Point{31, 51}}); strings.Contains(fmt.Sprint(near), "suggested") {
		t.Errorf("of a city: %q", near)
	}
}

// The keyboard goes through all fields, and each is in sight while it has the focus.
func TestTheFocusIsInSight(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	x := pictured(b)
	seen := map[fyne.Focusable]bool{}
	for range 40 {
		b.win.Canvas().FocusNext()
		o := b.win.Canvas().Focused()
		seen[o] = true
		at, ok := o.(fyne.CanvasObject)
		if !ok || !slices.Contains(append(x.form.fields(), x.file.name, x.file.dir), at) {
			continue
		}
		d := fyne.CurrentApp().Driver()
		y := d.AbsolutePositionForObject(at).Y - d.AbsolutePositionForObject(x.scroll).Y
		if y < 0 || y+at.Size().Height > x.scroll.Size().Height+1 {
			t.Errorf("a %T has the focus at %v of %v", o, y, x.scroll.Size().Height)
		}
	}
	for _, o := range x.form.fields() {
		if !seen[o.(fyne.Focusable)] {
			t.Errorf("the keyboard does not reach a %T", o)
		}
	}
	b.escape()
}

func TestWhatIsLeftOutIsSaidBeforeTheExport(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	e := store.Event{Kind: "other", Title: "Secret", Protection: store.Protection{TLP: "RED"}}
	if _, err := b.open.sit.Store().Save(context.Background(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
		t.Fatal(err)
	}
	b.shows("14 events")
	x := pictured(b)
	if x.preview.left.Hidden || !strings.HasPrefix(x.preview.left.Text, "Left out: 1 event and 0 sources.") {
		t.Errorf("it says %q", x.preview.left.Text)
	}
	b.escape()
}

func TestSettingsAreRememberedAndTextsOfTheMomentAreNot(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	x := pictured(b)
	x.form.title.SetText("Today alone")
	x.form.subtitle.SetText("{from} to {to}")
	x.form.legend.choose("beside")
	x.form.graticule.SetChecked(true)
	x.form.projection.choose(geo.Conic.String())
	x.form.size.SetText("640 × 480")
	x.file.name.SetText("p.svg")
	b.press("Export")
	b.until("it is written", func() bool { return strings.Contains(b.banner.Text(), "publication ") })
	data, err := os.ReadFile(filepath.Join(b.dir, "p.svg"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Today alone", "2025 to ", `viewBox="0 0 640 480"`, `label="graticule"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("the picture has no %s", want)
		}
	}
	x = b.askPicture(b.open)
	l, err := x.form.layout()
	if err != nil || l.Legend != "beside" || !l.Graticule || l.Size != "640x480" || l.Title != "Sample situation" || l.Subtitle != "{from} to {to}" ||
		l.Projection != geo.WebMercator.String() {
		t.Errorf("the next time the settings are %+v, %v", l, err)
	}
	b.escape()
}

func TestAPictureIsReplacedOnlyWhenThatIsAgreed(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	there := filepath.Join(b.dir, "p.svg")
	if err := os.WriteFile(there, []byte("published"), 0o600); err != nil {
		t.Fatal(err)
	}
	holds := func() string {
		data, err := os.ReadFile(there)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	x := pictured(b)
	x.form.size.SetText("640 × 480")
	x.file.name.SetText("p.svg")
	if !strings.Contains(x.file.says.Text, "you will be asked") {
		t.Errorf("before the question it says %q", x.file.says.Text)
	}
	b.win.Canvas().Focus(x.form.title)
	x.form.title.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.press("Keep it")
	if !x.open() || holds() != "published" {
		t.Error("what was to be kept is not, or the dialog is gone")
	}
	x.form.title.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.press("Replace")
	b.until("it is replaced", func() bool { return strings.Contains(holds(), "<svg") })
}

func TestLayoutsAreSavedChosenRenamedAndRemoved(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	x := pictured(b)
	x.form.legend.choose("nw")
	x.layouts.askSave()
	b.win.Canvas().Focused().(*field).SetText("Brief")
	b.press("Save")
	names := func() string { return strings.Join(x.layouts.names.Options, ", ") }
	b.until("it is kept", func() bool { return names() == "As last time, Brief" && x.layouts.names.Selected == "Brief" })
	x.form.legend.choose("none")
	x.layouts.names.choose(asBefore)
	if got := x.form.legend.code(); got != "below" {
		t.Errorf("as last time the legend is %q", got)
	}
	x.layouts.names.SetSelected("Brief")
	if got := x.form.legend.code(); got != "nw" {
		t.Errorf("with the layout the legend is %q", got)
	}
	x.layouts.askRename()
	b.win.Canvas().Focused().(*field).SetText("Daily")
	b.press("Rename")
	b.until("it is renamed", func() bool { return names() == "As last time, Daily" })
	x.layouts.askRemove()
	b.press("Remove")
	b.until("it is gone", func() bool { return names() == "As last time" })
	b.escape()
	b.until("it can be undone", func() bool { return strings.Contains(b.menus.undoName, "Daily") })
	b.undo()
	b.until("it is back", func() bool {
		all, err := picture.Layouts(context.Background(), b.open.sit.Store())
		return err == nil && len(all) == 1 && all[0].Name == "Daily"
	})
}
