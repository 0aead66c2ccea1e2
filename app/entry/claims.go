package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/entry/figure"
)

// What a claim can be about.
const (
	aboutMeasure  = "measure"
	aboutWhen     = "when"
	aboutOutcome  = "outcome"
	aboutPosition = "position"
)

// aspect is what a claim can be about other than a measure.
type aspect struct {
	code, name string // as stored, and as it is called in the table
	also       string // another word for it
	detail     string
}

var aspects = []aspect{
	{aboutWhen, "when", "time", "the time"},
	{"place", "where", "place", "a place"},
	{"party", "who", "party", "a party"},
	{aboutOutcome, "outcome", "result", "what came of it"},
	{"phase", "phase", "state", "announced, held …"},
	{aboutPosition, "position", "number", "in a series"},
}

func isAbout(s string) bool {
	return slices.ContainsFunc(aspects, func(a aspect) bool { return a.code == s })
}

func (f *Form) claimsSection() *section {
	s := &section{f: f, name: secClaims, key: fyne.KeyC, paths: []string{"claim"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		was := f.grid
		f.grid = newClaimGrid(f, s)
		rows, first := f.grid.build()
		f.grid.keep(was)
		return rows, first
	}
	s.does = "next empty cell"
	s.grow = func() {} // the last line of the table is always an empty one
	s.count = func() int { return countFilled(f.d.Claims, (*draft.Claim).Blank) }
	return s
}

// inWords tells the bounds behind a qualifier.
func inWords(f figure.Figure) string {
	number := func(n *float64) string {
		return figure.Format(figure.Figure{Qualifier: figure.Exactly, Low: n, High: n})
	}
	switch {
	case f.Low == nil && f.High == nil:
		return f.Qualifier + ", which is not 0"
	case f.High == nil:
		return f.Qualifier + ": " + number(f.Low) + " and no upper bound"
	case f.Low == nil:
		return f.Qualifier + ": no lower bound, up to " + number(f.High)
	case *f.Low == *f.High:
		return f.Qualifier + " " + number(f.Low)
	}
	return f.Qualifier + " " + number(f.Low) + " and " + number(f.High)
}

// partOptions are the parts of the event that a claim or citation can speak of.
func (f *Form) partOptions() []field.Option {
	out := []field.Option{{Text: "", Detail: "none", Value: ""}}
	for _, p := range f.d.Places {
		if !p.Blank() {
			out = append(out, field.Option{Text: p.Name, Detail: "place, " + p.Role, Value: p.ID})
		}
	}
	for _, p := range f.d.Parties {
		if a := f.d.Actor(p.Actor); a != nil {
			out = append(out, field.Option{Text: a.Name, Detail: "party, " + p.Role, Value: p.ID})
		}
	}
	for _, p := range f.d.Phases {
		if p.Phase != "" {
			out = append(out, field.Option{Text: f.voc.name(vocPhase, p.Phase), Detail: "phase", Value: p.ID})
		}
	}
	return append(out, f.claimOptions()...)
}

// claimOptions are the claims of this event.
func (f *Form) claimOptions() []field.Option {
	var out []field.Option
	for _, c := range f.d.Claims {
		if !c.Blank() {
			out = append(out, field.Option{Text: f.claimTitle(c), Detail: "claim", Value: c.ID})
		}
	}
	return out
}

func (f *Form) claimTitle(c *draft.Claim) string {
	s := c.About + ": " + c.Value
	if c.About == aboutMeasure {
		s = strings.Join(strings.Fields(c.Figure+" "+c.Of+" "+f.voc.name(vocMeasure, c.Measure)), " ")
	}
	if a := f.d.Actor(c.AccordingTo); a != nil {
		s += " (" + a.Name + ")"
	}
	return s
}
