package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/entry/figure"
	"sitmap/app/reading"
)

// figure makes a claim of the words, of the line of the table given, or of the measure
// that they were read as.
func (t *taking) figure(line *draft.Line) string {
	f := t.f
	g, ok := t.figureOf()
	a := t.x.As
	read := a != nil && a.Field == reading.Figure
	switch {
	case !ok:
		return "“" + t.x.Words + "” begins with no figure; select one, such as “at least 12”."
	case line == nil && !read:
		return "A figure, but of what? Put the cursor into a line of the claims, come back and press Enter."
	}
	about, measure, of := aboutMeasure, "", ""
	if line != nil {
		about, measure, of = line.About, line.Measure, line.Of
	} else {
		measure, of = a.Count.Measure, a.Count.Of
	}
	c := t.claim(about, measure, of, figure.Format(g))
	if read && a.Count.By != nil {
		f.actor(&c.AccordingTo, a.Count.By.Name, a.Count.By.Kind)
	}
	t.claimBound(c)
	return "“" + t.x.Words + "” is claimed now: " + f.claimTitle(c) + ", with its quote."
}

// claim is the item's claim of a subject with a cell's text: the empty cell that
// waits for it, the one that says so already, or another.
func (t *taking) claim(about, measure, of, cell string) *draft.Claim {
	f := t.f
	src := t.source()
	grid := f.d.Grid()
	n := slices.IndexFunc(grid.Columns, func(c draft.Column) bool { return slices.Contains(c.Citations, src) })
	fresh := draft.Line{About: about, Measure: measure, Of: of, Cells: make([]*draft.Claim, len(grid.Columns))}
	for _, l := range grid.Lines {
		bare := l.About == about && l.Measure == measure && l.Of == "" && len(l.Claims()) == len(l.Spare)
		switch {
		case l.Earlier:
		case l.About == about && l.Measure == measure && l.Of == of:
			if x := l.Cells[n]; x != nil && (x.Cell() == "" || x.Cell() == cell) {
				x.SetCell(cell, f.reader())
				return x
			} else if x == nil {
				c := f.d.Fill(l, grid.Columns[n], f.deps.NewID)
				c.SetCell(cell, f.reader())
				return c
			}
		case bare && fresh.Spare == nil: // the line that the form asks for takes it
			fresh.Spare = l.Spare
		}
	}
	c := f.d.Fill(fresh, grid.Columns[n], f.deps.NewID)
	c.Of = of
	c.SetCell(cell, f.reader())
	return c
}

// claimBound quotes the words for a claim and shows it in the table.
func (t *taking) claimBound(c *draft.Claim) {
	f := t.f
	src := t.source()
	for _, col := range f.d.Columns() {
		if slices.Contains(col.Citations, src) {
			f.quote(c, col).Quote = t.x.Quote
		}
	}
	t.rebuilt(secClaims)
	t.sourcesChanged()
	t.to = f.fields[draft.Path("claim", c.ID, "figure")]
	f.touched(draft.Path("claim", c.ID, "figure"))
}

// lastField puts the words into the field that had the cursor last.
func (t *taking) lastField() string {
	f := t.f
	if t.last == nil || !f.panel.holds(t.last) {
		return "Which field? Go to it in the form first, or press a letter: D date, P place, A actor …"
	}
	if cell, ok := t.last.(*field.Cell); ok {
		return t.cell(cell)
	}
	path := f.pathOf(t.last)
	part, rest, _ := strings.Cut(path, "/")
	id, _, _ := strings.Cut(rest, "/")
	switch part {
	case "when":
		return t.time("when", &f.d.When)
	case "planned":
		return t.time("planned", &f.d.Planned)
	case "place":
		if i := slices.IndexFunc(f.d.Places, func(p *draft.Place) bool { return p.ID == id }); i >= 0 && strings.HasSuffix(path, "/name") {
			return t.place(f.d.Places[i])
		}
	case "party":
		if i := slices.IndexFunc(f.d.Parties, func(p *draft.Party) bool { return p.ID == id }); i >= 0 && strings.HasSuffix(path, "/actor") {
			return t.party(f.d.Parties[i])
		}
	case "phase":
		if i := slices.IndexFunc(f.d.Phases, func(p *draft.Phase) bool { return p.ID == id }); i >= 0 && strings.HasSuffix(path, "/at") {
			f.d.Phases[i].Cites.IDs = append(f.d.Phases[i].Cites.IDs, t.source().ID)
		}
	case draft.Weapons:
		return t.weapon()
	}
	switch w := t.last.(type) {
	case *kindField, *adder:
		return "The words fit no field here: choose the kind or measure from its list."
	case *field.Complete:
		if w.Closed {
			return "This field takes what its list offers; choose there."
		}
		text := t.x.Words
		if w.Several {
			text = draft.JoinWords(append(draft.SplitWords(w.Text), text))
		}
		w.SetText(text)
	case *field.Entry:
		if w.MultiLine {
			w.SetText(appended(w.Text, t.x.Words))
		} else {
			w.SetText(t.x.Words)
		}
	default:
		return "The words fit no field here; press a letter: D date, P place, A actor …"
	}
	t.to = t.last
	t.bindPath(part, id, path)
	return "“" + t.x.Words + "” is in the field now, with its quote."
}

// bindPath quotes the words for whatever a field belongs to.
func (t *taking) bindPath(part, id, path string) {
	f := t.f
	switch part {
	case "title", "summary", "topics", "tags", "series":
		t.bind(part)
	case "place", "party", "phase":
		t.bind(id)
	case "relation":
		t.bind("relations")
	case "claim":
		if i := slices.IndexFunc(f.d.Claims, func(c *draft.Claim) bool { return c.ID == id }); i >= 0 && !strings.HasSuffix(path, "/quote") {
			src := t.source()
			for _, col := range f.d.Columns() {
				if slices.Contains(col.Citations, src) {
					f.quote(f.d.Claims[i], col).Quote = t.x.Quote
				}
			}
			t.sourcesChanged()
		}
	case "citation", "item", "outlet": // the source's own fields need no source
	default:
		t.bind("event")
	}
}

// cell puts the words into the cell that had the cursor, of the item's own column.
func (t *taking) cell(cell *field.Cell) string {
	f := t.f
	if f.grid == nil {
		return "Put the cursor into a cell of the claims first."
	}
	for _, r := range f.grid.lines {
		if !slices.Contains(r.cells, cell) {
			continue
		}
		line := r.Line
		if line.About == aboutMeasure || line.About == aboutPosition {
			return t.figure(&line)
		}
		c := t.claim(line.About, line.Measure, line.Of, t.x.Words)
		t.claimBound(c)
		return "“" + t.x.Words + "” is claimed now, with its quote."
	}
	return "Put the cursor into a cell of the claims first."
}

// pathOf is the path of the row that a field stands in; "": none.
func (f *Form) pathOf(w fyne.Focusable) string {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return ""
	}
	best := ""
	for path, r := range f.rows {
		if _, in := find(r.Object, o); in && (best == "" || pathRank(path) < pathRank(best) || pathRank(path) == pathRank(best) && path < best) {
			best = path
		}
	}
	return best
}

// pathRank puts the main field of a row that serves several paths before the others.
func pathRank(path string) int {
	for i, end := range []string{"/name", "/actor", "/at", "/title"} {
		if strings.HasSuffix(path, end) {
			return i
		}
	}
	return 9
}

// quoteLines shows below each field the words that its citation quotes.
func (f *Form) quoteLines() {
	said := map[string]string{}
	for _, q := range f.d.Citations {
		if q.Quote != "" && q.About != "" && q.About != "event" && said[q.About] == "" && !f.d.IsQuote(q) {
			said[q.About] = q.Quote
		}
	}
	set := func(path, about string) {
		if r := f.rows[path]; r != nil {
			r.SetQuote(said[about])
		}
	}
	for _, path := range []string{"title", "summary", "when", "planned", "topics", "tags"} {
		set(path, path)
	}
	set(draft.Weapons, "fields."+draft.Weapons)
	for _, p := range f.d.Places {
		set(draft.Path("place", p.ID, "name"), p.ID)
	}
	for _, p := range f.d.Parties {
		set(draft.Path("party", p.ID, "actor"), p.ID)
	}
	for _, p := range f.d.Phases {
		set(draft.Path("phase", p.ID, "phase"), p.ID)
	}
}
