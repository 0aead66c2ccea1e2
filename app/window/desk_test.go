package window

import (
	"context"
	"image"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"github.com/paulmach/orb"

	"sitmap/app/look"
	"sitmap/app/mapview"
	"sitmap/app/sample"
	"sitmap/mapdata/basemap"
	"sitmap/mapdata/gazetteer"
	"sitmap/mapdata/geo"
	"sitmap/mapdata/render"
	"sitmap/store"
)

// bench is a window under Fyne's test driver. Whatever the window has done on the
// main goroutine waits in a queue until the test lets it happen.
type bench struct {
	*desk
	t     *testing.T
	queue chan func()
	busy  atomic.Int64 // jobs under way
	dir   string
}

// blank draws nothing: what the map shows is tested elsewhere.
type blank struct{}

func (blank) Draw(context.Context, *image.RGBA, render.Request) (mapview.Hits, error) {
	return nil, nil
}

// The windows of all tests share the base map and the gazetteer: decoding them for each
// took most of the time of testing, and 30 MB a window.
var (
	atlas   = basemap.New()
	gazette = gazetteer.Open()
)

// newBench puts up a window whose user has the given folder.
func newBench(t *testing.T, dir, db string) *bench {
	t.Helper()
	a := test.NewTempApp(t)
	return benchIn(t, a, dir, db)
}

func benchIn(t *testing.T, a fyne.App, dir, db string) *bench {
	t.Helper()
	b := &bench{t: t, queue: make(chan func(), 1024), dir: dir}
	do := func(f func()) { b.queue <- f }
	r := runner{
		Go: func(f func()) {
			b.busy.Add(1)
			go func() {
				f()
				b.busy.Add(-1)
				do(func() {}) // for settle to look again
			}()
		},
		Do: do,
		After: func(_ time.Duration, f func()) func() {
			stopped := false // touched on the main goroutine alone
			do(func() {
				if !stopped {
					f()
				}
			})
			return func() { stopped = true }
		},
		Map: func(*render.Renderer) *mapview.MapView { return mapview.NewWith(blank{}, "", do) },
	}
	ctx, cancel := context.WithCancel(context.Background())
	b.desk = newDesk(ctx, a, Options{
		DB: db, DataDir: dir, ConfigDir: filepath.Join(dir, "config"), CacheDir: filepath.Join(dir, "cache"), User: "olha",
		Base: atlas, Names: gazette, Log: slog.New(slog.DiscardHandler),
	}, r)
	b.win.Resize(fyne.NewSize(1280, 800))
	b.start()
	t.Cleanup(func() {
		if b.open != nil {
			b.closeStore()
		}
		b.mapView.Close()
		b.settle()
		cancel()
	})
	return b
}

// until lets things happen until ok says yes.
func (b *bench) until(what string, ok func() bool) {
	b.t.Helper()
	hung := time.After(2 * time.Minute)
	for !ok() {
		select {
		case f := <-b.queue:
			f()
		case <-hung:
			b.t.Fatalf("in vain: %s; the status line says %q, the banner %q", what, b.status.Said(), b.banner.Text())
		}
	}
}

// settle waits for all jobs and lets their results happen.
func (b *bench) settle() {
	for b.busy.Load() > 0 || len(b.queue) > 0 {
		(<-b.queue)()
	}
}

// shows waits until the list counts as said.
func (b *bench) shows(count string) {
	b.t.Helper()
	b.until("the list says "+count, func() bool { return b.list.Count() == count })
}

// id is that of the event in the list with that title.
func (b *bench) id(title string) string {
	b.t.Helper()
	rows := b.open.sit.Rows()
	for i := range rows.Len() {
		if r, _ := rows.At(i); r.Title == title {
			return r.ID
		}
	}
	b.t.Fatalf("there is no event %q", title)
	return ""
}

// titled expects the topmost dialog to have that title.
func (b *bench) titled(want string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.win.Canvas().Overlays().Top()) {
		if l, ok := o.(*widget.Label); ok && l.Text == want {
			return
		}
	}
	b.t.Errorf("no dialog with the title %q", want)
}

// press presses a button with that text in the topmost dialog.
func (b *bench) press(text string) {
	b.t.Helper()
	top := b.win.Canvas().Overlays().Top()
	if top == nil {
		b.t.Fatalf("there is no dialog with a button %q", text)
	}
	var found fyne.Tappable
	for _, o := range test.LaidOutObjects(top) {
		if btn, ok := o.(*widget.Button); ok && btn.Text == text {
			found = btn
		}
	}
	if found == nil {
		b.t.Fatalf("the dialog has no button %q", text)
	}
	test.Tap(found)
}

func sampleAt(t *testing.T, path string) string {
	t.Helper()
	if err := sample.Write(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	return path
}

const kyiv = "Drones and missiles hit Kyiv"

func TestTheVeryFirstStartShowsTheSample(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	if got := b.header.name.Text; got != "Sample situation" {
		t.Errorf("the store is called %q", got)
	}
	if b.win.Title() != "Sample situation – Sitmap" {
		t.Errorf("the window is called %q", b.win.Title())
	}
	if b.prefs.Last != b.dirs.sample() {
		t.Errorf("the store remembered is %q", b.prefs.Last)
	}
}

func TestSelectingShowsTheDossierAndGoesBothWays(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	id := b.id(kyiv)
	b.selectEvent(id)
	b.until("the dossier shows the event", func() bool { return b.dossier.ID() == id })
	if b.list.Selected() != id {
		t.Errorf("the list has %q selected", b.list.Selected())
	}
	b.selectEvent("")
	b.until("the dossier is empty", func() bool { return b.dossier.ID() == "" })
	if b.list.Selected() != "" {
		t.Error("the list still has a selection")
	}
}

func TestTheFilterNarrowsAndClears(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.header.find.SetText("istanbul")
	b.until("fewer events", func() bool { return strings.HasSuffix(b.list.Count(), " of 13 events") })
	if b.list.Count() == "13 of 13 events" || !b.header.clear.Visible() {
		t.Errorf("the count is %q", b.list.Count())
	}
	found := b.list.Count()
	b.list.OnClearFilter()
	b.shows("13 events")
	b.header.find.SetText("Стамбул")
	b.shows(found)
}

func TestDeletingAsksAndUndoBringsBack(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.remove(b.id(kyiv))
	b.press("Keep it")
	b.settle()
	if b.list.Count() != "13 events" {
		t.Fatal("keeping it has deleted the event")
	}
	b.remove(b.id(kyiv))
	b.press("Delete")
	b.shows("12 events")
	b.until("the undo is offered", func() bool { return b.open.undo })
	if want := "Undo deletion of “" + kyiv + "”"; b.menus.undoName != want {
		t.Errorf("the menu says %q, want %q", b.menus.undoName, want)
	}
	b.typedUndo()
	b.shows("13 events")
	b.until("the redo is offered", func() bool { return b.open.redo })
	b.typedRedo()
	b.shows("12 events")
	b.until("the undo is offered", func() bool { return b.open.undo })
	b.settle()
	if want := "Undo deletion of “" + kyiv + "”"; b.menus.undoName != want {
		t.Errorf("after a redo the menu says %q, want %q", b.menus.undoName, want)
	}
	b.typedUndo()
	b.shows("13 events")
	b.settle()
	if want := "Redo deletion of “" + kyiv + "”"; b.menus.redoName != want {
		t.Errorf("after undo, redo and undo the menu says %q, want %q", b.menus.redoName, want)
	}
}

func TestWhatCannotBeOpenedIsSaidWithChoices(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "notes.gpkg")
	if err := os.WriteFile(bad, []byte("this is no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, path, choice string }{
		{"no store", bad, "Try again"},
		{"no file", filepath.Join(dir, "gone.gpkg"), "Make it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t, t.TempDir(), c.path)
			b.until("the window says why", func() bool { return b.nothing.content.Visible() })
			if text := b.nothing.empty.Text(); !strings.HasSuffix(text, ".") || !strings.Contains(text, filepath.Base(c.path)) {
				t.Errorf("it says %q", text)
			}
			first := b.nothing.buttons.Objects[0].(*widget.Button)
			if first.Text != c.choice {
				t.Errorf("the first choice is %q, want %q", first.Text, c.choice)
			}
			last := b.nothing.buttons.Objects[len(b.nothing.buttons.Objects)-1].(*widget.Button)
			test.Tap(last)
			b.shows("13 events")
			if b.nothing.content.Visible() || !b.columns.Visible() {
				t.Error("the sample is open, but the window still says that nothing is")
			}
		})
	}
}

func TestAnOpenStoreStaysWhenAnotherCannotBeOpened(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.openStore(filepath.Join(b.dir, "gone.gpkg"))
	b.until("the banner says so", func() bool { return strings.Contains(b.banner.Text(), "gone.gpkg") })
	if b.list.Count() != "13 events" {
		t.Errorf("the list says %q", b.list.Count())
	}
}

func TestAChangeFromOutsideAppears(t *testing.T) {
	db := sampleAt(t, filepath.Join(t.TempDir(), "s.gpkg"))
	b := newBench(t, t.TempDir(), db)
	b.shows("13 events")
	other, err := store.Open(t.Context(), db, store.Options{User: "bohdan"})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	e := store.Event{ID: "0197d1e0-5c00-7000-8000-0000000000ff", Kind: "strike", Title: "Strike on Kharkiv"}
	if _, err := other.Save(t.Context(), store.Action{Put: []store.Put{{Event: &e}}}); err != nil {
		t.Fatal(err)
	}
	b.shows("14 events")
}

func TestImportTakesTheGoodAndShowsTheBad(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	file := filepath.Join(b.dir, "incidents.geojson")
	const text = `{"type":"FeatureCollection","features":[
{"type":"Feature","geometry":{"type":"Point","coordinates":[36.23,49.99]},"properties":{"title":"Fire in Kharkiv","time":"2025-07-05"}},
{"type":"Feature","geometry":{"type":"Point","coordinates":[361,49.99]},"properties":{"title":"Nowhere"}}]}`
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	b.importFile(file)
	b.shows("14 events")
	b.until("the bad one is told", func() bool { return strings.HasPrefix(b.banner.Text(), "1 record of incidents.geojson") })
}

func TestExportWritesWhatPassesTheFilter(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.prefs.Folder = b.dir
	b.exportEvents(".csv")
	b.press("Export")
	b.until("it is written", func() bool { return strings.HasPrefix(b.status.Said(), "Wrote 13 events") })
	csv, err := os.ReadFile(filepath.Join(b.dir, "Sample situation.csv"))
	if err != nil || !strings.Contains(string(csv), kyiv) {
		t.Errorf("the file: %v", err)
	}
}

func TestThePictureIsWrittenAndItsPublicationSaid(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.prefs.Folder = b.dir
	b.mapView.SetView(geo.View{Center: geo.World{X: 0.55, Y: 0.35}, Scale: 2000, Width: 400, Height: 300})
	b.exportPicture()
	b.press("Export")
	b.until("it is written", func() bool { return strings.Contains(b.banner.Text(), "publication ") })
	if _, err := os.Stat(filepath.Join(b.dir, "Sample situation.png")); err != nil {
		t.Error(err)
	}
}

func TestCopiesAndChecks(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.prefs.Folder = b.dir
	b.askCopy(false)
	b.until("it asks where", b.modal)
	b.titled("Save a copy without its history")
	b.escape()
	b.askCopy(true)
	b.until("it asks where", b.modal)
	b.titled("Save a copy with its history")
	b.press("Save")
	copied := filepath.Join(b.dir, "Sample situation copy.gpkg")
	b.until("the copy is there", func() bool { return strings.HasPrefix(b.status.Said(), "Saved a copy with its history") })
	b.openStore(copied)
	b.until("the copy is open", func() bool { return b.header.name.Text == "Sample situation copy" && b.list.Count() == "13 events" })
	b.check()
	b.until("it is sound", func() bool { return strings.HasPrefix(b.status.Said(), "All is well") })
	b.escape()
	if b.modal() {
		t.Error("Escape has not closed the dialog")
	}
}

func TestANewStoreIsEmptyAndSaysWhatToDo(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.prefs.Folder = b.dir
	b.askNew()
	b.press("Make it")
	b.shows("0 events")
	if b.header.name.Text != "New situation" {
		t.Errorf("the store is called %q", b.header.name.Text)
	}
}

func TestTheFormTakesThePanelAndLeavingAsks(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.foldRight()
	b.create()
	b.settle()
	if b.columns.rightFolded || b.right.Objects[0] != b.form.Content() {
		t.Fatal("the form does not stand in the right panel")
	}
	if !b.header.create.Disabled() {
		t.Error("a second new event is offered while one is being written")
	}
	left := false
	b.leaveForm(func() { left = true })
	if !left || b.right.Objects[0] != b.dossier.Content() {
		t.Error("an empty form was not left at once")
	}
}

func TestColoursAreRemembered(t *testing.T) {
	a := test.NewTempApp(t)
	b := benchIn(t, a, t.TempDir(), "")
	b.shows("13 events")
	b.setTheme(look.AlwaysDark)
	if !look.Dark() || b.prefs.Theme != look.AlwaysDark || !b.menus.themes[look.AlwaysDark].Checked {
		t.Error("the window is not dark, or will not be tomorrow")
	}
}

func TestKeysRestWhileADialogStands(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.showAbout()
	for _, m := range b.menus.main.Items {
		for _, i := range m.Items {
			if i.Shortcut != nil && i.Action != nil {
				i.Action()
			}
		}
	}
	b.settle()
	if len(b.win.Canvas().Overlays().List()) != 1 || b.writing {
		t.Error("a menu's keys worked behind a dialog")
	}
	b.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.modal() {
		t.Error("Escape has not closed the dialog")
	}
}

func TestPanelsTakeTheKeyboardInTurn(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.selectEvent(b.id(kyiv))
	b.until("the dossier shows the event", func() bool { return b.dossier.ID() != "" })
	c := b.win.Canvas()
	b.focusList()
	b.nextPanel()
	if c.Focused() != fyne.Focusable(b.mapView) {
		t.Errorf("after the list comes %T", c.Focused())
	}
	b.nextPanel()
	if _, ok := c.Focused().(*look.Button); !ok {
		t.Errorf("after the map comes %T", c.Focused())
	}
	b.nextPanel()
	if c.Focused() != b.list.Focusable() {
		t.Errorf("after the dossier comes %T", c.Focused())
	}
}

func TestPlacesFromTheMapAreAsExactAsAPixel(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	p := orb.Point{30.523812345678, 50.454712345678}
	for scale, want := range map[float64]orb.Point{
		512: {30.5, 50.5}, 20_000: {30.52, 50.45}, 4e6: {30.52381, 50.45471},
	} {
		b.mapView.SetView(geo.View{Center: geo.Project(p), Scale: scale})
		if got := b.toPixel(p); got != want {
			t.Errorf("at %v pixels around the world: %v, want %v", scale, got, want)
		}
	}
}
