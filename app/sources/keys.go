package sources

import (
	"unicode"

	"fyne.io/fyne/v2"

	"sitmap/store"
)

// typedKey takes the keys of the list that move nothing.
func (p *Panel) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight:
		if p.merging == nil && p.page.sheet != nil && !p.page.rests.focus() {
			p.say("Nothing rests on it yet.")
		}
	case fyne.KeyInsert:
		p.add()
	case fyne.KeyDelete:
		p.remove()
	case fyne.KeyEscape:
		if p.merging != nil {
			p.endMerge()
			return
		}
		p.close()
	case fyne.KeyF6:
		p.next()
	}
}

// typedBelow takes the keys of the lists of what rests on a source.
func (p *Panel) typedBelow(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyEscape:
		p.Focus(canvasOf(p.left))
	case fyne.KeyRight:
		r := p.page.rests
		if p.page.sheet != nil && p.page.sheet.outlet != nil {
			r.turn(!r.ofItems)
			if !r.focus() {
				r.turn(!r.ofItems)
				r.focus()
			}
		}
	case fyne.KeyF6:
		p.next()
	}
}

func (p *Panel) next() {
	if p.OnNext != nil {
		p.OnNext()
	}
}

func (p *Panel) typedRune(r rune) {
	switch unicode.ToLower(r) {
	case 'e':
		p.edit()
	case 'm':
		p.beginMerge()
	case 's':
		if p.merging != nil {
			p.swap()
		}
	case '1':
		p.Show(store.EntityOutlet)
	case '2':
		p.Show(store.EntityItem)
	case '/':
		p.focus(p.find)
	}
}

// enter is Enter in the list: it edits, or goes on with a merge.
func (p *Panel) enter() {
	if p.merging != nil {
		p.merging.goOn()
		return
	}
	p.edit()
}

// Holds reports whether o, which has the keyboard, is the panel's list.
func (p *Panel) Holds(o fyne.Focusable) bool {
	return o == p.rows.Focusable() || o == fyne.Focusable(p.find)
}

// FocusPage gives what rests on the chosen one the keyboard; false: nothing does.
func (p *Panel) FocusPage() bool {
	return p.form == nil && p.merging == nil && p.page.sheet != nil && p.page.rests.focus()
}
