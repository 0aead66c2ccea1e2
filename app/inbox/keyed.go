package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sitmap/app/roster"
)

// keyed is a list whose keys belong to the panel.
type keyed struct {
	widget.List
	move     func(to int)
	at       func() int
	onKey    func(*fyne.KeyEvent)
	onRune   func(rune)
	shortcut func(fyne.Shortcut)
	quiet    bool // a selection made by the program is not told
}

// newKeyed makes a list of rows.
func newKeyed(n func() int, show func(i int) roster.Row) *keyed {
	k := &keyed{}
	k.Length = n
	k.CreateItem = func() fyne.CanvasObject {
		return roster.NewLine(func(at int) {
			if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil {
				c.Focus(k)
			}
			k.Select(at)
		})
	}
	k.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < n() {
			o.(*roster.Line).Set(i, show(i))
		}
	}
	k.OnSelected = func(i widget.ListItemID) {
		k.Highlight(i)
		if !k.quiet && i < n() {
			k.move(i)
		}
	}
	k.ExtendBaseWidget(k)
	return k
}

// show marks a row without telling of it; -1 none.
func (k *keyed) show(i int) {
	k.quiet = true
	defer func() { k.quiet = false }()
	k.UnselectAll()
	if i >= 0 && i < k.Length() {
		k.Select(i)
	}
	k.Refresh()
}

// TypedKey implements fyne.Focusable.
func (k *keyed) TypedKey(e *fyne.KeyEvent) {
	n, at := k.Length(), k.at()
	page := max(1, int(k.Size().Height/(roster.RowHeight+1))-1)
	to := at
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
		to = n - 1
	default:
		k.onKey(e)
		return
	}
	if n > 0 {
		k.Select(min(max(to, 0), n-1))
	}
}

// TypedRune implements fyne.Focusable.
func (k *keyed) TypedRune(r rune) { k.onRune(r) }

// TypedShortcut implements fyne.Shortcutable.
func (k *keyed) TypedShortcut(s fyne.Shortcut) { k.shortcut(s) }
