package window

import (
	"context"

	"fyne.io/fyne/v2/dialog"

	"sitmap/app/sources"
	"sitmap/store"
)

// newSources makes the book of outlets and items.
func (d *desk) newSources() *book {
	p := sources.New(sources.Deps{
		Hints: d.status, Work: d.beside, After: d.run.After, Clock: d.now, Zone: d.zone(),
		Say: func(s string) { d.status.Say("%s", s) },
	})
	b := &book{
		name: "Sources", left: p.Left(), middle: p.Right(), focus: p.Focus, page: p.FocusPage, refresh: p.Refresh, busy: p.Busy,
		holds: p.Holds, confirm: p.Confirm,
	}
	p.OnEvent, p.OnMap, p.OnNext = d.bookEvent, d.bookOnMap, d.nextPanel
	p.OnClose = func() { d.showBook(nil) }
	p.OnAsk = func(title, text, yes string, then func()) {
		ask := dialog.NewConfirm(title, text, func(ok bool) {
			if ok {
				then()
			}
			d.focusList()
		}, d.win)
		ask.SetConfirmText(yes)
		ask.SetDismissText("Keep it")
		d.show(ask)
	}
	d.sources = p
	return b
}

// beside is [desk.work] as panels know it.
func (d *desk) beside(title string, do func(context.Context, store.Progress) error, done func(error) bool) {
	d.work(job{title: title, do: do, done: done})
}
