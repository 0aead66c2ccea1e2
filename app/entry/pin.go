package entry

import (
	"slices"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// pinnable reports whether the next event can begin with a part: a place, a party, a
// source.
func pinnable(id string, d *draft.Draft) bool {
	return slices.ContainsFunc(d.Places, func(p *draft.Place) bool { return p.ID == id }) ||
		slices.ContainsFunc(d.Parties, func(p *draft.Party) bool { return p.ID == id }) ||
		slices.ContainsFunc(d.Citations, func(c *draft.Citation) bool { return c.ID == id && !d.IsBound(c) })
}

// pinned puts the pin's button beside a field of a new event, and Ctrl+Shift+K into it.
func (f *Form) pinned(key string, part **field.Part, o fyne.CanvasObject) fyne.CanvasObject {
	if f.d.Revision != 0 {
		return o
	}
	toggle, button := f.pin(key)
	*part = &field.Part{Pin: toggle}
	return field.Beside([]float32{1, 0}, o, button)
}

// pin is what Ctrl+Shift+K does in a field, and the small button that does the same: the
// field is kept for the next event, or no longer.
func (f *Form) pin(key string) (toggle func(), button *field.Button) {
	name := func() string {
		if f.d.Pinned[key] {
			return "pinned"
		}
		return "pin"
	}
	toggle = func() {
		if f.d.Pinned == nil {
			f.d.Pinned = map[string]bool{}
		}
		if f.d.Pinned[key] {
			delete(f.d.Pinned, key)
		} else {
			f.d.Pinned[key] = true
		}
		button.SetTone(field.Quiet)
		if f.d.Pinned[key] {
			button.SetTone(field.Plain)
		}
		button.SetText(name())
		f.relayout()
		f.changed()
	}
	tone := field.Quiet
	if f.d.Pinned[key] {
		tone = field.Plain
	}
	button = field.NewButton(name(), tone, func() { toggle() })
	return toggle, button
}
