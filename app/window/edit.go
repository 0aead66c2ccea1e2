package window

import (
	"context"
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"sitmap/app/entry"
	"sitmap/app/inbox"
	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/app/wellknown"
	"sitmap/mapdata/geo"
	"sitmap/store"
	"sitmap/store/index"
)

// newForm makes the form for the open store.
func (d *desk) newForm() {
	d.form = entry.New(entry.Deps{
		Store: inbox.Storage{Store: d.open.sit.Store()}, Gazetteer: d.names, Drafts: entry.Folder(d.dirs.drafts(d.open.sit.Store().ID())),
		Clock: d.opts.Clock, Zone: d.zone(), Log: d.log,
		Go: d.run.Go, Do: d.run.Do, After: d.run.After, OwnerAt: d.ownerAt(), Sketch: d.sketch(), Files: d.open.files,
		Columns: d.columnsNow(d.open.sit), OffMap: d.open.sit.OffMap, Everybody: func() []store.Actor { return wellknown.Actors(d.names) },
		Near: func() *orb.Point {
			v := d.mapView.View()
			if v.Width == 0 {
				return nil
			}
			p := v.Center.LonLat()
			return &p
		},
	})
	d.form.OnSaved = func(id string) {
		o := d.open
		if o == nil {
			return
		}
		d.status.Say("Saved.")
		d.inbox.panel.Saved(id)
		off := ""
		d.work(job{title: "Reading the events", do: func(ctx context.Context, _ store.Progress) error {
			err := o.sit.Reload(ctx)
			o.sit.Select(id)
			off = offMap(ctx, o, id)
			return err
		}, done: func(err error) bool {
			if err == nil && off != "" && d.open == o {
				d.status.Say("Saved. Not on the map: %s.", off)
			}
			return false
		}})
	}
	d.form.OnMerged = d.inbox.panel.Saved
	d.form.OnClose = d.formClosed
	d.form.RequestPick = d.pick
	d.bindPins()
	d.form.RequestText = d.showText
}

// columnsNow gives the columns of a situation's events as they are then.
func (d *desk) columnsNow(sit *situation.Situation) func() *index.Columns {
	return func() *index.Columns {
		if x := sit.Index(); x != nil {
			return x.Columns()
		}
		return nil
	}
}

// create opens the form for a new event.
func (d *desk) create() { d.createFrom(store.Event{}) }

// createAt opens the form for a new event at a place of the map, as exactly as a
// pixel there is, with the country and region that it lies in.
func (d *desk) createAt(p orb.Point) {
	o := d.open
	if o == nil || d.writing {
		return
	}
	place := store.Place{Role: "scene", Geometry: store.Geometry{Geometry: d.toPixel(p)}}
	place.Precision, place.RadiusM = entry.Fineness(d.pixelMetres(p))
	d.work(job{title: "Looking up the place", do: func(context.Context, store.Progress) error {
		place.Country, place.Admin1 = d.base.OwnerAt(p, o.sit.POV())
		return nil
	}, done: func(error) bool {
		if d.open == o {
			d.createFrom(store.Event{Places: []store.Place{place}})
		}
		return true
	}})
}

// toPixel rounds a place to what a pixel of the map can tell apart.
func (d *desk) toPixel(p orb.Point) orb.Point {
	v := d.mapView.View()
	if v.Width == 0 {
		return p
	}
	unit := math.Pow(10, math.Floor(math.Log10(360/v.Scale)))
	round := func(x float64) float64 { return math.Round(x/unit) / math.Round(1/unit) }
	if unit >= 1 {
		round = math.Round
	}
	return orb.Point{round(p[0]), round(p[1])}
}

// pixelMetres is how long a pixel of the map is on the ground at a place, in metres.
func (d *desk) pixelMetres(p orb.Point) float64 {
	v := d.mapView.View()
	if v.Width == 0 {
		return 0
	}
	_, y := v.ToPixel(geo.Project(p))
	return v.MetresPerPixel(y)
}

func (d *desk) createFrom(prefill store.Event) {
	if !d.canWrite() {
		return
	}
	if d.writing {
		d.form.Focus()
		return
	}
	d.openForm()
	d.form.New(prefill)
}

// edit opens the form for an event of the store.
func (d *desk) edit(id string) {
	d.withEvent(id, func(_ *opened, e store.Stored[store.Event]) {
		d.openForm()
		d.form.Edit(e)
	})
}

func (d *desk) editSelected() {
	if d.open != nil {
		d.edit(d.open.sit.Selected())
	}
}

// canWrite reports whether the open store can be changed, and says why if not.
func (d *desk) canWrite() bool {
	if d.open == nil {
		return false
	}
	if is, why := d.open.sit.Store().ReadOnly(); is {
		d.fail(fmt.Errorf("nothing can be changed: %s", why))
		return false
	}
	return !d.inThePast()
}

func (d *desk) openForm() {
	d.writing = true
	d.inbox.panel.Beside(true)
	d.showRight(d.form.Content())
	d.header.update()
	d.menus.update()
}

func (d *desk) formClosed() {
	d.writing = false
	d.inbox.panel.Beside(false)
	d.mapView.CancelPick()
	d.mapView.SetPins(nil)
	d.showRight(d.dossier.Content())
	d.takeBackText()
	d.run.After(draftsAfter, d.countDrafts)
	d.header.update()
	d.menus.update()
	d.focusList()
}

// leaveForm goes on once nothing typed would be lost, after asking if need be.
func (d *desk) leaveForm(then func()) {
	if !d.writing {
		then()
		return
	}
	if !d.form.Dirty() {
		d.formClosed()
		then()
		return
	}
	ask := dialog.NewConfirm("Leave what you are writing?",
		"The form holds an event that is not saved. It is kept as\na draft, which the form offers when it is opened next.", func(yes bool) {
			if yes {
				d.formClosed()
				then()
			} else {
				d.form.Focus()
			}
		}, d.win)
	ask.SetConfirmText("Leave")
	ask.SetDismissText("Go on writing")
	d.show(ask)
}

// pick asks for the point of a place on the map; the panels stay where they are.
func (d *desk) pick(place string, back func(at orb.Point, radiusM float64)) {
	if !d.showBook(nil) {
		return
	}
	if d.mapView.HasPin(place) {
		d.status.Hint("Click the place on the map, drag its pin, or move it with the arrows and press Enter; Escape gives up.")
	} else {
		d.status.Hint("Click the place on the map, or move it to the middle and press Enter; Escape gives up.")
	}
	d.win.Canvas().Focus(d.mapView)
	d.mapView.PickPin(place, func(p orb.Point, ok bool) {
		d.status.Hint("")
		if ok {
			back(p, d.pixelMetres(p))
		}
		if d.writing {
			d.form.Focus()
		}
	})
}

func (d *desk) removeSelected() {
	if d.open != nil {
		d.remove(d.open.sit.Selected())
	}
}

// remove asks whether to delete an event, saying what that does.
func (d *desk) remove(id string) {
	if id == "" || !d.canWrite() {
		return
	}
	o := d.open
	if e, ok := o.sit.Event(id); ok {
		d.askRemove(o, e)
		return
	}
	var e store.Stored[store.Event]
	d.work(job{
		title: "Reading the event",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			e, err = o.sit.Store().Event(ctx, id)
			return err
		},
		done: func(err error) bool {
			if err == nil && d.open == o && !e.Deleted {
				d.askRemove(o, e)
			}
			return err == nil
		},
	})
}

func (d *desk) askRemove(o *opened, e store.Stored[store.Event]) {
	text := widget.NewLabel(fmt.Sprintf("“%s” is taken off the map, the list and every export.\nIts history is kept, and undo (Ctrl+Z) brings it back whole.", e.Value.Title))
	text.Wrapping = fyne.TextWrapWord
	note := d.newField("")
	note.PlaceHolder = "Why, for the history (may stay empty)"
	ask := dialog.NewCustomConfirm("Delete this event?", "Delete", "Keep it",
		container.New(look.Width(110*look.Grid), container.NewVBox(text, note)), func(yes bool) {
			if yes {
				d.removeNow(o, e, note.Text)
			}
			d.focusList()
		}, d.win)
	ask.SetConfirmImportance(widget.DangerImportance)
	note.OnSubmitted = func(string) { ask.Confirm() }
	d.show(ask)
	d.win.Canvas().Focus(note)
}

func (d *desk) removeNow(o *opened, e store.Stored[store.Event], note string) {
	d.work(job{
		title: "Deleting the event", keep: true,
		do: func(ctx context.Context, _ store.Progress) error {
			_, err := o.sit.Delete(ctx, e.Value.ID, e.Revision, note)
			return err
		},
		done: func(err error) bool {
			if err == nil {
				d.status.Say("Deleted “%s”. Undo (Ctrl+Z) brings it back.", e.Value.Title)
			}
			return err == nil
		},
	})
}

// undo undoes the newest change of the store.
func (d *desk) undo() { d.unredo("Undo", (*situation.Situation).Undo) }

// redo does again what undo undid.
func (d *desk) redo() { d.unredo("Redo", (*situation.Situation).Redo) }

func (d *desk) unredo(title string, do func(*situation.Situation, context.Context) (store.Change, error)) {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	var c store.Change
	d.work(job{
		title: title, keep: true,
		do: func(ctx context.Context, _ store.Progress) (err error) {
			c, err = do(o.sit, ctx)
			return err
		},
		done: func(err error) bool {
			if err == nil {
				d.wordsChanged()
				d.status.Say("%s: %s.", title, changedTitles(c))
				d.refreshBook()
			}
			return err == nil
		},
	})
}

// copyID puts an event's id on the clipboard.
func (d *desk) copyID(id string) {
	d.copyOf(id, func() {
		d.app.Clipboard().SetContent(id)
		d.status.Say("Copied the id %s.", id)
	})
}
