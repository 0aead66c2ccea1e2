package window

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/export"
	"sitmap/app/look"
	"sitmap/app/release"
	"sitmap/store"
)

// What is protected never leaves the store without a word: each way out of it asks
// first.

// heldListed is how many of what stays behind a dialog names.
const heldListed = 200

// askOut asks, in a dialog, whether something may go out; both sentences stand above
// what it names. choices are the buttons beside “Cancel”, the last one proposed.
func (d *desk) askOut(title, text string, names []string, choices ...look.Action) {
	label := look.Body(text)
	label.Selectable = false
	content := fyne.CanvasObject(container.New(look.Width(110*look.Grid), label))
	if len(names) > 0 {
		list := look.Body(strings.Join(names, "\n"))
		scroll := container.NewVScroll(container.New(look.Inset{Right: 4 * look.Grid}, list))
		scroll.SetMinSize(fyne.NewSize(130*look.Grid, min(60, float32(8+6*len(names)))*look.Grid))
		content = container.NewBorder(content, nil, nil, nil, scroll)
	}
	dlg := dialog.NewCustomWithoutButtons(title, content, d.win)
	buttons := []fyne.CanvasObject{widget.NewButton("Cancel", dlg.Hide)}
	for i, c := range choices {
		b := widget.NewButton(c.Name, func() { dlg.Hide(); c.Do() })
		if i == len(choices)-1 {
			b.Importance = widget.HighImportance
		}
		buttons = append(buttons, b)
	}
	dlg.SetButtons(buttons)
	d.show(dlg)
	d.win.Canvas().Focus(buttons[len(buttons)-1].(*widget.Button))
}

// heldBack asks what becomes of the protected events of an export, naming them; it
// goes on at once where there are none.
func (d *desk) heldBack(g export.Guarded, list []export.Held, goOn func(everything bool)) {
	if g == (export.Guarded{}) {
		goOn(false)
		return
	}
	var names []string
	for _, h := range list {
		part := "left out"
		if h.Partly {
			part = "in part"
		}
		names = append(names, fmt.Sprintf("“%s”, %s: %s", look.Shorten(h.Title, 60), part, h.Why))
	}
	if more := g.Events + g.Partly - len(list); more > 0 {
		names = append(names, fmt.Sprintf("and %s more", look.Count(more, "event")))
	}
	text := fmt.Sprintf("Protected are %s, %s, and parts of %s. They stay behind, unless you have them written too: then see to whom the file goes.",
		look.Count(g.Events, "event"), look.Count(g.Sources, "source"), look.Count(g.Partly, "other event"))
	d.askOut("Some of this is protected", text, names,
		look.Action{Name: "Write all of it", Do: func() { goOn(true) }},
		look.Action{Name: "Leave it out", Do: func() { goOn(false) }})
}

// copyHolds asks, where the store holds what is protected, whether a copy is to be
// made: a copy has it all.
func (d *desk) copyHolds(history bool, goOn func()) {
	o := d.open
	var c store.GuardedCount
	d.work(job{
		title: "Looking for what is protected",
		do: func(ctx context.Context, _ store.Progress) (err error) {
			c, err = o.sit.Store().GuardedCount(ctx)
			return err
		},
		done: func(err error) bool {
			if err != nil || d.open != o {
				return err == nil
			}
			if !c.Any() {
				goOn()
				return true
			}
			var parts []string
			for _, p := range []struct {
				n    int
				word string
			}{{c.Events, "event"}, {c.Items, "source"}, {c.Actors, "actor"}, {c.Attachments, "attached file"}} {
				if p.n > 0 {
					parts = append(parts, look.Count(p.n, p.word))
				}
			}
			text := fmt.Sprintf("The copy holds the whole store. In it are protected (TLP, embargo, do not publish): %s.", strings.Join(parts, ", "))
			if history {
				text += " Its history also holds what was deleted, and how things stood before."
			}
			text += " See to whom the copy goes; to give a part of the store away, export events."
			d.askOut("The copy holds what is protected", text, nil, look.Action{Name: "Save a copy", Do: goOn})
			return true
		},
	})
}

// copyOf puts a text about an event on the clipboard; where the event is protected, it
// says so first.
func (d *desk) copyOf(id string, copies func()) {
	o := d.open
	if o == nil || id == "" {
		copies()
		return
	}
	e, ok := o.sit.Event(id)
	if !ok {
		var at store.Stored[store.Event]
		d.work(job{
			title: "Reading the event",
			do: func(ctx context.Context, _ store.Progress) (err error) {
				at, err = o.sit.Store().Event(ctx, id)
				return err
			},
			done: func(err error) bool {
				if err == nil && d.open == o {
					d.copyJudged(at.Value, copies)
				}
				return err == nil
			},
		})
		return
	}
	d.copyJudged(e.Value, copies)
}

func (d *desk) copyJudged(e store.Event, copies func()) {
	if release.Publishable(e.Protection, d.now()) {
		copies()
		return
	}
	d.askOut("This event is protected", fmt.Sprintf("“%s” is %s. What is copied can be pasted anywhere.", look.Shorten(e.Title, 80), e.Protection.Words()), nil,
		look.Action{Name: "Copy", Do: copies})
}
