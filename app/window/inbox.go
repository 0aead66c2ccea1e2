package window

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/inbox"
	"sitmap/app/look"
	"sitmap/app/reading"
	"sitmap/store"
)

// manyItems is how many items of each state the inbox lists.
const manyItems = 500

// inboxWidth is how wide the left column is at least while the inbox stands in it,
// so that a text can be read.
const inboxWidth = 420

// inboxSide is the inbox, which stands in the left column in place of the list.
type inboxSide struct {
	panel   *inbox.Panel
	list    fyne.CanvasObject // what stands there otherwise
	content fyne.CanvasObject
	shown   bool
	lent    bool    // it was put up only to read a text beside the form
	width   float32 // of the column before
	folded  bool    // it was folded away before
}

// newInboxSide puts the inbox, hidden, behind the list.
func (d *desk) newInboxSide() {
	p := inbox.NewPanel(inbox.Deps{Hints: d.status, Date: func(text string) (string, error) {
		return inbox.Published(text, d.now(), d.zone())
	}})
	s := &inboxSide{panel: p, list: d.columns.left, content: look.Panel(p.Content())}
	s.content.Hide()
	d.columns.left = container.NewStack(s.list, s.content)
	d.inbox = s
	p.OnWant = d.readItem
	p.OnOpen = func(q reading.Proposal) { d.leaveForm(func() { d.createFrom(q.Event) }) }
	p.OnAccept = d.acceptProposal
	p.OnEmpty = func(it store.Item) { d.leaveForm(func() { d.createFrom(inbox.Empty(it)) }) }
	p.OnReject = d.askReject
	p.OnPutBack = func(it store.Stored[store.Item]) {
		d.moveItem(it, inbox.New, "", "Put back “%s”: it waits as new.")
	}
	p.OnKeep = func(x inbox.Draft) { d.keepItems([]inbox.Draft{x}) }
	p.OnTake, p.OnText, p.OnForm = d.takeWords, d.askText, d.backToForm
	p.OnSay = func(sentence string) { d.status.Say("%s", sentence) }
	p.OnClose = d.toggleInbox
	p.OnNext = d.nextPanel
	d.win.Canvas().AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { d.typedPaste() })
}

// typedPaste is Ctrl+V where nothing that has the keyboard wants it.
func (d *desk) typedPaste() {
	if d.inbox.shown && !d.modal() {
		d.inbox.panel.Paste(d.app.Clipboard().Content())
	}
}

// toggleInbox follows the View menu.
func (d *desk) toggleInbox() { d.showInbox(!d.inbox.shown || d.columns.leftFolded) }

// showInbox puts the inbox up in place of the list, or the list back.
func (d *desk) showInbox(shown bool) {
	s, c := d.inbox, d.columns
	if !shown && !s.shown {
		return
	}
	if shown && !d.showBook(nil) { // they stand in the same column
		return
	}
	if shown != s.shown {
		s.shown = shown
		if shown {
			s.width, s.folded = c.leftWidth, c.leftFolded
			c.leftWidth = max(c.leftWidth, inboxWidth)
			s.list.Hide()
			s.content.Show()
			d.readInbox()
		} else {
			c.leftWidth, c.leftFolded = s.width, s.folded
			s.content.Hide()
			s.list.Show()
		}
	}
	if shown {
		c.leftFolded = false
	}
	c.Refresh()
	d.header.update()
	d.menus.update()
	d.focusList()
}

// readInbox shows what the inbox of the open store holds.
func (d *desk) readInbox() {
	o := d.open
	if o == nil {
		d.inbox.panel.Set(nil, nil, nil, false)
		return
	}
	is, _ := o.sit.Store().ReadOnly()
	d.inbox.panel.SetWritable(!is)
	if !d.inbox.shown {
		return
	}
	var items []store.Stored[store.Item]
	var counts map[string]int
	d.work(job{
		title: "Reading the inbox",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			items, counts, err = o.sit.Store().Inbox(ctx, manyItems)
			return err
		},
		done: func(err error) bool {
			if err == nil && d.open == o {
				d.inbox.panel.Set(items, counts, o.sit.Kinds(), !is)
			}
			return err == nil || d.open != o
		},
	})
}

// readItem reads an item and what its text says.
func (d *desk) readItem(id string) {
	o := d.open
	if o == nil {
		return
	}
	var p inbox.Page
	d.work(job{
		title: "Reading the report",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			p, err = inbox.ReadPage(ctx, o.sit.Store(), d.names, id, d.zone())
			return err
		},
		done: func(err error) bool {
			switch {
			case d.open != o:
				return true
			case err != nil:
				d.inbox.panel.Failed()
				return false
			}
			d.inbox.panel.SetPage(p)
			return true
		},
	})
}

// acceptProposal saves a proposal as it is, which marks its item as used.
func (d *desk) acceptProposal(q reading.Proposal) {
	o := d.open
	if !d.canWrite() {
		return
	}
	e := q.Event
	inbox.MarkUsed(&e)
	d.work(job{
		title: "Saving the event", keep: true,
		do: func(ctx context.Context, _ store.Progress) error {
			if err := inbox.Settle(ctx, o.sit.Store(), d.names, &e); err != nil {
				return err
			}
			_, err := o.sit.Save(ctx, store.Action{Put: []store.Put{{Event: &e}}})
			var bad *store.ValidationError
			if errors.As(err, &bad) {
				return fmt.Errorf("the proposal cannot be accepted as it is: %w; open it in the form with Enter and mend it", err)
			}
			return err
		},
		done: func(err error) bool {
			if err != nil || d.open != o {
				return err == nil
			}
			d.status.Say("Saved “%s” as a draft event. Undo (Ctrl+Z) takes it back.", look.Shorten(e.Title, 60))
			d.inbox.panel.Saved(e.ID)
			o.sit.Select(e.ID)
			d.readInbox()
			return true
		},
	})
}

// askReject asks why an item is of no use.
func (d *desk) askReject(it store.Stored[store.Item]) {
	text := look.Body(fmt.Sprintf("“%s” is kept among the rejected ones with this reason, and can be put back.", it.Value.Title))
	text.Selectable = false
	d.askWhy("Reject this item?", "Reject", "Why: no event in it, a repetition, not credible …", text, func(why string) {
		d.moveItem(it, inbox.Rejected, why, "Rejected “%s”.")
	})
}

// moveItem gives an item another state, with the reason.
func (d *desk) moveItem(it store.Stored[store.Item], state, why, said string) {
	o := d.open
	if o == nil || !d.canWrite() {
		return
	}
	d.work(job{
		title: "Moving the item", keep: true,
		do: func(ctx context.Context, _ store.Progress) error {
			whole, err := o.sit.Store().Item(ctx, it.Value.ID)
			if err != nil {
				return err
			}
			item := whole.Value
			item.Inbox, item.InboxNote = state, why
			_, err = o.sit.Save(ctx, store.Action{Note: why, Put: []store.Put{{Item: &item, Base: it.Revision}}})
			return err
		},
		done: func(err error) bool {
			if err != nil || d.open != o {
				return err == nil
			}
			d.status.Say(said+" Undo (Ctrl+Z) takes it back.", look.Shorten(it.Value.Title, 60))
			d.readInbox()
			return true
		},
	})
}
