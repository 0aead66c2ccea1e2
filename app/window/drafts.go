package window

import (
	"context"
	"time"

	"sitmap/app/entry"
	"sitmap/store"
)

// draftsAfter leaves a form that was closed the time to drop what it had kept.
const draftsAfter = time.Second

// countDrafts counts what was written in forms and not saved, for the header. While
// the form is open it has drafts of its own, which are nobody's concern.
func (d *desk) countDrafts() {
	o := d.open
	if o == nil || d.writing {
		return
	}
	waiting := 0
	d.work(job{
		title: "Looking for drafts",
		do: func(context.Context, store.Progress) error {
			// Beside the form's own, which answers one question at a time.
			kept, err := entry.Folder(d.dirs.drafts(o.sit.Store().ID())).Kept()
			waiting = len(kept)
			return err
		},
		done: func(err error) bool {
			if d.open == o && err == nil {
				o.drafts = waiting
				d.header.update()
			}
			return err == nil
		},
	})
}

// openDraft opens the form, which offers the drafts that wait, newest first.
func (d *desk) openDraft() { d.create() }
