package roster

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/look"
)

// List shows rows, one of which is chosen. Arrows, Home, End, Page up and Page down
// move; what else is typed belongs to its owner.
type List struct {
	OnChoose func(i int) // another row, or the same again
	OnOpen   func(i int) // Enter
	OnKey    func(*fyne.KeyEvent)
	OnRune   func(rune)

	list  keyed
	box   fyne.CanvasObject
	n, at int
	quiet bool // a choice made by the program is not told
}

// New makes a list of the rows that rows gives; not ok: it is not read yet.
func New(rows func(i int) (Row, bool)) *List {
	l := &List{at: -1}
	k := &l.list
	k.owner = l
	k.Length = func() int { return l.n }
	k.CreateItem = func() fyne.CanvasObject {
		return NewLine(func(at int) {
			if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil {
				c.Focus(k)
			}
			if at == l.at {
				l.choose(at) // Fyne does not tell of it
				return
			}
			k.Select(at)
		})
	}
	k.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i >= l.n {
			return
		}
		x, ok := rows(i)
		if !ok {
			x = Row{Second: "Reading …"}
		}
		o.(*Line).Set(i, x)
	}
	k.OnSelected = func(i widget.ListItemID) {
		k.Highlight(i)
		l.choose(i)
	}
	k.ExtendBaseWidget(k)
	l.box = look.Dense(k)
	return l
}

func (l *List) choose(i int) {
	l.at = i
	if !l.quiet && l.OnChoose != nil {
		l.OnChoose(i)
	}
}

// Content is the list as it stands in a panel.
func (l *List) Content() fyne.CanvasObject { return l.box }

// Focusable is what has the keyboard.
func (l *List) Focusable() fyne.Focusable { return &l.list }

// Len is how many rows there are, and At the chosen one; -1: none is.
func (l *List) Len() int { return l.n }

// At is the chosen row; -1: none is.
func (l *List) At() int { return l.at }

// Set shows n rows and marks one without telling of it; -1: none.
func (l *List) Set(n, at int) {
	l.n = n
	l.Mark(at)
	l.list.Refresh()
}

// Mark marks a row without telling of it; -1: none.
func (l *List) Mark(at int) {
	l.quiet = true
	defer func() { l.quiet = false }()
	if at < 0 || at >= l.n {
		l.at = -1
		l.list.UnselectAll()
		return
	}
	if l.at != at {
		l.list.UnselectAll()
	}
	l.list.Select(at)
	l.at = at
}

// Refresh shows what has been read meanwhile.
func (l *List) Refresh() { l.list.Refresh() }

// Type gives the list a key, as if it had the keyboard.
func (l *List) Type(e *fyne.KeyEvent) { l.list.TypedKey(e) }

// keyed is the widget, whose keys belong to the list.
type keyed struct {
	widget.List
	owner *List
}

// TypedKey implements fyne.Focusable.
func (k *keyed) TypedKey(e *fyne.KeyEvent) {
	l := k.owner
	page := max(1, int(k.Size().Height/(RowHeight+1))-1)
	to := l.at
	switch e.Name {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = l.n - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.at >= 0 && l.OnOpen != nil {
			l.OnOpen(l.at)
		}
		return
	default:
		if l.OnKey != nil {
			l.OnKey(e)
		}
		return
	}
	if l.n > 0 {
		k.Select(min(max(to, 0), l.n-1))
	}
}

// TypedRune implements fyne.Focusable.
func (k *keyed) TypedRune(r rune) {
	if k.owner.OnRune != nil {
		k.owner.OnRune(r)
	}
}
