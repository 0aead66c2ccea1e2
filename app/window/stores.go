package window

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/dialog"

	"sitmap/app/dossier"
	"sitmap/app/look"
	published "sitmap/app/publication"
	"sitmap/app/sample"
	"sitmap/app/situation"
	"sitmap/store"
	"sitmap/store/index"
)

// start opens what the window begins with: the store it was told, the last one, or
// a copy of the sample situation at the very first start.
func (d *desk) start() {
	last := d.prefs.Last
	switch {
	case d.opts.DB != "":
		d.openStore(d.opts.DB)
	case last != "" && last != d.dirs.sample():
		d.openStore(last)
	default:
		d.openSample()
	}
}

// openSample opens the copy of the sample situation, which it makes if missing.
func (d *desk) openSample() {
	path := d.dirs.sample()
	d.openWith("Writing the sample situation", path, func(ctx context.Context) (*store.Store, error) {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				return nil, fmt.Errorf("the folder for the sample situation cannot be made: %w", err)
			}
			if err := sample.Write(ctx, path); err != nil && !errors.Is(err, store.ErrExists) {
				return nil, err
			}
		}
		return store.Open(ctx, path, d.storeOptions())
	})
}

// openStore opens an existing store.
func (d *desk) openStore(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	d.openWith("Opening "+storeName(path), path, func(ctx context.Context) (*store.Store, error) {
		return store.Open(ctx, path, d.storeOptions())
	})
}

// createStore makes an empty store and opens it.
func (d *desk) createStore(path string) {
	d.openWith("Making "+storeName(path), path, func(ctx context.Context) (*store.Store, error) {
		return store.Create(ctx, path, d.storeOptions())
	})
}

func (d *desk) storeOptions() store.Options {
	return store.Options{User: d.author(), Clock: d.opts.Clock, Log: d.log}
}

// openWith opens a store by the given means, once nothing typed would be lost.
func (d *desk) openWith(title, path string, open func(context.Context) (*store.Store, error)) {
	d.leaveForm(func() {
		var st *store.Store
		columns := index.Options{Dir: d.dirs.cache}
		d.work(job{
			title: title,
			do: func(ctx context.Context, _ store.Progress) (err error) {
				// Opening the store writes to its file, so it is looked at before.
				columns.Stamp, _ = index.StampOf(path) // without: the columns are read anew
				st, err = open(ctx)
				if err == nil && ctx.Err() != nil {
					err = errors.Join(ctx.Err(), st.Close())
				}
				return err
			},
			done: func(err error) bool {
				if err != nil {
					d.cannotOpen(path, err)
					return true
				}
				d.adopt(st, path, columns)
				return true
			},
		})
	})
}

// cannotOpen says why a store could not be opened, with what can be done.
func (d *desk) cannotOpen(path string, err error) {
	choices := []look.Action{{Name: "Try again", Do: func() { d.openStore(path) }}}
	switch {
	case errors.Is(err, store.ErrMissing) || errors.Is(err, fs.ErrNotExist):
		choices = []look.Action{{Name: "Make it", Do: func() { d.createStore(path) }}}
		d.prefs.forget(path)
	case errors.Is(err, store.ErrExists):
		choices = []look.Action{{Name: "Open it", Do: func() { d.openStore(path) }}}
	}
	choices = append(choices, look.Action{Name: "Open another …", Do: d.askOpen})
	if d.open != nil {
		d.fail(err, choices...)
		return
	}
	choices = append(choices,
		look.Action{Name: "New store …", Do: d.askNew},
		look.Action{Name: "Open the sample situation", Do: d.openSample})
	d.log.Error("the store cannot be opened", "path", path, "err", err)
	d.status.Fail(err)
	d.nothing.show("The store cannot be opened", look.Sentence(err), choices)
	d.menus.update()
	d.header.update()
}

// adopt makes an open store the one that the window shows.
func (d *desk) adopt(st *store.Store, path string, columns index.Options) {
	d.closeStore()
	o := &opened{path: path, seen: -1}
	o.ctx, o.cancel = context.WithCancel(d.ctx)
	o.sit = situation.New(st, situation.Config{
		Base: d.base, Seats: situation.Capitals(d.base, d.names, ""), Names: d.names,
		Zone: d.zone(), Clock: d.opts.Clock, Log: d.log, Columns: columns,
	})
	o.reader = &dossier.Reader{
		Store: st, Zone: d.zone(), Clock: d.opts.Clock,
		Country: d.names.CountryName, Admin1: d.names.Admin1Name,
		Published: func(ctx context.Context, event string) ([]store.Publication, error) {
			return published.Touching(ctx, st, event, d.names)
		},
	}
	o.files = d.newFiles(o)
	d.open = o
	d.prefs.opened(path)
	d.nothing.hide()
	d.showStanding()
	d.banner.Clear()
	d.header.find.SetText("")
	d.win.SetTitle(storeName(path) + " – Sitmap")
	d.status.Say("Opened %s.", path)
	if is, why := st.ReadOnly(); is {
		d.banner.Say(look.Caution, look.Sentence(errors.New(why)))
	}
	d.newForm()
	d.sources.Set(o.sit)
	d.publications.Set(o.sit)
	d.followLayers(o, st)
	d.follow(o)
	d.countDrafts()
}

// backup keeps the day's copy of the store. It waits until the events have been read: at
// the same time, the two would leave the window no processor of two.
func (d *desk) backup(o *opened) {
	if is, _ := o.sit.Store().ReadOnly(); is {
		return
	}
	d.work(job{title: "Keeping today's backup", do: func(ctx context.Context, _ store.Progress) error {
		_, err := o.sit.Store().BackupDaily(ctx)
		if err != nil {
			return fmt.Errorf("today's backup could not be made: %w", err)
		}
		return nil
	}})
}

// closeStore closes the open store, if there is one. The file is written out
// beside the main goroutine.
func (d *desk) closeStore() {
	o := d.open
	if o == nil {
		return
	}
	d.open = nil
	d.syncLayers()
	d.setRings(nil)
	d.closeVocabulary()
	d.readInbox()
	d.sources.Set(nil)
	d.publications.Set(nil)
	d.showBook(nil)
	o.stop()
	o.cancel()
	d.showStanding()
	d.dossier.Clear()
	d.work(job{title: "Closing " + storeName(o.path), keep: true, do: func(context.Context, store.Progress) error {
		o.layers.Close()
		d.clearOpened(o.sit.Store().ID())
		if err := o.sit.Close(); err != nil {
			return fmt.Errorf("closing %s: %w", o.path, err)
		}
		return nil
	}})
}

// askOpen asks which store to open.
func (d *desk) askOpen() {
	d.fileOpen("Open", []string{".gpkg"}, d.openStore)
}

// askNew asks where to make a new store.
func (d *desk) askNew() {
	d.askFile("New store", "Make it", "New situation.gpkg", []string{".gpkg"}, false, d.createStore)
}

// askCopy asks where to save a copy of the open store.
func (d *desk) askCopy(history bool) {
	o := d.open
	if o == nil {
		return
	}
	d.copyHolds(history, func() { d.askCopyTo(o, history) })
}

func (d *desk) askCopyTo(o *opened, history bool) {
	name, title := storeName(o.path)+" copy.gpkg", "Save a copy with its history"
	if !history {
		title = "Save a copy without its history"
	}
	d.askFile(title, "Save", name, []string{".gpkg"}, false, func(path string) {
		d.work(job{
			title: "Saving a copy",
			do: func(ctx context.Context, p store.Progress) error {
				return o.sit.Store().SaveCopy(ctx, path, store.CopyOptions{History: history}, p)
			},
			done: func(err error) bool {
				if err != nil {
					return false
				}
				with := "with its history"
				if !history {
					with = "without its history"
				}
				d.status.Say("Saved a copy %s as %s.", with, path)
				return true
			},
		})
	})
}

// check proves file, history and rows of the open store.
func (d *desk) check() {
	o := d.open
	if o == nil {
		return
	}
	var r store.Report
	d.work(job{
		title: "Checking the store",
		do: func(ctx context.Context, p store.Progress) (err error) {
			r, err = o.sit.Store().Check(ctx, p)
			return err
		},
		done: func(err error) bool {
			if err != nil {
				return false
			}
			if r.OK() {
				d.status.Say("All is well: %s and %s are as they were written.", look.Count(int(r.Events), "event"), look.Count(int(r.Changes), "change"))
				d.show(dialog.NewInformation("All is well", fmt.Sprintf(
					"%s and %s are as they were written: the file, every digest,\nthe chain of changes, and the present rows against it.\nNewest change: %s", look.Count(int(r.Events), "event"), look.Count(int(r.Changes), "change"), look.Shorten(r.Head, 17)), d.win))
				return true
			}
			var lines []string
			for _, p := range r.Problems {
				lines = append(lines, p.Where+": "+p.What)
			}
			d.longText("The check found "+look.Count(len(lines), "problem"), strings.Join(lines, "\n"))
			d.status.Fail(fmt.Errorf("the check found %s in the store", look.Count(len(lines), "problem")))
			return true
		},
	})
}
