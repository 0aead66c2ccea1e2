package draft

import (
	"reflect"
	"slices"

	"sitmap/app/entry/figure"
	"sitmap/store"
)

// Claim is a row of the claims.
type Claim struct {
	Base                store.Claim
	ID, About, Part     string
	Measure, Of         string
	Figure              string // the cell: ≥1, ~40, 12–15, dozens
	Value               string
	When                When
	AccordingTo         Ref[store.Actor]
	Scope               Scope
	AsOf                When
	State, SupersededBy string
	Why, Note           string
	Cites               Cites
	Unknown             bool // Measure was typed and is in no list
	Settled             bool // that it says something else than what is stored is our own error
}

// Scope is what a claim counts, as typed.
type Scope struct {
	Text, Country, Admin1 string
	When                  When
}

// ShowFigure is the cell of a claim.
func ShowFigure(c store.Claim) string {
	return figure.Format(figure.Figure{Qualifier: c.Qualifier, Low: c.Low, High: c.High})
}

func (d *Draft) showClaim(c store.Claim) *Claim {
	return &Claim{
		Base: c, ID: c.ID, About: c.About, Part: c.Part, Measure: c.Measure, Of: c.Of, Figure: ShowFigure(c), Value: c.Value,
		When: showWhen(c.When), AccordingTo: d.hold(c.AccordingTo), AsOf: showWhen(c.AsOf),
		Scope: Scope{c.Scope.Text, c.Scope.Country, c.Scope.Admin1, showWhen(c.Scope.When)},
		State: string(c.State), SupersededBy: c.SupersededBy, Why: c.Why, Note: c.Note, Cites: Cites{IDs: c.Citations},
	}
}

// Blank reports whether nothing was typed into a new row.
func (c *Claim) Blank() bool {
	return reflect.DeepEqual(c.Base, store.Claim{}) && !c.Unknown && c.Figure == "" && c.Value == "" && c.Of == "" && c.Note == "" &&
		c.AccordingTo.Key == "" && c.When.Text == "" && !c.When.ByHand() && c.Scope.Text == "" && c.AsOf.Text == ""
}

func (b *builder) claim(c *Claim) store.Claim {
	path := func(field string) string { return Path("claim", c.ID, field) }
	out := store.Claim{
		ID: c.ID, About: untouched(c.About, c.Base.About), Part: b.part(c.Part), Measure: untouched(c.Measure, c.Base.Measure), Of: untouched(c.Of, c.Base.Of),
		Value: untouched(c.Value, c.Base.Value), When: b.when(c.When, path("when")), AccordingTo: b.actor(c.AccordingTo, actsForDepth),
		Scope: store.Scope{
			Text: untouched(c.Scope.Text, c.Base.Scope.Text), Country: code(c.Scope.Country, c.Base.Scope.Country), Admin1: code(c.Scope.Admin1, c.Base.Scope.Admin1),
			When: b.when(c.Scope.When, path("scope when")),
		},
		AsOf: b.when(c.AsOf, path("as of")), State: store.ClaimState(untouched(c.State, string(c.Base.State))), SupersededBy: b.part(c.SupersededBy),
		Why: untouched(c.Why, c.Base.Why), Note: c.Note, Citations: b.cites(c.Cites, reflect.DeepEqual(c.Base, store.Claim{})),
	}
	out.Qualifier, out.Low, out.High = c.Base.Qualifier, c.Base.Low, c.Base.High
	if c.Figure != ShowFigure(c.Base) {
		f, err := figure.Parse(c.Figure, b.r.Words...)
		if err != nil {
			b.problem(path("figure"), err.Error())
		}
		out.Qualifier, out.Low, out.High = f.Qualifier, f.Low, f.High
	}
	return out
}

// cites gives a new row that names no source the event's only one. Sources in which
// nothing was typed are none.
func (b *builder) cites(c Cites, isNew bool) []string {
	c.IDs = slices.DeleteFunc(slices.Clone(c.IDs), func(id string) bool { return b.blank[id] })
	if len(c.IDs) == 0 && isNew && !c.Nothing && len(b.e.Citations) > 0 {
		first := b.e.Citations[0]
		if !slices.ContainsFunc(b.e.Citations, func(q store.Citation) bool { return q.Item.ID != first.Item.ID }) {
			return []string{first.ID}
		}
	}
	return c.IDs
}
