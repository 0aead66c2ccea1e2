package window

import (
	"context"
	"errors"
	"fmt"

	"sitmap/app/dossier"
	"sitmap/app/eventlist"
	"sitmap/app/look"
	"sitmap/store"
)

// follow has the window follow a situation from now on.
func (d *desk) follow(o *opened) {
	var pending pendingCall
	o.stop = o.sit.Subscribe(func() {
		// One call is enough, however many changes come meanwhile: Fyne's queue
		// starves when it is filled.
		if pending.begin() {
			d.run.Do(func() {
				pending.end()
				if d.open == o {
					d.sync()
				}
			})
		}
	})
	d.sync()
}

// sync shows what the situation holds now.
func (d *desk) sync() {
	o := d.open
	if o == nil {
		return
	}
	first := !o.loaded && o.sit.Loaded()
	percent := 0
	if done, total := o.sit.Progress(); !o.loaded && !first && total > 0 {
		percent = int(done * 100 / total)
	}
	if v := o.sit.Version(); v != o.seen || first || percent != o.percent {
		o.seen, o.loaded, o.percent = v, o.sit.Loaded(), percent
		d.list.Set(eventlist.Content{
			Rows: o.sit.Rows(), Kinds: o.sit.Kinds(), Total: o.sit.Total(),
			Filter: o.sit.Filter(), Loaded: o.loaded, Narrowed: o.sit.Narrowed(), Percent: percent,
		})
		d.refreshUndo()
		d.readViews()
		d.readInbox()
		d.refreshBook()
		d.tellTouched()
	}
	if !o.kept && (o.loaded || o.sit.Err() != nil) {
		o.kept = true
		d.backup(o)
	}
	if f := o.sit.Filled(); f != o.filled {
		o.filled = f
		d.list.Refresh()
	}
	d.list.Select(o.sit.Selected())
	d.mapView.SetPOV(o.sit.POV())
	d.mapView.SetScene(d.scene())
	if b := o.sit.Bound(); !o.fitted && b.Min[1] <= b.Max[1] {
		o.fitted = true
		d.mapView.FitTo(b)
		d.mapView.ForgetViews()
	}
	d.page()
	if err := o.sit.Err(); err != nil && err.Error() != o.failure {
		o.failure = err.Error()
		d.fail(err, look.Action{Name: "Try again", Do: d.reload})
	} else if err == nil {
		o.failure = ""
	}
	d.menus.update()
	d.header.update()
}

// reload reads the events anew.
func (d *desk) reload() {
	o := d.open
	if o == nil {
		return
	}
	d.work(job{title: "Reading the events", do: func(ctx context.Context, _ store.Progress) error {
		return o.sit.Reload(ctx)
	}, done: func(err error) bool { return err == nil }})
}

// page shows the dossier of the selected event, or that there is none.
func (d *desk) page() {
	o := d.open
	id := o.sit.Selected()
	if id == "" {
		o.page = ""
		d.dossier.Clear()
		return
	}
	want := fmt.Sprintf("%s/%d/%p", id, o.seen, o.past)
	if o.page == want {
		return
	}
	o.page = want
	d.read(o, id, want)
}

// read reads the page of an event and shows it, if it is still wanted.
func (d *desk) read(o *opened, id, want string) {
	var p dossier.Page
	reader := o.pages()
	wanted := func() bool { return d.open == o && o.page == want }
	d.work(job{
		title: "Reading the dossier",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			p, err = reader.Read(ctx, id)
			return err
		},
		done: func(err error) bool {
			if !wanted() {
				return true // another event was selected meanwhile
			}
			if err != nil {
				return false
			}
			d.dossier.Set(p)
			return true
		},
	})
}

// selectEvent selects an event, wherever it was chosen.
func (d *desk) selectEvent(id string) {
	o := d.open
	if o == nil {
		return
	}
	if id == "" && d.banner.Text() != "" { // Escape puts away what was said first
		d.banner.Clear()
		d.list.Select(o.sit.Selected())
		return
	}
	if id == "" && d.dossier.Looked() != 0 { // Escape leads out step by step
		d.dossier.Look(0)
		d.list.Select(o.sit.Selected())
		return
	}
	if id == "" && o.past != nil && o.sit.Selected() == "" {
		d.backToNow(nil) // Escape, once there is no selection to give up
		return
	}
	o.sit.Select(id)
}

// filter narrows the events to those that match a text.
func (d *desk) filter(text string) {
	o := d.open
	if o == nil || o.sit.Filter() == text {
		return
	}
	d.work(job{title: "Finding events", do: func(ctx context.Context, _ store.Progress) error {
		return o.sit.SetFilter(ctx, text)
	}})
}

// refreshUndo asks what could be undone and done again.
func (d *desk) refreshUndo() {
	o := d.open
	var undo, redo *store.Change
	d.work(job{
		title: "Reading the history",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			st := o.sit.Store()
			undo, redo, err = st.Undoable(ctx)
			return errors.Join(err, trueReason(ctx, st, undo), trueReason(ctx, st, redo))
		},
		done: func(err error) bool {
			if d.open != o {
				return true
			}
			if err != nil {
				return false
			}
			o.undo, o.redo = undo != nil, redo != nil
			d.menus.undoName, d.menus.redoName = "Nothing to undo", "Nothing to do again"
			if undo != nil {
				d.menus.undoName = "Undo " + changeName(*undo)
			}
			if redo != nil {
				d.menus.redoName = "Redo " + changeName(*redo)
			}
			d.header.undo.SetHint(d.menus.undoName + " (Ctrl+Z)")
			d.header.redo.SetHint(d.menus.redoName + " (Ctrl+Shift+Z)")
			d.menus.update()
			d.header.update()
			return true
		},
	})
}
