package entry

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// naming is what became of a place's name that was typed and left without choosing from
// the list.
type naming struct {
	typed  string
	others int  // further places of that name, too small to be meant by the name alone
	asks   bool // several may be meant
	asked  bool // saving has asked
	taking bool // its line is just being taken
}

// muchLarger is how many times the people of the next place of its name a town has that
// is meant where no more is said.
const muchLarger = 5

// unknownSize is how many people a town may have of which nobody says how many.
const unknownSize = 1000

// leastSole is how many letters are typed before the only place that begins so is meant.
const leastSole = 4

// surePlace is the line of the place that a name stands for beyond doubt, -1 where there is
// none or where several may be meant; others is how many more have that name. A place
// that has it as its own name is meant before those that have it as a further one, and a
// town before the region that is called after it.
func surePlace(typed string, lines []field.Option) (at, others int) {
	name, _, qualified := strings.Cut(typed, ",")
	called := func(names ...string) bool {
		for _, n := range names {
			if n = folded(n); n == folded(typed) || qualified && n == folded(name) {
				return true
			}
		}
		return false
	}
	var own, further []int
	for i, o := range lines {
		switch p := o.Value.(type) {
		case gazetteer.Match:
			switch {
			case called(p.Place.Name):
				own = append(own, i)
			case called(p.Matched):
				further = append(further, i)
			}
		case store.Place:
			if called(p.Name) {
				own = append(own, i)
			}
		}
	}
	if len(own) == 0 {
		own, further = further, nil
	}
	own, further = besidesRegions(own, own, lines), besidesRegions(further, own, lines)
	switch {
	case len(own) == 1:
		return own[0], len(further)
	case len(own) > 1:
		return largest(own, lines), len(own) + len(further) - 1
	case len(lines) == 1 && len([]rune(typed)) >= leastSole && strings.HasPrefix(folded(lines[0].Text), folded(typed)):
		return 0, 0
	}
	return -1, 0
}

// besidesRegions are the lines but for regions that are called after one of some towns.
func besidesRegions(of, towns []int, lines []field.Option) []int {
	place := func(i int) gazetteer.Place {
		m, _ := lines[i].Value.(gazetteer.Match)
		return m.Place
	}
	return slices.DeleteFunc(slices.Clone(of), func(i int) bool {
		r := place(i)
		return r.Class == gazetteer.ClassAdmin1 && slices.ContainsFunc(towns, func(k int) bool {
			t := place(k)
			return t.Class == gazetteer.ClassCity && t.Country == r.Country &&
				(t.Admin1 == r.Admin1 || strings.HasPrefix(folded(r.Name), folded(t.Name)+" "))
		})
	})
}

// largest is the one of several lines that is a town much larger than the others; -1:
// none is. How large one of our own places is nobody knows.
func largest(of []int, lines []field.Option) int {
	best, most, next := -1, -1, -1
	for _, i := range of {
		m, known := lines[i].Value.(gazetteer.Match)
		if !known || m.Place.Class != gazetteer.ClassCity {
			return -1
		}
		switch n := cmp.Or(m.Place.Population, unknownSize); {
		case n > most:
			best, most, next = i, n, most
		case n > next:
			next = n
		}
	}
	if next*muchLarger > most {
		return -1
	}
	return best
}

// leavePlace says which line leaving the name of a place takes. Coordinates that were
// given by hand stay: the name is only what they are called.
func (f *Form) leavePlace(p *draft.Place, typed string, lines []field.Option) int {
	if f.d == nil || p.Coordinates != "" && !f.gazetteers(p) {
		return -1
	}
	at, others := surePlace(typed, lines)
	if at >= 0 || others > 0 {
		was := f.namings[p.ID]
		f.namings[p.ID] = &naming{
			typed: typed, others: others, asks: at < 0, taking: at >= 0, asked: was != nil && was.asked && was.typed == typed,
		}
	}
	return at
}

// namePicked forgets what was said of a name that was left, once a line was chosen.
//
// pointKept: the coordinates are still those given by hand.
func (f *Form) namePicked(p *draft.Place, pointKept bool) {
	if !pointKept {
		f.filled[p.ID] = p.Coordinates
	}
	delete(f.sightings, p.ID)
	if n := f.namings[p.ID]; n != nil && n.taking {
		n.taking = false
		return
	}
	delete(f.namings, p.ID)
}

// gazetteers reports whether a place's coordinates are those of the gazetteer.
func (f *Form) gazetteers(p *draft.Place) bool {
	if p.Coordinates == f.filled[p.ID] {
		return true
	}
	var id int64
	if _, err := fmt.Sscan(p.GeonameID, &id); err != nil {
		return false
	}
	g, known := f.deps.Gazetteer.ByID(id)
	return known && draft.ShowPoint(g.At) == p.Coordinates
}

// namingSaid says how the name of a place was understood.
func (f *Form) namingSaid(p *draft.Place) string {
	n := f.namings[p.ID]
	switch {
	case n == nil:
	case n.asks:
		return fmt.Sprintf("not on the map yet: several places are called %s; ↓ in the name chooses one", n.typed)
	case n.others > 0:
		return "the largest of several places of that name; ↓ in the name shows the others"
	}
	return ""
}

// askPlaces asks, once for each name, which of several places is meant, before the event
// is saved without any.
func (f *Form) askPlaces() bool {
	var problems []draft.Problem
	for _, p := range f.d.Places {
		if n := f.namings[p.ID]; n != nil && n.asks && !n.asked && p.Coordinates == "" {
			n.asked = true
			problems = append(problems, draft.Problem{Path: draft.Path("place", p.ID, "name"), Sentence: fmt.Sprintf(
				"Several places are called %s: choose one. Ctrl+Enter once more saves it with no point on the map.", n.typed)})
		}
	}
	if len(problems) > 0 {
		f.refuse(problems)
		if name, ok := f.mainFields[strings.Split(problems[0].Path, "/")[1]].(*field.Complete); ok {
			f.focus(name)
			name.Look()
		}
	}
	return len(problems) > 0
}
