package picture

import (
	"sitmap/mapdata/scene"
	"sitmap/store"
)

// meanings say what the legend's assessments mean, and what a claim is where figures
// of drawn events are claims.
func (m *material) meanings() []scene.Meaning {
	out := []scene.Meaning{
		{Fill: scene.Hollow, Term: "Reported", Text: "said by one source, or by several that rely on each other"},
		{Fill: scene.Solid, Term: "Corroborated", Text: "sources that do not rely on each other say so"},
		{Fill: scene.Solid, Term: "Confirmed", Text: "the analyst holds it to be established"},
		{Fill: scene.Hatched, Term: "Disputed", Text: "sources contradict each other"},
		{Fill: scene.Crossed, Term: "Retracted", Text: "taken back by those who said it, or found to be wrong"},
	}
	for _, e := range m.events {
		if m.drawn[e.ID] && claimsFigures(e) {
			return append(out, scene.Meaning{
				Always: true, Term: "Claimed",
				Text: "figures are those of whoever is named beside them, or of the sources where nobody is; they are not findings of this picture",
			})
		}
	}
	return out
}

func claimsFigures(e store.Event) bool {
	for _, c := range e.Claims {
		if c.Measure != "" && (c.State == "" || c.State == store.Live) && c.SupersededBy == "" {
			return true
		}
	}
	return false
}
