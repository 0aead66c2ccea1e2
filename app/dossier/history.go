package dossier

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// recent is how many changes a long history shows at first.
const recent = 8

// history shows who changed what when and why, newest first, what was before and after
// side by side. p is the page as it is, whatever state is looked at.
func (d *Dossier) history(p Page) {
	if len(p.History) == 0 {
		return
	}
	d.section("History", look.Count(len(p.History), "change"))
	changes := slices.Clone(p.History)
	slices.Reverse(changes)
	hidden := 0
	if !d.whole && len(changes) > recent+1 {
		hidden = len(changes) - recent
		changes = changes[:recent]
	}
	for i, c := range changes {
		if i > 0 {
			d.page.Add(look.Hairline())
		}
		d.change(p, c, i == 0)
	}
	if hidden > 0 {
		all := widget.NewButton("Show "+look.Count(hidden, "earlier change"), func() {
			d.whole = true
			d.Set(d.shown)
		})
		all.Importance = widget.LowImportance
		d.page.Add(all)
	}
	d.block(look.Caption("Id " + p.Event.Value.ID + " · revision " + fmt.Sprint(p.Event.Revision)))
}

// change is one entry of the history; newest: its state is the present one.
func (d *Dossier) change(p Page, c store.Change, newest bool) {
	rows := []fyne.CanvasObject{
		look.Body(look.Join(", ", situation.Sentence(reason(c)), c.By)),
		look.Caption(look.Join(" · ", situation.FormatInstant(c.Time, p.Zone), "change "+number(c))),
	}
	if c.Note != "" {
		rows = append(rows, look.Caption(situation.Sentence(c.Note)))
	}
	var edits []Edit
	for _, item := range c.Items {
		if item.ID == p.Event.Value.ID && item.Before != nil && item.After != nil {
			edits = append(edits, p.words().Event(item.Before, item.After)...)
		}
	}
	if len(edits) > 0 {
		rows = append(rows, SideBySide(edits, "Before", "After"))
	}
	if !newest && d.readable(c) {
		name := "Look at this state"
		if d.looked == c.Seq {
			name = "Shown above"
		}
		b := look.NewButton(name, look.UIIcon("show"), "Show the event as it was after this change; it can be restored from there", d.hints, func() { d.Look(c.Seq) }).Quiet()
		if d.looked == c.Seq {
			b.Disable()
		}
		rows = append(rows, look.Loose(chips(b)))
	}
	d.block(rows...)
}

// number is the number of a change, as it is written everywhere.
func number(c store.Change) string { return fmt.Sprintf("#%d", c.Seq) }

// reason says what was done, and what it undid.
func reason(c store.Change) string {
	text := string(c.Reason)
	if c.Undoes > 0 {
		text += fmt.Sprintf(" of change #%d", c.Undoes)
	}
	return text
}
