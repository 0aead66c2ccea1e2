package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// panel is where the fields live: it scrolls to the one that has the focus, lays
// lists over the others and takes the form's shortcuts. It implements field.Host.
type panel struct {
	f      *Form
	scroll *container.Scroll
	layer  *fyne.Container // lists, above the fields

	anchor, list fyne.CanvasObject
}

func newPanel(f *Form, body fyne.CanvasObject) *panel {
	p := &panel{f: f, scroll: container.NewVScroll(body)}
	p.layer = container.New(overFields{p})
	p.scroll.OnScrolled = func(fyne.Position) { p.place() }
	return p
}

func (p *panel) object() fyne.CanvasObject { return container.NewStack(p.scroll, p.layer) }

// Reveal implements field.Host.
func (p *panel) Reveal(o fyne.CanvasObject) {
	if w, ok := o.(fyne.Focusable); ok {
		p.f.last = w
		p.f.tellPins()
	}
	at, ok := p.position(o)
	if !ok {
		return
	}
	const margin = 36 // so that the section's title, or the message below, is seen too
	offset := p.scroll.Offset
	top, bottom := at.Y+offset.Y-margin, at.Y+offset.Y+o.Size().Height+margin
	bottom = min(bottom, top+p.scroll.Size().Height) // of what is taller, the beginning
	switch {
	case top < offset.Y:
		offset.Y = max(top, 0)
	case bottom > offset.Y+p.scroll.Size().Height:
		offset.Y = bottom - p.scroll.Size().Height
	default:
		return
	}
	p.scroll.ScrollToOffset(offset)
}

// position is where o is seen on the panel. It is found by walking down to o: the
// driver knows the positions of what it has drawn, and o may be new.
func (p *panel) position(o fyne.CanvasObject) (fyne.Position, bool) {
	if p.scroll.Size().IsZero() {
		return fyne.Position{}, false
	}
	return find(p.scroll.Content, o) // scrolling has moved the content itself
}

// holds reports whether w is among the fields as they are now.
func (p *panel) holds(w fyne.Focusable) bool {
	o, ok := w.(fyne.CanvasObject)
	if ok {
		_, ok = find(p.scroll.Content, o)
	}
	return ok
}

// find is the position of o relative to the parent of root.
func find(root, o fyne.CanvasObject) (fyne.Position, bool) {
	if root == o {
		return root.Position(), true
	}
	var children []fyne.CanvasObject
	switch c := root.(type) {
	case *fyne.Container:
		children = c.Objects
	case *sideways:
		children = []fyne.CanvasObject{c.Content}
	}
	for _, child := range children {
		if at, ok := find(child, o); ok {
			return at.Add(root.Position()), true
		}
	}
	return fyne.Position{}, false
}

// Focus implements field.Host.
func (p *panel) Focus(w fyne.Focusable) { p.f.focus(w) }

// FocusNext implements field.Host.
func (p *panel) FocusNext() {
	if c := p.f.canvas(); c != nil {
		c.FocusNext()
	}
}

// ShowList implements field.Host.
func (p *panel) ShowList(o, list fyne.CanvasObject) {
	p.Reveal(o) // the list needs room beside it
	p.anchor, p.list = o, list
	p.layer.Objects = []fyne.CanvasObject{list}
	p.place()
	p.layer.Refresh()
}

// HideList implements field.Host.
func (p *panel) HideList() {
	p.anchor, p.list = nil, nil
	p.layer.Objects = nil
	p.layer.Refresh()
}

// overFields lays the list out anew with the panel: its field may stand elsewhere then.
type overFields struct{ p *panel }

func (overFields) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (o overFields) Layout([]fyne.CanvasObject, fyne.Size) { o.p.place() }

// place puts the list below its field, or above where there is more room, and never over
// it: it is as high as the room allows.
func (p *panel) place() {
	if p.list == nil {
		return
	}
	at, ok := p.position(p.anchor)
	if !ok {
		return
	}
	panel, want := p.scroll.Size(), p.list.MinSize()
	width := min(max(p.anchor.Size().Width, 300), panel.Width-2*theme.Padding())
	x := max(0, min(at.X, panel.Width-width-theme.Padding()))
	below, above := panel.Height-(at.Y+p.anchor.Size().Height), at.Y
	y, height := at.Y+p.anchor.Size().Height, min(want.Height, below)
	if below < want.Height && above > below {
		height = min(want.Height, above)
		y = at.Y - height
	}
	p.list.Move(fyne.NewPos(x, y))
	p.list.Resize(fyne.NewSize(width, max(height, 0)))
}

// Escape implements field.Host.
func (p *panel) Escape() { p.f.Leave() }

// Shortcut implements field.Host.
func (p *panel) Shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || p.f.d == nil {
		return false
	}
	switch c.Modifier {
	case fyne.KeyModifierShortcutDefault:
		if c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter {
			p.f.enter()
			return true
		}
	case fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift:
		if c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter {
			p.f.Save()
			return true
		}
		if c.KeyName == attachKey && p.f.deps.Files != nil {
			p.f.ChooseFile()
			return true
		}
		if c.KeyName == textKey {
			return p.f.readText()
		}
		if c.KeyName == bringBackKey {
			return p.f.bringBack()
		}
		if c.KeyName == fyne.KeyD {
			return p.f.radar.enter()
		}
		for _, s := range p.f.sections {
			if s.key == c.KeyName {
				s.addRow()
				return true
			}
		}
	}
	return false
}
