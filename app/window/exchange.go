package window

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"sitmap/app/export"
	"sitmap/app/intake"
	"sitmap/app/look"
	"sitmap/store"
)

// exportEvents asks for a file and writes the events that pass the filter into it.
func (d *desk) exportEvents(extension string) {
	o := d.open
	if o == nil {
		return
	}
	name, past := storeName(o.path)+extension, o.past
	d.askFile("Export events", "Export", name, []string{extension}, true, func(path string) {
		x := export.Options{Out: path, Filter: o.sit.Filter(), Names: d.names, Record: true, Mark: true, AsKnownAt: past}
		var g export.Guarded
		var held []export.Held
		d.work(job{
			title: "Looking for what is protected",
			do: func(ctx context.Context, _ store.Progress) (err error) {
				g, held, err = export.Named(ctx, o.sit.Store(), x, heldListed)
				return err
			},
			done: func(err error) bool {
				if err == nil && d.open == o {
					d.heldBack(g, held, func(everything bool) {
						x.Everything = everything
						d.exportNow(o, x)
					})
				}
				return err == nil
			},
		})
	})
}

func (d *desk) exportNow(o *opened, x export.Options) {
	var r export.Result
	d.work(job{
		title: "Exporting events",
		do: func(ctx context.Context, p store.Progress) (err error) {
			x.Progress = p
			r, err = export.Write(ctx, o.sit.Store(), x)
			return err
		},
		done: func(err error) bool {
			if err != nil {
				return false
			}
			d.status.Say("Wrote %s to %s%s.", look.Count(r.Events, "event"), x.Out, publication(r.Publication.ID, r.WhyNotRecorded))
			switch w := r.Withheld; {
			case w != (export.Guarded{}):
				d.banner.Say(look.Caution, fmt.Sprintf("Left out of %s as protected: %s, %s, and parts of %s.", filepath.Base(x.Out),
					look.Count(w.Events, "event"), look.Count(w.Sources, "source"), look.Count(w.Partly, "other event")))
			case r.Protected > 0:
				d.banner.Say(look.Caution, fmt.Sprintf("%s holds %s. See to whom it goes.", filepath.Base(x.Out), look.Count(r.Protected, "protected event")))
			}
			return true
		},
	})
}

// publication says under which id an output is logged, or why it is not.
func publication(id, why string) string {
	switch {
	case id != "":
		return ", publication " + id
	case why != "":
		return "; not recorded: " + why
	}
	return ""
}

// importEvents asks for a GeoJSON file and adds what it holds, as one change.
func (d *desk) importEvents() {
	if d.canWrite() {
		d.fileOpen("Import", intake.Extensions(), d.importFile)
	}
}

func (d *desk) importFile(path string) {
	o, name := d.open, filepath.Base(path)
	var (
		r        intake.Result
		rejected []string
	)
	d.work(job{
		title: "Importing " + name,
		do: func(ctx context.Context, p store.Progress) (err error) {
			r, err = intake.Run(ctx, o.sit.Store(), []string{path}, intake.Options{
				Progress: p,
				Rejected: func(x intake.Rejection) error {
					rejected = append(rejected, fmt.Sprintf("%s: %s", x.Row.Where(x.Noun), x.Reason))
					return nil
				},
			})
			if err != nil {
				return err
			}
			return o.sit.Reload(ctx)
		},
		done: func(err error) bool {
			if err != nil {
				return false
			}
			d.imported(o, name, r, rejected)
			return true
		},
	})
}

// imported says what was taken and what was not.
func (d *desk) imported(o *opened, name string, r intake.Result, rejected []string) {
	d.status.Say("Imported %s from %s; %d were here already, %d rejected.", look.Count(r.Added, "event"), name, r.Same, r.Rejected)
	if r.Rejected > 0 {
		d.banner.Say(look.Caution, fmt.Sprintf("%s of %s could not be taken; %s imported. Undo takes them back.",
			look.Count(r.Rejected, "record"), name, look.Count(r.Added, "event")),
			look.Action{Name: "Show why", Do: func() { d.longText("Rejected records", strings.Join(rejected, "\n")) }})
	}
	if d.open == o && r.Added > 0 {
		d.mapView.FitTo(o.sit.Bound())
	}
}
