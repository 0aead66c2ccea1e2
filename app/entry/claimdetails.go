package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// claimDetails are the rest of a claim as one source has it: who says so, of when,
// in which words, and whether it still stands.
func (f *Form) claimDetails(c *draft.Claim, col draft.Column, path func(string) string) []fyne.CanvasObject {
	_, by := f.actorRow(field.NewLabel("says who"), path("according to"), &c.AccordingTo, func() {})
	asOf, _ := f.whenRows("as of", path("as of"), &c.AsOf, whenExample)
	out := append([]fyne.CanvasObject{by.Object, asOf}, f.quoteRows(c, col, path)...)
	state := f.choice(path("state"), &c.State, "live", plain("live", "superseded", "withdrawn", "rejected"))
	replaced := f.choice(path("superseded by"), &c.SupersededBy, "superseded by", f.claimOptions)
	stands := f.row("state", path("state"), field.Beside([]float32{2, 3}, state, replaced))
	f.alias(path("superseded by"), stands)
	country := f.row("", path("scope country"), field.Beside([]float32{1, 2},
		f.line(path("scope country"), &c.Scope.Country, "UA"), f.line(path("scope admin1"), &c.Scope.Admin1, "region, UA-63")))
	scopeWhen, _ := f.whenRows("", path("scope when"), &c.Scope.When, whenExample)
	out = append(out,
		f.row("scope", path("scope"), f.line(path("scope"), &c.Scope.Text, "what is counted, if wider than the event")).Object,
		country.Object, scopeWhen, stands.Object,
		f.row("why", path("why"), f.line(path("why"), &c.Why, "why rejected or withdrawn")).Object,
		f.row("part", path("part"), f.choice(path("part"), &c.Part, "part of the event it speaks of", f.partOptions)).Object,
	)
	if c.About == aboutMeasure {
		out = append(out, f.row("in words", path("words"), f.line(path("words"), &c.Value, "where a figure does not say it")).Object)
	} else {
		if c.About != "when" && c.When != (draft.When{}) {
			rows, _ := f.whenRows("claimed time", path("claimed time"), &c.When, whenExample)
			out = append(out, rows)
		}
		out = append(out, f.row("figure", path("number"), f.line(path("number"), &c.Figure, "6")).Object)
	}
	return append(out, f.citesRow(path("citations"), &c.Cites, c.Base.ID == "", false).Object,
		f.row("note", path("note"), f.text(path("note"), &c.Note, "", 2)).Object)
}

// quoteRows are the words of the source for this claim, and where they stand in it.
// They make a citation of the claim when they are first typed.
func (f *Form) quoteRows(c *draft.Claim, col draft.Column, path func(string) string) []fyne.CanvasObject {
	if first := col.First(); first == nil || first.Item.Key == "" {
		return []fyne.CanvasObject{note("Name the source first; then its words can be quoted here.")}
	}
	var have draft.Citation
	if q := f.d.QuoteOf(c, col); q != nil {
		have = *q
	}
	bind := func(name string, shown string, lines int, placeholder string, set func(*draft.Citation, string)) *field.Entry {
		text := shown
		e := f.text(path(name), &text, placeholder, lines)
		changed := e.OnChanged
		e.OnChanged = func(s string) {
			set(f.quote(c, col), s)
			changed(s)
		}
		return e
	}
	quote := bind("quote", have.Quote, 2, "in the words of the source", func(q *draft.Citation, s string) { q.Quote = s })
	page := bind("page", have.Page, 1, "page or minute", func(q *draft.Citation, s string) { q.Page = s })
	translation := bind("translation", have.Translation, 1, "translation", func(q *draft.Citation, s string) { q.Translation = s })
	return objects(f.row("quote", path("quote"), quote), f.row("page", path("page"), field.Beside([]float32{2, 3}, page, translation)))
}

// quote is the citation of a claim's words, made if there is none.
func (f *Form) quote(c *draft.Claim, col draft.Column) *draft.Citation {
	// The column may have changed since the fields were made.
	for _, now := range f.d.Columns() {
		if now.First() == col.First() {
			col = now
		}
	}
	if q := f.d.QuoteOf(c, col); q != nil {
		return q
	}
	q := &draft.Citation{ID: f.deps.NewID(), About: c.ID, Item: col.First().Item}
	f.d.Citations = append(f.d.Citations, q)
	c.Cites.IDs = append(slices.Clone(c.Cites.IDs), q.ID)
	return q
}

// sourceNumber is the number of the source that a citation belongs to, counted from
// 1; 0: none.
func (f *Form) sourceNumber(id string) int {
	for n, col := range f.d.Columns() {
		if slices.ContainsFunc(col.Citations, func(q *draft.Citation) bool { return q.ID == id }) {
			return n + 1
		}
	}
	return 0
}

func (f *Form) citeNumbers(c draft.Cites) string {
	if c.Nothing {
		return "none"
	}
	var out []string
	for _, id := range c.IDs {
		said := id
		if n := f.sourceNumber(id); n > 0 {
			said = itoa(n)
		}
		if !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return strings.Join(out, ", ")
}

func (f *Form) citationTitle(q *draft.Citation) string {
	if i := f.d.Item(q.Item); i != nil && i.Title != "" {
		return i.Title
	}
	return "a source without title"
}
