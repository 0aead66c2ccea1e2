package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"sitmap/app/layers"
)

const zone = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"North","day":"2025-07-03"},
	"geometry":{"type":"Polygon","coordinates":[[[30,50],[32,50],[32,52],[30,52],[30,50]]]}}]}`

func (b *bench) file(name, text string) string {
	b.t.Helper()
	path := filepath.Join(b.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// layered waits until the layers are so.
func (b *bench) layered(what string, so func([]layers.Layer) bool) {
	b.t.Helper()
	b.until(what, func() bool { return so(b.open.layers.Layers()) })
}

func (b *bench) drop(path string) { b.dropped([]fyne.URI{storage.NewFileURI(path)}) }

func TestADroppedFileBecomesALayer(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.drop(b.file("front.geojson", zone))
	b.titled("What is in front.geojson?")
	b.press("Add as layer")
	b.layered("it is there", func(all []layers.Layer) bool { return len(all) == 1 && all[0].State == layers.Ready })
	b.until("it is unfolded", func() bool { return b.side.panel.Opened() == b.open.layers.Layers()[0].ID })
	if !b.side.shown || !b.menus.layers.Checked {
		t.Error("the panel is not shown")
	}
	if s := b.scene(); len(s.Layers) != 1 || s.Layers[0].Name != "front" || len(s.Marks) == 0 {
		t.Errorf("the map draws %d layers and %d marks", len(s.Layers), len(s.Marks))
	}
	if once, twice := b.scene(), b.scene(); once != twice {
		t.Error("the scene is made anew each time")
	}
	b.until("it can be undone", func() bool { return b.menus.undoName == "Undo adding layer “front”" })

	// Changed in place, then taken back step by step.
	id := b.open.layers.Layers()[0].ID
	b.side.panel.OnEdit(id, func(l *layers.Layer) { l.Hidden = true })
	b.layered("it is hidden", func(all []layers.Layer) bool { return all[0].Hidden })
	b.until("the map does without", func() bool { return len(b.scene().Layers) == 0 })
	b.until("the change can be undone", func() bool { return b.menus.undoName == "Undo change of layer “front”" })
	b.undo()
	b.layered("it is shown again", func(all []layers.Layer) bool { return !all[0].Hidden })

	b.side.panel.OnRemove(id)
	b.titled("Remove the layer?")
	b.press("Remove")
	b.layered("it is gone", func(all []layers.Layer) bool { return len(all) == 0 })
	if _, err := os.Stat(filepath.Join(b.dir, "front.geojson")); err != nil {
		t.Errorf("its file went too: %v", err)
	}
	b.until("the removal can be undone", func() bool { return b.menus.undoName == "Undo deletion of layer “front”" })
	b.undo()
	b.layered("it is back", func(all []layers.Layer) bool { return len(all) == 1 && all[0].Data != nil })
}

func TestADroppedFileBecomesEvents(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.drop(b.file("front.geojson", zone))
	b.press("Import as events")
	b.shows("14 events")
	if n := len(b.open.layers.Layers()); n != 0 {
		t.Errorf("%d layers came too", n)
	}
}

func TestWhatCannotBeALayerIsToldAndForgotten(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.drop(b.file("notes.pdf", "hello"))
	if said := b.status.Said(); !strings.Contains(said, "GeoJSON files and event stores can be dropped") {
		t.Errorf("of a PDF it says %q", said)
	}
	b.addLayer(b.file("broken.geojson", zone[:80]))
	b.until("the banner says why", func() bool {
		return strings.HasPrefix(b.banner.Text(), "broken.geojson: ") && strings.Contains(b.banner.Text(), "the file ends")
	})
	if n := len(b.open.layers.Layers()); n != 0 {
		t.Errorf("%d layers were made of it", n)
	}
}

func TestLayersFollowTheTimeWindow(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.addLayer(b.file("front.geojson", zone))
	b.layered("it is there", func(all []layers.Layer) bool { return len(all) == 1 && all[0].Data != nil })
	b.side.panel.OnEdit(b.open.layers.Layers()[0].ID, func(l *layers.Layer) { l.From = "day" })
	b.layered("it has times", func(all []layers.Layer) bool { return all[0].From == "day" })
	sees := func(want bool) func() bool { return func() bool { return b.scene().Layers[0].Kept(0) == want } }
	b.open.sit.SetWindow(on(2025, 7, 5), on(2025, 7, 6))
	b.until("it is outside the window", sees(false))
	b.open.sit.SetWindow(on(2025, 7, 3), on(2025, 7, 4))
	b.until("it is inside the window", sees(true))
}

func TestTheLayersOpenByTheirKey(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	b.toggleLayers()
	if !b.side.shown || !b.prefs.Layers || !b.side.panel.Holds(b.win.Canvas().Focused()) {
		t.Error("the panel is not shown, or has not got the keyboard")
	}
	b.nextPanel()
	if b.win.Canvas().Focused() != fyne.Focusable(b.mapView) {
		t.Error("the map does not come after the layers")
	}
	b.toggleLayers()
	if b.side.shown || b.prefs.Layers {
		t.Error("it does not go away")
	}
}

func TestAskingForAFileOpensADialog(t *testing.T) {
	b := newBench(t, t.TempDir(), "")
	b.shows("13 events")
	for _, ask := range []func(){b.askLayer, b.askOpen} {
		ask()
		if !b.modal() || len(b.dialogs) != 1 {
			t.Fatalf("%d dialogs", len(b.dialogs))
		}
		b.escape()
		if len(b.dialogs) != 0 {
			t.Error("Escape does not put it away")
		}
	}
}

func on(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
