package entry

import (
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
)

// ownSources are the citations that stand as a source of their own: not the words of
// single claims, which are in the details of their cells, nor those bound to a field.
func (f *Form) ownSources() []*draft.Citation {
	return withoutBlank(f.d.Citations, func(c *draft.Citation) bool { return f.d.IsQuote(c) || f.d.IsBound(c) })
}

// boundCards are the quotes of a source for single fields and parts of the event.
func (f *Form) boundCards(s *section, of *draft.Citation) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range f.d.Citations {
		if !f.d.IsBound(c) || f.d.Head(c) != of {
			continue
		}
		path := func(name string) string { return draft.Path("citation", c.ID, name) }
		main := func() []fyne.CanvasObject {
			return objects(f.row(f.aboutSaid(c.About), path("quote"), f.text(path("quote"), &c.Quote, "in the words of the source", 1)))
		}
		more := func() []fyne.CanvasObject { return f.citationRows(c, path) }
		out = append(out, f.card(c.ID, main, more, func() { f.removePart(s, "the quote "+f.aboutSaid(c.About), c.ID) }))
	}
	return out
}

// aboutSaid names what a citation is about: a field, or a part by its own name.
func (f *Form) aboutSaid(about string) string {
	for _, o := range f.partOptions() {
		if o.Value == about && about != "" {
			return "for " + o.Text
		}
	}
	return "for " + strings.TrimPrefix(about, "fields.")
}

// textItem is the item whose text is asked for: that of the source which the cursor is
// in, else the first with a text, else the first.
func (f *Form) textItem() string {
	if part, rest, _ := strings.Cut(f.pathOf(f.last), "/"); f.last != nil && part == "citation" {
		id, _, _ := strings.Cut(rest, "/")
		for _, c := range f.d.Citations {
			if i := f.d.Item(c.Item); c.ID == id && i != nil && i.Base != nil {
				return i.ID
			}
		}
	}
	first := ""
	for _, c := range f.d.Citations {
		i := f.d.Item(c.Item)
		switch {
		case i == nil || i.Base == nil:
		case strings.TrimSpace(i.Text) != "":
			return i.ID
		case first == "":
			first = i.ID
		}
	}
	return first
}

// textKey is the key of the form that goes to the text, with Ctrl+Shift: Ctrl and the
// same letter show the inbox.
const textKey = fyne.KeyI

// readText goes to the text of an item, so that words of it can be taken; true: it
// could be asked for.
func (f *Form) readText() bool {
	if f.RequestText == nil {
		return false
	}
	f.RequestText(f.textItem())
	return true
}
