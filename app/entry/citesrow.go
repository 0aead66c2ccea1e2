package entry

import (
	"slices"
	"strconv"
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/store"
)

// newSource is a line of a list that makes a source of the title typed.
type newSource struct{ title string }

// citesRow says which of the event's sources a claim or phase rests on, by their
// numbers. Where adds is set, a title that is typed makes a source, and the store's items
// are offered as well.
func (f *Form) citesRow(path string, c *draft.Cites, isNew, adds bool) *field.Row {
	e := field.NewComplete(f.panel, func(typed string) []field.Option { return f.searchCites(typed, adds) })
	e.Part, e.Several, e.PlaceHolder = f.part, true, "numbers of the sources: 1, 2"
	e.LastOf = func(text string) int {
		_, last := f.citeParts(text)
		return last
	}
	if adds {
		e.PlaceHolder = "1, 2, or the title of a source"
	}
	e.Set(f.citeNumbers(*c))
	row := f.row("sources", path, e)
	was := ""
	show := func() {
		if e.Text == "" && len(c.IDs) > 0 { // it rested on the one source, and there are more now
			e.Set(f.citeNumbers(*c))
		}
		said := strings.Trim(f.citeHint(*c, isNew)+"\n"+f.unknownCites(e.Text, adds), "\n")
		if said != was {
			was = said
			row.SetHint(said)
			f.relayout()
		}
	}
	f.cited[path] = show // the sources have titles of their own
	e.OnTyped = func(s string) {
		f.setCites(c, s)
		f.touched(path)
	}
	e.OnPick = func(o field.Option) {
		if q := f.sourceOf(o.Value); q != nil {
			e.Set(strings.TrimSuffix(e.Text, o.Text) + itoa(f.sourceNumber(q.ID)))
			f.sourceAdded(e, q)
		}
		e.OnTyped(e.Text)
	}
	show()
	return row
}

// searchCites lists the sources of the event by number and title, then items of the
// store, then what was typed as the title of a new one.
func (f *Form) searchCites(typed string, adds bool) []field.Option {
	want := folded(typed)
	var out []field.Option
	same := false
	for n, col := range f.d.Columns() {
		q := col.First()
		title := f.citationTitle(q)
		number := itoa(n + 1)
		if !q.Blank() && (want == "" || number == want || matchRank(folded(title), want) < rankNot) {
			out = append(out, field.Option{Text: number, Detail: title, Value: q.ID})
			same = same || number == want || folded(title) == want
		}
	}
	if _, err := strconv.Atoi(want); !adds || want == "" || want == "none" || err == nil {
		return out
	}
	for _, hit := range f.voc.itemNames.search(typed, field.MaxOptions) {
		i := f.voc.items[hit.at]
		out = append(out, field.Option{Text: i.Title, Detail: i.Published, Value: i})
		same = same || folded(i.Title) == want
	}
	out = out[:min(len(out), field.MaxOptions-1)]
	if !same {
		out = append(out, field.Option{Text: strings.TrimSpace(typed), Detail: "a new source", Value: newSource{strings.TrimSpace(typed)}})
	}
	return out
}

// sourceOf is the source that a line of the list adds, in the row that is empty as yet or
// in one of its own; nil: it is a source already.
func (f *Form) sourceOf(v any) *draft.Citation {
	if _, known := v.(string); known {
		return nil
	}
	i := slices.IndexFunc(f.d.Citations, (*draft.Citation).Blank)
	if i < 0 {
		f.d.Citations = append(f.d.Citations, &draft.Citation{ID: f.deps.NewID(), About: "event"})
		i = len(f.d.Citations) - 1
	}
	q := f.d.Citations[i]
	switch v := v.(type) {
	case store.Item:
		f.d.UseItem(&q.Item, v)
	case newSource:
		f.d.NameItem(&q.Item, v.title, f.deps.NewID)
	}
	return q
}

// sourceAdded shows a source that was added from another section. Where the cursor is on
// its way from there to another field, it is left to arrive first.
func (f *Form) sourceAdded(from *field.Complete, q *draft.Citation) {
	mine := f.opening
	show := func() {
		if mine != f.opening || f.d == nil {
			return
		}
		f.refreshSection(secSources)
		if f.last != nil && !f.panel.holds(f.last) {
			f.focus(f.mainFields[q.ID])
		}
	}
	if from.Focused() {
		show()
		return
	}
	f.deps.After(0, show)
}

// citePart is a piece of the text that says which sources something rests on: the number
// of a source, counted from 1, or a title that is none's.
type citePart struct {
	number int // 0: none
	text   string
}

// citeParts takes the text apart: numbers with commas or blanks between, and titles of
// sources, which may have commas in them: one that is no source's goes on to a semicolon
// or to the end. last is where the last part begins.
func (f *Form) citeParts(text string) (parts []citePart, last int) {
	var titles []string
	for _, col := range f.d.Columns() {
		titles = append(titles, folded(f.citationTitle(col.First())))
	}
	const between = ",; "
	at := 0
	for {
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], between))
		last = at
		rest := text[at:]
		if rest == "" {
			return parts, last
		}
		stretch, _, _ := strings.Cut(strings.ReplaceAll(rest, ";", ","), ",")
		if numbers, ok := citeNumbersIn(stretch); ok {
			at += len(stretch)
			last += len(stretch) - len(lastWord(stretch))
			parts = append(parts, numbers...)
			if at == len(text) {
				return parts, last
			}
			continue
		}
		end, number := len(rest), 0
		if i := strings.IndexByte(rest, ';'); i >= 0 {
			end = i
		}
		for i := end; i > 0 && number == 0; i = strings.LastIndexByte(rest[:i], ',') {
			if n := slices.Index(titles, folded(rest[:i])); n >= 0 {
				end, number = i, n+1
			}
		}
		parts = append(parts, citePart{number, strings.TrimSpace(rest[:end])})
		if at += end; at == len(text) {
			return parts, last
		}
	}
}

// citeNumbersIn are the numbers that a stretch without commas consists of; false: it has
// something else in it.
func citeNumbersIn(stretch string) (out []citePart, ok bool) {
	for _, w := range strings.Fields(stretch) {
		n, err := strconv.Atoi(w)
		if strings.EqualFold(w, "none") {
			continue
		}
		if err != nil {
			return nil, false
		}
		out = append(out, citePart{n, w})
	}
	return out, true
}

// lastWord is a stretch from its last word on.
func lastWord(stretch string) string {
	return stretch[strings.LastIndexByte(strings.TrimRight(stretch, " "), ' ')+1:]
}

// unknownCites says what of a text names no source.
func (f *Form) unknownCites(text string, adds bool) string {
	n := len(f.d.Columns())
	parts, _ := f.citeParts(text)
	for _, p := range parts {
		switch _, err := strconv.Atoi(p.text); {
		case p.number < 0 || p.number > n || err == nil && p.number == 0:
			return "There is no source " + p.text + " yet."
		case p.number == 0 && adds:
			return "“" + p.text + "” is no source yet: Enter makes it one."
		case p.number == 0:
			return "“" + p.text + "” is not the number of a source."
		}
	}
	return ""
}

// setCites takes the sources named. A claim keeps the citations of its own words.
func (f *Form) setCites(c *draft.Cites, text string) {
	was := c.IDs
	c.IDs, c.Nothing = nil, strings.EqualFold(strings.TrimSpace(text), "none")
	columns := f.d.Columns()
	parts, _ := f.citeParts(text)
	for _, p := range parts {
		if p.number < 1 || p.number > len(columns) {
			continue
		}
		col := columns[p.number-1]
		kept := false
		for _, q := range col.Citations {
			if slices.Contains(was, q.ID) && !slices.Contains(c.IDs, q.ID) {
				c.IDs, kept = append(c.IDs, q.ID), true
			}
		}
		if id := col.First().ID; !kept && !slices.Contains(c.IDs, id) {
			c.IDs = append(c.IDs, id)
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
		if isNew && f.d.One() != nil {
			return "Rests on the one source, unless “none” is written here."
		}
		return ""
	}
	return strings.Join(titles, "\n")
}
