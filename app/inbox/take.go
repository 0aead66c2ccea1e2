package inbox

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sitmap/store"
)

// takingKeys names the keys that work in a text.
func takingKeys() string {
	var out []string
	for _, u := range uses {
		out = append(out, strings.ToUpper(string(u.key))+" "+u.name)
	}
	return "Shift+arrows select, Space the next mark. The words become: " + strings.Join(out, ", ") + "; Enter the form’s field; Ctrl+Shift+I back to the form."
}

// take hands words over with the item they are of.
func (p *Panel) take(x Excerpt) {
	page := p.model.Page()
	if page == nil || !p.may() || p.OnTake == nil {
		return
	}
	x.Item = page.Item.Value
	p.OnTake(x)
}

// textKey takes the keys of the text that move nothing.
func (p *Panel) textKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF6 {
		call(p.OnNext)
		return
	}
	p.Focus(fyne.CurrentApp().Driver().CanvasForObject(p.box))
}

func (p *Panel) textShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if ok && c.KeyName == fyne.KeyI && c.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift {
		call(p.OnForm)
		return
	}
	p.typedShortcut(s)
}

// Beside tells whether a form stands beside the inbox: the text has the room then.
func (p *Panel) Beside(on bool) { p.page.beside(on) }

// FocusText gives the keyboard to the text of the chosen item, if it has one, and
// reports whether it does.
func (p *Panel) FocusText() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.box)
	page := p.model.Page()
	if c == nil || page == nil || page.Item.Value.Text == "" {
		return false
	}
	c.Focus(p.page.text)
	return true
}

// Visit shows an item, also one that is in no list of the inbox, and gives its text the
// keyboard as soon as it is read.
func (p *Panel) Visit(it store.Stored[store.Item]) {
	p.model.Visit(it)
	p.visiting = it.Value.ID
	p.show()
	p.arrive()
}

// arrive goes to the text of the item that is visited, once it is there.
func (p *Panel) arrive() {
	page := p.model.Page()
	if p.visiting == "" || page == nil || page.Item.Value.ID != p.visiting {
		return
	}
	p.visiting = ""
	if !p.FocusText() {
		p.say("“" + page.Item.Value.Title + "” has no text yet. Add it with X.")
		p.Focus(fyne.CurrentApp().Driver().CanvasForObject(p.box))
	}
}

// Renew shows an item as it is in the store now.
func (p *Panel) Renew(it store.Stored[store.Item]) {
	p.model.Renew(it)
	p.show()
}

// giveText has the text of an item without one written down.
func (p *Panel) giveText() {
	page := p.model.Page()
	switch {
	case page == nil || !p.may() || p.OnText == nil:
	case page.Item.Value.Text != "":
		p.say("This item has its text already; what was quoted of it would not be found in another.")
	default:
		p.OnText(page.Item)
	}
}
