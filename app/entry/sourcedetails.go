package entry

import (
	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

var reliabilities = choices(
	"A", "completely reliable", "B", "usually reliable", "C", "fairly reliable",
	"D", "not usually reliable", "E", "unreliable", "F", "cannot be judged",
)

var credibilities = choices(
	"1", "confirmed", "2", "probably true", "3", "possibly true", "4", "doubtful", "5", "improbable", "6", "cannot be judged",
)

// choices are options with a word of explanation each.
func choices(pairs ...string) func() []field.Option {
	var out []field.Option
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, field.Option{Text: pairs[i], Detail: pairs[i+1], Value: pairs[i]})
	}
	return func() []field.Option { return out }
}

// citationRows are the rest of a citation.
func (f *Form) citationRows(c *draft.Citation, path func(string) string) []fyne.CanvasObject {
	about := f.choice(path("about"), &c.About, "event, a field, or a part", f.aboutOptions)
	about.Closed = false
	mark := f.row("page", path("credibility"), field.Beside([]float32{1, 1},
		f.line(path("page"), &c.Page, "page or minute"), f.choice(path("credibility"), &c.Credibility, "credibility 1–6", credibilities)))
	f.alias(path("page"), mark)
	return objects(
		f.row("translation", path("translation"), f.text(path("translation"), &c.Translation, "of the quote", 2)),
		mark, f.row("about", path("about"), about),
	)
}

// sourceDetails are the rest of a citation, of its item and of the outlet.
func (f *Form) sourceDetails(c *draft.Citation, path func(string) string) []fyne.CanvasObject {
	out := f.citationRows(c, path)
	i := f.d.Item(c.Item)
	if i == nil {
		return append(out, note("Give the title first; then the item and its outlet can be described here."))
	}
	out = append(out, note("The item: what changes here changes wherever it is cited."))
	out = append(out, f.itemRows(i)...)
	if o := f.d.Outlet(i.Outlet); o != nil {
		out = append(out, note("The outlet, for all its items."))
		out = append(out, f.outletRows(o)...)
	} else {
		out = append(out, note("Name the outlet to give its reliability."))
	}
	return out
}

func (f *Form) aboutOptions() []field.Option {
	out := []field.Option{{Text: "event", Value: "event"}, {Text: "when", Value: "when"}, {Text: "title", Value: "title"}}
	for _, p := range f.d.Fields {
		out = append(out, field.Option{Text: "fields." + p.Key, Detail: "field", Value: "fields." + p.Key})
	}
	return append(out, f.partOptions()[1:]...)
}

func (f *Form) itemRows(i *draft.Item) []fyne.CanvasObject {
	path := func(name string) string { return draft.Path("item", i.ID, name) }
	line := func(label, name string, p *string, placeholder string) *field.Row {
		return f.row(label, path(name), f.line(path(name), p, placeholder))
	}
	kind := f.row("kind", path("kind"), field.Beside([]float32{3, 2},
		f.term(path("kind"), vocItemKind, "article, post …", &i.Kind),
		f.line(path("language"), &i.Language, "language, uk")))
	f.alias(path("language"), kind)
	captured := line("captured", "captured", &i.CapturedAt, "when it was taken")
	how := f.row("", path("captured by"), field.Beside([]float32{1, 1},
		f.line(path("captured by"), &i.CapturedBy, "by whom"), f.line(path("captured how"), &i.CapturedHow, "how")))
	inbox := f.row("inbox", path("inbox"), field.Beside([]float32{2, 3},
		f.choice(path("inbox"), &i.Inbox, "new, used …", plain("new", "used", "rejected")), f.line(path("inbox note"), &i.InboxNote, "why")))
	out := objects(
		line("title", "title", &i.Title, ""), line("author", "author", &i.Author, ""), line("link", "url", &i.URL, "https://"),
		line("archived", "archive", &i.ArchiveURL, "link to the archived copy"), kind, captured, how,
		f.row("text", path("text"), f.text(path("text"), &i.Text, "the item's own words", 2)),
		inbox, line("note", "note", &i.Note, "on the item"),
	)
	if i.Base != nil && i.Base.File != nil {
		out = append(out, note("File: "+i.Base.File.Name+", SHA-256 "+i.Base.File.SHA256))
	}
	return append(out, f.guardRows(path, &i.Protection)...)
}

func (f *Form) outletRows(o *draft.Outlet) []fyne.CanvasObject {
	path := func(name string) string { return draft.Path("outlet", o.ID, name) }
	rating := f.row("reliability", path("reliability"), f.choice(path("reliability"), &o.Reliability, "A–F", reliabilities))
	party := f.row("party", path("party"), f.choice(path("party"), &o.Party, "party to the conflict: yes, no", plain("yes", "no")))
	return objects(
		f.row("outlet is", path("kind"), f.term(path("kind"), vocOutletKind, "newspaper, agency …", &o.Kind)),
		rating, party,
		f.row("its site", path("url"), f.line(path("url"), &o.URL, "https://")),
		f.row("its note", path("note"), f.line(path("note"), &o.Note, "on the outlet")),
	)
}
