package entry

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"sitmap/app/entry/draft"
	"sitmap/app/entry/field"
	"sitmap/app/wellknown"
	"sitmap/store"
)

// world is what a form knows of actors beyond its store.
type world struct {
	outside      []store.Actor       // those whom the store has not; without ids
	outsideNames names               // in their order
	also         map[string][]string // further names of the store's, by id
	inside       map[string]bool     // ids of the store's
	settler      *wellknown.Settler
	heard, far   *wellknown.Matcher // the store's that are on offer, and those outside
}

// know takes the actors that everybody knows: those whom the store has lend it their
// names, the others are offered.
func (v *vocabulary) know(everybody []store.Actor) {
	v.also, v.inside = map[string][]string{}, map[string]bool{}
	own := wellknown.NewMatcher(v.actors)
	for _, a := range everybody {
		if o, ok := own.Find(a); ok {
			v.also[o.ID] = append(v.also[o.ID], append([]string{a.Name}, a.Aliases...)...)
		} else {
			v.outside = append(v.outside, a)
		}
	}
	v.outsideNames = newNames(v.outside, v.namesOf)
	v.settler = wellknown.NewSettler(v.actors, everybody)
	var offered []store.Actor
	for _, a := range v.actors {
		v.inside[a.ID] = true
		if !v.retired.Has(store.EntityActor, a.ID) {
			offered = append(offered, a)
		}
	}
	v.heard, v.far = wellknown.NewMatcher(offered), wellknown.NewMatcher(v.outside)
}

func (v *vocabulary) has(actor string) bool { return v.inside[actor] }

// namesOf are all names that an actor is found by, the one that is shown first.
func (v *vocabulary) namesOf(a store.Actor) []string {
	return slices.Concat([]string{a.Name}, a.Aliases, v.also[a.ID])
}

// outsideNamed are the actors that the store has not under a folded name.
func (v *vocabulary) outsideNamed(want string) (out []store.Actor) {
	for i, n := range v.outsideNames.all {
		if slices.Contains(n.names, want) {
			out = append(out, v.outside[i])
		}
	}
	return out
}

// settled is an event whose actors are the store's where it has them, and have an id each
// where it has not.
func (f *Form) settled(e store.Event) store.Event {
	f.voc.settler.Event(&e)
	return wellknown.Named(e, f.deps.NewID)
}

// adopted is the key in the draft of an actor that came from outside the store, "" where
// it did not.
func (f *Form) adopted(a store.Actor) string {
	for key, have := range f.d.Actors {
		if have.Base != nil && !f.voc.has(have.ID) && have.Base.Name == a.Name && have.Base.Kind == a.Kind {
			return key
		}
	}
	return ""
}

// useActor puts an actor into a field: one that the store has not gets an id, and is made
// with the event, and so is whom it acts for.
func (f *Form) useActor(r *draft.Ref[store.Actor], a store.Actor) {
	if key := f.adopted(a); a.ID == "" && key != "" {
		*r = draft.Ref[store.Actor]{Key: key, Base: f.d.Actors[key].Base}
		return
	}
	f.d.UseActor(r, f.entered(a, 0))
}

// How far “acts for” is followed.
const mostActsFor = 8

// entered is an actor with an id.
func (f *Form) entered(a store.Actor, depth int) store.Actor {
	if a.ID != "" {
		return a
	}
	if depth > 0 {
		if own := f.voc.settler.Actor(a); own.ID != "" {
			return own
		}
		if key := f.adopted(a); key != "" {
			return *f.d.Actors[key].Base
		}
	}
	a.ID = f.deps.NewID()
	if a.ActsFor != nil && depth < mostActsFor {
		b := f.entered(*a.ActsFor, depth+1)
		a.ActsFor = &b
	}
	return a
}

// enteredActors are the ids of the actors that the event brings into the store from what
// everybody knows.
func (f *Form) enteredActors() map[string]bool {
	out := map[string]bool{}
	for _, a := range f.d.Actors {
		if a.Base != nil && !f.voc.has(a.ID) {
			out[a.ID] = true
		}
	}
	return out
}

// withoutTwins has an event name those of the store in place of actors that it was to
// bring into it, where the store has got them since the form was opened.
func withoutTwins(ctx context.Context, s Store, e store.Event, entered map[string]bool) (store.Event, error) {
	if len(entered) == 0 {
		return e, nil
	}
	now, err := s.Actors(ctx)
	if err != nil {
		return e, fmt.Errorf("reading the actors: %w", err)
	}
	own := wellknown.NewMatcher(values(now))
	var settled func(a store.Actor) store.Actor
	settled = func(a store.Actor) store.Actor {
		if entered[a.ID] {
			if o, ok := own.Find(a); ok {
				return o
			}
		}
		if a.ActsFor != nil {
			b := settled(*a.ActsFor)
			a.ActsFor = &b
		}
		return a
	}
	return wellknown.Each(e, settled), nil
}

// actorMeant is the actor whom a name stands for that was typed and left: the one that has
// it, or the only one of the store's that it can be another spelling or the surname of.
func (f *Form) actorMeant(name string) (store.Actor, bool) {
	if a, ok := f.actorNamed(name); ok {
		return a, true
	}
	if len(f.actorsNamed(name)) > 0 {
		return store.Actor{}, false
	}
	if a, ok := f.voc.heard.Sounds(name); ok {
		return a, true
	}
	return f.voc.far.Spelled(name)
}

// askActors asks, once for each name, before a new actor is saved whose name may be a slip
// for that of one that is on offer.
func (f *Form) askActors() bool {
	var problems []draft.Problem
	var at string
	ask := func(r draft.Ref[store.Actor], path, part string) {
		a := f.d.Actor(r)
		if a == nil || a.Base != nil || a.Kind != "" || a.Seat.Name != "" || f.newNames[a.ID] == folded(a.Name) {
			return
		}
		like := f.likelyActors(a.Name)
		if len(like) == 0 {
			return
		}
		f.newNames[a.ID] = folded(a.Name)
		if at == "" {
			at = part
		}
		problems = append(problems, draft.Problem{Path: path, Sentence: "“" + strings.TrimSpace(a.Name) + "” is new, and may be a slip for " +
			strings.Join(like, " or ") + ": ↓ chooses. Ctrl+Enter once more saves a new actor."})
	}
	for _, p := range f.d.Parties {
		ask(p.Actor, draft.Path("party", p.ID, "actor"), p.ID)
	}
	for _, q := range f.d.Citations {
		ask(q.Voice, draft.Path("citation", q.ID, "voice"), "")
	}
	for _, c := range f.d.Claims {
		ask(c.AccordingTo, draft.Path("claim", c.ID, "according to"), "")
	}
	if len(problems) == 0 {
		return false
	}
	f.refuse(problems)
	if w := f.mainFields[at]; w != nil {
		f.focus(w)
	}
	return true
}

// likelyActors are the names of those on offer that a new name may be a slip for: it
// breaks off within a word of one of theirs, or has it but for a letter or two.
func (f *Form) likelyActors(name string) []string {
	want := folded(name)
	if len([]rune(want)) < leastSlipped {
		return nil
	}
	var out []string
	see := func(n names, of func(int) store.Actor) {
		for _, hit := range n.search(name, field.MaxOptions) {
			a := of(hit.at)
			if f.voc.retired.Has(store.EntityActor, a.ID) || slices.Contains(out, a.Name) {
				continue
			}
			if hit.rank == rankSlip && slices.ContainsFunc(n.all[hit.at].names, func(s string) bool { return nearAsLong(s, want) }) ||
				hit.rank < rankWithin && breaksOff(n.all[hit.at].names[hit.name], want) {
				out = append(out, a.Name)
			}
		}
	}
	see(f.voc.actorNames, func(i int) store.Actor { return f.voc.actors[i] })
	see(f.voc.outsideNames, func(i int) store.Actor { return f.voc.outside[i] })
	return out[:min(len(out), 2)]
}

// nearAsLong reports whether a name, or the end of it from a word on, is about as long as
// what was typed: a slip is a letter or two, not half of a name.
func nearAsLong(name, typed string) bool {
	for {
		if d := len([]rune(name)) - len([]rune(typed)); d >= -2 && d <= 2 {
			return newSlips(typed).in(name)
		}
		_, rest, more := strings.Cut(name, " ")
		if !more {
			return false
		}
		name = rest
	}
}

// breaksOff reports whether a name goes on behind what was typed within a word.
func breaksOff(name, typed string) bool {
	for at := 0; ; {
		i := strings.Index(name[at:], typed)
		if i < 0 {
			return false
		}
		at += i
		end := at + len(typed)
		if (at == 0 || name[at-1] == ' ') && end < len(name) {
			next := []rune(name[end:])[0]
			return unicode.IsLetter(next)
		}
		at = end
	}
}
