package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sitmap/app/look"
)

// bookWidth is how wide the left column is at least while a book stands in it.
const bookWidth = 340

// book is something to be looked up: a list that stands in place of the list of events,
// and the page of what is chosen in it in place of the map. The dossier stays beside
// them.
type book struct {
	name    string // as the View menu has it
	item    *fyne.MenuItem
	left    fyne.CanvasObject
	middle  fyne.CanvasObject
	focus   func(fyne.Canvas)
	page    func() bool // gives the page the keyboard; false: there is nothing for it
	holds   func(fyne.Focusable) bool
	refresh func()
	busy    func() bool // something is typed that would be lost
	confirm func()      // Ctrl+Enter
}

// shelfSide are the books, at most one of which is open.
type shelfSide struct {
	books  []*book
	shown  *book // nil: list and map
	list   fyne.CanvasObject
	width  float32 // of the left column before
	folded bool    // it was folded away before
}

// newShelf puts the books, closed, behind list and map.
func (d *desk) newShelf(books ...*book) {
	s := &shelfSide{books: books, list: d.columns.left}
	left, middle := container.NewStack(s.list), container.NewStack(d.mapView)
	for _, b := range books {
		b.left, b.middle = look.Panel(b.left), look.Panel(b.middle)
		b.left.Hide()
		b.middle.Hide()
		left.Add(b.left)
		middle.Add(b.middle)
	}
	d.columns.left, d.columns.middle = left, middle
	d.shelf = s
	d.columns.Refresh()
}

// toggleBook opens a book, or closes it.
func (d *desk) toggleBook(b *book) {
	if d.shelf.shown == b && !d.columns.leftFolded {
		d.showBook(nil)
		return
	}
	d.showBook(b)
}

// showBook opens a book in place of list and map; nil closes the one that is open. It
// reports whether it did: where something is being written in a book, it stays.
func (d *desk) showBook(b *book) bool {
	s, c := d.shelf, d.columns
	was := s.shown
	if was != nil && was != b && was.busy() {
		d.status.Say("What you changed in %s is not saved: save it (Ctrl+Enter) or drop it (Escape) first.", was.name)
		was.focus(d.win.Canvas())
		return false
	}
	if was == b && (b == nil || !c.leftFolded) {
		return true
	}
	if b != nil {
		d.showInbox(false) // they stand in the same column
		if was == nil {
			s.width, s.folded = c.leftWidth, c.leftFolded
		}
		c.leftWidth, c.leftFolded = max(s.width, bookWidth), false
	} else {
		c.leftWidth, c.leftFolded = s.width, s.folded
	}
	s.shown = b
	for _, x := range s.books {
		visible(x.left, x == b)
		visible(x.middle, x == b)
	}
	visible(s.list, b == nil)
	visible(d.mapView, b == nil)
	c.Refresh()
	if b != nil {
		b.refresh()
	}
	d.header.update()
	d.menus.update()
	switch {
	case b == nil && d.writing: // back to what was being written
		d.form.Focus()
	case b != nil && d.writing:
		d.status.Say("%s. The form stays beside it: Ctrl+Enter in the form saves the event.", b.name)
		d.focusList()
	default:
		d.focusList()
	}
	return true
}

// refreshBook reads anew what an open book shows.
func (d *desk) refreshBook() {
	if b := d.shelf.shown; b != nil {
		b.refresh()
	}
}

func visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// bookEvent shows the dossier of an event beside an open book.
func (d *desk) bookEvent(id string) {
	d.selectEvent(id)
	if !d.writing {
		d.showRight(d.dossier.Content())
	}
}

// bookOnMap closes the book and shows an event on the map.
func (d *desk) bookOnMap(id string) {
	if d.showBook(nil) {
		d.dossier.OnGo(id)
		d.showRight(d.rightContent())
		d.win.Canvas().Focus(d.mapView)
	}
}

// books are the entries of the View menu that open them.
func (m *menus) books() []*fyne.MenuItem {
	keys := map[string]string{"Sources": "Ctrl+S", "Publications": "Ctrl+W"}
	var items []*fyne.MenuItem
	for _, b := range m.d.shelf.books {
		b.item = m.item(b.name, keys[b.name], func() { m.d.toggleBook(b) })
		items = append(items, b.item)
	}
	m.needStore = append(m.needStore, items...)
	return items
}

func (m *menus) updateBooks() {
	for _, b := range m.d.shelf.books {
		b.item.Checked = m.d.shelf.shown == b
	}
}

// inRight reports whether something that has the keyboard stands in the right panel.
func (d *desk) inRight(o fyne.Focusable) bool {
	at, ok := o.(fyne.CanvasObject)
	if !ok {
		return false
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(at).X >= fyne.CurrentApp().Driver().AbsolutePositionForObject(d.right).X
}
