package panel

import (
	"fmt"

	"sitmap/app/look"
)

// chooseChange says what has changed of an event, and shows its dossier.
func (g *page) chooseChange(i int) {
	g.tellChange(i)
	if d := g.re.Changes[i]; d.Now != nil && g.p.OnEvent != nil {
		g.p.OnEvent(d.ID)
	}
}

// mostEdits is how many edits of an event are told.
const mostEdits = 6

// tellChange lists what an event was and what it is, side by side; -1: of none.
func (g *page) tellChange(i int) {
	g.detail.RemoveAll()
	defer g.content.Refresh()
	if g.re == nil || i < 0 || i >= len(g.re.Changes) {
		return
	}
	d := g.re.Changes[i]
	if d.Then == nil || d.Now == nil {
		return
	}
	edits := g.words.Events(d.Then.Value, d.Now.Value)
	for j, e := range edits {
		if j == mostEdits {
			g.detail.Add(look.Caption(fmt.Sprintf("and %d more: the dossier's history has them all", len(edits)-j)))
			break
		}
		g.detail.Add(look.Caption(e.Line(150)))
	}
}
