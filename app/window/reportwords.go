package window

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/entry"
	"sitmap/app/inbox"
	"sitmap/app/look"
	"sitmap/store"
)

// takeWords has words of a report become a field's value in the form. Where none is
// open, an event that cites the item is begun with them.
func (d *desk) takeWords(x inbox.Excerpt) {
	if !d.canWrite() {
		return
	}
	if !d.writing {
		d.createFrom(inbox.Empty(x.Item))
	}
	said := d.form.Take(entry.Excerpt{Item: x.Item, Words: x.Words, Quote: x.Quote, Use: entry.Use(x.Use), As: x.As})
	d.status.Say("%s", said)
}

// backToForm gives the keyboard back to the form, where it was.
func (d *desk) backToForm() {
	if d.writing {
		d.form.Focus()
	}
}

// showText puts the text of an item beside the form, with the keyboard in it.
func (d *desk) showText(id string) {
	o := d.open
	if o == nil {
		return
	}
	if id == "" {
		d.status.Say("No item with a text is cited yet. Choose one as the source, or open the inbox (Ctrl+I) and take words from there.")
		return
	}
	var it store.Stored[store.Item]
	d.work(job{
		title: "Reading the report",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			it, err = o.sit.Store().Item(ctx, id)
			return err
		},
		done: func(err error) bool {
			if err != nil || d.open != o {
				return err == nil
			}
			if !d.inbox.shown {
				d.inbox.lent = d.writing
				d.showInbox(true)
			}
			d.inbox.panel.Visit(it)
			return true
		},
	})
}

// takeBackText puts the list back where the inbox stood only beside the form.
func (d *desk) takeBackText() {
	if d.inbox.lent {
		d.inbox.lent = false
		d.showInbox(false)
	}
}

// askText asks for the text of an item that has none yet, only an address say.
func (d *desk) askText(it store.Stored[store.Item]) {
	if !d.canWrite() {
		return
	}
	said := widget.NewLabel(fmt.Sprintf("Open the address, copy what “%s” says, and paste it here. It is kept with the item and then read.", it.Value.Title))
	said.Wrapping = fyne.TextWrapWord
	text := widget.NewMultiLineEntry()
	text.PlaceHolder = "The text as published"
	text.Wrapping = fyne.TextWrapWord
	text.SetMinRowsVisible(12)
	ask := dialog.NewCustomConfirm("Add the text of this item", "Add", "Cancel",
		container.New(look.Width(140*look.Grid), container.NewVBox(said, text)), func(yes bool) {
			switch {
			case yes && strings.TrimSpace(text.Text) == "":
				d.status.Say("Nothing was added: the text is empty.")
			case yes && len(text.Text) > inbox.MaxText:
				d.status.Say("The text has more than 1 MB. Add the part that matters.")
			case yes:
				d.giveText(it, text.Text)
			}
			d.focusList()
		}, d.win)
	d.show(ask)
	d.win.Canvas().Focus(text)
}

// giveText gives an item its text.
func (d *desk) giveText(it store.Stored[store.Item], text string) {
	o := d.open
	var now store.Stored[store.Item]
	d.work(job{
		title: "Saving the text", keep: true,
		do: func(ctx context.Context, _ store.Progress) error {
			whole, err := o.sit.Store().Item(ctx, it.Value.ID)
			if err != nil {
				return err
			}
			item := whole.Value
			if item.Text != "" {
				return fmt.Errorf("“%s” was given a text meanwhile; it stays as it is", item.Title)
			}
			item.Text = text
			if _, err = o.sit.Save(ctx, store.Action{Put: []store.Put{{Item: &item, Base: whole.Revision}}}); err != nil {
				return err
			}
			now, err = o.sit.Store().Item(ctx, it.Value.ID)
			return err
		},
		done: func(err error) bool {
			if err != nil || d.open != o {
				return err == nil
			}
			d.status.Say("Added the text of “%s”. Undo (Ctrl+Z) takes it back.", look.Shorten(it.Value.Title, 60))
			d.inbox.panel.Renew(now)
			d.readInbox()
			return true
		},
	})
}
