package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/figure"
)

// cellRead says how what stands in a cell is read; "" where that is plain.
func (f *Form) cellRead(c *draft.Claim) string {
	text := strings.TrimSpace(c.Cell())
	switch {
	case text == "":
		return ""
	case c.About == aboutWhen:
		return strings.ReplaceAll(f.understood(c.When), "\n", " · ")
	case c.About != aboutMeasure:
		return ""
	case figure.IsPair(text):
		p, err := figure.ParsePair(text, f.voc.words()...)
		if err != nil {
			return err.Error()
		}
		if second, ok := partOf[c.Measure]; ok {
			return figure.Format(p.All) + " " + f.voc.name(vocMeasure, c.Measure) + ", " + figure.Format(p.Of) + " of them " + f.voc.name(vocMeasure, second)
		}
	}
	fig, err := figure.Parse(text, f.voc.words()...)
	if err != nil {
		if number, of := f.counted(text); of != "" {
			return number + " " + of
		}
		return err.Error()
	}
	if fig.Qualifier == figure.Exactly || fig.IsZero() {
		return ""
	}
	return inWords(fig)
}

// partOf is the measure that counts the second figure of a pair: of those launched,
// so many were shot down.
var partOf = map[string]string{"launched": "shot_down", "injured": "killed"}

// counted takes “3 civilians” apart into the figure and what was counted.
func (f *Form) counted(text string) (number, of string) {
	words := strings.Fields(text)
	for n := len(words) - 1; n > 0; n-- {
		number = strings.Join(words[:n], " ")
		if fig, err := figure.Parse(number, f.voc.words()...); err == nil && !fig.IsZero() {
			return number, strings.Join(words[n:], " ")
		}
	}
	return text, ""
}

// settle does, when a cell is left, what its text asks for: a pair of figures fills
// two lines, and what was counted goes to the line. The table stays as it is but for
// lines that are added: the cursor is on its way to another cell.
func (g *claimGrid) settle(r *gridRow, n int) {
	x := r.Cells[n]
	if g.f.d == nil || g.f.grid != g || x == nil || x.About != aboutMeasure {
		return
	}
	text := strings.TrimSpace(x.Figure)
	if _, err := figure.Parse(text, g.f.voc.words()...); err == nil {
		return
	}
	if p, err := figure.ParsePair(text, g.f.voc.words()...); err == nil && partOf[x.Measure] != "" {
		g.write(r, n, figure.Format(p.All))
		other := g.lineFor(r, n, subject{about: aboutMeasure, measure: partOf[x.Measure], of: r.Of})
		g.write(other, n, figure.Format(p.Of))
		return
	}
	number, of := g.f.counted(text)
	switch {
	case of == "":
	case r.Of == "" && g.alone(r, n):
		g.setSubject(r, subject{about: r.About, measure: r.Measure, of: of})
		g.write(r, n, number)
	case r.Of == of:
		g.write(r, n, number)
	default:
		g.write(r, n, "")
		g.write(g.lineFor(r, n, subject{about: r.About, measure: r.Measure, of: of}), n, number)
	}
}

// write puts a text into a cell as if it had been typed.
func (g *claimGrid) write(r *gridRow, n int, text string) {
	r.cells[n].SetText(text)
	if r.cells[n].Text != text || !r.cells[n].Focused() {
		r.row.SetHint("")
	}
}

// alone reports whether no other source says anything in the line.
func (g *claimGrid) alone(r *gridRow, n int) bool {
	for m := range r.Cells {
		if m != n && g.filled(r, m) {
			return false
		}
	}
	return true
}

// lineFor is the line of a subject in which a source's cell is free: one that is
// there, one in which nothing was said yet of whatever, or a new one below r.
func (g *claimGrid) lineFor(r *gridRow, n int, s subject) *gridRow {
	var open *gridRow
	for _, o := range g.lines {
		if o.About != s.about || o.Measure != s.measure || o.Earlier || g.filled(o, n) {
			continue
		}
		if o.Of == s.of {
			return o
		}
		if o.Of == "" && g.alone(o, -1) {
			open = o
		}
	}
	if open != nil {
		g.setSubject(open, s)
		return open
	}
	return g.addRow(r, s)
}

// addRow adds a line below another, or at the end where that is nil.
func (g *claimGrid) addRow(below *gridRow, s subject) *gridRow {
	c := &draft.Claim{ID: g.f.deps.NewID(), About: s.about, Measure: s.measure, Of: s.of, Unknown: s.unknown}
	g.f.d.Claims = append(g.f.d.Claims, c)
	fresh := g.line(draft.Line{
		About: s.about, Measure: s.measure, Of: s.of, Cells: make([]*draft.Claim, len(g.columns)), Spare: []*draft.Claim{c},
	})
	at := len(g.lines)
	if below != nil {
		at = slices.Index(g.lines, below) + 1
	}
	g.lines = slices.Insert(g.lines, at, fresh)
	const above = 2 // the lines of the sources and of their voices
	g.rows.Objects = slices.Insert(g.rows.Objects, above+at, fyne.CanvasObject(fresh.row.Object))
	g.rows.Refresh()
	g.f.relayout()
	return fresh
}
