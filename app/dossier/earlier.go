package dossier

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// Look shows the event as one of its changes left it, until it is called with 0, which
// shows it as it is. A change that is not in its history shows nothing else.
func (d *Dossier) Look(seq int64) {
	if n := len(d.shown.History); n > 0 && d.shown.History[n-1].Seq == seq {
		seq = 0 // the newest state is what it is
	}
	if d.looked == seq {
		return
	}
	d.looked = seq
	d.Set(d.shown)
	d.scroll.ScrollToTop()
}

// Looked is the change whose state is shown, 0: the newest.
func (d *Dossier) Looked() int64 { return d.looked }

// asLooked is the page of the state that is looked at.
func (d *Dossier) asLooked(p Page) Page {
	if d.looked == 0 {
		return p
	}
	i := slices.IndexFunc(p.History, func(c store.Change) bool { return c.Seq == d.looked })
	if i < 0 || !d.readable(p.History[i]) {
		d.looked = 0
		return p
	}
	c := p.History[i]
	e, _ := store.DecodeEvent(c.Items[0].After) // readable has read it
	p.Event = store.Stored[store.Event]{Value: e, Revision: c.Items[0].Revision, Recorded: c.Time, By: c.By}
	p.History = p.History[:i+1]
	return p
}

// readable reports whether a change left a state that can be shown.
func (d *Dossier) readable(c store.Change) bool {
	if len(c.Items) == 0 || c.Items[0].After == nil {
		return false
	}
	_, err := store.DecodeEvent(c.Items[0].After)
	return err == nil
}

// earlier says above the page that an earlier state is looked at, and offers what can be
// done with it.
func (d *Dossier) earlier(p Page) {
	if d.looked == 0 {
		return
	}
	c := p.History[len(p.History)-1]
	back := look.NewButton("Back to the newest", look.UIIcon("undo"), "Show the event as it is (Escape)", d.hints, func() { d.Look(0) })
	buttons := []fyne.CanvasObject{back}
	if d.OnRestore != nil && !p.ReadOnly && !d.shown.Event.Deleted {
		buttons = append(buttons, look.NewButton("Restore …", look.UIIcon("history"), "Make the event what it was then; shows first what that changes", d.hints,
			func() { d.OnRestore(p.Event.Value.ID, c.Seq) }))
	}
	text := look.Strong("The event as it was after change " + look.Join(", ", number(c), situation.FormatInstant(c.Time, p.Zone), "by "+c.By) + ".")
	text.Selectable = false
	d.page.Add(look.Tinted(look.Caution, container.New(look.Inset{Top: look.Grid, Bottom: 2 * look.Grid, Left: look.Grid, Right: look.Grid},
		container.New(look.Rows{Gap: look.Grid}, text, look.Loose(chips(buttons...))))))
}
