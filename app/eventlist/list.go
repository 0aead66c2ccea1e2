package eventlist

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
	"sitmap/app/situation"
	"sitmap/store"
)

// Rows are the events of the list. None of the methods may wait for anything:
// [situation.Rows] does not.
type Rows interface {
	Len() int
	// At is one of them; false where the rest of it is still being read.
	At(i int) (situation.Row, bool)
	// Index is where an event stands, -1 where it does not.
	Index(id string) int
}

// Content is what the list shows.
type Content struct {
	Rows   Rows // nil: none
	Kinds  []store.Kind
	Total  int    // events in the store
	Filter string // as typed
	// Narrowed: events are left out for another reason than the filter, such as a time
	// window or a box.
	Narrowed bool
	// Percent is how far the reading is while not Loaded; 0 where that is not known.
	Percent int
	Loaded  bool // false: the events are still being read
}

// List is the list with its count line and its empty states. Its methods belong
// to the main goroutine.
type List struct {
	OnSelect      func(id string) // "" : the selection was given up
	OnOpen        func(id string) // Enter
	OnDelete      func(id string) // Delete
	OnMenu        func(id string, at fyne.Position)
	OnType        func(r rune) // a letter: the user looks for something
	OnNext        func()       // F6: the next panel
	OnNew         func()
	OnClearFilter func()

	box     *fyne.Container
	list    *keyed
	count   *widget.Label
	empty   *look.Empty
	create  *widget.Button
	clear   *widget.Button
	content Content
	colours map[string]string
	chosen  string // id of the selected event
	marks   map[string]bool
	quiet   bool // a selection made by the program is not told
}

// New makes an empty list.
func New() *List {
	l := &List{count: widget.NewLabel("")}
	l.count.SizeName, l.count.Importance = theme.SizeNameCaptionText, widget.LowImportance
	l.list = &keyed{
		rows: l.len,
		at:   func() int { return l.index(l.chosen) },
		move: func(to int) { l.list.Select(to) },
		open: func() { tell(l.OnOpen, l.chosen) }, remove: func() { tell(l.OnDelete, l.chosen) },
		mark:   l.markHere,
		escape: func() { l.Unmark(); l.Select(""); tell(l.OnSelect, "") },
		next:   func() { call(l.OnNext) },
		typed: func(r rune) {
			if l.OnType != nil {
				l.OnType(r)
			}
		},
	}
	l.list.Length = l.len
	l.list.CreateItem = func() fyne.CanvasObject { return newRow(l.tap, l.toggleMark, l.menu) }
	l.list.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < l.len() {
			r, _ := l.content.Rows.At(i)
			o.(*row).set(r, l.colours[r.Kind], l.marks[r.ID])
		}
	}
	l.list.OnSelected = l.selected
	l.list.ExtendBaseWidget(l.list)

	l.create = widget.NewButton("New event", func() { call(l.OnNew) })
	l.create.Importance = widget.HighImportance
	l.clear = widget.NewButton("Clear the filter", func() { call(l.OnClearFilter) })
	l.empty = look.NewEmpty("", "", container.NewStack(l.create, l.clear))
	l.box = container.NewBorder(l.count, nil, nil, nil,
		container.NewStack(look.Dense(l.list), l.empty.Content()))
	l.state()
	return l
}

// Set shows other content. The selection stays with its event.
func (l *List) Set(c Content) {
	before := l.index(l.chosen)
	l.content = c
	l.colours = map[string]string{}
	for _, k := range c.Kinds {
		l.colours[k.Code] = k.Colour
	}
	l.state()
	if after := l.index(l.chosen); after != before {
		l.mark(after)
	}
	l.list.Refresh()
}

// Refresh shows rows that were still to be read when they were shown.
func (l *List) Refresh() { l.list.Refresh() }

// Select selects an event, "" none, without telling OnSelect.
func (l *List) Select(id string) {
	if l.chosen == id {
		return
	}
	l.chosen = id
	l.mark(l.index(id))
}

// Selected is the selected event's id.
func (l *List) Selected() string { return l.chosen }

// Focusable is what takes the keyboard.
func (l *List) Focusable() fyne.Focusable { return l.list }

// Content is the list as it stands in the window.
func (l *List) Content() fyne.CanvasObject { return l.box }

// Count is the count line's text.
func (l *List) Count() string { return l.count.Text }

// mark shows which row is selected.
func (l *List) mark(i int) {
	l.quiet = true
	defer func() { l.quiet = false }()
	l.list.UnselectAll()
	if i >= 0 {
		l.list.Select(i)
	}
}

func (l *List) selected(i widget.ListItemID) {
	l.list.Highlight(i) // Fyne keeps apart what is selected and where the keys are
	if l.quiet || i >= l.len() {
		return
	}
	if r, _ := l.content.Rows.At(i); r.ID != l.chosen {
		id := r.ID
		l.chosen = id
		tell(l.OnSelect, id)
	}
}

func (l *List) tap(id string) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.list); c != nil {
		c.Focus(l.list)
	}
	if i := l.index(id); i >= 0 {
		l.list.Select(i)
	}
}

func (l *List) menu(id string, at fyne.Position) {
	if i := l.index(id); i >= 0 {
		l.list.Select(i)
	}
	if l.OnMenu != nil {
		l.OnMenu(id, at)
	}
}

func (l *List) index(id string) int {
	if id == "" || l.content.Rows == nil {
		return -1
	}
	return l.content.Rows.Index(id)
}

func (l *List) len() int {
	if l.content.Rows == nil {
		return 0
	}
	return l.content.Rows.Len()
}

// state sets the count line and shows the list or says why it is empty.
func (l *List) state() {
	c := l.content
	line := countLine(c, l.len())
	if n := len(l.Marked()); n > 0 {
		line += fmt.Sprintf(" · %s marked", figure(n))
	}
	l.count.SetText(line)
	l.create.Hide()
	l.clear.Hide()
	switch {
	case l.len() > 0:
		l.empty.Content().Hide()
		l.list.Show()
		return
	case !c.Loaded:
		far := ""
		if c.Percent > 0 {
			far = fmt.Sprintf("%d %% of them are there. A store of very many is read once, and opens at once the next time.", c.Percent)
		}
		l.empty.Set("Reading the events …", far)
	case c.Filter != "":
		l.empty.Set("No event matches", fmt.Sprintf("None of %s has all the words of “%s”, in any spelling.", plural(c.Total), c.Filter))
		l.clear.Show()
	case c.Total > 0:
		l.empty.Set("No event here and then", fmt.Sprintf("None of %s lies in the time window and the box. The header says what they are, and takes them away.", plural(c.Total)))
	default:
		l.empty.Set("No events yet", "Record the first one with the button or Ctrl+N, right-click a place on the map, or import a GeoJSON file from the File menu.")
		l.create.Show()
	}
	l.list.Hide()
	l.empty.Content().Show()
}

func countLine(c Content, n int) string {
	switch {
	case !c.Loaded:
		return ""
	case c.Filter != "" || c.Narrowed:
		return fmt.Sprintf("%s of %s", figure(n), plural(c.Total))
	default:
		return plural(n)
	}
}

func plural(n int) string {
	if n == 1 {
		return "1 event"
	}
	return figure(n) + " events"
}

// figure groups thousands with a thin space.
func figure(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

func tell(f func(string), id string) {
	if f != nil {
		f(id)
	}
}

func call(f func()) {
	if f != nil {
		f()
	}
}
