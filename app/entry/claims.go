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
	aboutOutcome  = "outcome"
	aboutPosition = "position"
)

// abouts are the aspects other than a measure.
var abouts = []string{"when", "place", "party", aboutOutcome, "phase", aboutPosition}

func isAbout(s string) bool { return slices.Contains(abouts, s) }

func (f *Form) claimsSection() *section {
	s := &section{f: f, name: secClaims, key: fyne.KeyC, paths: []string{"claim"}}
	s.rows = func() ([]fyne.CanvasObject, fyne.Focusable) {
		return cards(f.d.Claims, (*draft.Claim).Blank, "No claim: who says what about figures, outcome, time …",
			func(_ int, c *draft.Claim) (fyne.CanvasObject, fyne.Focusable) { return f.claimCard(s, c) })
	}
	s.grow = func() {
		f.d.Claims = grown(f.d.Claims, (*draft.Claim).Blank, func() *draft.Claim { return &draft.Claim{ID: f.deps.NewID()} })
	}
	s.count = func() int { return countFilled(f.d.Claims, (*draft.Claim).Blank) }
	return s
}

func (f *Form) claimCard(s *section, c *draft.Claim) (fyne.CanvasObject, fyne.Focusable) {
	path := func(name string) string { return draft.Path("claim", c.ID, name) }
	var first fyne.Focusable
	main := func() []fyne.CanvasObject {
		subject := f.claimSubject(s, c)
		first = subject
		var top *field.Row
		if c.About == aboutMeasure || c.About == "" {
			cell := f.line(path("figure"), &c.Figure, "≥1 ~40 12–15")
			of := f.choice(path("of"), &c.Of, "of what", f.ofOptions)
			of.Closed = false
			top = f.rowWith(subject, path("figure"), field.Beside([]float32{2, 3}, cell, of))
			f.readBack(cell, top, c)
			if c.About != "" {
				first = cell
			}
		} else {
			value := f.text(path("value"), &c.Value, "what is claimed", 2)
			top = f.rowWith(subject, path("value"), value)
			first = value
			f.alias(path("figure"), top)
		}
		f.alias(path("measure"), top)
		f.alias(path("about"), top)
		who, by := f.actorRow(field.NewLabel("says who"), path("according to"), &c.AccordingTo, func() {})
		who.PlaceHolder = "originator; empty: nobody named"
		_ = who
		return objects(top, by)
	}
	card := f.card(c.ID, main, func() []fyne.CanvasObject { return f.claimDetails(c, path) }, func() {
		f.d.Claims = without(f.d.Claims, c)
		f.removed(s)
	})
	return card, first
}

// claimSubject chooses what the claim is about: a measure, or the time, a place,
// the outcome.
func (f *Form) claimSubject(s *section, c *draft.Claim) *field.Complete {
	shown := c.About
	if c.About == aboutMeasure {
		shown = f.voc.name(vocMeasure, c.Measure)
	}
	sub := field.NewComplete(f.panel, field.Choices(f.subjectOptions))
	sub.Part, sub.Closed, sub.PlaceHolder = f.part, true, "killed, …"
	sub.Set(shown)
	path := draft.Path("claim", c.ID, "measure")
	sub.OnTyped = func(t string) {
		if c.About == "" || c.About == aboutMeasure {
			c.About, c.Measure = aboutMeasure, strings.TrimSpace(t)
			c.Unknown = c.Measure != ""
		}
		f.touched(path)
	}
	sub.OnPick = func(o field.Option) {
		was := c.About
		c.About, c.Measure, c.Unknown = aboutMeasure, o.Value.(string), false
		if isAbout(c.Measure) {
			c.About, c.Measure = c.Measure, ""
		}
		f.touched(path)
		if was != c.About && (was != "" || c.About != aboutMeasure) { // other fields now
			s.rebuildKeeping(func() fyne.Focusable { return f.mainFields[c.ID] })
		}
	}
	f.mainFields[c.ID] = sub
	return sub
}

func (f *Form) subjectOptions() []field.Option {
	out := f.voc.options(vocMeasure, f.voc.form(f.d.Kind))
	for _, a := range abouts {
		out = append(out, field.Option{Text: a, Detail: "not a figure", Value: a})
	}
	return out
}

// ofOptions are what is counted: the vocabulary's weapons, and what other claims
// of this event counted.
func (f *Form) ofOptions() []field.Option {
	out := f.voc.options(vocWeapon, f.voc.form(f.d.Kind))
	for i, o := range out {
		out[i].Value = o.Text
	}
	for _, w := range append([]string{"civilians", "soldiers", "buildings"}, f.countedElsewhere()...) {
		if !slices.ContainsFunc(out, func(o field.Option) bool { return o.Text == w }) {
			out = append(out, field.Option{Text: w, Value: w})
		}
	}
	return out
}

func (f *Form) countedElsewhere() []string {
	var out []string
	for _, c := range f.d.Claims {
		if c.Of != "" {
			out = append(out, c.Of)
		}
	}
	return out
}

// readBack says how a figure is understood, as it is typed.
func (f *Form) readBack(cell *field.Entry, row *field.Row, c *draft.Claim) {
	show := func() {
		if c.Figure == draft.ShowFigure(c.Base) {
			row.SetHint("")
			return
		}
		fig, err := figure.Parse(c.Figure, f.voc.words()...)
		switch {
		case err != nil:
			row.SetHint(err.Error())
		case fig.Qualifier == figure.Exactly || fig.IsZero():
			row.SetHint("")
		default:
			row.SetHint(inWords(fig))
		}
	}
	set := cell.OnChanged
	cell.OnChanged = func(s string) { set(s); show() }
	show()
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
		s = strings.TrimSpace(c.Figure + " " + c.Of + " " + f.voc.name(vocMeasure, c.Measure))
	}
	if a := f.d.Actor(c.AccordingTo); a != nil {
		s += " (" + a.Name + ")"
	}
	return s
}
