package draft

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"sitmap/app/entry/figure"
	"sitmap/store"
)

// What a claim is about where it is a measure, a time, or a position in a series.
const (
	aboutMeasure  = "measure"
	aboutWhen     = "when"
	aboutPosition = "position"
)

// Grid is the claims of a draft as a table: sources across, what is claimed down.
type Grid struct {
	Columns []Column
	Lines   []Line
}

// Column is an item that claims are taken from, with all its citations; without
// any it holds the claims that rest on no source.
type Column struct{ Citations []*Citation }

// First is the citation that a new claim of the column rests on; nil: none.
func (c Column) First() *Citation {
	if len(c.Citations) == 0 {
		return nil
	}
	return c.Citations[0]
}

func (c Column) holds(id string) bool {
	return slices.ContainsFunc(c.Citations, func(q *Citation) bool { return q.ID == id })
}

// Line is what is claimed: a measure of something, the outcome, a time.
type Line struct {
	About, Measure, Of string
	Cells              []*Claim // one a column; nil: the source says nothing of it
	Spare              []*Claim // rows in which nothing was typed yet: they only keep the line
	Earlier            bool     // holds none but claims that no longer stand
}

// Claims are those of a line, each once.
func (l Line) Claims() []*Claim {
	var out []*Claim
	for _, c := range append(slices.Clone(l.Cells), l.Spare...) {
		if c != nil && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

func (l Line) is(c *Claim) bool { return l.About == c.About && l.Measure == c.Measure && l.Of == c.Of }

// Grid lays the claims out. Two claims that one source makes of the same measure
// stand in two lines of it; claims that no longer stand leave the cell to those
// that do.
func (d *Draft) Grid() Grid {
	g := Grid{Columns: d.Columns()}
	bare := len(g.Columns)
	needed := bare == 0
	at := map[*Claim][]int{}
	for _, c := range d.Claims {
		at[c] = columnsOf(c, g.Columns)
		if len(at[c]) == 0 && c.says() {
			at[c], needed = []int{bare}, true
		}
	}
	if needed {
		g.Columns = append(g.Columns, Column{})
	}
	for _, c := range d.Claims {
		if c.named() && !slices.ContainsFunc(g.Lines, func(l Line) bool { return l.is(c) }) {
			g.Lines = append(g.Lines, g.line(c))
		}
	}
	for _, standing := range []bool{true, false} {
		for _, c := range d.Claims {
			if c.named() && c.stands() == standing {
				g.put(c, at[c])
			}
		}
	}
	slices.SortStableFunc(g.Lines, func(a, b Line) int { return cmp.Compare(a.rank(), b.rank()) })
	return g
}

// rank puts measures above all else.
func (l Line) rank() int {
	if l.About == aboutMeasure {
		return 0
	}
	return 1
}

func (g *Grid) line(c *Claim) Line {
	return Line{About: c.About, Measure: c.Measure, Of: c.Of, Cells: make([]*Claim, len(g.Columns))}
}

// put finds a line in which all cells of a claim are free.
func (g *Grid) put(c *Claim, columns []int) {
	last := -1
	for i := range g.Lines {
		l := &g.Lines[i]
		if !l.is(c) {
			continue
		}
		last = i
		if len(columns) == 0 {
			l.Spare = append(l.Spare, c)
			return
		}
		if !slices.ContainsFunc(columns, func(n int) bool { return l.Cells[n] != nil }) {
			for _, n := range columns {
				l.Cells[n] = c
			}
			return
		}
	}
	l := g.line(c)
	l.Earlier = !c.stands()
	for _, n := range columns {
		l.Cells[n] = c
	}
	g.Lines = slices.Insert(g.Lines, last+1, l)
}

// Columns are the items of the sources, in the order in which they are first cited.
// A citation without an item yet is a column of its own.
func (d *Draft) Columns() []Column {
	var out []Column
	for _, bound := range []bool{false, true} {
		for _, q := range d.Citations {
			if (d.quoted(q) != nil) != bound {
				continue
			}
			i := slices.IndexFunc(out, func(c Column) bool { return q.Item.Key != "" && c.Citations[0].Item.Key == q.Item.Key })
			if i < 0 {
				out = append(out, Column{})
				i = len(out) - 1
			}
			out[i].Citations = append(out[i].Citations, q)
		}
	}
	return out
}

// quoted is the claim whose words a citation gives; nil: it is about something else.
func (d *Draft) quoted(q *Citation) *Claim {
	for _, c := range d.Claims {
		if q.About == c.ID {
			return c
		}
	}
	return nil
}

// IsQuote reports whether a citation gives the words of one of the claims.
func (d *Draft) IsQuote(q *Citation) bool { return d.quoted(q) != nil }

// IsBound reports whether a citation quotes an item for one field or part of the event,
// where an earlier citation stands for the item as a whole.
func (d *Draft) IsBound(q *Citation) bool {
	if q.Quote == "" || q.Item.Key == "" || q.About == "" || q.About == "event" || d.IsQuote(q) {
		return false
	}
	return d.Head(q) != q
}

// Head is the citation that stands for the item of another: the first that does not
// give the words of a claim.
func (d *Draft) Head(q *Citation) *Citation {
	for _, c := range d.Citations {
		if c == q || c.Item.Key == q.Item.Key && !d.IsQuote(c) {
			return c
		}
	}
	return q
}

// QuoteOf is the citation that gives the words of a claim as a column has them;
// nil: there is none.
func (d *Draft) QuoteOf(c *Claim, col Column) *Citation {
	for _, q := range col.Citations {
		if q.About == c.ID {
			return q
		}
	}
	return nil
}

func columnsOf(c *Claim, columns []Column) []int {
	var out []int
	for n, col := range columns {
		if slices.ContainsFunc(c.Cites.IDs, col.holds) {
			out = append(out, n)
		}
	}
	if len(out) == 0 && len(columns) == 1 && c.isNew() && !c.Cites.Nothing && c.says() {
		return []int{0} // as builder.cites has it
	}
	return out
}

func (c *Claim) isNew() bool { return reflect.DeepEqual(c.Base, store.Claim{}) }

// named reports whether it is said what the claim is about.
func (c *Claim) named() bool { return c.About != "" && (c.About != aboutMeasure || c.Measure != "") }

// says reports whether anything but the measure was typed.
func (c *Claim) says() bool {
	named := *c
	named.Unknown, named.Of = false, ""
	return !named.Blank()
}

// stands reports whether the claim counts.
func (c *Claim) stands() bool {
	return (c.State == "" || c.State == string(store.Live)) && c.SupersededBy == ""
}

// Stands reports whether the claim counts: it was not superseded, withdrawn or
// rejected.
func (c *Claim) Stands() bool { return c.stands() }

// Cell is what stands in the claim's cell.
func (c *Claim) Cell() string {
	switch {
	case c.About == aboutMeasure, c.About == aboutPosition && c.Value == "":
		return c.Figure
	case c.About == aboutWhen && (c.When.Text != "" || c.Value == ""):
		return c.When.Text
	}
	return c.Value
}

// SetCell takes what was typed into the claim's cell.
func (c *Claim) SetCell(text string, r Reader) {
	switch c.About {
	case aboutMeasure:
		c.Figure = text
	case aboutWhen:
		c.When.SetText(text, r.When)
		if c.When.Text != "" {
			c.Value = ""
		}
	case aboutPosition:
		if _, err := figure.Parse(text, r.Words...); err == nil && c.Base.Value == "" {
			c.Figure, c.Value = text, ""
			return
		}
		c.Figure, c.Value = "", text
	default:
		c.Value = text
	}
}

// WasCell is what the cell held when the event was opened; "" for a new claim.
func (c *Claim) WasCell() string {
	if c.isNew() {
		return ""
	}
	was := Claim{About: c.Base.About, Figure: ShowFigure(c.Base), Value: c.Base.Value, When: showWhen(c.Base.When)}
	return was.Cell()
}

// Corrected reports whether a claim that is stored now says something else.
func (c *Claim) Corrected() bool {
	now, was := strings.TrimSpace(c.Cell()), c.WasCell()
	return was != "" && now != was && !c.emptied()
}

// emptied reports whether all that a stored claim said was taken out of it: it is
// left out of the event then.
func (c *Claim) emptied() bool {
	if c.isNew() || strings.TrimSpace(c.Cell()) != "" || c.WasCell() == "" {
		return false
	}
	return c.Figure == "" && c.Value == "" && !c.When.ByHand()
}

// Split gives a column of a claim that several sources make a claim of its own, so
// that it can say something else.
func (d *Draft) Split(c *Claim, col Column, newID func() string) *Claim {
	own := *c
	own.Base, own.ID, own.Cites = store.Claim{}, newID(), Cites{}
	for _, id := range c.Cites.IDs {
		if col.holds(id) {
			own.Cites.IDs = append(own.Cites.IDs, id)
		}
	}
	c.Cites.IDs = slices.DeleteFunc(slices.Clone(c.Cites.IDs), col.holds)
	d.insertAfter(c, &own)
	return &own
}

func (d *Draft) insertAfter(c, fresh *Claim) {
	d.Claims = slices.Insert(d.Claims, slices.Index(d.Claims, c)+1, fresh)
}

// Fill makes the claim of an empty cell: a row that only kept the line, or a new one.
func (d *Draft) Fill(l Line, col Column, newID func() string) *Claim {
	var c *Claim
	for _, s := range l.Spare {
		if s.isNew() && len(s.Cites.IDs) == 0 && slices.Contains(d.Claims, s) {
			c = s
			break
		}
	}
	if c == nil {
		c = &Claim{ID: newID(), About: l.About, Measure: l.Measure, Of: l.Of}
		if have := l.Claims(); len(have) > 0 {
			c.Unknown = have[len(have)-1].Unknown
			d.insertAfter(have[len(have)-1], c)
		} else {
			d.Claims = append(d.Claims, c)
		}
	}
	if q := col.First(); q != nil {
		c.Cites.IDs, c.AccordingTo = []string{q.ID}, q.Voice
	} else {
		c.Cites.Nothing = true
	}
	return c
}

// Correct carries out what was changed in a claim that is stored. With news, or a
// source that corrects itself, the claim stays as it was made, superseded or
// withdrawn, and what was typed becomes the claim that takes its place. An error of
// ours is mended where it stands: nobody ever claimed it.
func (d *Draft) Correct(c *Claim, why store.Reason, newID func() string) {
	if why == store.ReasonOurError {
		c.Settled = true
		return
	}
	fresh := *c
	fresh.Base, fresh.ID, fresh.Why = store.Claim{}, newID(), ""
	fresh.State, fresh.SupersededBy = "", ""
	*c = *d.showClaim(c.Base)
	c.State, c.SupersededBy = string(store.Superseded), fresh.ID
	if why == store.ReasonCorrected {
		c.State, c.Why = string(store.Withdrawn), "the source has corrected itself"
	}
	d.insertAfter(c, &fresh)
	for _, h := range d.Headlines { // a pin holds on to what the source says now
		if h.Claim == c.ID {
			h.Claim = fresh.ID
		}
	}
}

// SetVoice gives a source an originator: the claims taken from it that had its
// former one follow.
func (d *Draft) SetVoice(q *Citation, set func(r *Ref[store.Actor])) {
	was := q.Voice
	var follow []*Claim
	for _, col := range d.Columns() {
		if !col.holds(q.ID) {
			continue
		}
		for _, c := range d.Claims {
			if c.AccordingTo.Key == was.Key && slices.ContainsFunc(c.Cites.IDs, col.holds) {
				follow = append(follow, c)
				c.AccordingTo = Ref[store.Actor]{}
			}
		}
	}
	set(&q.Voice)
	for _, c := range follow {
		c.AccordingTo = q.Voice
	}
}
