package entry

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
)

// claimDetails are the rest of a claim: sources, state, scope, time, notes.
func (f *Form) claimDetails(c *draft.Claim, path func(string) string) []fyne.CanvasObject {
	state := f.choice(path("state"), &c.State, "live", plain("live", "superseded", "withdrawn", "rejected"))
	by := f.choice(path("superseded by"), &c.SupersededBy, "superseded by", f.claimOptions)
	stands := f.row("state", path("state"), field.Beside([]float32{2, 3}, state, by))
	f.alias(path("superseded by"), stands)
	country := f.row("", path("scope country"), field.Beside([]float32{1, 2},
		f.line(path("scope country"), &c.Scope.Country, "UA"), f.line(path("scope admin1"), &c.Scope.Admin1, "region, UA-63")))
	scopeWhen, _ := f.whenRows("", path("scope when"), &c.Scope.When, whenExample)
	asOf, _ := f.whenRows("as of", path("as of"), &c.AsOf, whenExample)
	out := []fyne.CanvasObject{
		f.citesRow(path("citations"), &c.Cites, c.Base.ID == "").Object,
		stands.Object,
		f.row("why", path("why"), f.line(path("why"), &c.Why, "why rejected or withdrawn")).Object,
		asOf,
		f.row("scope", path("scope"), f.line(path("scope"), &c.Scope.Text, "what is counted, if wider than the event")).Object,
		country.Object, scopeWhen,
		f.row("part", path("part"), f.choice(path("part"), &c.Part, "part of the event it speaks of", f.partOptions)).Object,
	}
	if c.About == "when" || c.When != (draft.When{}) {
		rows, _ := f.whenRows("claimed time", path("when"), &c.When, whenExample)
		out = append([]fyne.CanvasObject{rows}, out...)
	}
	if c.About == aboutMeasure || c.About == "" {
		out = append(out, f.row("in words", path("value"), f.line(path("value"), &c.Value, "where a figure does not say it")).Object)
	} else {
		out = append(out, f.row("figure", path("figure"), f.line(path("figure"), &c.Figure, "6")).Object)
	}
	out = append(out, f.row("note", path("note"), f.text(path("note"), &c.Note, "", 2)).Object)
	return append(out, f.actorDetails(c.AccordingTo)...)
}

// citesRow says which of the event's sources a claim or phase rests on, by their
// numbers.
func (f *Form) citesRow(path string, c *draft.Cites, isNew bool) *field.Row {
	text := f.citeNumbers(*c)
	e := f.line(path, &text, "numbers of the sources: 1, 2")
	row := f.row("sources", path, e)
	show := func() { row.SetHint(f.citeHint(*c, isNew)) }
	e.OnChanged = func(s string) {
		f.setCites(c, s)
		show()
		f.touched(path)
	}
	show()
	return row
}

func (f *Form) citeNumbers(c draft.Cites) string {
	if c.Nothing {
		return "none"
	}
	var out []string
	for _, id := range c.IDs {
		n := slices.IndexFunc(f.d.Citations, func(q *draft.Citation) bool { return q.ID == id })
		if n < 0 {
			out = append(out, id)
			continue
		}
		out = append(out, itoa(n+1))
	}
	return strings.Join(out, ", ")
}

func (f *Form) setCites(c *draft.Cites, text string) {
	c.IDs, c.Nothing = nil, strings.EqualFold(strings.TrimSpace(text), "none")
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		n, err := strconv.Atoi(w)
		if err == nil && n >= 1 && n <= len(f.d.Citations) && !slices.Contains(c.IDs, f.d.Citations[n-1].ID) {
			c.IDs = append(c.IDs, f.d.Citations[n-1].ID)
		}
	}
}

func (f *Form) citeHint(c draft.Cites, isNew bool) string {
	if c.Nothing {
		return "Rests on no source."
	}
	var titles []string
	for _, id := range c.IDs {
		for _, q := range f.d.Citations {
			if q.ID == id {
				titles = append(titles, f.citationTitle(q))
			}
		}
	}
	if len(titles) == 0 {
		if filled := countFilled(f.d.Citations, (*draft.Citation).Blank); filled == 1 && isNew {
			return "Rests on the one source, unless “none” is written here."
		}
		return ""
	}
	return strings.Join(titles, "\n")
}

func (f *Form) citationTitle(q *draft.Citation) string {
	if i := f.d.Item(q.Item); i != nil && i.Title != "" {
		return i.Title
	}
	return "a source without title"
}
