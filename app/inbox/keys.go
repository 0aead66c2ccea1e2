package inbox

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// typedKey takes the keys of both lists that move nothing.
func (p *Panel) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.open()
	case fyne.KeyInsert:
		p.Add(Draft{How: "typed in"})
	case fyne.KeyDelete:
		p.drop()
	case fyne.KeyRight:
		p.step(1)
	case fyne.KeyLeft:
		p.step(-1)
	case fyne.KeyEscape:
		call(p.OnClose)
	case fyne.KeyF6:
		call(p.OnNext)
	}
}

// step goes to the next proposal, from wherever the keyboard is.
func (p *Panel) step(by int) {
	p.model.Move(p.model.Current() + by)
	p.proposals.show(p.model.Current())
	p.light()
}

func (p *Panel) typedRune(r rune) {
	switch unicode.ToLower(r) {
	case 'a':
		p.accept()
	case 'd':
		p.drop()
	case 'n':
		p.blank()
	case 'r':
		p.reject()
	case 'p':
		p.putBack()
	case 'x':
		p.giveText()
	case 't':
		p.FocusText()
	case '1':
		p.Show(New)
	case '2':
		p.Show(Used)
	case '3':
		p.Show(Rejected)
	}
}

func (p *Panel) typedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && paste.Clipboard != nil {
		p.Paste(paste.Clipboard.Content())
	}
}

// open has the current proposal opened in the form; without one, an event that only
// cites the item.
func (p *Panel) open() {
	q, ok := p.model.Proposal()
	switch {
	case !ok:
		p.blank()
	case p.may() && p.OnOpen != nil:
		p.OnOpen(q)
	}
}

func (p *Panel) accept() {
	q, ok := p.model.Proposal()
	switch {
	case !ok && p.model.Page() != nil:
		p.say("Nothing is proposed here. N makes an event that cites the item.")
	case ok && p.may() && p.OnAccept != nil:
		p.OnAccept(q)
	}
}

func (p *Panel) drop() {
	q, ok := p.model.Proposal()
	if !ok {
		return
	}
	p.model.Drop(q.Event.ID)
	p.show()
	if len(p.model.open) == 0 {
		if s, ok := p.model.Chosen(); ok && s.Value.Inbox == New {
			p.say("Dropped the last proposal. N makes an event that cites the item, R rejects it.")
			return
		}
	}
	p.say("Dropped the proposal “" + q.Event.Title + "”.")
}

// again shows what was dropped once more.
func (p *Panel) again() {
	if p.model.Restore() {
		p.show()
	}
}

func (p *Panel) blank() {
	page := p.model.Page()
	if page != nil && p.may() && p.OnEmpty != nil {
		p.OnEmpty(page.Item.Value)
	}
}

func (p *Panel) reject() {
	s, ok := p.model.Chosen()
	switch {
	case !ok || !p.may():
	case s.Value.Inbox != New:
		p.say("Only what is new can be rejected. P puts this item back.")
	case p.OnReject != nil:
		p.OnReject(s)
	}
}

func (p *Panel) putBack() {
	s, ok := p.model.Chosen()
	if ok && s.Value.Inbox != New && p.may() && p.OnPutBack != nil {
		p.OnPutBack(s)
	}
}

func (p *Panel) may() bool {
	if !p.writable {
		p.say("This store can only be read: nothing can be changed.")
	}
	return p.writable
}
