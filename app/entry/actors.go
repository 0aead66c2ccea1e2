package entry

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/mapdata/gazetteer"
	"sitmap/store"
)

// actorRow is the field of an actor: a name or alias of one that is known, or a
// new one.
func (f *Form) actorRow(label fyne.CanvasObject, path string, ref *draft.Ref[store.Actor], picked func()) (*field.Complete, *field.Row) {
	c := field.NewComplete(f.panel, f.searchActors)
	c.Part, c.PlaceHolder = f.part, "who"
	if a := f.d.Actor(*ref); a != nil {
		c.Set(a.Name)
	}
	row := f.rowWith(label, path, c)
	describe := func() { row.SetHint(f.describeActor(*ref)) }
	c.OnTyped = func(s string) {
		f.d.NameActor(ref, s, f.deps.NewID)
		describe()
		f.touched(path)
	}
	c.OnPick = func(o field.Option) {
		if a, ok := o.Value.(store.Actor); ok {
			f.useActor(ref, a)
		} else if key, ok := o.Value.(string); ok {
			ref.Key, ref.Base = key, nil
		}
		describe()
		f.touched(path)
		picked()
	}
	c.OnLeave = func() {
		// A name typed in full is the actor of that name, not a new one.
		if a := f.d.Actor(*ref); a != nil && a.Base == nil {
			if known, ok := f.actorMeant(a.Name); ok {
				f.useActor(ref, known)
				c.Set(known.Name)
				describe()
				picked()
				f.touched(path) // the title that is proposed names him too
			} else if n := len(f.actorsNamed(a.Name)); n > 1 {
				row.SetHint(severalNamed(n, "actors", a.Name))
				f.relayout()
			} else if other, ok := f.d.Namesake(*ref, oneName); ok {
				*ref = other
				describe()
			}
		}
	}
	describe()
	return c, row
}

// folded makes spellings alike: case and marks do not count.
func folded(s string) string {
	decomposed := norm.NFKD.String(cases.Fold().String(strings.TrimSpace(s)))
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && r < 0x370 {
			return -1
		}
		return r
	}, decomposed)
}

// actorNamed is the actor that a name stands for: the only one that has it as its own,
// else the only one that has it as another. Of several that may be meant it is none.
func (f *Form) actorNamed(name string) (store.Actor, bool) {
	all := f.actorsNamed(name)
	own := slices.DeleteFunc(slices.Clone(all), func(a store.Actor) bool { return folded(a.Name) != folded(name) })
	switch {
	case len(own) == 1:
		return own[0], true
	case len(all) == 1:
		return all[0], true
	}
	return store.Actor{}, false
}

// actorsNamed are the actors on offer that have a name, as their own or as another: the
// store's, and where it has none, of all that are known.
func (f *Form) actorsNamed(name string) []store.Actor {
	var out []store.Actor
	want := folded(name)
	for i, n := range f.voc.actorNames.all {
		if a := f.voc.actors[i]; slices.Contains(n.names, want) && !f.voc.retired.Has(store.EntityActor, a.ID) {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		out = f.voc.outsideNamed(want)
	}
	return out
}

// severalNamed asks which of the records of a name is meant.
func severalNamed(n int, what, name string) string {
	return itoa(n) + " " + what + " are called " + strings.TrimSpace(name) + ": ↓ chooses one; left so, it is a new one."
}

// searchActors finds actors by any of their names: those that begin with what was
// typed, those with a word that does, those that have it somewhere, then those that do
// but for a slip of the finger.
func (f *Form) searchActors(typed string) []field.Option {
	want := folded(typed)
	var ranked [rankNot][]field.Option
	seen := map[string]bool{}
	// Those made in this form first: they are in nobody's list yet.
	for key, a := range f.d.Actors {
		if (a.Base == nil || !f.voc.has(a.ID)) && strings.TrimSpace(a.Name) != "" && folded(a.Name) != want {
			if rank := matchRank(folded(a.Name), want); rank < rankNot {
				seen[key] = true
				ranked[rank] = append(ranked[rank], field.Option{Text: a.Name, Detail: "new", Value: key})
			}
		}
	}
	for _, hit := range f.voc.actorNames.search(typed, field.MaxOptions) {
		a := f.voc.actors[hit.at]
		if f.voc.retired.Has(store.EntityActor, a.ID) {
			continue
		}
		if !seen[a.ID] {
			ranked[hit.rank] = append(ranked[hit.rank], field.Option{Text: a.Name, Detail: f.actorDetail(a, hit.name), Value: a})
		}
	}
	for _, hit := range f.voc.outsideNames.search(typed, field.MaxOptions) {
		a := f.voc.outside[hit.at]
		if f.adopted(a) == "" {
			ranked[hit.rank] = append(ranked[hit.rank], field.Option{Text: a.Name, Detail: "not in the store yet · " + f.actorDetail(a, hit.name), Value: a})
		}
	}
	out := slices.Concat(ranked[:]...)
	return out[:min(len(out), field.MaxOptions)]
}

// actorDetail tells an actor from others of its name; name is the one of its names that
// was found.
func (f *Form) actorDetail(a store.Actor, name int) string {
	detail := f.voc.name(vocActorKind, a.Kind)
	if a.Seat != nil && a.Seat.Name != "" {
		detail += " · " + a.Seat.Name
	}
	if also := f.voc.namesOf(a)[name]; name > 0 && !strings.Contains(folded(a.Name), folded(also)) {
		detail = also + " · " + detail
	}
	return detail
}

func (f *Form) describeActor(ref draft.Ref[store.Actor]) string {
	a := f.d.Actor(ref)
	if a == nil {
		return ""
	}
	var parts []string
	if a.Base == nil {
		parts = append(parts, "new")
	}
	if a.Kind != "" {
		parts = append(parts, f.voc.name(vocActorKind, a.Kind))
	}
	if a.Seat.Name != "" {
		parts = append(parts, a.Seat.Name)
	}
	if b := f.d.Actor(a.ActsFor); b != nil {
		parts = append(parts, "for "+b.Name)
	}
	if a.Base != nil && !f.voc.has(a.ID) {
		parts = append(parts, "new to the store")
	}
	if a.Base == nil && a.Kind == "" {
		return "A new actor. Ctrl+M: kind, seat, aliases, whom it acts for."
	}
	return strings.Join(parts, " · ")
}

// actorDetails are the fields of the actor itself, the same in every event.
func (f *Form) actorDetails(ref draft.Ref[store.Actor]) []fyne.CanvasObject {
	a := f.d.Actor(ref)
	if a == nil {
		return []fyne.CanvasObject{note("Name the actor first; then its kind, seat and aliases can be given here.")}
	}
	path := func(name string) string { return draft.Path("actor", a.ID, name) }
	name := f.row("name", path("name"), f.line(path("name"), &a.Name, "changes it everywhere"))
	kind := f.row("kind", path("kind"), f.term(path("kind"), vocActorKind, "person, state …", &a.Kind))
	aliases := f.row("aliases", path("aliases"), f.line(path("aliases"), &a.Aliases.Text, "other names, with commas between"))
	_, actsFor := f.actorRow(field.NewLabel("acts for"), path("acts for"), &a.ActsFor, func() {})
	out := append([]fyne.CanvasObject{note("The actor: what changes here changes in every event.")}, objects(name, kind, aliases, actsFor)...)
	out = append(out, f.seatRows(a, path)...)
	out = append(out, objects(f.row("note", path("note"), f.text(path("note"), &a.Note, "", 2)))...)
	return append(out, f.guardRows(path, &a.Protection)...)
}

func (f *Form) seatRows(a *draft.Actor, path func(string) string) []fyne.CanvasObject {
	coordinates := f.line(path("seat coordinates"), &a.Seat.Coordinates, "coordinates")
	codes := []*field.Entry{
		f.line(path("seat country"), &a.Seat.Country, "UA"), f.line(path("seat admin1"), &a.Seat.Admin1, "UA-30"),
		f.line(path("seat geonameid"), &a.Seat.GeonameID, "GeoNames id"),
	}
	seat := field.NewComplete(f.panel, nil)
	seat.Part, seat.PlaceHolder, seat.Run = f.part, "where it is unless said otherwise", f.awaited(f.searchPlaces)
	seat.Leaving = func(typed string, lines []field.Option) int {
		at, _ := surePlace(typed, lines)
		return at
	}
	seat.Set(a.Seat.Name)
	seat.OnTyped = func(s string) { a.Seat.Name = s; f.touched(path("seat")) }
	seat.OnPick = func(o field.Option) {
		var p draft.Place
		switch v := o.Value.(type) {
		case gazetteer.Match:
			fillPlace(&p, v.Place)
		case store.Place:
			fillOwn(&p, v)
		default:
			return
		}
		a.Seat.Name = p.Name
		for e, s := range map[*field.Entry]string{coordinates: p.Coordinates, codes[0]: p.Country, codes[1]: p.Admin1, codes[2]: p.GeonameID} {
			e.SetText(s)
		}
		f.touched(path("seat"))
	}
	at := f.row("", path("seat coordinates"), coordinates)
	region := f.row("", path("seat country"), field.Beside([]float32{1, 2, 2}, codes[0], codes[1], codes[2]))
	f.alias(path("seat geonameid"), region)
	return []fyne.CanvasObject{container.NewVBox(objects(f.row("seat", path("seat"), seat), at, region)...)}
}
