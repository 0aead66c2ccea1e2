package window

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/intake"
	"sitmap/app/layers"
	"sitmap/app/layers/panel"
	"sitmap/app/look"
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// layerSide is the panel of layers beneath the list, and what they add to the scene.
type layerSide struct {
	panel *panel.Panel
	left  *fyne.Container // the list, alone or over the panel
	split *container.Split
	shown bool
	added string // layer to unfold once it is listed

	// The scene with its layers, kept as long as both are the same.
	without *scene.Scene
	with    *scene.Scene
}

// layersFrom are the files that a layer can be made of.
func layersFrom() []string { return intake.Extensions() }

// newLayerSide makes the panel and has it do its part.
func (d *desk) newLayerSide() {
	s := &layerSide{panel: panel.New(d.status)}
	d.side = s
	s.split = container.NewVSplit(d.list.Content(), s.panel.Content())
	s.split.SetOffset(0.5)
	s.left = container.NewStack(d.list.Content())
	p := s.panel
	p.OnAdd = d.askLayer
	p.OnClose = d.toggleLayers
	p.OnEdit = func(id string, alter func(*layers.Layer)) {
		d.editLayers("Changing the layer", func(ctx context.Context, s *layers.Set) (store.Change, error) { return s.Edit(ctx, id, alter) })
	}
	p.OnMove = func(id string, by int) {
		d.editLayers("Moving the layer", func(ctx context.Context, s *layers.Set) (store.Change, error) { return s.Move(ctx, id, by) })
	}
	p.OnRemove = d.removeLayer
	p.OnZoom = d.zoomToLayer
	p.OnAgain = func(id string) {
		if d.open != nil {
			d.status.Say("Reading the layer again.")
			d.open.layers.Again(id)
		}
	}
	d.win.SetOnDropped(d.droppedOn)
	if d.prefs.Layers {
		s.show(d, true)
	}
}

// show puts the panel up or away.
func (s *layerSide) show(d *desk, shown bool) {
	s.shown = shown
	if shown {
		s.left.Objects = []fyne.CanvasObject{s.split}
	} else {
		s.left.Objects = []fyne.CanvasObject{d.list.Content()}
	}
	s.left.Refresh()
}

// toggleLayers follows the View menu.
func (d *desk) toggleLayers() {
	had := d.side.panel.Holds(d.win.Canvas().Focused())
	d.showLayers(!d.side.shown || d.columns.leftFolded || d.inbox.shown)
	if d.side.shown {
		d.side.panel.Focus(d.win.Canvas())
	} else if had {
		d.focusList()
	}
}

func (d *desk) showLayers(shown bool) {
	if shown {
		if !d.showBook(nil) {
			return
		}
		d.showInbox(false) // they stand in the same column
	}
	d.side.show(d, shown)
	d.prefs.Layers = shown
	d.prefs.save()
	if shown && d.columns.leftFolded {
		d.columns.fold(true, false)
	}
	d.menus.update()
}

// followLayers has the window follow the layers of a store from now on.
func (d *desk) followLayers(o *opened, st *store.Store) {
	o.layers = layers.Open(st, layers.Config{Clock: d.opts.Clock, Log: d.log})
	var pending pendingCall
	o.layers.Subscribe(func() {
		if pending.begin() {
			d.run.Do(func() {
				pending.end()
				if d.open == o {
					d.syncLayers()
				}
			})
		}
	})
	d.syncLayers()
}

// syncLayers shows what the layers are now.
func (d *desk) syncLayers() {
	o, s := d.open, d.side
	if o == nil {
		s.panel.Set(nil, false)
		return
	}
	is, _ := o.sit.Store().ReadOnly()
	s.panel.Set(o.layers.Layers(), !is)
	if s.added != "" {
		for _, l := range o.layers.Layers() {
			if l.ID == s.added {
				s.added = ""
				s.panel.Open(l.ID)
			}
		}
	}
	d.mapView.SetScene(d.scene())
	if err := o.layers.Err(); err != nil {
		d.fail(err)
	}
}

// scene is what the map draws: the events, and the layers beneath them in the same
// time window.
func (d *desk) scene() *scene.Scene {
	o, s := d.open, d.side
	events := o.sit.Scene(look.Dark())
	from, to := o.sit.Window()
	all := o.layers.Scene(from, to)
	if len(all) == 0 {
		return events
	}
	if s.with == nil || s.without != events || len(s.with.Layers) != len(all) || &s.with.Layers[0] != &all[0] {
		with := *events
		with.Layers = all
		s.without, s.with = events, &with
	}
	return s.with
}

// editLayers has a change of the layers made beside the main goroutine.
func (d *desk) editLayers(title string, do func(context.Context, *layers.Set) (store.Change, error)) {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	d.work(job{
		title: title,
		do: func(ctx context.Context, _ store.Progress) error {
			_, err := do(ctx, o.layers)
			return err
		},
		done: func(err error) bool {
			if d.open == o {
				d.syncLayers() // also where it was refused: fields show what is kept
				d.refreshUndo()
			}
			return err == nil
		},
	})
}

// askLayer asks which file to add.
func (d *desk) askLayer() {
	if d.canWrite() {
		d.fileOpen("Add", layersFrom(), d.addLayer)
	}
}

// addLayer makes a layer of a file and brings it into view.
func (d *desk) addLayer(path string) {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	name := filepath.Base(path)
	var id string
	d.work(job{
		title: "Reading " + name,
		do: func(ctx context.Context, _ store.Progress) (err error) {
			id, _, err = o.layers.Add(ctx, path)
			return err
		},
		done: func(err error) bool {
			if err != nil || d.open != o {
				return err == nil
			}
			d.showLayers(true)
			d.side.added = id
			d.syncLayers()
			d.refreshUndo()
			d.status.Say("Added %s as a layer. Undo takes it out again.", name)
			return true
		},
	})
}

// removeLayer says what it does, and does it.
func (d *desk) removeLayer(id string) {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	for _, l := range o.layers.Layers() {
		if l.ID != id {
			continue
		}
		text := fmt.Sprintf("“%s” is taken out of the store with its style. Its file stays:\n%s\n\nUndo brings the layer back.", look.Shorten(l.Name, 48), l.Path)
		ask := dialog.NewConfirm("Remove the layer?", text, func(yes bool) {
			if yes && d.open == o {
				d.editLayers("Removing the layer", func(ctx context.Context, s *layers.Set) (store.Change, error) { return s.Remove(ctx, id) })
				d.status.Say("Removed the layer “%s”. Undo brings it back.", look.Shorten(l.Name, 48))
			}
		}, d.win)
		ask.SetConfirmText("Remove")
		d.show(ask)
	}
}

// zoomToLayer shows all of a layer.
func (d *desk) zoomToLayer(id string) {
	if d.open == nil {
		return
	}
	for _, l := range d.open.layers.Layers() {
		if l.ID != id {
			continue
		}
		if b, ok := l.Bound(); ok {
			d.mapView.FitTo(b)
			return
		}
		d.status.Say("Nothing of the layer “%s” is on the map.", l.Name)
	}
}

// dropped takes files that were dropped on the window: stores are opened; of GeoJSON
// it is asked what it is.
func (d *desk) dropped(files []fyne.URI) {
	if d.modal() {
		return
	}
	if files = d.droppedReports(files); len(files) == 0 {
		return
	}
	var paths []string
	for _, u := range files {
		switch path := u.Path(); {
		case u.Scheme() != "file":
		case hasExtension(path, []string{".gpkg"}) && len(files) == 1:
			d.openStore(path)
			return
		case hasExtension(path, layersFrom()):
			paths = append(paths, path)
		}
	}
	switch {
	case len(paths) == 0:
		d.status.Say("Only reports (text, HTML, mail), GeoJSON files and event stores can be dropped here.")
		return
	case d.open == nil:
		d.status.Say("Open a store first, or make a new one; then drop the file again.")
		return
	case !d.canWrite():
		return
	}
	names := make([]string, len(paths))
	for i, p := range paths {
		names[i] = filepath.Base(p)
	}
	var dlg *dialog.CustomDialog
	do := func(f func(string)) func() {
		return func() {
			dlg.Hide()
			for _, p := range paths {
				f(p)
			}
		}
	}
	layer := widget.NewButton("Add as layer", do(d.addLayer))
	layer.Importance = widget.HighImportance
	events := widget.NewButton("Import as events", do(d.importFile))
	cancel := widget.NewButton("Cancel", func() { dlg.Hide() })
	text := look.Body("A layer lies beneath the events and stays in its file. Events are copied into the store, one for each feature, to be worked on. Undo takes back either.")
	text.Selectable = false
	dlg = dialog.NewCustomWithoutButtons("What is in "+look.Shorten(strings.Join(names, ", "), 60)+"?", text, d.win)
	dlg.SetButtons([]fyne.CanvasObject{cancel, events, layer})
	dlg.Resize(d.within(520, 200))
	d.show(dlg)
}
