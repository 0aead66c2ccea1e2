package eventlist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// keyed is Fyne's list with the keys of a list of records: the arrows select at
// once, Home, End and the page keys jump, Enter opens, Insert marks, Delete deletes, Escape
// gives the selection up, and letters go to the filter.
type keyed struct {
	widget.List
	rows   func() int
	at     func() int // index of the selected row, -1 for none
	move   func(to int)
	open   func()
	remove func()
	mark   func()
	escape func()
	next   func()
	typed  func(rune)
}

// TypedKey implements fyne.Focusable.
func (k *keyed) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF6 {
		k.next()
		return
	}
	n := k.rows()
	if n == 0 {
		return
	}
	at := k.at()
	page := max(1, int(k.Size().Height/(rowHeight+1))-1)
	step := func(by int) {
		switch {
		case at < 0 && by > 0:
			k.move(0)
		case at < 0:
			k.move(n - 1)
		default:
			k.move(min(max(at+by, 0), n-1))
		}
	}
	switch e.Name {
	case fyne.KeyDown:
		step(1)
	case fyne.KeyUp:
		step(-1)
	case fyne.KeyPageDown:
		step(page)
	case fyne.KeyPageUp:
		step(-page)
	case fyne.KeyHome:
		k.move(0)
	case fyne.KeyEnd:
		k.move(n - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if at < 0 {
			k.move(0)
		}
		k.open()
	case fyne.KeyInsert:
		k.mark()
	case fyne.KeyDelete:
		if at >= 0 {
			k.remove()
		}
	case fyne.KeyEscape:
		k.escape()
	}
}

// TypedRune implements fyne.Focusable.
func (k *keyed) TypedRune(r rune) {
	if r != ' ' {
		k.typed(r)
	}
}
