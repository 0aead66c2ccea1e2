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

// history shows who changed what when and why, newest first.
func (d *Dossier) history(p Page) {
	if len(p.History) == 0 {
		return
	}
	d.section("History", plural(len(p.History), "change"))
	changes := slices.Clone(p.History)
	slices.Reverse(changes)
	hidden := 0
	if !d.whole && len(changes) > recent+1 {
		hidden = len(changes) - recent
		changes = changes[:recent]
	}
	for _, c := range changes {
		d.change(p, c)
	}
	if hidden > 0 {
		all := widget.NewButton("Show "+plural(hidden, "earlier change"), func() {
			d.whole = true
			d.Set(d.shown)
		})
		all.Importance = widget.LowImportance
		d.page.Add(all)
	}
	d.block(look.Caption("Id " + p.Event.Value.ID + " · revision " + fmt.Sprint(p.Event.Revision)))
}

func (d *Dossier) change(p Page, c store.Change) {
	rows := []fyne.CanvasObject{
		look.Body(join(", ", situation.Sentence(reason(c)), c.By)),
		look.Caption(situation.FormatInstant(c.Time, p.Zone)),
	}
	if c.Note != "" {
		rows = append(rows, look.Caption(situation.Sentence(c.Note)))
	}
	for _, item := range c.Items {
		if item.ID != p.Event.Value.ID || item.Before == nil || item.After == nil {
			continue
		}
		for _, e := range Compare(item.Before, item.After) {
			rows = append(rows, look.Caption(edited(e)))
		}
	}
	d.block(rows...)
}

// reason says what was done, and what it undid.
func reason(c store.Change) string {
	text := string(c.Reason)
	if c.Undoes > 0 {
		text += fmt.Sprintf(" of change %d", c.Undoes)
	}
	return text
}

// edited is an edit in a line: what, before, after.
func edited(e Edit) string {
	member := situation.Sentence(e.Member)
	switch {
	case e.Before == "":
		return "+ " + join(": ", member, e.After)
	case e.After == "":
		return "− " + join(": ", member, e.Before)
	}
	return member + ": " + e.Before + " → " + e.After
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
