package window

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/store"
)

// read asks the store what would change.
func (x *bulkDialog) read() {
	b, merge, err := x.wish()
	if err != nil || merge == nil && empty(b) || !x.open() {
		return
	}
	x.turn++
	mine, ids := x.turn, x.ids()
	x.say("Looking what would change …", widget.LowImportance)
	var list, own []store.BulkChange
	var m store.Merging
	x.d.work(job{
		title: "Looking what would change",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			if merge != nil {
				m, err = x.o.sit.Store().PlanMerge(ctx, store.EntityActor, merge[0], merge[1])
			} else {
				list, own, err = x.o.sit.Store().PreviewBulk(ctx, ids, b)
			}
			return err
		},
		done: func(err error) bool {
			switch {
			case mine != x.turn || !x.open():
				return true
			case err != nil:
				x.say(look.Sentence(err), widget.DangerImportance)
				return true
			case merge != nil:
				x.showMerge(m)
			default:
				x.show(b, ids, list, own)
			}
			return true
		},
	})
}

// show lists what would change, and which events their author may not review.
func (x *bulkDialog) show(b store.Bulk, ids []string, list, own []store.BulkChange) {
	x.bulk, x.preview, x.own = b, list, own
	if len(list) == 0 && len(own) == 0 {
		x.say(fmt.Sprintf("Nothing: all %s are so already.", look.Count(len(ids), "event")), widget.MediumImportance)
		return
	}
	text := fmt.Sprintf("%s of %d. One undo takes it all back.", look.Count(len(list), "event"), len(ids))
	if len(list) == 0 {
		text = "Nothing."
	}
	if len(own) > 0 {
		left := look.Count(len(own), "event") + " whose newest change is your own: a review is for a second person."
		text += " Left as they are: " + left
	}
	x.say(text, widget.MediumImportance)
	lines := listed(list, func(c store.BulkChange) string { return strings.Join(c.What, "; ") })
	if len(own) > 0 {
		lines = append(append(lines, "", "Left as they are:"), listed(own, func(store.BulkChange) string { return "changed last by you" })...)
	}
	x.list.SetText(strings.TrimSpace(strings.Join(lines, "\n")))
	if len(list) == 0 {
		return
	}
	x.apply.SetText("Change " + look.Count(len(list), "event"))
	x.apply.Enable()
}

// listed is a line for each event, up to as many as are told.
func listed(list []store.BulkChange, what func(store.BulkChange) string) (lines []string) {
	for _, c := range list[:min(len(list), bulkListed)] {
		lines = append(lines, "“"+look.Shorten(c.Title, 70)+"”: "+what(c))
	}
	if more := len(list) - bulkListed; more > 0 {
		lines = append(lines, fmt.Sprintf("and %s more", look.Count(more, "event")))
	}
	return lines
}

func (x *bulkDialog) showMerge(m store.Merging) {
	x.merging = &m
	x.say(fmt.Sprintf("“%s” becomes part of “%s”: named in %s and by %s. It is deleted; one undo brings it back.",
		m.GoneTitle, m.KeepTitle, look.Count(m.Events, "event"), look.Count(m.Actors, "other actor")), widget.MediumImportance)
	x.list.SetText(strings.Join(m.Kept, "\n"))
	x.apply.SetText("Merge the two")
	x.apply.Enable()
}

// write carries out what the preview shows.
func (x *bulkDialog) write() {
	if x.apply.Disabled() {
		return
	}
	d, o, b, list, m, note := x.d, x.o, x.bulk, x.preview, x.merging, strings.TrimSpace(x.note.Text)
	x.dlg.Hide()
	d.work(job{
		title: "Changing the events", keep: true,
		do: func(ctx context.Context, p store.Progress) error {
			var err error
			if m != nil {
				_, err = o.sit.Store().Merge(ctx, store.EntityActor, m.Keep, m.Gone, note, p)
			} else {
				_, err = o.sit.Store().ApplyBulk(ctx, list, b, store.ReasonUpdate, note, p)
			}
			if err != nil {
				return err
			}
			return o.sit.Reload(ctx)
		},
		done: func(err error) bool {
			var conflict *store.ConflictError
			if errors.As(err, &conflict) {
				d.fail(fmt.Errorf("nothing was changed: %w; look at the preview again", err))
				return true
			}
			if err != nil || d.open != o {
				return err == nil
			}
			d.list.Unmark()
			d.wordsChanged()
			d.refreshUndo()
			if m != nil {
				d.status.Say("Merged “%s” into “%s”. Undo (Ctrl+Z) takes it back.", m.GoneTitle, m.KeepTitle)
			} else {
				d.status.Say("Changed %s. Undo (Ctrl+Z) takes it all back.", look.Count(len(list), "event"))
			}
			return true
		},
	})
	d.focusList()
}
