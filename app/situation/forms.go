package situation

import (
	"math"
	"strings"

	"github.com/paulmach/orb"

	"sitmap/mapdata/geo"
	"sitmap/mapdata/scene"
)

// strike is a symbol at its target, or the area that was struck.
func (b *builder) strike(s *stroke) {
	s.rank += rankStrike
	s.label = b.figureLabel(s)
	b.greyUnheld(s)
	b.places(s, scenes(s.e))
}

// general is a symbol wherever the event was.
func (b *builder) general(s *stroke) {
	s.rank += rankGeneral
	s.label = b.figureLabel(s)
	b.greyUnheld(s)
	b.places(s, scenes(s.e))
}

// statement is drawn only when asked: at its place, or where its speaker sits.
func (b *builder) statement(s *stroke) {
	if !b.o.ShowStatements {
		return
	}
	s.rank += rankStatement
	before := b.count()
	b.places(s, scenes(s.e))
	if b.count() > before {
		return
	}
	for _, p := range partiesIn(s.e, "speaker", "participant") {
		if at, ok := b.seatOf(s.e, p, nil); ok {
			b.assume(at)
			b.mark(s, s.id(p.ID), at.at, b.hover(s, p.Actor.Name))
			return
		}
	}
}

// meeting is a symbol at the venue, with a spoke from the seat of each who took
// part. What was not held has a grey symbol and no spokes: nobody came.
func (b *builder) meeting(s *stroke) {
	s.rank += rankMeeting
	s.label = b.dated(s)
	held := !s.unheld
	b.greyUnheld(s)
	venues := scenes(s.e)
	b.places(s, venues)
	if !held || len(venues) == 0 {
		return
	}
	hub, ok := point(venues[0])
	if !ok {
		return
	}
	for _, p := range partiesIn(s.e, "participant", "mediator", "speaker") {
		from, ok := b.seatOf(s.e, p, venues)
		if !ok || near(from.at, hub) {
			continue
		}
		b.assume(from)
		b.out.Links = append(b.out.Links, scene.Link{
			ID: s.id(p.ID), A: from.at, B: hub, Style: scene.Spoke, Colour: s.colour, Fill: s.fill,
			Name: b.hover(s, p.Actor.Name+" from "+from.name+" to "+placeName(venues[0])),
			Rank: s.rank, Selected: s.sel,
		})
	}
}

// call is a great circle between its participants, without an arrowhead. A call
// that was not held leaves no line.
func (b *builder) call(s *stroke) {
	s.rank += rankCall
	if s.unheld {
		return
	}
	s.label = b.dated(s)
	who, at := b.callers(s)
	switch {
	case len(at) == 0:
		b.places(s, scenes(s.e))
	case len(at) == 1 || allNear(at):
		b.assume(at[0])
		b.mark(s, s.id(""), at[0].at, b.hover(s, strings.Join(who, " – ")))
	default:
		// Three speak each with each other; with more, the lines from the first are
		// clearer than a net of all.
		for i := range at {
			for j := i + 1; j < len(at); j++ {
				if i > 0 && len(at) > 3 {
					break
				}
				b.callLine(s, who, at, i, j)
			}
		}
	}
}

func (b *builder) callLine(s *stroke, who []string, at []end, i, j int) {
	if near(at[i].at, at[j].at) {
		return
	}
	b.assume(at[i])
	b.assume(at[j])
	b.out.Links = append(b.out.Links, scene.Link{
		ID: s.id(""), A: at[i].at, B: at[j].at, Style: scene.CallLink, Colour: s.colour, Fill: s.fill,
		Label: s.takeLabel(), Word: b.word(s), Date: b.shortDate(s.e), Name: b.hover(s, who[i]+" – "+who[j]), Rank: s.rank, Selected: s.sel,
	})
}

// callers are the names of those who spoke and where they were. Where the parties
// are not known, the seats are taken.
func (b *builder) callers(s *stroke) (who []string, at []end) {
	parties := partiesIn(s.e, "participant", "speaker", "host", "mediator")
	free := inRole(s.e.Places, "seat")
	for _, p := range parties {
		for i, pl := range free {
			if pl.ID == p.Place {
				free = append(free[:i:i], free[i+1:]...)
				break
			}
		}
	}
	for _, p := range parties {
		from, ok := end{}, false
		if p.Place == "" && len(free) > 0 {
			if pt, known := point(free[0]); known {
				from, ok = end{pt, placeName(free[0]), free[0].Assumed}, true
			}
			free = free[1:]
		}
		if !ok {
			from, ok = b.seatOf(s.e, p, nil)
		}
		if ok {
			who, at = append(who, p.Actor.Name), append(at, from)
		}
	}
	if len(parties) > 0 {
		return who, at
	}
	for _, pl := range inRole(s.e.Places, "seat") {
		if pt, ok := point(pl); ok {
			who, at = append(who, placeName(pl)), append(at, end{pt, placeName(pl), pl.Assumed})
		}
	}
	return who, at
}

// transfer is an arrow from each donor to each recipient once it is at least
// announced, broken while it is paused. A transfer without two sides is drawn
// where it was.
func (b *builder) transfer(s *stroke) {
	from, to := b.side(s, "donor", "origin"), b.side(s, "recipient", "destination")
	if len(from) == 0 || len(to) == 0 {
		if len(partiesIn(s.e, "donor", "recipient")) == 0 {
			b.general(s)
		}
		return
	}
	s.rank += rankTransfer
	style := scene.Arrow
	switch s.phase {
	case "", "considered", "cancelled":
		return // nothing is known to be on its way
	case "paused", "postponed":
		style = scene.BrokenArrow
	}
	s.label = b.dated(s)
	for _, f := range from {
		for _, t := range to {
			if near(f.at, t.at) {
				continue
			}
			b.assume(f)
			b.assume(t)
			b.out.Links = append(b.out.Links, scene.Link{
				ID: s.id(""), A: f.at, B: t.at, Style: style, Colour: s.colour, Fill: s.fill,
				Label: s.takeLabel(), Word: b.word(s), Date: b.shortDate(s.e), Name: b.hover(s, f.name+" → "+t.name), Rank: s.rank, Selected: s.sel,
			})
		}
	}
}

// side is where one side of a transfer is: its parties' seats, named after them,
// or else the places of its role.
func (b *builder) side(s *stroke, party, place string) []end {
	var out []end
	for _, p := range partiesIn(s.e, party) {
		if at, ok := b.seatOf(s.e, p, nil); ok {
			at.name = p.Actor.Name
			out = append(out, at)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, pl := range inRole(s.e.Places, place) {
		if pt, ok := point(pl); ok {
			out = append(out, end{pt, placeName(pl), pl.Assumed})
		}
	}
	return out
}

// greyUnheld makes what did not take place look so.
func (b *builder) greyUnheld(s *stroke) {
	if !s.unheld {
		return
	}
	s.colour = muted(s.colour)
	if s.fill == scene.Solid && b.o.Encode.Has(ByAssessment) {
		s.fill = scene.Hollow
	}
	b.note(noteNotHeld)
}

// assume remembers that a seat was assumed, for the legend's note.
func (b *builder) assume(e end) {
	if e.assumed {
		b.note(noteAssumed)
	}
}

// near reports whether two points are so close, within 15 km, that a line between
// them would only be a blot.
func near(a, b orb.Point) bool {
	const reach = 15_000
	// A degree of latitude is at least 110.5 km everywhere: most pairs need no
	// geodesic.
	if math.Abs(a[1]-b[1])*110_500 > reach {
		return false
	}
	d, _ := geo.Inverse(a, b)
	return d < reach
}

func allNear(at []end) bool {
	for _, e := range at[1:] {
		if !near(at[0].at, e.at) {
			return false
		}
	}
	return true
}
