package window

import (
	"context"

	"fyne.io/fyne/v2"

	"sitmap/app/look"
	"sitmap/app/vocabulary"
	"sitmap/store"
)

// wordsWindow is the window of the vocabularies; there is one at most.
type wordsWindow struct {
	win  fyne.Window
	page *vocabulary.Page
}

// showVocabulary opens the window of the vocabularies, or brings it to the front.
func (d *desk) showVocabulary() {
	o := d.open
	if o == nil {
		return
	}
	if d.words != nil {
		d.words.win.RequestFocus()
		return
	}
	w := &wordsWindow{win: d.app.NewWindow("Vocabularies – " + storeName(o.path))}
	d.words = w
	w.page = vocabulary.New(vocabulary.Deps{
		Store: o.sit.Store(), Save: o.sit.Save,
		Retire: func(ctx context.Context, e store.Entity, id string, retired bool) (store.Change, error) {
			return o.sit.Store().Retire(ctx, e, id, retired)
		},
		Work: func(title string, do func(context.Context) error, done func(error)) {
			d.work(job{
				title: title, keep: true,
				do: func(ctx context.Context, _ store.Progress) error { return do(ctx) },
				done: func(err error) bool {
					if d.open == o && d.words == w {
						done(err)
						return true
					}
					return err == nil
				},
			})
		},
		Place: vocabulary.Place(d.names), Country: d.names.CountryName,
		Changed: func() {
			d.refreshUndo()
			d.form.VocabularyChanged()
		},
		Undo:  d.undo,
		Close: func() { w.win.Close() },
	}, w.win.Canvas)
	w.win.SetContent(w.page.Content())
	w.win.SetPadded(false)
	c := w.win.Canvas()
	for _, s := range vocabulary.Shortcuts() {
		c.AddShortcut(s, w.page.TypedShortcut)
	}
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.page.UndoTyped() })
	c.SetOnTypedKey(w.page.TypedKey)
	w.win.SetOnClosed(func() {
		if d.words == w {
			d.words = nil
		}
	})
	size := d.win.Canvas().Size() // on a small screen all of it must be seen
	w.win.Resize(fyne.NewSize(min(960, size.Width), min(680, size.Height)))
	w.win.SetIcon(look.AppIcon())
	w.win.Show()
}

// closeVocabulary closes the window of the vocabularies, with what is not saved in it.
func (d *desk) closeVocabulary() {
	if w := d.words; w != nil {
		d.words = nil
		w.win.Close()
	}
}

// wordsChanged has forms and the window of the vocabularies read them anew.
func (d *desk) wordsChanged() {
	if d.form != nil {
		d.form.VocabularyChanged()
	}
	if d.words != nil {
		d.words.page.Again()
	}
}
