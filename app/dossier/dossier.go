package dossier

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// labelWidth is how wide the left column of facts is, in device-independent pixels.
const labelWidth = 22 * look.Grid

// Dossier is the page of the selected event with its buttons. Its methods belong
// to the main goroutine.
type Dossier struct {
	OnEdit   func(id string)
	OnDelete func(id string)
	OnCopy   func(id string)
	OnShow   func(id string) // show it on the map
	OnGo     func(id string) // a link to another event
	// OnPublication opens one of the publications that showed it.
	OnPublication func(id string)
	// FileRow shows a file of a source; nil: it is only named.
	FileRow func(ref store.FileRef) fyne.CanvasObject

	OnSuggested func(id string) // set the assessment that the rule suggests
	OnAssess    func(id string) // choose one
	OnReview    func(id string) // mark it reviewed, or take that back
	OnRetract   func(id string)
	OnRestore   func(id string, seq int64) // the state after the change of that number

	box    *fyne.Container
	page   *fyne.Container
	scroll *container.Scroll
	bar    *fyne.Container
	empty  *look.Empty
	edit   *look.Button
	remove *look.Button
	id     string
	whole  bool  // all of a long history is shown
	looked int64 // the change whose state is shown; 0: the newest
	hints  look.Hinter
	shown  Page
}

// New makes an empty dossier. Its buttons explain themselves to hints.
func New(hints look.Hinter) *Dossier {
	d := &Dossier{hints: hints, page: container.New(look.Rows{Gap: look.Grid})}
	say := func(f *func(string)) func() {
		return func() {
			if *f != nil {
				(*f)(d.id)
			}
		}
	}
	d.edit = look.NewButton("Edit", look.UIIcon("edit"), "Edit this event (Ctrl+E)", hints, say(&d.OnEdit))
	d.remove = look.NewButton("Delete", look.UIIcon("delete"), "Delete this event (Delete); undo brings it back", hints, say(&d.OnDelete))
	show := look.NewButton("Show", look.UIIcon("pin"), "Show this event on the map", hints, say(&d.OnShow))
	id := look.NewButton("Copy id", look.UIIcon("copy"), "Copy the event's id to the clipboard", hints, say(&d.OnCopy))
	for _, b := range []*look.Button{d.edit, d.remove, show, id} {
		b.Quiet()
	}
	d.bar = container.NewVBox(container.NewHBox(d.edit, d.remove, show, id), look.Hairline())
	d.empty = look.NewEmpty("No event selected", "Click a symbol on the map or a line of the list to read what is known about it, and who says so.", nil)
	d.scroll = container.NewVScroll(container.New(look.Inset{
		Left: 4 * look.Grid, Top: 3 * look.Grid, Right: 4 * look.Grid, Bottom: 6 * look.Grid,
	}, look.Tight(d.page)))
	d.box = container.NewStack(container.NewBorder(d.bar, nil, nil, nil, d.scroll), d.empty.Content())
	d.Clear()
	return d
}

// Clear shows that no event is selected.
func (d *Dossier) Clear() {
	d.id, d.shown, d.looked = "", Page{}, 0
	d.page.RemoveAll()
	d.bar.Hide()
	d.scroll.Hide()
	d.empty.Content().Show()
}

// Content is the dossier as it stands in the window.
func (d *Dossier) Content() fyne.CanvasObject { return d.box }

// ID is the id of the event that is shown, "" for none.
func (d *Dossier) ID() string { return d.id }

// Set shows a page. The place that was scrolled to stays when it is the same
// event anew.
func (d *Dossier) Set(p Page) {
	same := d.id == p.Event.Value.ID
	if !same {
		d.whole, d.looked = false, 0
	}
	d.id, d.shown = p.Event.Value.ID, p
	d.page.RemoveAll()
	whole := p
	p = d.asLooked(p)
	d.earlier(p)
	d.head(p)
	d.judgement(p)
	d.figures(p)
	d.claims(p)
	d.places(p)
	d.parties(p)
	d.phases(p)
	d.related(p)
	d.series(p)
	d.sources(p)
	d.published(whole)
	d.rest(p)
	d.history(whole)

	for _, b := range []*look.Button{d.edit, d.remove} {
		if p.ReadOnly || p.Event.Deleted {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	d.empty.Content().Hide()
	d.bar.Show()
	d.scroll.Show()
	d.page.Refresh()
	if !same {
		d.scroll.ScrollToTop()
	}
	d.scroll.Refresh()
}

// section begins a part of the page.
func (d *Dossier) section(name, note string) {
	d.page.Add(look.NewSection(name, note))
}

// block adds rows that belong together.
func (d *Dossier) block(rows ...fyne.CanvasObject) {
	d.page.Add(container.New(look.Inset{Top: look.Grid, Bottom: look.Grid}, stack(rows)))
}

// fact adds rows with what they are at their left.
func (d *Dossier) fact(name string, rows ...fyne.CanvasObject) {
	label := look.Caption(situation.Sentence(name))
	label.Selectable = false
	d.page.Add(container.New(columns{}, label, stack(rows)))
}

func stack(rows []fyne.CanvasObject) *fyne.Container {
	c := container.New(look.Rows{Gap: 1})
	for _, r := range rows {
		if r != nil {
			c.Add(r)
		}
	}
	return c
}

func chips(badges ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&look.Flow{Gap: look.Grid}, badges...)
}

// columns sets what something is at the left and what is known of it at the right.
type columns struct{}

// Layout implements fyne.Layout.
func (columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := max(0, size.Width-labelWidth-2*look.Grid)
	objects[0].Resize(fyne.NewSize(labelWidth, size.Height))
	objects[0].Move(fyne.NewPos(0, look.Grid/2))
	objects[1].Resize(fyne.NewSize(right, size.Height))
	objects[1].Move(fyne.NewPos(labelWidth+2*look.Grid, look.Grid/2))
}

// MinSize implements fyne.Layout.
func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l, r := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(labelWidth+2*look.Grid+r.Width, max(l.Height, r.Height)+look.Grid)
}

// Focus moves the keyboard to the page's first button.
func (d *Dossier) Focus(c fyne.Canvas) {
	if d.id != "" {
		c.Focus(d.edit)
	}
}
