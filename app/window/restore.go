package window

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/dossier"
	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// earlierStates lists the states that an event was in, to be looked at.
func (d *desk) earlierStates(id string) {
	d.withEvent(id, func(o *opened, _ store.Stored[store.Event]) {
		var list []store.Change
		d.work(job{
			title: "Reading the history",
			do: func(ctx context.Context, _ store.Progress) (err error) {
				list, err = o.sit.Store().History(ctx, store.EntityEvent, id)
				return err
			},
			done: func(err error) bool {
				if err == nil && d.open == o && !d.modal() {
					d.offerStates(id, list)
				}
				return err == nil
			},
		})
	})
}

func (d *desk) offerStates(id string, list []store.Change) {
	rows := container.New(look.Rows{Gap: look.Grid / 2})
	var dlg *dialog.CustomDialog
	var first fyne.Focusable
	for i, c := range slices.Backward(list) {
		if i == len(list)-1 || len(c.Items) == 0 || c.Items[0].After == nil {
			continue // the present, or a deletion
		}
		name := fmt.Sprintf("#%d, %s, by %s: %s", c.Seq, situation.FormatInstant(c.Time, d.zone()), look.Shorten(c.By, 20), c.Reason)
		if c.Note != "" {
			name += ", " + look.Shorten(c.Note, 40)
		}
		b := look.NewButton(name, look.UIIcon("history"), "Show first what restoring this state changes", d.status, func() {
			dlg.Hide()
			d.restore(id, c.Seq)
		}).Quiet()
		b.Alignment = widget.ButtonAlignLeading
		rows.Add(b)
		if first == nil {
			first = b
		}
	}
	if first == nil {
		d.status.Say("This event has no earlier state: it is as it was recorded.")
		return
	}
	dlg = dialog.NewCustom("Restore an earlier state", "Cancel", container.NewVScroll(rows), d.win)
	dlg.Resize(d.within(560, min(460, 160+40*float32(len(rows.Objects)))))
	d.show(dlg)
	d.win.Canvas().Focus(first)
}

// restore shows what making an event again what a change left it changes, and asks why.
func (d *desk) restore(id string, seq int64) {
	d.withEvent(id, func(o *opened, e store.Stored[store.Event]) {
		var (
			c     store.Change
			then  store.Event
			edits []dossier.Edit
		)
		d.work(job{
			title: "Comparing the states",
			do: func(ctx context.Context, _ store.Progress) error {
				list, err := o.sit.Store().History(ctx, store.EntityEvent, id)
				if err != nil {
					return err
				}
				i := slices.IndexFunc(list, func(c store.Change) bool { return c.Seq == seq })
				if i < 0 || len(list[i].Items) == 0 || list[i].Items[0].After == nil {
					return fmt.Errorf("change %d left no state of “%s” that could be restored", seq, e.Value.Title)
				}
				c = list[i]
				if then, err = store.DecodeEvent(c.Items[0].After); err != nil {
					return fmt.Errorf("the state after change %d cannot be read: %w", seq, err)
				}
				newest := list[len(list)-1].Items
				if len(newest) == 0 {
					return nil
				}
				words, err := o.reader.Words(ctx, newest[0].After, c.Items[0].After)
				edits = words.Event(newest[0].After, c.Items[0].After)
				return err
			},
			done: func(err error) bool {
				switch {
				case err != nil:
					return false
				case d.open != o || d.modal():
				case len(edits) == 0:
					d.status.Say("“%s” is what it was then: there is nothing to restore.", e.Value.Title)
				default:
					d.askRestore(o, e, then, c, edits)
				}
				return true
			},
		})
	})
}

func (d *desk) askRestore(o *opened, e store.Stored[store.Event], then store.Event, c store.Change, edits []dossier.Edit) {
	at := fmt.Sprintf("change #%d, %s by %s", c.Seq, situation.FormatInstant(c.Time, d.zone()), c.By)
	text := look.Body("It becomes again what it was after " + at + ". That is one change more: the history keeps what is there now, and undo (Ctrl+Z) brings it back.")
	text.Selectable = false
	table := container.NewVScroll(container.New(look.Inset{Right: 4 * look.Grid}, look.Tight(dossier.SideBySide(edits, "Now", "Restored"))))
	table.SetMinSize(fyne.NewSize(150*look.Grid, min(75, float32(12+14*len(edits)))*look.Grid))
	d.askWhy("Restore this state?", "Restore", "Why it is restored", container.NewBorder(
		container.New(look.Rows{Gap: look.Grid}, titled(e.Value.Title), text), nil, nil, nil, table), func(why string) {
		d.put(o, then, e.Revision, store.ReasonUpdate, fmt.Sprintf("restored the state after change #%d: %s", c.Seq, why),
			fmt.Sprintf("Restored “%s” as it was after change #%d.", then.Title, c.Seq))
	})
}
